"""The summary for a merge request: what readers will see, in words a union chairman reads."""

from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import edit
from tests.tools.review.gitsite import Clone, git

from laomo.system.git import Repository
from laomo.tools.review import changes

STUDIO = "name: 示例焊接工匠创新工作室\ncategory: 工匠\nleaders:\n  - name: 示例甲\nunits: [示例船厂]\nregion: 北区\n"
YEAR = "achievements:\n  - {id: arc, title: 短弧立焊法, kind: 先进操作法, disclosure: 可公开}\n  - {id: inner, title: 不给人看的办法, kind: 其他, disclosure: 不公开}\n"
DECISION = "title: 示例决定\nresult: 命名\ndesignation: 示例市工匠创新工作室\nlevel: 市级\nbodies: [示例市总工会]\ndate: 2014-05\nstudios:\n  - studio: weld\n"


@pytest.fixture
def clone(site: Path, tmp_path: Path) -> Clone:
    made = Clone(site, tmp_path / "remote.git")
    made.branch("work")
    return made


def summary(clone: Clone, address: str | None = None) -> str:
    git(clone.folder, "push", "--quiet", "--force", "origin", "work")
    found = changes.compare(Repository(clone.remote), "main", "work")
    assert found
    return changes.markdown(found, address)


def test_new_studios_years_achievements_and_titles_with_links(clone: Clone) -> None:
    clone.write("studios/north/arc/studio.yml", STUDIO)
    clone.write("studios/north/arc/2014.yml", YEAR)
    clone.write("studios/decisions/2014-01.yml", DECISION)
    edit(clone.folder / "studios/south/nurse/studio.yml", "region: ", "founded: 2012\nregion: ")
    clone.commit()
    told = summary(clone)
    assert told.startswith("## 合并以后，读者会看到\n\n**新的工作室（1）**\n\n- 示例焊接工匠创新工作室（北区工会）\n")
    assert "**新的创新成果（1）**\n\n- 短弧立焊法（示例焊接工匠创新工作室）\n" in told
    assert "**新的年度报告（1）**" in told
    assert "（2014年）" in told
    assert "**新的称号（1）**" in told
    assert "- 北区焊接技能大师工作室（示例市工匠创新工作室）\n" in told
    assert "**基本情况有改动的工作室（1）**" in told
    assert "不给人看的办法" not in told
    linked = summary(clone, "https://preview.example.org/7/")
    assert "[示例焊接工匠创新工作室](https" in linked
    assert "studios" in linked


def test_what_appears_on_another_unions_page_is_told(clone: Clone) -> None:
    edit(
        clone.folder / "studios/north/weld/studio.yml",
        "region: ",
        "relations: [{kind: 孵化工作室, studio: nurse}]\nregion: ",
    )
    clone.write(
        "studios/north/weld/2014.yml",
        YEAR.replace("disclosure: 可公开", "disclosure: 可公开, shared_with: [crane, nurse]"),
    )
    clone.commit()
    told = summary(clone)
    assert "**请留意：会出现在别的工会网页上的（2）**" in told
    assert "- 顾三春护理巾帼创新工作室（南区工会）：“短弧立焊法”，写在北区焊接技能大师工作室的档案里\n" in told
    assert "- 顾三春护理巾帼创新工作室（南区工会）：“孵化出的工作室”" in told
    clone.push("work:main")
    git(clone.folder, "branch", "--force", "main", "work")
    edit(clone.folder / "studios/north/weld/2014.yml", "短弧立焊法", "另一种立焊法")
    clone.commit()
    told = summary(clone)
    assert "**请留意：会出现在别的工会网页上的（1）**" in told
    assert "“另一种立焊法”" in told


def test_who_withdraws_is_counted_and_never_named(clone: Clone) -> None:
    file = clone.folder / "studios/north/weld/studio.yml"
    edit(file, "{name: 方二铁,", "{name: 方二铁, withdrawn: 2025-06-01,")
    clone.commit()
    told = summary(clone)
    assert "**有 1 位人员不再公开**" in told
    assert "方二铁" not in told


def test_what_a_reviewer_must_not_overlook(clone: Clone) -> None:
    git(clone.folder, "rm", "--quiet", "-r", "studios/south/nurse")
    clone.write("mkdocs.yml", "site_name: 别的\n")
    edit(clone.folder / "studios/north/weld/studio.yml", "category: ", "category: 错")
    clone.commit()
    told = summary(clone)
    assert "1 个不是档案的文件被改动" in told
    assert "档案读不懂" in told
    assert "间工作室的档案被删除" in told


def test_nothing_in_a_record_can_write_markdown(clone: Clone) -> None:
    clone.write("studios/north/arc/studio.yml", STUDIO)
    clone.write("studios/north/arc/2014.yml", YEAR.replace("短弧立焊法", "'甲 @all **重** http://x.example'"))
    clone.commit()
    told = summary(clone)
    assert "@all" not in told
    assert "http://x" not in told
    assert "&#64;all" in told


def test_a_change_that_nobody_sees(clone: Clone) -> None:
    edit(clone.folder / "studios/unions.yml", "unions:", "# 说明\nunions:")
    clone.commit()
    assert summary(clone) == "## 合并以后，读者会看到\n\n没有看得见的变化。\n"


def test_a_hostile_tree_is_laid_out_nowhere_but_in_its_folder(clone: Clone) -> None:
    blob = clone.blob("name: 甲\n")
    up = git(clone.folder, "mktree", given=f"100644 blob {blob}\tstudio.yml\n".encode())
    up = git(clone.folder, "mktree", given=f"040000 tree {up}\t..\n".encode())
    studios = git(clone.folder, "ls-tree", "HEAD:studios")
    studios = git(clone.folder, "mktree", given=f"{studios}\n040000 tree {up}\t..\n".encode())
    rest = [row for row in git(clone.folder, "ls-tree", "HEAD").splitlines() if not row.endswith("\tstudios")]
    rows = "\n".join([*rest, f"040000 tree {studios}\tstudios", ""])
    clone.bare_commit(git(clone.folder, "mktree", given=rows.encode()))
    assert "没有看得见的变化" in summary(clone)


def test_the_command(clone: Clone) -> None:
    clone.write("studios/north/arc/studio.yml", STUDIO)
    clone.commit()
    run = laomo("changes", "--root", clone.folder, "--base", "main", "--address", "https://preview.example.org/7")
    assert run.returncode == 0
    assert "新的工作室（1）" in run.stdout
