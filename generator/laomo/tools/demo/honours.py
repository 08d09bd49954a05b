"""Invented honours of leaders and studios, of a plausible kind and year."""

from collections.abc import Mapping, Sequence
from random import Random

from laomo.records.yaml.writer import Value

CITY_YEARS = (1999, 2002, 2005, 2008, 2011, 2014, 2017, 2020, 2023)
PROVINCE_YEARS = (2004, 2009, 2014, 2019, 2024)
NATION_YEARS = (2005, 2010, 2015, 2020, 2025)
"""The years in which the city, the province and the nation choose model workers. The nation's body is an invented one too."""


def of_leader(rng: Random, kind: str, region: str | None, by: int, until: int) -> Sequence[Value]:
    """The leader's honours, oldest first: one from the year `by` at the latest, and perhaps higher ones until `until`.

    With a `region`, the first one may be an honour of that district.
    """
    honours = [_first(rng, kind, region, by)]
    since = int(str(honours[0]["year"])) + 1
    if honours[0]["level"] == "市级" and since <= until and rng.random() < 0.35:
        honours.append(_higher(rng, kind, since, until))
    if honours[-1]["level"] == "省级" and kind == "劳动模范" and rng.random() < 0.15:
        years = [year for year in NATION_YEARS if int(str(honours[-1]["year"])) < year <= until]
        honours += [_honour("全国劳动模范（示例）", "全国", rng.choice(years), "全国评选机构（示例）")] if years else []
    return honours


def of_studio(rng: Random, since: int, until: int) -> Sequence[Value]:
    """Honours of the studio as a team."""
    name, level, body = rng.choice(
        (("云屿市工人先锋号", "市级", "云屿市总工会"), ("东澜省工人先锋号", "省级", "东澜省总工会"))
    )
    return [_honour(name, level, rng.randint(since, until), body)]


def of_year(rng: Random, year: int, unit: str) -> Sequence[Value]:
    """An honour of the team in one year."""
    if rng.random() < 0.6:
        return [_honour(rng.choice(("先进班组", "职工创新先进集体")), "企业级", year, unit)]
    return [_honour("职工技术创新先进集体", "市级", year, "云屿市总工会")]


def _first(rng: Random, kind: str, region: str | None, by: int) -> Mapping[str, Value]:
    if kind == "劳动模范" and region and rng.random() < 0.4:
        return _honour(f"{region}劳动模范", "区级", by - rng.randint(1, 4))
    if kind == "劳动模范":
        return _honour(
            "云屿市劳动模范", "市级", rng.choice([year for year in CITY_YEARS if year <= by][-3:]), "云屿市人民政府"
        )
    if kind == "工匠":
        return _honour("云屿市工匠", "市级", max(2016, by - rng.randint(0, 3)))
    return _honour("云屿市技术能手", "市级", by - rng.randint(1, 5))


def _higher(rng: Random, kind: str, since: int, until: int) -> Mapping[str, Value]:
    years = [year for year in PROVINCE_YEARS if since <= year <= until]
    if kind == "劳动模范" and years and rng.random() < 0.6:
        return _honour("东澜省劳动模范", "省级", rng.choice(years[:2]), "东澜省人民政府")
    if kind == "技能人才" and rng.random() < 0.6:
        return _honour("东澜省技术能手", "省级", rng.randint(since, min(since + 6, until)))
    return _honour("东澜省五一劳动奖章", "省级", rng.randint(since, min(since + 6, until)), "东澜省总工会")


def _honour(name: str, level: str, year: int, body: str | None = None) -> Mapping[str, Value]:
    return {"name": name, "level": level, "year": year, "body": body}
