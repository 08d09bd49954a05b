"""The records as questions ask of them: what of each studio and achievement holds a word."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from laomo.pages.search.tokens import fold
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio

HAN = re.compile("[\u4e00-\u9fff]+")

Answers = tuple[str, frozenset[str]] | tuple[str, frozenset[str], frozenset[str]]
"""What is typed; the addresses that answer it; what else may rightly stand first."""


@dataclass(frozen=True)
class Records:
    """The records with what each question is asked of."""

    registry: Registry
    random: random.Random
    folded: dict[Any, list[tuple[str, str]]] = field(default_factory=dict)
    """What has been read of the records already, by the function that read it."""

    def studio(self) -> Studio:
        return self.random.choice(self.registry.active_studios)

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
            self.folded[said] = [(each.url, fold("\n".join(said(each)))) for each in self.registry.active_studios]
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
        if not item.told:
            told += [item.record.problem, item.record.solution, item.record.effect]
    return [text for text in told if text]


def everything(studio: Studio) -> list[str]:
    """All that a term may be found in, the names of its achievements too."""
    plain = [*names_and_title(studio), *units(studio), *specialities(studio), *running_text(studio)]
    jobs = [job for leader in studio.record.leaders for job in (leader.job, leader.title) if job]
    return [*plain, *jobs, studio.record.industry or "", *map(title_and_kind, studio.achievements)]
