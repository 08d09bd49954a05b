"""Turns the registry into Markdown pages, open data, feeds and the search index.

May import from `checks`, `assets`, `registry` and the layers below them.
"""
