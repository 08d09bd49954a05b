"""Turns the registry into Markdown pages, open data, feeds and the search index.

Imports from `checks`, `assets`, `registry` and the rooms below them.
"""
