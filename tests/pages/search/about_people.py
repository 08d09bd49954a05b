"""Questions by a leader's name: whole, in part, in letters, and mistyped."""

from collections.abc import Callable

from laomo.pages.search import name_readings
from tests.pages.search.records import Answers, Records, names


def exact_leader(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    return name, frozenset(studio.url for studio in records.registry.active_studios if name in names(studio))


def part_of_a_name(records: Records) -> Answers:
    part = records.piece(records.random.choice(names(records.studio())), 2, 2)
    return part, records.studios_where(names, part)


def pinyin(records: Records) -> Answers:
    syllables = name_readings.readings(records.random.choice(names(records.studio())))[0]
    typed = records.random.choice(["", " "]).join(syllables)
    return typed, _read(records, lambda ways: "".join(syllables) in {"".join(way) for way in ways})


def initials(records: Records) -> Answers:
    syllables = name_readings.readings(records.random.choice(names(records.studio())))[0]
    letters = "".join(syllable[0] for syllable in syllables)
    return letters, _read(records, lambda ways: letters in {"".join(s[0] for s in way) for way in ways})


def typo_by_sound(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    place = records.random.randrange(len(name))
    groups = [line for line in name_readings.sound_table().split("\n") if name[place] in line]
    others = [c for line in groups for c in line if ord(c) > 255 and c != name[place]]
    wrong = name[:place] + records.random.choice(others) + name[place + 1 :] if others else ""
    taken = bool(records.studios_where(names, wrong))
    same = frozenset(studio.url for studio in records.registry.active_studios if name in names(studio))
    return ("" if taken else wrong), same, _alike(records, wrong)


def typo_by_shape(records: Records) -> Answers:
    name = records.random.choice(names(records.studio()))
    place = records.random.randrange(len(name)) if len(name) > 2 else 0
    other = records.random.choice("末未土士日曰己已巳干千于天夭午牛田由甲申人入八刀力王玉主木本术禾白自目且大太犬")
    wrong = name[:place] + other + name[place + 1 :]
    taken = bool(records.studios_where(names, wrong))
    same = frozenset(studio.url for studio in records.registry.active_studios if name in names(studio))
    return ("" if taken or len(name) < 3 else wrong), same, _alike(records, wrong)


def _alike(records: Records, wrong: str) -> frozenset[str]:
    """Studios of leaders whose names differ from what was typed in one character."""
    return frozenset(
        studio.url
        for studio in records.registry.active_studios
        for name in names(studio)
        if len(name) == len(wrong) and sum(a != b for a, b in zip(name, wrong, strict=True)) == 1
    )


def _read(records: Records, fits: Callable[[tuple[tuple[str, ...], ...]], bool]) -> frozenset[str]:
    return frozenset(
        studio.url
        for studio in records.registry.active_studios
        if any(fits(name_readings.readings(name)) for name in names(studio))
    )
