"""A repository of a few files: what a merge makes, what its history says, who owns it and which waivers it has, each whole and in order."""

from pathlib import Path

import pytest
from tests.tools.review.gitsite import IDENTITY, git

from laomo.records import models
from laomo.system.git import FILE, LINK, MODULE, NOTHING, PROGRAM, Repository
from laomo.tools.review import history, merging, ownership, sides, waivers
from laomo.tools.review.waivers import Waiver

MOBILE = "13800138000"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    return tmp_path


def blob(folder: Path, data: bytes) -> str:
    return git(folder, "hash-object", "-w", "--stdin", given=data)


def commit(folder: Path, files: dict[str, bytes], *parents: str, message: str = "x", **modes: str) -> str:
    """A commit of these files, by path; `modes`: mode → the path that has it."""
    git(folder, "read-tree", "--empty")
    of = {path: mode.removeprefix("m") for mode, path in modes.items()}
    for path, data in files.items():
        name = "1" * 40 if of.get(path) == MODULE else blob(folder, data)
        git(folder, "update-index", "--add", "--cacheinfo", f"{of.get(path, FILE)},{name},{path}")
    given = [part for parent in parents for part in ("-p", parent)]
    return git(folder, "commit-tree", git(folder, "write-tree"), *given, "-m", message)


def test_what_a_merge_makes_with_what_is_gone(folder: Path) -> None:
    fork = commit(folder, {"gone": b"1\n", "kept": b"2\n", "ours": b"3\n", "theirs": b"4\n"})
    base = commit(folder, {"gone": b"1\n", "kept": b"2\n", "ours": b"5\n", "theirs": b"4\n"}, fork)
    head = commit(folder, {"kept": b"2\n", "new": b"66\n", "ours": b"3\n", "theirs": b"777\n"}, fork)
    found = merging.outcomes(Repository(folder), base, head)
    (outcome,) = found.each
    assert [(each.path, each.mode, each.size) for each in outcome.files] == [
        ("kept", FILE, 2),
        ("new", FILE, 3),
        ("ours", FILE, 2),
        ("theirs", FILE, 4),
    ]
    assert [(each.path, each.mode, each.size) for each in outcome.changed] == [
        ("gone", NOTHING, 0),
        ("new", FILE, 3),
        ("theirs", FILE, 4),
    ]
    assert found.conflicts == ()


def test_files_in_conflict_are_named_and_no_tree_is_made_of_them(folder: Path) -> None:
    fork = commit(folder, {"a": b"1\n", "b": b"1\n", "c": b"1\n"})
    base = commit(folder, {"a": b"2\n", "b": b"2\n", "c": b"1\n"}, fork)
    head = commit(folder, {"a": b"3\n", "b": b"3\n", "c": b"3\n"}, fork)
    assert merging.outcomes(Repository(folder), base, head) == merging.MergeOutcomes((), ("a", "b"))


def test_a_rebase_stops_at_its_first_conflict_and_the_merge_stands_alone(folder: Path) -> None:
    """The branch changes a line and takes that back: nothing to merge, but each of its commits is in conflict."""
    fork = commit(folder, {"a": b"1\n", "b": b"1\n"})
    base = commit(folder, {"a": b"2\n", "b": b"1\n"}, fork)
    once = commit(folder, {"a": b"3\n", "b": b"1\n"}, fork)
    head = commit(folder, {"a": b"1\n", "b": b"4\n"}, once)
    found = merging.outcomes(Repository(folder), base, head)
    assert [[each.path for each in outcome.changed] for outcome in found.each] == [["b"]]
    assert found.conflicts == ()


def test_everything_that_a_history_says_in_order(folder: Path) -> None:
    number = f"{MOBILE}\n".encode()
    large = b"# x\n" * 250_001
    files = {"b.txt": number, "a.txt": number, "a.TXT": number, "c.csv": number, "big.yml": large, f"d/{MOBILE}": b"x"}
    first = commit(folder, {"x": b""})
    second = commit(folder, {**files, "module": b"", "link": number}, first, message=f"改 {IDENTITY}", **{f"m{MODULE}": "module", f"m{LINK}": "link"})  # fmt: skip
    third = commit(folder, {}, second)
    found = list(history.private(Repository(folder), [second, third], None))
    assert [(each.path, each.code, each.line, dict(each.facts)) for each in found] == [
        (second[:8], "personal-identity", 0, {"masked": "11****************"}),
        ("d/13*********", "personal-mobile", 0, {"masked": "13*********"}),
        ("b.txt", "personal-mobile", 1, {"masked": "13*********"}),
        ("c.csv", "personal-mobile", 1, {"masked": "13*********"}),
        ("link", "personal-mobile", 1, {"masked": "13*********"}),
        ("big.yml", "file-too-large", 0, {"limit": 1_000_000}),
    ]
    assert list(history.private(Repository(folder), iter([first]), frozenset())) == []


OWNERS = b"stewards: [chief]\nunions:\n  north: [clerk]\n"


@pytest.mark.parametrize(
    ("path", "mode", "data", "found"),
    [
        ("studios/owners.yml", FILE, OWNERS, True),
        ("studios/owners.yml", PROGRAM, OWNERS, False),
        ("studios/owners.yml", LINK, OWNERS, False),
        ("studios/other.yml", FILE, OWNERS, False),
        ("owners.yml", FILE, OWNERS, False),
        ("x/studios/owners.yml", FILE, OWNERS, False),
        ("studios/owners.yml", FILE, b"stewards: x\n", False),
        ("studios/owners.yml", FILE, b"stewards: [a]\nstewards: [b]\n", False),
        ("studios/owners.yml", FILE, b"stewards: [\n", False),
    ],
)
def test_the_owners_are_read_from_one_plain_file(
    folder: Path, path: str, mode: str, data: bytes, *, found: bool
) -> None:
    base = commit(folder, {path: data}, **{f"m{mode}": path})
    record = models.OwnersRecord(stewards=("chief",), unions={"north": ("clerk",)})
    assert ownership.owners(Repository(folder), base) == (record if found else None)


def test_without_owners_nothing_else_is_looked_at(folder: Path) -> None:
    base = commit(folder, {"x": b""})
    head = commit(folder, {"x": b"", f"{MOBILE}.txt": b""}, base)
    (problem,) = ownership.check(Repository(folder), base, head, "chief")
    assert (problem.path, problem.code, dict(problem.facts)) == ("studios/owners.yml", "no-owners", {})


def test_the_waivers_of_all_files_in_their_order(folder: Path) -> None:
    text = f"甲: {MOBILE} # 复核 2026-01-01：设备编号"
    files = {"b/x.md": text.encode(), "a/y.yml": b"\xff\n" + text.encode(), "c": "复核\n".encode(), "d": b""}
    made = commit(folder, files)
    repository = Repository(folder)
    assert waivers.of_commit(repository, made) == [
        Waiver("a/y.yml", 2, "设备编号", text),
        Waiver("b/x.md", 1, "设备编号", text),
    ]
    assert waivers.accepted(repository, made) == frozenset({text})
    assert waivers.of_commit(repository, commit(folder, {"d": b""})) == []


SITE = {
    "studios/site.yml": "name: 小馆\nplace: 示例市\nas_of: 2025\n".encode(),
    "studios/unions.yml": "unions:\n  - {id: north, name: 北区工会, kind: 区工会}\n".encode(),
}
STUDIO = "name: {}\ncategory: 工匠\nleaders: [{{name: 示例{}}}]\nunits: [示例船厂]\nregion: 北区\n"


def test_the_records_of_a_commit_are_plain_files_where_records_belong(folder: Path) -> None:
    studios = {
        f"studios/north/{name}/studio.yml": STUDIO.format(f"{name}工作室", last).encode()
        for name, last in zip(("arc", "bolt", "cut", "dot"), "甲乙丙丁", strict=True)
    }
    studios["studios/north/cut/studio.yml"] += b"#" * 1_000_000
    elsewhere = {"north/edge/studio.yml": STUDIO.format("边工作室", "戊").encode()}
    made = commit(folder, {**SITE, **studios, **elsewhere}, **{f"m{PROGRAM}": "studios/north/dot/studio.yml"})
    loaded, registry = sides.records_of(Repository(folder), made)
    assert registry is not None
    assert [studio.id for studio in registry.studios] == ["arc", "bolt"]
    read_as_empty = {("studios/north/cut/studio.yml", "missing")}
    assert {(problem.path, problem.code) for problem in loaded.problems} == read_as_empty
    none = commit(folder, {"studios/site.yml": SITE["studios/site.yml"]})
    assert sides.records_of(Repository(folder), none)[1] is None


def test_names_that_clash_are_named_even_where_git_cannot_merge(folder: Path) -> None:
    own = {"studios/owners.yml": OWNERS, "content/a.md": b"1\n"}
    fork = commit(folder, own)
    base = commit(folder, {**own, "content/a.md": b"2\n"}, fork)
    head = commit(folder, {**own, "content/a.md": b"3\n", "content/B.md": b"", "content/b.md": b""}, fork)
    found = ownership.check(Repository(folder), base, head, "chief")
    assert [(each.path, each.code, dict(each.facts)) for each in found] == [
        ("content/a.md", "merge-conflict", {}),
        ("content/b.md", "case-clash", {"other": "content/B.md"}),
    ]


def test_what_the_base_branch_has_had_is_not_looked_at_again(folder: Path) -> None:
    own = {"studios/owners.yml": OWNERS, "content/B.md": b"", "content/x.md": b"1\n"}
    fork = commit(folder, own)
    base = commit(folder, {**own, "con/x": b""}, fork)
    head = commit(folder, {**own, "content/x.md": b"2\n"}, fork)
    assert ownership.check(Repository(folder), base, head, "chief") == []
    assert [(each.path, each.code) for each in ownership.check(Repository(folder), base, head, "Clerk")] == [("content/x.md", "not-owner")]  # fmt: skip
    together = commit(folder, {**own, "content/b.md": b""}, fork)
    assert [(each.path, each.code) for each in ownership.check(Repository(folder), base, together, "chief")] == [("content/b.md", "case-clash")]  # fmt: skip


def test_each_way_in_which_platforms_follow_renames(folder: Path) -> None:
    """The base branch has renamed a folder; the change has a new file in the folder of the old name, and an edit of a file."""
    text = "".join(f"{n}\n" for n in range(20)).encode()
    fork = commit(folder, {"old/a": text, "old/b": b"b\n"})
    base = commit(folder, {"new/a": text, "new/b": b"b\n"}, fork)
    head = commit(folder, {"old/a": text, "old/b": b"b\n", "old/c": b"c\n"}, fork)
    found = merging.outcomes(Repository(folder), base, head)
    followed, *_ = found.each  # a git that heeds `merge.renames` makes one more tree
    assert [each.path for each in followed.files] == ["new/a", "new/b", "new/c"]
    assert [each.path for each in followed.changed] == ["new/c"]
    assert merging._RULES == ((), ("merge.directoryRenames=true",), ("merge.renames=false",))
    assert found.conflicts == ("new/c",)
    edited = commit(folder, {"old/a": text + b"more\n", "old/b": b"b\n"}, fork)
    found = merging.outcomes(Repository(folder), base, edited)
    assert [[each.path for each in outcome.changed] for outcome in found.each] == [["new/a"]]
    assert found.conflicts == ()
