"""`python -m laomo`: the `laomo` command where its script is not on the path."""

from laomo.cli import main

main()
