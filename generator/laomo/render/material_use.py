"""Whether the settings of a site ask for more of Material for MkDocs than the theme brings itself.

The theme's own script (`theme/scripts/ui/`) does what its pages need: light and dark, back to the top, the lists beside long articles. A
site that names any other feature, plugin, extension of Markdown or template gets Material's script and stylesheets whole.
"""

from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from laomo.pages import theme

FEATURES: Final = frozenset(
    {
        "content.action.edit",
        "content.action.view",
        "navigation.expand",
        "navigation.indexes",
        "navigation.prune",
        "navigation.sections",
        "navigation.tabs",
        "navigation.top",
        "toc.follow",
    }
)
EXTENSIONS: Final = frozenset(
    {
        "abbr",
        "admonition",
        "attr_list",
        "def_list",
        "fenced_code",
        "footnotes",
        "md_in_html",
        "meta",
        "nl2br",
        "sane_lists",
        "smarty",
        "tables",
        "toc",
    }
)
_EXTRA: Final = ("alternate", "analytics", "annotate", "consent", "social", "status", "tags", "version")
"""Settings in `extra` of parts that Material's script runs, or its stylesheet shows."""
_AUTOMATIC: Final = "(prefers-color-scheme)"
"""The choice “as the system has it” in Material's palette of three."""


def is_whole(config: MkDocsConfig) -> bool:
    """Whether the site needs all of Material."""
    options = palette(config)
    return not (
        set(config.theme.get("features") or ()) <= FEATURES
        and set(config.markdown_extensions) <= EXTENSIONS
        and set(config.plugins) == {"laomo"}
        and not config.hooks
        and not any(config.extra.get(name) for name in _EXTRA)
        and all(option.get("toggle") or len(options) == 1 for option in options)
        and all(option.get("media") != _AUTOMATIC for option in options)
        and not any(_own_templates(config))
    )


def palette(config: MkDocsConfig) -> list[dict[str, Any]]:
    """The options of light and dark; empty if the site has none."""
    found = config.theme.get("palette") or []
    return [found] if isinstance(found, dict) else list(found)


def colours(config: MkDocsConfig) -> frozenset[str]:
    """The names of schemes and colours in the palette, with those that Material takes where none is named."""
    names = {
        str(option[name]) for option in palette(config) for name in ("scheme", "primary", "accent") if option.get(name)
    }
    return frozenset(name.replace(" ", "-") for name in {"default", "indigo", *names})


def searches(config: MkDocsConfig) -> bool:
    """Whether Material's search is in use."""
    return any(name.rpartition("/")[2] == "search" for name in config.plugins)


def _own_templates(config: MkDocsConfig) -> list[Path]:
    """Templates of the site's own, about which nobody knows which classes they use."""
    folder = config.theme.custom_dir
    if not folder or (theme.folder() / "overrides").samefile(folder):
        return []
    return sorted(Path(folder).rglob("*.html"))
