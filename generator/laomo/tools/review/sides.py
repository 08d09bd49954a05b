"""The records before and after a change, read from git's objects."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from laomo.records import models
from laomo.records.layout import model_of
from laomo.records.loader import Loaded, load
from laomo.records.yaml import reader
from laomo.registry.registry import Registry
from laomo.registry.studio import Studio
from laomo.system import git
from laomo.system.git import Repository


@dataclass(frozen=True, slots=True)
class Sides:
    """The records before and after a change."""

    before: Registry
    after: Registry

    def new(self) -> list[Studio]:
        """The studios that were not there before; one whose record could not be read then is not new."""
        known = {*self.before.studio_by_id, *_profiles(self.before.broken)}
        return [studio for studio in self.after.studios if studio.id not in known]

    def unreadable(self) -> list[Studio]:
        """The studios whose record has errors now, as they were before."""
        now = _profiles(self.after.broken) - self.after.studio_by_id.keys()
        return [studio for studio in self.before.studios if studio.id in now]

    def gone(self) -> list[str]:
        """The names of the studios whose files were deleted."""
        there = self.after.studio_by_id.keys() | _profiles(self.after.broken)
        return [studio.name for studio in self.before.studios if studio.id not in there]

    def kept(self) -> list[tuple[Studio, Studio]]:
        """The studios of both sides, as they were and as they are."""
        known = self.before.studio_by_id
        return [(known[studio.id], studio) for studio in self.after.studios if studio.id in known]

    def new_decisions(self) -> list[models.DecisionRecord]:
        """The announced decisions that were not there before."""
        known = dict(self.before.announced)
        return [record for path, record in self.after.announced if path not in known]


def _profiles(paths: Iterable[PurePosixPath]) -> set[str]:
    """The ids of the studios whose profiles are among these files."""
    return {path.parts[1] for path in paths if path.name == "studio.yml"}


def records_of(repository: Repository, commit: str) -> tuple[Loaded, Registry | None]:
    """The records of a commit, and their registry, None when they make no site.

    Only plain files where records belong are laid out in a temporary folder; nothing else of the commit reaches the disk.
    """
    entries = [entry for entry in repository.tree(commit) if entry.mode == git.FILE and _is_record(entry.path)]
    data = repository.read(entry.blob for entry in entries if entry.size <= reader.MAX_BYTES)
    with TemporaryDirectory() as folder:
        for entry in entries:
            file = Path(folder, entry.path)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.get(entry.blob, b""))
        loaded = load(Path(folder, "studios"))
    return loaded, Registry.of(loaded)


def _is_record(path: str) -> bool:
    parts = path.split("/")
    inside = parts[0] == "studios" and not {"", ".", ".."} & set(parts)
    return inside and model_of(PurePosixPath(*parts[1:])) is not None
