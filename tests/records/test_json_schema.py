"""The schemas in the editor: the real yaml-language-server completes, explains and underlines in Chinese.

It accepts every sample record, and underlines what the models refuse.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from laomo.records import json_schema, layout, loader
from tests.conftest import ROOT, edit, some
from tests.records.editor import Editor

STUDIO = "north/weld/studio.yml"
YEAR = "north/crane/2013.yml"
FAULTS = [
    # what of the small site's records is made wrong; what the editor says
    (STUDIO, "category: 技能大师", "category: 大师", "“类别”应为劳模、工匠、"),
    (STUDIO, "units: [北区重工]\n", "", "缺少“所在单位”（units）；请补上一行“units: 内容”"),
    (STUDIO, "category:", "catgory:", "属性 catgory 不被允许。"),
    (STUDIO, "region:", "founded: 2013.6\nregion:", "“成立时间”应为 2013、2013-06 或 2013-06-01"),
    (STUDIO, "region:", "founded: 二零一三年\nregion:", "“成立时间”应为 2013、2013-06 或 2013-06-01"),
    (STUDIO, "region:", "ledger: 齐全\nregion:", "“台账”应为“是”或“否”（“有”或“无”）"),
    (STUDIO, "region:", "rules: 考勤制度\nregion:", "“工作制度”：请"),
    (STUDIO, "region:", "team: {total: 九人}\nregion:", "“团队人数”应为不带单位的阿拉伯数字，如 12"),
    (STUDIO, "region:", "team: {frontline: 3}\nregion:", "缺少“团队人数”（total）"),
    (STUDIO, "region:", "team: {total: 3, by_age: {三十五岁: 3}}\nregion:", "属性 三十五岁 不被允许。"),
    (STUDIO, "region:", "place: {area: 很大}\nregion:", "“场地面积”应为数字加单位"),
    (STUDIO, "region:", "co_unions: [东区]\nregion:", "“共建工会”应为小写英文字母、数字和短横线"),
    (
        STUDIO,
        "region:",
        "photos: [{file: photos/封面.jpg, caption: 甲, alt: 乙}]\nregion:",
        "“文件名”应为 photos 文件夹里一张图片的文件名",
    ),
    (STUDIO, "region:", "links: [{title: 甲, kind: 视频, address: 'http://x'}]\nregion:", "“网址”应为以 https:// 开头"),
    (STUDIO, "name: ", "name: <b>", "“工作室名称”：请只用文字和中文标点"),
    (YEAR, "disclosure: 可公开", "disclosure: 公开", "“公开意见”应为可公开、"),
    (YEAR, "id: ", "id: 成果", "“编号”应为小写英文字母、数字和短横线"),
    ("unions.yml", "kind: 区工会", "kind: 区", "“类别”应为省总工会、"),
    ("decisions/2013-01.yml", "level: ", "level: 特", "“级别”应为全国、"),
    ("targets/2013.yml", "created: ", "created: 约", "“累计创建任务数”应为不带单位的阿拉伯数字"),
]


@pytest.fixture(scope="module")
def editor(npm_packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    json_schema.write(folder / "schemas")
    places = {f"{(folder / 'schemas' / name).as_uri()}.json": kind.place for name, kind in layout.KINDS.items()}
    with Editor(npm_packages, folder, places) as started:
        started.folder = folder
        yield started


def test_every_sample_record_is_accepted(editor: Editor) -> None:
    kinds = [kind.place for kind in layout.KINDS.values()]
    files = {path for place in kinds for path in ROOT.glob(place)}
    assert {layout.shown(path) for path in layout.files(ROOT / "studios") if layout.model_of(path)} == {
        path.relative_to(ROOT).as_posix() for path in files
    }
    opened = {editor.folder / path.relative_to(ROOT): path for path in sorted(files)}
    for shown, path in opened.items():
        editor.open(shown, path.read_text(encoding="utf-8"))
    assert {path.name: found for shown, path in some(opened.items()) if (found := editor.underlined(shown))} == {}
    broken = editor.folder / "studios/decisions/2099-01.yml"
    assert editor.problems(broken, "title: 甲\n"), "the schemas were not in use"


@pytest.mark.parametrize("fault", FAULTS, ids=[said for *_, said in FAULTS])
def test_what_the_models_refuse_is_underlined_in_chinese(
    editor: Editor, site: Path, fault: tuple[str, str, str, str]
) -> None:
    path, old, new, said = fault
    file = site / "studios" / path
    edit(file, old, new)
    assert loader.load(site / "studios").problems
    told = editor.problems(file)
    assert [sentence for _, sentence in told if sentence.startswith(said)], told


def test_completion_and_hover_speak_chinese(editor: Editor) -> None:
    text = "# yaml-language-server: $schema=../../../schemas/studio.json\nname: 甲\ncategory: \nfounded: 2013\nte\n"
    file = editor.folder / "studios/north/new/studio.yml"
    editor.open(file, text)
    assert editor.complete(file, 3, 11)[:2] == ["劳模", "工匠"]
    assert "team" in editor.complete(file, 5, 3)
    hover = editor.hover(file, 4, 3)
    assert "成立时间" in hover
    assert "可以只写年或年月，如 2013-06。" in hover


def test_the_schemas_are_2020_12_by_the_standards_own_schema(npm_packages: Path, tmp_path: Path) -> None:
    json_schema.write(tmp_path)
    (tmp_path / "check.mjs").write_text(
        f"""import Ajv from "{npm_packages}/ajv/dist/2020.js";
import fs from "fs";
for (const name of process.argv.slice(2)) {{
  const ajv = new Ajv.default({{strict: false}});
  const schema = JSON.parse(fs.readFileSync(name));
  if (!ajv.validateSchema(schema)) throw new Error(name + JSON.stringify(ajv.errors));
  ajv.compile(schema);
}}""",
        encoding="utf-8",
    )
    files = sorted(tmp_path.glob("*.json"))
    subprocess.run(["node", tmp_path / "check.mjs", *files], check=True, timeout=60)
    assert len(files) == len(layout.KINDS)
