"""The sitemap of a large site in parts: one file may name 50,000 addresses (sitemaps.org, protocol 0.9)."""

from collections.abc import Mapping
from xml.sax.saxutils import escape

MOST = 50_000
"""Addresses in one file. At 200 bytes each they are far below the 50 MB that it may have."""
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def split(whole: str, address: str) -> tuple[str, Mapping[str, str]]:
    """What stands at `sitemap.xml` of the site at `address`, and its parts by name: none of a sitemap that one file holds."""
    head, *entries = whole.split("<url>")
    if len(entries) <= MOST:
        return whole, {}
    entries[-1], end = entries[-1].removesuffix("</urlset>"), "</urlset>"
    starts = range(0, len(entries), MOST)
    parts = {
        f"sitemap-{number}.xml": "<url>".join((head, *entries[start : start + MOST])).rstrip() + f"\n{end}"
        for number, start in enumerate(starts, 1)
    }
    listed = "".join(f"  <sitemap><loc>{escape(address + name)}</loc></sitemap>\n" for name in parts)
    index = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n{listed}</sitemapindex>'
    return index, parts
