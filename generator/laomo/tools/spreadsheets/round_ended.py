"""Studios about which nothing is decided any more: those that were revoked, and those that lost their title and got no other."""

from pathlib import PurePosixPath

from laomo.problems.problem import Facts
from laomo.tools.spreadsheets import dates
from laomo.tools.spreadsheets.columns import items
from laomo.tools.spreadsheets.decision_match import all_of
from laomo.tools.spreadsheets.draft import Draft

_TITLES = ("达标", "命名", "示范")
_AFTER_LOSS = (*_TITLES, "撤销", "表彰")
"""What may be decided on a studio that has lost its title."""
_STATUS = "撤销"


def ended(draft: Draft, studio: str, result: str, date: str, path: PurePosixPath) -> Facts | None:
    """What ended a studio before a decision of some date: its result, its date, the file that says so; None when nothing did.

    `path` is the file of the decision itself.
    """
    day = dates.iso(date)
    past = sorted(
        (dates.iso(str(decision.get("date", ""))), str(decision.get("result")), each)
        for each, decision in all_of(draft).items()
        if each != path and any(named.get("studio") == studio for named in items(decision.get("studios")))
    )
    past = [each for each in past if not day or each[0][: len(day)] <= day]
    for when, ending, each in reversed(past):
        if ending == "撤销" or (ending == "摘牌" and result not in _AFTER_LOSS):
            return {"ended": ending, "date": when, "path": f"studios/{each}"}
        if ending in _TITLES:
            break
    profile = draft.studios[studio]
    tree = draft.now(profile)
    when = dates.iso(str(tree.get("ended_on") or ""))
    if tree.get("status") == _STATUS and result not in ("撤销", "摘牌") and not (when and day and day < when):
        return {"ended": _STATUS, "date": when, "path": f"studios/{profile}"}
    return None
