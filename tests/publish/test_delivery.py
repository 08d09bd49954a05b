"""The type of every kind of file that a site has, and how long a browser may keep it."""

import pytest

from laomo.publish.delivery import cache_control, content_type

HOUR, YEAR, ASK = "public, max-age=3600", "public, max-age=31536000, immutable", "no-cache"


@pytest.mark.parametrize(
    ("name", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", ASK),
        ("a/b/INDEX.HTML", "text/html; charset=utf-8", ASK),
        ("robots.txt", "text/plain; charset=utf-8", ASK),
        ("assets/stylesheets/laomo.0123abcd.css", "text/css; charset=utf-8", YEAR),
        ("assets/javascripts/bundle.0123abcd.min.js", "text/javascript; charset=utf-8", YEAR),
        ("assets/javascripts/bundle.0123abcd.min.js.map", "application/json; charset=utf-8", ASK),
        ("assets/stylesheets/main.0123abcd.min.css.map", "application/json; charset=utf-8", ASK),
        ("assets/main.0123abcd.map", "application/json; charset=utf-8", YEAR),
        ("assets/stylesheets/laomo.0123ABCD.css", "text/css; charset=utf-8", ASK),
        ("assets/stylesheets/laomo.0123abc.css", "text/css; charset=utf-8", ASK),
        ("assets/javascripts/site.js", "text/javascript; charset=utf-8", ASK),
        ("search/postings-1.js", "text/javascript; charset=utf-8", HOUR),
        ("data/list.js", "text/javascript; charset=utf-8", HOUR),
        ("pictures/a.js", "text/javascript; charset=utf-8", HOUR),
        ("a/search/b.js", "text/javascript; charset=utf-8", ASK),
        ("data/report.pdf", "application/pdf", HOUR),
        ("report.pdf", "application/pdf", ASK),
        ("data/list.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", HOUR),
        ("data/form.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", HOUR),
        ("data/studios.json", "application/json; charset=utf-8", HOUR),
        ("data/studios.csv", "text/csv; charset=utf-8", HOUR),
        ("sitemap.xml", "text/xml; charset=utf-8", HOUR),
        ("sitemap.xml.gz", "application/octet-stream", HOUR),
        ("pictures/a.webp", "image/webp", HOUR),
        ("a.png", "image/png", HOUR),
        ("a.jpg", "image/jpeg", HOUR),
        ("a.jpeg", "image/jpeg", HOUR),
        ("a.svg", "image/svg+xml; charset=utf-8", HOUR),
        ("a.woff2", "font/woff2", HOUR),
        *(
            (f"{name}.html", "text/html; charset=utf-8", ASK)
            for name in (
                "data/a.js",
                "search/a.pdf",
                "pictures/a.xlsx",
                "a.xml",
                "a.png",
                "a.jpg",
                "a.0123abcd.css",
                "data/a",
            )
        ),
        ("xdata/a.js", "text/javascript; charset=utf-8", ASK),
        ("datas/a.js", "text/javascript; charset=utf-8", ASK),
        ("data/a/b.js", "text/javascript; charset=utf-8", HOUR),
        ("data/axjs", "application/octet-stream", ASK),
        ("a0123abcd.css", "text/css; charset=utf-8", ASK),
        ("a.0123abcd.minxcss", "application/octet-stream", ASK),
        ("a.0123abcdxcss", "application/octet-stream", ASK),
        ("axml", "application/octet-stream", ASK),
        ("unknown.bin", "application/octet-stream", ASK),
        ("LICENSE", "application/octet-stream", ASK),
    ],
)
def test_every_kind_of_file(name: str, kind: str, kept: str) -> None:
    assert (content_type(name), cache_control(name)) == (kind, kept)
