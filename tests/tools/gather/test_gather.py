"""An upper house out of its members' published editions: what is taken, what travels down and up, and what is refused."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from PIL import Image
from tests.cli.command import laomo
from tests.conftest import Once, some
from tests.tools.gather.province import (
    Facts,
    edit_edition,
    edit_unit,
    make_gathered,
    make_house,
    publish,
    registry_of,
    replace_unit,
    tree,
)

from laomo.records.tree import tree_of
from laomo.registry.houses import person_digest


@pytest.fixture(scope="module")
def published(once: Once) -> Path:
    """Two houses and a province that has gathered both."""
    return once("houses", make_gathered)


@pytest.fixture
def place(published: Path, tmp_path: Path) -> Path:
    """A copy of all three, to change."""
    return Path(shutil.copytree(published, tmp_path / "houses"))


def gather(province: Path, *arguments: str) -> CompletedProcess[str]:
    return laomo("gather", *arguments, "--root", province)


def test_what_a_house_publishes_is_what_the_upper_one_has(published: Path) -> None:
    home, above = registry_of(published / "east"), registry_of(published / "province")
    mine = {studio.home.id: studio for studio in above.studios if studio.home and studio.union.id == "east"}
    assert mine.keys() == {"crane", "weld", "nurse"}
    for studio in some(home.studios):
        there = mine[studio.id]
        assert there.id == f"east-{studio.id}"
        assert (there.name, there.leaders, there.record.units) == (studio.name, studio.leaders, studio.record.units)
        assert [each.record for each in there.achievements] == [each.record for each in studio.achievements]
        assert [each.title for each in there.titles] == [each.title for each in studio.titles]
        assert there.record.region == "示例市", "in a province a studio stands in its city"
        assert there.home
        assert there.home.region == studio.record.region
        assert there.home
        assert there.home.page == f"https://east.example.org/studios/{studio.id}/"
    assert mine["crane"].level == "市级"
    assert mine["crane"].record.team
    assert tree_of(mine["crane"].record.team) == {"total": "12"}, "groups so small that they name people stay at home"
    assert mine["crane"].edition
    assert mine["crane"].edition.as_of.iso == "2025-12-31"
    photo = mine["crane"].record.photos[0]
    assert photo.alt == "一台岸桥把集装箱放到船上"
    assert photo.file != "cover.png", "what phones and people call their files stays at home"
    assert above.pictures >= {mine["crane"].picture_path(photo)}
    assert re.fullmatch("[a-p]{12}[.]webp", photo.file), "digits of a digest may seem to be somebody's number"
    edition = (published / "province/studios/east/house.yml").read_text("utf-8")
    assert re.findall("(?m)^(?:edition|terms): (.*)$", edition) == some(re.findall("[a-p]{64}", edition))


def test_what_is_internal_or_kept_back_stays_at_home(tmp_path: Path) -> None:
    upward = "studios_without: [nurse]\nfields_without: [leaders.bio, place, year.mentoring]\nfull_pages: 是\n"
    site = make_house(tmp_path / "east", "east", upward=upward) / ".build/pages"
    given = {path.name: path.read_text("utf-8") for path in sorted((site / "data/house").glob("*.json"))}
    assert [*given] == ["crane.json", "weld.json"]
    assert "未公开的办法" not in "".join(given.values())
    crane = json.loads(given["crane.json"])
    assert "bio" not in crane["studio"]["leaders"][0]
    assert "place" not in crane["studio"]
    assert "mentoring" not in crane["years"]["2013"]
    assert "achievements" in crane["years"]["2013"]
    edition = json.loads((site / "data/edition.json").read_text("utf-8"))
    assert (edition["counts"]["studios"], edition["full_pages"]) == (2, True)
    assert not (publish_without_upward(tmp_path / "quiet") / "data/edition.json").exists()


def publish_without_upward(root: Path) -> Path:
    make_house(root, "east")
    (root / "studios/upward.yml").unlink()
    return publish(root)


def test_nothing_new_changes_nothing(place: Path) -> None:
    before = tree(place / "province/studios")
    done = gather(place / "province")
    assert done.returncode == 0
    assert "没有变化" in done.stdout
    assert tree(place / "province/studios") == before
    edition = (place / "east/.build/pages/data/edition.json").read_bytes()
    publish(place / "east")
    assert (place / "east/.build/pages/data/edition.json").read_bytes() == edition


def test_only_what_changed_is_written_anew(place: Path) -> None:
    profile = place / "east/studios/north/weld/studio.yml"
    profile.write_text(profile.read_text("utf-8") + "slogan: 焊一道，放心一道\n", "utf-8")
    publish(place / "east")
    before = tree(place / "province/studios")
    done = gather(place / "province")
    assert "east：收下 3 个工作室（新 0 个，去掉 0 个）" in done.stdout
    after = tree(place / "province/studios")
    changed = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    assert changed == {"east/house.yml", "east/east-weld/studio.yml"}


EDITION: dict[str, tuple[Callable[[Facts], object], str]] = {
    "a newer format": (lambda facts: facts.update(format=2), "house-newer"),
    "no format": (lambda facts: facts.pop("format"), "house-malformed"),
    "another house's id": (lambda facts: facts.update(house="west"), "house-other-id"),
    "half an edition": (lambda facts: facts["files"].popitem(), "house-half"),
    "a number that is not true": (lambda facts: facts["counts"].update(studios=9), "house-half"),
    "a path that leads out": (lambda facts: facts["files"].update({"../../site.yml": "0" * 64}), "house-path"),
    "an absolute path": (lambda facts: facts["files"].update({"/etc/passwd": "0" * 64}), "house-path"),
    "a page": (lambda facts: facts["files"].update({"index.html": "0" * 64}), "house-path"),
    "an id that differs in case only": (
        lambda facts: facts["files"].update({"data/house/WELD.json": facts["files"]["data/house/weld.json"]}),
        "house-path",
    ),
    "a digest of another": (lambda facts: facts["files"].update({"data/house/weld.json": "0" * 64}), "house-digest"),
    "a digest that is none": (lambda facts: facts["files"].update({"data/house/weld.json": "x"}), "house-malformed"),
    "an older edition": (lambda facts: facts.update(as_of="2019-01-01"), "house-older"),
    "an edition of a year that has not begun": (lambda facts: facts.update(as_of="2099-12-31"), "house-ahead"),
    "no date": (lambda facts: facts.update(as_of="soon"), "house-malformed"),
    "a name with markup": (lambda facts: facts.update(site="<script>"), "house-malformed"),
    "an address that acts": (lambda facts: facts.update(address="javascript:alert(1)"), "house-malformed"),
    "a mobile number for a landline": (lambda facts: facts.update(landline="13800138000"), "personal-mobile"),
    "people without digests": (lambda facts: facts.update(withdrawn=[["江一舟", ""]]), "house-malformed"),
}


@pytest.mark.parametrize("case", EDITION)
def test_an_edition_that_is_not_right_is_not_taken(place: Path, case: str) -> None:
    change, code = EDITION[case]
    site, before = place / "east/.build/pages", tree(place / "province/studios")
    touch(place / "west", "south/nurse")
    edit_edition(site, change)
    done = gather(place / "province")
    assert done.returncode == 1
    assert f"［{code}］" in done.stdout, done.stdout
    assert "studios/houses.yml:2:" in done.stdout, "at the house's line"
    after = tree(place / "province/studios")
    assert {path: data for path, data in after.items() if not path.startswith("west/")} == {
        path: data for path, data in before.items() if not path.startswith("west/")
    }, "the last good edition stays"
    assert "west：收下 3 个工作室" in done.stdout, "a bad house stops no other"


def test_a_list_that_names_a_file_twice_is_not_taken(place: Path) -> None:
    """A reader that takes the first and one that takes the last would verify different files."""
    file = place / "east/.build/pages/data/edition.json"
    file.write_text(file.read_text("utf-8").replace('"format": 1', '"format": 1, "format": 1'), "utf-8")
    before = tree(place / "province/studios")
    assert "［house-malformed］" in gather(place / "province").stdout
    assert tree(place / "province/studios") == before


def test_a_house_that_says_it_is_at_the_site_of_another_is_not_taken(place: Path) -> None:
    """Its pages would be the home of the other's studios."""
    listed = place / "province/studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace("../west/.build/pages", "https://west.example.org/"), "utf-8")
    edit_edition(place / "east/.build/pages", lambda facts: facts.update(address="https://west.example.org/studios/"))
    assert "［house-address］" in gather(place / "province", "east").stdout


def touch(house: Path, studio: str) -> None:
    """Change something in a house, and publish it."""
    profile = house / "studios" / studio / "studio.yml"
    profile.write_text(profile.read_text("utf-8") + "slogan: 轻一点，再轻一点\n", "utf-8")
    publish(house)


DEEP = b'{"studio": ' + b"[" * 100_000 + b"]" * 100_000 + b"}"
UNIT: dict[str, tuple[Callable[[Facts], object] | bytes, str]] = {
    "no JSON": (b"\xff\xfe", "house-malformed"),
    "a list": (b"[]", "house-malformed"),
    "100,000 lists in one another": (DEEP, "house-malformed"),
    "another studio's id": (lambda facts: facts.update(id="crane"), "house-other-id"),
    "a field that no record has": (lambda facts: facts["studio"].update(x="1"), "house-malformed"),
    "a key that would be YAML": (lambda facts: facts["studio"].update({"a: b\nname": "1"}), "house-malformed"),
    "a number instead of a text": (lambda facts: facts["studio"].update(founded=2013), "house-malformed"),
    "no name": (lambda facts: facts["studio"].pop("name"), "house-malformed"),
    "a script": (lambda facts: facts["studio"].update(name="<script>alert(1)</script>"), "house-malformed"),
    "a year that is a path": (lambda facts: facts.update(years={"../x": {}}), "house-malformed"),
    "a year before there were any": (lambda facts: facts.update(years={"0000": {}}), "house-malformed"),
    "a year that has not begun": (
        lambda facts: facts.update(years={"9999": {"summary": "一切都好。"}}),
        "future-date",
    ),
    "a picture of another studio": (
        lambda facts: facts.update(pictures={"a.webp": {"480": "pictures/crane/000000000000-480.webp"}}),
        "house-path",
    ),
    "a telephone number": (lambda facts: facts["studio"].update(intro="电话13800138000。"), "personal-mobile"),
    "an identity number": (
        lambda facts: facts["studio"].update(intro="身份证11010519491231002X。"),
        "personal-identity",
    ),
    "an impossible date": (lambda facts: facts["studio"].update(founded="2013-13"), "house-malformed"),
    "a page of somebody else": (
        lambda facts: facts.update(page="https://evil.example.com/studios/weld/"),
        "house-path",
    ),
    "a page inside somebody's network": (
        lambda facts: facts.update(page="http://[::1]:8000/studios/weld/"),
        "house-path",
    ),
    "the same by its number": (lambda facts: facts.update(page="http://2130706433/studios/weld/"), "house-path"),
    "a page that acts": (lambda facts: facts.update(page="javascript:alert(1)"), "house-path"),
}


@pytest.mark.parametrize("case", UNIT)
def test_a_unit_that_is_not_right_costs_the_house_that_studio_only(place: Path, case: str) -> None:
    change, code = UNIT[case]
    site, kept = place / "east/.build/pages", (place / "province/studios/east/east-weld/studio.yml").read_bytes()
    if isinstance(change, bytes):
        replace_unit(site, "weld", change)
    else:
        edit_unit(site, "weld", change)
    done = gather(place / "province")
    assert done.returncode == 1
    assert code in done.stdout, done.stdout
    assert "east：收下 3 个工作室（新 0 个，去掉 0 个）" in done.stdout
    assert (place / "province/studios/east/east-weld/studio.yml").read_bytes() == kept, "the last good one stays"
    shutil.rmtree(place / "province/studios/east")
    assert "east：收下 2 个工作室" in gather(place / "province").stdout
    assert len(registry_of(place / "province").studios) == 5


def test_who_withdraws_at_home_is_gone_above_at_the_next_gather_and_at_once_if_urgent(place: Path) -> None:
    profile = place / "east/studios/north/crane/studio.yml"
    text = profile.read_text("utf-8").replace("    job: 岸桥司机\n", "    job: 岸桥司机\n    withdrawn: 2026-01-05\n")
    profile.write_text(text.replace("name: 江一舟岸桥劳模创新工作室", "name: 岸桥劳模创新工作室"), "utf-8")
    site = publish(place / "east")
    edition = json.loads((site / "data/edition.json").read_text("utf-8"))
    assert [since for _, since in edition["withdrawn"]] == ["2026-01-05"]
    assert "江一舟" not in (site / "data/house/crane.json").read_text("utf-8")
    stale = shutil.copytree(place / "province", place / "stale")
    done = gather(stale, "--urgent")
    assert "整个去掉 1 个工作室" in done.stdout, "its name names him, so all of it goes until the next edition"
    assert gather(place / "province").returncode == 0
    for upper in (stale, place / "province"):
        publish(upper)
        found = [path for path, data in tree(upper).items() if "江一舟".encode() in data]
        assert found == [], found
    assert len(registry_of(stale).studios) == 5


def test_who_has_withdrawn_is_not_named_by_what_a_house_forgot(place: Path) -> None:
    """The house has taken the leader out, and left the name in another text of the studio."""
    site, mark = place / "east/.build/pages", person_digest("顾三春", "南区医院")
    profile = (place / "province/studios/east/east-nurse/studio.yml").read_text("utf-8")
    assert "南区医院" in profile

    def forget(facts: Facts) -> None:
        facts["studio"].update(leaders=[{"name": "田四"}], name="护理创新工作室", intro="顾三春带出来的一个班组。")

    edit_unit(site, "nurse", forget)
    edit_edition(site, lambda facts: facts.update(withdrawn=[[mark, ""]]))
    done = gather(place / "province")
    assert ("house-withdrawn" in done.stdout, "east：收下 2 个工作室" in done.stdout) == (True, True)
    assert "顾三春".encode() not in b"".join(tree(place / "province/studios/east").values())


def test_an_urgent_gather_takes_out_the_person_and_leaves_the_studio(place: Path) -> None:
    profile = place / "east/studios/south/nurse/studio.yml"
    text = profile.read_text("utf-8")
    profile.write_text(
        text.replace("顾三春护理", "护理").replace("[{name: 顾三春}]", "[{name: 顾三春}, {name: 田四}]"), "utf-8"
    )
    publish(place / "east")
    assert gather(place / "province").returncode == 0
    profile.write_text(
        profile.read_text("utf-8").replace("{name: 顾三春}", "{name: 顾三春, withdrawn: 2026-01-05}"), "utf-8"
    )
    publish(place / "east")
    done = gather(place / "province", "--urgent")
    assert "改了 1 份档案，整个去掉 0 个工作室" in done.stdout
    nurse = next(each for each in registry_of(place / "province").studios if each.id == "east-nurse")
    assert [leader.name for leader in nurse.record.leaders] == ["田四"]


def test_the_portrait_of_who_withdraws_goes_with_the_person(place: Path) -> None:
    """Wherever the studio shows that picture, also as the portrait of somebody who stays; its others stay."""
    profile = place / "east/studios/north/crane/studio.yml"
    folder = profile.parent / "photos"
    with Image.open(folder / "cover.png") as cover:
        cover.convert("L").save(folder / "face.png")
    agreed = "portrait: {file: face.png, alt: 一位司机, consent: 2025-01-01}"
    text = (
        profile.read_text("utf-8")
        .replace("江一舟岸桥", "岸桥")
        .replace("    job: 岸桥司机\n", f"    job: 岸桥司机\n    {agreed}\n")
        .replace("units: [北港码头]", f"  - {{name: 田四, {agreed}}}\nunits: [北港码头]")
    )
    profile.write_text(
        text.replace("photos:\n", "photos:\n  - {file: face.png, caption: 当班, alt: 一位司机}\n"), "utf-8"
    )
    publish(place / "east")
    assert "east：收下 3 个工作室" in gather(place / "province").stdout
    crane = place / "province/studios/east/east-crane"
    (here,) = [each.record for each in registry_of(place / "province").studios if each.id == "east-crane"]
    face = here.photos[0].file
    assert [each.portrait and each.portrait.file for each in here.leaders] == [face, face]
    before = {path.name for path in crane.glob("photos/*")}
    profile.write_text(profile.read_text("utf-8").replace(agreed, f"{agreed}\n    withdrawn: 2026-01-05", 1), "utf-8")
    publish(place / "east")
    assert "改了 1 份档案" in gather(place / "province", "--urgent").stdout
    assert {path.name for path in crane.glob("photos/*")} == before - {face}
    assert face not in (crane / "studio.yml").read_text("utf-8")
    assert "east-crane" in {each.id for each in registry_of(place / "province").studios}


@pytest.mark.parametrize("way", [[], ["--urgent"]])
def test_an_edition_that_is_no_newer_brings_nobody_back(place: Path, way: list[str]) -> None:
    """A server that is behind, or a copy from before the withdrawal; with later data the person has agreed again."""
    stale = shutil.copytree(place / "east/.build/pages", place / "behind")
    profile = place / "east/studios/south/nurse/studio.yml"
    text = profile.read_text("utf-8")
    profile.write_text(
        text.replace("顾三春护理", "护理").replace("{name: 顾三春", "{name: 顾三春, withdrawn: 2026-01-05"), "utf-8"
    )
    crane = place / "east/studios/north/crane/studio.yml"
    crane.write_text(
        crane.read_text("utf-8")
        .replace("    job: 岸桥司机\n", "    job: 岸桥司机\n    withdrawn: 2026-01-05\n")
        .replace("name: 江一舟岸桥", "name: 岸桥"),
        "utf-8",
    )
    site = publish(place / "east")
    gather(place / "province", *way)
    shutil.rmtree(site)
    shutil.copytree(stale, site)
    done = gather(place / "province")
    assert ("house-withdrawn" in done.stdout) == (not way), "after --urgent, it is the edition that lies here"
    named = [
        path
        for path, data in tree(place / "province/studios/east").items()
        if "顾三春".encode() in data or "江一舟".encode() in data
    ]
    assert named == []
    edit_edition(site, lambda facts: facts.update(as_of="2026-01-31"))
    assert "house-withdrawn" not in gather(place / "province").stdout
    assert "顾三春" in (place / "province/studios/east/east-nurse/studio.yml").read_text("utf-8")


def test_titles_from_above_come_down_with_their_numbers(place: Path) -> None:
    forged = {"result": "示范", "level": "省级", "bodies": ["示例省总工会"], "date": "2025-05-01"}
    decision = place / "province/studios/decisions/2025-01.yml"
    decision.parent.mkdir()
    decision.write_text(
        "sample: 是\ntitle: 关于命名省级示范工作室的决定\nresult: 示范\nlevel: 省级\nbodies: [示例省总工会]\ndate: 2025-05-01\n"
        "doc_no: 示省〔2025〕3号\nstudios: [{studio: east-crane}, {studio: west-weld}]\n",
        "utf-8",
    )
    above = publish(place / "province")
    (place / "east/studios/houses.yml").write_text(f"above: {{source: '{above}', id: east}}\n", "utf-8")
    done = gather(place / "east", "--from-above")
    assert done.returncode == 0, done.stdout + done.stderr
    crane = registry_of(place / "east").studio_by_id["crane"]
    assert (crane.level, crane.valid_designations[0].decision.doc_no) == ("省级", "示省〔2025〕3号")
    assert [each.decision.studios[0].studio for each in crane.titles] == ["crane", "crane"]
    assert "没有变化" in gather(place / "east", "--from-above").stdout
    site = publish(place / "east")
    edit_unit(site, "weld", lambda facts: facts.update(titles=[{**forged, "title": "关于命名焊接工作室的决定"}]))
    gather(place / "province")
    upper = registry_of(place / "province")
    assert len(upper.studio_by_id["east-crane"].titles) == 2, "what came down does not go up again"
    assert upper.studio_by_id["east-weld"].titles == (), "what the host gave, the host's decisions say"
    told = laomo("check", "--root", place / "province").stdout
    assert told.count("［house-title-of-host］") == 1, told
    file = above / "data/above/east.json"
    good = file.read_text("utf-8")
    file.write_text(good.replace("省级示范工作室的决定", "省级示范工作室的决定，电话13800138000"), "utf-8")
    assert "personal-mobile" in gather(place / "east", "--from-above").stdout
    file.write_text(good.replace('"2025-05-01"', '"2099-05-01"'), "utf-8")
    assert "future-date" in gather(place / "east", "--from-above").stdout, "else nothing could be built"
    file.write_text(good.replace('"format": 1', '"format": 7'), "utf-8")
    assert "格式是 7" in gather(place / "east", "--from-above").stdout
    file.write_text(good.replace('"crane"', '"somebody-else"'), "utf-8")
    before = tree(place / "east/studios")
    done = gather(place / "east", "--from-above")
    assert done.returncode == 1
    assert "house-title-of-other" in done.stdout
    assert tree(place / "east/studios") == before


def test_a_studio_that_its_house_no_longer_gives_stops_no_decision_of_the_host(place: Path) -> None:
    """The host's papers stand as they were issued, and the province can be built; of a house that leaves nothing else stays."""
    upper = place / "province/studios"
    for folder, text in {
        "decisions": "result: 示范\nlevel: 省级\nbodies: [示例省总工会]\nstudios: [{studio: east-crane}, {studio: west-weld}]\n",
        "events": "kind: 成果展示\nstudios: [east-crane, west-weld]\n",
    }.items():
        (upper / folder).mkdir()
        (upper / folder / "2025-01.yml").write_text(
            f"sample: 是\ntitle: 全省的一件事\ndate: 2025-05-01\n{text}", "utf-8"
        )
    (place / "east/studios/upward.yml").write_text("id: east\nstudios_without: [crane]\n", "utf-8")
    publish(place / "east")
    assert "去掉 1 个" in gather(place / "province").stdout
    assert laomo("check", "--root", place / "province").stdout.count("［house-studio-gone］") == 2
    pages = publish(place / "province")
    for page in ("decisions", "events"):
        assert "west&#45;weld" in (pages / page / "2025-01/index.md").read_text("utf-8")
    listed = upper / "houses.yml"
    listed.write_text(re.sub("(?m)^.*id: east.*\n", "", listed.read_text("utf-8")), "utf-8")
    shutil.rmtree(upper / "east")
    assert gather(place / "province").returncode == 0
    assert sorted(path.name for path in (place / "province/.build/houses").iterdir()) == ["own", "west"]
    assert laomo("check", "--root", place / "province").stdout.count("［house-studio-gone］") == 2, (
        "a house that left, too"
    )


def test_one_studio_of_two_houses_is_shown_once(place: Path) -> None:
    """As the first house shows it, whichever of them changed last; and as the other does once the first no longer shows it."""
    at_east, at_west = (place / house / "studios/south/nurse/studio.yml" for house in ("east", "west"))
    said = at_east.read_text("utf-8")
    at_west.write_text(re.sub("name: (.*)创新工作室", "name: \\1 创新工作室", said), "utf-8")  # however it is typed
    publish(place / "west")
    done = gather(place / "province")
    assert "house-twin" in done.stdout
    assert "east/nurse" in done.stdout
    assert nurses(place) == ["east-nurse"]
    again = gather(place / "province").stdout
    assert (again.count("没有变化"), "house-twin" in again) == (2, True), "said again, and nothing is read for it"
    shutil.move(at_east, place / "nurse.yml")
    publish(place / "east")
    gather(place / "province", "east")
    assert nurses(place) == []
    gather(place / "province")
    assert nurses(place) == ["west-nurse"]
    shutil.copy(place / "nurse.yml", at_east)
    publish(place / "east")
    assert "house-twin" in gather(place / "province").stdout, "west has not changed, and yields"
    assert nurses(place) == ["east-nurse"]


def test_a_house_that_is_down_or_not_asked_does_not_yield(place: Path) -> None:
    nurse = place / "east/studios/south/nurse/studio.yml"
    shutil.copy(nurse, place / "west/studios/south/nurse/studio.yml")
    publish(place / "west")
    shutil.move(nurse, place / "nurse.yml")
    publish(place / "east")
    gather(place / "province")
    shutil.move(place / "nurse.yml", nurse)
    publish(place / "east")
    assert "house-twin" in gather(place / "province", "east").stdout
    assert nurses(place) == ["west-nurse"]
    shutil.rmtree(place / "west/.build/pages/data")
    gather(place / "province")
    assert nurses(place) == ["west-nurse"]


def test_a_studio_of_the_host_itself_comes_before_that_of_any_house(place: Path) -> None:
    """Also when no house has changed since it was written, and until it is gone."""
    own = place / "province/studios/province/nurse"
    own.mkdir(parents=True)
    shutil.copy(place / "east/studios/south/nurse/studio.yml", own)
    done = gather(place / "province")
    assert "“province/nurse”是同一个工作室" in done.stdout
    assert "west：没有变化" in done.stdout
    assert nurses(place) == ["west-nurse"]
    assert "nurse" in registry_of(place / "province").studio_by_id
    shutil.rmtree(own)
    gather(place / "province")
    assert nurses(place) == ["east-nurse", "west-nurse"]


def nurses(place: Path) -> list[str]:
    return sorted(each.id for each in registry_of(place / "province").studios if each.id.endswith("-nurse"))


def test_what_houses_yml_says_of_twins_holds(place: Path) -> None:
    listed = place / "province/studios/houses.yml"
    before = listed.read_text("utf-8")
    listed.write_text(f"{before}same:\n  - {{shown: west/nurse, left_out: [east/nurse]}}\n", "utf-8")
    assert "house-twin-stated" in gather(place / "province").stdout
    assert nurses(place) == ["west-nurse"]
    assert gather(place / "province").stdout.count("没有变化") == 2
    at_west = place / "west/studios/south/nurse/studio.yml"
    shutil.move(at_west, place / "nurse.yml")
    publish(place / "west")
    gather(place / "province")
    assert nurses(place) == ["east-nurse"], "the one that is to be shown is no longer there"
    assert "house-same-unknown" in laomo("check", "--root", place / "province").stdout
    shutil.move(place / "nurse.yml", at_west)
    publish(place / "west")
    gather(place / "province")
    listed.write_text(before, "utf-8")
    gather(place / "province")
    assert nurses(place) == ["east-nurse", "west-nurse"]


def test_what_houses_yml_says_of_a_house_holds_at_once(place: Path) -> None:
    listed = place / "province/studios/houses.yml"
    assert list((place / "province/studios/east").rglob("2013.yml"))
    listed.write_text(listed.read_text("utf-8").replace("{id: east,", "{id: east, without: [年度档案],"), "utf-8")
    done = gather(place / "province")
    assert "east：收下 3 个工作室" in done.stdout
    assert "west：没有变化" in done.stdout
    assert list((place / "province/studios/east").rglob("2013.yml")) == []
    assert gather(place / "province").stdout.count("没有变化") == 2


def test_what_was_not_taken_is_said_each_time(place: Path) -> None:
    """Without reading the house for it, as long as nothing changes that it depends on."""
    site, province = place / "east/.build/pages", place / "province"

    def said() -> tuple[int, bool, bool]:
        done = gather(province)
        return done.returncode, "house-other-id" in done.stdout, "east：没有变化" in done.stdout

    edit_unit(site, "weld", lambda facts: facts.update(id="crane"))
    assert said() == (1, True, False)
    touch(place / "west", "north/weld")
    assert said() == (1, True, True)
    shutil.rmtree(province / ".build")
    assert said() == (1, True, False)
    edit_unit(site, "weld", lambda facts: facts.update(id="weld"))
    assert said() == (0, False, False)


def test_own_studios_are_never_overwritten_and_a_house_needs_its_union(place: Path) -> None:
    own = place / "province/studios/east/our-own/studio.yml"
    own.parent.mkdir()
    shutil.copy(place / "east/studios/south/nurse/studio.yml", own)
    touch(place / "east", "north/weld")
    done = gather(place / "province", "east")
    assert (done.returncode, "house-own-studios" in done.stdout, own.exists()) == (1, True, True)
    mark, before = person_digest("顾三春", "南区医院"), own.read_bytes()
    edit_edition(place / "east/.build/pages", lambda facts: facts.update(withdrawn=[[mark, ""]]))
    assert "house-own-studios" in gather(place / "province", "east", "--urgent").stdout
    assert own.read_bytes() == before, "a house withdraws nobody from the host's own studios"
    unions = place / "province/studios/unions.yml"
    unions.write_text(unions.read_text("utf-8").replace("id: west", "id: north-west"), "utf-8")
    assert "house-no-union" in gather(place / "province", "west").stdout


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("id: west", "id: east", "house-id-twice"),
        ("id: west", "id: east-side", "house-id-begins"),
        ("id: west", "id: decisions", "reserved-name"),
    ],
)
def test_no_two_houses_share_a_folder(place: Path, old: str, new: str, code: str) -> None:
    """Nor a house and the site itself: neither is taken, at its line."""
    listed, before = place / "province/studios/houses.yml", tree(place / "province/studios")
    listed.write_text(listed.read_text("utf-8").replace(old, new), "utf-8")
    touch(place / "east", "north/weld")
    done = gather(place / "province")
    assert done.stdout.count(f"［{code}］") == (2 if code == "house-id-twice" else 1), done.stdout
    after = tree(place / "province/studios")
    changed = {path for path in before if before[path] != after.get(path)} - {"houses.yml"}
    assert changed == (set() if code == "house-id-twice" else {"east/house.yml", "east/east-weld/studio.yml"})


def test_the_command_says_what_it_needs(place: Path) -> None:
    assert "houses.yml" in gather(place / "east").stderr
    assert "没有编号为“south”的馆" in gather(place / "province", "south").stderr
    listed = place / "province/studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace("id: west", "id: East"), "utf-8")
    done = gather(place / "province")
    assert (done.returncode, "studios/houses.yml:3:" in done.stdout) == (1, True), done.stdout + done.stderr


def test_a_fault_of_the_program_is_told_and_changes_nothing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw of a house's data does not end the gather."""
    before = tree(place / "province/studios")
    edit_edition(place / "east/.build/pages", lambda facts: facts.update(later=["what programs to come may say"]))
    monkeypatch.setattr("laomo.tools.gather.edition._LONGEST_ID", None)
    done = gather(place / "province")
    assert ("house-fault" in done.stdout, "west：没有变化" in done.stdout) == (True, True), done.stdout
    assert tree(place / "province/studios") == before
    monkeypatch.undo()
    assert gather(place / "province").returncode == 0, "and what programs to come may say is passed over"
