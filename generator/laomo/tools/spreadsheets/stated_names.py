"""Studios and unions as people write them: 思明区, 思明区工会; a studio's name, a part of it, its leader. Who is not certain is asked about, with the candidates."""

import re
from collections.abc import Iterator
from functools import lru_cache

from laomo.text import studio_names, union_names
from laomo.text.compared import same
from laomo.tools.spreadsheets import cells
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.sheets import ID, NAME, UNION
from laomo.tools.spreadsheets.table_rows import SheetRow

_LEAST = 2
"""Characters that a part of a name has at least, to say whose it is."""
_SHOWN = 8
"""Candidates that are named."""
_ENDS = re.compile(r"(工作室|创新站|工作站)$")


def studio_of(draft: Draft, entry: SheetRow) -> str | None:
    """The id of the studio that a row means by its id, or by its name and its union; None, reported, when that is not certain."""
    said, studio = cells.one_line(entry.text(NAME)), entry.text(ID)
    if studio:
        return _by_id(draft, entry, studio, said)
    if not said:
        draft.tell(entry.at(NAME), "ledger-missing", field=NAME)
        return None
    found = _of_union(draft, studios(draft, said), entry.text(UNION))
    return only(draft, entry.at(NAME), said, found)


def _by_id(draft: Draft, entry: SheetRow, studio: str, said: str) -> str | None:
    if studio not in draft.studios:
        draft.tell(entry.at(ID), "ledger-no-studio", name=studio[:60])
        return None
    if said and studio not in studios(draft, said):
        filed = _name(draft, studio)
        draft.tell(entry.at(NAME), "ledger-id-of-other", name=said[:60], studio=studio, filed=filed)
        return None
    return studio


def only(draft: Draft, address: str, said: str, found: list[str]) -> str | None:
    """The one studio of those that a text may mean; None, reported with the candidates. One that is written otherwise is reported as a warning."""
    if not found:
        draft.tell(address, "ledger-no-studio", name=said[:60])
        return None
    if len(found) > 1:
        named = tuple(described(draft, studio) for studio in sorted(found)[:_SHOWN])
        draft.tell(address, "ledger-which-studio", name=said[:60], candidates=named)
        return None
    filed = _name(draft, found[0])
    if same(said) not in (same(filed), same(found[0])):
        draft.tell(address, "ledger-read-as", "warning", value=said[:40], made=filed[:40])
    return found[0]


def described(draft: Draft, studio: str) -> str:
    """A studio for people to choose: its name, its union, its id."""
    union = draft.archive.union_name(draft.studios[studio].parts[0])
    return f"{_name(draft, studio)} {union} {studio}"


def _name(draft: Draft, studio: str) -> str:
    return str(draft.now(draft.studios[studio]).get("name", studio))


def _of_union(draft: Draft, found: list[str], union: str) -> list[str]:
    """Those of a union, if the row names one and some are its."""
    meant = unions(draft.archive, union) if union else []
    return [each for each in found if draft.studios[each].parts[0] in meant] or found


def studios(draft: Draft, said: str) -> list[str]:
    """The ids of the studios that a text may mean: of those by id, name or former name, else by leader, else by a part of the name."""
    if said in draft.studios:
        return [said]
    return next((found for found in _guesses(draft, said) if found), [])


def _guesses(draft: Draft, said: str) -> Iterator[list[str]]:
    yield draft.named(said)
    yield draft.formerly(said)
    own = _own(said)
    if len(own) < _LEAST:
        return
    known = {studio: _own(_name(draft, studio)) for studio in draft.studios}
    yield [studio for studio, each in known.items() if each == own]
    yield draft.led_by([own])
    yield [studio for studio, each in known.items() if own in each]


@lru_cache(1 << 13)
def _own(name: str) -> str:
    """The distinctive part of a name, as names are compared."""
    return same(_ENDS.sub("", studio_names.split(name).own))


def unions(archive: Archive, said: str) -> list[str]:
    """The ids of the unions of an archive that a text may mean."""
    return union_names.meant(archive.called, said)


def union_of(draft: Draft, address: str, said: str) -> str | None:
    """The id of the union that a text means; None, reported with the candidates, when that is not certain."""
    found = unions(draft.archive, said)
    if len(found) == 1:
        return found[0]
    if not found:
        draft.tell(address, "ledger-union-unknown", name=said[:60])
        return None
    ask_union(draft, address, said, found)
    return None


def ask_union(draft: Draft, address: str, said: str, found: list[str]) -> None:
    """Report that a text may mean several unions, with their names and ids."""
    named = tuple(f"{draft.archive.union_name(union)} {union}" for union in found[:_SHOWN])
    draft.tell(address, "ledger-which-union", name=said[:60], candidates=named)
