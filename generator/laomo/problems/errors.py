"""What ends a run, or one step of it: one base for all exceptions that a command turns into a sentence."""

from laomo.problems.problem import Fact, Problem


class CodedError(Exception):
    """Something that cannot be done, as a code of the catalogue and the facts of its sentence."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class BuildFailed(Exception):
    """The records, or the pages made of them, have problems: nothing was published."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems")
        self.problems = problems
