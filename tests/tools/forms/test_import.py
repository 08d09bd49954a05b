"""A form's zip is taken in like a workbook: only what the clerk changed, every byte beside it kept, each problem named at its field."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import laomo
from tests.conftest import edit, tree
from tests.tools.forms.zips import PROFILE, handed_out, known, picture, record, zipped

from laomo.records.yaml import reader

YEAR = {
    "summary": "这一年修好了两台机器。",
    "achievements": [{"title": "示例焊接法", "kind": "五小成果", "disclosure": "可公开"}],
}
DECISION = {
    "title": "关于公布结果的通知",
    "result": "达标",
    "level": "市级",
    "bodies": ["示例市总工会"],
    "date": "2013-12-21",
    "studios": [{"studio": "weld"}],
}


def sent(tmp_path: Path, site: Path, *records: Any, **said: Any) -> tuple[int, str]:
    """Import what a clerk has sent: the exit code, and what was said."""
    run = laomo("import", zipped(tmp_path / "来件.zip", *records, **said), "--root", site)
    return run.returncode, run.stdout + run.stderr


def changed(site: Path, tmp_path: Path, change: Any, record_number: int = 0) -> tuple[int, str]:
    """Hand out the records of a studio, change one as a clerk would, and import it."""
    form = handed_out(site)
    record = form["records"][record_number]
    record["record"] = json.loads(json.dumps(record["record"]))
    change(record["record"])
    return sent(tmp_path, site, *form["records"], studio=form["studio"], union=form["union"])


def test_a_new_studio_with_its_year_and_pictures(site: Path, tmp_path: Path) -> None:
    shown = {"file": "photo-1a.jpg", "caption": "焊接", "alt": "一名焊工在焊接"}
    profile = {**PROFILE, "photos": [shown]}
    records = (record("studio", profile), record("year", YEAR, name="2025"))
    photos = {"photo-1a.jpg": picture(), "unused.jpg": picture("#00a12a")}
    before = tree(site / "studios")
    file = zipped(tmp_path / "来件.zip", *records, union="north", photos=photos)
    dry = laomo("import", "--dry-run", file, "--root", site)
    assert "将新建 2 份档案、修改 0 份，放进 1 张图片" in dry.stdout, dry.stdout + dry.stderr
    assert tree(site / "studios") == before
    run = laomo("import", file, "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    new = {name: data.decode("utf-8", "replace") for name, data in tree(site / "studios").items() if name not in before}
    assert sorted(new) == [f"north/shilidianhan/{name}" for name in ("2025.yml", "photos/photo-1a.jpg", "studio.yml")]
    assert "id: shilihanjiefa" in new["north/shilidianhan/2025.yml"]
    assert laomo("check", "--root", site).returncode == 0
    again = laomo("import", file, "--root", site)
    assert "表里的内容档案里都有了" in again.stdout, again.stdout + again.stderr


def test_only_what_was_changed_and_no_other_byte(site: Path, tmp_path: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "region: 北区", "region: 北区   # 2024 年核对")
    before = tree(site / "studios")

    def change(profile: dict[str, Any]) -> None:
        profile["slogan"] = "吊得更稳"
        profile["methods"] = "先看风\n\n再起吊"

    code, said = changed(site, tmp_path, change)
    assert code == 0, said
    after = tree(site / "studios")
    assert {name for name in after if after[name] != before.get(name)} == {"north/crane/studio.yml"}
    old = before["north/crane/studio.yml"].decode()
    new = after["north/crane/studio.yml"].decode()
    added = "methods: |\n  先看风\n\n  再起吊\n"
    assert added in new
    assert new.replace(added, "") == old.replace("吊得稳，放得准", "吊得更稳")


def test_what_was_not_changed_writes_nothing(site: Path, tmp_path: Path) -> None:
    before = tree(site / "studios")
    code, said = changed(site, tmp_path, lambda _: None)
    assert (code, tree(site / "studios")) == (0, before), said


def test_empty_values_in_a_file_are_not_the_clerks_doing(site: Path, tmp_path: Path) -> None:
    profile = site / "studios/north/crane/studio.yml"
    profile.write_text(profile.read_text("utf-8") + "former_names: []\npositioning: ''\nfounded:\n", encoding="utf-8")
    edit(profile, "founded: 2011-05\n", "")
    before = tree(site / "studios")

    def as_the_form_saves(record: dict[str, Any]) -> None:
        for key in ("former_names", "positioning", "founded"):
            record.pop(key, None)

    code, said = changed(site, tmp_path, as_the_form_saves)
    assert (code, tree(site / "studios")) == (0, before), said


def test_a_field_is_emptied_and_an_internal_one_stays(site: Path, tmp_path: Path) -> None:
    year = site / "studios/north/crane/2013.yml"
    year.write_text(year.read_text("utf-8") + "report: {submitted: 2014-01-05}\n", encoding="utf-8")
    assert "report" not in handed_out(site)["records"][1]["record"]
    code, said = changed(site, tmp_path, lambda record: record.pop("summary"), 1)
    assert code == 0, said
    assert "summary" not in year.read_text("utf-8")
    assert "report: {submitted: 2014-01-05}" in year.read_text("utf-8")


def test_what_others_changed_meanwhile_stays(site: Path, tmp_path: Path) -> None:
    form = handed_out(site)
    edit(site / "studios/north/crane/studio.yml", "intro: 岸边的一间小屋。", "intro: 岸边的两间小屋。")
    profile = form["records"][0]
    code, said = sent(
        tmp_path,
        site,
        {**profile, "record": {**profile["record"], "slogan": "吊得更稳"}},
        studio="crane",
        union="north",
    )
    text = (site / "studios/north/crane/studio.yml").read_text("utf-8")
    assert (code, "岸边的两间小屋" in text, "吊得更稳" in text) == (0, True, True), said


def test_a_field_changed_on_both_sides_is_named(site: Path, tmp_path: Path) -> None:
    form = handed_out(site)
    edit(site / "studios/north/crane/studio.yml", "slogan: 吊得稳，放得准", "slogan: 吊得快")
    before = tree(site / "studios")
    profile = form["records"][0]
    code, said = sent(
        tmp_path, site, {**profile, "record": {**profile["record"], "slogan": "吊得更稳"}}, studio="crane"
    )
    assert (code, tree(site / "studios")) == (1, before)
    assert "工作室档案 › 一句话介绍: 错误：" in said
    assert "［form-conflict］" in said


def test_items_that_both_have_added_are_both_there(site: Path, tmp_path: Path) -> None:
    year = site / "studios/north/crane/2013.yml"
    form = handed_out(site)
    mine = json.loads(json.dumps(form["records"][1]))
    mine["record"]["mentoring"]["outcomes"].append({"kind": "晋级", "count": "2"})
    mine["record"]["achievements"][1]["effect"] = "漏检没有了。"
    mine["record"]["achievements"].append({"title": "示例夹具", "kind": "五小成果", "disclosure": "可公开"})
    edit(
        year,
        "    - {kind: 出师, count: 3}\n",
        "    - {kind: 出师, count: 3}   # 见证书\n    - {kind: 获奖, count: 1}\n",
    )
    edit(
        year,
        "  - id: hidden-thing\n",
        "  - {id: hook, title: 吊钩检查法, kind: 五小成果, disclosure: 可公开}\n  - id: hidden-thing\n",
    )
    code, said = sent(tmp_path, site, mine, studio="crane", union="north")
    assert code == 0, said
    assert "count: 3}   # 见证书\n" in year.read_text("utf-8")
    tree_of, _ = reader.read(year.read_bytes(), "")
    assert [each["kind"] for each in tree_of["mentoring"]["outcomes"]] == ["出师", "晋级", "获奖"]
    ids = [each["id"] for each in tree_of["achievements"]]
    assert ids == ["anti-sway", "brake-check", "hook", "hidden-thing", "shilijiaju"]
    assert "effect: 漏检没有了。" in year.read_text("utf-8")
    edit(year, "title: 制动器点检卡", "title: 制动器点检表")
    mine["record"]["achievements"][1]["title"] = "制动器点检法"
    before = tree(site / "studios")
    code, said = sent(tmp_path, site, mine, studio="crane", union="north")
    assert (code, tree(site / "studios")) == (1, before)
    assert "年度档案 2013 › 创新成果 2 › 成果名称: 错误：" in said, said
    assert "［form-conflict］" in said


def test_a_form_begun_blank_does_not_empty_a_studio_that_is_there(site: Path, tmp_path: Path) -> None:
    name = "江一舟岸桥劳模创新工作室"
    code, said = sent(tmp_path, site, record("year", {"summary": "又一年。"}, name="2014"), name=name, union="north")
    assert code == 0, said
    assert (site / "studios/north/crane/2014.yml").read_text("utf-8") == "summary: 又一年。\n"
    profile = {"name": name, "units": ["北港码头"], "positioning": "示例"}
    code, said = sent(tmp_path, site, record("studio", profile), union="north")
    text = (site / "studios/north/crane/studio.yml").read_text("utf-8")
    assert code == 0, said
    assert "positioning: 示例" in text
    assert "slogan: 吊得稳，放得准" in text


def test_decisions_and_notices_take_the_next_number(site: Path, tmp_path: Path) -> None:
    notice = {
        "title": "示例公示",
        "kind": "公示",
        "date": "2013-11-01",
        "issuer": "示例市总工会",
        "body": "公示如下。",
    }
    target = {
        "title": "2014年任务分解表",
        "issuer": "示例市总工会",
        "rows": [{"union": "north", "created": "2", "qualified": "1"}],
        "total": {"created": "2", "qualified": "1"},
    }
    code, said = sent(
        tmp_path, site, record("decision", DECISION), record("notice", notice), record("target", target, name="2014")
    )
    assert code == 0, said
    for path in ("decisions/2013-02.yml", "notices/2013-01.yml", "targets/2014.yml"):
        assert (site / "studios" / path).is_file(), said
    assert "内容档案里都有了" in sent(tmp_path, site, record("decision", DECISION))[1]


AT_FIELDS = {
    "personal number": ({"slogan": "电话 13800138000"}, "工作室档案 › 一句话介绍: ", "personal-mobile-in-form"),
    "date": ({"founded": "2013-13"}, "工作室档案 › 成立时间: ", "date-impossible"),
    "in a list": (
        {"honours": [{"name": "示例荣誉", "level": "县级", "year": "2013"}]},
        "工作室档案 › 集体荣誉 1 › 级别: ",
        "unknown-word",
    ),
    "missing": ({"leaders": [{"job": "焊工"}]}, "工作室档案 › 领衔人 1 › 姓名: ", "missing"),
    "no value": ({"positioning": "无"}, "工作室档案 › 定位: ", "placeholder"),
    "whole site": ({"industry": "星际航运"}, "工作室档案 › 行业: ", "unknown-industry"),
    "picture that is not there": (
        {"photos": [{"file": "x.jpg", "caption": "甲", "alt": "乙"}]},
        "工作室档案 › 图片 1 › 照片: ",
        "missing-picture",
    ),
}


@pytest.mark.parametrize("kind", ["studio", "decision"])
def test_a_record_without_a_word_is_no_record(site: Path, tmp_path: Path, kind: str) -> None:
    before = tree(site / "studios")
    code, said = sent(tmp_path, site, record(kind, {}), union="north", name="示例工作室")
    assert (code, tree(site / "studios")) == (1, before), said


def test_what_is_no_achievement_is_named_not_dropped(site: Path, tmp_path: Path) -> None:
    year = {"achievements": [*YEAR["achievements"], "又一项"]}
    code, said = sent(tmp_path, site, record("year", year, name="2025"), studio="crane")
    assert code == 1
    assert "年度档案 2025 › 创新成果 2: 错误：" in said


@pytest.mark.parametrize("case", AT_FIELDS)
def test_each_problem_is_named_at_its_field_in_the_words_of_the_form(site: Path, tmp_path: Path, case: str) -> None:
    wrong, place, code = AT_FIELDS[case]
    before = tree(site / "studios")
    ended, said = sent(tmp_path, site, record("studio", {**PROFILE, **wrong}), union="north")
    assert ended == 1, said
    assert [line for line in said.splitlines() if line.startswith(place) and f"［{code}］" in line], said
    assert "13800138000" not in said
    assert tree(site / "studios") == before


PICTURES = {
    "cut off": (picture()[:900], "damaged-picture"),
    "no picture": (b"MZ" * 400, "bad-picture"),
    "with a number in its notes": (picture(comment=b"tel 13800138000"), "personal-mobile-in-picture"),
}


@pytest.mark.parametrize("case", PICTURES)
def test_pictures_are_checked_as_ever(site: Path, tmp_path: Path, case: str) -> None:
    data, code = PICTURES[case]
    before = tree(site / "studios")
    profile = {**PROFILE, "photos": [{"file": "a.jpg", "caption": "焊接", "alt": "焊工"}]}
    ended, said = sent(tmp_path, site, record("studio", profile), union="north", photos={"a.jpg": data})
    assert ended == 1, said
    assert "工作室档案 › 图片 1 › 照片: " in said
    assert f"［{code}］" in said
    assert tree(site / "studios") == before


def test_another_picture_of_a_name_is_never_replaced(site: Path, tmp_path: Path) -> None:
    form = handed_out(site)
    before = tree(site / "studios")
    profile = {**form["records"][0], "record": {**form["records"][0]["record"], "slogan": "新"}}
    code, said = sent(tmp_path, site, profile, studio="crane", photos={"cover.png": picture()})
    assert (code, tree(site / "studios")) == (1, before)
    assert "［form-other-picture］" in said


def test_what_is_handed_out_holds_no_other_studio(site: Path) -> None:
    form = handed_out(site)
    assert form["studio"] == "crane"
    assert [(each["kind"], each["name"]) for each in form["records"]] == [("studio", ""), ("year", "2013")]
    assert known(site).profiles["crane"].parts[0] == form["union"]


def test_a_form_that_is_sent_again_after_it_was_imported_is_no_conflict(site: Path, tmp_path: Path) -> None:
    first = {**YEAR, "summary": "初稿。"}
    said = {"union": "north"}
    profile = record("studio", PROFILE)
    code, told = sent(tmp_path, site, profile, record("year", first, name="2025"), **said)
    assert code == 0, told
    retitled = {**YEAR["achievements"][0], "title": "示例焊接操作法"}
    more = {"title": "示例夹具", "kind": "五小成果", "disclosure": "可公开"}
    second = {"summary": "定稿。", "achievements": [retitled, more]}
    for year, sent_before in (
        ({**first, "achievements": [retitled]}, [first]),
        (second, [first, {**first, "achievements": [retitled]}]),
    ):
        renamed = record("studio", {**PROFILE, "name": "示例电焊劳模工作室"}) | {"sent": [PROFILE]}
        code, told = sent(tmp_path, site, renamed, record("year", year, name="2025") | {"sent": sent_before}, **said)
        assert code == 0, told
    text = (site / "studios/north/shilidianhan/2025.yml").read_text("utf-8")
    assert "id: shilihanjiefa\n    title: 示例焊接操作法" in text
    assert "id: shilijiaju" in text
    assert "summary: 定稿。" in text
    assert len(list((site / "studios/north").glob("shili*"))) == 1


def test_two_new_decisions_of_one_form_get_two_numbers(site: Path, tmp_path: Path) -> None:
    other = {**DECISION, "title": "关于示范的通知", "result": "示范"}
    code, said = sent(tmp_path, site, record("decision", DECISION), record("decision", other))
    assert code == 0, said
    files = [(site / f"studios/decisions/2013-0{n}.yml").read_text("utf-8") for n in (2, 3)]
    assert ["关于公布结果的通知" in files[0], "关于示范的通知" in files[1]] == [True, True]
