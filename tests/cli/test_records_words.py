"""What `new`, `fmt` and `schema` say, line by line, and what they leave as it was."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import laomo
from tests.conftest import edit, tree

STUDIO = ("--union=north", "--name=示例缝制工作室", "--unit=示例厂")


def said(*arguments: Any) -> tuple[int, list[str]]:
    run = laomo(*arguments)
    return run.returncode, (run.stdout + run.stderr).splitlines()


def test_a_year_that_is_one_and_none(site: Path) -> None:
    new = ("new", "year", "--root", site)
    for year in ("1949", "2100", "24", "20245", "x"):
        code, lines = said(*new, "weld", f"--year={year}")
        assert (code, lines[-1]) == (2, f"错误：“{year}”不是年份；应为四位数字，如 2025")
    for year in ("1950", "2099"):
        assert said(*new, "weld", f"--year={year}", "--project=")[0] in {0, 1}
    code, lines = said(*new, "nobody", "--year=2024")
    assert (code, lines[-1]) == (2, "错误：没有编号是“nobody”的工作室；编号是它的文件夹的名字，如 port-crane")
    code, lines = said(*new, "--year=2024")
    assert (code, lines[-1]) == (2, "错误：没有写 --studio：工作室编号（文件夹名）")
    code, lines = said(*new, "nurse", "--year=2027")
    assert (code, lines[-1]) == (1, "照这样写有 1 个问题，没有写下任何文件；请照上面的话改好，再运行一次。"), (
        "this year has not begun"
    )
    assert said(*new, "nurse")[0] == 0, "the current year is later than the date of the data"
    made = "写好了 studios/south/nurse/2024.yml。打开它，照里面的说明接着填。"
    assert said(*new, "nurse", "--year=2024") == (0, [made])


def test_a_studio_by_any_name_of_its_union(site: Path) -> None:
    edit(
        site / "studios/unions.yml",
        "name: 南区工会, kind",
        "name: 南区工会, short: 南工, other_names: [南区总工会], kind",
    )
    for number, union in enumerate(("south", "南区工会", "南工", "南区总工会", "南区")):
        code, lines = said("new", "studio", "--root", site, f"--union={union}", *STUDIO[1:], f"--id=s{number}")
        assert (code, lines) == (0, [f"写好了 studios/south/s{number}/studio.yml。打开它，照里面的说明接着填。"])
    code, lines = said("new", "studio", "--root", site, "--union=西区", *STUDIO[1:])
    unions = "city（示例市总工会）、north（北区工会）、south（南区工会）"
    assert (code, lines[-1]) == (2, f"错误：unions.yml 里没有“西区”；有的是：{unions}")
    code, lines = said("new", "studio", "--root", site, "--union=总工会", *STUDIO[1:])
    assert (code, lines[-1]) == (2, "错误：“总工会”可能是 city（示例市总工会）、south（南区工会）；请写全称，或写编号")


def test_a_studio_has_what_was_said_and_no_more(site: Path) -> None:
    said("new", "studio", "--root", site, "--union=north", "--name=示例劳模工作室", "--unit=示例厂", "--id=one")
    said("new", "studio", "--root", site, *STUDIO, "--id=two", "--leader=张三", "--region=北区", "--category=工匠")
    plain = [
        [
            line
            for line in (site / f"studios/north/{name}/studio.yml").read_text("utf-8").splitlines()
            if line and "#" not in line
        ]
        for name in ("one", "two")
    ]
    assert plain == [
        ["name: 示例劳模工作室", "category: 劳模", "units: [示例厂]"],
        ["name: 示例缝制工作室", "category: 工匠", "leaders:", "  - name: 张三", "units: [示例厂]", "region: 北区"],
    ]
    code, lines = said("new", "studio", "--root", site, *STUDIO, "--id=crane")
    assert (code, lines[-1]) == (
        2,
        "错误：studios/north/crane/studio.yml 已经有了，没有改动它；请打开它接着填，或换一个编号",
    )


def test_a_union_and_one_that_would_be_wrong(site: Path) -> None:
    file = site / "studios/unions.yml"
    before = file.read_bytes()
    new = ("new", "union", "--root", site, "--kind=区工会")
    code, lines = said(*new, "--name=北区工会", "--id=north")
    assert (code, lines[-1]) == (1, "照这样写有 1 个问题，没有写下任何文件；请照上面的话改好，再运行一次。")
    assert file.read_bytes() == before
    assert said(*new, "--name=西区工会", "--id=west") == (0, ["在 studios/unions.yml 里加上了“西区工会”，编号 west。"])
    assert file.read_bytes() == before + "  - id: west\n    name: 西区工会\n    kind: 区总工会\n".encode()
    code, lines = said(*new, "--name=东区工会", "--id=East")
    assert (code, lines[-1]) == (2, "错误：编号“East”不能用；应为小写英文字母、数字和短横线，如 port-crane")
    file.write_text("unions: 甲\n", "utf-8")
    for command in (("new", "union", "--name=x", "--kind=区工会"), ("new", "year", "weld"), ("new", "studio", *STUDIO)):
        code, lines = said(*command[:2], "--root", site, *command[2:])
        assert (code, lines) == (1, ["错误：请先运行 laomo check，改好 site.yml 和 unions.yml 里的问题。"]), command


def test_records_are_tidied(site: Path) -> None:
    weld = site / "studios/north/weld/studio.yml"
    tidy = weld.read_bytes()
    weld.write_bytes(tidy.replace(b"\n", b"  \r\n"))
    (site / "studios/south/nurse/studio.yml").write_text("name: [\n", "utf-8")
    before = tree(site / "studios")
    path = "studios/north/weld/studio.yml"
    assert said("fmt", "--check", "--root", site, site / "studios/north") == (
        1,
        [f"{path} 还没有整理", "看了 3 份档案，1 份还没有整理（laomo fmt 会整理）。"],
    )
    assert tree(site / "studios") == before
    assert said("fmt", "--root", site, site / "studios/north") == (
        0,
        [f"整理了 {path}", "看了 3 份档案，整理了 1 份。"],
    )
    assert weld.read_bytes() == tidy
    assert said("fmt", "--check", "--root", site, weld) == (0, ["看了 1 份档案，0 份还没有整理（laomo fmt 会整理）。"])
    code, lines = said("fmt", "--root", site)
    assert (code, [line.partition(":")[0] for line in lines]) == (
        1,
        [
            "studios/south/nurse/studio.yml",
            "看不懂哪一条，照它末尾方括号里的代号到网站的帮助里查，如 /help/problems/#syntax",
            "看了 9 份档案，整理了 0 份。",
        ],
    )


def test_schemas_are_written(site: Path, tmp_path: Path) -> None:
    out = tmp_path / "s"
    code, lines = said("schema", "--root", site, "--out", out)
    count = len(list(out.iterdir()))
    assert (code, lines) == (0, [f"{out} 里有 {count} 份 JSON Schema，更新了 {count} 份。"])
    assert all("$schema" in json.loads(file.read_text("utf-8")) for file in sorted(out.iterdir())) is (count > 5)
    assert said("schema", "--root", site, "--out", out)[1] == [f"{out} 里有 {count} 份 JSON Schema，更新了 0 份。"]
    assert said("schema", "--root", site)[1] == [f"{site / 'schemas'} 里有 {count} 份 JSON Schema，更新了 {count} 份。"]


@pytest.mark.parametrize("command", ["check", "report", "build", "fmt", "export"])
def test_outside_of_a_site(tmp_path: Path, command: str) -> None:
    more = ("--xlsx", tmp_path / "a.xlsx") if command == "export" else ()
    code, lines = said(command, "--root", tmp_path, *more)
    assert (code, f"这里没有展馆的档案：{tmp_path} 里没有 studios 文件夹" in lines[-1]) == (2, True)
