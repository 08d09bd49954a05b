"""What the program asks of hand-written pages: front matter, words for the search, stories."""
