"""Bytes of a contributor → text, and the characters that no text may hold."""

import re
import unicodedata

from laomo.problems.problem import Finding

_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_INVISIBLE = {"\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u180e"}


def decode(data: bytes) -> str | Finding:
    """The text of a file in UTF-8, with or without a byte order mark, any line ending; else a fault that names the encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Finding("encoding-utf16", line=1, column=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace")) + 1
        end = data.find(b"\n", start)
        raw = data[start : end if end >= 0 else None]
        try:
            return Finding("encoding-gbk", {"line": raw.decode("gb18030").strip()[:40]}, line=line, column=column)
        except UnicodeDecodeError:
            return Finding("encoding-unknown", line=line, column=column)
    if "\x00" in text:
        return Finding("encoding-utf16", line=1, column=1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if strange := _OTHER_BREAKS.search(text):  # YAML takes them for line breaks and makes them spaces
        lines = text[: strange.start()].split("\n")
        code_point = f"U+{ord(strange[0]):04X}"
        return Finding("forbidden-character", {"character": code_point}, line=len(lines), column=len(lines[-1]) + 1)
    return text


def forbidden_character(text: str) -> str | None:
    """The code point of the first control, zero-width or bidirectional character, such as U+200B."""
    if text.isprintable():  # no control or format character at all: nearly every value
        return None
    for character in text:
        if character in "\n\t":
            continue
        category = unicodedata.category(character)
        if category in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") or character in _INVISIBLE:
            return f"U+{ord(character):04X}"
    return None
