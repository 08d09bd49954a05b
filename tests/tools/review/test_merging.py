"""A change is judged on what its merge makes, in real git: what looks clean on the branch lands elsewhere when it is merged."""

from collections.abc import Callable

import pytest
from tests.conftest import edit, tree
from tests.tools.review.gitsite import Clone, git

from laomo.system.git import Repository
from laomo.tools.review import ownership

CRANE = "studios/north/crane/studio.yml"
WELD = "studios/north/weld/studio.yml"
NURSE = "studios/south/nurse/studio.yml"


def codes(clone: Clone, author: str = "north-clerk") -> set[tuple[str, str]]:
    git(clone.folder, "push", "--quiet", "--force", "origin", "main", "work")
    return {
        (problem.path, problem.code) for problem in ownership.check(Repository(clone.remote), "main", "work", author)
    }


def on_main(clone: Clone, *command: str) -> None:
    """A steward's commit on the main branch while the change is under way."""
    git(clone.folder, "switch", "--quiet", "main")
    git(clone.folder, *command)
    clone.commit()
    git(clone.folder, "switch", "--quiet", "work")


def _studio_moved_to_another_union(clone: Clone) -> set[tuple[str, str]]:
    edit(clone.folder / CRANE, "第二段。", "别人的页上的话。")
    clone.commit()
    on_main(clone, "mv", "studios/north/crane", "studios/south/crane")
    return {("studios/south/crane/studio.yml", "not-owner")}


def _closed_studio_like_a_new_one(clone: Clone) -> set[tuple[str, str]]:
    """The main branch closes a studio of the clerk's and begins one like it in another union: git takes that for a rename."""
    edit(clone.folder / CRANE, "第二段。", "别人的页上的话。")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    text = (clone.folder / CRANE).read_text(encoding="utf-8")
    git(clone.folder, "rm", "--quiet", "-r", "studios/north/crane")
    clone.write("studios/south/quay/studio.yml", text.replace("江一舟", "示例乙").replace("岸桥司机", "场桥司机"))
    clone.commit()
    git(clone.folder, "switch", "--quiet", "work")
    return {("studios/south/quay/studio.yml", "not-owner")}


def _new_file_in_a_renamed_folder(clone: Clone) -> set[tuple[str, str]]:
    clone.write("studios/north/crane/2020.yml", "summary: 别人的页上的话\n")
    clone.commit()
    on_main(clone, "mv", "studios/north/crane", "studios/south/crane")
    return {("studios/south/crane/2020.yml", code) for code in ("not-owner", "merge-conflict")}


def _new_studio_in_a_renamed_union(clone: Clone) -> set[tuple[str, str]]:
    """git asks for a new file in the union's folder itself before it follows that folder's name."""
    clone.write("studios/north/arc/studio.yml", (clone.folder / WELD).read_bytes())
    clone.write("studios/north/note.yml", "x: y\n")
    clone.commit()
    on_main(clone, "mv", "studios/north", "studios/upper")
    landed = ("studios/upper/arc/studio.yml", "studios/upper/note.yml")
    told = {(path, code) for path in landed for code in ("not-owner", "merge-conflict")}
    return {*told, ("studios/north/note.yml", "unexpected-file")}


def _taken_back_only_by_a_merge_commit(clone: Clone) -> set[tuple[str, str]]:
    """The branch ends as the main branch is; a rebase leaves the merge commit out, and the edit stays."""
    edit(clone.folder / NURSE, "region: ", "founded: 2012\nregion: ")
    clone.commit()
    parents = [part for parent in ("main", "HEAD") for part in ("-p", parent)]
    merged = git(clone.folder, "commit-tree", "main^{tree}", *parents, "-m", "merge")
    git(clone.folder, "reset", "--quiet", "--hard", merged)
    return {(NURSE, "not-owner")}


def _names_that_clash_only_together(clone: Clone) -> set[tuple[str, str]]:
    clone.write("studios/north/crane/photos/A.png", b"x")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    clone.write("studios/north/crane/photos/a.png", b"y")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "work")
    return {("studios/north/crane/photos/a.png", "case-clash")}


LANDS_ELSEWHERE = [
    *(_studio_moved_to_another_union, _closed_studio_like_a_new_one, _new_file_in_a_renamed_folder),
    *(_new_studio_in_a_renamed_union, _taken_back_only_by_a_merge_commit, _names_that_clash_only_together),
]


@pytest.mark.parametrize("attack", LANDS_ELSEWHERE)
def test_what_the_merge_puts_elsewhere_is_refused(
    clone: Clone, attack: Callable[[Clone], set[tuple[str, str]]]
) -> None:
    assert attack(clone) == codes(clone)


def _both_edit_a_line(clone: Clone) -> set[str]:
    edit(clone.folder / CRANE, "第二段。", "一句。")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    edit(clone.folder / CRANE, "第二段。", "另一句。")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "work")
    return {CRANE}


def _both_rename(clone: Clone) -> set[str]:
    git(clone.folder, "mv", "studios/north/crane", "studios/north/quay")
    clone.commit()
    on_main(clone, "mv", "studios/north/crane", "studios/south/crane")
    folders = ("north/crane", "north/quay", "south/crane")
    return {f"studios/{folder}/{file}" for folder in folders for file in ("2013.yml", "studio.yml", "photos/cover.png")}


@pytest.mark.parametrize("conflict", [_both_edit_a_line, _both_rename])
def test_what_git_cannot_merge_is_named(clone: Clone, conflict: Callable[[Clone], set[str]]) -> None:
    paths = conflict(clone)
    assert codes(clone) == {(path, "merge-conflict") for path in paths}


def test_ones_own_stays_free_beside_what_others_do(clone: Clone) -> None:
    """Edits, a new studio, a rename within the union, merges of the main branch into the change, and a steward's move."""
    edit(clone.folder / CRANE, "第二段。", "一句。")
    clone.commit()
    git(clone.folder, "mv", "studios/north/weld", "studios/north/arc")
    clone.commit()
    on_main(clone, "mv", "studios/south/nurse", "studios/south/care")
    assert codes(clone) == set()
    git(clone.folder, "merge", "--quiet", "--no-edit", "main")
    edit(clone.folder / "studios/north/arc/studio.yml", "region: ", "plaque: 2013\nregion: ")
    clone.commit()
    assert codes(clone) == set()
    on_main(clone, "mv", "studios/south/care", "studios/south/nurse")
    assert codes(clone) == set()


def test_neither_settings_nor_attributes_run_anything_or_bend_a_merge(clone: Clone) -> None:
    """A merge driver, a filter and a text conversion that the repository's own settings name, chosen by attributes of every kind."""
    ran = clone.remote.parent / "ran"
    for place in (clone.remote, clone.folder):
        for name in ("merge.own.driver", "filter.own.smudge", "filter.own.clean", "diff.own.textconv"):
            git(place, "config", name, f"touch {ran}")
        git(place, "config", "merge.renames", "false")
    attributes = "* merge=own filter=own diff=own\n"
    (clone.remote / "info/attributes").write_text(attributes, encoding="utf-8")
    git(clone.remote, "config", "core.attributesFile", str(clone.remote / "info/attributes"))
    edit(clone.folder / CRANE, "第二段。", "一句。")
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    edit(clone.folder / CRANE, "第一段。", "第一句。")
    clone.commit()
    on_main(clone, "mv", "studios/north/crane", "studios/south/crane")
    clone.write(".gitattributes", attributes)
    (clone.folder / ".git/info/attributes").write_text(attributes, encoding="utf-8")
    git(clone.folder, "push", "--quiet", "--force", "origin", "main", "work")
    git(clone.folder, "merge-tree", "--write-tree", "--allow-unrelated-histories", "main", "work")
    assert ran.exists(), "git itself runs it"
    ran.unlink()
    before = tree(clone.remote)
    for folder in (clone.remote, clone.folder):
        found = {
            (problem.path, problem.code)
            for problem in ownership.check(Repository(folder), "main", "work", "north-clerk")
        }
        assert ("studios/south/crane/studio.yml", "not-owner") in found
    assert not ran.exists()
    assert tree(clone.remote) == before
