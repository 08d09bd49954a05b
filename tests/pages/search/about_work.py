"""Questions by what a studio is and does: its name, company, trade, text, achievements."""

import re

from laomo.pages.search.tokens import fold
from tests.pages.search.records import (
    Answers,
    Records,
    everything,
    names,
    names_and_title,
    number,
    running_text,
    specialities,
    title,
    title_and_kind,
    units,
)

GENERIC = re.compile(r"(?:劳模|技能人才|工匠|人才|职工|巾帼|和|（[^）]*）)*创新工作室$|技能大师工作室$")


def part_of_a_studio(records: Records) -> Answers:
    part = records.piece(GENERIC.sub("", records.studio().name), 3, 6)
    return part, records.studios_where(names_and_title, part)


def part_of_a_company(records: Records) -> Answers:
    part = records.piece(records.studio().record.units[0], 4, 7)
    return part, records.studios_where(units, part)


def term(records: Records) -> Answers:
    words = specialities(records.studio())
    return _said(records, records.random.choice(words) if words else "")


def _said(records: Records, word: str) -> Answers:
    return word, records.studios_where(everything, word) | records.achievements_where(title_and_kind, word)


def fragment(records: Records) -> Answers:
    texts = running_text(records.studio())
    part = records.piece(records.random.choice(texts), 4, 6) if texts else ""
    return part, records.studios_where(running_text, part), records.achievements_where(title, part)


def latin_and_digits(records: Records) -> Answers:
    studio = records.studio()
    found = re.findall(
        r"(?!20\d\d(?!\d))(?!\d\d(?!\d))[a-z0-9]{2,}",
        fold("\n".join([*running_text(studio), *map(title, studio.achievements)])),
    )
    return _said(records, records.random.choice(found) if found else "")


def patent_number(records: Records) -> Answers:
    whole = number(records.achievement())
    asked = records.random.choice([whole, re.sub(r"^\D+", "", whole), whole.replace("-", "")])
    same = (each.url for each in records.registry.achievements if whole and number(each) == whole)
    return asked, frozenset(same)


def several_terms(records: Records) -> Answers:
    item = records.achievement()
    part, name = records.piece(item.record.title, 3, 4), names(item.studio)[0]
    same = records.achievements_where(title, part)
    answers = frozenset(
        each.url for each in records.registry.achievements if each.url in same and name in names(each.studio)
    )
    return (f"{name} {part}" if part else ""), answers


def facet_and_term(records: Records) -> Answers:
    studio = records.studio()
    part = records.piece(studio.record.units[0], 4, 5)
    place = records.random.choice([studio.record.region, studio.union.name])
    same = records.studios_where(units, part)
    answers = frozenset(
        each.url
        for each in records.registry.active_studios
        if each.url in same and place in (each.record.region, each.union.name)
    )
    return f"{place} {part}", answers


def part_of_a_title(records: Records) -> Answers:
    part = records.piece(records.achievement().record.title, 5, 8)
    return part, records.achievements_where(title, part)
