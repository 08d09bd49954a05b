"""What records of one union say on pages of another: for that union to see, before and after it agrees."""

from collections.abc import Iterator
from dataclasses import dataclass

from laomo.records.models import UnionRecord
from laomo.registry import claims, urls
from laomo.registry.registry import Registry
from laomo.tools.review.lines import ChangeLine, of_studio

_WORDS = {
    "co-union": "共建工会",
    "leader": "领衔人{what}（算作同一人）",
    "likeness": "领衔人{what}（单位或荣誉相同，算作两个人）",
    "commendation": "由它授予的荣誉：{what}",
}
"""What a claim says, where it is not the words of the record alone."""


@dataclass(frozen=True, slots=True)
class ReachLine:
    """What a record says on the page of another union or its studio: the page, the studio that says it, and what it says."""

    page: ChangeLine
    by: str
    what: str
    agreed: bool
    """Whether that union's records, or the host's, say so too. Otherwise the page does not show it."""


def new_claims(before: Registry, after: Registry) -> Iterator[ReachLine]:
    """What is said, agreed or shown otherwise than before on pages of other unions."""
    known = {_key(claim) for claim in claims.claims(before)}
    return (_shown(claim) for claim in claims.claims(after) if _key(claim) not in known)


def _key(claim: claims.Claim) -> str:
    return repr((claim.kind, claim.page.id, claim.by.id, claim.what, claim.content, claim.agreed))


def _shown(claim: claims.Claim) -> ReachLine:
    what = _WORDS.get(claim.kind, "{what}").format(what=claim.what)
    return ReachLine(_page(claim), claim.by.name, what, claim.agreed)


def _page(claim: claims.Claim) -> ChangeLine:
    if isinstance(claim.page, UnionRecord):
        return ChangeLine(claim.page.name, "工会网页", urls.union(claim.page.id))
    return of_studio(claim.page)
