"""The real preview in a separate process, with requests over raw sockets, because HTTP clients would normalise them."""

import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path

import pytest

from tests.conftest import hears_interrupts

LAOMO = Path(sys.executable).with_name("laomo")


@dataclass
class Answer:
    """A response; the status is 0 if nothing came back."""

    raw: bytes
    status: int = field(init=False)
    headers: Message = field(init=False)
    body: bytes = field(init=False)

    def __post_init__(self) -> None:
        head, _, self.body = self.raw.partition(b"\r\n\r\n")
        line, _, rest = head.partition(b"\r\n")
        told = re.match(rb"HTTP/1\.[01] (\d+)", line)
        self.status, self.headers = int(told[1]) if told else 0, message_from_bytes(rest)


@dataclass
class Running:
    """A running preview."""

    port: int
    log: Path
    process: subprocess.Popen[bytes]

    def connect(self, sent: bytes = b"") -> socket.socket:
        """A connection over which the bytes have been sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(sent)
        return connection

    def send(self, sent: bytes) -> Answer:
        """The complete response to some bytes."""
        with self.connect(sent) as connection:
            return Answer(b"".join(iter(lambda: _received(connection), b"")))

    def ask(self, target: str, method: str = "GET", host: str | None = None, headers: Sequence[str] = ()) -> Answer:
        """The response to a request. The target is sent unchanged."""
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host or f'127.0.0.1:{self.port}'}", *headers, "", ""]
        return self.send("\r\n".join(lines).encode())

    def page(self, url: str) -> str:
        """A page as a browser receives it; empty while there is none."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/{url}", timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def events(self) -> socket.socket:
        """An event stream whose first event has arrived."""
        stream = self.connect(f"GET /_preview/events HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\n\r\n".encode())
        read = b""
        while not re.search(rb"data: .+\n\n", read):
            read += stream.recv(4096)
        return stream

    def stop(self) -> float:
        """Press Ctrl+C. Returns how many seconds the preview took to end."""
        begun = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        assert self.process.wait(timeout=20) == 0
        return time.monotonic() - begun


def _received(connection: socket.socket) -> bytes:
    try:
        return connection.recv(65536)
    except ConnectionResetError:
        return b""


def wait_for(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + 40
    while not condition():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def running(site: Path, log: Path, port: int | None = None) -> Iterator[Running]:
    """Run the preview of a site, from its first page until Ctrl+C."""
    port = port or free_port()
    with log.open("wb") as stream:
        command = [LAOMO, "serve", "--root", site, "--address", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, stdout=stream, stderr=stream, preexec_fn=hears_interrupts)
    preview = Running(port, log, process)
    try:
        wait_for(lambda: preview.page("") or process.poll() is not None, "the first page")
        yield preview
        if process.poll() is None:
            preview.stop()
    finally:
        process.kill()


@pytest.fixture
def preview(site: Path, tmp_path: Path) -> Iterator[Running]:
    """The running preview of the small site."""
    with running(site, tmp_path / "log") as preview:
        yield preview
