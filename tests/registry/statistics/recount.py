"""An independent recount of the figures on the statistics pages: plain YAML in, tables out, none of our own code.

It shares only the records with the generator, so an error would have to be made twice to go unnoticed.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

LEVELS = ["全国", "行业", "省级", "市级", "区级", "企业级"]
RIGHTS = ["发明专利", "实用新型专利", "外观设计专利", "软件著作权"]
HONOURS = [
    ("劳动模范|劳模|先进工作者", "劳动模范"),
    ("五一劳动奖章", "五一劳动奖章"),
    ("五一劳动奖状", "五一劳动奖状"),
    ("工人先锋号", "工人先锋号"),
    ("工匠", "工匠"),
    ("技术能手|技能能手|首席技师|技能大师", "技术能手"),
    ("巾帼|三八", "巾帼荣誉"),
    ("竞赛|比武|先进集体|优胜", "竞赛与集体荣誉"),
    ("", "其他荣誉"),
]
MONEY = {"元": Decimal("0.0001"), "万元": Decimal(1), "百万元": Decimal(100), "亿元": Decimal(10000)}

Table = dict[str, list[str]]
"""Label of a row → its other cells, as published. If rows share a label, their second cell is part of it."""


def read(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 (strings only)


def tables(records: Path) -> tuple[dict[str, Table], dict[str, int]]:
    """Every table of the statistics by its key, and the figures that other pages show too."""
    unions = {union["id"]: union.get("short", union["name"]) for union in read(records / "unions.yml")["unions"]}
    as_of = read(records / "site.yml")["as_of"]
    until = int(as_of[:4])
    decisions = sorted((read(file) for file in records.glob("decisions/*.yml")), key=lambda each: each["date"])
    every = [_studio(file, decisions, as_of) for file in sorted(records.glob("*/*/studio.yml"))]
    _take_out_the_withdrawn(every)
    standing = [studio for studio in every if not studio["ended"]]
    items = [(s, year, a) for s in standing for year, record in s["years"] for a in _published(record)]
    found = _profiles(standing, unions) | _growth(every, until) | _achievements(items) | _benefits(items)
    found |= _people(standing) | _honours(standing)
    numbers = {
        "standing": len(standing),
        "qualified": sum(any(title["result"] == "达标" for title in studio["titles"]) for studio in standing),
        "achievements": len(items),
        "leaders": _heads(standing),
    }
    return {key: table for key, table in found.items() if table}, numbers


def _studio(file: Path, decisions: list[Any], as_of: str) -> dict[str, Any]:
    name = file.parent.name
    mine = [d for d in decisions if name in [each["studio"] for each in d["studios"]]]
    record = read(file)
    gone = bool(mine) and mine[-1]["result"] in ("撤销", "摘牌") and not _titles(mine)
    ended = record.get("status") in ("撤销", "合并", "迁出") or gone
    last = mine[-1]["date"] if mine and mine[-1]["result"] in ("撤销", "摘牌") else ""
    years = sorted((int(each.stem), read(each)) for each in file.parent.glob("[0-9]*.yml"))
    return {
        "union": file.parts[-3],
        "decisions": mine,
        "titles": _titles(mine),
        "valid": [title for title in _titles(mine) if title.get("valid_to", as_of) >= as_of],
        "record": record,
        "ended": ended,
        "ended_in": int((record.get("ended_on") or last or "0")[:4]) if ended else None,
        "years": years,
    }


def _titles(decisions: list[Any]) -> list[Any]:
    """Titles that were granted and not revoked later at the same level."""
    return [
        title
        for place, title in enumerate(decisions)
        if title["result"] in ("达标", "命名", "示范")
        and not any(d["result"] in ("撤销", "摘牌") and d["level"] == title["level"] for d in decisions[place:])
    ]


def _take_out_the_withdrawn(studios: list[Any]) -> None:
    """Remove people who have withdrawn, or whose honours are all revoked, from every studio that shares a unit with them."""
    gone = []
    for studio in studios:
        for leader in studio["record"]["leaders"]:
            honours = leader.get("honours", [])
            if "withdrawn" in leader or (honours and all(h.get("status") == "撤销" for h in honours)):
                gone.append((leader["name"], set(studio["record"]["units"])))
    for studio in studios:
        record = studio["record"]
        hidden = {name for name, units in gone if units & set(record["units"])}
        record["leaders"] = [leader for leader in record["leaders"] if leader["name"] not in hidden]


def _heads(standing: list[Any]) -> int:
    """Present leaders. Two with the same name and the same unit or honour are one person."""
    people: list[tuple[str, set[str]]] = []
    for studio in standing:
        for leader in _leaders(studio):
            marks = {*studio["record"]["units"], *(h["name"] + h["year"] for h in leader.get("honours", []))}
            known = [each for each in people if each[0] == leader["name"] and each[1] & marks]
            for each in known:
                each[1].update(marks)
            people += [] if known else [(leader["name"], marks)]
    return len(people)


def _published(record: Any) -> list[Any]:
    return [each for each in record.get("achievements", []) if each["disclosure"] != "不公开"]


def _leaders(studio: Any) -> list[Any]:
    everyone = studio["record"]["leaders"]
    return [each for each in everyone if "end" not in each] or everyone


def _rows(labels: Iterable[str]) -> Table:
    return {label: [str(number)] for label, number in Counter(labels).items()}


def _created(studio: Any) -> int | None:
    date = studio["record"].get("founded") or studio["record"].get("plaque")
    return int(date[:4]) if date else None


def _profiles(standing: list[Any], unions: dict[str, str]) -> dict[str, Table]:
    levels = []
    named = []
    for studio in standing:
        levels += sorted((title["level"] for title in studio["valid"]), key=LEVELS.index)[:1]
        named += [title["date"][:4] + "年" for title in studio["titles"] if title["result"] == "命名"][:1]
    records = [studio["record"] for studio in standing]
    return {
        "level": _rows(levels),
        "category": _rows(record["category"] for record in records),
        "type": _rows(each for record in records for each in record.get("types", [])),
        "kind": _rows(each for record in records for each in record.get("kinds", [])),
        "industry": _rows(record["industry"] for record in records if "industry" in record),
        "region": _rows(record["region"] for record in records),
        "union": _rows(unions[studio["union"]] for studio in standing),
        "founded": _rows(f"{_created(studio)}年" for studio in standing if _created(studio)),
        "named": _rows(named),
    }


def _growth(every: list[Any], until: int) -> dict[str, Table]:
    rows = {}
    first = min((year for studio in every if (year := _created(studio))), default=until + 1)
    for year in range(first, until + 1):
        there = [s for s in every if not s["ended"] or (s["ended_in"] or 0) > year]
        created = sum((_created(s) or 9999) <= year for s in there)
        titles = [_titles([d for d in s["decisions"] if int(d["date"][:4]) <= year]) for s in there]
        accepted = [any(title["result"] == "达标" for title in each) for each in titles]
        rows[f"{year}年"] = [str(created), str(sum(accepted))]
    return {"growth": rows}


def _achievements(items: list[Any]) -> dict[str, Table]:
    behind = defaultdict(set)
    for studio, year, _ in items:
        behind[year].add(id(studio))
    years = Counter(year for _, year, _ in items)
    return {
        "result": _rows(a["kind"] for _, _, a in items),
        "innovation": _rows(kind for _, _, a in items for kind in a.get("innovation", [])),
        "year": {f"{year}年": [str(years[year]), str(len(behind[year]))] for year in years},
        "rights": _rows(f"{a['kind']} {_state(a)}" for _, _, a in items if "ip" in a and a["kind"] in RIGHTS),
    }


def _state(achievement: dict[str, Any]) -> str:
    """The copyright of software is registered, whatever the record says of a grant."""
    state = achievement["ip"]["state"]
    return "登记" if achievement["kind"] == "软件著作权" and state == "授权" else str(state)


def _benefits(items: list[Any]) -> dict[str, Table]:
    lines: dict[tuple[int, str], tuple[list[Decimal], list[Decimal]]] = defaultdict(lambda: ([], []))
    reasons: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for _, year, achievement in items:
        for benefit in achievement.get("benefits", []):
            kinds[benefit["kind"]] += 1
            text = benefit.get("amount")
            number = re.search(r"[\d,.]+", text or "")
            if text is None:
                reasons["未写数额"] += 1
            elif benefit.get("period") != "年度":
                reasons[benefit.get("period", "未写时段")] += 1
            elif not number:
                reasons["概数"] += 1
            elif re.search(r"约|近|左右", text):
                reasons["约数"] += 1
            else:
                unit = re.sub(r"[\d,.\s]|余|多|超过?|逾|至少|不少于|不低于|以上", "", text)
                value = Decimal(number[0].replace(",", "")) * MONEY.get(unit, Decimal(1))
                vague = bool(re.search(r"余|多|超|逾|至少|不少于|不低于|以上", text))
                lines[year, "万元" if unit in MONEY else unit][vague].append(value)
    money, others = {}, {}
    for (year, unit), parts in lines.items():
        cells = [cell for part in parts for cell in ((_plain(sum(part)), str(len(part))) if part else ("", ""))]
        if unit == "万元":
            money[f"{year}年"] = cells
        else:
            others[f"{year}年 {unit}"] = cells
    return {
        "benefits-money": money,
        "benefits-others": others,
        "benefits-left-out": {reason: [str(number)] for reason, number in reasons.items()},
        "benefit": {kind: [str(number)] for kind, number in kinds.items()},
    }


def _plain(value: Decimal | int) -> str:
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _people(standing: list[Any]) -> dict[str, Table]:
    teams = [studio["record"]["team"] for studio in standing if "team" in studio["record"]]
    found = {}
    for key, part in (("grade", "by_grade"), ("age", "by_age"), ("education", "by_education")):
        sums: Counter[str] = Counter()
        for team in teams:
            sums.update({label: int(number) for label, number in team.get(part, {}).items()})
        found[key] = _hidden({label: number for label, number in sums.items() if number})
    yearly: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for studio in standing:
        for year, record in studio["years"]:
            for key, number in _of_year(record):
                yearly[key].append((year, id(studio), int(number)))
    for key, entries in yearly.items():
        years = {year for year, _, _ in entries}
        found[key] = {
            f"{year}年": [
                str(sum(n for y, _, n in entries if y == year)),
                str(len({s for y, s, _ in entries if y == year})),
            ]
            for year in years
        }
    return {**found, **_advanced(standing)}


def _advanced(standing: list[Any]) -> dict[str, Table]:
    """Apprentices by the grades before and after."""
    sums: Counter[str] = Counter()
    for _, record in (year for studio in standing for year in studio["years"]):
        for outcome in record.get("mentoring", {}).get("outcomes", []):
            if "before" in outcome and "after" in outcome:
                sums[f"{outcome['before']}→{outcome['after']}"] += int(outcome["count"])
    return {"advanced": {label: [str(number)] for label, number in sums.items()}} if sums else {}


def _of_year(record: Any) -> Iterator[tuple[str, str]]:
    for training in record.get("trainings", []):
        yield from ((key, training[key]) for key in ("sessions", "attendances") if key in training)
    if mentoring := record.get("mentoring"):
        yield "apprentices", mentoring["apprentices"]
        yield from (("outcomes", outcome["count"]) for outcome in mentoring.get("outcomes", []))
    yield from ((key, n) for key, n in record.get("suggestions", {}).items() if key != "benefit")
    if "members_promoted" in record:
        yield "promoted", record["members_promoted"]


def _hidden(sums: dict[str, int]) -> Table:
    """Groups of one or two are hidden, and also the next larger one if the small ones could be derived."""
    small = [number for number in sums.values() if number < 3]
    beside = ""
    if small and (len(small) == 1 or sum(small) in (len(small), 2 * len(small))):
        rest = sorted((number, place) for place, number in enumerate(sums.values()) if number >= 3)
        if not rest:
            return {}
        beside = list(sums)[rest[0][1]]
    shown = {label: "少于3人" if number < 3 else str(number) for label, number in sums.items()}
    return {label: ["不单列" if label == beside else text] for label, text in shown.items()}


def _honours(standing: list[Any]) -> dict[str, Table]:
    own, led = set(), set()
    for studio in standing:
        every = [
            *studio["record"].get("honours", []),
            *(h for _, year in studio["years"] for h in year.get("honours", [])),
        ]
        own |= {(id(studio), h["name"], h["level"], h["year"]) for h in every if _valid(h)}
        for leader in studio["record"]["leaders"]:
            led |= {(leader["name"], h["name"], h["level"], h["year"]) for h in leader.get("honours", []) if _valid(h)}
    return {
        "honours-kind": _rows(_honour(name) for _, name, _, _ in [*own, *led]),
        "studio-honours": _rows(level + _honour(name) for _, name, level, _ in own),
        "leader-honours": _rows(level + _honour(name) for _, name, level, _ in led),
    }


def _valid(honour: Any) -> bool:
    return honour.get("status", "有效") == "有效"


def _honour(name: str) -> str:
    return next(kind for marks, kind in HONOURS if re.search(marks, name.replace("劳模创新工作室", "")))
