"""QR codes of the studios' addresses, for sheets on the wall and plates at the door. The only module that imports segno."""

import io
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any, Final

import segno

from laomo import urls
from laomo.registry import Registry
from laomo.write import Output, prune, replace

_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "svg": {"scale": 10, "svgclass": None, "lineclass": None, "light": "#fff"},
    "png": {"scale": 20},
}
"""Ten units a module in the drawing; 20 pixels in the picture: sharp on a plate of ten centimetres."""


def publish(registry: Registry, address: str, memory: Path) -> list[Output]:
    """The codes of all standing studios. `memory` keeps each by its address, so it is drawn once."""
    outputs, kept = [], set()
    for studio in registry.standing:
        for kind, looks in _LOOKS.items():
            facts = (segno.__version__, kind, looks, address + studio.url)
            name = PurePosixPath(f"{sha256(repr(facts).encode()).hexdigest()[:24]}.{kind}")
            kept.add(name)
            file = memory / name
            if not file.is_file():
                replace(file, draw(address + studio.url, kind))
            outputs.append(Output(PurePosixPath(urls.plate(studio.id, kind)), file.read_bytes()))
    prune(memory, kept)
    return outputs


def draw(address: str, kind: str) -> bytes:
    """One code as `svg` or `png`."""
    stream = io.BytesIO()
    _code(address).save(stream, kind=kind, border=4, **_LOOKS[kind])
    return stream.getvalue()


@lru_cache(maxsize=8)  # the same address is drawn twice, one after the other
def _code(address: str) -> segno.QRCode:
    """Level M, with a quiet zone of four modules on every drawing: it reads even where a corner of the plate is scratched."""
    return segno.make(address, error="m", micro=False)
