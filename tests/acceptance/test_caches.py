"""What may change behind a cache: whatever it is, the next build makes what a build without caches makes."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

from laomo import pipeline
from laomo.project import Project
from tests.cli.command import process
from tests.conftest import SMALL, edit, tree

CRANE = "studios/north/crane"
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M0 0h{size}v9z"/></svg>'


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The small site with everything that its pages may depend on, changed by one test after the other."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("rich") / "small"))
    with pytest.MonkeyPatch.context() as env:
        env.setenv("LAOMO_TEST_NOTE", "甲")
        _enriched(site)
        build(site)
        yield site


def _enriched(site: Path) -> None:
    (site / "hooks").mkdir()
    (site / "hooks/own.py").write_text(
        "import helping\ndef on_post_page(output, **_):\n    return output.replace('</body>', helping.END)\n", "utf-8"
    )
    (site / "hooks/helping.py").write_text("END = '<!-- 甲 --></body>'\n", encoding="utf-8")
    (site / "theme/partials").mkdir(parents=True)
    (site / "theme/.icons/own").mkdir(parents=True)
    (site / "theme/partials/logo.html").write_text(
        '{% include "partials/note.txt" %}'
        '{% include ".icons/own/logo.svg" %}{{ config.extra.note }}{{ config.extra.parent }}{{ config.copyright }}',
        encoding="utf-8",
    )
    (site / "theme/partials/note.txt").write_text("甲", encoding="utf-8")
    (site / "theme/.icons/own/logo.svg").write_text(LOGO.format(size=1), encoding="utf-8")
    (site / "far.yml").write_text("extra:\n  parent: 甲\n", encoding="utf-8")
    (site / "parent.yml").write_text("INHERIT: far.yml\ncopyright: 甲\n", encoding="utf-8")
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    edit(
        site / "mkdocs.yml",
        "site_name: 小馆\n",
        "INHERIT: parent.yml\nsite_name: 小馆\nhooks: [hooks/own.py]\nextra:\n  note: !ENV [LAOMO_TEST_NOTE, '']\n",
    )


def build(site: Path) -> dict[str, bytes]:
    shutil.rmtree(site / "site", ignore_errors=True)
    pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def as_before(file: Path, change: Callable[[Path], object]) -> None:
    """Change a file as `cp -p` and `rsync -t` may: size and time of writing stay."""
    before = file.stat()
    change(file)
    data = file.read_bytes()
    file.write_bytes(data + b"\0" * (before.st_size - len(data)))
    assert file.stat().st_size == before.st_size
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def painted(colour: str) -> Callable[[Path], object]:
    return lambda file: Image.new("RGB", (640, 480), colour).save(file, "PNG")


def replaced(old: str, new: str) -> Callable[[Path], object]:
    assert len(old.encode()) == len(new.encode())
    return lambda file: file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))


def photo(site: Path) -> Path:
    return next(iter(sorted((site / "studios").rglob("photos/*.png"))))


def moved_photo(site: Path) -> None:
    file = photo(site)
    beside = Path(shutil.copy2(file, site / "beside.png"))
    as_before(beside, painted("#654321"))
    beside.replace(file)


def moved_page(site: Path) -> None:
    file = site / ".build/html/studios/crane/index.html"
    beside = Path(shutil.copy2(file, site / "beside.html"))
    as_before(beside, replaced("江一舟", "江二舟"))
    beside.replace(file)


def extended(file: Path) -> None:
    file.write_text(file.read_text("utf-8") + "\n又一句。\n", "utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "mkdocs.yml": lambda site: edit(site / "mkdocs.yml", "union/showcase", "union/display"),
    "a file that mkdocs.yml inherits": lambda site: edit(site / "parent.yml", "甲", "乙"),
    "a file that this one inherits": lambda site: edit(site / "far.yml", "甲", "乙"),
    "a variable": lambda _: os.environ.update(LAOMO_TEST_NOTE="乙"),
    "a partial that is no HTML": lambda site: edit(site / "theme/partials/note.txt", "甲", "乙"),
    "an icon": lambda site: (site / "theme/.icons/own/logo.svg").write_text(LOGO.format(size=2), "utf-8"),
    "a template": lambda site: edit(
        site / "theme/partials/logo.html", "{{ config.extra.note }}", "{{ config.extra.note }}丙"
    ),
    "a new template": lambda site: (site / "theme/partials/footer.html").write_text("乙", "utf-8"),
    "a hand-written page": lambda site: extended(site / "content/about/index.md"),
    "a new page": lambda site: (site / "content/about/more.md").write_text("# 又一页\n\n乙\n", "utf-8"),
    "a record": lambda site: edit(site / CRANE / "studio.yml", "吊得稳，放得准", "放得准，吊得稳"),
    "a record of the same size and time": lambda site: as_before(site / CRANE / "studio.yml", replaced("岸桥", "门机")),
    "a photo of the same size and time": lambda site: as_before(photo(site), painted("#123456")),
    "a photo of the same size and time, moved into place": moved_photo,
    "a page of the same size and time": lambda site: as_before(
        site / "content/about/index.md", replaced("关于", "说明")
    ),
    "the site's name in the records": lambda site: edit(site / "studios/site.yml", "演示", "示范"),
    "a rendered page of the same size and time": moved_page,
}
"""Each shows whatever was changed before: tests run in any order."""
INVISIBLE = {"a rendered page of the same size and time"}
"""Not an input: it must be as if nothing had happened."""


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_behind_a_cache_is_seen(rich: Path, what: str) -> None:
    before = tree(rich / "site")
    CHANGES[what](rich)
    after = build(rich)
    assert (after == before) == (what in INVISIBLE)
    Project(rich).forget()
    assert after == build(rich)


def test_a_hook_and_what_it_imports_are_seen(rich: Path, tmp_path: Path) -> None:
    """In processes of their own, and on a site of their own: Python imports a module once."""
    site = Path(shutil.copytree(rich, tmp_path / "small"))
    for file, old, new in (("own", "helping.END)", "helping.END + '<!-- 丁 -->')"), ("helping", "甲", "乙、丙")):
        edit(site / f"hooks/{file}.py", old, new)
        assert process("build", "--root", site).returncode == 0
        after = tree(site / "site")
        hooked = [data.decode() for data in after.values() if b"--></body>" in data]
        assert len(hooked) > 50
        assert all("<!-- 丁 -->" in page for page in hooked)
    assert process("build", "--clean", "--root", site).returncode == 0
    assert after == tree(site / "site")
    assert "<!-- 乙、丙 -->" in after["index.html"].decode()
