"""The people whom one cell of a list names: 王明、李强 · 王芳(女) · 1.王浩 2.李浩 · 原：王辉 现：李敏 · 王超等3人.

What is no part of a name is set aside for somebody to look at; where it cannot be known who is meant, nothing is taken.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from laomo.text import person_names, spaced_names
from laomo.text.person_names import LEADS, TITLES, tidy

_LONGEST = 600
"""No cell that names people has so many characters."""
_SHORT = 4
"""Characters that surname and given name do not have."""
_ENDS = " \t\n、，,；;。.．"
_MARKS = "*＊※☆★▲△●◆■#†‡√✓"
_NUMBER = re.compile(
    r"(?:^|(?<=[\s、，,；;]))(?:[（(【]\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[)）】]|\d{1,2}\s*[.．、)）](?!\d)|[一二三四五六七八九十]、)|[①-⑳⒈-⒛⑴-⒇]|[（(](?:\d{1,2}|[一二三四五六七八九十])[)）](?=[^\W\d])"
)
"""What numbers the people in a cell: 1. （2） ③."""
_LETTER = re.compile(r"[^\W\d]")
_SEPARATOR = re.compile(r"[、，,；;/／|｜＆&＋+\n]|以及|(?<=\s)[和与及](?=\s)")
_BRACKETS = re.compile(r"[（(\[【〔［<＜《]([^（()）\[\]【】〔〕［］<>＜＞《》]*)[)）\]】〕］>＞》]")
_LABEL = re.compile(r"(?:^|(?<=[\s、，,；;。]))([^\W\d]{1,10}?)\s*[：:]")
_CHANGED = re.compile(
    r"原(?:领衔人|任)?(?P<before>[^，,、；;。：:\s]{2,6}?)[，,、；;。\s]*现(?:领衔人|任|为|由)?(?P<now>[^，,、；;。：:\s]{2,6}?)"
)
_FORMER = re.compile(r"前|曾任|已故|原.*|前任.*|历任.*|.*已卸任")
_MEMBER = re.compile(r".*(?:成员|组员|队员|骨干|徒弟|学员|参与人|联系人|联络员|填表人|推荐人|指导)")
_OTHERS = re.compile(r"(?<=\S\S)\s*等\s*(?:[\d一二三四五六七八九十两]+\s*[人名位]|人|同志|多人|$)")
_ABOUT = re.compile(
    r"男|女|[^\W\d]{1,5}族|(?:中共)?党员|\d\d[\d年月日.\-]*(?:出?生|岁|退休|起|任)?|已?退休|在职|已故|兼|等"
)
"""What is said of a person between separators, and is no name."""
_LEVEL = r"(?:全国|国家|中央|[^\W\d]{0,3}[省市区县部局厂])?(?:级|优秀)?"
_TITLE_FIRST = re.compile(rf"{_LEVEL}{TITLES}\s*(?=\S)")
_ROLES = ("共同领衔人", "领衔人", "带头人")
"""The roles that a record knows; other words say no more than that somebody leads the studio."""


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """One person; `role` is 领衔人, 共同领衔人 or 带头人 if the cell says so."""

    name: str
    role: str | None = None


@dataclass(slots=True)
class PeopleCell:
    """What a cell says of people."""

    people: list[NamedPerson] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """What stands beside the names, and the people who do not lead today."""
    doubt: str | None = None
    """Why it is not clear who is meant (a term); None when it is."""

    @property
    def names(self) -> list[str]:
        return [person.name for person in self.people]

    def set_aside(self, text: str) -> None:
        """Note what stands beside a name, unless it only says that somebody leads the studio today."""
        text = text.strip()
        if text and not LEADS.fullmatch(text) and not text.startswith(("现", "今")):
            self.remarks.append(text)


def read(text: str, *, by_line: bool = False) -> PeopleCell:
    """The people in a cell. `by_line`: of several lines each is one whole name, as in our own workbooks."""
    cell, text = PeopleCell(), re.sub("[\ue000\ue001]", "", text)
    if len(text) > _LONGEST:
        cell.doubt = "too-long-name"
        return cell
    if len(text) < _SHORT and person_names.is_full(text) and not person_names.doubt(text):
        return PeopleCell([NamedPerson(text)])  # as nearly all cells are
    if by_line and "\n" in text.strip():
        for line in filter(None, map(spaced_names.one, text.split("\n"))):
            _take(cell, line, None)
        return cell
    for marks in re.findall(f"[{re.escape(_MARKS)}]+", text):
        cell.set_aside(marks)
    text = _unnumbered(re.sub(f"[{re.escape(_MARKS)}]+", " ", text))
    if found := _CHANGED.fullmatch(text.strip()):
        text = f"原：{found['before']}\n现：{found['now']}"
    for label, part in _labelled(text):
        if _FORMER.fullmatch(label) or _MEMBER.fullmatch(label):
            cell.remarks.append(f"{label}：{part.strip(_ENDS)}")
        else:
            cell.set_aside(label)
            _take_all(cell, part, _role(label))
    if not cell.people and not cell.doubt and cell.remarks:
        cell.doubt = "no-name"
    return cell


def _unnumbered(text: str) -> str:
    """The text with a line for each person that it numbers."""

    def line(found: re.Match[str]) -> str:
        may_be_name = found[0][:-1].isalpha()
        return found[0] if may_be_name and _ends_with_surname(text[: found.start()]) else "\n"

    return _NUMBER.sub(line, text)


def _ends_with_surname(text: str) -> bool:
    """Whether a text ends with a character by itself: what follows is its given name, which may be a numeral: 张 三、李四."""
    name = text.rstrip()
    before = name[:-1].rstrip()
    if not _LETTER.fullmatch(name[-1:]) or name == text or "\n" in text[len(name) :]:
        return False
    return not before or before[-1] in "、，,；;" or "\n" in name[len(before) :]


def _labelled(text: str) -> Iterator[tuple[str, str]]:
    """The parts of a text, each with the word and the colon before it; an empty one before the first."""
    pieces = _LABEL.split(text)
    if pieces[0].strip():
        yield "", pieces[0]
    yield from zip(pieces[1::2], pieces[2::2], strict=True)


def _role(text: str) -> str | None:
    return text if text in _ROLES else None


def _take_all(cell: PeopleCell, text: str, role: str | None) -> None:
    """Take the people of a text that has no labels."""
    inside: list[tuple[str, str]] = []

    def stored(found: re.Match[str]) -> str:
        inside.append((found[0], found[1].strip()))
        return f"\ue000{len(inside) - 1}\ue001"

    text = _BRACKETS.sub(stored, text.strip(_ENDS))
    if text.isascii() and re.fullmatch(r"[^\W\d_]+\s*,\s*[^\W\d_]+", text):
        cell.doubt = "two-people"  # Smith, John: one person or two
        return
    for part in _joined_lines(_SEPARATOR.split(text), text):
        for name, remarks in _beside_remarks(part):
            _take_part(cell, name, [inside[int(number)] for number in remarks], role)


def _beside_remarks(part: str) -> Iterator[tuple[str, list[str]]]:
    """Each name in a part with the numbers of the remarks behind it; those in front of the first belong to it too."""
    pieces = re.split("((?:(?<!\\s)\\s*\ue000\\d+\ue001)+)", part)
    texts, remarks = pieces[::2], [re.findall(r"\d+", each) for each in pieces[1::2]] + [[]]
    if not texts[0].strip() and len(texts) > 1:
        first = remarks.pop(0)
        texts, remarks[0] = texts[1:], first + remarks[0]
    yield from ((text, notes) for text, notes in zip(texts, remarks, strict=True) if text.strip() or notes)


def _joined_lines(parts: list[str], text: str) -> list[str]:
    """The parts of a text; a name that a line break cuts in two, such as 王⏎明, is one part again."""
    if "\n" not in text or len(parts) != 2:
        return parts
    first, second = map(tidy, parts)
    cut = {len(first), len(second)} & {1} or first.endswith(person_names.DOT) or second.startswith(person_names.DOT)
    return [f"{first}{second}"] if cut or person_names.is_compound_surname(first) else parts


def _take_part(cell: PeopleCell, text: str, remarks: list[tuple[str, str]], role: str | None) -> None:
    """Take a name and the remarks in brackets beside it, each with and without the brackets."""
    bare = text.strip(" \t。.．")
    if _ABOUT.fullmatch(bare):
        cell.remarks.append(bare)
        return
    if any(_FORMER.fullmatch(remark) or _MEMBER.fullmatch(remark) for _, remark in remarks):
        cell.remarks.append(bare + "".join(shown for shown, _ in remarks))
        return
    for _, remark in remarks:
        role = _role(remark) or role
        cell.set_aside(remark)
    if found := _OTHERS.search(bare):
        cell.remarks.append(found[0].strip())
        bare = bare[: found.start()]
    for each in _without_titles(cell, bare):
        _take(cell, each, role)


def _without_titles(cell: PeopleCell, text: str) -> list[str]:
    """The names in a text from which titles have been taken: 王健 高级工程师 → 王健."""
    pieces = text.split()
    titles = [
        piece
        for piece in pieces
        if _ABOUT.fullmatch(piece) or (re.fullmatch(rf"\S*{TITLES}", piece) and not _ends_a_name(piece))
    ]
    if titles and len(titles) < len(pieces):
        for title in titles:
            cell.set_aside(title)
        text = " ".join(piece for piece in pieces if piece not in titles)
    if (found := _TITLE_FIRST.match(text)) and len(tidy(text[found.end() :])) > 1:
        cell.set_aside(found[0])
        text = text[found.end() :]
    if (found := re.search(f"(?:{TITLES})+$", text)) and len(tidy(text[: found.start()])) > 1:
        cell.set_aside(found[0])
        text = text[: found.start()]
    names = spaced_names.split(text)
    cell.doubt = cell.doubt or (None if names or not text.strip() else "two-people")
    return names


def _ends_a_name(piece: str) -> bool:
    """Whether a piece that ends in a title begins with a name: 王健高级工程师; not 全国劳模, although 全 is a surname."""
    rest = re.sub(f"(?:{TITLES})+$", "", piece)
    return person_names.is_full(rest) and not re.fullmatch(_LEVEL, rest)


def _take(cell: PeopleCell, name: str, role: str | None) -> None:
    cell.doubt = cell.doubt or person_names.doubt(name)
    if person_names.key(name) not in map(person_names.key, cell.names):
        cell.people.append(NamedPerson(name, role))
