"""A disk that is full, or cannot be written: a Chinese sentence that says so and names the place, and nothing half done."""

import resource
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.command import laomo
from tests.conftest import source_tree

LIST = """工作室名称,领衔人,所在单位,工会,简介
张三焊接劳模创新工作室,张三,示例机械厂,北区工会,
李四电工劳模创新工作室,李四,示例电厂,北区工会,{long}
"""
COMMANDS = {
    "import": ("import", "{site}/list.csv", "--root", "{site}"),
    "new year": ("new", "year", "weld", "--year", "2024", "--root", "{site}"),
    "new union": ("new", "union", "--name", "某区总工会", "--kind", "区工会", "--root", "{site}"),
    "schema": ("schema", "--root", "{site}"),
    "upgrade": ("upgrade", "--root", "{site}"),
    "export": ("export", "--xlsx", "{site}/out.xlsx", "--root", "{site}"),
    "template": ("template", "--xlsx", "{site}/out.xlsx"),
    "demo": ("demo", "{site}/demo", "--studios", "1"),
    "visits": ("visits", "{site}/access.log", "--out", "{site}/out.csv", "--root", "{site}"),
    "build": ("build", "--root", "{site}"),
}


@contextmanager
def full_disk(size: int) -> Iterator[None]:
    """Like a full disk for this process: no file becomes larger than `size` bytes."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@pytest.fixture
def listed(site: Path) -> Path:
    """The small site with a list to be imported and a log to be counted."""
    (site / "list.csv").write_text(LIST.format(long="一句话的简介。" * 90), encoding="utf-8")
    (site / "access.log").write_text(
        '192.0.2.1 - - [01/Jan/2026:00:00:00 +0800] "GET / HTTP/1.1" 200 9 "-" "Mozilla/5.0"\n', encoding="utf-8"
    )
    return site


@pytest.mark.parametrize("name", COMMANDS)
def test_a_full_disk_is_named_and_leaves_nothing_behind(listed: Path, name: str) -> None:
    before = source_tree(listed)
    with full_disk(10):
        run = laomo(*(part.format(site=listed) for part in COMMANDS[name]))
    said = run.stdout + run.stderr
    assert run.returncode in {1, 2}, said
    assert "文件超过了允许的大小" in said
    assert "Traceback" not in said
    assert source_tree(listed) == before


def test_a_disk_that_fills_up_half_way_takes_nothing_of_an_import(listed: Path) -> None:
    before = source_tree(listed)
    with full_disk(1_500):
        run = laomo(*(part.format(site=listed) for part in COMMANDS["import"]))
    assert run.returncode == 1
    assert "studio.yml：文件超过了允许的大小" in run.stderr
    assert source_tree(listed) == before
    assert laomo(*(part.format(site=listed) for part in COMMANDS["import"])).returncode == 0
    sizes = [len(data) for name, data in source_tree(listed).items() if name not in before]
    assert min(sizes) < 1_500 < max(sizes)


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    run = laomo("demo", "--studios", "1", tmp_path / "file/demo")
    assert run.returncode == 1
    assert f"{tmp_path}/file" in run.stderr
    assert "有一个文件" in run.stderr


def test_a_missing_folder_for_temporary_files_is_named(listed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.setattr(tempfile, "_candidate_tempdir_list", lambda: [str(listed / "list.csv")])
    run = laomo("export", "--xlsx", listed / "out.xlsx", "--root", listed)
    assert run.returncode == 1
    assert "没有可以写临时文件的文件夹" in run.stderr
