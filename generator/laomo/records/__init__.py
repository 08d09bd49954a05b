"""One file → one record: YAML, models, the folder layout, JSON Schema and skeletons of new records.

Imports from `text`, `system` and `problems`.
"""
