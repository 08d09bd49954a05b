"""Events, press mentions and notices of a sample city whose house gives them to the province."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from laomo.records.models import EventRecord, NoticeRecord
from laomo.records.yaml.writer import Value
from laomo.tools.demo.choice import chance, some
from laomo.tools.demo.decisions import BODY
from laomo.tools.demo.life import LAST_YEAR
from laomo.tools.demo.plan import CityPlan

UNION = "yunyu"
"""The city's union in its list."""
YEARS = (LAST_YEAR - 1, LAST_YEAR)
NAMED_MOST = 12
"""Studios in one notice of namings; a longer list would be what a decision is for."""


class _EventForm(NamedTuple):
    """What an event is made of: `label` is the trade of the studio that it is about, `leader` its leader."""

    kind: str
    day: str
    title: str
    organiser: str
    summary: str | None
    studios: int


_EVENTS = (
    _EventForm("技术交流", "03-20", "{label}技术交流会", BODY, "各家带一道没有解开的题来，当场拆，当场试。", 3),
    _EventForm(
        "事迹报告", "04-29", "{leader}等带头人事迹报告会", BODY, "讲怎样在岗位上发现问题，怎样把一个问题做到底。", 2
    ),
    _EventForm("媒体报道", "05-11", "{label}班组里的小改小革", "云屿工人报", None, 1),
    _EventForm(
        "带头人培训", "09-09", "创新工作室带头人培训班", BODY, "学怎样选题，怎样算效益，怎样把经验写成规程。", 6
    ),
    _EventForm("成果展示", "10-16", "{label}创新成果展示", BODY, "现场演示改好的工装，来的人可以上手试。", 4),
    _EventForm("媒体报道", "11-21", "{leader}：手上的活，要让徒弟也会", "云屿工人报", None, 1),
)


def records(plans: Iterable[CityPlan], seed: int) -> Iterator[tuple[str, Mapping[str, Value]]]:
    """Folder and file name, and the record, of each; studios that have closed are in none."""
    open_ones = [plan for plan in plans if not plan.life.closed]
    for year in YEARS if open_ones else ():
        for number, form in enumerate(_EVENTS, 1):
            about = some(chance("papers", seed, year, number), open_ones, form.studios)
            yield f"events/{year}-{number:02d}.yml", _event(form, year, about)
        for number, record in enumerate(_notices(open_ones, year), 1):
            yield f"notices/{year}-{number:02d}.yml", record


def _event(form: _EventForm, year: int, about: Sequence[CityPlan]) -> Mapping[str, Value]:
    words = {"label": about[0].trade.words.label, "leader": about[0].leader_in(year).name}
    record: dict[str, Value] = {
        "sample": "是",
        "title": form.title.format(**words),
        "kind": form.kind,
        "date": f"{year}-{form.day}",
        "organiser": form.organiser,
        "summary": form.summary,
        "studios": [plan.id for plan in about],
        "union": UNION if form.organiser == BODY else None,
    }
    return _in_order(record, EventRecord)


def _notices(plans: Sequence[CityPlan], year: int) -> Iterator[Mapping[str, Value]]:
    named: Sequence[Value] = [plan.id for plan in plans if plan.life.named == year][:NAMED_MOST]
    told: dict[str, Value] = {"sample": "是", "issuer": BODY, "union": UNION}
    if named:
        record: dict[str, Value] = {
            "title": f"关于{year}年度拟命名工作室的公示",
            "kind": "公示",
            "date": f"{year}-04-08",
            "start": f"{year}-04-08",
            "end": f"{year}-04-14",
            "objection": "公示期内可以当面或来电反映，说明具体情况。",
            "body": "经申报、推荐和现场考核，下列工作室拟进入本年度命名名单，现予公示。",
            "studios": named,
        }
        yield _in_order(told | record, NoticeRecord)
    asked: dict[str, Value] = {
        "title": f"关于报送{year}年度工作情况的通知",
        "kind": "通知",
        "date": f"{year}-12-01",
        "body": f"各工作室请把{year}年的年度档案写好，经基层工会核对后报主管工会。没有做成的项目也写，写清卡在哪里。",
    }
    yield _in_order(told | asked, NoticeRecord)


def _in_order(record: Mapping[str, Value], model: type[EventRecord | NoticeRecord]) -> Mapping[str, Value]:
    """What is stated, with its keys in the order of the model's fields."""
    return {key: record[key] for key in model.model_fields if record.get(key)}
