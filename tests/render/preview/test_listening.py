"""The preview's server by itself, with a few files in place of a site: each answer to the last header, and each limit."""

import importlib.util
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from threading import BoundedSemaphore, Event, Thread
from typing import NoReturn

import pytest

from laomo.render.preview import addresses, answers, listener, media_types, reload
from laomo.render.preview.answers import Handler
from laomo.render.preview.connections import Connections, hang_up
from laomo.render.preview.listener import Listener, Site
from laomo.render.preview.reload import Reloads, with_script
from tests.conftest import some
from tests.render.preview.conftest import Answer

FILES = {
    "index.html": b"home",
    "404.html": b"not there",
    "about/index.html": b"about",
    "a b/index.html": b"blank",
    "notes.TXT": b"text",
    "bare": b"bytes",
    "empty.css": b"",
}
TEXT, HTML = "text/plain; charset=utf-8", "text/html; charset=utf-8"
ALWAYS = [
    ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "no-referrer"),
    ("X-Content-Type-Options", "nosniff"),
]
Find = Callable[[str], bytes | None]


@contextmanager
def listening(find: Find = FILES.get, mount: str = "/") -> Iterator[Listener]:
    with Listener("127.0.0.1", 0, Site(mount, find, Reloads()), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server
        server.site.reloads.close()
        server.shutdown()


@pytest.fixture(scope="module")
def server() -> Iterator[Listener]:
    with listening() as server:
        yield server


def connect(server: Listener, sent: bytes = b"") -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    connection.sendall(sent)
    return connection


def send(server: Listener, sent: bytes) -> Answer:
    with connect(server, sent) as connection:
        return Answer(b"".join(iter(lambda: connection.recv(65536), b"")))


def ask(server: Listener, target: str, method: str = "GET", **headers: str) -> Answer:
    given = {"Host": f"127.0.0.1:{server.port}", **{name.replace("_", "-"): value for name, value in headers.items()}}
    lines = [f"{method} {target} HTTP/1.1", *(f"{name}: {value}" for name, value in given.items() if value), "", ""]
    return send(server, "\r\n".join(lines).encode())


@pytest.mark.parametrize(
    ("method", "target", "status", "kind", "body"),
    [
        ("GET", "/", "200 OK", HTML, "home"),
        ("GET", "/?a=b", "200 OK", HTML, "home"),
        ("GET", "/about/", "200 OK", HTML, "about"),
        ("GET", "/about/index.html", "200 OK", HTML, "about"),
        ("GET", "/notes.TXT", "200 OK", TEXT, "text"),
        ("GET", "/bare", "200 OK", "application/octet-stream", "bytes"),
        ("GET", "/empty.css", "200 OK", "text/css; charset=utf-8", ""),
        ("GET", "/nothing", "404 Not Found", HTML, "not there"),
        ("GET", "/nothing/", "404 Not Found", HTML, "not there"),
        ("GET", "/about//", "404 Not Found", HTML, "not there"),
        ("GET", "/../about/", "404 Not Found", HTML, "not there"),
        ("POST", "/", "405 Method Not Allowed", TEXT, "GET, HEAD\n"),
        ("HEAD", "/about/", "200 OK", HTML, "about"),
        ("HEAD", "/nothing", "404 Not Found", HTML, "not there"),
    ],
)
def test_an_answer_to_its_last_header(  # noqa: PLR0917 (the columns of the table)
    server: Listener, method: str, target: str, status: str, kind: str, body: str
) -> None:
    answer = ask(server, target, method)
    assert answer.raw.splitlines()[0].decode() == f"HTTP/1.0 {status}"
    more = [("Allow", "GET, HEAD")] if method == "POST" else []
    assert [(name, value) for name, value in answer.headers.items() if name != "Date"] == [
        ("Server", "laomo"),
        ("Content-Type", kind),
        ("Content-Length", str(len(body))),
        *more,
        *ALWAYS,
    ]
    assert answer.body.decode() == ("" if method == "HEAD" else body)


def test_a_redirect_is_encoded(server: Listener) -> None:
    for target, place in {"/about": "/about/", "/a%20b": "/a%20b/", "/about?x": "/about/"}.items():
        answer = ask(server, target)
        assert (answer.status, answer.headers["Location"], answer.body) == (302, place, b"")


def test_a_site_below_a_path() -> None:
    with listening(mount="/展 馆/") as server:
        base = "/%E5%B1%95%20%E9%A6%86"
        assert server.url == f"http://127.0.0.1:{server.port}{base}/"
        for target in ("/", base):
            answer = ask(server, target)
            assert (answer.status, answer.headers["Location"]) == (302, f"{base}/")
        assert ask(server, f"{base}/about").headers["Location"] == f"{base}/about/"
        found = [ask(server, target).body for target in (f"{base}/", f"{base}/about/", f"{base}x/", "/about/")]
        assert found == [b"home", b"about", b"not there", b"not there"]


def test_without_a_page_for_what_is_not_there() -> None:
    with listening({}.get) as server:
        answer = ask(server, "/")
        assert (answer.status, answer.headers["Content-Type"], answer.body) == (404, HTML, b"")


def test_a_fault_is_said_without_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    def fail(name: str) -> NoReturn:
        raise RuntimeError(name)

    with listening(fail) as server:
        answer = ask(server, "/about/")
    assert (answer.status, answer.headers["Content-Type"], answer.body) == (500, TEXT, b"500 Internal Server Error\n")
    assert [record.getMessage() for record in caplog.records] == ["/about/"]


def test_who_is_refused(server: Listener) -> None:
    here = f"127.0.0.1:{server.port}"
    for headers, status in (
        ({"Host": ""}, 421),
        ({"Host": "example.org"}, 421),
        ({"Host": f"LOCALHOST:{server.port}"}, 200),
        ({"Origin": f"http://{here}"}, 200),
        ({"Origin": f"HTTP://{here}"}, 200),
        ({"Host": f"LOCALHOST:{server.port}", "Origin": f"http://localhost:{server.port}"}, 200),
        ({"Origin": f"https://{here}"}, 403),
        ({"Origin": "null"}, 403),
    ):
        assert ask(server, "/", **headers).status == status, headers
    assert ask(server, "/", Host="x").body == b"421 Misdirected Request\n"
    assert ask(server, "/", "POST", Origin="null").status == 403
    assert ask(server, "/", "POST", Host="x").status == 421


def test_the_script_of_a_page(server: Listener) -> None:
    answer = ask(server, "/_preview/reload.js")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert answer.body == reload.script() != b""


def test_streams(server: Listener) -> None:
    for site, status in (
        *(("", 200), ("none", 200), ("same-origin", 200)),
        *(("same-site", 403), ("cross-site", 403), ("x", 403)),
    ):
        assert ask(server, "/_preview/events", "HEAD", Sec_Fetch_Site=site).status == status, site
    answer = ask(server, "/_preview/events", "HEAD")
    assert (answer.headers["Content-Type"], answer.headers["Content-Length"], answer.body) == (
        "text/event-stream",
        None,
        b"",
    )
    version = server.site.reloads.version
    request = f"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
    with connect(server, request) as stream:
        assert read_until(stream, b"\n\n").partition(b"\r\n\r\n")[2] == f"retry: 1000\n\ndata: {version}\n\n".encode()
        server.site.reloads.announce()
        assert read_until(stream, b"\n\n") == f"data: {server.site.reloads.version}\n\n".encode()
        assert server.site.reloads.version != version


def test_the_oldest_stream_makes_room_and_none_has_a_thread() -> None:
    with listening() as server:
        threads = threading.active_count()
        request = f"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
        streams = []
        for _ in range(40):
            streams.append(connect(server, request))
            read_until(streams[-1], b"\n\n")
        assert ask(server, "/about/").status == 200
        for oldest in some(streams[:8]):
            assert oldest.recv(100) == b"", "ended"
        server.site.reloads.announce()
        for newest in some(streams[8:]):
            assert newest.recv(100).startswith(b"data: ")
        assert threading.active_count() < threads + 10
        for each in some(streams):
            each.close()


def read_until(stream: socket.socket, end: bytes) -> bytes:
    """What arrives up to an end, after the line that says how soon a browser may ask again."""
    read = b""
    while not read.replace(b"retry: 1000\n\n", b"").endswith(end):
        more = stream.recv(4096)
        assert more
        read += more
    return read


@pytest.mark.parametrize(("beyond", "status"), [(0, 200), (1, 431), (3, 431)])
def test_the_longest_head(server: Listener, beyond: int, status: int) -> None:
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX: ".encode()
    end = b"\r\n\r\n"
    sent = head + b"a" * (16 * 1024 - len(head) - len(end) + beyond) + end
    with connect(server, sent[: 16 * 1024]) as connection:  # what is left unread would reset the connection
        answer = Answer(b"".join(iter(lambda: connection.recv(65536), b"")))
    assert answer.status == status
    assert answer.body == (b"home" if status == 200 else b"431 Request Header Fields Too Large\n")


def test_a_head_that_comes_in_pieces_and_one_that_breaks_off(server: Listener) -> None:
    with connect(server, b"GET / HTTP/1.1\r\n") as connection:
        time.sleep(0.02)
        connection.sendall(f"Host: 127.0.0.1:{server.port}\r\n\r\n".encode())
        assert connection.recv(99).startswith(b"HTTP/1.0 200 OK\r\n")
    with connect(server, b"GET / HTTP/1.1\r\n") as connection:
        connection.shutdown(socket.SHUT_WR)
        assert connection.recv(99) == b""


def test_who_asks_nothing_in_time_is_hung_up(server: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers, "_TIME_TO_ASK", 0.05)
    begun = time.monotonic()
    with connect(server, b"GET / HTTP/1.1\r\n") as connection:
        assert connection.recv(99) == b""
    assert 0.04 < time.monotonic() - begun < 2
    begun = time.monotonic()
    with connect(server, b"GET / HTTP/1.1\r\n") as connection, pytest.raises(ConnectionError):  # noqa: PT012 (any of the calls)
        while time.monotonic() - begun < 2:  # there is always something new
            connection.sendall(b"X")
            time.sleep(0.01)


def test_an_answer_may_be_taken_slowly() -> None:
    seconds: list[float | None] = []

    def look(_: str) -> None:
        seconds.extend(each.gettimeout() for each in server._asking.all())
        assert server._silent.all() == [], "it is no longer one that others displace"

    with listening(look) as server:
        ask(server, "/")
        assert seconds == [30.0, 30.0]
        assert [*server._silent.all(), *server._asking.all()] == []
        connect(server).close()
        ask(server, "/")
        until = time.monotonic() + 5
        while server._silent.all() and time.monotonic() < until:
            time.sleep(0.001)
        assert server._silent.all() == [], "it has left without a word"


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        (b"GET / HTTP/9.9\r\n\r\n", b"HTTP/1.0 505 HTTP Version Not Supported"),
        (b"GET / x\r\n\r\n", b"HTTP/1.0 400 Bad Request"),
        (b"GET\r\n\r\n", b"HTTP/1.0 400 Bad Request"),
        (b"GET /\r\n\r\n", b"HTTP/1.0 421 Misdirected Request"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"HTTP/1.0 431 Request Header Fields Too Large"),
    ],
)
def test_what_is_no_request(server: Listener, capsys: pytest.CaptureFixture[str], sent: bytes, line: bytes) -> None:
    answer = send(server, sent)
    assert answer.raw.splitlines()[0] == line
    assert answer.body == line.removeprefix(b"HTTP/1.0 ") + b"\n"
    assert capsys.readouterr().err == ""


def test_a_head_that_is_too_long_although_it_comes_in_pieces(server: Listener) -> None:
    head = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nX: ".encode()
    with connect(server, head) as connection:
        time.sleep(0.02)
        connection.sendall(b"a" * (16 * 1024 - len(head)) + b"\r\n\r\n")
        assert _status(connection) in {0, 431}, "0: hung up before all of it was read"


def _status(connection: socket.socket) -> int:
    try:
        return Answer(b"".join(iter(lambda: connection.recv(65536), b""))).status
    except ConnectionResetError:
        return 0


def test_a_name_is_the_address_that_was_reached() -> None:
    """As a socket of IPv6 shows an address of IPv4, if there is IPv6 here."""
    host = "::" if _has_ipv6() else "0.0.0.0"  # noqa: S104 (for one request)
    with Listener(host, 0, Site("/", FILES.get, Reloads()), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        with socket.create_connection(("127.0.0.2", server.port), timeout=10) as connection:
            connection.sendall(f"GET / HTTP/1.1\r\nHost: 127.0.0.2:{server.port}\r\n\r\n".encode())
            assert _status(connection) == 200
        server.shutdown()


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as tried:
            tried.bind(("::", 0))
    except OSError:
        return False
    return True


class _Impatient(BoundedSemaphore):
    """A hundredth of the time is enough."""

    def acquire(self, blocking: bool = True, timeout: float | None = None) -> bool:
        return super().acquire(blocking, timeout and timeout / 100)


def test_who_comes_when_all_threads_are_busy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listener, "_MOST_THREADS", 1)
    begun, go = Event(), Event()

    def slow(_: str) -> bytes:
        begun.set()
        go.wait(10)
        return b"x"

    with listening(slow) as server:
        request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
        with connect(server, request) as first:
            assert begun.wait(5)
            with connect(server, request) as second:
                time.sleep(0.02)
                go.set()
                assert (_status(first), _status(second)) == (200, 200), "the second waits for its turn"
    with listening(slow) as server:
        server._free_threads = _Impatient(1)
        go.clear()
        begun.clear()
        request = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()
        with connect(server, request) as first:
            assert begun.wait(5)
            with connect(server, request) as second:
                assert _status(second) == 0, "it has waited for a second"
            go.set()
            assert _status(first) == 200
        assert ask(server, "/").status == 200


def test_on_windows_no_other_program_shares_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("listener_of_a_test", listener.__file__)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, loaded)
    monkeypatch.setattr(os, "name", "nt")
    spec.loader.exec_module(loaded)
    assert loaded.Listener.allow_reuse_address is False


def test_the_oldest_silent_connection_makes_room() -> None:
    with listening() as server:
        silent = [connect(server) for _ in range(65)]
        assert silent[0].recv(9) == b""
        assert ask(server, "/").status == 200
        for number in (2, 64):  # the second made room for the one that asked
            silent[number].settimeout(0.05)
            with pytest.raises(TimeoutError):
                silent[number].recv(9)
        for each in some(silent):
            each.close()


def test_the_oldest_that_is_answered_makes_room() -> None:
    go = Event()

    def slow(_: str) -> bytes:
        go.wait(10)
        return b"x"

    with listening(slow) as server:
        asking = []
        for number in range(1, 50):
            asking.append(connect(server, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode()))
            while len(server._asking.all()) < min(number, 48):
                time.sleep(0.001)
        assert asking[0].recv(9) == b""
        go.set()
        assert [each.recv(8) for each in asking[1:]] == [b"HTTP/1.0"] * 48
        for each in some(asking):
            each.close()


def test_limits() -> None:
    with listening() as server:
        assert ask(server, "/_preview/events", "HEAD").status == 200
        assert (server.daemon_threads, server.request_queue_size, server.allow_reuse_address) == (True, 128, True)
    assert (listener._MOST_SILENT, listener._MOST_ASKING, listener._MOST_THREADS) == (64, 48, 128)
    assert (answers._TIME_TO_ASK, answers._TIME_TO_TAKE, reload._MOST_STREAMS) == (5.0, 30.0, 32)


def pairs(count: int) -> list[tuple[socket.socket, socket.socket]]:
    made = [socket.socketpair() for _ in range(count)]
    for _, browser in made:
        browser.settimeout(2)
    return made


def test_connections_make_room_for_the_newest() -> None:
    (first, one), (second, two), (third, three) = pairs(3)
    kept = Connections(2)
    assert [kept.add(each) for each in (first, second)] == [[], []]
    assert kept.add(third) == [first]
    assert kept.all() == [second, third]
    assert one.recv(1) == b""
    kept.remove(first)
    kept.remove(second)
    assert kept.all() == [third]
    two.setblocking(False)
    with pytest.raises(BlockingIOError):
        two.recv(1)
    for each in (first, one, second, two, three, third):
        each.close()
    hang_up(third)  # nothing is left to end


def test_versions_reach_every_stream() -> None:
    reloads, streams = Reloads(), pairs(33)
    started, number = reloads.version.split("-")
    assert (abs(int(started) - time.time_ns()) < 10**10, number) == (True, "0")
    for stream, _ in some(streams[:32]):
        reloads.join(stream)
    reloads.announce()
    assert reloads.version == f"{started}-1"
    for stream, browser in some(streams[:32]):
        assert browser.recv(999) == f"data: {started}-0\n\ndata: {started}-1\n\n".encode()
        assert reloads.keeps(stream)
    reloads.join(streams[32][0])
    assert streams[32][1].recv(999) == f"data: {started}-1\n\n".encode()
    assert (reloads.keeps(streams[0][0]), streams[0][1].recv(9), streams[0][0].fileno()) == (False, b"", -1)
    streams[1][1].close()
    reloads.announce()
    reloads.announce()
    assert (reloads.keeps(streams[1][0]), streams[1][0].fileno()) == (False, -1)
    reloads.close()
    assert streams[2][1].recv(999) == f"data: {started}-2\n\ndata: {started}-3\n\n".encode()
    assert [(browser.recv(9), reloads.keeps(stream)) for stream, browser in streams[2:3]] == [(b"", False)]
    for pair in some(streams):
        for each in pair:
            each.close()


def test_a_stream_ends_although_another_process_has_it_too() -> None:
    ((stream, browser),) = pairs(1)
    reloads = Reloads()
    with stream.dup():
        reloads.join(stream)
        reloads.close()
        assert browser.recv(99).startswith(b"data: ")
        assert browser.recv(99) == b""
    browser.close()


def test_a_stream_that_takes_nothing_is_ended() -> None:
    ((stream, browser),) = pairs(1)
    reloads = Reloads()
    reloads.join(stream)
    with pytest.raises(BlockingIOError):
        stream.sendall(b"x" * 10_000_000)
    reloads.announce()
    assert not reloads.keeps(stream)
    browser.close()


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (b"<body>a</body></html>", b"<body>a{}</body></html>"),
        (b"</body>a</body>", b"</body>a{}</body>"),
        (b"a", b"a{}"),
        (b"", b"{}"),
    ],
)
def test_where_the_script_stands(page: bytes, shown: bytes) -> None:
    tag = b'<script src="/_preview/reload.js" data-version="1-2"></script>'
    assert with_script(page, "1-2") == shown.replace(b"{}", tag)


PATHS: Mapping[str, str | None] = {
    "/": "/",
    "/a": "/a",
    "/a/": "/a/",
    "/a/b.c?d=/../": "/a/b.c",
    "/%E5%B1%95": "/展",
    "/a%20b": "/a b",
    "/...": "/...",
    "/a..b/.c": "/a..b/.c",
    "/%25": "/%",
    "/%2541": None,
    "/%25CD": None,
    "/%25cd": None,
    "/%25g1": "/%g1",
    "/%254g": "/%4g",
    "/a:b": None,
    "/ab:c": "/ab:c",
    "/C:": None,
    "/c:/a": None,
    "/a/Z:b": None,
    "/CC:": "/CC:",
    "/é": None,
    "": None,
    "?": None,
    "a": None,
    "a/b": None,
    "//": None,
    "//a": None,
    "/a//b": None,
    "/.": None,
    "/..": None,
    "/./a": None,
    "/../a": None,
    "/a/.": None,
    "/a/..": None,
    "/%2e%2e/": None,
    "/a%2f..": None,
    "/a%00": None,
    "/a%1f": None,
    "/a%7f": None,
    "/a%20": "/a ",
    "/a%80": None,
    "/a\\b": None,
    "/%5c": None,
    "/%c0%ae": None,
}


@pytest.mark.parametrize("target", PATHS)
def test_the_path_of_a_request(target: str) -> None:
    assert addresses.path(target) == PATHS[target]


def test_a_host_in_a_url() -> None:
    assert [addresses.bracketed(host) for host in ("::1", "127.0.0.1", "a")] == ["[::1]", "127.0.0.1", "a"]


@pytest.mark.parametrize(
    ("values", "port", "hosts", "own"),
    [
        (["127.0.0.1:8000"], 8000, (), True),
        (["localhost:8000"], 8000, (), True),
        (["LocalHost:8000"], 8000, (), True),
        (["[::1]:8000"], 8000, (), True),
        (["::1:8000"], 8000, (), False),
        (["127.0.0.1"], 8000, (), False),
        (["127.0.0.1"], 80, (), True),
        (["127.0.0.1:80"], 80, (), True),
        (["127.0.0.1:8001"], 8000, (), False),
        (["hall.example:8000"], 8000, (), False),
        (["hall.example:8000"], 8000, ("Hall.example",), True),
        (["[fe80::a]:8000"], 8000, ("192.0.2.1", "FE80::A"), True),
        (["192.0.2.1:8000"], 8000, ("192.0.2.1", "FE80::A"), True),
        ([":8000"], 8000, ("",), False),
        ([""], 80, ("",), False),
        ([], 8000, (), False),
        (["127.0.0.1:8000", "127.0.0.1:8000"], 8000, (), False),
    ],
)
def test_a_name_of_this_machine(values: list[str], port: int, hosts: tuple[str, ...], *, own: bool) -> None:
    assert addresses.is_own(values, port, *hosts) is own


# fmt: off
KINDS = {
    ".css": "text/css; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".gz": "application/gzip", ".html": HTML, ".ico": "image/x-icon",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".ics": "text/calendar; charset=utf-8",
    ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".JPG": "image/jpeg", ".js": "text/javascript; charset=utf-8", ".json": "application/json",
    ".pdf": "application/pdf", ".png": "image/png", ".svg": "image/svg+xml", ".txt": TEXT, ".webp": "image/webp", ".woff2": "font/woff2",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xml": "application/xml",
    "": "application/octet-stream", "html": "application/octet-stream", ".exe": "application/octet-stream",
}
# fmt: on


@pytest.mark.parametrize("suffix", KINDS)
def test_the_media_type_of_a_file(suffix: str) -> None:
    assert media_types.of(suffix) == KINDS[suffix]
