"""Behind a link to an annex stand its kind and its size."""

from pathlib import Path

import pytest

from laomo import host, pipeline
from laomo.host.current import Current
from laomo.labels import labelled
from tests.attack.beside import lay, words
from tests.attack.papers import paper
from tests.conftest import edit

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


def test_the_site_says_it_in_every_way_and_follows_a_change(site: Path) -> None:
    project = pipeline.Project(site)
    lay(site, {"x.txt": b"a" * 3_000})
    pipeline.build(project, site / "site", host.render)
    page = site / "site/notes/index.html"
    assert "附件 1（文本，3 KB）" in words(page.read_bytes())
    (site / "content/notes/x.txt").write_bytes(b"a" * 9_000)
    rendered = pipeline.build(project, site / "site", host.render)
    assert rendered.changed == ("notes/",)
    assert "附件 1（文本，9 KB）" in words(page.read_bytes())
    assert "附件 1（文本，9 KB）" in words(Current(project).file("notes/index.html")[0] or b"")


def test_a_reader_is_told_the_size_of_what_he_gets(site: Path) -> None:
    """Not that of the file as it lies in the repository."""
    lay(site, {"x.pdf": paper() + b"% much ado about nothing\n" * 400})
    edit(site / "content/notes/index.md", "附件 1", "任务分解表")
    pipeline.build(pipeline.Project(site), site / "site", host.render)
    size = (site / "site/notes/x.pdf").stat().st_size
    assert f"任务分解表（PDF，{max(1, round(size / 1000))} KB）" in words((site / "site/notes/index.html").read_bytes())
