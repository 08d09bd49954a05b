"""Renders the templates of `theme/templates/` with Jinja2. Every value is escaped before it enters a page."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, MutableMapping
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

import jinja2
import jinja2.runtime
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from laomo.pages import compiled, fragments, looks, theme
from laomo.pages.measures import picture, sentence
from laomo.pages.theme import icon
from laomo.records.models import Record, vocabulary
from laomo.registry import honour_kinds, urls
from laomo.registry.introduction import introduce
from laomo.text import escape, line_breaks


class _DirectContext(jinja2.runtime.Context):
    """Calls functions directly. Jinja first looks at each whether it wants the context; ours never do. That took 5 % of the time."""

    def call(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        return function(*arguments, **named)


class _EscapeOnceGenerator(CodeGenerator):
    """Compiles templates without Jinja's own escaping. `inert` has already escaped every value; a second pass took 20 % of the time."""

    def _output_child_pre(self, _node: nodes.Expr, _frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, *_: object) -> None:
        self.write(")")


class _Environment(jinja2.Environment):
    """Finds a template again by its name alone: templates do not change during a build, and pages include thirty thousand."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._found: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 (Jinja's name)
    ) -> jinja2.Template:
        if not isinstance(name, str) or globals is not None:
            return super().get_template(name, parent, globals)
        found = self._found.get(name)
        if found is None:
            found = self._found[name] = super().get_template(name, parent)
        return found


class Templates:
    """Renders the Markdown of pages. Every value is escaped, except markup that a template has made."""

    def __init__(self, folder: Path | None = None, places: tuple[str, ...] = ()) -> None:
        """`places` are the site's own names of regions, which no title cuts."""
        self._folder, self._places = folder or theme.folder() / "templates", places
        self._environment = _Environment(
            loader=jinja2.FileSystemLoader(self._folder),
            undefined=jinja2.StrictUndefined,
            finalize=inert,
            bytecode_cache=compiled.TEMPLATES,
            autoescape=True,
            auto_reload=False,  # templates do not change during a build
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            comment_start_string="{##",  # `{#id}` is a heading's id in Markdown
            comment_end_string="##}",
        )
        self._environment.code_generator_class = _EscapeOnceGenerator
        self._environment.context_class = _DirectContext
        self._environment.globals |= {"words": vocabulary, "looks": looks, "icon": icon}
        self._environment.globals |= {"sentence_of": sentence.of, "picture_of": picture.of}
        self._environment.filters |= {
            "paragraphs": escape.paragraphs,
            "unbroken": partial(unbroken, places=places),
            "percent": _percent,
            "shortened": shortened,
            "opening": _opening,
            "front": _front_matter,
            "ranked": honour_kinds.ranked,
            "introduced": introduce,
        }

    def __reduce__(self) -> tuple[type["Templates"], tuple[Path, tuple[str, ...]]]:
        """For processes that are started without fork: they load the templates again."""
        return Templates, (self._folder, self._places)

    def render(self, name: str, url: str, **facts: Any) -> bytes:
        """The output of a template for the page at `url`. In templates, `link(target)` returns the relative URL of another page."""
        template = self._environment.get_template(name)
        link: Callable[[str], str] = partial(urls.relative, url)
        return template.render(link=link, here=url, **facts).encode()

    def fragment(self, name: str, **facts: Any) -> str:
        """The output of a template for any page, without the newline at its end. Links in it are marked, see `fragments`."""
        return self._environment.get_template(name).render(link=fragments.marked, **facts).removesuffix("\n")


def inert(value: Any) -> Markup:
    """A value as text in which neither Markdown nor HTML has a meaning; empty for None. Markup from a template is returned as it is."""
    if isinstance(value, Markup):
        return value
    return Markup("") if value is None else escape.inert(str(value))


def inert_facts(record: Record) -> dict[str, Any]:
    """A record's values, escaped because the theme's HTML templates print them raw. Lists and empty values are left out."""
    return {
        name: inert_facts(value) if isinstance(value, Record) else _inert_value(value)
        for name, value in record
        if isinstance(value, Record) or (value is not None and not isinstance(value, tuple))
    }


def _inert_value(value: Any) -> Markup | bool | dict[str, Markup]:
    if isinstance(value, bool):
        return value
    if isinstance(value, dict):
        return {str(inert(key)): inert(each) for key, each in value.items()}
    return inert(value)


_SENTENCE_END = re.compile("[。！？][”’）]*")
_ESCAPES = str.maketrans({c: f"\\u{ord(c):04x}" for c in "<>&'"})


def linked_data(graph: Mapping[str, Any]) -> str:
    """JSON-LD for the head of a page: ASCII, without characters that have a meaning in HTML or in single-quoted YAML."""
    return json.dumps(graph, separators=(",", ":")).translate(_ESCAPES)


def with_linked_data(page: bytes, graph: Mapping[str, Any]) -> bytes:
    """A page's Markdown with the graph in its front matter, from where the theme writes it into the page's head."""
    return page.replace(b"---\n", f"---\nlinked: '{linked_data(graph)}'\n".encode(), 1)


def shortened(text: str, most: int) -> str:
    """A text of at most so many characters: whole, or up to the end of a sentence, or of a clause with an ellipsis (GB/T 15834, 4.11)."""
    if len(text) <= most:
        return text
    sentences, clauses = (
        max(text.rfind(sign, most // 2, most - 2) for sign in signs) for signs in ("。！？", "；，、：")
    )
    if sentences > 0:
        return text[: sentences + 1]
    return f"{text[: clauses if clauses > 0 else most - 2]}……"


def unbroken(value: Any, names: Iterable[str] = (), *, places: Iterable[str] = ()) -> Markup:
    """A title whose lines break only between words: a `<wbr>` wherever they may. The stylesheets forbid all other breaks.

    `names` are those of people, `places` those of regions, which are not cut wherever they occur in it. Empty for None; markup
    is returned as it is.
    """
    if isinstance(value, Markup) or value is None:
        return inert(value)
    return _with_breaks(str(value), (*names, *places))


@lru_cache(1 << 16)  # a title is shown on many pages
def _with_breaks(text: str, names: tuple[str, ...]) -> Markup:
    html = []
    for part in line_breaks.parts(" ".join(text.split()), names):
        word = part.rstrip()
        html += [f'<span class="kept">{escape.inert(word)}</span>' if " " in word else str(escape.inert(word))]
        html += [" " if part != word else "<wbr>"]
    return Markup("".join(html[:-1]))  # noqa: S704 (each part is escaped)


def _percent(value: Decimal, whole: Decimal) -> str:
    """How much of the whole a value is, in percent with one decimal."""
    return str(round(value / whole * 100, 1))


SAMPLE_MARK = "（示例）"
"""What follows the title and the description of something invented, wherever they are shown."""


def _front_matter(value: Any, sample: bool = False) -> Markup:
    """A value for the YAML front matter: in double quotes, and escaped so that the theme may print it raw; marked if it is a sample's."""
    return Markup('"') + inert(value) + Markup(f'{SAMPLE_MARK if sample else ""}"')  # noqa: S704 (a constant)


def _opening(text: str, most: int) -> tuple[str, str]:
    """The first sentences of a text, of at most so many characters if they can be had, and the rest of it."""
    if len(text) <= most:
        return text, ""
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    end = next((end for end in reversed(ends) if end <= most), ends[0] if ends else len(text))
    return text[:end], text[end:]
