"""Hand-written pages: their front matter, their words for the search, stories and what they are about, and how long and deep they may be."""

from pathlib import Path

import pytest

from laomo.pages.emitters import stories as pages_of_stories
from laomo.pages.handwritten import articles, front_matter, limits, stories
from laomo.pages.handwritten.articles import Article
from laomo.pages.handwritten.stories import Story
from laomo.problems.problem import Problem
from laomo.registry.registry import Registry
from tests.registry.joined import joined


@pytest.mark.parametrize(
    ("source", "facts", "text"),
    [
        ("---\ntitle: 甲\n---\n正文\n", {"title": "甲"}, "正文\n"),
        ("---\r\ntitle: 甲\r\n---\r\n正文\r\n", {"title": "甲"}, "正文\n"),
        ("\ufeff---\ntitle: 甲\n---\n", {"title": "甲"}, ""),
        ("---\n---\n正文", {}, "正文"),
        ("---\n- 甲\n---\n正文", {}, "正文"),
        ("---\na: [\n---\n正文", {}, "正文"),
        ("---\ntitle: 甲\n", {}, "---\ntitle: 甲\n"),
        ("\n---\ntitle: 甲\n---\n", {}, "\n---\ntitle: 甲\n---\n"),
        ("---\na: 1\n---\nb\n---\n", {"a": "1"}, "b\n---\n"),
        ("正文\n---\na: 1\n---\n", {}, "正文\n---\na: 1\n---\n"),
    ],
)
def test_front_matter_stands_at_the_top_between_two_lines(source: str, facts: object, text: str) -> None:
    assert front_matter.split(source, "page.md") == (facts, text)


def test_pages_are_files_of_their_own_in_order(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "c.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "link.md").symlink_to(tmp_path / "a.md")
    assert front_matter.pages(tmp_path, "*.md") == [tmp_path / "a.md", tmp_path / "b.md"]


PAGES = {
    "about/index.md": "---\ntitle: 关于\ndescription: 讲什么\n---\n# 关于\n\n## 来历\n\n正文 **粗**\n细。\n\n##### 小\n",
    "b.md": '# 题目 {#id}\n\n### 三\n\n#### 四 {.x}\n\n<style>鬼</style><script>鬼</script><!-- 鬼 -->尾巴\n\n!!! note "框"\n    里\n',
    "a/c.md": "没有标题\n\n| 甲 | 乙 |\n|---|---|\n| 一 | 二 |\n\n<div markdown>\n*斜*\n</div>\n",
    "hidden.md": "---\nsearch: {exclude: true}\n---\n# 藏\n",
    "shown.md": "---\nsearch: {exclude: false}\n---\n# 不藏\n",
    "also.md": "---\nsearch: 否\n---\n# 也不藏\n",
    "index.md": "---\ntitle: 首页\n---\n",
}
READ = (
    Article("a/c/", "a/c.md", "", (), "没有标题 甲 乙 一 二 斜"),
    Article("about/", "关于", "讲什么", ("来历",), "关于 来历 正文 粗 细。 小"),
    Article("also/", "也不藏", "", (), "也不藏"),
    Article("b/", "题目", "", ("三", "四"), "题目 三 四 尾巴 框 里"),
    Article("", "首页", "", (), ""),
    Article("shown/", "不藏", "", (), "不藏"),
)


def test_pages_are_read_as_plain_text_in_the_order_of_their_paths(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert articles.read(tmp_path, [tmp_path / name for name in PAGES]) == READ


@pytest.fixture(scope="module")
def registry() -> Registry:
    achievements = "achievements: [{id: brake}, {id: anti-sway}, {id: secret, disclosure: 不公开}]"
    return joined({"north/crane": "", "north/crane/2013": achievements, "north/gone": "status: 撤销"})


def written(folder: Path, texts: dict[str, str]) -> list[Path]:
    (folder / "stories").mkdir(parents=True)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return sorted(folder.rglob("*.md"))


def test_stories_are_pages_with_themes_and_may_have_a_subject(tmp_path: Path, registry: Registry) -> None:
    studio = registry.studio_by_id["crane"]
    full = "---\r\ntitle: 夜风\r\ndescription: 一夜\r\nthemes: [劳模精神, {a: b}, 匠心]\r\nabout: crane/anti-sway\r\n---\r\n文\r\n"
    pages = written(
        tmp_path,
        {
            "stories/b.md": full,
            "stories/a.md": "---\nthemes: []\nabout: crane\n---\n",
            "stories/c.md": "---\nthemes: [匠心]\nabout: crane/none\n---\n",
            "stories/d.md": "---\nthemes: [匠心]\nabout: gone\n---\n",
            "stories/e.md": "---\nthemes: [匠心]\nabout: crane/secret\n---\n",
            "stories/f.md": "---\nthemes: 匠心\n---\n",
            "stories/g.md": "没有\n",
            "h.md": "---\nthemes: [匠心]\n---\n",
        },
    )
    found = list(stories.stories(registry, tmp_path, pages))
    assert found == [
        Story("stories/a/", "a", "", (), "---\nthemes: []\nabout: crane\n---\n", studio),
        Story("stories/b/", "夜风", "一夜", ("劳模精神", "匠心"), full.replace("\r", ""), studio.achievements[1]),
        *(
            Story(f"stories/{name}/", name, "", ("匠心",), f"---\nthemes: [匠心]\nabout: {about}\n---\n", None)
            for name, about in (("c", "crane/none"), ("d", "gone"), ("e", "crane/secret"))
        ),
    ]
    assert "夜风" in repr(found[1])
    assert "---" not in repr(found[1])
    (tmp_path / "stories").rename(tmp_path / "elsewhere")
    (tmp_path / "stories").symlink_to(tmp_path / "elsewhere")
    assert list(stories.stories(registry, tmp_path, pages)) == []


def test_a_subject_that_is_not_on_the_site_is_named_at_its_line(tmp_path: Path, registry: Registry) -> None:
    written(
        tmp_path,
        {
            "stories/a.md": "---\nthemes: [匠心]\nabout: crane/none\n---\nabout 它\n",
            "stories/b.md": "---\n'about': crane/secret\n---\n",
            "stories/c.md": "---\nabout: crane/brake\n---\n",
            "stories/d.md": "---\nabout: ''\n---\n",
            "stories/e.md": "---\nabout: [crane]\n---\n",
        },
    )
    assert list(stories.unknown_subjects(registry, tmp_path)) == [
        Problem("content/stories/a.md", "unknown-subject", (), {"value": "crane/none"}, line=3, column=1),
        Problem("content/stories/b.md", "unknown-subject", (), {"value": "crane/secret"}, line=1, column=1),
    ]
    unread = joined({"north/weld": ""}, broken=["north/crane/2013.yml"])
    (tmp_path / "stories/b.md").unlink()
    (tmp_path / "stories/c.md").unlink()
    facts = {"value": "crane/none", "path": "studios/north/crane/2013.yml"}
    assert list(stories.unknown_subjects(unread, tmp_path)) == [
        Problem("content/stories/a.md", "subject-unreadable", (), facts, "warning", 3, 1)
    ]


def test_each_line_with_the_name_of_somebody_who_has_withdrawn_is_named(tmp_path: Path) -> None:
    written(tmp_path, {"a.md": "甲\n和 江一舟 一起\n江一舟、方二铁\n", "stories/b.md": "方二铁\n", "c.md": "没有人\n"})
    assert list(stories.withdrawn_names([], tmp_path)) == []
    assert list(stories.withdrawn_names(["江一舟", "方二铁"], tmp_path)) == [
        Problem("content/a.md", "withdrawn-in-text", (), {"name": "江一舟"}, "warning", 2, 3),
        Problem("content/a.md", "withdrawn-in-text", (), {"name": "方二铁"}, "warning", 3, 5),
        Problem("content/a.md", "withdrawn-in-text", (), {"name": "江一舟"}, "warning", 3, 1),
        Problem("content/stories/b.md", "withdrawn-in-text", (), {"name": "方二铁"}, "warning", 1, 1),
    ]


def long(count: int, line: int) -> Problem:
    return Problem("p.md", "page-block-too-long", facts={"count": count, "limit": 30_000}, line=line, column=1)


def deep(line: int) -> Problem:
    return Problem("p.md", "page-too-deep", facts={"limit": 20}, line=line, column=1)


DEEP = {
    "20 lists": ("    " * 20 + "- a\n", 1),
    "19 lists": ("    " * 19 + "- a\n", 0),
    "tabs": ("x\n\n" + "\t" * 20 + "1. a\n", 3),
    "mixed": ("\t    " * 10 + "1) a\n", 1),
    "20 boxes": ("    " * 20 + "!!! note\n", 1),
    "20 folded boxes": ("    " * 20 + "??? note\n", 1),
    "20 tabs of content": ("    " * 20 + "=== 甲\n", 1),
    "20 terms": ("    " * 20 + ": a\n", 1),
    "code": ("    " * 40 + "key: value\n", 0),
    "an exclamation": ("    " * 20 + "!! a\n", 0),
    "20 quotations": (">" * 20 + " a\n", 0),
    "21 quotations": (">" * 21 + " a\n", 1),
    "21 quotations apart": ("> " * 21 + "a\n", 1),
    "21 lists in a line": ("- " * 21 + "a\n", 1),
    "20 lists in a line": ("- " * 20 + "a\n", 0),
    "21 numbered lists in a line": ("- " + "1. " * 20 + "a\n", 1),
    "a rule": ("- " * 60 + "\n", 0),
    "stars": ("*" * 60 + "a\n", 0),
    "after a rule": ("* * *\n" + "+ " * 21 + "a\n", 2),
    "in front matter": ("---\na: |\n" + "    " * 20 + "- a\n---\n正文\n", 0),
    "below front matter": ("---\na: b\n---\n" + "    " * 20 + "- a\n", 4),
}


@pytest.mark.parametrize("mark", ["-", "*", "+", ">", ":", "0.", "19.", "9)", "!!!", "???", "==="])
def test_every_mark_counts(mark: str) -> None:
    for indent in ("    " * 20, "\t" * 20, "\t" * 21 + "  "):
        assert list(limits.problems(f"甲\n{indent}{mark} a\n", "p.md")) == [deep(2)]
    for mark_or_text in (f"甲{mark}", "a", "=="):
        assert list(limits.problems(f"{'    ' * 20}{mark_or_text} a\n", "p.md")) == []


@pytest.mark.parametrize("mark", ["- ", "* ", "+ ", ">", "> ", "-\t", "*\t", "+\t", "1. ", "9) "])
def test_every_mark_counts_in_one_line(mark: str) -> None:
    first = "" if mark[0] in "-*+>" else "- "
    count = 21 - bool(first)
    assert list(limits.problems(f"甲\n {first}{mark * count}a\n", "p.md")) == [deep(2)]
    assert list(limits.problems(f"甲\n {first}{mark * (count - 1)}a\n", "p.md")) == []
    assert list(limits.problems(f"甲 {first}{mark * 30}a\n", "p.md")) == []


@pytest.mark.parametrize("name", DEEP)
def test_how_deep_a_page_may_be(name: str) -> None:
    text, line = DEEP[name]
    assert list(limits.problems(text, "p.md")) == ([deep(line)] if line else [])


LONG = {
    # a line ends with a break, which counts
    "at the limit": ("字" * 29_999, []),
    "beyond it": ("字" * 30_000, [long(30_001, 1)]),
    "in two blocks": ("字" * 20_000 + "\n\n" + "字" * 20_000, []),
    "in two blocks of old line ends": ("字" * 20_000 + "\r\r" + "字" * 20_000, []),
    "apart by spaces": ("字" * 20_000 + "\r\n \t\r\n" + "字" * 20_000, []),
    "in the second": ("甲\n\n\n乙\n" + "字" * 30_000 + "\n\n" + "字" * 40_000, [long(30_003, 4)]),
    "front matter aside": (f"---\na: {'b' * 29_990}\n---\n字\n", []),
    "below front matter": ("---\na: b\n---\n" + "字" * 30_000, [long(30_001, 4)]),
    "below other front matter": ("---  \na: b\n... \n" + "字" * 30_000, [long(30_001, 4)]),
    "long and deep": ("字" * 30_000 + "\n\n" + ">" * 21 + "a\n", [long(30_001, 1), deep(3)]),
    "a page at the limit": ("字字字字\n\n" * 166_666 + "字字字\n", []),
    "a page beyond it": (
        "字字字字\n\n" * 166_666 + "字字字字\n",
        [Problem("p.md", "page-too-long", facts={"count": 1_000_001, "limit": 1_000_000}, line=1, column=1)],
    ),
}


@pytest.mark.parametrize("name", LONG)
def test_how_long_a_page_may_be(name: str) -> None:
    text, expected = LONG[name]
    assert list(limits.problems(text, "p.md")) == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("---\na: &a b\n---\n", ["anchor"]),
        ("\ufeff---\na: &a b\n---\n", ["anchor"]),
        (f"---\na: {'[' * 200}\n---\n", ["too-deep"]),
        ("---\t\na: &a b\n...\t\n", ["anchor"]),
        ("--- \na: &a b\n--- \n", ["anchor"]),
        ("---\na: &a b\n", []),
        ("----\na: &a b\n---\n", []),
        ("--\na: &a b\n--\n", []),
        ("---\na: &a b\n--\n", []),
        ("---\na: &a b\n..\n", []),
        ("---\na: [\n---\n", []),
        ("a\n---\nb: &a b\n---\n", []),
    ],
)
def test_what_front_matter_may_not_hold(text: str, codes: list[str]) -> None:
    assert [each.code for each in limits.problems(text, "p.md")] == codes
    assert {"anchor", "too-deep", "too-many-nodes"} == limits._REFUSED


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("---\na: b\n---\n# 题\n正文\n", ("---\na: b\n---\n", "# 题", "正文\n")),
        ("---\na: b\n---\n\n \n# 题\n\n正文\n", ("---\na: b\n---\n", "# 题", "\n正文\n")),
        ("---\na: b\n---\n## 小题\n", ("---\na: b\n---\n", "", "## 小题\n")),
        ("---\na: b\n---\n正文\n# 题\n", ("---\na: b\n---\n", "", "正文\n# 题\n")),
        ("---\na: b\n---\n# <题>\n\n---\n", ("---\na: b\n---\n", "# <题>", "\n---\n")),
    ],
)
def test_a_story_is_taken_apart(page: str, parts: tuple[str, str, str]) -> None:
    assert tuple(map(str, pages_of_stories._parts(page))) == parts


def test_persons_years_and_figures_in_the_facts_of_a_story_stand_in_the_records_of_its_studio(tmp_path: Path) -> None:
    year = "achievements: [{id: brake, effect: 由18秒降到11秒, measures: [{indicator: 用时, before: 8.4, after: 1.9, unit: 分钟}]}]"
    registry = joined(
        {"north/crane": "leaders: [{name: 江一舟, kind: 劳动模范}]", "north/crane/2013": year, "north/weld": ""},
        broken=["north/weld/2013.yml"],
    )
    written(
        tmp_path,
        {
            "stories/a.md": "---\nabout: crane/brake\nfacts: [江一舟, 2013, 11秒, 1.9分钟]\n---\n",
            "stories/b.md": "---\nabout: crane\nfacts: [江二舟, 2012, 1秒, 9分钟, 8, {a: b}]\n---\n",
            "stories/c.md": "---\nabout: weld\nfacts: [江二舟]\n---\n",
            "stories/d.md": "---\nabout: nobody\nfacts: [江二舟]\n---\n",
            "stories/e.md": "---\nfacts: [江二舟]\n---\n",
            "stories/f.md": "---\nabout: crane\nfacts: 江二舟\n---\n",
        },
    )
    assert list(stories.unfounded_facts(registry, tmp_path)) == [
        Problem(
            "content/stories/b.md",
            "story-fact-unfounded",
            (),
            {"value": fact, "path": "studios/north/crane/studio.yml"},
            line=3,
            column=1,
        )
        for fact in ("江二舟", "2012", "1秒", "9分钟", "8")
    ]
