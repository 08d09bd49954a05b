"""One line of the summary of a change."""

from dataclasses import dataclass

from laomo.registry.studio import Studio


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One line of a list: the name of what is new or has changed, a note on it, and its address on the site."""

    name: str
    note: str
    url: str

    @property
    def file(self) -> str:
        """The file of the page. Where files are only listed, such as a job's artifacts, a folder's address does not show its index."""
        folder, mark, anchor = self.url.partition("#")
        return f"{folder}index.html{mark}{anchor}"


def of_studio(studio: Studio, note: str | None = None) -> ChangeLine:
    """A studio, with a note or its union."""
    return ChangeLine(studio.name, note or studio.union.name, studio.url)
