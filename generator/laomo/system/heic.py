"""Support for HEIC, a picture format of many phones, with the extra `laomo[heic]`. The only module that imports pillow_heif."""

from functools import cache
from importlib.util import find_spec

SUFFIXES = (".heic", ".heif")


def readable() -> bool:
    """Whether this installation can read HEIC."""
    return find_spec("pillow_heif") is not None


@cache
def formats() -> tuple[str, ...]:
    """Register HEIC with Pillow, and return Pillow's name of the format; empty without the extra."""
    if not readable():
        return ()
    from pillow_heif import register_heif_opener  # noqa: PLC0415 (an extra)

    register_heif_opener(thumbnails=False)
    return ("HEIF",)
