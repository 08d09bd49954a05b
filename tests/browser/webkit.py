"""Debian's WebKitGTK, driven by its own WebDriver on a screen that nobody sees (Xvfb). Of WebDriver, only what the tests use."""

import json
import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

PROGRAMS = ("Xvfb", "WebKitWebDriver")
PATIENCE = 30
"""Seconds to wait for an answer."""


def browser() -> Path | None:
    """Where WebKitGTK's own small browser is installed; None if it is not."""
    return max(Path("/usr/lib").glob("*/webkit2gtk-*/MiniBrowser"), default=None)


def missing() -> list[str]:
    """The programs that are not installed."""
    return [*(name for name in PROGRAMS if not shutil.which(name)), *([] if browser() else ["MiniBrowser"])]


class WebKit:
    """One window of WebKitGTK."""

    def __init__(self, driver: str) -> None:
        self._address = driver
        options = {"binary": str(browser()), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._address += "/session/" + self._call("/session", wanted)["sessionId"]

    def goto(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._call("/url", {"url": address})

    def run(self, script: str, *arguments: object) -> Any:
        """What an async function of JavaScript returns, given its text and its arguments."""
        called = f"""const [given, done] = arguments;
            ({script})(...given).then((value) => done({{value}}), (error) => done({{error: String(error)}}));"""
        answer = self._call("/execute/async", {"script": called, "args": [list(arguments)]})
        assert "error" not in answer, answer["error"]
        return answer.get("value")

    def _call(self, path: str, body: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 (this machine's own driver)
            self._address + path, None if body is None else json.dumps(body).encode()
        )
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
            return json.load(answer)["value"]


def screen(stack: ExitStack) -> str:
    """The name of a new screen, which is there until the stack ends."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"]
    _start(stack, command, pass_fds=[write])
    os.close(write)
    with os.fdopen(read) as answer:
        return f":{answer.readline().strip()}"


@contextmanager
def started() -> Iterator[WebKit]:
    """A window of WebKitGTK, closed at the end."""
    with ExitStack() as stack:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        drawing = {"DISPLAY": screen(stack), "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "NO_AT_BRIDGE": "1"}
        _start(stack, ["WebKitWebDriver", f"--port={port}"], env={**os.environ, **drawing})
        yield WebKit(_answering(f"http://127.0.0.1:{port}"))


def _start(stack: ExitStack, command: list[str], **options: Any) -> None:
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True, **options)
    stack.callback(process.wait)
    stack.callback(process.terminate)


def _answering(address: str) -> str:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            with urllib.request.urlopen(f"{address}/status", timeout=PATIENCE):  # noqa: S310
                return address
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.05)
