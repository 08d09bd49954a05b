"""Where everything stands on the site. Ids become addresses and never change; names never do.

An address is relative to the site's root and ends in a slash (`studios/port-crane/`); the home page is the empty one.
"""

QUALIFIED = "studios/qualified"
"""The list of studios with a recorded acceptance."""
STATISTICS = "statistics/"
"""The overview of the statistics."""


DATA = "data/"
"""The open data and the page that documents them."""
ENGLISH = "en/"
"""The door for readers of English."""
SEARCH = "search/"
"""The search page; its index lies beside it."""


def page(url: str) -> str:
    """The Markdown file that makes a page: `studios/port-crane/` → `studios/port-crane/index.md`."""
    return f"{url}index.md"


def studio(studio_id: str) -> str:
    """A studio's page."""
    return f"studios/{studio_id}/"


def sheet(studio_id: str) -> str:
    """A studio's exhibition sheet."""
    return f"studios/{studio_id}/sheet/"


def plate(studio_id: str, kind: str) -> str:
    """The QR code of a studio's address as a file, `svg` or `png`."""
    return f"studios/{studio_id}/qr.{kind}"


def card(studio_id: str) -> str:
    """The card of a studio that other sites embed."""
    return f"studios/{studio_id}/card/"


def badge(studio_id: str) -> str:
    """The badge of a studio for other sites."""
    return f"studios/{studio_id}/badge.svg"


def share_card(studio_id: str) -> str:
    """The picture that a chat shows for a studio."""
    return f"studios/{studio_id}/share.png"


def feed(page: str) -> str:
    """The feed of a page: the whole site's for the home page, a union's, an industry's."""
    return f"{page}feed.xml"


def studio_year(studio_id: str, year: int) -> str:
    """A studio's annual report; no achievement's id is a year (see `checks.addresses`)."""
    return f"studios/{studio_id}/{year}/"


def achievement(studio_id: str, achievement_id: str, *, own_page: bool) -> str:
    """An achievement with a story or pictures has a page; any other is a section of its studio's page."""
    if own_page:
        return f"studios/{studio_id}/{achievement_id}/"
    return f"studios/{studio_id}/#achievement-{achievement_id}"


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
    """The studios with all items of a standard evidenced in a year: the section of a paged list."""
    return f"standards/{standard_id}/{year}"


def alliance(alliance_id: str) -> str:
    """An alliance's page."""
    return f"alliances/{alliance_id}/"


def notice(notice_id: str) -> str:
    """A notice's page."""
    return f"notices/{notice_id}/"


def picture(studio_id: str, name: str, width: int) -> str:
    """A published picture of a studio at one width in pixels."""
    return f"pictures/{studio_id}/{name.rsplit('.', 1)[0]}-{width}.webp"


def relative(source: str, target: str) -> str:
    """The link from one page of the site to another address of it."""
    path, mark, anchor = target.partition("#")
    if path == source and mark:
        return f"#{anchor}"
    here, there = source.rstrip("/").split("/") if source else [], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return ("/".join([*[".."] * (len(here) - shared), *there[shared:]]) or "./") + mark + anchor
