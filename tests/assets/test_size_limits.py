"""How many pictures, and how heavy: told before any of them is opened."""

import shutil
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from laomo import generate
from laomo.assets import size_limits
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
        f"{PHOTOS}:1:1: 错误：这个工作室的图片一共 200.2 MB，太大了；请缩减到 200 MB 以内；最大的是 largest.jpg（12 MB）、more-0.jpg（9.9 MB）、"
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


@pytest.mark.parametrize(("count", "size"), [(200, 0), (1, 10_000_000)])
def test_what_the_budget_allows_is_allowed(site: Path, count: int, size: int) -> None:
    Image.new("RGB", (8, 6)).save(site / PHOTOS / "cover.png")
    for number in range(1, count):
        shutil.copy(site / PHOTOS / "cover.png", site / PHOTOS / f"more-{number}.png")
    for file in (site / PHOTOS).iterdir():
        with file.open("r+b") as opened:
            opened.truncate(size or file.stat().st_size)
    assert problems(site) == []


def laid(folder: Path, sizes: Sequence[int], suffix: str = "jpg") -> list[PurePosixPath]:
    """So many files, of these sizes, and their paths below `studios`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, size in enumerate(sizes):
        with (folder / f"p{number}.{suffix}").open("wb") as file:
            file.truncate(size)
    below = (
        PurePosixPath(*folder.parts[folder.parts.index("studios") + 1 :])
        if "studios" in folder.parts
        else PurePosixPath()
    )
    return [below / f"p{number}.{suffix}" for number in range(len(sizes))]


@pytest.mark.parametrize(
    ("sizes", "codes"),
    [
        ([200_000_000], []),
        ([100_000_000, 100_000_001], ["pictures-too-heavy"]),
        ([0] * 200, []),
        ([0] * 201, ["too-many-pictures"]),
        ([1_000_000] * 201, ["too-many-pictures", "pictures-too-heavy"]),
    ],
)
def test_a_studio_at_its_limits(tmp_path: Path, sizes: list[int], codes: list[str]) -> None:
    studios = tmp_path / "studios"
    paths = laid(studios / "north/crane/photos", sizes)
    found = list(
        size_limits.problems([*paths, PurePosixPath("north/crane/photos/gone.jpg")], studios, tmp_path / "content")
    )
    assert [(each.path, each.code) for each in found] == [("studios/north/crane/photos", code) for code in codes]


@pytest.mark.parametrize(("beside", "codes"), [(0, []), (1, ["site-too-heavy"])])
def test_a_site_at_its_limit(tmp_path: Path, beside: int, codes: list[str]) -> None:
    studios = tmp_path / "studios"
    paths = [path for n in range(24, -1, -1) for path in laid(studios / f"north/s{n:02}/photos", [200_000_000])]
    laid(tmp_path / "content", [beside], "pdf")
    laid(tmp_path / "content/pages", [9], "md")
    found = list(size_limits.problems(paths, studios, tmp_path / "content"))
    assert [(each.path, each.code) for each in found] == [("studios", code) for code in codes]
    for each in found:
        assert each.facts["largest"] == ("north/s00", "200 MB", "north/s01", "200 MB", "north/s02", "200 MB")


@pytest.mark.parametrize(("more", "codes"), [(0, []), (1, ["records-too-heavy"])])
def test_the_text_of_a_studio_at_its_limit(tmp_path: Path, more: int, codes: list[str]) -> None:
    studios = tmp_path / "studios"
    records = [
        *laid(studios / "north/crane", [2_000_000, 1_000_000 + more], "yml"),
        *laid(studios / "decisions", [9_000_000], "yml"),
        *laid(studios / "a/b/c", [9_000_000], "yml"),
        PurePosixPath("north/crane/gone.yml"),
    ]
    found = list(size_limits.record_problems(records, studios))
    assert [(each.path, each.code, dict(each.facts)) for each in found] == [
        ("studios/north/crane", code, {"size": "3.1 MB", "limit": "3 MB"}) for code in codes
    ]
