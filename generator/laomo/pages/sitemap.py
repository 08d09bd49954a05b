"""`robots.txt`, and the sitemap of a large site in parts: one file may contain 50,000 addresses (sitemaps.org, protocol 0.9)."""

import gzip
import io
from collections.abc import Collection, Mapping
from xml.sax.saxutils import escape

MOST = 50_000
"""Addresses in one file. At 200 bytes each they stay far below the protocol's limit of 50 MB."""
_ENTRY, _END = "<url>", "</urlset>"
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def robots(address: str) -> str:
    """The content of `robots.txt` for the site at `address`: everything may be read, and where the sitemap is (RFC 9309)."""
    return f"User-agent: *\nDisallow:\n\nSitemap: {address}sitemap.xml\n"


def without(whole: str, addresses: Collection[str]) -> str:
    """The content of `sitemap.xml` without these pages: those whose canonical address is on another site (RFC 6596)."""
    left_out = {f"<loc>{escape(address)}</loc>" for address in addresses}
    head, *entries = whole.removesuffix(_END).split(_ENTRY)
    kept = [entry for entry in entries if entry.split(maxsplit=1)[0] not in left_out]
    return whole if len(kept) == len(entries) else f"{_ENTRY.join((head, *kept)).rstrip()}\n{_END}"


def split(whole: str, address: str) -> tuple[str, Mapping[str, str]]:
    """The content of `sitemap.xml` and of its parts by file name, for the site at `address`; no parts if one file suffices."""
    head, *entries = whole.removesuffix(_END).split(_ENTRY)
    if len(entries) <= MOST:
        return whole, {}
    starts = range(0, len(entries), MOST)
    parts = {
        f"sitemap-{number}.xml": _ENTRY.join((head, *entries[start : start + MOST])).rstrip() + f"\n{_END}"
        for number, start in enumerate(starts, 1)
    }
    listed = "".join(f"  <sitemap><loc>{escape(address + name)}</loc></sitemap>\n" for name in parts)
    index = f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{_NAMESPACE}">\n{listed}</sitemapindex>'
    return index, parts


def packed(name: str, data: bytes, time: int) -> bytes:
    """The bytes of `<name>.gz`, as MkDocs writes it. `time` is in seconds since 1970."""
    made = io.BytesIO()
    with gzip.GzipFile(f"{name}.gz", "wb", fileobj=made, mtime=time) as stream:
        stream.write(data)
    return made.getvalue()
