"""What goes into the settings of each web server: names, folders, paths and the addresses of an older site; and what must not."""

import pytest

from laomo.tools import server
from laomo.tools.server import ServedFolder, SettingRefused

MOVED = {"/a.html": "/studios/a/", "/b?x=1%2": "https://e.example/%E7%94%B2"}
BELOW = ServedFolder("/srv/laomo/", "www.example.org:8080", "/gallery/", MOVED)
PLAIN = ServedFolder("/srv/laomo")


def test_for_nginx() -> None:
    assert server._nginx(PLAIN) == {"NAME": "_", "LOCATION": "    location / { }\n", "HASH": "", "MOVED": ""}
    assert server._nginx(BELOW) == {
        "NAME": "www.example.org",
        "LOCATION": (
            "    location = /gallery { return 301 /gallery/; }\n"
            '    location /gallery/ { alias "/srv/laomo/current/"; }\n'
            "    location / { return 404; }\n"
        ),
        "HASH": "map_hash_bucket_size 1024;\nmap_hash_max_size 65536;\n",
        "MOVED": '    "/a.html" "/studios/a/";\n    "/b?x=1%2" "https://e.example/%E7%94%B2";\n',
    }


def test_for_caddy() -> None:
    assert server._caddy(PLAIN) == {"NAME": ":80", "HANDLE": "handle", "MOVED": ""}
    assert server._caddy(BELOW) == {
        "NAME": "www.example.org:8080",
        "HANDLE": "handle_path /gallery/*",
        "MOVED": (
            '\t@moved0 expression `{http.request.orig_uri} == "/a.html"`\n\tredir @moved0 "/studios/a/" 301\n'
            '\t@moved1 expression `{http.request.orig_uri} == "/b?x=1%2"`\n\tredir @moved1 "https://e.example/%E7%94%B2" 301\n'
            "\tredir /gallery /gallery/ 301\n"
        ),
    }


def test_for_apache() -> None:
    assert server._apache(PLAIN) == {"NAME": "localhost", "ALIAS": "", "MOVED": ""}
    assert server._apache(BELOW) == {
        "NAME": "www.example.org:8080",
        "ALIAS": '    RedirectMatch 301 "^/gallery$" "/gallery/"\n    Alias "/gallery/" "/srv/laomo/current/"\n',
        "MOVED": (
            '    RewriteCond expr "%{THE_REQUEST} =~ m#^\\S+ /a\\.html #"\n'
            '    RewriteRule "^" "/studios/a/" [R=301,NE,QSD,L]\n'
            '    RewriteCond expr "%{THE_REQUEST} =~ m#^\\S+ /b\\?x=1%2 #"\n'
            '    RewriteRule "^" "https://e.example/\\%E7\\%94\\%B2" [R=301,NE,QSD,L]\n'
        ),
    }


@pytest.mark.parametrize("program", ["nginx", "caddy", "apache"])
def test_nothing_of_a_template_is_left_open(program: str) -> None:
    for place in (PLAIN, BELOW):
        text = server.settings(program, place)
        assert "/srv/laomo/current" in text
        assert "/srv/laomo//" not in text
        for name in ("FOLDER", "PATH", "PATH_PATTERN", "PAGES", "CARDS", "DRAWINGS", "PERMISSIONS", "NAME", "MOVED"):
            assert f"@{name}@" not in text
        for policy in (
            "frame-ancestors 'self'",
            "frame-ancestors *",
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        ):
            assert policy in text, policy
    assert list(server.SERVERS) == ["nginx", "caddy", "apache"]


def test_a_folder_that_cannot_be_written() -> None:
    for folder in ["srv", "", "/", '/a"b', "/a\\b", "/a$b", "/a%b", "/a{b", "/a}b", "/a\nb", "/a\x7fb"]:
        with pytest.raises(SettingRefused) as refused:
            ServedFolder(folder)
        assert (refused.value.code, dict(refused.value.facts)) == ("server-folder", {"folder": folder})


@pytest.mark.parametrize(
    ("name", "fine"),
    [
        ("", True),
        ("a-b.example.org", True),
        ("a_b:80", True),
        ("a:", False),
        ("a:b", False),
        ("甲", False),
        ("a b", False),
        ("a;", False),
        (":80", False),
    ],
)
def test_the_name_of_a_host(name: str, fine: bool) -> None:
    if fine:
        assert ServedFolder("/srv/站 点", name).name == name
        return
    with pytest.raises(SettingRefused) as refused:
        ServedFolder("/srv", name)
    assert (refused.value.code, dict(refused.value.facts)) == ("server-name", {"name": name})


def test_addresses_of_an_older_site() -> None:
    for text, found in [
        ("/a,/b\n", {"/a": "/b"}),
        ("旧网址,新网址\n/a,/b\n", {"/a": "/b"}),
        ("https://old.example/a?x=1#y,https://new.example/b\n", {"/a?x=1": "https://new.example/b"}),
        ("http://old.example,/b", {"/": "/b"}),
        (" /a , /b ,more\n\n,\n/c,/d", {"/a": "/b", "/c": "/d"}),
        ('/甲 乙,/丙"', {"/%E7%94%B2%20%E4%B9%99": "/%E4%B8%99%22"}),
        ("/a%20b&=:@+,/x", {"/a%20b&=:@+": "/x"}),
        ('"/a,b",/c', {"/a,b": "/c"}),
        ("", {}),
    ]:
        for encoding in ("utf-8", "utf-8-sig", "gb18030"):
            assert server.moved(text.encode(encoding)) == found


def test_a_line_without_two_addresses() -> None:
    for text, line in [
        ("/a,/b\n/c\n", 2),
        ("/a,/b\n,/c", 2),
        ("x,y\nx,y", 2),
        ("/a,/b\n//c,/d", 2),
        ("/a,/b\n/c,//d", 2),
        ("/a,/b\n/c,ftp://d", 2),
        ("a,b\n/a,/b\nhttps:///x,/d", 3),
    ]:
        with pytest.raises(SettingRefused) as refused:
            server.moved(text.encode())
        assert (refused.value.code, dict(refused.value.facts)) == ("server-moved", {"line": line})


def test_only_slashes_are_taken_off_a_path_and_a_folder() -> None:
    place = ServedFolder("/srv/laomoX//", "", "/galleryX/", {"/a": "/b"})
    assert server._nginx(place)["LOCATION"] == (
        "    location = /galleryX { return 301 /galleryX/; }\n"
        '    location /galleryX/ { alias "/srv/laomoX/current/"; }\n'
        "    location / { return 404; }\n"
    )
    assert server._caddy(place)["MOVED"].endswith("\tredir /galleryX /galleryX/ 301\n")
    assert server._apache(place)["ALIAS"] == (
        '    RedirectMatch 301 "^/galleryX$" "/galleryX/"\n    Alias "/galleryX/" "/srv/laomoX/current/"\n'
    )
    assert 'root "/srv/laomoX/current";' in server.settings("nginx", place)


def test_every_place_of_a_path_in_the_settings() -> None:
    place = ServedFolder("/srv/x", "", "/甲 a.b/")
    escaped = "/%E7%94%B2%20a.b/"
    assert f"error_page 403 404 =404 {escaped}404.html;" in server.settings("nginx", place)
    assert server._nginx(ServedFolder("/srv/x", "", "/"))["LOCATION"] == "    location / { }\n"
    for program in ("nginx", "caddy"):
        assert r"~^/甲\ a\.b/(data|pictures|search)/" in server.settings(program, place), program
    assert f"ErrorDocument 404 {escaped}404.html" in server.settings("apache", place)
