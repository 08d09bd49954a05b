"""Records of a demonstration site, the questions that they answer, and their pages as plain Markdown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.pages.search.questions import draw

from laomo import generate
from laomo.pages import emitters
from laomo.pages.templates import Templates
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.system.output import Output
from laomo.tools import demo

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """A question, and the pages that answer it."""

    kind: str
    text: str
    pages: frozenset[str]
    first: frozenset[str]
    """Pages that may rightly stand first."""

    @property
    def wanted(self) -> int:
        """How many of its pages the first ten hits can hold."""
        return min(len(self.pages), 10)


def records(studios: int, seed: int, folder: Path) -> Registry:
    """The checked records of a demonstration site."""
    demo.write(folder, demo.generate(studios, seed))
    registry = generate.check(Project(folder)).registry
    if registry is None:
        raise RuntimeError(f"faulty records in {folder}")
    return registry


def questions(registry: Registry, seed: int, each: int) -> list[Asked]:
    """At most `each` questions of every class, drawn from the records."""
    drawn = draw(registry, seed, each)
    return [Asked(q.kind, q.text, _pages(q.answers), _pages(q.answers | q.also)) for q in drawn]


def page(address: str) -> str:
    """The page of an address, whatever place of it is meant."""
    return address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].lstrip("/").removesuffix("index.html")


def _pages(addresses: frozenset[str]) -> frozenset[str]:
    return frozenset(map(page, addresses))


def markdown(registry: Registry) -> Iterator[tuple[str, str]]:
    """Path and text of each page of studios, achievements and unions, without what only our theme can handle."""
    context = emitters.Context(registry, {}, Templates(), frozenset(), (), ())
    yield from filter(None, emitters.run(context, _markdown))


def _markdown(output: Output) -> tuple[str, str] | None:
    path = output.path.as_posix()
    if not path.endswith(".md") or not path.startswith(("studios/", "unions/")):
        return None
    return path, FRONT_MATTER.sub("", output.data.decode())
