"""Which sites get Material's script and stylesheets whole, and which only what the theme uses of them."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from laomo.pages import material
from laomo.render import material_use
from laomo.render.mkdocs_site import MkDocsSite
from tests.conftest import edit
from tests.render.conftest import Read

FEATURES = "features: [content.action.edit]"
TOGGLED = "toggle: {icon: material/weather-sunny, name: a}"
LIGHT = f"    - {{media: '(prefers-color-scheme: light)', scheme: laomo, {TOGGLED}}}\n"
DARK = f"    - {{media: '(prefers-color-scheme: dark)', scheme: laomo-dark, accent: deep orange, {TOGGLED}}}\n"


def settings(site: Path, old: str, new: str) -> Path:
    """The settings of the site after a change."""
    edit(site / "mkdocs.yml", old, new)
    return site / "mkdocs.yml"


PLAIN = {
    "as it is": ("docs_dir:", "docs_dir:"),
    "features of the theme": (FEATURES, "features: [navigation.top, toc.follow, navigation.sections]"),
    "no features": (f"  {FEATURES}\n", ""),
    "notes": ("[attr_list,", "[admonition, footnotes, def_list, attr_list,"),
    "light and dark": (f"  {FEATURES}\n", f"  {FEATURES}\n  palette:\n{LIGHT}{DARK}"),
    "one scheme": (f"  {FEATURES}\n", f"  {FEATURES}\n  palette: {{scheme: laomo}}\n"),
    "data of its own": ("docs_dir:", "extra: {mine: 1, consent: }\ndocs_dir:"),
    "style and script of its own": ("docs_dir:", "extra_css: [a.css]\nextra_javascript: [a.js]\ndocs_dir:"),
    "its own folder of looks": ("  name: material\n", "  name: material\n  custom_dir: look\n"),
}
WHOLE = {
    "another feature": (FEATURES, "features: [content.action.edit, content.code.copy]"),
    "an extension of Markdown": ("[attr_list,", "[codehilite, attr_list,"),
    "an extension with options": ("[attr_list,", "[{pymdownx.tabbed: {alternate_style: true}}, attr_list,"),
    "a plugin": ("plugins: [laomo]", "plugins: [laomo, search]"),
    "a hook": ("docs_dir:", "hooks: [hook.py]\ndocs_dir:"),
    "a version": ("docs_dir:", "extra: {version: {provider: mike}}\ndocs_dir:"),
    "a consent": ("docs_dir:", "extra: {consent: {title: a}}\ndocs_dir:"),
    "as the system has it": (
        f"  {FEATURES}\n",
        f"  {FEATURES}\n  palette:\n    - {{media: '(prefers-color-scheme)', {TOGGLED}}}\n{LIGHT}{DARK}",
    ),
    "a template": ("  name: material\n", "  name: material\n  custom_dir: templates\n"),
}


@pytest.mark.parametrize(("change", "whole"), [*((one, False) for one in PLAIN), *((one, True) for one in WHOLE)])
def test_what_the_settings_ask_for(site: Path, change: str, *, whole: bool) -> None:
    (site / "look").mkdir()
    (site / "look/logo.svg").write_text("<svg/>", "utf-8")
    (site / "templates/partials").mkdir(parents=True)
    (site / "templates/partials/footer.html").write_text("", "utf-8")
    (site / "hook.py").write_text("", "utf-8")
    config = load_config(str(settings(site, *(PLAIN | WHOLE)[change])))
    assert material_use.is_whole(config) is whole


def test_colours_of_a_palette(site: Path) -> None:
    config = load_config(str(settings(site, f"  {FEATURES}\n", f"  {FEATURES}\n  palette:\n{LIGHT}{DARK}")))
    assert material_use.colours(config) == {"default", "indigo", "laomo", "laomo-dark", "deep-orange"}
    assert material_use.colours(load_config(str(settings(site, "  palette:\n", "  other:\n")))) == {"default", "indigo"}


def names(site: MkDocsSite) -> set[str]:
    """The files of the site that are Material's, without hashes."""
    return {
        file.src_uri.split(".")[0]
        for file in site.files
        if file.src_uri.startswith(("assets/javascripts/", "assets/stylesheets/")) and ".min." in file.src_uri
    }


STYLES = {f"assets/stylesheets/{name}" for name in ("main", "palette")}
SCRIPT = "assets/javascripts/bundle"
SEARCH = "assets/javascripts/workers/search"


@pytest.mark.parametrize(
    ("change", "files"),
    [("as it is", set()), ("another feature", {*STYLES, SCRIPT}), ("a plugin", {*STYLES, SCRIPT, SEARCH})],
)
def test_files_and_pages_of_a_site(site: Path, change: str, files: set[str]) -> None:
    settings(site, *(PLAIN | WHOLE)[change])
    built = Read.of(site).site()
    assert {name for name in names(built) if "lunr" not in name} == files
    assert any("lunr" in name for name in names(built)) is (change == "a plugin")
    assert not [file.src_uri for file in built.files if file.src_uri.endswith(".map")]
    page = dict(built.theme_files())["404.html"].decode()
    assert [text in page for text in ("bundle.", "main.", 'id="__config"')] == [bool(files)] * 3
    assert "javascripts/site.js" in page
    (style,) = [file for file in built.files if file.src_uri.startswith("assets/stylesheets/laomo.")]
    assert (".md-typeset__scrollwrap{margin:1em" in style.content_string) is not bool(files)
    assert material.PART not in {file.src_uri for file in built.files}
