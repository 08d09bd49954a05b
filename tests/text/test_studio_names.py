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
        ("技师工作站", "工作站"),
    ],
)
def test_what_is_particular_is_kept(name: str, particular: str) -> None:
    assert studio_names.particular(name) == particular
