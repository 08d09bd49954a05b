"""The comparison of what a screen reader says with the text of a page finds what is left out, moved, or said twice."""

import pytest

from tests.screen_reader.accessible_text import of_tree
from tests.screen_reader.completeness import not_said, said_beside, stands_elsewhere

TEXT = ["罗海平", "劳模创新工作室", "从 18 秒到 11 秒。"]
SPOKEN = ["罗海平劳模创新", "工作室", "标题 水平 1", "链接", "从18秒到", "11秒。", "正在离开主内容。"]


@pytest.mark.parametrize(
    ("spoken", "dropped", "beside"),
    [
        (SPOKEN, [], []),
        (SPOKEN[2:], TEXT[:2], []),
        ([*SPOKEN[3:], *SPOKEN[:3]], TEXT[2:], ["从18秒到", "11秒。"]),
        ([*SPOKEN, "劳模创新工作室"], [], ["劳模创新工作室"]),
        ([*SPOKEN, "heading level 2"], [], ["headinglevel2"]),
        ([*SPOKEN, "证明与应用"], [], []),
    ],
    ids=["all", "dropped", "moved", "twice", "English", "a name"],
)
def test_what_is_dropped_and_what_is_said_beside(spoken: list[str], dropped: list[str], beside: list[str]) -> None:
    assert not_said(TEXT, spoken) == dropped
    assert said_beside(TEXT, spoken, ["证明与应用"]) == beside


def test_what_is_hidden_must_stand_elsewhere() -> None:
    assert stands_elsewhere("罗海平　劳模", SPOKEN)
    assert not stands_elsewhere("罗海平　高级技师", SPOKEN)


def test_the_tree_of_a_browser_is_read_in_order() -> None:
    def node(number: str, role: str, name: str = "", children: str = "", **more: object) -> dict[str, object]:
        return {"nodeId": number, "role": {"value": role}, "name": {"value": name}, "childIds": [*children], **more}

    tree = [
        node("1", "RootWebArea", "title", "23"),
        node("2", "StaticText", "menu"),
        node("3", "main", "", "456"),
        node("4", "generic", "", "7", ignored=True),
        node("5", "image", "岸桥"),
        node("6", "StaticText", "", ignored=True),
        node("7", "StaticText", "罗海平"),
    ]
    assert of_tree(tree) == ["罗海平", "岸桥"]
