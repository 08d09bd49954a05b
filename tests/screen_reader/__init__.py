"""Orca with Firefox reads pages aloud; what it says is written down and compared with the page: `make transcript`."""
