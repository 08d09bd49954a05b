"""The live preview: an edited record shows; a faulty one keeps its last good page, and its problem stands above it."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.render.preview.site import Current
from tests.conftest import edit, hears_interrupts, tree

LAOMO = Path(sys.executable).with_name("laomo")


@pytest.fixture
def preview(site: Path, tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """The running preview of the small site: gives a page's HTML."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    log = tmp_path / "log"
    with log.open("wb") as stream:
        process = subprocess.Popen(
            [LAOMO, "serve", "--root", site, "--address", address],
            stdout=stream,
            stderr=stream,
            preexec_fn=hears_interrupts,
        )

    def page(url: str) -> str:
        if url == "log":
            return log.read_text(encoding="utf-8")
        try:
            with urllib.request.urlopen(f"http://{address}/{url}", timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    yield page
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0


def wait_for(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + 40
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.2)


def test_editing_while_the_preview_runs(site: Path, preview: Callable[[str], str]) -> None:
    weld = site / "studios/north/weld/studio.yml"
    wait_for(lambda: "方二铁" in preview("studios/weld/"), "the first page")
    assert "错误：" not in preview("studios/weld/")

    edit(weld, "units: [北区重工]", "units: [北区重工]\nslogan: 焊缝会说话")
    wait_for(lambda: "焊缝会说话" in preview("studios/weld/"), "the edit")

    edit(weld, "category: 技能大师", "category: 大师")
    wait_for(lambda: "错误：" in preview("studios/weld/"), "the problem")
    page = preview("studios/weld/")
    assert "焊缝会说话" in page, "the last good page stays"
    assert "焊缝会说话" in preview("studios/"), "and so does its place in the lists"
    assert "unknown&#45;word" in page
    assert "studios/north/weld/studio.yml:3:11: 错误：" in preview("log")

    edit(weld, "category: 大师", "category: 工匠")
    wait_for(lambda: "错误：" not in preview("studios/weld/"), "the mended record")
    assert re.search(r"工匠", preview("studios/weld/"))


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


def test_a_page_of_the_preview_is_that_of_the_site_without_its_policy(built: Path) -> None:
    preview = Current(Project(built))
    for name in ("index.html", "studios/crane/index.html", "unions/north/index.html", "about/index.html"):
        shown = preview.file(name)[0]
        page = (built / "site" / name).read_text(encoding="utf-8")
        policy = re.compile(r'\n<meta http-equiv="Content-Security-Policy"[^>]*>')
        assert shown
        assert shown.decode() == policy.sub("", page, count=1), name


def test_what_is_not_there_is_not_there(site: Path) -> None:
    preview = Current(Project(site))
    for name in ("studios/nobody/index.html", "../../../etc/passwd", "studios/crane/../../mkdocs.yml", "x", "studios"):
        assert preview.file(name)[0] is None


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


def test_an_address_that_is_taken(site: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        address = f"127.0.0.1:{other.getsockname()[1]}"
        command = [LAOMO, "serve", "--root", site, "--address", address]
        ended = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 2
    assert f"不能在 {address} 预览" in ended.stderr
