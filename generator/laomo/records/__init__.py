"""One file → one record: YAML, models, where each file lies, its schema and its skeleton.

Imports from `text`, `system` and `problems`.
"""
