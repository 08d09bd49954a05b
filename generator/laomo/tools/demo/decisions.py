"""The decisions of the city's union about the sample studios, one file each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from laomo.records.models import DecisionRecord
from laomo.records.yaml.writer import Value
from laomo.tools.demo.plan import CityPlan

BODY = "云屿市总工会"
DAYS = {"达标": "12-20", "命名": "04-26", "示范": "04-27", "撤销": "09-16"}
"""The month and day on which each kind of decision is made."""
TITLES = {
    "达标": "关于{year}年度创新工作室考核验收结果的通报",
    "命名": "关于命名{year}年云屿市{name}的决定",
    "示范": "关于确定{year}年云屿市示范性{name}的决定",
    "撤销": "关于撤销有关{name}称号的决定",
}
RENAMED = 2018
"""The first year in which the titles also mention craftsmen (工匠人才)."""
GRANT_SINCE = 2013
MOST = 500
"""The most studios in one decision; more are split into batches."""


@dataclass(slots=True)
class Decisions:
    """Collects the studios of each decision while studios are generated."""

    studios: dict[tuple[int, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, plan: CityPlan) -> None:
        """Add the decisions about a studio."""
        life = plan.life
        for year, result in (
            (life.accepted, "达标"),
            (life.named, "命名"),
            (life.demonstration, "示范"),
            (life.closed, "撤销"),
        ):
            if year:
                self.studios[year, result].append(plan.id)

    def records(self) -> Iterator[tuple[str, Mapping[str, Value]]]:
        """Yield the file names and records of all decisions, ordered by date and numbered within each year."""
        last, number = 0, 0
        for year, result in sorted(self.studios, key=lambda key: (key[0], DAYS[key[1]])):
            studios = self.studios[year, result]
            for batch, start in enumerate(range(0, len(studios), MOST), 1):
                last, number = year, number + 1 if year == last else 1
                named = studios[start : start + MOST]
                record = _record(year, number, result, named)
                several = {"batch": f"第{batch}批"} if len(studios) > MOST else {}
                yield f"{year}-{number:02d}.yml", _in_order({**record, **several})


def _in_order(record: Mapping[str, Value]) -> Mapping[str, Value]:
    """The record with its keys in the order of the model's fields."""
    return {key: record[key] for key in DecisionRecord.model_fields if key in record}


def _record(year: int, number: int, result: str, studios: list[str]) -> Mapping[str, Value]:
    name = "劳模创新工作室" if year < RENAMED or result == "撤销" else "劳模和工匠人才创新工作室"
    designation = {"命名": f"云屿市{name}", "示范": f"云屿市示范性{name}", "撤销": f"云屿市{name}"}.get(result)
    granted = result == "达标" and year >= GRANT_SINCE
    grant = {"support": "2万元", "granted": f"{year + 1}-01"} if granted and year < 2025 else {}
    return {
        "sample": "是",
        "title": TITLES[result].format(year=year, name=name),
        "result": result,
        "designation": designation,
        "level": "市级",
        "bodies": [BODY],
        "date": f"{year}-{DAYS[result]}",
        "doc_no": f"示例〔{year}〕{number}号",
        "studios": [{"studio": studio, **grant} for studio in studios],
    }
