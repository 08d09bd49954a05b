"""Ready settings for web servers: nginx serves a published site by them, with the right headers for every kind of file."""

import gzip
import http.client
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser

from laomo.pages import csp
from laomo.publish import releases
from laomo.publish.compressed import Compressed
from laomo.publish.swap import copy
from laomo.tools import server as settings
from tests.browser.page_errors import on_page_error
from tests.cli.command import laomo

NGINX = shutil.which("nginx") or "/usr/sbin/nginx"
BROTLI = Path("/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf")
MOVED = "旧网址,新网址\nhttp://old.example.org/show.asp?id=3,/studios/\n/旧 闻/1.html,https://example.org/新\n"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def settings_of(server: str, place: Path, path: str = "/") -> str:
    return settings.settings(
        server, settings.ServedFolder(str(place), "localhost", path, settings.moved(MOVED.encode()))
    )


@pytest.fixture(scope="module")
def served(city_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of an nginx that serves the sample city: at the root of one host, and below /gallery/ of another."""
    place = tmp_path_factory.mktemp("nginx")
    site, www = place / "site", place / "网站 www"
    copy(city_site, site)
    kept = Compressed(city_site, place / "compressed")
    kept.update()
    kept.add(site)
    releases.release(site, www)
    for name in (".git/config", "studios/weld.yml", "notes.md", ".env", "index.html~"):
        (www / "current" / name).parent.mkdir(exist_ok=True)
        (www / "current" / name).write_text("secret", encoding="utf-8")
    (www / "current/bare").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    blocks = []
    for name, path in (("localhost", "/"), ("below.example.org", "/gallery/")):
        text = (
            settings_of("nginx", www, path)
            .replace("    listen [::]:80;\n", "")
            .replace("listen 80;", f"listen 127.0.0.1:{port};")
        )
        text = text.replace("server_name localhost;", f"server_name {name};").replace(
            "#brotli_static", "brotli_static" if BROTLI.exists() else "#brotli_static"
        )
        for variable in ("policy", "cache", "moved"):
            text = text.replace(f"$laomo_{variable}", f"$laomo_{variable}_{len(blocks)}")
        blocks.append(text.replace("map_hash", "#map_hash") if blocks else text)
    user = "user root;" if os.geteuid() == 0 else ""  # who may read the tests' folders
    (place / "nginx.conf").write_text(
        f"{BROTLI.read_text(encoding='utf-8') if BROTLI.exists() else ''}\n{user} daemon off; pid {place}/pid;\n"
        f"events {{ }}\nhttp {{ access_log off; client_body_temp_path {place}/body; {''.join(blocks)} }}\n",
        encoding="utf-8",
    )
    with subprocess.Popen([NGINX, "-c", place / "nginx.conf", "-e", place / "log"]) as running:
        for _ in range(100):
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert running.poll() is None, (place / "log").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield port
        running.terminate()


def asked(port: int, path: str, host: str = "localhost", method: str = "GET", **headers: str) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request(
        method, path, headers={"Host": host, **{name.replace("_", "-"): told for name, told in headers.items()}}
    )
    answer = connection.getresponse()
    found = Answer(answer.status, {name.lower(): told for name, told in answer.getheaders()}, answer.read())
    connection.close()
    return found


PAGES, CARDS, DRAWINGS, OTHERS = csp.header("'self'"), csp.header("*"), csp.DRAWING_HEADER, "frame-ancestors 'self'"
MEDIUM, LONG, ASKED = "public, max-age=3600", "public, max-age=31536000, immutable", "no-cache"
KINDS = {
    "index.html": (PAGES, ASKED, "text/html; charset=utf-8"),
    "studios/*/index.html": (PAGES, ASKED, "text/html; charset=utf-8"),
    "studios/*/card/index.html": (CARDS, ASKED, "text/html; charset=utf-8"),
    "assets/stylesheets/laomo.*.css": (OTHERS, LONG, "text/css; charset=utf-8"),
    "assets/javascripts/search-page.js": (OTHERS, ASKED, "application/javascript; charset=utf-8"),
    "search/a0-*.js": (OTHERS, MEDIUM, "application/javascript; charset=utf-8"),
    "data/studios.csv": (OTHERS, MEDIUM, "text/csv; charset=utf-8"),
    "data/studios.json": (OTHERS, MEDIUM, "application/json; charset=utf-8"),
    "feed.xml": (DRAWINGS, MEDIUM, "text/xml; charset=utf-8"),
    "sitemap.xml": (DRAWINGS, MEDIUM, "text/xml; charset=utf-8"),
    "studios/*/badge.svg": (DRAWINGS, MEDIUM, "image/svg+xml; charset=utf-8"),
    "pictures/*/*.webp": (OTHERS, MEDIUM, "image/webp"),
}


@pytest.mark.parametrize("pattern", KINDS)
def test_every_kind_of_file_has_its_headers(served: int, city_site: Path, pattern: str) -> None:
    file = min(city_site.glob(pattern))
    policy, kept, kind = KINDS[pattern]
    path = f"/{file.relative_to(city_site).as_posix().removesuffix('index.html')}"
    answer = asked(served, path)
    assert (answer.status, answer.body) == (200, file.read_bytes())
    assert answer.headers["content-security-policy"] == policy
    assert answer.headers["cache-control"] == kept
    assert answer.headers["content-type"] == kind
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "strict-origin-when-cross-origin"
    assert "camera=()" in answer.headers["permissions-policy"]
    assert asked(served, path, If_None_Match=answer.headers["etag"]).status == 304
    small = asked(served, path, Accept_Encoding="gzip")
    if file.suffix != ".webp" and file.stat().st_size >= 1000:
        assert small.headers["content-encoding"] == "gzip"
        assert "accept-encoding" in small.headers["vary"].lower()
        assert gzip.decompress(small.body) == answer.body
        if BROTLI.exists():
            smaller = asked(served, path, Accept_Encoding="gzip, br")
            assert smaller.headers["content-encoding"] == "br"
            assert brotli.decompress(smaller.body) == answer.body
    else:
        assert "content-encoding" not in small.headers


@pytest.mark.parametrize(
    "path",
    [
        "/none",
        "/none/",
        "/bare/",
        "/pictures/",
        "/.laomo",
        "/.git/config",
        "/.env",
        "/studios/weld.yml",
        "/notes.md",
        "/index.html~",
    ],
)
@pytest.mark.parametrize(("host", "below"), [("localhost", ""), ("below.example.org", "/gallery")])
def test_what_is_not_for_readers_is_not_there(served: int, city_site: Path, path: str, host: str, below: str) -> None:
    answer = asked(served, below + path, host)
    assert answer.status == 404
    assert answer.body == (city_site / "404.html").read_bytes()
    assert answer.headers["content-security-policy"] == PAGES


def test_addresses_of_an_older_site_lead_to_new_ones(served: int) -> None:
    for path, leads in {
        "/show.asp?id=3": "/studios/",
        "/%E6%97%A7%20%E9%97%BB/1.html": "https://example.org/%E6%96%B0",
        "/studios": "/studios/",
    }.items():
        answer = asked(served, path)
        assert (answer.status, answer.headers["location"]) == (301, leads)
    assert asked(served, "/show.asp?id=4").status == 404
    assert asked(served, "/gallery", "below.example.org").headers["location"] == "/gallery/"
    assert asked(served, "/gallery/studios/", "below.example.org").status == 200
    assert asked(served, "/studios/", "below.example.org").status == 404
    assert asked(served, "/", method="POST").status == 405


def test_a_browser_finds_nothing_against_the_policies(served: int, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    on_page_error(page, complaints.append)
    for path in ("", "search/?q=焊接", "studios/", "statistics/", "data/", "help/", "feed.xml"):
        page.goto(f"http://localhost:{served}/{path}", wait_until="networkidle")
    assert complaints == []
    page.goto(f"http://localhost:{served}/search/?q=焊接", wait_until="networkidle")
    assert page.locator("main a[href*='studios/']").count() > 0, "its scripts and data have come"
    page.close()


@pytest.mark.parametrize("server", settings.SERVERS)
@pytest.mark.parametrize("path", ["/", "/gallery/"])
def test_each_server_gets_the_same_promises(server: str, path: str, tmp_path: Path) -> None:
    text = settings_of(server, tmp_path, path)
    assert "@" not in text.replace("@moved", "").replace("@hidden", "")
    for part in (
        PAGES,
        CARDS,
        DRAWINGS,
        MEDIUM,
        LONG,
        ASKED,
        "nosniff",
        "strict-origin",
        "camera=()",
        "404.html",
        f"{tmp_path}",
    ):
        assert part in text
    assert "/studios/" in text
    assert ("gallery" in text) == (path == "/gallery/")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["nginx", 'x"; evil'], "写不进服务器的设置"),
        (["nginx", "/srv/$uri"], "写不进服务器的设置"),
        (["caddy", "/srv/{x}"], "写不进服务器的设置"),
        (["nginx", "--name", "a b;"], "不是域名"),
        (["nginx", "--moved", "{moved}"], "第 2 行"),
        (["nginx", "s3://gallery/site"], "写不进服务器的设置"),
        (["nginx", "web:site"], "写不进服务器的设置"),
        (["nginx", "web"], "web:文件夹"),
        (["iis"], "iis"),
    ],
)
def test_what_cannot_be_written_into_settings_is_refused(tmp_path: Path, options: list[str], said: str) -> None:
    (tmp_path / "moved.csv").write_text("/a,/b\nonly one\n", encoding="utf-8")
    run = laomo(
        "server", *(each.format(moved=tmp_path / "moved.csv") if each == "{moved}" else each for each in options)
    )
    assert run.returncode == 2
    assert said in run.stderr
    assert not run.stdout


def test_the_command_prints_the_settings_of_this_site(site: Path, tmp_path: Path) -> None:
    (site / "mkdocs.yml").write_text("site_url: https://www.example.org/gallery\n", encoding="utf-8")
    (tmp_path / "moved.csv").write_bytes("旧,新\n/旧闻,/新闻/\n".encode("gb18030"))
    run = laomo("server", "nginx", "clerk@web:/srv/站", "--root", site, "--moved", tmp_path / "moved.csv")
    assert run.returncode == 0
    for part in (
        "server_name www.example.org;",
        'alias "/srv/站/current/"',
        '"/%E6%97%A7%E9%97%BB" "/%E6%96%B0%E9%97%BB/"',
    ):
        assert part in run.stdout
