"""The form as one file: everything in it, nothing around it, and a policy that allows exactly its scripts."""

import base64
import json
import re
import shutil
from hashlib import sha256
from html import unescape
from pathlib import Path

import pytest

from laomo.pages import theme
from laomo.pages.form import page
from laomo.pages.form.page import FormFacts
from tests.conftest import ROOT

FACTS = FormFacts("小<馆", {"north": "北区工会"}, ["教育"])
LIBRARIES = {"fflate.js": "zip('</script>');\r\n", "jsoneditor.js": "editor();", "LICENSES.txt": "<MIT>"}


@pytest.fixture
def own_theme(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The theme with three small libraries."""
    folder = tmp_path / "theme"
    for part in ("forms", "overrides/assets/stylesheets"):
        shutil.copytree(
            ROOT / "theme" / part, folder / part, ignore=shutil.ignore_patterns("node_modules", "libraries", "cms")
        )
    (folder / "forms/libraries").mkdir()
    for name, text in LIBRARIES.items():
        (folder / "forms/libraries" / name).write_text(text, encoding="utf-8", newline="")
    monkeypatch.setattr(theme, "folder", lambda: folder)
    return folder


def scripts(text: str) -> list[str]:
    return re.findall(r"<script>(.*?)</script>", text, re.DOTALL)


def hashes(texts: list[str]) -> str:
    return " ".join(f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'" for text in texts)


def policy(text: str) -> list[str]:
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    return unescape(found).split("; ")


def test_the_form_to_hand_out_needs_nothing_else(own_theme: Path) -> None:
    assert page.are_libraries_there()
    text = page.page(FACTS).decode()
    assert "{{" not in re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    found = scripts(text)
    assert len(found) == 4
    assert policy(text) == [
        f"script-src {hashes(found)}",
        "img-src data:",
        *(
            "default-src 'none'",
            "style-src 'unsafe-inline'",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        ),
    ]
    assert found[1:3] == ["zip('<\\/script>');\n", "editor();"]
    assert "(MIT>" in text
    ours = found[3]
    assert ours.startswith('(() => {"use strict";\n')
    assert ours.endswith("})();")
    assert ours.count('"use strict"') == 1
    assert "data:," in text
    assert 'class="home"' not in text
    names = ["records", "rules", "parts", "faults", "photos", "library", "drafts", "package_file", "app"]
    places = [
        ours.index((own_theme / f"forms/{name}.js").read_text("utf-8").replace('"use strict";\n', "", 1))
        for name in names
    ]
    assert places == sorted(places)


def test_the_form_on_a_site_leads_back_to_it(own_theme: Path) -> None:
    assert own_theme
    text = page.page(FACTS, "../").decode()
    assert policy(text)[1] == "img-src 'self' data:"
    assert '<p class="home"><a href="../">返回网站</a></p>' in text
    assert '"../assets/images/favicon.svg"' in text
    assert "data:," not in text


def test_the_form_knows_the_names_of_its_site_and_no_record(own_theme: Path) -> None:
    assert own_theme
    text = page.page(FACTS).decode()
    (facts,) = re.findall(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert "小\\u003c馆" in facts
    told = json.loads(facts)
    assert list(told) == ["format", "site", "unions", "schemas"]
    assert (told["format"], told["site"], told["unions"]) == ("laomo-forms/1", "小<馆", {"north": "北区工会"})
    assert list(told["schemas"]) == [
        "studio",
        "year",
        "decision",
        "notice",
        "event",
        "inspection",
        "target",
        "alliances",
    ]


def test_the_form_is_dark_where_the_device_is(own_theme: Path) -> None:
    assert own_theme
    style = page._colours()
    assert "laomo-dark" not in style
    assert re.search(r'@media \(prefers-color-scheme: dark\) \{ \[data-md-color-scheme="laomo"\] \{[^}]+\} \}', style)


@pytest.mark.parametrize("missing", LIBRARIES)
def test_without_a_library_there_is_no_form(own_theme: Path, missing: str) -> None:
    (own_theme / "forms/libraries" / missing).unlink()
    assert not page.are_libraries_there()
    with pytest.raises(page.NoLibraries) as none:
        page.page(FACTS)
    assert none.value.code == "forms-not-made"


def test_its_file_has_a_name_that_clerks_read() -> None:
    assert page.FILE == "填报表.html"
