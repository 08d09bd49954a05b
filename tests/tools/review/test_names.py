"""Names and sizes of files in a change, and waivers: what every computer can check out, word by word."""

from laomo.system.git import TreeEntry
from laomo.tools.review import file_rules, waivers
from laomo.tools.review.waivers import Waiver

# fmt: off
ODD = [
    "studios/.hidden/a.yml", "studios/a/.b", "a/../b", "a/./b", "a//b", "/a", "a/", "a/ /b", "a/.../b", "a/\x01", "a\u202eb",
    *(f"a/{name}/b" for name in (".git", ".GIT", "git~1", "GIT~12", ".gitmodules", ".gi\u200bt", ".git.", ".git ", "．git", "git~1 .")),
    *(f"a{sign}b" for sign in '\\:*?"<>|'),
    *(name for word in ("con", "prn", "aux", "nul", "com1", "lpt9", "CON", "Com1") for name in (word, f"{word}.txt", f"a/{word}.b.c")),
]
FINE = [
    ".github/a.yml", "a/.gitlab-ci.yml", ".gitignore", "a b/c d.png", "studios/north/weld/photos/封 面.png", "git", "a.git", "git~", "gita~1", "console", "com", "com10x", "auxiliary.txt", "nul1", "a.con", "lpt",
    "a.b.c", "-a", "a~1", "content/.x/y", "com12", "..a", "a/..b",
]
# fmt: on


def test_a_name_that_some_computer_cannot_have() -> None:
    for path in ODD:
        assert [problem.code for problem in file_rules.odd_name(path)] == ["path-odd"]


def test_a_name_that_every_computer_can_have() -> None:
    for path in FINE:
        assert list(file_rules.odd_name(path)) == []


def test_how_large_a_file_may_be() -> None:
    for path, limit in [
        ("a.yml", 1_000_000),
        ("a.md", 1_000_000),
        ("a.MD", 1_000_000),
        ("a.jpg", 10_000_000),
        ("yml", 1_000_000),
        ("a", 10_000_000),
        ("a.pdf", file_rules.LIMITS["pdf"]),
        ("a.DOCX", file_rules.LIMITS["docx"]),
    ]:
        assert list(file_rules.too_large(path, limit)) == []
        (problem,) = file_rules.too_large(path, limit + 1)
        assert (problem.path, problem.code, dict(problem.facts)) == (path, "file-too-large", {"limit": limit})


def test_names_that_some_file_systems_cannot_tell_apart() -> None:
    paths = ["a/B/c", "a/b/d", "A/x", "a/ﬁ", "a/fi", "a/b/d.txt", "e/é", "e/e\u0301", "f"]
    entries = [TreeEntry(path, "100644", "0", 1) for path in paths]
    assert [(each.path, each.code, each.facts["other"]) for each in file_rules.clashes(entries)] == [
        ("a", "case-clash", "A"),
        ("a/b", "case-clash", "a/B"),
        ("a/ﬁ", "case-clash", "a/fi"),
        ("e/é", "case-clash", "e/e\u0301"),
    ]
    assert list(file_rules.clashes(entries[:1] * 2)) == []


def test_a_path_that_is_safe_to_print() -> None:
    assert file_rules.shown("a/b c.txt") == "a/b c.txt"
    assert file_rules.shown("a\x1b[31m\u202e") == "a�[31m�"
    assert file_rules.shown("photos/13800138000.jpg") == "photos/13*********.jpg"


TEXT = "a: 1\n  # 复核 2025-05-01：设备编号  \nb: 13800138000\nc: 2 # 复核 2025-05-02：合同的编号\nd: 复核\n# 复核\n# 复核 2025-05-03：最后一行"
FOUND = [
    Waiver("x.yml", 2, "设备编号", "# 复核 2025-05-01：设备编号\nb: 13800138000"),
    Waiver("x.yml", 4, "合同的编号", "c: 2 # 复核 2025-05-02：合同的编号"),
    Waiver("x.yml", 7, "最后一行", "# 复核 2025-05-03：最后一行"),
]


def test_the_waivers_of_a_file() -> None:
    assert list(waivers.find(TEXT, "x.yml")) == FOUND
    assert list(waivers.find("a: 1", "x.yml")) == []


def test_waivers_are_made_void_and_nothing_moves() -> None:
    void = waivers.without(TEXT, FOUND[:2])
    assert list(waivers.find(void, "x.yml")) == FOUND[2:]
    assert [len(line) for line in void.split("\n")] == [len(line) for line in TEXT.split("\n")]
    assert waivers.without(TEXT, []) == TEXT
    assert void.split("\n")[3] == "c: 2 # －－ 2025-05-02：合同的编号"
