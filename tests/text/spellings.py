"""Personal numbers of nobody in everyday and in crooked spellings, made by rules; and numbers that are none. Always the same ones.

Identity numbers are of a county that there is not (1101 99) or a day in 1900 on which nobody living was born; mobile numbers and
all others are drawn by chance.
"""

import random
from collections.abc import Callable, Iterator

from stdnum import luhn
from stdnum.iso7064 import mod_11_2

_FULL = str.maketrans("0123456789", "０１２３４５６７８９")
_CIRCLED = str.maketrans("0123456789", "⓪①②③④⑤⑥⑦⑧⑨")
_NEGATIVE = str.maketrans("0123456789", "⓿❶❷❸❹❺❻❼❽❾")
_PARENTHESISED = str.maketrans("123456789", "⑴⑵⑶⑷⑸⑹⑺⑻⑼")
_STOPPED = str.maketrans("123456789", "⒈⒉⒊⒋⒌⒍⒎⒏⒐")
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
_ZERO = str.maketrans("0123456789", "零幺两三四五六七八九")
_FORMAL = str.maketrans("0123456789", "零壹贰叁肆伍陆柒捌玖")
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_BOLD = str.maketrans("0123456789", "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗")
_SCRIPTS = (
    _FULL,
    _CIRCLED,
    _NEGATIVE,
    _PARENTHESISED,
    _STOPPED,
    _CHINESE,
    _ZERO,
    _FORMAL,
    _SUPERSCRIPT,
    _ARABIC,
    _BOLD,
)
_BETWEEN = [
    " ",
    "-",
    "—",
    "–",
    "－",
    "·",
    "•",
    ".",
    "。",
    ",",
    "，",
    "/",
    "_",
    "~",
    "*",
    "\u00a0",
    "\u200b",
    "\t",
    "　",
    "  ",
    " - ",
    "、",
    "|",
    "+",
]
_BRACKETS = ["()", "（）", "[]", "【】", "〔〕", "{}", "<>", "《》", "「」"]

Planted = tuple[str, str]
"""A text, and the code of what is to be found in it."""


def mobile(chance: random.Random) -> str:
    return f"1{chance.choice('3456789')}{''.join(chance.choices('0123456789', k=9))}"


def identity(chance: random.Random, region: str = "110199") -> str:
    born = f"1900{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}"
    body = f"{region}{born}{chance.randrange(1000):03d}"
    return body + mod_11_2.calc_check_digit(body)


def old_identity(chance: random.Random) -> str:
    return f"110199{chance.randrange(10):02d}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}{chance.randrange(1000):03d}"


def card(chance: random.Random, start: str = "622202", length: int = 19) -> str:
    body = start + "".join(chance.choices("0123456789", k=length - len(start) - 1))
    return body + luhn.calc_check_digit(body)


def grouped(digits: str, *lengths: int, between: str = " ") -> str:
    """The digits in groups; the last takes the rest."""
    groups, at = [], 0
    for length in lengths:
        groups.append(digits[at : at + length])
        at += length
    return between.join([*groups, digits[at:]])


def planted() -> list[Planted]:
    """All of them."""
    chance = random.Random(16)
    found: list[Planted] = []
    for rule in (_mobiles, _identities, _cards, _words, _mails, _everyday):
        found += rule(chance)
    return found


def _mobiles(chance: random.Random) -> Iterator[Planted]:
    made: list[Callable[[str], str]] = [lambda n, script=script: n.translate(script) for script in _SCRIPTS]
    made += [lambda n, gap=gap: grouped(n, 3, 4, between=gap) for gap in _BETWEEN]
    made += [lambda n, gap=gap: gap.join(n) for gap in _BETWEEN]
    made += [lambda n, gap=gap: grouped(n, 4, 4, between=gap) for gap in " -.·"]
    made += [lambda n, gap=gap: grouped(n, 3, between=gap) for gap in " -·"]
    made += [lambda n, pair=pair: f"{pair[0]}{n[:3]}{pair[1]}{n[3:7]}{pair[0]}{n[7:]}{pair[1]}" for pair in _BRACKETS]
    made += [lambda n, pair=pair: pair[0] + n + pair[1] for pair in _BRACKETS[:4]]
    made += [
        lambda n, head=head: head + n
        for head in ("Tel", "wx", "电话", "0", "+86", "0086", "86-", "(+86)", "+86 ", "电话:", "☎", "统一")
    ]
    made += [
        lambda n: f"wx{n}.png",
        lambda n: f"电话{n}转",
        lambda n: f"a{n}b",
        lambda n: f"{n}（微信同号）",
        lambda n: f"张工{n}李工",
    ]
    made += [
        lambda n: f"**{n[:3]}**{n[3:7]}**{n[7:]}**",
        lambda n: f"<b>{n[:3]}</b>{n[3:]}",
        lambda n: "\ufe0f\u20e3".join(n) + "\ufe0f\u20e3",
    ]
    made += [
        lambda n: f"{n[:3].translate(_CHINESE)}{n[3:]}",
        lambda n: n[:7] + n[7:].translate(_CIRCLED),
        lambda n: f"统{n.translate(_CHINESE)}号",
    ]
    made += [
        lambda n: f"{n[:3]} {n[3:7]}\n{n[7:]}",
        lambda n: f"{n[:7]}\n{n[7:]}",
        lambda n: f"{n[:3]}\n{n[3:7]}\n{n[7:]}",
    ]
    made += [
        lambda n: f"联系{n[:3]} {n[3:7]}\nintro: {n[7:]} 找他",
        lambda n: f"{n[:7]}\nslogan: {n[7:]}",
        lambda n: f"- {n[:3]}\n- {n[3:7]}\n- {n[7:]}",
    ]
    made += [
        lambda n: f"{{a: {n[:3]} {n[3:7]}, b: {n[7:]}}}",
        lambda n: f"| {n[:3]} | {n[3:7]} | {n[7:]} |",
        lambda n: f"电话{n[:5]}\n{n[5:]}",
    ]
    made += [
        lambda n: f"# {n[:3]} {n[3:7]}\n# {n[7:]}",
        lambda n: f"{n[:3]},{n[3:7]},{n[7:]}",
        lambda n: f"手机 {n[0]} {n[1:3]} {n[3:6]} {n[6:8]} {n[8:]}",
    ]
    made += [lambda n: f"{n[:4]}\n\n{n[4:]}", lambda n: f'"{n[:7]}"\n"{n[7:]}"']
    for make in made:
        yield make(mobile(chance)), "personal-mobile"


def _identities(chance: random.Random) -> Iterator[Planted]:
    made: list[Callable[[str], str]] = [lambda n, script=script: n.translate(script) for script in _SCRIPTS]
    made += [lambda n, gap=gap: grouped(n, 6, 8, between=gap) for gap in _BETWEEN]
    made += [lambda n, gap=gap: gap.join(n) for gap in _BETWEEN]
    made += [
        lambda n: grouped(n, 6, 4, 4),
        lambda n: grouped(n, 3, 3, 4, 2, 2, 3),
        lambda n: grouped(n, 4, 4, 4, 4),
        lambda n: grouped(n, 17),
    ]
    made += [
        lambda n: f"{n[:6]}（{n[6:14]}）{n[14:]}",
        lambda n: f"身份证{n}号",
        lambda n: f"SFZ{n}.jpg",
        lambda n: f"{n[:9]}\n{n[9:]}",
    ]
    made += [
        lambda n: f"{n[:6]}\nb: {n[6:14]}\nc: {n[14:]}",
        lambda n: f"{n[:1]}\n{n[1:5]}\n\n{n[5:]}",
        lambda n: f"1 {n} 2013",
    ]
    for make in made:
        yield make(identity(chance)), "personal-identity"
    ending = next(n for n in iter(lambda: identity(chance), "") if n[-1] == "X")
    for check in "xХх×Ｘ":
        yield ending[:-1] + check, "personal-identity"
        yield f"{grouped(ending[:-1], 6, 8, between='-')} {check}", "personal-identity"
    for region in ("810000", "820000", "830000"):
        yield identity(chance, region), "personal-identity"
        yield grouped(identity(chance, region), 6, 8), "personal-identity"
    yield identity(chance, "911840"), "personal-identity"
    for make in (
        str,
        lambda n: grouped(n, 6, 6, between="-"),
        lambda n: f"身份证号{grouped(n, 3, 3, 2, 2, 2)}",
        lambda n: n.translate(_FULL),
    ):
        yield make(old_identity(chance)), "personal-identity"


def _cards(chance: random.Random) -> Iterator[Planted]:
    for start, length in (
        ("622202", 19),
        ("621700", 19),
        ("356833", 16),
        ("436742", 16),
        ("520108", 16),
        ("603367", 18),
        ("625965", 16),
    ):
        yield card(chance, start, length), "personal-card"
        yield grouped(card(chance, start, length), 4, 4, 4, 4 if length > 16 else 0).strip(), "personal-card"
        yield f"卡号{card(chance, start, length)}", "personal-card"
    for script in _SCRIPTS[:4]:
        yield card(chance).translate(script), "personal-card"
    for gap in "-·.*_":
        yield grouped(card(chance), 4, 4, 4, 4, between=gap), "personal-card"
    yield f"账号：{''.join(chance.choices('123456789', k=19))}", "personal-card"
    yield f"银行卡 {grouped('9558' + ''.join(chance.choices('123456789', k=15)), 4, 4, 4, 4)}", "personal-card"


def _words(chance: random.Random) -> Iterator[Planted]:
    def digits(count: int) -> str:
        return chance.choice("12345678") + "".join(chance.choices("0123456789", k=count - 1))

    for text in (
        "护照E{8}",
        "护照号：EA{7}",
        "passport no. G{8}",
        "Passport: D {8}",
        "护照号码 S{8}",
        "E{8}（护照）",
        "护照P{7}",
        "护照 Ｅ{8}",
    ):
        yield _filled(text, digits), "personal-passport"
    for text in (
        "港澳通行证C{8}",
        "往来港澳通行证号：W{8}",
        "台胞证{8}",
        "台胞证号 0{7}",
        "往来台湾通行证 L{8}",
        "回乡证H{10}",
        "大陆通行证号：{8}",
        "通行证CA{7}",
    ):
        yield _filled(text, digits), "personal-permit"
    for text in (
        "闽D{5}",
        "闽D·{5}",
        "闽D {5}",
        "京A-{5}",
        "沪AD{5}",
        "粤BF{5}",
        "苏E{5}D",
        "闽C1A{3}",
        "车牌：浙A{5}",
        "鲁ｂ{5}",
    ):
        yield _filled(text, digits), "personal-plate"
    for text in (
        "微信：abc_{4}",
        "微信号 zhang{3}",
        "wx: lisi_hao",
        "加V：wang{4}",
        "WeChat: zhao-{3}",
        "vx：sun{5}",
        "V信号：qian{3}",
        "wxid_{6}ab",
        "微信号是liming",
    ):
        yield _filled(text, digits), "personal-chat"
    for text in ("QQ：{9}", "QQ {8}", "qq号{6}", "扣扣{9}", "QQ号码是{10}", "ＱＱ：{7}", "扣扣号：{5}"):
        yield _filled(text, digits), "personal-chat"
    for text in (
        "0592-5{6}",
        "0592 5{6}",
        "(0592)5{6}",
        "（0592）5{6}",
        "010-6{7}",
        "021—5{7}",
        "0592-5{2} {4}",
        "家里电话05925{6}",
        "０５９２－5{6}",
        "0592·5{6}",
    ):
        yield _filled(text, digits), "personal-landline"
    for text in (
        "湖滨南路{2}号{3}室",
        "莲花新村3栋2单元{3}室",
        "{2}号楼1单元{3}室",
        "文园路{2}号之一{3}室",
        "前埔{2}号楼{4}室",
        "海沧{1}幢{4}",
        "禾祥西路{3}号{2}层{4}室",
        "１２号楼３单元{3}",
    ):
        yield _filled(text, digits), "personal-home"


def _filled(text: str, digits: Callable[[int], str]) -> str:
    for count in range(1, 11):
        while f"{{{count}}}" in text:
            text = text.replace(f"{{{count}}}", digits(count), 1)
    return text


def _mails(_: random.Random) -> Iterator[Planted]:
    texts = """zhang.san@example.org|zhang＠example.org|zhang﹫example.org|zhang@example．org|zhang @ example.org|zhang@ example .org
zhang(at)example.org|zhang[at]example.org|zhang{at}example.org|zhang（at）example.org|zhang#at#example.org|zhang at qq.com|zhang (at) qq (dot) com
zhang[at]example[dot]org|zhang at example dot org|zhang艾特qq点com|zhang@qq点com|邮箱zhang@163.com。|zhang<at>example.org|zhang AT 163 DOT com
zhang[@]example.org|zhang(@)example.org|１２３４５６＠ｑｑ．ｃｏｍ|123456@qq.com|zhang_at_qq.com"""
    for text in texts.replace("\n", "|").split("|"):
        yield text, "personal-mail"


def _everyday(chance: random.Random) -> Iterator[Planted]:
    for text in (
        "有事打我手机{}",
        "联系人：示例甲，{}",
        "报名请加{}（微信同号）",
        "示例甲 {} 示例乙",
        "tel:{}",
        "[拨打](tel:+86{})",
        "{}（示例师傅）",
        "电话/微信：{}",
        "24小时{}",
        "第3号{}",
        "SOS:{}!",
        "Mob.{}",
    ):
        yield text.format(mobile(chance)), "personal-mobile"


def harmless() -> list[str]:
    """A thousand numbers of other kinds, as records and notices have them."""
    chance = random.Random(61)
    kinds = (_papers, _dated, _measured, _technical)
    return [text for _ in range(50) for kind in kinds for text in kind(chance)][:1000]


def _some(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _papers(chance: random.Random) -> Iterator[str]:
    year = chance.randrange(1999, 2026)
    yield f"ZL{year}1{_some(chance, 7)}.{chance.choice('0123456789X')}"
    yield f"统一社会信用代码 91350200MA{_some(chance, 5)}{chance.choice('XYKL')}{_some(chance, 2)}"
    yield f"厦工办〔{year}〕{chance.randrange(1, 99)}号"
    yield f"GB/T {chance.randrange(1000, 50000)}.{chance.randrange(1, 40)}—{year}"
    yield f"ISBN 978-7-{_some(chance, 3)}-{_some(chance, 5)}-{_some(chance, 1)}"


def _dated(chance: random.Random) -> Iterator[str]:
    year, month, day = chance.randrange(1990, 2026), chance.randrange(1, 13), chance.randrange(1, 29)
    yield f"{year}-{month:02d}-{day:02d}至{year + 1}-{month:02d}-{day:02d}"
    yield f"{year}.{month}.{day}—{year}.{month}.{day + 1}，第{chance.randrange(1, 30)}期"
    yield f"{chance.randrange(100, 200)}\t{year}-{month:02d}-{day:02d}"
    yield " ".join(str(year + n) for n in range(chance.randrange(2, 8)))
    yield f"订单{year}{month:02d}{day:02d}{_some(chance, 6)}"


def _measured(chance: random.Random) -> Iterator[str]:
    yield f"{chance.randrange(1, 20)},{_some(chance, 3)},{_some(chance, 3)}.{_some(chance, 2)} 万元"
    yield " ".join(str(chance.randrange(10, 2000)) for _ in range(chance.randrange(3, 8)))
    yield f"{chance.randrange(13, 20)},{_some(chance, 3)},{_some(chance, 3)},{_some(chance, 3)} 元"
    yield "\n".join(str(chance.randrange(100, 20000)) for _ in range(chance.randrange(2, 8)))
    yield f"东经{chance.randrange(73, 135)}.{_some(chance, 6)}，北纬{chance.randrange(18, 53)}.{_some(chance, 6)}"


def _technical(chance: random.Random) -> Iterator[str]:
    yield f"v{chance.randrange(1, 20)}.{chance.randrange(30)}.{chance.randrange(99)}, 端口{chance.randrange(1024, 65535)}"
    yield f"{chance.randrange(1, 224)}.{chance.randrange(256)}.{chance.randrange(256)}.{chance.randrange(1, 255)}"
    yield f"分机{chance.randrange(8000, 8999)}，热线12351，400-{_some(chance, 3)}-{_some(chance, 4)}"
    yield f"设备编号 {chance.choice(['SN', 'EQ', 'No.'])}{_some(chance, chance.randrange(6, 11))}"
    yield f"{chance.randrange(2010, 2025)}年培训{chance.randrange(10, 999)}人、{chance.randrange(10, 99)}场，{chance.randrange(100, 9999)}课时"
