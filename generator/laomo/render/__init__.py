"""Markdown → HTML by MkDocs: the plugin, the incremental renderer, the preview.

Imports from `generate`, `pages` and the packages below them; never from `publish`.
"""
