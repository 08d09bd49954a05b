"""Each list of a summary from records alone: what is new, what was only unreadable before, what ends, what was edited, which waivers."""

from tests.registry.joined import joined
from tests.tools.review.test_sides import sides

from laomo.tools.review import changes, history
from laomo.tools.review.lines import ChangeLine
from laomo.tools.review.sides import Sides
from laomo.tools.review.waivers import Waiver


def written(lines: object) -> list[str]:
    return [f"{line.name} {line.note} {line.url}" for line in lines]  # type: ignore[attr-defined]


def test_new_achievements_but_for_those_of_what_could_not_be_read() -> None:
    item = "achievements: [{{id: {0}, title: 成果{0}}}]"
    before = joined(
        {"north/a": "{}", "north/a/2013": item.format("x"), "south/d": "{}"},
        broken=("north/a/2014.yml", "north/b/studio.yml"),
    )
    after = joined(
        {
            "north/a": "{}",
            "north/a/2012": item.format("old"),
            "north/a/2014": item.format("mended"),
            "north/a/2015": "achievements: [{id: x, title: 另}, {id: hidden, disclosure: 不公开}]",
            "north/b": "{}",
            "north/b/2013": item.format("y"),
            "north/c": "{}",
            "north/c/2013": item.format("x"),
            "south/d": "{}",
        }
    )
    assert written(changes._new_achievements(before, after)) == [
        "成果old northa工作室 studios/a/2012/#achievement-old",
        "成果x northc工作室 studios/c/2013/#achievement-x",
    ]
    assert written(changes._new_achievements(after, after)) == []


def test_new_years_of_studios_that_were_there_then_of_new_ones() -> None:
    before = {"north/a": "{}", "north/a/2013": "{}", "south/d": "{}", "south/gone": "{}", "south/gone/2013": "{}"}
    after = {
        "north/a": "{}",
        "north/a/2013": "summary: 改",
        "north/a/2014": "{}",
        "north/a/2015": "{}",
        "north/new": "{}",
        "north/new/2013": "{}",
        "south/d": "{}",
        "south/d/2013": "{}",
    }
    assert written(changes._new_years(sides(before, after, ("north/a/2015.yml",)))) == [
        "northa工作室 2014年 studios/a/2014/",
        "southd工作室 2013年 studios/d/2013/",
        "northnew工作室 2013年 studios/new/2013/",
    ]


def test_titles_and_their_ends() -> None:
    def decision(result: str, month: int, more: str = "") -> str:
        return f"{{result: {result}, date: 2013-{month:02}{more}, studios: [{{studio: a}}, {{studio: nowhere}}]}}"

    results = ("命名", "达标", "示范", "表彰", "摘牌", "撤销")
    texts = {f"decisions/2013-{n:02}": decision(result, n) for n, result in enumerate(results, 1)}
    texts["decisions/2013-07"] = decision("命名", 7, ", designation: 甲称号")
    after = joined({"north/a": "{}", **texts})
    found = Sides(joined({"north/a": "{}"}), after).new_decisions()
    assert (found[0].result, found[0].designation) == ("命名", "甲称号")
    assert written(changes._decided(found, after, ending=False)) == [
        f"northa工作室 {note} studios/a/" for note in ("甲称号", "表彰", "示范", "达标", "命名")
    ]
    assert written(changes._decided(found, after, ending=True)) == [
        f"northa工作室 {note} studios/a/" for note in ("撤销", "摘牌")
    ]


def test_waivers_of_one_side_only() -> None:
    one, moved, other = (
        Waiver("a", 1, "甲", "甲: 1"),
        Waiver("a", 9, "另", "甲: 1"),
        Waiver("b", 1, "甲", "甲: 1"),
    )
    edited = Waiver("a", 1, "甲", "甲: 2")
    assert list(changes._only_in([one, other, edited], [moved])) == [other, edited]
    assert list(changes._only_in([one], [])) == [one]
    assert list(changes._only_in([], [one])) == []


def test_an_attachment_of_which_nobody_knows_what_it_says() -> None:
    assert sorted(history._UNREAD) == [
        *("attachment-too-hard", "attachment-unreadable", "office-locked", "office-too-large"),
        *("pdf-damaged", "pdf-locked", "pdf-too-long"),
    ]


def test_a_line_with_and_without_an_anchor() -> None:
    for url, file in (("a/", "a/index.html"), ("a/#b", "a/index.html#b"), ("#b", "index.html#b"), ("a/#b#c", "a/index.html#b#c")):  # fmt: skip
        assert ChangeLine("", "", url).file == file
