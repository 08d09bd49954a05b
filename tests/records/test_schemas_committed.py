"""The schemas that editors use are committed, and keep up with the models: each title, help, pattern and limit."""

import importlib
import json

from tests.conftest import ROOT


def test_committed_schemas_are_what_the_models_say() -> None:
    json_schema = importlib.import_module("laomo.records.json_schema")
    made = {name: data.decode() for name, data in json_schema.files()}
    assert {path.name: path.read_text(encoding="utf-8") for path in (ROOT / json_schema.FOLDER).iterdir()} == made


def test_editors_find_them() -> None:
    layout = importlib.import_module("laomo.records.layout")
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemas"] == {f"./schemas/{name}.json": kind.place for name, kind in layout.KINDS.items()}
    assert settings["yaml.schemaStore.enable"] is False
