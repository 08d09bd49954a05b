"""The union that an option names, as people write it."""

import click

from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.text import union_names


def meant(language: Language, unions: union_names.Called, said: str) -> str | None:
    """The id of the union that an option names; None when none is called so. Raises UsageError, with the candidates, when several may be meant."""
    found = union_names.meant(unions, said)
    if len(found) > 1:
        candidates = tuple(part for each in found for part in (each, [*unions[each]][:2][-1]))
        raise click.UsageError(line("which-union-here", language, union=said, unions=candidates))
    return found[0] if found else None


def known(language: Language, unions: union_names.Called, said: str) -> str:
    """Likewise, but there must be one. Raises UsageError."""
    union = meant(language, unions, said)
    if union is None:
        raise click.UsageError(line("ledger-unknown-union", language, union=said))
    return union
