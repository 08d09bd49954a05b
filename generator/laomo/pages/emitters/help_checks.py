"""What is checked, from the checks' own docstrings: the help page cannot fall behind the program."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc, getmodule

from laomo import checks
from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.system.output import Output


@dataclass(frozen=True, slots=True)
class CheckHelp:
    """One check as its docstring tells it."""

    name: str
    meaning: str
    passes: str
    fails: str


def emit(context: Context) -> Iterator[Output]:
    trail = breadcrumbs.to(*context.there(breadcrumbs.HELP), ("检查些什么", "help/checks/"))
    yield context.page("checks.md", "help/checks/", trail=trail, rules=rules())


def rules() -> list[CheckHelp]:
    """Every check in its order: meaning, a passing and a failing example."""
    return [_rule(check) for check in checks.CHECKS]


def _rule(check: checks.Check) -> CheckHelp:
    module = getmodule(check)
    doc = " ".join((getdoc(module) or "").split()) if module else ""
    meaning, _, examples = doc.partition("Passes:")
    passes, _, fails = examples.partition("Fails:")
    name = module.__name__.rpartition(".")[2] if module else ""
    return CheckHelp(name, meaning.strip(), passes.strip(), fails.strip())
