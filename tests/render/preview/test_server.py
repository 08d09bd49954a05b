"""The preview's server: it serves the files of the site and nothing else, and only to the user of this machine."""

import html
import re
import shutil
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser

from tests.conftest import SMALL, edit, some
from tests.render.preview.conftest import Answer, Running, free_port, running
from tests.security.table import Score

HIDDEN = "hidden-4f1c"
OUTSIDE = "outside-4f1c"


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The preview of a site with secret files outside the served folders, and links to them inside."""
    root = tmp_path_factory.mktemp("planted")
    site, outside = Path(shutil.copytree(SMALL, root / "site")), root / "outside"
    edit(site / "mkdocs.yml", "site_name", f"# {HIDDEN}\nsite_name")
    edit(site / "content/about/index.md", "# 关于小馆\n", "# 关于小馆\n\n[名单](list.csv)\n")
    (site / "content/about/list.csv").write_text("a\n1\n", "utf-8")
    year = site / "studios/north/crane/2013.yml"
    edit(year, "未公开的办法", HIDDEN)
    edit(year, "summary:", f"report:\n  inspection: {HIDDEN}\nsummary:")
    for file in (site / ".git/config", site / ".build/html/notes.html", outside / "page.md", outside / "index.html"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"# {HIDDEN} {OUTSIDE}\n", encoding="utf-8")
    for link, target in {
        "content/leak.md": ".git/config",
        "content/leak.txt": ".git/config",
        "content/away": "../outside",
        "content/git": ".git",
        "content/stories": "../outside",
        "studios/north/crane/photos/leak.png": ".git/config",
    }.items():
        (site / link).symlink_to((site / target).resolve())
    with running(site, root / "log") as preview:
        for link, target in ((".build/html/leak.html", ".git/config"), (".build/html/away", "../outside")):
            (site / link).symlink_to((site / target).resolve())  # such links would stop the preview from starting
        yield preview


YEAR = "studios/north/crane/2013.yml"
HOSTILE = (
    "/livereload/..%2f.git/config",
    "/livereload/../.git/config",
    "/_preview/..%2f.git/config",
    "/_preview/../.git/config",
    "/_preview/",
    f"/..%2f..%2f{YEAR}",
    f"/{YEAR}",
    f"/x/../{YEAR}",
    f"/studios/..%2f{YEAR}",
    f"/studios/crane/../../{YEAR}",
    f"/studios/..;/{YEAR}",
    f"/studios/.;/../{YEAR}",
    "/studios/..;/",
    "/%2e%2e/",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
    "/%252e%252e/.git/config",
    "/%252e%252e%252f.git%252fconfig",
    "/.git/config",
    "/.git%2fconfig",
    "/%2egit/config",
    "/.git/",
    "/./.git/config",
    "//.git/config",
    "/studios//crane/",
    "//studios/crane/",
    "//etc/passwd",
    "///etc/passwd",
    "/%2fetc/passwd",
    "/\\..\\.git\\config",
    "\\..\\.git\\config",
    "/..\\.git\\config",
    "/%5c..%5c.git%5cconfig",
    "/..%5c.git%5cconfig",
    "/mkdocs.yml",
    "/mkdocs.yml%00.html",
    "/%00",
    "/index.html%00",
    "/studios/crane/%00/../../.git/config",
    "/index.html%0d%0aX-Injected:%201",
    "/studios%0d%0aX-Injected:%201",
    "/%c0%ae%c0%ae/.git/config",
    "/%c0%ae%c0%ae%c0%af.git%c0%afconfig",
    "/%e0%80%ae%e0%80%ae/.git/config",
    "/%uff0e%uff0e/.git/config",
    "/%ef%bc%8e%ef%bc%8e/.git/config",
    "/%ff",
    "/%",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "C:/Windows/win.ini",
    "/index.html::$DATA",
    "file:///etc/passwd",
    "http://127.0.0.1/.git/config",
    "http://evil.example/",
    "evil.example:80",
    "*",
    ".git/config",
    "index.html",
    "?",
    "#",
    "/#/../.git/config",
    "/.build/html/notes.html",
    "/notes.html",
    "/leak/",
    "/leak",
    "/leak.md",
    "/leak.txt",
    "/leak.html",
    "/leak/index.html",
    "/away/",
    "/away/page/",
    "/away/page.md",
    "/away/index.html",
    "/git/config",
    "/stories/page/",
    "/stories/page.md",
    "/studios/north/crane/photos/leak.png",
    "/studios/crane/leak.png",
    "/studios/crane/index.md",
    "/studios/crane/hidden-thing/",
    "/studios/hidden-thing/",
    "/about/index.md",
    "/content/about/index.md",
    "/assets/",
    "/assets",
    "/assets/stylesheets/",
    "/main.html",
    "/base.html",
    "/.htaccess",
)


def test_no_path_leads_out_of_the_site(planted: Running, score: Score) -> None:
    wrong = {target: _wrong(planted.ask(target)) for target in HOSTILE}
    told = {target: fault for target, fault in wrong.items() if fault}
    score("the preview: paths that lead out of the site", len(HOSTILE), len(told))
    assert told == {}


def _wrong(answer: Answer) -> str:
    """What is wrong with the response to a hostile path; empty if nothing is."""
    said = answer.raw.decode(errors="replace")
    found = [text for text in (HIDDEN, OUTSIDE, "root:x:0", "docs_dir:", "\r\nX-Injected") if text in said]
    return f"{answer.status} {found}" if found or answer.status not in {400, 404} else ""


def test_no_request_line_leads_out_either(planted: Running) -> None:
    host = f"Host: 127.0.0.1:{planted.port}\r\n\r\n"
    for sent in (
        f"GET /.git/config\r\n{host}",
        f"GET  /.git/config  HTTP/1.1\r\n{host}",
        f"GET\t/.git/config\tHTTP/1.1\r\n{host}",
        f"GET / /.git/config HTTP/1.1\r\n{host}",
        f"GET /.git/config HTTP/9.9\r\n{host}",
        f"\r\nGET /.git/config HTTP/1.1\r\n{host}",
        f"GET /%2e%2e/\x80\xff HTTP/1.1\r\n{host}",
    ):
        answer = planted.send(sent.encode("latin-1"))
        assert HIDDEN not in answer.raw.decode(errors="replace"), sent[:60]
        assert not 200 <= answer.status < 400, sent[:60]


def test_a_long_request_is_refused(planted: Running) -> None:
    host = f"Host: 127.0.0.1:{planted.port}\r\n"
    for sent in (
        f"GET /{'a' * 20_000} HTTP/1.1\r\n{host}\r\n",
        f"GET / HTTP/1.1\r\nX: {'a' * 20_000}\r\n{host}\r\n",
        "GET / HTTP/1.1\r\n" + "X: y\r\n" * 200 + host + "\r\n",
        "a" * 20_000,
    ):
        assert planted.send(sent.encode()).status in {0, 431}, "0: hung up before all of it was read"
    assert planted.ask(f"/about/?{'a' * 10_000}").status == 200


def test_nothing_that_is_given_out_says_a_secret(planted: Running) -> None:
    """Every page and file that is reachable from the home page."""
    seen, left = {"/"}, ["/"]
    while left:
        answer = planted.ask(url := left.pop())
        text = answer.body.decode(errors="replace")
        assert answer.status == 200, url
        assert HIDDEN not in text, url
        if answer.headers["Content-Type"].startswith("text/html"):
            links = re.findall(r'(?:href|src)="([^"]+)"', text)
            targets = (urlsplit(urljoin(url, html.unescape(link))) for link in links)
            found = {each.path for each in targets if not each.netloc and not each.scheme} - seen
            seen |= found
            left += sorted(found)
    assert len(seen) > 40


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LocalHost", "[::1]"])
def test_this_machine_is_answered_by_its_names(planted: Running, name: str) -> None:
    assert planted.ask("/", host=f"{name}:{planted.port}").status == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "127.0.0.1.evil.example:{port}",
        "localhost.evil.example:{port}",
        "localhost.:{port}",
        "localhost:1",
        "localhost",
        "127.0.0.1:{port}@evil.example",
        "evil.example@127.0.0.1:{port}",
        "127.0.0.1:{port}, evil.example",
        "127.0.0.2:{port}",
        "0.0.0.0:{port}",
        "[::2]:{port}",
        "::1:{port}",
        " ",
        "127.0.0.1:{port}\r\nHost: 127.0.0.1:{port}",
        "127.0.0.1:{port}\r\nHost: evil.example",
        "evil.example\r\nhost: 127.0.0.1:{port}",
    ],
)
def test_other_names_are_not(planted: Running, host: str) -> None:
    for target in ("/", "/_preview/events", "/nothing"):
        answer = planted.ask(target, host=host.format(port=planted.port))
        assert answer.status == 421, target
        assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert len(answer.body) < 100


def test_a_request_without_a_host_is_not_answered(planted: Running) -> None:
    for sent in (b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.0\r\n\r\n", b"GET /\r\n\r\n"):
        assert planted.send(sent).status == 421


def test_pages_of_other_origins_get_nothing(planted: Running) -> None:
    here = f"http://127.0.0.1:{planted.port}"
    for origin in (
        "http://evil.example",
        "null",
        "https://127.0.0.1",
        f"{here}0",
        here.replace("127.0.0.1", "localhost"),
    ):
        for target in ("/", "/_preview/events", "/data/studios.json"):
            assert planted.ask(target, headers=[f"Origin: {origin}"]).status == 403, origin
    assert planted.ask("/", headers=[f"Origin: {here}"]).status == 200
    for site in ("cross-site", "same-site", "nonsense"):
        assert planted.ask("/_preview/events", headers=[f"Sec-Fetch-Site: {site}"]).status == 403, site
    assert planted.ask("/", headers=["Sec-Fetch-Site: cross-site"]).status == 200, "a link in a mail leads here"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "get", "X"])
def test_only_reading_is_allowed(planted: Running, method: str) -> None:
    answer = planted.ask("/", method, headers=["Content-Length: 9"])
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")


def test_a_body_is_not_read(planted: Running) -> None:
    assert planted.ask("/", headers=["Content-Length: 100000", "Expect: 100-continue"]).status == 200
    second = "GET /mkdocs.yml HTTP/1.1"
    answer = planted.ask("/", headers=[f"Content-Length: 0\r\n\r\n{second}"])
    assert answer.raw.count(b"HTTP/1.") == 1, "one connection, one answer"


def test_head_is_get_without_a_body(planted: Running) -> None:
    for target in ("/", "/studios/crane/", "/about", "/nothing", "/_preview/reload.js"):
        got, head = planted.ask(target), planted.ask(target, "HEAD")
        assert head.body == b""
        assert (head.status, head.headers["Content-Length"]) == (got.status, got.headers["Content-Length"])
    assert planted.ask("/_preview/events", "HEAD").body == b""


def test_addresses_of_pages(planted: Running) -> None:
    for target, place in {
        "/about": "/about/",
        "/studios/crane": "/studios/crane/",
        "/studios/crane?x=//evil.example": "/studios/crane/",
        "/%73tudios": "/studios/",
    }.items():
        answer = planted.ask(target)
        assert (answer.status, answer.headers["Location"]) == (302, place), target
    for target in (
        "/",
        "/?q=../x",
        "/index.html",
        "/about/",
        "/about/index.html",
        "/%61bout/",
        "/studios/crane/?a=%00",
    ):
        assert planted.ask(target).status == 200, target


def test_headers_of_every_answer(planted: Running) -> None:
    for target in ("/", "/about", "/nothing", "/assets/images/favicon.png", "/_preview/reload.js", "/%2e%2e/"):
        headers = planted.ask(target).headers
        assert headers["X-Content-Type-Options"] == "nosniff", target
        assert headers["Cache-Control"] == "no-store", target
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin", target
        assert headers["Referrer-Policy"] == "no-referrer", target
        assert "Access-Control-Allow-Origin" not in headers, target
        assert headers["Server"] == "laomo", target


def test_each_file_says_what_it_is(planted: Running) -> None:
    style = re.search(r"assets/stylesheets/laomo\.\w+\.css", planted.page(""))
    assert style
    for target, kind in {
        "/": "text/html; charset=utf-8",
        "/nothing": "text/html; charset=utf-8",
        f"/{style[0]}": "text/css; charset=utf-8",
        "/assets/javascripts/reading.js": "text/javascript; charset=utf-8",
        "/assets/images/favicon.png": "image/png",
        "/sitemap.xml": "application/xml",
        "/sitemap.xml.gz": "application/gzip",
        "/data/studios.json": "application/json",
        "/about/list.csv": "text/csv; charset=utf-8",
    }.items():
        answer = planted.ask(target)
        assert (answer.status, answer.headers["Content-Type"]) == (404 if target == "/nothing" else 200, kind), target


def test_silent_connections_keep_nobody_waiting(planted: Running) -> None:
    opened = [planted.connect(b"GET / HTTP/1.1\r\nHost: 127") for _ in range(200)]
    begun = time.monotonic()
    assert planted.ask("/about/").status == 200
    assert time.monotonic() - begun < 2
    assert _threads(planted) < 140
    for each in opened:
        each.close()


def test_readers_that_take_nothing_keep_nobody_waiting(planted: Running) -> None:
    request = f"GET /search/ HTTP/1.1\r\nHost: 127.0.0.1:{planted.port}\r\n\r\n".encode()
    opened = [planted.connect(request) for _ in range(100)]
    assert planted.ask("/about/").status == 200
    assert _threads(planted) < 140
    for each in opened:
        each.close()
    assert planted.ask("/about/").status == 200


def _threads(preview: Running) -> int:
    return len(list(Path(f"/proc/{preview.process.pid}/task").iterdir()))


def test_an_interrupt_ends_all_at_once(site: Path, tmp_path: Path) -> None:
    with running(site, tmp_path / "log") as preview:
        streams = [preview.events() for _ in range(3)]
        silent = [preview.connect(b"GET") for _ in range(20)]
        assert preview.stop() < 2
        assert all(_ended(each) for each in some(streams))
        for each in (*streams, *silent):
            each.close()
    assert "Traceback" not in (tmp_path / "log").read_text(encoding="utf-8")


def _ended(stream: socket.socket) -> bool:
    try:
        return stream.recv(100) == b""
    except ConnectionResetError:
        return True


def test_a_browser_shows_what_was_saved(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Under the security policy of the published page, after a restart of the server and after a save."""
    port, weld = free_port(), site / "studios/north/weld/studio.yml"
    page, said = browser.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text))
    with running(site, tmp_path / "log", port):
        page.goto(f"http://localhost:{port}/studios/weld/")
        assert page.locator("meta[http-equiv=Content-Security-Policy]").count() == 1
    edit(weld, "units: [北区重工]", "units: [北区重工]\nslogan: 火花会唱歌")
    with running(site, tmp_path / "log", port):
        page.get_by_text("火花会唱歌").first.wait_for(timeout=20_000)
        edit(weld, "火花会唱歌", "焊缝会说话")
        page.get_by_text("焊缝会说话").first.wait_for(timeout=10_000)
        edit(weld, "category: 技能大师", "category: 大师")
        page.get_by_text("错误：").first.wait_for(timeout=10_000)
        edit(weld, "category: 大师", "category: 技能大师")
        page.get_by_text("错误：").first.wait_for(state="detached", timeout=10_000)
    page.close()
    assert "Policy" not in "\n".join(said)
