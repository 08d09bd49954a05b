"""What is said to a server and to a store, word by word, and what comes of each answer: programs in the place of ssh and rsync."""

import os
import re
import shlex
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from laomo.problems.errors import CodedError
from laomo.publish import ssh, store
from laomo.publish.releases import NoRelease, PlaceTaken, Released
from laomo.publish.ssh import PublishFailed, RemoteFolder
from laomo.publish.store import Bucket, Store

REMOTE = [
    ("web:site", ("web", "site")),
    ("clerk@web.example.org:/srv/site", ("clerk@web.example.org", "/srv/site")),
    ("a.b+c_1@web:site", ("a.b+c_1@web", "site")),
    ("10.0.0.5:site", ("10.0.0.5", "site")),
    ("_web-1.a:site", ("_web-1.a", "site")),
    ("web:~/site", ("web", "site")),
    ("web:~", ("web", "~")),
    ("web:a:b", ("web", "a:b")),
    ("web:展馆\n1", ("web", "展馆\n1")),
    *((each, None) for each in ("web", "web:", ":site", "C:site", "C:/site", "./web:site", "-web:site", ".web:site")),
    *(
        (each, None)
        for each in ("a b@web:site", "@web:site", "网:site", "clerk@网站:site", "a@b@web:site", "clerk-a@web:s")
    ),
]


@pytest.mark.parametrize(("written", "parsed"), REMOTE)
def test_a_folder_on_a_server(written: str, parsed: tuple[str, str] | None) -> None:
    found = ssh.place(written, "ssh -p 22")
    assert found == (RemoteFolder(*parsed, "ssh -p 22") if parsed else None)
    if found:
        assert str(found) == f"{found.name}:{found.folder}"
        assert ssh.place(written) == RemoteFolder(found.name, found.folder)


BUCKETS = [
    ("s3://abc", ("abc", "")),
    ("s3://abc/", ("abc", "")),
    ("s3://a-1.b9/x/y/", ("a-1.b9", "x/y/")),
    ("s3://9ab//x//", ("9ab", "x/")),
    ("s3://abc/展 馆", ("abc", "展 馆/")),
    (f"s3://a{'b' * 61}c", (f"a{'b' * 61}c", "")),
    *((each, None) for each in ("s3://ab", f"s3://a{'b' * 62}c", "s3://Abc", "s3://-abc", "s3://abc-", "s3://abc.")),
    *((each, None) for each in ("s3://a_bc", "s3:/abc", "s3://", "abc", "S3://abc", "s3://abcX", "s3://abc?x")),
]


@pytest.mark.parametrize(("written", "parsed"), BUCKETS)
def test_a_bucket_of_a_store(written: str, parsed: tuple[str, str] | None) -> None:
    found = store.place(written, "https://s3.example.org")
    assert found == (Bucket(*parsed, "https://s3.example.org") if parsed else None)
    if found:
        assert str(found) == f"s3://{found.name}/{found.prefix}"
        assert store.place(written) == Bucket(found.name, found.prefix)


Answer = Callable[[str], RemoteFolder]


@pytest.fixture
def answer(tmp_path: Path) -> Answer:
    """A server that answers with what a shell script does; what it was asked, and with which script, lies in `asked`."""

    def server(script: str) -> RemoteFolder:
        program = tmp_path / "answer"
        program.write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$*" >>{tmp_path}/asked\ncat >{tmp_path}/script\n{script}\n', encoding="utf-8"
        )
        program.chmod(0o755)
        return RemoteFolder("clerk@web", "a b", f"{shlex.quote(str(program))} -p 2222")

    return server


FAILURES: list[tuple[str, type[CodedError], dict[str, Any]]] = [
    ("echo ' ' >&2; exit 3", NoRelease, {"code": "no-earlier-release", "place": "clerk@web:a b"}),
    ("exit 4", PlaceTaken, {"code": "place-taken", "place": "clerk@web:a b"}),
    ("exit 5", PublishFailed, {"code": "publishing-already", "place": "clerk@web:a b"}),
    ("echo no >&2; exit 255", PublishFailed, {"code": "not-told", "host": "clerk@web", "reason": "no"}),
    *(
        (f"{said} >&2; exit 6", PublishFailed, {"code": "not-published", "place": "clerk@web:a b", "reason": reason})
        for said, reason in (
            ("printf 'one\\ntwo\\n\\n  \\n'", "two"),
            ("printf 'a\\nrsync: b\\nrsync: c\\nd\\n'", "rsync: b"),
            ("printf 'xrsync: b\\nrsync error: d\\n'", "rsync error: d"),
            ("printf '\\377\\n'", "\ufffd"),
        )
    ),
]


@pytest.mark.parametrize(("script", "kind", "facts"), FAILURES)
def test_each_end_of_the_servers_part_has_its_meaning(
    answer: Answer, script: str, kind: type[CodedError], facts: dict[str, Any]
) -> None:
    with pytest.raises(CodedError) as raised:
        ssh.rollback(answer(script))
    assert (type(raised.value), {"code": raised.value.code, **raised.value.facts}) == (kind, facts)


def test_without_a_word_the_end_itself_is_the_reason(answer: Answer, tmp_path: Path) -> None:
    with pytest.raises(PublishFailed) as raised:
        ssh.rollback(answer("exit 9"))
    assert raised.value.facts["reason"] == f"{tmp_path}/answer 9"


def test_the_server_is_asked_for_the_release_before(answer: Answer, tmp_path: Path) -> None:
    assert ssh.rollback(answer("echo; echo ' 0041 '")) == Released("0041")
    assert (tmp_path / "asked").read_text("utf-8") == "-p 2222 clerk@web sh -s -- rollback 'a b'\n"
    assert (tmp_path / "script").read_bytes() == Path(ssh.__file__).with_suffix(".sh").read_bytes()


@pytest.fixture
def rsync(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """A program in the place of rsync that writes down how it is called."""

    def program(script: str) -> Path:
        (tmp_path / "bin").mkdir(exist_ok=True)
        file = tmp_path / "bin/rsync"
        file.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >{tmp_path}/sent\n{script}\n', encoding="utf-8")
        file.chmod(0o755)
        monkeypatch.setenv("PATH", f"{tmp_path}/bin:{os.environ['PATH']}")
        return tmp_path / "sent"

    return program


@pytest.mark.parametrize("current", ["", "0007"])
def test_a_release_is_received_sent_and_switched_to(
    answer: Answer, rsync: Callable[[str], Path], tmp_path: Path, current: str
) -> None:
    sent, site = rsync(""), tmp_path / "site"
    site.mkdir()
    (site / "index.html").touch()
    place = answer(f'case "$*" in *receive*) echo {current};; *switch*) printf "0008\\n0006\\n0007\\n";; esac')
    assert ssh.release(site, place) == Released("0008", ("0006", "0007"))
    received, switched = (tmp_path / "asked").read_text("utf-8").splitlines()
    name = received.rpartition(" ")[2]
    assert re.fullmatch(r"\.new-[0-9a-f]{8}", name)
    assert received == f"-p 2222 clerk@web sh -s -- receive 'a b' {name}"
    assert switched == f"-p 2222 clerk@web sh -s -- switch 'a b' {name} 5"
    assert sent.read_text("utf-8").splitlines() == [
        *("--recursive", "--checksum", "--chmod=D755,F644", "--protect-args", "--timeout=120"),
        *([f"--link-dest=../{current}"] if current else []),
        *("-e", place.ssh, f"{site}/", f"clerk@web:a b/releases/{name}/"),
    ]


@pytest.mark.parametrize("more", ["", "exit 255"])
def test_what_was_not_sent_is_discarded(
    answer: Answer, rsync: Callable[[str], Path], tmp_path: Path, more: str
) -> None:
    """Whether or not the server can still be reached; the first reason counts."""
    rsync("echo 'rsync: full' >&2; exit 11")
    (tmp_path / "index.html").touch()
    with pytest.raises(PublishFailed) as raised:
        ssh.release(tmp_path, answer(f'case "$*" in *discard*) {more or ":"};; esac'))
    facts = {"place": "clerk@web:a b", "reason": "rsync: full"}
    assert (raised.value.code, raised.value.facts) == ("not-published", facts)
    received, discarded = (tmp_path / "asked").read_text("utf-8").splitlines()
    assert discarded == received.replace("receive", "discard")


def test_a_server_that_does_not_receive_is_not_reached(answer: Answer, tmp_path: Path) -> None:
    (tmp_path / "index.html").touch()
    with pytest.raises(PublishFailed) as raised:
        ssh.release(tmp_path, answer("echo no >&2; exit 255"))
    assert (raised.value.code, raised.value.facts) == ("not-reached", {"host": "clerk@web", "reason": "no"})


def test_a_missing_program_and_a_missing_site_are_named(tmp_path: Path) -> None:
    with pytest.raises(PublishFailed) as raised:
        ssh.rollback(RemoteFolder("web", "site", "no-such-ssh -v"))
    assert (raised.value.code, raised.value.facts) == ("no-program", {"program": "no-such-ssh"})
    with pytest.raises(NoRelease) as missing:
        ssh.release(tmp_path, RemoteFolder("web", "site", "no-such-ssh"))
    assert (missing.value.code, missing.value.facts) == ("no-site", {"place": str(tmp_path)})


def test_ssh_gives_up_on_a_server_that_does_not_answer() -> None:
    assert ssh.SSH == "ssh -o LogLevel=ERROR -o ConnectTimeout=15 -o ServerAliveInterval=15"


def test_eight_requests_are_under_way_at_a_time() -> None:
    together, most, lock = threading.Barrier(8, timeout=10), [0, 0], threading.Lock()

    def work(_: int) -> None:
        with lock:
            most[0] += 1
            most[1] = max(most)
        together.wait()
        with lock:
            most[0] -= 1

    Store(None, Bucket("abc")).each(work, range(16))
    assert most[1] == 8


def test_the_first_failure_is_raised() -> None:
    def work(item: int) -> None:
        if item > 1:
            raise LookupError(item)

    with pytest.raises(LookupError, match="2"):
        Store(None, Bucket("abc")).each(work, range(9))


def test_without_the_stores_library_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "find_spec", lambda name: None if name == "boto3" else name)
    with pytest.raises(PublishFailed) as raised, store.opened(Bucket("abc")):
        pass
    assert (raised.value.code, raised.value.facts) == ("no-boto3", {})
