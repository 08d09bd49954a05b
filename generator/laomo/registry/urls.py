"""The addresses of everything on the site. They are made from ids, which never change, and never from names.

An address is relative to the site's root. A page's ends in a slash (`studios/port-crane/`); the home page's is empty.
"""

from typing import Final

QUALIFIED = "studios/qualified"
"""The list of studios with a recorded acceptance."""
PROJECTS = "achievements/projects"
"""The list of projects; its parts are below it."""
BORROWABLE = "achievements/borrowable"
ADOPTED = "achievements/adopted"
SUGGESTIONS = "achievements/suggestions"
"""The list of results that others may use."""
RIGHTS = "achievements/rights"
"""The list of intellectual property and its owners."""
ASSISTANCE = "achievements/assistance"
"""The list of technical help between units."""
LEADER_TRAININGS = "people/trainings"
"""The list of trainings for leaders."""
EVENTS = "events"
"""The list of events and press mentions."""
ACCEPTANCE = "decisions/acceptance/"
"""The board of acceptances and grants."""
GOAL = "targets/goal/"
"""The board of the host's own goal."""
RECENT = "data/changes"
"""The list of what changed lately."""
CALENDAR = "notices/calendar.ics"
"""The calendar of open 公示 and last days."""
UNITS = "studios/units"
"""The studios of several units, and the pages of units."""
FUNDING = "statistics/funding/"
"""How the work is funded."""
EFFECTS = "statistics/effects/"
"""The five effects."""
STATISTICS = "statistics/"
"""The overview of the statistics."""


DATA = "data/"
HOUSE = "data/house/"
"""What the house gives to the union above, a file for each studio."""
EDITION = "data/edition.json"
"""The list of what it gives."""
"""The open data and the page that documents them."""
ENGLISH = "en/"
"""The introduction in English."""
FORM = "form/"
"""The form for clerks, if the host wants it on the site."""
SEARCH = "search/"
"""The search page; the search index is in the same folder."""


def page(url: str) -> str:
    """The Markdown file of a page: `studios/port-crane/` → `studios/port-crane/index.md`."""
    return f"{url}index.md"


def studio(studio_id: str) -> str:
    """A studio's page."""
    return f"studios/{studio_id}/"


def sheet(studio_id: str) -> str:
    """A studio's exhibition sheet."""
    return f"studios/{studio_id}/sheet/"


def plate(studio_id: str, kind: str) -> str:
    """The file with the QR code of a studio's address; `kind` is `svg` or `png`."""
    return f"studios/{studio_id}/qr.{kind}"


def card(studio_id: str) -> str:
    """The card of a studio that other sites embed."""
    return f"studios/{studio_id}/card/"


def badge(studio_id: str) -> str:
    """The badge of a studio for other sites."""
    return f"studios/{studio_id}/badge.svg"


SITE_CARD: Final = "share.png"
"""The preview picture of every page that has none of its own."""


def share_card(studio_id: str) -> str:
    """The preview picture that chat programs show for a link to a studio."""
    return f"studios/{studio_id}/share.png"


def feed(page: str) -> str:
    """The Atom feed of a page, such as the home page, a union or an industry."""
    return f"{page}feed.xml"


def studio_year(studio_id: str, year: int) -> str:
    """A studio's annual report. It cannot clash with an achievement: no achievement id is a year (see `checks.addresses`)."""
    return f"studios/{studio_id}/{year}/"


def achievement(studio_id: str, achievement_id: str) -> str:
    """The page of an achievement that has one of its own."""
    return f"studios/{studio_id}/{achievement_id}/"


def reported_achievement(studio_id: str, year: int, achievement_id: str) -> str:
    """The section of an achievement in the annual report of its year."""
    return f"{studio_year(studio_id, year)}#achievement-{achievement_id}"


def house_unit(studio_id: str) -> str:
    """What the house gives of a studio to the union above."""
    return f"{HOUSE}{studio_id}.json"


def house_paper(name: str) -> str:
    """What the house gives of an event or a notice, by its folder and id (`events/2025-01`)."""
    return f"{HOUSE}{name}.json"


def titles_for(house: str) -> str:
    """The titles that this house's union gave to studios of a member house."""
    return f"data/above/{house}.json"


def listing(section: str, number: int = 1) -> str:
    """Page `number` (from 1) of a paged list."""
    return f"{section}/" if number == 1 else f"{section}/page-{number}/"


def union(union_id: str) -> str:
    """A union's page."""
    return f"unions/{union_id}/"


def targets(year: int) -> str:
    """The target table of a year."""
    return f"targets/{year}/"


def standard(standard_id: str) -> str:
    """The page of a standard."""
    return f"standards/{standard_id}/"


def standard_year(standard_id: str, year: int) -> str:
    """The section of the paged list of studios that have evidence for every item of a standard in a year."""
    return f"standards/{standard_id}/{year}"


def alliance(alliance_id: str) -> str:
    """An alliance's page."""
    return f"alliances/{alliance_id}/"


def decision(decision_id: str) -> str:
    """A decision's page."""
    return f"decisions/{decision_id}/"


def event(event_id: str) -> str:
    """The page of an event or a press mention."""
    return f"{EVENTS}/{event_id}/"


def notice(notice_id: str) -> str:
    """A notice's page."""
    return f"notices/{notice_id}/"


def picture(studio_id: str, digest: str, width: int, kind: str = "webp") -> str:
    """A published picture of a studio, by the digest of its file: what phones, chats and people call their files stays with them.

    `width` is in pixels, `kind` the ending of the name: `webp` or `jpg`.
    """
    return f"pictures/{studio_id}/{digest[:12]}-{width}.{kind}"


def relative(source: str, target: str) -> str:
    """The relative link from the page `source` to the address `target`, both of this site."""
    path, mark, anchor = target.partition("#")
    if path == source and mark:
        return f"#{anchor}"
    here, there = source.rstrip("/").split("/") if source else [], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return ("/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "./") + mark + anchor
