"""Hand-written pages: their front matter, their text for the search index, and stories."""
