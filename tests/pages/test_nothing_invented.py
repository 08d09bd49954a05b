"""What a record does not say stands nowhere: on no page, in no download, not in the search, not in the linked data."""

import re
from pathlib import Path

import pytest

from laomo import pipeline
from laomo.project import Project
from laomo.records.models import vocabulary

NAME, UNIT = "晨曦气割小组", "示例一公司"
WORDS = {
    *vocabulary.CATEGORIES,
    *vocabulary.LEADER_KINDS,
    *vocabulary.STUDIO_TYPES,
    *vocabulary.INNOVATION_KINDS,
    *vocabulary.LEVELS,
    *vocabulary.SKILL_GRADES,
    *vocabulary.PROJECT_STATES,
    *vocabulary.INDUSTRIES,
    *vocabulary.HOST_PLACES,
    *vocabulary.FUNDING_SOURCES,
    "正常",
    "有效",
    "示例市",
    "北区",
}
ABOUT = "studios/chenxi"
OPTIONAL = {
    "category": "category: 工匠\n",
    "leaders": "leaders: [{name: 陆二木}]\n",
    "region": "region: 南区\n",
}


def texts_about(site: Path) -> dict[str, str]:
    """Everything published that belongs to the studio: its pages and files, and its lines in common files."""
    found = {}
    for file in sorted(site.rglob("*")):
        if file.suffix not in (".html", ".json", ".xml", ".csv", ".svg", ".md", ".txt") or not file.is_file():
            continue
        path, text = file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")
        if path.startswith((ABOUT, "data/studios/chenxi")):
            found[path] = text
        elif path == "data/studios.csv":
            found[path] = "".join(line for line in text.splitlines() if NAME in line)
    return found


def own_words(path: str, text: str) -> str:
    """What is said of the studio itself: of a page, its main part without links to lists and without the union's name."""
    if path.endswith(".html"):
        linked = " ".join(re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL))
        main = re.search(r"<(?:article|main)\b.*?</(?:article|main)>", text, re.DOTALL)
        text = re.sub(
            r"<(script|style|nav|footer|section class=\"embed\").*?</\1>",
            "",
            main[0] if main else text,
            flags=re.DOTALL,
        )
        text = re.sub(r"<[^>]+>", " ", text.replace("<wbr>", "")) + linked.encode().decode("unicode_escape", "ignore")
    return text.replace("北区工会", "").replace("小馆", "").replace("示例市总工会", "")


@pytest.mark.parametrize("left_out", ["everything", *OPTIONAL])
def test_no_word_of_any_list_that_the_record_does_not_hold(site: Path, left_out: str) -> None:
    said = "" if left_out == "everything" else "".join(line for key, line in OPTIONAL.items() if key != left_out)
    folder = site / "studios/north/chenxi"
    folder.mkdir()
    (folder / "studio.yml").write_text(f"name: {NAME}\nunits: [{UNIT}]\n{said}", encoding="utf-8")
    (folder / "2024.yml").write_text("projects:\n  - {title: 割缝平整}\n", encoding="utf-8")
    pipeline.build(Project(site), site / "site")
    texts = texts_about(site / "site")
    assert {f"{ABOUT}/index.html", f"{ABOUT}/sheet/index.html", "data/studios/chenxi.json", "data/studios.csv"} <= set(
        texts
    )
    invented = {
        (path, word)
        for path, text in texts.items()
        for word in WORDS
        if word in own_words(path, text) and word not in said + NAME + UNIT
    }
    assert invented == set()
    assert "未填" in (site / "site/statistics/index.html").read_text(encoding="utf-8") or left_out == "leaders"
    assert NAME in texts[f"{ABOUT}/index.html"]
