"""What the checks of the whole site say of an import before anything is written, each problem at the cell that it comes from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import PurePosixPath

from pydantic import ValidationError

from laomo import checks
from laomo.problems.problem import Fact, Problem
from laomo.records import layout, validation
from laomo.records.loader import Loaded, load, with_records
from laomo.records.models import Record
from laomo.registry.registry import Registry
from laomo.tools.spreadsheets.columns import Item
from laomo.tools.spreadsheets.draft import Draft, Source
from laomo.tools.spreadsheets.record_files import Archive

_ABOUT_ONE_RECORD = frozenset(
    {
        "plaque-before-founding",
        "future-date",
        "year-too-early",
        "team-parts",
        "more-than-team",
        "suggestions-order",
        "outcomes-over-apprentices",
    }
)
"""What is also said of a row that cannot become a record of its own: nothing that depends on others."""


@dataclass
class WouldBe:
    """The records on disk, over which drafts are laid."""

    archive: Archive

    @cached_property
    def _loaded(self) -> Loaded:
        return load(self.archive.folder, None, self.archive.cache_file)

    @cached_property
    def _before(self) -> set[tuple[str, str, tuple[str | int, ...]]]:
        """The problems of the records as they are."""
        return {(each.path, each.code, each.loc) for each in checked(self._loaded)}

    def problems(self, draft: Draft) -> list[Problem]:
        """The problems that the changes of a draft would cause, at their cells; those of a file whose row is unknown, at the file."""
        found, records = as_records(draft.wanted)
        if records:
            laid = with_records(self._loaded, records)
            found += checked(replace(laid, pictures=laid.pictures | draft.pictures.keys()))
        _, doubtful = as_records(draft.doubtful)
        if doubtful:  # by themselves: whoever is like them is none the worse for it
            alone = {path: record for path, record in self._loaded.records.items() if len(path.parts) == 1}
            of_doubtful = checked(with_records(replace(self._loaded, records=alone), doubtful))
            found += (each for each in of_doubtful if each.code in _ABOUT_ONE_RECORD)
        return list(self._at_cells(draft, found))

    def _at_cells(self, draft: Draft, found: list[Problem]) -> Iterator[Problem]:
        sources = {layout.shown(path): each for path, each in draft.sources.items()}
        for problem in found:
            if problem.path not in sources:
                continue
            source = _nearest(sources[problem.path], problem)
            if source is None and (problem.path, problem.code, problem.loc) in self._before:
                continue
            source = source or sources[problem.path][-1]
            yield Problem(source.address(problem.loc), problem.code, (), _facts(problem, sources), problem.severity)


def as_records(trees: Mapping[PurePosixPath, Item]) -> tuple[list[Problem], dict[PurePosixPath, Record]]:
    """The trees as records, and the problems of those that are none."""
    problems, records = list[Problem](), dict[PurePosixPath, Record]()
    for path, tree in trees.items():
        model = layout.model_of(path)
        if model is None:
            raise ValueError(path)
        try:
            records[path] = model.model_validate(tree)
        except ValidationError as error:
            problems += validation.problems(error, model, layout.shown(path))
    return problems, records


def checked(loaded: Loaded) -> list[Problem]:
    """What all checks say of the records; nothing without those that a site needs."""
    registry = Registry.of(loaded)
    return checks.run(registry) if registry else []


def _nearest(sources: list[Source], problem: Problem) -> Source | None:
    """The row that a problem's place comes from; None when no row says anything of that place."""
    holding = [each for each in sources if each.holds(problem.loc)]
    return max(holding, key=lambda each: len(each.loc), default=None)


def _facts(problem: Problem, sources: dict[str, list[Source]]) -> dict[str, Fact]:
    """The facts, with the cell of a row in the place of a file that is not written yet."""
    return {
        name: sources[fact][0].entry.address if isinstance(fact, str) and fact in sources else fact
        for name, fact in problem.facts.items()
    }
