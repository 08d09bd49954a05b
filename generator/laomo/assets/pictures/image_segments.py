"""Pictures in two: the segments of their formats that draw, and what cameras and programs wrote beside the pixels, with whatever
follows the end. Not a pixel changes.

Sources: ISO/IEC 10918-1 (JPEG markers), PNG (third edition) 11, RFC 9649 (WebP), ISO/IEC 15444-1 annexes A and I (JPEG 2000).
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_PNG_DRAWN = frozenset(
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"]
)
_WEBP_DRAWN = frozenset([b"VP8 ", b"VP8L", b"ALPH", b"ICCP"])
_JP2, _CODESTREAM = b"\0\0\0\x0cjP  ", b"\xff\x4f\xff\x51"
_JP2_DRAWN = frozenset([b"jP  ", b"ftyp", b"jp2h"])
_JPEG_2000_COMMENT, _START_OF_TILE = 0x64, 0x90
_RESTARTS = range(0xD0, 0xD8)
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE


_PARTS_OF_XMP = re.compile(rb"\xff\xe1..http://ns\.adobe\.com/xmp/extension/\0.{40}", re.DOTALL)
"""The head of each piece of a long note; the pieces make one text."""
_MOST_UNFOLDED = 1_000_000
"""Bytes of a compressed note."""
_Segment = tuple[bool, bytes]
"""Whether it draws, and its bytes."""


def stripped(data: bytes) -> bytes:
    """The picture without notes. Raises ValueError for what is neither JPEG, JPEG 2000, PNG nor WebP, or damaged."""
    parts = b"".join(segment for drawn, segment in _segments(data) if drawn)
    if data.startswith(_JPEG):
        return _JPEG + parts
    if data.startswith(_PNG):
        return _PNG + parts
    if not data.startswith(b"RIFF"):
        return parts
    return b"RIFF" + (len(parts) + 4).to_bytes(4, "little") + b"WEBP" + parts


def beside_pixels(data: bytes) -> bytes:
    """All notes of a picture, unfolded, one after the other. Raises ValueError as `stripped` does."""
    found = b"".join(_unfolded(segment) for drawn, segment in _segments(data) if not drawn)
    return _PARTS_OF_XMP.sub(b"", found)


def _unfolded(segment: bytes) -> bytes:
    """A note of a PNG that is compressed, with its plain text added."""
    if segment[4:8] not in (b"zTXt", b"iTXt"):
        return segment
    start = segment.find(b"\x78", 8)  # the head of every compressed stream
    with suppress(zlib.error):
        return segment + b"\n" + zlib.decompressobj().decompress(segment[start:], _MOST_UNFOLDED)
    return segment


def _segments(data: bytes) -> Iterator[_Segment]:
    if data.startswith(_JPEG):
        return _jpeg(data)
    if data.startswith(_PNG):
        return _png(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    if data.startswith(_JP2):
        return _jp2(data)
    if data.startswith(_CODESTREAM):
        return _codestream(data)
    raise ValueError(data[:4])


def _jpeg(data: bytes) -> Iterator[_Segment]:
    at = 2
    while at + 2 <= len(data):
        kind = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError(at)
        if kind == 0xFF:  # padding
            at += 1
            continue
        if kind == _END:
            yield True, b"\xff\xd9"
            yield False, data[at + 2 :]
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise ValueError(at)
        if kind == _START_OF_SCAN:
            end = _scan_end(data, end)
        yield _jpeg_drawn(kind, data[at + 4 : at + 16]), data[at:end]
        at = end


def _scan_end(data: bytes, at: int) -> int:
    """Where the drawn data end: at the first marker that is no restart, or where the file is cut off."""
    while (at := data.find(b"\xff", at)) >= 0 and at + 1 < len(data):
        if data[at + 1] and data[at + 1] not in _RESTARTS:
            return at
        at += 2
    return len(data)


def _jpeg_drawn(kind: int, head: bytes) -> bool:
    """Frames, tables and scans are, and of the applications' segments those that say how colours are meant."""
    if 0xE0 <= kind <= 0xEF:
        return (kind, head[:5]) in ((0xE0, b"JFIF\0"), (0xEE, b"Adobe")) or (kind == 0xE2 and head == b"ICC_PROFILE\0")
    return kind != _COMMENT


def _png(data: bytes) -> Iterator[_Segment]:
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            break
        yield kind in _PNG_DRAWN, data[at:end]
        if kind == b"IEND":
            yield False, data[end:]
            return
        at = end
    raise ValueError(at)


def _webp(data: bytes) -> Iterator[_Segment]:
    at, length = 12, 8 + int.from_bytes(data[4:8], "little")
    if length > len(data):
        raise ValueError(length)
    while at + 8 <= length:
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        kind = data[at : at + 4]
        if end > length:
            raise ValueError(at)
        if kind == b"VP8X":  # its flags tell of notes and of moving pictures, which are left out
            yield True, data[at : at + 8] + bytes([data[at + 8] & 0x30]) + data[at + 9 : end]
        else:
            yield kind in _WEBP_DRAWN, data[at:end]
        at = end
    yield False, data[length:]


def _jp2(data: bytes) -> Iterator[_Segment]:
    at = 0
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        head = 16 if size == 1 else 8
        size = int.from_bytes(data[at + 8 : at + 16], "big") if size == 1 else size or len(data) - at
        end = at + size
        if size < head or end > len(data):
            raise ValueError(at)
        if kind == b"jp2c":
            segments = list(_codestream(data[at + head : end]))
            drawn = b"".join(segment for draws, segment in segments if draws)
            yield True, (len(drawn) + 8).to_bytes(4, "big") + b"jp2c" + drawn
            yield from (each for each in segments if not each[0])
        else:
            yield kind in _JP2_DRAWN, data[at:end]
        at = end
    yield False, data[at:]


def _codestream(data: bytes) -> Iterator[_Segment]:
    """Comments stand in its head; one in the head of a tile is not expected, and refused."""
    yield True, data[:2]
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1] != _START_OF_TILE:
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        yield data[at + 1] != _JPEG_2000_COMMENT, data[at:end]
        at = end
    while data[at : at + 2] == b"\xff\x90":
        length = int.from_bytes(data[at + 6 : at + 10], "big") or data.rfind(b"\xff\xd9") - at
        head = data[at : data.find(b"\xff\x93", at)]
        if length < 12 or b"\xff\x64" in head:
            raise ValueError(at)
        yield True, data[at : at + length]
        at += length
    if data[at : at + 2] != b"\xff\xd9":
        raise ValueError(at)
    yield True, b"\xff\xd9"
    yield False, data[at + 2 :]
