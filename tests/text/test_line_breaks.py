"""Where lines may break: between words, and nowhere else."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laomo.text.line_breaks import parts
from tests.conftest import some


@pytest.mark.parametrize(
    "broken",
    [
        "岸桥|吊具|防摇|快速|着箱|操作法",
        "时间|对齐|方法",
        "手艺|在岗位上|传下去",
        "掌上|传输数据",
        "云屿汐澜|集装箱|码头|有限公司",
        "起升|钢丝绳|保养|一体化",
        "劳模|创新|工作室",
        "35千伏|断路器",
        "110千伏|断路器|操作",
        "2024年度报告",
        "2024年|任务|与进展",
        "36.5℃|以下的|低温",
        "12%|以上",
        "从7 秒到 |8 秒",
        "吊具|电缆|跳框：|从11|到1次/季",
        "第 1 页，|共 3 页",
        "三台|吊车",
        "3台|吊车",
        "PLC|程序",
        "3D打印",
        "T型|接头",
        "CRH380型|动车组",
        "“六有”|标准|（2015年）",
        "（试行）",
        "厦工办〔2013〕6号|文件",
        "看《规范》|第 3 条",
        "laomo |build|怎么用",
        "何庆堂|劳模|创新|工作室",
        "阿依古丽·买买提|护理|工作室",
        "欧阳建国|焊接|工作室",
        "师傅|与王建国",
        "",
        "甲",
        "a",
        "，",
        " ",
    ],
)
def test_breaks_between_words(broken: str) -> None:
    assert "|".join(parts(broken.replace("|", ""))) == broken


@pytest.mark.parametrize(
    ("name", "broken"),
    [
        ("罗海平", "罗海平|岸桥|操作|劳模|创新|工作室"),
        ("李海", "李海|平台|工作室"),
        ("欧阳建国", "欧阳建国|焊接|工作室"),
        ("高大上", "高大上|机器人|工作室"),
        ("艾山江·吐尔逊", "艾山江·吐尔逊|棉花|工作室"),
        ("John Smith", "John Smith|工作室"),
    ],
)
def test_names_are_never_cut(name: str, broken: str) -> None:
    assert "|".join(parts(broken.replace("|", ""), [name, ""])) == broken


SIGNS = "，。、；：？！）》”’…—％℃%"


@given(st.text(st.sampled_from("岸桥吊具的与王一工作室方法abC190 .,-·（《“" + SIGNS), max_size=30))
def test_any_text(text: str) -> None:
    found = parts(text)
    assert "".join(found) == text
    assert all(found) or not text
    for before, after in some(pairwise(["", *found, "字"])):
        assert after[0] not in SIGNS or not before
        assert before[-1:] not in ("（", "《", "“") or after == "字"
        assert not before.isdigit() or after[0] in "到与和或及字"
