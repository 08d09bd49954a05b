"""JSON-LD for pages, in the vocabulary of schema.org. It contains only facts that the page itself shows.

Every function takes the site's URL (with a trailing slash) as its first argument and returns one node, without empty values.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from laomo.pages.breadcrumbs import Step, Trail
from laomo.records.models import Leader, SiteRecord, StandardRecord, UnionRecord
from laomo.registry import urls
from laomo.registry.people import Person
from laomo.registry.studio import Achievement, Studio
from laomo.registry.targets import Targets

Node = dict[str, Any]
"""One node of a JSON-LD graph."""
_LANGUAGE = "zh-CN"
_INVENTED = "示例：虚构的演示数据"
"""What the nodes of samples say of themselves (schema.org/disambiguatingDescription)."""


def website(address: str, site: SiteRecord, *, sample: bool = False) -> Node:
    """The site, its publisher, and its search."""
    host = site.footer.host
    return _without_empty(
        {
            "@type": "WebSite",
            "@id": address,
            "name": site.name,
            "url": address,
            "description": site.statement,
            **_mark(sample),
            "inLanguage": _LANGUAGE,
            "publisher": _without_empty({"@type": "Organization", "name": host, "address": site.footer.address})
            if host
            else None,
            "potentialAction": {
                "@type": "SearchAction",
                "target": f"{address}{urls.SEARCH}?q={{search_term_string}}",
                "query-input": "required name=search_term_string",
            },
        }
    )


def studio(address: str, of: Studio, picture: str | None) -> Node:
    """A studio as an organization whose parent is its first unit, with its leaders. `picture` is an address within the site."""
    return _without_empty(
        {
            "@type": "Organization",
            "@id": address + of.url,
            "name": of.name,
            "url": address + of.url,
            "description": of.record.slogan,
            **_mark(of.record.sample),
            "foundingDate": of.record.founded.iso if of.record.founded else None,
            "address": of.record.region,
            "image": address + picture if picture else None,
            "parentOrganization": {"@type": "Organization", "name": of.record.units[0]},
            "memberOf": union(address, of.union, sample=of.record.sample),
            "employee": [_leader(leader) for leader in of.leaders],
            "award": [each.title for each in of.valid_designations],
        }
    )


def achievement(address: str, item: Achievement) -> Node:
    """An achievement as a creative work of its studios."""
    return _without_empty(
        {
            "@type": "CreativeWork",
            "@id": address + item.url,
            "name": item.record.title,
            "url": address + item.url,
            "genre": item.record.kind,
            "dateCreated": str(item.year),
            "abstract": item.record.effect,
            **_mark(item.studio.record.sample),
            "creator": [_reference(address, each) for each in item.studios],
            "award": [each.award for each in item.record.recognised_by if each.award],
            "inLanguage": _LANGUAGE,
        }
    )


def report(address: str, of: Studio, year: int) -> Node:
    """The annual report of a studio."""
    return {
        "@type": "Report",
        "name": f"{of.name}{year}年度报告",
        "url": address + urls.studio_year(of.id, year),
        "temporalCoverage": str(year),
        **_mark(of.record.sample),
        "about": _reference(address, of),
        "inLanguage": _LANGUAGE,
    }


def union(address: str, of: UnionRecord, *, sample: bool = False) -> Node:
    """A union."""
    return {"@type": "Organization", "name": of.name, "url": address + urls.union(of.id), **_mark(sample)}


def person(address: str, of: Person) -> Node:
    """A leader, with the studios they lead."""
    sample = all(each.record.sample for each in of.studios)
    return {**_leader(of.leader), **_mark(sample), "worksFor": [_reference(address, each) for each in of.studios]}


def standard(address: str, standard_id: str, of: StandardRecord) -> Node:
    """A standard as a creative work of the body that issued it."""
    return _without_empty(
        {
            "@type": "CreativeWork",
            "name": of.name,
            "url": address + urls.standard(standard_id),
            **_mark(of.sample),
            "publisher": {"@type": "Organization", "name": of.issuer},
            "identifier": of.doc_no,
            "datePublished": of.valid_from.iso,
            "hasPart": [{"@type": "CreativeWork", "name": item.label, "abstract": item.text} for item in of.items],
        }
    )


def targets(address: str, of: Targets) -> Node:
    """A table of targets as a dataset."""
    return _without_empty(
        {
            "@type": "Dataset",
            "name": of.record.title,
            "url": address + urls.targets(of.year),
            "creator": {"@type": "Organization", "name": of.record.issuer},
            "identifier": of.record.doc_no,
            "temporalCoverage": str(of.year),
            **_mark(of.record.sample),
            "variableMeasured": ["累计创建", "累计达标"],
        }
    )


def catalogue(address: str, site: SiteRecord, collections: Iterable[tuple[str, str]], *, sample: bool = False) -> Node:
    """The open data as a catalogue. `collections` are pairs of name and label; each collection has a CSV and a JSON file."""
    return _without_empty(
        {
            "@type": "DataCatalog",
            "name": f"{site.name}开放数据",
            **_mark(sample),
            "url": address + urls.DATA,
            "license": {"@type": "CreativeWork", "name": site.licence} if site.licence else None,
            "dateModified": site.as_of.iso,
            "dataset": [
                {
                    "@type": "Dataset",
                    "name": label,
                    "distribution": [
                        {
                            "@type": "DataDownload",
                            "encodingFormat": kind,
                            "contentUrl": f"{address}{urls.DATA}{name}{end}",
                        }
                        for kind, end in (("text/csv", ".csv"), ("application/json", ".json"))
                    ],
                }
                for name, label in collections
            ],
        }
    )


def article(address: str, title: str, url: str, summary: str, *, sample: bool = False) -> Node:
    """A hand-written page."""
    return _without_empty(
        {
            "@type": "Article",
            "headline": title,
            "url": address + url,
            "abstract": summary,
            **_mark(sample),
            "inLanguage": _LANGUAGE,
        }
    )


def listing(address: str, entries: Iterable[Step | Node]) -> Node:
    """The entries of a listing, in order. An entry without a page of its own is given as a node."""
    found = [
        {"@type": "ListItem", "position": place, "item": entry}
        if isinstance(entry, dict)
        else {"@type": "ListItem", "position": place, "name": entry[0], "url": address + entry[1]}
        for place, entry in enumerate(entries, 1)
    ]
    return _without_empty({"@type": "ItemList", "itemListElement": found})


def trail(address: str, steps: Trail) -> Node:
    """The breadcrumbs of a page."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address + url}
            for place, (name, url) in enumerate(steps, 1)
        ],
    }


def graph(nodes: Sequence[Node]) -> Node:
    """A document with these nodes. Nodes that have nothing but a type are left out."""
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if len(node) > 1]}


def _reference(address: str, of: Studio) -> Node:
    return {"@type": "Organization", "name": of.name, "url": address + of.url}


def _leader(leader: Leader) -> Node:
    honours = [honour.name for honour in leader.honours]
    return _without_empty({"@type": "Person", "name": leader.name, "jobTitle": leader.job, "award": honours})


def _mark(sample: bool) -> Node:
    return {"disambiguatingDescription": _INVENTED} if sample else {}


def _without_empty(node: Node) -> Node:
    """The node without empty values."""
    return {name: value for name, value in node.items() if value}
