"""Very many problems of one kind: the first are named, and one line says how many more there are."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from laomo.problems.problem import Problem, Severity

NAMED = 100
"""Problems of one code that are named in one file: nobody mends more before the next check."""


def bounded(
    problems: Iterable[Problem], file_of: Callable[[Problem], str] = lambda each: each.path
) -> Iterator[Problem]:
    """The problems in order, of each code in each file the first hundred, then a `more-problems` that counts the rest.

    `file_of` names the file of a problem; it is the problem's path, unless that names a cell. The line for the rest stands at the
    place of the first problem that is left out, and has its severity.
    """
    count: Counter[tuple[str, str, Severity]] = Counter()
    left_out: dict[tuple[str, str, Severity], Problem] = {}
    for problem in problems:
        kind = file_of(problem), problem.code, problem.severity
        count[kind] += 1
        if count[kind] <= NAMED:
            yield problem
        else:
            left_out.setdefault(kind, problem)
    for kind, first in left_out.items():
        yield replace(first, code="more-problems", facts={"count": count[kind] - NAMED, "code": first.code})
