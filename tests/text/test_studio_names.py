"""A studio's name breaks before what it is, and an id keeps what is particular in it."""

import pytest

from laomo.text import studio_names


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        ("某某水产罐头工艺", "劳模创新工作室"),
        ("林示例", "劳模和工匠人才创新工作室"),
        ("供水管网", "劳模工匠创新工作室"),
        ("数控加工", "技能大师工作室"),
        ("示例技能人才（焊接）", "创新工作室"),
        ("模具制造", "创新工作室"),
        ("示例", "工作室"),
        ("示例工坊", ""),
        ("劳模创新工作室", ""),
        ("创新工作室之友", ""),
    ],
)
def test_a_name_breaks_before_what_it_is(own: str, kind: str) -> None:
    assert studio_names.split(own + kind) == (own, kind)


@pytest.mark.parametrize(
    ("name", "particular"),
    [
        ("起重机创新工作室", "起重机"),
        ("高技能人才（焊接）创新工作室", "焊接"),
        ("示范性劳模创新工作室", ""),
        ("劳模和工匠人才创新工作室", ""),
        ("技师工作站", ""),
        ("劳模（工匠）创新工作室", ""),
        ("职工（劳模）创新工作室", ""),
        ("劳模、工匠人才创新工作室", ""),
        ("劳动模范创新工作室", ""),
        ("大国工匠创新工作室", ""),
        ("首席技师工作室", ""),
        ("劳模与工匠创新工作室（二）", ""),
        ("第二劳模创新工作室", ""),
        ("焊接和钳工劳模创新工作室", "焊接钳工"),
        ("和谐客运创新工作室", "和谐客运"),
        ("饱和蒸汽职工创新工作室", "饱和蒸汽"),
        ("“蓝焰”气割创新工作室", "气割"),
        ("“蓝焰”创新工作室", "蓝焰"),
        ("“张三”劳模创新工作室", ""),
        ("张三劳模创新工作室", ""),
        ("张三焊接劳模创新工作室", ""),
        ("甲某劳模创新工作室", ""),
        ("欧阳娜创新工作室", ""),
        ("买买提·艾力创新工作室", ""),
        ("车工劳模创新工作室", "车工"),
        ("高压电器劳模创新工作室", "高压电器"),
    ],
)
def test_what_is_particular_is_kept(name: str, particular: str) -> None:
    assert studio_names.particular(name) == particular


@pytest.mark.parametrize(
    ("name", "leaders", "particular"),
    [
        ("张三焊接劳模创新工作室", ["张三"], "焊接"),
        ("张三李四焊接劳模创新工作室", ["张三", "李四"], "焊接"),
        ("买买提·艾力焊接创新工作室", ["买买提‧艾力"], "焊接"),
        ("张三高空作业创新工作室", ["张三"], ""),
    ],
)
def test_no_leader_is_part_of_it(name: str, leaders: list[str], particular: str) -> None:
    assert studio_names.particular(name, leaders) == particular
