"""Plain MkDocs: `mkdocs build` makes the same site, byte for byte, and the edit link of a studio opens its record."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from laomo import pipeline
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from tests.conftest import edit, some, tree

MKDOCS = Path(sys.executable).with_name("mkdocs")


def mkdocs(root: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [MKDOCS, "build", "--strict", *map(str, arguments)]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, env=environment, check=False)


def keep_back(site: Path) -> None:
    """Pages that the settings keep back."""
    kept = "---\nthemes: [奉献]\n---\n# 写着的\n\n还没写好。[名单](list.txt)\n"
    for name in ("draft.md", ".hidden.md", "inner/plan.md", "templates/page.md", "stories/half.md"):
        (site / "content" / name).parent.mkdir(exist_ok=True)
        (site / "content" / name).write_text(kept, encoding="utf-8")
    kept_back = "draft_docs: |\n  draft.md\n  /stories/half.md\nexclude_docs: |\n  /inner/\n"
    edit(site / "mkdocs.yml", "docs_dir", f"{kept_back}docs_dir")


def test_what_the_settings_keep_back_is_nowhere_on_the_site(site: Path) -> None:
    keep_back(site)
    (site / "content/list.txt").write_text("还没写好。\n", encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    shown = tree(site / "site")
    assert [name for name, data in shown.items() if "还没写好".encode() in data or "写着的".encode() in data] == []
    assert "list.txt" not in shown


def by_mkdocs(root: Path, out: Path) -> dict[str, bytes]:
    run = mkdocs(root, "--site-dir", out)
    assert run.returncode == 0, run.stderr
    return tree(out)


def test_both_doors_lead_to_the_same_site(site: Path, tmp_path: Path) -> None:
    keep_back(site)
    theirs = by_mkdocs(site, tmp_path / "stock")
    pipeline.build(Project(site), site / "site")
    assert_same(tree(site / "site"), theirs)


def test_so_they_do_for_the_sample_city(city_site: Path, own_city: Path, tmp_path: Path) -> None:
    """In a copy, whose caches do not hold."""
    assert_same(tree(city_site), by_mkdocs(own_city, tmp_path / "stock"))


def assert_same(ours: dict[str, bytes], theirs: dict[str, bytes]) -> None:
    assert sorted(some(ours)) == sorted(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_a_faulty_record_stops_mkdocs_too(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    run = mkdocs(site)
    assert run.returncode == 1
    assert "studios/north/weld/studio.yml:3:11: 错误：" in run.stderr


def test_strict_means_strict_even_when_quiet(site: Path) -> None:
    """MkDocs alone would succeed, because a quiet run drops warnings before they are counted (safety notes §0.4)."""
    edit(site / "content/about/index.md", "# ", "# [不在的一页](nowhere.md) ")
    run = mkdocs(site, "--quiet")
    assert run.returncode == 1
    assert "nowhere.md" in run.stderr
    with pytest.raises(BuildFailed) as caught:
        pipeline.build(Project(site), site / "site")
    assert [problem.code for problem in caught.value.problems] == ["page-warning"]


@pytest.mark.parametrize(
    ("page", "target"),
    [
        ("studios/crane/", "edit/main/studios/north/crane/studio.yml"),
        ("studios/crane/anti-sway/", "edit/main/studios/north/crane/2013.yml"),
        ("studios/crane/2013/", "edit/main/studios/north/crane/2013.yml"),
        ("about/", "edit/main/content/about/index.md"),
    ],
)
def test_edit_this_page_opens_the_source(built: Path, page: str, target: str) -> None:
    tree_of_page = html.parse(str(built / "site" / page / "index.html"))
    (link,) = tree_of_page.xpath("//a[@rel='edit']/@href")
    assert link == f"https://git.example.org/union/showcase/{target}"
