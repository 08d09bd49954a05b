"""What a page is about, for machines: JSON-LD in the words of schema.org. Only facts that the page itself shows.

Every function takes the site's address first (with a slash at its end) and gives one thing.
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
"""One thing, as schema.org describes it."""
_LANGUAGE = "zh-CN"


def website(address: str, site: SiteRecord) -> Node:
    """The site, whose it is, and how it is searched."""
    host = site.footer.host
    return _known(
        {
            "@type": "WebSite",
            "@id": address,
            "name": site.name,
            "url": address,
            "description": site.statement,
            "inLanguage": _LANGUAGE,
            "publisher": _known({"@type": "Organization", "name": host, "address": site.footer.address})
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
    """A studio as an organisation of its first unit, with those who lead it."""
    return _known(
        {
            "@type": "Organization",
            "@id": address + of.url,
            "name": of.name,
            "url": address + of.url,
            "description": of.record.slogan,
            "foundingDate": of.record.founded.iso if of.record.founded else None,
            "address": of.record.region,
            "image": address + picture if picture else None,
            "parentOrganization": {"@type": "Organization", "name": of.record.units[0]},
            "memberOf": union(address, of.union),
            "employee": [_leader(leader) for leader in of.leaders],
            "award": [each.title for each in of.valid_designations],
        }
    )


def achievement(address: str, item: Achievement) -> Node:
    """An achievement as a work of its studios."""
    return _known(
        {
            "@type": "CreativeWork",
            "@id": address + item.url,
            "name": item.record.title,
            "url": address + item.url,
            "genre": item.record.kind,
            "dateCreated": str(item.year),
            "abstract": item.record.effect,
            "creator": [_named(address, each) for each in item.studios],
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
        "about": _named(address, of),
        "inLanguage": _LANGUAGE,
    }


def union(address: str, of: UnionRecord) -> Node:
    """A union."""
    return {"@type": "Organization", "name": of.name, "url": address + urls.union(of.id)}


def person(address: str, of: Person) -> Node:
    """Somebody who leads studios."""
    return {**_leader(of.leader), "worksFor": [_named(address, each) for each in of.studios]}


def standard(address: str, standard_id: str, of: StandardRecord) -> Node:
    """A standard as the document that set it."""
    return _known(
        {
            "@type": "CreativeWork",
            "name": of.name,
            "url": address + urls.standard(standard_id),
            "publisher": {"@type": "Organization", "name": of.issuer},
            "identifier": of.doc_no,
            "datePublished": of.valid_from.iso,
            "hasPart": [{"@type": "CreativeWork", "name": item.label, "abstract": item.text} for item in of.items],
        }
    )


def targets(address: str, of: Targets) -> Node:
    """A table of targets as a data set."""
    return _known(
        {
            "@type": "Dataset",
            "name": of.record.title,
            "url": address + urls.targets(of.year),
            "creator": {"@type": "Organization", "name": of.record.issuer},
            "identifier": of.record.doc_no,
            "temporalCoverage": str(of.year),
            "variableMeasured": ["累计创建", "累计达标"],
        }
    )


def catalogue(address: str, site: SiteRecord, collections: Iterable[tuple[str, str]]) -> Node:
    """The open data: name and label of each collection, with its two files."""
    return _known(
        {
            "@type": "DataCatalog",
            "name": f"{site.name}开放数据",
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


def article(address: str, title: str, url: str, summary: str) -> Node:
    """A hand-written page."""
    return _known(
        {
            "@type": "Article",
            "headline": title,
            "url": address + url,
            "abstract": summary,
            "inLanguage": _LANGUAGE,
        }
    )


def listing(address: str, entries: Iterable[Step | Node]) -> Node:
    """A page of a list in its order: of each entry name and address, or what it is if it has no page."""
    found = [
        {"@type": "ListItem", "position": place, "item": entry}
        if isinstance(entry, dict)
        else {"@type": "ListItem", "position": place, "name": entry[0], "url": address + entry[1]}
        for place, entry in enumerate(entries, 1)
    ]
    return _known({"@type": "ItemList", "itemListElement": found})


def trail(address: str, steps: Trail) -> Node:
    """The way from the home page to this one."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": address + url}
            for place, (name, url) in enumerate(steps, 1)
        ],
    }


def graph(nodes: Sequence[Node]) -> Node:
    """Several things as one document; one of which no more is known than its type is left out."""
    return {"@context": "https://schema.org", "@graph": [node for node in nodes if len(node) > 1]}


def _named(address: str, of: Studio) -> Node:
    return {"@type": "Organization", "name": of.name, "url": address + of.url}


def _leader(leader: Leader) -> Node:
    honours = [honour.name for honour in leader.honours]
    return _known({"@type": "Person", "name": leader.name, "jobTitle": leader.job, "award": honours})


def _known(node: Node) -> Node:
    """Without what nobody recorded."""
    return {name: value for name, value in node.items() if value}
