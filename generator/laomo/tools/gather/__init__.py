"""Gathers the exhibitions of member houses into the records of the union above: fetch, verify, check as strictly as own records, swap in.

Runs outside the build, which needs no network. Everything that a house gives is treated as hostile.
"""
