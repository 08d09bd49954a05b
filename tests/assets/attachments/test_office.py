"""Word and Excel files beside a hand-written page: what acts is refused, numbers are found, what goes out tells of no author."""

import io
import zipfile
from pathlib import Path

import docx
import openpyxl

from laomo import generate
from laomo.problems.messages import fill
from laomo.project import Project
from tests.assets.attachments import office
from tests.assets.attachments.beside import codes, lay, problems, published, said
from tests.conftest import some
from tests.security.table import Score
from tests.text.test_personal_data import CARD, IDENTITY, MOBILE


def test_what_acts_or_reaches_out_is_refused(site: Path, score: Score) -> None:
    files = {f"{n}.{kind}": make() for n, (kind, make, _) in enumerate(office.ACTIVE.values())}
    found = codes(problems(site, files))
    wanted = dict(zip(files, office.ACTIVE.items(), strict=True))
    missed = {what: found[name] for name, (what, (_, _, code)) in wanted.items() if found[name] != {code}}
    score("attachments that act, reach out or unfold", len(files), len(missed))
    assert missed == {}


def test_numbers_are_found_wherever_they_stand_and_never_told(site: Path, score: Score) -> None:
    planted = list(office.private())
    found = problems(site, {name: data for name, data, _, _ in planted})
    missed = {
        name: [(p.code, p.facts) for p in found[name]]
        for name, _, code, place in planted
        if [(p.code, fill("{place:named}", p.facts, "zh")) for p in found[name] if p.code != "office-hidden"]
        != [(code, place)]
    }
    score("personal numbers planted in attachments", len(planted), len(missed))
    assert missed == {}
    assert not [number for number in (IDENTITY, MOBILE, CARD) if number in said(found)]


def test_plain_documents_go_out_and_open(site: Path) -> None:
    lay(site, {"x.docx": office.document(fill=office.headed), "x.xlsx": office.workbook()})
    assert not generate.check(Project(site)).problems
    out = published(site)
    made = docx.Document(io.BytesIO(out["x.docx"]))
    assert [paragraph.text for paragraph in made.paragraphs[:2]] == ["附件：示例名单", "2013年示例工作室名单"]
    assert made.tables[0].cell(0, 0).text == "序号"
    assert len(made.inline_shapes) == 1
    book = openpyxl.load_workbook(io.BytesIO(out["x.xlsx"]))
    assert [[cell.value for cell in row] for row in book["名单"]] == [["工作室", "数目"], ["示例焊接工作室", 3]]


def test_nothing_tells_who_made_it(site: Path) -> None:
    path = '<x15ac:absPath xmlns:x15ac="urn:x" url="C:\\示例作者甲\\"/></workbook>'
    lay(
        site,
        {
            "x.docx": office.changed(office.document(fill=office.pictured), office.put("secret.txt", b"secret")),
            "x.xlsx": office.changed(office.workbook(), office.swap("xl/workbook.xml", "</workbook>", path)),
        },
    )
    for data in some(published(site).values()):
        parts = office.told(data)
        assert not [name for name in parts if name.startswith(("docProps", "customXml")) or "secret" in name]
        everything = b"".join(parts.values())
        assert not [word for word in ("示例作者甲", "内部", "secret", "Exif") if word.encode() in everything]
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert package.namelist()[0] == "[Content_Types].xml"


def test_the_same_file_becomes_the_same_bytes(site: Path) -> None:
    lay(site, {"x.docx": office.document(fill=office.headed), "x.xlsx": office.workbook()})
    first = published(site)
    Project(site).forget()
    for name in first:
        (site / "content/notes" / name).touch()
    assert published(site) == first


def test_a_hidden_sheet_is_named(site: Path) -> None:
    (problem,) = problems(site, {"x.xlsx": office.workbook(fill=office.on_a_hidden_sheet("草稿"))})["x.xlsx"]
    assert (problem.code, problem.severity, problem.facts["value"]) == ("office-hidden", "warning", "底稿")


def test_a_long_list_of_numbers_is_told_shortly(site: Path) -> None:
    rows: list[list[object]] = [[n, int(MOBILE) + n, n / 7] for n in range(300)]
    found = problems(site, {"x.xlsx": office.workbook(*rows)})["x.xlsx"]
    assert [problem.code for problem in found] == ["personal-mobile-in-attachment"] * 11
    assert "另外290处各有一个手机号" in said({"x.xlsx": found})
