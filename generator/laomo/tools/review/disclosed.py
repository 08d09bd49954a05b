"""What was kept from the public before a change and is not after it. People who had withdrawn are counted, never named."""

from collections.abc import Iterator

from laomo.records import models
from laomo.registry.studio import Studio
from laomo.tools.review.lines import ChangeLine, of_studio
from laomo.tools.review.sides import Sides

_WITHHELD = "不公开"
_REVOKED = "撤销"


def newly_public(sides: Sides) -> Iterator[ChangeLine]:
    """People whom the host had taken off the site, then achievements, people, honours and studios, studio by studio."""
    site, lifted = sides.after.site, set(sides.before.site.withdrawn) - set(sides.after.site.withdrawn)
    if lifted:
        yield ChangeLine(site.name, f"全站撤回公开的人员有 {len(lifted)} 位不再写着撤回", "")
    after = sides.after.studio_by_id
    for old in sides.before.studios:
        new = after.get(old.id)
        yield from _people(old, new)
        if new:
            yield from _achievements(old, new)
            yield from _honours(old, new)
            if old.ended and not new.ended:
                yield of_studio(new, "重新展出")


def _people(old: Studio, new: Studio | None) -> Iterator[ChangeLine]:
    """Withdrawals that are no longer on file: of a person who is shown again, or whose entry, or whose studio, is gone.

    Whoever is hidden only since all honours were revoked has not withdrawn, and is named when shown again.
    """
    leaders = new.unredacted.leaders if new else ()
    lifted = {each.name for each in old.unredacted.leaders if each.withdrawn}
    lifted -= {each.name for each in leaders if each.withdrawn}
    if lifted:
        yield of_studio(new or old, f"撤回公开的人员有 {len(lifted)} 位不再写着撤回")
    revoked = {each.name for each in old.unredacted.leaders if not each.published and not each.withdrawn}
    for leader in new.record.leaders if new else ():
        if leader.name in revoked:
            yield of_studio(new or old, f"{leader.name}的荣誉恢复有效，重新显示")
    without_entry = revoked - {each.name for each in leaders}
    if without_entry:
        yield of_studio(new or old, f"荣誉全部撤销、不显示的人员有 {len(without_entry)} 位不在档案里了")


def _achievements(old: Studio, new: Studio) -> Iterator[ChangeLine]:
    withheld = {item.id for year in old.years for item in year.unredacted.achievements if item.disclosure == _WITHHELD}
    for item in new.achievements:
        if item.record.id in withheld:
            yield ChangeLine(item.record.title, f"{new.name}，原来不公开", item.url)


def _honours(old: Studio, new: Studio) -> Iterator[ChangeLine]:
    revoked = {
        honour.model_copy(update={"status": "有效"}) for honour in _all_honours(old) if honour.status == _REVOKED
    }
    for honour in dict.fromkeys(_all_honours(new)):
        if honour in revoked:
            yield of_studio(new, f"“{honour.name}”（{honour.year}年）由撤销改为有效")


def _all_honours(studio: Studio) -> Iterator[models.Honour]:
    yield from studio.unredacted.honours
    for leader in studio.unredacted.leaders:
        yield from leader.honours
    for year in studio.years:
        yield from year.unredacted.honours
