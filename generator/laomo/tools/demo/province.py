"""`laomo demo --houses`: an invented province, 东岚省, whose cities each have a house of their own."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from laomo.records.yaml import writer
from laomo.text.pinyin import syllables
from laomo.tools.demo import data, made, papers
from laomo.tools.demo.plan import plans

_CITIES = [
    "云屿",
    "岚渚",
    "汀榆",
    "珩川",
    "沅岫",
    "栖澜",
    "霁川",
    "洛岚",
    "槐渡",
    "芷汀",
    "璟川",
    "曜岭",
    "澹洲",
    "榆湾",
    "岑浦",
    "砚溪",
    "荻汊",
    "桐汊",
    "苇浔",
    "枫渚",
    "皋塘",
    "峦屏",
    "漪浦",
    "潞湾",
    "葭川",
    "梧陂",
    "磐渡",
    "浣岭",
    "缃溪",
    "莲嶂",
    "萤浦",
    "蘅川",
    "缨泽",
    "岫岚",
    "濯湾",
    "檀陂",
]
"""Invented: no city of these names is known."""
_NAME = "劳模创新工作室网上展馆"


def generate(houses: int, studios: int, seed: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    """The files of `houses` cities with as many studios in all, and of the province's own site, which lists them in houses.yml.

    Paths are below one folder: `province/…`, and a folder for each city.
    """
    cities = list(_named(houses))
    for number, (city, name) in enumerate(cities):
        count = studios // houses + (number < studios % houses)
        for path, content in made.generate(count, seed + number):
            yield PurePosixPath(city) / path, _of_city(path, content, city, name)
        for file, record in papers.records(plans(count, seed + number), seed + number):
            path = PurePosixPath("studios", file)
            yield PurePosixPath(city) / path, _of_city(path, writer.write(record), city, name)
        upward = {"id": city}
        yield PurePosixPath(city, "studios/upward.yml"), writer.write(upward)
    yield from ((PurePosixPath("province") / path, content) for path, content in _province(cities, studios))


def _named(houses: int) -> Iterator[tuple[str, str]]:
    """Id and name of each city. Beyond the names that there are, a number tells them apart."""
    for number in range(houses):
        name = _CITIES[number % len(_CITIES)]
        again = number // len(_CITIES)
        yield "".join(syllables(name)) + (str(again + 1) if again else ""), name + (f"第{again + 1}" if again else "")


def _of_city(path: PurePosixPath, content: bytes, city: str, name: str) -> bytes:
    if path.suffix not in (".yml", ".md"):
        return content
    text = content.decode().replace("云屿", name)
    if path.name == "mkdocs.yml":
        return f"site_url: https://{city}.example.org/\n{text}".encode()
    return (
        text.replace(f"name: {_NAME}", f"name: {name}市{_NAME}").encode() if path.name == "site.yml" else text.encode()
    )


def _province(cities: list[tuple[str, str]], studios: int) -> Iterator[tuple[PurePosixPath, bytes]]:
    for file in sorted(file for file in data.STARTER.rglob("*") if file.is_file()):
        path = PurePosixPath(file.relative_to(data.STARTER).as_posix())
        content = file.read_bytes()
        yield path, b"site_url: https://province.example.org/\n" + content if path.name == "mkdocs.yml" else content
    top = {"id": "donglan", "name": "东岚省总工会", "kind": "省总工会"}
    unions = [{"id": city, "name": f"{name}市总工会", "kind": "市总工会", "parent": "donglan"} for city, name in cities]
    houses = [{"id": city, "source": f"../{city}/site"} for city, _ in cities]
    site = {
        "name": f"东岚省{_NAME}",
        "place": "东岚省",
        "statement": "一省的工作室，一处看得到",
        "as_of": "2025-12-31",
        "sample_banner": "演示数据：东岚省和省里的城市、工会、工作室、单位、人物、文件和成果均为虚构示例。",
        "regions": [f"{name}市" for _, name in cities],
    }
    each = max(1, studios // len(cities))
    rows: list[writer.Value] = [{"union": city, "created": each, "qualified": each // 2} for city, _ in cities]
    table: dict[str, writer.Value] = {
        "sample": "是",
        "title": "全省劳模创新工作室创建任务分解表",
        "issuer": "东岚省总工会",
        "rows": rows,
        "total": {"created": each * len(cities), "qualified": each // 2 * len(cities)},
    }
    records: dict[str, Mapping[str, writer.Value]] = {
        "site": site,
        "unions": {"unions": [top, *unions]},
        "houses": {"houses": houses},
        "targets/2025": table,
    }
    for name, record in records.items():
        yield PurePosixPath(f"studios/{name}.yml"), writer.write(record)
    standard = data.CITY / "standards/donglan-2015.yml"
    yield PurePosixPath("studios/standards/donglan-2015.yml"), standard.read_bytes()
