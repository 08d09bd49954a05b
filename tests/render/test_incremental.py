"""The renderer's shortcuts and worker processes: the same bytes as MkDocs makes, and a clear error if a process is killed."""

import os
import random
import sys
from pathlib import Path

import markdown
import pytest

from laomo import pipeline
from laomo.pages import emitters
from laomo.problems.errors import BuildFailed
from laomo.project import Project
from laomo.render import raw_html
from laomo.system import parallel
from tests.conftest import edit, tree

_MARKDOWN = markdown.Markdown(extensions=["admonition", "attr_list", "fenced_code", "md_in_html", "tables", "toc"])
_BLOCKS = raw_html.carried_over(_MARKDOWN)


def build(site: Path) -> dict[str, bytes]:
    pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def several(monkeypatch: pytest.MonkeyPatch) -> None:
    """Use two processes even for a small site and on a machine with one core."""
    monkeypatch.setattr(parallel, "SLICE", 8)
    monkeypatch.setattr(emitters, "BATCH", 1)
    monkeypatch.setattr(parallel, "cores", lambda: 2)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_processes_make_what_one_makes(built: Path, monkeypatch: pytest.MonkeyPatch, start: str) -> None:
    alone = tree(built / "site")
    Project(built).forget()
    several(monkeypatch)
    monkeypatch.setattr(parallel, "START", start)
    assert build(built) == alone


@pytest.fixture
def extended(site: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site with a Markdown extension, whose effect on a page's text the test chooses."""
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")]))
    monkeypatch.delitem(sys.modules, "extension_of_a_test", raising=False)
    edit(site / "mkdocs.yml", "markdown_extensions: [", "markdown_extensions: [extension_of_a_test, ")
    return site


def extension(site: Path, work: str) -> None:
    (site / "extension_of_a_test.py").write_text(
        "import multiprocessing\n"
        "from xml.etree.ElementTree import SubElement\n"
        "from markdown.extensions import Extension\n"
        "from markdown.treeprocessors import Treeprocessor\n"
        "class Step(Treeprocessor):\n"
        f"    def run(self, root):\n        {work}\n"
        "def makeExtension(**_):\n"
        "    class Ours(Extension):\n"
        "        def extendMarkdown(self, md): md.treeprocessors.register(Step(md), 'step', 1)\n"
        "    return Ours()\n",
        encoding="utf-8",
    )


def test_a_killed_process_ends_the_build_and_leaves_the_site(extended: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extension(extended, "pass")
    before = build(extended)
    extension(extended, "multiprocessing.parent_process() and __import__('os').kill(__import__('os').getpid(), 9)")
    edit(extended / "mkdocs.yml", "site_name: 小馆", "site_name: 大馆")
    several(monkeypatch)
    monkeypatch.setattr(parallel, "START", "spawn")
    with pytest.raises(BuildFailed) as caught:
        build(extended)
    assert [problem.code for problem in caught.value.problems] == ["lost-process"]
    assert tree(extended / "site") == before


@pytest.mark.parametrize("processes", [1, 2])
def test_a_page_that_fails_is_named(site: Path, monkeypatch: pytest.MonkeyPatch, processes: int) -> None:
    several(monkeypatch)
    monkeypatch.setattr(parallel, "cores", lambda: processes)
    edit(site / "content/about/index.md", "---\n", "---\ntemplate: nowhere.html\n")
    with pytest.raises(BuildFailed) as caught:
        build(site)
    assert [
        (problem.path, problem.code, str(problem.facts["message"]).partition(":")[0])
        for problem in caught.value.problems
    ] == [("content/about/index.md", "page-warning", "TemplateNotFound")]


def test_a_fault_of_ours_comes_with_the_page(extended: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extension(extended, "raise RuntimeError('ours')")
    several(monkeypatch)
    with pytest.raises(RuntimeError, match="ours") as caught:
        build(extended)
    assert any("while rendering content/" in note for note in caught.value.__notes__)


def test_markdown_that_does_more_sends_every_page_the_long_way(extended: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extension(extended, "SubElement(root, 'p').text = 'more'")
    several(monkeypatch)
    rendered = pipeline.build(Project(extended), extended / "site")
    said = [(each.path, each.code, each.severity) for each in rendered.warnings if each.code != "no-address"]
    assert said == [("mkdocs.yml", "pages-by-themselves", "notice")]
    assert [[*each.facts] for each in rendered.warnings if each.code == "pages-by-themselves"] == [["page"]]
    assert ">more</p>" in (extended / "site/studios/crane/index.html").read_text(encoding="utf-8")


def _html(dice: random.Random, depth: int = 0) -> str:
    """Random HTML, mostly as templates write it, sometimes with parts that Markdown interprets."""
    tags = ["div", "p", "section", "ul", "li", "h2", "span", "b", "table", "details", "DIV", "svg", "a", "pre"]
    pieces = [
        *('<div class="a">', "</div>", "</p>", "<li>", "<wbr>", "<hr>", '<img src="a.png" alt="">', "</ul>", "<br/>"),
        *(
            "<path d='M0'/>",
            "<!-- x -->",
            "<div markdown>",
            '<div\nclass="a">',
            "<script>",
            '<script src="a.js"></script>',
            "</script>",
            "&#35;",
            "&amp;",
            "&",
            "<",
        ),
        *("字", "a b", "*x*", "`c`", "```", "# h", "- i", "| a | b |", "[a](b.md)", "!!! note", "    ", "\t", "{#id}"),
        *("\n", "\n\n", "\n \n", "[TOC]", "\\", "</ div>"),
    ]
    made = ""
    for _ in range(dice.randint(1, 4)):
        tag = dice.choice(tags)
        nested = (_html(dice, depth + 1) for _ in range(dice.randint(0, 3)) if depth < 3)
        inner = [*nested, *(dice.choice(pieces[:9] + pieces[14:21] + pieces[27:]) for _ in range(dice.randint(0, 2)))]
        dice.shuffle(inner)
        odd = dice.choice(pieces) if dice.random() < 0.02 else ""
        made += f"<{tag}>{''.join(inner)}</{tag}>{odd}" + dice.choice(
            ["", "\n", "\n", "\n\n", "\n\n\n", "\n \n", " \n"]
        )
    return made


def test_what_is_said_to_pass_unchanged_does() -> None:
    dice, said = random.Random(2013), 0
    for _ in range(5500):
        source = _html(dice)
        result = raw_html.unchanged(source, _BLOCKS)
        if result is not None:
            said += 1
            assert result == _MARKDOWN.reset().convert(source), source
    assert said > 150


@pytest.mark.parametrize(
    "source",
    ["text", "<span>a</span>", "<div>\na", "<div>a</div> b", "<div>a</div><div>b</div>", "<div>\t</div>", "</div>",
     "<div>a & b</div>", "<div><!-- --></div>", "<div>\n```\n</div>", "<div markdown>a</div>", "<div>a</div>\n\n# b",
     '<div\nclass="a">b</div>', '<p>a</p>\n<div\nclass="a">b</div>', "<div>a</p>", "<div><p>a</div></p>", "<hr>", "<div>a</div>\n<hr>",
     "<div>\n~~~\n</div>", "<div>a\rb</div>", "<div>a\fb</div>", "<div>a\0b</div>", "<div>a\x02b</div>", "<div>a\x03b</div>",
     "<div>&b;c&</div>", "<div>&#x2d;</div>", "<div a='b'>c</div>", "<div a=b>c</div>", '<div a="<">b</div>', '<div a=">">b</div>', '<div a="~">b</div>', '<div a="&b">c</div>', '<div a="b`c">d</div>',
     "<div><script>a</script></div>", "<div><style>a</style></div>", "<div><textarea>a</textarea></div>", "<div><title>a</title></div>",
     "<div><iframe></iframe></div>", "<div><noscript>a</noscript></div>", "<DIV>a</DIV>", '<div MARKDOWN="1">a</div>', "<div>a</div> \nb",
     "<div><script>a></script></div>", '<div><b a="\t">c</b></div>', '<div><b a="\r">c</b></div>', '<div><b a="\f">c</b></div>', '<div><b a="\0">c</b></div>',
     '<div><b a="\x02">c</b></div>', '<div><b a="\x03">c</b></div>', '<div a="b"/>a</div>', "<div/>a</div>", "<div>", "<hr>a</hr>", "X<div>a</div>",
     "<div>a</div>X", "<div>a</div>X\n<p>b</p>", "<div><noembed>a</noembed></div>", "<div><noframes>a</noframes></div>", "<div><xmp>a</xmp></div>",
     "<div><plaintext>a</plaintext></div>"],
)  # fmt: skip
def test_whatever_else_there_is_goes_through_markdown(source: str) -> None:
    assert raw_html.unchanged(source, _BLOCKS) is None


@pytest.mark.parametrize(
    ("source", "unchanged"),
    [
        ("<div>a</div>", None), ("<div>a</div>\n<p>b</p>", None), ("\n<div>a</div>\n", "<div>a</div>"),
        ("<div>a</div>\n\n<p>b</p>", None), ("<div>a</div>\n\n\n\n<p>b</p>", "<div>a</div>\n\n<p>b</p>"),
        ("<div>a\n \nb</div>", "<div>a\n\nb</div>"), ("<div>a\n  \n \nb</div>", "<div>a\n\n\nb</div>"),
        ('<section><div\nclass="a">b</div></section>', None), ("<div>a ` b ~ c ~~ d `` e</div>", None),
        ('<div data-a="&#39;&quot;" hidden>&amp;&#8212;</div>', None), ('<div><br/><hr><img src="a"/></div>', None),
        ("", None), ("<div>&Auml;&nGt;&frac12;&x;</div>", None), ('<div><b a="&Auml;&nGt;&frac12;&x;">c</b></div>', None),
        ("<h2>a</h2>", None), ("<div><h2>a</h2></div>", None), ('<div><scripted src="a">b</scripted></div>', None), ("<div><script></script></div>", None),
        ('<section><div  class="a">b</div></section>', None), ('<div><b Class="a" data-a1="" xlink:href="b">c</b></div>', None), ("<div>a</b></div>", None),
        ('<div><script src="a.js"></script></div>', None), ('<div><svg viewBox="0 0 1 1"><path d="M0"/></svg></div>', None),
    ],
)  # fmt: skip
def test_plain_blocks_pass_as_markdown_passes_them(source: str, unchanged: str | None) -> None:
    wanted = source if unchanged is None else unchanged
    assert raw_html.unchanged(source, _BLOCKS) == wanted == _MARKDOWN.reset().convert(source)


@pytest.mark.parametrize(
    ("extensions", "known"),
    [
        ([], True),
        (["fenced_code"], True),
        (["md_in_html"], True),
        (["fenced_code", "md_in_html", "attr_list", "toc"], True),
        (["footnotes"], False),
        (["meta"], False),
        (["fenced_code", "abbr", "smarty", "meta"], False),
    ],
)
def test_which_extensions_leave_blocks_alone(extensions: list[str], *, known: bool) -> None:
    blocks = raw_html.carried_over(markdown.Markdown(extensions=extensions))
    assert blocks == (frozenset(markdown.Markdown().block_level_elements) if known else frozenset())
