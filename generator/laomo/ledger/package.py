"""Workbooks and Word documents, looked at before a library opens them."""

from pathlib import Path

from laomo import package
from laomo.ledger.grid import Unreadable


def guard(file: Path, main: str = "xl/workbook.xml") -> None:
    """Raises Unreadable for what is no plain document of a sensible size; `main` is the part that makes it one of its kind."""
    with file.open("rb") as opened:
        try:
            package.guard(opened, main)
        except package.Unfit as unfit:
            raise Unreadable(f"ledger-{unfit.reason}") from None
