"""What cannot be true in a union's records: each row breaks one thing in a sound sample, and names the code that says so.

Beside each stands a neighbour that is usual at real unions and of which nothing is said. Rows without a code say why there is none.
"""

from collections.abc import Mapping

import pytest
from pydantic import ValidationError

from laomo import checks
from laomo.records import models, validation
from tests.registry.joined import joined

Texts = Mapping[str, str]
_CRANE = "category: 劳模, region: 北区"
_SOUND = {
    "north/crane": f"{{{_CRANE}, founded: 2012-03, plaque: 2012-06, leaders: [{{name: 江一舟, start: 2012-03}}]}}",
    "north/crane/2013": "{}",
    "decisions/2013-01": "{title: 关于命名的决定, date: 2013-05-02, doc_no: 示工〔2013〕1号, studios: [{studio: crane}]}",
}


def crane(more: str, leader: str = "start: 2012-03", founded: str = "founded: 2012-03, plaque: 2012-06, ") -> Texts:
    return {"north/crane": f"{{{_CRANE}, {founded}leaders: [{{name: 江一舟, {leader}}}], {more}}}"}


def weld(text: str) -> Texts:
    return {"north/weld": f"{{category: 劳模, region: 北区, leaders: [{{name: 许焊工}}], {text}}}"}


def year(text: str, of: int = 2013) -> Texts:
    return {f"north/crane/{of}": f"{{{text}}}"}


def achievement(text: str, of: int = 2013) -> Texts:
    return year(f"achievements: [{{id: a, {text}}}]", of)


def measure(before: str, after: str, unit: str = "分钟", indicator: str = "时间") -> Texts:
    return achievement(f"measures: [{{indicator: {indicator}, before: '{before}', after: '{after}', unit: '{unit}'}}]")


def patent(ip: str, start: str = "2013-01", of: int = 2013, kind: str = "发明专利") -> Texts:
    achievements = f"achievements: [{{id: a, kind: {kind}, ip: {{{ip}}}}}]"
    return year(f"{achievements}, projects: [{{title: 项目, start: {start}, results: [a]}}]", of)


def decision(text: str, name: str = "2013-02", studios: str = "{studio: crane}") -> Texts:
    return {f"decisions/{name}": f"{{{text}, studios: [{studios}]}}"}


def notice(start: str, end: str, date: str = "2013-04-01", more: str = "", title: str = "拟命名工作室的公示") -> Texts:
    objection = "objection: 当面或来信反映"
    days = f"date: {date}, start: {start}, end: {end}"
    return {
        "notices/2013-01": f"{{title: {title}, kind: 公示, issuer: 示例市总工会, body: 正文, {days}, {objection}{more}}}"
    }


def targets(
    row: str, doc_no: str = "示工〔2013〕9号", of: int = 2013, total: str = "created: 5, qualified: 3"
) -> Texts:
    return {
        f"targets/{of}": f"{{title: 表, issuer: 示例市总工会, doc_no: {doc_no}, rows: [{row}], total: {{{total}}}}}"
    }


def honoured(text: str, leader: str = "start: 2012-03") -> Texts:
    return crane("slogan: 一句话", f"{leader}, honours: [{{{text}}}]")


PIONEERS = {"site": "{name: 小馆, place: 示例市, as_of: 2025-12-31, pioneers: [{year: 2013, level: 市级, total: 1}]}"}
ZL2013, ZL2023 = "ZL201310601862.5", "ZL202310601862.9"
IMPOSSIBLE: list[tuple[str, str, Texts, Texts]] = [
    # dates of the studio
    ("a plaque before the founding", "plaque-before-founding", crane("slogan: 一", founded="founded: 2012-03, plaque: 2012-01, "), crane("slogan: 一", founded="founded: 2012-03, plaque: 2012-03, ")),
    ("an annual record of a year before the founding", "before-founding", year("", 2011), year("", 2012)),
    ("a training before the founding", "before-founding", year("trainings: [{topic: 课, date: 2012-01}]", 2012), year("trainings: [{topic: 课, date: 2012-03}]", 2012)),
    ("an exchange with others before the founding", "before-founding", year("exchanges: [{topic: 会, date: 2012-02-28}]", 2012), year("exchanges: [{topic: 会, date: 2012}]", 2012)),
    ("an apprenticeship of a studio that does not exist yet (only a hint: the pair may be older)", "before-founding", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满, start: 2010-05}]}"), year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满, start: 2012-03}]}")),
    ("a project that was finished before the founding", "before-founding", year("projects: [{title: 项目, start: 2011-05, end: 2012-02}]", 2012), year("projects: [{title: 项目, start: 2011-05, end: 2012-06}]", 2012)),
    ("an achievement before the founding", "before-founding", achievement("title: 成果", 2011), achievement("title: 成果", 2012)),
    ("a collective honour before the founding", "before-founding", crane("honours: [{name: 工人先锋号, year: 2011}]"), crane("honours: [{name: 工人先锋号, year: 2012}]")),
    ("a leader in post before the founding", "before-founding", crane("slogan: 一", "start: 2011-12"), crane("slogan: 一", "start: 2012")),
    ("a naming before the founding", "before-founding", decision("date: 2012-02-01, doc_no: 示工〔2012〕2号"), decision("date: 2012-03-01, doc_no: 示工〔2012〕2号")),
    ("a founding in the future", "future-date", crane("slogan: 一", "title: 技师", founded="founded: 2026-05, ") | decision("date: 2026", "2013-01") | year(""), crane("slogan: 一")),
    ("an end before the founding", "end-before-start", crane("status: 撤销, ended_on: 2011") , crane("status: 撤销, ended_on: 2019-09")),
    ("an annual record after the end", "after-ending", crane("status: 撤销, ended_on: 2014-09") | year("", 2015), crane("status: 撤销, ended_on: 2014-09") | year("", 2014)),
    ("a training after the end", "after-ending", crane("status: 撤销, ended_on: 2014-09") | year("trainings: [{topic: 课, date: 2014-11}]", 2014), crane("status: 撤销, ended_on: 2014-09") | year("trainings: [{topic: 课, date: 2014-09}]", 2014)),
    ("a naming after the end", "after-ending", crane("status: 撤销, ended_on: 2013-04"), crane("status: 撤销, ended_on: 2013-05-02")),
    ("a leader in post after the end", "after-ending", crane("status: 撤销, ended_on: 2014-09", "start: 2012-03, end: 2015"), crane("status: 撤销, ended_on: 2014-09", "start: 2012-03, end: 2014-09")),
    ("a date of the end of a studio that has not ended", "ending-unmeant", crane("ended_on: 2019-09"), crane("ended_on: 2019-09") | decision("result: 撤销, date: 2019-09-02, doc_no: 示工〔2019〕2号", "2019-02")),
    ("a merger into a studio that had ended", "merged-into-ended", crane("status: 合并, merged_into: weld, ended_on: 2015") | weld("status: 撤销, ended_on: 2014"), crane("status: 合并, merged_into: weld, ended_on: 2015") | weld("status: 撤销, ended_on: 2016")),
    ("a predecessor that is younger", "predecessor-younger", crane("relations: [{kind: 前身, studio: weld}]") | weld("founded: 2013-05"), crane("relations: [{kind: 后续工作室, studio: weld}]") | weld("founded: 2013-05")),
    # dates of a year
    ("an annual record of a year to come", "future-date", year("", 2027), year("", 2026)),
    ("an event on a day to come", "future-date", year("trainings: [{topic: 课, date: 2026-01-05}]", 2025), year("trainings: [{topic: 课, date: 2025-12-31}]", 2025)),
    ("29 February of a common year", "date-impossible", year("trainings: [{topic: 课, date: 2013-02-29}]"), year("trainings: [{topic: 课, date: 2016-02-29}]", 2016)),
    ("an event of another year", "outside-year", year("trainings: [{topic: 课, date: 2015-06}]"), year("trainings: [{topic: 课, date: 2012-12-20}]")),
    ("an apprenticeship that begins after the year", "outside-year", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满, start: 2014-05}]}"), year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满, start: 2013-05}]}")),
    ("an honour of the year that is years away", "outside-year", year("honours: [{name: 工人先锋号, year: 2016}]"), year("honours: [{name: 工人先锋号, year: 2014}]")),
    ("use of an achievement before it was there", "outside-year", achievement("promotion: [{place: 二厂, year: 2012}]"), achievement("promotion: [{place: 二厂, year: 2013}]")),
    ("benefit of an achievement before it was there", "outside-year", achievement("benefits: [{kind: 成本, amount: 5万元, as_of: 2012-12}]"), achievement("benefits: [{kind: 成本, amount: 5万元, as_of: 2014-06}]")),
    ("a report that is handed in before the year is over", "report-too-early", year("report: {submitted: 2013-06-30}"), year("report: {submitted: 2013-11-20}")),
    ("a report that is handed in before the year begins", "report-too-early", year("report: {submitted: 2012-12-20}"), year("report: {submitted: 2014-01-15}")),
    ("a project that ends before it starts", "end-before-start", year("projects: [{title: 项目, start: 2013-08, end: 2013-02}]"), year("projects: [{title: 项目, start: 2013, end: 2013-02}]")),
    ("a project that was finished a year ago", "outside-year", year("projects: [{title: 项目, end: 2012-06}]"), year("projects: [{title: 项目, start: 2012-06, end: 2014-02}]")),
    ("a project under way that begins after the year", "outside-year", year("projects: [{title: 项目, start: 2014-02, status: 在研}]"), year("projects: [{title: 项目, start: 2014-02, status: 计划}]")),
    ("a finished project whose end is still to come", "project-ahead", year("projects: [{title: 项目, start: 2025-06, end: 2026-05, status: 完成}]", 2025), year("projects: [{title: 项目, start: 2025-06, end: 2026-05, status: 在研}]", 2025)),
    ("an award before the achievement", "recognition-before-achievement", achievement("recognised_by: [{year: 2012}]"), achievement("recognised_by: [{year: 2014}]")),
    # patents
    ("a patent applied for before its project began", "patent-before-project", patent(f"state: 申请, number: {ZL2013}, date: 2013-05-06", "2013-06"), patent(f"state: 申请, number: {ZL2013}, date: 2013-05-07", "2013-05-06")),
    ("a patent whose number is older than its project", "patent-before-project", patent(f"state: 授权, number: {ZL2013}, date: 2015-05", "2014-02", 2014), patent(f"state: 授权, number: {ZL2013}, date: 2015-05", "2013-02", 2014)),
    ("a patent granted before it was applied for", "patent-date-year", patent(f"state: 授权, number: {ZL2023}, date: 2021-05", "2021-01", 2021), patent(f"state: 授权, number: {ZL2023}, date: 2025-05", "2023-01", 2023)),
    ("an application of another year than its number", "patent-date-year", patent(f"state: 申请, number: {ZL2013}, date: 2015-05"), patent(f"state: 受理, number: {ZL2013}, date: 2014-01")),
    ("a number of twelve digits of a year without them", "patent-number-year", patent("state: 授权, number: ZL199910601862.4, date: 2013-05"), patent("state: 授权, number: ZL97101765.4, date: 2013-05", "1997-01")),
    ("a patent number of a year to come", "patent-number-year", patent("state: 授权, number: ZL203110601862.3, date: 2013-05"), patent(f"state: 授权, number: {ZL2013}, date: 2013-05")),
    ("a patent number with a wrong check digit", "patent-check-digit", patent("state: 授权, number: ZL201310601862.0"), patent(f"state: 授权, number: {ZL2013}")),
    ("software registered before the year of its number", "patent-date-year", patent("state: 登记, number: 2024SR0152001, date: 2023-06", kind="软件著作权"), patent("state: 登记, number: 2024SR0152001, date: 2024-06", kind="软件著作权")),
    # people
    ("a leader's term that ends before it starts", "end-before-start", crane("slogan: 一", "start: 2013-05, end: 2013-02"), crane("slogan: 一", "start: 2013, end: 2013")),
    ("a leader's honour of a year to come", "future-date", honoured("name: 五一劳动奖章, year: 2027"), honoured("name: 五一劳动奖章, year: 2026")),
    ("a leader's honour before they can have worked (only a hint)", "honour-too-early", honoured("name: 五一劳动奖章, year: 1960"), honoured("name: 五一劳动奖章, year: 1960", "end: 2013")),
    ("a leader's honour before 1949", "out-of-range", honoured("name: 五一劳动奖章, year: 1948"), honoured("name: 五一劳动奖章, year: 1991")),
    ("a 劳动模范 made by an enterprise (only a hint)", "model-worker-of-enterprise", honoured("name: 劳动模范, body: 北港集团公司, level: 行业"), honoured("name: 劳动模范, body: 示例市总工会")),
    ("a 劳动模范 whose name says that an enterprise made it", "model-worker-of-enterprise", honoured("name: 北港集团公司劳动模范"), honoured("name: 北港集团公司先进工作者, level: 企业级")),
    ("a mentor who is the apprentice", "own-apprentice", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 江一舟}]}"), year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 江小舟}]}")),
    ("more apprentices in pairs than apprentices", "pairs-over-apprentices", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满}, {mentor: 江一舟, apprentice: 林小树}]}"), year("mentoring: {apprentices: 9, pairs: [{mentor: 江一舟, apprentice: 方小满}]}")),
    ("more apprentices with a result than apprentices", "outcomes-over-apprentices", year("mentoring: {apprentices: 2, outcomes: [{kind: 出师, count: 3}]}"), year("mentoring: {apprentices: 2, outcomes: [{kind: 出师, count: 2}, {kind: 获奖, count: 2}]}")),
    ("more leaders than members", "more-than-team", crane("team: {total: 0}"), crane("team: {total: 1}")),
    ("more members promoted than there are (only a hint)", "more-than-team", crane("team: {total: 5}") | year("members_promoted: 6"), crane("team: {total: 5}") | year("members_promoted: 5")),
    ("more women than members", "more-than-team", crane("team: {total: 5, female: 6}"), crane("team: {total: 5, female: 5}")),
    # numbers
    ("more suggestions adopted than proposed", "suggestions-order", year("suggestions: {proposed: 9, adopted: 10}"), year("suggestions: {proposed: 9, adopted: 9}")),
    ("an improvement that changes nothing (only a hint)", "measure-unchanged", measure("18", "18"), measure("18", "17.9")),
    ("a share of more than 100 %", "share-over-100", measure("92", "108", "%", "一次合格率"), measure("92", "108", "%", "计划完成率")),
    ("a negative amount of money", "negative-amount", achievement("benefits: [{kind: 成本, amount: -5万元}]"), achievement("benefits: [{kind: 成本, amount: 5万元}]")),
    ("a negative area", "negative-amount", crane("place: {host: 车间, area: -120平方米}"), measure("-18", "-20", "℃", "库温")),
    ("a negative count", "whole-number", year("suggestions: {proposed: -9}"), year("suggestions: {proposed: 0}")),
    ("fewer attendances than sessions", "fewer-than-sessions", year("trainings: [{topic: 课, sessions: 4, attendances: 3}]"), year("trainings: [{topic: 课, sessions: 4, attendances: 4}, {topic: 课, sessions: 2}]")),
    ("a share of the 工人先锋号 of more than all", "more-than-awarded", crane("honours: [{name: 示例市工人先锋号, year: 2013}, {name: 工人先锋号, year: 2013}]") | PIONEERS, crane("honours: [{name: 示例市工人先锋号, year: 2013}]") | PIONEERS),
    # decisions, notices and their documents
    ("a grant before its decision", "grant-before-decision", decision("date: 2013-06, doc_no: 示工〔2013〕2号", studios="{studio: crane, granted: 2013-05}"), decision("date: 2013-06, doc_no: 示工〔2013〕2号", studios="{studio: crane, granted: 2013-06}")),
    ("a review before there is a title", "review-before-title", decision("result: 复核合格, date: 2012-11-05, doc_no: 示工〔2012〕2号"), decision("result: 复核合格, date: 2014-11-05, doc_no: 示工〔2014〕2号")),
    ("a title that expires before it is given", "end-before-start", decision("date: 2013-06-01, valid_to: 2012, doc_no: 示工〔2013〕2号"), decision("date: 2013-06-01, valid_to: 2016-05-31, doc_no: 示工〔2013〕2号")),
    ("a studio twice in one decision", "listed-twice", decision("date: 2013-06, doc_no: 示工〔2013〕2号", studios="{studio: crane}, {studio: crane}"), decision("result: 示范, date: 2013-06, doc_no: 示工〔2013〕2号")),
    ("a notice that ends before it starts", "end-before-start", notice("2013-04-08", "2013-04-02"), notice("2013-04-08", "2013-04-12")),
    ("a notice that is open for less than five working days (only a hint)", "notice-short", notice("2013-04-05", "2013-04-09"), notice("2013-04-05", "2013-04-11")),
    ("a notice that begins before it is published", "end-before-start", notice("2013-04-01", "2013-04-12", "2013-04-08"), notice("2013-04-09", "2013-04-16", "2013-04-08")),
    ("a naming while its notice is open", "decided-before-notice-end", notice("2013-04-29", "2013-05-08", "2013-04-28", ", studios: [crane]"), notice("2013-04-22", "2013-05-01", "2013-04-20", ", studios: [crane]")),
    ("a notice after the naming", "decided-before-notice-end", notice("2013-07-01", "2013-07-09", more=", studios: [crane]"), notice("2013-07-01", "2013-07-09", more=", studios: [crane]", title="拟评为示范工作室的公示")),
    ("a document number of another year than its date", "doc-no-year", decision("date: 2014-03-01, doc_no: 示工〔2012〕2号"), decision("date: 2014-03-01, doc_no: 示工〔2014〕2号")),
    ("an honour by a document of another time", "doc-no-year", honoured("name: 五一劳动奖章, year: 2013, doc_no: 示工〔2018〕2号"), honoured("name: 五一劳动奖章, year: 2013, doc_no: 示工〔2014〕2号")),
    ("one number of two documents: their dates differ", "duplicate-doc-no", decision("title: 关于命名的决定, date: 2013-07-02, doc_no: 示工〔2013〕1号"), decision("title: 关于命名的决定, result: 示范, date: 2013-05-02, doc_no: 示工〔2013〕1号")),
    ("one number of two documents: their titles differ", "duplicate-doc-no", decision("title: 关于示范的决定, date: 2013-05-02, doc_no: 示工〔2013〕1号"), honoured("name: 五一劳动奖章, year: 2013, doc_no: 示工〔2013〕1号, body: 示例市总工会")),
    ("one number of two documents: their issuers differ", "duplicate-doc-no", targets("{union: north, created: 5, qualified: 3}", "示工〔2013〕1号") | {"targets/2013": "{title: 表, issuer: 某局, doc_no: 示工〔2013〕1号, rows: [{union: north, created: 5, qualified: 3}], total: {created: 5, qualified: 3}}"}, targets("{union: north, created: 5, qualified: 3}", "示工〔2013〕1号")),
    ("more studios to qualify than to be set up", "qualified-over-created", targets("{union: north, created: 5, qualified: 6}", total="created: 5, qualified: 6"), targets("{union: north, created: 5, qualified: 5}", total="created: 5, qualified: 5")),
    ("a total that is not the sum", "target-total", targets("{union: north, created: 5, qualified: 2}"), targets("{union: north, created: 5, qualified: 3}")),
]  # fmt: skip
DELIBERATELY_NOT: list[tuple[str, str, Texts]] = [
    ("an honour before the leader's birth, or after their death", "records hold neither: they are private", honoured("name: 五一劳动奖章, year: 1990")),
    ("an apprentice older than the master", "ages are private; and a master may be the younger one", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方老满}]}")),
    ("an apprenticeship that ends before it begins", "only its beginning is recorded", year("mentoring: {apprentices: 1, pairs: [{mentor: 江一舟, apprentice: 方小满, start: 2013-05, outcome: 出师}]}")),
    ("fewer members than apprentices", "apprentices are no members, and a master may have several", crane("team: {total: 3}") | year("mentoring: {apprentices: 20}")),
    ("reviews more or less often than the policy says", "neither document sets an interval; a title with a term says when it ends (valid_to)", decision("result: 复核合格, date: 2013-09, doc_no: 示工〔2013〕2号")),
    ("more patents in the report's text than achievements", "the text may count what is not published", year("summary: 全年获专利6项。")),
    ("two studios with one number of their naming", "one document names many; studios have no number of their own", decision("date: 2013-05-02, title: 关于命名的决定, doc_no: 示工〔2013〕1号, result: 示范")),
    ("funds of years before the founding", "funds have no year; grants follow their decision (grant-before-decision)", crane("funding: {sources: [工会经费], amount: 15万元}")),
    ("an achievement before the studio was named", "usual: studios work before they are named", achievement("title: 成果", 2012)),
    ("an honour of a leader who has left", "usual: the person is honoured, not the post", honoured("name: 五一劳动奖章, year: 2020", "end: 2015")),
    ("a leader's honour before the studio", "usual: it is why they lead it", honoured("name: 五一劳动奖章, year: 2001")),
    ("written rules older than the studio", "usual: the employer's own", crane("rules: [{name: 安全制度, year: 2005}]")),
    ("a measure outside its project", "measures have no date", measure("18", "9")),
    ("a younger studio that is merged into an older one", "usual: it is then called its predecessor", crane("relations: [{kind: 前身, studio: weld}]") | weld("founded: 2013-05, status: 合并, merged_into: crane, ended_on: 2020")),
    ("a naming without an acceptance", "usual: older acceptances are not on file", {}),
    ("a former name, or a union that was renamed since", "usual: documents keep the name of their time", crane("former_names: [江一舟班组]")),
    ("a notice of two weeks", "local rules may ask for more than five days", notice("2013-04-05", "2013-04-19")),
]  # fmt: skip


def codes(texts: Texts) -> list[str]:
    """The codes of all problems of the sample with these files in it."""
    try:
        registry = joined({**_SOUND, **texts})
    except ValidationError as error:
        return [each.code for each in validation.problems(error, getattr(models, error.title), "")]
    return sorted({problem.code for problem in checks.run(registry)})


def test_the_sample_is_sound() -> None:
    assert codes({}) == []
    assert len(IMPOSSIBLE) >= 40
    assert len({what for what, *_ in IMPOSSIBLE}) == len(IMPOSSIBLE)


@pytest.mark.parametrize(("code", "broken"), [row[1:3] for row in IMPOSSIBLE], ids=[row[0] for row in IMPOSSIBLE])
def test_what_cannot_be_is_said(code: str, broken: Texts) -> None:
    assert codes(broken) == [code]


@pytest.mark.parametrize("legal", [row[3] for row in IMPOSSIBLE], ids=[row[0] for row in IMPOSSIBLE])
def test_nothing_is_said_of_its_neighbour(legal: Texts) -> None:
    assert codes(legal) == []


@pytest.mark.parametrize("unsaid", [row[2] for row in DELIBERATELY_NOT], ids=[row[0] for row in DELIBERATELY_NOT])
def test_nothing_is_said_of_what_may_be(unsaid: Texts) -> None:
    assert codes(unsaid) == []
