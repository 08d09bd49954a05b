"""A built site → a bucket of a store that speaks S3 (OSS, COS, OBS and others).

A store has no links that could be swapped. What readers see lies at the top of the prefix, and below `releases/` is what it is made
of: `files/` with every content once, by its digest, `0001-….json` with the paths and digests of a release, and `current` with its
name. A release sends what is new to `files/` and then, by copies within the store, changes the readers' files in an order in
which no page ever names a file that is not there: first what pages fetch, then pages, the home page last; what is gone is deleted
at the very end.

Stores have no common way to lock. So whoever publishes says so in `pending/`, and looks, after `current` names its release, whether
anybody else was there meanwhile. Then everybody writes every file of the release that `current` names, until it names the same
one afterwards: the last one is whole. Whoever was interrupted left his `pending/`, and the next one does the same.
"""

import re
import secrets
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from laomo.publish.listing import Listing
from laomo.publish.releases import KEPT, NoRelease, PlaceTaken, Released
from laomo.publish.ssh import PublishFailed
from laomo.publish.store import Bucket, Store, opened

_GIVEN_UP = timedelta(days=1)
"""Whoever began so long before us publishes no more."""


def release(site: Path, target: Bucket) -> Released:
    """Make the built site what readers of the bucket see. Raises NoRelease without a site, PlaceTaken, PublishFailed."""
    if not (site / "index.html").is_file():
        raise NoRelease("no-site", place=str(site))
    fresh = Listing.of_site(site)
    sources = {digest: site / path for path, digest in fresh.files.items()}
    with opened(target) as store:
        place = _Releases(store)
        if place.taken():
            raise PlaceTaken("bucket-taken", place=str(target))
        known = place.releases()
        name = f"{max(map(_number, known), default=0) + 1:04d}-{secrets.token_hex(4)}"
        with place.begun(fresh) as begun:
            place.complete(sources)
            store.send(f"releases/{name}.json", fresh.text.encode())
            try:
                place.show(name, fresh, {*known, name}, begun)
            except store.client.exceptions.NoSuchKey:  # somebody who had not seen us begin has cleaned up
                place.complete(sources)
                place.show(name, fresh, {*known, name}, begun)
            place.complete(sources)
            purged = [old for old in known if place.listed(old).withdrawals != fresh.withdrawals]
            place.clean({*purged, *[*known, name][:-KEPT]}, begun)
    return Released(_shown(name), tuple(map(_shown, purged)))


def rollback(target: Bucket) -> Released:
    """Make the release before the current one current again. Raises NoRelease, PublishFailed."""
    with opened(target) as store:
        place = _Releases(store)
        current, known = place.current(), place.releases()
        earlier = known[: known.index(current)] if current in known else []
        if not earlier:
            raise NoRelease("no-earlier-release", place=str(target))
        listed = place.listed(earlier[-1])
        with place.begun(listed) as begun:
            place.show(earlier[-1], listed, set(known), begun)
            place.clean({current}, begun)
    return Released(_shown(earlier[-1]))


def _number(name: str) -> int:
    return int(_shown(name))


def _shown(name: str) -> str:
    """The number of a release, which two have if they were published at once; their names differ."""
    return name.partition("-")[0]


def _ranks(paths: Iterable[str]) -> list[list[str]]:
    """The paths in the order in which they may be written: each rank names only files of ranks before it."""
    ranks: list[list[str]] = [[], [], []]
    for path in paths:
        ranks[0 if not path.endswith(".html") else 2 if path == "index.html" else 1].append(path)
    return ranks


@dataclass(frozen=True, slots=True)
class _Releases:
    """The releases in a store, and what readers see of them."""

    store: Store

    def releases(self) -> list[str]:
        """The names of the releases, oldest first."""
        names = (path.removeprefix("releases/") for path in self.store.paths("releases/", "/"))
        found = (found[1] for name in names if (found := re.fullmatch(r"([0-9]{4,}-[0-9a-f]+)\.json", name)))
        return sorted(found, key=lambda name: (_number(name), name))

    def taken(self) -> bool:
        """Whether there are files that no release of ours has put there."""
        ours = self.current() or any(True for _ in self.store.paths("releases/pending/"))
        return not ours and any(not path.startswith("releases/") for path in self.store.paths(""))

    def listed(self, name: str) -> Listing:
        return Listing.of(self.store.text(f"releases/{name}.json"))

    def current(self) -> str:
        return self.store.text("releases/current")

    @contextmanager
    def begun(self, fresh: Listing) -> Iterator[str]:
        """Say what is under way, in a file whose path is given, until it is done; it stays there if it fails."""
        path = f"releases/pending/{secrets.token_hex(8)}.json"
        self.store.send(path, fresh.text.encode())
        yield path
        self.store.delete([path])

    def complete(self, sources: Mapping[str, Path]) -> None:
        """Send the contents, by their digests, that are not there."""
        there = set(self.store.paths("releases/files/"))
        missing = [digest for digest in sources if f"releases/files/{digest}" not in there]
        self.store.each(
            lambda digest: self.store.send(f"releases/files/{digest}", sources[digest].read_bytes()), missing
        )

    def show(self, name: str, fresh: Listing, known: Collection[str], begun: str) -> None:
        """Make the readers' files those of a release. `known` are all releases as far as we know, `begun` is our own file.

        If others show theirs meanwhile, the readers' files are in the end those of the last one.
        """
        before, disturbed = self.current(), bool(self._others(begun))
        shown = self.listed(before)
        self._write(fresh, [path for path, digest in fresh.files.items() if shown.files.get(path) != digest], shown)
        disturbed = disturbed or self.current() != before
        self.store.send("releases/current", name.encode())
        self.store.delete(path for path in shown.files if path not in fresh.files)
        # from here on nothing is changed unless somebody else was there
        if disturbed or self._others(begun) or set(self.releases()) != set(known):
            self._settle()

    def clean(self, names: Collection[str], begun: str) -> None:
        """Delete these releases, except the current one, and the files that no release has and none that is under way."""
        current = self.current()
        self.store.delete(f"releases/{name}.json" for name in names if name != current)
        self.store.delete(self._given_up(begun))
        held = list(self.store.paths("releases/files/"))  # before the lists are read: a new one may need them
        lists = [self.listed(name) for name in self.releases()]
        lists += [Listing.of(self.store.text(path)) for path in self.store.paths("releases/pending/")]
        wanted = {digest for listed in lists for digest in listed.files.values()}
        self.store.delete(path for path in held if path.rpartition("/")[2] not in wanted)

    def _others(self, begun: str) -> set[str]:
        return set(self.store.paths("releases/pending/")) - {begun}

    def _given_up(self, begun: str) -> list[str]:
        """What others began and will not finish. The store's own clock counts."""
        times = {
            entry["Key"].removeprefix(self.store.target.prefix): entry["LastModified"]
            for entry in self.store.entries("releases/pending/")
        }
        now = times.get(begun)
        return [path for path, time in times.items() if now and now - time > _GIVEN_UP]

    def _settle(self) -> None:
        """Write every file of the release that `current` names, and delete all others, until it names the same one afterwards."""
        settled = ""
        while (current := self.current()) != settled:
            listed = self.listed(current)
            if not listed.files:
                raise PublishFailed("not-stored", place=str(self.store.target), reason=current)
            self._write(listed, listed.files, Listing())
            self.store.delete(
                [path for path in self.store.paths("") if path not in listed.files and not path.startswith("releases/")]
            )
            settled = current

    def _write(self, fresh: Listing, paths: Iterable[str], shown: Listing) -> None:
        """Copy files of a release to their paths, those that are new to readers first in each rank."""
        for rank in _ranks(sorted(paths, key=lambda path: path in shown.files)):
            self.store.each(lambda path: self.store.copy(fresh.files[path], path), rank)
