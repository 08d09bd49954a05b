"""A site with a few pages that a test gives: opened in milliseconds, because nothing is made of its records."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

from laomo import generate
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.render import incremental
from laomo.render.incremental import Rendered
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import Prepared
from laomo.system.output import Output, OutputWriter, WrittenFile

CRANE, CRANE_2013, WELD = "north/crane/studio.yml", "north/crane/2013.yml", "north/weld/studio.yml"


def page(title: str, body: str = "<p>字。</p>") -> str:
    """A page as templates of records write it."""
    linked = '"<script type=\\"application/ld+json\\">{}</script>"'
    return f'---\ntitle: "{title}"\ndescription: "{title}"\nlinked: {linked}\n---\n\n<header>\n<h1>{title}</h1>\n{body}\n</header>\n'


PAGES: Mapping[str, tuple[str, str | None]] = {
    "index.md": (page("小馆"), None),
    "studios/index.md": (page("工作室"), None),
    "studios/crane/index.md": (page("江一舟岸桥劳模创新工作室"), CRANE),
    "studios/dock/index.md": (page("江二帆码头工作室", "<p>字。</p>\n<p>又一段。</p>"), CRANE),
    "studios/weld/index.md": (page("方二铁焊接工作室"), WELD),
    "studios/crane/2013/index.md": (page("二〇一三年"), CRANE_2013),
    "data/studios.json": ("{}\n", None),
}
"""Path → text, and the record that it is made of."""


@dataclass(frozen=True, slots=True)
class Read:
    """A site with its records read, and pages that are said to be made of them."""

    project: Project
    registry: Registry
    outputs: list[WrittenFile]

    @classmethod
    def of(cls, root: Path, pages: Mapping[str, tuple[str, str | None]] = PAGES) -> "Read":
        project = Project(root)
        registry = generate.check(project).registry
        assert registry
        write = OutputWriter(project.pages)
        outputs = [
            Output(PurePosixPath(path), text.encode, PurePosixPath(source) if source else None)
            for path, (text, source) in pages.items()
        ]
        return cls(project, registry, [write(output) for output in outputs])

    def site(self) -> MkDocsSite:
        return MkDocsSite.of(self.project, Prepared(self.registry, self.outputs))

    def render(self) -> Rendered:
        return incremental.render(self.project, self.registry, self.outputs)


@pytest.fixture
def read(site: Path) -> Read:
    """The small site with `PAGES`."""
    return Read.of(site)
