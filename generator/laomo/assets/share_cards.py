"""The preview pictures of shared links, 1200×630 pixels, drawn with a Chinese font of this machine: one for each studio, one for all else.

WeChat shows the middle square of a picture, so the leader's name and the figure stand inside it.
"""

import io
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import PIL
from PIL import Image, ImageDraw, ImageFont

from laomo.assets import fonts
from laomo.assets.drawing_cache import draw_once, drawn, name_of
from laomo.assets.fonts import Font
from laomo.records.models import SiteRecord
from laomo.registry import urls
from laomo.registry.introduction import introduce
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output
from laomo.text import studio_names

SIZE = (1200, 630)
_DESIGN = 2
"""Version of the drawing. Raise it when the drawing changes, so that cached cards are redrawn."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 300, 900, 52, 578
"""The middle square with a margin, in pixels."""
_INK, _SOFT, _GOLD = "#f6eedf", "#c9bda9", "#e6bf70"
_WALLS = ("#1d4f4e", "#263750", "#742920", "#5a3f15", "#3a4d32", "#413249")
"""The wall's colour by tint, as in the stylesheet; of a site the first."""


class CardWords(NamedTuple):
    """The texts of a card; empty texts are left out."""

    wall: str
    columns: str
    """What stands upright at the right, a column a line."""
    over: str
    name: str
    before: str = ""
    after: str = ""
    unit: str = ""
    below: str = ""
    """What the figures say, or else a sentence."""
    foot: str = ""


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


def publish(
    registry: Registry, cache_folder: Path, tint: Callable[[str | None], int]
) -> tuple[Mapping[str, str], list[Output]]:
    """Card addresses by studio id, and the card files; both empty without a font. Drawings are cached in `cache_folder`.

    The card of all other pages has the id "". `tint` gives the number of an industry's colour.
    """
    chosen = font()
    if chosen is None:
        return {}, []
    cards = {urls.share_card(studio.id): _words(registry, studio, tint) for studio in registry.active_studios}
    cards[urls.SITE_CARD] = _site_words(registry.site, sample=registry.demonstration)
    names = {url: name_of(_DESIGN, PIL.__version__, chosen.stamp, *words, suffix="png") for url, words in cards.items()}
    drawing = partial(_drawn, chosen)
    draw_once(cache_folder, {names[url]: words for url, words in cards.items()}, drawing)
    outputs = [
        Output(
            PurePosixPath(url), partial(drawn, cache_folder, name, cards[url], drawing), fingerprint=partial(str, name)
        )
        for url, name in names.items()
    ]
    addresses = {studio.id: urls.share_card(studio.id) for studio in registry.active_studios}
    return {**addresses, "": urls.SITE_CARD}, outputs


def _drawn(of: Font, words: tuple[str, ...]) -> bytes:
    return draw(of, CardWords(*words))


def _words(registry: Registry, studio: Studio, tint: Callable[[str | None], int]) -> CardWords:
    """The texts of a studio's card."""
    who = introduce(studio)
    measure, trade = who.measure, (who.trade or "").partition(" · ")[0].partition("、")[0]
    below = measure.indicator if measure else who.sentence or ""
    before, after, unit = (measure.before.text, measure.after.text, measure.unit) if measure else ("", "", "")
    return CardWords(
        str(tint(studio.record.industry)),
        "\n".join(map(_drawable, who.columns)) if who.people and who.upright else "",
        _drawable(" · ".join(filter(None, (trade, who.title))) or studio.record.units[0]),
        _drawable(studio.name),
        _drawable(before),
        _drawable(after),
        _drawable(unit),
        _drawable(f"“{below}”" if who.speaker and not measure else below),
        _drawable(_foot(registry.site, sample=studio.record.sample)),
    )


def _site_words(site: SiteRecord, *, sample: bool) -> CardWords:
    return CardWords(
        "0",
        "",
        _drawable(site.place or ""),
        _drawable(site.name),
        "",
        "",
        "",
        _drawable(site.statement or ""),
        "示例" if sample else "",
    )


def _foot(site: SiteRecord, *, sample: bool) -> str:
    return f"{site.name} · 示例" if sample else site.name


def _drawable(text: str) -> str:
    """The text on one line without control and format characters, on which the text layout fails."""
    return "".join(
        character for character in " ".join(text.split()) if not unicodedata.category(character).startswith("C")
    )


def draw(of: Font, words: CardWords) -> bytes:
    """The bytes of one card as PNG. A palette of 48 colours keeps it small."""
    wall = _WALLS[int(words.wall)]
    image = Image.new("RGB", SIZE, wall)
    pen = ImageDraw.Draw(image)
    for edge in ((0, 0, 232, SIZE[1]), (SIZE[0] - 232, 0, SIZE[0], SIZE[1])):
        pen.rectangle(edge, fill=_shade(wall))
    right = _draw_columns(pen, of, words.columns.split("\n")) if words.columns else _RIGHT
    width = right - _LEFT
    pen.text((_LEFT, _TOP), _fitted(words.over, _face(of, 28), width, 1)[0], font=_face(of, 28), fill=_GOLD)
    size = 34 if words.columns or words.after else 52
    top = _TOP + 50
    for line in _name_lines(words.name, _face(of, size), width, 2 if words.after else 4):
        pen.text((_LEFT, top), line, font=_face(of, size), fill=_INK)
        top += size * 14 // 10
    if words.after:
        _draw_figures(pen, of, words, width)
    size, top = (32, 446) if words.after else (38, max(top + 30, 280))
    room = max(1, (_BOTTOM - 44 - top) // (size * 14 // 10))
    for line in _fitted(words.below, _face(of, size), width, room):
        pen.text((_LEFT, top), line, font=_face(of, size), fill=_INK)
        top += size * 14 // 10
    pen.text((_LEFT, _BOTTOM - 30), _fitted(words.foot, _face(of, 26), width, 1)[0], font=_face(of, 26), fill=_SOFT)
    stream = io.BytesIO()
    image.quantize(48, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(stream, "PNG", compress_level=6)
    return stream.getvalue()


def _shade(colour: str) -> tuple[int, int, int]:
    """A colour a quarter darker."""
    red, green, blue = (int(colour[at : at + 2], 16) * 3 // 4 for at in (1, 3, 5))
    return red, green, blue


def _name_lines(name: str, face: ImageFont.FreeTypeFont, room: int, most: int) -> list[str]:
    """A name in lines; one that needs several breaks before its kind: 某某 / 劳模创新工作室."""
    parts = studio_names.split(name)
    if face.getlength(name) > room and parts.kind and face.getlength(parts.kind) <= room:
        return [*_fitted(parts.own, face, room, most - 1), parts.kind]
    return _fitted(name, face, room, most)


def _draw_columns(pen: ImageDraw.ImageDraw, of: Font, columns: list[str]) -> int:
    """Names upright, from the right; returns where the room to their left ends."""
    longest = max(map(len, columns))
    size = min(150, (_BOTTOM - _TOP) // longest * 10 // 11, 270 // len(columns))
    right = _RIGHT
    for column in columns:
        for place, character in enumerate(column):
            at = (right - size // 2, _TOP + place * size * 11 // 10)
            pen.text(at, character, font=_face(of, size), fill=_INK, anchor="mt")
        right -= size * 11 // 10
    return right - 24


def _draw_figures(pen: ImageDraw.ImageDraw, of: Font, words: CardWords, width: int) -> None:
    """Before → after and the unit on one line, in the largest size that fits."""
    for size in (150, 120, 96, 76, 60, 46, 34):
        large, small = _face(of, size), _face(of, size * 4 // 10)
        arrow = size * 7 // 10
        lengths = large.getlength(words.before), large.getlength(words.after), small.getlength(words.unit)
        if sum(lengths) + arrow + size // 6 <= width:
            break
    base = 420
    pen.text((_LEFT, base), words.before, font=large, fill=_SOFT, anchor="ls")
    start, middle = _LEFT + int(lengths[0]) + size // 8, base - size * 3 // 10
    end = start + arrow - size // 4
    pen.line((start, middle, end, middle), fill=_SOFT, width=max(3, size // 24))
    pen.line(
        (end - size // 8, middle - size // 8, end, middle, end - size // 8, middle + size // 8),
        fill=_SOFT,
        width=max(3, size // 24),
    )
    after = _LEFT + int(lengths[0]) + arrow
    pen.text((after, base), words.after, font=large, fill=_GOLD, anchor="ls")
    pen.text((after + int(lengths[1]) + size // 8, base), words.unit, font=small, fill=_INK, anchor="ls")


def _fitted(text: str, face: ImageFont.FreeTypeFont, room: int, most: int) -> list[str]:
    """The text in at most `most` lines of `room` pixels; the last one ends in an ellipsis if the text is longer."""
    lines = [""]
    if face.getlength(text) <= room:
        return [text]
    for character in text:
        if face.getlength(lines[-1] + character) > room:
            if len(lines) == most:
                return [*lines[:-1], lines[-1][:-1] + "…"]
            lines.append("")
        lines[-1] += character
    return lines
