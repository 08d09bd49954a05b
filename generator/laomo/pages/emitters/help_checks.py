"""The help page about checks, made from their docstrings, so that it is always up to date."""

from collections.abc import Iterator
from dataclasses import dataclass
from inspect import getdoc, getmodule

from laomo import checks
from laomo.pages import breadcrumbs
from laomo.pages.context import Context
from laomo.system.output import Output


@dataclass(frozen=True, slots=True)
class CheckHelp:
    """A check's name and the parts of its docstring."""

    name: str
    meaning: str
    passes: str
    fails: str


def emit(context: Context) -> Iterator[Output]:
    trail = breadcrumbs.to(*context.existing(breadcrumbs.HELP), ("检查规则", "help/checks/"))
    yield context.page("checks.md", "help/checks/", trail=trail, rules=rules())


def rules() -> list[CheckHelp]:
    """The help of all checks in the order in which they run."""
    return [_rule(check) for check in checks.CHECKS]


def _rule(check: checks.Check) -> CheckHelp:
    module = getmodule(check)
    doc = " ".join((getdoc(module) or "").split()) if module else ""
    meaning, _, examples = doc.partition("Passes:")
    passes, _, fails = examples.partition("Fails:")
    name = module.__name__.rpartition(".")[2] if module else ""
    return CheckHelp(name, meaning.strip(), passes.strip(), fails.strip())
