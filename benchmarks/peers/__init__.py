"""Other site generators, which build our pages. Each is a function that installs it into a folder, or raises Missing."""

from peers.eleventy import eleventy
from peers.hugo import hugo
from peers.peer import Missing, Peer, fault_in, pages, shell

PEERS = (hugo, eleventy)

__all__ = ["PEERS", "Missing", "Peer", "fault_in", "pages", "shell"]
