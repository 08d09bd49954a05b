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

from tests.conftest import edit, hears_interrupts

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
