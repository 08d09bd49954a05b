"""Stamps pages: what surrounds the content of a page is rendered once, and used for every page that differs in nothing else.

Pages of records differ in title, description, linked data, address, edit link, date and content. MkDocs renders one page of each
place (folder, depth, kind of page) with placeholders for these. Cut apart at them, it is a **frame**, which is then filled in with
the values of each page. If a template does more with a value than print it, its placeholder is not found again; the pages of that
frame are rendered one by one. `page` compares filled frames with what MkDocs makes.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from jinja2 import TemplateError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from laomo.render.mkdocs_site import MkDocsSite

_PLAIN = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"})
_FORMS: tuple[Callable[[str], str], ...] = (str, unescape, lambda text: unescape(text).translate(_PLAIN))
"""How templates print a text: as it is, without entities (`striptags`), or as `partials/plain.html` does."""
_PRINTABLE = re.compile(r"(?:[^&<>\"\s]|&#\d+;|(?<=\S) (?=\S))*")
"""Texts that every form treats as it treats the placeholder."""
_SIGN = "zq8slot"
_INSIDE = "&#38;&#60;&#34;&#45;"
"""Stands within a placeholder: each form makes something else of it."""
_PLACEHOLDER = re.compile(rf"{_SIGN}([a-z.]+):(.*?):{_SIGN}", re.DOTALL)
_TEXTS = (
    *(("title",), ("description",), ("linked",), ("canonical",)),
    *(("government", "date"), ("government", "source")),
)
"""The values of the front matter that differ from page to page; all others are the same within a frame."""
_SLOTS = {*map(".".join, _TEXTS), "date", "path", "content"}
_RAW = {"linked", "content"}
"""Values with markup, which templates must print as they are."""
_FAULTS = (TemplateError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
"""What a template may raise that gets a placeholder instead of a value."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the values of a page, in order: fixed text, and slots (name of the value, form)."""

    parts: tuple[str | tuple[str, Callable[[str], str]], ...]

    @classmethod
    def of(cls, text: str, address: str) -> "Frame | None":
        """The frame of a page rendered with placeholders; None if one is not found again. `address` is that page's."""
        parts: list[str | tuple[str, Callable[[str], str]]] = []
        for number, between in enumerate(re.split(f"({_SIGN}[a-z.]+:.*?:{_SIGN})", text, flags=re.DOTALL)):
            if number % 2:
                name, printed = _PLACEHOLDER.fullmatch(between).groups()  # type: ignore[union-attr]  # split by the same
                form = next((form for form in _FORMS if form(_INSIDE) == printed), None)
                if form is None or name not in _SLOTS or (name in _RAW and form is not str):
                    return None
                parts.append((name, form))
            else:
                first, *others = between.split(address)
                if _SIGN in "".join((first, *others)).lower():
                    return None
                parts.append(first)
                parts += [part for fixed in others for part in (("url", str), fixed)]
        return cls(tuple(parts))

    def filled(self, values: Mapping[str, str]) -> str:
        """The page with these values."""
        return "".join([part if isinstance(part, str) else part[1](values[part[0]]) for part in self.parts])


class Frames:
    """The frames of one site, by what their pages have in common."""

    def __init__(self, site: MkDocsSite) -> None:
        self._site = site
        self._usable = set(site.config.plugins) == {"laomo"} and not site.config.hooks
        self._listed = frozenset(page.url for page in site.nav.pages)
        self._folders = {url[: end + 1] for url in self._listed for end, sign in enumerate(url) if sign == "/"}
        self._folders |= {file.url.partition("/")[0] + "/" for file in site.files}
        self._frames: dict[str, Frame | None] = {}

    def stamped(self, page: Page) -> tuple[str, bool] | None:
        """A page whose content is set, rendered by its frame, and whether the frame is new; None if it must be rendered by itself."""
        address = self._address(page.url)
        if not self._usable or page.url in self._listed or _SIGN not in address or list(page.toc):
            return None
        if page.meta.get("language"):  # the few pages in English are named in their own header
            return None
        meta, values = _parted(page.meta)
        edit_base, values["path"] = _edit_link(page)
        values["date"] = str(page.update_date)
        if not all(_PRINTABLE.fullmatch(text) for name, text in values.items() if name not in _RAW):
            return None
        given = {name for name, text in values.items() if text}
        headed = "<h1" in (page.content or "")
        key = repr((address, meta, sorted(given), edit_base, headed))
        new = key not in self._frames
        if new:
            self._frames[key] = self._rendered(address, meta, given, edit_base, headed=headed)
        frame = self._frames[key]
        return (frame.filled({**values, "content": page.content or "", "url": page.url}), new) if frame else None

    def _rendered(
        self, address: str, meta: Mapping[str, Any], given: set[str], edit_base: str | None, *, headed: bool
    ) -> Frame | None:
        site, config = self._site, self._site.config
        page = Page(None, File.generated(config, f"{address.removesuffix('index.html')}index.md", content=""), config)
        if page.url != address:
            return None
        page.markdown, page.toc, page.meta = "", get_toc([]), dict(meta)
        for path in _TEXTS:
            if (name := ".".join(path)) in given:
                *above, last = path
                (page.meta.setdefault(above[0], {}) if above else page.meta)[last] = _placeholder(name)
        page.update_date = _placeholder("date") if "date" in given else ""
        page.edit_url = None if edit_base is None else edit_base + _placeholder("path")
        page.content = "<h1></h1>" * headed + _placeholder("content")
        try:
            text = site.rendered(page)
        except _FAULTS:  # MkDocs says of a page itself what is wrong
            return None
        return Frame.of(text.replace(f"<h1></h1>{_placeholder('content')}", _placeholder("content")), address)

    def _address(self, url: str) -> str:
        """The address with a placeholder for each folder that is neither in the navigation nor at the top level: `studios/…/`."""
        *names, last = url.split("/")
        folders = ("/".join(names[: end + 1]) + "/" for end in range(len(names)))
        known = ((name, folder in self._folders) for name, folder in zip(names, folders, strict=True))
        return "/".join([*(name if kept else f"{_SIGN}{place}" for place, (name, kept) in enumerate(known)), last])


def _placeholder(name: str) -> str:
    return f"{_SIGN}{name}:{_INSIDE}:{_SIGN}"


def _parted(meta: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The front matter without the values that differ from page to page, and these by name."""
    common = {name: dict(value) if isinstance(value, dict) else value for name, value in meta.items()}
    values = {}
    for *above, last in _TEXTS:
        within = common.get(above[0]) if above else common
        if isinstance(within, dict) and within.get(last):
            values[".".join((*above, last))] = str(within.pop(last))
    return common, values


def _edit_link(page: Page) -> tuple[str | None, str]:
    """Where a page is edited: the base, which pages share (None without a link), and the record's path."""
    path = (page.file.edit_uri or "").lstrip("./")
    if (
        not page.edit_url or not path or not page.edit_url.endswith(path) or "edit" in path
    ):  # Material exchanges this word
        return page.edit_url, ""
    return page.edit_url.removesuffix(path), path
