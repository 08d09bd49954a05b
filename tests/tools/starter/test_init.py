"""A union's own site: from the wheel in an empty environment to a built site, and what an upgrade does."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import ROOT, edit, some, tree

from laomo import generate
from laomo.project import Project
from laomo.records import layout, models

ABOUT = ["--name=示例市工匠展馆", "--place=示例市", "--union=示例市总工会"]


def run(program: Path, *arguments: str | Path, folder: Path) -> str:
    done = subprocess.run(
        [program, *map(str, arguments)],
        cwd=folder,
        env={"LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_from_the_wheel_to_a_site_in_three_commands(wheel_program: Path, tmp_path: Path) -> None:
    run(wheel_program, "init", "site", *ABOUT, folder=tmp_path)
    folder = tmp_path / "site"
    where = run(wheel_program.with_name("python"), "-c", "import laomo; print(laomo.__file__)", folder=folder)
    assert where.startswith(str(wheel_program.parents[1])), "not the wheel's own"
    assert run(wheel_program, "check", folder=folder) == ""
    edit(
        folder / "studios/site.yml",
        "#footer:\n  # 主办单位。\n#  host:",
        "footer:\n  # 主办单位。\n  host: 示例市总工会宣传部",
    )
    studio = [
        "--union=示例市总工会",
        "--name=示例焊接劳模创新工作室",
        "--leader=示例甲",
        "--unit=示例船厂",
        "--region=示例区",
    ]
    run(wheel_program, "new", "studio", *studio, folder=folder)
    assert "网站已生成" in run(wheel_program, "build", folder=folder)
    home = (folder / "site/index.html").read_text(encoding="utf-8")
    assert "示例市工匠展馆" in home
    assert "示例市总工会宣传部" in home
    assert (folder / "site/studios/shilihanjie/index.html").is_file()
    assert (folder / "drafts/studios/standards/seven.yml").is_file()
    published = [file for file in (folder / "site").rglob("*.html") if "help" not in file.parts]
    assert [file for file in some(published) if "【填" in file.read_text("utf-8")] == [], "drafts are no part of it"
    assert not (folder / "site/standards/seven").exists()


BLANKS = {"文号": "示工〔2026〕1号", "从哪一年起对照": "2026", "几": "1", "哪一级，如市级": "市级", "哪一级": "市级"}
"""What the blanks of the drafts are for that are no texts."""


def filled(file: Path) -> str:
    return re.sub(
        r"【填：([^】]*)】", lambda blank: BLANKS.get(blank[1], f"示例市自己的{file.stem}"), file.read_text("utf-8")
    )


def test_its_own_colours_and_the_drafts_taken_over_reach_the_pages(tmp_path: Path) -> None:
    laomo("init", tmp_path / "site", *ABOUT)
    drafts = tmp_path / "site/drafts"
    taken = [file for file in drafts.rglob("*") if file.suffix in (".yml", ".md") and file.parent != drafts]
    for file in some(taken):
        place = tmp_path / "site" / file.relative_to(drafts)
        place.parent.mkdir(exist_ok=True)
        shutil.copy(file, place)
    faults = generate.check(Project(tmp_path / "site")).problems
    assert {fault.path for fault in faults if fault.code in ("placeholder", "page-blank")} == {
        file.relative_to(drafts).as_posix() for file in taken
    }
    for file in taken:
        place = tmp_path / "site" / file.relative_to(drafts)
        place.write_text(filled(place), encoding="utf-8")
    sheet = tmp_path / "site/theme/overrides/assets/stylesheets/91-union.css"
    text = sheet.read_text(encoding="utf-8").replace("#a12a1e", "#123456")
    sheet.write_text(
        re.sub(r"^\n", "*/\n", text, count=1, flags=re.MULTILINE).rstrip().removesuffix("*/"), encoding="utf-8"
    )
    assert laomo("build", "--root", tmp_path / "site").returncode == 0
    (made,) = (tmp_path / "site/site/assets/stylesheets").glob("laomo*.css")
    assert "#123456" in made.read_text(encoding="utf-8")
    for page in ("standards/seven", "standards/six", "standards/demonstration", "policies", "policies/seven"):
        assert "示例市自己的" in (tmp_path / f"site/site/{page}/index.html").read_text(encoding="utf-8"), page


def test_nothing_of_a_new_site_is_a_sample_or_left_to_fill(tmp_path: Path) -> None:
    laomo("init", tmp_path / "site", *ABOUT)
    for path, data in some(tree(tmp_path / "site").items()):
        text = data.decode("utf-8", "replace")
        assert "{name}" not in text, path
        assert "{version}" not in text, path
        assert "演示数据" not in text or path.startswith(("schemas/", "content/help/")), path
        assert "2013年任务" not in text, path
    assert {path.name for path in (tmp_path / "site/schemas").iterdir()} == {f"{name}.json" for name in layout.KINDS}
    settings = (tmp_path / "site/.vscode/settings.json").read_bytes()
    assert settings == (ROOT / ".vscode/settings.json").read_bytes()


@pytest.mark.parametrize(
    ("union", "kind"),
    [
        ("示例省总工会", "省总工会"),
        ("示例县总工会", "县总工会"),
        ("示例区总工会", "区总工会"),
        ("示例机床厂工会", "基层工会"),
    ],
)
def test_a_union_is_what_its_name_says(tmp_path: Path, union: str, kind: str) -> None:
    laomo("init", tmp_path / "site", *ABOUT[:2], f"--union={union}")
    assert f"    kind: {kind}\n" in (tmp_path / "site/studios/unions.yml").read_text(encoding="utf-8")


def test_init_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "kept.txt").write_text("x", encoding="utf-8")
    assert laomo("init", tmp_path, *ABOUT).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["kept.txt"]


def test_upgrade_renews_the_schemas_and_says_that_nothing_else_is_to_do(site: Path) -> None:
    before = tree(site / "studios")
    (site / "schemas").mkdir()
    (site / "schemas/studio.json").write_text("{}", encoding="utf-8")
    run = laomo("upgrade", "--root", site)
    assert run.returncode == 0
    assert "档案不用改" in run.stdout
    assert f"更新了 {len(layout.KINDS)} 份" in run.stdout
    assert "更新了 0 份" in laomo("upgrade", "--root", site).stdout
    assert tree(site / "studios") == before


def test_records_of_a_later_format_are_refused(site: Path) -> None:
    edit(site / "studios/site.yml", "name: 小馆", f"format: {models.FORMAT + 1}\nname: 小馆")
    (problem,) = generate.check(Project(site)).problems
    assert (problem.code, problem.line) == ("format-newer", 1)
    run = laomo("upgrade", "--root", site)
    assert run.returncode == 1
    assert "什么也没有改" in run.stderr
    assert not (site / "schemas").exists()
