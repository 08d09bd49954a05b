"""Pictures: one picture made anew from its pixels, and the studios' galleries."""
