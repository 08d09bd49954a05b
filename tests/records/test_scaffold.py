"""Skeletons of new records, the ids that they get, and unions that are added to a list."""

import re

import pytest

from laomo.records import models, scaffold
from laomo.records.yaml import reader


@pytest.mark.parametrize(
    ("name", "leader", "unit", "others", "expected"),
    [
        ("起重机创新工作室", "", "甲厂", (), "qizhongji"),
        ("劳模创新工作室", "张三", "北区重工有限公司", (), "beiquzhonggong"),
        ("张三创新工作室", "张三", "示例第一分公司", ("李四",), "shilidiyi"),
        ("张三李四焊接创新工作室", "张三", "", ("李四",), "hanjie"),
        ("焊接和钳工劳模创新工作室", "", "", ("x",), "hanjieqiangong"),
        ("焊创新工作室", "", "乙厂", (), "yichang"),
        *(
            ("劳模创新工作室", "", f"示例{word}", (), "shili")
            for word in ("股份", "有限", "责任", "分公司", "子公司", "总公司", "公司", "集团", "总厂", "（）")
        ),
        ("劳模创新工作室", "", "厂", (), "chang"),
        ("劳模创新工作室", "", "甲公司", (), "jiagongsi"),
        ("劳模创新工作室", "", "", (), "studio"),
        ("A1工作室", "", "", (), "a1"),
        (
            "超长的名字示例焊接技术研究应用推广创新发展工程中心工作室",
            "",
            "",
            (),
            "chaochangdemingzishilihanjiejishuyanjiu",
        ),
    ],
)
def test_the_id_of_a_new_studio(name: str, leader: str, unit: str, others: tuple[str, ...], expected: str) -> None:
    assert scaffold.studio_id(name, leader, unit, set(), others) == expected
    assert scaffold.studio_id(name, leader, unit, {expected}, others) == f"{expected}-2"
    assert len(expected) <= 40


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("思明区总工会", "siming"),
        ("示例市总工会", "shili"),
        ("教育工会", "jiaoyu"),
        ("总工会", "zonggonghui"),
        ("集美区工业园区工会委员会", "jimeiqugongyeyuan"),
        ("海沧区产业工委", "haicangquchanye"),
        ("厦门市", "xiamen"),
        ("福建省", "fujian"),
        ("甲乙县", "jiayi"),
        ("Ж", "union"),
    ],
)
def test_the_id_of_a_new_union(name: str, expected: str) -> None:
    assert scaffold.union_id(name, set()) == expected
    assert scaffold.union_id(name, {expected, f"{expected}-2"}) == f"{expected}-3"


OWNERS = """# yaml-language-server: $schema=../schemas/owners.json
# 谁可以改什么。要填哪一项，删去那一行开头的井号，在冒号后面空一格填写。
# 没有的不填；井号开头的行不会登出，留着、删去都可以。写完运行 laomo check。

# 管理员：可以改整个网站的账号；写账号，不写姓名。
#stewards: []

# 各工会：工会编号: [账号, 账号]；只能改自己工会文件夹里的档案。
#unions:
"""
UNIONS = """
# 工会：必填。
unions:
  # 编号：必填。
  - id: a
    # 工会名称：必填。
    name: 甲
    # 类别：必填。省总工会、市总工会、县总工会、区总工会、系统（区域）工委、产业工会、直属工会、基层工会。
    kind: 市总工会
    # 上级工会。
#    parent:
    # 简称。
#    short:
"""


def test_what_a_skeleton_looks_like() -> None:
    assert scaffold.owners().decode() == OWNERS
    unions = scaffold.unions({"id": "a", "name": "甲", "kind": "市总工会"}).decode()
    assert UNIONS in unions
    assert "#    other_names: []\n    # 简介。\n#    intro: |\n" in unions
    assert unions.startswith("# yaml-language-server: $schema=../schemas/unions.json\n# 工会名录。")


def test_a_site_says_its_format() -> None:
    site = scaffold.site({"name": "甲", "place": "乙", "as_of": "2013"})
    tree, problems = reader.read(site, "")
    assert (tree, problems) == ({"format": "1", "name": "甲", "place": "乙", "as_of": "2013"}, [])
    text = site.decode()
    assert "\n#verification:\n  # 百度。\n#  baidu:\n" in text
    assert "\n#pioneers:\n  # 年份：必填。\n#  - year:\n    # 级别：必填。" in text
    assert "sample_banner" not in text
    assert "withdrawn" not in text


STUDIO = {"name": "甲", "units": ["乙"], "leaders": [{"name": "丙", "role": "带头人"}, {"name": "丁"}], "bio": "x"}


def test_a_studio_holds_what_is_known_and_offers_the_rest() -> None:
    data = scaffold.studio(STUDIO)
    tree, problems = reader.read(data, "")
    assert (tree, problems) == ({name: value for name, value in STUDIO.items() if name != "bio"}, [])
    text = data.decode()
    assert (
        "\nleaders:\n  # 姓名：必填。\n  - name: 丙\n    # 角色：领衔人、共同领衔人、带头人。\n    role: 带头人\n"
        in text
    )
    assert "\n  - name: 丁\n" in text
    offered = {found[1] for found in re.finditer(r"^#?(\w+):", text, re.MULTILINE)}
    never = {"sample", "withdrawn", "ended_on", "merged_into", "moved_to"}
    assert offered == models.StudioRecord.model_fields.keys() - never
    assert text.startswith("# yaml-language-server: $schema=../../../schemas/studio.json\n")


def test_every_line_may_be_used() -> None:
    """Without its sign each commented line is YAML: what it offers can be filled in."""
    text = re.sub(r"(?m)^#(?=\s*(?:- )?\w+:)", "", scaffold.year({}).decode())
    tree, problems = reader.read(text.encode(), "")
    assert problems == []
    assert isinstance(tree, dict)
    offered = {found[1] for found in re.finditer(r"(?m)^(\w+):", text)}
    assert offered == models.YearRecord.model_fields.keys() - {"sample", "report"}
    shown = scaffold.year({}).decode()
    assert "#summary: |\n" in shown
    assert "#    innovation: []\n" in shown
    assert "# 攻关项目" in shown


LIST = "unions:\n  - id: a\n    name: 甲\n    kind: 市总工会\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LIST, f"{LIST}  - id: b\n    name: 乙\n    kind: 区工会\n"),
        (f"{LIST}\n\n", f"{LIST}  - id: b\n    name: 乙\n    kind: 区工会\n"),
        (LIST.replace("\n  ", "\n"), LIST.replace("\n  ", "\n") + "- id: b\n  name: 乙\n  kind: 区工会\n"),
        ("unions: [{id: a, name: 甲, kind: 市总工会}]\n", None),
    ],
)
def test_one_more_union(before: str, after: str | None) -> None:
    made = scaffold.with_union(before.encode(), {"id": "b", "name": "乙", "kind": "区工会", "parent": ""})
    assert made == (after.encode() if after else None)


def test_a_breakdown_offers_each_of_its_words() -> None:
    text = scaffold.studio({"name": "甲", "team": {"total": 9, "by_age": {"36至45岁": 4}}}).decode()
    assert text.partition("# 创新团队。\n")[2].partition("\n\n")[0] == (
        "team:\n  # 团队人数：必填。含领衔人。\n  total: 9\n  # 一线职工人数。\n#  frontline:\n  # 女职工人数。\n#  female:\n"
        "  # 技能等级结构。\n#  by_grade:\n#    首席技师:\n#    特级技师:\n#    高级技师:\n#    技师:\n#    高级工:\n#    中级工:\n"
        "#    初级工:\n#    学徒工:\n#    其他:\n"
        "  # 年龄结构。\n  by_age:\n#    35岁及以下:\n    36至45岁: 4\n#    46至55岁:\n#    56岁及以上:\n"
        "  # 等级与年龄梯次：每个等级、每个年龄段几人；只并入全馆合计，本工作室的网页不印。\n#  by_grade_and_age:\n    # 技能等级：必填。首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工、其他。\n#    - grade:\n      # 年龄段：必填。35岁及以下、36至45岁、46至55岁、56岁及以上。\n#      age:\n      # 人数：必填。\n#      count:\n"
        "  # 学历结构。\n#  by_education:\n#    研究生:\n#    本科:\n#    大专:\n#    中专高中及以下:"
    )
