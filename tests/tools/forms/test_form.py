"""The form itself in real Chromium, on a phone's screen, opened from a folder: record → form → zip → import, and nothing asked of any network."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from tests.cli.command import laomo
from tests.conftest import ROOT, tree
from tests.tools.forms.opened import Open, forms_in, said, saved
from tests.tools.forms.zips import known

from laomo.pages.form import page
from laomo.pages.form.schemas import ALONE, FOLDERS, KINDS
from laomo.records import layout
from laomo.tools.forms import archive, contents, handing_out, merging


@pytest.fixture
def open_form(tmp_path: Path, browser: Browser, form_libraries: Path) -> Iterator[Open]:
    """Opens a site's form in Chromium."""
    assert form_libraries
    with forms_in(browser, tmp_path) as opened:
        yield opened


def pick(kind: str, most: int) -> list[contents.FormRecord]:
    """Records of the sample city of one kind that together have as many of its fields as can be."""
    city = known(ROOT)
    paths = [path for path in city.trees if layout.kind_of(path) == kind]
    paths.sort(key=lambda path: -len(json.dumps(city.trees[path], ensure_ascii=False)))
    taken, seen = list[contents.FormRecord](), set[str]()
    for number, path in enumerate(paths):
        (record,) = handing_out.packed_record(city, kind, path).records
        fields = set(re.findall(r'"(\w+)":', json.dumps(record.record)))
        if len(taken) < most and fields - seen:
            seen |= fields
            taken.append(replace(record, name=f"{1950 + number}" if kind == "year" else record.name))
    return taken


def test_every_kind_of_record_comes_back_as_it_was(open_form: Open, tmp_path: Path) -> None:
    records = [record for kind in KINDS for record in pick(kind, 1 if kind in ALONE else 2)]
    assert {each.kind for each in records} == set(KINDS)
    form = open_form(ROOT)
    _open(form, tmp_path / "city.zip", contents.FormArchive("", "some-studio", "示例", tuple(records)))
    for sent, got in zip(records, saved(form, tmp_path / "back.zip"), strict=True):
        assert got.base == sent.base
        assert merging.merged(got.base, got.record, sent.base).record == sent.base, (sent.kind, sent.name)


def test_nothing_stands_in_the_way(browser: Browser, form_libraries: Path, npm_packages: Path, tmp_path: Path) -> None:
    """axe finds nothing on a form with everything unfolded and a fault, in light and in dark colours."""
    assert form_libraries
    year = {"summary": "一年", "achievements": [{"title": "示例法"}], "honours": [{"name": "示例奖"}]}
    axe = (npm_packages / "axe-core/axe.min.js").read_text("utf-8")
    with forms_in(browser, tmp_path, prepare=axe, reduced_motion="reduce") as open_form:
        form = open_form(ROOT / "tests" / "sites" / "small")
        records = (
            contents.FormRecord("studio", "", {}, UNUSUAL["studio", ""]),
            contents.FormRecord("year", "2025", {}, year),
        )
        _open(form, tmp_path / "来件.zip", contents.FormArchive("north", "", "", records))
        form.get_by_role("button", name="年度档案 2025").click()
        form.locator("[id='root[achievements][0][title]']").wait_for(state="attached")
        form.evaluate("document.querySelectorAll('#editor details').forEach((fold) => { fold.open = true; })")
        form.click("#save")
        said(form, "处要改")
        for scheme, rules in (("light", []), ("dark", ["color-contrast"])):
            form.emulate_media(color_scheme=scheme)
            options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
            found = form.evaluate("async (options) => (await axe.run(options)).violations", options)
            assert [(each["id"], [node["html"][:120] for node in each["nodes"][:3]]) for each in found] == [], scheme


def test_a_checkout_without_the_libraries_names_the_command(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "theme" / "forms").mkdir(parents=True)
    monkeypatch.setattr("laomo.pages.theme.folder", lambda: tmp_path / "theme")
    run = laomo("forms", tmp_path / "填报", "--root", site)
    assert run.returncode == 1
    assert "先运行 make forms" in run.stderr
    assert not (tmp_path / "填报").exists()


def test_the_command_writes_the_form_and_the_records_that_go_with_it(
    site: Path, tmp_path: Path, form_libraries: Path
) -> None:
    assert form_libraries
    records = ("--studio", "crane", "--record", "studios/decisions/2013-01.yml", "--record", "targets/2013.yml")
    run = laomo("forms", tmp_path / "填报", *records, "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    zips = ["crane.zip", "decisions-2013-01.zip", "targets-2013.zip"]
    assert sorted(path.name for path in (tmp_path / "填报").iterdir()) == [*zips, page.FILE]
    (record,) = archive.read(tmp_path / "填报/targets-2013.zip").records
    assert (record.kind, record.name, record.record) == ("target", "2013", record.base)
    text = (tmp_path / "填报" / page.FILE).read_text("utf-8")
    assert "江一舟" not in text
    for unknown in (("--studio", "none"), ("--record", "site.yml"), ("--record", "../site.yml"), ("--record", "x")):
        assert laomo("forms", tmp_path / "填报", *unknown, "--root", site).returncode == 2, unknown


PROSE = """第一行“引号”、'单引号'、"双引号"：冒号；# 井号，反斜杠 \\，50%，{大括号}［方括号］

- 第二段像清单
  第三行缩进：还有 12:30、0123、no、~、null
结尾……"""
LINE = "- “开头”: '引号' #号 {括号} *星* !叹 %百分 @某 ？"
UNUSUAL = {
    ("studio", ""): {
        "name": "示例“电焊”（一）劳模创新工作室",
        "leaders": [
            {"name": "示例丁", "start": "2013", "honours": [{"name": "示例奖", "level": "市级", "year": "2012"}]},
            {"name": "示例·买买提", "end": "2024-05-01", "bio": PROSE},
        ],
        "units": ["示例船厂", "示例 No.2 厂"],
        "region": "北区",
        "types": ["技术攻关"],
        "founded": "2013-06",
        "plaque": "2013",
        "slogan": LINE,
        "intro": PROSE,
        "place": {"area": "约120.5平方米", "equipment": ["0123", "12:30", "no"]},
        "ledger": "有",
        "funding": {"sources": ["单位行政拨款"], "amount": "约1.5万元"},
        "team": {"total": "3", "by_grade": {"技师": "1", "高级工": "2"}},
    },
    ("year", "2025"): {
        "summary": PROSE,
        "achievements": [
            {
                "title": "示例“快焊”法",
                "kind": "先进操作法",
                "disclosure": "可公开",
                "measures": [{"indicator": "单件时间", "before": "2.80", "after": "2.1", "unit": "分钟"}],
                "benefits": [{"kind": "效率", "amount": "800余万元", "period": "累计"}],
            }
        ],
        "trainings": [{"topic": "“快焊”：上机、检验（第一期）——示例", "date": "2025-03"}],
        "mentoring": {"apprentices": "2", "outcomes": [{"kind": "出师", "count": "1"}]},
    },
    ("decision", ""): {
        "title": "关于公布“示例”结果的通知",
        "result": "达标",
        "level": "市级",
        "bodies": ["示例市总工会", "示例市人社局"],
        "date": "2014-06-01",
        "doc_no": "示例〔2014〕6号",
        "studios": [{"studio": "weld", "support": "2万元", "granted": "2014-07"}],
    },
    ("notice", ""): {
        "title": "示例公示",
        "kind": "公示",
        "date": "2014-06-01",
        "issuer": "示例市总工会",
        "start": "2014-06-01",
        "end": "2014-06-08",
        "body": PROSE,
        "studios": ["weld", "crane"],
    },
    ("event", ""): {
        "title": "示例“焊花”：二十年",
        "kind": "媒体报道",
        "date": "2014-05-01",
        "organiser": "示例日报",
        "address": "https://news.example.org/1?a=b&c=%20#d",
        "summary": LINE,
        "studios": ["weld"],
        "union": "north",
    },
    ("inspection", ""): {
        "title": "2014年度互查",
        "kind": "互查",
        "date": "2014-11-03",
        "bodies": ["北区工会", "南区工会"],
        "studios": [{"studio": "weld", "finding": PROSE, "advice": "一个月内补齐。"}],
    },
    ("target", "2014"): {
        "title": "2014年任务分解表",
        "issuer": "示例市总工会",
        "rows": [{"union": "north", "created": "2", "qualified": "0"}],
        "total": {"created": "2", "qualified": "0"},
    },
    ("alliances", ""): {
        "alliances": [
            {"name": "示例“焊接”联盟", "kind": "行业", "lead": "crane", "members": ["weld", "馆外（示例）公司"], "charter": PROSE}
        ]
    },
}  # fmt: skip
"""A record of each kind with values that a form, a zip or a record file could mistake; the form makes their ids."""


def test_unusual_values_of_every_kind_go_there_and_back(open_form: Open, site: Path, tmp_path: Path) -> None:
    """Form → zip → import → form: the clerk sees what the clerk wrote, and nothing is changed by sending it again."""
    assert {kind for kind, _ in UNUSUAL} == set(KINDS)
    blank = [contents.FormRecord(kind, name, {}, record) for (kind, name), record in UNUSUAL.items()]
    form = open_form(site)
    _open(form, tmp_path / "begun.zip", contents.FormArchive("north", "", "", tuple(blank)))
    form.click("#save")
    assert form.locator("#faults li").all_inner_texts() == []
    typed = saved(form, tmp_path / "来件.zip")
    assert [each.record for each in typed] == list(UNUSUAL.values())
    run = laomo("import", tmp_path / "来件.zip", "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    there = known(site)
    (studio,) = (each for each in there.profiles if each.startswith("shili"))
    handed = list(handing_out.packed(there, studio).records)
    for kind, folder in FOLDERS.items():
        path = PurePosixPath(folder, "2014.yml" if kind == "target" else "2014-01.yml")
        handed += handing_out.packed_record(there, kind, path).records
    handed += handing_out.packed_record(there, "alliances", PurePosixPath("alliances.yml")).records
    _open(form, tmp_path / "again.zip", contents.FormArchive("north", studio, "", tuple(handed)))
    for wanted, got in zip(UNUSUAL.values(), saved(form, tmp_path / "再来.zip"), strict=True):
        assert _without_ids(got.record) == wanted, got.kind
    before = tree(site / "studios")
    run = laomo("import", tmp_path / "再来.zip", "--root", site)
    assert (run.returncode, tree(site / "studios")) == (0, before), run.stdout + run.stderr


def _open(form: Page, file: Path, what: contents.FormArchive) -> None:
    with file.open("wb") as packed:
        archive.write(what, packed)
    form.evaluate("document.getElementById('said').textContent = ''")
    form.set_input_files("#open", file)
    assert said(form, "打开").startswith("打开了"), form.inner_text("#said")


def _without_ids(value: Any) -> Any:
    """A record as a clerk sees it: without ids, and texts without the line break at their end."""
    if isinstance(value, dict):
        return {key: _without_ids(each) for key, each in value.items() if key != "id"}
    if isinstance(value, list):
        return [_without_ids(each) for each in value]
    return value.strip()
