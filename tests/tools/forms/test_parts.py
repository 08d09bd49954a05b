"""The parts of reading a form, each exactly: its contents, its zip, the file of each record, ids, words for places and differences."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from tests.cli.command import laomo
from tests.tools.forms.zips import picture

from laomo.pages.form.page import FORMAT
from laomo.problems.problem import Problem
from laomo.tools.forms import archive, changes, contents, handing_out, ids, photos, places, plan
from laomo.tools.forms.contents import FormArchive, FormRecord, FormRefused
from laomo.tools.forms.sameness import same
from laomo.tools.spreadsheets import Archive
from laomo.tools.spreadsheets.draft import Difference

ONE = {"kind": "studio", "name": "", "base": {}, "record": {"name": "甲"}}
YEAR = {"kind": "year", "name": "2024", "base": {}, "record": {}}


def data(*records: Any, **said: Any) -> bytes:
    return json.dumps({"format": FORMAT, "records": list(records or (ONE,)), **said}).encode()


def deep(levels: int) -> Any:
    tree: Any = "x"
    for _ in range(levels):
        tree = [tree]
    return tree


def test_the_contents_of_a_form() -> None:
    sent = {**YEAR, "sent": [{"summary": "一"}]}
    assert contents.parse(data(ONE, sent, union="north", studio="weld", name="甲")) == FormArchive(
        "north",
        "weld",
        "甲",
        (FormRecord("studio", "", {}, {"name": "甲"}), FormRecord("year", "2024", {}, {}, ({"summary": "一"},))),
    )
    assert contents.parse(data()) == FormArchive("", "", "", (FormRecord("studio", "", {}, {"name": "甲"}),))
    nameless = {"kind": "decision", "name": "", "base": {}, "record": {}}
    assert len(contents.parse(data(nameless, nameless)).records) == 2
    assert len(contents.parse(data(*[nameless] * 50)).records) == 50
    assert contents.parse(data({**ONE, "record": {"a": deep(11)}})).records[0].record == {"a": deep(11)}
    assert contents.parse(data({**ONE, "sent": [{}] * 50})).records[0].sent == ({},) * 50


DAMAGED = ("form-zip-damaged", {})
NUMBER = int(FORMAT.rpartition("/")[2])


@pytest.mark.parametrize(
    ("raw", "code", "facts"),
    [
        (b"\xff", *DAMAGED),
        (b"{", *DAMAGED),
        (b"[" * 100_000, *DAMAGED),
        (b"[]", "form-zip-no-form", {}),
        (b"{}", "form-zip-no-form", {}),
        (b'{"format": 1}', "form-zip-no-form", {}),
        (data(format=f"laomo-forms/{NUMBER + 1}"), "form-zip-newer", {"version": f"laomo-forms/{NUMBER + 1}", "ours": FORMAT}),
        (data(format="laomo-forms/0"), "form-zip-version", {"version": "laomo-forms/0", "ours": FORMAT}),
        (data(format="x" * 70), "form-zip-version", {"version": "x" * 60, "ours": FORMAT}),
        (data(format=f"laomo-forms/{'9' * 7}"), "form-zip-version", {"version": f"laomo-forms/{'9' * 7}", "ours": FORMAT}),
        (data(format=f"laomo-forms/{'9' * 6}"), "form-zip-newer", {"version": f"laomo-forms/{'9' * 6}", "ours": FORMAT}),
        (data(union=1), *DAMAGED),
        (data(studio=None), *DAMAGED),
        (data(name=[]), *DAMAGED),
        (data(records={}), *DAMAGED),
        (data(records=[]), *DAMAGED),
        (data(*[{**ONE, "kind": "decision"}] * 51), "form-zip-too-many", {"count": 51, "limit": 50}),
        (data(ONE, ONE), *DAMAGED),
        (data(YEAR, YEAR), *DAMAGED),
        (data("x"), *DAMAGED),
        (data({**ONE, "kind": "pennant"}), "form-zip-newer", {"version": "pennant", "ours": FORMAT}),
        (data({**ONE, "kind": "owners"}), *DAMAGED),
        (data({**ONE, "kind": "Studio"}), *DAMAGED),
        (data({**ONE, "kind": "a" * 21}), *DAMAGED),
        (data({**ONE, "kind": "a" * 20}), "form-zip-newer", {"version": "a" * 20, "ours": FORMAT}),
        (data({**ONE, "kind": 1}), *DAMAGED),
        (data({**ONE, "name": None}), *DAMAGED),
        (data({**ONE, "base": None}), *DAMAGED),
        (data({**ONE, "record": []}), *DAMAGED),
        (data({**ONE, "record": {"a": 1}}), *DAMAGED),
        (data({**ONE, "record": {"a": [None]}}), *DAMAGED),
        (data({**ONE, "record": {"a": deep(12)}}), *DAMAGED),
        (data({**ONE, "sent": {}}), *DAMAGED),
        (data({**ONE, "sent": ["x"]}), *DAMAGED),
        (data({**ONE, "sent": [{}] * 51}), *DAMAGED),
    ],
)  # fmt: skip
def test_contents_that_are_no_form(raw: bytes, code: str, facts: dict[str, Any]) -> None:
    with pytest.raises(FormRefused) as refused:
        contents.parse(raw)
    assert (refused.value.code, dict(refused.value.facts)) == (code, facts)


# --- the zip


def packed(file: Path, *names: str, first: str = "form.json") -> Path:
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(first, data())
        for name in names:
            made.writestr(name, b"x")
    return file


def test_a_zip_is_written_and_read_alike(tmp_path: Path) -> None:
    form = FormArchive("north", "weld", "甲", (FormRecord("studio", "", {"a": "1"}, {"a": "2"}, ({"a": "3"},)),), {"b.jpg": b"1", "a.jpg": b"2"})  # fmt: skip
    made, again = io.BytesIO(), io.BytesIO()
    archive.write(form, made)
    archive.write(form, again)
    assert made.getvalue() == again.getvalue()
    (tmp_path / "a.zip").write_bytes(made.getvalue())
    assert archive.read(tmp_path / "a.zip") == form
    with zipfile.ZipFile(made) as package:
        assert package.namelist() == ["form.json", "photos/a.jpg", "photos/b.jpg"]
        assert json.loads(package.read("form.json"))["format"] == FORMAT
        assert "甲" in package.read("form.json").decode()


def test_how_many_pictures_a_zip_may_have(tmp_path: Path) -> None:
    many = [f"photos/a{n}.jpg" for n in range(401)]
    assert len(archive.read(packed(tmp_path / "a.zip", "photos/", *many[:400])).photos) == 400
    with pytest.raises(FormRefused) as refused:
        archive.read(packed(tmp_path / "b.zip", *many))
    assert (refused.value.code, dict(refused.value.facts)) == ("form-zip-too-many", {"count": 402, "limit": 400})


NESTED = ("zip", "rar", "7z", "tar", "gz", "xlsx", "docx", "ZIP")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("/photos/a.jpg", "form-zip-name"),
        ("photos\\a.jpg", "form-zip-name"),
        ("photos/../a.jpg", "form-zip-name"),
        ("c:/a.jpg", "form-zip-name"),
        ("photos/a\x01.jpg", "form-zip-name"),
        *((f"photos/a.{ending}", "form-zip-nested") for ending in NESTED),
        ("photos/a.exe", "form-zip-unexpected"),
        ("photos/x/a.jpg", "form-zip-unexpected"),
        ("a.jpg", "form-zip-unexpected"),
        ("Form.json", "form-zip-duplicate"),
        (f"photos/{'a' * 70}.exe", "form-zip-unexpected"),
    ],
)
def test_names_that_no_form_has_in_its_zip(tmp_path: Path, name: str, code: str) -> None:
    first, others = ("form.json", [name]) if code != "form-zip-duplicate" else ("photos/a.jpg", ["photos/A.jpg"])
    with pytest.raises(FormRefused) as refused:
        archive.read(packed(tmp_path / "a.zip", *others, first=first))
    assert (refused.value.code, dict(refused.value.facts)) == (code, {"name": others[-1][:60]} if code != "form-zip-duplicate" else {"name": "photos/a.jpg"})  # fmt: skip


def test_a_zip_without_a_form_and_none_at_all(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"PK")
    for file, code in (
        (packed(tmp_path / "a.zip", first="photos/a.jpg"), "form-zip-no-form"),
        (tmp_path / "x.zip", "form-zip-unreadable"),
    ):
        with pytest.raises(FormRefused) as refused:
            archive.read(file)
        assert refused.value.code == code


# --- where each record belongs

TREES: dict[str, Any] = {
    "unions.yml": {"unions": [{"id": "north", "name": "北区工会"}, {"id": "south", "name": "南区工会"}]},
    "north/weld/studio.yml": {"name": "焊接工作室", "leaders": [{"name": "张三"}]},
    "north/weld/2023.yml": {"achievements": [{"id": "kuaihan", "title": "快焊法"}]},
    "south/nurse/studio.yml": {"name": "护理工作室"},
    "decisions/2024-01.yml": {"title": "甲决定", "date": "2024-03"},
    "decisions/2024-07.yml": {"title": "乙决定", "date": "2024-05"},
    "alliances.yml": {"alliances": [{"id": "port", "name": "港口联盟"}]},
}


def known(**more: Any) -> Archive:
    trees = {PurePosixPath(path): tree for path, tree in {**TREES, **more}.items()}
    return Archive(Path("nowhere"), trees)


def rec(kind: str, saved: Any, name: str = "", *sent: Any) -> FormRecord:
    return FormRecord(kind, name, {}, saved, sent)


def where(*records: FormRecord, union: str | None = None, archive: Archive | None = None, **said: str) -> Any:
    """The file of each record, or what stands against it; the studio's folder."""
    form = FormArchive(said.get("union", ""), said.get("studio", ""), said.get("name", ""), records)
    found = ids.placed(form, archive or known(), union)
    asked = [(each.path, each.code, dict(each.facts)) for each in found.problems]
    return [str(path) for _, path in found.records], str(found.studio or ""), asked


WELD = rec("studio", {"name": "焊接工作室"})
PLACED: dict[str, tuple[Callable[[], Any], Any]] = {
    "a studio by its id": (lambda: where(WELD, studio="weld"), (["north/weld/studio.yml"], "north/weld", [])),
    "an unknown id": (lambda: where(WELD, studio="x" * 70), ([], "", [("工作室档案 › ", "form-unknown-studio", {"value": "x" * 60})])),
    "a studio by its name": (lambda: where(rec("studio", {"name": "焊接 工作室"})), (["north/weld/studio.yml"], "north/weld", [])),
    "by its name, in the form's union": (lambda: where(WELD, union="south", name=""), (["south/hanjie/studio.yml"], "south/hanjie", [])),
    "by the name of the form": (lambda: where(rec("year", {}, "2024"), name="焊接工作室"), (["north/weld/2024.yml"], "north/weld", [])),
    "a year of nobody": (lambda: where(rec("year", {}, "2024"), name="某工作室"), ([], "", [("年度档案 2024 › ", "form-unknown-studio", {"value": "某工作室"})])),
    "by an earlier name": (lambda: where(rec("studio", {"name": "数控工作室"}, "", {"name": "焊接工作室"}, {"name": "x"})), (["north/weld/studio.yml"], "north/weld", [])),
    "a new studio without a union": (lambda: where(rec("studio", {"name": "数控工作室"})), ([], "", [("工作室档案 › ", "form-no-union", {})])),
    "a new studio": (lambda: where(rec("studio", {"name": "数控工作室", "units": ["示例厂"]}), rec("year", {}, "2024"), union="south"), (["south/shukong/studio.yml", "south/shukong/2024.yml"], "south/shukong", [])),
    "a year that is none": (lambda: where(WELD, rec("year", {}, "24"), studio="weld"), (["north/weld/studio.yml"], "north/weld", [("年度档案 24 › ", "form-no-year", {})])),
    "a new decision": (lambda: where(rec("decision", {"title": "丙决定", "date": "2024-06"})), (["decisions/2024-08.yml"], "", [])),
    "the first of its year": (lambda: where(rec("decision", {"title": "丙决定", "date": "2025"})), (["decisions/2025-01.yml"], "", [])),
    "a decision with its number": (lambda: where(rec("decision", {}, "2024-07")), (["decisions/2024-07.yml"], "", [])),
    "a decision that was imported before": (lambda: where(rec("decision", {"title": "乙决定", "date": "2024-05"})), (["decisions/2024-07.yml"], "", [])),
    "one that was imported and then changed": (lambda: where(rec("decision", {"title": "丁决定", "date": "2024-05"}, "", {"title": "乙决定", "date": "2024-05"})), (["decisions/2024-07.yml"], "", [])),
    "the same title of another date": (lambda: where(rec("decision", {"title": "乙决定", "date": "2024-06"})), (["decisions/2024-08.yml"], "", [])),
    "two new decisions": (lambda: where(rec("decision", {"title": "丙", "date": "2024"}), rec("decision", {"title": "丙", "date": "2024"})), (["decisions/2024-08.yml", "decisions/2024-09.yml"], "", [])),
    "two of one number": (lambda: where(rec("decision", {}, "2024-07"), rec("decision", {"title": "乙决定", "date": "2024-05"})), (["decisions/2024-07.yml", "decisions/2024-08.yml"], "", [])),
    "a decision without a date": (lambda: where(rec("decision", {"title": "丙"}), rec("decision", {"date": "去年"}), rec("decision", {"date": "202"})), ([], "", [("决定 › ", "form-no-year", {})] * 3)),
    "targets of a year": (lambda: where(rec("target", {"date": "2024"}, "2024")), (["targets/2024.yml"], "", [])),
    "targets without a year": (lambda: where(rec("target", {"date": "2024"})), ([], "", [("任务分解表 › ", "form-no-year", {})])),
    "alliances": (lambda: where(rec("alliances", {})), (["alliances.yml"], "", [])),
    "a notice": (lambda: where(rec("notice", {"title": "丙", "date": "2024"})), (["notices/2024-01.yml"], "", [])),
}  # fmt: skip


@pytest.mark.parametrize("case", PLACED)
def test_the_file_of_each_record(case: str) -> None:
    found, expected = PLACED[case]
    assert found() == expected


def test_a_name_that_several_studios_have() -> None:
    twins = known(**{"south/weld-2/studio.yml": {"name": "焊接工作室"}})
    assert where(WELD, archive=twins) == ([], "", [("工作室档案 › ", "form-many-studios", {"value": "焊接工作室"})])
    assert where(WELD, archive=twins, union="south")[1] == "south/weld-2"


def test_nothing_new_beside_a_record_that_cannot_be_read() -> None:
    broken = known()
    broken.broken[PurePosixPath("south/x/studio.yml")] = []
    new = rec("studio", {"name": "数控工作室"})
    assert where(new, union="south", archive=broken) == ([], "", [("工作室档案 › ", "form-broken-record", {"path": "studios/south/x/studio.yml"})])  # fmt: skip
    assert where(WELD, union="north", archive=broken)[1] == "north/weld"


def test_no_record_goes_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "outside/weld").mkdir(parents=True)
    (tmp_path / "north").symlink_to(tmp_path / "outside")
    linked = Archive(tmp_path, known().trees)
    facts = {"path": "studios/north/weld/studio.yml"}
    assert where(WELD, archive=linked) == ([], "north/weld", [("工作室档案 › ", "form-link", facts)])


def achievements(*items: Any, sent: tuple[Any, ...] = (), year: str = "2023") -> Any:
    form = FormArchive("", "weld", "", (rec("year", {"achievements": [*items]}, year, *sent),))
    ((found, _),) = ids.placed(form, known(), None).records
    return found.record["achievements"]


def test_achievements_get_ids() -> None:
    fast, new = {"title": "快焊法"}, {"title": "慢焊法"}
    assert achievements(fast, new) == [{"id": "kuaihan", **fast}, {"id": "manhanfa", **new}]
    assert achievements(fast, new, {}) == [{"id": "kuaihan", **fast}, {"id": "manhanfa", **new}, {}]
    assert achievements(new, new) == [{"id": "manhanfa", **new}, {"id": "manhanfa-2", **new}]
    assert achievements({"id": "x", **fast}, fast) == [{"id": "x", **fast}, {"id": "kuaihan", **fast}]
    assert achievements({"id": "kuaihan", **new}, fast)[1]["id"] == "kuaihanfa"
    assert achievements(fast, year="2024") == [{"id": "kuaihanfa", **fast}]
    assert achievements({"id": "manhanfa"}, new)[1] == {"id": "manhanfa-2", **new}
    assert achievements({"title": "张三焊法"}, year="2024") == [{"id": "hanfa", "title": "张三焊法"}]
    earlier = ({"achievements": [fast]},)
    assert achievements(new, sent=earlier) == [{"id": "kuaihan", **new}]
    assert achievements(new, fast, sent=earlier) == [{"id": "manhanfa", **new}, {"id": "kuaihan", **fast}]
    assert achievements("x", new) == ["x", new]


def test_alliances_get_ids() -> None:
    form = FormArchive("", "", "", (rec("alliances", {"alliances": [{"name": "港口联盟"}, {"name": "电力联盟"}]}),))
    ((found, _),) = ids.placed(form, known(), None).records
    assert found.record == {
        "alliances": [{"id": "port", "name": "港口联盟"}, {"id": "dianlilianmeng", "name": "电力联盟"}]
    }


# --- words


@pytest.mark.parametrize(
    ("record", "loc", "words"),
    [
        (rec("studio", {}), (), "工作室档案 › "),
        (rec("year", {}, "2024"), (), "年度档案 2024 › "),
        (rec("studio", {}), ("name",), "工作室档案 › 工作室名称"),
        (rec("studio", {}), ("leaders", 1, "honours", 0, "level"), "工作室档案 › 领衔人 2 › 个人荣誉 1 › 级别"),
        (rec("studio", {}), ("team", "by_grade", "[key]"), "工作室档案 › 创新团队 › 技能等级结构"),
    ],
)
def test_a_place_in_the_words_of_the_form(record: FormRecord, loc: tuple[str | int, ...], words: str) -> None:
    assert places.place(record, loc) == words


def test_what_differs_in_a_few_words() -> None:
    before = {"name": "甲", "units": ["甲厂"], "slogan": "一"}
    after = {"units": ["甲厂", "乙厂"], "name": "甲", "leaders": [{"name": "张三", "job": "钳工"}, {}], "place": {"host": "现场", "area": "9平方米"}}  # fmt: skip
    assert [*changes.differences("studio", before, after)] == [
        Difference("所在单位", "甲厂", "甲厂、乙厂"),
        Difference("一句话介绍", "一", ""),
        Difference("领衔人", "", "张三"),
        Difference("场地设施", "", "现场、9平方米"),
    ]
    assert [*changes.new_texts({"a": ["x", "y"], "b": {"c": "z"}}, {"d": "x"})] == [(("a", 1), "y"), (("b", "c"), "z")]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (None, "", True),
        (None, [], True),
        ([], {}, True),
        ("a", "", False),
        ("", "a", False),
        ("a  b\n", " a\nb", True),
        ("ab", "a b", False),
        ("有", "是", True),
        ("无", "否", True),
        ("有", "否", False),
        ("有", "好", False),
        (["a", "b"], ["b", "a"], False),
        (["a"], ["a", "b"], False),
        (["a "], ["a"], True),
        ({"a": "1"}, {"a": "1", "b": ""}, True),
        ({"a": "1"}, {"b": "1"}, False),
        (["a"], "a", False),
        ({"a": "1"}, ["a"], False),
    ],
)
def test_what_says_the_same(one: Any, other: Any, alike: bool) -> None:
    assert same(one, other) is alike


# --- handing out, pictures, the plan


def test_what_is_handed_out() -> None:
    here = known(**{"north/weld/2022.yml": {"summary": "一", "report": {"submitted": "2023"}}})
    profile = TREES["north/weld/studio.yml"]
    form = handing_out.packed(here, "weld")
    assert (form.union, form.studio, form.name, form.photos) == ("north", "weld", "焊接工作室", {})
    assert [(each.kind, each.name, each.base, each.record) for each in form.records] == [
        ("studio", "", profile, profile),
        ("year", "2022", {"summary": "一"}, {"summary": "一"}),
        ("year", "2023", TREES["north/weld/2023.yml"], TREES["north/weld/2023.yml"]),
    ]
    one = handing_out.packed_record(here, "decision", PurePosixPath("decisions/2024-01.yml"))
    decision = TREES["decisions/2024-01.yml"]
    assert one == FormArchive("", "", "", (FormRecord("decision", "2024-01", decision, decision),))
    assert handing_out.packed_record(here, "alliances", PurePosixPath("alliances.yml")).records[0].name == ""


def test_pictures_of_a_form(tmp_path: Path) -> None:
    there = tmp_path / "north/weld/photos"
    there.mkdir(parents=True)
    (there / "same.jpg").write_bytes(picture())
    (there / "other.jpg").write_bytes(b"x")
    (there / "folder.jpg").mkdir()
    (there / "link.jpg").symlink_to(there / "same.jpg")
    names = ("new.jpg", "same.jpg", "other.jpg", "folder.jpg", "link.jpg", "bad.jpg")
    form = FormArchive("", "", "", (), {name: b"x" if name == "bad.jpg" else picture() for name in (*names, "unnamed.jpg")})  # fmt: skip
    named = [(WELD, ("photos", n, "file"), name) for n, name in enumerate((*names, "nowhere.jpg"))]
    taken, problems = photos.taken(form, named, PurePosixPath("north/weld"), tmp_path)
    assert [path.name for path in taken] == ["new.jpg", "bad.jpg"]
    assert taken[PurePosixPath("north/weld/photos/new.jpg")] == picture()
    assert [(each.path, each.code, each.facts.get("value")) for each in problems] == [
        ("工作室档案 › 图片 3 › 照片", "form-other-picture", "other.jpg"),
        ("工作室档案 › 图片 4 › 照片", "form-other-picture", "folder.jpg"),
        ("工作室档案 › 图片 5 › 照片", "form-other-picture", "link.jpg"),
        ("工作室档案 › 图片 6 › 照片", "bad-picture", "bad.jpg"),
    ]
    assert photos.taken(form, named, None, tmp_path) == ({}, [])


def test_a_plan_is_sound_without_errors() -> None:
    warning, error = (Problem("x", "unstated", severity=each) for each in ("warning", "error"))
    assert plan.FormPlan((), (), (warning,)).sound
    assert not plan.FormPlan((), (), (warning, error)).sound
    assert plan._shown([error, error, warning]) == (warning,)


def _said(*arguments: Any) -> tuple[int, list[str]]:
    run = laomo(*arguments)
    return run.returncode, (run.stdout + run.stderr).splitlines()


@pytest.mark.usefixtures("form_libraries")
def test_forms_that_are_handed_out(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "表"
    code, lines = _said("forms", out, "--studio", "crane", "--record", "studios/decisions/2013-01.yml", "--record", "targets\\2013.yml", "--root", site)  # fmt: skip
    assert (code, [line.partition("：")[0] for line in lines]) == (0, ["填报表做好了", *["档案做成了压缩包"] * 3])
    names = {path.name for path in out.iterdir()}
    assert {"crane.zip", "decisions-2013-01.zip", "targets-2013.zip"} < names
    assert len(names) == 4
    for wrong in ("north/crane/studio.yml", "north/crane/2013.yml", "standards/six.yml", "decisions/2013-02.yml", "x"):
        code, lines = _said("forms", out, "--record", wrong, "--root", site)
        assert (code, f"没有“{wrong}”这份决定" in lines[-1]) == (2, True), wrong
    code, lines = _said("forms", out, "--studio", "x", "--root", site)
    assert (code, lines[-1]) == (2, "错误：没有编号是“x”的工作室；编号是它的文件夹的名字，如 port-crane")
