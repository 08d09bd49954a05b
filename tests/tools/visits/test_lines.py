"""Every word by which a robot is known and every part of a line, beside what readers' programs call themselves; the table exactly."""

import gzip
from collections import Counter
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from tests.tools.visits.test_visits import PHONE, entry, read

from laomo.tools.visits import log, table

ROBOTS = [
    *("Googlebot", "a bot", "bot/1", "bot;x", "xbot-y", "bot@x", "bot_x", "BOT", "Baiduspider", "a crawler", "Slurp", "scrapy", "archiver", "Feedly", "fetcher", "monitoring", "uptime", "Lighthouse"),
    *("headless", "PhantomJS", "facebookexternalhit", "W3C_Validator", "a scan", "scanner", "zgrab", "masscan", "nmap", "curl", "curl/8", "Wget/1", "python-requests", "Java/17", "Go-http-client", "okhttp/4"),
    *("Apache-HttpClient", "libwww-perl", "httpx/1", "axios/1", "node", "PHP/8", "Ruby", "Perl", "Dart/3", "-", ""),
]  # fmt: skip
READERS = ["Cubot", "CUBOT NOTE 50", "robotics", "Mozilla curl", "a python", "nodejs", "rescan", "curlew/1", "Mozilla/5.0", "-x", "Pythonista/3", "dartmouth"]  # fmt: skip


def test_every_word_of_robots(tmp_path: Path) -> None:
    for agent in ROBOTS:
        seen = read(tmp_path, entry(agent=agent))
        assert (dict(seen.pages), seen.robots, seen.lines) == ({}, 1, 1)


def test_what_is_no_robot(tmp_path: Path) -> None:
    for agent in READERS:
        seen = read(tmp_path, entry(agent=agent))
        assert (dict(seen.pages), seen.robots) == ({("studios/weld/", "2025-03"): 1}, 0)


def test_the_page_of_an_address(tmp_path: Path) -> None:
    for path, page in [
        ("/", ""),
        ("/index.html", ""),
        ("/about.html", "about.html"),
        ("/a/index.html", "a/"),
        ("/a/index.html?x=1#y", "a/"),
        ("/a/b.HTML", None),
        ("/a/b", None),
        ("/a/b.html/", "a/b.html/"),
        ("//[x", None),
        ("*", None),
        ("/%E7%94%B2/", "甲/"),
    ]:
        seen = read(tmp_path, entry(path))
        assert (dict(seen.pages), seen.unreadable) == ({} if page is None else {(page, "2025-03"): 1}, 0)


def test_what_a_line_counts_for(tmp_path: Path) -> None:
    for line, counts in [
        (entry(), (1, 0)),
        (entry().replace("5120", "-"), (1, 0)),
        (entry().replace(" HTTP/1.1", ""), (1, 0)),
        (entry().replace("HTTP/1.1", "HTTP/2"), (1, 0)),
        (entry().replace("HTTP/1.1", "FTP"), (0, 0)),
        (entry(status=206), (0, 0)),
        (entry(status=2000), (0, 1)),
        (entry(time="10/Mar/2025:13:55:36"), (0, 1)),
        (entry(time="1" * 41), (0, 1)),
        (entry(time="01/Jan/0001:00:00:00 +2300"), (0, 1)),
        (entry(method="get"), (0, 0)),
        (entry(path="/a b/"), (0, 0)),
        ("   ", (0, 0)),
        (entry() + "x" * 65_000, (1, 0)),
        (entry() + "x" * 66_000, (0, 1)),
    ]:
        seen = read(tmp_path, line)
        assert (seen.pages.total(), seen.unreadable, seen.lines) == (*counts, int(bool(line.strip())))
        after = read(tmp_path, line, entry("/after/"))
        assert after.pages["after/", "2025-03"] == 1


def test_a_log_is_read_once_and_what_is_damaged_is_named(tmp_path: Path) -> None:
    first, whole = tmp_path / "a.log", gzip.compress("\n".join([entry(f"/{n}/") for n in range(2_000)]).encode())
    first.write_text(f"{entry()}\n{entry()}", "utf-8")
    cut, bad = tmp_path / "cut.gz", tmp_path / "bad.gz"
    cut.write_bytes(whole[:-9])
    bad.write_bytes(whole[:40] + b"x" * 40)
    seen = log.read([first, cut, first, bad, tmp_path / "." / "a.log"])
    assert seen.damaged == [cut, bad]
    assert seen.pages["studios/weld/", "2025-03"] == 2
    assert seen.lines > 2


def studio(name: str) -> Any:
    return SimpleNamespace(id=name, name=f"{name}工作室", union=SimpleNamespace(name="北区工会"))


def test_the_table_exactly() -> None:
    pages = {
        ("studios/b/", "2025-02"): 2,
        ("studios/a/", "2025-01"): 1,
        ("studios/a/2024/", "2025-02"): 4,
        ("studios/a/card/", "2025-02"): 8,
        ("studios/c/", "2025-01"): 16,
        ("card/", "2024-12"): 32,
        ("", "2025-01"): 64,
    }
    seen = log.Seen(Counter(pages))
    assert table.table(seen, [studio("b"), studio("a"), studio("d")]) == [
        ["工会", "工作室", "编号", "2024-12", "2025-01", "2025-02", "合计"],
        ["北区工会", "b工作室", "b", 0, 0, 2, 2],
        ["北区工会", "a工作室", "a", 0, 1, 4, 5],
        ["北区工会", "d工作室", "d", 0, 0, 0, 0],
        ["", "其他网页", "", 32, 80, 0, 112],
        ["", "全站", "", 32, 81, 6, 119],
    ]
    assert table.as_csv([["=a", "b,c", 1], ["", "d", -2]]) == '\'=a,"b,c",1\n,d,-2\n'
    assert PHONE.startswith("Mozilla")


def test_a_table_is_written_by_its_ending(tmp_path: Path) -> None:
    for name, start in (
        ("a.csv", b"\xef\xbb\xbfx,1"),
        ("a.CSV", b"\xef\xbb\xbfx,1"),
        ("a.xlsx", b"PK"),
        ("a.XLSX", b"PK"),
    ):
        table.write([["x", 1]], tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start), name
