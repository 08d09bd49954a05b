"""Names, sizes and modes of files, who may change them, and the waivers of a text: each rule with what it must let pass."""

import pytest
from tests.tools.review.gitsite import IDENTITY

from laomo.records import models
from laomo.system import git
from laomo.system.git import TreeEntry
from laomo.tools.review import file_rules, ownership, waivers
from laomo.tools.review.ownership import Author
from laomo.tools.review.waivers import Waiver

ODD = (
    *("a//b", "/a", "a/", "", ".", "..", "a/./b", "a/../b", " a", "a ", "a.", "a/ b", "a/b /c", "a/. b", "... ", "..."),
    *(".git", "a/.git/b", ".GIT", "git~1", "GIT~12", ".gitmodules", "a/.GitModules", ".git.", ".git ", ".g\u200cit", "．git", "ｇｉｔ~1"),
    *("a\\b", "a:b", "a*b", "a?b", 'a"b', "a<b", "a>b", "a|b"),
    *("con", "CON", "con.txt", "prn", "aux", "nul", "nul.tar.gz", "com1", "COM9.x", "lpt0", "x/con/y"),
    *("studios/.hidden", "studios/north/.gitattributes", "studios/north/.a/b"),
    *("a\nb", "a\tb", "a\u202eb", "a\u200bb", "a\x7fb"),
)  # fmt: skip
PLAIN = (
    *("mkdocs.yml", ".github/workflows/x.yml", ".gitignore", ".gitattributes", ".hidden", "..a", "a..b", "a.b.c"),
    *("content/.hidden", "tests/.x/y", "studios/north/weld/photos/封 面.png", "studios/甲/乙.yml", "content/关于.md", "a b", "a-b_c", "ＡＢ"),
    *("gita", "agit", "git~", "git~x", "xgit~1", "a.git", ".gitmodule", ".gitmodulesx", ".github"),
    *("conx", "xcon", "com", "com10", "lpt", "nulx.txt", "x.con", "acon.txt", "auxiliary"),
    *("X", "Xa", "aX", ".gitX", "X.git", "git~1X", "a/X/b"),
)  # fmt: skip


@pytest.mark.parametrize("path", ODD)
def test_names_that_some_computer_cannot_have(path: str) -> None:
    assert [(problem.path, problem.code) for problem in file_rules.odd_name(path)] == [
        (file_rules.shown(path), "path-odd")
    ]


@pytest.mark.parametrize("path", PLAIN)
def test_names_that_every_computer_can_have(path: str) -> None:
    assert list(file_rules.odd_name(path)) == []


def test_paths_are_shown_without_what_cannot_be_printed_and_without_numbers() -> None:
    assert file_rules.shown("a\n\u202eb/封 面.png") == "a��b/封 面.png"
    assert file_rules.shown("a/13800138000.png") == "a/13*********.png"
    assert IDENTITY not in file_rules.shown(f"a/{IDENTITY}.png")


LIMITS = {
    **dict.fromkeys(("a.yml", "a.md", "x/b.YML", "studios/a.b.md"), 1_000_000),
    **dict.fromkeys(("a.pdf", "a.docx", "a.xlsx", "a.PDF"), 20_000_000),
    **dict.fromkeys(("a.csv", "a.txt"), 5_000_000),
    **dict.fromkeys(("a.png", "a.yaml", "a", "yml", "a.md.png", ""), 10_000_000),
} | {"yml": 1_000_000}


@pytest.mark.parametrize(("path", "limit"), LIMITS.items())
def test_the_most_bytes_of_a_file(path: str, limit: int) -> None:
    assert list(file_rules.too_large(path, limit)) == []
    (problem,) = file_rules.too_large(path, limit + 1)
    assert (problem.path, problem.code, problem.facts) == (path, "file-too-large", {"limit": limit})


def clashes(*paths: str) -> list[tuple[str, object]]:
    return [
        (problem.path, problem.facts["other"])
        for problem in file_rules.clashes(TreeEntry(path, git.FILE, "0") for path in paths)
    ]


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("a/b", "a/c", "b"), []),
        (("a/b", "A/c"), [("a", "A")]),
        (("a/B", "a/b", "a/ｂ"), [("a/b", "a/B"), ("a/ｂ", "a/B")]),
        (("Straße", "strasse"), [("strasse", "Straße")]),
        (("é", "e\u0301"), [("é", "e\u0301")]),
        (("a/b/c", "A/b/c"), [("a", "A"), ("a/b", "A/b"), ("a/b/c", "A/b/c")]),
        (("a", "b", "a"), []),
    ],
)
def test_paths_that_some_file_systems_take_for_one(paths: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    assert clashes(*paths) == expected


CLERK, CHIEF = (
    Author("clerk", frozenset({"north", "city", "west", "east", "lake", "hill"}), steward=False),
    Author("chief", frozenset(), steward=True),
)


@pytest.mark.parametrize(
    ("path", "clerk"),
    [
        ("studios/north/weld/studio.yml", True),
        ("studios/city/x", True),
        ("studios/north", False),
        ("studios/south/weld/studio.yml", False),
        ("studios/owners.yml", False),
        ("content/north/a.md", False),
        ("north/studios/a.md", False),
        ("mkdocs.yml", False),
    ],
)
def test_who_may_change_what(path: str, *, clerk: bool) -> None:
    assert (CLERK.may_change(path), CHIEF.may_change(path)) == (clerk, True)


def test_the_rights_of_an_account_whatever_its_case() -> None:
    record = models.OwnersRecord(
        stewards=("Chief",), unions={"north": ("Clerk", "other"), "south": ("clerk2",), "city": ("CLERK",)}
    )
    assert ownership.author("cLERK", record) == Author("cLERK", frozenset({"north", "city"}), steward=False)
    assert ownership.author("chief", record) == Author("chief", frozenset(), steward=True)
    assert ownership.author("nobody", record) == Author("nobody", frozenset(), steward=False)


RECORD, PICTURE = "studios/north/weld/studio.yml", "studios/north/weld/photos/a.png"
ENTRIES = [
    # path, mode, bytes; what a clerk is told, what a steward is told
    (RECORD, git.FILE, 10, [], []),
    (PICTURE, git.FILE, 10, [], []),
    ("studios/city/x/2013.yml", git.FILE, 10, [], []),
    ("studios/south/nurse/studio.yml", git.FILE, 10, ["not-owner"], []),
    ("studios/south/nurse/studio.yml", git.NOTHING, 0, ["not-owner"], []),
    ("mkdocs.yml", git.FILE, 10, ["not-owner"], []),
    ("studios/north/weld/notes.txt", git.FILE, 10, ["unexpected-file"], []),
    ("studios/north/weld/notes.txt", git.NOTHING, 0, [], []),
    ("studios/north/.gitattributes", git.FILE, 10, ["unexpected-file", "path-odd"], ["path-odd"]),
    ("studios/north/.gitattributes", git.NOTHING, 0, [], []),
    (RECORD, git.LINK, 10, ["symlink"], ["symlink"]),
    (RECORD, git.MODULE, 0, ["submodule"], ["submodule"]),
    (RECORD, git.PROGRAM, 10, ["executable"], ["executable"]),
    ("content/a.md", git.PROGRAM, 10, ["not-owner", "executable"], ["executable"]),
    ("tests/prepare", git.PROGRAM, 10, ["not-owner", "executable"], []),
    ("studiosx/prepare", git.PROGRAM, 10, ["not-owner", "executable"], []),
    (RECORD, git.FILE, 1_000_001, ["file-too-large"], ["file-too-large"]),
    ("studios/north/con/studio.yml", git.FILE, 10, ["path-odd"], ["path-odd"]),
]


@pytest.mark.parametrize(("path", "mode", "size", "clerk", "chief"), ENTRIES)
def test_what_is_said_of_one_changed_file(path: str, mode: str, size: int, clerk: list[str], chief: list[str]) -> None:
    entry = TreeEntry(path, mode, "0", size)
    for who, expected in ((CLERK, clerk), (CHIEF, chief)):
        found = list(ownership._of_entry(entry, who))
        assert [problem.code for problem in found] == expected
        assert {problem.path for problem in found} <= {path}
        for problem in found:
            if problem.code == "not-owner":
                assert problem.facts == {"author": "clerk", "unions": ("city", "east", "hill", "lake", "north", "west")}


def test_owners_for_platforms_with_those_of_the_unions_above() -> None:
    unions = [
        models.UnionRecord(id="a", name="甲", kind="区工会", parent="b"),
        models.UnionRecord(id="b", name="乙", kind="区工会", parent="c"),
        models.UnionRecord(id="c", name="丙", kind="区工会"),
    ]
    record = models.OwnersRecord(stewards=("s", "t"), unions={"a": ("x", "s"), "c": ("y", "x"), "lost": ("z",)})
    assert (
        ownership.code_owners(record, unions)
        == "* @s @t\n/studios/a/ @x @s @y @t\n/studios/c/ @y @x @s @t\n/studios/lost/ @z @s @t\n"
    )
    assert ownership.code_owners(models.OwnersRecord(), unions) == ""


TEXT = "甲: 1\n  # 复核 2026-01-01：设备编号一\n乙: 2\n丙: 3 # 复核 2026-01-01：设备编号二\n丁: 4\n# 复核：没有日子的\n# 复核 2026-01-01：最后一行的"
FOUND = [
    Waiver("x.yml", 2, "设备编号一", "# 复核 2026-01-01：设备编号一\n乙: 2"),
    Waiver("x.yml", 4, "设备编号二", "丙: 3 # 复核 2026-01-01：设备编号二"),
    Waiver("x.yml", 7, "最后一行的", "# 复核 2026-01-01：最后一行的"),
]


def test_waivers_with_the_lines_that_they_are_about() -> None:
    assert list(waivers.find(TEXT, "x.yml")) == FOUND
    assert list(waivers.find("甲: 1\n", "x.yml")) == []


def test_a_text_without_some_of_its_waivers_keeps_its_lines_and_columns() -> None:
    void = waivers.without(TEXT, FOUND[:2])
    assert void.split("\n") == [
        line.replace("复核", "－－") if n in (1, 3) else line for n, line in enumerate(TEXT.split("\n"))
    ]
    assert list(waivers.find(void, "x.yml")) == FOUND[2:]
    assert waivers.without(TEXT, []) == TEXT
