"""`laomo visits`: how often the pages of each studio were read, from a web server's log, and nothing about who read them."""
