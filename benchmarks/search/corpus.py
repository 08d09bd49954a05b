"""The records of a demo site, queries about them, and their pages as plain Markdown."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.pages.search.questions import draw

from laomo import generate
from laomo.pages import emitters
from laomo.pages.handwritten.articles import Article
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.system.output import Output
from laomo.tools import demo

CONTENT = Path(__file__).parents[2] / "content"
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


@dataclass(frozen=True)
class Asked:
    """A query, and the pages that answer it."""

    kind: str
    text: str
    pages: frozenset[str]
    first: frozenset[str]
    """The pages that are correct as the first hit."""

    @property
    def wanted(self) -> int:
        """The number of its pages that the first ten hits can contain."""
        return min(len(self.pages), 10)


def records(studios: int, seed: int, folder: Path) -> Registry:
    """The registry of a demo site with our hand-written pages, which is written into `folder`. Raises RuntimeError if it has errors."""
    demo.write(folder, demo.generate(studios, seed))
    shutil.copytree(CONTENT, folder / "content", dirs_exist_ok=True)
    registry = generate.check(Project(folder)).registry
    if registry is None:
        raise RuntimeError(f"faulty records in {folder}")
    return registry


def questions(registry: Registry, seed: int, each: int) -> list[Asked]:
    """At most `each` queries of every class, drawn from the records."""
    drawn = draw(registry, seed, each)
    return [Asked(q.kind, q.text, _pages(q.answers), _pages(q.answers | q.also)) for q in drawn]


def page(address: str) -> str:
    """The page of an address, without query, fragment and `index.html`."""
    return address.split("#", maxsplit=1)[0].split("?", maxsplit=1)[0].lstrip("/").removesuffix("index.html")


def _pages(addresses: frozenset[str]) -> frozenset[str]:
    return frozenset(map(page, addresses))


def articles(registry: Registry, folder: Path) -> tuple[Article, ...]:
    """The pages of a site beside those of studios, achievements and unions."""
    return tuple(emitters.search.indexed_pages(generate.context(Project(folder), registry, {})))


def markdown(registry: Registry, folder: Path) -> Iterator[tuple[str, str]]:
    """Path and Markdown of each page of a site, without front matter, which is for our theme."""
    project = Project(folder)
    for file in project.published_pages():
        yield file.relative_to(folder / "content").as_posix(), FRONT_MATTER.sub("", file.read_text(encoding="utf-8"))
    context = generate.context(project, registry, {})
    yield from filter(None, emitters.run(context, _markdown))


def _markdown(output: Output) -> tuple[str, str] | None:
    path = output.path.as_posix()
    return (path, FRONT_MATTER.sub("", output.data.decode())) if path.endswith(".md") else None
