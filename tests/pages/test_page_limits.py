"""Hand-written pages that would keep MkDocs busy for hours or end it: a sentence at their path, before anything is rendered."""

import time
from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project

PAGES = {
    "links": ("[a](b " * 40_000, "page-block-too-long"),
    "one line": ("很" * 900_000, "page-block-too-long"),
    "a table": ("|a|b|\n" * 9_000, "page-block-too-long"),
    "comments": ("<!--" * 40_000, "page-block-too-long"),
    "lists": ("".join("    " * n + "- a\n" for n in range(60)), "page-too-deep"),
    "tabs": ("".join("\t" * n + "1. a\n\n" for n in range(60)), "page-too-deep"),
    "boxes": ("".join("    " * n + "!!! note\n\n" for n in range(60)), "page-too-deep"),
    "quotations": (">" * 9_000 + " a\n", "page-too-deep"),
    "spaced quotations": ("> " * 9_000 + "a\n", "page-too-deep"),
    "a list in a line": ("- " * 9_000 + "a\n", "page-too-deep"),
    "a blank": ("# 甲\n\n发文单位：【填：发文单位】\n", "page-blank"),
    "very long": ("很好的一段话。\n\n" * 860_000, "page-too-long"),
    "deep front matter": (f"---\na: {'[' * 100_000}\n---\n", "too-deep"),
    "another end": (f"--- \na: {'[' * 100_000}\n...\n", "too-deep"),
    "braces": (f"---\na: {'{a: ' * 50_000}\n---\n", "too-deep"),
    "aliases": ("---\na: &a [1]\nb: [*a, *a]\n---\n", "anchor"),
    "returns": ("[a](b " * 10_000 + "\r" + "[a](b " * 10_000, "page-block-too-long"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_that_cannot_be_rendered(site: Path, name: str) -> None:
    text, code = PAGES[name]
    (site / "content/bomb.md").write_bytes(text.encode())
    start = time.process_time()
    found = [each for each in generate.check(Project(site)).problems if each.path == "content/bomb.md"]
    assert [each.code for each in found] == [code]
    assert time.process_time() - start < 10


def test_ordinary_pages_pass(site: Path) -> None:
    rows = "| 甲 | 乙 |\n|---|---|\n" + "| 一 | 二 |\n" * 500
    code = "```yaml\n" + "                        key: value\n" * 50 + "```\n"
    text = f"---\ntitle: 好\n---\n# 好\n\n- - -\n\n{rows}\n{code}\n- a\n    - b\n        - c\n\n> > 引\n\n{'* ' * 30}\n"
    (site / "content/plain.md").write_text(text, encoding="utf-8")
    assert not [each for each in generate.check(Project(site)).problems if each.path == "content/plain.md"]
