"""Publishes the finished site: audit, offline edition, swap into place, releases.

Imports from `pages` and the rooms below it; never from `render`.
"""
