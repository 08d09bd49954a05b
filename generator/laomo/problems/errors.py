"""Exceptions that end a run or one step of it, and that a command reports as a message."""

from laomo.problems.problem import Fact, Problem


class CodedError(Exception):
    """An action that failed: a message code and the facts for its message."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class BuildFailed(Exception):
    """The records, or the pages made from them, have problems, so nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
