"""Personal numbers stop the build, however they are spaced; look-alikes do not; and no message prints one."""

import shutil
import time
import unicodedata
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin
from stdnum import luhn

from laomo import generate
from laomo.problems import formats
from laomo.project import Project
from laomo.text import personal_data
from tests.conftest import some
from tests.text import spellings

# an identity number of nobody: an unused region of a province, a check digit that fits
IDENTITY = next(
    n for n in (f"11019919000101001{digit}" for digit in "0123456789X") if personal_data.is_identity_number(n)
)
OTHER = IDENTITY[:-1] + ("1" if IDENTITY[-1] != "1" else "2")
CARD = "6222020000000000000"
CARD = next(CARD[:-1] + str(d) for d in range(10) if luhn.is_valid(CARD[:-1] + str(d)))

CAUGHT = [
    (IDENTITY, "personal-identity"),
    (f"{IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]}", "personal-identity"),
    ("-".join([IDENTITY[:6], IDENTITY[6:14], IDENTITY[14:]]), "personal-identity"),
    (IDENTITY.translate(str.maketrans("0123456789", "０１２３４５６７８９")), "personal-identity"),
    ("\u200b".join(IDENTITY), "personal-identity"),
    (f"身份证号：{IDENTITY}。", "personal-identity"),
    (f"{IDENTITY[:10]}\n    {IDENTITY[10:]}", "personal-identity"),
    ("\u00a0".join([IDENTITY[:6], IDENTITY[6:]]), "personal-identity"),
    (IDENTITY.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")), "personal-identity"),
    ("13800138000", "personal-mobile"),
    ("138 0013 8000", "personal-mobile"),
    ("电话138-0013-8000转", "personal-mobile"),
    ("+86 13800138000", "personal-mobile"),
    ("+8613800138000", "personal-mobile"),
    ("0086-138-0013-8000", "personal-mobile"),
    ("1 13800138000", "personal-mobile"),
    ("12\t13800138000\t2013-06-01", "personal-mobile"),
    ("2 5881 138 0013 8000", "personal-mobile"),
    (f"1 {IDENTITY} 2013", "personal-identity"),
    (f"7 {IDENTITY[:6]} {IDENTITY[6:14]} {IDENTITY[14:]} 2013", "personal-identity"),
    (f"3 {CARD}", "personal-card"),
    (CARD, "personal-card"),
    (" ".join(CARD[i : i + 4] for i in range(0, 19, 4)), "personal-card"),
    ("someone@example.org", "personal-mail"),
    ("someone＠example．org", "personal-mail"),
]
HARMLESS = [
    "ZL201310123456.7",
    "示例专利2024-0017",
    "91350200MA2XN0YK1A",
    "landline: 0592-5881234",
    "12351",
    "2013-06-01 至 2013-12-31",
    "厦工办〔2013〕6号",
    OTHER,
    "1101**********0014",
    "共 100 间、66 间、458 项",
    "20131224083015001",
    "15 20 31 42 53 6 7 8 9 10",
    "2013 1224 0830 1500 12",
    "8613100 8613200",
]


@pytest.mark.parametrize(("text", "code"), CAUGHT)
def test_personal_numbers_are_found(text: str, code: str) -> None:
    assert [fault.code for fault in personal_data.find(f"第一行\n备注 {text}")] == [code]


def test_a_row_of_numbers_gives_each_away() -> None:
    row = "1 13800138000 2 139-0013-9000 3 8613700137000"
    assert [(fault.column, fault.code) for fault in personal_data.find(row)] == [
        (3, "personal-mobile"),
        (17, "personal-mobile"),
        (33, "personal-mobile"),
    ]
    assert personal_data.masked(row) == "1 13********* 2 13********* 3 86***********"


@pytest.mark.parametrize("text", HARMLESS)
def test_look_alikes_are_not(text: str) -> None:
    assert list(personal_data.find(text)) == []


@pytest.mark.parametrize("place", ["studios/north/weld/studio.yml", "content/about/index.md"])
@pytest.mark.parametrize("comment", ["", "# "])
def test_one_in_a_record_or_a_page_stops_the_build_and_is_never_printed(site: Path, place: str, comment: str) -> None:
    file = site / place
    text = file.read_text(encoding="utf-8")
    addition = f"{comment}slogan: 联系 13800138000" if place.endswith("yml") else f"{comment}联系 13800138000"
    file.write_text(f"{text}\n{addition}\n", encoding="utf-8")
    checked = generate.check(Project(site))
    assert not checked.sound
    (problem,) = checked.problems
    assert (problem.path, problem.line, problem.code) == (place, text.count("\n") + 2, "personal-mobile")
    for shape in formats.FORMATS.values():
        assert "13800138000" not in shape([problem], "zh")


PROFILE = "studios/north/crane/studio.yml"
MOBILE = "13800138000"


def told(site: Path) -> list[tuple[str, str]]:
    """What is found; and in no format does any sentence give a number away."""
    problems = generate.check(Project(site)).problems
    for shape in formats.FORMATS.values():
        for language in ("zh", "en"):
            said = shape(problems, language)
            assert not [number for number in (MOBILE, IDENTITY, CARD) if number in said]
    return [(problem.path, problem.code) for problem in problems]


def add(site: Path, line: str) -> None:
    with (site / PROFILE).open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


@pytest.mark.parametrize(
    "line",
    [
        'slogan: "\\u0031\\x33800138000"',
        "methods: >\n  138\n  0013\n  8000",
        "photos:\n  - {file: cover.png, caption: 吊具, alt: 电话13800138000}",
        "photos:\n  - {file: cover.png, caption: 电话13800138000, alt: 吊具}",
    ],
    ids=["escapes", "folded", "alt", "caption"],
)
def test_it_is_found_wherever_yaml_hides_it(site: Path, line: str) -> None:
    text = (site / PROFILE).read_text(encoding="utf-8").partition("photos:")[0].replace("slogan: 吊得稳，放得准\n", "")
    (site / PROFILE).write_text(text, encoding="utf-8")
    add(site, line)
    assert (PROFILE, "personal-mobile") in told(site)


@pytest.mark.parametrize("place", ["studios/north/crane/photos", "content/about"])
def test_the_name_of_a_file_counts_and_is_not_printed(site: Path, place: str) -> None:
    shutil.copy(site / "studios/north/crane/photos/cover.png", site / place / f"a-{MOBILE}.png")
    assert (f"{place}/a-13*********.png", "personal-mobile") in told(site)


def test_a_message_does_not_quote_it(site: Path) -> None:
    add(site, f"status: {MOBILE}")
    assert {code for _, code in told(site)} >= {"personal-mobile", "unknown-word"}


@pytest.mark.parametrize("where", ["exif", "comment", "user comment", "png text", "xmp"])
def test_what_a_camera_wrote_into_a_picture_counts(site: Path, where: str) -> None:
    name = "noted.png" if where == "png text" else "noted.jpg"
    picture, exif = Image.new("RGB", (640, 480), "#884422"), Image.Exif()
    more: dict[str, object] = {}
    if where == "exif":
        exif[0x010E] = f"call {MOBILE}"
    elif where == "user comment":
        exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + MOBILE.encode("utf-16-be")
    elif where == "png text":
        more["pnginfo"] = PngImagePlugin.PngInfo()
        more["pnginfo"].add_text("Comment", MOBILE, zip=True)
    else:
        more[where] = f"<x>{MOBILE}</x>".encode()
    picture.save(site / "studios/north/crane/photos" / name, exif=exif, **more)
    text = (site / PROFILE).read_text(encoding="utf-8").replace("cover.png", name)
    (site / PROFILE).write_text(text, encoding="utf-8")
    assert (f"studios/north/crane/photos/{name}", "personal-mobile-in-picture") in told(site)


def test_a_reviewed_line_lets_a_look_alike_pass(site: Path) -> None:
    add(site, f"positioning: 设备编号{MOBILE}  # 复核 2025-05-01：是设备编号，不是手机号")
    assert told(site) == []
    add(site, f"# 复核 2025-05-01：这是银行公布的收款账号\nmethods: 账号{CARD}")
    assert told(site) == []


@pytest.mark.parametrize(
    "waiver",
    [
        "# 复核：设备编号",
        "# 复核 2025-05-01：是",
        "# 复核 2025-13-01：设备编号不是手机号",
        "# 复核 2999-01-01：设备编号不是手机号",
    ],
)
def test_a_waiver_without_day_or_reason_is_none(site: Path, waiver: str) -> None:
    add(site, f"positioning: 设备编号{MOBILE}  {waiver}")
    assert told(site) == [(PROFILE, "personal-mobile")]


def test_no_waiver_helps_an_identity_number(site: Path) -> None:
    add(site, f"positioning: 编号{IDENTITY}  # 复核 2025-05-01：是设备编号，不是身份证号")
    assert told(site) == [(PROFILE, "personal-identity")]


def test_contacts_of_a_union_are_landlines(site: Path) -> None:
    unions = site / "studios/unions.yml"
    text = unions.read_text(encoding="utf-8")
    unions.write_text(text.replace("kind: 市总工会", "kind: 市总工会, landline: 0592-5881234"), encoding="utf-8")
    assert told(site) == []
    unions.write_text(text.replace("kind: 市总工会", f"kind: 市总工会, landline: {MOBILE}"), encoding="utf-8")
    assert told(site) == [("studios/unions.yml", "personal-mobile")]


@pytest.mark.parametrize(
    "text", ["a" * 900_000, "1 " * 400_000, "1\n" * 400_000, "a@" * 400_000], ids=lambda text: repr(text[:2])
)
def test_a_file_as_large_as_may_be_is_read_in_passing(text: str) -> None:
    """Nothing in it is looked at more than a few times: a look-up that went back for each letter would take hours."""
    assert list(personal_data.find(text)) == []


def codes(text: str) -> list[str]:
    return [fault.code for fault in personal_data.find(text)]


def test_every_spelling_is_found_and_masked() -> None:
    """Kinds by ways of writing them."""
    planted = spellings.planted()
    assert len(planted) == 336
    assert [(text, codes(text)) for text, code in planted if codes(text) != [code]] == []
    assert [text for text, _ in planted if text == personal_data.masked(text)] == []


def test_other_numbers_are_not_taken_for_them() -> None:
    """Of a thousand three, rows of quantities that are grouped as mobile numbers are."""
    harmless = spellings.harmless()
    assert len(harmless) == 1000
    assert [text for text in harmless if codes(text)] == [
        "1702 1008 558",
        "1599 1566 144",
        "141 1509 1111 1497 1975 170",
    ]


def test_every_decimal_digit_of_unicode_counts() -> None:
    scripts = [chr(code) for code in range(0x110000) if unicodedata.decimal(chr(code), None) == 0]
    for zero in some(scripts if unicodedata.unidata_version.startswith("14") else scripts[:66]):
        mobile = "".join(chr(ord(zero) + int(digit)) for digit in MOBILE)
        assert codes(mobile) == ["personal-mobile"], zero


def test_digits_of_a_font_of_symbols_count() -> None:
    """They stand in the private area of Unicode, where no character is a digit by itself, and none a letter."""
    symbols = MOBILE.translate({ord("0") + digit: 0xF030 + digit for digit in range(10)})
    assert codes(symbols) == codes(f"{symbols[:3]} {symbols[3:7]}-{symbols[7:]}") == ["personal-mobile"]
    assert codes(f"{symbols[:3]}{MOBILE[3:]}") == codes(f"一{symbols}") == ["personal-mobile"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("甲\n乙 联系１３８－００１３－８０００", 2, 5),
        ("甲\n\n一三八 0013\n8000", 3, 1),
        ("甲\n邮箱 a(at)example.org", 2, 4),
        ("甲\n乙\n微信号：abcdef", 3, 5),
    ],
)
def test_it_is_told_where_it_begins(text: str, line: int, column: int) -> None:
    assert [(fault.line, fault.column) for fault in personal_data.find(text)] == [(line, column)]


@pytest.mark.parametrize(
    "text",
    [
        "landline: 0592-5881234",
        "  - {kind: 市总工会, landline: 0592-5881234}",
        "hotline: 0592-5881234转8001",
        'address: "湖滨路12号301室"',
    ],
)
def test_a_union_says_how_it_is_reached(text: str) -> None:
    assert codes(text) == []
    assert codes(text.replace("landline", "intro").replace("hotline", "intro").replace("address", "intro")) != []


@pytest.mark.parametrize("text", ["护照E12345678", "台胞证12345678"])
def test_no_waiver_helps_a_paper(text: str) -> None:
    assert len(codes(f"# 复核 2025-05-01：是样本，不是证件\n{text}")) == 1


@pytest.mark.parametrize("text", ["车牌闽D12345", "微信号abc_123", "座机0592-5881234", "3栋2单元301室"])
def test_what_is_no_paper_may_be_reviewed(text: str) -> None:
    assert len(codes(text)) == 1
    assert codes(f"{text}  # 复核 2025-05-01：是样车或公共服务的号码") == []


@pytest.mark.parametrize(
    "text",
    [
        "京A级企业",
        "创新A12345",
        "微信公众号xiamengonghui",
        "微信小程序 laomoguan",
        "look at example.org",
        "what_at_foo.py",
        "劳模创新工作室",
        "3号厂房第12工作室",
        "400-123-4567",
        "12351",
        "护照办理须知 2013-06-01",
        "QQ群",
        "WeChat platform",
    ],
)
def test_words_alone_are_harmless(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "slogan: 138 0013\nintro: 8000 找他",
        "methods:\n  - 1380013\n  - 8000",
        "methods:\n  - 电话138\n  - 0013\n  - 8000",
        "photos:\n  - {alt: 138 0013, caption: 8000}",
        f"slogan: {IDENTITY[:7]}\nintro: {IDENTITY[7:]}",
    ],
)
def test_one_over_two_fields_is_found(text: str) -> None:
    assert len(codes(text)) == 1


def test_figures_one_under_the_other_are_none() -> None:
    assert (
        codes("output: 1350000\ncount: 1420\nyears:\n  - 2013\n  - 2014\n  - 135\nsince: 1998-06-01\nuntil: 135") == []
    )


PIECES = [
    "1 ",
    "1\n",
    "1_",
    "a@",
    "@",
    "at ",
    "微信是",
    "QQ1",
    "护照E1",
    "闽D",
    "1号单元1",
    "号楼1",
    "<b>1",
    "{a: 1, ",
    "1,234,",
    "2013-06-01 ",
    "0592-5881234 ",
    "13800138000 ",
    "点a",
    "𝟏 ",
    "一、",
]


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_is_read_slowly(piece: str) -> None:
    """Twice as much takes twice as long, with room for chance: no pattern goes back again and again."""
    text = piece * (20_000 // len(piece))
    spent = []
    for part in (text[:10_000], text):
        start = time.process_time()
        list(personal_data.find(part))
        spent.append(time.process_time() - start)
    assert spent[1] < max(3 * spent[0], 0.5)
