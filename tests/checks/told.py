"""What one check says of a few records, in full: a line for each problem."""

from collections.abc import Mapping

from laomo.checks import Check
from laomo.problems.problem import Problem
from tests.registry.joined import joined


def told(
    check: Check, texts: Mapping[str, str], broken: tuple[str, ...] = (), pictures: tuple[str, ...] = ()
) -> list[str]:
    return list(map(line, check(joined(texts, broken=broken, pictures=pictures))))


def line(problem: Problem) -> str:
    """Path below `studios/` and place, severity and code, facts by their names."""
    path = problem.path.removeprefix("studios/") if problem.path.startswith("studios/") else f"!{problem.path}"
    place = ".".join(map(str, problem.loc))
    facts = ", ".join(f"{name}={fact!r}" for name, fact in sorted(problem.facts.items()))
    return f"{path} {place}: {problem.severity} {problem.code}: {facts}"
