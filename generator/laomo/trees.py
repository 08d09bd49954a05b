"""What the YAML of faultless record files said, by content, so that an unchanged file is not parsed again.

Only trees of text are kept, as JSON, which cannot do anything but say something; every tree still passes its model on each
run. A file that is damaged, of another version or another user's is no file.
"""

import json
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from laomo import personal, yamlfile, yamlhints
from laomo.write import mine, replace
from laomo.yamlfile import Tree


@dataclass(slots=True)
class Trees:
    """Trees by the digest of their file's bytes: those of the last run, and those of this one."""

    known: dict[str, Tree] = field(default_factory=dict)
    used: dict[str, Tree] = field(default_factory=dict)

    @classmethod
    def read(cls, file: Path) -> "Trees":
        """The trees of the last run; none if they cannot be relied on."""
        try:
            if not mine(file):
                return cls()
            found = json.loads(file.read_bytes())
            return cls(dict(found["trees"]) if found["version"] == _version() else {})
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return cls()

    def write(self, file: Path) -> None:
        """Keep what this run has used. Where nothing can be written, the next run parses again."""
        if self.used.keys() == self.known.keys():
            return
        try:
            text = json.dumps({"version": _version(), "trees": self.used}, ensure_ascii=False)
            replace(file, text.encode("utf-8", "surrogatepass"))
        except OSError:
            return

    def get(self, digest: str) -> Tree | None:
        """The tree of a faultless file that was seen before, by the digest of its bytes."""
        if digest in self.known:
            self.used[digest] = self.known[digest]
        return self.used.get(digest)

    def keep(self, digest: str, tree: Tree) -> None:
        """Remember the tree of a file without a fault."""
        self.used[digest] = tree


@cache
def _version() -> str:
    """Of all that makes a tree out of bytes and finds fault with it."""
    digest = sha256(version("pyyaml").encode())
    for module in (personal, yamlfile, yamlhints):
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()
