"""What a release in a store consists of: every file that readers see, by its bytes, and the mark of withdrawals."""

from hashlib import sha256
from pathlib import Path

import pytest

from laomo.publish.listing import Listing
from laomo.system import edition
from laomo.system.files import write_new


def test_a_site_is_listed_without_its_own_list_and_compressed_copies(tmp_path: Path) -> None:
    shown = ("index.html", "a/b.css", "sitemap.xml", "sitemap.xml.gz", "alone.gz", "甲.html", "x.br")
    for name in (*shown, "index.html.gz", "index.html.br", "a/b.css.gz", "sitemap.xml.gz.br"):
        write_new(tmp_path / name, name.encode())
    assert Listing.of_site(tmp_path).withdrawals == ""
    edition.mark(tmp_path, "mark")
    listed = Listing.of_site(tmp_path)
    assert listed == Listing({name: sha256(name.encode()).hexdigest() for name in shown}, "mark")
    assert list(listed.files) == sorted(shown)


def test_a_listing_comes_back_from_its_text() -> None:
    listed = Listing({"b": "2", "a": "1"}, "mark")
    assert listed.text == '["mark", {"a": "1", "b": "2"}]'
    assert Listing.of(listed.text) == listed


@pytest.mark.parametrize("text", ["", '["", {}]'])
def test_no_text_is_an_empty_listing(text: str) -> None:
    assert Listing.of(text) == Listing() == Listing({}, "")
