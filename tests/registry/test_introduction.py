"""How a studio is introduced on heads, covers and share cards: by people of any number and any name, and by nothing that no record says."""

import re

import pytest

from laomo.pages.emitters import Context, people
from laomo.pages.templates import Templates
from laomo.registry import generations
from laomo.registry.introduction import Introduction, introduce
from tests.registry.joined import joined


def introduced(profile: str, **more: str) -> Introduction:
    registry = joined({"north/crane": profile, **{name.replace("_", "/"): text for name, text in more.items()}})
    return introduce(registry.studio_by_id["crane"])


@pytest.mark.parametrize(
    ("leaders", "columns", "longest", "more", "upright"),
    [
        ("罗", ("罗",), 1, 0, True),
        ("罗海", ("罗海",), 2, 0, True),
        ("欧阳建国", ("欧阳建国",), 4, 0, True),
        ("阿卜杜热合曼", ("阿卜杜热合曼",), 6, 0, True),
        ("阿依古丽·买买提", ("阿依古丽·", "买买提"), 5, 0, True),
        ("钱𱍐", ("钱𱍐",), 2, 0, True),
        ("John Smith", ("John Smith",), 10, 0, False),
        ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉",), 20, 0, False),
        ("罗海, 钱二海", ("罗海", "钱二海"), 3, 0, True),
        ("阿依·买买提, 罗海", ("阿依·买买提", "罗海"), 6, 0, True),
        ("甲一, 乙二, 丙三", ("甲一", "乙二", "丙三"), 2, 0, True),
        ("甲一, 乙二, 丙三, 丁四, 戊五", ("甲一", "乙二", "丙三"), 2, 2, True),
    ],
)
def test_names_of_every_length_and_number(
    leaders: str, columns: tuple[str, ...], longest: int, more: int, upright: bool
) -> None:
    who = introduced("leaders: [" + ", ".join(f"{{name: {each.strip()}}}" for each in leaders.split(",")) + "]")
    assert (who.columns, who.longest, who.more, who.upright, who.people) == (columns, longest, more, upright, True)


def test_a_studio_without_a_person_stands_for_itself() -> None:
    who = introduced("name: 岸桥操作劳模创新工作室")
    assert (who.columns, who.people, who.trade, who.title, who.sentence, who.measure) == (
        *(("岸桥操作",), False, None),
        *(None, None, None),
    )
    assert introduced("name: 劳模创新工作室").columns == ("劳模创新工作室",)


def test_a_quote_names_its_speaker_and_a_slogan_nobody() -> None:
    said = introduced("slogan: 省下来\nquote: {text: 等它, speaker: 罗海平, occasion: 带徒弟时}")
    assert (said.sentence, said.speaker) == ("等它", "罗海平，带徒弟时")
    assert introduced("quote: {text: 等它, speaker: 罗海平}").speaker == "罗海平"
    slogan = introduced("slogan: 省下来")
    assert (slogan.sentence, slogan.speaker) == ("省下来", None)


def test_trade_and_title() -> None:
    decisions = "{level: 省级, result: 示范, studios: [{studio: crane}]}"
    one = introduced("leaders: [{name: 甲, job: 岸桥司机, skill_grade: 高级技师}]", **{"decisions_2013-01": decisions})
    assert (one.trade, one.title, one.level) == ("岸桥司机 · 高级技师", "省级示范", "省级")
    assert introduced("leaders: [{name: 甲, job: 焊工}, {name: 乙, job: 钳工}]").trade is None
    former = introduced("leaders: [{name: 甲, job: 焊工, end: 2020}, {name: 乙, job: 钳工}]")
    assert (former.columns, former.trade) == (("乙",), "钳工")


@pytest.mark.parametrize(
    ("achievements", "figure"),
    [
        ("[]", None),
        ("[{id: a}]", None),
        ("[{id: a, measures: [{indicator: 用时, before: 数十, after: 5, unit: 秒}]}]", None),
        ("[{id: a, measures: [{indicator: 用时, before: 9, after: 5, unit: 秒}]}]", ("a", "用时", "9", "5")),
        (
            "[{id: a, measures: [{indicator: 甲, before: 9, after: 5, unit: 秒}]}, {id: b, story: 故事, measures: [{indicator: 乙, before: 1, after: 1000, unit: 件}]}]",
            ("b", "乙", "1", "1000"),
        ),
        ("[{id: a, measures: [{indicator: 温差, before: -8, after: -2, unit: ℃}]}]", ("a", "温差", "-8", "-2")),
    ],
)
def test_the_figure_is_of_the_achievement_with_the_most_weight(achievements: str, figure: object) -> None:
    who = introduced("name: 岸桥工作室", north_crane_2013=f"achievements: {achievements}")
    found = (
        who.measured
        and who.measure
        and (who.measured.record.id, who.measure.indicator, str(who.measure.before), str(who.measure.after))
    )
    assert found == figure


def test_a_portrait_needs_the_persons_consent_and_a_quote_a_speaker_who_is_shown() -> None:
    portrait = "portrait: {file: a.png, alt: 甲在岸桥上"
    assert introduced(f"leaders: [{{name: 甲, {portrait}}}}}]").portrait is None
    agreed = introduced(f"leaders: [{{name: 甲, {portrait}, consent: 2026-05-20}}}}]")
    assert agreed.portrait
    assert agreed.portrait.file == "a.png"
    assert introduced(f"leaders: [{{name: 甲, {portrait}, consent: 2026}}}}, {{name: 乙}}]").portrait is None
    quote = "quote: {text: 等它, speaker: 甲}\nslogan: 省下来\nleaders: [{name: 甲, withdrawn: 2024}, {name: 乙}]"
    assert (introduced(quote).sentence, introduced(quote).speaker) == ("省下来", None)
    shown = joined({"north/crane": quote}).studio_by_id["crane"]
    assert "等它" not in shown.record.model_dump_json()


def line(*pairs: str, founded: str = "2011", **more: str) -> generations.Generations | None:
    taught = ", ".join(f"{{{each}}}" for each in pairs)
    year = f"mentoring: {{apprentices: 9, pairs: [{taught}]}}\n{more.pop('year', '')}"
    profile = f"founded: {founded}\nleaders: [{{name: 罗海平, start: 2011-06}}]"
    registry = joined({"north/crane": profile, "north/crane/2015": year})
    return generations.of(registry.studio_by_id["crane"], 2021)


def test_people_stand_on_one_line_of_years_the_taught_below_their_teachers() -> None:
    found = line(
        "mentor: 罗海平, apprentice: 甲, start: 2012",
        "mentor: 甲, apprentice: 乙, start: 2016-05, outcome: 晋级技师",
        "mentor: 罗海平, apprentice: 没有年份的",
        year="achievements: [{id: a}, {id: b, story: 故事}]",
    )
    assert found
    assert [(each.name, each.depth, each.since) for each in found.strands] == [
        ("罗海平", 0, 2011),
        ("甲", 1, 2012),
        ("乙", 2, 2016),
    ]
    assert (found.first, found.last, found.depth, found.strands[2].outcome) == (2011, 2021, 3, "晋级技师")
    assert [found.at(year) for year in (2011, 2016, 2021, 1999)] == ["0.0", "50.0", "100.0", "0.0"]
    assert found.ticks == [2011, 2015, 2021]
    assert [item.record.id for item in found.marks] == ["b"], "one a year, the one with a page first"


def test_achievements_on_the_line_leave_a_finger_room() -> None:
    years = {f"north/crane/{year}": f"achievements: [{{id: a{year}}}]" for year in range(2011, 2021)}
    pair = "mentoring: {apprentices: 1, pairs: [{mentor: 罗海平, apprentice: 甲, start: 2012}]}\nachievements: [{id: a2015}]"
    profile = {"north/crane": "founded: 2011\nleaders: [{name: 罗海平, start: 2011}]"}
    found = generations.of(joined({**profile, **years, "north/crane/2015": pair}).studio_by_id["crane"], 2021)
    assert found
    assert [item.year for item in found.marks] == [2012, 2014, 2016, 2018, 2020], "the newest, 14 % of ten years apart"


def test_a_leaders_own_apprentices() -> None:
    found = line(
        "mentor: 罗海平, apprentice: 丙, start: 2018",
        "mentor: 罗海平, apprentice: 甲, start: 2012",
        "mentor: 甲, apprentice: 乙, start: 2016",
    )
    assert found
    head, taught = found.taught_by("罗海平") or (None, ())
    assert head
    assert (head.since, [each.name for each in taught]) == (2011, ["甲", "丙"])
    assert found.taught_by("甲") is None, "their line begins with their own master"


def test_without_two_people_and_years_there_is_no_line() -> None:
    assert line() is None
    assert line("mentor: 罗海平, apprentice: 甲") is None
    many = line(*(f"mentor: 罗海平, apprentice: 徒弟{name}, start: 2012" for name in "甲乙丙丁戊己庚辛壬"))
    assert many
    assert (len(many.strands), many.more) == (8, 2)


def test_the_list_of_people_shows_who_was_taught_on_one_scale() -> None:
    pairs = "mentoring: {apprentices: 5, pairs: [%s]}"
    four = ", ".join(f"{{mentor: 罗海平, apprentice: 徒弟{name}, start: 2016}}" for name in "甲乙丙丁")
    registry = joined(
        {
            "north/crane": "founded: 2011\nleaders: [{name: 罗海平, start: 2011}]",
            "north/crane/2015": pairs % four,
            "north/weld": "founded: 2016\nleaders: [{name: 方二铁, start: 2016}]",
            "north/weld/2018": pairs % "{mentor: 方二铁, apprentice: 一人, start: 2017}",
            "north/nurse": "leaders: [{name: 顾三春}]",
            "site": "{name: 小馆, place: 示例市, as_of: 2021}",
        }
    )
    page = next(people.emit(Context(registry, {}, Templates()))).data.decode()
    shown = re.findall(
        r'people__taught">徒弟 (.*?)</span><span class="people__line" aria-hidden="true">(.*?)<span', page
    )
    assert [(names, re.findall(r"left:(\d+)%", dots)) for names, dots in shown] == [
        ("一人", ["50", "60"]),
        ("徒弟甲、徒弟乙、徒弟丙等", ["0", "50", "50", "50", "50"]),
    ]
