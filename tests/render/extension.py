"""A Markdown extension of a site: one more paragraph on every page, or with `early` a step that it does not tell of."""

from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor


class _More(Treeprocessor):
    def run(self, root: Element) -> None:
        SubElement(root, "p").text = "more"


class _Same(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return lines


class _Ours(Extension):
    config = {"early": [False, "whether it looks at the source"]}  # noqa: RUF012 (as Python-Markdown wants it)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's)
        if self.getConfig("early"):
            md.preprocessors.register(_Same(md), "same", 1)
        else:
            md.treeprocessors.register(_More(md), "more", 1)


def makeExtension(**settings: Any) -> Extension:  # noqa: N802 (Python-Markdown's)
    return _Ours(**settings)
