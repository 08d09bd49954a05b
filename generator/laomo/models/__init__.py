"""The record types: one pydantic model per kind of file, each field with its Chinese title and help.

That one place feeds error messages, JSON Schema, ledgers, forms and documentation.
"""

from laomo.models.base import PartialDate, Record
from laomo.models.common import Honour, Photo
from laomo.models.decisions import DecisionRecord, TargetRecord
from laomo.models.quantity import Quantity
from laomo.models.site import (
    FORMAT,
    Footer,
    OwnersRecord,
    SiteRecord,
    UnionRecord,
    UnionsRecord,
    VocabularyRecord,
)
from laomo.models.standard import StandardRecord
from laomo.models.studio import Leader, Relation, StudioRecord
from laomo.models.ties import Alliance, AlliancesRecord, NoticeRecord
from laomo.models.year import Achievement, Project, YearRecord

__all__ = [
    "FORMAT",
    "Achievement",
    "Alliance",
    "AlliancesRecord",
    "DecisionRecord",
    "Footer",
    "Honour",
    "Leader",
    "NoticeRecord",
    "OwnersRecord",
    "PartialDate",
    "Photo",
    "Project",
    "Quantity",
    "Record",
    "Relation",
    "SiteRecord",
    "StandardRecord",
    "StudioRecord",
    "TargetRecord",
    "UnionRecord",
    "UnionsRecord",
    "VocabularyRecord",
    "YearRecord",
]
