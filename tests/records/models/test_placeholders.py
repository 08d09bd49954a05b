"""A text that says nothing is a problem at its line, in whatever field of whatever record."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from laomo import generate
from laomo.project import Project
from laomo.records import layout, validation
from laomo.records.models import Record
from tests.conftest import edit

NOTHING = [
    "—",
    "…",
    "/",
    "、、",
    "   ",
    "\u0301\u0301",
    "🙂🙂",
    "★",
    "无",
    "待定",
    "N/A",
    "见附件",
    "同上",
    "〃",
    '"',
    "（无）",
    "不详",
    "·",
]
SIGNS_ALLOWED = {("MeasureRecord", "unit")}
"""Fields whose value may be a sign, such as %."""


def models(model: type[Record]) -> Iterator[type[Record]]:
    yield model
    for info in model.model_fields.values():
        if inner := validation.record_within(info.annotation):
            yield from models(inner)


def wrapped(annotation: Any, text: str) -> Any:
    """A value of the field's shape that says this text; None for a field without text of its own."""
    if annotation is str:
        return text
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        inner = wrapped(parts[0], text)
        return None if inner is None else [inner]
    if isinstance(origin, type) and issubclass(origin, dict):
        return {text: "slug"}
    found = (wrapped(part, text) for part in parts)
    return next((each for each in found if each is not None), None)


def text_fields() -> Iterator[tuple[str, str, FieldInfo]]:
    for model in {each for kind in layout.KINDS.values() for each in models(kind.model)}:
        for name, info in model.model_fields.items():
            if wrapped(info.annotation, "x") is not None and (model.__name__, name) not in SIGNS_ALLOWED:
                yield model.__name__, name, info


def test_no_text_field_of_any_record_takes_what_says_nothing() -> None:
    fields = list(text_fields())
    assert len(fields) > 80
    taken = []
    for owner, name, info in fields:
        adapter: TypeAdapter[Any] = TypeAdapter(info.rebuild_annotation())
        for text in NOTHING:
            try:
                adapter.validate_python(wrapped(info.annotation, text))
                taken.append((owner, name, text))
            except ValidationError:
                continue
    assert taken == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("name: 方二铁", "name: {}"),
        ("name: 北区焊接技能大师工作室", "name: {}"),
        ("units: [北区重工]", "units: [{}]"),
        ("region: 北区", "region: {}"),
        ("region: 北区", "region: 北区\nslogan: {}"),
        ("region: 北区", "region: 北区\nplace: {{equipment: [{}]}}"),
        ("region: 北区", "region: 北区\nformer_names: [{}]"),
    ],
)
def test_it_is_named_at_its_line(site: Path, old: str, new: str) -> None:
    file = site / "studios/north/weld/studio.yml"
    before = file.read_text(encoding="utf-8")
    for text in ("—", "待定"):
        file.write_text(before, encoding="utf-8")
        edit(file, old, new.format(f"'{text}'"))
        line = 1 + file.read_text(encoding="utf-8").partition(f"'{text}'")[0].count("\n")
        problems = [
            problem for problem in generate.check(Project(site)).problems if problem.path.endswith("weld/studio.yml")
        ]
        assert [(problem.line, problem.code) for problem in problems] == [(line, "placeholder")], text
