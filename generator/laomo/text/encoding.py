"""Decodes the bytes of contributed files, and finds characters that no text may contain."""

import re
import unicodedata

from laomo.problems.problem import Finding

_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_ENCODINGS = ("gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
"""What a text may be written in if it is not UTF-8, by Chinese Windows and its editors."""
_NO_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\ufffd]")
_AROUND = 40
"""Characters before and behind a place by which bytes of no text are told from a text."""


def possible_texts(data: bytes) -> tuple[str, ...]:
    """Everything that bytes of unknown encoding may say: one text if they are UTF-8, else one for each encoding."""
    text = data.decode("utf-8", "replace")
    if "\0" not in text and "\ufffd" not in text:
        return (text,)
    return (text, *(data.decode(encoding, "replace") for encoding in _ENCODINGS))


def is_text_at(line: str, column: int) -> bool:
    """Whether a line reads as text around a column (from 1). Bytes of pictures and packed files do not, in whatever encoding they are read:
    more than a tenth of the characters are control characters or could not be decoded.
    """
    near = line[max(0, column - 1 - _AROUND) : column - 1 + _AROUND]
    return 10 * len(_NO_TEXT.findall(near)) <= len(near)


def decode(data: bytes) -> str | Finding:
    r"""The text of a UTF-8 file without byte order mark and with `\n` line endings; else a finding that names the encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Finding("encoding-utf16", line=1, column=1)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        data = error.object  # without the mark
        before = data[: error.start]
        line, start = before.count(b"\n") + 1, before.rfind(b"\n") + 1
        column = len(before[start:].decode()) + 1
        end = data.find(b"\n", start)
        raw = data[start : end if end >= 0 else None]
        try:
            return Finding("encoding-gbk", {"line": raw.decode("gb18030").strip()[:40]}, line=line, column=column)
        except UnicodeDecodeError:
            return Finding("encoding-unknown", line=line, column=column)
    if "\x00" in text:
        return Finding("encoding-utf16", line=1, column=1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if found := _OTHER_BREAKS.search(text):  # YAML reads them as line breaks and folds them into spaces
        lines = text[: found.start()].split("\n")
        code_point = f"U+{ord(found[0]):04X}"
        return Finding("forbidden-character", {"character": code_point}, line=len(lines), column=len(lines[-1]) + 1)
    return text


def forbidden_character(text: str) -> str | None:
    """The code point, such as U+200B, of the first control, zero-width or bidirectional character; None without one."""
    if text.isprintable():  # the fast path for nearly every value: no control or format character
        return None
    for character in text:
        if character in "\n\t":
            continue
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return None
