"""The search page, and the index that the page and all search fields read."""

from collections.abc import Iterator

from laomo.pages import breadcrumbs, site_pages
from laomo.pages.context import Context
from laomo.pages.emitters import help_checks, help_problems
from laomo.pages.handwritten.articles import Article
from laomo.pages.search import index
from laomo.pages.search.kept import Keeping
from laomo.records.models import vocabulary
from laomo.registry import urls
from laomo.system.output import Output


def emit(context: Context) -> Iterator[Output]:
    registry = context.registry
    yield context.page(
        "search.md",
        urls.SEARCH,
        trail=breadcrumbs.to(breadcrumbs.SEARCH),
        counts=context.counts,
        unions=len(registry.unions),
        hosts=[union for union in registry.host_unions if registry.studios_of(union.id)],
    )
    yield from index.outputs(registry, indexed_pages(context), _keeping(context))


def indexed_pages(context: Context) -> list[Article]:
    """All pages that the index holds beside those of studios, achievements and unions."""
    return site_pages.of(context, _help_pages())


def _help_pages() -> list[Article]:
    """The pages of the help that are made by the generator: what they explain can be found by its words."""
    rules = (text for rule in help_checks.rules() for text in (rule.meaning, rule.passes, rule.fails))
    problems = (
        text for group in help_problems.groups() for each in group.problems for text in (each.found, each.remedy)
    )
    terms = (text for term, (meaning, others) in vocabulary.TERMS.items() for text in (term, meaning, *others))
    pages = {"checks": ("检查规则", rules), "problems": ("提示说明", problems), "terms": ("用语", terms)}
    return [Article(f"help/{name}/", title, "", (), "\n".join(text)) for name, (title, text) in pages.items()]


def _keeping(context: Context) -> Keeping | None:
    """Where the index is kept from run to run, known by whatever it shows beside studios, unions and hand-written pages."""
    registry, fingerprints = context.registry, context.fingerprints
    if context.cache_folder is None:
        return None
    version = fingerprints.of(
        [union.name for union in registry.unions], registry.industries, registry.vocabulary.also_called
    )
    return Keeping(context.cache_folder / "store.db", version, fingerprints.studio)
