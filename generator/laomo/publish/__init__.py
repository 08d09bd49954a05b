"""Publishes the finished site: audit, offline edition, swap into place, releases.

Imports from `pages` and the packages below it; never from `render`.
"""
