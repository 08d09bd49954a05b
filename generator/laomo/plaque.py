"""QR codes of the studios' addresses, for sheets on the wall and plates at the door. The only module that imports segno."""

import io
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

import segno

from laomo import urls
from laomo.drawings import draw_once, name_of
from laomo.registry import Registry
from laomo.studio import Studio
from laomo.write import Output

KINDS: Final = ("svg", "png")
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "svg": {"scale": 10, "svgclass": None, "lineclass": None, "light": "#fff"},
    "png": {"scale": 20},
}
"""Ten units a module in the drawing; 20 pixels in the picture: sharp on a plate of ten centimetres."""


def publish(registry: Registry, address: str, memory: Path) -> list[Output]:
    """The codes of all standing studios. `memory` keeps each by its address, so it is drawn once."""
    plates = {
        urls.plate(studio.id, kind): (address + studio.url, kind) for studio in registry.standing for kind in _LOOKS
    }
    names = {url: name_of(segno.__version__, _LOOKS[kind], where, suffix=kind) for url, (where, kind) in plates.items()}
    draw_once(memory, {names[url]: plate for url, plate in plates.items()}, _drawn)
    return [
        Output(PurePosixPath(url), (memory / name).read_bytes, recipe=partial(str, name)) for url, name in names.items()
    ]


def output(studio: Studio, address: str, kind: str) -> Output:
    """One code of a studio, drawn when it is wanted."""
    return Output(PurePosixPath(urls.plate(studio.id, kind)), partial(draw, address + studio.url, kind))


def _drawn(plate: tuple[str, str]) -> bytes:
    return draw(*plate)


def draw(address: str, kind: str) -> bytes:
    """One code as `svg` or `png`."""
    stream = io.BytesIO()
    _code(address).save(stream, kind=kind, border=4, **_LOOKS[kind])
    return stream.getvalue()


@lru_cache(maxsize=8)  # the same address is drawn twice, one after the other
def _code(address: str) -> segno.QRCode:
    """Level M, with a quiet zone of four modules on every drawing: it reads even where a corner of the plate is scratched."""
    return segno.make(address, error="m", micro=False)
