"""What the doctor looks at, at each limit, and the words for it in both languages."""

import os
import time
from pathlib import Path
from typing import Any

from laomo.cli import doctor as words
from laomo.tools import doctor
from laomo.tools.doctor import Diagnosis

FINE: dict[str, tuple[dict[str, Any], str, str]] = {
    "program": ({"version": "1", "python": "2"}, "Laomo 1，Python 2", "Laomo 1, Python 2"),
    "libraries": ({}, "程序用的部件", "libraries"),
    "font": ({"value": "a.ttc"}, "中文字体：a.ttc", "Chinese font: a.ttc"),
    "heic": ({}, "能读苹果手机的 HEIC 照片", "HEIC pictures"),
    "git": ({"value": "2.40"}, "git 2.40", "git 2.40"),
    "repository": ({}, "这个文件夹由 git 管理", "this folder is a git repository"),
    "rsync": ({}, "rsync", "rsync"),
    "ssh": ({}, "ssh", "ssh"),
    "address": ({"value": "x"}, "网址：x", "address: x"),
    "writable": ({"folder": "/a"}, "文件夹可以写：/a", "the folder can be written: /a"),
    "disk": ({"size": "2 GB"}, "磁盘还空着 2 GB", "2 GB of free disk"),
    "clock": ({"value": "x"}, "电脑的时钟：x", "clock: x"),
    "vendor": ({}, "vendor 里的程序就是这一版", "vendor/ holds this version"),
    "scripts": ({}, "ci 里的脚本能运行", "the scripts in ci/ can be run"),
}
OTHERWISE = "libraries font heic git old-git repository unsafe-repository rsync ssh address writable disk clock vendor crlf-scripts plain-scripts"


def test_what_is_fine() -> None:
    for code, (facts, chinese, english) in FINE.items():
        diagnosis = Diagnosis(code, "fine", facts)
        assert (words._sentence(diagnosis, "zh"), words._sentence(diagnosis, "en")) == (chinese, english)


def test_what_else_may_be_said() -> None:
    assert [*words._FINE] == [*FINE]
    assert [*words._OTHERWISE] == OTHERWISE.split()
    assert words._MARKS == {"fine": ("✓", "green"), "missing": ("–", "yellow"), "wrong": ("✗", "red")}


def test_everything_is_looked_at_in_its_order(site: Path) -> None:
    codes = [found.code for found in doctor.examine(site)]
    assert codes == [
        "program",
        "libraries",
        "font",
        "heic",
        "git",
        "repository",
        "rsync",
        "ssh",
        "address",
        "writable",
        "disk",
        "clock",
    ]


def test_libraries_that_differ(tmp_path: Path) -> None:
    file = tmp_path / "requirements.txt"
    assert doctor._libraries(tmp_path) == Diagnosis("libraries", "fine", {"names": (), "count": 0})
    click = doctor._installed("click")
    file.write_text(f"# a==1\nclick=={click} \\\n    --hash=x\nno-such-library==1\n", "utf-8")
    assert doctor._libraries(tmp_path).state == "fine"
    file.write_text("click==0.1 \\\nrich==0.2\nlxml==0.3\npygal==0.4\n", "utf-8")
    names = ("click 0.1", "rich 0.2", "lxml 0.3")
    assert doctor._libraries(tmp_path) == Diagnosis("libraries", "missing", {"names": names, "count": 4})
    assert doctor._installed("no-such-library") is None


def test_a_clock_that_is_a_day_slow(site: Path) -> None:
    file = site / "mkdocs.yml"
    file.write_text("site_name: x\n", "utf-8")
    for ahead, state in ((86_400 - 600, "fine"), (86_400 + 600, "wrong")):
        os.utime(file, (time.time() + ahead,) * 2)
        found = doctor._clock(site)
        assert (found.code, found.state) == ("clock", state)
    assert found.facts == {"value": time.strftime("%Y-%m-%d %H:%M")}
    assert doctor._clock(site / "nowhere").state == "fine"


def test_where_a_build_writes(tmp_path: Path) -> None:
    (tmp_path / ".build").mkdir()
    assert doctor._writable(tmp_path) == Diagnosis("writable", "fine", {"folder": str(tmp_path)})
    assert doctor._disk(tmp_path).state in {"fine", "wrong"}
    assert str(doctor._disk(tmp_path).facts["size"]).endswith(" GB")
    assert list(doctor._vendor(tmp_path)) == []
