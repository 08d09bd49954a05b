"""Registries of a few records, as short as a test can say them."""

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from laomo.records.layout import model_of
from laomo.records.loader import Loaded
from laomo.records.yaml import reader
from laomo.registry.registry import Registry

_FIXED = {
    "site": "{name: 小馆, place: 示例市, as_of: 2025-12-31}",
    "unions": "unions: [{id: city, name: 示例市总工会, kind: 市总工会}, {id: north, name: 北区工会, kind: 区工会, parent: city}, "
    "{id: south, name: 南区工会, kind: 区工会, parent: city}]",
}
_DECISION = {"title": "决定", "result": "命名", "level": "市级", "bodies": ["示例市总工会"], "date": "2013"}
_IN_LISTS = {
    "achievements": {"title": "成果", "kind": "其他", "disclosure": "可公开"},
    "honours": {"level": "市级", "year": "2013"},
    "recognised_by": {"body": "示例市总工会", "level": "市级"},
    "pairs": {"consent": "2013"},
}
_FOLDERS = ("decisions", "events", "inspections", "notices", "standards", "targets")


def joined(texts: Mapping[str, str], *, broken: Iterable[str] = (), pictures: Iterable[str] = ()) -> Registry:
    """The registry of these records: `north/crane` is a profile, `north/crane/2013` a year, and `site` and `unions` stand there by themselves.

    What every record of its kind must have, and no test asks about, may be left out.
    """
    trees = {_path(name): _tree(name, text) for name, text in {**_FIXED, **texts}.items()}
    records = {}
    for path in sorted(trees):
        model = model_of(path)
        assert model, path
        records[path] = model.model_validate(trees[path])
    unread = frozenset(map(PurePosixPath, broken))
    digests = {path: str(path) for path in records}
    registry = Registry.of(Loaded(records, frozenset(map(PurePosixPath, pictures)), (), unread, digests, {}))
    assert registry
    return registry


def _path(name: str) -> PurePosixPath:
    folder, mark, _ = name.partition("/")
    return PurePosixPath(
        f"{name}/studio.yml" if mark and folder not in _FOLDERS and name.count("/") == 1 else f"{name}.yml"
    )


def _tree(name: str, text: str) -> dict[str, Any]:
    read, problems = reader.read(text.encode(), name)
    assert not problems, (name, problems)
    tree = _filled(read or {})
    if name.startswith("decisions/"):
        return _DECISION | tree
    if _path(name).name == "studio.yml":
        return {"name": f"{name}工作室".replace("/", ""), "units": [f"{name}厂".replace("/", "")], **tree}
    return tree


def _filled(value: Any, key: str = "") -> Any:
    """What was left out in the items of lists, put in."""
    if isinstance(value, dict):
        return _IN_LISTS.get(key, {}) | {name: _filled(each, name) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_filled(each, key) for each in value]
    return value
