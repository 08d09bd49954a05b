"""Chinese text: made inert, decoded, ordered, read aloud, searched for personal data.

Imports from `system` and `problems`.
"""
