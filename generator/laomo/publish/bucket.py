"""A built site → a bucket of a store that speaks S3 (OSS, COS, OBS and others), with `laomo[s3]`. The only module that imports boto3.

A store has no links that could be swapped. What readers see lies at the top of the prefix, and below `releases/` is what it is made
of: `files/` with every content once, by its digest, `0001.json` with the paths and digests of a release, and `current` with its
number. A release sends what is new to `files/` and then, by copies within the store, changes the readers' files in an order in
which no page ever names a file that is not there: first what pages fetch, then pages, the home page last; what is gone is deleted
at the very end. Whoever is interrupted leaves `pending` with the numbers of the releases that are partly there, and the next
release or rollback writes every file again and deletes the others. Two publications to one place at once are not kept apart:
stores have no common way to do that.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import file_digest
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from laomo.publish.compressed import ENDINGS
from laomo.publish.delivery import cache_control, content_type
from laomo.publish.releases import KEPT, NoRelease, PlaceTaken, Released
from laomo.publish.ssh import PublishFailed
from laomo.system.edition import MARK, Edition, files

_AT_A_TIME = 8
"""Requests under way."""
_ENVELOPE = "application/json"


@dataclass(frozen=True, slots=True)
class Bucket:
    """A place in a store: `prefix` is empty or ends in a slash, `endpoint` the store's address, None for the one that boto3 knows."""

    name: str
    prefix: str = ""
    endpoint: str | None = None

    def __str__(self) -> str:
        return f"s3://{self.name}/{self.prefix}"


def place(target: str, endpoint: str | None = None) -> Bucket | None:
    """Parse `s3://bucket/prefix`; None for anything else."""
    found = re.fullmatch(r"s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?", target)
    if not found:
        return None
    prefix = (found[2] or "").strip("/")
    return Bucket(found[1], f"{prefix}/" if prefix else "", endpoint)


@dataclass(frozen=True, slots=True)
class _Listed:
    """One release: the digests of its files by path, and its mark of withdrawals."""

    files: Mapping[str, str] = field(default_factory=dict)
    withdrawals: str = ""


def release(site: Path, target: Bucket) -> Released:
    """Make the built site what readers of the bucket see. Raises NoRelease without a site, PlaceTaken, PublishFailed."""
    if not (site / "index.html").is_file():
        raise NoRelease("no-site", place=str(site))
    fresh = _listed(site)
    with _store(target) as store:
        if store.taken():
            raise PlaceTaken("bucket-taken", place=str(target))
        known = store.releases()
        stored = {digest for number in known for digest in store.listed(number).files.values()}
        number = f"{max(map(int, known), default=0) + 1:04d}"
        sources = {digest: site / path for path, digest in fresh.files.items() if digest not in stored}
        store.each(lambda each: store.send(f"releases/files/{each[0]}", each[1].read_bytes()), sources.items())
        store.send(f"releases/{number}.json", json.dumps([fresh.withdrawals, fresh.files], sort_keys=True).encode())
        store.show(number, fresh)
        purged = tuple(old for old in known if store.listed(old).withdrawals != fresh.withdrawals)
        store.keep([old for old in [*known, number][-KEPT:] if old not in purged])
    return Released(number, purged)


def rollback(target: Bucket) -> Released:
    """Make the release before the current one current again. Raises NoRelease, PublishFailed."""
    with _store(target) as store:
        current, known = store.current(), store.releases()
        earlier = [number for number in known if current and int(number) < int(current)]
        if not earlier:
            raise NoRelease("no-earlier-release", place=str(target))
        store.show(earlier[-1], store.listed(earlier[-1]))
        store.keep([number for number in known if number != current])
    return Released(earlier[-1])


def _listed(site: Path) -> _Listed:
    """What is published of a site: not its own list, and no compressed copies, which a store would not choose between."""
    names = files(site)
    copies = {f"{name}{ending}" for name in names for ending in ENDINGS if name != "sitemap.xml"}
    edition = Edition.of(site)
    digests = {}
    for name in sorted(names - copies - {MARK}):
        with (site / name).open("rb") as opened:
            digests[name] = file_digest(opened, "sha256").hexdigest()
    return _Listed(digests, edition.withdrawals if edition else "")


def _ranks(paths: Iterable[str]) -> list[list[str]]:
    """The paths in the order in which they may be written: each rank names only files of ranks before it."""
    ranks: list[list[str]] = [[], [], []]
    for path in paths:
        ranks[0 if not path.endswith(".html") else 2 if path == "index.html" else 1].append(path)
    return ranks


@dataclass(frozen=True, slots=True)
class _Store:
    """The requests to the store, by paths below the prefix."""

    client: Any
    target: Bucket

    def send(self, path: str, data: bytes) -> None:
        key = self.target.prefix + path
        self.client.put_object(
            Bucket=self.target.name, Key=key, Body=data, ContentType=_ENVELOPE, CacheControl="no-store"
        )

    def text(self, path: str) -> str:
        """What a file says; nothing if there is none."""
        try:
            answer = self.client.get_object(Bucket=self.target.name, Key=self.target.prefix + path)
        except self.client.exceptions.NoSuchKey:
            return ""
        return str(answer["Body"].read().decode())

    def releases(self) -> list[str]:
        """The numbers of the releases, oldest first."""
        names = (key.removeprefix(f"{self.target.prefix}releases/") for key in self._keys("releases/", "/"))
        return sorted((found[1] for name in names if (found := re.fullmatch(r"([0-9]{4,})\.json", name))), key=int)

    def taken(self) -> bool:
        """Whether there are files that no release of ours has put there."""
        ours = self.current() or self.text("releases/pending")
        keys = (key.removeprefix(self.target.prefix) for key in self._keys(""))
        return not ours and any(not key.startswith("releases/") for key in keys)

    def listed(self, number: str) -> _Listed:
        withdrawals, listed = json.loads(self.text(f"releases/{number}.json") or '["", {}]')
        return _Listed(listed, withdrawals)

    def current(self) -> str:
        return self.text("releases/current")

    def show(self, number: str, fresh: _Listed) -> None:
        """Make the readers' files those of a release."""
        interrupted, current = self.text("releases/pending").split(), self.current()
        before = self.listed(current) if current else _Listed()
        partly = {*interrupted, current, number} - {""}
        there = {path for each in partly - {number} for path in self.listed(each).files}
        self.send("releases/pending", " ".join(sorted(partly)).encode())
        changed = [path for path, digest in fresh.files.items() if interrupted or before.files.get(path) != digest]
        for rank in _ranks(sorted(changed, key=lambda path: path in there)):
            self.each(lambda path: self._copy(fresh.files[path], path), rank)
        self.send("releases/current", number.encode())
        self._delete(path for path in there if path not in fresh.files)
        self._delete(["releases/pending"])

    def keep(self, numbers: list[str]) -> None:
        """Delete all other releases, and the files that only they have."""
        wanted = {digest for number in numbers for digest in self.listed(number).files.values()}
        self._delete(f"releases/{number}.json" for number in self.releases() if number not in numbers)
        held = (key.removeprefix(self.target.prefix) for key in self._keys("releases/files/"))
        self._delete(path for path in held if path.rpartition("/")[2] not in wanted)

    def each(self, work: Callable[[Any], None], items: Iterable[Any]) -> None:
        """Do the work for all items, several at a time; the first failure is raised."""
        with ThreadPoolExecutor(_AT_A_TIME) as threads:
            list(threads.map(work, items))

    def _copy(self, digest: str, path: str) -> None:
        self.client.copy_object(
            Bucket=self.target.name,
            Key=self.target.prefix + path,
            CopySource={"Bucket": self.target.name, "Key": f"{self.target.prefix}releases/files/{digest}"},
            MetadataDirective="REPLACE",
            ContentType=content_type(path),
            CacheControl=cache_control(path),
        )

    def _keys(self, path: str, delimiter: str = "") -> Iterator[str]:
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.target.name, Prefix=self.target.prefix + path, Delimiter=delimiter
        )
        for page in pages:
            yield from (entry["Key"] for entry in page.get("Contents", ()))

    def _delete(self, paths: Iterable[str]) -> None:
        """One request for each file: a store that speaks S3 need not take several at once in the same form."""
        self.each(
            lambda path: self.client.delete_object(Bucket=self.target.name, Key=self.target.prefix + path), list(paths)
        )


@contextmanager
def _store(target: Bucket) -> Iterator[_Store]:
    """The store, asked with the user's own credentials as boto3 finds them. Raises PublishFailed for whatever it answers."""
    if find_spec("boto3") is None:
        raise PublishFailed("no-boto3")
    import boto3  # noqa: PLC0415 (an extra)
    from botocore.config import Config  # noqa: PLC0415 (as above)
    from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError  # noqa: PLC0415 (as above)

    # other stores than Amazon's know none of its newer checksums
    config = Config(request_checksum_calculation="when_required", response_checksum_validation="when_required")
    try:
        yield _Store(boto3.client("s3", endpoint_url=target.endpoint, config=config), target)
    except NoCredentialsError as error:
        raise PublishFailed("no-credentials", place=str(target)) from error
    except ClientError as error:
        told = error.response.get("Error", {})
        raise PublishFailed(
            "not-stored", place=str(target), reason=f"{told.get('Code')}: {told.get('Message')}"
        ) from error
    except BotoCoreError as error:
        raise PublishFailed("not-stored", place=str(target), reason=str(error)) from error
