"""What a word beside it, or its form, makes personal: papers for travelling, number plates, names on WeChat and QQ, mail.

Sources: the forms of passports and permits (National Immigration Administration), GA 36 (number plates).
"""

import re
from collections.abc import Iterable, Iterator

from laomo.text.digit_runs import DIGIT
from laomo.text.personal_numbers import PersonalNumber

_BEFORE, _BEHIND = 48, 48
"""Characters around a word that are looked at."""
_TOGETHER = 400
"""Characters behind a word that are looked at in one go."""
_GAP = r"[^\w\n]{0,3}"
_IS = r"(?:[^\w\n]|[_\n是为号码證证件编的]|no|NO|No|ID|id|number){0,12}?"
_LATIN = re.compile(r"[PpWwVvQqＱＶＷ](?:(?i:assport|echat|eixin|xid_)|[XxＸ](?![A-WYZa-wyz])|(?<=[QqＱ])[QqＱ])")
"""Words in Latin letters; what follows a set of characters is found fast."""
_PAPERS = ("护照", "護照")
_PERMITS = ("通行证", "通行證", "台胞证", "回乡证", "返乡证", "永居", "永久居留")
_CHATS = ("微信", "薇信", "威信", "V信", "v信", "加V", "加v", "扣扣", "企鹅号")
_DIGITS_7_10 = rf"(?:{_GAP}{DIGIT}){{7,10}}(?!{DIGIT})"
_PASSPORT = re.compile(
    rf"(?<![A-Za-z0-9])[EGDSPKHMegdspkhmＥＧＤＳＰ]{_GAP}[A-Za-zＡ-Ｚ]?(?:{_GAP}{DIGIT}){{7,8}}(?!{DIGIT})"
)
_PERMIT = re.compile(rf"(?<![A-Za-z0-9])(?:[CWHMLTcwhmlt][A-Za-z]?{_DIGITS_7_10}|[A-Z]{{3}}(?:{_GAP}{DIGIT}){{12}})")
_PERMIT_DIGITS = re.compile(
    rf"(?:台胞证|大陆通行证){_IS}(?<!{DIGIT})(?={DIGIT})(?!(?:19|20)\d\d[01]\d[0-3]\d(?!\d))({_DIGITS_7_10})"
)
_WECHAT = re.compile(
    r"(?:微信|薇信|威信|[Vv]信|加[Vv]|(?<![A-Za-z])(?i:wechat|weixin|[wv]x))(?P<is>" + _IS + r")"
    r"(?P<id>(?!number(?![A-Za-z0-9_-]))[A-Za-z][A-Za-z0-9_-]{5,19})(?![A-Za-z0-9@.])"
)
_WECHAT_OWN = re.compile(r"(?P<id>wxid_[a-z0-9]{6,30})")
_QQ = re.compile(rf"(?:[QqＱ]{{2}}|扣扣|企鹅){_IS}(?P<id>{DIGIT}(?:{_GAP}{DIGIT}){{4,10}})(?!@)(?!{_GAP}{DIGIT})")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_PLATE = re.compile(
    rf"[{_PROVINCES}][^\S\n]?(?P<city>[A-HJ-Za-hj-zＡ-Ｚａ-ｚ]){_GAP}"
    rf"(?P<rest>[0-9A-HJ-NP-Za-hj-np-z０-９](?:{_GAP}[0-9A-HJ-NP-Za-hj-np-z０-９]){{4,5}})(?![0-9A-Za-z０-９])"
)
_ORDINARY = re.compile("(?:[创革更最全翻高清刷重][新]|[航白华阿腾讯]云|[年]青|[安]宁|[四]川)$")
_NEW_ENERGY = re.compile(r"[A-HJK]\d{5}|[A-HJK][A-HJ-NP-Z]\d{4}|\d{5}[A-HJK]", re.IGNORECASE)
_AT = "@＠﹫"
_OPEN, _CLOSE = r"\s(\[{<#（［｛【〔《*_-", r"\s)\]}>#）］｝】〕》*_\-"
_SAID_AT = [re.compile(rf"{sign}(?<=[{_OPEN}]{sign})(?=[{_CLOSE}])") for sign in ("at", "AT", "At")]
_SAID_AT += [re.compile(sign) for sign in ("艾特", "圈a", "圈A")]
_WIDE = "A-Za-z0-9Ａ-Ｚａ-ｚ０-９"
_LOCAL = re.compile(rf"(?<![{_WIDE}.%+_-])[{_WIDE}][{_WIDE}._%+-]{{0,63}}[{_OPEN}]{{0,3}}$")
_LABEL = rf"[{_WIDE}](?:[{_WIDE}-]{{0,62}}[{_WIDE}])?"
_DOT = rf"(?:[.．。]|点|[{_CLOSE}{_OPEN}](?:[dD][oO][tT]|点|[.．])[{_CLOSE}{_OPEN}])"
_TOP = r"(?:com|cn|net|org|edu|gov|COM|CN)(?![A-Za-z0-9])"
_DOMAIN = re.compile(
    rf"[{_CLOSE}]{{0,3}}{_LABEL}(?:(?:{_DOT}{_LABEL})+|(?:\s?{_DOT}\s?{_LABEL}){{0,3}}\s?{_DOT}\s?{_TOP})"
)
_HOST = re.compile(
    rf"[{_CLOSE}]{{0,3}}(?i:qq|163|126|139|189|gmail|outlook|hotmail|foxmail|sina|sohu|yeah|icloud|aliyun)\s?{_DOT}\s?{_TOP}"
)
_SPELLED = re.compile(rf"\s{{0,2}}{_LABEL}(?:[{_OPEN}](?:[dD][oO][tT])[{_CLOSE}]{_LABEL})+")
_SIGNS = re.compile("|".join([*_AT, *_PAPERS, *_PERMITS, *_CHATS, *(pattern.pattern for pattern in _SAID_AT)]))
NEEDED = (_SIGNS, _LATIN, _PLATE)
"""One of these is in every text in which there is anything to find."""


def find(text: str) -> Iterator[PersonalNumber]:
    """Each in a text, kind by kind."""
    yield from _mails(text)
    latin = [found.start() for found in _LATIN.finditer(text)]
    for start, near in _near(text, (*_positions(text, _PAPERS), *latin)):
        yield from _passports(start, near)
    for start, near in _near(text, _positions(text, _PERMITS)):
        yield from _permits(start, near)
    for start, near in _near(text, (*_positions(text, _CHATS), *latin)):
        yield from _names(start, near)
    yield from _plates(text)


def _positions(text: str, words: Iterable[str]) -> Iterator[int]:
    for word in words:
        at = text.find(word)
        while at >= 0:
            yield at
            at = text.find(word, at + 1)


def _near(text: str, positions: Iterable[int]) -> Iterator[tuple[int, str]]:
    """What stands around each word, and where that begins; words close to one another are looked at together."""
    done = -1
    for at in sorted(positions):
        if at > done:
            start = max(0, at - _BEFORE)
            yield start, text[start : at + _TOGETHER]
            done = at + _TOGETHER - _BEHIND


def _passports(start: int, near: str) -> Iterator[PersonalNumber]:
    if any(word in near for word in _PAPERS) or "passport" in near.lower():
        for found in _PASSPORT.finditer(near):
            yield _placed(start, found, "personal-passport")


def _permits(start: int, near: str) -> Iterator[PersonalNumber]:
    for found in _PERMIT.finditer(near):
        yield _placed(start, found, "personal-permit")
    for found in _PERMIT_DIGITS.finditer(near):
        yield _placed(start, found, "personal-permit", 1)


def _names(start: int, near: str) -> Iterator[PersonalNumber]:
    """WeChat and QQ. A word that only follows 微信 is a name of somebody if a sign or 号 leads to it, or it holds a digit."""
    for found in _WECHAT.finditer(near):
        if found["is"].strip(" \t") or re.search(r"[0-9_]", found["id"]):
            yield _placed(start, found, "personal-chat", "id")
    for pattern in (_WECHAT_OWN, _QQ):
        for found in pattern.finditer(near):
            yield _placed(start, found, "personal-chat", "id")


def _plates(text: str) -> Iterator[PersonalNumber]:
    for found in _PLATE.finditer(text):
        rest = re.sub(r"\W", "", found["rest"])
        digits = sum(character.isdigit() for character in rest)
        usual = (len(rest) == 5 and digits >= 3) or _NEW_ENERGY.fullmatch(rest)
        if usual and not _ORDINARY.search(text, max(0, found.start() - 1), found.start() + 1):
            yield PersonalNumber(*found.span(), "personal-plate", found[0])


def _mails(text: str) -> Iterator[PersonalNumber]:
    for sign in _AT if any(sign in text for sign in _AT) else "":
        for at in _positions(text, sign):
            yield from _mail(text, at, at + 1, (_DOMAIN,))
    for pattern in _SAID_AT:
        for found in pattern.finditer(text):
            plain = text[found.start() - 1] in " _-\t\u3000"
            yield from _mail(text, *found.span(), (_HOST, _SPELLED) if plain else (_DOMAIN,))


def _mail(text: str, at: int, behind: int, domains: Iterable[re.Pattern[str]]) -> Iterator[PersonalNumber]:
    """The address around a sign, if there is one: what is before it and one of the domains behind it."""
    first = max(0, at - 70)
    name = _LOCAL.search(text[first:at])
    host = next(filter(None, (domain.match(text, behind) for domain in domains)), None) if name else None
    if name and host:
        yield PersonalNumber(first + name.start(), host.end(), "personal-mail", text[first + name.start() : host.end()])


def _placed(start: int, found: re.Match[str], code: str, group: int | str = 0) -> PersonalNumber:
    return PersonalNumber(start + found.start(group), start + found.end(group), code, found[group])
