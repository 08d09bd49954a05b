"""Beside the pipeline: spreadsheets, review of changes, the demonstration, a new site.

Imports from `pages` and the rooms below it.
"""
