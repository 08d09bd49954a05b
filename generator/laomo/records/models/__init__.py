"""The record types: one pydantic model per kind of file, each field with its Chinese title and help.

Error messages, JSON Schema, spreadsheets, forms and documentation are all made from these models.
"""

from laomo.records.models.alliances import Alliance, AlliancesRecord, NoticeRecord
from laomo.records.models.base import PartialDate, Record
from laomo.records.models.decisions import DecisionRecord, TargetRecord
from laomo.records.models.events import EventRecord, InspectionRecord
from laomo.records.models.houses import (
    HOUSE_FORMAT,
    AboveRecord,
    HomeRecord,
    HouseRecord,
    HousesRecord,
    UpwardRecord,
)
from laomo.records.models.quantity import Quantity
from laomo.records.models.shared import Honour, Photo
from laomo.records.models.site import (
    FORMAT,
    Footer,
    Goal,
    OwnersRecord,
    SiteRecord,
    UnionRecord,
    UnionsRecord,
    VocabularyRecord,
)
from laomo.records.models.standard import StandardRecord
from laomo.records.models.studio import Leader, Portrait, Relation, StudioRecord
from laomo.records.models.year import AchievementRecord, MeasureRecord, ProjectRecord, YearRecord

__all__ = [
    "FORMAT",
    "HOUSE_FORMAT",
    "AboveRecord",
    "AchievementRecord",
    "Alliance",
    "AlliancesRecord",
    "DecisionRecord",
    "EventRecord",
    "Footer",
    "Goal",
    "HomeRecord",
    "Honour",
    "HouseRecord",
    "HousesRecord",
    "InspectionRecord",
    "Leader",
    "MeasureRecord",
    "NoticeRecord",
    "OwnersRecord",
    "PartialDate",
    "Photo",
    "Portrait",
    "ProjectRecord",
    "Quantity",
    "Record",
    "Relation",
    "SiteRecord",
    "StandardRecord",
    "StudioRecord",
    "TargetRecord",
    "UnionRecord",
    "UnionsRecord",
    "UpwardRecord",
    "VocabularyRecord",
    "YearRecord",
]
