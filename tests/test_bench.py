"""The bench: a peer's time counts only when its pages are whole, and the time that the bench is given is kept."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from tests.conftest import ROOT

PAGE = '---\ntitle: 焊工\n---\n\n# 焊工工作室\n\n<p class="fine">焊缝**会说话**</p>\n'
MADE = "<html><body><article>\n<h1>焊工工作室</h1><p>焊缝<b>会说话</b></p>\n</article></body></html>"


@pytest.fixture(scope="module", autouse=True)
def _scripts() -> Iterator[None]:
    """`benchmarks/` where its scripts find one another."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        yield


@pytest.fixture
def peers() -> ModuleType:
    import peers  # noqa: PLC0415

    return peers


@pytest.mark.parametrize(
    ("address", "text", "fault"),
    [
        ("a", MADE, None),
        ("a", MADE.replace("会说话", ""), "/a/ lacks 会说话"),
        ("a", "<html>焊工工作室 焊缝会说话</html>", "/a/ lacks the shell"),
        ("b", MADE, "/a/ was not made"),
    ],
    ids=["whole", "words", "shell", "page"],
)
def test_a_peers_pages_must_be_whole(
    peers: ModuleType, tmp_path: Path, address: str, text: str, fault: str | None
) -> None:
    (tmp_path / "ours/a").mkdir(parents=True)
    (tmp_path / "ours/a/index.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "made" / address).mkdir(parents=True)
    (tmp_path / "made" / address / "index.html").write_text(text, encoding="utf-8")
    assert peers.fault_in(peers.pages(tmp_path / "ours"), tmp_path / "made") == fault


def test_a_peer_that_cannot_be_had_says_why(peers: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(peers.Missing, match="node"):
        peers.PEERS[1](tmp_path)


def test_what_would_not_end_in_time_is_not_begun() -> None:
    from jobs import FULL, STOCK, Jobs  # noqa: PLC0415
    from measure import Cost  # noqa: PLC0415

    def cost(seconds: float) -> Cost:
        return Cost(seconds, 0, 0, 0)

    now = time.monotonic()
    small = Jobs(100, now + 1000, None)
    assert small.do(FULL, lambda _: cost(5))
    assert small.do(STOCK, lambda _: cost(20))
    large = Jobs(1000, now + 150, small)
    assert large.expected(FULL) == 50
    assert large.do(FULL, lambda _: cost(40))
    assert not large.do(STOCK, lambda _: pytest.fail("begun"))
    (note,) = large.notes
    assert note.startswith("1,000 studios: MkDocs by itself: skipped, it would take about 2.7 minutes")


def test_what_runs_on_is_stopped_with_all_its_children(tmp_path: Path) -> None:
    from measure import Late, run  # noqa: PLC0415

    child = f"import time; time.sleep(0.8); open({str(tmp_path / 'late')!r}, 'w')"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(Late):
        run([sys.executable, "-c", parent], tmp_path, time.monotonic() + 0.2)
    time.sleep(0.8)
    assert not (tmp_path / "late").exists()


def test_a_failure_says_its_last_words(tmp_path: Path) -> None:
    from measure import run  # noqa: PLC0415

    with pytest.raises(subprocess.CalledProcessError) as caught:
        run([sys.executable, "-c", "raise SystemExit('记录读不出来')"], tmp_path)
    assert "记录读不出来" in caught.value.stderr


def test_memory_is_that_of_the_largest_process() -> None:
    """Measured from a small process, as the bench is: what a large one starts counts, for a moment, as large as itself."""
    program = "import os, time; x = bytearray(60 << 20); os.fork() or time.sleep(0.5); os._exit(0)"
    measuring = (
        "import sys; from pathlib import Path; from measure import run; print(run(sys.argv[1:], Path()).largest)"
    )
    command = [sys.executable, "-c", measuring, sys.executable, "-c", program]
    measured = subprocess.run(command, cwd=ROOT / "benchmarks", capture_output=True, text=True, check=True).stdout
    assert 60 < float(measured) < 120
