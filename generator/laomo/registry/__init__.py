"""All records joined: by studio, by person, by union, by year.

Imports from `records` and what stands below it.
"""
