"""The one catalogue of sentences: for each code what was found and what would be right, in Chinese and in English.

Clerks read Chinese; developers may ask for English. `{…}` are the facts of the problem.
"""

from collections.abc import Mapping
from typing import Literal

from laomo.problems.messages import attachments, files, records, site, spreadsheet_rows, spreadsheets, values

Language = Literal["zh", "en"]

_SEVERITIES = {
    "error": {"zh": "错误", "en": "error"},
    "warning": {"zh": "提醒", "en": "warning"},
    "notice": {"zh": "说明", "en": "notice"},
}

MESSAGES: dict[str, tuple[str, str, str, str]] = {
    **files.MESSAGES,
    **values.MESSAGES,
    **records.MESSAGES,
    **site.MESSAGES,
    **spreadsheets.MESSAGES,
    **spreadsheet_rows.MESSAGES,
    **attachments.MESSAGES,
}
"""Code → found and remedy in Chinese, found and remedy in English."""


def sentence(code: str, facts: Mapping[str, str], language: Language) -> str:
    """What was found."""
    return MESSAGES[code][0 if language == "zh" else 2].format_map(facts)


def remedy(code: str, facts: Mapping[str, str], language: Language) -> str:
    """What would be right."""
    return MESSAGES[code][1 if language == "zh" else 3].format_map(facts)


def severity_word(severity: str, language: Language) -> str:
    """错误 or 提醒."""
    return _SEVERITIES[severity][language]
