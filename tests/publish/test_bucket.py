"""Publishing to a store that speaks S3: a real server on this machine, every request of a reader answered, cut at any request."""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import boto3
import pytest
from moto.server import ThreadedMotoServer

from laomo.publish import bucket
from laomo.publish import store as requests
from laomo.publish.store import Bucket
from laomo.system import edition
from laomo.system.files import write_atomic
from tests.cli.command import laomo
from tests.conftest import some, tree


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer("127.0.0.1", 0)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def store(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client, and an empty bucket `gallery`."""
    for name, told in {"ACCESS_KEY_ID": "clerk", "SECRET_ACCESS_KEY": "secret", "DEFAULT_REGION": "us-east-1"}.items():
        monkeypatch.setenv(f"AWS_{name}", told)
    client = boto3.client("s3", endpoint_url=endpoint)
    client.create_bucket(Bucket="gallery")
    yield client
    empty(client)
    client.close()


def empty(store: Any) -> None:
    for each in store.list_objects_v2(Bucket="gallery").get("Contents", ()):
        store.delete_object(Bucket="gallery", Key=each["Key"])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    for name, text in {
        "index.html": "home 1",
        "studios/焊 接/index.html": "studio",
        "assets/laomo.0123abcd.css": "css",
        "feed.xml": "<feed/>",
        "index.html.gz": "compressed",
    }.items():
        write_atomic(site / name, text.encode())
    edition.mark(site, "mark 1")
    return site


def seen(store: Any, prefix: str = "") -> dict[str, bytes]:
    """What readers can fetch below a prefix, by path."""
    listed = store.list_objects_v2(Bucket="gallery", Prefix=prefix).get("Contents", ())
    keys = (each["Key"] for each in listed if not each["Key"].startswith(f"{prefix}releases/"))
    return {key.removeprefix(prefix): store.get_object(Bucket="gallery", Key=key)["Body"].read() for key in keys}


def keys(store: Any, prefix: str) -> list[str]:
    return [each["Key"] for each in store.list_objects_v2(Bucket="gallery", Prefix=prefix).get("Contents", ())]


def readers(site: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(site).items() if name not in {".laomo", "index.html.gz"}}


@pytest.mark.parametrize("prefix", ["", "市/gallery/"])
def test_releases_follow_one_another_and_can_be_gone_back_to(
    store: Any, endpoint: str, made: Path, prefix: str
) -> None:
    place = f"s3://gallery/{prefix}"
    run = laomo("publish", place, "--endpoint", endpoint, "--site", made)
    assert run.returncode == 0, run.stderr
    assert "第 0001 版" in run.stdout
    first = readers(made)
    assert seen(store, prefix) == first
    write_atomic(made / "index.html", b"home 2")
    write_atomic(made / "news/index.html", b"news")
    (made / "feed.xml").unlink()
    assert "第 0002 版" in laomo("publish", place, "--endpoint", endpoint, "--site", made).stdout
    assert seen(store, prefix) == readers(made)
    assert "第 0001 版" in laomo("publish", place, "--endpoint", endpoint, "--rollback").stdout
    assert seen(store, prefix) == first
    run = laomo("publish", place, "--endpoint", endpoint, "--rollback")
    assert run.returncode == 2
    assert "没有更早的版本" in run.stderr


def test_files_of_others_are_left_alone(store: Any, endpoint: str, made: Path) -> None:
    store.put_object(Bucket="gallery", Key="index.html", Body=b"somebody's")
    run = laomo("publish", "s3://gallery", "--endpoint", endpoint, "--site", made)
    assert run.returncode == 2
    assert "已经有别的文件" in run.stderr
    assert seen(store) == {"index.html": b"somebody's"}
    assert laomo("publish", "s3://gallery/ours", "--endpoint", endpoint, "--site", made).returncode == 0


DELIVERED = {
    "index.html": ("text/html; charset=utf-8", "no-cache"),
    "assets/laomo.0123abcd.css": ("text/css; charset=utf-8", "public, max-age=31536000, immutable"),
    "feed.xml": ("text/xml; charset=utf-8", "public, max-age=3600"),
}


def test_each_file_has_its_type_and_time(store: Any, endpoint: str, made: Path) -> None:
    bucket.release(made, Bucket("gallery", "", endpoint))
    heads = {path: store.head_object(Bucket="gallery", Key=path) for path in DELIVERED}
    assert {path: (head["ContentType"], head["CacheControl"]) for path, head in heads.items()} == DELIVERED
    for key in some(keys(store, "releases/")):
        head = store.head_object(Bucket="gallery", Key=key)
        assert (head["ContentType"], head["CacheControl"]) == ("application/json", "no-store"), key


class _Recorded:
    """A client of boto3 that notes the keys it writes and deletes, and fails at one request if it is to."""

    def __init__(self, client: Any, fail_at: int = 10**6) -> None:
        self.client, self.left, self.written, self.deleted = client, fail_at, list[str](), list[str]()

    def __getattr__(self, name: str) -> Any:
        found = getattr(self.client, name)
        if name not in {"put_object", "copy_object", "delete_object"}:
            return found

        def call(**facts: Any) -> Any:
            self.left -= 1
            if self.left < 0:
                raise ConnectionError(name)
            (self.deleted if name == "delete_object" else self.written).append(facts["Key"])
            return found(**facts)

        return call


def changed(site: Path) -> None:
    write_atomic(site / "index.html", b"home 2")
    write_atomic(site / "new/index.html", b"names picture")
    write_atomic(site / "pictures/new.webp", b"picture")
    (site / "feed.xml").unlink()


def test_no_page_names_a_file_that_is_not_there(
    store: Any, endpoint: str, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "_AT_A_TIME", 1)
    bucket.release(made, Bucket("gallery", "", endpoint))
    changed(made)
    client = _Recorded(store)
    monkeypatch.setattr(boto3, "client", lambda *_, **__: client)
    bucket.release(made, Bucket("gallery", "", endpoint))
    shown = [key for key in client.written if not key.startswith("releases/")]
    assert shown == ["pictures/new.webp", "new/index.html", "index.html"], "and nothing that is the same"
    assert client.written[-1] == "releases/current"
    assert client.deleted[0] == "feed.xml"
    assert client.deleted[-1].startswith("releases/pending/")


def test_a_publication_cut_at_any_request_is_finished_by_the_next(
    store: Any, endpoint: str, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(requests, "_AT_A_TIME", 1)
    place, plain = Bucket("gallery", "", endpoint), boto3.client
    before = readers(made)
    for cut in range(11):
        empty(store)
        for name, data in before.items():
            write_atomic(made / name, data)
        for name in ("new/index.html", "pictures/new.webp"):
            (made / name).unlink(missing_ok=True)
        bucket.release(made, place)
        changed(made)
        client = _Recorded(store, cut)
        monkeypatch.setattr(boto3, "client", lambda *_, client=client, **__: client)
        with pytest.raises(ConnectionError):
            bucket.release(made, place)
        monkeypatch.setattr(boto3, "client", plain)
        found = seen(store)
        assert "new/index.html" not in found or "pictures/new.webp" in found
        write_atomic(made / "pictures/new.webp", b"another picture")
        (made / "new/index.html").unlink()
        bucket.release(made, place)
        assert seen(store) == readers(made), cut


class _Meanwhile(_Recorded):
    """A client for which something happens before one of its requests, be it one that only reads."""

    def __init__(self, client: Any, at: int, happens: Callable[[], object]) -> None:
        super().__init__(client)
        self.at, self.happens = at, happens

    def __getattr__(self, name: str) -> Any:
        found = super().__getattr__(name)
        if name not in {"put_object", "copy_object", "delete_object", "get_object", "get_paginator"}:
            return found

        def call(*arguments: Any, **facts: Any) -> Any:
            self.at -= 1
            if self.at == -1:
                self.happens()
            return found(*arguments, **facts)

        return call


EVERY = int(os.environ.get("LAOMO_EVERY", "6"))
"""Every how many requests; 1 takes a minute."""


def two_sites(folder: Path, version: str = "") -> tuple[Path, Path]:
    """Two versions of a site: each with a file that the other has not."""
    sites = {
        "one": {"index.html": "home of one", "one.webp": "one", "same.css": "css"},
        "two": {"index.html": "home of two", "feed.xml": "two", "same.css": "css"},
    }
    for name, texts in sites.items():
        for path, text in texts.items():
            write_atomic(folder / name / path, f"{text} {version}".encode())
    return folder / "one", folder / "two"


def assert_whole(store: Any, *sites: Path) -> None:
    """Readers see one of the sites, the one that the pointer names; every release can be shown; nothing is left over."""
    current = store.get_object(Bucket="gallery", Key="releases/current")["Body"].read().decode()
    held = {key.rpartition("/")[2] for key in keys(store, "releases/files/")}
    lists = {
        key: json.loads(store.get_object(Bucket="gallery", Key=key)["Body"].read())[1]
        for key in keys(store, "releases/0")
    }
    for listed in lists.values():
        assert set(listed.values()) <= held
    found = seen(store)
    assert found in [readers(site) for site in sites]
    assert {name: sha256(data).hexdigest() for name, data in found.items()} == lists[f"releases/{current}.json"]
    assert keys(store, "releases/pending/") == []


def test_of_two_who_publish_at_once_the_last_is_whole(
    store: Any, endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second one publishes between two requests of the first, from beginning to end."""
    monkeypatch.setattr(requests, "_AT_A_TIME", 1)
    place, plain = Bucket("gallery", "", endpoint), boto3.client
    happened: list[int] = []
    for at in range(0, 100, EVERY):
        one, two = two_sites(tmp_path, str(at))

        def second(at: int = at, two: Path = two) -> None:
            happened.append(at)
            monkeypatch.setattr(boto3, "client", plain)
            bucket.release(two, place)

        client = _Meanwhile(store, at, second)
        monkeypatch.setattr(boto3, "client", lambda *_, client=client, **__: client)
        bucket.release(one, place)
        monkeypatch.setattr(boto3, "client", plain)
        assert_whole(store, one, two)
        if at not in happened:
            break
    assert happened[-1] > 20


def test_two_processes_publish_at_once(store: Any, endpoint: str, tmp_path: Path) -> None:
    place, sites = Bucket("gallery", "", endpoint), two_sites(tmp_path)
    with ThreadPoolExecutor(2) as both:
        list(both.map(lambda site: bucket.release(site, place), sites))
    assert_whole(store, *sites)


def test_what_somebody_began_and_never_finished_is_cleared_after_a_day(
    store: Any, endpoint: str, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = Bucket("gallery", "", endpoint)
    store.put_object(Bucket="gallery", Key="releases/pending/0f.json", Body=b'["", {"a.html": "0a"}]')
    store.put_object(Bucket="gallery", Key="releases/files/0a", Body=b"sent by somebody else")
    bucket.release(made, place)
    assert keys(store, "releases/files/0a") == ["releases/files/0a"]
    monkeypatch.setattr(bucket, "_GIVEN_UP", timedelta(0))
    time.sleep(1.1)  # a store's clock has seconds
    bucket.release(made, place)
    assert keys(store, "releases/files/0a") == keys(store, "releases/pending/") == []


def test_releases_from_before_a_withdrawal_are_deleted(store: Any, endpoint: str, made: Path) -> None:
    place = Bucket("gallery", "", endpoint)
    for number in range(6):
        write_atomic(made / "index.html", f"方二铁 {number}".encode())
        bucket.release(made, place)
    assert [key[9:13] for key in keys(store, "releases/0")] == [f"{number:04d}" for number in range(2, 7)]
    write_atomic(made / "index.html", b"nobody")
    edition.mark(made, "mark 2")
    assert bucket.release(made, place).purged == ("0002", "0003", "0004", "0005", "0006")
    for each in some(store.list_objects_v2(Bucket="gallery")["Contents"]):
        assert "方二铁".encode() not in store.get_object(Bucket="gallery", Key=each["Key"])["Body"].read()
    (last,) = keys(store, "releases/0")
    listed = json.loads(store.get_object(Bucket="gallery", Key=last)["Body"].read())[1]
    held = store.list_objects_v2(Bucket="gallery", Prefix="releases/files/")["Contents"]
    assert {each["Key"].rpartition("/")[2] for each in held} == set(listed.values())


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize(
    ("place", "said", "code"),
    [
        ("s3://nobody/", "NoSuchBucket", 1),
        ("s3://", "s3://桶/文件夹", 2),
        ("s3://Gallery", "s3://桶/文件夹", 2),
        ("s3:/gallery", "s3://桶/文件夹", 2),
    ],
)
def test_what_is_wrong_is_said(endpoint: str, made: Path, place: str, said: str, code: int) -> None:
    run = laomo("publish", place, "--endpoint", endpoint, "--site", made)
    assert (run.returncode, said in run.stderr) == (code, True), run.stderr


def test_a_store_that_does_not_answer_and_a_key_that_is_missing_are_said(
    store: Any, endpoint: str, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        run = laomo(
            "publish", "s3://gallery", "--endpoint", f"http://127.0.0.1:{closed.getsockname()[1]}", "--site", made
        )
    assert run.returncode == 1
    assert "没有发布完" in run.stderr
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(boto3, "DEFAULT_SESSION", None)
    run = laomo("publish", "s3://gallery", "--endpoint", endpoint, "--site", made)
    assert run.returncode == 1
    assert "AWS_ACCESS_KEY_ID" in run.stderr
    assert seen(store) == {}
