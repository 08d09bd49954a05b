"""What a folder of records is found to hold: the good records, the pictures, and every problem of the rest at its place."""

import os
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest

from laomo.problems.problem import Problem
from laomo.records import loader, models
from laomo.records.loader import Loaded
from laomo.records.parse_cache import ParseCache
from laomo.system.files import digest, stamp

GOOD = "stewards: [a]\n"
UNIONS = "unions:\n  - {id: north, name: 北区总工会, kind: 区工会}\n"


def written(folder: Path, **files: str | bytes) -> Path:
    """The folder with files; `__` in a name stands for a slash, and what has no dot is a record in YAML."""
    for name, said in files.items():
        place = folder / name.replace("__", "/")
        file = place if "." in place.name else place.with_name(f"{place.name}.yml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(said if isinstance(said, bytes) else said.encode())
    return folder


def codes(loaded: Loaded) -> list[tuple[str, str]]:
    return [(problem.path.removeprefix("studios/"), problem.code) for problem in loaded.problems]


@pytest.mark.parametrize(
    ("text", "expected", "good"),
    [
        (GOOD, [], True),
        ("stewards: []\n", [], True),
        ("", [], True),
        ("stewards: [\n", ["syntax"], False),
        ("# 电话13800138000\n", ["personal-mobile"], False),
        ("stewards: [a]  # 电话13800138000\n", ["personal-mobile"], False),
        ('stewards: ["138\\u00300138000"]\n', ["personal-mobile"], False),
        ("stewards: [a]\nstewards: [b]\n", ["duplicate-key"], False),
        ("stewards: [a, _b]\n", ["account-malformed"], False),
        ("stewards: [a, _b]\nx: 1\nx: 2\n", ["duplicate-key", "account-malformed", "unknown-field"], False),
        ("stewards: [a]  # 13800138000 # 复核 2025-05-01：是设备编号\n", [], True),
    ],
)
def test_what_one_file_says(tmp_path: Path, text: str, expected: list[str], good: bool) -> None:
    loaded = loader.load(written(tmp_path, owners=text))
    path = PurePosixPath("owners.yml")
    assert codes(loaded)[-2:] == [("site.yml", "missing-file"), ("unions.yml", "missing-file")]
    assert sorted(code for _, code in codes(loaded)[:-2]) == sorted(expected)
    assert (path in loaded.records, path in loaded.digests, path in loaded.broken) == (good, good, not good)
    assert list(loaded.found) == [path]


def test_a_profile_without_anything_says_what_it_lacks(tmp_path: Path) -> None:
    problems = loader.load(written(tmp_path, unions="")).problems
    assert [(each.code, each.loc) for each in problems if each.path == "studios/unions.yml"] == [
        ("missing", ("unions",))
    ]
    problems = loader.load(written(tmp_path, unions="{")).problems
    assert [each.code for each in problems if each.path == "studios/unions.yml"] == ["syntax"]


def test_a_hidden_number_is_named_at_its_field(tmp_path: Path) -> None:
    text = 'stewards: [a, "1380\\u00300138000"]\nunions: {b: ["138\\u00300138000"]}\n'
    problems = loader.load(written(tmp_path, owners=text)).problems
    assert [(each.code, each.loc) for each in problems[:1]] == [("personal-mobile", ("unions", "b", 0))]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"x.txt": ""}, [("x.txt", "unexpected-file")]),
        ({"north__x.yml": ""}, [("north/x.yml", "unexpected-file")]),
        ({"north__weld__studio": "{"}, [("north/weld/studio.yml", "syntax")]),
        ({"North__we_ld__studio": ""}, [("North/we_ld/studio.yml", "folder-name")] * 2),
        ({"con__page-2__studio": ""}, [("con/page-2/studio.yml", "reserved-name")] * 2),
        ({"con__Weld__studio": ""}, [("con/Weld/studio.yml", "reserved-name"), ("con/Weld/studio.yml", "folder-name")]),
        ({"north__weld__2013": ""}, [("north/weld/2013.yml", "studio-without-profile")]),
        ({"standards__a__b.yml": ""}, [("standards/a/b.yml", "unexpected-file")]),
        ({"north__weld__photos__13800138000.png": b""}, [("north/weld/photos/13800138000.png", "personal-mobile")]),
        ({"north__weld__photos__x.gif": b""}, [("north/weld/photos/x.gif", "unexpected-file")]),
        ({"north__weld__photos__x.png": b""}, []),
    ],
)
def test_what_lies_in_a_wrong_place(
    tmp_path: Path, files: dict[str, str | bytes], expected: list[tuple[str, str]]
) -> None:
    loaded = loader.load(written(tmp_path, **files))
    assert codes(loaded)[: len(expected)] == expected
    assert codes(loaded)[len(expected) :] == [("site.yml", "missing-file"), ("unions.yml", "missing-file")]
    pictures = ["north/weld/photos/x.png"] if not expected else []
    assert [str(path) for path in loaded.pictures] == pictures
    facts = [each.facts.get("name") for each in loaded.problems if each.code in ("folder-name", "reserved-name")]
    assert facts == [name for name in ("North", "we_ld", "con", "page-2", "Weld") if name in str(expected)]


def test_links_are_no_records(tmp_path: Path) -> None:
    (written(tmp_path, owners=GOOD) / "vocabulary.yml").symlink_to("owners.yml")
    assert codes(loader.load(tmp_path))[0] == ("vocabulary.yml", "symlink")


def test_a_faulty_file_keeps_its_record_and_an_untouched_one_is_not_read_again(tmp_path: Path) -> None:
    folder = written(tmp_path, owners=GOOD, vocabulary="regions: {北区: north}\n")
    first = loader.load(folder)
    written(folder, owners="stewards: [\n")
    second = loader.load(folder, first)
    owners, words = PurePosixPath("owners.yml"), PurePosixPath("vocabulary.yml")
    assert (second.records, second.digests, second.broken) == (first.records, first.digests, frozenset())
    assert second.found[words] is first.found[words]
    assert [code for _, code in codes(second)] == ["syntax", "missing-file", "missing-file"]
    third = loader.load(folder, second)
    assert third.found[owners] is second.found[owners]
    assert third.problems == second.problems
    assert loader.load(folder).broken == {owners}
    (folder / "owners.yml").unlink()
    assert list(loader.load(folder, third).records) == [words]


SAVES: list[tuple[dict[str, str], set[str], bool]] = [
    ({"owners": GOOD}, {"owners.yml"}, True),
    ({"owners": "stewards: [b]\n", "unions": UNIONS}, {"owners.yml", "unions.yml"}, True),
    ({"owners": "stewards: [\n"}, {"owners.yml"}, True),
    ({"vocabulary": "regions: {北区: north}\n"}, {"vocabulary.yml"}, True),
    ({"vocabulary": "电话: 13800138000\n"}, {"vocabulary.yml"}, True),
    ({"owners": "stewards: [c]\n"}, {"owners.yml", ".owners.yml.swp", "4913"}, True),
    ({"alliances": "alliances: []\n"}, {"alliances.yml"}, False),
    ({"north__crane__photos__a.png": "x"}, {"north/crane/photos/a.png"}, False),
    ({"owners.yml.bak": "x"}, {"owners.yml.bak"}, False),
    ({}, {"site.yml"}, True),
]
"""Files that are written, names that are said to have changed, and whether it is enough to read these."""


@pytest.mark.parametrize(("files", "saved", "enough"), SAVES)
def test_saved_records_are_read_again_and_nothing_else(
    tmp_path: Path, files: dict[str, str], saved: set[str], *, enough: bool
) -> None:
    folder = written(tmp_path, owners=GOOD, unions=UNIONS, vocabulary="regions: [\n")
    first = loader.load(folder)
    again = loader.reread(written(folder, **files), first, [*map(PurePosixPath, saved)])
    wanted = loader.load(folder, first)
    assert (again is not None) == enough
    if again:
        assert {*codes(again)} == {*codes(wanted)}
        assert replace(again, problems=()) == replace(wanted, problems=())
        assert [*again.records] == [*wanted.records]


def test_a_record_that_is_gone_has_everything_read(tmp_path: Path) -> None:
    folder = written(tmp_path, owners=GOOD)
    first = loader.load(folder)
    (folder / "owners.yml").unlink()
    assert loader.reread(folder, first, [PurePosixPath("owners.yml")]) is None


def test_a_file_that_nobody_names_is_not_read_again(tmp_path: Path) -> None:
    folder = written(tmp_path, owners=GOOD, unions=UNIONS)
    first = loader.load(folder)
    again = loader.reread(written(folder, owners="stewards: [b]\n", unions="["), first, [PurePosixPath("owners.yml")])
    assert again
    assert again.found[PurePosixPath("unions.yml")] is first.found[PurePosixPath("unions.yml")]
    assert again.records[PurePosixPath("owners.yml")] == models.OwnersRecord(stewards=("b",))


def test_what_was_parsed_before_is_the_same(tmp_path: Path) -> None:
    folder, cache = (
        written(tmp_path / "studios", owners=GOOD, unions=UNIONS, vocabulary="regions: {a: B}\n"),
        tmp_path / "trees",
    )
    loads = [loader.load(folder, None, cache) for _ in range(3)]
    assert loads[0].problems == loads[1].problems == loads[2].problems == loader.load(folder).problems
    assert loads[0].records == loads[2].records
    assert [str(path) for path in loads[2].broken] == ["vocabulary.yml"]
    assert isinstance(loads[2].records[PurePosixPath("unions.yml")], models.UnionsRecord)


def test_other_records_stand_in_order_and_mend_what_was_broken(tmp_path: Path) -> None:
    loaded = loader.load(written(tmp_path, owners="[", vocabulary="regions: {a: b}\n"))
    owners = models.OwnersRecord(stewards=("a",))
    made = loader.with_records(loaded, {PurePosixPath("owners.yml"): owners, PurePosixPath("alliances.yml"): owners})
    assert [str(path) for path in made.records] == ["alliances.yml", "owners.yml", "vocabulary.yml"]
    assert (made.broken, made.problems) == (frozenset(), loaded.problems)


def test_what_is_no_file_any_more_when_it_is_opened(tmp_path: Path) -> None:
    """Between the look at a folder and the reading somebody may put a link or a pipe there, or take the file away."""
    written(tmp_path, owners=GOOD)
    (tmp_path / "link.yml").symlink_to("owners.yml")
    os.mkfifo(tmp_path / "pipe.yml")
    read = loader._Reading(tmp_path, frozenset())
    codes = {"link": "symlink", "pipe": "special-file", "gone": "unreadable-file"}
    for name, code in codes.items():
        parsed = loader._Parsed("", None, (Problem(f"studios/{name}.yml", code),))
        assert read(PurePosixPath(f"{name}.yml")) == parsed
        made = loader._record(PurePosixPath("owners.yml"), "stamp", parsed, ParseCache())
        assert made == loader.LoadedFile("stamp", None, "", parsed.problems)


def test_what_is_known_is_not_parsed_again(tmp_path: Path) -> None:
    written(tmp_path, owners=GOOD)
    path, seen = PurePosixPath("owners.yml"), digest(GOOD.encode())
    assert loader._Reading(tmp_path, frozenset())(path) == loader._Parsed(seen, payload=b'{"stewards": ["a"]}\n')
    assert loader._Reading(tmp_path, frozenset({seen}))(path) == loader._Parsed(seen, None, ())
    trees = ParseCache(known={seen: b'{"stewards": ["b"]}\n'})
    made = loader._record(path, "stamp", loader._Parsed(seen), trees)
    assert made == loader.LoadedFile("stamp", models.OwnersRecord(stewards=("b",)), seen, ())
    faulty = ParseCache(known={seen: b'{"stewards": ["_b"]}\n'})
    told = loader._record(path, "stamp", loader._Parsed(seen), faulty)
    assert (told.record, told.digest, [each.code for each in told.problems]) == (None, seen, ["account-malformed"])
    with pytest.raises(ValueError, match=r"x\.yml"):
        loader._record(PurePosixPath("x.yml"), "", loader._Parsed(seen), trees)


@pytest.mark.parametrize(
    ("text", "kept"), [("# a\n", True), ("x: '1'\n", True), ("stewards: [a]\nx: {", False), ("x: 13800138000\n", False)]
)
def test_only_trees_without_a_fault_are_kept(tmp_path: Path, text: str, kept: bool) -> None:
    written(tmp_path, owners=text)
    path, trees = PurePosixPath("owners.yml"), ParseCache()
    loader._record(path, "", loader._Reading(tmp_path, frozenset())(path), trees)
    assert list(trees.used) == [digest(text.encode())] * kept


def test_all_that_was_found_of_a_folder(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "a", owners=GOOD, vocabulary="regions: {北区: A}\n", north__weld__photos__x__png=b"", site="{"
    )
    (folder / "north/weld/photos/x/png.yml").rename(folder / "north/weld/photos/x.png")
    loaded = loader.load(folder)
    owners, site, words = map(PurePosixPath, ("owners.yml", "site.yml", "vocabulary.yml"))
    facts = {"field": ("北区",), "value": "A"}
    problems = (
        Problem("studios/site.yml", "syntax", facts={"line": ""}, line=2, column=1),
        Problem("studios/vocabulary.yml", "slug-malformed", ("regions", "北区"), facts),
        Problem("studios/unions.yml", "missing-file", facts={"name": "unions.yml"}),
    )
    record, seen = (
        models.OwnersRecord(stewards=("a",)),
        {path: digest((folder / path).read_bytes()) for path in (owners, site, words)},
    )
    assert loaded == Loaded(
        {owners: record},
        frozenset({PurePosixPath("north/weld/photos/x.png")}),
        problems,
        frozenset({site, words}),
        {owners: seen[owners]},
        {
            owners: loader.LoadedFile(stamp(folder / owners), record, seen[owners], ()),
            site: loader.LoadedFile(stamp(folder / site), None, seen[site], problems[:1]),
            words: loader.LoadedFile(stamp(folder / words), None, seen[words], problems[1:2]),
        },
    )
    assert list(loaded.found) == [owners, site, words]


@pytest.mark.parametrize("readable", [True, False])
def test_pictures_of_iphones_need_their_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, readable: bool
) -> None:
    monkeypatch.setattr(loader.heic, "readable", lambda: readable)
    loaded = loader.load(written(tmp_path, **{"north__weld__photos__x.HEIC": b"", "x.heic": b""}))
    told = [("north/weld/photos/x.HEIC", "heic"), ("x.heic", "heic")]
    assert codes(loaded)[:-2] == ([("x.heic", "unexpected-file")] if readable else told)
    assert [str(path) for path in loaded.pictures] == (["north/weld/photos/x.HEIC"] if readable else [])


def test_numbers_in_paths_and_texts_are_told_with_their_signs_masked(tmp_path: Path) -> None:
    loaded = loader.load(written(tmp_path, **{"13800138000__studio__x.yml": "", "owners": "# 13900139000\n"}))
    masked = {problem.path: problem.facts["masked"] for problem in loaded.problems if problem.code == "personal-mobile"}
    assert masked == {"studios/13800138000/studio/x.yml": "13" + "*" * 9, "studios/owners.yml": "13" + "*" * 9}
    assert loader.private("电话13800138000", "a") == [
        Problem("a", "personal-mobile", facts={"masked": "13" + "*" * 9}, line=1, column=3)
    ]
