"""A site to search in: three dozen studios, each with something that a script must get right, and what the index must say of them.

The pages are those of the small site; only the index is of these records, once as a city has it and once as a nation has it
(`NATION`): tables instead of lists, chunks that part words which begin alike, and pairs that are too common to be listed.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from laomo import generate
from laomo.pages.handwritten.articles import Article
from laomo.pages.search import collect, index, postings, tokens
from laomo.pages.search.documents import Document
from laomo.pages.search.postings import Stop
from laomo.project import Project
from laomo.registry.registry import Registry

LARGE = (0, 61, 123, 124, 186, 248, 373, 2048, 3784, 5521, 50_000, 99_000)
"""Numbers whose distances are the least and the most that one, two and three signs can hold."""

NATION = {"NAMED": 1, "TABLE": 3, "CHUNK": (250, 500), "STOP": Stop(share=0.3, least=30, studios=20, documents=40)}

ARTICLES = (
    Article("about/", "关于本馆", "劳模的手艺", ("怎样来",), "岸边"),
    Article("help/privacy/", "哪些能公开", "", ("姓名", "单位"), "个人的号码不公开"),
    Article("policies/2013-6/", "厦工办〔2013〕6号", "", ("第一条",), "关于创建的通知"),
    Article("policies/2013-16/", "厦工办〔2013〕16号", "", (), "关于复核的通知"),
    Article("spirit/", "劳模精神", "", (), "精神"),
    Article("stories/crane/", "吊具不再荡秋千", "", ("一夜北风",), "他没有下机。罗海平说，岸桥要慢慢来。"),
    Article("news/", "一条 <i>消息</i>", "", (), "别处"),
)

SURNAMES, GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦", "建国志强秀英桂兰玉梅"


def _profile(name: str, leader: str, unit: str, union: str = "north", **more: Any) -> dict[str, Any]:
    leaders = [{"name": leader, "job": "操作工"}]
    return {
        "name": name,
        "category": "劳模",
        "leaders": leaders,
        "units": [unit],
        "region": "北区",
        **more,
        "union": union,
    }


STUDIOS: dict[str, dict[str, Any]] = {
    "gantry": _profile(
        "罗海平岸桥劳模创新工作室",
        "罗海平",
        "屿澜港务",
        industry="港口航运",
        types=["技术攻关"],
        kinds=["技术创新"],
        slogan="一钩一钩省下来",
        former_names=["岸桥练功房"],
        updated="2025-03-01",
    ),
    "ship": _profile(
        "林海平船舶劳模创新工作室",
        "林海平",
        "屿澜船厂",
        "south",
        region="南区",
        industry="港口航运",
        types=["技能传授"],
        intro="岸桥的维修也做。",
        updated="2025-02-01",
    ),
    "two": _profile(
        "罗海测量职工创新工作室",
        "罗海",
        "沧海测绘",
        "south",
        category="职工",
        region="南区",
        industry="建筑工程",
        leaders=[
            {"name": "罗海", "job": "测量员"},
            {"name": "尉迟海平", "job": "测量员", "start": "2010", "end": "2014"},
            {"name": "钱二海", "role": "共同领衔人", "job": "测量员"},
        ],
    ),
    "uighur": _profile("气割技能大师工作室", "买买提·艾力", "天山机械", category="技能大师", industry="装备制造"),
    "nurses": _profile(
        "古丽努尔护理巾帼创新工作室", "古丽努尔", "天山医院", category="巾帼", region="西区", industry="医疗卫生"
    ),
    "latin": _profile(
        "焊接工匠创新工作室", "John Smith", "群星重工", "city", category="工匠", industry="装备制造", kinds=["技术改造"]
    ),
    "rare": _profile("钳工技能人才创新工作室", "钱𱍐", "群星重工", "city", category="技能人才"),
    "rarer": _profile("铆工创新工作室", "钱𱍑", "群星重工", "city", category="职工", former_names=["细纱练习室"]),
    "markup": _profile(
        "喷涂班组创新工作室",
        "曾国良",
        "群星喷涂厂",
        slogan="<script>alert(1)</script>喷得匀",
        sample="是",
    ),
    "spinning": _profile("梳棉创新工作室", "卫梳", "群星棉厂", "south", intro="细纱机旁的小屋。", region="东区"),
    "name-is-all": _profile("岸桥", "高岸桥", "别处港务", region="东区"),
    "shared-name": _profile("高压电缆创新工作室", "罗海平", "电缆公司", region="东区", industry="电力能源"),
    "mentions": _profile(
        "吊装创新工作室", "孙吊", "吊装公司", intro="师傅罗海平教的。岸桥边上干活，用 PLC 控制，S7-1200 型。"
    ),
}
for _n in range(36):
    _leader = SURNAMES[_n % 18] + GIVEN[(_n * 3) % 10] + GIVEN[(_n * 7 + _n // 18) % 10]
    STUDIOS[f"plain-{_n:02}"] = _profile(
        f"{_leader}纺织创新工作室",
        _leader,
        "群星纺织",
        ("north", "south")[_n % 2],
        category="职工",
        region="东区",
        industry="轻工纺织",
        types=["综合"] if _n % 3 else ["综合", "技能传授"],
        intro="细纱接头又快又牢。" if _n % 3 else "细布验布。",
    )

ACHIEVEMENTS: dict[str, dict[str, list[dict[str, Any]]]] = {
    "gantry": {
        "2015": [
            {
                "id": "no-sway",
                "title": "吊具防摇操作法",
                "kind": "先进操作法",
                "problem": "吊具摆动。",
                "solution": "提前收速。",
                "effect": "着箱更快。",
                "measures": [{"indicator": "单箱时间", "before": 2.8, "after": 2.1, "unit": "分钟"}],
                "benefits": [{"kind": "效率", "amount": "800余万元", "period": "累计"}],
            },
            {"id": "2015-02", "title": "岸桥钢丝绳点检卡", "kind": "五小成果", "effect": "少停机。"},
        ],
        "2018": [
            {
                "id": "2018-01",
                "title": "岸桥电缆护套",
                "kind": "发明专利",
                "ip": {"state": "授权", "number": "ZL 2013 1 0123456.2"},
                "innovation": ["产品创新"],
            }
        ],
    },
    "ship": {"2017": [{"id": "2017-01", "title": "船坞墩木调平法", "kind": "工法", "effect": "<u>平</u>得快"}]},
    "two": {"2016": [{"id": "2016-01", "title": "隧道断面测量法", "kind": "工法", "measures": [
        {"indicator": "测一断面", "before": 40, "after": 15, "unit": "分钟"}]}]},
    "nurses": {"2019": [{"id": "2019-01", "title": "吊具消毒架", "kind": "新产品", "recognised_by": [
        {"level": "省级", "award": "五小奖", "body": "省总工会"}]}]},
}  # fmt: skip

DECISIONS = {
    "2012-02": ("命名", "市级", "2012-05-01", ["gantry", "two"]),
    "2014-01": ("命名", "省级", "2014-05-01", ["gantry"]),
    "2016-01": ("命名", "全国", "2016-05-01", ["nurses"]),
}


def write(root: Path) -> None:
    """Lay the records over the small site's."""
    with (root / "studios/unions.yml").open("a", encoding="utf-8") as unions:
        unions.write("  - {id: west, name: 西区工会, kind: 区工会, parent: city}\n")
    for name, profile in STUDIOS.items():
        folder = root / "studios" / profile["union"] / name
        folder.mkdir(parents=True)
        _write(folder / "studio.yml", {key: value for key, value in profile.items() if key != "union"})
        for year, some in ACHIEVEMENTS.get(name, {}).items():
            _write(folder / f"{year}.yml", {"achievements": [{**each, "disclosure": "可公开"} for each in some]})
    for name, (result, level, date, studios) in DECISIONS.items():
        said = {"title": f"{level}{result}", "result": result, "designation": f"{level}劳模创新工作室", "level": level}
        _write(
            root / f"studios/decisions/{name}.yml",
            {**said, "bodies": ["示例市总工会"], "date": date, "studios": [{"studio": each} for each in studios]},
        )


def _write(file: Path, record: dict[str, Any]) -> None:
    file.write_text(json.dumps(record, ensure_ascii=False, indent=1), encoding="utf-8")


def write_index(root: Path, to: Path) -> None:
    """Both indexes, and `truth.json`: what each document holds, as the generator collected it."""
    checked = generate.check(Project(root))
    assert checked.sound, checked.problems
    assert checked.registry
    for name, settings in {"city": {}, "chunks": {"CHUNK": NATION["CHUNK"]}, "nation": NATION}.items():
        (to / name / "search").mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patched:
            for setting, value in settings.items():
                patched.setattr(index, setting, value)
            for output in index.outputs(checked.registry, ARTICLES, {}):
                (to / name / output.path).write_bytes(output.data)
    _write_old(to / "city/search", to / "old/search")
    (to / "large/search").mkdir(parents=True)
    _write_large(to / "large/search")
    (to / "truth.json").write_text(json.dumps(_truth(checked.registry), ensure_ascii=False), encoding="utf-8")


def _write_old(now: Path, folder: Path) -> None:
    """The list of the files of an earlier edition; of those only one is there still, as on a server where the site was published anew."""
    folder.mkdir(parents=True)
    text = (now / "index.js").read_text(encoding="utf-8")
    (folder / "index.js").write_text(re.sub(r'("u":\[)"\w+"', r'\1"aaaaa"', text), encoding="utf-8")
    (sounds,) = now.glob("sounds-*")
    shutil.copy(sounds, folder)


def _write_large(folder: Path) -> None:
    """A chunk of a nation's postings: numbers of one, two and three signs, and no studio of that number on this machine."""
    collected = postings.Postings()
    documents = iter(LARGE)
    wanted = next(documents)
    for number in range(LARGE[-1] + 1):
        found = None
        if number == wanted:
            found, wanted = Document([], {"远"}, {"近": 1 + number % 255}), next(documents, 0)
        collected.add([found])
    lines, _ = collected.lines(1, postings.Stop(share=1, least=0, studios=0, documents=10**6))
    (folder / "p0-aaaaa.js").write_text(
        f"laomoSearch('p0', {json.dumps(postings.chunk_text(lines))})", encoding="utf-8"
    )
    (folder.parent.parent / "nothing/search").mkdir(parents=True)
    (folder.parent.parent / "nothing/search/index.js").write_text("laomoSearch('index', {counts: [0, 0, 0, 0], p: []})")
    (folder / "index.js").write_text(
        "laomoSearch('index', {counts: [1, 0, 0, 0], p: [['远', 'aaaaa']]})", encoding="utf-8"
    )


def _truth(registry: Registry) -> dict[str, Any]:
    studios = [studio.id for studio in collect.numbered(registry)]
    achievements = [item.record.id if item else None for item in collect.ranked(collect.numbered(registry))]
    return {
        "large": LARGE,
        "groups": [studios, achievements, [union.id for union in registry.unions], [each.url for each in ARTICLES]],
        "tokens": dict(_tokens(registry)),
        "split": {text: sorted(tokens.tokens(text)) for text in _texts()},
    }


def _tokens(registry: Registry) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Token → the documents that hold it, each with its fields."""
    all_of = collect.collect(registry, ARTICLES, {})
    found: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(chain(all_of.studios, all_of.achievements, all_of.unions, all_of.pages)):
        if document:
            for token in document.text:
                found.setdefault(token, []).append((number, 128))
            for token, fields in document.words.items():
                found.setdefault(token, []).append((number, fields))
    return iter(sorted(found.items()))


def _texts() -> Iterator[str]:
    """What people may write, in every form that both sides must cut alike."""
    yield from (
        "罗海平",
        "ＰＬＣ控制",
        "“零停电”作业",
        "S7-1200 型",
        "🚢，。！",
        "〇号机",
        "厦工办〔2013〕6号",
        "㎡ ½ Ⅳ",
        "钱𱍐",
        "A股b2",
    )
    yield from (f"买买提{dot}艾力" for dot in "·•・‧⋅∙．.｡、-‐‑–—'’‘\"“” 　")
    yield from (
        "葛\U000e0100雲",
        "示例\ufe0f工具",
        "Ünal Çelik",
        "ǅ",
        "x_y",
        "岸\ud83d桥".encode("utf-8", "replace").decode(),
    )
