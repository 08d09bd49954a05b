"""What a history is searched for, piece by piece: commits, names, texts, pictures, packed files, and how many at a time."""

import io
import zipfile

import pytest
from PIL import Image
from tests.tools.review.gitsite import IDENTITY

from laomo.problems.problem import Problem
from laomo.system import git
from laomo.system.git import TreeEntry
from laomo.tools.review import history

MOBILE = "13800138000"
COMMIT = "0123456789abcdef"


def said(problems: list[Problem]) -> list[str]:
    """Path, code, place and facts."""
    return [
        f"{each.path} {each.code} {each.line}:{each.column} {dict(each.facts)} {each.severity}" for each in problems
    ]


def of_commit(*lines: str, encoding: str = "utf-8") -> list[str]:
    return said(list(history._of_commit(COMMIT, "\n".join(lines).encode(encoding))))


def test_numbers_of_a_commit_each_once_but_for_those_of_git() -> None:
    assert of_commit(f"tree {MOBILE}", f"parent {MOBILE}", "author 王 <a@example.org> 1767196800 +0800", "", "改") == []
    assert of_commit(
        f"tree {MOBILE}",
        f"author 王 {MOBILE} <a@example.org> 1 +0800",
        f"committer 王 <{MOBILE}@example.org> 1 +0800",
        "",
        f"改 {MOBILE}",
        IDENTITY,
    ) == [
        "01234567 personal-mobile 0:0 {'masked': '13*********'} error",
        "01234567 personal-identity 0:0 {'masked': '11****************'} error",
    ]


@pytest.mark.parametrize(
    ("mail", "found"),
    [
        ("12345678+clerk@users.noreply.github.com", False),
        (f"{MOBILE}-clerk@users.noreply.gitlab.com", False),
        (f"{MOBILE}+clerk@NoReply.example.org", False),
        (f"{MOBILE}+clerk@users.noreply2.example.org", True),
        (f"{MOBILE}+clerk@example.org", True),
        (f"{MOBILE}@noreply.example.org", True),
        (f"x{MOBILE}-clerk@noreply.example.org", True),
        (f"a@example.org> <{MOBILE}＠example.org", True),
    ],
)
def test_what_platforms_put_before_an_account_is_no_number(mail: str, *, found: bool) -> None:
    codes = [line.split()[1] for line in of_commit(f"author 王 <{mail}> 1 +0800", "", "改")]
    assert codes == (["personal-mobile"] if found else [])


def test_numbers_in_names_of_files_in_their_order() -> None:
    assert said(
        list(
            history._of_names(
                {
                    f"b/{MOBILE}.png",
                    "a/x.png",
                    f"a/{IDENTITY}/{MOBILE}",
                    f"d/{MOBILE}",
                    f"c/{MOBILE}",
                    f"f/{MOBILE}",
                    f"e/{MOBILE}",
                }
            )
        )
    ) == [
        "a/11****************/13********* personal-identity 0:0 {'masked': '11****************'} error",
        "a/11****************/13********* personal-mobile 0:0 {'masked': '13*********'} error",
        "b/13*********.png personal-mobile 0:0 {'masked': '13*********'} error",
        "c/13********* personal-mobile 0:0 {'masked': '13*********'} error",
        "d/13********* personal-mobile 0:0 {'masked': '13*********'} error",
        "e/13********* personal-mobile 0:0 {'masked': '13*********'} error",
        "f/13********* personal-mobile 0:0 {'masked': '13*********'} error",
    ]


def of_file(path: str, data: str | bytes, accepted: frozenset[str] | None = None) -> list[str]:
    return said(list(history._of_file(path, data if isinstance(data, bytes) else data.encode(), accepted)))


def test_numbers_of_a_file_each_line_once_with_their_places() -> None:
    text = f"一\n二 {MOBILE} 和 {MOBILE}\n三 {MOBILE}\n{IDENTITY}\n"
    assert of_file("a/x.dat", text) == [
        "a/x.dat personal-mobile 2:17 {'masked': '13*********'} error",
        "a/x.dat personal-mobile 3:3 {'masked': '13*********'} error",
        "a/x.dat personal-identity 4:1 {'masked': '11****************'} error",
    ]
    assert of_file("a/x.dat", text.encode("gbk"))[0].startswith("a/x.dat personal-mobile 2:")


WITH_MAIL = [".yml", ".yaml", ".md", ".txt", ".csv", ".html", ".YML"]


@pytest.mark.parametrize("suffix", [*WITH_MAIL, ".json", ".py", ".svg", "", ".ymlx"])
def test_a_mail_address_is_a_persons_in_some_files(suffix: str) -> None:
    found = [line.split()[1] for line in of_file(f"a/x{suffix}", "联系 someone@example.org")]
    assert found == (["personal-mail"] if suffix in WITH_MAIL else [])


WAIVED = f"甲: {MOBILE} # 复核 2026-01-01：设备编号\n"


@pytest.mark.parametrize(
    ("text", "accepted", "expected"),
    [
        (WAIVED, None, []),
        (WAIVED, frozenset({WAIVED.strip()}), []),
        (WAIVED, frozenset(), ["own-waiver 1:1", "personal-mobile 1:4"]),
        (f"乙: 1\n\n{WAIVED}", frozenset(), ["own-waiver 3:1", "personal-mobile 3:4"]),
        ("甲: 1 # 复核 2026-01-01：设备编号\n", frozenset(), []),
        (f"{WAIVED}乙: {MOBILE}\n", frozenset({WAIVED.strip()}), ["personal-mobile 2:4"]),
        (f"{WAIVED}乙: {MOBILE}\n", frozenset(), ["own-waiver 1:1", "personal-mobile 1:4", "personal-mobile 2:4"]),
    ],
)
def test_only_waivers_that_count_let_a_number_pass(
    text: str, accepted: frozenset[str] | None, expected: list[str]
) -> None:
    found = of_file("studios/a.yml", text, accepted)
    assert [" ".join(line.split()[1:3]) for line in found] == expected
    if "own-waiver 1:1" in expected:
        assert found[0] == "studios/a.yml own-waiver 1:1 {'reason': '设备编号'} error"


def packed(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7", "pdf"),
        (b" " * 1019 + b"%PDF-", "pdf"),
        (b" " * 1020 + b"%PDF-", None),
        (b"%PD-1.7", None),
        (packed("word/document.xml"), "docx"),
        (packed("a", "xl/workbook.xml"), "xlsx"),
        (packed("xl/a", "word/b"), "docx"),
        (packed("ppt/a", "wordx/b", "a/xl/b"), None),
        (b"x" + packed("word/document.xml"), None),
        (b"PK\x03\x04broken", None),
        (b"", None),
    ],
)
def test_kinds_of_attachments_by_what_they_hold(data: bytes, kind: str | None) -> None:
    assert history._attachment(data) == kind


def test_files_that_nobody_can_read_are_problems_by_themselves() -> None:
    assert [line.split()[1] for line in of_file("a.bin", b"%PDF-1.7\nbroken")] == ["attachment-unreadable"]


def test_notes_of_pictures_and_of_what_is_none() -> None:
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x010E] = f"phone {MOBILE}"
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif)
    assert (
        of_file("a/x.jpg", stream.getvalue())[0]
        == "a/x.jpg personal-mobile-in-picture 0:0 {'masked': '13*********'} error"
    )
    assert history._picture_notes(b"no picture") == ""
    assert history._picture_notes(stream.getvalue()[:40]) == ""


def batches(*sizes: int) -> list[list[int]]:
    entries = [TreeEntry(f"a{n}.png", git.FILE, str(n)) for n in range(len(sizes))]
    found = history._batches(entries, {str(n): size for n, size in enumerate(sizes)})
    return [[int(entry.blob) for entry in some] for some in found]


MILLION = 1_000_000


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ((), []),
        ((1, 2, 3), [[0, 1, 2]]),
        ((10 * MILLION,) * 5, [[0, 1, 2, 3, 4]]),
        ((10 * MILLION,) * 6, [[0, 1, 2, 3, 4], [5]]),
        ((*(10 * MILLION,) * 4, 10 * MILLION - 1, 2, 3), [[0, 1, 2, 3, 4], [5, 6]]),
        ((10 * MILLION + 1, 5), [[1]]),
        ((5, 10 * MILLION + 1, 6), [[0, 2]]),
        ((10 * MILLION + 1,), []),
        ((10 * MILLION,) * 11, [[0, 1, 2, 3, 4], [5, 6, 7, 8, 9], [10]]),
    ],
)
def test_files_are_read_fifty_million_bytes_at_a_time(sizes: tuple[int, ...], expected: list[list[int]]) -> None:
    assert batches(*sizes) == expected
