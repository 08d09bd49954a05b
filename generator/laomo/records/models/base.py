"""The frozen base model of all record types, and the types of their values.

A record file is a tree of strings, so each type here parses text. Errors carry a code; `messages` turns it into a sentence.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, LiteralString

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from laomo.records.models import quantity
from laomo.text import placeholders, spaced_names

NAME = r"""^[^<>"'&\\`{}\[\]\n]*$"""
SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_NOT_IN_FILE_NAMES = r"/\\\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069"
PICTURE_NAME = rf"[^.{_NOT_IN_FILE_NAMES}][^{_NOT_IN_FILE_NAMES}]{{0,200}}\.([jJ][pP][eE]?[gG]|[jJ][fF][iI][fF]|[pP][nN][gG]|[wW][eE][bB][pP]|[hH][eE][iI][cCfF])"
"""The name of a picture as phones, cameras and chats make it; hidden files and marks that turn the direction of writing are not meant."""
RESULT = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
DECISION = r"^\d{4}-\d{2,4}$"
ACCOUNT = r"^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$"
DATE = r"^\d{4}(?:(?:-|年)\d{1,2}(?:(?:-|月)\d{1,2}日?|月)?|年)?$"
AMOUNT = quantity.PATTERN
VERIFICATION = r"^[A-Za-z0-9_+/=.-]{1,128}$"
HOST = r"^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$"
SITE_CODE = r"^[0-9]{10}$"
ADDRESS = r"^https://[!-~]+$"
"""The patterns of text values; the JSON Schema uses the same ones."""


def refusal(code: LiteralString, **facts: Any) -> PydanticCustomError:
    """What a validator raises for a value that it does not take: the code of a message, and facts that the value does not show."""
    return PydanticCustomError(code, code, facts)


_NO_FIELDS: set[str] = set()


class Record(BaseModel):
    """Base of every record: immutable, and an unknown key is a problem."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    def model_post_init(self, _: Any, /) -> None:
        """Let all records share one empty set as `model_fields_set`, which this program never reads.

        With a set for each record, those of 2,500 studios take 153 MB instead of 102 MB. pydantic has no setting for this,
        and emptying the sets (`model_fields_set.clear()`) saves only half as much.
        """
        object.__setattr__(
            self, "__pydantic_fields_set__", _NO_FIELDS
        )  # pydantic's documented attribute; the model is frozen


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date known to the year, the month or the day. An unknown part is 0, so it sorts before all known ones."""

    year: int
    month: int = 0
    day: int = 0

    def __str__(self) -> str:
        """As written in Chinese: 2013年6月1日."""
        month = f"{self.month}月" if self.month else ""
        day = f"{self.day}日" if self.day else ""
        return f"{self.year}年{month}{day}"

    @property
    def iso(self) -> str:
        """In ISO 8601, as far as it is known: 2013-06."""
        return "-".join(f"{part:02d}" for part in (self.year, self.month, self.day) if part)

    @property
    def first_day(self) -> str:
        """The earliest possible day in ISO 8601, for programs that need a full date."""
        return f"{self.year:04d}-{self.month or 1:02d}-{self.day or 1:02d}"

    def days_until(self, other: "PartialDate") -> int | None:
        """Days from this date to the other, negative if that is earlier; None unless both are known to the day."""
        if not (self.day and other.day):
            return None
        return date(other.year, other.month, other.day).toordinal() - date(self.year, self.month, self.day).toordinal()

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether this date is before the other, whatever the unknown parts are (2013 is not surely before 2013-06)."""
        for mine, theirs in zip((self.year, self.month, self.day), (other.year, other.month, other.day), strict=True):
            if not mine or not theirs:
                return False
            if mine != theirs:
                return mine < theirs
        return False


_DATE = re.compile(r"(\d{4})(?:(?:-|年)(\d{1,2})(?:(?:-|月)(\d{1,2})日?|月)?|年)?")


def _date(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise refusal("date-malformed")
    return _parse_date(value)


@lru_cache(1 << 16)  # the same dates occur many times
def _parse_date(value: str) -> PartialDate:
    found = _DATE.fullmatch(value.strip())
    if not found:
        raise refusal("date-malformed")
    date = PartialDate(*(int(part or 0) for part in found.groups()))
    zero = (found[2] and not date.month) or (found[3] and not date.day)
    if zero or date.month > 12 or date.day > _days(date.year, date.month):
        raise refusal("date-impossible")
    return date


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _quantity(value: Any) -> Any:
    try:
        return value if isinstance(value, quantity.Quantity) else quantity.parse(str(value))
    except ValueError:
        raise refusal("quantity-malformed") from None


YES_NO = {"是": True, "有": True, "true": True, "否": False, "无": False, "false": False}


def _yes_no(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if str(value) not in YES_NO:
        raise refusal("yes-no")
    return YES_NO[str(value)]


def _whole(value: Any) -> Any:
    if isinstance(value, int):
        return value
    if not (isinstance(value, str) and value.isascii() and value.isdigit() and len(value) <= 9):
        raise refusal("whole-number")
    return int(value)


def _person_name(value: Any) -> Any:
    return spaced_names.one(value) if isinstance(value, str) else value


_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")


def _address(value: Any) -> Any:
    """Accept only https addresses of a host name: no user name, no port, no IP address, only ASCII."""
    text = value.strip() if isinstance(value, str) else ""
    host = text.removeprefix("https://").partition("/")[0].partition("?")[0].partition("#")[0]
    if not re.fullmatch(r"https://[!-~]{1,500}", text) or not _HOST.fullmatch(host) or set(text) & set("<>\"'\\`{}"):
        raise refusal("address-malformed")
    return text


@dataclass(frozen=True, slots=True, eq=False)
class OneOf:
    """The value must be a label of a word list. Labels are Chinese, as unions write them."""

    words: Mapping[str, str]
    former: Mapping[str, str] = field(default_factory=dict)
    """What earlier records say → today's label."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        labels = {label: label for label in self.words} | dict(self.former)

        def among(value: str) -> str:
            if value not in labels:
                raise refusal("unknown-word", choices=tuple(self.words))
            return labels[value]  # the list's own string, so that not every record keeps a copy in memory

        return core_schema.no_info_after_validator_function(among, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "enum": list(self.words)} | ({"former": list(self.former)} if self.former else {})


MOST_ITEMS = 1_000
"""Items of a list in a studio's profile or year. Ten times as many as any studio has; its page must still open on a telephone."""


def _says_something(text: str) -> str:
    if placeholders.is_placeholder(text):
        raise refusal("placeholder")
    return text


SaysSomething = AfterValidator(_says_something)
"""Refuses 无, —, 同上 and whatever else is no value; a field without a value is left out."""
Sign = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
"""A text that may be a sign alone, such as the unit %."""
Text = Annotated[Sign, SaysSomething]
"""One value of a field, shown on one line."""
Name = Annotated[str, StringConstraints(min_length=1, max_length=120, pattern=NAME), SaysSomething]
"""A name or title without markup characters: attacks need them, Chinese names do not (they use 《》“”)."""
PersonName = Annotated[Name, BeforeValidator(_person_name)]
"""The name of a person, spelled in one way: without spaces in a Chinese name, and with one kind of dot."""
LongText = Annotated[str, StringConstraints(min_length=1, max_length=20_000), SaysSomething]
"""Several paragraphs, separated by blank lines."""
Slug = Annotated[str, StringConstraints(max_length=64, pattern=SLUG)]
"""An id, which is part of a URL and never changes."""
DecisionId = Annotated[str, StringConstraints(pattern=DECISION)]
"""The name of a decision's file without its ending: 2026-03."""
ResultId = Annotated[str, StringConstraints(max_length=129, pattern=RESULT)]
"""A studio's id and the id of one of its achievements: port-crane/rope-cleaner."""
Account = Annotated[str, StringConstraints(pattern=ACCOUNT)]
"""A user name on the platform that hosts the repository."""
VerificationCode = Annotated[str, StringConstraints(pattern=VERIFICATION), SaysSomething]
"""What a search engine gives the owner of a site to prove that it is his."""
Host = Annotated[str, StringConstraints(pattern=HOST, max_length=253)]
"""A domain name: www.example.gov.cn."""
Date = Annotated[
    PartialDate,
    BeforeValidator(_date),
    WithJsonSchema({"pattern": DATE}),
]
YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Whole = Annotated[int, BeforeValidator(_whole), Field(ge=0)]
"""A count: people, events, items."""
Amount = Annotated[quantity.Quantity, BeforeValidator(_quantity), WithJsonSchema({"pattern": AMOUNT})]
Address = Annotated[str, BeforeValidator(_address), WithJsonSchema({"pattern": ADDRESS})]
"""The full https address of something outside the site."""
