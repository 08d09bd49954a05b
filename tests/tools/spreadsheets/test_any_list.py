"""Whatever stands in a list: no fault of ours, nothing written that `laomo check` would refuse, and once is enough."""

import csv
import shutil
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.conftest import SMALL

from laomo.records import models
from laomo.records.yaml.reader import read
from laomo.tools.spreadsheets import Archive, plan
from laomo.tools.spreadsheets.headers import STUDIO_WORDS
from laomo.tools.spreadsheets.plan import Change

_HEADERS = st.sampled_from(
    [*STUDIO_WORDS, "身份证号", "备注", "序号", "领衔人·任职起", "工作室编号", "创新团队·技能等级结构", "台账", ""]
)
_CELLS = st.sampled_from(
    [
        *(
            "",
            "江一舟",
            "江一舟岸桥劳模创新工作室",
            "北港码头",
            "北区",
            "北区工会",
            "市级",
            "示例市总工会",
            "劳模",
            "2013.6",
            "41426",
            "去年",
            "合计",
            "注：无",
        ),
        *(
            "甲、乙；丙",
            "甲\n乙",
            "=1+1",
            "# x",
            "a: b",
            "- c",
            "'d",
            '"e',
            "{f}",
            "[g]",
            "| h",
            "> i",
            "null",
            "~",
            "是",
            "№１２",
        ),
        *(
            "13900000000",
            "技师3、高级工2",
            "高级工三",
            "约120平方米",
            "crane",
            "Crane",
            "\u202e",
            "\u200b",
            "<b>",
            "“k”",
            "x" * 200,
        ),
    ]
) | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=8)


def sound(change: Change) -> bool:
    """A file that is written is a record."""
    tree, problems = read(change.data, str(change.path))
    assert problems == []
    model = models.DecisionRecord if change.path.parts[0] == "decisions" else models.StudioRecord
    model.model_validate(tree)
    return True


def test_any_list() -> None:
    made = []

    # one that is taken, so that there is something whatever else is drawn
    @example(["所在单位", "行业"], [["王海平焊接劳模创新工作室", "王海平", "示例船厂", "装备制造"]])
    @settings(max_examples=150, deadline=None)
    @given(st.lists(_HEADERS, min_size=2, max_size=7), st.lists(st.lists(_CELLS, max_size=7), min_size=1, max_size=6))
    def any_list(header: list[str], rows: list[list[str]]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            site = Path(shutil.copytree(SMALL / "studios", Path(folder) / "studios"))
            file = Path(folder) / "名单.csv"
            with file.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows([["工作室名称", "领衔人", *header], *rows])
            first = plan(file, Archive.read(site), "north")
            made.extend(filter(sound, first.changes))
            first.write(site)
            assert plan(file, Archive.read(site), "north").changes == ()

    any_list()
    assert made, "nothing of any list was taken"
