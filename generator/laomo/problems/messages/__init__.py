"""The one catalogue of sentences: for each code what was found and what would be right, in Chinese and in English.

Clerks read Chinese; developers may ask for English. `{…}` are the facts of the problem: values, which the sentence of each
language puts into words (see `template`).
"""

from laomo.problems.messages import (
    attachments,
    files,
    forms,
    houses,
    impossible,
    personal,
    records,
    site,
    spreadsheet_round,
    spreadsheet_rows,
    spreadsheet_tables,
    spreadsheets,
    values,
)
from laomo.problems.messages.template import Language, UnknownFacts, fill
from laomo.problems.problem import Facts

__all__ = ["MESSAGES", "Language", "fill", "in_general", "remedy", "sentence", "severity_word"]

_SEVERITIES = {
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "提醒", "en": "warning"},
    "notice": {"zh": "说明", "en": "notice"},
}

MESSAGES: dict[str, tuple[str, str, str, str]] = {
    **files.MESSAGES,
    **personal.MESSAGES,
    **values.MESSAGES,
    **records.MESSAGES,
    **impossible.MESSAGES,
    **site.MESSAGES,
    **spreadsheets.MESSAGES,
    **spreadsheet_rows.MESSAGES,
    **spreadsheet_tables.MESSAGES,
    **spreadsheet_round.MESSAGES,
    **forms.MESSAGES,
    **attachments.MESSAGES,
    **houses.MESSAGES,
}
"""Code → found and remedy in Chinese, found and remedy in English."""


def sentence(code: str, facts: Facts, language: Language) -> str:
    """What was found."""
    return fill(MESSAGES[code][0 if language == "zh" else 2], facts, language)


def remedy(code: str, facts: Facts, language: Language) -> str:
    """What would be right."""
    return fill(MESSAGES[code][1 if language == "zh" else 3], facts, language)


def in_general(code: str) -> tuple[str, str]:
    """What is found and what would be right, in Chinese, of no problem in particular."""
    return sentence(code, UnknownFacts(), "zh"), remedy(code, UnknownFacts(), "zh")


def severity_word(severity: str, language: Language) -> str:
    """错误 or 提醒."""
    return _SEVERITIES[severity][language]
