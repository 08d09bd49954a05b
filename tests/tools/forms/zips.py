"""Zips as the form saves them, made without a browser."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

from PIL import Image

from laomo.pages.form.page import FORMAT
from laomo.pages.form.schemas import KINDS
from laomo.project import Project
from laomo.tools.forms import archive, handing_out
from laomo.tools.spreadsheets import Archive

PROFILE = {"name": "示例电焊劳模创新工作室", "leaders": [{"name": "示例丁"}], "units": ["示例船厂"], "region": "北区"}


def record(kind: str, saved: Any, base: Any = None, name: str = "") -> dict[str, Any]:
    return {"kind": kind, "name": name, "base": base or {}, "record": saved}


def zipped(file: Path, *records: Any, photos: dict[str, bytes] | None = None, **said: Any) -> Path:
    contents = {"format": FORMAT, "union": "", "studio": "", "name": "", "records": list(records), **said}
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("form.json", json.dumps(contents, ensure_ascii=False))
        for name, data in (photos or {}).items():
            made.writestr(f"photos/{name}", data)
    return file


def known(site: Path) -> Archive:
    return Archive.read(Project(site).studios, also=frozenset(KINDS))


def handed_out(site: Path, studio: str = "crane") -> dict[str, Any]:
    """What the administrator hands out of a studio: the contents of the zip."""
    packed = io.BytesIO()
    archive.write(handing_out.packed(known(site), studio), packed)
    with zipfile.ZipFile(packed) as made:
        found: dict[str, Any] = json.loads(made.read("form.json"))
    return found


def picture(colour: str = "#a12a1e", **options: Any) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (600, 400), colour).save(made, "JPEG", **options)
    return made.getvalue()
