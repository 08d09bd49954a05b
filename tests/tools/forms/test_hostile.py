"""A zip from anybody: what the form did not save is refused with a sentence, nothing is unpacked, nothing is written."""

import json
import stat
import struct
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import source_tree
from tests.tools.forms.zips import PROFILE, picture, record, zipped

from laomo.pages.form.page import FORMAT

CONTENTS = json.dumps(
    {"format": FORMAT, "union": "north", "studio": "", "name": "", "records": [record("studio", PROFILE)]}
)


def form(
    *entries: tuple[str | zipfile.ZipInfo, bytes | str], contents: bytes | str = CONTENTS
) -> Callable[[Path], None]:
    """A zip with a form's contents and more entries; those are made as written, whatever a packer would refuse."""

    def make(file: Path) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("form.json", contents)
            for name, data in entries:
                made.writestr(name, data)

    return make


def named(name: str) -> Callable[[Path], None]:
    """A zip with an entry whose name no packer would write: the name of another is changed in its bytes."""

    def make(file: Path) -> None:
        stand_in = "y" * len(name.encode())
        form((stand_in, "x"))(file)
        file.write_bytes(file.read_bytes().replace(stand_in.encode(), name.encode()))

    return make


def link() -> Callable[[Path], None]:
    info = zipfile.ZipInfo("photos/a.jpg")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    return form((info, "/etc/passwd"))


def device() -> Callable[[Path], None]:
    info = zipfile.ZipInfo("photos/a.jpg")
    info.external_attr = (stat.S_IFCHR | 0o777) << 16
    return form((info, ""))


def encrypted(file: Path) -> None:
    form(("photos/a.jpg", "x"))(file)
    data = bytearray(file.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    file.write_bytes(data)


def twice(file: Path) -> None:
    form(("photos/a.jpg", "x"), ("photos/b.jpg", "y"))(file)
    file.write_bytes(file.read_bytes().replace(b"photos/b.jpg", b"photos/A.jpg"))


def understated(file: Path) -> None:
    """A bomb that says of itself that it is small."""
    form(("photos/a.jpg", b"\0" * 30_000_000))(file)
    file.write_bytes(file.read_bytes().replace(struct.pack("<I", 30_000_000), struct.pack("<I", 1_000)))


def cut_off(file: Path) -> None:
    form(("photos/a.jpg", picture()))(file)
    file.write_bytes(file.read_bytes()[:-60])


def no_zip(file: Path) -> None:
    file.write_text("工作室名称", encoding="utf-8")


def nothing(file: Path) -> None:
    with zipfile.ZipFile(file, "w"):
        pass


def said(**other: object) -> Callable[[Path], None]:
    return form(contents=json.dumps({**json.loads(CONTENTS), **other}))


DEEP = '{"a":' * 5_000 + '""' + "}" * 5_000
HOSTILE: dict[str, tuple[Callable[[Path], None], str]] = {
    "absolute path": (form(("/etc/cron.d/x", "x")), "form-zip-name"),
    "parent folder": (form(("../../studios/x.yml", "x")), "form-zip-name"),
    "parent folder within": (form(("photos/../../x.jpg", "x")), "form-zip-name"),
    "backslash": (form(("photos\\..\\x.jpg", "x")), "form-zip-name"),
    "drive": (form(("C:/x.jpg", "x")), "form-zip-name"),
    "control character": (form(("photos/a\x1b[2J.jpg", "x")), "form-zip-name"),
    "line break": (form(("photos/a\n.jpg", "x")), "form-zip-name"),
    "name turned around": (form(("photos/a\u202egpj.jpg", "x")), "form-zip-name"),
    "NUL in a name": (named("photos/a.jpg\0.sh"), "form-zip-name"),
    "link": (link(), "form-zip-link"),
    "device": (device(), "form-zip-link"),
    "encrypted": (encrypted, "form-zip-encrypted"),
    "zip within": (form(("photos/a.zip", "PK")), "form-zip-nested"),
    "workbook within": (form(("台账.xlsx", "PK")), "form-zip-nested"),
    "program": (form(("photos/a.exe", "MZ")), "form-zip-unexpected"),
    "hidden file": (form(("photos/.a.jpg", "x")), "form-zip-unexpected"),
    "record file": (form(("studios/site.yml", "x")), "form-zip-unexpected"),
    "deeper folder": (form(("photos/a/b.jpg", "x")), "form-zip-unexpected"),
    "packed again": (form(("form/form.json", "{}")), "form-zip-unexpected"),
    "twice, but for case": (twice, "form-zip-duplicate"),
    "too many": (form(*((f"photos/{n}.jpg", "x") for n in range(500))), "form-zip-too-many"),
    "bomb": (form(("photos/a.jpg", b"\0" * 30_000_000)), "form-zip-too-large"),
    "bomb that says it is small": (understated, "form-zip-unreadable"),
    "bomb of text": (form(contents=CONTENTS + " " * 6_000_000), "form-zip-too-large"),
    "cut off": (cut_off, "form-zip-unreadable"),
    "no zip": (no_zip, "form-zip-unreadable"),
    "empty zip": (nothing, "form-zip-no-form"),
    "other JSON": (form(contents="[1, 2]"), "form-zip-no-form"),
    "no JSON": (form(contents="{'format'"), "form-zip-damaged"),
    "no UTF-8": (form(contents=b"\xff\xfe{}"), "form-zip-damaged"),
    "deep JSON": (form(contents=DEEP), "form-zip-damaged"),
    "newer format": (said(format="laomo-forms/2"), "form-zip-newer"),
    "older format": (said(format="laomo-forms/0"), "form-zip-version"),
    "another program's format": (said(format="laomo-forms/2; x"), "form-zip-version"),
    "kind of a newer form": (said(records=[record("visits", {})]), "form-zip-newer"),
    "no records": (said(records=[]), "form-zip-damaged"),
    "records that are none": (said(records=["x"]), "form-zip-damaged"),
    "record of the site": (said(records=[record("site", {"name": "x"})]), "form-zip-damaged"),
    "owners": (said(records=[record("owners", {"x": "y"})]), "form-zip-damaged"),
    "number in a record": (said(records=[record("studio", {"name": 5})]), "form-zip-damaged"),
    "deep record": (said(records=[record("studio", {"a": [[[[[[[[[[[[["x"]]]]]]]]]]]]]})]), "form-zip-damaged"),
    "two profiles": (said(records=[record("studio", PROFILE), record("studio", PROFILE)]), "form-zip-damaged"),
    "thousands of records": (said(records=[record("decision", {})] * 5_000), "form-zip-too-many"),
    "year that leads elsewhere": (
        said(studio="crane", records=[record("year", {"summary": "x"}, name="../../north/weld/studio")]),
        "form-no-year",
    ),
    "decision that leads elsewhere": (
        said(records=[record("decision", {"title": "x"}, name="../site")]),
        "form-no-year",
    ),
    "studio that leads elsewhere": (said(studio="../../x"), "form-unknown-studio"),
    "union that leads elsewhere": (said(union="../../x"), "form-no-union"),
    "invisible character": (said(records=[record("studio", {**PROFILE, "region": "北\u200b区"})]), "form-character"),
    "half a character": (said(records=[record("studio", {**PROFILE, "region": "北\ud800区"})]), "form-character"),
    "unknown field": (said(records=[record("studio", {**PROFILE, "admin": "x"})]), "unknown-field"),
    "markup": (said(records=[record("studio", {**PROFILE, "region": "<b>"})]), "markup-character"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_the_form_did_not_save_is_refused_and_nothing_is_written(site: Path, tmp_path: Path, case: str) -> None:
    make, code = HOSTILE[case]
    file = tmp_path / "来件.zip"
    make(file)
    before, start = source_tree(site), time.process_time()
    run = laomo("import", file, "--root", site)
    assert run.returncode == 1, run.stdout + run.stderr
    assert f"［{code}］" in run.stdout, run.stdout + run.stderr
    assert "\x1b" not in run.stdout
    assert source_tree(site) == before
    assert {path.name for path in tmp_path.iterdir()} == {"small", "来件.zip"}
    assert time.process_time() - start < 5


def test_the_same_contents_without_all_that_are_taken(site: Path, tmp_path: Path) -> None:
    file = zipped(tmp_path / "来件.zip", record("studio", PROFILE), union="north")
    assert laomo("import", file, "--root", site).returncode == 0
