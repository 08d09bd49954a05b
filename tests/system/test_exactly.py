"""Word by word: what git is asked, what each error of a disk is called, and which cells of a workbook lie too far out."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from laomo.system import cache, disk, files, heic, ooxml_guard
from laomo.system.git import Merge, Repository, TreeEntry
from tests.system.test_ooxml_guard import code, sheet

REASONS = {
    "ENOSPC": "disk-full",
    "EDQUOT": "disk-quota",
    "EFBIG": "file-limit",
    "EROFS": "disk-read-only",
    "EACCES": "no-permission",
    "EPERM": "no-permission",
    "EIO": "disk-defective",
    "ENOTDIR": "file-in-the-way",
    "EEXIST": "file-in-the-way",
    "ENAMETOOLONG": "long-name",
}
NO_FOLDER = "No usable temporary directory found in ['/tmp']"


@pytest.mark.parametrize("name", sorted(name for name in errno.errorcode.values() if not name.startswith("EDEADLOCK")))
def test_each_error_of_a_disk_has_its_term_and_no_other_is_one(name: str) -> None:
    error = OSError(getattr(errno, name), "words")
    assert (disk.is_of_disk(error), disk.reason(error)) == (name in REASONS, REASONS.get(name, "words"))


@pytest.mark.parametrize(
    ("error", "of_disk", "reason"),
    [
        (FileNotFoundError(errno.ENOENT, NO_FOLDER), True, "no-temporary-folder"),
        (FileNotFoundError(errno.ENOENT, "other"), False, "other"),
        (OSError(errno.ENOTCONN, NO_FOLDER), False, NO_FOLDER),
        (OSError(), False, "OSError"),
        (FileNotFoundError(), False, "FileNotFoundError"),
    ],
)
def test_an_error_without_a_term_has_the_systems_words(error: OSError, of_disk: bool, reason: str) -> None:
    assert (disk.is_of_disk(error), disk.reason(error)) == (of_disk, reason)


def test_a_file_of_another_user_is_not_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    cache.write_sealed(tmp_path / "file", b"facts")
    assert (files.owned_by_user(tmp_path / "file"), cache.read_sealed(tmp_path / "file")) == (True, b"facts")
    monkeypatch.setattr(os, "geteuid", lambda: (tmp_path / "file").stat().st_uid + 1)
    assert (files.owned_by_user(tmp_path / "file"), cache.read_sealed(tmp_path / "file")) == (False, None)


def test_heic_is_what_pillow_calls_heif() -> None:
    heic.formats.cache_clear()
    assert heic.formats() == (("HEIF",) if heic.readable() else ())


# --- workbooks ---

FAR, WIDE = "too-large", "too-large"
MERGED = [
    *("A1:CV2001", "a1:cv2001", "$A1:CV2001", "A$1:CV2001", "A1:$CV2001", "A1:CV$2001", "$A$1:$CV$2001"),
    *(" A1:CV2001", "A1:CV2001 ", "CV2001:A1", "A2001:CV1"),
]
SHEETS = [
    *((f'<mergeCell ref="{area}"/>', FAR) for area in MERGED),
    *(
        (each, FAR)
        for each in (
            *("<mergeCell ref='A1:CV2001'/>", '<mergeCell ref = "A1:CV2001"/>', '<mergeCell\nref="A1:CV2001"/>'),
            *(
                '<x:mergeCell ref="A1:CV2001"/>',
                '<x.y-1:mergeCell ref="A1:CV2001"/>',
                '<mergeCell a="1" ref="A1:CV2001"/>',
            ),
            *('<c r="A100001"/>', "<c r='A100001'/>", '<c r = "A100001"/>', '<c\nr="A100001"/>', '<c r=" A100001 "/>'),
            *('<c s="1" r="A100001"/>', '<x:c r="A100001"/>', '<x.y-1:c r="A100001"/>', '<c r="$A100001"/>'),
            *(
                '<c r="A$100001"/>',
                '<c r="KO1"/>',
                '<c r="ko1"/>',
                '<c r="AAA1"/>',
                '<row r="100001">',
                '<x:row r="100001">',
            ),
            *('<row s="1" r="100001"/>', '<row r="$100001"/>', "<row r = '100001'/>", '<c r="KN1"/><c r="KO1"/>'),
            *(
                '<w:gridSpan w:val="301"/>',
                "<w:gridSpan val='301'/>",
                '<w:gridBefore w:val = "301"/>',
                '<w:gridAfter w:val="301"/>',
            ),
            *(
                '<w:gridSpan a="1" w:val="301"/>',
                '<w:gridSpan\nw:val="1000"/>',
                '<w:gridSpan w:val="2"/><w:gridSpan w:val="301"/>',
            ),
        )
    ),
    *(
        (each, "unreadable")
        for each in (
            *('<c r="&#65;1"/>', '<row r="&#49;"/>', '<mergeCell ref="&#65;1:B2"/>', '<x:c r="&#65;1"/>'),
            *('<x.y-1:row r="&#49;"/>', '<c t="&amp;" r="A1"/>', '<c\nr="&#65;1"/>'),
        )
    ),
    *(
        (each, "")
        for each in (
            *('<mergeCell ref="A1:CV2000"/>', '<mergeCells ref="A1:CV2001"/>', '<xmergeCell ref="A1:CV2001"/>'),
            *('<mergeCell >ref="A1:CV2001"', '<mergeCell <a ref="A1:CV2001"/>', '<mergeCell ref="A1"/>'),
            *('<mergeCell ref="1:CV2001"/>', '<mergeCell ref="A1:CV"/>', '<mergeCellref="A1:CV2001"/>'),
            *('<c r="KN100000"/>', '<row r="100000"/>', '<col r="A100001"/>', '<cr="A100001"/>', '<c xr="A100001"/>'),
            *(
                '<c r="A"/>',
                '<c >r="A100001"',
                '<c > r="A100001"',
                '<c <a r="A100001"/>',
                '<rows r="100001"/>',
                '<c s="A100001"/>',
            ),
            *(
                '<w:gridSpan w:val="300"/>',
                '<w:gridCol w:val="301"/>',
                '<w:gridSpan >val="301"',
                '<w:gridSpan <a val="301"/>',
            ),
            *(
                '<w:gridSpan w="301"/>',
                '<gridSpan w:val="301"/>',
                '<w:gridSpan w:val="x301"/>',
                '<w:gridSpanw:val="301"/>',
            ),
            *("<c >&amp;", "<c <a b='&'", '<v r="&#65;1"/>', '<cell r="&#65;1"/>', "<c>&amp;</c>"),
        )
    ),
]


@pytest.mark.parametrize(("inner", "refused"), SHEETS)
def test_a_place_too_far_out_is_found_however_it_is_written(inner: str, refused: str) -> None:
    assert code(sheet(inner)) == refused


def test_the_limits_of_a_package() -> None:
    limits = (ooxml_guard.MAX_BYTES, ooxml_guard.MAX_UNFOLDED, ooxml_guard.MAX_RATIO, ooxml_guard.BYTES_FOR_A_TAG)
    assert limits == (50_000_000, 200_000_000, 100, 20)
    assert (ooxml_guard.MAX_ROWS, ooxml_guard.MAX_COLUMNS, ooxml_guard.MAX_MERGED) == (100_000, 300, 200_000)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("$A1", (1, 1, 1, 1)),
        ("A$1", (1, 1, 1, 1)),
        ("A1:$B2", (1, 1, 2, 2)),
        ("A1:B$2", (1, 1, 2, 2)),
        ("\tB2\n", (2, 2, 2, 2)),
    ],
)
def test_an_area_may_be_fixed(place: str, found: tuple[int, int, int, int]) -> None:
    assert ooxml_guard.area(place) == found


def test_a_long_place_is_named_by_its_first_forty_letters() -> None:
    with pytest.raises(ValueError, match=r"^x{40}$"):
        ooxml_guard.area("x" * 60)


# --- git ---

SAFE = "-c core.hooksPath=/dev/null -c core.fsmonitor=false -c core.attributesFile=/dev/null --no-pager --literal-pathspecs --no-replace-objects"


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A program in the place of git that answers the same to all, and ends in the same way; gives what it was asked since."""
    log, answer = tmp_path / "asked", tmp_path / "answer"
    log.touch()
    (tmp_path / "bin").mkdir()
    program = tmp_path / "bin/git"
    monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")

    def answering(told: bytes = b"", end: int = 0) -> list[str]:
        before = log.read_text("utf-8").splitlines()
        log.write_text("", "utf-8")
        answer.write_bytes(told)
        program.write_text(
            f'#!/bin/sh\necho "$*" >>{log}\nenv | grep ^GIT_ | sort >{tmp_path}/env\ncat >{tmp_path}/stdin\ncat {answer}\nexit {end}\n',
            "utf-8",
        )
        program.chmod(0o755)
        return before

    return answering


QUESTIONS: list[tuple[Callable[[Repository], object], bytes, str, object]] = [
    (lambda git: git.commit("v1"), b"id\n", "rev-parse --verify --quiet --end-of-options v1^{commit}", "id"),
    (lambda git: git.fork("a", "b"), b" id\n", "merge-base a b", "id"),
    (lambda git: git.commits("a", "b"), b"1\n2\n", "rev-list --reverse a..b", ["1", "2"]),
    (
        lambda git: git.plain_commits("a", "b"),
        b"1\n2 1\n3 2 x\n",
        "rev-list --reverse --topo-order --no-merges --parents a..b",
        [("2", "1"), ("3", "2")],
    ),
    (
        lambda git: git.merge("a", "b", ("merge.renames=false", "x=y")),
        b"id\0f 1\0\xff\0",
        "-c merge.renames=false -c x=y merge-tree --write-tree -z --name-only --no-messages a b",
        Merge("id", ("f 1", "\udcff")),
    ),
    (
        lambda git: git.tree("a"),
        "100644 blob 1      12\ta\tb\x00160000 commit 2       -\t甲\x00".encode(),
        "ls-tree -r -z -l --full-tree a",
        [TreeEntry("a\tb", "100644", "1", 12), TreeEntry("甲", "160000", "2", 0)],
    ),
    (
        lambda git: git.changes("a", "b"),
        b":100644 100755 1 2 M\0f\0:000000 100644 0 3 A\0g\0",
        "diff-tree -r -z --no-renames --full-index a b",
        [(TreeEntry("f", "100755", "2"), "100644"), (TreeEntry("g", "100644", "3"), "000000")],
    ),
    (
        lambda git: git.steps("a"),
        b"::100644 100755 120000 1 2 3 MM\0f\0:100644 000000 1 0 D\0g\0",
        "diff-tree -r -z -c --root --no-commit-id --no-renames --full-index a",
        [TreeEntry("f", "120000", "3")],
    ),
    (
        lambda git: git.containing("a", "-x"),
        b"a:f:1\0a:g\0",
        "grep --name-only -z --full-name --text --fixed-strings -e -x a",
        {"f:1", "g"},
    ),
    (lambda git: git.sizes(["1", "2", "1"]), b"1 blob 7\n2 missing\n", "cat-file --batch-check", {"1": 7}),
    (
        lambda git: git.read(["1", "2", "1"]),
        b"1 blob 3\na\nb\n2 blob 0\n\n",
        "cat-file --batch",
        {"1": b"a\nb", "2": b""},
    ),
    (lambda git: git.state, b"", "rev-parse --git-dir", "ready"),
    (lambda git: git.origin, b" https://a \n", "config --get remote.origin.url", "https://a"),
]


@pytest.mark.parametrize("row", QUESTIONS)
def test_git_is_asked_safely(
    asked: Callable[..., list[str]], tmp_path: Path, row: tuple[Callable[[Repository], object], bytes, str, object]
) -> None:
    question, told, words, found = row
    asked(told)
    assert question(Repository(tmp_path)) == found
    assert asked() == [f"-C {tmp_path} {SAFE} {words}"]
    if "cat-file" in words:
        assert (tmp_path / "stdin").read_bytes() == b"1\n2\n", "each once"


@pytest.mark.parametrize(
    ("told", "state"),
    [("fatal: unsafe repository (see safe.directory)", "unsafe"), ("fatal: not a git repository", "none")],
)
def test_a_repository_of_another_user_is_not_used(
    asked: Callable[..., list[str]], tmp_path: Path, told: str, state: str
) -> None:
    asked()
    (tmp_path / "bin/git").write_text(f"#!/bin/sh\necho '{told}' >&2\nexit 128\n", "utf-8")
    assert (Repository(tmp_path).state, Repository(tmp_path).origin) == (state, "")


def test_a_merge_with_conflicts_and_a_search_without_a_find_are_answers(
    asked: Callable[..., list[str]], tmp_path: Path
) -> None:
    asked(b"id\0f\0", 1)
    assert Repository(tmp_path).merge("a", "b") == Merge("id", ("f",))
    asked(b"", 1)
    assert Repository(tmp_path).containing("a", "x") == set()


def test_a_scratch_repository_knows_nobody_and_nothing_of_the_machine(
    asked: Callable[..., list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    asked(b"sha1\n")
    with pytest.raises(FileNotFoundError), Repository(tmp_path).scratch():
        pass
    *_, begun = asked()
    assert begun.endswith(f"{SAFE} init --quiet --bare --template= --object-format=sha1")
    assert (tmp_path / "env").read_text("utf-8").splitlines() == [
        *("GIT_ATTR_NOSYSTEM=1", "GIT_AUTHOR_EMAIL=nobody", "GIT_AUTHOR_NAME=nobody", "GIT_COMMITTER_EMAIL=nobody"),
        *("GIT_COMMITTER_NAME=nobody", "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_NOSYSTEM=1"),
    ]
