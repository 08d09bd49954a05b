"""The pages that are neither a studio nor an achievement nor a union, as the search index reads them.

Hand-written pages come as they are; here are those made from records: overviews, lists, notices, decisions, standards, alliances,
targets, statistics, and studios that have ended.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from laomo.pages import breadcrumbs, facets
from laomo.pages.asked_as import ALSO
from laomo.pages.context import Context
from laomo.pages.handwritten.articles import Article
from laomo.pages.search.record_pages import record_pages
from laomo.records.models import vocabulary
from laomo.registry import units, urls
from laomo.registry.honour_kinds import kind_of
from laomo.registry.honours import held_honours
from laomo.registry.projects import projects
from laomo.registry.standards import evidence
from laomo.registry.studio import Studio
from laomo.text.collation import slug

T = TypeVar("T")

_TASKS = ("任务", "任务表", "任务分解", "任务分解表", "目标任务", "任务完成情况", "完成情况", "创建任务")
"""What is asked when the newest table of targets is the answer."""
_ENDINGS = {"合并": "已合并", "迁出": "已迁出"}
_OVERVIEWS = (
    *(breadcrumbs.STUDIOS, breadcrumbs.ACHIEVEMENTS, breadcrumbs.PEOPLE, breadcrumbs.UNIONS, breadcrumbs.DECISIONS),
    *(breadcrumbs.NOTICES, breadcrumbs.ALLIANCES, breadcrumbs.HONOURS, breadcrumbs.STANDARDS, breadcrumbs.FIGURES),
    *(breadcrumbs.OPEN_DATA, ("已验收达标的工作室", urls.listing(urls.QUALIFIED))),
    *(("成果与效益统计", f"{urls.STATISTICS}achievements/"), ("队伍与传承统计", f"{urls.STATISTICS}people/")),
    *(("Model Worker and Craftsman Innovation Studios", urls.ENGLISH), ("All studios", f"{urls.ENGLISH}studios/")),
    ("Terms explained", f"{urls.ENGLISH}terms/"),
)


def of(context: Context, help_pages: Iterable[Article]) -> list[Article]:
    """All such pages of a site; `help_pages` are those of the help that are made by the generator."""
    made = [
        *_of_records(context),
        *(_page(url, title, kind="总览") for title, url in _OVERVIEWS),
        *_ended(context),
        *_standards(context),
        *_alliances(context),
        *_lists(context),
        *help_pages,
    ]
    written = {article.url for article in context.articles}
    by_address: dict[str, Article] = {}
    for page in (*context.articles, *(page for page in made if page.url not in written)):
        by_address.setdefault(page.url, page)
    pages = by_address.values()
    return [replace(page, also=(*page.also, *ALSO.get(page.url, ()))) for page in pages]


def _page(url: str, title: str, line: str = "", *text: str | None, **more: Any) -> Article:
    return Article(url, title, line, (), "\n".join(filter(None, text)), **more)


def _ended(context: Context) -> Iterator[Article]:
    """Studios that have ended: of those only the name and what became of them is published."""
    for studio in context.registry.studios:
        if studio.ended:
            state = _ENDINGS.get(studio.ending or "", "已撤销")
            yield _page(studio.url, studio.name, f"这家工作室{state}，{_whereabouts(context, studio)}", kind=state)


def _whereabouts(context: Context, studio: Studio) -> str:
    successor = context.registry.studio_by_id.get(studio.record.merged_into or "")
    if studio.ending == "合并" and successor:
        return f"并入{successor.name}。"
    if studio.ending == "迁出" and studio.record.moved_to:
        return f"迁往{studio.record.moved_to}。"
    return "网页仅作存档。"


def _of_records(context: Context) -> Iterator[Article]:
    """Notices, decisions and events, and the lists and boards, with what their cards say they are."""
    registry = context.registry
    kinds = {
        **{urls.notice(name): notice.kind for name, notice in registry.notices},
        **{urls.decision(path.stem): f"{decision.result}文件" for path, decision in registry.announced},
        **{urls.event(name): event.kind for name, event in registry.events},
    }
    for page in record_pages(registry):
        kind = kinds.get(page.url)
        yield replace(page, kind=kind) if kind else replace(page, kind="总览", also=page.headings)


def _standards(context: Context) -> Iterator[Article]:
    reported = {year.year for studio in context.registry.active_studios for year in studio.years}
    for name, record in context.registry.standards:
        words = (text for item in record.items for text in (item.label, item.text))
        yield _page(
            urls.standard(name),
            record.name,
            record.document or "",
            record.doc_no,
            record.intro,
            *words,
            kind="创建标准",
        )
        for year in sorted(each for each in reported if evidence.valid_in(record, each)):
            titles = f"{year}年{record.short}各条有材料的工作室", f"{record.short} {year}年各条有材料的工作室"
            url = urls.listing(urls.standard_year(name, year))
            yield _page(url, titles[0], record.name, kind="创建标准", also=titles[1:])


def _alliances(context: Context) -> Iterator[Article]:
    for each in context.registry.alliances:
        words = (each.charter, *each.projects, *each.results)
        yield _page(urls.alliance(each.id), each.name, each.kind, *words, kind="联盟")


def _lists(context: Context) -> Iterator[Article]:
    """Lists of studios and achievements by facets, of honours by kinds and unions, of targets by years, of stories by themes."""
    registry = context.registry
    yield from _values(facets.of_studios(registry), registry.active_studios, "工作室名录")
    yield from _values(facets.of_achievements(registry), registry.achievements, "成果名录")
    yield from _values(facets.of_projects(), projects(registry), "一线难题")
    for facet in (each for each in facets.of_studios(registry) if each.name != "union" and each.sections):
        yield _page(urls.listing(facet.home), facet.title, kind="工作室名录")
    for unit in units.units(registry):
        names = "、".join(studio.name for studio in (*unit.hosted, *unit.joined))
        yield _page(unit.url, unit.name, names, kind="单位")
    held = {event.kind for _, event in registry.events}
    for kind, place in vocabulary.EVENT_KINDS.items():
        if kind in held:
            yield _page(urls.listing(f"{urls.EVENTS}/{place}"), kind, kind=breadcrumbs.EVENTS[0])
    kinds = {kind_of(each.honour.name, each.honour.level) for each in held_honours(registry)}
    for kind in (each for each in vocabulary.HONOUR_KINDS if each in kinds):
        yield _page(urls.listing(f"honours/{vocabulary.HONOUR_KINDS[kind]}"), kind, kind="荣誉")
    if context.commendations:
        yield _page("honours/unions/", "工会表彰", kind="荣誉")
    for awarding in context.commendations:
        words = (commendation.title for commendation in awarding.items)
        yield _page(awarding.url, f"{awarding.name}的表彰", "", *words, kind="荣誉")
    newest = max((table.year for table in registry.targets), default=0)
    for table in registry.targets:
        title, also = f"{table.year}年任务与进展", _TASKS if table.year == newest else ()
        yield _page(urls.targets(table.year), title, table.record.title, kind="任务与进展", also=also)
    yield from _stories(context)


def _values(of: Iterable[facets.Facet[T]], items: Sequence[T], kind: str) -> Iterator[Article]:
    """The first page of each facet value that has items; a union's studios are on its own page."""
    for facet in of:
        if facet.sections and not (facet.home == "unions" and facet.name == "union"):
            found = {value for item in items for value in facet.values(item)}
            for value in (each for each in facet.sections if each in found):
                yield _page(urls.listing(facet.sections[value]), facet.heading.format(value), facet.title, kind=kind)


def _stories(context: Context) -> Iterator[Article]:
    themes = dict.fromkeys(theme for story in context.stories for theme in story.themes)
    if context.stories and not context.exists(breadcrumbs.STORIES[1]):
        yield _page(breadcrumbs.STORIES[1], breadcrumbs.STORIES[0], kind="总览")
    if themes:
        yield _page("stories/themes/", "按主题读故事", kind="故事")
    for theme in themes:
        url = f"stories/themes/{vocabulary.STORY_THEMES.get(theme) or slug(theme)}/"
        yield _page(url, f"主题：{theme}", kind="故事")
