"""Whether a build would change anything: if not, it need not begin.

After a build, the stamps of all that it was made of and of all that it published are kept. While both are the same, the published
site is what another build would make. A new day, program, library or font counts as a change, and so does a published file that
somebody touched. Nothing is kept if a file was changed a moment ago (see `system.walk`), or if hooks or plugins may read what we do
not know of.
"""

import os
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from laomo.assets import fonts
from laomo.cli.check_cache import inputs, snapshot_of
from laomo.pages import theme
from laomo.problems.problem import Problem, problem_of
from laomo.project import Project
from laomo.render import VARIABLE
from laomo.system import cache, walk
from laomo.system.clock import today
from laomo.system.files import linked_stamp_of
from laomo.system.fingerprint import installed, program

if TYPE_CHECKING:
    from laomo.render.incremental import Rendered


@dataclass(frozen=True, slots=True)
class Unchanged:
    """What the last build said: the number of pages, and its warnings."""

    pages: int
    warnings: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class BuildGate:
    """The gate before one build: its site, the folder that it publishes to, and its options."""

    project: Project
    out: Path
    strict: bool
    compress: bool
    start: int = field(default_factory=time.time_ns)

    def unchanged(self) -> Unchanged | None:
        """What the last build said, if another one would publish the same; else None. Raises BuildFailed for links among the caches."""
        try:
            self.project.refuse_links(self.project.cache_folder)  # a build looks for all others
            stored = cache.load(self._file, self._version)
        except OSError:  # the build reports what is missing
            return None
        places = self._places(map(Path, stored.get("folders", ())))
        if not stored or not snapshot_of(stored["files"]).holds(places):
            return None
        return Unchanged(stored["pages"], tuple(problem_of(**each) for each in stored["warnings"]))

    def remember(self, rendered: "Rendered") -> None:
        """Keep the state after a build that began when this gate was made."""
        if rendered.theme_folders is None:
            return
        try:
            *sources, published = (place.files() for place in self._places(rendered.theme_folders))
        except OSError:  # no cache then
            return
        if all(each.settled(self.start) for each in chain.from_iterable(sources)):
            facts: dict[str, Any] = {
                "files": asdict(walk.Snapshot.of((*sources, published))),
                "folders": [str(folder) for folder in rendered.theme_folders],
                "pages": rendered.pages,
                "warnings": [asdict(problem) for problem in rendered.warnings],
            }
            cache.save(self._file, self._version, facts, {})

    @property
    def _file(self) -> Path:
        return self.project.cache_folder / "build.json"

    @property
    def _version(self) -> str:
        """All that a build depends on beside files. Fonts have stamps of their own, because they lie anywhere."""
        drawn_with = [candidate.stamp for candidate in fonts.candidates()]
        environment = [os.environ.get(name) for name in ("SOURCE_DATE_EPOCH", VARIABLE)]
        options = (str(self.out), self.strict, self.compress, environment, self.project.settings_values, drawn_with)
        return f"{program()} {installed()} {today()} {options}"

    def _places(self, folders: Iterable[Path]) -> list[walk.WalkedTree]:
        """What a build is made of, and last what it publishes: hard links to that, which other editions have, do not count as a change."""
        theme_folders = map(walk.WalkedTree, sorted({*folders, theme.folder()}))
        return [*inputs(self.project), *theme_folders, walk.WalkedTree(self.out.resolve(), linked_stamp_of)]
