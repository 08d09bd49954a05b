"""Markdown → HTML by MkDocs: the plugin, the incremental renderer, the preview.

Imports from `generate`, `pages` and the rooms below them; never from `publish`.
"""
