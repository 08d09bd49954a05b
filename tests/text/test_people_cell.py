"""What a cell says of people: one stays one, several are several, and what is no name leaves it."""

import pytest

from laomo.text import people_cell, person_names, spaced_names

N_PEOPLE = [
    "王𬱖",
    "李㛃",
    "陈䶮",
    "赵𰻝",
    "钱𱍐",
    "孙𮯰",
    "周𠅤",
    "郑鿍",
    "买买提·艾力",
    "王國強",
    "张峯",
    "单雄",
    "区寄",
    "乐羊",
    "令狐冲",
    "逄蒙",
    "亓官平",
    "佘太",
    "禤浩",
    "厍狄",
    "焱燚",
    "犇犇",
    "王二〇",
    "李一〇八",
    "於陵",
    "John-Smith",
    "Müller",
    "O’Neil",
    "葛󠄀雲",
    "欧阳娜",
    "和某某",
    "王和平",
    "陈与义",
    "吐尔逊江·买买提明·阿不都热依木",
    "阿卜杜热合曼阿卜杜热依木",
    "才让扎西",
    "阿依古丽",
    "高师傅平",
    "任书",
]
"""Names that nobody is asked about."""


@pytest.mark.parametrize("name", N_PEOPLE)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert person_names.tidy(name) == name
    assert person_names.doubt(name) is None
    assert people_cell.read(name) == people_cell.PeopleCell([people_cell.NamedPerson(name)])


@pytest.mark.parametrize("gap", [" ", "  ", "\u3000", "\u00a0", "\u2009", "\u200b", "\t", "\n", " \u3000 "])
@pytest.mark.parametrize(
    ("first", "second"), [("王", "明"), ("欧阳", "娜"), ("欧阳", "建国"), ("张", "三丰"), ("王小", "明")]
)
def test_a_gap_within_a_name_is_none(first: str, gap: str, second: str) -> None:
    assert people_cell.read(f"{first}{gap}{second}").names == [first + second]


@pytest.mark.parametrize("dot", ["·", "•", "‧", "・", "．", ".", "⋅", "∙", "･", " · ", "。", "\u00b7 "])
def test_every_dot_is_one_dot(dot: str) -> None:
    assert people_cell.read(f"买买提{dot}艾力").names == ["买买提·艾力"]
    assert person_names.key(f"买买提{dot}艾力") == person_names.key("买买提艾力")


@pytest.mark.parametrize(
    "between",
    [
        "、",
        "，",
        ",",
        "；",
        ";",
        "/",
        "／",
        "\n",
        "\r\n",
        " ",
        "  ",
        "\u3000",
        "和",
        "与",
        "及",
        " 和 ",
        "以及",
        " & ",
        "、\n",
    ],
)
def test_two_people_are_two(between: str) -> None:
    assert people_cell.read(f"陈静{between}林涛").names == ["陈静", "林涛"]


@pytest.mark.parametrize(
    ("text", "names", "remarks"),
    [
        ("王芳(女)", "王芳", "女"),
        ("王芳（女，回族）", "王芳", "女，回族"),
        ("王芳，女，回族，1970年生", "王芳", "女 回族 1970年生"),
        ("王芳 男", "王芳", "男"),
        ("王超等3人", "王超", "等3人"),
        ("王超、李敏等", "王超 李敏", "等"),
        ("原：王辉 现：李敏", "李敏", "原：王辉"),
        ("原王辉，现李敏", "李敏", "原：王辉"),
        ("王辉（原）、李敏（现）", "李敏", "王辉（原）"),
        ("现任：李敏；前任：王辉", "李敏", "前任：王辉"),
        ("1.王浩 2.李浩", "王浩 李浩", ""),
        ("①王浩②李浩", "王浩 李浩", ""),
        ("（1）王浩（2）李浩", "王浩 李浩", ""),
        ("1、王浩\n2、李浩", "王浩 李浩", ""),
        ("一、王浩 二、李浩", "王浩 李浩", ""),
        ("王浩 二、李浩", "王浩 李浩", ""),
        ("王 一、李浩", "王一 李浩", ""),
        ("李浩、王　三、丁二", "李浩 王三 丁二", ""),
        ("丁二； 王  十、李浩", "丁二 王十 李浩", ""),
        ("一、张 三、二、李 四", "张三 李四", ""),
        ("一、张 三\n二、李 四", "张三 李四", ""),
        ("王 明 一、李浩", "王明 李浩", ""),
        ("王鹏*", "王鹏", "*"),
        ("※王鹏", "王鹏", "※"),
        ("王健 高级工程师", "王健", "高级工程师"),
        ("王健高级工程师", "王健", "高级工程师"),
        ("王健教授级高工", "王健", "教授级高工"),
        ("王健同志", "王健", "同志"),
        ("王健  先生", "王健", "先生"),
        ("全国劳模 王健", "王健", "全国劳模"),
        ("河南省劳动模范王健", "王健", "河南省劳动模范"),
        ("王健（全国劳模，2015）", "王健", "全国劳模，2015"),
        ("王健（领衔人）、李四（成员）", "王健", "李四（成员）"),
        ("王健（女）李四（男）", "王健 李四", "女 男"),
        ("领军人物:王健；成员：李四、陈五", "王健", "成员：李四、陈五"),
        ("领衔人：王健", "王健", ""),
        ("王健、", "王健", ""),
        ("王 明  李 强", "王明 李强", ""),
        ("John Smith、Mary Jones", "John;Smith Mary;Jones", ""),
    ],
)
def test_what_is_no_name_leaves_it(text: str, names: str, remarks: str) -> None:
    said = people_cell.read(text)
    assert said.doubt is None
    assert said.names == [each.replace(";", " ") for each in names.split()]
    assert said.remarks == remarks.split()


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("王军（带头人）", ["带头人"]),
        ("王军（领办人）", [None]),
        ("共同领衔人：王军、李四", ["共同领衔人", "共同领衔人"]),
        ("王军、李四（共同领衔人）", [None, "共同领衔人"]),
    ],
)
def test_a_role_becomes_the_role(text: str, roles: list[str | None]) -> None:
    assert [person.role for person in people_cell.read(text).people] == roles


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("王 明 李 强", "two-people"),
        ("艾力 古丽", "two-people"),
        ("张三 阿不都", "two-people"),
        ("Smith, John", "two-people"),
        ("王明 示例公司", "two-people"),
        ("王", "single"),
        ("王、李", "single"),
        ("张3", "digits"),
        ("王明？", "punctuation"),
        ("—", "no-name"),
        ("待定", "no-name"),
        ("示例冶金公司", "unit-name"),
        ("王小明李大强", "two-people"),
        ("（女）", "no-name"),
        ("甲" * 700, "too-long-name"),
    ],
)
def test_what_is_not_clear_is_asked(text: str, reason: str) -> None:
    assert people_cell.read(text).doubt == reason


def test_in_our_own_workbooks_each_line_is_one_name() -> None:
    assert people_cell.read("阿里木\n艾力", by_line=True).names == ["阿里木", "艾力"]
    assert people_cell.read("陈静、林涛", by_line=True).names == ["陈静", "林涛"]
    assert people_cell.read("陈静 林涛\n赵敏", by_line=True).doubt == "two-people"


@pytest.mark.parametrize("written", ["买买提·艾力", "买买提 艾力", "买买提艾力", "买买提•艾力"])
def test_a_name_is_found_in_a_text_however_it_is_spelled(written: str) -> None:
    assert person_names.place_in("买买提·艾力", f"记者从{written}处获悉") == 3
    assert not person_names.stands_in("王明", "国王。明天")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("王 明", "王明"),
        ("欧阳　建国", "欧阳建国"),
        ("买买提 • 艾力", "买买提·艾力"),
        ("John  Smith", "John Smith"),
        ("陈静  林涛", "陈静 林涛"),
        ("陈静\u00a0林涛", "陈静 林涛"),
    ],
)
def test_a_record_never_joins_two_people(text: str, name: str) -> None:
    assert spaced_names.one(text) == name
    assert (person_names.doubt(name) == "two-people") is ("陈静" in name)
