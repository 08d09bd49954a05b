"""The requests to a store that speaks S3 (OSS, COS, OBS and others), with `laomo[s3]`. The only module that imports boto3."""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from laomo.publish.delivery import cache_control, content_type
from laomo.publish.ssh import PublishFailed

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
class Store:
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

    def each(self, work: Callable[[Any], None], items: Iterable[Any]) -> None:
        """Do the work for all items, several at a time; the first failure is raised."""
        with ThreadPoolExecutor(_AT_A_TIME) as threads:
            list(threads.map(work, items))

    def copy(self, digest: str, path: str) -> None:
        self.client.copy_object(
            Bucket=self.target.name,
            Key=self.target.prefix + path,
            CopySource={"Bucket": self.target.name, "Key": f"{self.target.prefix}releases/files/{digest}"},
            MetadataDirective="REPLACE",
            ContentType=content_type(path),
            CacheControl=cache_control(path),
        )

    def paths(self, path: str, delimiter: str = "") -> Iterator[str]:
        """The paths that begin with `path`; with a delimiter, only those without another one after that."""
        return (entry["Key"].removeprefix(self.target.prefix) for entry in self.entries(path, delimiter))

    def entries(self, path: str, delimiter: str = "") -> Iterator[Any]:
        pages = self.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.target.name, Prefix=self.target.prefix + path, Delimiter=delimiter
        )
        for page in pages:
            yield from page.get("Contents", ())

    def delete(self, paths: Iterable[str]) -> None:
        """One request for each file: a store that speaks S3 need not take several at once in the same form."""
        self.each(
            lambda path: self.client.delete_object(Bucket=self.target.name, Key=self.target.prefix + path), list(paths)
        )


@contextmanager
def opened(target: Bucket) -> Iterator[Store]:
    """The store, asked with the user's own credentials as boto3 finds them. Raises PublishFailed for whatever it answers."""
    if find_spec("boto3") is None:
        raise PublishFailed("no-boto3")
    import boto3  # noqa: PLC0415 (an extra)
    from botocore.config import Config  # noqa: PLC0415 (as above)
    from botocore.exceptions import BotoCoreError, ClientError, NoCredentialsError  # noqa: PLC0415 (as above)

    # other stores than Amazon's know none of its newer checksums
    config = Config(request_checksum_calculation="when_required", response_checksum_validation="when_required")
    try:
        yield Store(boto3.client("s3", endpoint_url=target.endpoint, config=config), target)
    except NoCredentialsError as error:
        raise PublishFailed("no-credentials", place=str(target)) from error
    except ClientError as error:
        told = error.response.get("Error", {})
        raise PublishFailed(
            "not-stored", place=str(target), reason=f"{told.get('Code')}: {told.get('Message')}"
        ) from error
    except BotoCoreError as error:
        raise PublishFailed("not-stored", place=str(target), reason=str(error)) from error
