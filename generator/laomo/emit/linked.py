"""What a page is about, for machines: JSON-LD in the words of schema.org. Only facts that the page itself shows."""

from collections.abc import Iterable
from typing import Any

from laomo.models import Leader, UnionRecord
from laomo.studio import Achievement, Studio

Node = dict[str, Any]
"""One thing, as schema.org describes it."""


def studio(address: str, of: Studio, picture: str | None) -> list[Node]:
    """A studio as an organisation of its first unit, with those who lead it and the way to its page."""
    node: Node = {
        "@type": "Organization",
        "@id": address + of.url,
        "name": of.name,
        "url": address + of.url,
        "description": of.record.slogan,
        "foundingDate": of.record.founded.iso if of.record.founded else None,
        "address": of.record.region,
        "image": address + picture if picture else None,
        "parentOrganization": {"@type": "Organization", "name": of.record.units[0]},
        "memberOf": _union(address, of.union),
        "employee": [_person(leader) for leader in of.leaders],
        "award": [each.title for each in of.valid_designations],
    }
    return [_known(node), trail(address, ("工作室", "studios/"), (of.name, of.url))]


def achievement(address: str, item: Achievement) -> list[Node]:
    """An achievement as a work of its studios."""
    node: Node = {
        "@type": "CreativeWork",
        "@id": address + item.url,
        "name": item.record.title,
        "url": address + item.url,
        "genre": item.record.kind,
        "dateCreated": str(item.year),
        "abstract": item.record.effect,
        "creator": [{"@type": "Organization", "name": each.name, "url": address + each.url} for each in item.studios],
        "award": [each.award for each in item.record.recognised_by if each.award],
        "inLanguage": "zh-CN",
    }
    path = (("创新成果", "achievements/"), (item.studio.name, item.studio.url), (item.record.title, item.url))
    return [_known(node), trail(address, *path)]


def union(address: str, of: UnionRecord) -> list[Node]:
    """A union, and the way to its page."""
    return [_union(address, of), trail(address, ("工会名录", "unions/"), (of.name, f"unions/{of.id}/"))]


def listing(address: str, items: Iterable[tuple[str, str]]) -> list[Node]:
    """A page of a list: name and address of each entry, in order."""
    return [{"@type": "ItemList", "itemListElement": _ordered(address, items)}]


def trail(address: str, *steps: tuple[str, str]) -> Node:
    """The way from the home page to this one."""
    return {"@type": "BreadcrumbList", "itemListElement": _ordered(address, [("首页", ""), *steps], link="item")}


def _ordered(address: str, items: Iterable[tuple[str, str]], link: str = "url") -> list[Node]:
    return [
        {"@type": "ListItem", "position": place, "name": name, link: address + url}
        for place, (name, url) in enumerate(items, 1)
    ]


def _person(leader: Leader) -> Node:
    honours = [honour.name for honour in leader.honours if honour.status == "有效"]
    return _known({"@type": "Person", "name": leader.name, "jobTitle": leader.job, "award": honours})


def _union(address: str, of: UnionRecord) -> Node:
    return {"@type": "Organization", "name": of.name, "url": f"{address}unions/{of.id}/"}


def _known(node: Node) -> Node:
    """Without what nobody recorded."""
    return {name: value for name, value in node.items() if value}
