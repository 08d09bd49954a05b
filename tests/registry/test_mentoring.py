"""师带徒: the pairs of all years as a tree of people."""

from pathlib import Path

from lxml import html

from laomo import generate, pipeline
from laomo.project import Project
from laomo.registry import mentoring
from laomo.registry.mentoring import LineageNode


def pairs(site: Path, year: int, *taught: str) -> None:
    """Let the crane studio report pairs of `mentor, apprentice, more fields`."""
    lines = [
        f"    - {{mentor: {mentor}, apprentice: {apprentice}, consent: 2020{''.join(', ' + part for part in more)}}}\n"
        for mentor, apprentice, *more in (each.split("，") for each in taught)
    ]
    text = f"mentoring:\n  apprentices: {len(lines)}\n  pairs:\n{''.join(lines)}"
    (site / f"studios/north/crane/{year}.yml").write_text(text, encoding="utf-8")


def trees(site: Path) -> tuple[LineageNode, ...]:
    registry = generate.check(Project(site)).registry
    assert registry is not None
    return mentoring.trees(registry.studio_by_id["crane"])


def outline(people: tuple[LineageNode, ...], depth: int = 0) -> list[str]:
    """Names, with one dash for each generation."""
    return [line for each in people for line in ("-" * depth + each.name, *outline(each.apprentices, depth + 1))]


def test_apprentices_of_apprentices_stand_below_them_the_leader_first(site: Path) -> None:
    pairs(site, 2015, "某某师傅，庚某某", "江一舟，乙某某，start: 2014-03", "江一舟，甲某某，start: 2012")
    pairs(site, 2016, "乙某某，丙某某", "江一舟，乙某某，start: 2014-03")
    assert outline(trees(site)) == ["江一舟", "-甲某某", "-乙某某", "--丙某某", "某某师傅", "-庚某某"]


def test_one_apprentice_of_several_years_is_one_with_each_outcome(site: Path) -> None:
    pairs(site, 2015, "江一舟，乙某某，start: 2014-03，outcome: 独立上机")
    pairs(site, 2016, "江一舟，乙某某，outcome: 晋升技师")
    ((leader),) = trees(site)
    assert leader.role == "领衔人"
    (apprentice,) = leader.apprentices
    assert [(each.year, each.text) for each in apprentice.outcomes] == [(2016, "晋升技师"), (2015, "独立上机")]
    assert str(apprentice.since) == "2014年3月"


def test_pairs_in_a_circle_and_without_end_are_drawn_once(site: Path) -> None:
    chain = [f"人{n}某，人{n + 1}某" for n in range(40)]
    pairs(site, 2015, "甲某某，乙某某", "乙某某，甲某某", "丁某某，丁某某", *chain)
    drawn = outline(trees(site))
    assert drawn[:8] == ["人0某", "-人1某", "--人2某", "---人3某", "----人4某", "-----人5某", "甲某某", "-乙某某"]
    assert max(line.count("-") for line in drawn) == 5
    assert {line.strip("-") for line in drawn} == {"甲某某", "乙某某", "丁某某", *(f"人{n}某" for n in range(41))}


def test_the_tree_is_lists_in_lists_on_the_studio_page(site: Path) -> None:
    pairs(site, 2015, "江一舟，乙某某，outcome: <b>独立上机", "乙某某，丙某某")
    pipeline.build(Project(site), site / "site")
    page = html.fromstring((site / "site/studios/crane/index.html").read_text(encoding="utf-8"))
    (lineage,) = page.find_class("lineage")
    assert lineage.xpath("string(li/ul/li/ul/li//b)") == "丙某某"
    assert lineage.xpath("li/ul/@aria-label") == ["江一舟的徒弟"]
    assert "2015年<b>独立上机" in "".join(lineage.text_content().split())
    other = html.fromstring((site / "site/studios/weld/index.html").read_text(encoding="utf-8"))
    assert not other.find_class("lineages")
