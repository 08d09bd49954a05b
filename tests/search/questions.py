"""Questions drawn from the records, with the answers that the records themselves give. No ranking was tuned on a seed."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from laomo.registry import Registry
from laomo.search import readings
from laomo.search.tokens import fold
from laomo.studio import Achievement, Studio

GENERIC = re.compile(r"(?:劳模|技能人才|工匠|人才|职工|巾帼|和|（[^）]*）)*创新工作室$|技能大师工作室$")
HAN = re.compile("[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Question:
    """What a visitor types, and the addresses of all that answers it."""

    kind: str
    text: str
    answers: frozenset[str]
    also: frozenset[str] = frozenset()
    """What else may rightly stand first: the records cannot tell who was meant by a slip."""

    @property
    def wanted(self) -> int:
        """How many answers the first ten hits can hold."""
        return min(len(self.answers), 10)


Answers = tuple[str, frozenset[str]] | tuple[str, frozenset[str], frozenset[str]]


@dataclass(frozen=True)
class Records:
    """The records with what each question is asked of."""

    registry: Registry
    random: random.Random
    folded: dict[Any, list[tuple[str, str]]] = field(default_factory=dict)
    """What has been read of the records already, by the function that read it."""

    def studio(self) -> Studio:
        return self.random.choice(self.registry.standing)

    def achievement(self) -> Achievement:
        return self.random.choice(self.registry.achievements)

    def piece(self, text: str, least: int, most: int) -> str:
        """A random stretch of Chinese characters."""
        runs = [run for run in HAN.findall(fold(text)) if len(run) >= least]
        if not runs:
            return ""
        run = self.random.choice(runs)
        length = min(len(run), self.random.randint(least, most))
        start = self.random.randint(0, len(run) - length)
        return run[start : start + length]

    def studios_where(self, said: Callable[[Studio], list[str]], text: str) -> frozenset[str]:
        needle = fold(text)
        found = _whole if needle.isascii() else str.__contains__
        return frozenset(url for url, words in self._studios(said) if found(words, needle))

    def achievements_where(self, said: Callable[[Achievement], str], text: str) -> frozenset[str]:
        needle = fold(text)
        found = _whole if needle.isascii() else str.__contains__
        return frozenset(url for url, words in self._achievements(said) if found(words, needle))

    def _studios(self, said: Callable[[Studio], list[str]]) -> list[tuple[str, str]]:
        if said not in self.folded:
            self.folded[said] = [(each.url, fold("\n".join(said(each)))) for each in self.registry.standing]
        return self.folded[said]

    def _achievements(self, said: Callable[[Achievement], str]) -> list[tuple[str, str]]:
        if said not in self.folded:
            self.folded[said] = [(each.url, fold(said(each))) for each in self.registry.achievements]
        return self.folded[said]


def _whole(text: str, word: str) -> bool:
    """Whether a word stands in a text, or the beginning of one."""
    return word in text and re.search(rf"(?<![^\W_\u4e00-\u9fff]){word}", text) is not None


def names(studio: Studio) -> list[str]:
    return [leader.name for leader in studio.record.leaders]


def names_and_title(studio: Studio) -> list[str]:
    return [studio.name, *names(studio)]


def units(studio: Studio) -> list[str]:
    return list(studio.record.units)


def specialities(studio: Studio) -> list[str]:
    return [word for leader in studio.record.leaders for word in leader.specialities]


def title(item: Achievement) -> str:
    return item.record.title


def title_and_kind(item: Achievement) -> str:
    return f"{item.record.title}\n{item.record.kind}\n{number(item)}"


def number(item: Achievement) -> str:
    return item.record.ip.number if item.record.ip and item.record.ip.number else ""


def running_text(studio: Studio) -> list[str]:
    """What the studio's own page tells in sentences."""
    record = studio.record
    told = [record.slogan, record.intro, record.positioning, record.methods]
    told += [leader.bio for leader in record.leaders]
    for year in studio.years:
        told.append(year.record.summary)
        told += [text for project in year.record.projects for text in (project.title, project.problem, project.goal)]
    for item in studio.achievements:
        if not item.has_page:
            told += [item.record.problem, item.record.solution, item.record.effect]
    return [text for text in told if text]


def everything(studio: Studio) -> list[str]:
    """All that a term may be found in, the names of its achievements too."""
    plain = [*names_and_title(studio), *units(studio), *specialities(studio), *running_text(studio)]
    jobs = [job for leader in studio.record.leaders for job in (leader.job, leader.title) if job]
    return [*plain, *jobs, studio.record.industry or "", *map(title_and_kind, studio.achievements)]


def exact_leader(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    return name, frozenset(studio.url for studio in records.registry.standing if name in names(studio))


def part_of_a_name(records: Records) -> Answers:
    part = records.piece(records.random.choice(names(records.studio())), 2, 2)
    return part, records.studios_where(names, part)


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
    return asked, frozenset(each.url for each in records.registry.achievements if number(each) == whole)


def pinyin(records: Records) -> Answers:
    syllables = readings.readings(records.random.choice(names(records.studio())))[0]
    typed = records.random.choice(["", " "]).join(syllables)
    return typed, _read(records, lambda ways: "".join(syllables) in {"".join(way) for way in ways})


def initials(records: Records) -> Answers:
    syllables = readings.readings(records.random.choice(names(records.studio())))[0]
    letters = "".join(syllable[0] for syllable in syllables)
    return letters, _read(records, lambda ways: letters in {"".join(s[0] for s in way) for way in ways})


def typo_by_sound(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    place = records.random.randrange(len(name))
    groups = [line for line in readings.sound_table().split("\n") if name[place] in line]
    others = [c for line in groups for c in line if ord(c) > 255 and c != name[place]]
    wrong = name[:place] + records.random.choice(others) + name[place + 1 :] if others else ""
    taken = bool(records.studios_where(names, wrong))
    same = frozenset(studio.url for studio in records.registry.standing if name in names(studio))
    return ("" if taken else wrong), same, _alike(records, wrong)


def typo_by_shape(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    place = records.random.randrange(len(name)) if len(name) > 2 else 0
    other = records.random.choice("末未土士日曰己已巳干千于天夭午牛田由甲申人入八刀力王玉主木本术禾白自目且大太犬")
    wrong = name[:place] + other + name[place + 1 :]
    taken = bool(records.studios_where(names, wrong))
    same = frozenset(studio.url for studio in records.registry.standing if name in names(studio))
    return ("" if taken or len(name) < 3 else wrong), same, _alike(records, wrong)


def _alike(records: Records, wrong: str) -> frozenset[str]:
    """Studios of leaders whose names differ from what was typed in one character."""
    return frozenset(
        studio.url
        for studio in records.registry.standing
        for name in names(studio)
        if len(name) == len(wrong) and sum(a != b for a, b in zip(name, wrong, strict=True)) == 1
    )


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
        for each in records.registry.standing
        if each.url in same and place in (each.record.region, each.union.name)
    )
    return f"{place} {part}", answers


def part_of_a_title(records: Records) -> Answers:
    part = records.piece(records.achievement().record.title, 5, 8)
    return part, records.achievements_where(title, part)


def _read(records: Records, fits: Callable[[tuple[tuple[str, ...], ...]], bool]) -> frozenset[str]:
    return frozenset(
        studio.url
        for studio in records.registry.standing
        if any(fits(readings.readings(name)) for name in names(studio))
    )


KINDS: tuple[Callable[[Records], Answers], ...] = (
    exact_leader,
    part_of_a_name,
    part_of_a_studio,
    part_of_a_company,
    term,
    fragment,
    latin_and_digits,
    patent_number,
    pinyin,
    initials,
    typo_by_sound,
    typo_by_shape,
    several_terms,
    facet_and_term,
    part_of_a_title,
)
MANY = {term, latin_and_digits}
MOST_ANSWERS = 5
"""More answers than that and a question tells little about the ranking; but terms have many."""


def draw(registry: Registry, seed: int, each: int) -> list[Question]:
    """So many questions of every kind, all different."""
    records = Records(registry, random.Random(seed))  # noqa: S311 (a fresh seed, not a secret)
    found: dict[str, Question] = {}
    for kind in KINDS:
        wanted = each
        for _ in range(each * 12):
            text, answers, *also = kind(records)
            few = kind in MANY or len(answers) <= MOST_ANSWERS
            if text and text not in found and answers and few:
                found[text] = Question(kind.__name__, text, answers, *also)
                wanted -= 1
                if not wanted:
                    break
    return list(found.values())
