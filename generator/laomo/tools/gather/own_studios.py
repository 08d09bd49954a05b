"""The host's own studios, beside those that were gathered: a member's studio that is one of them is shown as the host shows it."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from laomo.project import Project
from laomo.records.loader import Loaded
from laomo.records.models import StudioRecord
from laomo.system import files


def of(loaded: Loaded) -> Iterator[tuple[str, StudioRecord]]:
    """Their places (union/studio) and profiles."""
    for path, record in loaded.records.items():
        if isinstance(record, StudioRecord) and path.with_name("home.yml") not in loaded.records:
            yield "/".join(path.parts[:2]), record


def in_folder(union: Path) -> list[str]:
    """The ids of the host's own studios in the folder of one union or house."""
    found = sorted(union.glob("*/studio.yml"))
    return [each.parent.name for each in found if not (each.parent / "home.yml").is_file()]


@dataclass(frozen=True, slots=True)
class OwnStudios:
    """Whether they are those that the last gather saw: if not, a member's studio that lies here may be one of them."""

    file: Path
    digest: str

    @classmethod
    def of(cls, project: Project) -> "OwnStudios":
        """By the bytes of their profiles, of which a province has few."""
        found = [
            (union.name, studio, sha256((union / studio / "studio.yml").read_bytes()).hexdigest())
            for union in sorted(project.studios.iterdir())
            if union.is_dir() and not union.is_symlink()
            for studio in in_folder(union)
        ]
        return cls(project.root / ".build/houses/own", sha256(json.dumps(found).encode()).hexdigest())

    @property
    def known(self) -> bool:
        """Whether a gather has compared the houses with these."""
        return self.file.is_file() and self.file.read_text("utf-8") == self.digest

    def remember(self) -> None:
        """Of these, all houses have been compared."""
        files.write_atomic(self.file, self.digest.encode())
