"""The search index: what it holds, how it is spelled, and the files it is cut into."""
