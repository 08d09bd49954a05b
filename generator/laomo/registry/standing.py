"""What a studio is today, in one sentence made of decisions: 有效，2016年市级命名，2024年复核合格."""

from collections.abc import Iterator

from laomo.registry.studio import Designation, Studio


def sentence(studio: Studio) -> str:
    """The sentence, without a full stop. It says nothing of 限期整改, which is internal, and nothing that no decision or date says."""
    return "，".join(_parts(studio))


def _parts(studio: Studio) -> Iterator[str]:
    best = studio.valid_designations[0] if studio.valid_designations else None
    if studio.record.status == "暂停":
        yield "暂停活动"
    elif best:
        yield "有效"
    if best:
        yield f"{best.decision.date.year}年{best.decision.level}{best.decision.result}"
        if reviewed := _reviewed_since(studio, best):
            yield f"{reviewed.decision.date.year}年复核合格"
        if best.decision.valid_to:
            yield f"有效期至{best.decision.valid_to}"
    elif studio.past_designations:
        last = studio.past_designations[0]
        yield f"{last.decision.date.year}年{last.decision.level}{last.decision.result}，已到期"
    elif studio.created:
        yield f"{studio.created.year}年创建"
    if step := _on_the_way(studio):
        yield f"{step.decision.date.year}年{step.decision.result}"


def _reviewed_since(studio: Studio, title: Designation) -> Designation | None:
    """The last review that it passed since a title."""
    passed = (each for each in reversed(studio.designations) if each.decision.result == "复核合格")
    return next((each for each in passed if each.decision.date >= title.decision.date), None)


def _on_the_way(studio: Studio) -> Designation | None:
    """The step towards a title that nothing has followed yet."""
    last = studio.designations[-1] if studio.designations else None
    return last if last and last.decision.result in ("受理申报", "评选入围") else None
