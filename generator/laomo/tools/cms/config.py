"""The configuration of Sveltia CMS for a site: which records it shows, by which names, and where they lie.

Nobody invents an address in the CMS. Profiles are those that a command has made, one collection for each union; the years are listed one by
one, each studio by its name, so that a year that has no file yet is begun in the right place. New events and inspections are named by their day.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from laomo.pages.form import schemas
from laomo.records import layout
from laomo.tools.cms import fields
from laomo.tools.cms.host import Host
from laomo.tools.spreadsheets.record_files import Archive

FORMAT = "laomo"
"""The name under which `theme/forms/cms/start.js` registers how records are read and written."""
KINDS = (*schemas.KINDS, "unions", "site")
"""The kinds of records that the CMS offers. The others (`owners`, `vocabulary`, `standard`) are rules for the site and are edited as files."""
SCHEMA = "https://unpkg.com/@sveltia/cms/schema/sveltia-cms.json"
"""What editors check the file by; the CMS itself does not ask for it."""
_SINGLE = ("alliances", "unions", "site")
"""Kinds with one file."""
_LONGEST_SIDE = 2_000
"""Pixels of a picture, as the form scales it."""

_BEGUN = {
    "create": True,
    "slug": {
        "template": "{{date | date('YYYY') | default('{{year}}')}}-{{date | date('MMDD') | default('{{second}}')}}",
        "editable": False,
    },
}
"""What lets a folder have new files, named after their day as the layout takes it. The CMS puts a number behind the second of a day; a date
that it cannot read (2026年4月) becomes this year and a number."""


@dataclass(frozen=True, slots=True)
class Shared:
    """A value that is written once and then referred to by its name."""

    name: str
    value: list[fields.Field]


def config(known: Archive, host: Host, more_years: Sequence[str] = ()) -> dict[str, Any]:
    """The whole configuration. `more_years` are shown for every studio even if nobody has a record of them."""
    site = known.trees.get(layout.NEEDED[0], {})
    return {
        "backend": host.backend(),
        "publish_mode": "editorial_workflow" if host.reviewed else "simple",
        "app_title": f"{site.get('name', '')}填报",
        "show_preview_links": False,
        "editor": {"preview": False},
        "media_folder": "content/pictures",
        "media_libraries": {
            "default": {
                "config": {
                    "slugify_filename": True,
                    "transformations": {
                        "raster_image": {
                            "format": "webp",
                            "quality": 85,
                            "width": _LONGEST_SIDE,
                            "height": _LONGEST_SIDE,
                        },
                    },
                },
            },
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(_collections(known, more_years)),
    }


def text(settings: Mapping[str, Any]) -> str:
    """The configuration as YAML; every text in quotes, and the fields of a kind written once."""
    return f"# yaml-language-server: $schema={SCHEMA}\n" + "\n".join(_block(settings, "", set())) + "\n"


def _collections(known: Archive, more_years: Sequence[str]) -> Iterator[dict[str, Any]]:
    unions = {str(each.get("id")): str(each.get("name", each.get("id"))) for each in known.unions}
    drawn = {
        kind: Shared(kind, fields.fields(schema))
        for kind, schema in schemas.schemas(unions, known.industries, KINDS).items()
    }
    for union, name in unions.items():
        yield _folder(f"union-{union}", name, f"studios/{union}", drawn["studio"]) | {
            "path": "{{slug}}/studio",
            "identifier_field": "name",
            "summary": "{{name}}",
            "media_folder": "photos",
            "public_folder": "",
        }
    for year, studios in _years(known, more_years).items():
        files = [_file(studio, known, year, drawn["year"]) for studio in studios]
        yield {**_files(f"year-{year}", f"{year}年", files), "icon": "calendar_month"}
    for kind, folder in schemas.FOLDERS.items():
        made = _folder(folder, layout.KINDS[kind].title, f"studios/{folder}", drawn[kind]) | {"icon": "description"}
        yield made | (_BEGUN if kind in ("event", "inspection") else {})
    single = [
        {"name": kind, "label": layout.KINDS[kind].title, "file": layout.KINDS[kind].place, "fields": drawn[kind]}
        for kind in _SINGLE
        if PurePosixPath(f"{kind}.yml") in known.trees
    ]
    yield {**_files("whole-site", "全站", single), "icon": "settings"}


def _files(name: str, label: str, files: list[dict[str, Any]]) -> dict[str, Any]:
    """A collection of files that are named one by one. Whoever saves does not merge: `publish` is for the reviewer, at the platform."""
    return {"name": name, "label": label, "format": FORMAT, "publish": False, "files": files}


def _folder(name: str, label: str, folder: str, drawn: Shared) -> dict[str, Any]:
    """A collection of the files of a folder, from which nothing is taken."""
    return {
        "name": name,
        "label": label,
        "folder": folder,
        "extension": "yml",
        "format": FORMAT,
        "create": False,
        "delete": False,
        "duplicate": False,
        "publish": False,
        "summary": "{{title}}（{{slug}}）",
        "fields": drawn,
    }


def _file(studio: str, known: Archive, year: str, drawn: Shared) -> dict[str, Any]:
    profile = known.profiles[studio]
    name = str(known.trees[profile].get("name", studio))
    return {
        "name": studio,
        "label": name,
        "file": f"studios/{profile.parent}/{year}.yml",
        "media_folder": f"/studios/{profile.parent}/photos",
        "public_folder": "",
        "fields": drawn,
    }


def _years(known: Archive, more: Sequence[str]) -> dict[str, list[str]]:
    """Year → ids of its studios, the newest year first. The newest one on record, and those of `more`, have all studios that are active."""
    found: dict[str, list[str]] = {year: [] for year in more}
    for studio in known.profiles:
        for path in known.years.get(studio, ()):
            found.setdefault(path.stem, []).append(studio)
    active = [studio for studio, path in known.profiles.items() if not known.trees[path].get("ended_on")]
    newest = max((year for year in found if year not in more), default="")
    for year in {newest, *more} & set(found):
        found[year] = [studio for studio in known.profiles if studio in found[year] or studio in active]
    return dict(sorted(found.items(), reverse=True))


def _block(value: Any, pad: str, written: set[str]) -> Iterator[str]:
    """The lines of a mapping or a list in block style."""
    for name, each in value.items() if isinstance(value, Mapping) else ((None, each) for each in value):
        head = f"{pad}- " if name is None else f"{pad}{name}: "
        inner = pad + "  "
        if isinstance(each, Shared):
            yield f"{head}{'*' if each.name in written else '&'}{each.name}"
            if each.name not in written:
                written.add(each.name)
                yield from _block(each.value, inner, written)
        elif not each or not isinstance(each, Mapping | list):
            yield head + json.dumps(each, ensure_ascii=False)
        elif name is None:
            first, *rest = _block(each, inner, written)
            yield head + first.lstrip()
            yield from rest
        else:
            yield head.rstrip()
            yield from _block(each, inner, written)
