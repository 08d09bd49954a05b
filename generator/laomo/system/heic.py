"""HEIC, the format of many phones, read where the extra `laomo[heic]` is installed. The only module that opens pillow_heif."""

from functools import cache
from importlib.util import find_spec

SUFFIXES = (".heic", ".heif")


def readable() -> bool:
    """Whether this installation reads such pictures."""
    return find_spec("pillow_heif") is not None


@cache
def formats() -> tuple[str, ...]:
    """What Pillow calls the format, once it has been taught to read it; nothing without the extra."""
    if not readable():
        return ()
    from pillow_heif import register_heif_opener  # noqa: PLC0415 (an extra)

    register_heif_opener(thumbnails=False)
    return ("HEIF",)
