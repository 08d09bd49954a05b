"""Whether a change is its author's to make, what it means for readers, and what is outstanding."""
