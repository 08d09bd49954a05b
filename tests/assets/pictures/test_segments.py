"""Which bytes of a picture draw and which say something, format by format; share cards and codes by themselves."""

import io
import struct
import zlib
from pathlib import Path

import PIL
import pytest
import segno
from PIL import Image, ImageChops

from laomo.assets import qr_codes, share_cards, size_limits
from laomo.assets.pictures import colours, image
from laomo.assets.pictures.image_segments import beside_pixels, stripped
from tests.registry.joined import joined


def segment(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind]) + (len(data) + 2).to_bytes(2, "big") + data


HEAD, TABLE, FRAME = segment(0xE0, b"JFIF\0..."), segment(0xDB, b"table"), segment(0xC0, b"frame")
SCAN = segment(0xDA, b"scan") + b"pixels\xff\x00more\xff\xd0on\xff\xd7end"
END = b"\xff\xd9"


@pytest.mark.parametrize(
    ("kind", "data", "drawn"),
    [
        *((0xE0, b"JFIF\0x", True), (0xE0, b"JFXX\0", False), (0xE1, b"Exif\0\0", False), (0xE1, b"JFIF\0", False)),
        *(
            (0xE2, b"ICC_PROFILE\0x", True),
            (0xE2, b"ICC_PROFILX\0", False),
            (0xE3, b"ICC_PROFILE\0", False),
            (0xE2, b"MPF\0", False),
        ),
        *((0xED, b"Photoshop", False), (0xEE, b"Adobe\0", True), (0xEE, b"Adobx", False), (0xEF, b"Adobe", False)),
        *(
            (0xFE, b"comment", False),
            (0xC4, b"table", True),
            (0xDF, b"x", True),
            (0xF0, b"x", True),
            (0xFD, b"x", True),
        ),
    ],
)
def test_segments_of_a_jpeg_that_draw_stay(kind: int, data: bytes, drawn: bool) -> None:
    one = segment(kind, data)
    whole = b"\xff\xd8" + HEAD + one + SCAN + END
    assert stripped(whole) == (whole if drawn else b"\xff\xd8" + HEAD + SCAN + END)
    assert beside_pixels(whole) == (b"" if drawn else one)


def test_what_a_jpeg_hides_between_and_behind_is_found() -> None:
    scans = SCAN + segment(0xFE, b"between") + SCAN
    whole = b"\xff\xd8" + HEAD + b"\xff\xff\xff" + scans[1:] + END + b"behind"
    assert stripped(b"\xff\xd8" + HEAD + scans + END + b"behind") == b"\xff\xd8" + HEAD + SCAN + SCAN + END
    assert beside_pixels(b"\xff\xd8" + HEAD + scans + END + b"behind") == segment(0xFE, b"between") + b"behind"
    assert stripped(b"\xff\xd8\xff\xff" + HEAD[1:] + END) == b"\xff\xd8" + HEAD[:0] + b"\xff" + HEAD[1:] + END
    assert beside_pixels(whole)
    cut = b"\xff\xd8" + HEAD + SCAN[:-9]
    assert stripped(cut) == cut
    assert stripped(cut + b"\xff") == cut + b"\xff"


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8" + HEAD + b"xx",
        b"\xff\xd8\xff\xe0\0\x01",
        b"\xff\xd8\xff\xe0\0\x09abc",
        b"GIF89a",
        b"RIFF\0\0\0\0WAVE",
        b"",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + (99).to_bytes(4, "big") + b"IHDRabcd",
        b"RIFF\xff\0\0\0WEBP",
        b"RIFF" + (4 + 8 + 2).to_bytes(4, "little") + b"WEBPVP8 " + (9).to_bytes(4, "little") + b"ab",
    ],
)
def test_damaged_pictures_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"[^!]*"):
        stripped(data)


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + b"CRC."


@pytest.mark.parametrize(
    "kind", [b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"pHYs", b"sBIT", b"bKGD"]
)
def test_chunks_of_a_png_that_draw_stay(kind: bytes) -> None:
    whole = b"\x89PNG\r\n\x1a\n" + chunk(kind, b"x") + chunk(b"IEND", b"")
    assert stripped(whole) == whole
    assert beside_pixels(whole) == b""


@pytest.mark.parametrize("kind", [b"tEXt", b"eXIf", b"tIME", b"hIST", b"sPLT", b"acTL", b"abCd"])
def test_chunks_of_a_png_that_say_something_are_left_out(kind: bytes) -> None:
    head, end, note = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", b"x"), chunk(b"IEND", b""), chunk(kind, b"note")
    assert stripped(head + note + end + b"behind") == head + end
    assert beside_pixels(head + note + end + b"behind") == note + b"behind"


@pytest.mark.parametrize("kind", [b"zTXt", b"iTXt"])
def test_compressed_notes_are_unfolded(kind: bytes) -> None:
    head, end = b"\x89PNG\r\n\x1a\n", chunk(b"IEND", b"")
    note = chunk(kind, b"Comment\0\0" + zlib.compress(b"secret"))
    assert beside_pixels(head + note + end) == note + b"\nsecret"
    plain = chunk(kind, b"Comment\0\0plain")
    assert beside_pixels(head + plain + end) == plain + b"\n"
    broken = chunk(kind, b"Comment\0\0\x78\x9c\xff\xff\xff")
    assert beside_pixels(head + broken + end) == broken
    long = chunk(kind, zlib.compress(b"a" * 2_000_000))
    assert len(beside_pixels(head + long + end)) == len(long) + 1 + 1_000_000


def riff(*chunks: tuple[bytes, bytes]) -> bytes:
    body = b"".join(kind + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2) for kind, data in chunks)
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


@pytest.mark.parametrize("kind", [b"VP8 ", b"VP8L", b"ALPH", b"ICCP"])
def test_chunks_of_a_webp_that_draw_stay(kind: bytes) -> None:
    for data in (b"abc", b"abcd"):
        assert stripped(riff((kind, data))) == riff((kind, data))
        assert stripped(riff((kind, data)) + b"behind") == riff((kind, data))


def test_notes_and_flags_of_a_webp_are_left_out() -> None:
    flags = b"\xff" + b"size.....", b"\x30" + b"size....."
    whole = riff(
        (b"VP8X", flags[0]), (b"ICCP", b"c"), (b"EXIF", b"e1x"), (b"VP8 ", b"ab"), (b"XMP ", b"x"), (b"ANIM", b"an")
    )
    assert stripped(whole) == riff((b"VP8X", flags[1]), (b"ICCP", b"c"), (b"VP8 ", b"ab"))
    notes = riff((b"EXIF", b"e1x"), (b"XMP ", b"x"), (b"ANIM", b"an"))[12:]
    assert beside_pixels(whole + b"behind") == notes + b"behind"


def box(kind: bytes, data: bytes) -> bytes:
    return (len(data) + 8).to_bytes(4, "big") + kind + data


TILE = b"\xff\x90\0\x0a\0\0" + (20).to_bytes(4, "big") + b"\0\x01" + b"\xff\x93" + b"pixels"
STREAM_HEAD = b"\xff\x4f" + b"\xff\x51\0\x04ab"
STREAM = STREAM_HEAD + TILE + b"\xff\xd9"
COMMENT = b"\xff\x64\0\x06\0\x01hi"
NOTED = STREAM_HEAD + COMMENT + TILE + b"\xff\xd9"


def test_jpeg_2000_without_its_comments() -> None:
    assert stripped(STREAM) == STREAM
    assert stripped(NOTED + b"behind") == STREAM
    assert beside_pixels(NOTED + b"behind") == COMMENT + b"behind"
    open_end = STREAM_HEAD + TILE[:6] + b"\0\0\0\0" + TILE[10:] + b"\xff\xd9"
    assert stripped(open_end) == open_end
    whole = b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 ") + box(b"jp2h", b"x") + box(b"xml ", b"note")
    kept = b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"ftyp", b"jp2 ") + box(b"jp2h", b"x") + box(b"jp2c", STREAM)
    assert stripped(whole + box(b"jp2c", NOTED)) == kept
    assert beside_pixels(whole + box(b"jp2c", NOTED)) == box(b"xml ", b"note") + COMMENT
    wide = b"\0\0\0\1jp2c" + (len(NOTED) + 16).to_bytes(8, "big") + NOTED
    last = b"\0\0\0\0jp2c" + NOTED
    assert stripped(whole + wide) == stripped(whole + last) == kept
    assert beside_pixels(whole + wide + b"end") == box(b"xml ", b"note") + COMMENT + b"end"


@pytest.mark.parametrize(
    "data",
    [
        STREAM_HEAD + TILE,
        STREAM_HEAD + TILE[:6] + (11).to_bytes(4, "big") + TILE[10:] + b"\xff\xd9",
        STREAM_HEAD + TILE[:12] + COMMENT + TILE[12:] + b"\xff\xd9",
        b"\0\0\0\x0cjP  \r\n\x87\n" + (99).to_bytes(4, "big") + b"xml abc",
        b"\0\0\0\x0cjP  \r\n\x87\n" + (7).to_bytes(4, "big") + b"xml abc",
    ],
)
def test_damaged_jpeg_2000_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"[^!]*"):
        stripped(data)


def test_the_pieces_of_a_long_note_are_joined() -> None:
    piece = segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"i" * 40 + b"1380013")
    other = segment(0xE1, b"http://ns.adobe.com/xmp/extension/\0" + b"j" * 40 + b"8000")
    assert beside_pixels(b"\xff\xd8" + piece + other + END) == b"13800138000"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("电话13800138000", "电话13800138000"),
        (b"ASCII\0\0\0phone 13800138000", "phone 13800138000"),
        ("电话13800138000".encode("gb18030"), "电话13800138000"),
        ("电话13800138000".encode("utf-16-be"), "电话13800138000"),
        ("电话13800138000".encode("utf-16-le"), "电话13800138000"),
        (b"x" + "电话13800138000".encode("utf-16-le"), "电话13800138000"),
        ({1: "13800138000", 2: {3: b"13900139000"}}, "13900139000"),
        (13800138000, "13800138000"),
        ("é13800138000", "13800138000"),
    ],
)
def test_what_notes_say_in_whatever_letters(value: object, said: str) -> None:
    assert said in image._as_text(value)


def test_text_among_what_is_none() -> None:
    assert image._as_text(b"abcdefg") == ""
    assert image._as_text(b"\x01abcdefgh\x02ab\x03")[:8] == "abcdefgh"
    assert image._is_typed("甲" * 1_999)
    assert not image._is_typed("甲" * 2_000)
    for sign in "\0\x08\x0b\x0c\x0e\x1f\x7f\ufffd":
        assert not image._is_typed(f"甲{sign}")
    for sign in "\t\n\r ~":
        assert image._is_typed(f"甲{sign}")
    letters = "电话号码一三八零零一三八零零零" * 200
    assert letters not in image._as_text(letters.encode("utf-16-be"))
    assert image._as_text("一二三四五六七八".encode()).count("\n" * 16) >= 1


@pytest.mark.parametrize(
    ("brightest", "whole"), [(0.0, 1.0), (1.0, 1.0), (1.5, 255.0), (255.0, 255.0), (256.0, 65_535.0)]
)
def test_what_stands_for_white_in_floating_greys(brightest: float, whole: float) -> None:
    grey = Image.new("F", (2, 1), 0.0)
    grey.putpixel((1, 0), brightest)
    assert colours._whole(grey) == whole


def grey_profile(gamma: float) -> bytes:
    """An ICC profile (ICC.1:2010, 8.3) of greys with a tone curve."""
    white = b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65_536)) for value in (0.9642, 1.0, 0.8249))
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(gamma * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + b"\0" * 78 + b"\0"
    table, data = struct.pack(">I", 3), b""
    for name, value in ((b"desc", text), (b"wtpt", white), (b"kTRC", curve)):
        table += name + struct.pack(">II", 128 + 4 + 36 + len(data), len(value))
        data += value + b"\0" * (-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", 128 + len(table) + len(data), b"none", 0x02400000, b"mntr", b"GRAY", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28 + white[8:]
    return head.ljust(128, b"\0") + table + data


@pytest.mark.parametrize(
    ("profile", "shown"), [(grey_profile(1.0), 188), (grey_profile(2.2), 128), (b"none", 128), (None, 128), ("x", 128)]
)
def test_greys_are_converted_from_their_own_profile(profile: object, shown: int) -> None:
    grey = Image.new("L", (2, 2), 128)
    grey.info["icc_profile"] = profile
    found = colours.in_srgb(grey)
    assert found.mode == "RGB"
    assert found.getpixel((0, 0)) == pytest.approx((shown, shown, shown), abs=2)


def test_what_is_transparent_keeps_its_profile_and_shows_white() -> None:
    clear = Image.new("LA", (2, 1), (128, 255))
    clear.putpixel((1, 0), (0, 0))
    assert colours.in_srgb(clear).mode == "RGBA"
    assert [colours.on_white(clear).getpixel((x, 0)) for x in (0, 1)] == [(128, 128, 128), (255, 255, 255)]


@pytest.mark.parametrize(
    ("mode", "values", "shown"),
    [
        ("I;16", (0, 257 * 100, 65_535), (0, 100, 255)),
        ("I", (0, 257 * 100, 65_535), (0, 100, 255)),
        ("F", (0.0, 0.5, 1.0), (0, 127, 255)),
        ("F", (0.0, 100.0, 255.0), (0, 100, 255)),
        ("F", (0.0, 25_700.0, 65_535.0), (0, 100, 255)),
    ],
)
def test_deep_greys_are_scaled_to_eight_bits(mode: str, values: tuple[float, ...], shown: tuple[int, ...]) -> None:
    deep = Image.new(mode, (3, 1))
    for x, value in enumerate(values):
        deep.putpixel((x, 0), value)
    assert [colours.in_srgb(deep).getpixel((x, 0)) for x in range(3)] == [(value,) * 3 for value in shown]


def test_cards_are_worded_from_the_record() -> None:
    year = "achievements: [{id: a, measures: [{indicator: 停机, before: 11, after: 1, unit: 次/季}]}]"
    registry = joined(
        {
            "site": "{name: 小馆, place: 示例市, statement: 手艺传下去, as_of: 2025-12-31}",
            "north/crane": "name: 江一舟创新工作室\nleaders: [{name: 江一舟, job: 岸桥司机、教员, skill_grade: 技师}]\nindustry: 教育\nsample: 是",
            "north/crane/2013": year,
            "north/four": "leaders: [{name: 甲}, {name: 乙}, {name: 丙}, {name: 丁}]\nslogan: 吊得稳",
            "north/said": "leaders: [{name: 阿依·买买提}]\nslogan: 吊得稳\nquote: {text: 等它, speaker: 甲}",
            "north/weld": "leaders: []",
            "decisions/2013-01": "{level: 省级, result: 示范, studios: [{studio: crane}]}",
        }
    )
    words = {each.id: share_cards._words(registry, each, lambda _: 5) for each in registry.studios}
    assert words["crane"] == (
        *("5", "江一舟", "岸桥司机 · 省级示范", "江一舟创新工作室"),
        *("11", "1", "次/季", "停机", "小馆 · 示例"),
    )
    assert words["four"] == ("5", "甲\n乙\n丙", "northfour厂", "northfour工作室", "", "", "", "吊得稳", "小馆")
    assert (words["said"].columns, words["said"].below) == ("阿依·\n买买提", "“等它”")
    assert (words["weld"].columns, words["weld"].below) == ("", "")
    site = share_cards._site_words(registry.site, sample=True)
    assert (site.over, site.name, site.below, site.foot) == ("示例市", "小馆", "手艺传下去", "示例")
    assert share_cards._drawable(" 甲\u200b\n\t乙\x07\ue000 丙 ") == "甲 乙 丙"


class Face:
    """A font in which every character is a tenth of the room wide."""

    def getlength(self, text: str) -> float:
        return len(text) * 10


@pytest.mark.parametrize(
    ("count", "most", "lines"),
    [
        (0, 1, ["0"]),
        (10, 1, ["10"]),
        (11, 1, ["9…"]),
        (11, 2, ["10", "1"]),
        (20, 2, ["10", "10"]),
        (21, 2, ["10", "9…"]),
        (31, 3, ["10", "10", "9…"]),
    ],
)
def test_words_are_broken_into_lines_that_fit(count: int, most: int, lines: list[str]) -> None:
    found = share_cards._fitted("字" * count, Face(), 100, most)  # type: ignore[arg-type]
    assert [f"{len(each.rstrip('…'))}{'…' * each.endswith('…')}" for each in found] == lines


WORDS = share_cards.CardWords(
    "2", "江一舟", "岸桥司机", "江一舟岸桥劳模创新工作室", "18", "11", "秒", "着箱段平均用时", "小馆"
)


def card(words: share_cards.CardWords) -> Image.Image:
    font = share_cards.font()
    assert font, "make test installs a Chinese font"
    drawn = share_cards.draw(font, words)
    assert len(drawn) < 60_000
    found = Image.open(io.BytesIO(drawn))
    assert (found.format, found.size, found.mode) == ("PNG", (1200, 630), "P")
    return found.convert("RGB")


def test_a_card_has_few_colours_its_wall_among_them() -> None:
    found = card(WORDS)
    assert len(found.getcolors(1 << 24) or ()) <= 48
    for at, wall in ((240, (0x74, 0x29, 0x20)), (10, (0x57, 0x1E, 0x18))):
        assert all(abs(a - b) < 12 for a, b in zip(found.getpixel((at, 20)), wall, strict=True))  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"columns": ""},
        {"columns": "甲乙"},
        {"columns": "欧阳建国"},
        {"columns": "阿依古丽·\n买买提"},
        {"columns": "甲一\n乙二\n丙三"},
        {"columns": "一二三四五六七八九十一二"},
        {"before": "1000000", "after": "0.000001", "unit": "自然箱/小时"},
        {"before": "", "after": "", "unit": "", "below": "一句话" * 40},
        {"name": "北" * 120, "over": "人" * 120, "below": "稳" * 2_000, "foot": "馆" * 120},
        {"name": "北" * 120, "below": "稳" * 2_000, "columns": "", "before": "", "after": "", "unit": ""},
    ],
)
def test_everything_stands_in_the_middle_square(changed: dict[str, str]) -> None:
    """WeChat cuts the picture to its middle 630 pixels."""
    found, empty = card(WORDS._replace(**changed)), card(share_cards.CardWords("2", "", "", ""))
    left, top, right, bottom = ImageChops.difference(found, empty).convert("L").point(
        lambda v: v > 40 and 255
    ).getbbox() or (0, 0, 0, 0)
    assert (left >= 285, top >= 30, right <= 915, bottom <= 600) == (True,) * 4, (left, top, right, bottom)


def test_the_larger_the_figures_the_fewer_there_are() -> None:
    """The height of the gold, which is the figure after."""

    def height(before: str, after: str) -> int:
        found = card(WORDS._replace(over="", before=before, after=after))
        far = ImageChops.difference(found, Image.new("RGB", found.size, "#e6bf70")).convert("L")
        _, top, _, bottom = far.point(lambda value: value < 12 and 255).getbbox() or (0, 0, 0, 0)
        return bottom - top

    assert height("18", "11") > height("1800", "1100") > height("18000.5", "11000.5")


def test_codes_of_all_active_studios_in_both_kinds(tmp_path: Path) -> None:
    registry = joined({"north/crane": "", "north/gone": "status: 撤销"})
    outputs = qr_codes.publish(registry, "https://x.org/", tmp_path)
    assert [str(each.path) for each in outputs] == ["studios/crane/qr.svg", "studios/crane/qr.png"]
    assert [each.data for each in outputs] == [
        qr_codes.draw("https://x.org/studios/crane/", kind) for kind in ("svg", "png")
    ]
    assert [each.data for each in outputs] == [
        qr_codes.output(registry.studios[0], "https://x.org/", kind).data for kind in qr_codes.KINDS
    ]
    side = 4 + 29 + 4
    picture = Image.open(io.BytesIO(outputs[1].data))
    assert (picture.size, picture.mode) == ((side * 20, side * 20), "1")
    assert picture.crop((0, 0, 80, 80)).getextrema() == (255, 255)
    assert picture.getpixel((80, 80)) == 0
    svg = outputs[0].data.decode()
    assert f'width="{side * 10}" height="{side * 10}"' in svg
    assert 'class="' not in svg
    assert "#fff" in svg


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "0.1 MB"),
        (100_000, "0.1 MB"),
        (100_001, "0.2 MB"),
        (200_000_001, "200.1 MB"),
        (999_999_999, "1000 MB"),
        (1_000_000_000, "1 GB"),
        (5_000_000_001, "5.01 GB"),
    ],
)
def test_sizes_are_rounded_up(count: int, said: str) -> None:
    assert size_limits._size(count) == said


def test_the_limits_of_sizes() -> None:
    limits = size_limits.STUDIO_FILES, size_limits.STUDIO_BYTES, size_limits.STUDIO_TEXT, size_limits.SITE_BYTES
    assert limits == (200, 200_000_000, 3_000_000, 5_000_000_000)
    assert size_limits._largest({"b": 5, "a": 5, "c": 7, "d": 1}) == ("c", "0.1 MB", "a", "0.1 MB", "b", "0.1 MB")


def test_what_is_kept_of_a_drawing_is_named_by_all_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registry = joined({"north/crane": ""})

    def names() -> tuple[object, ...]:
        _, cards = share_cards.publish(registry, tmp_path / "cards", lambda _: 0)
        codes = qr_codes.publish(registry, "https://x.org/", tmp_path / "codes")
        return tuple(each.fingerprint and each.fingerprint() for each in (*cards, *codes))

    usual = names()
    assert [str(each).rpartition(".")[2] for each in usual] == ["png", "png", "svg", "png"]
    for place, name, changed in (
        (PIL, "__version__", 4),
        (segno, "__version__", 2),
        (qr_codes, "_DESIGN", 2),
        (share_cards, "_DESIGN", 2),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(place, name, "0.0")
            assert sum(one != other for one, other in zip(names(), usual, strict=True)) == changed, name
    for record in ("name: 别的工作室", "slogan: 稳"):
        other = joined({"north/crane": record})
        _, (own, _of_site) = share_cards.publish(other, tmp_path / "cards", lambda _: 0)
        assert own.fingerprint
        assert own.fingerprint() != usual[0]
