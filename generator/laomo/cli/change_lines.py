"""What an import changes in a record, in one line for the user to check."""

from laomo.cli.phrases import line
from laomo.problems.messages import Language
from laomo.registry import urls
from laomo.text import personal_data
from laomo.tools.spreadsheets import Change


def change_line(change: Change, language: Language) -> str:
    """A change in one line, for the user to check."""
    if change.new and change.path.name == "studio.yml":
        address = urls.studio(change.path.parent.name)
        return line("ledger-new-studio", language, path=f"studios/{change.path}", name=change.name, address=address)
    if change.new:
        return line("ledger-new", language, path=f"studios/{change.path}", name=change.name)
    changes = ("；" if language == "zh" else "; ").join(
        line("ledger-difference", language, what=each.what, before=_short(each.before), after=_short(each.after))
        for each in change.differences
    )
    return line("ledger-change", language, path=f"studios/{change.path}", changes=changes)


def _short(text: str) -> str:
    shown = personal_data.masked(" ".join(text.split()))
    return shown if len(shown) <= 30 else f"{shown[:29]}…"
