"""All records joined: by studio, by person, by union, by year.

Imports from `records` and the rooms below it.
"""
