"""The search index: its documents, their tokens, and the files of the index."""
