"""Chinese text: escaping, decoding, sorting, pinyin, and the search for personal data.

Imports from `system` and `problems`.
"""
