"""Page views from a server's log: every kind of line, in China's months, and nothing of a reader."""

import csv
import gzip
import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.cli.command import laomo

from laomo.tools.visits import log

PHONE = "Mozilla/5.0 (Linux; Android 14; CUBOT NOTE 50) AppleWebKit/537.36 MicroMessenger/8.0.50"


def entry(  # noqa: PLR0917 (the parts of a line)
    path: str = "/studios/weld/",
    agent: str = PHONE,
    status: int = 200,
    time: str = "10/Mar/2025:13:55:36 +0800",
    method: str = "GET",
    before: str = "198.51.100.7 - clerk",
) -> str:
    return f'{before} [{time}] "{method} {path} HTTP/1.1" {status} 5120 "https://example.org/?q=secret" "{agent}"'


COUNTED = {
    "a page": entry(),
    "one that the browser had": entry(status=304),
    "with index.html": entry("/studios/weld/index.html"),
    "with a query": entry("/studios/weld/?from=timeline&isappinstalled=0"),
    "a whole address": entry("http://example.org/studios/weld/"),
    "escaped": entry("/studios/%77eld/"),
    "a page below": entry("/studios/weld/2024/"),
    "with a host before": entry(before="www.example.org:443 2001:db8::1 - -"),
    "with a quote in the agent": entry(agent=r"Mozilla/5.0 \"odd\""),
    "with more after it": entry() + ' "-" 0.003',
    "a month's last evening in London": entry(time="28/Feb/2025:16:00:00 +0000"),
}
LEFT_OUT = {
    "not there": entry(status=404),
    "moved": entry("/studios/weld", status=301),
    "only the head": entry(method="HEAD"),
    "sent": entry(method="POST"),
    "a style": entry("/assets/stylesheets/laomo.css"),
    "a picture": entry("/pictures/weld/cover-480.webp"),
    "a shard of the search": entry("/search/a0-yxy6x.js"),
    "a feed": entry("/feed.xml"),
    "a badge": entry("/studios/weld/badge.svg"),
}
ROBOTS = (
    "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)",
    "Sogou web spider/4.0",
    "Mozilla/5.0 (compatible; bingbot/2.0)",
    "Mozilla/5.0 360Spider",
    "Mozilla/5.0 (Linux; Android 5.0) (compatible; Bytespider; spider-feedback@bytedance.com)",
    "Mozilla/5.0 (compatible;PetalBot;+https://webmaster.petalsearch.com)",
    "curl/8.5.0",
    "python-requests/2.32",
    "Go-http-client/2.0",
    "Mozilla/5.0 HeadlessChrome/130.0",
    "-",
    "",
)
UNREADABLE = (
    "nonsense",
    '198.51.100.7 - - [10/Mar/2025:13:55:36 +0800] "GET /studios/weld/ HTTP/1.1" 200 5120',
    entry(time="yesterday"),
    entry(time="31/Feb/2025:00:00:00 +0800"),
    "x" * 200_000,
    "\x00\xff[[[[",
)


def read(tmp_path: Path, *lines: str, root: str = "/") -> log.Seen:
    (tmp_path / "access.log").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return log.read([tmp_path / "access.log"], root)


@pytest.mark.parametrize("kind", COUNTED)
def test_what_a_reader_opened_counts(tmp_path: Path, kind: str) -> None:
    seen = read(tmp_path, COUNTED[kind])
    page = "studios/weld/2024/" if kind == "a page below" else "studios/weld/"
    assert seen.pages == {(page, "2025-03"): 1}


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_what_is_no_page_does_not(tmp_path: Path, kind: str) -> None:
    seen = read(tmp_path, LEFT_OUT[kind])
    assert (seen.pages, seen.robots, seen.unreadable, seen.lines) == ({}, 0, 0, 1)


@pytest.mark.parametrize("agent", ROBOTS)
def test_a_robot_does_not(tmp_path: Path, agent: str) -> None:
    seen = read(tmp_path, entry(agent=agent))
    assert (seen.pages, seen.robots) == ({}, 1)


@pytest.mark.parametrize("line", UNREADABLE, ids=range(len(UNREADABLE)))
def test_a_bad_line_is_counted_and_does_no_harm(tmp_path: Path, line: str) -> None:
    seen = read(tmp_path, line, entry())
    assert (seen.unreadable, seen.pages.total(), seen.lines) == (1, 1, 2)


def test_a_site_below_a_path_has_its_own_pages_only(tmp_path: Path) -> None:
    seen = read(
        tmp_path, entry("/gallery/studios/weld/"), entry("/studios/weld/"), entry("/gallery/"), root="/gallery/"
    )
    assert seen.pages == {("studios/weld/", "2025-03"): 1, ("", "2025-03"): 1}


def test_the_months_are_those_of_china(tmp_path: Path) -> None:
    times = ("31/Dec/2024:15:59:59 +0000", "31/Dec/2024:16:00:00 +0000", "31/Dec/2024:23:59:59 +0800")
    seen = read(tmp_path, *(entry(time=time) for time in times))
    assert seen.pages == {("studios/weld/", "2024-12"): 2, ("studios/weld/", "2025-01"): 1}


@pytest.fixture
def logs(tmp_path: Path) -> list[Path]:
    """Two logs of a server, the older one compressed."""
    older, newer = tmp_path / "access.log.2.gz", tmp_path / "access.log"
    older.write_bytes(gzip.compress("\n".join([entry(time="1/Feb/2025:08:00:00 +0800")] * 3).encode()))
    lines = [*COUNTED.values(), *LEFT_OUT.values(), *(entry(agent=agent) for agent in ROBOTS), *UNREADABLE]
    newer.write_text("\n".join([*lines, entry("/"), entry("/studios/weld/card/")]), encoding="utf-8")
    return [older, newer, newer]


def test_the_table_has_every_studio_and_nothing_of_a_reader(site: Path, logs: list[Path], tmp_path: Path) -> None:
    run = laomo("visits", *logs, "--root", site)
    assert run.returncode == 0, run.stderr
    heading, *rows = list(csv.reader(io.StringIO(run.stdout)))
    assert heading == ["工会", "工作室", "编号", "2025-02", "2025-03", "合计"]
    by_id = {row[2]: row[3:] for row in rows if row[2]}
    assert by_id["weld"] == ["3", "11", "14"]
    assert len(by_id) == 3
    assert [row[1:] for row in rows[-2:]] == [["其他网页", "", "0", "1", "1"], ["全站", "", "3", "12", "15"]]
    for part in ("198.51", "2001:db8", "clerk", "secret", "CUBOT"):
        assert part not in run.stdout + run.stderr
    assert f"{len(ROBOTS)} 次没有算" in run.stderr
    assert f"{len(UNREADABLE)} 行读不懂" in run.stderr
    for name in ("visits.xlsx", "visits.csv"):
        assert laomo("visits", *logs, "--root", site, "--out", tmp_path / name).returncode == 0
    assert (tmp_path / "visits.csv").read_text(encoding="utf-8-sig") == run.stdout
    sheet = load_workbook(tmp_path / "visits.xlsx")["浏览次数"]
    found = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert found == [heading, *rows]
    assert laomo("visits", *logs, "--root", site, "--out", tmp_path / "visits.csv").returncode == 2


def test_what_cannot_be_counted_is_said(site: Path, logs: list[Path], tmp_path: Path) -> None:
    whole = gzip.compress("\n".join(entry(f"/{number}/") for number in range(9_000)).encode())
    (tmp_path / "cut.gz").write_bytes(whole[: len(whole) // 2])
    run = laomo("visits", tmp_path / "cut.gz", "--root", site)
    assert run.returncode == 1
    assert "不完整" in run.stderr
    (tmp_path / "other.txt").write_text("not a log\n", encoding="utf-8")
    assert laomo("visits", tmp_path / "other.txt", "--root", site).returncode == 1
    for arguments in ([], [tmp_path / "none.log"], [logs[0], "--out", tmp_path / "a.doc"]):
        assert laomo("visits", *arguments, "--root", site).returncode == 2
