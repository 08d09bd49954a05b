"""Compressed copies for web servers: of what is published, up to date, and nowhere else."""

import gzip
from pathlib import Path

import brotli

from laomo import pipeline
from laomo.project import Project
from laomo.publish.compressed import Compressed
from laomo.system.edition import Edition, files
from laomo.system.files import write_atomic
from tests.conftest import some, tree
from tests.publish.test_target import bearing, withdraw


def compressed(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if name.endswith((".gz", ".br"))}


def test_a_site_with_compressed_copies_is_the_same_site(built: Path, tmp_path: Path) -> None:
    out, stick = built / "site", tmp_path / "stick"
    plain = tree(out)
    pipeline.build(Project(built), out, without_server=stick, compress=True)
    copies = {name: data for name, data in tree(out).items() if name not in plain}
    assert {"index.html.gz", "index.html.br"} <= copies.keys()
    for name, data in copies.items():
        whole = gzip.decompress(data) if name.endswith(".gz") else brotli.decompress(data)
        assert whole == plain[name[:-3]], name
    assert {name: data for name, data in tree(out).items() if name in plain and name != ".laomo"} == {
        name: data for name, data in plain.items() if name != ".laomo"
    }
    edition = Edition.of(out)
    assert edition
    assert edition.files == files(out) - {".laomo"}
    assert compressed(stick).keys() <= {"sitemap.xml.gz"}
    before = {file: file.stat().st_ino for file in out.rglob("*.br")}
    pipeline.build(Project(built), out, compress=True)
    assert {file: file.stat().st_ino for file in out.rglob("*.br")} == before, "made once"


def test_no_copy_outlasts_a_withdrawal(site: Path) -> None:
    project, out = Project(site), site / "site"
    pipeline.build(project, out, compress=True)
    name = withdraw(site)
    assert any(name.encode() in gzip.decompress(file.read_bytes()) for file in out.rglob("*.gz"))
    pipeline.build(project, out, compress=True)
    assert bearing(out, name) == []
    assert not any(name.encode() in gzip.decompress(file.read_bytes()) for file in some(site.rglob("*.html.gz")))
    pipeline.build(project, out)
    assert not project.compressed.exists()
    assert not list(site.rglob("*.html.br"))


def test_a_copy_follows_its_file_and_a_strangers_is_not_believed(tmp_path: Path) -> None:
    page, kept = tmp_path / "site/page.html", Compressed(tmp_path / "site", tmp_path / "store")
    stray = tmp_path / "store/gone.html.gz"
    write_atomic(page, b"one " * 1000)
    write_atomic(stray, b"old")
    kept.update()
    assert not stray.exists()
    write_atomic(tmp_path / "store/page.html.gz", b"planted")
    kept.update()
    assert gzip.decompress((tmp_path / "store/page.html.gz").read_bytes()) == b"one " * 1000
    write_atomic(page, b"two " * 1000)
    write_atomic(tmp_path / "site/small.html", b"too small to gain")
    write_atomic(tmp_path / "site/page.html.br", b"a file of the site")
    kept.update()
    kept.add(tmp_path / "site")
    assert gzip.decompress((tmp_path / "site/page.html.gz").read_bytes()) == b"two " * 1000
    assert (tmp_path / "site/page.html.br").read_bytes() == b"a file of the site"
    assert not (tmp_path / "site/small.html.gz").exists()


SORTS = {
    **dict.fromkeys((".css", ".csv", ".html", ".js", ".json", ".map", ".svg", ".txt", ".xml"), True),
    **dict.fromkeys((".webp", ".png", ".xlsx", ".pdf", ".gz", ".br", ".HTML", ".htmlx", ""), False),
}


def test_texts_from_a_thousand_bytes_are_compressed_and_nothing_else(tmp_path: Path) -> None:
    site, kept = tmp_path / "site", Compressed(tmp_path / "site", tmp_path / "store")
    for suffix in SORTS:
        write_atomic(site / f"a/large{suffix}", b"x" * 1_000)
        write_atomic(site / f"small{suffix}", b"x" * 999)
    kept.update()
    made = {f"a/large{suffix}{ending}" for suffix, worth in SORTS.items() if worth for ending in (".gz", ".br")}
    assert files(tmp_path / "store") == {*made, "stamps.json"}
    copy = tmp_path / "copy"
    (copy / "a").mkdir(parents=True)
    (tmp_path / "store/a/large.css.gz").chmod(0o600)
    kept.add(copy)
    assert files(copy) == made
    assert (copy / "a/large.css.gz").samefile(tmp_path / "store/a/large.css.gz")
    assert (copy / "a/large.css.gz").stat().st_mode & 0o777 == 0o644
    kept.forget()
    kept.forget()
    assert not (tmp_path / "store").exists()


def test_a_file_is_compressed_the_same_way_each_time(tmp_path: Path) -> None:
    data = "".join(f"{number**3} 劳模{number % 97} " for number in range(9_000)).encode()
    write_atomic(tmp_path / "site/page.html", data)
    Compressed(tmp_path / "site", tmp_path / "store").update()
    assert (tmp_path / "store/page.html.gz").read_bytes() == gzip.compress(data, 6, mtime=0)
    assert (tmp_path / "store/page.html.br").read_bytes() == brotli.compress(data, mode=brotli.MODE_TEXT, quality=5)
