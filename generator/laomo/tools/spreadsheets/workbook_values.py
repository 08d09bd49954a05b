"""What the cells of a workbook mean: its shared strings, and which numbers are dates."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime, time

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH, from_excel, from_ISO8601

from laomo.tools.spreadsheets import number_formats
from laomo.tools.spreadsheets.grid import DayOf1904, Value
from laomo.tools.spreadsheets.xml_stream import plain


class SharedStrings:
    """The texts of `xl/sharedStrings.xml`, in order; their phonetic readings are left out."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._parts: list[str] = []
        self._reads = self._phonetic = False

    def start(self, tag: str, _: Mapping[str, str]) -> None:
        match plain(tag):
            case "t":
                self._reads = not self._phonetic
            case "rPh":
                self._phonetic = True

    def data(self, text: str) -> None:
        if self._reads:
            self._parts.append(text)

    def end(self, tag: str) -> None:
        match plain(tag):
            case "t":
                self._reads = False
            case "rPh":
                self._phonetic = False
            case "si":
                self.texts.append("".join(self._parts))
                self._parts = []

    def close(self) -> None:
        """Nothing is left to do."""


class CellStyles:
    """The styles of `xl/styles.xml`: their formats, and which of them make dates or times of numbers."""

    def __init__(self, *, from_1904: bool) -> None:
        self.epoch = CALENDAR_MAC_1904 if from_1904 else WINDOWS_EPOCH
        self.codes: dict[str, str] = {}
        """Style → its number format."""
        self.dates: set[str] = set()
        self.durations: set[str] = set()
        self._formats: dict[str, str] = {
            str(number): code for number, code in {**BUILTIN_FORMATS, **number_formats.CHINESE}.items()
        }
        self._count: int | None = None

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        match plain(tag):
            case "numFmt":
                self._formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            case "cellXfs":
                self._count = 0
            case "xf" if self._count is not None:
                self._note(str(self._count), self._formats.get(attributes.get("numFmtId", "0"), ""))
                self._count += 1

    def _note(self, style: str, code: str) -> None:
        self.codes[style] = code
        if is_date_format(code):
            self.dates.add(style)
        if is_timedelta_format(code):
            self.durations.add(style)

    def end(self, tag: str) -> None:
        if plain(tag) == "cellXfs":
            self._count = None

    def close(self) -> None:
        """Nothing is left to do."""


def cell_value(said: str, kind: str, style: str, styles: CellStyles) -> Value:
    """The value of a cell that is not a shared string, an error or a formula; None for what is no date although it should be one."""
    match kind:
        case "n":
            return _number(said, style, styles)
        case "b":
            return said.strip() == "1"
        case "d":
            return _plain_date(from_ISO8601(said[:40]))  # type: ignore[no-untyped-call]
        case _:
            return said


def _number(said: str, style: str, styles: CellStyles) -> Value:
    number: int | float | None = None
    with suppress(ValueError):
        number = float(said) if set(said) & set(".eE") else int(said)
    if number is None:
        return said
    code = styles.codes.get(style, "")
    if style not in styles.dates:
        is_day = isinstance(number, int) and styles.epoch == CALENDAR_MAC_1904
        return DayOf1904(number) if is_day else number_formats.shown_number(number, code)
    try:
        made = _plain_date(from_excel(number, styles.epoch, timedelta=style in styles.durations))
    except (OverflowError, ValueError):
        return None
    return number_formats.shown_date(made, code) if isinstance(made, date) else made


def _plain_date(value: object) -> Value:
    return value if isinstance(value, date | datetime | time) else str(value)
