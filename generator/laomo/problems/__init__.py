"""A problem as a value, its message in two languages, and its output formats.

Imports nothing of the package.
"""
