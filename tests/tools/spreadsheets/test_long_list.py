"""A list of 119 studios with the usual columns: all become pages, and no page states a fact that the list does not hold."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.tools.spreadsheets.lists import imported, workbook

from laomo import generate
from laomo.project import Project
from laomo.records.yaml.reader import Tree, read

HEADER = [
    "序号",
    "工作室名称",
    "领衔人",
    "所在单位",
    "所属行业",
    "所在区",
    "成立时间",
    "团队人数",
    "联系电话",
    "评审意见",
]
KINDS = ["劳模", "劳模（工匠）", "职工", "首席技师", "劳动模范", "", "巾帼", "技能大师"]
TRADES = ["焊接", "钳工", "护理", "电气", "园林", "数控", "缝纫"]
SURNAMES = "杨林杜苏陆梅柳顾方江苗谷盖夏秦许何吕施"


def rows() -> Iterator[list[Any]]:
    """119 invented studios in two sections, some of which lack a leader, a district or a year."""
    yield ["2024年度示例市创新工作室名单"]
    yield HEADER
    for number in range(119):
        if number in (0, 60):
            yield [f"{'一二'[number > 0]}、{'北南'[number > 0]}区（{60 - (number > 0)}个）"]
        person = f"{SURNAMES[number % 19]}{'一二三四五六七'[number % 7]}{'帆木川平岳'[number % 5]}"
        named = number % 3 == 0
        name = (
            f"{person if named else f'“{TRADES[number % 7]}{number}”'}{TRADES[number % 7]}{KINDS[number % 8]}创新工作室"
        )
        yield [
            number + 1,
            name,
            None if number % 9 == 0 else person,
            f"示例{TRADES[number % 7]}{number}公司",
            "医疗卫生" if number % 4 == 0 else None,
            None if number % 5 == 0 else "北区",
            f"{2008 + number % 15}年{number % 12 + 1}月" if number % 2 else None,
            f"{5 + number % 20}人",
            "0592-0000000",
            "同意",
        ]
    yield ["合计", 119]
    yield ["填报人：", "某某", "审核人：", "某某"]


def words(tree: Tree, key: str = "") -> Iterator[str]:
    """Every value of a record, but the ids that programs make."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            yield from words(value, name)
    elif isinstance(tree, list):
        for value in tree:
            yield from words(value, key)
    else:
        yield tree


def digits(text: str) -> str:
    return "".join(part.zfill(2) for part in re.findall(r"\d+", text))


def test_all_become_pages_and_nothing_is_added(site: Path, tmp_path: Path) -> None:
    listed = [*rows()]
    plan = imported(site, workbook(tmp_path / "名单.xlsx", listed), None)
    of_names = {row[1]: {str(cell) for cell in row if cell} for row in listed if len(row) == len(HEADER)}
    new = {change.name: read(change.data, "")[0] for change in plan.changes}
    assert len(new) == 119
    assert set(new) == set(of_names) - {"工作室名称"}
    stated = {"劳模和工匠人才": "工匠", "劳模": "劳", "技能人才": "技师"}
    for name, tree in new.items():
        cells = of_names[name]
        for word in words(tree):
            held = word in cells or any(digits(word) and digits(word) == digits(cell) for cell in cells)
            assert held or stated.get(word, word) in name, (name, word)
    assert [each for each in plan.problems if each.severity == "error"] == []
    checked = generate.check(Project(site))
    assert [each for each in checked.problems if each.severity == "error"] == []
    assert checked.registry is not None
    assert {*new} <= {studio.name for studio in checked.registry.studios}
