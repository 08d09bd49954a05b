"""The zip that the form saves, read as if an enemy had made it, and written in the same shape for the form to open.

form.json    what the form is about, and its records: each as it was opened (`base`) and as it was saved (`record`)
photos/       the pictures that the clerk has added
"""

import io
import json
import re
import stat
import zipfile
import zlib
from pathlib import Path
from typing import BinaryIO

from laomo.pages.form.page import FORMAT
from laomo.records.models.base import PICTURE_NAME
from laomo.system import files
from laomo.tools.forms import contents
from laomo.tools.forms.contents import FormArchive, FormRefused

CONTENTS = "form.json"
MOST_BYTES = 200_000_000
"""Of the zip; also of all that is in it. Pictures are packed as they are, so the two are much alike."""
MOST_PHOTOS = 400
MOST_PHOTO_BYTES = 10_000_000
MOST_CONTENTS = 5_000_000
"""Bytes of `form.json`. A year of a very busy studio has 100,000."""
_PHOTO = re.compile(rf"photos/({PICTURE_NAME})")
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_FOLDER = "photos/"


def read(file: Path) -> FormArchive:
    """What a zip holds. Nothing is unpacked to disk. Raises FormRefused, and OSError."""
    with files.open_no_follow(file) as opened:
        if opened.seek(0, io.SEEK_END) > MOST_BYTES:
            raise FormRefused("form-zip-too-large")
        try:
            with zipfile.ZipFile(opened) as package:
                return _read(package)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError):
            raise FormRefused("form-zip-unreadable") from None


def write(form: FormArchive, to: BinaryIO) -> None:
    """Pack a form's contents as the form itself does; the same contents are the same bytes."""
    said = {
        "format": FORMAT,
        "union": form.union,
        "studio": form.studio,
        "name": form.name,
        "records": [
            {"kind": each.kind, "name": each.name, "base": each.base, "record": each.record, "sent": each.sent}
            for each in form.records
        ],
    }
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr(zipfile.ZipInfo(CONTENTS), json.dumps(said, ensure_ascii=False, indent=1).encode())
        for name, data in sorted(form.photos.items()):
            package.writestr(zipfile.ZipInfo(f"photos/{name}"), data)


def _read(package: zipfile.ZipFile) -> FormArchive:
    entries = [each for each in package.infolist() if each.orig_filename != _FOLDER]
    if len(entries) > MOST_PHOTOS + 1:
        raise FormRefused("form-zip-too-many", count=len(entries), limit=MOST_PHOTOS)
    for entry in entries:
        _refuse(entry)
    names = [entry.orig_filename.casefold() for entry in entries]
    if doubled := next((entry for entry in entries if names.count(entry.orig_filename.casefold()) > 1), None):
        raise FormRefused("form-zip-duplicate", name=_shown(doubled.orig_filename))
    listed = next((entry for entry in entries if entry.orig_filename == CONTENTS), None)
    if listed is None:
        raise FormRefused("form-zip-no-form")
    if sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise FormRefused("form-zip-too-large")
    form = contents.parse(_unpacked(package, listed, MOST_CONTENTS))
    photos = {
        found[1]: _unpacked(package, entry, MOST_PHOTO_BYTES)
        for entry in entries
        if (found := _PHOTO.fullmatch(entry.orig_filename))
    }
    return FormArchive(form.union, form.studio, form.name, form.records, photos)


def _refuse(entry: zipfile.ZipInfo) -> None:
    """Raises FormRefused for what is neither the contents nor a plain picture in `photos/`."""
    name = entry.orig_filename
    if entry.flag_bits & _ENCRYPTED:
        raise FormRefused("form-zip-encrypted")
    if stat.S_IFMT(entry.external_attr >> 16) not in (0, stat.S_IFREG):
        raise FormRefused("form-zip-link", name=_shown(name))
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ".." in parts or ":" in parts[0] or not name.isprintable():
        raise FormRefused("form-zip-name", name=_shown(name))
    if name.lower().endswith((".zip", ".rar", ".7z", ".tar", ".gz", ".xlsx", ".docx")):
        raise FormRefused("form-zip-nested", name=_shown(name))
    if name != CONTENTS and not _PHOTO.fullmatch(name):
        raise FormRefused("form-zip-unexpected", name=_shown(name))


def _shown(name: str) -> str:
    return name[:60]


def _unpacked(package: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The bytes of an entry, of which no more than `most` are unpacked, whatever the zip says of their number."""
    if entry.file_size > most:
        raise FormRefused("form-zip-too-large")
    with package.open(entry) as opened:
        data = opened.read(most + 1)
    if len(data) > most:
        raise FormRefused("form-zip-too-large")
    return data
