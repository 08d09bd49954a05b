"""What records are joined to, and what pages and assets make of them, are values: nothing changes them once they are made, and they hold
nothing but their fields.
"""

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Iterator

import laomo.assets
import laomo.checks
import laomo.pages
import laomo.registry
import laomo.tools.review

WITH_OTHERS_BESIDE = {
    *("Registry", "PublicView", "Studio", "Achievement", "Year", "Designation"),
    *("Context", "_Collection", "Shelf", "_Pages", "OoxmlDocument"),
}
"""They keep what they have found once (`cached_property`), or are met by those that do."""
FILLED = {"Studio", "Document", "OoxmlDocument"}
"""A studio's years come after it, since they name other studios; the others are collected bit by bit."""


def values() -> Iterator[type]:
    for package in (laomo.assets, laomo.checks, laomo.pages, laomo.registry, laomo.tools.review):
        for each in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(each.name)
            for _, found in inspect.getmembers(module, dataclasses.is_dataclass):
                if isinstance(found, type) and found.__module__ == module.__name__:
                    yield found


def test_values_are_frozen_and_hold_their_fields_alone() -> None:
    found = list(values())
    assert len(found) > 60
    assert {each.__name__ for each in found if not each.__dataclass_params__.frozen} == FILLED  # type: ignore[attr-defined]
    assert {each.__name__ for each in found if "__slots__" not in vars(each)} == WITH_OTHERS_BESIDE
    assert {each.__name__ for each in found if not each.__dataclass_params__.eq} == {"Studio"}  # type: ignore[attr-defined]
