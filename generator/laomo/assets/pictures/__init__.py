"""Pictures: re-encoding one picture from its pixels, and the studios' galleries."""
