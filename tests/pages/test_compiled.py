"""Compiled templates between runs: found again where nothing has changed, and never taken from somebody else."""

import marshal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from laomo.pages import compiled
from laomo.pages.templates import Templates
from laomo.system import cache

Run = Callable[[], bytes]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the compiled templates of this user lie."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))
    cache._key.cache_clear()
    yield tmp_path / "caches/laomo/templates"
    cache._key.cache_clear()


@pytest.fixture
def run(place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """What the next run makes of a template."""
    assert not place.exists()
    folder = tmp_path / "theme"
    folder.mkdir()
    (folder / "page.md").write_text("甲{{ word }}")

    def anew() -> bytes:
        monkeypatch.setattr(compiled, "TEMPLATES", compiled.CompiledTemplates())
        return Templates(folder).render("page.md", "", word="乙")

    return anew


def state(place: Path) -> dict[str, tuple[int, bytes]]:
    return {file.name: (file.stat().st_ino, file.read_bytes()) for file in place.iterdir()}


def test_what_is_compiled_is_found_by_the_next_run(place: Path, run: Run) -> None:
    assert run() == "甲乙".encode()
    before = state(place)
    assert len(before) == 1
    assert run() == "甲乙".encode()
    assert state(place) == before


def test_a_changed_template_is_compiled_again(run: Run, tmp_path: Path) -> None:
    run()
    (tmp_path / "theme/page.md").write_text("丙{{ word }}")
    assert run() == "丙乙".encode()


PLANTED = marshal.dumps(compile("raise SystemExit('planted')", "page.md", "exec"))


@pytest.mark.parametrize(
    "planted",
    [
        lambda _: PLANTED,
        lambda data: data[:65] + PLANTED,
        lambda data: data[:64],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda _: b"",
    ],
)
def test_what_this_machine_did_not_write_is_compiled_again(
    place: Path, run: Run, planted: Callable[[bytes], bytes]
) -> None:
    run()
    (file,) = place.iterdir()
    bad = planted(file.read_bytes())
    file.write_bytes(bad)
    assert run() == "甲乙".encode()
    assert file.read_bytes() != bad


def test_another_machines_are_not_taken(place: Path, run: Run) -> None:
    run()
    before = state(place)
    (place.parent / "key").write_bytes(b"k" * 32)
    cache._key.cache_clear()
    assert run() == "甲乙".encode()
    assert state(place) != before


def test_in_a_checkout_nothing_is_kept(place: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "caches/.git").mkdir(parents=True)
    assert run() == "甲乙".encode()
    assert not place.exists()


def test_where_nothing_can_be_written_all_is_compiled(place: Path, run: Run) -> None:
    place.parent.mkdir(parents=True)
    place.write_bytes(b"")
    assert run() == "甲乙".encode()


def test_they_do_not_grow_without_end(place: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "_MOST", 4)
    place.mkdir(parents=True)
    for number in range(4):
        (place / str(number)).write_bytes(b"")
    run()
    assert len(list(place.iterdir())) == 3
