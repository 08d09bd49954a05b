"""Measures as short as a test can say them."""

from laomo.records.models.year import MeasureRecord


def measure(before: str, after: str, unit: str, indicator: str = "指标", **more: str) -> MeasureRecord:
    """One measure; `more` are its optional fields."""
    given = {"indicator": indicator, "before": before, "after": after, "unit": unit, **more}
    return MeasureRecord.model_validate(given)
