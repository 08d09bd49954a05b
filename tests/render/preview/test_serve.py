"""The live preview: an edit appears at once; an invalid record keeps its last valid page, with the problem above it."""

import re
from pathlib import Path

import pytest

from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.render.preview.site import Current
from tests.conftest import edit, tree
from tests.render.preview.conftest import Running, wait_for


def test_editing_while_the_preview_runs(site: Path, preview: Running) -> None:
    weld = site / "studios/north/weld/studio.yml"
    wait_for(lambda: "方二铁" in preview.page("studios/weld/"), "the first page")
    assert "错误：" not in preview.page("studios/weld/")

    edit(weld, "units: [北区重工]", "units: [北区重工]\nslogan: 焊缝会说话")
    wait_for(lambda: "焊缝会说话" in preview.page("studios/weld/").replace("<wbr>", ""), "the edit")

    edit(weld, "category: 技能大师", "category: 大师")
    wait_for(lambda: "错误：" in preview.page("studios/weld/"), "the problem")
    assert '<a href="../../help/problems/#unknown-word">说明</a>' in preview.page("studios/weld/")
    page = preview.page("studios/weld/")
    assert "焊缝会说话" in page.replace("<wbr>", ""), "the last good page stays"
    assert "焊缝会说话" in preview.page("studios/").replace("<wbr>", ""), "and so does its place in the lists"
    assert "unknown&#45;word" in page
    assert "studios/north/weld/studio.yml:3:11: 错误：" in preview.log.read_text(encoding="utf-8")

    edit(weld, "category: 大师", "category: 工匠")
    wait_for(lambda: "错误：" not in preview.page("studios/weld/"), "the mended record")
    assert re.search(r"工匠", preview.page("studios/weld/"))


def test_a_preview_knows_every_file_of_the_site(built: Path, city_root: Path) -> None:
    for root, one_in in ((built, 1), (city_root, 23)):
        preview = Current(Project(root))
        files = {name: data for name, data in tree(root / "site").items() if not re.search(r"sitemap|share\.png", name)}
        for name, data in list(files.items())[::one_in]:
            shown, warnings = preview.file(name)
            assert shown, name
            assert not warnings, name
            if name.endswith(".html"):
                continue
            assert shown == data, name


def test_a_page_of_the_preview_is_that_of_the_site_with_its_policy(built: Path) -> None:
    preview = Current(Project(built))
    for name in ("index.html", "studios/crane/index.html", "unions/north/index.html", "about/index.html", "404.html"):
        shown = preview.file(name)[0]
        assert shown == (built / "site" / name).read_bytes(), name
        assert b"Content-Security-Policy" in shown


def test_what_is_not_there_is_not_there(site: Path) -> None:
    preview = Current(Project(site))
    for name in (
        *("studios/nobody/index.html", "../../../etc/passwd", "studios/crane/../../mkdocs.yml", "x", "studios"),
        *("studios/crane/index.md", "studios/crane/index", "about/index.md", "about.html", "main.html", "sitemap"),
    ):
        assert preview.file(name)[0] is None, name


def test_pages_as_mkdocs_sees_them(site: Path) -> None:
    preview = Current(Project(site))
    files = preview._view._site.files
    found = {
        name: (file.src_dir, file.dest_dir, file.dest_uri, file.generated_by, file.edit_uri)
        for name in ("studios/crane/index.md", "about/index.md")
        if (file := files.get_file_from_path(name))
    }
    html = str(site / ".build/html")
    made = (None, html, "studios/crane/index.html", "laomo", "../studios/north/crane/studio.yml")
    written = (str(site / "content"), html, "about/index.html", None, "about/index.md")
    assert found == {"studios/crane/index.md": made, "about/index.md": written}
    assert files.get_file_from_path("studios/nobody/index.md") is None


def test_drafts_and_hidden_pages_are_not_of_the_site(site: Path) -> None:
    for name in ("draft.md", ".hidden.md", "kept.md"):
        (site / "content" / name).write_text("# 写着的\n", encoding="utf-8")
    edit(site / "mkdocs.yml", "docs_dir", "draft_docs: draft.md\ndocs_dir")
    preview = Current(Project(site))
    assert preview.file("kept/index.html")[0]
    assert preview.file("draft/index.html")[0] is None
    assert preview.file(".hidden/index.html")[0] is None


def test_what_lies_behind_a_link_is_not_of_the_site(site: Path, tmp_path: Path) -> None:
    content, secret = site / "content", tmp_path / "elsewhere"
    (secret / "below").mkdir(parents=True)
    for name in ("secret.md", "below/index.md"):
        (secret / name).write_text("---\nthemes: [人]\n---\n# 外面的\n", encoding="utf-8")
    (content / "leak.md").symlink_to(secret / "secret.md")
    (content / "gone.md").symlink_to(secret / "nothing.md")
    (content / "folder").symlink_to(secret)
    (content / "stories").symlink_to(secret)
    preview = Current(Project(site))
    for name in ("leak", "gone", "folder", "folder/secret", "folder/below", "stories/secret"):
        assert preview.file(f"{name}/index.html")[0] is None, name
    index = (preview.file("search/index.js")[0] or b"").decode()
    (group,) = re.findall(r'"g":\["(\w+)"\]', index)
    assert "关于" in (preview.file(f"search/g0-{group}.js")[0] or b"").decode()
    for name in ("index.html", "stories/index.html", f"search/g0-{group}.js"):
        assert "外面的" not in (preview.file(name)[0] or b"").decode(), name
    assert {"symlink"} <= {problem.code for problem in preview.judge()}

    (content / "about/index.md").rename(secret / "about.md")
    (content / "about/index.md").symlink_to(secret / "about.md")
    assert preview.file("about/index.html")[0] is None, "a page that becomes a link while the preview runs"


def test_studios_come_and_go(site: Path) -> None:
    preview = Current(Project(site))
    old, new = site / "studios/south/nurse", site / "studios/south/ward"
    old.rename(new)
    preview.renew()
    assert preview.file("studios/nurse/index.html")[0] is None
    assert preview.file("studios/ward/index.html")[0]
    for name in ("studios/index.html", "unions/south/index.html"):
        assert "ward&#47;" in (preview.file(name)[0] or b"").decode(), name
    edit(site / "mkdocs.yml", "theme:", "copyright: 示例版权\ntheme:")
    preview.renew()
    assert "示例版权" in (preview.file("index.html")[0] or b"").decode()


def test_problems_between_records_come_after_those_of_one(site: Path) -> None:
    preview = Current(Project(site))
    edit(site / "studios/decisions/2013-01.yml", "studio: crane", "studio: crain")
    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 去年")
    preview.renew()
    assert {problem.code for problem in preview.problems} == {"date-malformed"}
    assert {"date-malformed", "unknown-studio"} <= {problem.code for problem in preview.judge()}
    preview.renew()
    assert {"date-malformed", "unknown-studio"} <= {problem.code for problem in preview.problems}, "known ones stay"


def test_a_site_that_is_none(tmp_path: Path, site: Path) -> None:
    with pytest.raises(BuildFailed):
        Current(Project(tmp_path))
    preview = Current(Project(site))
    (site / "studios/site.yml").rename(site / "studios/away")
    preview.renew()
    assert "missing-file" in {problem.code for problem in preview.problems}
    assert preview.file("studios/crane/index.html")[0], "the last good page stays"
