"""Bytes in any encoding, and characters that no text may hold."""

import pytest

from laomo.problems.problem import Finding
from laomo.text.encoding import decode, forbidden_character, possible_texts
from laomo.text.escape import inert, paragraphs


def finding(code: str, row: int, column: int, **facts: str) -> Finding:
    return Finding(code, dict(facts), line=row, column=column)


@pytest.mark.parametrize(
    ("data", "decoded"),
    [
        (b"", ""),
        ("甲".encode(), "甲"),
        ("\ufeff甲".encode(), "甲"),
        (b"a\r\nb\rc\n\r\n", "a\nb\nc\n\n"),
        (b"a\0b", finding("encoding-utf16", 1, 1)),
        ("甲".encode("utf-16"), finding("encoding-utf16", 1, 1)),
        ("甲".encode("utf-16-be").join([b"\xfe\xff", b""]), finding("encoding-utf16", 1, 1)),
        (b"a\nb\xff\xffc\nd", finding("encoding-unknown", 2, 2)),
        ("甲\n乙".encode() + b"\xff", finding("encoding-unknown", 2, 2)),
        ("a\nb甲\nc".encode("gb18030"), finding("encoding-gbk", 2, 2, line="b甲")),
        ("a\nb甲".encode("gb18030"), finding("encoding-gbk", 2, 2, line="b甲")),
        (b"x\n   " + ("甲" * 50).encode("gb18030"), finding("encoding-gbk", 2, 4, line="甲" * 40)),
        (b"\xef\xbb\xbfa\n" + "乙".encode() + "甲".encode("gb18030"), finding("encoding-unknown", 2, 2)),
        (b"\xef\xbb\xbfa\n\xff", finding("encoding-unknown", 2, 1)),
        (b"\xef\xbb\xbfa: \xff", finding("encoding-unknown", 1, 4)),
        (b"\xef\xbb\xbfa\nb" + "甲".encode("gb18030"), finding("encoding-gbk", 2, 2, line="b甲")),
        ("a\nbc\u2028d".encode(), finding("forbidden-character", 2, 3, character="U+2028")),
        ("a\u2029".encode(), finding("forbidden-character", 1, 2, character="U+2029")),
        ("\x85".encode(), finding("forbidden-character", 1, 1, character="U+0085")),
    ],
)
def test_what_bytes_say(data: bytes, decoded: str | Finding) -> None:
    assert decode(data) == decoded


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-8"])
def test_what_bytes_of_any_encoding_may_say(encoding: str) -> None:
    assert "甲乙abc" in possible_texts("甲乙abc".encode(encoding))
    assert len(possible_texts("甲乙abc".encode(encoding))) == (1 if encoding == "utf-8" else 6)


@pytest.mark.parametrize("text", ["", "a\n\tb", "甲", "\u3000", "\u00a0", "葛\U000e0100", "\ufe00", "👍"])
def test_characters_that_a_text_may_hold(text: str) -> None:
    assert forbidden_character(text) is None


@pytest.mark.parametrize(
    "character",
    [
        "\x01",
        "\x7f",
        "\x85",
        "\r",
        "\u00ad",
        "\u180e",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u202e",
        "\u2028",
        "\u2029",
        "\u2060",
        "\u2066",
        "\ue000",
        "\ud800",
        "\ufeff",
    ],
)
def test_characters_that_no_text_may_hold(character: str) -> None:
    assert forbidden_character(f"甲\n{character}\x02") == f"U+{ord(character):04X}"


def test_inert() -> None:
    plain = "甲a1é ，。、；：？！（）《》"
    assert inert(f"  {plain}\n x ") == f"{plain} x"
    signs = "_*`#<>&\"'[](){}|~^+-=.,:;!?/\\$%@“”·—…"
    assert inert(signs) == "".join(f"&#{ord(sign)};" for sign in signs)


@pytest.mark.parametrize(
    ("text", "blocks"),
    [(None, []), ("", []), ("\n\n", []), ("a", ["a"]), ("a\n b \n\n\n c\n", ["ab", "c"]), ("\na\n \nb", ["a", "b"])],
)
def test_paragraphs(text: str | None, blocks: list[str]) -> None:
    assert paragraphs(text) == blocks
