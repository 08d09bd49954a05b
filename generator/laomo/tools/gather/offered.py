"""What a house offers, beside what lies here of it: whether there is anything new to be read."""

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path, PurePosixPath

from laomo.project import Project
from laomo.records import loader, models
from laomo.records.models.houses import HousesRecord, MemberHouse
from laomo.records.tree import tree_of
from laomo.registry import houses
from laomo.system import clock, files
from laomo.tools.gather import edition as editions
from laomo.tools.gather import signature, sources
from laomo.tools.gather.edition import HouseEdition
from laomo.tools.gather.refusal import HouseRefused

_MOST_OF_SIGNATURE = 10_000


def workplace(project: Project, house: MemberHouse) -> Path:
    """Where a house is worked on: what was fetched, and its new folder."""
    return project.root / ".build" / "houses" / house.id


def forget_houses_that_left(project: Project, record: HousesRecord) -> None:
    """Delete what was fetched of houses that are no longer listed: it may name people whose withdrawal nobody learns of any more."""
    ids = {house.id for house in record.houses}
    for place in sorted((project.root / ".build/houses").glob("*")):
        if place.name not in ids and place.is_dir() and not place.is_symlink():
            shutil.rmtree(place)


def terms(record: HousesRecord, house: MemberHouse) -> str:
    """A digest of all that houses.yml says of a house: what was taken under other terms is taken anew."""
    same = [
        each for each in record.same if any(name.startswith(f"{house.id}/") for name in (each.shown, *each.left_out))
    ]
    said = [tree_of(each) for each in (house.model_copy(update={"source": ""}), *same)]
    return houses.lettered(sha256(json.dumps(said, ensure_ascii=False, sort_keys=True).encode()).hexdigest())


def read_edition(
    project: Project, record: HousesRecord, house: MemberHouse, source: sources.HouseSource, *, taken: bool
) -> HouseEdition | None:
    """The edition that a house offers; None if it is the one that lies here, and that is `taken` as houses.yml wants it. Raises HouseRefused."""
    tag_file = workplace(project, house) / "tag"
    here, now = edition_here(project, house), terms(record, house)
    tagged, _, tag = tag_file.read_text("utf-8").partition(" ") if tag_file.is_file() else ("", "", "")
    wanted = here.edition if here is not None and taken else ""
    # of an edition that was not taken, the tag says nothing
    data, new_tag = source.read("data/edition.json", editions.MOST_BYTES, tag if wanted == tagged else "")
    if data is None:
        return None
    if here is not None and wanted == houses.lettered(sha256(data).hexdigest()):
        _remember_tag(tag_file, wanted, new_tag)
        return None
    if house.key:
        verify(source, data, house.key)
    offered = editions.parse(data, house.id)
    if here and offered.record.edition != here.edition and offered.as_of.surely_before(here.as_of):
        raise HouseRefused("house-older", offered=offered.as_of.iso, known=here.as_of.iso)
    if other := _house_at(record, offered.record.address or "", house):
        raise HouseRefused("house-address", address=offered.record.address or "", other=other)
    if offered.as_of.year > clock.today().year:
        raise HouseRefused("house-ahead", offered=offered.as_of.iso)
    _remember_tag(tag_file, offered.record.edition, new_tag)
    # of an edition that is no newer, a withdrawal is not taken back: its server may be behind
    earlier = frozenset(here.withdrawals) if here and not here.as_of.surely_before(offered.as_of) else frozenset[str]()
    withdrawn = offered.withdrawn | earlier
    record_here = offered.record.model_copy(update={"terms": now, "withdrawals": tuple(sorted(withdrawn))})
    return replace(offered, record=record_here, withdrawn=withdrawn)


def _house_at(record: HousesRecord, address: str, house: MemberHouse) -> str:
    """The other house at whose site an address is, as far as houses.yml says; empty if at none's, or at this house's."""
    sites = [(each.source.rstrip("/") + "/", each.id) for each in record.houses if "://" in each.source]
    at = max(
        (each for each in sites if f"{address.rstrip('/')}/".startswith(each[0])),
        key=lambda each: len(each[0]),
        default=("", ""),
    )
    return "" if at[1] == house.id else at[1]


def _remember_tag(file: Path, edition: str, tag: str) -> None:
    said = f"{edition} {tag}".encode()
    if not file.is_file() or file.read_bytes() != said:
        files.write_atomic(file, said)


def verify(source: sources.HouseSource, data: bytes, key: str) -> None:
    """Raises HouseRefused unless the house has signed its edition with this key."""
    signed, _ = source.read("data/edition.json.sig", _MOST_OF_SIGNATURE)
    signature.verify(data, signed or b"", key)


def edition_here(project: Project, house: MemberHouse) -> models.HouseRecord | None:
    """The edition whose records lie in `studios/`; None if there is none that can be read."""
    return loader.read_one(project.studios, PurePosixPath(house.id, "house.yml"), models.HouseRecord)
