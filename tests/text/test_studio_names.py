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


@pytest.mark.parametrize(
    "word",
    [
        "示范",
        "示范性",
        "标杆",
        "重点",
        "优秀",
        "特色",
        "首批",
        "劳动模范",
        "先进工作者",
        "劳模",
        "大国工匠",
        "工匠",
        "高技能",
        "技术能手",
        "技能手",
        "技能人才",
        "技能大师",
        "首席",
        "高级",
        "特级",
        "名师",
        "大师",
        "技师",
        "领军",
        "职工",
        "员工",
        "青年",
        "青工",
        "女工",
        "巾帼",
        "人才",
        "专家",
        "创新",
        "创效",
        "创业",
        "创造",
        "工作室",
        "工作站",
        "实训基地",
        "基地",
        "团队",
        "联盟",
        "联合",
    ],
)
def test_generic_words_tell_nothing_apart(word: str) -> None:
    assert studio_names.particular(f"{word}焊接工作室") == "焊接"
    assert studio_names.particular(f"焊接{word}") == "焊接"
    assert studio_names.particular(word) == ""


@pytest.mark.parametrize(
    ("name", "particular"),
    [
        ("示例第一创新工作室", "示例"),
        ("示例第十二创新工作室", "示例"),
        ("示例创新工作室（二）", "示例"),
        ("示例创新工作室(2)", "示例"),
        ("一号创新工作室", ""),
        ("示例创新工作室12号", "示例"),
        ("示例3号线创新工作室", "示例3号线"),
        ("“甲乙”示例创新工作室", "示例"),
        *((f"{pair[0]}甲乙{pair[1]}创新工作室", "甲乙") for pair in ("“”", '""', "''", "‘’", "「」", "『』", "《》")),
        (f"“{'甲' * 40}”创新工作室", "甲" * 40),
        (f"“{'甲' * 41}”创新工作室", "甲" * 41),
        ("“欧阳”创新工作室", ""),
        ("“欧阳焊接”创新工作室", ""),
        ("焊接与钳工工作室", "焊接钳工"),
        ("焊接及钳工工作室", "焊接钳工"),
        ("焊接暨钳工工作室", "焊接钳工"),
        *(
            (f"{word}工作室", word)
            for word in (
                "温度调和器",
                "缓和曲线",
                "中和池",
                "混和料",
                "和睦社区",
                "示例和谐号",
                "示例和平号",
                "示例和美号",
                "示例和顺号",
                "示例和气号",
                "示例总和数",
                "示例饱和水",
            )
        ),
        ("劳模和工匠", ""),
        ("劳模以及工匠", ""),
        ("劳模或工匠的基地", ""),
        ("焊 接（一）", "焊接"),
        ("焊", ""),
    ],
)
def test_more_of_what_is_particular(name: str, particular: str) -> None:
    assert studio_names.particular(name) == particular


@pytest.mark.parametrize(
    "trade",
    [
        "高压",
        "高速",
        "高温",
        "高炉",
        "高铁",
        "高分子",
        "金属",
        "石油",
        "石化",
        "石材",
        "车工",
        "车辆",
        "车削",
        "车床",
        "安全",
        "安装",
        "安防",
        "管道",
        "管网",
        "管线",
        "管理",
        "水泥",
        "水电",
        "水暖",
        "水务",
        "水利",
        "水产",
        "计量",
        "计算",
        "平台",
        "康复",
        "温控",
        "方便",
        "方舱",
        "包装",
        "应急",
        "成型",
        "成套",
        "时装",
        "云计算",
        "万吨",
        "白酒",
        "江海",
        "华北",
        "华南",
        "华东",
        "华中",
        "常规",
        "路桥",
        "乐器",
        "花卉",
        "花艺",
        "米面",
        "毛纺",
        "苗木",
        "项目",
        "强电",
        "茶叶",
        "农业",
        "连铸",
        "通信",
        "通用",
        "通讯",
        "步进",
        "古建",
        "师带徒",
        "师资",
        "家具",
        "家电",
        "家政",
        "景观",
        "党建",
        *(f"张{end}" for end in "工机电焊铸锻铣磨钻炉泵阀桥船轨网"),
    ],
)
def test_a_trade_is_no_person(trade: str) -> None:
    assert not studio_names.may_be_person(trade)
    assert studio_names.may_be_person(f"{trade}甲乙") is (trade[0] == "张")


@pytest.mark.parametrize(
    "text",
    [
        "张三",
        "李四平",
        "王某",
        "甲某",
        "甲某某",
        "尤三",
        "张三四五",
        "阿不都热",
        "欧阳",
        "欧阳三四五",
        "高",
        "张三焊接工",
        "尤三四",
        "迈提",
    ],
)
def test_what_may_be_a_person(text: str) -> None:
    assert studio_names.may_be_person(text)


@pytest.mark.parametrize("text", ["尤三四五", "a三", "机器", "王A", "阿", ""])
def test_what_may_be_none(text: str) -> None:
    assert not studio_names.may_be_person(text)


@pytest.mark.parametrize("mark", "“”\"'‘’「」『』《》")
def test_a_brand_in_any_marks_does_not_count_beside_other_words(mark: str) -> None:
    assert studio_names.particular(f"{mark}甲”示例创新工作室") == "示例"
    assert studio_names.particular(f"“甲{mark}示例创新工作室") == "示例"
    assert studio_names.particular(f"“甲{mark}乙”示例创新工作室") == "乙示例"


@pytest.mark.parametrize("word", ["劳模和工匠人才", "劳模工匠", "劳模", "技能人才", "技能大师", "工匠", "职工", "巾帼"])
def test_whom_a_kind_honours(word: str) -> None:
    assert studio_names.split(f"示例{word}创新工作室") == ("示例", f"{word}创新工作室")
    assert studio_names.split(f"示例{word}工作室") == ("示例", f"{word}工作室")
    assert studio_names.split(f"示例{word}X创新工作室") == (f"示例{word}X", "创新工作室")


@pytest.mark.parametrize("before", "饱中总缓调混")
def test_a_word_that_ends_in_the_sign_is_one(before: str) -> None:
    assert studio_names.particular(f"示例{before}和工艺") == f"示例{before}和工艺"


@pytest.mark.parametrize("behind", "谐平美顺气睦")
def test_a_word_that_begins_with_the_sign_is_one(behind: str) -> None:
    assert studio_names.particular(f"示例和{behind}工艺") == f"示例和{behind}工艺"


@pytest.mark.parametrize("sign", "和与及暨")
def test_a_sign_between_two_words_joins_them(sign: str) -> None:
    assert studio_names.particular(f"示例{sign}机械") == "示例机械"
    for one in (f"示{sign}机械", f"示例{sign}机"):
        assert studio_names.particular(one) == one


@pytest.mark.parametrize("sign", ["和", "与", "及", "暨", "或", "的", "以及", "和或"])
def test_a_sign_between_generic_words_is_left_out(sign: str) -> None:
    assert studio_names.particular(f"劳模{sign}工匠机械") == "机械"
    assert studio_names.particular(f"{sign}工匠机械") == "机械"
    assert studio_names.particular(f"机械工匠{sign}") == "机械"


@pytest.mark.parametrize(
    ("name", "particular"),
    [
        ("“甲”“乙”创新工作室", "甲乙"),
        ("“张三”“乙”创新工作室", ""),
        ("示例（三）机械", "示例机械"),
        ("示例(十二)机械", "示例机械"),
        ("示例第百零〇机械", "示例机械"),
        ("示例一二号", "示例"),
        ("二十号示例", "示例"),
        ("X", ""),
        ("XY", "XY"),
        ("示例机械和", "示例机械和"),
        (f"“{'甲' * 40}”示例创新工作室", "示例"),
        (f"“{'甲' * 41}”示例创新工作室", f"{'甲' * 41}示例"),
    ],
)
def test_still_more_of_what_is_particular(name: str, particular: str) -> None:
    assert studio_names.particular(name) == particular


@pytest.mark.parametrize("digit", "一二三四五六七八九十百零〇5")
def test_every_digit_of_an_ordinal(digit: str) -> None:
    for ordinal in (f"第{digit}", f"（{digit}）", f"({digit})"):
        assert studio_names.particular(f"示例{ordinal}机械") == "示例机械"
    assert studio_names.particular(f"{digit}号示例") == studio_names.particular(f"示例{digit}号") == "示例"
    assert studio_names.particular(f"示例{digit}二号") == "示例"
