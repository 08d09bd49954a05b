"""The text of a page for who does not see it: as its elements have it, and as the browser's accessibility tree has it."""

from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8").partition("*/")[2].strip()
"""A function of an element → `said`, the pieces of its text in reading order; `hidden`, what is shown but kept from screen readers."""
_ITSELF = {"StaticText", "image", "img", "graphics-symbol", "SvgRoot"}
"""Roles of nodes whose name is what is read."""


def of_tree(nodes: list[dict[str, Any]]) -> list[str]:
    """What is read of the main part of a page, in order; `nodes` as Chromium's `Accessibility.getFullAXTree` gives them."""
    by_id = {node["nodeId"]: node for node in nodes}
    main = next(node for node in nodes if node.get("role", {}).get("value") == "main")
    found: list[str] = []

    def walk(node: dict[str, Any]) -> None:
        role, name = node.get("role", {}).get("value"), node.get("name", {}).get("value", "")
        if role in _ITSELF and name and not node.get("ignored"):
            found.append(name)
            return
        for child in node.get("childIds", []):
            walk(by_id[child])

    walk(main)
    return found
