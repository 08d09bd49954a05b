"""Markdown → HTML by MkDocs: the plugin, the incremental renderer, the preview.

Imports from `generate`, `pages` and what stands below them; knows nothing of `publish`.
"""
