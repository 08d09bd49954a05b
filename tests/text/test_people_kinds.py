"""How people are numbered, parted, labelled and described in one cell, kind by kind; and beside each what is no such thing."""

import pytest

from laomo.text import people_cell, person_names, spaced_names, surnames
from laomo.text.people_cell import PeopleCell

CHINESE = "一二三四五六七八九十"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"
BRACKETS = "（()）[]【】〔〕［］<>＜＞《》"


def said(cell: PeopleCell) -> tuple[str, str, str | None]:
    """Names and remarks joined by bars, and the doubt."""
    return "|".join(cell.names), "|".join(cell.remarks), cell.doubt


def read(text: str) -> tuple[str, str, str | None]:
    return said(people_cell.read(text))


@pytest.mark.parametrize("mark", [*CIRCLED, *(f"({n})" for n in CHINESE), *(f"（{n}）" for n in (*CHINESE, 1, 12))])
def test_what_numbers_people_wherever_it_stands(mark: str) -> None:
    assert read(f"{mark}王浩{mark}李浩") == ("王浩|李浩", "", None)


@pytest.mark.parametrize(
    "mark",
    [
        *(f"{opened}{n} {closed}" for n in (*CHINESE, 1, 12) for opened, closed in ("（）", "()", "【】")),
        *(f"{n}、" for n in CHINESE),
        *("1.", "12.", "1．", "1、", "1)", "1）", "1 ."),
    ],
)
def test_what_numbers_people_behind_a_separator(mark: str) -> None:
    for between in (" ", "\n", "\t", "、", "，", ",", "；", ";"):
        assert read(f"{mark} 王浩{between}{mark} 李浩") == ("王浩|李浩", "", None), between


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王浩(123)李浩", ("王浩|李浩", "123", None)),
        ("王浩【1】李浩", ("王浩|李浩", "1", None)),
        ("(1)3", ("3", "", "no-name")),
        ("1.5", ("1.5", "", "no-name")),
        ("123、王浩", ("王浩", "123", None)),
        ("）王浩", ("）王浩", "", "punctuation")),
        ("百、王浩", ("百|王浩", "", "single")),
        ("王浩(1)、李四", ("王浩|李四", "1", None)),
        ("王浩(1)3李", ("王浩|3李", "1", "digits")),
    ],
)
def test_what_numbers_nobody(text: str, expected: tuple[str, str, str | None]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("mark", "*＊※☆★▲△●◆■#†‡√✓")
def test_a_mark_is_set_aside(mark: str) -> None:
    assert read(f"王健{mark}{mark}、李四") == ("王健|李四", mark * 2, None)
    assert read(f"王{mark}健")[1] == mark


@pytest.mark.parametrize("end", " \t\n、，,；;。.．")
def test_a_sign_at_either_end_says_nothing(end: str) -> None:
    assert read(f"{end}王健{end}") == ("王健", "", None)
    assert read(f"李四；前任：{end}王健{end}") == ("李四", "前任：王健", None)


def test_letters_are_no_marks_and_no_ends() -> None:
    assert read("Xu Xin MAX") == ("Xu Xin MAX", "", None)
    assert read("李四；前任：XMAX") == ("李四", "前任：XMAX", None)


@pytest.mark.parametrize("between", [*"、，,；;/／|｜＆&＋+\n", "以及", " 和 ", " 与 ", " 及 "])
def test_what_parts_two_people(between: str) -> None:
    assert read(f"陈静{between}林涛") == ("陈静|林涛", "", None)
    assert read(f"买买提·艾力{between}艾力·买买提") == ("买买提·艾力|艾力·买买提", "", None)


@pytest.mark.parametrize("opened", "（([【〔［<＜《")
@pytest.mark.parametrize("closed", "）)]】〕］>＞》")
def test_brackets_hold_a_remark(opened: str, closed: str) -> None:
    assert read(f"王健{opened} 女 {closed}") == ("王健", "女", None)
    assert read(f"{opened}女{closed}王健") == ("王健", "女", None)


@pytest.mark.parametrize("sign", BRACKETS)
def test_brackets_hold_no_brackets(sign: str) -> None:
    assert read(f"王健（女{sign}男）")[2] == "punctuation"


@pytest.mark.parametrize("before", "\n \t、，,；;。")
@pytest.mark.parametrize("colon", ["：", ":", " ："])
def test_a_label_stands_behind_a_separator(before: str, colon: str) -> None:
    assert read(f"王健{before}前任{colon}王辉") == ("王健", "前任：王辉", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("王健（前任：王辉）", ("", "王健（前任：王辉）", "no-name")),
        ("一二三四五六七八九十：王健", ("王健", "一二三四五六七八九十", None)),
        ("一二三四五六七八九十一：王健", ("一二三四五六七八九十一：王健", "", "punctuation")),
        ("1：王健", ("1：王健", "", "digits")),
        ("：王健", ("：王健", "", "punctuation")),
        ("现领衔人：王健", ("王健", "", None)),
        ("今年：王健", ("王健", "", None)),
        ("本年：王健", ("王健", "本年", None)),
    ],
)
def test_what_a_label_is(text: str, expected: tuple[str, str, str | None]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("was", ["原", "原任", "原领衔人"])
@pytest.mark.parametrize("now", ["现", "现任", "现为", "现由", "现领衔人"])
@pytest.mark.parametrize("between", ["", *"，,、；;。 \n", "， "])
def test_who_led_before_and_who_leads_now(was: str, now: str, between: str) -> None:
    assert read(f"{was}王辉{between}{now}李敏") == ("李敏", "原：王辉", None)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("原阿不都热合曼，现李敏", "李敏"),
        ("原李敏，现阿不都热合曼", "阿不都热合曼"),
        ("原阿不都热合曼江，现李敏", "原阿不都热合曼江|现李敏"),
        ("原李敏，现阿不都热合曼江", "原李敏|现阿不都热合曼江"),
        ("原王，现李敏", "原王|现李敏"),
        ("原王辉，现李", "原王辉|现李"),
        *((f"原王辉{sign}李四现李敏", "原王辉|李四现李敏") for sign in "，,、；;"),
        *((f"原王辉现李敏{sign}李四", "原王辉现李敏|李四") for sign in "，,、；;\n"),
        ("原王辉。李四现李敏", "原王辉·李四现李敏"),
    ],
)
def test_a_change_names_one_person_each(text: str, names: str) -> None:
    assert read(text)[0] == names


@pytest.mark.parametrize("sign", "，,、；;。：: \n")
def test_no_sign_stands_within_either_of_them(sign: str) -> None:
    for text in (f"原王{sign}辉辉现李敏", f"原王辉现李{sign}敏敏", f"原王辉现李敏{sign}敏敏敏"):
        assert not read(text)[1].startswith("原：王"), text


@pytest.mark.parametrize(
    "word", ["原", "原任", "原领衔人", "前", "前任", "前任领衔人", "历任", "历任领衔人", "曾任", "已故", "2020年已卸任"]
)
def test_who_leads_no_longer_is_a_remark(word: str) -> None:
    assert read(f"王健（{word}）、李四") == ("李四", f"王健（{word}）", None)
    if word.isalpha() and not word[0].isdigit():
        assert read(f"李四；{word}：王健") == ("李四", f"{word}：王健", None)


@pytest.mark.parametrize("word", ["现任", "前辈", "历届", "已卸任务"])
def test_who_leads_today_is_not(word: str) -> None:
    assert read(f"王健（{word}）、李四")[0] == "王健|李四"


@pytest.mark.parametrize(
    "word", ["成员", "组员", "队员", "骨干", "徒弟", "学员", "参与人", "联系人", "联络员", "填表人", "推荐人", "指导"]
)
def test_who_takes_part_is_a_remark(word: str) -> None:
    for label in (word, f"主要{word}"):
        assert read(f"王健；{label}：李四、陈五") == ("王健", f"{label}：李四、陈五", None)
        assert read(f"王健、李四（{label}）") == ("王健", f"李四（{label}）", None)
        assert read(f"王健、李四（{label}甲）")[0] == "王健|李四"


@pytest.mark.parametrize(
    "others",
    [
        *(f"等{n}{unit}" for n in (*"3一二三四五六七八九十两", 12, "十二") for unit in "人名位"),
        "等人",
        "等同志",
        "等多人",
        "等",
    ],
)
def test_others_are_a_remark(others: str) -> None:
    assert read(f"王超{others}") == ("王超", others, None)
    assert read(f"王超 {others[0]} {others[1:]}") == ("王超", f"{others[0]} {others[1:]}".strip(), None)
    assert read(f"李四、王{others}")[0] != "李四|王"


@pytest.mark.parametrize("others", ["等3个", "等好人", "3人"])
def test_other_words_are_none(others: str) -> None:
    assert read(f"王超{others}")[1] == ""


# fmt: off
ABOUT = ["男", "女", "汉族", "维吾尔族", "柯尔克孜族", "党员", "中共党员", "70", "1970", "70年", "1970年", "1970年5月", "1970年5月3日", "1970.5", "1970-05", "1970年出生", "1970年生", "45岁",
         "2020年退休", "2020年起", "2020任", "退休", "已退休", "在职", "已故", "兼", "等"]
# fmt: on


@pytest.mark.parametrize("about", ABOUT)
def test_what_is_said_of_a_person_is_a_remark(about: str) -> None:
    assert read(f"王健，{about}") == ("王健", about, None)
    assert read(f"王健 {about}")[0] == "王健"


@pytest.mark.parametrize("text", ["族", "一二三四五六族", "7", "197a", "非党员", "未退休", "男生", "1970年死"])
def test_what_is_not_said_of_one_is_a_name_in_doubt(text: str) -> None:
    names, remarks, _ = read(f"王健，{text}")
    assert (names, remarks) == (f"王健|{text}", "")


LEVELS = [
    "全国",
    "国家",
    "国家级",
    "中央",
    "中央级",
    "省",
    "省级",
    "市优秀",
    "级",
    "优秀",
    *(f"示例{place}" for place in "省市区县部局厂"),
    "甲乙丙省",
]


@pytest.mark.parametrize("level", LEVELS)
def test_a_title_in_front_is_set_aside_with_its_level(level: str) -> None:
    assert read(f"{level}劳模王健") == ("王健", f"{level}劳模", None)
    assert read(f"{level}劳模 王健") == ("王健", f"{level}劳模", None)


@pytest.mark.parametrize("level", ["甲乙丙丁省", "2省", "示例州", "甲-省", "-省"])
def test_what_is_no_level_stays(level: str) -> None:
    assert read(f"{level}劳模王健")[0] != "王健"


# fmt: off
TITLES = ["教授级高级工程师", "教授级高工", "正高级工程师", "高级工程师", "助理工程师", "工程师", "正高级", "副高级", "高级技师", "特级技师", "首席技师", "高级技工", "高级工", "中级工", "技师", "高工", "首席专家", "专家", "院士", "博士", "硕士", "研究员", "教授", "副教授", "讲师", "教师", "老师", "师傅", "主任医师", "医师", "医生", "护士长", "护士", "总经理", "副总经理", "经理", "董事长", "主席", "书记", "主任", "副主任", "厂长", "班长", "组长", "队长", "科长", "处长", "部长", "局长", "院长", "校长", "所长", "站长", "总监", "总工程师", "总工", "同志", "先生", "女士", "小姐", "同学", "劳动模范", "劳模", "先进工作者", "大国工匠", "工匠", "技术能手", "技能大师", "五一劳动奖章获得者", "五一劳动奖章", "三八红旗手", "青年岗位能手", "享受国务院特殊津贴", "党员", "工会主席"]
LEADS = ["共同领衔人", "领衔人", "领衔劳模", "领办人", "领军人物", "领军人", "领头人", "带头人", "牵头人", "主持人", "负责人", "主要负责人", "创办人", "创建人"]
# fmt: on


@pytest.mark.parametrize("title", [*TITLES, *LEADS])
def test_a_title_is_no_part_of_a_name(title: str) -> None:
    remarks = "" if title in LEADS else title
    for text in (f"王健{title}", f"王健 {title}", f"{title} 王健"):
        assert read(text) == ("王健", remarks, None), text
    assert (
        person_names.doubt(title)
        == person_names.doubt(f"王{title}")
        == person_names.doubt(f"{title}王")
        == "title-beside"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("院士健", ("院士健", "", "title-beside")),
        ("王院士", ("王院士", "", "title-beside")),
        ("科长 王", ("王", "科长", "single")),
        ("Smith,John", ("", "", "two-people")),
        ("Smith , John", ("", "", "two-people")),
        ("Mary Ann, John", ("Mary Ann|John", "", None)),
        ("John, Mary Ann", ("John|Mary Ann", "", None)),
        ("李四、 （女）王健", ("李四|王健", "女", None)),
        ("Smith2, John", ("Smith2|John", "", "digits")),
        ("Smith, John2", ("Smith|John2", "", "digits")),
        ("Smith_A, John", ("Smith_A|John", "", "punctuation")),
        ("Smith, J_n", ("Smith|J_n", "", "punctuation")),
        ("张Smith, John", ("张Smith|John", "", None)),
        ("令狐冲和", ("令狐冲", "", None)),
        ("王健、王 健", ("王健", "", None)),
        ("欧阳\n娜", ("欧阳娜", "", None)),
        ("王小\n明、李四", ("王小|明|李四", "", "single")),
        ("买买提·\n艾力", ("买买提·艾力", "", None)),
        ("买买提\n·艾力", ("买买提·艾力", "", None)),
        ("", ("", "", None)),
    ],
)
def test_more_of_what_a_cell_says(text: str, expected: tuple[str, str, str | None]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("length", [600, 601])
def test_how_long_a_cell_is(length: int) -> None:
    cell = people_cell.read("王健、" * (length // 3) + "、" * (length % 3))
    assert cell.doubt == (None if length == 600 else "too-long-name")


def test_lines_of_our_own_workbooks() -> None:
    assert said(people_cell.read("陈静、林涛\n", by_line=True)) == ("陈静|林涛", "", None)
    assert said(people_cell.read("王 明\n\n李四 \n", by_line=True)) == ("王明|李四", "", None)


@pytest.mark.parametrize("role", ["共同领衔人", "领衔人", "带头人"])
def test_a_role_in_brackets(role: str) -> None:
    for text in (f"王军（ {role} ）", f"王军（{role}）", f"{role}：王军"):
        assert [each.role for each in people_cell.read(text).people] == [role], text
    assert read("王健（ 原 ）、李四") == ("李四", "王健（ 原 ）", None)


@pytest.mark.parametrize("dot", "·•‧・⋅∙･")
@pytest.mark.parametrize("gaps", ["{}", " {}", "{} ", " {} ", "  {}  "])
def test_a_dot_between_latin_letters(dot: str, gaps: str) -> None:
    assert person_names.tidy(f"John{gaps.format(dot)}Smith") == "John·Smith"
    assert person_names.tidy(f"{dot} Smith") == f"{dot} Smith"


UNITS = [
    "公司",
    "集团",
    "工作室",
    "工会",
    "委员会",
    "中心",
    "医院",
    "学校",
    "车间",
    "班组",
    "小组",
    "团队",
    "部门",
    "单位",
    "有限",
    "全体",
]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("王待定和平", None),
        ("王小和李平", "two-people"),
        *((f"甲乙{word}丙", "unit-name") for word in UNITS),
        *((f"{word}甲乙", "unit-name") for word in UNITS),
        *((f"甲乙丙{end}", "unit-name") for end in "厂局站所院部科"),
        *((f"甲乙{end}", None) for end in "厂局站所院部科"),
        *((f"买买提·艾力{end}", None) for end in "厂局站所院部科"),
        *((f"甲乙丙{end}署", None) for end in "厂局站所部科"),
        ("高 师", "two-people"),
        ("王小明李大", "two-people"),
        ("阿不李大力", None),
        ("甲" * 24, None),
        ("甲" * 25, "too-long-name"),
        ("a" * 48, None),
        ("a" * 49, "too-long-name"),
    ],
)
def test_more_names_in_doubt(name: str, reason: str | None) -> None:
    found = person_names.doubt(name)
    assert found == reason


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("王 小明待定", []),
        ("王 小 明", ["王小明"]),
        ("王 小 明 三", []),
        ("李 小 明明", ["李小明明"]),
        ("李明 小 明", []),
        ("part 明", []),
        ("艾力\n古丽", []),
        ("艾力 古丽", []),
        ("艾力\t古丽", ["艾力", "古丽"]),
        ("艾力  古丽", ["艾力", "古丽"]),
        ("王 .明", ["王·明"]),
        ("买买提 ･ 艾力", ["买买提·艾力"]),
    ],
)
def test_how_many_pieces_one_name_has(text: str, names: list[str]) -> None:
    assert spaced_names.split(text) == names


# fmt: off
OTHER_READINGS = "单解仇曾区查盖华葛朴翟缪员种秘繁折召那燕洗过哈都句干祭相覃任乐卜隗於颉郇阚尉柏黑牟重能么宁薄"
COMPOUND = ["尉迟", "欧阳", "司马", "上官", "诸葛", "万俟", "长孙", "单于", "令狐", "澹台", "皇甫", "公孙", "慕容", "夏侯", "东方", "司徒", "司空", "宇文", "端木", "南宫", "西门", "百里", "呼延", "轩辕", "闻人", "鲜于", "宰父", "亓官"]
# fmt: on


@pytest.mark.parametrize("surname", [*OTHER_READINGS, *COMPOUND])
def test_every_surname_with_a_reading_of_its_own(surname: str) -> None:
    assert surnames.begins(f"{surname}三")
    assert surnames.split(f"{surname}三四") == (surname, "三四")
    assert surnames.is_compound(surname) is (len(surname) == 2)
    assert person_names.is_full(f"{surname}三")
    assert len(surnames.READINGS[surname]) == len(surname)


@pytest.mark.parametrize("text", ["X三", "三四", "龘三", "", "·"])
def test_what_begins_with_no_surname(text: str) -> None:
    assert not surnames.begins(text)


@pytest.mark.parametrize("text", ["O'3", "3'O", "O'_", "_'O", "O' N"])
def test_no_apostrophe_of_a_name(text: str) -> None:
    assert person_names.tidy(text) == text
