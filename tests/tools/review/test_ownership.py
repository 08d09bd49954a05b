"""Who may change what, on real git objects: the eight ways around it are refused before a file is opened."""

from collections.abc import Callable

import pytest
from tests.cli.command import laomo
from tests.conftest import edit
from tests.tools.review.gitsite import IDENTITY, Clone, git

from laomo.records import models
from laomo.system.git import Repository
from laomo.tools.review import ownership

WELD = "studios/north/weld/studio.yml"
NURSE = "studios/south/nurse/studio.yml"


def codes(clone: Clone, author: str = "north-clerk", base: str = "main") -> list[tuple[str, str]]:
    """Asked of the bare remote, where no file lies."""
    git(clone.folder, "push", "--quiet", "--force", "origin", "work")
    found = ownership.check(Repository(clone.remote), base, "work", author)
    return [(problem.path, problem.code) for problem in found]


def test_ones_own_union_is_free(clone: Clone) -> None:
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    clone.write("studios/north/new/studio.yml", "name: 甲\n")
    clone.write("studios/north/new/photos/封 面.png", b"x")
    clone.commit()
    assert codes(clone) == []
    assert codes(clone, "NORTH-CLERK") == []
    assert codes(clone, "chief") == []
    assert {code for _, code in codes(clone, "south-clerk")} == {"not-owner"}
    assert {code for _, code in codes(clone, "stranger")} == {"not-owner"}


def _others(clone: Clone) -> list[tuple[str, str]]:
    edit(clone.folder / NURSE, "name: ", "name: 改")
    clone.commit()
    return [(NURSE, "not-owner")]


def _deleted(clone: Clone) -> list[tuple[str, str]]:
    (clone.folder / NURSE).unlink()
    clone.commit()
    return [(NURSE, "not-owner")]


def _renamed(clone: Clone) -> list[tuple[str, str]]:
    git(clone.folder, "mv", NURSE, "studios/north/weld/2020.yml")
    clone.commit()
    return [(NURSE, "not-owner")]


def _grants(clone: Clone) -> list[tuple[str, str]]:
    clone.write("studios/owners.yml", "stewards: [north-clerk]\n")
    edit(clone.folder / NURSE, "name: ", "name: 改")
    clone.commit()
    return [("studios/owners.yml", "not-owner"), (NURSE, "not-owner")]


def _workflow(clone: Clone) -> list[tuple[str, str]]:
    clone.write(".github/workflows/own.yml", "on: push\n")
    clone.write("mkdocs.yml", "hooks: [own.py]\n")
    clone.commit()
    return [(".github/workflows/own.yml", "not-owner"), ("mkdocs.yml", "not-owner")]


def _link(clone: Clone) -> list[tuple[str, str]]:
    clone.plant(("120000", clone.blob("/etc/passwd"), "studios/north/weld/2020.yml"))
    return [("studios/north/weld/2020.yml", "symlink")]


def _linked_folder(clone: Clone) -> list[tuple[str, str]]:
    clone.plant(("120000", clone.blob("../south"), "studios/north/nurse"))
    return [("studios/north/nurse", "symlink"), ("studios/north/nurse", "unexpected-file")]


def _module(clone: Clone) -> list[tuple[str, str]]:
    clone.plant(("160000", git(clone.folder, "rev-parse", "HEAD"), "studios/north/other"))
    return [("studios/north/other", "submodule"), ("studios/north/other", "unexpected-file")]


def _program(clone: Clone) -> list[tuple[str, str]]:
    (clone.folder / WELD).chmod(0o755)
    clone.commit()
    return [(WELD, "executable")]


def _clash(clone: Clone) -> list[tuple[str, str]]:
    clone.plant(("100644", clone.blob("name: 甲\n"), "studios/North/weld/studio.yml"))
    parts = ("studios/north", "studios/north/weld", "studios/north/weld/studio.yml")
    return [*((path, "case-clash") for path in parts), ("studios/North/weld/studio.yml", "not-owner")]


def _traversal(clone: Clone) -> list[tuple[str, str]]:
    blob = clone.blob("name: 甲\n")
    folder = git(clone.folder, "mktree", "--missing", given=f"100644 blob {blob}\tstudio.yml\n".encode())
    north = git(clone.folder, "mktree", given=f"040000 tree {folder}\t..\n".encode())
    studios = git(clone.folder, "mktree", given=f"040000 tree {north}\tnorth\n".encode())
    rest = git(clone.folder, "ls-tree", "HEAD").replace("\tstudios", "\tolder")
    clone.bare_commit(git(clone.folder, "mktree", given=f"{rest}\n040000 tree {studios}\tstudios\n".encode()))
    gone = git(clone.folder, "ls-tree", "-r", "--name-only", "main", "studios/").splitlines()
    others = [(path, "not-owner") for path in gone if not path.startswith("studios/north/")]
    moved = [(path.replace("studios", "older", 1), "not-owner") for path in gone]
    return [("studios/north/../studio.yml", "path-odd"), *others, *moved]


def _attributes(clone: Clone) -> list[tuple[str, str]]:
    clone.write("studios/north/.gitattributes", "* export-ignore\n")
    clone.commit()
    return [("studios/north/.gitattributes", "unexpected-file"), ("studios/north/.gitattributes", "path-odd")]


def _names(clone: Clone) -> list[tuple[str, str]]:
    """Names that are git's own folder on some computer, that Windows cannot have, or that nobody sees."""
    folders = (
        ".GIT",
        "git~1",
        ".g\u200cit",
        ".git.",
        "ｇｉｔ~1",
        ".hidden",
        "con",
        "aux",
        "a:b",
        "a\\b",
        "nul.x",
        'a"b',
    )
    blob = clone.blob("name: 甲\n")
    studio = git(clone.folder, "mktree", given=f"100644 blob {blob}\tstudio.yml\n".encode())
    rows = [
        git(clone.folder, "ls-tree", "-z", "HEAD:studios/north"),
        *(f"040000 tree {studio}\t{name}" for name in folders),
    ]
    tree = git(clone.folder, "mktree", "-z", given="\0".join(row.rstrip("\0") for row in rows).encode() + b"\0")
    for folder in ("studios", ""):
        name = "north" if folder else "studios"
        others = [
            row for row in git(clone.folder, "ls-tree", f"HEAD:{folder}").splitlines() if not row.endswith(f"\t{name}")
        ]
        rows = [*others, f"040000 tree {tree}\t{name}", ""]
        tree = git(clone.folder, "mktree", given="\n".join(rows).encode())
    clone.bare_commit(tree)
    odd = [(f"studios/north/{name}/studio.yml".replace("\u200c", "�"), "path-odd") for name in folders]
    return [*odd, ("studios/north/ｇｉｔ~1", "case-clash"), ("studios/north/ｇｉｔ~1/studio.yml", "case-clash")]


def _submodules(clone: Clone) -> list[tuple[str, str]]:
    clone.plant(("100644", clone.blob("[submodule]\n"), ".gitmodules"))
    return [(".gitmodules", "path-odd"), (".gitmodules", "not-owner")]


def _huge(clone: Clone) -> list[tuple[str, str]]:
    clone.write("studios/north/weld/2020.yml", "summary: |\n" + "  字\n" * 300_000)
    clone.commit()
    return [("studios/north/weld/2020.yml", "file-too-large")]


def _identity(clone: Clone) -> list[tuple[str, str]]:
    """Written, then taken out again: the history keeps it."""
    clone.write("studios/north/weld/2020.yml", f"summary: {IDENTITY}\n")
    clone.commit()
    clone.write("studios/north/weld/2020.yml", "summary: 甲\n")
    clone.commit()
    return [("studios/north/weld/2020.yml", "personal-identity")]


def _told(clone: Clone) -> list[tuple[str, str]]:
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    commit = clone.commit(f"补 {IDENTITY}\n\nSigned-off-by: clerk <clerk@example.org>")
    return [(commit[:8], "personal-identity")]


ATTACKS = [
    *(_others, _deleted, _renamed, _grants, _workflow, _link, _linked_folder),
    *(_module, _program, _clash, _traversal, _names, _submodules, _attributes, _huge, _identity, _told),
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_refused(clone: Clone, attack: Callable[[Clone], list[tuple[str, str]]]) -> None:
    expected = attack(clone)
    assert codes(clone) == sorted(expected)


def test_what_others_merged_meanwhile_is_not_laid_at_ones_door(clone: Clone) -> None:
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    edit(clone.folder / NURSE, "region: ", "founded: 2013\nregion: ")
    clone.commit()
    clone.push("main")
    git(clone.folder, "switch", "--quiet", "work")
    assert codes(clone) == []
    git(clone.folder, "merge", "--quiet", "--no-edit", "main")
    assert codes(clone) == []


def test_the_command_says_what_and_how(clone: Clone) -> None:
    _others(clone)
    run = laomo("ownership", "--root", clone.folder, "--base", "main", "--head", "work", "--author", "north-clerk")
    assert run.returncode == 1
    assert f"{NURSE}:1:1: 错误：账号“north-clerk”不能改这里；这个账号管的工会：north" in run.stdout
    assert "不能合并" in run.stderr
    fine = laomo("ownership", "--root", clone.folder, "--base", "main", "--author", "south-clerk", "--head", "work")
    assert (fine.returncode, fine.stdout) == (0, "")
    for base in ("nosuchbranch", "--upload-pack=x"):
        wrong = laomo("ownership", "--root", clone.folder, f"--base={base}", "--author", "x")
        assert wrong.returncode == 2
        assert "资料库里找不到" in wrong.stderr


def test_without_a_map_nobody_may_change_anything(clone: Clone) -> None:
    git(clone.folder, "rm", "--quiet", "studios/owners.yml")
    clone.commit()
    git(clone.folder, "push", "--quiet", "--force", "origin", "work:bare")
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    clone.commit()
    assert codes(clone, base="bare") == [("studios/owners.yml", "no-owners")]
    for text in ("stewards: 甲\n", "stewards: [\n"):
        clone.write("studios/owners.yml", text)
        clone.commit()
        assert ownership.owners(Repository(clone.folder), "HEAD") is None, text


def test_the_map_for_platforms_that_read_one(clone: Clone) -> None:
    laomo("ownership", "--codeowners", "--root", clone.folder)
    assert (clone.folder / "CODEOWNERS").read_text(encoding="utf-8") == (
        "* @chief\n/studios/north/ @North-Clerk @chief\n/studios/south/ @south-clerk @chief\n"
    )
    record = models.OwnersRecord(unions={"north": ("a",), "city": ("b",)})
    unions = [models.UnionRecord(id="north", name="北", kind="区工会", parent="city")]
    assert ownership.code_owners(record, unions) == "/studios/north/ @a @b\n/studios/city/ @b\n"
