"""What changes field by field, in the words of the catalogue: what comes first, what is hidden, what is only moved, what cannot be read."""

from collections.abc import Mapping
from html import unescape

import pytest
from tests.tools.review.test_sides import sides

from laomo.tools.review import changes, values
from laomo.tools.review.pages import page_changes
from laomo.tools.review.pictures import new_pictures
from laomo.tools.review.sides import Sides

A = "north/a"
Y = "north/a/2013"


def told(before: Mapping[str, str], after: Mapping[str, str], broken: tuple[str, ...] = ()) -> list[str]:
    return [_line(each) for each in page_changes(sides(before, after, now=broken))]


def _line(each: object) -> str:
    page, change = each.page, each.change  # type: ignore[attr-defined]
    said = [f"{change.before} → {change.after}"] if change.before or change.after else []
    return f"{each.reason}|{page.note}|{change.place}：{'，'.join((*said, *filter(None, [change.note])))}"  # type: ignore[attr-defined]


ITEM = "achievements: [{{id: x, title: 法, {}}}]"
MEASURE = (
    ITEM.format("measures: [{{indicator: 工时, before: {}, after: 4, unit: 分钟}}]")
    .replace("[{id", "[{{id")
    .replace("]}]", "]}}]")
)


@pytest.mark.parametrize(
    ("name", "before", "after", "expected"),
    [
        (Y, MEASURE.format(40), MEASURE.format(400), "大小差十倍以上|2013年|创新成果“法”·前后对比“工时”·改进前：40 → 400"),
        (Y, MEASURE.format(40), MEASURE.format(80), "|2013年|创新成果“法”·前后对比“工时”·改进前：40 → 80"),
        (Y, "mentoring: {apprentices: 6}", "mentoring: {apprentices: 60}", "大小差十倍以上|2013年|名师带徒·带徒人数：6 → 60"),
        (Y, ITEM.format("benefits: [{kind: 成本, amount: 80万元}]"), ITEM.format("benefits: [{kind: 成本, amount: 0.8亿元}]"), "大小差十倍以上|2013年|创新成果“法”·经济效益“成本”·数额：80万元 → 0.8亿元"),
        (Y, ITEM.format("benefits: [{kind: 成本, amount: 80万元}]"), ITEM.format("benefits: [{kind: 成本, amount: 100万元}]"), "|2013年|创新成果“法”·经济效益“成本”·数额：80万元 → 100万元"),
        (Y, ITEM.format("recognised_by: [{body: 甲会, level: 市级}]"), ITEM.format("recognised_by: [{body: 甲会, level: 全国}]"), "称号与荣誉|2013年|创新成果“法”·成果认定“甲会”·级别：市级 → 全国"),
        (Y, ITEM.format("story: 旧"), ITEM.format("disclosure: 不公开, story: 新"), "不再显示|2013年|创新成果“法”：设为不公开"),
        (Y, "summary: 一年省下 40 万元。", "summary: 一年省下 40 亿元。", "大小差十倍以上|2013年|年度小结：一年省下 40 万元。 → 一年省下 40 亿元。"),
        (Y, "trainings: [{topic: 焊接}, {topic: 钳工}]", "trainings: [{topic: 钳工}]", "不再显示|2013年|培训“焊接”：主题 焊接 → "),
        (Y, "trainings: [{topic: 焊接}]", "trainings: [{topic: 焊接}, {topic: 钳工, sessions: 3}]", "|2013年|培训“钳工”： → 主题 钳工；场次 3"),
        (Y, "trainings: [{topic: 焊接}, {topic: 钳工}]", "trainings: [{topic: 钳工}, {topic: 焊接}]", "|2013年|培训·次序：“焊接”、“钳工” → “钳工”、“焊接”"),
        (A, "{leaders: [{name: 甲一, job: 焊工}]}", "{leaders: [{name: 甲一, job: 钳工}]}", "人员|基本情况|领衔人“甲一”·工种职务：焊工 → 钳工"),
        (A, "{leaders: [{name: 甲一, job: 焊工}]}", "{leaders: [{name: 甲一}]}", "人员|基本情况|领衔人“甲一”·工种职务：焊工 → "),
        (A, "{leaders: [{name: 甲一}]}", "{leaders: [{name: 甲一}, {name: 乙一, job: 钳工}]}", "人员|基本情况|领衔人“乙一”： → 姓名 乙一；工种职务 钳工"),
        (A, "{honours: [{name: 岗}]}", "{honours: [{name: 岗, status: 撤销}]}", "称号与荣誉|基本情况|集体荣誉“岗”：改为撤销，不再显示"),
        (A, "{units: [甲厂]}", "{units: [甲厂, 乙厂]}", "|基本情况|所在单位：甲厂 → 甲厂、乙厂"),
        (A, "{team: {total: 3, by_age: {35岁及以下: 3}}}", "{team: {total: 3, by_age: {35岁及以下: 2}}}", "|基本情况|创新团队·年龄结构·“35岁及以下”：3 → 2"),
        ("site", "{name: 小馆, place: 示例市, as_of: 2025}", "{name: 小馆, place: 示例市, as_of: 2025, footer: {hotline: '12351'}}", "|每一页|页脚·职工热线： → 12351"),
        ("standards/six", "{name: 六有, short: 六有, issuer: 甲会, valid_from: 2015, items: [{id: a, label: 牌, text: 有牌}]}", "{name: 六有, short: 六有, issuer: 甲会, valid_from: 2015, items: [{id: a, label: 牌, text: 有牌子}]}", "|创建标准|条目“牌”·要求：有牌 → 有牌子"),
        ("targets/2013", "{title: 表, issuer: 甲会, rows: [{union: north, created: 5, qualified: 2}], total: {created: 5, qualified: 2}}", "{title: 表, issuer: 甲会, rows: [{union: north, created: 5, qualified: 3}], total: {created: 5, qualified: 2}}", "|任务分解表|各工会任务“北区工会”·累计达标数：2 → 3"),
        ("decisions/2013-01", "{studios: [{studio: a}]}", "{studios: [{studio: a, support: 2万元}]}", "称号与荣誉|决定|工作室“northa工作室”·补助： → 2万元"),
    ],
)  # fmt: skip
def test_a_field_in_words_of_the_catalogue(name: str, before: str, after: str, expected: str) -> None:
    both = {A: "{}"}
    assert told({**both, name: before}, {**both, name: after}) == [expected]


def test_what_is_gone_and_what_cannot_be_read() -> None:
    before = {
        A: "{}",
        Y: "{}",
        "north/a/2014": "summary: 甲",
        "notices/2013-01": "{title: 公示甲, kind: 公示, date: 2013, issuer: 甲会, body: 文}",
        "decisions/2013-01": "{title: 决定甲, studios: [{studio: a}]}",
    }
    assert told(before, {A: "{}"}) == [
        "称号与荣誉|决定|整份删去：不再显示",
        "不再显示|公示与通知|整份删去：不再显示",
        "不再显示|2013年|年度档案：整年删去",
        "不再显示|2014年|年度档案：整年删去",
    ]
    broken = ("decisions/2013-01.yml", "notices/2013-01.yml", "north/a/2013.yml", "north/a/2014.yml")
    assert told(before, {A: "{}"}, broken) == [], "what has errors is not deleted"
    found = changes.of_sides(sides(before, {A: "{}"}, now=broken))
    assert found.broken == tuple(sorted(f"studios/{each}" for each in broken))


def test_people_who_withdraw_are_named_nowhere_and_restored_honours_are() -> None:
    shown = "{quote: {text: 话, speaker: 甲一}, slogan: 甲一的班组, leaders: [{name: 甲一, job: 焊工}, {name: 乙一}]}"
    hidden = "{slogan: 甲一带出的班组, leaders: [{name: 甲一, job: 焊工, withdrawn: 2020}, {name: 乙一}]}"
    summary = unescape(changes.markdown(changes.of_sides(sides({A: shown}, {A: hidden})), None))
    assert "甲一" not in summary
    assert "有 1 位人员不再公开" in summary
    back = unescape(changes.markdown(changes.of_sides(sides({A: hidden}, {A: shown})), None))
    assert "甲一" not in back
    assert "撤回公开的人员有 1 位不再写着撤回" in back
    revoked = "{leaders: [{name: 甲一, job: 焊工, honours: [{name: 模范, status: 撤销}]}]}"
    restored = unescape(
        changes.markdown(
            changes.of_sides(sides({A: revoked}, {A: revoked.replace(", status: 撤销", "").replace("焊", "钳")})), None
        )
    )
    assert "甲一的荣誉恢复有效，重新显示" in restored
    assert "撤回公开" not in restored
    assert "工种职务 钳工" in restored
    gone = unescape(changes.markdown(changes.of_sides(sides({A: revoked}, {A: "{}"})), None))
    assert "荣誉全部撤销、不显示的人员有 1 位不在档案里了" in gone
    assert "甲一" not in gone


def test_covers_pictures_and_studios_that_move_between_unions() -> None:
    photo = "{{file: {0}.png, caption: 图{0}, alt: 图}}"
    one, two = photo.format("a"), photo.format("b")
    before, after = {A: f"{{photos: [{one}, {two}]}}"}, {A: f"{{photos: [{two}, {one}]}}"}
    assert told(before, after) == ["|基本情况|封面：a.png → b.png", "|基本情况|图片·次序：“图a”、“图b” → “图b”、“图a”"]
    same = sides(before, before)
    files = ["studios/north/a/photos/a.png", "studios/north/a/photos/b.png", "studios/north/a/photos/other.png"]
    assert [each.change.place for each in new_pictures(same, files)] == ["封面", "图片“图b”"]
    assert list(new_pictures(same, ["content/photos/a.png"])) == []
    assert told({A: "{name: 甲室}"}, {"south/a": "{name: 甲室, units: [northa厂]}"}) == [
        "称号与荣誉|基本情况|主管工会：北区工会 → 南区工会"
    ]


def test_what_comes_first_and_where_the_links_lead() -> None:
    before = {A: "{name: 甲室, region: 北区}", Y: "mentoring: {apprentices: 6}"}
    after = {A: "{name: 甲室, region: 南区, category: 工匠}", Y: "mentoring: {apprentices: 60}"}
    linked = unescape(changes.markdown(changes.of_sides(sides(before, after)), "https://p.example.org/"))
    assert linked.splitlines()[2:] == [
        "**请先看（2）**，大小差十倍以上的数、称号与荣誉、人员、不再显示的：",
        "",
        "- 【大小差十倍以上】[甲室](https://p.example.org/studios/a/2013/index.html)（2013年） 名师带徒·带徒人数：6 → 60",
        "- 【称号与荣誉】[甲室](https://p.example.org/studios/a/index.html)（基本情况） 类别：新写 工匠",
        "",
        "**其他改动**",
        "",
        "- [甲室](https://p.example.org/studios/a/index.html)（基本情况）",
        "    - 地区：北区 → 南区",
        "",
    ]


def test_personal_numbers_are_not_quoted_but_where_a_union_says_how_it_is_reached() -> None:
    phone = "13800138000"
    (change,) = told({A: "{}"}, {A: f"{{slogan: 打 {phone}}}"})
    assert phone not in change
    unions = "unions: [{{id: city, name: 示例市总工会, kind: 市总工会}}, {{id: north, name: 北区工会, kind: 区工会, parent: city, landline: {0}}}, {{id: south, name: 南区工会, kind: 区工会, parent: city}}]"
    assert told({"unions": unions.format("0592-1234567")}, {"unions": unions.format("0592-7654321")}) == [
        "|工会|联系座机：0592-1234567 → 0592-7654321"
    ]


def test_of_a_long_text_only_what_changes_is_quoted() -> None:
    text = "甲" * 500
    assert values.shortened(f"{text}旧{text}", f"{text}新{text}") == (f"…{'甲' * 20}旧{'甲' * 20}…", f"…{'甲' * 20}新{'甲' * 20}…")  # fmt: skip
    assert values.shortened("", text)[1] == f"{'甲' * 300}…（共500字）"
    assert values.shortened("短", "长") == ("短", "长")


@pytest.mark.parametrize(
    ("old", "new", "grown"),
    [("40", "400", True), ("400", "40", True), ("40", "399", False), ("0", "5", False), ("3 项，40 万", "3 项，40 亿", True), ("1,000", "10000", True), ("没有数", "3", False), ("3", "3 和 30", False)],
)  # fmt: skip
def test_ten_times_as_large(old: str, new: str, grown: bool) -> None:
    assert values.tenfold(old, new) is grown


def test_many_items_of_which_one_is_renamed() -> None:
    def rows(name: str) -> str:
        return f"{{rules: [{', '.join(f'{{name: 制度{n}, year: 2013}}' for n in range(300))}, {{name: {name}, year: 2013}}]}}"

    (change,) = told({A: rows("旧制度")}, {A: rows("新制度")})
    assert change == "称号与荣誉|基本情况|工作制度“旧制度”·制度名称：旧制度 → 新制度"


def test_a_new_batch_names_every_studio_and_what_differs_stands_out() -> None:
    names = [f"s{n:02d}" for n in range(40)]
    rows = ", ".join(f"{{studio: {name}, support: {'20万元' if name == 's27' else '2万元'}}}" for name in names)
    said = told({}, {"decisions/2013-01": f"{{title: 决定甲, studios: [{rows}]}}"})
    batch = [each for each in said if "·工作室" in each]
    alike = "、".join(name for name in names if name != "s27")
    assert batch == [
        f"称号与荣誉|决定|新的决定·工作室： → 补助 2万元：{alike}",
        "称号与荣誉|决定|新的决定·工作室： → 补助 20万元：s27",
    ]


def test_equal_sides_say_nothing() -> None:
    both = {A: "{leaders: [{name: 甲一}]}", Y: "mentoring: {apprentices: 6}"}
    assert told(both, both) == []
    assert isinstance(sides(both, both), Sides)
