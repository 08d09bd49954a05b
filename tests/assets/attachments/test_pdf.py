"""PDF beside a hand-written page: what acts is refused, numbers are found wherever they stand, and what goes out says nothing
of who made it."""

import io
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pypdf
import pytest
from PIL import Image

from laomo.assets.attachments import sandbox
from laomo.problems.messages import fill
from laomo.project import Project
from tests.assets.attachments import papers
from tests.assets.attachments.beside import codes, lay, problems, published, said
from tests.assets.attachments.papers import ACTIVE, HARMLESS, paper
from tests.conftest import CHROMIUM, CHROMIUM_FLAGS, Once, some
from tests.security.table import Score
from tests.text.test_personal_data import CARD, IDENTITY, MOBILE

PRINTED = f"""<meta charset="utf-8"><title>示例名单</title><h1>示例名单公示</h1><p>联系电话 {MOBILE}，证件 {IDENTITY}。</p>
<table><tr><td>1<td>示例甲<td>{CARD}</table><p style="page-break-before: always; letter-spacing: 5px">{IDENTITY}</p>"""


@pytest.fixture(scope="session")
def printed(once: Once) -> Path:
    """PDFs by a real browser: of a list with numbers, and of one without."""

    def make(folder: Path) -> None:
        program = next(filter(None, map(shutil.which, CHROMIUM)))
        without = PRINTED.replace(MOBILE, "12351").replace(IDENTITY, "（略）").replace(CARD, "（略）")
        for name, text in (("numbers", PRINTED), ("plain", without)):
            (folder / f"{name}.html").write_text(text, encoding="utf-8")
            to = ["--no-pdf-header-footer", f"--print-to-pdf={folder / name}.pdf", (folder / f"{name}.html").as_uri()]
            subprocess.run([program, *CHROMIUM_FLAGS, *to], check=True, capture_output=True, timeout=60)

    return once("printed", make)


def test_what_acts_is_refused_also_in_streams_of_objects(site: Path, score: Score) -> None:
    packed = {"object_stream_mode": pikepdf.ObjectStreamMode.generate}
    files = {}
    wanted = {}
    for n, (change, code) in enumerate(ACTIVE.values()):
        for how, saving in (("plain", {"object_stream_mode": pikepdf.ObjectStreamMode.disable}), ("packed", packed)):
            files[f"{n}-{how}.pdf"], wanted[f"{n}-{how}.pdf"] = paper(change, **saving), {code}
    found = codes(problems(site, files))
    missed = {name: list(ACTIVE)[int(name.partition("-")[0])] for name in files if found[name] != wanted[name]}
    score("attachments that act, reach out or unfold", len(files), len(missed))
    assert missed == {}
    assert b"/JavaScript" not in files["0-packed.pdf"]  # a look at the bytes alone would miss it


def test_what_is_harmless_goes_out(site: Path, printed: Path) -> None:
    files = {f"{n}.pdf": paper(change) for n, change in enumerate(HARMLESS.values())}
    files["printed.pdf"] = (printed / "plain.pdf").read_bytes()
    assert not any(some(codes(problems(site, files)).values()))
    out = published(site)
    assert out.keys() == files.keys()
    assert [len(pypdf.PdfReader(io.BytesIO(data)).pages) for data in out.values()] == [1] * len(HARMLESS) + [2]
    with pikepdf.open(io.BytesIO(out["0.pdf"])) as pdf:
        assert pdf.Root.OpenAction.S == "/GoTo"


def test_numbers_are_found_wherever_they_stand_and_never_told(site: Path, score: Score) -> None:
    planted = list(papers.private())
    found = problems(site, {f"{name}.pdf": data for name, data, _ in planted})
    missed = [name for name, _, code in planted if codes(found)[f"{name}.pdf"] != {code}]
    score("personal numbers planted in attachments", len(planted), len(missed))
    assert missed == []
    assert not [number for number in (IDENTITY, MOBILE, CARD) if number in said(found)]
    assert "附件第1页有一个身份证号（11****************）" in said(found)


def test_numbers_are_found_in_what_a_browser_has_printed(site: Path, printed: Path) -> None:
    found = problems(site, {"x.pdf": (printed / "numbers.pdf").read_bytes()})["x.pdf"]
    assert {(problem.code, fill("{place:named}", problem.facts, "zh")) for problem in found} == {
        ("personal-mobile-in-attachment", "第1页"),
        ("personal-identity-in-attachment", "第1页"),
        ("personal-card-in-attachment", "第1页"),
        ("personal-identity-in-attachment", "第2页"),
    }


def test_nothing_tells_who_made_it(site: Path) -> None:
    lay(site, {"x.pdf": paper(papers.authored, compress_streams=False), "scan.pdf": paper(papers.scanned)})
    out = published(site)
    for data in some(out.values()):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            assert "/Info" not in pdf.trailer
            streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
            others = [each for each in pdf.objects if not isinstance(each, pikepdf.Stream)]
            told = data + b"".join(each.stream_dict.unparse(resolved=True) + each.read_raw_bytes() for each in streams)
            told += b"".join(each.unparse(resolved=True) for each in others)
        for secret in ("示例作者甲".encode(), "示例作者甲".encode("utf-16-be"), b"ExampleOffice", b"D:2013", b"secret"):
            assert secret not in told
            assert secret.hex().encode() not in told.lower()


NOTED = papers.jpeg(b"\xff\xfe\x00\x11secret comment.", exif="secret")
PHOTOGRAPHS = {
    "plain": papers.photographed(NOTED, "DCTDecode"),
    "in letters": papers.photographed(NOTED, "ASCII85Decode", "DCTDecode"),
    "deflated": papers.photographed(NOTED, "FlateDecode", "DCTDecode"),
    "deflated in hex": papers.photographed(NOTED, "ASCIIHexDecode", "FlateDecode", "DCTDecode"),
    "jpeg 2000": papers.photographed(papers.jpeg_2000(b"secret"), "JPXDecode"),
    "jpeg 2000 without boxes": papers.photographed(papers.jpeg_2000(b"secret", bare=True), "JPXDecode"),
    "jpeg 2000, deflated": papers.photographed(papers.jpeg_2000(b"secret"), "FlateDecode", "JPXDecode"),
    "jpeg 2000 with a box": papers.photographed(papers.jpeg_2000(b"x") + b"\0\0\0\x15xml <x>secret</x>", "JPXDecode"),
}


@pytest.mark.parametrize("change", PHOTOGRAPHS.values(), ids=PHOTOGRAPHS)
def test_a_photograph_tells_nothing_whatever_filters_it_lies_under(site: Path, change: papers.Change) -> None:
    lay(site, {"x.pdf": paper(change)})
    (out,) = published(site).values()
    with pikepdf.open(io.BytesIO(out)) as pdf:
        photo = pdf.pages[0].obj.Resources.XObject.I
        data = photo.read_raw_bytes()
        assert len(photo.Filter) == 1 if isinstance(photo.Filter, pikepdf.Array) else photo.Filter != "/FlateDecode"
    assert b"secret" not in data
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        assert image.size == (64, 48)


def test_what_an_earlier_version_held_is_gone(site: Path) -> None:
    revised = papers.revised()
    assert IDENTITY.encode() in revised
    lay(site, {"x.pdf": revised})
    (out,) = published(site).values()
    with pikepdf.open(io.BytesIO(out)) as pdf:
        streams = [each.read_bytes() for each in pdf.objects if isinstance(each, pikepdf.Stream)]
    assert b"Nothing to hide here" in b"".join(streams)
    assert IDENTITY.encode() not in out + b"".join(streams)


def test_the_same_file_becomes_the_same_bytes(site: Path) -> None:
    lay(site, {"x.pdf": paper(papers.authored)})
    first = published(site)
    Project(site).forget()
    (site / "content/notes/x.pdf").touch()
    assert published(site) == first


@pytest.mark.parametrize("password", ["", "geheim"], ids=["restricted", "password"])
def test_a_locked_file_is_refused(site: Path, password: str) -> None:
    locked = paper(encryption=pikepdf.Encryption(owner="owner", user=password))
    assert codes(problems(site, {"x.pdf": locked})) == {"x.pdf": {"pdf-locked"}}


def test_pages_that_cannot_be_read_are_named(site: Path) -> None:
    found = problems(site, {"scan.pdf": paper(papers.scanned, pages=3), "ghost.pdf": paper(papers.ghostly, pages=3)})
    for (problem,) in some(found.values()):
        assert (problem.code, problem.severity, problem.facts["pages"]) == ("pdf-unread", "warning", ("1",))
    head = "# 复核 2026-01-01：scan.pdf，已逐页看过\n"
    assert codes(problems(site, {"scan.pdf": paper(papers.scanned)}, head)) == {"scan.pdf": set()}


HOSTILE = {
    "bomb": (papers.bomb, {"pdf-damaged", "attachment-too-hard"}),
    "endless": (lambda: paper(papers.endless), {"attachment-unreadable", "attachment-too-hard"}),
    "deep": (papers.deep, {"attachment-unreadable", "attachment-too-hard"}),
    "many": (lambda: paper(many), {"pdf-too-long"}),
    "circle": (lambda: paper(papers.nested()), set()),
    "damaged": (lambda: paper()[:300], {"attachment-unreadable"}),
    "empty": (bytes, {"attachment-unreadable"}),
    "page": (lambda: b"<html><script>alert(1)</script></html>", {"attachment-unreadable"}),
    "heavy": (lambda: b"%PDF-1.7\n" + bytes(20_000_000), {"attachment-too-large"}),
}


def many(pdf: pikepdf.Pdf) -> None:
    """A hundred thousand times the same page."""
    page = pdf.Root.Pages.Kids[0]
    pdf.Root.Pages.Kids = pikepdf.Array([page] * 100_000)
    pdf.Root.Pages.Count = 100_000


def test_what_is_made_to_hang_is_a_problem_like_any_other(site: Path, score: Score) -> None:
    files = {f"{name}.pdf": make() for name, (make, _) in HOSTILE.items()}
    start = time.monotonic()
    found = codes(problems(site, files))
    assert time.monotonic() - start < 30
    missed = [name for name, (_, wanted) in HOSTILE.items() if not found[f"{name}.pdf"] <= wanted]
    missed += [name for name, (_, wanted) in HOSTILE.items() if wanted and not found[f"{name}.pdf"]]
    score("attachments that act, reach out or unfold", len(HOSTILE), len(missed))
    assert missed == [], found


WEIGHED = """
import resource, sys
from pathlib import Path
from laomo.assets.attachments import sandbox
sandbox.read([("pdf", Path(sys.argv[1]).read_bytes())])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)
"""


def test_a_bomb_takes_no_more_memory_than_may_be(tmp_path: Path) -> None:
    (tmp_path / "bomb.pdf").write_bytes(papers.bomb())
    run = subprocess.run([sys.executable, "-c", WEIGHED, tmp_path / "bomb.pdf"], capture_output=True, check=True)
    assert int(run.stdout) < 500


def test_a_file_that_takes_too_long_costs_no_other_its_turn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 2)
    good = ("pdf", paper())
    first, slow, last = sandbox.read([good, ("pdf", papers.slow()), good])
    assert first == last
    assert [finding.code for finding in slow.findings] == ["attachment-too-hard"]
    assert (first.findings, slow.cleaned) == ((), b"")


def test_a_file_that_takes_too_much_memory_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a limit into which not even the smallest fits."""
    monkeypatch.setattr(sandbox, "MEMORY", 30_000_000)
    assert [finding.code for finding in sandbox.read([("pdf", paper())])[0].findings] == ["attachment-too-hard"]
