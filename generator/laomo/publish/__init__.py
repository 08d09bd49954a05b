"""The finished site: audited, made to open without a server, swapped into place, released.

Imports from `pages` and what stands below it; knows nothing of `render`.
"""
