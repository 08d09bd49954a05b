"""The help cannot fall behind the program: every code is explained, and what the pages show can be typed."""

import re
from pathlib import Path

from lxml import html
from PIL import Image

from laomo.problems.messages import MESSAGES
from laomo.records import models
from laomo.records.yaml import reader
from tests.cli.command import laomo
from tests.conftest import ROOT, some
from tests.help_pictures import FOLDER, MOST_BYTES, SHARPNESS


def test_every_code_is_explained(city_site: Path) -> None:
    page = html.parse(str(city_site / "help/problems/index.html"))
    shown = {each.get("id"): each.text_content() for each in page.xpath("//dl/div[@id]")}
    assert shown.keys() == MESSAGES.keys()
    assert not [code for code, text in shown.items() if re.search(r"[{]\w+[}]", text)]
    assert "“…”" in shown["folder-name"]


def test_the_ways_to_the_help_are_on_its_first_page(city_site: Path) -> None:
    text = (city_site / "help/index.html").read_text(encoding="utf-8")
    for page in ("first-studio", "year-end", "withdraw", "problems"):
        assert f'href="{page}/"' in text or f'href="./{page}/"' in text


def test_commands_in_the_help_exist() -> None:
    named = {
        tuple(found.split())
        for page in (ROOT / "content/help").glob("*.md")
        for found in re.findall(r"laomo((?: [a-z]+)+)", page.read_text(encoding="utf-8"))
    }
    for words in some(sorted(named)):
        command = words[:2] if words[0] == "new" else words[:1]
        assert laomo(*command, "--help").returncode == 0, words


def test_pictures_are_light_explained_and_keep_their_place() -> None:
    shown = {
        found[2]: (found[1], found[3])
        for page in (ROOT / "content/help").glob("*.md")
        for found in re.finditer(r"!\[(.*?)\]\(pictures/(.+?)\.png\)\{(.*?)\}", page.read_text(encoding="utf-8"))
    }
    assert shown.keys() == {file.stem for file in FOLDER.iterdir()}
    for name, (alternative, attributes) in shown.items():
        file = FOLDER / f"{name}.png"
        assert file.stat().st_size < MOST_BYTES, name
        assert len(re.findall(r"[\u4e00-\u9fff]", alternative)) >= 15, name
        with Image.open(file) as picture:
            width, height = (round(side / SHARPNESS) for side in picture.size)
        assert f'width="{width}" height="{height}" loading="lazy"' in attributes, name


WHOLE = {
    "category": models.StudioRecord,
    "projects": models.YearRecord,
    "result": models.DecisionRecord,
    "rows": models.TargetRecord,
    "stewards": models.OwnersRecord,
}
"""A field that makes an example a whole record of its kind."""


def test_examples_in_the_help_are_records_as_they_stand() -> None:
    seen = set()
    for page in some((ROOT / "content/help").glob("*.md")):
        for example in re.findall(r"```yaml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            if example.startswith("---"):
                continue  # front matter of a story
            tree, problems = reader.read(example.encode(), page.name)
            assert not problems, (page.name, example)
            for field in WHOLE.keys() & (tree.keys() if isinstance(tree, dict) else ()):
                WHOLE[field].model_validate(tree)
                seen.add(field)
    assert seen == WHOLE.keys()
