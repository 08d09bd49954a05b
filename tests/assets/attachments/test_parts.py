"""Attachments by themselves: how readings travel, which files go out, what stands behind their links, and what lists and PDFs hold."""

import io
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pikepdf
import pypdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from pypdf.generic import DictionaryObject, NameObject

from laomo.assets.attachments import cache, link_labels, publication, sandbox
from laomo.assets.attachments.cache import File
from laomo.assets.attachments.publication import Attachment
from laomo.assets.attachments.readers import pdf, pdf_pictures, pdf_text, plain_text
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentReading, AttachmentRefused, closed_up, private
from laomo.problems.problem import Finding, Problem
from tests.assets.attachments.papers import paper
from tests.conftest import some
from tests.text.test_personal_data import CARD, IDENTITY, MOBILE

MOBILE_FOUND = "personal-mobile-in-attachment"


def test_a_reading_comes_back_as_it_was_sent() -> None:
    reading = AttachmentReading(
        (Finding("a", {"x": ("1", "2")}, "warning", 3, 4), Finding("b")), b"\n\0bytes", "说\n了"
    )
    assert AttachmentReading.from_bytes(reading.to_bytes()) == reading
    assert AttachmentReading.refused("c", value="甲") == AttachmentReading((Finding("c", {"value": "甲"}),), b"", "")
    assert reading.to_bytes().partition(b"\n")[0].isascii()


@pytest.mark.parametrize(
    "damaged",
    [
        *(
            b"",
            b"{}",
            b"{}\n",
            b"[]\n",
            b"5\n",
            b"x\n",
            b"null\n",
            b'{"findings": []}\n',
            b'{"said": ""}\n',
            b'{"findings": 5, "said": ""}\n',
        ),
        *(
            b'{"findings": [5], "said": ""}\n',
            b'{"findings": [{}], "said": ""}\n',
            b'{"findings": [{"code": "a"}], "said": ""}\n',
        ),
        *(
            b'{"findings": [{"code": "a", "facts": 5}], "said": ""}\n',
            b'{"findings": [{"code": "a", "facts": {}, "x": 1}], "said": ""}\n',
        ),
    ],
)
def test_what_no_reader_has_written_is_no_reading(damaged: bytes) -> None:
    with pytest.raises((ValueError, TypeError)):
        AttachmentReading.from_bytes(damaged)
    good = sandbox._packed(AttachmentReading((Finding("a"),)).to_bytes())
    assert len(list(sandbox._readings(good + sandbox._packed(damaged) + good))) == 1


def test_lines_are_closed_up() -> None:
    assert closed_up(["甲 乙\t丙", "丁\n戊"]) == "甲乙丙\n丁戊"


def at(line: int) -> AttachmentPlace:
    return AttachmentPlace("line", line)


def places(texts: list[str], across: list[str] = []) -> list[tuple[object, object]]:  # noqa: B006
    found = private(
        [(at(n), text) for n, text in enumerate(texts, 1)], [(at(n), text) for n, text in enumerate(across, 1)]
    )
    return [(each.facts["place"], each.facts["at"]) for each in found]


@pytest.mark.parametrize(
    ("texts", "across", "found"),
    [
        ([MOBILE], [], [("line", 1)]),
        (["甲", f"乙\n{MOBILE}"], [], [("line", 2)]),
        (["138 0013", "8000"], [], [("line", 1)]),
        (["甲\n乙", "138 0013", "8000", "丙"], [], [("line", 2)]),
        (["138 0013", "甲", "8000"], [], []),
        (["138 0013", "甲", "8000"], ["138 0013", "8000", "甲"], [("line", 1)]),
        ([MOBILE, MOBILE], [MOBILE], [("line", 1), ("line", 2)]),
        (["0.13800138000"], [], []),
        (["138 0013", "0.5", "8000"], [], []),
        (["138 0013", "-1.5E3", "8000"], [], []),
        ([], [], []),
    ],
)
def test_numbers_are_found_in_a_text_and_over_the_next(texts: list[str], across: list[str], found: object) -> None:
    assert places(texts, across) == found


def test_of_many_numbers_ten_are_named_and_the_rest_counted() -> None:
    numbers = [f"1380013{n:04}" for n in range(12)]
    assert places(numbers[:10]) == [("line", n) for n in range(1, 11)]
    assert places(numbers) == [*(("line", n) for n in range(1, 11)), ("more-places", 2)]
    last = list(private([(at(n), number) for n, number in enumerate(numbers)]))[-1]
    assert last == Finding(MOBILE_FOUND, {"place": "more-places", "at": 2, "sheet": "", "masked": "…"})
    assert places([*numbers[:11], IDENTITY]) == [*(("line", n) for n in range(1, 11)), ("line", 12), ("more-places", 1)]


def test_parts_of_a_stream_are_complete_or_dropped() -> None:
    packed = sandbox._packed(b"abc") + sandbox._packed(b"") + sandbox._packed(b"\0" * 300)
    assert sandbox._packed(b"abc") == b"\0\0\0\0\0\0\0\x03abc"
    assert list(sandbox._parts(io.BytesIO(packed))) == [b"abc", b"", b"\0" * 300]
    assert list(sandbox._parts(io.BytesIO(packed[:-1]))) == [b"abc", b""]
    assert list(sandbox._parts(io.BytesIO(packed[:4]))) == []
    good = AttachmentReading((Finding("a"),))
    assert list(sandbox._readings(sandbox._packed(good.to_bytes()) * 2)) == [good, good]
    assert list(
        sandbox._readings(sandbox._packed(good.to_bytes()) + sandbox._packed(b"x") + sandbox._packed(good.to_bytes()))
    ) == [good]


def test_each_kind_has_its_reader_and_its_limits() -> None:
    assert sandbox._READERS == {"pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "csv": "plain_text", "txt": "plain_text"}
    assert {"pdf", "docx", "xlsx", "csv", "txt"} == sandbox.KINDS
    assert (sandbox.SECONDS, sandbox.MEMORY) == (60, 2_000_000_000)
    assert cache.LIMITS == {
        "pdf": 20_000_000,
        "docx": 20_000_000,
        "xlsx": 20_000_000,
        "csv": 5_000_000,
        "txt": 5_000_000,
    }
    assert sandbox._read(b"\xff\xfe", "txt").findings[0].code == "encoding-utf16"
    assert sandbox._read(b"none", "pdf") == AttachmentReading.refused("attachment-unreadable")


@pytest.mark.parametrize(
    ("name", "size", "code"),
    [
        ("a.csv", 5_000_000, None),
        ("a.CSV", 5_000_001, "5 MB"),
        ("a.txt", 5_000_001, "5 MB"),
        ("a.png", 10_000_001, "10 MB"),
    ],
)
def test_a_file_beyond_the_limit_of_its_kind_is_not_read(
    tmp_path: Path, name: str, size: int, code: str | None
) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(size)
    found = File.of(tmp_path / name, tmp_path / "cache")
    assert (found.limit >= size) is (code is None)
    if code:
        facts = {"size": f"{size / 1e6:.1f} MB", "limit": code}
        assert cache.findings(found) == (Finding("attachment-too-large", facts),)


def test_a_file_is_read_once_and_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("感谢 江 一舟", encoding="utf-8")
    file = File.of(path, tmp_path / "cache")
    assert cache.says(file, "江一舟")
    assert not cache.says(file, "江二舟")
    assert cache.cleaned(file) == "\ufeff感谢 江 一舟".encode()
    assert [each.name for each in (tmp_path / "cache").iterdir()] == [file.kept.name]
    cache._keep(file, AttachmentReading((), b"as kept"))
    assert cache.cleaned(file) == b"as kept"
    file.kept.write_bytes(b"planted")
    assert cache.cleaned(file) == "\ufeff感谢 江 一舟".encode()
    other = tmp_path / "b.txt"
    other.write_text("另", encoding="utf-8")
    cache.read_ahead([file, File.of(other, tmp_path / "cache")])
    assert File.of(other, tmp_path / "cache").kept.is_file()
    assert file.kept != File.of(other, tmp_path / "cache").kept


INSTEAD = {
    "word": ["doc", "wps", "rtf", "odt", "docm", "dotx"],
    "excel": ["xls", "et", "ods", "xlsm", "xlsb"],
    "packed": ["zip", "rar", "7z", "gz", "tar"],
    "drawing": ["gif", "bmp", "tif", "tiff", "svg"],
    "paper": ["ppt", "pptx", "dps", "ofd"],
    "program": ["html", "htm", "js", "exe", "bat"],
    "film": ["mp4", "mov", "avi", "mp3"],
    "kind": ["json", "md5", "xyz"],
}


@pytest.mark.parametrize("code", INSTEAD)
def test_what_is_not_published_is_refused_with_what_to_do_instead(tmp_path: Path, code: str) -> None:
    for suffix in some((*INSTEAD[code], *map(str.upper, INSTEAD[code]))):
        path = tmp_path / f"x.{suffix}"
        path.touch()
        found = publication._findings(File.of(path, tmp_path))
        assert found == (Finding(f"attachment-{code}", {"kind": suffix.lower()}),)


def test_what_has_no_suffix_is_named_whole(tmp_path: Path) -> None:
    for name, finding in (
        ("Makefile", Finding("attachment-kind", {"kind": "Makefile"})),
        ("a.HEIC", Finding("heic", {"kind": "heic"})),
    ):
        (tmp_path / name).touch()
        assert publication._findings(File.of(tmp_path / name, tmp_path)) == (finding,)


@pytest.mark.parametrize(
    ("code", "may"),
    [
        *(("pdf-unread", True), ("personal-mobile-in-attachment", True), ("personal-card-in-attachment", True)),
        *(
            ("personal-identity-in-attachment", False),
            ("pdf-active", False),
            ("attachment-kind", False),
            ("x-personal-mobile", False),
        ),
    ],
)
def test_what_a_page_may_answer_for(code: str, may: bool) -> None:
    assert publication._may_be_waived(code) is may


def attachment(*codes: str, named: bool = True, waived: bool = False, severity: str = "error") -> Attachment:
    findings = tuple(Finding(code, {"x": 1}, severity, 2, 3) for code in codes)  # type: ignore[arg-type]
    return Attachment(
        PurePosixPath("notes/a.txt"), File(Path("a.txt"), Path(), ""), findings, named, waived, as_it_is=False
    )


def test_what_goes_out_and_what_is_said_of_it() -> None:
    path = "content/notes/a.txt"
    mobile = Problem(path, "personal-mobile-in-attachment", (), {"x": 1}, "error", 2, 3)
    unlinked = Problem(path, "attachment-unlinked", severity="warning")
    assert (attachment().published, attachment().problems) == (True, [])
    assert (attachment(named=False).published, attachment(named=False).problems) == (False, [unlinked])
    assert (attachment(mobile.code).published, attachment(mobile.code).problems) == (False, [mobile])
    assert attachment(mobile.code, named=False).problems == [mobile, unlinked]
    assert attachment(mobile.code, waived=True).published
    assert attachment(mobile.code, waived=True).problems == []
    assert not attachment("personal-identity-in-attachment", waived=True).published
    assert attachment("pdf-unread", severity="warning").published


def test_pages_name_configure_and_waive_files(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    head = "---\ntitle: 甲\n# 复核 2026-01-01：x.pdf，设备编号，不是手机号\n---\n"
    (content / "index.md").write_text(
        f"{head}[一](%E5%90%8D.pdf) b.txt\n# 复核 2026-01-01：y.pdf，设备编号\n", encoding="utf-8"
    )
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: x\nextra_css: [styles/own.css, 'x/a.js']\nlogo: notes/x.pdf\n", encoding="utf-8"
    )
    pages = publication._Pages(content)
    paths = map(PurePosixPath, ("名.pdf", "b.txt", "c.txt", "robots.txt", "notes/robots.txt", "styles/own.css"))
    assert [pages.name(path) for path in paths] == [True, True, False, True, False, True]
    own = map(
        PurePosixPath,
        ("styles/own.css", "own.css", "x/a.js", "a.js", "notes/x.pdf", "robots.txt", "styles/own.cs", "b.txt"),
    )
    assert [pages.configure(path) for path in own] == [True, False, True, False, False, True, False, False]
    assert [pages.waive(PurePosixPath(name)) for name in ("x.pdf", "a/x.pdf", "y.pdf", "b.txt")] == [
        True,
        True,
        False,
        False,
    ]
    (tmp_path / "mkdocs.yml").unlink()
    assert not publication._Pages(content).configure(PurePosixPath("styles/own.css"))


def test_hidden_files_links_and_pages_are_no_attachments(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.txt", ".hidden/d.txt", "a/.e.txt", "f.md", "g.MD"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "link.txt").symlink_to("b.txt")
    assert [str(path) for path in publication._files(tmp_path)] == ["a/c.txt", "b.txt", "g.MD"]


@pytest.mark.parametrize(
    ("count", "said"),
    [
        *((0, "1 KB"), (499, "1 KB"), (1_499, "1 KB"), (1_501, "2 KB"), (999_499, "999 KB"), (999_999, "1000 KB")),
        *((1_000_000, "1.0 MB"), (1_549_999, "1.5 MB"), (19_960_000, "20.0 MB")),
    ],
)
def test_sizes_as_readers_see_them(count: int, said: str) -> None:
    assert link_labels._size_text(count) == said


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[甲](a.PDF)", "[甲](a.PDF)（PDF，1 KB）"),
        (
            "[甲](a.docx) [乙](b.xlsx)[丙](c.csv)",
            "[甲](a.docx)（Word，1 KB） [乙](b.xlsx)（Excel，1 KB）[丙](c.csv)（表格，1 KB）".replace("表格", "CSV"),
        ),
        ("[甲](a.txt)(说明)", "[甲](a.txt)(说明)"),
        ("[甲](a.txt) （说明）", "[甲](a.txt) （说明）"),
        ("[甲](a.txt)\n\n（说明）", "[甲](a.txt)\n\n（说明）"),
        ("[甲!](a.txt)", "[甲!](a.txt)（文本，1 KB）"),
        (
            "[甲](a.txt#b) [乙](a.txt?c) [丙](x:a.txt) [丁](a b.txt)",
            "[甲](a.txt#b) [乙](a.txt?c) [丙](x:a.txt) [丁](a b.txt)",
        ),
        ("[甲](a.doc) [乙](apdf)", "[甲](a.doc) [乙](apdf)"),
        ("~~~\n[甲](a.txt)\n~~~\n[乙](a.txt)", "~~~\n[甲](a.txt)\n~~~\n[乙](a.txt)（文本，1 KB）"),
        ("```\n[甲](a.txt)\n~~~\n[乙](a.txt)\n```\n", "```\n[甲](a.txt)\n~~~\n[乙](a.txt)\n```\n"),
        ("[甲](a.txt)\n```\nx\n```\n[乙](a.txt)", "[甲](a.txt)（文本，1 KB）\n```\nx\n```\n[乙](a.txt)（文本，1 KB）"),
        ("x ```\n[甲](a.txt)\n```", "x ```\n[甲](a.txt)（文本，1 KB）\n```"),
    ],
)
def test_links_are_labelled(written: str, shown: str) -> None:
    assert link_labels.labelled(written, "notices/index.md", lambda _: 1) == shown


def test_links_are_found_from_the_folder_of_their_page() -> None:
    asked: list[str] = []
    link_labels.labelled("[a](b.pdf) [a](../c.pdf) [a](./d/e.pdf) [a](%E7%94%B2.pdf)", "x/y/index.md", asked.append)
    assert asked == ["x/y/b.pdf", "x/c.pdf", "x/y/d/e.pdf", "x/y/甲.pdf"]


def findings(text: str, kind: str = "csv") -> list[tuple[str, object, int | None, int | None]]:
    return [
        (each.code, each.facts.get("at"), each.line, each.column)
        for each in plain_text.read(text.encode(), kind).findings
    ]


def test_numbers_in_lists_are_found_in_their_lines_and_over_rows_and_columns() -> None:
    assert findings(f"甲\n乙,{MOBILE}\n") == [(MOBILE_FOUND, 2, 2, 3)]
    assert findings("名,号\n甲,138 0013\n乙,8000\n") == [(MOBILE_FOUND, 2, 0, 0)]
    assert findings("名,号\n甲,138 0013\n乙,8000\n", "txt") == []
    assert findings("号,甲\n138 0013,乙\n丙,\n8000,\n") == []
    assert findings("甲\n=1+1,x\n") == [("attachment-formula", None, 2, 1)]
    long = plain_text.read(f"=1{'x' * 40}".encode(), "csv").findings[0]
    assert long.facts == {"value": f"=1{'x' * 18}"}
    reading = plain_text.read(f"{IDENTITY}\n".encode(), "txt")
    assert [(each.code, each.facts["place"]) for each in reading.findings] == [
        ("personal-identity-in-attachment", "line")
    ]
    assert CARD not in repr(plain_text.read(CARD.encode(), "txt").findings)


def acting(*changes: Callable[[Pdf], object]) -> list[tuple[str, object]]:
    with Pdf.open(io.BytesIO(paper(*changes))) as made:
        return [(each.code, each.facts.get("kind") or each.facts.get("target")) for each in pdf._acting(made)]


def hung(**entries: object) -> Callable[[Pdf], object]:
    """Something hung on the page."""

    def change(made: Pdf) -> None:
        for key, value in entries.items():
            made.pages[0].obj[f"/{key}"] = value

    return change


def does(kind: str) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"))


ACTIONS = {
    "JavaScript": "JavaScript",
    "Launch": "launch",
    "SubmitForm": "submit-form",
    "ImportData": "import-data",
    "GoToR": "open-file",
    "GoToE": "open-embedded-file",
    "Rendition": "rendition",
    "RichMediaExecute": "rich-media-execute",
    "Movie": "movie",
    "Sound": "sound",
}


@pytest.mark.parametrize("kind", ACTIONS)
def test_actions_are_named_wherever_they_hang(kind: str) -> None:
    wanted = [("pdf-active", ACTIONS[kind])]
    for key in ("A", "PA", "Next"):
        assert acting(hung(**{key: does(kind)})) == wanted
        assert acting(hung(**{key: Array([does("GoTo"), does(kind)])})) == wanted
    assert acting(hung(OpenAction=does(kind))) == wanted
    assert acting(hung(AA=Dictionary(O=does(kind)))) == wanted
    assert acting(hung(X=does(kind))) == wanted


def test_actions_to_a_place_or_a_page_pass_unless_the_page_opens_itself() -> None:
    for key in ("A", "PA", "Next"):
        assert acting(hung(**{key: does("GoTo")})) == acting(hung(**{key: does("URI")})) == []
        assert acting(hung(**{key: does("Named")})) == [("pdf-active", "action")]
    assert acting(hung(OpenAction=does("GoTo"))) == acting(hung(AA=Dictionary(O=does("GoTo")))) == []
    assert (
        acting(hung(OpenAction=does("URI"))) == acting(hung(AA=Dictionary(O=does("URI")))) == [("pdf-active", "action")]
    )
    assert acting(hung(OpenAction=Array([0, Name.Fit]))) == []
    with Pdf.open(io.BytesIO(paper(hung(A=does("Named" + "x" * 60))))) as made:
        assert [each.facts["value"] for each in pdf._acting(made)] == ["Named" + "x" * 35]


@pytest.mark.parametrize(
    ("key", "term"),
    [
        *(
            ("JS", "JavaScript"),
            ("JavaScript", "JavaScript"),
            ("EmbeddedFiles", "embedded-files"),
            ("EF", "embedded-files"),
        ),
        *(("XFA", "xfa"), ("RichMediaContent", "rich-media"), ("Collection", "portfolio")),
    ],
)
def test_keys_that_act_are_named(key: str, term: str) -> None:
    assert acting(hung(**{key: String("x")})) == [("pdf-active", term)]


@pytest.mark.parametrize(
    ("kind", "term"),
    [
        *(("FileAttachment", "file-attachment"), ("RichMedia", "rich-media"), ("Screen", "screen")),
        *(("Movie", "movie"), ("Sound", "sound"), ("3D", "3d-model")),
    ],
)
def test_notes_that_act_are_named(kind: str, term: str) -> None:
    assert acting(hung(Annots=Array([Dictionary(Subtype=Name(f"/{kind}"))]))) == [("pdf-active", term)]
    assert acting(hung(Annots=Array([Dictionary(Subtype=Name.Text)]))) == []


def test_links_and_signatures_are_named() -> None:
    far = "ftp://" + "x" * 90
    links = Array([Dictionary(URI=String(each)) for each in (" https://x.org/ ", far, "file:///x", "#a", "file:///x")])
    assert acting(hung(X=links)) == [("attachment-link", "file:///x"), ("attachment-link", far[:80])]
    assert acting(hung(URI=Name.None_)) == []
    assert (
        acting(hung(X=Dictionary(FT=Name.Sig))) == acting(hung(X=Dictionary(Type=Name.Sig))) == [("pdf-signed", None)]
    )
    assert acting(hung(X=Dictionary(FT=Name.Tx))) == []


def test_what_tells_of_the_author_is_left_out() -> None:
    keys = {
        "Metadata": String("秘"),
        "PieceInfo": String("秘"),
        "LastModified": String("秘"),
        "SpiderInfo": String("秘"),
        "Thumb": String("秘"),
    }
    note = {
        "T": String("秘"),
        "M": String("秘"),
        "CreationDate": String("秘"),
        "NM": String("秘"),
        "Contents": String("留"),
    }
    box = Array([1, 2, 3, 4])

    def change(made: Pdf) -> None:
        made.trailer.Info = made.make_indirect(Dictionary(Author=String("秘")))
        made.pages[0].obj.X = Array(
            [
                Dictionary(Subtype=Name.Text, Rect=box, **note),
                Dictionary(Subtype=Name.Widget, Rect=box, T=String("栏")),
                Dictionary(T=String("名")),
            ]
        )

    cleaned = pdf._cleaned(paper(hung(**keys), change))
    with Pdf.open(io.BytesIO(cleaned)) as made:
        assert {each for each in pdf._strings(made) if each in "名栏留秘"} == {"名", "栏", "留"}
        assert [key for key in some(made.pages[0].obj.keys()) if key[1:] in keys] == []
        assert "/Info" not in made.trailer
    assert pdf._cleaned(paper(hung(**keys), change)) == cleaned
    reading = pdf.read(paper(change), "")
    assert reading.findings == ()
    assert reading.said.split("\n")[0] == "Annex1:listofstudiosin2013"
    assert {"名", "栏", "留"} <= set(reading.said.split("\n"))


def refusal(data: bytes) -> Finding:
    with pytest.raises(AttachmentRefused) as refused:
        pdf._opened(data)
    return refused.value.finding


def test_papers_that_cannot_be_read_are_refused() -> None:
    assert pdf.MAX_PAGES == 500
    assert refusal(paper(pages=501)) == Finding("pdf-too-long", {"pages": 501, "limit": 500})
    assert len(pdf._opened(paper(pages=500)).pages) == 500
    assert refusal(paper(pages=0)) == refusal(b"none") == refusal(b"%PDF-1.7\n") == Finding("attachment-unreadable")
    locks = pikepdf.Encryption(owner="a", user="b"), pikepdf.Encryption(owner="a", user="")
    assert [refusal(paper(encryption=lock)) for lock in locks] == [Finding("pdf-locked")] * 2


@pytest.mark.parametrize(
    ("numbers", "said"),
    [([], ()), ([3], ("3",)), ([1, 2], ("1–2",)), ([1, 3, 4, 5, 7], ("1", "3–5", "7")), ([2, 4, 6], ("2", "4", "6"))],
)
def test_neighbouring_pages_are_a_range(numbers: list[int], said: tuple[str, ...]) -> None:
    assert pdf_text._ranges(numbers) == said


def drawn(contents: bytes, **resources: object) -> bytes:
    def change(made: Pdf) -> None:
        made.pages[0].obj.Contents = Stream(made, contents)
        for key, value in resources.items():
            made.pages[0].obj.Resources[f"/{key}"] = value(made) if callable(value) else value

    return paper(change)


LINES = b"1 0 0 1 0 0 cm " * 14


@pytest.mark.parametrize(
    ("data", "unread"),
    [
        (drawn(b""), False),
        (drawn(LINES[:200]), False),
        (drawn(LINES[:200] + b"1"), True),
        (drawn(LINES[:-1] + b"        "), True),
        (drawn(b"BT /F1 9 Tf (Page 1) Tj ET " + LINES), False),
        (
            drawn(
                b"BT /F1 9 Tf (Page 1) Tj ET",
                XObject=lambda made: Dictionary(I=made.make_indirect(Stream(made, b"", Subtype=Name.Image))),
            ),
            True,
        ),
        (
            drawn(
                b"BT /F1 9 Tf (Annexes 123) Tj ET",
                XObject=lambda made: Dictionary(I=made.make_indirect(Stream(made, b"", Subtype=Name.Image))),
            ),
            False,
        ),
        (
            drawn(
                b"BT /F1 9 Tf (Annexes 12) Tj ET",
                XObject=lambda made: Dictionary(I=made.make_indirect(Stream(made, b"", Subtype=Name.Image))),
            ),
            True,
        ),
        (
            drawn(
                b"BT /F1 9 Tf (Page 1) Tj ET",
                XObject=lambda made: Dictionary(I=made.make_indirect(Stream(made, b"", Subtype=Name.Form))),
            ),
            False,
        ),
        (drawn(b"BT /F1 9 Tf (Annex 1 of 12 pages) Tj ET", Font=Dictionary(F1=Dictionary(Subtype=Name.Type3))), True),
        (drawn(b"BT /F1 9 Tf (Annex 1 of 12 pages) Tj ET", Font=Dictionary(F1=Dictionary(Subtype=Name.Type1))), False),
    ],
)
def test_pages_whose_text_cannot_be_read_are_named(data: bytes, unread: bool) -> None:
    found, _ = pdf_text.read(data)
    assert found == ([Finding("pdf-unread", {"pages": ("1",)}, "warning")] if unread else [])


@pytest.mark.parametrize(
    ("shown", "ways"),
    [
        (b"(138001380) Tj", 0),
        (b"(1380013800) Tj", 1),
        (b"3 Tr (1380013800) Tj", 2),
        (b"7 Tr (1380013800) Tj", 2),
        (b"2 Tr (1380013800) Tj", 1),
        (b"(1380013800 3 Trx) Tj", 1),
        (b"(1380013800 3Tr) Tj", 1),
    ],
)
def test_in_how_many_ways_a_page_with_digits_is_read(shown: bytes, ways: int) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(drawn(b"BT /F1 9 Tf " + shown + b" ET"))).pages
    assert len(list(pdf_text._otherwise(page, page.extract_text()))) == ways


def chained(forms: int, last: str = "/Image") -> DictionaryObject:
    """A page on which a form is drawn, on which a form is drawn, … on which there is something."""
    drawing = DictionaryObject({NameObject("/Subtype"): NameObject(last)})
    for _ in range(forms + 1):
        objects = DictionaryObject({NameObject("/XObject"): DictionaryObject({NameObject("/X"): drawing})})
        drawing = DictionaryObject({NameObject("/Subtype"): NameObject("/Form"), NameObject("/Resources"): objects})
    return drawing


@pytest.mark.parametrize(
    ("forms", "pictured", "count"), [(0, True, 2), (3, True, 5), (4, True, 5), (5, False, 5), (9, False, 5)]
)
def test_what_is_drawn_on_what_is_drawn_is_seen_four_deep(forms: int, pictured: bool, count: int) -> None:
    assert pdf_text._pictured(chained(forms)) is pictured
    assert not pdf_text._pictured(chained(forms, "/Form"))
    assert len(list(pdf_text._drawings(chained(forms)))) == count


@pytest.mark.parametrize(
    ("font", "signs_only"),
    [
        ({"/Subtype": "/Type3"}, True),
        ({"/Subtype": "/Type0", "/Encoding": "/Identity-H"}, True),
        ({"/Subtype": "/Type0", "/Encoding": "/Identity-V"}, True),
        ({"/Subtype": "/Type0", "/Encoding": "/UniGB-UTF16-H"}, False),
        ({"/Subtype": "/TrueType", "/Encoding": "/Identity-H"}, False),
        ({"/Subtype": "/Type1"}, False),
    ],
)
def test_fonts_of_signs_without_letters(font: dict[str, str], signs_only: bool) -> None:
    assert pdf_text._signs_only(font) is signs_only


def test_letters_that_nobody_sees_are_left_out() -> None:
    operations = [
        ([0], b"Tr"),
        (["a"], b"Tj"),
        ([3], b"Tr"),
        (["b"], b"Tj"),
        (["c"], b"TJ"),
        (["d"], b"'"),
        (["e"], b'"'),
        ([1], b"Td"),
    ]
    operations += [([7], b"Tr"), (["f"], b"Tj"), ([2], b"Tr"), (["g"], b"TJ")]
    shown = [operands for operands, _ in pdf_text._visible(operations)]
    assert shown == [[0], ["a"], [3], [1], [7], [2], ["g"]]
    assert [bool(pdf_text._INVISIBLE.search(each)) for each in (b"3 Tr", b"7\nTr ", b"2 Tr", b"3 Trx", b"3Tr")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_number_with_hidden_letters_between_its_digits_is_found() -> None:
    split = f"BT /F1 9 Tf ({MOBILE[:5]}) Tj 3 Tr (xxxx) Tj 0 Tr ({MOBILE[5:]}) Tj ET".encode()
    assert [each.code for each in pdf_text.read(drawn(split))[0]] == [MOBILE_FOUND]


PHOTOGRAPH = b"\xff\xd8\xff\xfe\0\x06note\xff\xd9"


@pytest.mark.parametrize("name", ["/DCTDecode", "/DCT"])
def test_photographs_in_a_paper_lose_their_notes(name: str) -> None:
    with pikepdf.new() as made:
        for filters in (Name(name), Array([Name(name)])):
            stream = Stream(made, PHOTOGRAPH, Filter=filters)
            pdf_pictures.strip(made, stream)
            assert stream.read_raw_bytes() == b"\xff\xd8\xff\xd9"
            assert str(stream.Filter) == name
        other = Stream(made, PHOTOGRAPH, Filter=Name.FlateDecode)
        pdf_pictures.strip(made, other)
        assert other.read_raw_bytes() == PHOTOGRAPH
        packed = Stream(
            made, b"<FFD8FFFE00066E6F7465FFD9>".replace(b"<", b""), Filter=Array([Name.ASCIIHexDecode, Name(name)])
        )
        pdf_pictures.strip(made, packed)
        assert (packed.read_raw_bytes(), str(packed.Filter)) == (b"\xff\xd8\xff\xd9", name)


@pytest.mark.parametrize(("name", "kind"), [("/DCTDecode", "JPEG"), ("/JPXDecode", "JPEG 2000")])
def test_photographs_that_cannot_be_read_are_refused(name: str, kind: str) -> None:
    with pikepdf.new() as made:
        with pytest.raises(AttachmentRefused) as refused:
            pdf_pictures.strip(made, Stream(made, b"none", Filter=Name(name)))
        assert refused.value.finding == Finding("attachment-picture", {"value": kind})
