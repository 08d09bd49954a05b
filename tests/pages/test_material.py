"""The part of Material's stylesheets that pages of the theme use."""

import re
from importlib import resources
from pathlib import Path

import pytest

from laomo.pages import material

STYLES = Path(str(resources.files("material"))) / "templates" / "assets" / "stylesheets"
COLOURS = ("default", "indigo")


@pytest.mark.parametrize(
    ("styles", "kept"),
    [
        (".md-content{margin:0}", ".md-content{margin:0}"),
        (".md-search{margin:0}", ""),
        (".md-search,.md-content,.md-tabs__list{margin:0}", ".md-content{margin:0}"),
        ("[dir=rtl] .md-content{margin:0}", ""),
        ("a:not(.md-tabs){margin:0}", "a:not(.md-tabs){margin:0}"),
        ("a:is(.md-content,b){margin:0}", "a:is(.md-content,b){margin:0}"),
        ("a:is(.md-search,b),i{margin:0}", "i{margin:0}"),
        (".md-source{margin:0}.md-source-file{margin:0}", ".md-source-file{margin:0}"),
        (".md-typeset .tabbed-set>a,.md-typeset .highlight .o{margin:0}", ""),
        ("@media print{.md-tabs{margin:0}.md-nav{margin:0}}", "@media print{.md-nav{margin:0}}"),
        ("@media print{.md-tabs{margin:0}}a{margin:0}", "a{margin:0}"),
        ("@media screen and (max-width:76.234375em){.md-nav--primary{a:b}.md-grid{a:b}}", None),
        ("@supports (a:b){@media print{.md-tabs{a:b}i{a:b}}}", "@supports (a:b){@media print{i{a:b}}}"),
        ("@keyframes in{0%{opacity:0}to{opacity:1}}", "@keyframes in{0%{opacity:0}to{opacity:1}}"),
        ('@charset "UTF-8";a{margin:0}', "a{margin:0}"),
        ("a.focus-visible,b:not(.focus-visible){margin:0}", "a:focus-visible,b:not(:focus-visible){margin:0}"),
        ("[data-md-color-primary=red]{a:b}[data-md-color-primary=indigo]{a:b}", "[data-md-color-primary=indigo]{a:b}"),
        ("a:before{content:'}'}.md-tabs{a:b}b{c:d}", "a:before{content:'}'}b{c:d}"),
        (r'a{b:url("data:,<a b=\"c(d)}\"/>")}.md-tabs{a:b}', r'a{b:url("data:,<a b=\"c(d)}\"/>")}'),
        ("a{b:url(data:,{})}.md-tabs{a:b}", "a{b:url(data:,{})}"),
        (':root{--md-a-icon:url("data:,a");--md-b-icon:url("data:,b")}b{mask:var(--md-b-icon)}', None),
        (":root{--md-mermaid-font:a;--md-code-hl-x:b;--md-text:c}", ":root{--md-text:c}"),
    ],
)
def test_rules_and_selectors_of_what_no_page_shows_are_left_out(styles: str, kept: str | None) -> None:
    expected = {
        "@media": "@media screen and (max-width:76.234375em){.md-grid{a:b}}",
        ":root{": ':root{--md-b-icon:url("data:,b")}b{mask:var(--md-b-icon)}',
    }
    assert material.used(styles, COLOURS) == (expected[styles[:6]] if kept is None else kept)


def test_of_the_stylesheets_as_they_are_less_than_a_third_is_used() -> None:
    whole = "".join(file.read_text("utf-8") for file in sorted(STYLES.glob("*.css")))
    used = material.used(whole, COLOURS)
    assert len(used) < len(whole) / 3
    assert used.count("{") == used.count("}")
    assert material.used(used, COLOURS) == used
    for part in (".md-typeset", ".md-nav__link--active", ".md-top", ".md-grid", ".admonition-title", ".footnote"):
        assert part in used
    assert not re.search(r"md-search|md-tabs|lunr|mermaid|\[dir=rtl\]|\.focus-visible", used)


@pytest.mark.parametrize(
    ("name", "whole", "search", "superfluous"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", False, False, True),
        ("assets/javascripts/bundle.a5f9d56c.min.js", True, False, False),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", True, True, True),
        ("assets/javascripts/lunr/min/lunr.zh.min.js", False, False, True),
        ("assets/javascripts/lunr/min/lunr.zh.min.js", True, False, True),
        ("assets/javascripts/lunr/min/lunr.zh.min.js", True, True, False),
        ("assets/javascripts/workers/search.a7633da7.min.js", True, False, True),
        ("assets/javascripts/workers/search.a7633da7.min.js", True, True, False),
        ("assets/stylesheets/main.57a0d79d.min.css", False, False, True),
        ("assets/stylesheets/palette.fb2fffe2.min.css", True, False, False),
        ("assets/stylesheets/main.57a0d79d.min.css.map", True, False, True),
        ("assets/stylesheets/extra.css", False, False, False),
        ("assets/javascripts/site.js", False, False, False),
        ("assets/javascripts/reading.js", False, False, False),
        (material.PART, False, False, False),
    ],
)
def test_files_that_are_left_out(name: str, *, whole: bool, search: bool, superfluous: bool) -> None:
    assert material.is_superfluous(name, whole=whole, search=search) is superfluous


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("assets/stylesheets/main.57a0d79d.min.css", "main"),
        ("assets/stylesheets/palette.fb2fffe2.min.css", "palette"),
        ("assets/stylesheets/main.css", None),
        ("assets/stylesheets/main.57a0d79d.min.css.map", None),
        ("assets/stylesheets/mainx.57a0d79d.min.css", None),
    ],
)
def test_stylesheets_are_known_by_their_names(name: str, kind: str | None) -> None:
    found = material.STYLES.fullmatch(name)
    assert (found[1] if found else None) == kind
