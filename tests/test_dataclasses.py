"""Every dataclass of the package is frozen and has slots: values are compared, kept and shared, and a slip in a name fails at once.

Those that depart from it stand here with the reason; what is new here must be asked for.
"""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import laomo

# fmt: off
FILLED_WITH_SLOTS = (
    "assets.attachments.readers.ooxml.OoxmlDocument", "pages.search.documents.Document", "records.parse_cache.ParseCache",
    "records.yaml.reader.Marks", "render.cache.RenderCache", "text.digit_runs.DigitRun", "text.people_cell.PeopleCell",
    "pages.search.kept.Kept", "pages.search.postings_edit.PairCounts", "tools.demo.decisions.Decisions", "tools.demo.people.Names", "tools.demo.texts.Told", "tools.demo.plan._Planner", "tools.demo.units.UnitNames",
    "tools.spreadsheets.item_matching._Matching", "tools.spreadsheets.member_lists._Team", "tools.spreadsheets.placeholder_cells._Run",
    "tools.gather.gathering.Gathering", "tools.spreadsheets.round_decisions._PaperRows", "tools.spreadsheets.union_list.UnionList", "tools.gather.staging.StagedHouse", "tools.gather.archives._Counted", "tools.gather.keeping.Fetched", "tools.gather.deadline.Deadline", "tools.spreadsheets.workbook._Budget", "tools.spreadsheets.workbook._Sheet", "tools.visits.log.Seen",
)
"""Filled step by step by the code that makes them."""
FROZEN_THAT_REMEMBER = (
    "assets.attachments.publication._Pages", "pages.context.Context", "pages.facets.Shelf", "pages.search.source.IndexSource", "registry.registry.Registry",
    "render.mkdocs_site.MkDocsSite", "tools.demo.achievement.AchievementDraft", "tools.spreadsheets.columns.Column",
    "tools.spreadsheets.photographs.Photographs",
)
"""Their cached properties need a place for what they found."""
FILLED_THAT_REMEMBER = ("tools.spreadsheets.draft.Draft", "tools.spreadsheets.record_files.Archive", "tools.spreadsheets.would_be.WouldBe")
# fmt: on
DEPART = {
    **{name: {"frozen"} for name in FILLED_WITH_SLOTS},
    **{name: {"slots"} for name in FROZEN_THAT_REMEMBER},
    **{name: {"frozen", "slots"} for name in FILLED_THAT_REMEMBER},
    "registry.studio.Studio": {
        "frozen",
        "slots",
        "eq",
    },  # filled by the registry, remembers, and is equal to itself only
    "records.models.base.OneOf": {"eq"},  # its table of words cannot be hashed
    "records.models.base.PartialDate": {"order"},  # dates are sorted
}
"""Class → what it departs in."""


def dataclasses_of_the_package() -> Iterator[type]:
    for found in pkgutil.walk_packages(laomo.__path__, "laomo."):
        if not found.name.endswith("__main__"):
            module = importlib.import_module(found.name)
            yield from (
                each
                for each in vars(module).values()
                if inspect.isclass(each) and each.__module__ == found.name and dataclasses.is_dataclass(each)
            )


def departures(each: type) -> set[str]:
    params = each.__dataclass_params__  # type: ignore[attr-defined]
    usual = {"frozen": True, "slots": True, "eq": True, "order": False}
    found = {"frozen": params.frozen, "slots": "__slots__" in vars(each), "eq": params.eq, "order": params.order}
    return {name for name, value in found.items() if value != usual[name]}


def test_dataclasses_are_frozen_and_have_slots() -> None:
    every = {
        f"{each.__module__.removeprefix('laomo.')}.{each.__qualname__}": departures(each)
        for each in dataclasses_of_the_package()
    }
    assert len(every) > 150
    assert {name: departs for name, departs in every.items() if departs} == DEPART
