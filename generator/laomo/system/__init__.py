"""The machine: files, locks, processes, caches, the clock, git.

Imports from `problems` alone.
"""
