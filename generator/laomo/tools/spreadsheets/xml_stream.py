"""Parts of a package as a stream of elements: nothing of them is kept but what a target notes down."""

import zipfile
from functools import lru_cache
from typing import Any

from lxml import etree

_CHUNK = 1 << 16


def read_part(package: zipfile.ZipFile, part: str, target: Any) -> None:
    """Give the elements of a part to a target with the methods `start`, `end`, `data` and `close`; only `close` is needed.

    Raises KeyError without such a part, etree.XMLSyntaxError for what is no XML, and whatever the target raises.
    """
    parser = etree.XMLParser(target=target, resolve_entities=False, no_network=True)
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            parser.feed(chunk)
    parser.close()


@lru_cache(1 << 10)
def plain(tag: str) -> str:
    """The name of an element without its namespace."""
    return tag.rpartition("}")[2]
