"""A Word application form becomes the draft of a record, without anything personal."""

import zipfile
from pathlib import Path

import docx
import pytest
from tests.conftest import tree
from tests.tools.spreadsheets.lists import found, imported, planned, workbook
from tests.tools.spreadsheets.test_bad_input import ID_NUMBER, refusal, with_part

from laomo import generate
from laomo.project import Project
from laomo.tools import spreadsheets

ROWS = [
    ["工作室名称", "陆二木钳工劳模创新工作室", "所在单位", "示例机床厂"],
    ["领衔人基本情况", "姓名", "陆二木", "性别", "男"],
    ["领衔人基本情况", "身份证号", ID_NUMBER, "联系电话", "13900000000"],
    ["领衔人基本情况", "技能等级", "高级技师", "出生年月", "1975.3"],
    ["成立时间", "2013年6月", "团队人数", "12人"],
    ["工作室简介", "第一段。\n\n第二段。"],
    ["单位意见", "同意申报。（盖章）"],
]


def form(file: Path) -> Path:
    """An application form with a label down its side and values across."""
    document = docx.Document()
    document.add_heading("示例市劳模创新工作室申报表")
    table = document.add_table(rows=len(ROWS), cols=5)
    for number, texts in enumerate(ROWS):
        cells = table.rows[number].cells
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text
        if len(texts) < len(cells):
            cells[len(texts) - 1].merge(cells[-1]).text = texts[-1]
    for number in (2, 3):
        table.cell(number, 0).text = ""
    table.cell(1, 0).merge(table.cell(3, 0))
    document.save(str(file))
    return file


def test_a_form_becomes_a_draft(site: Path, tmp_path: Path) -> None:
    plan = imported(site, form(tmp_path / "申报表.docx"))
    assert found(plan) == [
        ("表1!D2", "ledger-unknown-column"),
        ("表1!B3", "ledger-private-column"),
        ("表1!D3", "ledger-private-column"),
        ("表1!D4", "ledger-private-column"),
        ("表1!A7", "ledger-unknown-column"),
    ]
    assert (site / "studios/north/qiangong/studio.yml").read_text(encoding="utf-8") == (
        "name: 陆二木钳工劳模创新工作室\ncategory: 劳模\nleaders:\n  - name: 陆二木\n"
        "    skill_grade: 高级技师\nunits: [示例机床厂]\nfounded: 2013-06\n"
        "intro: |\n  第一段。\n\n  第二段。\nteam:\n  total: 12\n"
    )
    assert [problem.code for problem in plan.notices] == ["ledger-category-of-name", "ledger-unstated"]
    assert plan.notices[1].facts["fields"] == ("地区", "领衔人·人才类别")
    assert [problem.code for problem in generate.check(Project(site)).problems] == ["unstated"]


def test_a_second_reading_changes_nothing(site: Path, tmp_path: Path) -> None:
    file = form(tmp_path / "申报表.docx")
    imported(site, file)
    before = tree(site)
    assert imported(site, file).changes == ()
    assert tree(site) == before


def test_documents_that_are_not_opened(site: Path, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "空白.docx"))
    assert refusal(site, tmp_path / "空白.docx") == "ledger-no-form"
    assert (
        refusal(site, workbook(tmp_path / "x.xlsx", [["甲"]]).rename(tmp_path / "其实是表.docx")) == "ledger-unreadable"
    )
    file = form(tmp_path / "宽.docx")
    body = (
        zipfile.ZipFile(file)
        .read("word/document.xml")
        .replace(b'<w:gridSpan w:val="2"/>', b'<w:gridSpan w:val="999999999"/>')
    )
    assert refusal(site, with_part(file, "word/document.xml", body)) == "ledger-too-large"
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
    assert refusal(site, with_part(form(tmp_path / "实体.docx"), "word/document.xml", entity)) == "ledger-unreadable"
    with pytest.raises(spreadsheets.UnreadableFile):
        planned(site, with_part(form(tmp_path / "宏.docx"), "word/vbaProject.bin", b"Sub"))
