"""Where records lie, which names nobody may take, and ids that are free."""

from pathlib import Path, PurePosixPath

import pytest

from laomo.records import json_schema, layout
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("site.yml", "site"),
        ("unions.yml", "unions"),
        ("owners.yml", "owners"),
        ("vocabulary.yml", "vocabulary"),
        ("alliances.yml", "alliances"),
        ("standards/six-haves.yml", "standard"),
        ("targets/2013.yml", "target"),
        ("decisions/2013-01.yml", "decision"),
        ("decisions/2013-1234.yml", "decision"),
        ("notices/2013-01.yml", "notice"),
        ("events/2013-01.yml", "event"),
        ("inspections/2013-01.yml", "inspection"),
        ("events/2013-0428-1.yml", "event"),
        ("inspections/2013-0428-12.yml", "inspection"),
        ("events/2013-0428-.yml", None),
        ("decisions/2013-0428-1.yml", None),
        ("events/2013.yml", None),
        ("north/weld/studio.yml", "studio"),
        ("north/weld/2013.yml", "year"),
        ("Site.yml", None),
        ("x/site.yml", None),
        ("site.yaml", None),
        ("site_yml", None),
        ("standards/Six.yml", None),
        ("targets/13.yml", None),
        ("targets/20133.yml", None),
        ("decisions/2013.yml", None),
        ("decisions/2013-1.yml", None),
        ("decisions/2013-12345.yml", None),
        ("notices/2013-1.yml", None),
        ("north/studio.yml", None),
        ("a/north/weld/studio.yml", None),
        ("north/weld/13.yml", None),
        ("north/weld/2013.yml.bak", None),
        ("north/weld/photos/a.jpg", None),
    ],
)
def test_what_kind_of_record_a_path_holds(path: str, kind: str | None) -> None:
    place = PurePosixPath(path)
    assert layout.kind_of(place) == kind
    assert layout.model_of(place) is (layout.KINDS[kind].model if kind else None)
    assert layout.belongs(place) is (kind is not None or path.endswith(".jpg"))
    assert layout.shown(place) == f"studios/{path}"


@pytest.mark.parametrize(
    ("path", "belongs"),
    [
        ("north/weld/photos/a.png", True),
        ("north/weld/photos/微信 1.JPG", True),
        ("north/weld/photos/.a.png", False),
        ("north/weld/photos/x/a.png", False),
        ("north/photos/a.png", False),
        ("north/weld/a.png", False),
        ("north/weld/photos/a.gif", False),
    ],
)
def test_where_pictures_belong(path: str, *, belongs: bool) -> None:
    assert layout.belongs(PurePosixPath(path)) is belongs


# fmt: off
RESERVED = [
    *("con", "prn", "aux", "nul"), *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)),
    *("index", "404", "assets", "search", "tags", "sitemap", "admin", "page", "data", "about", "en", "help", "pictures", "qualified", "studios", "achievements", "people"),
    *("unions", "targets", "standards", "decisions", "alliances", "notices", "honours", "types", "categories", "levels", "years", "kinds", "strokes", "themes", "checks"),
    *("statistics", "regions", "industries", "stories", "policies", "photos", "site", "vocabulary", "spirit", "events", "inspections", "units", "offers", "page-1", "page-20"),
]
# fmt: on


def test_names_that_nobody_may_take() -> None:
    assert [name for name in RESERVED if not layout.is_reserved(name)] == []
    assert set(layout.RESERVED) == set(RESERVED) - {"page-1", "page-20"}
    assert [
        name
        for name in ("weld", "page-", "page-a", "page-1a", "my-page-1", "com10", "sheet")
        if layout.is_reserved(name)
    ] == []
    assert {"sheet", "card"} == layout.OF_EVERY_STUDIO


@pytest.mark.parametrize(
    ("text", "is_id"),
    [("a", True), ("a" * 64, True), ("a" * 65, False), ("A", False), ("a-", False), ("", False), ("a\n", False)],
)
def test_what_may_be_an_id(text: str, *, is_id: bool) -> None:
    assert layout.is_id(text) is is_id


@pytest.mark.parametrize(
    ("taken", "free"),
    [
        ([], "a"),
        (["a-2"], "a"),
        (["a"], "a-2"),
        (["a", "a-2"], "a-3"),
        (["a", "a-2", "a-3"], "a-4"),
        (["a", "a-2", "a-3", "a-4"], "a-5"),
        (["a", *(f"a-{n}" for n in range(2, 100))], "a-100"),
        (["a", *(f"a-{n}" for n in range(2, 4097))], "a-4097"),
    ],
)
def test_an_id_that_is_free(taken: list[str], free: str) -> None:
    assert layout.unique_id("a", set(taken)) == free


def test_where_ids_have_gaps_a_free_one_is_found_too() -> None:
    for gap in range(3, 40):
        taken = {"a", *(f"a-{n}" for n in range(2, 41) if n != gap)}
        assert layout.unique_id("a", taken) in {f"a-{gap}", "a-41"}


def test_what_a_site_needs() -> None:
    assert [str(path) for path in layout.NEEDED] == ["site.yml", "unions.yml"]


def test_files_are_those_that_are_not_hidden(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("b/x.yml", "a.yml", ".hidden", "c"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "c")
    assert layout.files(tmp_path) == {
        PurePosixPath("a.yml"): "",
        PurePosixPath("b/x.yml"): "",
        PurePosixPath("c"): "",
        PurePosixPath("link"): "symlink",
    }
    assert layout.files(tmp_path / "none") == {}


def test_the_committed_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    """What a field is called, takes and asks for stands in `schemas/`, which editors read: a change of a model shows there (`laomo schema`)."""
    made = dict(json_schema.files())
    assert len(made) == len(layout.KINDS) == 18
    assert {name: (ROOT / "schemas" / name).read_bytes() for name in made} == made
    assert json_schema.write(tmp_path) == 18
    assert json_schema.write(tmp_path) == 0
    (tmp_path / "site.json").write_text("{}", encoding="utf-8")
    assert json_schema.write(tmp_path) == 1
    assert json_schema.line("site", 2) == "# yaml-language-server: $schema=../../schemas/site.json"
