"""Addresses at which somebody may live: a house with a room, a building of an estate, a house in a lane or in a village, or any house after 家住.

Where an employer works is no such place: 工业园12号, 厂区3号楼, 2号楼201实验室. An office's address is given without the room.
"""

import re
from collections.abc import Iterator

from laomo.text.digit_runs import DIGIT
from laomo.text.personal_numbers import PersonalNumber

_BEFORE, _BEHIND, _TOGETHER = 48, 60, 400
"""Characters around a word that are looked at, and behind it in one go."""
_BESIDE = 16
"""Characters around the building of an estate in which a word may say that it is somebody's work."""
_GAP = r"[^\w\n]{0,3}"
_UNIT = r"(?![年月日平米m㎡人个家间套台件份项次%])"
_AT_WORK = (
    r"(?!\s?[^\W\d]{0,4}(?:实验室|会议室|工作室|教室|办公室|培训室|研究室|活动室|诊室|科室|工作间|车间|机房|展厅|库房))"
)
_HOUSE = "号楼|号院|号|弄|栋|幢|座"
_ROOM = re.compile(
    rf"{DIGIT}{{1,5}}{_GAP}[A-Za-z]?(?:{_HOUSE})(?:之{DIGIT})?(?:[^。；！？\n]{{0,16}}?)"
    rf"(?:(?<=之{DIGIT}){DIGIT}{{3,4}}室|(?<!{DIGIT})(?:{DIGIT}{{3,4}}(?:室|房)|(?<=[栋幢座楼层元\s-]){DIGIT}{{1,4}}室"
    rf"|(?<=[栋幢楼元])-?{DIGIT}{{3,4}}(?!{DIGIT}){_UNIT}{_AT_WORK}))"
)
_ESTATE = "小区|花园|花苑|家园|公寓|新村|嘉园|嘉苑|佳园|佳苑|雅苑|雅园|豪庭|华庭|宿舍|家属院|家属区|家属楼|生活区|住宅楼|安置房"
_BUILDING = "号楼|号|栋|幢|座|单元|排"
_IN_ESTATE = re.compile(
    rf"(?:{_ESTATE})[一二三四五六七八九十ABCDEabcde区期东西南北里（）()、\s]{{0,4}}{DIGIT}{{1,4}}{_GAP}"
    rf"(?:{_BUILDING}|[#＃\-—]{_GAP}{DIGIT}{{1,4}})(?![线机泵井炉站变闸门岗馆厅])"
)
_BUILT = re.compile(
    r"承建|施工|改造|加装|安装|维修|抢修|检修|建设|项目|工程|物业|供[水电热气]|服务|慰问|救援|设计|监理|验收"
)
"""Words by which a building is somebody's work: 承建某某小区12号楼."""
_LANE = re.compile(rf"{DIGIT}{{1,5}}{_GAP}弄{_GAP}{DIGIT}{{1,4}}{_GAP}号")
_VILLAGE = re.compile(
    rf"[村屯寨](?:[^\W\d]{{0,5}}?)(?:第?{DIGIT}{{1,3}}(?:村民小)?[组队社]|[里巷厝]){_GAP}{DIGIT}{{1,4}}{_GAP}号(?![楼线机泵井炉站变闸矿库])"
)
_WHERE = "号|栋|幢|座|单元|弄|组|室"
_LIVES = re.compile(
    rf"(?:家住|住址|家庭地址|现住|居住地址|居住在|居住地|户籍地址|户籍所在地|住在|租住|家在)[是为于在：:\s]{{0,3}}[^，。；\n]{{1,30}}?{DIGIT}{{1,5}}{_GAP}"
    rf"(?:{_WHERE})"
)
_WORDS = re.compile(
    rf"室(?<={DIGIT}室)|房(?<={DIGIT}房)|单元(?={_GAP}{DIGIT})|栋(?<={DIGIT}栋)(?=-?{DIGIT})|幢(?<={DIGIT}幢)(?=-?{DIGIT})|号楼(?=-?{DIGIT})|弄|村|屯|寨|{_ESTATE}|家住|住址|家庭地址|现住|居住|户籍|住在|租住|家在"
)
"""Each begins with a character of its own: then a text without any of them is passed over ten times as fast."""
_NUMBERED = re.compile(rf"{DIGIT}{_GAP}[A-Za-z]?(?:{_HOUSE}|{_BUILDING}|{_WHERE})|(?:{_ESTATE}).{{0,4}}{DIGIT}")
"""A number with what it may be that of, or behind the name of an estate."""
NEEDED = (_WORDS, _NUMBERED)
"""Both are in every text in which there is anything to find."""


def find(text: str) -> Iterator[PersonalNumber]:
    """Each in a text. Words close to one another are looked at together."""
    done = -1
    for word in _WORDS.finditer(text):
        if word.start() >= done:
            start = max(0, word.start() - _BEFORE)
            yield from _within(start, text[start : word.start() + _TOGETHER])
            done = word.start() + _TOGETHER - _BEHIND


def _within(start: int, near: str) -> Iterator[PersonalNumber]:
    for pattern in (_ROOM, _LANE, _VILLAGE, _LIVES):
        yield from (_placed(start, found) for found in pattern.finditer(near))
    for found in _IN_ESTATE.finditer(near):
        if not _BUILT.search(near[max(0, found.start() - _BESIDE) : found.end() + _BESIDE // 2]):
            yield _placed(start, found)


def _placed(start: int, found: re.Match[str]) -> PersonalNumber:
    return PersonalNumber(start + found.start(), start + found.end(), "personal-home", found[0])
