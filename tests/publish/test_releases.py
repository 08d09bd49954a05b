"""Releases: numbered, five kept, gone back to one by one, and none of them from before a withdrawal."""

from pathlib import Path

import pytest

from laomo.publish import releases, target
from laomo.publish.releases import KEPT, NoRelease, PlaceTaken, Released, current_release, release, rollback
from laomo.publish.target import TargetRefused
from laomo.system import edition
from laomo.system.files import write_new


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    made.mkdir()
    return made


def edition_of(site: Path, text: str, withdrawals: str = "") -> Path:
    for name in ("index.html", "sub/same.html"):
        write_new(site / name, (text if name == "index.html" else "same").encode())
    edition.mark(site, withdrawals)
    return site


def shown(place: Path) -> str:
    return (place / "current/index.html").read_text("utf-8")


def numbers(place: Path) -> list[str]:
    return sorted(path.name for path in (place / "releases").iterdir())


def test_releases_are_numbered_and_five_are_kept(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    assert current_release(place) is None
    for number in range(1, KEPT + 3):
        assert release(edition_of(site, f"{number}"), place) == Released(f"{number:04d}")
        assert (current_release(place), shown(place)) == (f"{number:04d}", f"{number}")
    assert numbers(place) == ["0003", "0004", "0005", "0006", "0007"]
    assert sorted(path.name for path in place.iterdir()) == [edition.MARK, ".lock", "current", "releases"]
    assert not (place / "current").readlink().is_absolute(), "the folder may be moved"


def test_each_rollback_goes_one_back_and_forgets_the_later_one(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    for number in (1, 2, 3):
        release(edition_of(site, f"{number}"), place)
    assert rollback(place) == Released("0002")
    assert (shown(place), numbers(place)) == ("2", ["0001", "0002"])
    assert release(edition_of(site, "4"), place) == Released("0003")
    assert (rollback(place), rollback(place)) == (Released("0002"), Released("0001"))
    with pytest.raises(NoRelease) as raised:
        rollback(place)
    assert (raised.value.code, raised.value.facts) == ("no-earlier-release", {"place": str(place)})
    assert shown(place) == "1"


def test_without_a_site_or_releases_there_is_nothing_to_do(site: Path, tmp_path: Path) -> None:
    with pytest.raises(NoRelease) as raised:
        release(site, tmp_path / "web")
    assert (raised.value.code, raised.value.facts) == ("no-site", {"place": str(site)})
    with pytest.raises(NoRelease) as raised:
        rollback(tmp_path / "web")
    assert raised.value.code == "no-earlier-release"
    assert not (tmp_path / "web").exists()


def test_a_withdrawal_deletes_the_releases_from_before(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    release(edition_of(site, "1"), place)
    release(edition_of(site, "2"), place)
    assert release(edition_of(site, "3", "withdrawn"), place) == Released("0003", ("0001", "0002"))
    assert numbers(place) == ["0003"]
    assert release(edition_of(site, "4", "withdrawn"), place) == Released("0004")
    assert numbers(place) == ["0003", "0004"]
    assert rollback(place) == Released("0003")
    with pytest.raises(NoRelease):
        rollback(place)


def test_a_number_grows_beyond_four_digits(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    release(edition_of(site, "1"), place)
    (place / "releases/0001").rename(place / "releases/9999")
    assert release(edition_of(site, "2"), place) == Released("10000")
    (place / "releases/123").mkdir()
    (place / "releases/00010x").mkdir()
    assert release(edition_of(site, "3"), place) == Released("10001")
    assert rollback(place) == Released("10000")


def test_releases_of_another_program_stay(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    (place / "releases/0007").mkdir(parents=True)
    with pytest.raises(PlaceTaken) as raised:
        release(edition_of(site, "1"), place)
    assert (raised.value.code, raised.value.facts) == ("place-taken", {"place": str(place)})
    (place / ".lock").touch()
    with pytest.raises(PlaceTaken):
        release(site, place)
    (place / "current").symlink_to("releases/0007")  # as versions before the mark left it
    assert release(site, place) == Released("0008", ("0007",))


def test_a_release_does_not_share_a_folder_with_its_site(site: Path) -> None:
    edition_of(site, "1")
    for place in (site, site / "web", site.parent):
        with pytest.raises(TargetRefused) as raised:
            release(site, place)
        assert (raised.value.code, raised.value.facts["source"]) == ("target-source", str(site))


def test_a_half_made_release_is_made_anew(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "web"
    write_new(place / "releases/.new/left.html", b"left")
    (place / ".current.new").symlink_to("nowhere")
    assert release(edition_of(site, "1"), place) == Released("0001")
    assert (numbers(place), (place / "current/left.html").exists()) == (["0001"], False)


def test_files_that_are_not_of_the_edition_are_named_three_of_them(tmp_path: Path) -> None:
    place = tmp_path / "web"
    target.check(place)
    place.mkdir()
    target.check(place)
    for name in ("d", "a", "c", "sub/b"):
        write_new(place / name, b"")
    with pytest.raises(TargetRefused) as raised:
        target.check(place)
    facts = {"place": str(place), "names": ("a", "c", "d"), "count": 4}
    assert (raised.value.code, raised.value.facts) == ("target-taken", facts)
    edition.mark(place, "")
    target.check(place)
    write_new(place / "e", b"")
    with pytest.raises(TargetRefused) as raised:
        target.check(place)
    assert raised.value.facts == {"place": str(place), "names": ("e",), "count": 1}
    with pytest.raises(TargetRefused) as raised:
        target.check(place / "a")
    assert raised.value.facts == {"place": str(place / "a"), "names": ("a",), "count": 1}


def test_the_number_of_kept_releases_is_five() -> None:
    assert releases.KEPT == 5
