"""Records of a house without references to studios of it that are not taken: what is left out costs no other studio its place."""

from collections.abc import Container

from laomo.records import models


def without(record: models.Record, gone: Container[str]) -> models.Record:
    """The record with none of these studios named by id; the record itself if it names none."""
    changed = _changed(record, gone)
    return (
        record.model_copy(update=changed) if any(getattr(record, name) != changed[name] for name in changed) else record
    )


def _changed(record: models.Record, gone: Container[str]) -> dict[str, object]:
    match record:
        case models.StudioRecord():
            return {
                "relations": tuple(each for each in record.relations if each.studio not in gone),
                "took_part_in": tuple(each for each in record.took_part_in if each.partition("/")[0] not in gone),
                "merged_into": None if record.merged_into in gone else record.merged_into,
            }
        case models.YearRecord():
            return {"achievements": tuple(_achievement(each, gone) for each in record.achievements)}
        case models.EventRecord() | models.NoticeRecord():
            return {"studios": tuple(each for each in record.studios if each not in gone)}
    return {}


def _achievement(record: models.AchievementRecord, gone: Container[str]) -> models.AchievementRecord:
    kept = tuple(each for each in record.shared_with if each not in gone)
    return record if kept == record.shared_with else record.model_copy(update={"shared_with": kept})
