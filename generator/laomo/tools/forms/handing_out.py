"""The form, and a studio's records packed for it: the administrator hands both out, the clerk opens the zip in the form and goes on."""

from pathlib import PurePosixPath

from laomo.pages.form import page
from laomo.pages.form.schemas import ALONE
from laomo.records import layout
from laomo.tools.forms.contents import FormArchive, FormRecord, Item
from laomo.tools.spreadsheets.record_files import Archive

_INTERNAL = ("report",)
"""Fields of the union's own, which stay there."""


def form(known: Archive) -> bytes:
    """The form of a site. Raises page.NoLibraries."""
    unions = {str(each.get("id")): str(each.get("name", each.get("id"))) for each in known.unions}
    site = known.trees.get(next(path for path in layout.NEEDED if path.name == "site.yml"), {})
    return page.page(page.FormFacts(str(site.get("name", "")), unions, known.industries))


def packed(known: Archive, studio: str) -> FormArchive:
    """A studio's profile and years. `studio` is the id of one on record; its pictures stay where they are."""
    profile = known.profiles[studio]
    records = [_record("studio", "", known.trees[profile])]
    records += [_record("year", path.stem, known.trees[path]) for path in known.years.get(studio, ())]
    return FormArchive(profile.parts[0], studio, str(known.trees[profile].get("name", "")), tuple(records))


def packed_record(known: Archive, kind: str, path: PurePosixPath) -> FormArchive:
    """One decision, notice or table of targets, or the alliances."""
    return FormArchive("", "", "", (_record(kind, "" if kind in ALONE else path.stem, known.trees[path]),))


def _record(kind: str, name: str, tree: Item) -> FormRecord:
    shown = {key: value for key, value in tree.items() if key not in _INTERNAL}
    return FormRecord(kind, name, shown, shown)
