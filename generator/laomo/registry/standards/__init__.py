"""Standards as data: which fields one may ask for, what counts as evidence, what is shown of each item."""
