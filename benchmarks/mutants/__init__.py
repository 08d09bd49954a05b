"""Small random faults in the code, one at a time: do the tests notice them? `make mutants`.

`sites` finds where a fault can be made, `memory` knows which test runs which line, `choice` picks the tests for one fault,
`workshop` runs them in a copy of the checkout, `table` says what came of it.
"""
