"""People: their order, each listed once, and removed from every page by one edit."""

from itertools import product
from pathlib import Path

import pytest
from lxml import html

from laomo import generate, pipeline
from laomo.problems import formats
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.registry.statistics.suppression import SMALLEST, cells
from laomo.render import incremental
from laomo.text import collation
from tests.conftest import edit, some, tree


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("单小红", "shan4 xiao3 hong2"),
        ("解一", "xie4 yi1"),
        ("仇英", "qiu2 ying1"),
        ("曾国梁", "zeng1 guo2 liang2"),
        ("区大海", "ou1 da4 hai3"),
        ("查良", "zha1 liang2"),
        ("盖春华", "ge3 chun1 hua2"),
        ("尉迟恭", "yu4 chi2 gong1"),
        ("欧阳修", "ou1 yang2 xiu1"),
        ("单于明", "chan2 yu2 ming2"),
        ("任一", "ren2 yi1"),
        ("华山", "hua4 shan1"),
        ("朴正", "piao2 zheng4"),
        ("翟志", "zhai2 zhi4"),
        ("王重", "wang2 zhong4"),
    ],
)
def test_surnames_are_read_as_surnames(name: str, reading: str) -> None:
    assert collation.reading(name) == reading.split()


STROKES = (
    "2丁 3万 3马 4王 4区 4仇 4方 4邓 5叶 5卢 6江 6许 6阮 7陈 7苏 7李 7张 7邱 8林 8范 8郑 8欧 9赵 9柯 9洪 10郭 10顾 10高 10莫 "
    "11黄 11萧 11盖 11曹 12曾 12董 12谢 12蒋 13解 13詹 14蔡 14翟 15潘 16薛 17魏 17戴"
)
"""Numbers of strokes as taught in Chinese schools."""


@pytest.mark.parametrize("counted", STROKES.split())
def test_strokes_are_those_of_the_simplified_character(counted: str) -> None:
    assert collation.stroke_mark(f"{counted[-1]}某") == f"{counted[:-1]}画"


def test_names_stand_in_stroke_order() -> None:
    ordered = [
        "A. Li",
        "丁一",
        "王孝",
        "王一一",
        "王二一",
        "江一舟",
        "陈三",
        "欧阳修",
        "欧大海",
        "欧阳大海",
        "顾三春",
        "蔡仲林",
    ]
    shuffled = ordered[1::2] + ordered[::2]
    assert sorted(shuffled, key=collation.by_strokes) == ordered


def test_ties_in_strokes_follow_the_shape_of_the_first() -> None:
    four_strokes = ["王一", "车一", "水一", "毛一", "牛一", "文一", "方一", "尹一"]  # 横 横 (rare) 撇 撇 点 点 折
    expected = ["王一", "车一", "毛一", "牛一", "文一", "方一", "尹一", "水一"]
    assert sorted(four_strokes, key=collation.by_strokes) == expected


def test_names_stand_in_pinyin_order_with_marks() -> None:
    names = ["单小红", "盖春华", "区大海", "曾国梁", "蔡仲林", "A. Li"]
    ordered = sorted(names, key=collation.by_pinyin)
    assert [collation.initial(name) for name in ordered] == ["A", "C", "G", "O", "S", "Z"]


def warned(rendered: incremental.Rendered) -> tuple[Problem, ...]:
    """The warnings of a build, without notices."""
    return tuple(problem for problem in rendered.warnings if problem.severity == "warning")


def text(file: Path) -> str:
    return "".join(html.fromstring(file.read_bytes()).text_content().split())


def test_somebody_who_leads_two_studios_is_one_person(site: Path) -> None:
    honour = "honours: [{name: 示例市劳动模范, level: 市级, year: 2011}], also_leads: [crane]"
    edit(site / "studios/south/nurse/studio.yml", "[{name: 顾三春}]", f"[{{name: 顾三春}}, {{name: 江一舟, {honour}}}]")
    edit(site / "studios/north/crane/studio.yml", "    job: 岸桥司机", "    also_leads: [nurse]\n    job: 岸桥司机")
    edit(site / "studios/north/weld/studio.yml", "{name: 方二铁, kind: 技能人才}", "{name: 江一舟, kind: 技能人才}")
    checked = generate.check(Project(site))
    assert checked.registry is not None
    people = [(person.name, [studio.id for studio in person.studios]) for person in checked.registry.persons]
    assert people == [("江一舟", ["crane", "nurse"]), ("江一舟", ["weld"]), ("顾三春", ["nurse"])]
    pipeline.build(Project(site), site / "site")
    page = text(site / "site/people/index.html")
    assert page.count("江一舟岸桥劳模创新工作室") == 1
    assert "共3位" in page
    assert "共1位" in text(site / "site/people/skilled-worker/index.html")
    assert not (site / "site/people/craftsman").exists()


def test_one_edit_takes_a_person_off_the_whole_site(site: Path) -> None:
    crane = site / "studios/north/crane/studio.yml"
    edit(crane, "name: 江一舟岸桥劳模创新工作室", "name: 岸桥劳模创新工作室")
    edit(crane, "units:", "  - {name: 甲某某, kind: 工匠, bio: 甲某某写过一本书。}\nunits:")
    pairs = "apprentices: 4\n  pairs:\n    - {mentor: 甲某某, apprentice: 乙某某, consent: 2024}"
    edit(
        site / "studios/north/crane/2013.yml",
        "apprentices: 4",
        f"{pairs}\n    - {{mentor: 江一舟, apprentice: 丙某某, consent: 2024}}",
    )
    pipeline.build(Project(site), site / "site")
    before = "".join(data.decode(errors="replace") for data in tree(site / "site").values())
    assert before.count("甲某某") >= 4
    edit(crane, "{name: 甲某某, ", "{name: 甲某某, withdrawn: 2025-06, ")
    assert warned(pipeline.build(Project(site), site / "site")) == ()
    for name, data in some({**tree(site / "site"), **tree(site / ".build/pages")}.items()):
        assert "甲某某".encode() not in data, name
        assert "乙某某".encode() not in data, name
    assert "丙某某" in text(site / "site/studios/crane/index.html")


def test_a_person_left_with_revoked_honours_is_gone_too(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "year: 2011}", "year: 2011, status: 撤销}")
    pipeline.build(Project(site), site / "site")
    assert "江一舟" not in text(site / "site/people/index.html")
    assert "示例市劳动模范" not in text(site / "site/studios/crane/index.html")
    assert "江一舟岸桥劳模创新工作室" in text(site / "site/studios/crane/index.html"), "the plaque still says so"


HONOUR = "honours: [{name: 示例市劳动模范, level: 市级, year: 2011}]"


def withdraw(site: Path, where: str = "studios/north/crane") -> None:
    edit(site / where / "studio.yml", "name: 江一舟\n", "name: 江一舟\n    withdrawn: 2025\n")


def order(site: Path, unit: str = "北港码头") -> None:
    """The host's own withdrawal, for the whole site."""
    with (site / "studios/site.yml").open("a", encoding="utf-8") as file:
        file.write(f"withdrawn:\n  - {{name: 江一舟, unit: {unit}}}\n")


def lead_another(site: Path, where: str, more: str) -> None:
    """江一舟 also leads the studio there."""
    edit(site / where / "studio.yml", "leaders: [", f"leaders: [{{name: 江一舟, {more}}}, ")


def leaders(site: Path) -> list[tuple[str, str]]:
    registry = generate.check(Project(site)).registry
    assert registry is not None
    return [(leader.name, studio.id) for leader, studio in registry.people if leader.name == "江一舟"]


def test_withdrawal_follows_the_person_to_the_other_studio_of_the_union(site: Path) -> None:
    lead_another(site, "studios/north/weld", HONOUR)
    assert leaders(site) == [("江一舟", "crane"), ("江一舟", "weld")]
    withdraw(site)
    assert leaders(site) == []


@pytest.mark.parametrize("by", ["honour", "unit", "revoked"])
def test_a_record_removes_nobody_from_another_unions_pages_and_that_union_is_told(site: Path, by: str) -> None:
    """A stranger's record of somebody of the same name and honour or unit; its own pages obey it."""
    nurse = site / "studios/south/nurse/studio.yml"
    lead_another(site, "studios/south/nurse", "job: 护士" if by == "unit" else HONOUR)
    if by == "unit":
        edit(nurse, "[南区医院]", "[南区医院, 北港码头]")
    if by == "revoked":
        edit(site / "studios/north/crane/studio.yml", "year: 2011}", "year: 2011, status: 撤销}")
    else:
        withdraw(site)
    assert leaders(site) == [("江一舟", "nurse")]
    told = [problem for problem in generate.check(Project(site)).problems if problem.code == "withdrawn-elsewhere"]
    assert [(problem.path, problem.severity) for problem in told] == [("studios/south/nurse/studio.yml", "warning")]
    assert "请南区工会也在自己的档案里写上撤回" in formats.text(told[0])
    assert "请南区工会" not in formats.text(told[0], "en")
    edit(nurse, "{name: 江一舟,", "{name: 江一舟, withdrawn: 2025,")
    assert leaders(site) == []
    assert not [p for p in generate.check(Project(site)).problems if p.code == "withdrawn-elsewhere"]


def test_the_host_takes_somebody_off_the_whole_site(site: Path) -> None:
    nurse = site / "studios/south/nurse/studio.yml"
    lead_another(site, "studios/south/nurse", "job: 护士")
    edit(nurse, "[南区医院]", "[南区医院, 北港码头]")
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟岸桥劳模创新工作室", "name: 岸桥劳模创新工作室")
    (site / "studios/south/nurse/2014.yml").write_text(PAIRS, encoding="utf-8")
    order(site)
    assert leaders(site) == []
    rendered = pipeline.build(Project(site), site / "site")
    assert warned(rendered) == ()
    for name, data in some({**tree(site / "site"), **tree(site / ".build/pages")}.items()):
        assert "江一舟".encode() not in data, name


def test_the_host_takes_off_nobody_of_another_unit(site: Path) -> None:
    order(site, "另一家单位")
    assert leaders(site) == [("江一舟", "crane")]


PAIRS = "mentoring:\n  apprentices: 3\n  pairs:\n"
for _pair in ("顾三春, apprentice: 江一舟", "江一舟, apprentice: 丁某某", "顾三春, apprentice: 丙某某"):
    PAIRS += f"    - {{mentor: {_pair}, consent: 2014}}\n"


@pytest.mark.parametrize("where", ["north", "south"])
def test_withdrawal_reaches_old_pairs_at_the_unions_other_studios_only(site: Path, where: str) -> None:
    """By the bare name, for a pair tells no more: a stranger's record of that name must not empty other unions' pages."""
    studio = {"north": "weld", "south": "nurse"}[where]
    (site / f"studios/{where}/{studio}/2014.yml").write_text(PAIRS, encoding="utf-8")
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟岸桥劳模创新工作室", "name: 岸桥劳模创新工作室")
    withdraw(site)
    problems = warned(pipeline.build(Project(site), site / "site"))
    page = text(site / f"site/studios/{studio}/2014/index.html")
    assert "3名徒弟" in page
    assert "顾三春带丙某某" in page
    if where == "south":
        assert "顾三春带江一舟" in page
        assert [(problem.path, problem.code) for problem in problems] == [
            ("studios/south/nurse/2014.yml", "withdrawn-in-text"),
            ("studios/south/nurse/2014.yml", "withdrawn-in-text"),
        ]
        order(site)
        assert warned(pipeline.build(Project(site), site / "site")) == ()
    for name, data in some({**tree(site / "site"), **tree(site / ".build/pages")}.items()):
        assert "江一舟".encode() not in data, name
        assert "丁某某".encode() not in data, name


def test_a_namesake_who_leads_keeps_the_pairs(site: Path) -> None:
    edit(site / "studios/south/nurse/studio.yml", "[{name: 顾三春}]", "[{name: 江一舟}]")
    pair = "mentoring:\n  apprentices: 1\n  pairs: [{mentor: 江一舟, apprentice: 丙某某, consent: 2014}]\n"
    (site / "studios/south/nurse/2014.yml").write_text(pair, encoding="utf-8")
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟\n", "name: 江一舟\n    withdrawn: 2025\n")
    registry = generate.check(Project(site)).registry
    assert registry is not None
    mentoring = registry.studio_by_id["nurse"].years[0].record.mentoring
    assert mentoring is not None
    assert len(mentoring.pairs) == 1


def test_what_still_names_the_withdrawn_is_told_with_its_remedy(site: Path) -> None:
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟\n", "name: 江一舟\n    withdrawn: 2025\n")
    edit(site / "studios/north/crane/2013.yml", "这一年解决了两件事。", "这一年江一舟解决了两件事。")
    (site / "content/about/index.md").write_text("# 关于\n\n感谢江一舟。\n", encoding="utf-8")
    problems = generate.check(Project(site)).problems
    assert [(p.path, p.line, p.column, p.code, p.severity) for p in problems] == [
        ("content/about/index.md", 3, 3, "withdrawn-in-text", "warning"),
        ("studios/north/crane/2013.yml", 2, 10, "withdrawn-in-text", "warning"),
        ("studios/north/crane/studio.yml", 2, 7, "withdrawn-in-name", "warning"),
    ]
    assert all("提醒" in formats.text(problem) and "请" in formats.text(problem) for problem in problems)
    rendered = pipeline.build(Project(site), site / "site")
    assert warned(rendered) == problems
    with pytest.raises(BuildFailed):
        pipeline.build(Project(site), site / "site", strict=True)


def test_duplicates_are_told_with_both_files(site: Path) -> None:
    edit(site / "studios/south/nurse/studio.yml", "[{name: 顾三春}]", "[{name: 江一舟}]")
    edit(site / "studios/south/nurse/studio.yml", "[南区医院]", "[北港码头]")
    year = site / "studios/south/nurse/2014.yml"
    year.write_text(
        "achievements:\n  - {id: x, title: 吊具 防摇操作法, kind: 其他, disclosure: 可公开}\n", encoding="utf-8"
    )
    problems = [each for each in generate.check(Project(site)).problems if each.severity != "notice"]
    assert [(p.path, p.code, p.facts["other"], p.severity) for p in problems] == [
        ("studios/south/nurse/2014.yml", "duplicate-claim", "studios/north/crane/2013.yml", "warning"),
        ("studios/south/nurse/studio.yml", "duplicate-leader", "studios/north/crane/studio.yml", "warning"),
    ]


@pytest.mark.parametrize("counts", list(product(range(6), repeat=3)))
def test_no_hidden_number_can_be_worked_out(counts: tuple[int, ...]) -> None:
    shown = cells(dict(zip("甲乙丙", counts, strict=True)))
    assert {cell.count for cell in shown} & {*range(1, SMALLEST)} == set()
    hidden = [cell for cell in shown if cell.count is None]
    if not hidden:
        return
    rest = sum(counts) - sum(cell.count or 0 for cell in shown)
    ranges = [range(1, SMALLEST) if cell.words == "少于3人" else range(SMALLEST, 99) for cell in hidden]
    possible = [guess for guess in product(*ranges) if sum(guess) == rest]
    for place in some(range(len(hidden))):
        assert len({guess[place] for guess in possible}) > 1, shown


def test_small_groups_of_a_team_are_words(site: Path) -> None:
    edit(
        site / "studios/north/crane/studio.yml",
        "{高级技师: 3, 技师: 4, 高级工: 5}",
        "{高级技师: 1, 技师: 5, 高级工: 6}",
    )
    edit(site / "studios/north/crane/studio.yml", "frontline: 9", "frontline: 11\n  female: 2")
    pipeline.build(Project(site), site / "site")
    page = text(site / "site/studios/crane/index.html")
    assert "高级技师少于3人" in page
    assert "技师不单列" in page
    assert "女职工少于3人" in page
    assert "，一线职工" not in page, "one in twelve who is not would be known"
