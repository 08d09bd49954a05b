"""Pictures without what cameras and programs wrote beside the pixels: the segments of their formats that draw are kept, in
order; all else, and whatever follows the end, is left out. Not a pixel changes.

Sources: ISO/IEC 10918-1 (JPEG markers), PNG (third edition) 11, RFC 9649 (WebP).
"""

from collections.abc import Iterator

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_PNG_DRAWN = frozenset(
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"]
)
_WEBP_DRAWN = frozenset([b"VP8 ", b"VP8L", b"ALPH", b"ICCP"])
_RESTARTS = range(0xD0, 0xD8)
_START_OF_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE


def stripped(data: bytes) -> bytes:
    """The picture without notes. Raises ValueError for what is neither JPEG, PNG nor WebP, or damaged."""
    if data.startswith(_JPEG):
        return _JPEG + b"".join(_jpeg(data))
    if data.startswith(_PNG):
        return _PNG + b"".join(_png(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        parts = b"".join(_webp(data))
        return b"RIFF" + (len(parts) + 4).to_bytes(4, "little") + b"WEBP" + parts
    raise ValueError(data[:4])


def _jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 2 <= len(data):
        kind = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError(at)
        if kind == 0xFF:  # padding
            at += 1
            continue
        if kind == _END:
            yield b"\xff\xd9"
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end < at + 4 or end > len(data):
            raise ValueError(at)
        if kind == _START_OF_SCAN:
            end = _scan_end(data, end)
        if _jpeg_drawn(kind, data[at + 4 : at + 16]):
            yield data[at:end]
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


def _png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at + 12 <= len(data):
        end = at + 12 + int.from_bytes(data[at : at + 4], "big")
        kind = data[at + 4 : at + 8]
        if end > len(data):
            break
        if kind in _PNG_DRAWN:
            yield data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise ValueError(at)


def _webp(data: bytes) -> Iterator[bytes]:
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
            yield data[at : at + 8] + bytes([data[at + 8] & 0x30]) + data[at + 9 : end]
        elif kind in _WEBP_DRAWN:
            yield data[at:end]
        at = end
