"""What the last good build left behind: safe to delete, ignored when damaged."""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from laomo.write import replace


@dataclass(slots=True)
class Memory:
    """Digest of the source and stamp of the result of every file of the last good build."""

    shared: str = ""
    sources: dict[str, str] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "Memory":
        """What the file holds; nothing if there is none, or if it is damaged."""
        try:
            found = json.loads(file.read_bytes())
            return cls(found["shared"], dict(found["sources"]), dict(found["results"]))
        except (OSError, ValueError, KeyError, TypeError):
            return cls()

    def write(self, file: Path) -> None:
        facts = {"shared": self.shared, "sources": self.sources, "results": self.results}
        replace(file, json.dumps(facts).encode())


def digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def stamp(file: Path) -> str:
    """Size and time of a written file: tells whether anybody else has touched it since."""
    stat = file.stat()
    return f"{stat.st_size}-{stat.st_mtime_ns}"
