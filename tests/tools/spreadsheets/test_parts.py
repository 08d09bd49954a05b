"""Parts of an import and an export that whole lists show only in part: dates, names, ids, remarks, order, rows that are gone, workbooks."""

from pathlib import Path, PurePosixPath
from typing import Any

import openpyxl
import pytest
from tests.tools.spreadsheets.lists import OURS, archive, grid

from laomo.problems.problem import Problem
from laomo.text.compared import same
from laomo.tools.spreadsheets import (
    dates,
    faults,
    headers,
    photographs,
    placeholder_cells,
    record_files,
    regions,
    remarks,
    removed_rows,
    tables,
    xlsx,
)
from laomo.tools.spreadsheets.draft import Source
from laomo.tools.spreadsheets.export import keyed_rows
from laomo.tools.spreadsheets.grid import Cell, Heading, Page
from laomo.tools.spreadsheets.plan import _in_order, _unsaid
from laomo.tools.spreadsheets.round_heads import Cover
from laomo.tools.spreadsheets.sheets import LEADERS, NAME, REGION, SHEETS, STUDIOS, UNITS
from laomo.tools.spreadsheets.table_rows import SheetRow


@pytest.mark.parametrize("first", "-年./、,")
@pytest.mark.parametrize("second", "-月./、,")
def test_every_sign_between_the_parts_of_a_date(first: str, second: str) -> None:
    for end in ("", "日", "号"):
        assert dates.read(f"2013{first}6{second}1{end}") == dates.DateReading("2013-06-01")
    assert dates.read(f"2013{first}06") == dates.DateReading("2013-06")
    assert dates.read(f"2013{first}6月") == dates.DateReading("2013-06")
    assert dates.read(f"2013{first}6{second}1月") == dates.DateReading(f"2013{first}6{second}1月")


def test_what_is_a_date_and_what_is_none() -> None:
    for typed, text in [
        *(
            (f"2013-06-01{time}", "2013-06-01")
            for time in ("T00:00", " 0:00", "T0:00:00", "00:00:00.0", "T00:00Z", "00:00")
        ),
        *(
            (text, text)
            for text in (
                "2013-06-01T00:01",
                "2013-06-01T000:00",
                "2013-06-01T00:00:01",
                "2013-06-01T00:00:00.5",
                "201-06",
                "2013-006",
                "2013-6-001",
                "2013/",
                "2013:6",
            )
        ),
        ("2013年", "2013"),
        ("2013年度", "2013"),
        ("2013度", "2013度"),
        ("2013年年", "2013年年"),
        *((f"13年6月1{end}", "2013-06-01") for end in "日号"),
        ("’13年6月", "2013-06"),
        ("13年6月1", "13年6月1"),
        ("13年", "13年"),
        ("113年6月", "113年6月"),
        ("19130601", "1913-06-01"),
        ("20130640", "20130640"),
        ("21130601", "21130601"),
        ("20131201", "2013-12-01"),
        ("20130001", "20130001"),
        ("201310", "2013-10"),
        *((f"二〇{numeral}三年", f"20{number}3") for number, numeral in enumerate("〇一二三四五六七八九")),
        *((f"二{zero}一三年", "2013") for zero in "零○Oo〇"),
        ("十年", "十年"),
        ("二十三", "二十三"),
        ("一九九九年一月三十一日", "1999-01-31"),
        ("三十年十月", "2030-10"),
    ]:
        assert dates.read(typed).text == text


def test_a_number_of_a_cell_as_a_date() -> None:
    assert [(dates.read(value).text, dates.read(value).code) for value in (2013.5, 2013.12, -3, 1e9)] == [
        ("2013-05", "ledger-read-as"),
        ("2013-12", "ledger-read-as"),
        ("-3", None),
        ("1000000000", None),
    ]


# --- names and ids of records


def test_names_that_are_the_same() -> None:
    for one, other in [
        *(("甲乙", f"甲{sign}乙") for sign in " \u3000\n“”\"'‘’《》-—\u200b\u200c\u200d\u2060\ufeff·•．.・"),
        ("ab", "ＡＢ"),
        ("a.1", "a1"),
        ("1.a", "1a"),
    ]:
        assert same(one) == same(other)


def test_names_that_are_not() -> None:
    for one, other in [("甲", "乙"), ("1.5", "15"), ("甲（一）", "甲一"), ("甲、乙", "甲乙"), ("a_b", "ab")]:
        assert same(one) != same(other)


def test_what_unions_are_called() -> None:
    unions = [{"id": "abc", "name": "港务工会", "short": "港务", "other_names": ["港务局工会"]}, {"name": "x"}]
    here = archive({}, unions)
    assert here.called["abc"] == ["abc", "港务工会", "港务", "港务局工会"]
    assert (here.union_name("abc"), here.union_name("z")) == ("港务工会", "z")
    assert archive({"unions.yml": {"unions": "x"}}).unions == []
    assert (here.place, archive({"site.yml": {"place": "示例市"}}).place) == ("", "示例市")


def test_the_records_of_an_archive() -> None:
    paths = ["north/a/studio.yml", "north/a/2014.yml", "north/a/2013.yml", "south/b/studio.yml", "decisions/2014-01.yml", "decisions/2013-01.yml"]  # fmt: skip
    here = archive({path: {} for path in paths})
    assert {studio: str(path) for studio, path in here.profiles.items()} == {"a": paths[0], "b": paths[3]}
    assert {studio: [path.stem for path in found] for studio, found in here.years.items()} == {"a": ["2013", "2014"]}
    assert [path.stem for path in here.decisions] == ["2013-01", "2014-01"]


def test_the_files_of_a_site(site: Path) -> None:
    (site / "studios/north/weld/studio.yml").write_text("name: [", "utf-8")
    (site / "studios/south/nurse/studio.yml").write_text("- 甲\n", "utf-8")
    here = record_files.Archive.read(site / "studios")
    assert sorted(map(str, here.trees)) == ["decisions/2013-01.yml", "north/crane/2013.yml", "north/crane/studio.yml", "site.yml", "targets/2013.yml", "unions.yml"]  # fmt: skip
    assert sorted(map(str, here.broken)) == ["north/weld/studio.yml", "south/nurse/studio.yml"]
    assert here.data[PurePosixPath("site.yml")] == (site / "studios/site.yml").read_bytes()
    more = record_files.Archive.read(site / "studios", also=frozenset({"standard"}))
    assert sorted({*map(str, more.trees)} - {*map(str, here.trees)}) == ["standards/six.yml"]
    assert record_files.taken_ids(here) >= {"crane", "weld", "nurse"}


def test_the_id_of_an_achievement() -> None:
    for title, taken, leaders, made in [
        ("快焊法", (), (), "kuaihanfa"),
        ("快焊法", ("kuaihanfa",), (), "kuaihanfa-2"),
        ("张三快焊法", (), ("张三",), "kuaihanfa"),
        ("快张 三焊法", (), ("张三",), "kuaihanfa"),
        ("张三", (), ("张三", ""), "achievement"),
        ("！", (), (), "achievement"),
        ("ＡＢ-12号", (), (), "ab12hao"),
        ("装装装装装", (), (), "zhuang" * 5),
        ("装装装装装装", (), (), "zhuang" * 5),
        ("装装装装装啊", (), (), "zhuang" * 5),
        ("绿", (), (), "lv"),
    ]:
        assert record_files.propose_item(title, taken, leaders) == made


def test_what_a_profile_names() -> None:
    profile: dict[str, Any] = {"leaders": [{"name": "甲"}, {"name": "乙", "withdrawn": "2024"}, {"withdrawn": "2024"}, "丙"], "former_names": ["旧"], "units": ["厂"]}  # fmt: skip
    assert record_files.leaders(profile) == ["甲", "乙", ""]
    assert record_files.withdrawn(profile) == ["乙"]
    assert (record_files.former_names(profile), record_files.units(profile)) == (["旧"], ["厂"])
    broken: dict[str, Any] = {"leaders": "甲", "former_names": "旧", "units": "厂"}
    for of in (record_files.leaders, record_files.withdrawn, record_files.former_names, record_files.units):
        assert (of(broken), of({})) == ([], [])
    assert [record_files.is_id(text) for text in ("weld", "Weld", "decisions", "焊", "")] == [
        True,
        False,
        False,
        False,
        False,
    ]


# --- regions


def test_the_region_of_several_columns() -> None:
    for cells, place, region in [
        ({"省": "福建省", "市": "厦门市", "区": "思明区"}, "", "厦门市思明区"),
        ({"省": "福建省", "市": "厦门市", "区": "思明区"}, "厦门市", "思明区"),
        ({"省": "福建省", "市": "厦门市", "区": "思明区"}, "福建省", "厦门市思明区"),
        ({"省": "福建省", "市": "厦门市", "区": None}, "", "福建省厦门市"),
        ({"省": "福建省", "市": "厦门市", "区": None}, "厦门市", "福建省厦门市"),
        ({"省": "北京市", "市": "北京市", "区": "东城区"}, "", "北京市东城区"),
        ({"省": None, "市": "厦门市", "区": "厦门市思明区"}, "", "厦门市思明区"),
        ({"省": None, "市": None, "区": "思明区"}, "厦门市", "思明区"),
        ({"省": None, "市": "厦门市", "区": None}, "厦门市", "厦门市"),
        ({"省": None, "市": None, "区": None}, "", ""),
    ]:
        (table,), _ = tables.tables([grid([["名称", *cells], ["甲工作室", *cells.values()]])])
        (entry,) = regions.joined(table, place).entries
        assert entry.text(REGION) == region
        assert regions.joined(table, place).headings is table.headings
        (plain,), _ = tables.tables([grid([["名称", "区"], ["甲工作室", "厦门市"]])])
        assert regions.joined(plain, "厦门市") is plain
        assert (headers.PROVINCE, headers.CITY) == ("地区·省", "地区·市")


# --- placeholders


def settled(*texts: str | None, heading: str = UNITS) -> tuple[list[str | None], list[Problem]]:
    rows = [SheetRow(n, {heading: Cell("表", n, 1, text)}, None, f"表!A{n}") for n, text in enumerate(texts, 2)]
    entries, problems = placeholder_cells.settled(STUDIOS, rows)
    return [entry.cells[heading].fault or entry.cells[heading].text for entry in entries], problems


def test_cells_without_a_value_of_their_own() -> None:
    texts, problems = settled("甲", "同上", "无", "同上", "乙", *["同上"] * 10)
    assert texts == ["甲", "甲", "", "", "乙", *["乙"] * 10]
    facts = {"header": UNITS, "count": 12, "rows": ("3", "5", *map(str, range(7, 15))), "more": 2}
    assert problems == [Problem("表!A3", "ledger-ditto", facts=facts, severity="warning")]
    assert settled("同上", "甲", "同上")[0] == ["ledger-ditto-alone", "甲", "甲"]
    assert [each.facts["more"] for each in settled("甲", *["同上"] * 10)[1]] == [0]
    assert settled(None, "同上")[0] == ["", ""]
    assert settled("同上", heading="导出记号")[0] == ["同上"]
    assert settled("甲\n无\n同上", heading=LEADERS)[0] == ["甲\n\n"]
    assert settled("无\n甲\n同上\n乙", heading=LEADERS)[0] == ["\n甲\n甲\n乙"]
    assert settled("同上\n甲", heading=LEADERS)[0] == ["同上\n甲"]
    assert settled("无\n无", heading=LEADERS)[0] == [""]
    assert settled("甲\n无")[0] == ["甲\n无"]


def test_signs_of_yes_and_no() -> None:
    for sign in [*"√✓☑×✗", "没有", "有", "无"]:
        assert settled(sign, heading="台账")[0] == [sign]


def test_signs_of_units() -> None:
    for sign in "%％‰℃°′℉Ω":
        heading = "前后对比·单位"
        results = next(sheet for sheet in SHEETS if sheet.title == "成果")
        row = SheetRow(2, {heading: Cell("表", 2, 1, sign)}, None, "表!A2")
        entries, _ = placeholder_cells.settled(results, [row])
        assert [entry.text(heading) for entry in entries] == [sign]


# --- what is said to people


def at(place: str, code: str = "unknown-word", severity: Any = "error", **facts: Any) -> Problem:
    return Problem(place, code, facts=facts, severity=severity)


def test_the_order_of_what_is_said() -> None:
    problems = [at("乙!B2"), at("甲!AA1"), at("甲!B10"), at("甲!B2"), at("甲!A10"), at("乙!B2", value="x"), at("甲!B2", "other"), at("甲!B2", "a")]  # fmt: skip
    assert [(each.path, each.code, dict(each.facts)) for each in _in_order(problems)] == [
        ("乙!B2", "unknown-word", {"value": "x"}),
        ("甲!AA1", "unknown-word", {}),
        ("甲!B2", "unknown-word", {}),
        ("甲!B2", "other", {}),
        ("甲!B2", "a", {}),
        ("甲!A10", "unknown-word", {}),
        ("甲!B10", "unknown-word", {}),
    ]


def test_what_reading_a_list_said_is_not_said_again() -> None:
    said = [at("甲!A2", code, "warning") for code in ("ledger-second-studio", "other")]
    assert [each.path for each in _in_order([at("甲!X10"), at("甲!Z2"), at("甲!X2"), at("X!X1"), at("a.yml")])] == ["甲!X2", "甲!Z2", "甲!X10", "X!X1", "a.yml"]  # fmt: skip
    for code, kept in (
        ("duplicate-leader", ["甲!B3"]),
        ("name-lookalike", ["甲!B3"]),
        ("unstated", []),
        ("no-leader", []),
        ("future-date", ["甲!B2", "甲!B3"]),
    ):
        found = [at(f"甲!B{row}", code, "warning") for row in (2, 3)]
        assert [each.path for each in _unsaid(found, said)] == kept, code
    for code in ("ledger-second-studio", "ledger-same-name", "ledger-duplicate", "ledger-copied-id"):
        assert list(_unsaid([at("甲!AB2", "name-lookalike")], [at("甲!C2", code)])) == []
    assert len(list(_unsaid([at("甲!AB2", "name-lookalike")], [at("甲!C2", "ledger-rename")]))) == 1
    assert len(list(_unsaid([at("甲!B2", "name-lookalike")], [at("乙!B2", "ledger-duplicate")]))) == 1


def test_remarks_of_other_columns_rows_and_severities_stay_apart() -> None:
    pairs = [
        (at("甲!A1", value="x"), at("甲!A2", value="y")),
        (at("甲!A1"), at("甲!A2", severity="warning")),
        (at("甲!A1"), at("甲!A2", "other")),
        (at("甲!A1"), at("乙!A2")),
        (at("甲!A1", "ledger-unknown-column", header="x"), at("甲!B2", "ledger-unknown-column", header="y")),
        (at("甲!A1", "ledger-unknown-column", header="x"), at("甲!B1", "ledger-private-column", header="y")),
        (at("甲!A1", "ledger-no-studio", name="x"), at("甲!A2", "ledger-no-studio", name="y")),
        (at("甲!A1", "ledger-no-studio", name="x"), at("甲!A2", "ledger-broken-record", name="x")),
        (at("甲!A1", "x", "notice", a=1), at("甲!A2", "x", "notice", a=2)),
    ]  # fmt: skip
    for pair in pairs:
        assert [each.problem for each in remarks.grouped(pair)] == [*pair]
    (one,) = remarks.grouped([at("甲!A1", "ledger-unknown-column", header="x", heading="h"), at("甲!C1", "ledger-unknown-column", header="y")])  # fmt: skip
    assert (one.problem.path, dict(one.problem.facts)) == ("甲!A1,C1", {"header": ("x", "y"), "heading": "h"})
    (one,) = remarks.grouped([at("甲!A1", value="x", b=1), at("甲!A2", b=1, value="x")])
    assert (one.problem.path, one.others) == ("甲!A1:A2", 0)


def test_rows_that_a_workbook_no_longer_has() -> None:
    names = "甲乙丙丁戊己庚"
    here = archive({f"north/s{n}/studio.yml": {"name": name} for n, name in enumerate(names)})

    def gone(*kept: int, marks: str | None = "x", ours: bool = True) -> list[tuple[str, dict[str, Any]]]:
        rows = [[f"s{n}", names[n], "北区工会", marks] for n in kept]
        head = ["工作室编号", "工作室名称", "主管工会", "导出记号"]
        found, _ = tables.tables([grid([head, *([[OURS]] if ours else []), *rows], "工作室")])
        return [(each.path, dict(each.facts)) for each in removed_rows.problems(here, found, Cover())]

    assert gone(*range(7)) == []
    assert gone(0, 1, 2, 3, 4, 5) == [("工作室!B1", {"count": 1, "rows": ("庚 北区工会",), "more": 0})]
    five = tuple(f"{name} 北区工会" for name in names[2:])
    assert gone(0, 1) == [("工作室!B1", {"count": 5, "rows": five, "more": 0})]
    assert gone(0) == [("工作室!B1", {"count": 6, "rows": tuple(f"{name} 北区工会" for name in names[1:6]), "more": 1})]
    assert (gone(0, marks=None), gone(0, ours=False)) == ([], [])
    assert next(keyed_rows(here, STUDIOS)) == {"工作室编号": "s0", "工作室名称": "甲", "主管工会": "北区工会"}


def test_the_source_of_a_place_in_a_record() -> None:
    cells = {
        NAME: Cell("表", 2, 1, "甲"),
        UNITS: Cell("表", 2, 2, "乙"),
        LEADERS: Cell("表", 2, 3, None),
        "领衔人·职称": Cell("表", 2, 4, "高工"),
    }
    entry = SheetRow(2, cells, None, "表!A2")
    source = Source((), entry, STUDIOS.columns)
    for loc, holds, address in (
        (("units",), True, "表!B2"),
        (("units", 0), True, "表!B2"),
        (("leaders", 0, "title"), True, "表!D2"),
        (("leaders",), True, "表!D2"),
        (("leaders", 0, "name"), False, "表!A2"),
        (("region",), False, "表!A2"),
        ((), False, "表!A2"),
    ):
        assert (source.holds(loc), source.address(loc)) == (holds, address), loc
    below = Source(
        ("leaders", 0, "honours", 1),
        SheetRow(2, {"级别": Cell("表", 2, 5, "市级")}, None, "表!A2"),
        next(sheet.columns for sheet in SHEETS if sheet.title == "荣誉"),
    )
    assert below.holds(("leaders", 0, "honours", 1, "level"))
    assert not below.holds(("leaders", 0, "honours", 0, "level"))


def test_what_a_second_draft_does_without() -> None:
    texts = [["工作室名称", "单位", "地区"], ["甲工作室", "甲厂", "北区"], ["乙工作室", "乙厂", "北区"]]
    (theirs,), _ = tables.tables([grid(texts)])
    (ours,), _ = tables.tables([grid([texts[0], [OURS], *texts[1:]], "我们")])

    def left(*said: Problem, checks: tuple[Problem, ...] = ()) -> Any:
        found = faults.Faults.of([theirs, ours], said, checks)
        if not found:
            return None
        return sorted(found.studios), [
            [[*entry.cells] for entry in table.entries] for table in found.left_out_of([theirs, ours])
        ]

    every = [NAME, UNITS, REGION]
    assert left() is None
    assert left(at("表!B2"), at("我们!B3", severity="warning")) is None
    for code in (
        "ledger-both-changed",
        "ledger-emptied",
        "ledger-union-moved",
        "ledger-naming-missing",
        "ledger-naming-differs",
        "ledger-naming-which",
    ):
        assert left(at("我们!B3", code)) is None, code
    assert left(at("我们!B3")) == (["甲工作室"], [[every, every], [every]])
    assert left(checks=(at("表!B2"),)) == ([], [[[NAME, REGION], every], [every, every]])
    assert left(checks=(at("表!A2"),)) == (["甲工作室"], [[every], [every, every]])
    assert left(checks=(at("我们!C4"),)) == (["乙工作室"], [[every, every], [every]])
    assert left(checks=(at("表!B2", severity="warning"),)) is None


# --- pictures beside a list


def test_pictures_beside_a_list(tmp_path: Path) -> None:
    names = [
        "a.jpg",
        "照片/a.jpg",
        "照片/甲 工作室/a.jpg",
        "照片/甲工作室/深/a.jpg",
        ".隐/a.jpg",
        "照片/b.txt",
        "照片/b.PNG",
        "照片/c.png",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "照片/d.jpg").symlink_to(tmp_path / "a.jpg")
    (tmp_path / "链").symlink_to(tmp_path / "照片")
    here = photographs.Photographs(tmp_path)

    def named(name: str, studio: str) -> list[str]:
        return [path.relative_to(tmp_path).as_posix() for path in here.named(name, studio)]

    assert named("a.jpg", "乙") == ["a.jpg", "照片/a.jpg", "照片/甲 工作室/a.jpg"]
    assert named("a.jpg", "甲工作室") == ["照片/甲 工作室/a.jpg"]
    assert named("c.png", "甲工作室") == ["照片/c.png"]
    assert (named("b.txt", ""), named("d.jpg", ""), named("nowhere.jpg", "")) == ([], [], [])
    assert [
        (each.path, each.code, each.facts.get("value")) for each in photographs.problems(tmp_path / "a.jpg", "表!A2")
    ] == [("表!A2", "bad-picture", "a.jpg")]
    assert [each.code for each in photographs.problems(tmp_path / "none.jpg", "表!A2")] == ["bad-picture"]
    assert photographs.read(tmp_path / "a.jpg") == b"x"


# --- a workbook that is written


def test_a_workbook_is_written_as_clerks_see_it(tmp_path: Path) -> None:
    headings = (
        Heading("编号", "不要改。", width=14),
        Heading("级别", "选一项。" * 9, ("市级", "省级"), single=True, required=True, width=18),
        Heading("类型", "", ("甲", "乙", "丙"), width=28),
        Heading("又级别", "", ("市级", "省级")),
        Heading("记号", "x" * 400, hidden=True),
    )
    rows = (("=1+1", "市级", "", "x", "m"), ("a\nb\nc", "", "甲", "", ""), ("\n" * 9, "", "", "", ""))
    xlsx.write([Page("一", headings, rows), Page("二", headings[:1])], tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    page = book["一"]
    assert [(sheet.title, sheet.sheet_state) for sheet in book.worksheets] == [
        ("一", "visible"),
        ("二", "visible"),
        ("选项", "hidden"),
    ]
    assert [[cell.value for cell in row] for row in page.iter_rows()] == [
        ["编号", "级别", "类型", "又级别", "记号"],
        ["填表说明：不要改。", "选一项。" * 9, None, None, "x" * 400],
        ["=1+1", "市级", None, "x", "m"],
        ["a\nb\nc", None, "甲", None, None],
        ["\n" * 9, None, None, None, None],
    ]
    assert [[cell.value for cell in row] for row in book["选项"].iter_rows()] == [
        ["市级", "甲"],
        ["省级", "乙"],
        [None, "丙"],
    ]
    assert page.freeze_panes == "C3"
    shown = [
        (
            page.column_dimensions[letter].width,
            page.column_dimensions[letter].hidden,
            page.column_dimensions[letter].number_format,
        )
        for letter in "ABCDE"
    ]
    assert shown == [(14, False, "@"), (18, False, "@"), (28, False, "@"), (16, False, "@"), (16, True, "@")]
    assert [page.row_dimensions[n].height for n in range(1, 6)] == [32, 54, None, 45, 90]
    cell = page["A3"]
    assert (cell.data_type, cell.number_format, cell.alignment.wrap_text, cell.alignment.vertical) == (
        "s",
        "@",
        None,
        "top",
    )
    assert page["A4"].alignment.wrap_text is True
    looks = [(page[place].fill.fgColor.rgb, page[place].font.color.rgb, page[place].font.b, page[place].font.sz, page[place].font.name, page[place].alignment.vertical, page[place].alignment.wrap_text) for place in ("A1", "B1", "A2")]  # fmt: skip
    assert looks == [
        ("006B6B6B", "00FFFFFF", True, None, "Calibri", "center", True),
        ("00A61C1C", "00FFFFFF", True, None, "Calibri", "center", True),
        ("00F4F1EC", "005A5A5A", False, 9, "Calibri", "top", True),
    ]
    rules = [(str(rule.sqref), rule.type, rule.formula1, rule.errorStyle, rule.allow_blank, rule.showErrorMessage, rule.errorTitle) for rule in page.data_validations.dataValidation]  # fmt: skip
    assert rules == [
        ("B3:B2002", "list", "=选项!$A$1:$A$2", "stop", True, True, "级别"),
        ("C3:C2002", "list", "=选项!$B$1:$B$3", "warning", True, True, "类型"),
        ("D3:D2002", "list", "=选项!$A$1:$A$2", "warning", True, True, "又级别"),
    ]


def test_a_table_is_written(tmp_path: Path) -> None:
    xlsx.write_table("浏览", [["名", "=次"], ["甲", 3]], tmp_path / "a.xlsx")
    page = openpyxl.load_workbook(tmp_path / "a.xlsx")["浏览"]
    assert [[(cell.value, cell.data_type) for cell in row] for row in page.iter_rows()] == [
        [("名", "s"), ("=次", "s")],
        [("甲", "s"), (3, "n")],
    ]
    assert page.freeze_panes == "A2"


EVERYTHING: dict[str, Any] = {
    "north/a/studio.yml": {
        "name": "甲工作室",
        "leaders": [
            {"name": "张三", "honours": [{"name": "x"}]},
            {"name": "李四"},
            {"honours": [{"name": "y"}, {"name": "z"}]},
        ],
        "honours": [{"name": "h"}],
        "photos": [{"file": "a.jpg"}],
        "links": [{"title": "l"}],
        "relations": [{"kind": "r"}],
    },
    "north/a/2013.yml": {
        "summary": "s",
        "achievements": [{"id": "i", "photos": [{"file": "b.jpg"}]}, {"photos": [{"file": "c.jpg"}]}],
        "projects": [{"title": "p"}, {"title": "q"}],
        "mentoring": {"apprentices": "1"},
        "trainings": [{"topic": "t"}],
        "suggestions": {"proposed": "1"},
        "honours": [{"name": "yh"}],
        "exchanges": [{"topic": "e"}],
        "assistance": [{"topic": "as"}],
        "leader_trainings": [{"topic": "lt"}, {"topic": "lu"}],
    },
    "north/a/2012.yml": {},
    "south/b/studio.yml": {},
}
NAMED = ("a", "甲工作室")
KEYED = {
    "工作室": [(*NAMED, "北区工会"), ("b", "", "南区工会")],
    "成果": [(*NAMED, "2013", "1"), (*NAMED, "2013", "2")],
    "项目": [(*NAMED, "2013", "1"), (*NAMED, "2013", "2")],
    "带徒": [(*NAMED, "2013")],
    "培训": [(*NAMED, "2013", "1")],
    "合理化建议": [(*NAMED, "2013")],
    "荣誉": [
        (*NAMED, "个人荣誉", "张三", "", "1"),
        (*NAMED, "个人荣誉", "", "", "1"),
        (*NAMED, "个人荣誉", "", "", "2"),
        (*NAMED, "集体荣誉", "", "", "1"),
        (*NAMED, "年度荣誉", "", "2013", "1"),
    ],
    "年度小结": [(*NAMED, "2013")],
    "交流协作": [
        (*NAMED, "2013", "技术交流", "1"),
        (*NAMED, "2013", "技术协作", "1"),
        (*NAMED, "2013", "带头人培训", "1"),
        (*NAMED, "2013", "带头人培训", "2"),
    ],
    "图片": [(*NAMED, "", "", "1"), (*NAMED, "2013", "i", "1"), (*NAMED, "2013", "", "1")],
    "视频与全景": [(*NAMED, "1")],
    "工作室关系": [(*NAMED, "1")],
}


def test_the_rows_that_an_export_writes() -> None:
    for sheet in SHEETS:
        rows = [*keyed_rows(archive(EVERYTHING), sheet)]
        assert [tuple(row.values()) for row in rows] == KEYED[sheet.title]
        assert {tuple(row) for row in rows} == {sheet.keys}
