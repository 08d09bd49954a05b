"""The whole pipeline on a small real site: what it produces, what an edit changes, and what an error leaves unchanged."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from laomo import generate, pipeline
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from tests.conftest import SMALL, edit, tree

LAOMO = Path(sys.executable).with_name("laomo")


def build(site: Path, out: Path | None = None) -> set[str]:
    """Build, and return the addresses of the pages that were rendered again."""
    return set(pipeline.build(Project(site), out or site / "site").changed)


@pytest.fixture
def warm(built: Path) -> Path:
    """The same with caches that hold: those of a copy do not, because its files are others."""
    build(built)
    return built


@pytest.fixture(scope="module")
def always_warm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same for tests after each of which caches and site are what they were."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("warm") / "small"))
    build(site)
    return site


def test_every_kind_of_page_is_there(built: Path) -> None:
    pages = {name for name in tree(built / "site") if name.endswith(".html")}
    assert pages >= {
        "index.html",
        "about/index.html",
        "studios/index.html",
        "studios/crane/index.html",
        "studios/crane/anti-sway/index.html",
        "achievements/index.html",
        "achievements/2013/index.html",
        "achievements/work-method/index.html",
        "achievements/benefits/efficiency/index.html",
        "people/index.html",
        "unions/index.html",
        "unions/north/index.html",
        "targets/2013/index.html",
        "statistics/index.html",
        "statistics/achievements/index.html",
        "statistics/people/index.html",
        "standards/six/index.html",
        "standards/six/2013/index.html",
        "studios/crane/2013/index.html",
        "404.html",
    }
    assert "studios/crane/brake-check/index.html" not in pages, "no story, no pictures: a section of the studio's page"


def test_the_studio_page_shows_what_the_record_says_and_only_that(built: Path) -> None:
    rich = (built / "site/studios/crane/index.html").read_text(encoding="utf-8")
    shown = "".join(html.fromstring(rich).text_content().split())
    for words in ("江一舟岸桥劳模创新工作室", "吊得稳，放得准", "吊具防摇操作法", "2011年10月18日", "示例市劳动模范"):
        assert words in shown
    assert html.fromstring(rich).get_element_by_id("achievement-brake-check") is not None
    story = (built / "site/studios/crane/anti-sway/index.html").read_text(encoding="utf-8")
    for words in ("800余万元", "风大时吊具摆动。", "他没有下机。"):
        assert words in story
    assert "未公开的办法" not in "".join(
        page.decode() for name, page in tree(built / "site").items() if name.endswith(".html")
    )
    poor = (built / "site/studios/weld/index.html").read_text(encoding="utf-8")
    assert "方二铁" in poor
    for section in ("创新成果", "攻关项目", "创新团队", "集体荣誉", "传帮带", "年度小结"):
        assert f"{section}</h2>" not in poor


def test_a_chinese_heading_keeps_its_words_as_anchor(site: Path) -> None:
    edit(site / "content/about/index.md", "[工作室]", "## 怎样更正\n\n[这里](#怎样更正)\n\n[工作室]")
    build(site)
    page = html.parse(str(site / "site/about/index.html"))
    assert page.xpath("//h2[@id='怎样更正']")


def test_targets_are_compared_with_what_records_show(site: Path) -> None:
    checked = generate.check(Project(site))
    assert checked.registry is not None
    table = checked.registry.targets[0]
    assert [(row.union.id, row.created, row.qualified) for row in table.rows] == [("north", 2, 1), ("south", 0, 0)]
    assert (table.created, table.qualified, table.undated) == (2, 1, 1)


def test_a_second_build_changes_nothing(warm: Path) -> None:
    before = tree(warm / "site")
    assert build(warm) == set()
    assert tree(warm / "site") == before


def test_one_edit_changes_only_its_pages(warm: Path) -> None:
    edit(warm / "studios/north/weld/studio.yml", "units: [北区重工]", "units: [北区重工]\nintro: 新写的简介。")
    assert build(warm) == {"studios/weld/"}


def test_a_page_that_somebody_else_touched_is_made_again(warm: Path) -> None:
    before = tree(warm / "site")
    (warm / ".build/html/about/index.html").write_text("x", encoding="utf-8")
    (warm / ".build/html/stray.html").write_text("x", encoding="utf-8")
    assert build(warm) == {"about/"}
    assert tree(warm / "site") == before


def test_markdown_that_somebody_else_touched_is_made_again(warm: Path) -> None:
    before = tree(warm / "site")
    (warm / ".build/pages/studios/weld/index.md").write_text("x", encoding="utf-8")
    (warm / ".build/pages/studios/crane/index.md").unlink()
    build(warm)
    assert tree(warm / "site") == before


@pytest.mark.parametrize("name", ["host.json", "audit.json", "pages.json"])
@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{}",
        b"[]",
        b"\xff",
        b'[["home.md", "1"]]',
        b"[3]",
        b"[" * 200_000,
        b'{"shared": 1, "sources": [], "results": 3}',
    ],
)
def test_damaged_memories_are_ignored(always_warm: Path, name: str, damage: bytes) -> None:
    before = tree(always_warm / "site")
    memory = always_warm / ".build/memory" / name
    assert memory.stat().st_size > len(damage) or len(damage) > 1000
    memory.write_bytes(damage)
    build(always_warm)
    assert tree(always_warm / "site") == before
    assert memory.read_bytes() != damage


FAULTS = {
    "a record": ("studios/north/weld/studio.yml", "category: 技能大师", "category: 大师", "unknown-word"),
    "two records": ("studios/decisions/2013-01.yml", "studio: crane", "studio: crain", "unknown-studio"),
    "a page": ("content/about/index.md", "../index.md", "../nowhere.md", "page-warning"),
    "a raw link": ("content/about/index.md", "# 关于小馆", '<a href="../nowhere/">x</a>', "broken-link"),
    "an outside picture": (
        "content/about/index.md",
        "# 关于小馆",
        '<img src="https://example.org/x.png" alt="x">',
        "outside-request",
    ),
    "a script link": ("content/about/index.md", "# 关于小馆", '<a href="javascript:alert(1)">x</a>', "broken-link"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_leaves_the_site_as_it_was(built: Path, fault: str) -> None:
    before = tree(built / "site")
    path, old, new, code = FAULTS[fault]
    edit(built / path, old, new)
    with pytest.raises(BuildFailed) as caught:
        build(built)
    assert code in {problem.code for problem in caught.value.problems}
    assert tree(built / "site") == before
    edit(built / path, new, old)
    build(built)
    assert tree(built / "site") == before


def test_a_picture_that_is_none_is_reported(site: Path) -> None:
    (site / "studios/north/crane/photos/cover.png").write_bytes(b"<svg onload=alert(1)>")
    problems = generate.check(Project(site)).problems
    assert [problem.code for problem in problems] == ["bad-picture"]


def test_a_link_is_not_followed(site: Path) -> None:
    (site / "studios/north/crane/2014.yml").symlink_to("/etc/passwd")
    (site / "studios/north/weld/photos").symlink_to("/etc")
    problems = generate.check(Project(site)).problems
    assert [(p.path, p.code) for p in problems] == [
        ("studios/north/crane/2014.yml", "symlink"),
        ("studios/north/weld/photos", "symlink"),
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("studios/north/crane/stduio.yml", "unexpected-file"),
        ("studios/north/crane/notes.docx", "unexpected-file"),
        ("studios/north/Crane/studio.yml", "folder-name"),
        ("studios/north/studios/studio.yml", "reserved-name"),
        ("studios/north/lost/2013.yml", "studio-without-profile"),
    ],
)
def test_files_in_the_wrong_place_are_named(site: Path, path: str, code: str) -> None:
    file = site / path
    file.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(site / "studios/north/weld/studio.yml", file)
    assert [(p.path, p.code) for p in generate.check(Project(site)).problems] == [(path, code)]


@pytest.mark.parametrize(("encoding", "code"), [("gbk", "encoding-gbk"), ("utf-16", "encoding-utf16")])
def test_a_page_in_another_encoding_is_named_with_its_line(site: Path, encoding: str, code: str) -> None:
    (site / "content/about/old.md").write_text("---\ntitle: old\n---\n\n# 中文页\n", encoding=encoding)
    (problem,) = generate.check(Project(site)).problems
    assert (problem.path, problem.code) == ("content/about/old.md", code)
    assert (problem.line, problem.facts.get("line")) == ((5, "# 中文页") if encoding == "gbk" else (1, None))


def test_without_site_or_unions_the_missing_file_is_named(site: Path) -> None:
    (site / "studios/site.yml").unlink()
    (site / "studios/unions.yml").unlink()
    assert [p.path for p in generate.check(Project(site)).problems] == ["studios/site.yml", "studios/unions.yml"]


def test_an_empty_folder_is_no_crash(tmp_path: Path) -> None:
    assert {p.code for p in generate.check(Project(tmp_path)).problems} == {"missing-file"}


def test_fingerprints_are_the_same_in_every_process(warm: Path) -> None:
    """Otherwise every build would render everything again."""
    cache_file = warm / ".build/memory/pages.json"
    before = json.loads(cache_file.read_bytes().partition(b"\n")[2])
    cache_file.unlink()
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    subprocess.run([LAOMO, "build", "--root", warm], env=environment, check=True, capture_output=True, timeout=120)
    after = json.loads(cache_file.read_bytes().partition(b"\n")[2])
    assert [each[:2] for each in after] == [each[:2] for each in before]
    assert len(after) > 50
