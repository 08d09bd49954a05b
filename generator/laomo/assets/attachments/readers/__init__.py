"""What reads an attachment, a module per kind of file; `sandbox` runs them in a process of their own.

A reader is a function `read(bytes, kind) → Reading`. Foreign libraries are imported in that process only.
"""
