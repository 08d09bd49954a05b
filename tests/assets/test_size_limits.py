"""How many pictures, and how heavy: told before any of them is opened."""

import shutil
from pathlib import Path

import pytest
from PIL import Image

from laomo import generate
from laomo.problems.problem import Problem
from laomo.project import Project
from tests.cli.command import laomo

PHOTOS = "studios/north/crane/photos"


def problems(site: Path) -> list[Problem]:
    """All but those that are said of pictures without a record."""
    found = generate.check(Project(site)).problems
    return [problem for problem in found if problem.code != "unnamed-picture"]


def put(site: Path, count: int, size: int = 0, folder: str = PHOTOS) -> None:
    """So many files that are no pictures; of their size, none of it on the disk."""
    (site / folder).mkdir(parents=True, exist_ok=True)
    for number in range(count):
        with (site / folder / f"more-{number}.jpg").open("wb") as file:
            file.truncate(size)


def test_too_many_pictures_of_a_studio_are_counted_and_not_opened(site: Path) -> None:
    put(site, 200)
    (problem,) = problems(site)
    assert (problem.path, problem.code) == (PHOTOS, "too-many-pictures")
    assert problem.facts == {"count": 201, "limit": 200}


def test_pictures_too_heavy_together_are_told_with_the_largest(site: Path) -> None:
    put(site, 19, 9_900_000)
    put(site, 1, 12_000_000)
    (site / PHOTOS / "more-0.jpg").rename(site / PHOTOS / "largest.jpg")
    put(site, 1, 9_900_000)
    run = laomo("check", "--root", site)
    assert run.returncode == 1
    assert run.stdout.splitlines()[0] == (
        f"{PHOTOS}:1:1: 错误：这间工作室的图片一共 200.2 MB；应为不超过 200 MB；最大的是 largest.jpg（12 MB）、more-0.jpg（9.9 MB）、"
        "more-1.jpg（9.9 MB），请从它们起缩小，长边 2000 像素就够清楚［pictures-too-heavy］"
    )


def test_no_file_may_be_too_heavy_even_if_no_record_names_it(site: Path) -> None:
    put(site, 1, 10_000_001)
    (problem,) = problems(site)
    assert (problem.path, problem.code) == (f"{PHOTOS}/more-0.jpg", "picture-too-large")


def test_a_site_has_a_ceiling_too_whoever_filled_it(site: Path) -> None:
    """Each studio within its own; even without a record that could be read; what pages offer to be taken home counts too."""
    for number in range(25):
        put(site, 1, 192_000_000, f"studios/south/filled-{number}/photos")
    put(site, 1, 199_000_000, "content/about")
    assert not [problem for problem in problems(site) if problem.path == "studios"]
    put(site, 1, 199_000_000, "studios/north/most/photos")
    (site / "studios/unions.yml").write_text("[", encoding="utf-8")
    (told,) = [problem for problem in problems(site) if problem.path == "studios"]
    assert told.code == "site-too-heavy"
    assert (told.facts["size"], told.facts["limit"]) == ("5.2 GB", "5 GB")
    assert told.facts["largest"] == ("content", "199 MB", "north/most", "199 MB", "south/filled-0", "192 MB")


@pytest.mark.parametrize(("count", "size"), [(200, 0), (20, 10_000_000)])
def test_what_the_budget_allows_is_allowed(site: Path, count: int, size: int) -> None:
    Image.new("RGB", (8, 6)).save(site / PHOTOS / "cover.png")
    for number in range(1, count):
        shutil.copy(site / PHOTOS / "cover.png", site / PHOTOS / f"more-{number}.png")
    for file in (site / PHOTOS).iterdir():
        with file.open("r+b") as opened:
            opened.truncate(size or file.stat().st_size)
    assert problems(site) == []
