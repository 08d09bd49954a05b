"""QR codes of the studios' addresses, for sheets on the wall and plates at the door. The only module that imports segno."""

import io
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any, Final

import PIL
import segno
from PIL import Image

from laomo.assets.drawing_cache import draw_once, name_of
from laomo.registry import urls
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system.output import Output

KINDS: Final = ("svg", "png")
_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "svg": {"scale": 10, "svgclass": None, "lineclass": None, "light": "#fff"},
    "png": {"scale": 20},
}
"""Ten units a module in the drawing; 20 pixels in the picture: sharp on a plate of ten centimetres."""
_BORDER = 4
_DESIGN = 2
"""Raise it when the drawing changes: codes of an older design are drawn again."""


def publish(registry: Registry, address: str, cache_folder: Path) -> list[Output]:
    """The codes of all active studios. `cache_folder` keeps each by its address, so it is drawn once."""
    plates = {
        urls.plate(studio.id, kind): (address + studio.url, kind)
        for studio in registry.active_studios
        for kind in _LOOKS
    }
    design = (_DESIGN, segno.__version__, PIL.__version__)
    names = {url: name_of(*design, _LOOKS[kind], where, suffix=kind) for url, (where, kind) in plates.items()}
    draw_once(cache_folder, {names[url]: plate for url, plate in plates.items()}, _drawn)
    return [
        Output(PurePosixPath(url), (cache_folder / name).read_bytes, fingerprint=partial(str, name))
        for url, name in names.items()
    ]


def output(studio: Studio, address: str, kind: str) -> Output:
    """One code of a studio, drawn when it is wanted."""
    return Output(PurePosixPath(urls.plate(studio.id, kind)), partial(draw, address + studio.url, kind))


def _drawn(plate: tuple[str, str]) -> bytes:
    return draw(*plate)


def draw(address: str, kind: str) -> bytes:
    """One code as `svg` or `png`."""
    code, looks = _code(address), _LOOKS[kind]
    if kind == "png":
        return _picture(code, **looks)
    stream = io.BytesIO()
    code.save(stream, kind=kind, border=_BORDER, **looks)
    return stream.getvalue()


def _picture(code: segno.QRCode, scale: int) -> bytes:
    """As PNG, enlarged by Pillow: segno's own writer takes more than twice the time."""
    rows = [bytes(0 if dark else 255 for dark in row) for row in code.matrix_iter(border=_BORDER)]
    side, stream = len(rows), io.BytesIO()
    modules = Image.frombytes("L", (side, side), b"".join(rows)).convert("1")
    modules.resize((side * scale, side * scale), Image.Resampling.NEAREST).save(stream, "png")
    return stream.getvalue()


@lru_cache(maxsize=8)  # the same address is drawn twice, one after the other
def _code(address: str) -> segno.QRCode:
    """Level M, with a quiet zone of four modules on every drawing: it reads even where a corner of the plate is scratched."""
    return segno.make(address, error="m", micro=False)
