"""Registry → Markdown, data, feeds and the search index.

Imports from `checks`, `assets`, `registry` and what stands below them.
"""
