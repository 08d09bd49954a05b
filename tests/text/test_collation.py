"""How names are ordered, listed and put into addresses."""

import re

import pytest

from laomo.text import collation, pinyin

READINGS = [
    "单",
    "shan4",
    "解",
    "xie4",
    "仇",
    "qiu2",
    "曾",
    "zeng1",
    "区",
    "ou1",
    "查",
    "zha1",
    "盖",
    "ge3",
    "华",
    "hua4",
    "葛",
    "ge3",
    "朴",
    "piao2",
    "翟",
    "zhai2",
    "缪",
    "miao4",
    "员",
    "yun4",
    "种",
    "chong2",
    "秘",
    "bi4",
    "繁",
    "po2",
    "折",
    "she2",
    "召",
    "shao4",
    "那",
    "na1",
    "燕",
    "yan1",
    "洗",
    "xian3",
    "过",
    "guo1",
    "哈",
    "ha3",
    "都",
    "du1",
    "句",
    "gou1",
    "干",
    "gan1",
    "祭",
    "zhai4",
    "相",
    "xiang4",
    "覃",
    "qin2",
    "任",
    "ren2",
    "乐",
    "yue4",
    "卜",
    "bu3",
    "隗",
    "wei3",
    "於",
    "yu1",
    "颉",
    "xie2",
    "郇",
    "xun2",
    "阚",
    "kan4",
    "尉",
    "wei4",
    "柏",
    "bai3",
    "黑",
    "he4",
    "牟",
    "mu4",
    "重",
    "chong2",
    "能",
    "nai4",
    "么",
    "yao1",
    "宁",
    "ning4",
    "薄",
    "bo2",
]
COMPOUND = [
    "尉迟",
    "yu4-chi2",
    "欧阳",
    "ou1-yang2",
    "司马",
    "si1-ma3",
    "上官",
    "shang4-guan1",
    "诸葛",
    "zhu1-ge3",
    "万俟",
    "mo4-qi2",
    "长孙",
    "zhang3-sun1",
    "单于",
    "chan2-yu2",
    "令狐",
    "ling2-hu2",
    "澹台",
    "tan2-tai2",
    "皇甫",
    "huang2-fu3",
    "公孙",
    "gong1-sun1",
    "慕容",
    "mu4-rong2",
    "夏侯",
    "xia4-hou2",
    "东方",
    "dong1-fang1",
    "司徒",
    "si1-tu2",
    "司空",
    "si1-kong1",
    "宇文",
    "yu3-wen2",
    "端木",
    "duan1-mu4",
    "南宫",
    "nan2-gong1",
    "西门",
    "xi1-men2",
    "百里",
    "bai3-li3",
    "呼延",
    "hu1-yan2",
    "轩辕",
    "xuan1-yuan2",
    "闻人",
    "wen2-ren2",
    "鲜于",
    "xian1-yu2",
    "宰父",
    "zai3-fu3",
    "亓官",
    "qi2-guan1",
]
"""《现代汉语词典》 (姓)."""


@pytest.mark.parametrize(
    ("surname", "reading"), [*zip((READINGS + COMPOUND)[::2], (READINGS + COMPOUND)[1::2], strict=True)]
)
def test_a_surname_has_its_own_reading(surname: str, reading: str) -> None:
    assert collation.reading(f"{surname}红") == [*reading.split("-"), "hong2"]


@pytest.mark.parametrize(
    ("name", "strokes", "initial", "mark", "slug"),
    [
        ("单小红", (8, 3, "单", 2, [(3, "小"), (6, "红")]), "S", "8画", "danxiaohong"),
        ("欧阳娜", (8, 0, "欧", 1, [(6, "阳"), (9, "娜")]), "O", "8画", "ouyangna"),
        ("王明", (4, 0, "王", 1, [(8, "明")]), "W", "4画", "wangming"),
        ("吴一", (7, 1, "吴", 1, [(1, "一")]), "W", "7画", "wuyi"),
        ("周一", (8, 2, "周", 1, [(1, "一")]), "Z", "8画", "zhouyi"),
        ("陈一", (7, 4, "陈", 1, [(1, "一")]), "C", "7画", "chenyi"),
        ("范冰", (8, 0, "范", 1, [(6, "冰")]), "F", "8画", "fanbing"),
        ("某", (9, 5, "某", 0, []), "M", "9画", "mou"),
        ("Smith", (0, 5, "S", 4, [(0, "m"), (0, "i"), (0, "t"), (0, "h")]), "S", "其他", "smith"),
        ("1a", (0, 5, "1", 1, [(0, "a")]), "其他", "其他", "1a"),
        ("Ж", (0, 5, "Ж", 0, []), "其他", "其他", "other"),
        ("", (0, 5, "", 0, []), "其他", "其他", "other"),
        ("—", (0, 5, "—", 0, []), "其他", "其他", "other"),
        ("思明区", (9, 5, "思", 2, [(8, "明"), (4, "区")]), "S", "9画", "simingqu"),
        ("Ａ1 é", (0, 5, "Ａ", 3, [(0, "1"), (0, " "), (0, "é")]), "其他", "其他", "a1e"),
    ],
)
def test_keys_of_a_name(name: str, strokes: object, initial: str, mark: str, slug: str) -> None:
    assert collation.by_strokes(name) == strokes
    assert (collation.initial(name), collation.stroke_mark(name), collation.slug(name)) == (initial, mark, slug)


def test_by_pinyin_letters_come_before_tones() -> None:
    assert collation.by_pinyin("单红") == ([("shan", "shan4"), ("hong", "hong2")], "单红")
    names = ["王明", "汪明", "王敏", "王民", "万明", "欧阳娜", "区一"]
    assert sorted(names, key=collation.by_pinyin) == ["欧阳娜", "区一", "万明", "汪明", "王民", "王敏", "王明"]


# fmt: off
SHAPES = [
    "王李杨黄赵林韩曹彭董袁蔡蒋于杜苏丁范石韦贾夏秦薛雷龙郝顾龚万覃武戴严莫",
    "吴罗肖田叶吕卢崔史常",
    "周徐朱何余程魏任钟金付邹白邱侯黎毛段钱向",
    "刘郭高郑梁谢宋唐许冯曾潘沈姜谭汪廖方江闫汤",
    "张陈孙马邓姚陆熊孟尹陶贺邵孔",
]
# fmt: on


@pytest.mark.parametrize(("shape", "names"), [*enumerate(SHAPES)])
def test_the_first_stroke_of_common_surnames(shape: int, names: str) -> None:
    assert [name for name in names if collation.by_strokes(name)[1] != shape] == []


def test_titles_by_strokes() -> None:
    assert collation.strokes_of("张a王") == [(7, 4, "张"), (0, 5, "a"), (4, 0, "王")]


def test_readings() -> None:
    assert pinyin.readings("行长") == (("hang",), ("zhang",))
    assert set(pinyin.readings("行")[0]) >= {"xing", "hang"}
    assert (pinyin.syllables("行"), pinyin.syllables("行", tones=True)) == (("xing",), ("xing2",))
    assert pinyin.is_phrase("高压")
    assert not pinyin.is_phrase("张三")


def test_what_has_no_strokes_has_no_shape() -> None:
    assert collation.by_strokes("Xu") == (0, 5, "X", 1, [(0, "u")])
    assert [collation.by_strokes(surname)[1] for surname in "王吴周刘张欧上令澹尉"] == [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]


def test_an_address_is_never_too_long_for_a_folder() -> None:
    names = ["双" * count for count in (20, 21, 119, 120)]
    slugs = [collation.slug(name) for name in names]
    assert slugs[0] == "shuang" * 20
    assert max(map(len, slugs)) == 129
    assert len({*slugs}) == len(names)
    assert all(re.fullmatch("[a-z0-9-]+", each) for each in slugs)
