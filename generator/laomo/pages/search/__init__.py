"""The search index: documents, their tokens, and the files of the index."""
