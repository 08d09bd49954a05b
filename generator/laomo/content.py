"""Hand-written pages, as far as the program asks about them: the front matter of stories."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from laomo import yamlfile


@dataclass(frozen=True, slots=True)
class Story:
    """A hand-written story with what its front matter says of it."""

    url: str
    title: str
    description: str
    themes: tuple[str, ...]


def stories(content: Path) -> Iterator[Story]:
    """The stories of `content/stories/`, by file name. Front matter that cannot be read is left to MkDocs."""
    for file in sorted((content / "stories").glob("*.md")):
        facts = front_matter(file.read_bytes(), file.name)
        themes = facts.get("themes")
        if isinstance(themes, list):
            yield Story(
                f"stories/{file.stem}/",
                str(facts.get("title") or file.stem),
                str(facts.get("description") or ""),
                tuple(theme for theme in themes if isinstance(theme, str)),
            )


def front_matter(page: bytes, name: str) -> Mapping[str, object]:
    """The mapping between the two `---` lines at the top of a page; empty without one."""
    opening, mark, rest = page.replace(b"\r\n", b"\n").partition(b"---\n")
    head, end, _ = rest.partition(b"\n---\n")
    if opening or not mark or not end:
        return {}
    tree, _ = yamlfile.read(head, name)
    return tree if isinstance(tree, dict) else {}
