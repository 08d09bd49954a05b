"""Jinja2 at its border: the templates of `theme/templates/`, with every value made inert on its way into a page."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

import jinja2
import jinja2.bccache
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from laomo.pages import looks, theme
from laomo.pages.theme import icon
from laomo.records.models import Record, vocabulary
from laomo.registry import urls
from laomo.text import escape


class _Compiled(jinja2.BytecodeCache):
    """Templates as this process has compiled them, by place and source: for the next build, and for the preview's."""

    def __init__(self) -> None:
        self._codes: dict[str, tuple[str, Any]] = {}

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self._codes[bucket.key] = bucket.checksum, bucket.code


COMPILED: Final = _Compiled()
"""Kept in memory alone: bytecode from a file could be anybody's."""


class _EscapeOnceGenerator(CodeGenerator):
    """Compiles templates so that what `inert` has made markup is not escaped again, to the same: it took a fifth of the time."""

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class Templates:
    """Renders the Markdown of pages. A value that is not markup made by a template becomes inert text, without exception."""

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or theme.folder() / "templates"
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self._folder),
            undefined=jinja2.StrictUndefined,
            finalize=inert,
            bytecode_cache=COMPILED,
            autoescape=True,
            auto_reload=False,  # nobody edits a template while a build runs
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            comment_start_string="{##",  # `{#id}` is a heading's id in Markdown
            comment_end_string="##}",
        )
        self._environment.code_generator_class = _EscapeOnceGenerator
        self._environment.globals |= {"words": vocabulary, "looks": looks, "icon": icon}
        self._environment.filters |= {"paragraphs": escape.paragraphs, "front": _front_matter, "tint": looks.tint}

    def __reduce__(self) -> tuple[type["Templates"], tuple[Path]]:
        """Where a process cannot be forked it opens the folder anew."""
        return Templates, (self._folder,)

    def render(self, name: str, url: str, **facts: Any) -> bytes:
        """The page of one template at one address. `link(target)` in it gives the way from here to another address."""
        template = self._environment.get_template(name)
        link: Callable[[str], str] = partial(urls.relative, url)
        return template.render(link=link, here=url, **facts).encode()


def inert(value: Any) -> Markup:
    """Any value as text that no page can mistake for markup; markup that a template made stays as it is."""
    if isinstance(value, Markup):
        return value
    return Markup("") if value is None else escape.inert(str(value))


def inert_facts(record: Record) -> dict[str, Any]:
    """A record's values for the theme's own templates, which print them raw: inert, empty ones left out."""
    return {
        name: inert_facts(value) if isinstance(value, Record) else inert(value)
        for name, value in record
        if isinstance(value, Record) or (value is not None and not isinstance(value, tuple))
    }


_WITHOUT_MEANING = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&'"})


def linked_data(graph: Mapping[str, Any]) -> str:
    """JSON-LD for the head of a page. Nothing but ASCII, and no character that HTML or YAML in single quotes could mean."""
    told = json.dumps(graph, separators=(",", ":"))
    return told.translate(_WITHOUT_MEANING)


def with_linked_data(page: bytes, graph: Mapping[str, Any]) -> bytes:
    """A page's Markdown with the graph in its front matter, where the theme finds it: the text stays plain HTML."""
    return page.replace(b"---\n", f"---\nlinked: '{linked_data(graph)}'\n".encode(), 1)


def _front_matter(value: Any) -> Markup:
    """A value for the YAML front matter: inert, so that the theme may print it raw, inside double quotes."""
    return Markup('"') + inert(value) + Markup('"')
