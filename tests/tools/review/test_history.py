"""What a change once said stays in git: a personal number in any earlier commit is found, in whatever it was written."""

import io
import os
import zipfile
from collections.abc import Callable

import pytest
from PIL import Image
from tests.assets.attachments.office import document, workbook
from tests.assets.attachments.papers import paper
from tests.conftest import edit
from tests.text.test_personal_data import MOBILE
from tests.tools.review.gitsite import IDENTITY, Clone, git

from laomo.system.git import Repository
from laomo.tools.review import ownership

WELD = "studios/north/weld/studio.yml"
TEXT = f"一页说明\n联系 {IDENTITY}\n"


def found(clone: Clone, author: str = "chief") -> list[tuple[str, str]]:
    problems = ownership.check(Repository(clone.folder), "main", "work", author)
    assert not [problem for problem in problems if IDENTITY in f"{problem.path}{problem.facts}"]
    return [(problem.path, problem.code) for problem in problems]


def put_and_taken_back(clone: Clone, path: str, data: bytes) -> None:
    clone.write(path, data)
    clone.commit()
    (clone.folder / path).unlink()
    clone.commit()


ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gbk", "gb18030", "utf-32")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_number_is_found_in_any_encoding(clone: Clone, encoding: str) -> None:
    put_and_taken_back(clone, "studios/north/weld/2020.yml", TEXT.encode(encoding))
    assert found(clone) == [("studios/north/weld/2020.yml", "personal-identity")]


WIDE = IDENTITY.translate({ord("0") + n: chr(ord("０") + n) for n in range(10)})
"""Digits whose UTF-16 has no zero byte."""


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "gbk"])
def test_full_width_digits_are_found_in_any_encoding(clone: Clone, encoding: str) -> None:
    put_and_taken_back(clone, "x", f"说明，{WIDE}，完".encode(encoding))
    assert ("x", "personal-identity") in found(clone)


NAMES = (
    "notes.txt",
    "名单",
    "list.csv",
    "page.html",
    "data.json",
    "x.YML",
    "a.unknown",
    ".hidden",
    "README",
    "logo.svg",
    "x.png",
    "x.pdf",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_number_is_found_whatever_the_file_is_called(clone: Clone, name: str) -> None:
    put_and_taken_back(clone, f"files/{name}", TEXT.encode())
    assert (f"files/{name}", "personal-identity") in found(clone)


def test_a_mobile_before_the_mark_of_a_mail_address_is_found_where_mail_addresses_may_stand(clone: Clone) -> None:
    put_and_taken_back(
        clone, "files/package.json", f'{{"author": "{MOBILE}@139.com", "bugs": "me@example.org"}}'.encode()
    )
    assert found(clone) == [("files/package.json", "personal-mobile")]


def test_a_large_text_is_searched_to_its_end_and_one_above_the_limit_is_a_problem(clone: Clone) -> None:
    put_and_taken_back(clone, "files/long.txt", "一行字\n".encode() * 400_000 + TEXT.encode())
    put_and_taken_back(clone, "studios/north/weld/2020.yml", b"# x\n" * 300_000)
    assert found(clone) == [("files/long.txt", "personal-identity"), ("studios/north/weld/2020.yml", "file-too-large")]


def test_a_number_in_the_name_of_a_file_or_in_a_links_target_is_found(clone: Clone) -> None:
    put_and_taken_back(clone, f"studios/north/weld/photos/{IDENTITY}.png", b"x")
    link = clone.folder / "files"
    link.symlink_to(f"/home/{MOBILE}")
    clone.commit()
    link.unlink()
    clone.commit()
    codes = found(clone)
    assert ("files", "personal-mobile") in codes
    assert [code for path, code in codes if path.startswith("studios/north/weld/photos/")] == ["personal-identity"]


ATTACHMENTS = {"docx": document(TEXT), "xlsx": workbook(["证件号", IDENTITY]), "pdf": paper(text=f"No. {IDENTITY}")}


@pytest.mark.parametrize("name", ["x.{}", "x.dat", "x.png", "studio"])
@pytest.mark.parametrize("kind", ATTACHMENTS)
def test_attachments_are_read_as_those_of_the_last_commit_are(clone: Clone, kind: str, name: str) -> None:
    path = "files/" + name.format(kind)
    put_and_taken_back(clone, path, ATTACHMENTS[kind])
    assert (path, "personal-identity-in-attachment") in found(clone)


def test_an_attachment_that_nobody_can_read_is_a_problem(clone: Clone) -> None:
    put_and_taken_back(clone, "files/x.pdf", b"%PDF-1.7\nbroken")
    assert "files/x.pdf" in [path for path, _ in found(clone)]


def test_notes_of_a_picture_are_read(clone: Clone) -> None:
    exif, stream = Image.Exif(), io.BytesIO()
    exif[0x010E] = f"phone {MOBILE}"
    Image.new("RGB", (64, 48)).save(stream, "JPEG", exif=exif)
    put_and_taken_back(clone, "studios/north/weld/photos/a.jpg", stream.getvalue())
    assert ("studios/north/weld/photos/a.jpg", "personal-mobile-in-picture") in found(clone)


def test_a_plain_picture_and_a_packed_file_are_no_numbers(clone: Clone) -> None:
    for path in sorted((clone.folder / "studios").rglob("*.png")):
        put_and_taken_back(clone, f"files/{path.name}", path.read_bytes())
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        packed.writestr("x", os.urandom(200_000))
    put_and_taken_back(clone, "files/x.zip", stream.getvalue())
    assert found(clone) == []


NOISE = bytes(range(128, 256)) + bytes(range(32))
CHANCE = {"chat": b"\xfevx\x01:Lo8xyzw\xff", "qq": b"\x90QQ\xfe5\xff6\xfe7\x808\x819\x820\xf0"}


@pytest.mark.parametrize("name", ["files/x.zip", "studios/north/weld/photos/x.jpg"])
@pytest.mark.parametrize("case", CHANCE)
def test_a_name_of_a_few_characters_that_packed_bytes_make_by_chance_is_none(
    clone: Clone, case: str, name: str
) -> None:
    put_and_taken_back(clone, name, NOISE * 3 + CHANCE[case] + NOISE * 3)
    assert [code for _, code in found(clone) if code.startswith("personal")] == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "gb18030"])
@pytest.mark.parametrize("around", [b"", NOISE * 4])
def test_a_name_on_wechat_in_a_text_is_found_in_any_encoding_and_between_other_bytes(
    clone: Clone, encoding: str, around: bytes
) -> None:
    text = "一页说明，请加微信号：hello_1234，完，一页说明，请看第二页的表，再看第三页的图，就都明白了\n" * 3
    put_and_taken_back(clone, "files/x.bin", around + text.encode(encoding) + around)
    assert ("files/x.bin", "personal-chat") in found(clone)


def signed(clone: Clone, name: str, mail: str, message: bytes = b"x", extra: bytes = b"") -> str:
    """A commit of these words, as bytes."""
    tree, parent = git(clone.folder, "rev-parse", "HEAD^{tree}"), git(clone.folder, "rev-parse", "HEAD")
    who = f"{name} <{mail}> 1767196800 +0800"
    head = (
        f"tree {tree}\nparent {parent}\nauthor {who}\ncommitter clerk <clerk@example.org> 1767196800 +0800\n".encode()
    )
    made = git(
        clone.folder, "hash-object", "-t", "commit", "-w", "--stdin", given=head + extra + b"\n" + message + b"\n"
    )
    git(clone.folder, "update-ref", "HEAD", made)
    return made[:8]


def test_numbers_in_messages_and_names_are_found_and_a_platforms_addresses_are_none(clone: Clone) -> None:
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    clone.commit()
    bad = [
        signed(clone, f"王 {MOBILE}", "a@example.org"),
        signed(clone, "王", f"{MOBILE}@example.org"),
        signed(clone, f"王 {IDENTITY}", "a@example.org"),
        signed(clone, "王", "a@example.org", f"改 {IDENTITY}".encode()),
        signed(clone, "王", "a@example.org", f"改 {WIDE}".encode("gb18030"), b"encoding GB18030\n"),
        signed(clone, "王", "a@example.org", f"改 {WIDE}".encode("utf-16-le")),
        signed(clone, "王", "a@example.org", f"改 {MOBILE} # 复核 2026-01-01：设备编号，不是手机号".encode()),
        signed(clone, "王", "a@example.org", b"x", f"note {IDENTITY}\n".encode()),
    ]
    signed(clone, "clerk", "12345678+clerk@users.noreply.github.com", b"x\n\nSigned-off-by: clerk <clerk@example.org>")
    signed(clone, "clerk", "13800138000-clerk@users.noreply.gitlab.com")
    signed(clone, "clerk", "clerk@example.org")
    assert sorted({path for path, _ in found(clone, "north-clerk")}) == sorted(bad)
    signed(clone, "clerk", f"{MOBILE}@users.noreply.example.org")
    assert len({path for path, _ in found(clone, "north-clerk")}) == len(bad) + 1, (
        "an account called by a mobile number"
    )


def test_what_the_main_branch_once_said_is_not_laid_at_the_door_of_who_merges_it(clone: Clone) -> None:
    git(clone.folder, "switch", "--quiet", "main")
    clone.write("files/x.txt", TEXT)
    clone.commit()
    git(clone.folder, "switch", "--quiet", "work")
    edit(clone.folder / WELD, "region: ", "founded: 2013\nregion: ")
    clone.commit()
    git(clone.folder, "merge", "--quiet", "--no-edit", "main")
    assert found(clone, "north-clerk") == []


WAIVED = f"region: 北区\n# 复核 2026-01-01：设备编号，不是手机号\nintro: 设备 {MOBILE}\n"
BESIDE = f"region: 北区\nintro: 设备 {MOBILE} # 复核 2026-01-01：设备编号，不是手机号\n"


@pytest.mark.parametrize("waived", [WAIVED, BESIDE])
def test_a_clerks_own_waiver_does_not_count_a_stewards_and_a_merged_one_does(clone: Clone, waived: str) -> None:
    edit(clone.folder / WELD, "region: 北区\n", waived)
    clone.commit()
    assert found(clone, "north-clerk") == [(WELD, "own-waiver"), (WELD, "personal-mobile")]
    assert found(clone, "chief") == []
    git(clone.folder, "branch", "--force", "main", "work")
    edit(clone.folder / WELD, "category: ", "plaque: 2013\ncategory: ")
    clone.commit()
    assert found(clone, "north-clerk") == []


def _another_number(clone: Clone) -> None:
    edit(clone.folder / WELD, MOBILE, MOBILE[:-1] + str((int(MOBILE[-1]) + 1) % 10))


def _taken_back_again(clone: Clone) -> None:
    _another_number(clone)
    clone.commit()
    git(clone.folder, "checkout", "--quiet", "main", WELD)
    clone.write("studios/north/weld/2020.yml", "summary: 甲\n")


@pytest.mark.parametrize("change", [_another_number, _taken_back_again])
def test_a_merged_waiver_is_for_its_own_line_only(clone: Clone, change: Callable[[Clone], None]) -> None:
    edit(clone.folder / WELD, "region: 北区\n", WAIVED)
    clone.commit()
    git(clone.folder, "branch", "--force", "main", "work")
    change(clone)
    clone.commit()
    assert found(clone, "north-clerk") == [(WELD, "own-waiver"), (WELD, "personal-mobile")]
