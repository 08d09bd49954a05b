"""What the preview makes when it is asked, and no more than that; how its pages follow what is saved."""

from pathlib import Path

import pytest

from laomo import generate
from laomo.project import Project
from laomo.render.preview import site as preview_site
from laomo.render.preview.made_pages import MadePages
from laomo.render.preview.site import Current
from tests.conftest import edit

STORY = "---\ntitle: 风\nthemes: [奉献]\nabout: crane\n---\n# 风\n\n那一夜起了风。\n"


@pytest.fixture
def current(site: Path) -> Current:
    """The preview of the small site with an address and a story."""
    edit(site / "mkdocs.yml", "docs_dir:", "site_url: https://showcase.example.org/\ndocs_dir:")
    (site / "content/stories").mkdir()
    (site / "content/stories/wind.md").write_text(STORY, "utf-8")
    return Current(Project(site))


@pytest.fixture
def made(current: Current) -> MadePages:
    return current._view._made


def text(current: Current, name: str) -> str:
    """A file of the preview; empty if there is none."""
    return (current.file(name)[0] or b"").decode(errors="replace")


def test_an_emitter_is_asked_no_further_than_needed(made: MadePages) -> None:
    beside = {*made._found}
    for path in ("studios/crane/index.md", "data/studios/crane.json", "studios/crane/qr.svg", "studios/crane/qr.png"):
        assert made.find(path), path
    assert made._studios.keys() == {"crane"}
    assert {*made._found} == beside, "the files of a studio are those of no other emitter"
    last = made.find("unions/south/index.md")
    assert {path.partition("/")[0] for path in made._found.keys() - beside} == {"unions"}
    assert made.find("unions/index.md"), "made on the way"
    assert made.find("unions/south/index.md") is last
    assert made.find("studios/crane/index.md") is made.find("studios/crane/index.md")
    assert made.stories == ["stories/wind.md"], "not the lists"
    assert [made.find(path) for path in ("x", "studios/nobody/index.md", "unions/crane/index.md")] == [None] * 3


def test_which_emitters_may_make_a_page(made: MadePages) -> None:
    every = sorted(made._emitters)
    assert made._likely("unions") == ["unions", *(name for name in every if name not in {"unions", "search"})]
    assert made._likely("search") == ["search", *(name for name in every if name != "search")]
    assert made._likely("") == [name for name in every if name != "search"]


def test_a_studio_that_is_called_like_a_union(site: Path) -> None:
    (site / "studios/north/weld").rename(site / "studios/north/north")
    current = Current(Project(site))
    assert "北区工会" in text(current, "unions/north/index.html")
    assert "方二铁" in text(current, "studios/north/index.html")
    assert current.file("studios/crane/qr.svg")[0] is None, "without an address there are no codes"


def test_files_that_are_not_pages(current: Current, made: MadePages) -> None:
    (picture, *_) = sorted(path for path in made._found if path.startswith("pictures/crane/"))
    for name, begins in {
        picture: b"RIFF",
        "sitemap.xml": b"<?xml",
        "sitemap.xml.gz": b"\x1f\x8b",
        "404.html": b"\n<!doctype html>",
        "robots.txt": b"User-agent",
        "assets/images/favicon.png": b"\x89PNG",
    }.items():
        assert (current.file(name)[0] or b"").lstrip(b"\xef\xbb\xbf").startswith(begins), name


def test_a_story_is_shown_with_what_surrounds_it(current: Current) -> None:
    page = text(current, "stories/wind/index.html")
    assert "那一夜起了风" in page
    assert "studios&#47;crane&#47;" in page
    assert "https://git.example.org/union/showcase/edit/main/content/stories/wind.md" in page
    assert "风" in text(current, "stories/index.html")
    assert "风" in text(current, "stories/themes/index.html")


def test_a_file_is_made_once_and_gone_with_its_record(current: Current, site: Path) -> None:
    files = current._view._site.files
    file = files.get_file_from_path("studios/nurse/index.md")
    assert file
    assert files.get_file_from_path("studios/nurse/index.md") is file
    assert [each for each in files if each.src_uri == "studios/nurse/index.md"] == [file]
    assert file.content_string == file.content_bytes.decode() != ""
    (site / "studios/south/nurse").rename(site / "studios/south/ward")
    current.renew()
    assert (file.content_string, file.content_bytes) == ("", b"")


def test_only_a_link_is_not_there(current: Current, site: Path) -> None:
    (site / "content/about/index.md").unlink()
    with pytest.raises(FileNotFoundError):
        current.file("about/index.html")


def test_a_theme_that_does_more_than_print(site: Path) -> None:
    (site / "look/partials").mkdir(parents=True)
    (site / "look/partials/footer.html").write_text("<footer>[{{ page.url[:9] if page }}]</footer>", "utf-8")
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    assert "[studios/c]" in text(Current(Project(site)), "studios/crane/index.html")


def test_a_template_of_the_site_is_read_again_when_it_is_saved(site: Path) -> None:
    footer = site / "look/partials/footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<footer>[甲]</footer>", "utf-8")
    edit(site / "mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: look\n")
    current = Current(Project(site))
    assert site / "look" in current.folders
    assert "[甲]" in text(current, "studios/crane/index.html")
    footer.write_text("<footer>[乙]</footer>", "utf-8")
    current.renew({footer})
    assert "[乙]" in text(current, "studios/crane/index.html")


def test_a_saved_record_leaves_the_rest_open(current: Current, site: Path) -> None:
    view, name = current._view, "studios/weld/index.html"
    assert "2025年11月30日" not in text(current, name)
    edit(site / "studios/north/weld/studio.yml", "\nname: ", "\nupdated: 2025-11-30\nname: ")
    current.renew()
    assert current._view is view
    assert "2025年11月30日" in text(current, name)
    file = view._site.files.get_file_from_path("studios/weld/index.md")
    assert file
    assert file.page
    assert str(file.page.update_date) == "2025-11-30"
    (site / "content/new.md").write_text("# 新的一页\n", "utf-8")
    current.renew()
    assert current._view is not view
    assert "新的一页" in text(current, "new/index.html")
    view = current._view
    edit(site / "studios/site.yml", "hotline: 12351", "hotline: 12350")
    current.renew()
    assert current._view is not view
    assert "12350" in text(current, name)


def test_problems_of_single_records_and_between_them(current: Current, site: Path) -> None:
    edit(site / "studios/decisions/2013-01.yml", "studio: crane", "studio: crain")
    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 去年")

    def codes() -> list[str]:
        return [problem.code for problem in current.problems]

    assert codes() == []
    current.renew()
    assert codes() == ["date-malformed"]
    whole = [problem.code for problem in current.judge()]
    assert codes() == whole
    assert sorted(whole) == sorted({"date-malformed", "unknown-studio", *whole})
    current.renew()
    assert codes() == whole, "each once, in the same order"


def test_what_is_saved_during_a_comparison(current: Current, site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = generate.judge

    def judged(*records: object) -> generate.Checked:
        found = judge(*records)  # type: ignore[arg-type]
        edit(site / "studios/north/weld/studio.yml", "founded: 去年", "founded: 2012")
        current.renew()
        return found

    edit(site / "studios/north/weld/studio.yml", "founded: 2012", "founded: 去年")
    current.renew()
    monkeypatch.setattr(preview_site.generate, "judge", judged)
    assert current.judge() == () == current.problems, "what was compared is no longer so"
