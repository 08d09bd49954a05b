"""The pages made of the unions' round, for the search: notices, decisions, events, and the lists and boards that answer what readers ask.

They are found as hand-written pages are. The words after a list's name are those by which people ask for it.
"""

from collections.abc import Iterator

from laomo.pages import breadcrumbs
from laomo.pages.breadcrumbs import Step
from laomo.pages.handwritten.articles import Article
from laomo.registry import acceptance, effects, recent, sharing, units, urls
from laomo.registry.projects import projects
from laomo.registry.registry import Registry
from laomo.registry.statistics import funding

_ASKED: dict[Step, str] = {
    breadcrumbs.DECISIONS: "怎么命名 怎样命名 命名文件 验收 复核 示范 摘牌 撤销 是否有效",
    breadcrumbs.NOTICES: "公示 通知 正在公示 申报通知 异议 截止日期",
    breadcrumbs.STANDARDS: "怎么申报 如何申报 申报条件 创建条件 命名条件 达标标准",
    breadcrumbs.UNIONS: "联系电话 联系座机 找谁 问谁 主管工会",
    breadcrumbs.PROJECTS: "一线难题 攻关 课题 问题领域",
    breadcrumbs.BORROWABLE: "可以借鉴 推广应用 用在哪里 想用找谁",
    breadcrumbs.ADOPTED: "新技术 新材料 引进消化吸收 推广应用新技术 发明成果的运用",
    breadcrumbs.SUGGESTIONS: "职工建议 金点子 提建议 建言献策 采纳实施",
    breadcrumbs.RIGHTS: "专利 著作权 权利人 归谁",
    breadcrumbs.ASSISTANCE: "技术帮扶 帮助外单位 技术支援",
    breadcrumbs.LEADER_TRAININGS: "带头人培训班 专利申请 发明创造学",
    breadcrumbs.EFFECTS: "劳模示范效应 人才集聚效应 学习激励效应 创新引领效应 文化宣传效应",
    breadcrumbs.GOAL: "总目标 创建多少家",
    breadcrumbs.ACCEPTANCE: "达标 补助 两万元 拨付 批次",
    breadcrumbs.UNITS: "跨单位工作室 几个单位一起创建",
    breadcrumbs.FUNDING: "经费来源 补助金额",
    breadcrumbs.RECENT: "最近变化 新增 更新",
    breadcrumbs.EVENTS: "事迹报告会 成果展 媒体报道 交流",
}


def record_pages(registry: Registry) -> tuple[Article, ...]:
    """The pages in the order of the site: lists and boards that exist, then notices, decisions and events, newest first."""
    return (*_lists(registry), *_notices(registry), *_decisions(registry), *_events(registry))


def _lists(registry: Registry) -> Iterator[Article]:
    shown = {
        breadcrumbs.DECISIONS: registry.announced,
        breadcrumbs.NOTICES: registry.notices,
        breadcrumbs.STANDARDS: registry.standards,
        breadcrumbs.UNIONS: registry.unions,
        breadcrumbs.PROJECTS: projects(registry),
        breadcrumbs.BORROWABLE: sharing.borrowable(registry),
        breadcrumbs.ADOPTED: sharing.adopted(registry),
        breadcrumbs.SUGGESTIONS: sharing.suggestions(registry),
        breadcrumbs.RIGHTS: sharing.rights(registry),
        breadcrumbs.ASSISTANCE: sharing.assistance(registry),
        breadcrumbs.LEADER_TRAININGS: sharing.leader_trainings(registry),
        breadcrumbs.EFFECTS: [each for each in effects.effects(registry.active_studios) if each.figures],
        breadcrumbs.GOAL: registry.site.goals,
        breadcrumbs.ACCEPTANCE: acceptance.batches(registry),
        breadcrumbs.UNITS: units.units(registry),
        breadcrumbs.FUNDING: funding.by_source(registry) or funding.grants(registry),
        breadcrumbs.RECENT: recent.changes(registry, recent.LATELY[-1]),
        breadcrumbs.EVENTS: registry.events,
    }
    for (label, url), items in shown.items():
        if items:
            yield Article(url, label, "", tuple(_ASKED[label, url].split()), "")


def _notices(registry: Registry) -> Iterator[Article]:
    for name, notice in registry.notices:
        facts = (notice.kind, notice.issuer, *_house(registry, urls.notice(name)), str(notice.date))
        numbers = (notice.doc_no,) if notice.doc_no else ()
        yield Article(
            urls.notice(name), notice.title, "，".join(facts), numbers, f"{notice.body}\n{notice.objection or ''}"
        )


def _decisions(registry: Registry) -> Iterator[Article]:
    """Without the names of its studios: who looks for a studio wants the studio."""
    for path, decision in registry.announced:
        facts = (*decision.bodies, str(decision.date), decision.result)
        numbers = (decision.doc_no,) if decision.doc_no else ()
        text = "，".join(part for part in (decision.designation, decision.batch, *decision.grounds) if part)
        yield Article(urls.decision(path.stem), decision.title, "，".join(facts), numbers, text)


def _events(registry: Registry) -> Iterator[Article]:
    for name, event in registry.events:
        facts = (event.kind, event.organiser, event.place, *_house(registry, urls.event(name)), str(event.date))
        yield Article(urls.event(name), event.title, "，".join(filter(None, facts)), (), event.summary or "")


def _house(registry: Registry, url: str) -> Iterator[str]:
    """The union of the member's house that an event or a notice came from."""
    if home := registry.paper_homes.get(url):
        yield home.union.name
