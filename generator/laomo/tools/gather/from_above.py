"""`laomo gather --from-above`: titles that the upper union gave to this house's studios come down, with their document numbers."""

from typing import Any

from pydantic import ValidationError

from laomo import checks
from laomo.project import Project
from laomo.records.layout import shown
from laomo.records.loader import load, private, with_records
from laomo.records.models import HOUSE_FORMAT, AboveRecord, StudioRecord
from laomo.records.models.houses import UpperHouse
from laomo.records.tree import tree_of
from laomo.records.yaml import writer
from laomo.registry.houses import ABOVE
from laomo.registry.registry import Registry
from laomo.registry.urls import titles_for
from laomo.system import files
from laomo.tools.gather import sources
from laomo.tools.gather.edition import mapping, said
from laomo.tools.gather.refusal import HouseRefused

_MOST = 4_000_000


def fetch(project: Project, above: UpperHouse) -> tuple[AboveRecord, bool]:
    """Fetch the titles and write `above.yml`; gives them, and whether they changed. Raises HouseRefused, and writes nothing."""
    file = titles_for(above.id)
    with sources.opened(above.source, project.root) as source:
        data, _ = source.read(file, _MOST)
    facts = mapping(data or b"", file)
    if (version := facts.pop("format", None)) != HOUSE_FORMAT:
        raise HouseRefused("house-newer", format=said(version), known=HOUSE_FORMAT)
    if (house := facts.pop("house", None)) != above.id:
        raise HouseRefused("house-other-id", value=said(house), house=above.id)
    record = _valid(facts, file)
    loaded = load(project.studios)
    own = {path.parts[1] for path, each in loaded.records.items() if isinstance(each, StudioRecord)}
    foreign = sorted({named.studio for each in record.decisions for named in each.studios} - own)
    if foreign:
        raise HouseRefused("house-title-of-other", studio=foreign[0], count=len(foreign))
    data, place = writer.write(tree_of(record)), project.studios / ABOVE
    registry = Registry.of(with_records(loaded, {ABOVE: record}))
    checked = checks.run(registry) if registry else ()
    for problem in (*private(data.decode(), shown(ABOVE)), *checked):
        if problem.path == shown(ABOVE) and problem.severity == "error":
            raise HouseRefused(problem.code, **problem.facts)
    changed = not place.is_file() or place.read_bytes() != data
    if changed:
        files.write_atomic(place, data)
    return record, changed


def _valid(facts: dict[str, Any], file: str) -> AboveRecord:
    try:
        return AboveRecord.model_validate(facts)
    except (ValidationError, RecursionError) as error:
        raise HouseRefused("house-malformed", file=file, field="") from error
