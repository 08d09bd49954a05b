"""Debian's Firefox for Playwright, which speaks WebDriver BiDi with it (the channel `moz-firefox`) but expects a newer one.

Playwright starts this module in place of Firefox. It starts Firefox, hands every message on between the two, and changes two kinds of answers:
a way of emulation that this Firefox does not know is answered as done, and a download gets the name by which its end is known.
With a Firefox that knows both, nothing is changed.
"""

import asyncio
import json
import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

LARGEST = 200_000_000
"""Bytes of a message: a file of a response is one."""
PROGRAMS = ("firefox-esr", "firefox")
_LISTENING = re.compile(rb"WebDriver BiDi listening on (ws://\S+)")


def program() -> str | None:
    """Where Firefox is installed; None if it is not."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def starter(folder: Path) -> Path:
    """A program in `folder` that starts this module, for Playwright to start."""
    file = folder / "firefox"
    root = Path(__file__).parents[2]
    python = f"PYTHONPATH={shlex.quote(str(root))} exec {shlex.quote(sys.executable)}"
    file.write_text(f'#!/bin/sh\n{python} -m {__name__} "$@"\n', encoding="utf-8")
    file.chmod(0o755)
    return file


def adapted(message: str) -> str:
    """What Firefox says, as a newer one would say it."""
    said: dict[str, Any] = json.loads(message)
    if said.get("type") == "error" and said.get("error") == "unknown command" and "emulation." in said["message"]:
        return json.dumps({"type": "success", "id": said["id"], "result": {}})
    if str(said.get("method")).startswith("browsingContext.download") and not said["params"].get("download"):
        return json.dumps({**said, "params": {**said["params"], "download": said["params"]["url"]}})
    return message


class _Bridge(WebSocketHandler):
    """One connection of Playwright, handed on to Firefox."""

    firefox: WebSocketClientConnection

    async def open(self, *_: str) -> None:
        address = self.settings["address"] + self.request.path
        self.firefox = await websocket_connect(address, max_message_size=LARGEST)
        self.settings["tasks"].append(asyncio.create_task(self.answers()))

    async def answers(self) -> None:
        while isinstance(message := await self.firefox.read_message(), str):
            await self.write_message(adapted(message))
        self.close()

    async def on_message(self, message: str | bytes) -> None:
        await self.firefox.write_message(message)

    def on_close(self) -> None:
        self.firefox.close()


async def main(arguments: list[str]) -> int:
    """Run Firefox until it ends; give its exit code."""
    firefox = program()
    if firefox is None:
        return 127
    process = await asyncio.create_subprocess_exec(
        firefox, *arguments, stdin=asyncio.subprocess.DEVNULL, stdout=sys.stderr, stderr=asyncio.subprocess.PIPE
    )
    assert process.stderr
    async for line in process.stderr:
        if found := _LISTENING.search(line):
            (socket,) = bind_sockets(0, "127.0.0.1")
            bridge = Application(
                [(r"/.*", _Bridge)],
                websocket_max_message_size=LARGEST,
                websocket_ping_interval=0,
                address=found[1].decode(),
                tasks=[],
            )
            HTTPServer(bridge).add_socket(socket)
            line = _LISTENING.sub(b"WebDriver BiDi listening on ws://127.0.0.1:%d" % socket.getsockname()[1], line)  # noqa: PLW2901
        sys.stderr.buffer.write(line)
        sys.stderr.flush()
    return await process.wait()


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
