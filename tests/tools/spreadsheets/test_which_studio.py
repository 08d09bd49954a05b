"""Which studio on record a row means, by its name, its leaders and its unit: every pair of what both say or do not say."""

from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from laomo.tools.spreadsheets import studio_match
from laomo.tools.spreadsheets.draft import Draft
from laomo.tools.spreadsheets.grid import Cell
from laomo.tools.spreadsheets.record_files import Archive
from laomo.tools.spreadsheets.sheets import LEADERS, UNITS
from laomo.tools.spreadsheets.table_rows import SheetRow

NAME = "焊接劳模创新工作室"
FORGE, MILL = "示例锻造厂", "示例轧钢厂"


def studio(name: str = NAME, leaders: str = "", unit: str = "", **more: Any) -> dict[str, Any]:
    profile: dict[str, Any] = {"name": name, **more}
    if leaders:
        profile["leaders"] = [{"name": each} for each in leaders.split("、")]
    return {**profile, "units": unit.split("、")} if unit else profile


def draft(**studios: dict[str, Any]) -> Draft:
    trees = {PurePosixPath("north", each, "studio.yml"): profile for each, profile in studios.items()}
    return Draft(Archive(Path("studios"), trees))


def entry(leaders: str = "", unit: str = "") -> SheetRow:
    cells = {LEADERS: Cell("表", 3, 2, leaders or None), UNITS: Cell("表", 3, 3, unit or None)}
    return SheetRow(3, cells, None, "表!A3")


Told = list[tuple[str, str, str, dict[str, Any]]]


def found(
    on_record: Draft, row: SheetRow, name: str = NAME, taken: tuple[str, ...] = (), listed: tuple[str, ...] = ()
) -> tuple[list[str] | None, Told]:
    ids = studio_match.find(on_record, row, name, taken, listed)
    return ids, [(each.path, each.code, each.severity, dict(each.facts)) for each in on_record.problems]


def other(*studios: str) -> Told:
    return [("表!A3", "ledger-same-name", "warning", {"name": NAME, "studios": studios})]


# fmt: off
ALIKE: list[tuple[tuple[str, str], tuple[str, str], bool]] = [
    # leader and unit on record, those of the row, whether they are one studio
    (("赵一", FORGE), ("赵一", FORGE), True), (("赵一", FORGE), ("赵一", MILL), True), (("赵一", FORGE), ("钱二", FORGE), True), (("赵一", FORGE), ("钱二", MILL), False),
    (("赵一", FORGE), ("赵一", ""), True), (("赵一", FORGE), ("钱二", ""), True), (("赵一", FORGE), ("", FORGE), True), (("赵一", FORGE), ("", MILL), False), (("赵一", FORGE), ("", ""), True),
    (("赵一", ""), ("赵一", FORGE), True), (("赵一", ""), ("钱二", FORGE), True), (("赵一", ""), ("钱二", ""), True),
    (("", FORGE), ("赵一", FORGE), True), (("", FORGE), ("赵一", MILL), False), (("", FORGE), ("赵一", ""), True), (("", ""), ("赵一", FORGE), True), (("", ""), ("", ""), True),
    (("赵一、钱二", FORGE), ("钱二", MILL), True), (("赵一", FORGE), ("钱二、赵一", MILL), True), (("赵一", f"{FORGE}、{MILL}"), ("钱二", MILL), True),
    (("赵一", FORGE), ("钱二", f"{FORGE}一车间"), True), (("赵一", f"{FORGE}一车间"), ("钱二", FORGE), False), (("赵一", FORGE), ("钱二", "示例 锻造厂"), True),
]
# fmt: on


def test_a_studio_of_the_same_name() -> None:
    for filed, said, one in ALIKE:
        on_record = draft(forge=studio(NAME, *filed))
        assert found(on_record, entry(*said)) == ((["forge"], []) if one else ([], other("forge")))


def test_of_several_the_likest() -> None:
    for said, ids in [
        (("赵一", FORGE), ["b"]),
        (("赵一", ""), ["a", "b"]),
        (("", MILL), ["a", "c"]),
        (("赵一", MILL), ["a"]),
        (("孙三", MILL), ["a", "c"]),
        (("孙三", FORGE), ["b"]),
        (("", ""), ["a", "b", "c", "d"]),
    ]:
        on_record = draft(
            a=studio(NAME, "赵一", MILL),
            b=studio(NAME, "赵一", FORGE),
            c=studio(NAME, "李四", MILL),
            d=studio(NAME, "", ""),
        )
        assert found(on_record, entry(*said)) == (ids, [])


def test_a_former_name_counts_with_the_leader_or_the_unit() -> None:
    for said, ids in (
        (("赵一", ""), ["forge"]),
        (("", FORGE), ["forge"]),
        (("", ""), []),
        (("钱二", ""), []),
        (("钱二", MILL), []),
    ):
        on_record = draft(forge=studio("锻造劳模创新工作室", "赵一", FORGE, former_names=[NAME]))
        assert found(on_record, entry(*said)) == (ids, []), said
    both = draft(
        forge=studio("锻造劳模创新工作室", "赵一", FORGE, former_names=[NAME]), weld=studio(NAME, "钱二", MILL)
    )
    assert found(both, entry("赵一", FORGE)) == ([], other("weld"))


def test_strangers_are_named_in_order_without_those_that_other_rows_mean() -> None:
    on_record = draft(b=studio(NAME, "赵一", FORGE), a=studio(NAME, "钱二", FORGE), c=studio(NAME, "孙三", FORGE))
    assert found(on_record, entry("李四", MILL), taken=("c",)) == ([], other("a", "b"))
    on_record.problems.clear()
    assert found(on_record, entry("李四", MILL), taken=("a", "b", "c")) == ([], [])


BEFORE = "锻造劳模创新工作室"


def asked(code: str, severity: str, **facts: str) -> Told:
    return [("表!A3", code, severity, facts)]


def test_another_studio_of_the_same_people() -> None:
    for before, after, renamed in [
        (BEFORE, "锻造焊接劳模创新工作室", True),
        ("锻造焊接劳模创新工作室", BEFORE, True),
        (BEFORE, "焊接劳模创新工作室", False),
        (BEFORE, "锻造技能大师工作室", False),
        ("锻造技能大师工作室", "锻造焊接技能大师工作室", True),
        (BEFORE, "锻造劳模和工匠人才创新工作室", True),
        ("赵一劳模创新工作室", "赵一锻造劳模创新工作室", True),
        ("赵一劳模创新工作室", "锻造劳模创新工作室", True),
        ("锻造技能大师工作室", "锻造劳模创新工作室", False),
    ]:
        on_record = draft(forge=studio(before, "赵一", FORGE))
        expected = (
            (None, asked("ledger-rename", "error", studio="forge", before=before, after=after))
            if renamed
            else ([], asked("ledger-second-studio", "warning", studio="forge", before=before))
        )
        assert found(on_record, entry("赵一", FORGE), after) == expected


def test_a_new_studio_of_whom_nothing_is_asked() -> None:
    for said, taken, listed in [
        (("赵一", MILL), (), ()),
        (("赵一", ""), (), ()),
        (("", FORGE), (), ()),
        (("钱二", FORGE), (), ()),
        (("赵一", FORGE), ("forge",), ()),
        (("赵一", FORGE), (), (BEFORE,)),
    ]:
        on_record = draft(forge=studio(BEFORE, "赵一", FORGE))
        assert found(on_record, entry(*said), "锻造焊接劳模创新工作室", taken, listed) == ([], [])


def test_of_several_studios_of_one_leader_the_renamed_one_is_asked_about_else_the_first() -> None:
    both = {"a": studio("轧钢劳模创新工作室", "赵一", FORGE), "b": studio(BEFORE, "赵一", FORGE)}
    assert found(draft(**both), entry("赵一", FORGE), "锻造焊接劳模创新工作室")[1] == asked(
        "ledger-rename", "error", studio="b", before=BEFORE, after="锻造焊接劳模创新工作室"
    )
    assert found(draft(**both), entry("赵一", FORGE), "数控劳模创新工作室")[1] == asked(
        "ledger-second-studio", "warning", studio="a", before="轧钢劳模创新工作室"
    )


@pytest.mark.parametrize(("count", "asks"), [(50, True), (51, False)])
def test_a_name_that_very_many_lead_by_tells_none_apart(count: int, asks: bool) -> None:
    on_record = draft(**{f"s{n}": studio(f"锻造{'甲' * n}劳模创新工作室", "赵一", FORGE) for n in range(count)})
    ids, told = found(on_record, entry("赵一", FORGE), "数控劳模创新工作室")
    assert (ids, [code for _, code, _, _ in told]) == ([], ["ledger-second-studio"] if asks else [])
