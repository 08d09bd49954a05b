"""The records that are searched: three dozen studios, each with something that a script must get right, some achievements, articles, decisions."""

import json
from pathlib import Path
from typing import Any

from laomo.pages.handwritten.articles import Article

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
