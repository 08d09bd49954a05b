"""`laomo new`: skeletons that are valid as they stand, at a terminal and without one, and never over what is there."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.records import json_schema, layout, scaffold
from laomo.records.yaml import formatter, reader
from tests.cli.command import LAOMO, laomo
from tests.conftest import tree

STUDIO = {
    "union": "北区工会",
    "name": "示例缝制劳模创新工作室",
    "leader": "示例甲",
    "unit": "示例服饰有限公司",
    "region": "北区",
}


def flags(**given: str) -> list[str]:
    return [f"--{name}={value}" for name, value in given.items()]


def test_a_studio_and_its_year_are_valid_as_they_stand(site: Path) -> None:
    run = laomo("new", "studio", "--root", site, *flags(**STUDIO))
    assert (run.returncode, run.stdout) == (
        0,
        "写好了 studios/north/shilifengzhi/studio.yml。打开它，照里面的说明接着填。\n",
    )
    run = laomo("new", "year", "shilifengzhi", "--root", site, "--year=2025", "--project=肩缝起皱攻关")
    assert run.returncode == 0, run.stdout + run.stderr
    checked = generate.check(Project(site))
    assert checked.problems == ()
    assert checked.registry
    (made,) = [studio for studio in checked.registry.studios if studio.id == "shilifengzhi"]
    assert (made.name, made.union.id, made.years[0].year) == ("示例缝制劳模创新工作室", "north", 2025)
    text = (site / "studios/north/shilifengzhi/studio.yml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../../schemas/studio.json\n# 工作室档案。")
    assert "# 成立时间：可以只写年或年月，如 2013-06。\n#founded:\n" in text


def test_a_union_joins_the_list_without_touching_the_rest(site: Path) -> None:
    file = site / "studios/unions.yml"
    before = file.read_text(encoding="utf-8") + "# 末尾的说明\n"
    file.write_text(before, encoding="utf-8")
    run = laomo("new", "union", "--root", site, "--name=示例市东区总工会", "--kind=区工会", "--parent=city")
    assert run.returncode == 0, run.stdout + run.stderr
    added = "  - id: shilishidong\n    name: 示例市东区总工会\n    kind: 区总工会\n    parent: city\n"
    assert file.read_text(encoding="utf-8") == before + added
    assert generate.check(Project(site)).problems == ()


def test_a_terminal_is_asked_one_thing_after_another(site: Path) -> None:
    clerk, terminal = pty.openpty()
    environment = {**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}
    process = subprocess.Popen(
        [LAOMO, "new", "studio", "--root", site], stdin=terminal, stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    os.write(clerk, "北区工会\n林示例工匠创新工作室\n\n林示例\n示例港务集团有限公司\n北区\n\n".encode())
    shown = b""
    try:
        while part := os.read(clerk, 4096):
            shown += part
    except OSError:  # the other end is closed
        pass
    assert process.wait(60) == 0, shown.decode()
    assert "主管工会（编号或名称）" in shown.decode()
    assert "[工匠]" in shown.decode()
    made = (site / "studios/north/shiligangwu/studio.yml").read_text(encoding="utf-8")
    assert "\n  - name: 林示例\n" in made
    assert "\ncategory: 工匠\n" in made


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"id": "crane"}, "crane"),
        ({"id": "../../../outside"}, "不能用"),
        ({"id": "网址"}, "不能用"),
        ({"name": "甲<script>劳模工作室"}, "符号"),
        ({"union": "西区工会"}, "unions.yml 里没有“西区工会”；有的是：city（示例市总工会）"),
    ],
)
def test_what_would_be_wrong_is_said_and_not_written(site: Path, changed: dict[str, str], said: str) -> None:
    before, folders = tree(site / "studios"), sorted((site / "studios").rglob("*/"))
    run = laomo("new", "studio", "--root", site, *flags(**{**STUDIO, **changed}))
    assert run.returncode in (1, 2)
    assert said in run.stdout + run.stderr
    assert tree(site / "studios") == before
    assert sorted((site / "studios").rglob("*/")) == folders


def test_an_answer_that_is_lacking_is_named(site: Path) -> None:
    run = laomo("new", "studio", "--root", site, "--union=north", "--name=示例劳模创新工作室")
    assert run.returncode == 2
    assert "没有写 --unit" in run.stderr


def test_what_is_there_is_never_written_over(site: Path) -> None:
    before = tree(site / "studios")
    run = laomo("new", "year", "crane", "--root", site, "--year=2013")
    assert run.returncode == 2
    assert "studios/north/crane/2013.yml 已经有了，没有改动它" in run.stderr
    assert tree(site / "studios") == before


@pytest.mark.parametrize("made", [scaffold.studio({"name": "x", "leaders": [{"name": "y"}]}), scaffold.year({})])
def test_every_field_can_be_taken_into_use(made: bytes) -> None:
    """With every `#` before a field deleted the file is YAML, and holds nothing that the models do not know."""
    assert formatter.tidy(made, "x") == (made, [])
    text = re.sub(r"(?m)^#( *(?:- )?\w+:(?! \$).*)$", r"\1", made.decode())
    assert "#" not in re.sub(r"(?m)^ *# .*$", "", text)
    found, problems = reader.read(text.encode(), "x")
    assert problems == []
    assert isinstance(found, dict)


def test_an_id_never_bears_a_persons_name() -> None:
    named = scaffold.studio_id("林示例劳模创新工作室", "林示例", "示例港务集团有限公司", ())
    assert named == "shiligangwu"
    renamed = scaffold.studio_id("林示例劳模和工匠人才创新工作室", "林示例", "示例港务集团有限公司", ())
    assert renamed == named
    assert scaffold.studio_id("二创新工作室", "甲", "示例六公司", ()) == "shililiu"
    long = scaffold.studio_id("创新工作室", "甲", "中国石油天然气股份有限公司长庆油田分公司第一采油厂", ())
    assert long == "zhongguoshiyoutianranqizhangqingyoutian"
    assert scaffold.studio_id("起重机创新工作室", "甲", "乙", {"qizhongji", "qizhongji-2"}) == "qizhongji-3"
    assert [scaffold.union_id(name, {"siming"}) for name in ("思明区总工会", "海沧区总工会", "机化能工委")] == [
        "siming-2",
        "haicang",
        "jihuaneng",
    ]


def test_every_kind_of_record_has_a_schema_and_a_place() -> None:
    assert json_schema.schemas().keys() == layout.KINDS.keys()
