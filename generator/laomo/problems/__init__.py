"""A fault as a value, its sentence in two languages, and the forms it is printed in.

Imports nothing of the package.
"""
