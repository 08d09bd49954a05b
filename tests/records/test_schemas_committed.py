"""The schemas that editors use are committed, and keep up with the models: each title, help, pattern and limit."""

import json

import pytest

from laomo.records import json_schema, layout
from tests.conftest import ROOT

FOLDER = ROOT / json_schema.FOLDER


def test_a_schema_for_each_kind_of_record() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.json" for name in layout.KINDS}
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{name}.json": kind.place for name, kind in layout.KINDS.items()}
    assert settings["yaml.schemaStore.enable"] is False


@pytest.mark.parametrize("name", layout.KINDS)
def test_a_committed_schema_is_what_the_models_say(name: str) -> None:
    made = dict(json_schema.files())[f"{name}.json"]
    assert (FOLDER / f"{name}.json").read_text(encoding="utf-8") == made.decode()
