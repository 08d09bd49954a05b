"""What a reviewer is told of two sides of the records, each list in full and in its order."""

from collections.abc import Mapping

import pytest
from tests.registry.joined import joined

from laomo.registry.studio import Studio
from laomo.tools.review import changes
from laomo.tools.review.disclosed import newly_public
from laomo.tools.review.lines import ChangeLine, of_studio
from laomo.tools.review.reach import new_claims
from laomo.tools.review.sides import Sides


def sides(
    before: Mapping[str, str], after: Mapping[str, str], broken: tuple[str, ...] = (), now: tuple[str, ...] = ()
) -> Sides:
    return Sides(joined(before, broken=broken), joined(after, broken=now))


def ids(studios: list[Studio]) -> list[str]:
    return [studio.id for studio in studios]


def test_new_kept_gone_and_unreadable_studios() -> None:
    before = {
        "north/a": "{name: 旧名}",
        "north/gone": "{}",
        "north/lost": "{}",
        "north/moved": "{}",
        "south/e": "{status: 撤销}",
    }
    after = {
        "south/moved": "{}",
        "north/a": "{name: 新名}",
        "north/mended": "{}",
        "north/b": "{}",
        "south/c": "{}",
        "south/e": "{}",
    }
    found = sides(
        before,
        after,
        ("north/mended/studio.yml", "north/b/2013.yml"),
        ("north/lost/studio.yml", "north/never/studio.yml", "north/gone/2013.yml", "site.yml"),
    )
    assert ids(found.new()) == ["b", "c"]
    assert [(old.name, new.name) for old, new in found.kept() if old.id == "a"] == [("旧名", "新名")]
    assert [new.id for _, new in found.kept()] == ["a", "e", "moved"]
    assert ids(found.unreadable()) == ["lost"]
    assert found.gone() == ["northgone工作室"]


def test_decisions_that_are_new_newest_first_without_those_that_stay_inside() -> None:
    def decision(result: str, month: int) -> str:
        return f"{{title: {result}{month}, result: {result}, date: 2013-{month:02}, studios: [{{studio: a}}]}}"

    before = {"decisions/2013-01": decision("命名", 1), "decisions/2013-02": decision("限期整改", 2)}
    after = {
        **before,
        "decisions/2013-02": decision("命名", 2),
        "decisions/2013-03": decision("限期整改", 3),
        "decisions/2013-04": decision("摘牌", 4),
        "decisions/2013-01": decision("示范", 5),
    }
    assert [each.title for each in sides(before, after).new_decisions()] == ["摘牌4", "命名2"]


def test_a_line_of_the_summary_and_the_file_of_its_page() -> None:
    (studio,) = joined({"north/a": "{name: 甲室}"}).studios
    assert of_studio(studio) == ChangeLine("甲室", "北区工会", "studios/a/")
    assert of_studio(studio, "重新展出") == ChangeLine("甲室", "重新展出", "studios/a/")
    assert [ChangeLine("", "", url).file for url in ("studios/a/", "studios/a/#team", "")] == [
        "studios/a/index.html",
        "studios/a/index.html#team",
        "index.html",
    ]


ORDERED = "site"
SITE = "{{name: 小馆, place: 示例市, as_of: 2025, withdrawn: [{}]}}"


def disclosed(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [f"{each.name} {each.note} {each.url}".rstrip() for each in newly_public(sides(before, after))]


def test_everything_that_was_withheld_and_is_shown_now() -> None:
    honours = "honours: [{name: 一, status: 撤销}, {name: 二, status: 撤销}, {name: 三, year: 2014, status: 撤销}, {name: 四}]"
    before = {
        "site": SITE.format("{name: 丁一, unit: 甲}, {name: 戊一, unit: 甲}, {name: 己一, unit: 甲}"),
        "north/a": f"{{leaders: [{{name: 甲一, withdrawn: 2020}}, {{name: 乙一, withdrawn: 2020, {honours}}}, {{name: 丙一, withdrawn: 2020}}], {honours}}}",
        "north/a/2013": f"{{achievements: [{{id: a, title: 成果甲, disclosure: 不公开}}, {{id: b, disclosure: 不公开}}, {{id: c}}], {honours}}}",
        "north/b": "{status: 撤销}",
        "north/c": "{}",
        "north/d": "{leaders: [{name: 甲一, withdrawn: 2020}]}",
        "north/e": "{status: 撤销}",
        "north/f": "{leaders: [{name: 甲一}]}",
    }
    after = {
        "site": SITE.format("{name: 己一, unit: 甲}, {name: 庚一, unit: 甲}"),
        "north/a": "{name: 甲室, leaders: [{name: 甲一, honours: [{name: 二}, {name: 新}]}, {name: 丙一, withdrawn: 2021}], honours: [{name: 二}, {name: 四}, {name: 三, year: 2015}]}",
        "north/a/2013": "{achievements: [{id: a, title: 成果甲, story: 故事}, {id: b, disclosure: 不公开}, {id: c}], honours: [{name: 一}, {name: 二, level: 区级}]}",
        "north/a/2014": "achievements: [{id: new}]",
        "north/b": "{}",
        "north/c": "{status: 撤销}",
        "north/e": "{status: 撤销}",
        "north/f": "{leaders: [{name: 甲一, withdrawn: 2020}]}",
    }
    assert disclosed(before, after) == [
        "小馆 全站撤回公开的人员有 2 位不再写着撤回",
        "甲室 撤回公开的人员有 2 位不再写着撤回 studios/a/",
        "成果甲 甲室，原来不公开 studios/a/a/",
        "甲室 “二”（2013年）由撤销改为有效 studios/a/",
        "甲室 “一”（2013年）由撤销改为有效 studios/a/",
        "northb工作室 重新展出 studios/b/",
        "northd工作室 撤回公开的人员有 1 位不再写着撤回 studios/d/",
    ]


def test_what_was_shown_before_or_is_withheld_still_is_told_to_nobody() -> None:
    records = {
        "site": SITE.format("{name: 丁一, unit: 甲}"),
        "north/a": "{leaders: [{name: 甲一, withdrawn: 2020}, {name: 乙一}], honours: [{name: 一, status: 撤销}]}",
        "north/a/2013": "achievements: [{id: a, disclosure: 不公开}, {id: b}]",
    }
    assert disclosed(records, records) == []
    more = {
        **records,
        "north/a": records["north/a"].replace("name: 乙一", "name: 丙一, honours: [{name: 一, level: 省级}]"),
        "north/b": "{}",
    }
    assert disclosed(records, more) == []


def reached(before: Mapping[str, str], after: Mapping[str, str]) -> list[str]:
    return [
        f"{each.page.name}（{each.page.note}）{each.page.url}: {each.what}, {each.by}, {each.agreed}"
        for each in new_claims(joined(before), joined(after))
    ]


SAYS = {
    "north/a": "{name: 甲室, co_unions: [south], relations: [{kind: 前身, studio: n}], honours: [{name: 南岗, body: 南区工会}], leaders: [{name: 甲一, also_leads: [n]}, {name: 乙一}]}",
    "north/a/2013": "achievements: [{id: p, title: 成果, shared_with: [n]}]",
    "south/n": "{name: 南室, units: [northa厂], leaders: [{name: 甲一}, {name: 乙一}]}",
}


def test_every_kind_of_claim_in_its_words_on_its_page() -> None:
    assert reached({}, SAYS) == [
        "南室（南区工会）studios/n/: 后续工作室, 甲室, False",
        "南室（南区工会）studios/n/: 成果, 甲室, False",
        "南区工会（工会网页）unions/south/: 共建工会, 甲室, False",
        "南区工会（工会网页）unions/south/: 由它授予的荣誉：南岗, 甲室, False",
        "南室（南区工会）studios/n/: 领衔人甲一（算作同一人）, 甲室, False",
        "南室（南区工会）studios/n/: 领衔人乙一（单位或荣誉相同，算作两个人）, 甲室, False",
        "甲室（北区工会）studios/a/: 领衔人乙一（单位或荣誉相同，算作两个人）, 南室, False",
    ]
    assert reached(SAYS, SAYS) == []


def test_a_claim_that_reads_otherwise_or_is_agreed_to_is_new_and_one_that_is_gone_is_not() -> None:
    changed = {
        **SAYS,
        "north/a": SAYS["north/a"]
        .replace("kind: 前身", "since: 2013, kind: 前身")
        .replace("name: 南岗", "level: 区级, name: 南岗"),
    }
    assert reached(SAYS, changed) == [
        "南室（南区工会）studios/n/: 后续工作室, 甲室, False",
        "南区工会（工会网页）unions/south/: 由它授予的荣誉：南岗, 甲室, False",
    ]
    agreed = {**SAYS, "south/n": SAYS["south/n"].replace("name: 南室", "name: 南室, took_part_in: [a/p]")}
    assert reached(SAYS, agreed) == ["南室（南区工会）studios/n/: 成果, 甲室, True"]
    assert reached(SAYS, {**SAYS, "north/a/2013": "{}"}) == []


@pytest.mark.parametrize("place", ["leader", "studio", "year"])
@pytest.mark.parametrize("again", ["leader", "studio", "year"])
def test_a_revoked_honour_that_counts_again_wherever_it_stands(place: str, again: str) -> None:
    def records(at: str, more: str) -> dict[str, str]:
        honour = f"honours: [{{name: 二}}, {{name: 一, year: 2013{more}}}]"
        said = {"leader": "", "studio": "", "year": "", at: honour}
        return {
            "north/a": f"{{leaders: [{{name: 甲一{', ' if said['leader'] else ''}{said['leader']}}}]{', ' if said['studio'] else ''}{said['studio']}}}",
            "north/a/2013": f"{{{said['year']}}}",
        }

    revoked, counts = records(place, ", status: 撤销"), records(again, "")
    assert disclosed(revoked, counts) == ["northa工作室 “一”（2013年）由撤销改为有效 studios/a/"]
    assert disclosed(records(place, ""), counts) == []
    assert disclosed(revoked, records(again, ", status: 撤销")) == []


def test_people_who_are_no_longer_shown_are_counted_in_new_studios_too() -> None:
    shown, hidden = (
        "{leaders: [{name: 甲一}, {name: 乙一}]}",
        "{leaders: [{name: 甲一}, {name: 乙一, withdrawn: 2020}]}",
    )
    for before, after, count in (
        ({"north/a": shown}, {"north/a": shown}, 0),
        ({"north/a": shown}, {"north/a": hidden}, 1),
        ({"north/a": hidden}, {"north/a": hidden}, 0),
        ({"north/a": hidden}, {"north/a": shown}, 0),
        ({"north/b": shown}, {"north/a": hidden, "north/b": shown}, 1),
        ({"north/a": shown, "north/b": hidden}, {"north/a": hidden, "north/b": shown}, 1),
        ({"north/b": hidden}, {"north/a": shown}, 0),
    ):
        assert changes._withdrawn_people(sides(before, after)) == count
