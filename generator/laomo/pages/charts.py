"""Pygal at its border: charts as inline SVG, drawn at build time, coloured and typeset by the stylesheet.

Pygal lays out; what it adds for its own viewer (styles, a script, comments with today's date, tooltips) is taken out,
and every word passes the same wall as all text from records. The same numbers make the same bytes.
"""

import re
import sys
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pygal
from lxml import etree
from markupsafe import Markup
from pygal.style import Style

from laomo.text.escape import inert

# Pygal's hook for its map plugins is in the old protocol and warns at every import that fails; nobody needs maps here.
sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, pygal.PluginImportFixer)]

_WIDTH = 320
"""In units of the drawing: about a phone's column, so that its type is the page's type there."""
_ROW = 26
_FONT = 13
_SETTINGS = {
    "js": (),
    "css": (),
    "no_prefix": True,
    "disable_xml_declaration": True,
    "pretty_print": False,
    "show_legend": False,
    "margin": 0,
    "spacing": 6,
    "truncate_label": -1,
    "style": Style(label_font_size=_FONT, major_label_font_size=_FONT, value_font_size=1),  # else bars shrink for it
}
_KEPT = {"class", "d", "x", "y", "width", "height", "cx", "cy", "r", "transform", "viewBox"}
_SHAPES = ("svg", "g", "path", "rect", "circle", "text")
_IDLE = {"titles", "plot tooltip-overlay", "background"}


def bars(name: str, rows: Sequence[tuple[str, int | Decimal]]) -> Markup:
    """Horizontal bars in the order given, the number at the end of each."""
    labels, numbers = [label for label, _ in rows], [float(number) for _, number in rows]
    widest = max(map(_text_width, labels))
    chart = pygal.HorizontalBar(
        **_SETTINGS,
        width=_WIDTH,
        height=_ROW * len(rows) + 2,
        margin_left=widest - max(map(len, labels)) * 0.6 * _FONT,  # pygal takes every letter for a Latin one
        margin_right=max(_text_width(_written(number)) for number in numbers) + 12,
        print_values=True,
        print_values_position="top",
        show_x_labels=False,
        formatter=_written,
        range=(0, max(1, *numbers)),
        zero=0,
    )
    chart.x_labels = labels[::-1]
    chart.add("", numbers[::-1])
    return _drawn(chart, name)


def curves(name: str, labels: Sequence[str], series: Sequence[Sequence[int]]) -> Markup:
    """One line a series, over labels of which a handful are written."""
    step = -(-len(labels) // 6)
    chart = pygal.Line(
        **_SETTINGS,
        width=_WIDTH,
        height=200,
        margin_right=20,
        margin_top=10,
        margin_bottom=5,
        dots_size=2,
        show_minor_x_labels=False,
        include_x_axis=True,
        show_y_guides=True,
        show_x_guides=False,
        formatter=_written,
    )
    chart.x_labels = list(labels)
    chart.x_labels_major = list(labels)[::-1][::step]
    for values in series:
        chart.add("", list(values))
    return _drawn(chart, name)


def _written(number: float) -> str:
    return f"{number:.12g}"


def _text_width(text: str) -> float:
    """What the text takes at most: a Chinese character is as wide as the type is high, a Latin one about half."""
    return sum(_FONT if ord(letter) > 0x2000 else _FONT * 0.62 for letter in text)


def _drawn(chart: Any, name: str) -> Markup:
    """The chart's own shapes and words, nothing else, on one line."""
    svg = chart.render_tree()
    for node in [each for each in svg.iter() if _foreign(each)]:
        if node.getparent() is not None:
            node.getparent().remove(node)
    words: list[str] = []
    for node in svg.iter():
        for key in set(node.attrib) - _KEPT:
            del node.attrib[key]
        for key, value in node.attrib.items():
            node.set(key, re.sub(r"(?<!\d)-?\d+\.\d+", lambda found: f"{float(found[0]):.1f}", value))
        if node.text and node.text.strip():
            node.text, words = _token(len(words)), [*words, node.text]
        node.tail = None
    svg.set("class", "chart__drawing")
    svg.set("role", "img")
    svg.set("aria-label", _token(len(words)))
    words.append(name)
    etree.cleanup_namespaces(svg)
    drawing = etree.tostring(svg, encoding="unicode").replace(' xmlns="http://www.w3.org/2000/svg"', "")
    for number, word in enumerate(words):
        drawing = drawing.replace(_token(number), str(inert(word)))
    return Markup(drawing)  # noqa: S704 (pygal's shapes; each word is inert)


def _foreign(node: Any) -> bool:
    """Whether it is one of pygal's own additions: a comment, a style, a script, a tooltip, a background."""
    return not isinstance(node.tag, str) or etree.QName(node).localname not in _SHAPES or node.get("class") in _IDLE


def _token(number: int) -> str:
    """Stands for a word while the shapes are written, so that nothing but `inert` ever writes it."""
    return f"\ue000{number}\ue001"
