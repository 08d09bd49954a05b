"""What the commands for a whole site say, to which output, and how they end."""

from pathlib import Path
from typing import Any

import pytest

from laomo.records import layout, models
from tests.cli.command import laomo
from tests.conftest import edit


def said(*arguments: Any) -> tuple[int, list[str], list[str]]:
    """The exit code, the lines of the output, and those of the errors."""
    run = laomo(*arguments)
    return run.returncode, run.stdout.splitlines(), run.stderr.splitlines()


def read_on(lines: list[str], address: str = "/") -> list[str]:
    """The line that says where problems are explained, with the first as its example; none without problems."""
    place = [f"{address}help/problems/#{line.rpartition('［')[2].rstrip('］')}" for line in lines[:1]]
    return [f"看不懂哪一条，照它末尾方括号里的代号到网站的帮助里查，如 {each}" for each in place]


def places(lines: list[str]) -> list[str]:
    return [line.partition(": ")[0] for line in lines]


@pytest.mark.parametrize(
    ("edits", "strict", "code", "problems"),
    [
        ([], False, 0, []),
        ([], True, 0, []),
        (["warning"], False, 0, ["studios/decisions/2013-01.yml:8:9"]),
        (["warning"], True, 1, ["studios/decisions/2013-01.yml:8:9"]),
        (["error"], False, 1, ["studios/north/weld/studio.yml:3:11"]),
        (["error"], True, 1, ["studios/north/weld/studio.yml:3:11"]),
    ],
)
def test_a_check(site: Path, edits: list[str], *, strict: bool, code: int, problems: list[str]) -> None:
    if "warning" in edits:
        edit(site / "studios/decisions/2013-01.yml", "示例〔2013〕1号", "示例2013-1")
    if "error" in edits:
        edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    found = said("check", "--root", site, *["--strict"] * strict)
    records = 9 - ("error" in edits)
    assert (found[0], places(found[1]), found[2]) == (
        code,
        problems,
        [*read_on(found[1]), f"检查了 {records} 份档案，{len(problems)} 个问题。"],
    )
    for shape in ("json", "github", "gitlab"):
        run = laomo("check", "--root", site, "--format", shape, *["--strict"] * strict)
        assert (run.returncode, run.stderr) == (code, ""), shape


def test_a_report(site: Path) -> None:
    code, lines, complained = said("report", "--root", site, "--year", "2013")
    assert (code, lines[0], complained) == (0, "2013年度报告情况（内部，请勿公开；数据截至2025年12月31日）", [])
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    code, lines, complained = said("report", "--root", site, "--year", "2013")
    assert (code, bool(lines)) == (1, True)
    assert complained == ["另有 1 个问题，读不了的档案没有算进来；请先运行 laomo check。"]
    (site / "studios/unions.yml").unlink()
    code, lines, complained = said("report", "--root", site)
    assert (code, lines, len(complained)) == (1, [], 1)


def test_an_upgrade_of_a_site_without_a_program(site: Path) -> None:
    kinds, now = len(layout.KINDS), models.FORMAT
    words = (
        f"档案格式是 {now}，这个版本用的也是 {now}，档案不用改；{site / 'schemas'} 里有 {kinds} 份 JSON Schema，更新了"
    )
    assert said("upgrade", "--root", site) == (0, [f"{words} {kinds} 份。"], [])
    assert said("upgrade", "--root", site, "--scripts") == (0, [f"{words} 0 份。"], [])
    edit(site / "studios/site.yml", "name: 小馆", f"name: 小馆\nformat: {now + 1}")
    code, lines, complained = said("upgrade", "--root", site)
    assert (code, lines, complained) == (
        1,
        [],
        [f"档案格式是 {now + 1}，这个版本只认得 {now}；请先升级 Laomo。什么也没有改。"],
    )
    (site / "studios/unions.yml").unlink()
    code, lines, complained = said("upgrade", "--root", site)
    assert (code, lines, complained) == (1, [], ["错误：请先运行 laomo check，改好 site.yml 和 unions.yml 里的问题。"])


def test_a_new_site_needs_an_empty_folder(tmp_path: Path) -> None:
    given = ("--name=甲", "--place=乙", "--union=乙市总工会")
    for names in (["kept.txt"], [".git", "kept.txt"], [".gitignore"]):
        folder = tmp_path / "-".join(names)
        folder.mkdir()
        for name in names:
            (folder / name).touch()
        code, lines, complained = said("init", folder, *given)
        assert (code, lines, complained[-1]) == (2, [], f"错误：{folder} 不是空文件夹，没有动；请换一个还没有的文件夹")
        assert sorted(path.name for path in folder.iterdir()) == sorted(names)
    code, lines, complained = said("demo", tmp_path)
    assert (code, lines, complained[-1]) == (2, [], f"错误：{tmp_path} 不是空文件夹，没有动；请换一个还没有的文件夹")
    code, lines, complained = said("init", tmp_path / "new", "--place=乙")
    assert (code, lines, complained[-1]) == (2, [], "错误：没有写 --union：主办的工会（全称）")


def test_a_demonstration(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    code, lines, complained = said("demo", "--studios", "1", folder)
    files = sum(path.is_file() for path in folder.rglob("*"))
    assert (code, lines, complained) == (0, [f"做好了演示站：{files} 个文件，在 {folder}。"], [])


def test_a_form_in_the_edition_without_a_server_only(site: Path) -> None:
    code, lines, complained = said("build", "--forms", "--root", site)
    assert (code, lines, complained[-1]) == (2, [], "错误：没有写 --offline：--forms")
    assert not (site / "site").exists()


def test_a_build_with_problems(site: Path) -> None:
    edit(site / "studios/north/weld/studio.yml", "category: 技能大师", "category: 大师")
    with (site / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nsite_url: https://example.org/hall\n")
    code, lines, complained = said("build", "--root", site)
    assert (code, places(lines)) == (1, ["studios/north/weld/studio.yml:3:11"])
    assert complained[-2:-1] == read_on(lines, "https://example.org/hall/")
    assert complained[-1] == f"有 1 个问题，网站没有生成；{site / 'site'} 保持原样。"


def test_what_cannot_be_finished(site: Path, tmp_path: Path) -> None:
    (tmp_path / "rendered").mkdir()
    out = tmp_path / "out"
    for more, place in (((), site / "site"), (("--out", out), out)):
        code, lines, complained = said("finish", tmp_path / "rendered", "--root", site, *more)
        assert (code, bool(lines)) == (1, True)
        assert complained == [*read_on(lines), f"有 {len(lines)} 个问题，网站没有生成；{place} 保持原样。"]
        assert not place.exists()


@pytest.mark.parametrize("address", ["x", "127.0.0.1:x", "127.0.0.1:99999", "127.0.0.1:"])
def test_an_address_at_which_nothing_can_be_served(site: Path, address: str) -> None:
    code, lines, complained = said("serve", "--root", site, "--address", address)
    assert (code, lines) == (2, [])
    assert complained[-1].startswith(f"错误：不能在 {address} 预览：")


def test_an_address_in_brackets_is_the_same_without(site: Path) -> None:
    reasons = []
    for address in ("192.0.2.1:0", "[192.0.2.1]:0"):
        code, lines, complained = said("serve", "--root", site, "--address", address)
        assert (code, lines) == (2, [])
        assert complained[-1].startswith(f"错误：不能在 {address} 预览：")
        reasons.append(complained[-1].partition("预览：")[2])
    assert reasons[0] == reasons[1] != ""


def test_a_site_that_cannot_be_served(site: Path) -> None:
    (site / "studios/unions.yml").unlink()
    code, lines, complained = said("serve", "--root", site)
    assert (code, lines, places(complained)[0]) == (1, [], "studios/unions.yml:1:1")


def test_what_a_review_needs(site: Path) -> None:
    for given in ([], ["--base", "main"], ["--author", "x"]):
        code, lines, complained = said("ownership", "--root", site, *given)
        assert (code, lines, complained[-1]) == (2, [], "错误：没有写 --base、--author：--base、--author")
    code, lines, complained = said("ownership", "--root", site, "--codeowners")
    assert (code, lines, complained) == (1, [], ["错误：请先运行 laomo check，改好 site.yml 和 unions.yml 里的问题。"])


def test_visits_go_into_a_new_table(site: Path, tmp_path: Path) -> None:
    log = tmp_path / "access.log"
    log.write_text('192.0.2.1 - - [01/Jan/2026:00:00:00 +0800] "GET / HTTP/1.1" 200 9 "-" "Mozilla/5.0"\n', "utf-8")
    (tmp_path / "old.csv").touch()
    for name, words in (
        ("a.txt", "不知道 {} 要写成什么；文件名请以 .xlsx 或 .csv 结尾"),
        ("a", "不知道 {} 要写成什么；文件名请以 .xlsx 或 .csv 结尾"),
        ("old.csv", "{} 已经有了，没有动它；请换一个文件名，或先把它移走"),
    ):
        code, lines, complained = said("visits", log, "--root", site, "--out", tmp_path / name)
        assert (code, lines, complained[-1]) == (2, [], f"错误：{words.format(tmp_path / name)}")
    counted = "看了 1 行日志：浏览 1 次；程序（搜索引擎等）的 0 次没有算，0 行读不懂。"
    for name in ("a.CSV", "b.xlsx"):
        found = said("visits", log, "--root", site, "--out", tmp_path / name)
        assert found == (0, [], [counted, f"写好了 {tmp_path / name}。"])
    code, lines, complained = said("visits", log, "--root", site)
    assert (code, lines, complained) == (0, (tmp_path / "a.CSV").read_text("utf-8-sig").splitlines(), [counted])
    log.write_text("x\n", "utf-8")
    assert said("visits", log, "--root", site)[0] == 1
    log.write_text("", "utf-8")
    assert said("visits", log, "--root", site)[0] == 0
    (site / "studios/unions.yml").unlink()
    code, lines, complained = said("visits", log, "--root", site)
    assert (code, lines, places(complained)[0]) == (1, [], "studios/unions.yml:1:1")


def test_what_cannot_be_published(site: Path, tmp_path: Path) -> None:
    code, lines, complained = said("publish", tmp_path / "www", "--root", site)
    assert (code, lines, complained[-1]) == (2, [], f"错误：{site / 'site'} 里没有生成好的网站；请先运行 laomo build")
    code, lines, complained = said("publish", tmp_path / "www", "--root", site, "--rollback")
    assert (code, lines, complained[-1]) == (2, [], f"错误：{tmp_path / 'www'} 里没有更早的版本可以退回")
    code, lines, complained = said("publish", site / "www", "--root", site)
    assert (code, lines, complained[1:]) == (1, [], read_on(complained))
