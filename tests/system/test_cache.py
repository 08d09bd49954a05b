"""A cache is believed only as it was written, for its name, its version and this machine."""

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from laomo.system import cache
from laomo.system.output import Output, OutputWriter, WrittenFile, load_written, save_written


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Makes this another machine, with its own folder of caches, and gives the file of its key."""

    def become(name: str) -> Path:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / name))
        cache._key.cache_clear()
        cache._checkout.cache_clear()
        return tmp_path / name / "laomo" / "key"

    return become


@pytest.fixture
def file(tmp_path: Path, machine: Callable[[str], Path]) -> Path:
    machine("mine")
    return tmp_path / "site/.build/memory/facts.json"


def test_what_was_saved_comes_back(file: Path) -> None:
    cache.save(file, "1", {"a": [1, "甲"]}, {})
    assert cache.load(file, "1") == {"a": [1, "甲"]}
    assert cache.load(file, "2") == {}
    assert cache.read_sealed(file, "1") == '{"a": [1, "甲"]}'.encode()


def test_names_that_are_no_utf_8_come_back(file: Path) -> None:
    facts = {"path": "one\udcfftwo.yml", "\udc80": ["甲\ud800"]}
    cache.save(file, "1", facts, {})
    assert cache.load(file, "1") == facts


def test_it_holds_for_its_own_name(file: Path) -> None:
    cache.save(file, "1", {"a": 1}, {})
    other = file.rename(file.with_name("other.json"))
    assert cache.load(other, "1") == {}


@pytest.mark.parametrize("place", [0, 63, 64, 65, -1])
def test_any_changed_byte_makes_it_none(file: Path, place: int) -> None:
    cache.save(file, "1", {"a": 1}, {})
    data = bytearray(file.read_bytes())
    data[place] ^= 1
    file.write_bytes(data)
    assert cache.load(file, "1") == ({"a": 1} if place == 64 else {})  # 64 is the line break, which no seal covers


def test_a_cache_of_nothing_and_one_that_is_the_same_are_not_written(file: Path) -> None:
    cache.save(file, "1", {}, {})
    cache.save(file, "1", {"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not file.exists()
    cache.save(file, "1", {"a": 1}, {"a": 2})
    assert file.exists()


def test_where_nothing_can_be_written_the_next_run_takes_its_time(file: Path) -> None:
    file.parent.parent.mkdir(parents=True)
    file.parent.write_text("in the way", encoding="utf-8")
    cache.save(file, "1", {"a": 1}, {})
    assert cache.load(file, "1") == {}


def test_no_cache_is_read_through_a_link(file: Path) -> None:
    cache.save(file, "1", {"a": 1}, {})
    real = file.rename(file.with_name("real"))
    file.symlink_to(real)
    assert cache.load(file, "1") == {}


def test_another_machine_does_not_believe_it(file: Path, machine: Callable[[str], Path]) -> None:
    cache.save(file, "1", {"a": 1}, {})
    machine("other")
    assert cache.load(file, "1") == {}
    machine("mine")
    assert cache.load(file, "1") == {"a": 1}


def test_the_key_is_private_and_long(file: Path, machine: Callable[[str], Path]) -> None:
    cache.save(file, "1", {"a": 1}, {})
    key = machine("mine")
    assert (key.stat().st_mode & 0o777, key.stat().st_size) == (0o600, 32)
    assert key.parent.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in key.parent.iterdir()] == ["key"]


@pytest.mark.parametrize("spoil", [lambda key: key.chmod(0o640), lambda key: key.write_bytes(b"short")])
def test_a_key_that_others_know_is_none(
    file: Path, machine: Callable[[str], Path], spoil: Callable[[Path], object]
) -> None:
    cache.save(file, "1", {"a": 1}, {})
    spoil(machine("mine"))
    assert cache.load(file, "1") == {}


def test_a_key_within_the_checkout_is_none(tmp_path: Path, machine: Callable[[str], Path]) -> None:
    key = machine("site/caches")
    (tmp_path / "site/.git").mkdir(parents=True)
    file = tmp_path / "site/.build/memory/facts.json"
    cache.save(file, "1", {"a": 1}, {})
    assert not key.exists()
    machine("site/caches")
    assert cache.load(file, "1") == {}, "the next run has another key"


def test_without_git_the_folder_of_the_site_is_what_came_along(tmp_path: Path, machine: Callable[[str], Path]) -> None:
    key = machine("site/caches")
    cache.save(tmp_path / "site/.build/memory/facts.json", "1", {"a": 1}, {})
    assert not key.exists()


def test_a_relative_folder_of_caches_is_ignored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", "caches")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    cache._key.cache_clear()
    cache.save(tmp_path / "site/.build/memory/facts.json", "1", {"a": 1}, {})
    assert (tmp_path / "home/.cache/laomo/key").is_file()
    assert not (tmp_path / "caches").exists()


def counting(made: list[str], data: bytes, fingerprint: str, path: str = "a.md") -> Output:
    def make() -> bytes:
        made.append(path)
        return data

    return Output(PurePosixPath(path), make, PurePosixPath("studios/a.yml"), lambda: fingerprint)


def test_an_output_of_a_known_fingerprint_is_not_made_again(tmp_path: Path) -> None:
    made: list[str] = []
    first = OutputWriter(tmp_path)(counting(made, b"1", "x"))
    known = {first.path: first}
    again = OutputWriter(tmp_path, known)(counting(made, b"1", "x"))
    assert (made, again) == (["a.md"], first)
    assert (first.source, first.fingerprint, (tmp_path / "a.md").read_bytes()) == ("studios/a.yml", "x", b"1")
    OutputWriter(tmp_path, known)(counting(made, b"2", "y"))
    assert (made, (tmp_path / "a.md").read_bytes()) == (["a.md"] * 2, b"2")
    OutputWriter(tmp_path, known)(counting(made, b"1", "x"))
    assert (made, (tmp_path / "a.md").read_bytes()) == (["a.md"] * 3, b"1"), "somebody has touched the file"


def test_an_output_without_a_fingerprint_is_made_each_time_and_written_when_it_differs(tmp_path: Path) -> None:
    made: list[str] = []
    first = OutputWriter(tmp_path)(counting(made, b"1", ""))
    inode = (tmp_path / "a.md").stat().st_ino
    second = OutputWriter(tmp_path, {first.path: first})(counting(made, b"1", ""))
    assert (len(made), second, (tmp_path / "a.md").stat().st_ino) == (2, first, inode)
    ready = Output.ready(PurePosixPath("b"), b"data")
    assert (ready.data, ready.fingerprint(), ready.source) == (b"data", "", None)


def test_what_was_written_is_known_the_next_time_by_its_fingerprint(file: Path) -> None:
    written = [
        WrittenFile("a.md", "studios/a.yml", "x", "digest", "stamp"),
        WrittenFile("b.md", None, "", "digest", "stamp"),
    ]
    save_written(file, written)
    assert load_written(file) == {"a.md": WrittenFile("a.md", None, "x", "digest", "stamp")}
    assert load_written(file.with_name("none")) == {}


@pytest.mark.parametrize("payload", [b"{", b"1", b"[1]", b'[["a.md"]]', b"\xff", b"[" * 100_000])
def test_a_list_of_another_shape_is_none(file: Path, payload: bytes) -> None:
    cache.write_sealed(file, payload)
    assert load_written(file) == {}


def test_facts_are_kept_as_json_in_one_order(file: Path) -> None:
    cache.save(file, "1", {"b": 1, "a": 2}, {})
    assert json.loads((cache.read_sealed(file, "1") or b"").decode()) == {"a": 2, "b": 1}
    assert (cache.read_sealed(file, "1") or b"").startswith(b'{"a"')
