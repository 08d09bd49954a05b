"""Records → 年度工作, the workbook of an upper union's year: empty with what is known filled in, or with everything that is on record for a year."""

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from laomo.tools.spreadsheets import export_marks, xlsx
from laomo.tools.spreadsheets.columns import Item, items
from laomo.tools.spreadsheets.export import studios_of
from laomo.tools.spreadsheets.grid import Heading, Page
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.round_sheets import (
    BODIES,
    COVER,
    EVENTS,
    GRANTS,
    LEVEL,
    NOTICES,
    PER_ROW,
    REPORTS,
    ROUND,
    STUDIOS_NAMED,
    TARGETS,
    union_column,
)
from laomo.tools.spreadsheets.sheets import NAME, TASKED, UNION, YEAR, Sheet, private_page

Rows = Iterator[tuple[str, ...]]
_LEADER = "领衔人"
_LEVELS = {"省总工会": "省级", "市总工会": "市级", "县总工会": "区级", "区总工会": "区级"}
"""Kind of the upper union → the level of what it decides."""
_HOW = {
    "怎么填": "每张表第一行是列名，第二行是说明，请不要删；用不上的表空着。",
    "一份文件": "几行同属一份文件的，日期、标题、文号只在第一行写一次，下面的行空着；写了别的日期、标题或文号，就是另一份。",
    "工作室": "照平时的叫法写，或从下拉列表里选；拿不准是哪一家的，导入时会列出来请您定。",
}


def template(archive: Archive, file: Path, year: int) -> int:
    """Write the workbook of a year with the unions, the studios and the grants that are due; returns the number of rows that are prepared."""
    return _write(archive, file, year, filled=False)


def export(archive: Archive, file: Path, year: int) -> int:
    """Write the workbook of a year with what is on record, so that importing it again changes nothing; returns the number of rows."""
    return _write(archive, file, year, filled=True)


def _write(archive: Archive, file: Path, year: int, *, filled: bool) -> int:
    pages = [
        Page(sheet.title, _headings(archive, sheet), _rows(archive, sheet, year, filled=filled)) for sheet in ROUND
    ]
    xlsx.write([_cover(archive, year), *pages, private_page()], file)
    return sum(len(page.rows) for page in pages)


def _cover(archive: Archive, year: int) -> Page:
    top = _top(archive)
    said = {YEAR: str(year), BODIES: str(top.get("name", "")), LEVEL: _LEVELS.get(str(top.get("kind")), ""), **_HOW}
    headings = (
        Heading(COVER, "", width=18),
        Heading("写一次，各张表都照此", "作出决定的单位、级别，各张表里另写了的以那里为准。", width=60),
    )
    return Page(COVER, headings, tuple(said.items()))


def top_name(archive: Archive) -> str:
    """The name of the union above all others; empty when there are several or none."""
    return str(_top(archive).get("name", ""))


def _top(archive: Archive) -> Item:
    """The union above all others; an empty one when there are several or none."""
    tops = [union for union in archive.unions if not union.get("parent")]
    return tops[0] if len(tops) == 1 else {}


def _headings(archive: Archive, sheet: Sheet) -> tuple[Heading, ...]:
    names = tuple(dict.fromkeys(name for _, name, _ in studios_of(archive)))
    unions = tuple(str(union.get("name", "")) for union in archive.unions)
    offered = {NAME: names, UNION: unions, TASKED: unions}
    if sheet in (NOTICES, EVENTS):
        offered[union_column(sheet)] = unions
    made = [
        Heading(
            each.title,
            _HELP.get(each.title, each.help),
            offered.get(each.title, each.choices),
            single=each.single and each.title not in offered,
            required=each.required,
            width=each.width,
            hidden=each.hidden,
            open=each.title in offered,
        )
        for each in sheet.headings
    ]
    if sheet is REPORTS:
        made.insert(sheet.keys.index(YEAR), Heading(_LEADER, "供核对，不用填。"))
    return tuple(made)


_HELP = {
    UNION: "不用填；两家工作室同名时写，好分清是哪一家。",
    STUDIOS_NAMED: "几家用顿号隔开；也可以写在下面几行的这一格里，一行一家。",
    union_column(NOTICES): "工会名录里的名称或简称；它的座机会印在网页上。",
    union_column(EVENTS): "工会名录里的名称或简称；写了，也登在这家工会的网页上。",
}
"""Help that is another here than in other sheets."""


def _rows(archive: Archive, sheet: Sheet, year: int, *, filled: bool) -> tuple[tuple[str, ...], ...]:
    if sheet is TARGETS:
        rows: Iterable[tuple[str, ...]] = _targets(archive, year, filled=filled)
    elif sheet is REPORTS:
        rows = _reports(archive, year, filled=filled)
    elif sheet is GRANTS:
        rows = _grants_due(archive)
    elif not filled:
        rows = ()
    elif sheet in (NOTICES, EVENTS):
        rows = _papers(archive, sheet, year)
    else:
        rows = _decisions(archive, sheet, year)
    return tuple(rows)


def _targets(archive: Archive, year: int, *, filled: bool) -> Rows:
    tree = archive.trees.get(PurePosixPath("targets", f"{year}.yml"), {}) if filled else {}
    filed = items(tree.get("rows"))
    if not filed:
        top = _top(archive).get("id")
        below = [union for union in archive.unions if union.get("parent") == top] if top else []
        filed = [{"union": str(union["id"])} for union in below or archive.unions]
    for number, row in enumerate(filed):
        flat = {**tree, **row}
        shown = flat if number == 0 else row
        cells = (column.read(shown) for column in TARGETS.columns)
        marks = export_marks.written(TARGETS, flat) if tree else ""
        yield (archive.union_name(str(row["union"])), str(year), *cells, marks)
    total = tree.get("total")
    numbers = [column.read(total) if isinstance(total, dict) else "" for column in TARGETS.columns]
    yield ("合计", "", *numbers, "")


def _of_year(archive: Archive, sheet: Sheet, year: int) -> Iterator[tuple[PurePosixPath, Item]]:
    for path in sorted(archive.trees):
        if sheet.paper and path.parts[0] == sheet.paper.folder and path.stem.startswith(f"{year}-"):
            yield path, archive.trees[path]


def _keys(archive: Archive, studio: str) -> tuple[str, str, str]:
    """Id, name and union of a studio, as far as they are known."""
    path = archive.profiles.get(studio)
    name = str(archive.trees[path].get("name", "")) if path else ""
    return studio, name, archive.union_name(path.parts[0]) if path else ""


def _decisions(archive: Archive, sheet: Sheet, year: int) -> Rows:
    for path, decision in _of_year(archive, sheet, year):
        if not sheet.results or decision.get("result") in sheet.results:
            head = {name: value for name, value in decision.items() if name != "studios"}
            for number, named in enumerate(items(decision.get("studios"))):
                flat = {**head, **named}
                said = (number == 0 or column.path[0] in PER_ROW for column in sheet.columns)
                cells = (column.read(flat) if each else "" for column, each in zip(sheet.columns, said, strict=True))
                yield (*_keys(archive, str(named["studio"])), path.stem, *cells, export_marks.written(sheet, flat))


def _grants_due(archive: Archive) -> Rows:
    """The studios that were accepted and have been granted nothing yet (厦工办〔2013〕6号 四·1)."""
    for path in archive.decisions:
        decision = archive.trees[path]
        for named in items(decision.get("studios")) if decision.get("result") == "达标" else []:
            if not {"support", "granted"} & named.keys():
                empty = [""] * (len(GRANTS.columns) + 1)
                yield (*_keys(archive, str(named["studio"])), path.stem, *empty)


def _papers(archive: Archive, sheet: Sheet, year: int) -> Rows:
    called = {studio: name for studio, name, _ in studios_of(archive)}
    names = list(called.values())
    for path, notice in _of_year(archive, sheet, year):
        ids = notice.get("studios")
        shown = [
            called[each] if names.count(called.get(each, "")) == 1 and "、" not in called[each] else each
            for each in (map(str, ids) if isinstance(ids, list) else ())
        ]
        cells = {column.header: column.read(notice) for column in sheet.columns}
        cells |= {STUDIOS_NAMED: "、".join(shown)} if shown else {}
        union = union_column(sheet)
        cells |= {union: archive.union_name(cells[union])} if cells[union] else {}
        yield (path.stem, *cells.values(), export_marks.written(sheet, notice))


def _reports(archive: Archive, year: int, *, filled: bool) -> Rows:
    for studio, name, leaders in studios_of(archive):
        profile = archive.profiles[studio]
        tree = archive.trees.get(profile.parent / f"{year}.yml", {}) if filled else {}
        if archive.trees[profile].get("status") in _ENDED:
            continue
        marks = export_marks.written(REPORTS, tree) if tree else ""
        cells = (column.read(tree) for column in REPORTS.columns)
        yield (studio, name, archive.union_name(profile.parts[0]), "、".join(leaders), str(year), *cells, marks)


_ENDED = frozenset({"撤销", "合并", "迁出"})
"""Studios that report no more."""
