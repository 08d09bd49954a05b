"""What an upper union issues, at the command line: the workbook of its year, one document after another, and a list of unions."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.command import laomo
from tests.tools.spreadsheets.lists import workbook

DECISION = (
    "new",
    "decision",
    "--result=命名",
    "--level=市级",
    "--designation=示例市劳模创新工作室",
    "--title=关于命名的决定",
)
NOTICE = (
    "new",
    "notice",
    "--kind=公示",
    "--title=关于拟命名的公示",
    "--date=2025-04-07",
    "--start=2025-04-07",
    "--end=2025-04-14",
)
TARGET = ("new", "target", "--year=2025", "--title=任务表", "--rows=北区 8/4、南区工会：7/4")


def said(site: Path, *arguments: Any) -> tuple[int, str]:
    run = laomo(*arguments, "--root", site)
    return run.returncode, run.stdout + run.stderr


@pytest.mark.parametrize(
    ("command", "path", "holds"),
    [
        ((*DECISION, "--date=2025年4月26日", "--studios=岸桥、焊接", "--support=2万元"), "decisions/2025-01.yml", "date: 2025-04-26"),
        ((*NOTICE, "--objection=当面反映。", "--union=北区", "--body=现予公示。", "--studios=岸桥"), "notices/2025-01.yml", "union: north"),
        (("new", "notice", "--kind=通知", "--title=通知", "--date=2025-12-01", "--body=请报。"), "notices/2025-01.yml", "issuer: 示例市总工会"),
        ((*TARGET, "--total=15/8"), "targets/2025.yml", "created: 15"),
        (TARGET, "targets/2025.yml", "qualified: 8"),
        (("new", "event", "--kind=媒体报道", "--title=焊花", "--date=2025-05-01", "--studios=焊接", "--union=北区"), "events/2025-01.yml", "union: north"),
        (("new", "inspection", "--kind=互查", "--title=互查", "--date=2025-11-03", "--studios=岸桥、焊接", "--finding=台账齐。"), "inspections/2025-01.yml", "finding: 台账齐。"),
    ],
)  # fmt: skip
def test_a_document_is_written_as_a_workbook_writes_it(
    site: Path, command: tuple[str, ...], path: str, holds: str
) -> None:
    code, told = said(site, *command)
    assert (code, holds in (site / "studios" / path).read_text("utf-8")) == (0, True), told
    assert f"新建 studios/{path}" in told
    assert "0 个问题" in said(site, "check")[1]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ((*DECISION, "--studios=岸桥"), "没有写 --date"),
        ((*DECISION, "--date=2025-04-26"), "没有写 --studios"),
        ((*DECISION, "--date=四月", "--studios=岸桥"), "日期: 错误"),
        ((*DECISION, "--date=2025-04-26", "--studios=某某某"), "工作室名称: 错误"),
        (
            (*DECISION, "--date=2025-04-26", "--studios=岸桥、江一舟"),
            "工作室名称: 错误：“江一舟”与 “岸桥” 是同一个工作室",
        ),
        ((*TARGET, "--total=15/9"), "达标: 错误"),
        ((*NOTICE, "--objection=当面反映。", "--union=某某某", "--body=现予公示。"), "受理工会: 错误"),
    ],
)
def test_what_is_unknown_is_asked_and_never_made_up(site: Path, command: tuple[str, ...], told: str) -> None:
    code, lines = said(site, *command)
    assert (code > 0, told in lines) == (True, True), lines
    assert sorted(path.name for path in (site / "studios").glob("*/2025*")) == []


def test_a_hundred_unions_at_once(site: Path, tmp_path: Path) -> None:
    """Of whatever order; the union above by its name, the kind by that of the union."""
    rows = [["一", f"东街{n}社区工会", "东区"] for n in range(95)]
    rows += [
        ["二", "东区总工会", "市总工会"],
        ["三", "示例市机电工委", ""],
        ["四", "东区教育工会", "东区工会"],
        ["五", "示例高新区总工会", "示例市总工会"],
        ["六", "北区工会", ""],
    ]
    file = workbook(tmp_path / "unions.xlsx", [["示例市工会名单"], ["序号", "工会名称", "上级工会"], *rows])
    before = (site / "studios/unions.yml").read_bytes()
    code, told = said(site, "new", "unions", file, "--parent=示例市总工会", "--dry-run")
    assert ((site / "studios/unions.yml").read_bytes(), code) == (before, 0), told
    code, told = said(site, "new", "unions", file, "--parent=示例市总工会")
    assert (code, told.splitlines()[-1]) == (0, "工会名录里加上了 99 家；1 家已经有了，0 家没有加。"), told
    text = (site / "studios/unions.yml").read_text("utf-8")
    assert text.startswith(before.decode().rstrip()), "what was there stays"
    assert [text.count(f"kind: {kind}\n") for kind in ("基层工会", "区总工会", "系统（区域）工委", "产业工会")] == [
        95,
        1,
        2,
        1,
    ]
    assert text.count("parent: dong\n") == 96
    assert "0 个问题" in said(site, "check")[1]


BAD_UNIONS = [
    (["某某协会", "市总工会"], "B3", "ledger-union-kind"),
    (["东区总工会", "某某某"], "C3", "ledger-union-unknown"),
    (["东区总工会", "区工会"], "C3", "ledger-which-union"),
    (["东区总工会", ""], "C3", "ledger-no-parent"),
    (["", "市总工会"], "B3", "ledger-missing"),
    (["西区工会", "市总工会"], "B3", "ledger-union-alike"),
]


@pytest.mark.parametrize(("row", "cell", "code"), BAD_UNIONS, ids=[row[2] for row in BAD_UNIONS])
def test_a_union_that_is_not_clear_is_asked_about_at_its_cell(
    site: Path, tmp_path: Path, row: list[str], cell: str, code: str
) -> None:
    rows = [
        ["1", "西区总工会", "市总工会"],
        ["2", *row],
        ["3", "东区一街道总工会", row[0] or "西区"],
        ["4", "西区总工会", "市总工会"],
    ]
    file = workbook(tmp_path / "unions.xlsx", [["序号", "工会名称", "上级工会"], *rows])
    ended, told = said(site, "new", "unions", file)
    lines = [line for line in told.splitlines() if "错误" in line]
    assert (ended, len(lines)) == (1, 2), told
    assert f"Sheet1!{cell}: 错误" in lines[0]
    assert code in lines[0]
    assert "Sheet1!B5: 错误" in lines[1], "the same union twice"
    assert "西区总工会" in (site / "studios/unions.yml").read_text("utf-8")


def test_templates_and_exports_of_a_year_and_of_a_union(site: Path, tmp_path: Path) -> None:
    for command, sheets in [
        (("template", "--year=2025"), ["年度工作", "任务分解"]),
        (("export", "--year=2013"), ["年度工作", "任务分解"]),
        (("template", "--union=北区", "--year=2025"), ["年度工作", "工作室"]),
        (("export", "--union=北区总工会"), ["年度工作", "工作室"]),
        (("export",), ["工作室", "成果"]),
    ]:
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.xlsx"
        code, told = said(site, *command, "--xlsx", file)
        assert (code, openpyxl.load_workbook(file).sheetnames[:2]) == (0, sheets), told
        code, told = said(site, "import", file)
        assert (code, "新建 0 份档案，修改 0 份；0 处要改，0 处请核对" in told) == (0, True), told
    assert said(site, "template", "--year=24", "--xlsx", tmp_path / "x.xlsx")[0] == 2
    assert said(site, "template", "--union=某某某", "--year", "2025", "--xlsx", tmp_path / "x.xlsx")[0] == 2
    assert said(site, "template")[0] == 2
