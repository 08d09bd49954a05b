"""The internal report as an Excel workbook: what is outstanding, a sheet for each kind, and the matrix of evidence for each standard."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from laomo.registry.studio import Studio
from laomo.tools.review.inspections import Inspected
from laomo.tools.review.matrix import WORDS, MatrixRow, matrix
from laomo.tools.review.report import OfUnion, Report, last_year
from laomo.tools.spreadsheets.xlsx import FilterableList, Linked, write_lists

Row = list[str | int | Linked]

_STUDIO = ("工会", "工作室", "编号", "领衔人")
_WIDTHS = (18, 36, 22, 14)
_COUNTS = ("攻关项目", "创新成果", "其中获认定", "培训（场）", "培训（人次）", "带徒（人）")


def write(found: Report, address: str | None, file: Path) -> None:
    """Write the workbook. `address` is that of the site, with a final slash; without it nothing is linked. Raises OSError."""
    sheets = [_overview(found), *_outstanding(found, address)]
    for standard, record in found.standards:
        rows = matrix(found, standard)
        sheets += [_matrix(record.short, rows, address), _proofs(record.short, rows, address)]
    write_lists(sheets, file)


def _overview(found: Report) -> FilterableList:
    head: Row = ["工会", "应报", "已报", *_KINDS]
    rows: list[Row] = [[each.union.name, each.expected, each.reported, *_numbers(each, found)] for each in found.unions]
    totals = [sum(int(str(row[n])) for row in rows) for n in range(1, len(head))]
    note: Row = [f"{found.year}年度，内部使用，请勿公开；数据截至{found.as_of}"]
    return FilterableList("汇总", [head, *rows], (24, *[12] * (len(head) - 1)), 1, foot=[["合计", *totals], note])


def _numbers(union: OfUnion, found: Report) -> Iterator[int]:
    """How many studios each sheet names."""
    return (len({studio.id for studio, _ in _entries(kind, union, found)}) for kind in _KINDS)


_KINDS: Mapping[str, tuple[str, ...]] = {
    "未报": ("说明",),
    "没有报送日期": ("说明",),
    "待补材料": ("标准", "没有见到材料的条目", "几项"),
    "久未更新": ("说明",),
    "限期整改": ("日期", "文号"),
    "补助未发": ("补助", "决定", "文号", "日期"),
    "检查与互查": ("检查", "日期", "检查情况", "处理意见", "据此作出的决定"),
}
"""The sheets of what is outstanding, and the heads of what they say of each studio."""
Entry = tuple[Studio, tuple[str | int, ...]]


def _entries(kind: str, union: OfUnion, found: Report) -> Iterator[Entry]:
    """The studios of a union that one of the sheets names, each with what it says of them."""
    match kind:
        case "未报":
            yield from ((studio, (f"没有 {found.year} 年度档案",)) for studio in union.missing)
        case "没有报送日期":
            yield from ((studio, ("有档案，没有报送日期",)) for studio in union.unsubmitted)
        case "待补材料":
            for gap in union.gaps:
                labels = [item.label for item in gap.evidence.missing()]
                yield gap.studio, (gap.evidence.record.short, "、".join(labels), len(labels))
        case "久未更新":
            lasts = ((studio, last_year(studio)) for studio in union.stale)
            yield from ((studio, (f"最近一份是 {last} 年" if last else "还没有年度档案",)) for studio, last in lasts)
        case "限期整改":
            orders = ((each, each.rectification.decision) for each in union.rectifying if each.rectification)
            yield from ((studio, (str(order.date), order.doc_no or "")) for studio, order in orders)
        case "补助未发":
            for each in union.unpaid:
                amount, by = each.amount or "没有登记（同一决定里别家有）", each.decision
                yield each.studio, (amount, by.title, by.doc_no or "", str(by.date))
        case "检查与互查":
            yield from map(_inspection, union.inspected)


def _inspection(seen: Inspected) -> Entry:
    followed = "、".join(f"{each.title}（{each.result}）" for each in seen.followed)
    return seen.studio, (seen.title, str(seen.date or ""), seen.finding, seen.advice, followed)


def _outstanding(found: Report, address: str | None) -> Iterator[FilterableList]:
    for kind, heads in _KINDS.items():
        rows: list[Row] = [
            [*_named(union, studio, address), *said]
            for union in found.unions
            for studio, said in _entries(kind, union, found)
        ]
        yield FilterableList(kind, [[*_STUDIO, *heads], *rows], (*_WIDTHS, *[28] * len(heads)), 2)


def _named(union: OfUnion, studio: Studio, address: str | None) -> Row:
    leaders = "、".join(leader.name for leader in studio.leaders)
    return [union.union.name, _link(studio.name, studio.url, address), studio.id, leaders]


def _link(text: str, url: str, address: str | None) -> Linked | str:
    return Linked(text, address + url) if address else text


def _matrix(short: str, rows: Iterable[MatrixRow], address: str | None) -> FilterableList:
    """Studios and the items of a standard. Each state leads to the first piece of evidence; the sheet after it has all."""
    found = list(rows)
    items = [item.item.label for item in found[0].evidence.items] if found else []
    head: Row = [*_STUDIO, "年报", *items, "有据", "未见材料", "待核", *_COUNTS]
    lines = [_matrix_row(row, address) for row in found]
    widths = (*_WIDTHS, 10, *[12] * (len(head) - len(_WIDTHS) - 1))
    return FilterableList(f"证据矩阵 {short}", [head, *lines], widths, 2)


def _matrix_row(row: MatrixRow, address: str | None) -> Row:
    year, states = row.evidence.year, [WORDS[item.state] for item in row.evidence.items]
    reported = any(each.year == year for each in row.studio.years)
    report = _link("有", row.studio.report_url(year), address) if reported else "没有"
    cells = (
        _link(word, item.proofs[0].url, address) if item.proofs else word
        for word, item in zip(states, row.evidence.items, strict=True)
    )
    numbers = row.counts
    totals = (states.count(word) for word in ("有据", "未见材料", "待核"))
    of_year = (numbers.projects, numbers.results, numbers.recognised, numbers.sessions, numbers.attendances)
    return [*_named(row.union, row.studio, address), report, *cells, *totals, *of_year, numbers.apprentices]


def _proofs(short: str, rows: Iterable[MatrixRow], address: str | None) -> FilterableList:
    """Each piece of evidence with its address; an item without any is a line too, so that the filter finds it."""
    lines: list[Row] = [["工会", "工作室", "编号", "条目", "结果", "材料", "网址"]]
    for row in rows:
        for item in row.evidence.items:
            start: Row = [row.union.union.name, row.studio.name, row.studio.id, item.item.label, WORDS[item.state]]
            lines += [
                [*start, proof.label, _link((address or "") + proof.url, proof.url, address)] for proof in item.proofs
            ] or [[*start, "", ""]]
    return FilterableList(f"证据清单 {short}", lines, (18, 36, 22, 16, 12, 44, 50), 2)
