"""Renders theme blocks that are the same on all pages of a folder (header, navigation, footer) once for each folder.

Such a block is rendered with a stand-in page, which has an address and little else. If the block accesses anything else, it
depends on the page, and from then on it is rendered for every page, as Jinja does. So there is no list of shared blocks to
maintain. Pages with a language of their own are few and are rendered without sharing.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn

from jinja2 import Template
from jinja2.runtime import Context
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_SHARED = {"nav", "pages", "base_url", "extra_css", "extra_javascript", "mkdocs_version", "build_date_utc", "config"}
"""Template variables that are the same for all pages of a folder. All others depend on the page."""


class _PageDependent(Exception):
    """A block accessed something that depends on the page."""


class _PageOwn:
    """A value that depends on the page. Any access to it, except to the known attributes, raises `_PageDependent`."""

    def __init__(self, **known: object) -> None:
        self.__dict__.update(known)

    def _refuse(self, *_: object) -> NoReturn:
        raise _PageDependent

    __getattr__ = __getitem__ = __eq__ = __bool__ = __iter__ = __len__ = __str__ = __call__ = __contains__ = _refuse
    __hash__ = None  # type: ignore[assignment]


class _StandIn(_PageOwn):
    """A value that is known to be true, with some known attributes."""

    def __bool__(self) -> bool:  # type: ignore[override]
        return True


class Shell:
    """Renders pages with Jinja, and shared blocks only once for each folder."""

    def __init__(self, nav: Navigation, files: Files) -> None:
        self._listed = {page.url for page in nav.pages}
        self._folders = {url[: end + 1] for url in self._listed for end, sign in enumerate(url) if sign == "/"}
        self._folders |= {file.url.partition("/")[0] + "/" for file in files}
        self._shared: dict[str | None, set[str]] = defaultdict(set)
        """Template name → the blocks that are not known to depend on the page."""
        self._rendered: dict[tuple[object, ...], str] = {}

    def render(self, template: Template, facts: Mapping[str, Any]) -> str:
        """The same text as `template.render(facts)`. `facts` are the variables that MkDocs passes to a page's template."""
        page: Page = facts["page"]
        context = template.new_context(dict(facts))
        if template.name not in self._shared:  # the blocks are known only after all parent templates have run
            text = "".join(template.root_render_func(context))
            self._shared[template.name].update(context.blocks)
            return text
        if page.url not in self._listed and page.meta and not page.meta.get("language") and not list(page.toc):
            hidden = page.meta.get("hide") or ()
            place = self._place(page.url)
            stand_in = _StandIn(url=place, toc=(), meta=_StandIn(hide=hidden, language=None))
            own = {name: _PageOwn() for name in facts if name not in _SHARED} | {"page": stand_in}
            for name in self._shared[template.name]:
                key = template.name, place, str(hidden), name
                context.blocks.setdefault(name, []).insert(0, self._once(key, name, own))
        return "".join(template.root_render_func(context))

    def _place(self, url: str) -> str:
        """The address with `*` for each folder that is neither in the navigation nor at the top level: `studios/*/*/`."""
        *names, last = url.split("/")
        folders = ("/".join(names[: end + 1]) + "/" for end in range(len(names)))
        return "/".join(
            [*(name if folder in self._folders else "*" for name, folder in zip(names, folders, strict=True)), last]
        )

    def _once(self, key: tuple[str | None, ...], name: str, own: dict[str, Any]) -> Any:
        def block(context: Context) -> Iterator[str]:
            original = context.blocks[name][1]
            if key not in self._rendered and name in self._shared[key[0]]:
                try:
                    self._rendered[key] = "".join(original(context.derived(own)))
                except _PageDependent:
                    self._shared[key[0]].discard(name)
            yield self._rendered[key] if key in self._rendered else "".join(original(context))

        return block
