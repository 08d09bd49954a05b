"""What the last good build left behind: safe to delete, ignored when damaged."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from laomo.system.cache import read_sealed, write_sealed


@dataclass(slots=True)
class RenderCache:
    """Digest of the source and stamp of the result of every file of the last good build."""

    shared: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "RenderCache":
        """What the file holds; nothing if there is none, or if it cannot be relied on."""
        try:
            found = json.loads(read_sealed(file) or b"{}")
            return cls(found["shared"], dict(found["sources"]), dict(found["results"]))
        except (ValueError, KeyError, TypeError, RecursionError):
            return cls()

    def write(self, file: Path) -> None:
        facts = {"shared": self.shared, "sources": self.sources, "results": self.results}
        write_sealed(file, json.dumps(facts).encode())
