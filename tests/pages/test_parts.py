"""Policy, feed, sitemap, stylesheets, escapes and fingerprints: what pages are put together from, each by itself."""

import pickle
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path, PurePosixPath

import jinja2
import pytest
from markupsafe import Markup

from laomo.pages import atom, csp, facets, fragments, json_ld, sitemap, team_table, templates, theme
from laomo.pages.context import Standards
from laomo.pages.emitters import embeds, studios
from laomo.pages.fingerprint import Fingerprints
from laomo.pages.templates import Templates
from laomo.records.models import PartialDate
from laomo.registry.registry import Registry
from laomo.registry.relations import Relations
from tests.registry.joined import joined

REST = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-src 'none'; base-uri 'none'; "
    "form-action 'self'"
)


def test_the_policy_allows_each_inline_script_of_a_trusted_page_once() -> None:
    page = "<script>a</script><script>b\n</script><script>a</script><script src=x></script>"
    hashes = (
        "'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=' 'sha256-AmOCmYm2/ZVPcrqvL8ZLwuLwHWktTecphuqAj26ZgT8='"
    )
    assert csp.of(page) == f"script-src 'self' {hashes}; {REST}"
    assert f"script-src 'self'; {REST}" == csp.WITHOUT_INLINE_SCRIPTS
    assert csp.header("*") == f"script-src 'self' 'unsafe-inline'; {REST}; frame-ancestors *"
    assert csp.DRAWING_HEADER == "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'"


def test_the_policy_stands_right_after_the_charset_and_once() -> None:
    page = '<html><meta charset="utf-8"><title>甲</title><meta charset="utf-8">'
    guarded = csp.guarded(page, "x")
    assert guarded == (
        '<html><meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="x"><title>甲</title><meta charset="utf-8">'
    )
    assert csp.guarded(guarded, "y") == guarded
    with pytest.raises(ValueError, match="charset"):
        csp.guarded("<html>", "x")


def test_a_feed_is_dated_by_its_newest_entry() -> None:
    entries = [
        atom.AtomEntry(PartialDate(2013), "<甲>", "https://x.org/a", "k", "a<b", "成果"),
        atom.AtomEntry(PartialDate(2014, 5), "乙", "https://x.org/b", "k2", "", "通知"),
    ]
    feed = atom.Feed(
        "题", "副", "示例市总工会", "https://x.org/feed.xml", "https://x.org/", PartialDate(2025, 1, 2), entries
    )
    head = (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xml:lang="zh-CN" xmlns="http://www.w3.org/2005/Atom"><title>题</title>'
        '<link href="https://x.org/" rel="alternate"/><link href="https://x.org/feed.xml" rel="self"/><id>https://x.org/feed.xml</id>'
        "<updated>{}T00:00:00+08:00</updated><author><name>示例市总工会</name></author><subtitle>副</subtitle>"
    )
    first, second = (
        (
            '<entry><title>&lt;甲&gt;</title><link href="https://x.org/a" rel="alternate"/><published>2013-01-01T00:00:00+08:00</published>'
            "<updated>2013-01-01T00:00:00+08:00</updated><id>k</id>"
            '<summary type="html">a&amp;lt;b</summary><category term="成果"/></entry>'
        ),
        (
            '<entry><title>乙</title><link href="https://x.org/b" rel="alternate"/><published>2014-05-01T00:00:00+08:00</published>'
            '<updated>2014-05-01T00:00:00+08:00</updated><id>k2</id><summary type="html"/><category term="通知"/></entry>'
        ),
    )
    assert atom.atom(feed).decode() == f"{head.format('2014-05-01')}{first}{second}</feed>"
    assert atom.atom(replace(feed, entries=())).decode() == f"{head.format('2025-01-02')}</feed>"


def test_a_sitemap_beyond_its_limit_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sitemap.MOST == 50_000
    monkeypatch.setattr(sitemap, "MOST", 2)
    head, end = '<?xml?>\n<urlset xmlns="s">\n    ', "\n</urlset>"
    one, two, three = (f"<url><loc>https://x.org/{n}</loc></url>" for n in "123")
    assert sitemap.split(f"{head}{one}\n    {two}{end}", "https://x.org/") == (f"{head}{one}\n    {two}{end}", {})
    index, parts = sitemap.split(f"{head}{one}\n    {two}\n    {three}{end}", "https://x.org/?a&")
    assert parts == {"sitemap-1.xml": f"{head}{one}\n    {two}{end}", "sitemap-2.xml": f"{head}{three}{end}"}
    assert index == (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "  <sitemap><loc>https://x.org/?a&amp;sitemap-1.xml</loc></sitemap>\n"
        "  <sitemap><loc>https://x.org/?a&amp;sitemap-2.xml</loc></sitemap>\n</sitemapindex>"
    )


@pytest.mark.parametrize(
    ("name", "is_part"),
    [
        ("assets/stylesheets/10-tokens.css", True),
        ("assets/stylesheets/1-tokens.css", False),
        ("assets/stylesheets/tokens.css", False),
        ("assets/stylesheets/10-a/b.css", False),
        ("assets/stylesheets/10-.css", False),
        ("assets/stylesheets/10-tokens.css.map", False),
        ("assets/stylesheets/10-tokensXcss", False),
        ("x/assets/stylesheets/10-tokens.css", False),
    ],
)
def test_parts_of_the_stylesheet_are_known_by_their_names(name: str, is_part: bool) -> None:
    assert theme.is_part(name) is is_part


def test_stylesheets_are_joined_in_the_order_of_their_names_and_linked_once() -> None:
    assert theme.join({"b": "a { b: c }", "a": "x { y: z }"}) == (
        "assets/stylesheets/laomo.66b1ecd8.css",
        "x{y:z}a{b:c}",
    )
    link = '<link rel="stylesheet" href="{}assets/stylesheets/{}">'
    page = f"<head>{link.format('../', '10-a.css')}\n  {link.format('../', '20-b.css')}{link.format('../', 'main.css')}{link.format('../', '30-c.css')}"
    assert theme.linked(page, "j.css") == (
        f'<head><link rel="stylesheet" href="../j.css">{link.format("../", "main.css")}{link.format("../", "30-c.css")}'
    )
    other = f"{link.format('', '10-a.css')}{link.format('../', '20-b.css')}"
    assert theme.linked(other, "j.css") == f'<link rel="stylesheet" href="j.css">{link.format("../", "20-b.css")}'
    early = '<link rel="preload" as="style" href="{}">'
    both = f"{early.format('../assets/stylesheets/10-a.css')}{early.format('../assets/stylesheets/20-b.css')}{early.format('own.css')}<i>{page}"
    assert theme.linked(both, "j.css") == (
        f"{early.format('../j.css')}{early.format('own.css')}<i>{theme.linked(page, 'j.css')}"
    )


def test_an_icon_is_a_drawing_that_is_not_read_aloud() -> None:
    icon = theme.icon("material/star")
    assert icon.startswith('<svg class="icon" aria-hidden="true" xmlns')
    assert icon.endswith("</svg>")
    with pytest.raises(FileNotFoundError):
        theme.icon("material/none-of-them")


def test_values_in_templates() -> None:
    assert templates.inert(None) == ""
    assert templates.inert(Markup("<b>*</b>")) == "<b>*</b>"
    assert templates.inert("<b>") == "&#60;b&#62;"
    assert templates.inert(7) == "7"
    assert templates._percent(Decimal(1), Decimal(3)) == "33.3"
    assert templates._percent(Decimal(2), Decimal(2)) == "100.0"
    assert templates._front_matter("<甲>") == '"&#60;甲&#62;"'
    assert templates.linked_data({"a": "<'&>é"}) == '{"a":"\\u003c\\u0027\\u0026\\u003e\\u00e9"}'
    assert templates.with_linked_data(b"---\nx\n---\n---\n", {}) == b"---\nlinked: '{}'\nx\n---\n---\n"


def test_templates_are_compiled_once_and_anew_when_they_change(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "t.md").write_text(
        "{## nothing ##}\n{% if true %}\n  {{ x }} {{ link('a/b/') }} {{ here }}\n{% endif %}\n", encoding="utf-8"
    )
    assert Templates(tmp_path).render("t.md", "a/c/", x="*") == b"  &#42; &#46;&#46;&#47;b&#47; a&#47;c&#47;\n"
    with monkeypatch.context() as patch:
        patch.setattr(jinja2.Environment, "compile", None)
        assert Templates(tmp_path).render("t.md", "", x="y") == b"  y a&#47;b&#47; \n"
        again = pickle.loads(pickle.dumps(Templates(tmp_path)))  # noqa: S301
        assert again.render("t.md", "", x="y") == b"  y a&#47;b&#47; \n"
    (tmp_path / "t.md").write_text("{{ x }}", encoding="utf-8")
    assert Templates(tmp_path).render("t.md", "", x="y") == b"y"
    with pytest.raises(jinja2.UndefinedError):
        Templates(tmp_path).render("t.md", "")


def test_a_fragment_is_rendered_once_and_its_links_are_made_for_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    rendered: list[tuple[str, object]] = []

    def render(name: str, **facts: object) -> str:
        rendered.append((name, facts.get("fact")))
        return f"<{fragments.marked('studios/crane/')}>{name}<{fragments.marked('')}>"

    made = fragments.Fragments(render)
    assert made.on("", "a", fact="x") == "<studios&#47;crane&#47;>a<&#46;&#47;>"
    assert made.on("studios/weld/", "a", fact="x") == "<&#46;&#46;&#47;crane&#47;>a<&#46;&#46;&#47;&#46;&#46;&#47;>"
    assert isinstance(made.on("", "a", fact="x"), Markup)
    one, other = ["x"], ["x"]
    for name, fact in (("b", "x"), ("a", "y"), ("a", one), ("a", one), ("a", other), ("a", "x")):
        made.on("", name, fact=fact)
    assert rendered == [("a", "x"), ("b", "x"), ("a", "y"), ("a", one), ("a", other)]
    assert fragments._MOST == 50_000
    monkeypatch.setattr(fragments, "_MOST", 2)
    few = fragments.Fragments(render)
    rendered.clear()
    for name in "abacabcd":
        few.on("", name)
    assert [name for name, _ in rendered] == ["a", "b", "c", "a", "b", "c", "d"]


def test_a_fragment_has_no_line_end_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "f.md").write_text("{{ x }}[甲]({{ link('a/') }})\n\n", encoding="utf-8")
    assert Templates(tmp_path).fragment("f.md", x="*") == "&#42;[甲](\ue000a/\ue001)\n"


def test_the_sites_facts_for_the_theme_have_no_lists_and_nothing_empty() -> None:
    site = joined(
        {
            "site": "{name: '小*馆', place: 示例市, as_of: 2025, regions: [北区], form: 是, footer: {host: 工会}, "
            "government: {code: '0123456789', columns: {'公*示': '动*态'}}}"
        }
    ).site
    found = templates.inert_facts(site)
    assert found == {
        "format": "1",
        "name": "小&#42;馆",
        "place": "示例市",
        "as_of": "2025年",
        "form": True,
        "footer": {"host": "工会"},
        "government": {"code": "0123456789", "columns": {"公&#42;示": "动&#42;态"}},
    }


def test_a_badge_is_as_wide_as_its_text() -> None:
    assert [embeds._width(text) for text in ("", "甲", "甲乙", "a", "甲a1")] == [20, 33, 46, 28, 49]


def test_nodes_without_anything_are_left_out() -> None:
    assert json_ld.article("https://x.org/", "题", "about/", "") == {
        "@type": "Article", "headline": "题", "url": "https://x.org/about/", "inLanguage": "zh-CN",
    }  # fmt: skip
    assert json_ld.graph([{"@type": "A"}, {"@type": "B", "name": "乙"}]) == {
        "@context": "https://schema.org", "@graph": [{"@type": "B", "name": "乙"}],
    }  # fmt: skip
    assert json_ld.listing("https://x.org/", []) == {"@type": "ItemList"}


@dataclass(frozen=True)
class Pair:
    """Two facts, of which one is compared."""

    shown: object
    hidden: object = field(default=None, compare=False)


def fingerprints(registry: Registry, *shared: object) -> Fingerprints:
    return Fingerprints(registry, {}, {}, *shared)


PROFILE = {
    "north/crane": "photos: [{file: a.png, caption: 甲, alt: 乙}]",
    "north/crane/2013": "achievements: [{id: a}, {id: b}]",
}


def test_equal_facts_have_one_fingerprint_and_others_another() -> None:
    registry = joined(PROFILE)
    made = fingerprints(registry)
    (crane,) = registry.studios
    other = joined({**PROFILE, "south/weld": ""}).studio_by_id["weld"]
    facts: list[tuple[object, ...]] = [
        *((), ("a",), ("a", "a"), (["a"],), (b"a",), (Markup("a"),), (Markup("b"),), (1,), (None,), (str,), (int,), (len,)),
        *((Pair("a"),), (Pair("b"),), (PartialDate(2013),), (PartialDate(2013, 1),), (registry.site,), (registry.unions[0],)),
        *((registry.unions[1],), (json_ld,), (atom,), (test_values_in_templates,), (crane,), (crane.achievements[0],)),
        *((crane.achievements[1],),),
    ]  # fmt: skip
    digests = [made.of(*each) for each in facts]
    assert len(set(digests)) == len(digests)
    assert [fingerprints(joined(PROFILE)).of(*each) for each in facts[:-3]] == digests[:-3]
    assert made.of(Pair("a", 1)) == made.of(Pair("a", 2)) == made.of(Pair("a"))
    assert made.of(crane) == fingerprints(joined(PROFILE)).of(joined(PROFILE).studios[0])
    assert all(len(each) == 64 for each in digests)
    with pytest.raises(KeyError):
        made.of(other)
    with pytest.raises(TypeError):
        made.of(each for each in ())


def test_a_studios_digest_is_of_all_that_its_page_shows() -> None:
    texts = {**PROFILE, "south/weld": "took_part_in: [crane/a]", "decisions/2013-01": "{studios: [{studio: crane}]}"}
    texts["north/crane/2013"] = "achievements: [{id: a, shared_with: [weld]}]"
    base = joined(texts)
    usual = fingerprints(base).studio(base.studio_by_id["crane"])

    def changed(**given: object) -> str:
        registry = replace(base, **given)  # type: ignore[arg-type]
        return fingerprints(registry).studio(base.studio_by_id["crane"])

    assert changed() == usual
    for path in ("north/crane/studio.yml", "north/crane/2013.yml", "decisions/2013-01.yml", "south/weld/studio.yml"):
        assert changed(digests={**base.digests, PurePosixPath(path): "changed"}) != usual, path
    card = Fingerprints(base, {}, {"crane": "c.png"}).studio(base.studio_by_id["crane"])
    picture = Fingerprints(base, {PurePosixPath("north/crane/photos/a.png"): "p"}, {}).studio(
        base.studio_by_id["crane"]
    )  # type: ignore[dict-item]
    assert len({usual, card, picture}) == 3
    assert fingerprints(base).of("a") != fingerprints(base, "shared").of("a")
    site = joined({**texts, "site": "{name: 别馆, place: 示例市, as_of: 2025}"})
    assert fingerprints(base).of("a") != fingerprints(site).of("a")


def test_unions_of_one_name_are_one_in_lists_and_the_first_leads() -> None:
    unions = ", ".join(
        f"{{id: {each}, name: {name}, kind: 区工会}}" for each, name in (("a", "同名"), ("c", "别名"), ("b", "同名"))
    )
    year = "achievements: [{id: x}]"
    registry = joined(
        {"unions": f"unions: [{unions}]", "a/s1": "", "b/s2": "", "c/s3": "", "b/s2/2013": year, "c/s3/2013": year}
    )
    assert [studio.id for studio in facets.listed(registry)] == ["s1", "s2", "s3"]
    for made, home in (
        (facets.of_studios(registry), "unions"),
        (facets.of_achievements(registry), "achievements/unions"),
    ):
        (found,) = (each for each in made if each.name == "union")
        assert found.sections == {"同名": f"{home}/a", "别名": f"{home}/c"}


PHOTO = "{file: a.png, caption: 甲, alt: 乙}"
HALLS = {
    # in the profile
    "intro: 简介": "intro",
    "positioning: 定位": "intro",
    "methods: 工作法": "intro",
    "kinds: [技术攻关]": "intro",
    "slogan: 口号": "",
    "leaders: [{name: 甲}]": "leaders",
    "team: {total: 9}": "leaders",
    "place: {host: 现场}": "reports",
    "rules: [{name: 甲}]": "reports",
    "ledger: 有": "reports",
    "ledger: 无": "",
    "funding: {sources: [工会经费]}": "reports",
    f"photos: [{PHOTO}]": "intro",
    f"photos: [{PHOTO}, {PHOTO}]": "intro reports",
    "honours: [{name: 甲}]": "reports",
    "links: [{title: 片, address: 'https://film.example.org/x', kind: 视频, provider: 甲}]": "reports",
    "founded: 2012": "reports",
    # in a year, which is a report by itself
    "projects: [{title: 甲}]": "reports",
    "achievements: [{id: a}]": "achievements reports",
    "mentoring: {apprentices: 1}": "mentoring reports",
    "mentoring: {apprentices: 0}": "reports",
    "trainings: [{topic: 甲}]": "reports",
    "trainings: [{topic: 甲, attendances: 2}]": "mentoring reports",
    "exchanges: [{topic: 甲}]": "reports",
    "suggestions: {proposed: 1}": "reports",
    "suggestions: {implemented: 1}": "mentoring reports",
    "summary: 小结": "reports",
}
_OF_YEAR = frozenset(list(HALLS)[list(HALLS).index("projects: [{title: 甲}]") :])


@pytest.mark.parametrize("field", HALLS)
def test_a_studios_page_has_the_sections_that_are_not_empty(field: str) -> None:
    of_year = field in _OF_YEAR
    registry = joined({"north/crane": "" if of_year else field, **({"north/crane/2013": field} if of_year else {})})
    (studio,) = registry.studios
    company = studios._Company.of(Relations(registry), studio)
    facts = studios._facts(studio, studios._Place.of(registry, studio), company, Standards("", ()), 2025)
    assert [name for name, _ in facts["halls"]] == HALLS[field].split()


def test_the_sections_of_a_studios_page_stand_in_order() -> None:
    lines = {each.partition(":")[0]: each for each in HALLS if each not in _OF_YEAR}
    year = "achievements: [{id: a}]\nmentoring: {apprentices: 1}"
    profile = "\n".join({**lines, "industry": "industry: 教育"}.values())
    registry = joined({"north/crane": profile, "north/crane/2013": year, "north/weld": "industry: 教育"})
    crane = registry.studio_by_id["crane"]
    company = studios._Company.of(Relations(registry), crane)
    facts = studios._facts(crane, studios._Place.of(registry, crane), company, Standards("", ()), 2025)
    assert facts["halls"] == [
        ("intro", "简介"),
        ("achievements", "创新成果"),
        ("leaders", "领衔人与团队"),
        ("mentoring", "传帮带"),
        ("reports", "年报与资料"),
        ("ties", "相关工作室与联盟"),
    ]
    assert facts["folded"] == [
        ("place", "场地与保障"),
        ("links", "视频与全景"),
        ("honours", "集体荣誉"),
        ("timeline", "发展历程"),
    ]


def test_achievements_with_figures_come_first_then_the_newest() -> None:
    measured = "measures: [{indicator: 甲, before: 2, after: 1, unit: 秒}]"
    texts = {"north/a": "industry: 教育", "north/b": "industry: 交通运输", "north/c": ""}
    texts |= {f"north/{each}/2013": f"achievements: [{{id: {each}1}}, {{id: {each}2, {measured}}}]" for each in "ab"}
    texts["north/a/2014"] = "achievements: [{id: a3}]"
    assert [item.record.id for item in facets.by_change(joined(texts))] == ["b2", "a2", "a3", "b1", "a1"]


def test_a_value_that_an_item_has_twice_counts_once_and_unknown_ones_not_at_all() -> None:
    facet = facets.Facet("f", "题", "home", {"甲": "s/a", "乙": "s/b", "丙": "s/c"}, lambda item: item)
    shelf = facets.Shelf.of(facet, [["乙", "乙"], ["甲", "丁", None], ["乙"], []])
    assert dict(shelf.found) == {"甲": [["甲", "丁", None]], "乙": [["乙", "乙"], ["乙"]]}
    assert list(shelf.found) == ["甲", "乙"]
    assert shelf.panel == facets.Panel("f", "题", (("甲", "s/a/", 1), ("乙", "s/b/", 2)))


def test_small_groups_of_a_team_are_hidden() -> None:
    team = joined(
        {
            "north/crane": "team: {total: 30, frontline: 20, female: 2, by_grade: {高级工: 20, 技师: 10}, by_age: {35岁及以下: 29, 36至45岁: 1}}"
        }
    )
    found = team_table.shown_team(team.studios[0].record.team)  # type: ignore[arg-type]
    assert found.total == 30
    assert [label for label, _ in found.breakdowns][:1] == ["技能等级"]


def test_no_title_cuts_a_region_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "t.md").write_text("{{ title|unbroken }}")
    title = "关于命名2020年度鸥湾区示范性创新工作室的决定"
    torn = Templates(tmp_path).render("t.md", "", title=title).decode()
    assert "鸥湾区" not in torn, "no dictionary knows an invented place"
    assert "<wbr>鸥湾区<wbr>" in Templates(tmp_path, ("鸥湾区",)).render("t.md", "", title=title).decode()
