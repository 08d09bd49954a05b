"""What lies beside hand-written pages: which kinds go out, as what, and that every way to the site gives the same bytes."""

import io
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import ExifTags, Image

from laomo import generate, pipeline
from laomo.project import Project
from laomo.render.preview.site import Current
from tests.assets.attachments import office, papers
from tests.assets.attachments.beside import FOLDER, codes, lay, problems, published, said, written
from tests.conftest import edit, some, tree
from tests.render.test_mkdocs import mkdocs
from tests.security.table import Score
from tests.text.test_personal_data import CARD, IDENTITY, MOBILE


def photo(kind: str = "JPEG", **notes: object) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (300, 200), "#a12a1e").save(stream, kind, **notes)
    return stream.getvalue()


def placed() -> bytes:
    """As a phone takes it: lying on its side, with a place and a comment."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    exif[ExifTags.Base.Artist] = "示例摄影者"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (24.0, 28.0, 30.0)})
    return photo(exif=exif.tobytes(), comment="内部资料".encode()) + b"<script>alert(1)</script>"


REFUSED = {
    "x.doc": "attachment-word",
    "x.wps": "attachment-word",
    "x.docm": "attachment-word",
    "x.xls": "attachment-excel",
    "x.xlsm": "attachment-excel",
    "x.et": "attachment-excel",
    "x.pptx": "attachment-paper",
    "x.ofd": "attachment-paper",
    "x.zip": "attachment-packed",
    "x.rar": "attachment-packed",
    "x.svg": "attachment-drawing",
    "x.gif": "attachment-drawing",
    "x.html": "attachment-program",
    "x.HTM": "attachment-program",
    "x.js": "attachment-program",
    "x.exe": "attachment-program",
    "x.mp4": "attachment-film",
    "x.json": "attachment-kind",
    "x.markdown": "attachment-kind",
    "x.MD": "attachment-kind",
    "x": "attachment-kind",
    "x.heic": "heic",
    "y.jpg": "bad-picture",
    "y.pdf": "attachment-unreadable",
}


def test_only_kinds_that_readers_need_go_out(site: Path, score: Score) -> None:
    found = codes(problems(site, dict.fromkeys(REFUSED, b"<svg xmlns='x'><script>alert(1)</script></svg>")))
    missed = [name for name, code in REFUSED.items() if found[name] != {code}]
    score("attachments that act, reach out or unfold", len(REFUSED), len(missed))
    assert missed == [], found


def test_a_preview_shows_nothing_of_what_is_refused(site: Path) -> None:
    lay(site, {"x.html": b"<script>alert(1)</script>", "x.pdf": papers.paper(), "y.pdf": papers.paper(text=IDENTITY)})
    current = Current(Project(site))
    assert current.file("notes/x.html")[0] is None
    assert current.file("notes/y.pdf")[0] is None
    assert (current.file("notes/x.pdf")[0] or b"").startswith(b"%PDF")
    assert "附件 2" in (current.file("notes/index.html")[0] or b"").decode()


def test_every_way_to_the_site_gives_the_same_bytes(site: Path) -> None:
    files = {"x.pdf": papers.paper(papers.authored), "x.csv": "单位,数目\n甲厂,3\n".encode(), "x.jpg": placed()}
    lay(site, files)
    pipeline.build(Project(site), site / "site")
    assert mkdocs(site, "--site-dir", site / "other").returncode == 0
    assert tree(site / "other") == tree(site / "site")
    current = Current(Project(site))
    for name, data in some(files.items()):
        out = (site / "site" / FOLDER / name).read_bytes()
        assert out == current.file(f"{FOLDER}/{name}")[0]
        assert out != data


def test_what_no_page_leads_to_stays_at_home(site: Path) -> None:
    lay(site, {"x.txt": b"a"})
    (site / "content/notes/draft.txt").write_text("草稿", encoding="utf-8")
    (site / "content/robots.txt").write_text("User-agent: *\n", encoding="utf-8")
    (problem,) = generate.check(Project(site)).problems
    assert (problem.path, problem.code, problem.severity) == (
        "content/notes/draft.txt",
        "attachment-unlinked",
        "warning",
    )
    assert written(site).keys() == {"x.txt"}
    assert (Project(site).pages / "robots.txt").read_bytes() == b"User-agent: *\n"


def test_what_mkdocs_is_told_of_is_a_part_of_the_site(site: Path) -> None:
    (site / "content/styles").mkdir()
    (site / "content/styles/own.css").write_text("h1 { color: red }", encoding="utf-8")
    assert [p.code for p in generate.check(Project(site)).problems] == [
        "attachment-kind",
        "attachment-unlinked",
    ]
    edit(site / "mkdocs.yml", "docs_dir", "extra_css: [styles/own.css]\ndocs_dir")
    written(site)
    assert (Project(site).pages / "styles/own.css").read_text(encoding="utf-8") == "h1 { color: red }"


TEXTS = {
    "gbk.csv": ("单位,电话\n".encode("gbk"), "encoding-gbk", 1),
    "wide.txt": ("文字".encode("utf-16"), "encoding-utf16", 1),
    "identity.txt": (f"名单\n{IDENTITY}".encode(), "personal-identity-in-attachment", 2),
    "mobile.csv": (f"姓名,电话\n甲,{MOBILE}\n".encode(), "personal-mobile-in-attachment", 2),
    "card.csv": (f"姓名\n\n{CARD}\n".encode(), "personal-card-in-attachment", 3),
    "sum.csv": (b'a\n=HYPERLINK("https://example.org")\n', "attachment-formula", 2),
    "call.csv": (b"a\n+cmd|'/c calc'!A0\n", "attachment-formula", 2),
    "minus.csv": (b"a\n-cmd|'/c calc'!A0\n", "attachment-formula", 2),
    "at.csv": (b"a,@SUM(1)\n", "attachment-formula", 1),
    "wide.csv": ("a,＝1+1\n".encode(), "attachment-formula", 1),
}


def test_lists_and_texts_are_read_line_by_line(site: Path, score: Score) -> None:
    found = problems(site, {name: data for name, (data, _, _) in TEXTS.items()})
    missed = [
        name for name, (_, code, line) in TEXTS.items() if [(p.code, p.line) for p in found[name]] != [(code, line)]
    ]
    score("attachments that act, reach out or unfold", len(TEXTS), len(missed))
    assert missed == [], found
    assert not [number for number in (IDENTITY, MOBILE, CARD) if number in said(found)]


def test_a_plain_list_goes_out_marked_for_spreadsheets(site: Path) -> None:
    lay(site, {"x.csv": "项目,增减\n甲,-5.3%\n乙,-\n丙,+1\n".encode()})
    assert published(site) == {"x.csv": "\ufeff项目,增减\n甲,-5.3%\n乙,-\n丙,+1\n".encode()}


def test_pictures_go_out_as_pixels(site: Path, score: Score) -> None:
    plain = photo("WEBP")
    lay(site, {"placed.jpg": placed(), "plain.webp": plain, "false.png": placed()})
    out = published(site)
    assert out["plain.webp"] == plain
    assert Image.open(io.BytesIO(out["placed.jpg"])).size == (200, 300)
    assert Image.open(io.BytesIO(out["false.png"])).format == "PNG"
    leaks = [
        name
        for name in out
        for said in (b"Exif", b"script", "示例摄影者".encode(), "内部资料".encode())
        if said in out[name]
    ]
    score("pictures that are bombs, none, or say too much", 2, len(leaks))
    assert leaks == []


def test_numbers_in_the_notes_of_pictures_are_found(site: Path) -> None:
    found = problems(site, {"x.jpg": photo(comment=IDENTITY.encode())})
    assert codes(found) == {"x.jpg": {"personal-identity-in-picture"}}
    assert IDENTITY not in said(found)


@pytest.mark.parametrize(
    ("text", "left"), [(MOBILE, set()), (CARD, set()), (IDENTITY, {"personal-identity-in-attachment"})]
)
def test_what_a_page_says_of_a_number_lets_it_pass_but_for_identities(site: Path, text: str, left: set[str]) -> None:
    head = "# 复核 2026-01-01：x.pdf，设备编号，不是手机号\n"
    assert codes(problems(site, {"x.pdf": papers.paper(text=f"No. {text}")}, head))["x.pdf"] == left
    assert codes(problems(site, {"y.pdf": papers.paper(text=f"No. {text}")}, head))["y.pdf"] != set()


OWN_WORD = "# 复核 2026-01-01：设备编号，不是手机号"
_SAID = f"{OWN_WORD}\n{MOBILE}  {OWN_WORD}\n"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.txt", _SAID.encode()),
        ("x.csv", f"{OWN_WORD},\n{MOBILE},{OWN_WORD}\n".encode()),
        ("landline.txt", b"landline: 0592-2123456\n"),
        ("x.docx", office.document(OWN_WORD, f"{MOBILE}  {OWN_WORD}")),
        ("x.xlsx", office.workbook([OWN_WORD], [MOBILE, OWN_WORD])),
    ],
)
def test_a_waiver_in_an_attachment_is_none(site: Path, name: str, data: bytes) -> None:
    assert codes(problems(site, {name: data}))[name]


@pytest.mark.parametrize("harm", [b"", b"x", b"0" * 64 + b"\n[]\n%PDF"], ids=["empty", "short", "forged"])
def test_a_memory_that_is_damaged_is_no_memory(site: Path, harm: bytes) -> None:
    lay(site, {"x.pdf": papers.paper()})
    first = written(site)
    for kept in Project(site).attachments.iterdir():
        kept.write_bytes(harm)
    shutil.rmtree(Project(site).pages)
    (site / "content/notes/x.pdf").touch()
    assert written(site) == first


def test_an_unchanged_file_is_not_read_again(site: Path) -> None:
    lay(site, {"x.pdf": papers.paper()})
    first = published(site)
    (kept,) = Project(site).attachments.iterdir()
    before = kept.stat().st_mtime_ns
    (site / "content/notes/x.pdf").touch()
    assert published(site) == first
    assert kept.stat().st_mtime_ns == before


def test_names_of_files_are_looked_at_too(site: Path) -> None:
    lay(site, {f"{MOBILE}.txt": b"a"})
    found = [p for p in generate.check(Project(site)).problems if p.code == "personal-mobile"]
    assert [re.sub(r"\*+", "*", p.path) for p in found if p.path.endswith(".txt")] == ["content/notes/13*.txt"]


def test_being_named_in_the_navigation_spares_no_file_the_reading(site: Path) -> None:
    lay(site, {"x.pdf": papers.paper(text=IDENTITY)})
    edit(site / "mkdocs.yml", "  - 通知:", "  - 附件: notes/x.pdf\n  - 通知:")
    (problem,) = generate.check(Project(site)).problems
    assert (problem.path, problem.code) == ("content/notes/x.pdf", "personal-identity-in-attachment")


def test_who_has_withdrawn_is_told_of_wherever_a_file_names_them(site: Path, score: Score) -> None:
    files = {
        "a.docx": office.document("参加人员", "感谢江 一舟同志。"),
        "b.xlsx": office.workbook(["姓名", "单位"], ["江一舟", "北港码头"]),
        "c.csv": "姓名,单位\n江一舟,北港码头\n".encode(),
        "d.txt": "感谢江一舟".encode(),
        "e.pdf": papers.paper(papers.bookmarked("江一舟的办法")),
        "other.docx": office.document("感谢江一帆同志。"),
    }
    assert {name for name, found in problems(site, files).items() if found} == set()
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟\n", "name: 江一舟\n    withdrawn: 2025\n")
    found = codes(problems(site, files))
    missed = [name for name in files if found[name] != {"withdrawn-in-attachment"} and name != "other.docx"]
    score("people who have withdrawn, in attachments", len(files) - 1, len(missed))
    assert missed == []
    assert found["other.docx"] == set()


def test_a_file_may_not_be_called_after_who_has_withdrawn(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟\n", "name: 江一舟\n    withdrawn: 2025\n")
    lay(site, {"江一舟.txt": "办法".encode()})
    edit(site / "content/notes/index.md", "江一舟.txt", quote("江一舟.txt"))
    found = [(problem.path, problem.code) for problem in generate.check(Project(site)).problems]
    assert ("content/notes/江一舟.txt", "withdrawn-in-attachment") in found
