"""A broken record is a problem of its own file and makes no other record look wrong."""

from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from tests.conftest import edit

REFERENCES = {
    "decisions/2024-01.yml": "title: 命名决定\nresult: 命名\nlevel: 市级\nbodies: [示例市总工会]\ndate: 2024\nstudios: [{studio: weld}]\n",
    "notices/2024-01.yml": "title: 通知\nkind: 通知\ndate: 2024-05-01\nissuer: 示例市总工会\ntext: 请看。\nstudios: [weld]\n",
    "alliances.yml": "alliances:\n  - {id: ring, name: 示例联盟, kind: 行业, lead: weld, members: [weld, crane]}\n",
    "south/nurse/2024.yml": (
        "achievements:\n  - {id: joint, title: 共同的成果, kind: 技术革新, disclosure: 可公开, shared_with: [weld]}\n"
    ),
    "south/nurse/studio.yml": (
        "name: 顾三春护理巾帼创新工作室\ncategory: 巾帼\nleaders: [{name: 顾三春}]\nunits: [南区医院]\nregion: 南区\n"
        "relations: [{kind: 孵化工作室, studio: weld}]\n"
    ),
    "south/merged/studio.yml": (
        "name: 并入别处的工作室\ncategory: 工匠\nleaders: [{name: 陆二木}]\nunits: [南区船厂]\nregion: 南区\n"
        "status: 合并\nmerged_into: weld\n"
    ),
}
STORY = "---\ntitle: 一段故事\nthemes: [奉献]\nabout: {}\n---\n\n正文。\n"
FAULTS = ["category: 错的类别\n", "name: '—'\n", "name: [\n", "\tname: 甲\n", ""]


@pytest.mark.parametrize("fault", FAULTS)
def test_only_the_faulty_profile_is_named(site: Path, fault: str) -> None:
    for path, text in REFERENCES.items():
        file = site / "studios" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    edit(site / "studios/site.yml", "featured: [crane]", "featured: [crane, weld]")
    whole = {(problem.path, problem.code) for problem in generate.check(Project(site)).problems}
    (site / "content/stories").mkdir(parents=True, exist_ok=True)
    (site / "content/stories/told.md").write_text(STORY.format("weld"), encoding="utf-8")
    weld = site / "studios/north/weld/studio.yml"
    weld.write_text(fault, encoding="utf-8")
    problems = [each for each in generate.check(Project(site)).problems if (each.path, each.code) not in whole]
    others = [each for each in problems if each.path != "studios/north/weld/studio.yml"]
    assert [(each.path, each.line, each.code, each.severity) for each in others] == [
        ("content/stories/told.md", 4, "subject-unreadable", "warning")
    ]
    assert others[0].facts["path"] == "studios/north/weld/studio.yml"
    assert len(problems) > len(others)


def test_a_faulty_year_takes_no_story_results_or_pictures_with_it(site: Path) -> None:
    (site / "content/stories").mkdir(parents=True, exist_ok=True)
    (site / "content/stories/told.md").write_text(STORY.format("crane/brake-check"), encoding="utf-8")
    for year in (site / "studios/north/crane").glob("2*.yml"):
        year.write_text("summary: [\n", encoding="utf-8")
    found = {(each.path, each.code) for each in generate.check(Project(site)).problems}
    assert {path for path, _ in found if "crane/2" not in path} == {"content/stories/told.md"}
    assert ("content/stories/told.md", "subject-unreadable") in found


def test_a_faulty_word_list_makes_no_industry_unknown(site: Path) -> None:
    (site / "studios/vocabulary.yml").write_text("industries: [制伞]\n", encoding="utf-8")
    weld = site / "studios/north/weld/studio.yml"
    weld.write_text(weld.read_text(encoding="utf-8") + "industry: 制伞\n", encoding="utf-8")
    assert {each.path for each in generate.check(Project(site)).problems} == {"studios/vocabulary.yml"}


def test_a_story_about_nothing_is_still_told(site: Path) -> None:
    (site / "content/stories").mkdir(parents=True, exist_ok=True)
    (site / "content/stories/told.md").write_text(STORY.format("nobody"), encoding="utf-8")
    assert [each.code for each in generate.check(Project(site)).problems] == ["unknown-subject"]
