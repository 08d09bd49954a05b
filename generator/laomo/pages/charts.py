"""Charts as inline SVG, drawn at build time; the stylesheet sets colours and fonts. The only module that imports pygal.

Pygal computes the layout. Its styles, script, comments (with today's date) and tooltips are removed, and every text is escaped
by `inert` like all text from records. The output is deterministic: equal numbers give equal bytes.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pygal
from lxml import etree
from markupsafe import Markup
from pygal.style import Style

from laomo.text.escape import inert

_WIDTH = 320
"""In SVG units. It is about the width of a phone's text column, so that on a phone the chart's type has the size of the page's."""
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
    "style": Style(
        label_font_size=_FONT, major_label_font_size=_FONT, value_font_size=1
    ),  # pygal shortens bars to make room for larger values
}
_KEPT_ATTRIBUTES = {"class", "d", "x", "y", "width", "height", "cx", "cy", "r", "transform", "viewBox"}
_SHAPES = ("svg", "g", "path", "rect", "circle", "text")
_REMOVED_CLASSES = {"titles", "plot tooltip-overlay", "background"}


def bars(name: str, rows: Sequence[tuple[str, int | Decimal]]) -> Markup:
    """A chart of horizontal bars, from top to bottom in the order of `rows` (label, number). `name` is the text for screen readers."""
    labels, numbers = [label for label, _ in rows], [float(number) for _, number in rows]
    widest = max(map(_text_width, labels))
    chart = pygal.HorizontalBar(
        **_SETTINGS,
        width=_WIDTH,
        height=_ROW * len(rows) + 2,
        margin_left=widest - max(map(len, labels)) * 0.6 * _FONT,  # pygal assumes that every character is Latin
        margin_right=max(_text_width(_format_number(number)) for number in numbers) + 12,
        print_values=True,
        print_values_position="top",
        show_x_labels=False,
        formatter=_format_number,
        range=(0, max(1, *numbers)),
        zero=0,
    )
    chart.x_labels = labels[::-1]
    chart.add("", numbers[::-1])
    return _render(chart, name)


def _format_number(number: float) -> str:
    return f"{number:.12g}"


def _text_width(text: str) -> float:
    """An upper bound of the text's width in SVG units: a Chinese character is as wide as the font size, a Latin one about 0.62 of it."""
    return sum(_FONT if ord(letter) > 0x2000 else _FONT * 0.62 for letter in text)


def _render(chart: Any, name: str) -> Markup:
    """The chart's shapes and texts as SVG on one line, without pygal's extras."""
    svg = chart.render_tree()
    for node in [each for each in svg.iter() if _is_pygal_extra(each)]:
        if node.getparent() is not None:
            node.getparent().remove(node)
    words: list[str] = []
    for node in svg.iter():
        for key in set(node.attrib) - _KEPT_ATTRIBUTES:
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
    return Markup(drawing)  # noqa: S704 (pygal's shapes; every text is escaped)


def _is_pygal_extra(node: Any) -> bool:
    """Whether a node is a comment, style, script, tooltip or background that pygal adds to the chart."""
    return (
        not isinstance(node.tag, str)
        or etree.QName(node).localname not in _SHAPES
        or node.get("class") in _REMOVED_CLASSES
    )


def _token(number: int) -> str:
    """A placeholder for a text while the SVG is serialized, so that `inert`, not lxml, escapes it."""
    return f"\ue000{number}\ue001"
