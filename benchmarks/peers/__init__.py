"""Site generators that get our finished pages: each a function that gets it, `folder → Peer`, and raises Missing."""

from peers.eleventy import eleventy
from peers.hugo import hugo
from peers.peer import Missing, Peer, amiss, pages, shell

PEERS = (hugo, eleventy)

__all__ = ["PEERS", "Missing", "Peer", "amiss", "pages", "shell"]
