"""Where a house is gathered from: its site on the web, which may do anything; a folder, an archive, a git repository; and its signature."""

import gzip
import http.server
import os
import re
import shutil
import ssl
import subprocess
import tarfile
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from tests.cli.command import LAOMO, laomo
from tests.conftest import Once, edit
from tests.tools.gather.province import edit_unit, make_house, make_province, tree

from laomo.tools.gather import signature

KILLS = int(os.environ.get("LAOMO_KILLS", "4"))


@pytest.fixture(scope="module")
def site(once: Once) -> Path:
    """What one house gives."""
    return once("one-house", lambda folder: make_house(folder / "east", "east")) / "east/.build/pages"


@pytest.fixture(scope="module")
def kept(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A province that has taken it from its folder, beside a house that is not there."""
    province = make_province(tmp_path_factory.mktemp("kept") / "province", str(site), "nowhere")
    gathered(province)
    return province


ANSWERS: dict[str, tuple[int, str, str, bytes]] = {
    "unchanged since nothing": (304, "X", "y", b""),
    "bomb": (200, "Content-Encoding", "gzip", gzip.compress(bytes(20_000_000))),
    "half": (200, "Content-Length", "3", b"{}  "),
    "pieces": (200, "Transfer-Encoding", "chunked", b"-5\r\n{}\r\nffffffffffffffff\r\n"),
    "to an inner address": (302, "Location", "http://10.0.0.1/inside", b""),
    "to this machine": (301, "Location", "http://localhost/", b""),
    "to this machine by its number": (307, "Location", "http://2130706433/", b""),
    "to this machine in IPv6": (308, "Location", "//[::ffff:127.0.0.1]:1/", b""),
    "to an address that is none": (303, "Location", "http://[::1", b""),
    "to a file": (302, "Location", "file:///etc/passwd", b""),
    "to one of several": (300, "Location", "http://[fe80::1]/", b""),
}
"""Status, header and body of what a server may answer."""


class House(http.server.SimpleHTTPRequestHandler):
    """A house's web server. What its class says, it does instead of an answer."""

    folder, does, asked = "", "", list[str]()

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, directory=self.folder, **named)

    @property
    def tag(self) -> str:
        """As real servers make it: of the file asked for."""
        file = Path(self.translate_path(self.path))
        return f'"{sha256(file.read_bytes()).hexdigest()}"' if file.is_file() else '""'

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer, or misbehave."""
        self.asked.append(self.path)
        match self.does:
            case does if does in ANSWERS:
                status, header, value, body = ANSWERS[does]
                self.send_response(status)
                self.send_header(header, value)
                self.end_headers()
                self.wfile.write(body)
            case "endless":
                self.send_response(200)
                self.end_headers()
                while True:
                    self.wfile.write(b"x" * 1_000_000)
            case "cut":
                self.send_response(200)
                self.send_header("Content-Length", "1000")
                self.end_headers()
                self.wfile.write(b"{")
            case "drip":
                with suppress(OSError):
                    for _ in range(200):
                        self.wfile.write(b"HTTP/1.0 200 OK\r\nX: y"[_ % 20 : _ % 20 + 1] if _ < 20 else b"y")
                        self.wfile.flush()
                        time.sleep(0.02)
            case "nothing":
                self.close_connection = True
            case "tag" if self.headers.get("If-None-Match") == '"one"':
                self.send_response(304)
                self.end_headers()
            case "dated" if self.headers.get("If-None-Match") == self.tag:
                self.send_response(304)
                self.end_headers()
            case _:
                super().do_GET()

    def end_headers(self) -> None:
        """The tag of the edition."""
        if self.does == "tag":
            self.send_header("ETag", '"one"')
        if self.does == "dated":
            self.send_header("ETag", self.tag)
        super().end_headers()

    def handle(self) -> None:
        """Whoever breaks off has reason to."""
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True


@contextmanager
def serving(
    folder: Path, does: str = "", certificate: tuple[Path, Path] | None = None
) -> Iterator[tuple[str, list[str]]]:
    """A house's server on loopback: its address, and what it was asked for."""
    handler = type("HouseHere", (House,), {"folder": str(folder), "does": does, "asked": []})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*certificate)
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", handler.asked  # type: ignore[attr-defined]  # of `House`
        server.shutdown()


def gathered(province: Path) -> str:
    done = laomo("gather", "east", "--root", province)
    return done.stdout + done.stderr


def test_over_the_web_a_second_time_asks_for_the_edition_only(site: Path, tmp_path: Path) -> None:
    with serving(site, "tag") as (address, asked):
        province = make_province(tmp_path / "province", address, "nowhere")
        assert "east：收下 3 个工作室" in gathered(province)
        first = len(asked)
        assert "east：没有变化" in gathered(province)
        assert asked[first:] == ["/data/edition.json"]


def test_a_gather_that_was_stopped_goes_on(site: Path, tmp_path: Path) -> None:
    half = shutil.copytree(site, tmp_path / "half")
    (half / "data/house/weld.json").unlink()
    province = make_province(tmp_path / "province", str(half), "nowhere")
    assert "house-file-missing" in gathered(province)
    with serving(site) as (address, asked):
        listed = province / "studios/houses.yml"
        listed.write_text(listed.read_text("utf-8").replace(str(half), address), "utf-8")
        assert "east：收下 3 个工作室" in gathered(province)
    assert "/data/house/weld.json" in asked
    assert "/data/house/crane.json" not in asked, "it was fetched before"


def test_an_edition_that_was_not_taken_is_asked_for_again(site: Path, tmp_path: Path) -> None:
    """A server says that nothing has changed since an edition whose files could not be read: nothing of it lies here."""
    old, new = shutil.copytree(site, tmp_path / "old"), shutil.copytree(site, tmp_path / "new")
    edit_unit(new, "weld", lambda facts: facts["studio"].update(slogan="焊一道，放心一道"))
    with serving(old, "dated") as (address, _):
        province = make_province(tmp_path / "province", address, "nowhere")
        assert "east：收下 3 个工作室" in gathered(province)
        unit = (new / "data/house/weld.json").rename(tmp_path / "weld.json")
        shutil.copytree(new, old, dirs_exist_ok=True)
        (old / "data/house/weld.json").unlink()
        for _ in range(2):
            assert "house-answer" in gathered(province)
        shutil.copy(unit, old / "data/house/weld.json")
        assert "east：收下 3 个工作室" in gathered(province)
        assert "焊一道，放心一道" in (province / "studios/east/east-weld/studio.yml").read_text("utf-8")
        assert "east：没有变化" in gathered(province)


def test_a_kill_at_any_moment_leaves_the_old_edition_or_the_new_one(site: Path, tmp_path: Path) -> None:
    """And the next gather brings the new one."""
    new = shutil.copytree(site, tmp_path / "new")
    edit_unit(new, "weld", lambda facts: facts["studio"].update(slogan="焊一道，放心一道"))
    province = make_province(tmp_path / "province", str(site), "nowhere")
    gathered(province)
    before = tree(province / "studios")
    listed = province / "studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace(str(site), str(new)), "utf-8")
    whole = shutil.copytree(province, tmp_path / "whole")
    gathered(whole)
    after = tree(whole / "studios")
    before["houses.yml"] = after["houses.yml"]
    assert before != after
    for kill in range(KILLS):
        trial = shutil.copytree(province, tmp_path / f"trial{kill}")
        run = subprocess.Popen(
            [LAOMO, "gather", "east", "--root", trial], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        workplace = trial / ".build/houses/east"
        begun = workplace.stat().st_mtime_ns
        while run.poll() is None and workplace.stat().st_mtime_ns == begun:
            time.sleep(0.002)
        time.sleep(0.3 * kill / KILLS)
        run.kill()
        run.communicate()
        assert tree(trial / "studios") in (before, after)
        gathered(trial)
        assert tree(trial / "studios") == after


@pytest.mark.parametrize(
    ("does", "code"),
    [
        *((each, "house-redirect") for each in ANSWERS if each.startswith("to ")),
        ("unchanged since nothing", "house-answer"),
        ("bomb", "house-malformed"),
        ("half", "house-malformed"),
        ("pieces", "house-"),
        ("cut", "house-down"),
        ("nothing", "house-down"),
        ("endless", "house-too-large"),
        ("drip", "house-too-slow"),
    ],
)
def test_a_server_that_misbehaves_leaves_the_last_good_edition(  # noqa: PLR0917 (fixtures, and one case)
    site: Path, kept: Path, tmp_path: Path, does: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("laomo.tools.gather.edition.MOST_BYTES", 3_000_000)
    monkeypatch.setattr("laomo.tools.gather.http._SLOWEST", 0.4 if does == "drip" else 120)
    with serving(site, does) as (address, asked):
        province = Path(shutil.copytree(kept, tmp_path / "province"))
        edit(province / "studios/houses.yml", str(site), address)
        before = tree(province / "studios")
        said = gathered(province)
        assert re.search(rf"studios/houses.yml:2:.*［{code}", said), said
        assert tree(province / "studios") == before
        assert "east/east-weld/studio.yml" in before
        assert asked == ["/data/edition.json"]


def test_a_certificate_that_nobody_vouches_for(site: Path, tmp_path: Path) -> None:
    """So a name that leads inside asks nothing there, either: who answers has no certificate for it."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-subj",
        "/CN=127.0.0.1",
    ]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    with serving(site, certificate=(certificate, key)) as (address, asked):
        for number, host in enumerate(("127.0.0.1", "localhost")):
            there = address.replace("http:", "https:").replace("127.0.0.1", host)
            assert "house-certificate" in gathered(make_province(tmp_path / f"province{number}", there, "nowhere"))
        assert asked == []


def test_a_house_that_gives_too_much_is_not_taken(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in all nor, out of a repository, in one file."""
    monkeypatch.setattr("laomo.tools.gather.keeping.MOST_OF_HOUSE", 3_000)
    assert "house-too-large" in gathered(make_province(tmp_path / "all", str(site), "nowhere"))
    monkeypatch.setattr("laomo.tools.gather.edition.MOST_BYTES", 30)
    source = f"git+file://{in_git(site, tmp_path / 'repository')}"
    assert "house-too-large" in gathered(make_province(tmp_path / "one", source, "nowhere"))


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("http://127.0.0.1:1/", "house-down"),
        ("http://east.example.org/", "house-not-https"),
        ("ftp://east.example.org/", "house-not-https"),
        ("file:///etc/", "house-not-https"),
        ("file://localhost/etc/", "house-not-https"),
        ("http://2130706433/", "house-not-https"),
        ("http://0x7f.1/", "house-not-https"),
        ("http://localhost.example.org/", "house-not-https"),
        ("http://127.0.0.1.example.org/", "house-not-https"),
        ("https://[::1/", "house-nothing-there"),
        ("https://east..example.org/", "house-down"),
        ("https://east.example.org:port/", "house-down"),
        ("no/such/folder", "house-nothing-there"),
        ("git+file:///no/such/repository", "house-down"),
        ("git+ext::sh -c true", "house-down"),
        ("git+--upload-pack=true", "house-down"),
    ],
)
def test_a_source_that_is_none(tmp_path: Path, source: str, code: str) -> None:
    assert code in gathered(make_province(tmp_path / "province", source, "nowhere"))


def test_from_archives_and_a_repository(site: Path, tmp_path: Path) -> None:
    packed, tape = tmp_path / "east.zip", tmp_path / "east.tar.gz"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in {**tree(site), "../out.json": b"x", "data/../../out2.json": b"x"}.items():
            archive.writestr(f"site/{name}", data)
    with tarfile.open(tape, "w:gz") as archive:
        archive.add(site, "site")
    repository = in_git(site, tmp_path / "repository")
    for source in (packed, tape, f"git+file://{repository}"):
        province = make_province(tmp_path / f"province{str(source)[-3:]}", str(source), "nowhere")
        assert "east：收下 3 个工作室" in gathered(province)
    assert not list(tmp_path.rglob("out*.json"))
    packed.write_bytes(packed.read_bytes()[:900])
    assert "house-archive" in gathered(make_province(tmp_path / "cut", str(packed), "nowhere"))


def in_git(site: Path, folder: Path) -> Path:
    """A repository of what a house gives."""
    repository = shutil.copytree(site, folder)
    git = ["git", "-C", str(repository), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "edition"]):
        subprocess.run([*git, *command], check=True)
    return repository


def test_links_in_a_folder_are_not_followed(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    secret = tmp_path / "secret.json"
    shutil.move(copy / "data/house/weld.json", secret)
    (copy / "data/house/weld.json").symlink_to(secret)
    assert "house-link" in gathered(make_province(tmp_path / "province", str(copy), "nowhere"))


def test_only_what_the_house_has_signed_is_taken(site: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(site, tmp_path / "site")
    edition = copy / "data/edition.json"
    for name in ("ours", "theirs"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", tmp_path / name], check=True)
    public = " ".join((tmp_path / "ours.pub").read_text().split()[:2])
    province = make_province(tmp_path / "province", str(copy), "nowhere")
    listed = province / "studios/houses.yml"
    listed.write_text(listed.read_text("utf-8").replace("id: east,", f"id: east, key: '{public}',"), "utf-8")
    assert "house-file-missing" in gathered(province), "not signed"
    sign(edition, tmp_path / "theirs")
    assert "house-signature" in gathered(province)
    sign(edition, tmp_path / "ours")
    edition.write_bytes(edition.read_bytes() + b" ")
    assert "house-signature" in gathered(province), "changed since"
    sign(edition, tmp_path / "ours")
    assert "east：收下 3 个工作室" in gathered(province)
    before = tree(province / "studios/east")
    edit_unit(copy, "weld", lambda facts: facts["studio"].update(slogan="焊一道，放心一道"))
    sign(edition, tmp_path / "theirs")
    assert "house-signature" in gathered(province), "of a house that has changed its key, the last edition stays"
    assert tree(province / "studios/east") == before
    public, new = (" ".join((tmp_path / f"{name}.pub").read_text().split()[:2]) for name in ("ours", "theirs"))
    listed.write_text(listed.read_text("utf-8").replace(public, new), "utf-8")
    assert "east：收下 3 个工作室" in gathered(province)


def sign(file: Path, key: Path) -> None:
    file.with_name(f"{file.name}.sig").unlink(missing_ok=True)
    command = ["ssh-keygen", "-q", "-Y", "sign", "-n", signature.NAMESPACE, "-f", key, file]
    subprocess.run(command, check=True, capture_output=True)


def test_archives_that_are_bombs(site: Path, tmp_path: Path) -> None:
    """None of them is unpacked, and none fills the memory: a huge file, a huge description of a file, more files than there can be."""
    huge = 10_000_000_000
    zipped, tape, described, links = (tmp_path / name for name in ("a.zip", "b.tar", "c.tar.gz", "d.tar"))
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr("site/data/edition.json", b"{}")
    data = bytearray(zipped.read_bytes())
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (0xFFFFFFF0).to_bytes(4, "little")
    zipped.write_bytes(data)
    one = tarfile.TarInfo("site/data/house/weld.json")
    one.size = huge
    tape.write_bytes(one.tobuf(tarfile.GNU_FORMAT))
    pax = tarfile.TarInfo("pax")
    pax.type, pax.size = tarfile.XHDTYPE, huge
    described.write_bytes(gzip.compress(pax.tobuf(tarfile.GNU_FORMAT)))
    with tarfile.open(links, "w") as archive:
        archive.add(site, "site")
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            link = tarfile.TarInfo("site/data/house/weld.json")
            link.type, link.linkname = kind, "/etc/passwd"
            archive.addfile(link)
    for file, code in {
        zipped: "house-too-large",
        tape: "house-too-large",
        described: "house-archive",
        links: "收下 3",
    }.items():
        assert code in gathered(make_province(tmp_path / file.stem, str(file), "nowhere")), file.name
