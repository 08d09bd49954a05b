"""Which file each record of a form becomes, at every edge: unions, earlier names, numbers; and a zip at its limits and one beyond."""

import io
import stat
import struct
import zipfile
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from tests.conftest import some
from tests.tools.forms.test_parts import WELD, data, known, rec

from laomo.problems.problem import Loc
from laomo.tools.forms import archive, changes, ids, list_items, plan
from laomo.tools.forms.contents import FormArchive, FormRecord, FormRefused
from laomo.tools.spreadsheets import Archive

Found = tuple[list[str], str, list[tuple[str, str, dict[str, Any]]]]


def placed(
    *records: FormRecord,
    union: str | None = None,
    archive: Archive | None = None,
    of_form: str = "",
    studio: str = "",
    name: str = "",
) -> Found:
    """Files, the studio's folder, problems. `of_form`: the union that the form itself names."""
    found = ids.placed(FormArchive(of_form, studio, name, records), archive or known(), union)
    asked = [(each.path, each.code, dict(each.facts)) for each in found.problems]
    return [str(path) for _, path in found.records], str(found.studio or ""), asked


LATHE = rec("studio", {"name": "数控工作室"})
NEXT = rec("decision", {"title": "丙", "date": "2024-06"})
PROFILE, YEAR_2024 = "工作室档案 › ", "年度档案 2024 › "
LONG = "某" * 70
TWINS = known(**{"north/x/studio.yml": {"name": LONG}, "south/y/studio.yml": {"name": LONG}})
BROKEN = known()
BROKEN.broken |= {PurePosixPath(path): [] for path in ("decisions/2024-09.yml", "notices/2024-20.yml")}
PAIR = {"name": "李四王五劳模创新工作室", "leaders": [{"name": "李四"}, {"name": "王五"}]}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (placed(LATHE, of_form="north", union="south"), (["north/shukong/studio.yml"], "north/shukong", [])),
        (placed(LATHE, of_form="南区工会", union="north"), (["south/shukong/studio.yml"], "south/shukong", [])),
        (placed(LATHE, of_form="nosuch", union="south"), ([], "", [(PROFILE, "form-no-union", {})])),
        (placed(LATHE, union="south"), (["south/shukong/studio.yml"], "south/shukong", [])),
        (placed(WELD, of_form="north", union="south"), (["north/weld/studio.yml"], "north/weld", [])),
        (placed(WELD, of_form="south", union="north"), (["south/hanjie/studio.yml"], "south/hanjie", [])),
        (placed(rec("year", {}, "2024")), ([], "", [(YEAR_2024, "form-unknown-studio", {"value": ""})])),
        (placed(rec("year", {}, "2024"), name=LONG), ([], "", [(YEAR_2024, "form-unknown-studio", {"value": LONG[:60]})])),
        (placed(rec("year", {}, "2024"), name=LONG, archive=TWINS), ([], "", [(YEAR_2024, "form-many-studios", {"value": LONG[:60]})])),
        (placed(rec("studio", {}), name="焊接工作室"), (["north/weld/studio.yml"], "north/weld", [])),
        (placed(rec("studio", {"name": "数控工作室"}, "", {"name": "护理工作室"}, {"name": "焊接工作室"})), (["north/weld/studio.yml"], "north/weld", [])),
        (placed(rec("studio", {"name": "数控工作室"}, "", {"name": "焊接工作室"}, {"name": "护理工作室"}, {})), (["south/nurse/studio.yml"], "south/nurse", [])),
        (placed(rec("studio", {**PAIR, "units": ["示例机床厂", "别的厂"]}), union="south"), (["south/shilijichuangchang/studio.yml"], "south/shilijichuangchang", [])),
        (placed(rec("studio", PAIR), union="south"), (["south/studio/studio.yml"], "south/studio", [])),
        (placed(rec("studio", {"name": "轻焊工作室"}), union="south", archive=known(**{"north/qinghan/studio.yml": {}})), (["south/qinghan-2/studio.yml"], "south/qinghan-2", [])),
        (placed(WELD, rec("year", {}, "２０２４"), studio="weld"), (["north/weld/studio.yml"], "north/weld", [("年度档案 ２０２４ › ", "form-no-year", {})])),
        (placed(rec("year", {}, "2024"), rec("year", {}, "2024"), studio="weld"), (["north/weld/2024.yml"], "north/weld", [(YEAR_2024, "form-no-year", {})])),
        (placed(rec("decision", {"title": "丙", "date": "２０２４-06"})), ([], "", [("决定 › ", "form-no-year", {})])),
        (placed(NEXT, archive=BROKEN), (["decisions/2024-10.yml"], "", [])),
        (placed(NEXT, archive=known(**{"decisions/2024-100.yml": {}})), (["decisions/2024-101.yml"], "", [])),
        (placed(NEXT, archive=known(**{"decisions/2024-30.yml": {}, "decisions/2023-40.yml": {}})), (["decisions/2024-31.yml"], "", [])),
        (placed(rec("decision", {"title": "丙"}, "", {"title": "乙决定", "date": "2024-05"})), ([], "", [("决定 › ", "form-no-year", {})])),
    ],
)  # fmt: skip
def test_the_file_of_a_record(found: Found, expected: Found) -> None:
    assert found == expected


def test_no_record_goes_through_a_link_to_a_file_or_to_a_folder(tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "north/weld").mkdir(parents=True)
    (tmp_path / "south").symlink_to(tmp_path / "outside")
    (tmp_path / "north/weld/2024.yml").symlink_to(tmp_path / "nowhere")
    linked = Archive(tmp_path, known().trees)
    assert placed(WELD, rec("year", {}, "2024"), rec("year", {}, "2025"), studio="weld", archive=linked) == (
        ["north/weld/studio.yml", "north/weld/2025.yml"],
        "north/weld",
        [(YEAR_2024, "form-link", {"path": "studios/north/weld/2024.yml"})],
    )
    facts = {"path": "studios/south/nurse/studio.yml"}
    assert placed(rec("studio", {}), studio="nurse", archive=linked)[2] == [(PROFILE, "form-link", facts)]


def test_an_id_without_the_leaders_whom_the_form_itself_names() -> None:
    year = rec("year", {"achievements": [{"title": "李四焊法"}]}, "2024")
    for profile, made in (({"leaders": [{"name": "李四"}]}, "hanfa"), ({"leaders": [{"name": "张三"}]}, "lisihanfa")):
        form = FormArchive("", "weld", "", (year, rec("studio", profile)))
        found = ids.placed(form, known(), None)
        assert [record.record.get("achievements", [{}])[0].get("id") for record, _ in found.records] == [made, None]


def test_an_id_that_another_years_item_or_an_unplaced_one_has_is_taken() -> None:
    there = known(**{"north/weld/2022.yml": {"achievements": [{"id": "manhanfa", "title": "旧"}]}, "south/nurse/2022.yml": {"achievements": [{"id": "xinhanfa"}]}})  # fmt: skip
    new = [{"title": "慢焊法"}, {"title": "新焊法"}]
    ((found, _),) = ids.placed(FormArchive("", "weld", "", (rec("year", {"achievements": new}, "2024"),)), there, None).records  # fmt: skip
    assert [each["id"] for each in found.record["achievements"]] == ["manhanfa-2", "xinhanfa"]  # type: ignore[index,union-attr]


# --- the zip


def refusal(entry: zipfile.ZipInfo) -> tuple[str, dict[str, object]]:
    try:
        archive._refuse(entry)
    except FormRefused as refused:
        return refused.code, dict(refused.facts)
    return "", {}


@pytest.mark.parametrize(
    ("name", "flags", "kind", "code"),
    [
        ("form.json", 0, 0, ""),
        ("photos/a.jpg", 0, stat.S_IFREG, ""),
        ("photos/a.jpg", 0x800 | 0x8 | 0x2, 0, ""),
        ("photos/a.jpg", 0x1, 0, "form-zip-encrypted"),
        ("photos/a.jpg", 0x40, 0, "form-zip-encrypted"),
        ("photos/a.jpg", 0x2000, 0, "form-zip-encrypted"),
        ("photos/a.jpg", 0, stat.S_IFLNK, "form-zip-link"),
        ("photos/a.jpg", 0, stat.S_IFDIR, "form-zip-link"),
        ("photos/a.jpg", 0, stat.S_IFIFO, "form-zip-link"),
        ("photos/..", 0, 0, "form-zip-name"),
        ("a:b/a.jpg", 0, 0, "form-zip-name"),
        ("photos/a:b.jpg", 0, 0, ""),
        ("photos/a..b.jpg", 0, 0, ""),
        ("photos/a\u202eb.jpg", 0, 0, "form-zip-name"),
        ("form.json.gz", 0, 0, "form-zip-nested"),
        ("x/form.json", 0, 0, "form-zip-unexpected"),
        ("xphotos/a.jpg", 0, 0, "form-zip-unexpected"),
        ("/" + "a" * 70, 0, 0, "form-zip-name"),
        ("a" * 70 + ".zip", 0, 0, "form-zip-nested"),
    ],
)
def test_what_an_entry_may_be(name: str, flags: int, kind: int, code: str) -> None:
    entry = zipfile.ZipInfo(name)
    entry.flag_bits, entry.external_attr = flags, (kind | 0o644) << 16
    shown = {} if code in {"", "form-zip-encrypted"} else {"name": name[:60]}
    assert refusal(entry) == (code, shown)


def test_no_more_is_unpacked_than_may_be() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("a", b"12345")
    with zipfile.ZipFile(stream) as package:
        (entry,) = package.infolist()
        assert archive._unpacked(package, entry, 5) == b"12345"
        for most in (4, 0):
            with pytest.raises(FormRefused, match="form-zip-too-large"):
                archive._unpacked(package, entry, most)
        entry.file_size = 3
        with pytest.raises(zipfile.BadZipFile):
            archive._unpacked(package, entry, 3)
    assert (archive.MOST_BYTES, archive.MOST_PHOTOS, archive.MOST_PHOTO_BYTES, archive.MOST_CONTENTS) == (200_000_000, 400, 10_000_000, 5_000_000)  # fmt: skip


@pytest.mark.parametrize(("size", "code"), [(200_000_000, "form-zip-unreadable"), (200_000_001, "form-zip-too-large")])
def test_the_most_bytes_of_a_zip(tmp_path: Path, size: int, code: str) -> None:
    with (tmp_path / "a.zip").open("wb") as file:
        file.truncate(size)  # of nothing but holes
    with pytest.raises(FormRefused) as refused:
        archive.read(tmp_path / "a.zip")
    assert refused.value.code == code


def test_a_picture_that_reaches_beyond_the_end_of_its_zip(tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("form.json", data())
        made.writestr("photos/a.jpg", b"x")
    packed = bytearray(stream.getvalue())
    at = packed.rfind(b"PK\x01\x02")
    packed[at + 20 : at + 28] = struct.pack("<II", 9_000_000, 9_000_000)
    (tmp_path / "a.zip").write_bytes(packed)
    with pytest.raises(FormRefused, match="form-zip-unreadable"):
        archive.read(tmp_path / "a.zip")


def test_the_most_bytes_in_a_zip(tmp_path: Path) -> None:
    """The sizes that the zip says of its pictures: together with the form at the limit, and one byte above it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("form.json", data())
        for n in range(21):
            made.writestr(f"photos/a{n:02}.jpg", b"x")
    packed = bytearray(stream.getvalue())
    for beyond in (0, 1):
        at = packed.find(b"PK\x01\x02") + 1  # the list at the zip's end, in which the form comes first
        for size in (*[10_000_000] * 19, 5_000_000, 5_000_000 - len(data()) + beyond):
            at = packed.find(b"PK\x01\x02", at) + 1
            packed[at + 23 : at + 27] = struct.pack("<I", size)
        (tmp_path / f"{beyond}.zip").write_bytes(packed)
    assert len(archive.read(tmp_path / "0.zip").photos) == 21
    with pytest.raises(FormRefused, match="form-zip-too-large"):
        archive.read(tmp_path / "1.zip")


# --- the plan


def test_what_no_text_may_hold() -> None:
    assert [(each.path, each.code, dict(each.facts)) for each in plan._faults_of("电话 13800138000\u202e 和 a@b.example", "甲 › 乙")] == [
        ("甲 › 乙", "personal-mobile-in-form", {"masked": "13*********"}),
        ("甲 › 乙", "personal-mail-in-form", {"masked": "a***"}),
        ("甲 › 乙", "form-character", {"character": "U+202E"}),
    ]  # fmt: skip
    assert list(plan._faults_of("一句话。", "甲 › 乙")) == []


def drafted(merged: Any, *, kind: str = "studio", path: str = "north/weld/studio.yml") -> plan._Drafted:
    return plan._Drafted(rec(kind, {}), PurePosixPath(path), {}, merged)


def test_the_pictures_that_records_name() -> None:
    tree = {
        "photos": [{"file": "a.jpg", "caption": "b.jpg"}, {"file": "c.jpg"}],
        "achievements": [{"photos": [{"file": "d.jpg"}], "documents": [{"file": "e.pdf"}]}],
        "file": "f.jpg",
    }
    named: list[tuple[FormRecord, Loc, str]] = plan.changed_photos([drafted(tree)])
    assert [(loc, name) for _, loc, name in named] == [
        (("photos", 0, "file"), "a.jpg"),
        (("photos", 1, "file"), "c.jpg"),
        (("achievements", 0, "photos", 0, "file"), "d.jpg"),
    ]


def test_a_new_record_without_a_word_is_judged_but_for_a_year() -> None:
    for kind, path, unfilled in (
        ("studio", "north/new/studio.yml", True),
        ("decision", "decisions/2025-01.yml", True),
        ("year", "north/new/2024.yml", False),
        ("studio", "north/weld/studio.yml", False),
    ):
        assert plan._is_unfilled(drafted({}, kind=kind, path=path), known()) is unfilled


def test_the_files_of_a_plan_in_their_order() -> None:
    here = known()
    here.data[PurePosixPath("north/weld/studio.yml")] = "name: 旧\n".encode()
    drafts = [
        drafted({"title": "年"}, kind="decision", path="z/2.yml"),
        drafted({"name": "新"}),
        drafted({}, kind="year", path="a/1.yml"),
    ]
    made, problems = plan._files(drafts, here)
    assert [(str(each.path), each.data.decode(), each.new, each.name) for each in made] == [
        ("a/1.yml", "\n", True, ""),
        ("north/weld/studio.yml", "name: 新\n", False, "新"),
        ("z/2.yml", "title: 年\n", True, "年"),
    ]
    assert [[(each.what, each.before, each.after) for each in one.differences] for one in made] == [
        [],
        [("工作室名称", "", "新")],
        [("标题", "", "年")],
    ]
    assert problems == []


def test_a_broken_record_and_a_conflict_are_named_where_they_are() -> None:
    path = PurePosixPath("north/weld/studio.yml")
    broken = known()
    broken.broken[path] = []
    found = plan._drafted(rec("studio", {"name": "新"}), path, broken)
    facts = {"path": "studios/north/weld/studio.yml"}
    assert [(each.path, each.code, dict(each.facts)) for each in found.problems] == [(PROFILE, "form-broken-record", facts)]  # fmt: skip
    assert (found.now, found.merged) == ({}, {})
    source = FormRecord("studio", "", {"name": "旧"}, {"name": "新", "slogan": "电话 13800138000"})
    found = plan._drafted(source, path, known())
    assert [(each.path, each.code, dict(each.facts)) for each in found.problems] == [
        ("工作室档案 › 工作室名称", "form-conflict", facts),
        ("工作室档案 › 一句话介绍", "personal-mobile-in-form", {"masked": "13*********"}),
    ]
    assert found.merged == {**known().trees[path], "slogan": "电话 13800138000"}


def test_differences_of_what_is_no_field_and_of_nothing() -> None:
    assert [(each.what, each.before, each.after) for each in changes.differences("studio", {"odd": "1", "name": "甲"}, {"odd": [{}, ["x", "y"], {"a": [], "b": "z"}], "name": "甲"})] == [("odd", "1", "x、z")]  # fmt: skip
    assert list(changes.differences("studio", {}, {})) == []


# --- the items of lists

KNOWN_BY = {
    "achievements": "id",
    "alliances": "id",
    "assistance": "topic date",
    "benefits": "kind period",
    "by_grade_and_age": "grade age",
    "exchanges": "topic date",
    "honours": "name year",
    "leader_trainings": "topic date",
    "leaders": "name",
    "links": "address",
    "measures": "indicator",
    "outcomes": "kind",
    "pairs": "mentor apprentice",
    "photos": "file",
    "projects": "title",
    "promotion": "place",
    "recognised_by": "body award year",
    "relations": "kind studio",
    "rows": "union",
    "rules": "name",
    "studios": "studio",
    "trainings": "topic date",
}


@pytest.mark.parametrize("name", KNOWN_BY)
def test_the_fields_that_say_which_item_it_is(name: str) -> None:
    fields = KNOWN_BY[name].split()
    item = {field: f"{field} x" for field in fields}
    key = ("", *((field, "x") for field in fields))
    assert list_items.keyed(name, [[item], []], [["?"], [{}]]) == ([{key: item}, {}], [{("?",): "?"}])
    for field in some(fields):
        other = {**item, field: "y"}
        assert list_items.keyed(name, [[item, other]]) == ([{key: item, tuple(("y",) if part == (field, "x") else part for part in key): other}], [])  # fmt: skip
    assert list_items.keyed(name, [[item, {**item, "remark": "y"}]]) is None
    for more in ("level", "body"):
        states = list_items.keyed(name, [[item, {**item, more: "y"}]])
        assert (states is not None) is (name == "honours" or more in fields), more
    assert set(list_items.IDENTITY) == set(KNOWN_BY)


def test_items_that_say_nothing_of_what_they_are() -> None:
    for item in ({}, {"name": ""}, {"name": ["x"]}, {"name": "x", "year": {}}, ["x"]):
        assert list_items.keyed("honours", [[item]]) is None
    assert list_items.keyed("honours", [[{"year": "2013"}]]) == ([{("", (), ("2013",)): {"year": "2013"}}], [])
    assert list_items.keyed("units", [[" a  b"], ["a b", "c"]]) == ([{("a", "b"): " a  b"}, {("a", "b"): "a b", ("c",): "c"}], [])  # fmt: skip
    assert list_items.keyed("units", [["a b", "a\nb"]]) is None
    assert list_items.keyed("units", [[{"name": "x"}]]) is None


@pytest.mark.parametrize(
    ("before", "saved", "now", "order"),
    [
        ("ab", "ab", "ab", "ab"),
        ("ab", "ba", "ab", "ba"),
        ("ab", "ab", "ba", "ba"),
        ("abc", "bac", "acb", None),
        ("ab", "xaby", "ab", "xaby"),
        ("ab", "axb", "ayb", "axyb"),
        ("ab", "abx", "yab", "yabx"),
        ("", "ab", "cd", "abcd"),
        ("abc", "a", "abc", "abc"),
        ("abc", "cba", "cba", "cba"),
        ("abc", "cab", "abx", "cabx"),
        ("abc", "bca", "xab", "xbca"),
    ],
)
def test_the_order_of_two_sides(before: str, saved: str, now: str, order: str | None) -> None:
    found = list_items.order([list(before)], list(saved), list(now))
    assert (found if found is None else "".join(map(str, found))) == order
