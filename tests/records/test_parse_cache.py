"""What was parsed before is kept by content, and only as long as it can be relied on."""

from pathlib import Path

import pytest

from laomo.records.parse_cache import ParseCache, payload_of

ONE, TWO = "1" * 64, "2" * 64
TREE = {"名": ["甲", {"a": "\ud800"}]}


def kept(file: Path) -> ParseCache:
    cache = ParseCache()
    cache.save(ONE, payload_of(TREE))  # type: ignore[arg-type]
    cache.save(TWO, payload_of({}))
    cache.write(file)
    return ParseCache.read(file)


def test_trees_are_read_as_they_were_saved(tmp_path: Path) -> None:
    cache = kept(tmp_path / "a/trees")
    assert (sorted(cache.known), cache.used) == ([ONE, TWO], {})
    assert (cache.tree(ONE), cache.tree(TWO), cache.tree("3" * 64)) == (TREE, {}, None)
    assert (cache.payload(TWO), cache.payload("3" * 64)) == (b"{}\n", None)
    assert cache.used.keys() == {ONE, TWO}


def test_only_what_was_used_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "trees"
    cache = kept(file)
    before = file.read_bytes(), file.stat().st_mtime_ns
    for digest in (ONE, TWO):
        assert cache.payload(digest)
    cache.write(file)
    assert (file.read_bytes(), file.stat().st_mtime_ns) == before
    cache = ParseCache.read(file)
    assert cache.payload(TWO)
    cache.write(file)
    assert list(ParseCache.read(file).known) == [TWO]


@pytest.mark.parametrize("damage", ["one byte", "one line less", "no seal", "empty", "moved", "gone", "link"])
def test_what_cannot_be_relied_on_is_nothing(tmp_path: Path, damage: str) -> None:
    file = tmp_path / "trees"
    assert kept(file).known
    data = file.read_bytes()
    lines = data.splitlines(keepends=True)
    made = {
        "one byte": data[:-2] + b"x" + data[-1:],
        "one line less": b"".join(lines[:-1]),
        "no seal": b"".join(lines[1:]),
        "empty": b"",
    }
    if damage in made:
        file.write_bytes(made[damage])
    elif damage == "gone":
        file.unlink()
    else:
        file.rename(tmp_path / "other")
        if damage == "link":
            file.symlink_to("other")
        else:
            file = tmp_path / "other"
    assert (ParseCache.read(file).known, ParseCache.read(file).used) == ({}, {})


def test_where_nothing_can_be_written_nothing_fails(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("", encoding="utf-8")
    assert kept(tmp_path / "a/trees").known == {}
