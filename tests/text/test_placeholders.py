"""What stands for a value and is none, beside what is short and is one."""

from itertools import product

import pytest

from laomo.text.placeholders import is_ditto, is_empty, is_placeholder
from tests.conftest import some


@pytest.mark.parametrize(
    "text", ["%", "％", "‰", "°", "℃", "￥", "个", "V", "Ω", "无锡市", "无损检测", "同安区", "5", "暂列"]
)
def test_units_names_and_numbers_are_values(text: str) -> None:
    assert not is_placeholder(text)


@pytest.mark.parametrize("text", ["", " ", "无", "—", "／", "-", "……", "待定", "N/A", "见附件", "暂无", "﹣", "。"])
def test_what_says_nothing(text: str) -> None:
    assert is_empty(text)


@pytest.mark.parametrize("text", ["同上", "〃", "″", "″ ″", '"', "同 上", "同上。", "（同上）"])
def test_what_repeats(text: str) -> None:
    assert is_ditto(text)


# fmt: off
NOTHING = """无|空|略|无无|无此项|无此类|暂无|尚无|还无|均无|皆无|全无|都无|没有|暂没有|未有|未定|缺|空缺|空白|暂缺|不详|暂不详|尚不明|不明|未知|不知|不知道|不清|不清楚|不确定|未明|未明确|未填|没填写|未提供|未公布|未确定|未报|未报送|未上报|未统计
未登记|未核实|未命名|未成立|未挂牌|暂未挂牌|没填|暂空|暂时略|暂不填|暂时未定|暂时空|待定|待补|待补充|待填|待填写|待核|待核实|待查|待确认|待确定|待完善|待报|待报送|待上报|待统计|待更新|待审|待审核|待通知|等待通知|有待核实|不填|免填|不适用
不涉及|不明确|见附件|详见附件|请见附表|另见附页|具体见附录|参见附后|参照附|同附件|如附表|见本表附件|详情见背面|见名单|见名册|见资料|见材料|见登记表|见申报表|见另页|见另表|见下表|见后附|见后页|见后|见附件一览表|见附件一二三四五六|另附|附后|附件
另行上报|xx|XXX|na|N/A|none|NULL|nil|nan|TBD|tba|unknown|undefined|blank|todo|无。|（无）|— 无 —|ｎａ""".replace("\n", "|").split("|")
SOMETHING = ["无此类项目", "见附件一二三四五六七", "x", "无锡", "略阳", "空压机", "无人机", "暂列", "未来", "待产", "不锈钢", "见习", "附件一", "XXa", "五", "未成立时间", "没有机器", "待定项", "1", "%", "‰", "‱", "°", "¥", "$", "€", "£", "同下", "同上等", "〃a", "内容", "todos", "nana", "缺口", "空地"]
DITTO = ["同上", "内容同上", "同前", "同上行", "同上一行", "同上格", "同上一格", "同上面", "同上述", "同上同", "上同", "ditto", "DITTO", "同", "内容同", "〃", "″", "“", "”", '"', "'", "‘", "’", "＂", "〞", "〟", "々", "‶", "‴", "〃〃", "〃 〃", "同上。", "（同 上）"]
# fmt: on


@pytest.mark.parametrize("text", NOTHING)
def test_every_way_to_say_nothing(text: str) -> None:
    assert is_empty(text)
    assert is_placeholder(text)


@pytest.mark.parametrize("text", DITTO)
def test_every_way_to_repeat(text: str) -> None:
    assert is_ditto(text)
    assert is_placeholder(text)


@pytest.mark.parametrize("text", SOMETHING)
def test_what_looks_like_nothing_and_is_a_value(text: str) -> None:
    assert not is_empty(text)
    assert not is_ditto(text)


@pytest.mark.parametrize(
    ("text", "stands_for_one"),
    [
        ("无" * 16, True),
        ("无" * 17, False),
        ("—" * 40, True),
        ("同上" + " " * 29, True),
        ("同上" + " " * 31, False),  # as long as a sentence, and begins as one
        ("-无" + " " * 40, True),
        ("无-" + " " * 40, True),
        ("", True),
    ],
)
def test_how_long_a_placeholder_is(text: str, stands_for_one: bool) -> None:
    assert is_placeholder(text) is stands_for_one


# fmt: off
WAYS = {
    "nothing": (["", *"暂尚还均皆全都"], ["没有", "无", "未有", "未定", "缺", "空缺", "空白"]),
    "unknown": (["", *"暂尚还"], ["不详", "不明", "未知", "不知", "不知道", "不清", "不清楚", "不确定", "未明", "未明确"]),
    "not yet": (["", *"暂尚还"], ["未", "没", "没有"], ["填", "填写", "提供", "公布", "确定", "定", "报", "报送", "上报", "统计", "登记", "核实", "命名", "成立", "挂牌"]),
    "for now": (["暂", "暂时"], ["无", "空", "缺", "略", "未定", "不填", "不详"]),
    "to come": (["待", "等待", "有待"], ["定", "补", "补充", "填", "填写", "核", "核实", "查", "确认", "确定", "完善", "报", "报送", "上报", "统计", "更新", "审", "审核", "通知"]),
    "elsewhere": (
        ["", "详", "详情", "请", "具体", "另"], ["见", "参见", "参照", "同", "如"], ["", "本表"],
        ["附件", "附表", "附页", "附录", "附后", "附", "后附", "后", "另页", "另表", "下表", "背面", "名单", "名册", "资料", "材料", "登记表", "申报表"], ["", "一", "一二三四五六"],
    ),
    "no such": (["无此"], ["", "项", "类项"]),
}
# fmt: on


@pytest.mark.parametrize("way", WAYS)
def test_every_way_in_all_its_forms(way: str) -> None:
    forms = ["".join(parts) for parts in product(*WAYS[way])]
    assert [form for form in some(forms) if not is_empty(form)] == []
    assert [form for form in some(forms) if is_empty(f"甲{form}") or is_empty(f"{form}甲乙丙丁戊己庚")] == []


@pytest.mark.parametrize(
    "text",
    ["尚空", "均不详", "暂时没有", "已定", "等定", "看附件", "见本附件", "见附件一二三四五六七", "无此类项目", "无人"],
)
def test_what_is_no_form_of_a_way(text: str) -> None:
    assert not is_empty(text)
