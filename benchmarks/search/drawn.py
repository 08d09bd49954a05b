"""Questions to one site: what stands in braces is drawn from its records, the same for the same site; and what is right then."""

import random
import re
from collections.abc import Callable, Iterator
from functools import partial

from benchmarks.search.drawn_people import filled, of_a_person, trade_of, traditional
from benchmarks.search.natural import Line, Natural, lines
from benchmarks.search.said import ROOMS, Said, has

from laomo.registry.studio import Achievement, Studio

_GENERIC = re.compile(
    r"(?:劳模|技能人才|工匠|人才|职工|巾帼|和|（[^）]*）)*创新工作室$|技能大师工作室$|传统工艺工作室$"
)
_COMPANY = re.compile(r"(?:股份|有限|责任|集团|公司|总)+$")


def questions(said: Said) -> list[Natural]:
    """All questions that something on the site answers, and those that nothing can."""
    return [question for line in lines() for question in _asked(said, line)]


def _asked(said: Said, line: Line) -> Iterator[Natural]:
    for attempt in range(30):
        text, answers = _drawn(said, line, random.Random(f"{line.text} {attempt}"))  # noqa: S311 (a draw, no secret)
        if line.rule == "none" or (text and answers):
            yield Natural(line, text, partial(_is_one_of, answers))
            return
        if "{" not in line.text:
            return


def _is_one_of(answers: frozenset[str], hit: str) -> bool:
    return hit in answers or any(answer.endswith("*") and hit.startswith(answer[:-1]) for answer in answers)


def _drawn(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    """What is typed, and the addresses that answer it; one that ends in `*` stands for all that begin so."""
    plain: dict[str, Callable[[], frozenset[str]]] = {
        "trade": lambda: said.trade(line.words),
        "work": lambda: said.work(line.words),
        "units": lambda: said.of_studios(said.studios(lambda s: has("\n".join(s.record.units), line.words))),
        "level": lambda: said.studios(
            lambda s: any(
                d.decision.level in line.words and ("示范" not in line.text or d.decision.result == "示范")
                for d in s.valid_designations
            )
        ),
        "page": lambda: frozenset(f"{word}/*" for word in line.words if word in said.rooms),
        "any": lambda: frozenset(f"{room}*" for room in ROOMS),
        "none": frozenset,
    }
    if line.rule in plain:
        return line.text, plain[line.rule]()
    return _DRAWN[line.rule](said, line, by)


def _of_a_unit(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    studio = by.choice(said.registry.active_studios)
    unit = studio.record.units[0]
    core = _COMPANY.sub("", unit)
    start = by.randrange(max(1, len(core) - 3))
    values = {
        "单位": core,
        "单位四字": core[start : start + 4],
        "单位简称": core[:2] + core[-2:] if len(core) > 4 else core,
        "单位繁体": traditional(core),
        "工作室": studio.name,
        "工作室简称": _GENERIC.sub("", studio.name),
        "行当": trade_of(studio, studio.record.leaders[0].name) if studio.record.leaders else "",
    }
    asked = values["单位四字"] if "四字" in line.text else core
    if line.rule == "studio":
        return filled(line.text, values), said.of_studios(frozenset((studio.url,)))
    return filled(line.text, values), said.of_studios(
        said.studios(lambda s: any(asked in each for each in s.record.units))
    )


def _of_a_place(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    regions = sorted({s.record.region for s in said.registry.active_studios if s.record.region})
    region = by.choice(regions) if regions else ""
    text = filled(line.text, {"区": region, "区短": re.sub("[区县市]$", "", region)}) if region else ""
    if line.rule == "near":
        return text, said.trade(line.words, lambda s: s.record.region == region) - _stories(said)
    if line.rule == "union":
        pages = (union.id for union in said.registry.unions if union.name.startswith(region))
        return text, frozenset((*(f"unions/{union}/*" for union in pages), *_in(said, region)))
    page = (article.url for article in said.articles if article.url.startswith("regions/") and article.title == region)
    return text, said.of_studios(_in(said, region)) | {*page}


def _stories(said: Said) -> frozenset[str]:
    return frozenset(article.url for article in said.articles)


def _in(said: Said, region: str) -> frozenset[str]:
    return said.studios(lambda s: s.record.region == region)


def _of_a_number(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    numbered = [item for item in said.registry.achievements if item.record.ip and item.record.ip.number]
    if not numbered:
        return "", frozenset()
    number = _number(by.choice(numbered))
    digits = re.sub(r"\D", "", number)
    wide = str.maketrans("0123456789", "０１２３４５６７８９")
    plain = re.sub(r"^\D+", "", number)
    tail = digits[-4:] if "尾四" in line.text else digits[-5:] if "尾五" in line.text else digits
    values = {"专利": number, "专利尾四": digits[-4:], "专利尾五": digits[-5:]}
    values |= {"专利空格": " ".join(re.findall(r"\d{1,4}|\D+", plain)), "专利全角": plain.translate(wide)}
    return filled(line.text, values), said.achievements(
        lambda item: re.sub(r"\D", "", _number(item)).endswith(tail) if item.record.ip else False
    )


def _of_a_year(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    named = sorted({d.decision.date.year for s in said.registry.active_studios for d in s.valid_designations})
    made = sorted({item.year for item in said.registry.achievements})
    years = made if line.rule == "made" else named
    if not years:
        return "", frozenset()
    year = by.choice(years)
    text, dated = filled(line.text, {"年": str(year)}), "{年}" in line.text
    if line.rule == "made":
        return text, said.achievements(
            lambda item: (
                (line.words == ("*",) or item.record.kind in line.words)
                and (not dated or year in (item.year, _day(item)))
            )
        )

    def fits(studio: Studio) -> bool:
        each = {d.decision.date.year for d in studio.valid_designations}
        return any(one >= year for one in each) if line.rule == "since" else year in each

    pages = () if line.rule == "since" else (f"decisions/{year}*", f"studios/years/{year}/*")
    return text, frozenset((*said.studios(fits), *pages))


def _day(item: Achievement) -> int:
    return int(item.record.id[:4]) if item.record.id[:4].isdigit() else item.year


_DRAWN = {
    **dict.fromkeys(("person", "given", "surname"), of_a_person),
    **dict.fromkeys(("unit", "studio"), _of_a_unit),
    **dict.fromkeys(("near", "region", "union"), _of_a_place),
    **dict.fromkeys(("named", "made", "since"), _of_a_year),
    "number": _of_a_number,
}


def _number(item: Achievement) -> str:
    return item.record.ip.number or "" if item.record.ip else ""
