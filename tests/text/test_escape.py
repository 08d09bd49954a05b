"""The inert-text function: through Markdown, in every context a template uses, structure and words stay as they were."""

import html
import re

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from laomo.text.escape import inert, paragraphs

EXTENSIONS = ["admonition", "attr_list", "md_in_html", "tables", "toc", "footnotes", "abbr", "def_list", "sane_lists"]
CONTEXTS = {
    "heading": ("## {}\n", "//h2"),
    "paragraph": ("{}\n", "//p"),
    "item": ("- {}\n", "//li"),
    "cell": ("| a |\n|---|\n| {} |\n", "//td"),
    "html": ("<div><p>{}</p></div>\n", "//p"),
    "attribute": ('<div><p title="{}">x</p></div>\n', "//p/@title"),
    "markdown in html": ('<div markdown="1">\n\n{}\n\n</div>\n', "//p"),
}
PAYLOADS = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "{: onclick=alert(1) }",
    "# 标题",
    "1. 一",
    "- 一",
    "> 引",
    "a\n\n# b",
    '--8<-- "mkdocs.yml"',
    "{{ config }}",
    "</title><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "&lt;b&gt;",
    "[^1]",
    "*强*_调_`码`",
    "| a | b |",
    "!!! note",
    "https://example.org",
    "<!-- x -->",
]
TOKENS = st.lists(
    st.sampled_from([*PAYLOADS, *"<>[](){}#*_`~|!&\\\"':;=+-.@$%^/?\n\t ", "甲", "乙", "a1"]), max_size=12
).map("".join)


def _words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("context", CONTEXTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_known_attacks_stay_text(context: str, payload: str) -> None:
    _assert_inert(context, payload)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(CONTEXTS)), TOKENS.filter(str.strip))
def test_any_text_stays_text(context: str, typed: str) -> None:
    _assert_inert(context, typed)


def _assert_inert(context: str, typed: str) -> None:
    pattern, place = CONTEXTS[context]
    rendered = markdown.markdown(pattern.format(inert(typed)), extensions=EXTENSIONS)
    plain = markdown.markdown(pattern.format("甲"), extensions=EXTENSIONS)
    found = lxml_html.fromstring(f"<body>{rendered}</body>").xpath(place)
    shown = found[0] if isinstance(found[0], str) else found[0].text_content()
    assert _words(shown) == _words(typed)
    assert _tags(rendered) == _tags(plain)


def _tags(rendered: str) -> list[str]:
    return re.findall(r"</?[a-z0-9]+", rendered)


def test_the_title_of_a_page_survives_being_printed_raw() -> None:
    title = "</title><script>alert(1)</script>"
    assert "<" not in inert(title)
    assert html.unescape(inert(title)) == title


def test_paragraphs_are_split_at_blank_lines_only() -> None:
    assert paragraphs("一行\n又一行\n\n\n第二段\n") == ["一行又一行", "第二段"]
    assert paragraphs(None) == []
