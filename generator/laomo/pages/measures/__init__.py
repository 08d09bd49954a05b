"""A figure before and after an improvement, as a sentence and as a picture. May import what `pages` may.

`units` says which kind of picture a unit gets, `picture` draws it to scale, `sentence` puts the change into words, and `walk` chooses
the measures that the home page shows.
"""
