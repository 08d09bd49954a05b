"""The preview pictures of shared links: one for each studio, 1200×630 pixels, drawn with a Chinese font of this machine."""

import io
import unicodedata
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath

import PIL
from PIL import Image, ImageDraw, ImageFont

from laomo.assets import fonts
from laomo.assets.drawing_cache import draw_once, drawn, name_of
from laomo.assets.fonts import Font
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output
from laomo.text import studio_names

SIZE = (1200, 630)
_DESIGN = 1
"""Version of the drawing. Raise it when the drawing changes, so that cached cards are redrawn."""
_MARGIN = 84
_PAPER, _INK, _SOFT, _RED, _SHINE, _GOLD = "#fffdf8", "#221d18", "#5d5348", "#a12a1e", "#c9993b", "#825a0d"


def font() -> Font | None:
    """The font to draw with: the first candidate that can be used; None without one."""
    return next(filter(_usable, fonts.candidates()), None)


def _usable(candidate: Font) -> bool:
    try:
        _face(candidate, 20)
    except OSError:
        return False
    return True


@cache
def _face(of: Font, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(of.file, size, index=of.face)


def publish(registry: Registry, cache_folder: Path) -> tuple[Mapping[str, str], list[Output]]:
    """Card addresses by studio id, and the card files; both empty without a font. Drawings are cached in `cache_folder`."""
    chosen = font()
    if chosen is None:
        return {}, []
    cards = {urls.share_card(studio.id): _words(registry, studio) for studio in registry.active_studios}
    names = {url: name_of(_DESIGN, PIL.__version__, chosen.stamp, *words, suffix="png") for url, words in cards.items()}
    drawing = partial(_drawn, chosen)
    draw_once(cache_folder, {names[url]: words for url, words in cards.items()}, drawing)
    outputs = [
        Output(
            PurePosixPath(url), partial(drawn, cache_folder, name, cards[url], drawing), fingerprint=partial(str, name)
        )
        for url, name in names.items()
    ]
    return {studio.id: urls.share_card(studio.id) for studio in registry.active_studios}, outputs


_Words = tuple[str, str, str, str]


def _drawn(of: Font, words: _Words) -> bytes:
    return draw(of, *words)


def _words(registry: Registry, studio: Studio) -> _Words:
    """The texts of a card: name, slogan, leaders and unit, and the line above with site, title and sample mark."""
    who = "、".join(leader.name for leader in studio.leaders[:3])
    where = " · ".join(part for part in (who, studio.record.units[0]) if part)
    best = studio.valid_designations[0].decision if studio.valid_designations else None
    marks = [best.level + best.result if best else "", "示例" if studio.record.sample else ""]
    over = " · ".join(part for part in (registry.site.name, *marks) if part)
    return _drawable(studio.name), _drawable(studio.record.slogan or ""), _drawable(where), _drawable(over)


def _drawable(text: str) -> str:
    """The text on one line without control and format characters, on which the text layout fails."""
    return "".join(
        character for character in " ".join(text.split()) if not unicodedata.category(character).startswith("C")
    )


def draw(of: Font, name: str, slogan: str, where: str, over: str) -> bytes:
    """The bytes of one card as PNG. A palette of 48 colours keeps it small."""
    image = Image.new("RGB", SIZE, _PAPER)
    pen = ImageDraw.Draw(image)
    width, height = SIZE
    pen.rectangle((0, 0, width * 34 // 100, 18), fill=_RED)
    pen.rectangle((width * 34 // 100, 0, width, 18), fill=_SHINE)
    pen.text((_MARGIN, 70), _fitted(over, _face(of, 28), 1)[0], font=_face(of, 28), fill=_GOLD)
    size, lines = _largest(of, name)
    below = _fitted(slogan, _face(of, 36), 2) if slogan else []
    top = 124 + (368 - len(lines) * size * 13 // 10 - len(below) * 52) // 2
    for line in lines:
        pen.text((_MARGIN, top), line, font=_face(of, size), fill=_INK)
        top += size * 13 // 10
    for line in below:
        pen.text((_MARGIN, top + 16), line, font=_face(of, 36), fill=_RED)
        top += 52
    pen.line((_MARGIN, height - 132, width - _MARGIN, height - 132), fill="#ddd4c3", width=2)
    pen.text((_MARGIN, height - 108), _fitted(where, _face(of, 32), 1)[0], font=_face(of, 32), fill=_SOFT)
    stream = io.BytesIO()
    image.quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=6)
    return stream.getvalue()


def _largest(of: Font, name: str) -> tuple[int, list[str]]:
    """The largest font size at which a name fits on two lines, else the smallest, and the lines.

    A name breaks before its kind: 某某 / 劳模创新工作室.
    """
    parts = studio_names.split(name)
    for size in (78, 62, 50, 42):
        lines = _fitted(name, _face(of, size), 3)
        if len(lines) > 1 and parts.kind:
            lines = [*_fitted(parts.own, _face(of, size), 2), parts.kind]
        if len(lines) <= 2:
            break
    return size, lines


def _fitted(text: str, face: ImageFont.FreeTypeFont, most: int) -> list[str]:
    """The text in at most `most` lines that fit the card; the last one ends in an ellipsis if the text is longer."""
    room, lines = SIZE[0] - 2 * _MARGIN, [""]
    if face.getlength(text) <= room:
        return [text]
    for character in text:
        if face.getlength(lines[-1] + character) > room:
            if len(lines) == most:
                return [*lines[:-1], lines[-1][:-1] + "…"]
            lines.append("")
        lines[-1] += character
    return lines
