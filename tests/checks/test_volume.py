"""Studios with far too much in their records: a warning, then a refusal, and until then pages and search files that open."""

import time
from pathlib import Path

import pytest

from laomo import generate
from laomo.problems.problem import Problem
from laomo.project import Project

STUDIO = "studios/north/crane"
PEOPLE = "赵钱孙李周吴郑王冯陈"
_YEAR = "sample: 是\n"


def achievements(site: Path, count: int, year: int) -> None:
    items = (
        f"  - {{id: a{year}-{n}, title: {year}年第{n}项检修办法, kind: 五小成果, disclosure: 可公开}}\n"
        for n in range(count)
    )
    (site / STUDIO / f"{year}.yml").write_text(f"{_YEAR}achievements:\n{''.join(items)}", encoding="utf-8")


def problems(site: Path, code: str) -> list[Problem]:
    return [problem for problem in generate.check(Project(site)).problems if problem.code == code]


def test_more_items_than_any_record_may_have(site: Path) -> None:
    achievements(site, 1_001, 2010)
    found = problems(site, "too-many-items")
    assert [problem.severity for problem in found] == ["error"]


@pytest.mark.parametrize(
    ("field", "item"),
    [
        ("leaders", "  - {{name: {name}}}\n"),
        ("relations", "  - {{kind: 结对, studio: dispatch}}\n"),
        ("photos", "  - {{file: {n}.png, caption: 图, alt: 图}}\n"),
        ("honours", "  - {{name: 奖{n}, level: 省级, year: 2010}}\n"),
        ("rules", "  - {{name: 制度{n}}}\n"),
        ("former_names", "  - 旧名{n}\n"),
    ],
)
def test_five_thousand_of_anything(site: Path, field: str, item: str) -> None:
    items = "".join(item.format(n=n, name=f"{PEOPLE[n % 10]}{chr(0x4E00 + n)}") for n in range(5_000))
    text = f"{_YEAR}name: 大劳模创新工作室\ncategory: 劳模\nunits: [北港码头]\nregion: 北区\n"
    text += "" if field == "leaders" else "leaders: [{name: 江一舟}]\n"
    (site / STUDIO / "studio.yml").write_text(f"{text}{field}:\n{items}", encoding="utf-8")
    start = time.process_time()
    found = [each.code for each in generate.check(Project(site)).problems if each.path == f"{STUDIO}/studio.yml"]
    assert set(found) & {"too-many-items", "too-many-nodes"}
    assert len(found) < 10
    assert time.process_time() - start < 10


def test_very_much_text(site: Path) -> None:
    stories = "".join(
        f"  - {{id: a{n}, title: 第{n}项, kind: 五小成果, disclosure: 可公开, story: {'很好。' * 2_000}}}\n"
        for n in range(50)
    )
    for year in range(2010, 2014):
        text = f"{_YEAR}achievements:\n{stories.replace('id: a', f'id: y{year}-')}"
        (site / STUDIO / f"{year}.yml").write_text(text, encoding="utf-8")
    (problem,) = problems(site, "records-too-heavy")
    assert (problem.path, problem.severity) == (STUDIO, "error")


def test_thousands_of_personal_numbers_are_counted(site: Path) -> None:
    numbers = "".join(f"  139{n:08}\n" for n in range(20_000))
    (site / STUDIO / "2020.yml").write_text(f"{_YEAR}summary: |\n{numbers}", encoding="utf-8")
    found = [each for each in generate.check(Project(site)).problems if each.path.endswith("2020.yml")]
    assert [each.code for each in found].count("personal-mobile") == 100
    (more,) = (each for each in found if each.code == "more-problems")
    assert (more.line, more.facts["count"], more.severity) == (103, 19_900, "error")


def test_at_the_limit_pages_and_search_files_open(site: Path) -> None:
    for year in (2010, 2011):
        achievements(site, 1_000, year)
    project = Project(site)
    checked = generate.check(project)
    assert checked.registry
    start = time.process_time()
    generate.generate(project, checked.registry)
    assert time.process_time() - start < 20
    sizes = {file: file.stat().st_size for file in project.pages.rglob("*") if file.is_file()}
    assert max(size for file, size in sizes.items() if file.parent.name == "search") < 150_000
    assert max(size for file, size in sizes.items() if file.suffix == ".md") < 1_500_000
