"""Events, press mentions and notices of member houses: what is given and taken, what stays at home, and what is refused."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.command import laomo
from tests.conftest import Once
from tests.tools.gather.province import (
    Facts,
    edit_edition,
    edit_paper,
    edit_unit,
    make_house,
    make_province,
    publish,
    registry_of,
    tree,
)

EVENT = "events/2025-01"


@pytest.fixture(scope="module")
def published(once: Once) -> Path:
    """A house and a province that has gathered it."""

    def make(folder: Path) -> None:
        make_house(folder / "east", "east", upward="landline: 0592-2345678\n")
        make_province(folder / "province", "../east/.build/pages", "nowhere")
        assert "east：收下 3 个工作室" in gather(folder / "province").stdout

    return once("house-with-papers", make)


@pytest.fixture
def place(published: Path, tmp_path: Path) -> Path:
    """A copy of both, to change."""
    return Path(shutil.copytree(published, tmp_path / "houses"))


def gather(province: Path, *arguments: str) -> CompletedProcess[str]:
    return laomo("gather", "east", *arguments, "--root", province)


def papers(province: Path) -> set[str]:
    found = (path.relative_to(province / "studios/east") for path in province.glob("studios/east/*s/*.yml"))
    return {str(path.with_suffix("")) for path in found}


def test_papers_of_a_house_stand_above_under_its_name(published: Path) -> None:
    above = registry_of(published / "province")
    events = dict(above.events)
    assert [*events] == ["east-2025-02", "east-2025-01"]
    assert events["east-2025-01"].studios == ("east-crane", "east-weld")
    assert events["east-2025-01"].union == "east", "the topmost union of a house is called as the house"
    assert events["east-2025-02"].union is None
    (notice_id, notice), *_ = above.notices
    assert (notice_id, notice.studios, notice.body) == (
        "east-2025-01",
        ("east-crane",),
        "拟命名的工作室如下，听得见意见。",
    )
    homes = {url: (home.union.id, home.page) for url, home in above.paper_homes.items()}
    assert homes == {
        f"{url}/east-2025-{n}/": ("east", f"https://east.example.org/{url}/2025-{n}/")
        for url, n in (("events", "01"), ("events", "02"), ("notices", "01"))
    }
    east = above.union_by_id["east"]
    assert [name for name, _ in above.events_of(east, ())] == [*events], "on its union's page, whoever organised them"


def test_a_house_decides_which_papers_go_up(tmp_path: Path) -> None:
    upward = "studios_without: [nurse, weld]\nfields_without: [event.summary, notice]\n"
    site = make_house(tmp_path / "east", "east", upward=upward) / ".build/pages"
    assert [path.name for path in (site / "data/house").rglob("2025-*.json")] == ["2025-01.json"]
    given = json.loads((site / f"data/house/{EVENT}.json").read_text("utf-8"))["record"]
    assert given["studios"] == ["crane"]
    assert "summary" not in given
    (tmp_path / "east/studios/upward.yml").write_text(f"id: east\npapers_without: [{EVENT}]\n", "utf-8")
    edition = json.loads((publish(tmp_path / "east") / "data/edition.json").read_text("utf-8"))
    assert [*edition["papers"]] == ["data/house/events/2025-02.json", "data/house/notices/2025-01.json"]
    assert edition["counts"]["papers"] == 2
    (tmp_path / "east/studios/upward.yml").write_text("id: east\npapers_without: [events/2025-9]\n", "utf-8")
    assert "upward-unknown-paper" in laomo("check", "--root", tmp_path / "east").stdout


WRONG: dict[str, tuple[Callable[[Facts], object], str]] = {
    "another house's id": (lambda facts: facts.update(house="west"), "house-other-id"),
    "another paper's id": (lambda facts: facts.update(id="events/2025-02"), "house-other-id"),
    "a script": (lambda facts: facts["record"].update(title="<script>alert(1)</script>"), "house-malformed"),
    "an address that acts": (lambda facts: facts["record"].update(address="javascript:alert(1)"), "house-malformed"),
    "a number instead of a text": (lambda facts: facts["record"].update(date=2025), "house-malformed"),
    "a list": (lambda facts: facts.update(record=[]), "house-malformed"),
    "a field that no record has": (lambda facts: facts["record"].update(x="1"), "house-malformed"),
    "no title": (lambda facts: facts["record"].pop("title"), "house-malformed"),
    "a telephone number": (lambda facts: facts["record"].update(summary="报名13800138000。"), "personal-mobile"),
    "an end before its beginning": (lambda facts: facts["record"].update(end="2024-01-01"), "end-before-start"),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_paper_that_is_not_right_costs_the_house_that_paper_only(place: Path, case: str) -> None:
    change, code = WRONG[case]
    before = tree(place / "province/studios/east")
    edit_paper(place / "east/.build/pages", EVENT, change)
    done = gather(place / "province")
    assert (done.returncode, code in done.stdout) == (1, True), done.stdout
    assert "east：收下 3 个工作室（新 0 个，去掉 0 个）" in done.stdout
    after = tree(place / "province/studios/east")
    assert {path for path in before if before[path] != after.get(path)} == {"house.yml"}, "the last good one stays"
    shutil.rmtree(place / "province/studios/east")
    gather(place / "province")
    assert papers(place / "province") == {"events/2025-02", "notices/2025-01"}


LISTED: dict[str, tuple[Callable[[Facts], object], str]] = {
    "a path that leads out": (
        lambda facts: facts["papers"].update({"data/house/events/../x.json": "0" * 64}),
        "house-path",
    ),
    "a paper among the studios": (
        lambda facts: facts["files"].update({"data/house/events/2025-09.json": "0" * 64}),
        "house-path",
    ),
    "a kind of its own": (
        lambda facts: facts["papers"].update({"data/house/decisions/2025-01.json": "0" * 64}),
        "house-path",
    ),
    "half of them": (lambda facts: facts["papers"].popitem(), "house-half-papers"),
    "a digest of another": (
        lambda facts: facts["papers"].update({f"data/house/{EVENT}.json": "0" * 64}),
        "house-digest",
    ),
    "a digest that is none": (lambda facts: facts["papers"].update({f"data/house/{EVENT}.json": 1}), "house-malformed"),
    "a text": (lambda facts: facts.update(papers="x"), "house-malformed"),
}


@pytest.mark.parametrize("case", LISTED)
def test_an_edition_whose_papers_are_not_right_is_not_taken(place: Path, case: str) -> None:
    change, code = LISTED[case]
    before = tree(place / "province/studios")
    edit_edition(place / "east/.build/pages", change)
    assert f"［{code}］" in gather(place / "province").stdout
    assert tree(place / "province/studios") == before


def test_an_edition_from_before_there_were_papers_is_read(place: Path) -> None:
    site = place / "east/.build/pages"
    edit_edition(site, lambda facts: (facts.pop("papers"), facts["counts"].pop("papers")))
    assert gather(place / "province").returncode == 0
    assert papers(place / "province") == set()


def test_a_paper_names_only_what_is_its_own(place: Path) -> None:
    """No studio and no union of another house: it would stand on their pages."""
    foreign = {"studios": ["crane", "west-crane", "../x", "east-weld"], "union": "west"}
    edit_paper(place / "east/.build/pages", EVENT, lambda facts: facts["record"].update(foreign))
    assert gather(place / "province").returncode == 0
    event = dict(registry_of(place / "province").events)["east-2025-01"]
    assert (event.studios, event.union) == (("east-crane",), None)


def test_what_houses_yml_does_not_take_stays_at_home(place: Path) -> None:
    listed = place / "province/studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace("{id: east,", "{id: east, without: [宣传展示],"), "utf-8")
    gather(place / "province")
    assert papers(place / "province") == {"notices/2025-01"}


def test_a_studio_that_is_left_out_costs_no_other_record_its_place(place: Path) -> None:
    site = place / "east/.build/pages"
    related = [{"studio": "weld", "kind": "下设工作室"}]
    edit_unit(site, "crane", lambda facts: facts["studio"].update(relations=related))
    edit_unit(site, "weld", lambda facts: facts["studio"].update(intro="电话13800138000。"))
    shutil.rmtree(place / "province/studios/east")
    done = gather(place / "province")
    assert "east：收下 2 个工作室" in done.stdout, done.stdout
    above = registry_of(place / "province")
    assert above.studio_by_id["east-crane"].record.relations == ()
    assert dict(above.events)["east-2025-02"].studios == ()


@pytest.mark.parametrize("way", [[], ["--urgent"]])
def test_papers_that_name_who_has_withdrawn_go(place: Path, way: list[str]) -> None:
    """With the next edition, at once if urgent; and an edition from before brings none of them back."""
    stale = shutil.copytree(place / "east/.build/pages", place / "behind")
    profile = place / "east/studios/north/crane/studio.yml"
    text = profile.read_text("utf-8").replace("    job: 岸桥司机\n", "    job: 岸桥司机\n    withdrawn: 2026-01-05\n")
    profile.write_text(text.replace("name: 江一舟岸桥", "name: 岸桥"), "utf-8")
    site = publish(place / "east")
    assert "江一舟" not in "".join(path.read_text("utf-8") for path in site.glob("data/house/events/*.json"))
    done = gather(place / "province", *way)
    assert ("另去掉 1 份" in done.stdout) == bool(way)
    assert papers(place / "province") == {"events/2025-02", "notices/2025-01"}
    withdrawn = json.loads((site / "data/edition.json").read_text("utf-8"))["withdrawn"]
    shutil.rmtree(site)
    shutil.copytree(stale, site)
    edit_edition(site, lambda facts: facts.update(withdrawn=withdrawn))
    done = gather(place / "province")
    assert "house-withdrawn-in-paper" in done.stdout
    assert papers(place / "province") == {"events/2025-02", "notices/2025-01"}


def test_only_a_gather_puts_papers_into_a_house(place: Path) -> None:
    """A clerk of a union cannot write events of the host, which lie in a folder of their own, by another way."""
    own = place / "province/studios/west/events/2025-01.yml"
    own.parent.mkdir(parents=True)
    shutil.copy(place / "province/studios/east/events/2025-01.yml", own)
    assert "unexpected-file" in laomo("check", "--root", place / "province").stdout
