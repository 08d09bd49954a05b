"""Questions for a person, drawn from the records of a site; and the small tools of all questions that are drawn."""

import random
import re

from benchmarks.search.natural import Line
from benchmarks.search.said import Said

from laomo.pages.search import name_readings
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio

_HAN = re.compile("[\u4e00-\u9fff]+")
_TRADITIONAL = dict(
    zip(
        "陈黄张吴刘郑杨许苏罗谢叶卢庄萧华丽国荣庆强宝兰凤龙云东爱义伟军贵红琼锦铭鸿辉钦顺晓医电厂务业发设备机车学湾岛银书馆园区团运输装修应项协测绘绿环卫护轻纺织厦门澜丰沧",
        "陳黃張吳劉鄭楊許蘇羅謝葉盧莊蕭華麗國榮慶強寶蘭鳳龍雲東愛義偉軍貴紅瓊錦銘鴻輝欽順曉醫電廠務業發設備機車學灣島銀書館園區團運輸裝修應項協測繪綠環衛護輕紡織廈門瀾豐滄",
        strict=True,
    )
)


def of_a_person(said: Said, line: Line, by: random.Random) -> tuple[str, frozenset[str]]:
    """What is typed to find a leader, and the addresses that answer it."""
    studio, name = _person(said.registry, by)
    way = name_readings.readings(name)[0]
    surname, given, pinyin = name[0], name[1:], "".join(way)
    trade = trade_of(studio, name)
    values = {
        "名": name,
        "名字": given,
        "姓": surname,
        "末": name[-1],
        "隔开": " ".join(name),
        "行当": trade,
        "拼音": pinyin,
        "拼音大写": pinyin.upper(),
        "缩写": "".join(s[0] for s in way),
        "拼音分写": f"{way[0].title()} {''.join(way[1:]).title()}",
        "拼音姓": way[0].title(),
        "拼音名": "".join(way[1:]).title(),
        "拼音倒": f"{''.join(way[1:]).title()} {way[0].title()}",
        "同音": _homophone(name, by),
        "繁体": traditional(name),
        "单位头": studio.record.units[0][:4],
    }
    text = filled(line.text, values)

    def is_meant(other: str, of: Studio) -> bool:
        if line.rule == "surname":
            return other[0] == surname and trade in "\n".join(_trades(of))
        if line.rule == "given":
            return other.endswith(given)
        if re.search("姓}X|什么", line.text):
            return other[0] == surname and other[-1] == name[-1]
        if "缩写" in line.text:
            return "".join(s[0] for s in name_readings.readings(other)[0]) == values["缩写"]
        return any("".join(each) == pinyin for each in name_readings.readings(other))

    found = said.studios(lambda s: any(is_meant(leader.name, s) for leader in s.leaders))
    return text, said.of_studios(found)


def _person(registry: Registry, by: random.Random) -> tuple[Studio, str]:
    while True:
        studio = by.choice(registry.active_studios)
        names = [leader.name for leader in studio.leaders if len(leader.name) == 3 and _HAN.fullmatch(leader.name)]
        if names:
            return studio, by.choice(names)


def _trades(studio: Studio) -> list[str]:
    return [text for leader in studio.leaders for text in (*leader.specialities, leader.job) if text]


def trade_of(studio: Studio, name: str) -> str:
    """The first skill of a leader that is one short word."""
    words = [word for leader in studio.leaders if leader.name == name for word in leader.specialities]
    return next((word for word in words if len(word) <= 6 and _HAN.fullmatch(word)), "")


def _homophone(name: str, by: random.Random) -> str:
    groups = [line for line in name_readings.sound_table().split("\n") if name[-1] in line]
    others = [c for line in groups for c in line if ord(c) > 255 and c != name[-1]]
    return name[:-1] + by.choice(others) if others else ""


def traditional(text: str) -> str:
    """The text in traditional characters; empty if that is the same."""
    other = "".join(_TRADITIONAL.get(sign, sign) for sign in text)
    return "" if other == text else other


def filled(text: str, values: dict[str, str]) -> str:
    """The text with its braces filled; empty if one of the values is."""
    wanted = re.findall(r"\{(.+?)\}", text)
    if not all(values.get(each) for each in wanted):
        return ""
    for each in wanted:
        text = text.replace(f"{{{each}}}", values[each])
    return text
