"""The summary for a merge request: what readers will see, in words a union chairman reads."""

from html import unescape

import pytest
from tests.cli.command import laomo
from tests.conftest import edit
from tests.tools.review.gitsite import Clone, git

from laomo.system.git import Repository
from laomo.tools.review import changes

STUDIO = "name: 示例焊接工匠创新工作室\ncategory: 工匠\nleaders:\n  - name: 示例甲\nunits: [示例船厂]\nregion: 北区\n"
YEAR = "achievements:\n  - {id: arc, title: 短弧立焊法, kind: 先进操作法, disclosure: 可公开}\n  - {id: inner, title: 不给人看的办法, kind: 其他, disclosure: 不公开}\n"
DECISION = "title: 示例决定\nresult: 命名\ndesignation: 示例市工匠创新工作室\nlevel: 市级\nbodies: [示例市总工会]\ndate: 2014-05\nstudios:\n  - studio: weld\n"


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
    assert told.startswith("## 合并以后，读者会看到\n\n**请先看（2）**")
    assert "\n**新的工作室（1）**\n\n- 示例焊接工匠创新工作室（北区工会）\n" in told
    assert "**新的创新成果（1）**\n\n- 短弧立焊法（示例焊接工匠创新工作室）\n" in told
    assert "**新的年度报告（1）**" in told
    assert "（2014年）" in told
    assert "**新的称号（1）**" in told
    assert "- 北区焊接技能大师工作室（示例市工匠创新工作室）\n" in told
    assert "- 顾三春护理巾帼创新工作室（基本情况）\n    - 成立时间：新写 2012年\n" in told
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
    assert "会出现在别的工会网页上的" not in told
    assert "**请留意：写到别的工会、还没有征得同意的（2）**，合并以后只显示在自己的网页上" in told
    assert "- 顾三春护理巾帼创新工作室（南区工会）：“短弧立焊法”，写在北区焊接技能大师工作室的档案里\n" in told
    assert "- 顾三春护理巾帼创新工作室（南区工会）：“孵化出的工作室”" in told
    clone.push("work:main")
    git(clone.folder, "branch", "--force", "main", "work")
    edit(clone.folder / "studios/north/weld/2014.yml", "短弧立焊法", "另一种立焊法")
    clone.commit()
    told = summary(clone)
    assert "**请留意：写到别的工会、还没有征得同意的（1）**" in told
    assert "“另一种立焊法”" in told
    agreed = "took_part_in: [weld/arc]\nrelations: [{kind: 孵化出的工作室, studio: weld}]\nregion: "
    edit(clone.folder / "studios/south/nurse/studio.yml", "region: ", agreed)
    clone.commit()
    told = summary(clone)
    assert "还没有征得同意" not in told
    assert "**请留意：会出现在别的工会网页上的（3）**，那家工会的档案里也写了" in told
    assert "- 顾三春护理巾帼创新工作室（南区工会）：“另一种立焊法”" in told
    assert "- 北区焊接技能大师工作室（北区工会）：“孵化工作室”，写在顾三春护理巾帼创新工作室的档案里\n" in told
    clone.push("work:main")
    git(clone.folder, "branch", "--force", "main", "work")
    edit(clone.folder / "studios/north/weld/2014.yml", "kind: 先进操作法", "kind: 五小成果")
    clone.commit()
    assert "**请留意：会出现在别的工会网页上的（1）**" in summary(clone), "what was agreed to reads otherwise now"


def test_waivers_are_told_with_file_line_and_reason(clone: Clone) -> None:
    weld = clone.folder / "studios/north/weld/studio.yml"
    edit(weld, "region: ", "# 复核 2026-01-01：设备编号\nslogan: 设备 13800138000\nregion: ")
    clone.write("content/about/x.md", "# 页\n\n编号 13800138000 # 复核 2026-01-01：甲 @all 编号\n")
    clone.commit()
    told = summary(clone)
    assert "**请留意：新写或改过的复核（2）**" in told
    assert "- studios/north/weld/studio.yml 第 6 行：设备编号\n" in unescape(told)
    assert "第 3 行：甲 &#64;all 编号" in told
    git(clone.folder, "branch", "--force", "main", "work")
    clone.push("main")
    edit(weld, "设备 13800138000", "设备 13900139000")
    (clone.folder / "content/about/x.md").unlink()
    clone.commit()
    told = summary(clone)
    assert "**请留意：新写或改过的复核（1）**" in told
    assert "**请留意：删去或改掉的复核（2）**" in told


def test_who_withdraws_is_counted_and_never_named(clone: Clone) -> None:
    file = clone.folder / "studios/north/weld/studio.yml"
    edit(file, "{name: 方二铁,", "{name: 方二铁, withdrawn: 2025-06-01,")
    clone.commit()
    told = summary(clone)
    assert "**有 1 位人员不再公开**" in told
    assert "方二铁" not in told


@pytest.mark.parametrize("fault", ["category: 错\n", "name: [\n", ""])
def test_a_record_that_cannot_be_read_is_not_deleted_and_then_not_new(clone: Clone, fault: str) -> None:
    weld = clone.folder / "studios/north/weld/studio.yml"
    before = weld.read_text(encoding="utf-8")
    weld.write_text(fault, encoding="utf-8")
    clone.commit()
    told = summary(clone)
    assert "被删除" not in told
    assert "1 家工作室的档案有错误" in told
    git(clone.folder, "branch", "--force", "main", "work")
    clone.push("main")
    weld.write_text(before, encoding="utf-8")
    clone.commit()
    assert "新的工作室" not in summary(clone)


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
    assert summary(clone) == "## 合并以后，读者会看到\n\n读者看不到变化。\n"


def test_a_hostile_tree_is_laid_out_nowhere_but_in_its_folder(clone: Clone) -> None:
    blob = clone.blob("name: 甲\n")
    up = git(clone.folder, "mktree", given=f"100644 blob {blob}\tstudio.yml\n".encode())
    up = git(clone.folder, "mktree", given=f"040000 tree {up}\t..\n".encode())
    studios = git(clone.folder, "ls-tree", "HEAD:studios")
    studios = git(clone.folder, "mktree", given=f"{studios}\n040000 tree {up}\t..\n".encode())
    rest = [row for row in git(clone.folder, "ls-tree", "HEAD").splitlines() if not row.endswith("\tstudios")]
    rows = "\n".join([*rest, f"040000 tree {studios}\tstudios", ""])
    clone.bare_commit(git(clone.folder, "mktree", given=rows.encode()))
    assert "读者看不到变化" in summary(clone)


def test_the_command(clone: Clone) -> None:
    clone.write("studios/north/arc/studio.yml", STUDIO)
    clone.commit()
    run = laomo("changes", "--root", clone.folder, "--base", "main", "--address", "https://preview.example.org/7")
    assert run.returncode == 0
    assert "新的工作室（1）" in run.stdout
    listed = clone.folder / "pages"
    plain = laomo("changes", "--root", clone.folder, "--base", "main", "--format", "text", "--pages", listed)
    assert unescape(run.stdout) != run.stdout
    assert unescape(plain.stdout) == plain.stdout, "nobody reads &#8220; in a terminal"
    assert listed.read_text("utf-8") == "studios/arc/\n"
