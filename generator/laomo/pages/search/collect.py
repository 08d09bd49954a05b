"""Makes the documents of the search index from the registry and the pages.

Every indexed field is listed here explicitly, and only fields that the site's pages show are indexed.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, takewhile, zip_longest
from string import ascii_lowercase, digits

from laomo.pages.handwritten.articles import Article
from laomo.pages.search.documents import Card, Collection, Texts
from laomo.pages.search.everyday import Everyday
from laomo.records import models
from laomo.records.models import vocabulary
from laomo.registry.introduction import introduce
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.text import line_breaks

_RESULTS = {kind: place for place, kind in enumerate(vocabulary.RESULT_KINDS)}

DIGITS = digits + ascii_lowercase
_ON_THE_STUDIO_PAGE = 2
"""Where an achievement's card leads: 1 its own page, 0 the annual report, and this, where the studio has no reports here."""
_LINE = 60
"""The most characters of running text on a card."""


_ROOMS = {
    "stories": "故事",
    "policies": "政策",
    "spirit": "劳模精神",
    "help": "帮助",
    "about": "关于",
}
"""What the card of a hand-written page says it is, by the room it is in."""
_READERS = frozenset(("help/access/", "help/privacy/", "help/terms/"))
"""Pages of the help for everybody. The others are for those who publish; they stand behind all else that says a word."""


def numbered(registry: Registry) -> list[Studio]:
    """The active studios in the order of their document numbers: by industry, job and skills; otherwise by union.

    Studios of one trade share words, and postings with neighbouring numbers are shorter.
    """
    return sorted(registry.active_studios, key=_trade)


def _trade(studio: Studio) -> tuple[str, str, tuple[str, ...]]:
    job, skills = next(((leader.job or "", leader.specialities) for leader in studio.record.leaders), ("", ()))
    return studio.record.industry or "", job, skills


def collect(registry: Registry, articles: Iterable[Article]) -> Collection:
    """The documents of a site. Data that is not published is not included; of studios that have ended only a page (`site_pages`)."""
    studios, everyday = numbered(registry), Everyday.of(registry.vocabulary.also_called)
    return Collection(
        studios=(studio_texts(studio, everyday).document() for studio in studios),
        achievements=(achievement_texts(item, everyday).document() if item else None for item in ranked(studios)),
        unions=(texts.document() for texts in union_texts(registry)),
        pages=(texts.document() for texts in page_texts(articles, everyday)),
    )


def ranked(studios: list[Studio]) -> list[Achievement | None]:
    """The first achievement of each studio, then the second of each, …; None where there is none."""
    return [item for rank in zip_longest(*(studio.achievements for studio in studios)) for item in rank]


def named(studio: Studio) -> int:
    """The year of the studio's first valid title; 0 without one."""
    return min((title.decision.date.year for title in studio.valid_designations), default=0)


def studio_texts(studio: Studio, everyday: Everyday) -> Texts:
    """The texts of a studio's document."""
    record, leaders = studio.record, studio.record.leaders
    best, running = _best(studio), [*_running_text(studio)]
    trades = (text for leader in leaders for text in (leader.job, leader.title, *leader.specialities))
    return Texts.of(
        _studio_card(studio),
        running,
        names=(leader.name for leader in leaders),
        title=(studio.name, *record.former_names),
        unit=record.units,
        skill=(
            *chain.from_iterable(map(_skills, leaders)),
            *(record.category, record.industry, *record.types, *record.kinds),
        ),
        facet=(
            *(record.region, studio.union.name, studio.union.short, best.level if best else None),
            str(named(studio) or ""),
            studio.home.region if studio.home else None,
        ),
        meant_by_title=everyday.trades(studio.name, *record.former_names),
        meant_by_unit=everyday.trades(*record.units),
        meant_by_skill=everyday.trades(record.industry, *trades),
        meant_by_text=everyday.trades(record.slogan, record.intro) | everyday.needs(*running),
    )


def _best(studio: Studio) -> models.DecisionRecord | None:
    """The decision on the studio's highest title; None without one."""
    return studio.valid_designations[0].decision if studio.valid_designations else None


def _studio_card(studio: Studio) -> Card:
    record, who = studio.record, introduce(studio)
    best, measure = _best(studio), who.measure
    sentence = f"“{who.sentence}”" if who.speaker else who.sentence
    return [
        studio.id,
        studio.name,
        "、".join(leader.name for leader in studio.leaders),
        "、".join(record.units),
        studio.union.name,
        record.industry or "",
        _short(sentence or record.intro),
        f"{best.level}{best.result}" if best else "",
        vocabulary.LEVELS[best.level] if best else "",
        named(studio),
        [measure.indicator, measure.before.text, measure.after.text, measure.unit] if measure else [],
        int(record.sample),
        "、".join([*record.former_names, *(leader.name for leader in record.leaders if leader.end)]),
        _breaks(studio.name, studio.people),
        [year.year for year in studio.years],
    ]


def _skills(leader: models.Leader) -> Iterable[str | None]:
    return leader.job, leader.skill_grade, leader.title, leader.kind, *leader.specialities


def _running_text(studio: Studio) -> Iterator[str | None]:
    """The running text of a studio's page."""
    yield from _profile_words(studio.record)
    for year in studio.years:
        yield from _year_words(year.record)
        for item in year.achievements:
            if not item.told:
                yield from _achievement_words(item.record)
    for item in studio.shared:
        yield item.record.title
        yield from _achievement_words(item.record)


def _profile_words(record: models.StudioRecord) -> Iterator[str | None]:
    yield from (
        record.quote.text if record.quote else None,
        record.slogan,
        record.intro,
        record.positioning,
        record.methods,
    )
    yield from _honours(record.honours)
    for leader in record.leaders:
        yield leader.bio
        yield from _honours(leader.honours)
    yield from (rule.name for rule in record.rules)
    yield from record.place.equipment if record.place else ()
    yield from (link.title for link in record.links)


def _year_words(record: models.YearRecord) -> Iterator[str | None]:
    yield record.summary
    yield from _honours(record.honours)
    yield from (training.topic for training in record.trainings)
    for event in (*record.exchanges, *record.assistance, *record.leader_trainings):
        yield from (event.topic, event.partner)
    for project in record.projects:
        yield from (project.title, project.problem, project.goal)


def _honours(honours: Iterable[models.Honour]) -> Iterator[str]:
    return (honour.name for honour in honours)


def _achievement_words(record: models.AchievementRecord) -> Iterator[str | None]:
    yield from (record.problem, record.solution, record.effect, record.story, record.social_benefit)
    for measure in record.measures:
        yield from (measure.indicator, measure.says)
    for recognition in record.recognised_by:
        yield from (recognition.award, recognition.body)
    yield from (promotion.place for promotion in record.promotion)


def achievement_texts(item: Achievement, everyday: Everyday) -> Texts:
    """The texts of an achievement's document."""
    record = item.record
    problem = everyday.trades(record.kind) | everyday.concerns(record.problem)
    partners = [studio.name for studio in item.studios] if item.partners else []
    return Texts.of(
        _achievement_card(item),
        (*partners, *(_achievement_words(record) if item.told else ())),
        title=(record.title,),
        skill=(record.kind, *record.innovation, *record.adopted),
        number=(record.ip.number,) if record.ip else (),
        meant_by_title=everyday.trades(record.title),
        meant_by_skill=problem,
        meant_by_facet=everyday.needs(*_told(record)) - problem,
    )


def _told(record: models.AchievementRecord) -> Iterator[str | None]:
    """What an achievement does, beside its problem and who recognised it."""
    yield from (record.solution, record.effect, record.story, record.social_benefit)
    yield from (measure.indicator for measure in record.measures)


def _achievement_card(item: Achievement) -> Card:
    record = item.record
    change = record.measures[0] if record.measures else None
    figures = [str(text) for text in (change.indicator, change.before, change.after, change.unit)] if change else None
    year_in_id = record.id.startswith(f"{item.year}-")  # 2013-01: the client takes the year from the id
    return [
        *(record.id, _ON_THE_STUDIO_PAGE if item.studio.brief else int(item.has_page), record.title),
        *(_RESULTS[record.kind], 0 if year_in_id else item.year, figures or _short(record.effect)),
        _breaks(record.title, item.studio.people),
    ]


def union_texts(registry: Registry) -> list[Texts]:
    """The texts of the unions' documents, in order."""
    return [_union(union, sum(not s.ended for s in registry.studios_of(union.id))) for union in registry.unions]


def _union(union: models.UnionRecord, studios: int) -> Texts:
    card: Card = [union.id, union.name, union.kind, studios, _breaks(union.name), union.landline or ""]
    return Texts.of(card, (union.kind, union.intro), title=(union.name, union.short, *union.other_names))


def page_texts(articles: Iterable[Article], everyday: Everyday) -> list[Texts]:
    """The texts of the hand-written pages' documents, in order."""
    return [_page(article, everyday) for article in articles]


def _page(article: Article, everyday: Everyday) -> Texts:
    card: Card = [
        *(article.url, article.title, _short(article.description or article.text), _breaks(article.title)),
        article.kind or _ROOMS.get(article.url.split("/")[0], "本馆"),
    ]
    whole = (article.title, *article.also)
    if article.url.startswith("help/") and article.url not in _READERS:
        text = "\n".join([article.title, article.description, *article.headings, article.text])
        return Texts.of(card, (), whole=whole, help=(text,))
    story, unit = article.url.startswith("stories/"), article.kind == "单位"
    return Texts.of(
        card,
        (article.description, article.text),
        whole=whole,
        title=() if unit else (article.title,),
        unit=(article.title,) if unit else (),  # a part of its name asks for its studios first
        headings=article.headings,
        meant_by_skill=everyday.trades(article.title, article.description) if story else (),
        meant_by_text=everyday.trades(article.text) if story else (),
    )


def _breaks(title: str, people: Iterable[str] = ()) -> str:
    """Where the lines of a title may break: the length of each part but the last, in UTF-16 units, as a digit to the base 36.

    What follows a part of more than 35 units is left whole.
    """
    lengths = (len(part.encode("utf-16-le")) // 2 for part in line_breaks.parts(title, people)[:-1])
    return "".join(DIGITS[length] for length in takewhile(lambda length: length < len(DIGITS), lengths))


def _short(text: str | None) -> str:
    line = "".join((text or "").split("\n"))
    return line if len(line) <= _LINE else f"{line[: _LINE - 1]}…"
