"""The sample city: the same bytes every time, records that hold together, and nothing told twice."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from tests.conftest import some

from laomo.generate import check
from laomo.project import Project
from laomo.records import layout
from laomo.records.models import DecisionRecord, StudioRecord, TargetRecord, YearRecord
from laomo.records.yaml import reader, writer
from laomo.text import personal_data
from laomo.tools import demo
from laomo.tools.demo import data, write

SEED = 2013
Studios = Mapping[str, StudioRecord]
Years = list[tuple[str, int, YearRecord]]


@pytest.fixture(scope="module")
def files() -> Mapping[PurePosixPath, bytes]:
    """All files of 300 studios."""
    return dict(demo.generate(300, SEED))


@pytest.fixture(scope="module")
def city(files: Mapping[PurePosixPath, bytes]) -> Mapping[PurePosixPath, Any]:
    """All records of 300 studios, by path below `studios/`."""
    return dict(_read(files.items()))


@pytest.fixture(scope="module")
def studios(city: Mapping[PurePosixPath, Any]) -> Studios:
    return {path.parts[1]: record for path, record in city.items() if path.name == "studio.yml"}


@pytest.fixture(scope="module")
def years(city: Mapping[PurePosixPath, Any]) -> Years:
    return [(p.parts[1], int(p.stem), record) for p, record in city.items() if isinstance(record, YearRecord)]


def test_same_arguments_same_bytes_with_another_hash_seed() -> None:
    code = (
        "import hashlib, laomo.tools.demo as d; h = hashlib.sha256();"
        f"[h.update(str(p).encode() + b) for p, b in d.generate(40, {SEED})]; print(h.hexdigest())"
    )
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONHASHSEED": "1", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert told == sha256(b"".join(str(p).encode() + b for p, b in demo.generate(40, SEED))).hexdigest()


def test_a_city_is_the_same_from_version_to_version(files: Mapping[PurePosixPath, bytes]) -> None:
    """Whoever changes it on purpose changes the digest with it: every word, figure and date of 300 studios is in it."""
    told = {kind: sha256() for kind in ("profiles", "years", "decisions")}
    for path, content in files.items():
        if len(path.parts) == 4:
            told["profiles" if path.name == "studio.yml" else "years"].update(f"{path}\0".encode() + content)
        elif path.parts[:2] == ("studios", "decisions"):
            told["decisions"].update(f"{path}\0".encode() + content)
    assert {kind: each.hexdigest()[:16] for kind, each in told.items()} == {
        "profiles": "f7d9ad36a626756e",
        "years": "9dd6d413058f5930",
        "decisions": "7e6976cf0b637165",
    }


def test_nearly_no_file_is_searched_for_personal_numbers(files: Mapping[PurePosixPath, bytes]) -> None:
    opened = [
        personal_data.may_hold(content.decode()) for path, content in some(files.items()) if path.suffix == ".yml"
    ]
    assert sum(opened) < len(opened) / 10


def test_what_belongs_to_no_studio_is_copied(files: Mapping[PurePosixPath, bytes]) -> None:
    copied = {
        PurePosixPath(below, file.relative_to(source).as_posix()): file.read_bytes()
        for source, below in ((data.STARTER, ""), (data.CITY, "studios"))
        for file in source.rglob("*")
        if file.is_file()
    }
    assert dict(demo.generate(0, SEED)) == copied
    assert copied.items() <= files.items()
    assert [*demo.generate(0, SEED)] == [
        *sorted((path, content) for path, content in copied.items() if path.parts[0] != "studios"),
        *sorted((path, content) for path, content in copied.items() if path.parts[0] == "studios"),
    ]


def test_another_seed_gives_another_city() -> None:
    assert dict(demo.generate(3, 1)).keys() != dict(demo.generate(3, 2)).keys()


def test_a_studio_does_not_depend_on_how_many_follow() -> None:
    few, many = ({p: b for p, b in demo.generate(n, SEED) if len(p.parts) == 4} for n in (30, 130))
    assert few.items() <= many.items()


@pytest.mark.parametrize("count", [0, 1, 100, 120])
def test_makes_exactly_so_many_studios_with_ids_of_their_own(count: int) -> None:
    profiles = [path for path, _ in demo.generate(count, SEED) if path.name == "studio.yml"]
    assert len(profiles) == len({path.parts[2] for path in profiles}) == count


def test_even_a_large_city_has_no_problem(tmp_path: Path) -> None:
    write(tmp_path, demo.generate(800, SEED))
    assert check(Project(tmp_path)).problems == ()


def test_keys_stand_in_the_order_of_the_model() -> None:
    for path, content in some(demo.generate(60, SEED)):
        model = layout.model_of(path.relative_to("studios")) if path.parts[0] == "studios" else None
        if model and len(path.parts) == 4:
            keys = list(_tree(content))
            assert keys == [key for key in model.model_fields if key in keys], path


def test_a_hundred_are_spread_like_the_targets_some_short_some_even_some_beyond() -> None:
    records = dict(_records(100))
    early = Counter(p.parts[0] for p, r in records.items() if isinstance(r, StudioRecord) and r.plaque.year <= 2013)
    decided = [r for r in records.values() if isinstance(r, DecisionRecord) and r.result == "达标"]
    qualified = {s.studio for r in decided for s in r.studios if r.date.year <= 2013}
    targets = data.read(data.CITY / "targets/2013.yml", TargetRecord).rows
    assert {(early[row.union] > row.created) - (early[row.union] < row.created) for row in targets} == {-1, 0, 1}
    assert (sum(early.values()), len(qualified)) == (pytest.approx(92, abs=3), pytest.approx(66, abs=4))


def test_decisions_name_studios_that_are_there_in_order_of_their_life(
    city: Mapping[Any, Any], studios: Studios
) -> None:
    dates: dict[tuple[str, str], Any] = {}
    for record in city.values():
        if isinstance(record, DecisionRecord):
            dates |= {(named.studio, record.result): record.date for named in record.studios}
    for (studio, result), date in dates.items():
        before = dates[studio, "达标"] if result == "命名" else dates[studio, "命名"] if result != "达标" else None
        assert before < date if before else studios[studio].plaque.surely_before(date)
        assert result != "达标" or any(h.level in ("市级", "省级", "全国") for h in studios[studio].leaders[0].honours)
    assert {studio for studio, result in dates if result == "撤销"} == {
        k for k, s in studios.items() if s.status == "撤销"
    }


def test_parts_of_a_team_add_up(studios: Studios) -> None:
    for studio in studios.values():
        assert studio.team
        for parts in (studio.team.by_grade, studio.team.by_age, studio.team.by_education):
            assert parts is None or sum(parts.values()) == studio.team.total
        assert (studio.team.frontline or 0) <= studio.team.total >= (studio.team.female or 0)


def test_nothing_happens_before_the_founding_or_after_the_data_end(studios: Studios, years: Years) -> None:
    for studio in studios.values():
        assert not studio.plaque.surely_before(studio.founded)
        assert all(honour.year <= studio.updated.year <= 2025 for who in studio.leaders for honour in who.honours)
    assert all(studios[studio].founded.year <= year <= 2025 for studio, year, _ in years)
    assert set(studios) == {studio for studio, _, _ in years}


def test_no_two_achievements_are_alike_and_no_title_returns_in_a_studio(years: Years) -> None:
    told = Counter((a.title, a.problem, a.solution) for _, _, year in years for a in year.achievements)
    titles = Counter((studio, a.title) for studio, _, year in years for a in year.achievements)
    assert (max(told.values()), max(titles.values())) == (1, 1)


def test_leaders_and_units_are_not_the_same_ones_again(studios: Studios) -> None:
    assert max(Counter(who.name for s in studios.values() for who in s.leaders).values()) == 1
    assert max(Counter(studio.units[0] for studio in studios.values()).values()) == 1


def test_a_year_holds_together(years: Years) -> None:
    for studio, number, year in years:
        ids = {achievement.id for achievement in year.achievements}
        assert year.achievements, (studio, number)
        assert 1 <= len(year.projects) <= 4
        assert {result for project in year.projects for result in project.results} <= ids
        for project in year.projects:
            assert project.end is None or project.start.surely_before(project.end)
        if year.suggestions:
            counts = (year.suggestions.proposed, year.suggestions.adopted, year.suggestions.implemented)
            assert list(counts) == sorted(counts, reverse=True)
        if year.mentoring:
            assert sum(outcome.count for outcome in year.mentoring.outcomes) <= year.mentoring.apprentices


def test_patent_numbers_are_plainly_examples_and_belong_to_one_result(years: Years) -> None:
    numbers = [a.ip.number for _, _, year in years for a in year.achievements if a.ip and a.ip.number]
    assert all(number.startswith("示例专利") for number in numbers)
    assert len(numbers) == len(set(numbers))


def test_everything_says_that_it_is_a_sample(city: Mapping[PurePosixPath, Any]) -> None:
    assert all(getattr(record, "sample", True) for record in city.values())


@pytest.mark.parametrize(
    "value",
    [
        "是",
        "2013-06",
        "约120平方米",
        "a: b",
        "a #b",
        "“引”",
        "- x",
        "'q'",
        '"q"',
        "[x]",
        "%",
        "一，二",
        "x:",
        "@a",
        "null",
    ],
)
def test_written_text_reads_back(value: str) -> None:
    record = {"a": value, "b": [value, value], "c": [{"d": value, "e": {"f": value}}], "g": f"{value}\n\n{value}"}
    read = _tree(writer.write(record))
    assert read == {**record, "g": f"{value}\n\n{value}\n"}


def _records(studios: int) -> Iterator[tuple[PurePosixPath, Any]]:
    return _read(demo.generate(studios, SEED))


def _read(files: Iterable[tuple[PurePosixPath, bytes]]) -> Iterator[tuple[PurePosixPath, Any]]:
    for path, content in files:
        if path.parts[0] != "studios":
            continue  # mkdocs.yml and a first page: no records
        below = path.relative_to("studios")
        model = layout.model_of(below)
        assert model, path
        yield below, model.model_validate(_tree(content))


def _tree(content: bytes) -> Any:
    tree, problems = reader.read(content, "test.yml")
    assert problems == []
    return tree
