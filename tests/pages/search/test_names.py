"""People with names that are no Chinese names of two or three characters are found however their names are typed; by the site's own scripts in Node."""

from pathlib import Path

import pytest

from laomo.pages.search import index
from tests.conftest import edit
from tests.pages.search.answers import ask
from tests.pages.search.conftest import checked

PEOPLE = {
    "买买提·艾力": "气割",
    "John Smith": "焊接",
    "钱𱍐": "钳工",
    "葛󠄀雲": "铸造",
    "古丽努尔": "护理",
    "O’Neil": "电气",
}
"""Name → what is particular in the name of the studio."""
ASKED = [
    *(
        (typed, "气割")
        for typed in ("买买提·艾力", "买买提•艾力", "买买提‧艾力", "买买提・艾力", "买买提．艾力", "买买提.艾力")
    ),
    *((typed, "气割") for typed in ("买买提艾力", "买买提 艾力", "买买提　艾力", "买买提。艾力", "买买提", "艾力")),
    *(
        (typed, "气割")
        for typed in ("maimaiti", "aili", "maimaitiaili", "maimaiti aili", "mai mai ti ai li", "mmtal", "MMTAL")
    ),
    *((typed, "气割") for typed in ("Maimaiti·Aili", "maimaiti.aili", "maimaiti'aili", "mmt")),
    ("旧称气割室", "气割"),
    *((typed, "焊接") for typed in ("John Smith", "johnsmith", "smith", "js", "John·Smith")),
    *((typed, "钳工") for typed in ("钱𱍐", "qian")),
    *((typed, "铸造") for typed in ("葛雲", "geyun", "gy")),
    *((typed, "护理") for typed in ("古丽努尔", "gulinuer", "glne", "古丽")),
    *((typed, "电气") for typed in ("O'Neil", "oneil", "O’Neil")),
]


def test_a_name_is_found_however_it_is_typed(site: Path, tmp_path: Path) -> None:
    for n, (name, trade) in enumerate(PEOPLE.items()):
        profile = site / f"studios/north/x{n}/studio.yml"
        profile.parent.mkdir()
        profile.write_text(
            f"name: {trade}创新工作室\ncategory: 职工\nleaders: [{{name: {name}}}]\nunits: [示例厂]\nregion: 北区\nformer_names: [旧称{trade}室]\n",
            encoding="utf-8",
        )
    for output in index.outputs(checked(site), []):
        (tmp_path / output.path.name).write_bytes(output.data)
    answers = ask(tmp_path, [typed for typed, _ in ASKED])
    wrong = [
        (typed, trade, answer.titles[:2])
        for (typed, trade), answer in zip(ASKED, answers, strict=True)
        if answer.titles[:1] != [f"{trade}创新工作室"]
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["—", "·", "’", "…"])
def test_a_name_that_folds_to_nothing_breaks_nothing(site: Path, name: str) -> None:
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟\n", f"name: '{name}'\n")
    files = {output.path.name: output.data for output in index.outputs(checked(site), [])}
    assert "index.js" in files
