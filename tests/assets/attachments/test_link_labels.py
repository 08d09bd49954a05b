"""Behind a link to an annex stand its kind and its size."""

from pathlib import Path

import pytest

from laomo import pipeline
from laomo.assets.attachments.link_labels import labelled
from laomo.project import Project
from laomo.render.preview.site import Current
from tests.assets.attachments.beside import lay, words
from tests.assets.attachments.papers import paper

SIZES = {"notices/a.pdf": 120_400, "notices/b.xlsx": 1_530_000, "files/名单.docx": 12, "notices/c.txt": 999}


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[任务分解表](a.pdf)", "[任务分解表](a.pdf)（PDF，120 KB）"),
        ("见[甲](a.pdf)和[乙](b.xlsx)。", "见[甲](a.pdf)（PDF，120 KB）和[乙](b.xlsx)（Excel，1.5 MB）。"),
        ("[名单](../files/%E5%90%8D%E5%8D%95.docx)", "[名单](../files/%E5%90%8D%E5%8D%95.docx)（Word，1 KB）"),
        ("[名单](../files/名单.docx)", "[名单](../files/名单.docx)（Word，1 KB）"),
        ("[甲](a.pdf)（PDF）", "[甲](a.pdf)（PDF）"),
        ("[甲](nowhere.pdf)", "[甲](nowhere.pdf)"),
        ("[甲](https://example.org/a.pdf)", "[甲](https://example.org/a.pdf)"),
        ("![图](a.pdf.png) [页](other.md)", "![图](a.pdf.png) [页](other.md)"),
        ("```\n[甲](a.pdf)\n```\n[乙](c.txt)", "```\n[甲](a.pdf)\n```\n[乙](c.txt)（文本，1 KB）"),
    ],
)
def test_what_is_said(written: str, shown: str) -> None:
    assert labelled(written, "notices/index.md", SIZES.get) == shown


def test_the_site_says_it_and_follows_a_change_and_a_removal(site: Path) -> None:
    """What is told is the size of what a reader gets, not of what lies in the repository."""
    project = Project(site)
    lay(site, {"x.txt": b"a" * 3_000, "y.pdf": paper() + b"% much ado about nothing\n" * 400})
    pipeline.build(project, site / "site")
    page = site / "site/notes/index.html"
    size = max(1, round((site / "site/notes/y.pdf").stat().st_size / 1000))
    assert "附件 1（文本，3 KB）" in words(page.read_bytes())
    assert f"附件 2（PDF，{size} KB）" in words(page.read_bytes())
    (site / "content/notes/x.txt").write_bytes(b"b" * 9_000)
    rendered = pipeline.build(project, site / "site")
    assert rendered.changed == ("notes/",)
    assert "附件 1（文本，9 KB）" in words(page.read_bytes())
    assert (site / "site/notes/x.txt").read_text(encoding="utf-8-sig") == "b" * 9_000
    assert "附件 1（文本，9 KB）" in words(Current(project).file("notes/index.html")[0] or b"")
    lay(site, {})
    pipeline.build(project, site / "site")
    assert not (site / "site/notes/x.txt").exists()
