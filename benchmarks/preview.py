"""What a clerk waits for: the start of the preview, and a saved record in the browser."""

import http.client
import os
import re
import signal
import socket
import subprocess
import threading
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import IO

from measure import Cost, Late, held, most_held

SAVES = 5


def preview(program: Path, root: Path, studio: Path, until: float, saved: list[Cost]) -> Cost:
    """The cost from the command to the first page. The cost from saving a profile to its page, a median, goes to `saved`.

    Raises Late when time runs out first.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command: list[str | Path] = [program, "serve", "--root", root, "--address", address]
    page, was = f"http://{address}/studios/{studio.parent.name}/", studio.read_text(encoding="utf-8")
    begun = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        end = threading.Timer(until - begun, process.kill)
        end.start()
        try:
            if process.stdout:
                process.stdout.readline()
            _read(page)
            start = _since(begun, process.pid, 0)
            saves = sorted((_save(process.pid, page, studio, was, number) for number in range(SAVES)), key=_wall)
        except (OSError, http.client.HTTPException) as error:
            raise (Late if time.monotonic() > until else error) from error
        finally:
            end.cancel()
            studio.write_text(was, encoding="utf-8")
            process.send_signal(signal.SIGINT)
    saved.append(saves[SAVES // 2])
    return start


_wall: Callable[[Cost], float] = lambda cost: cost.wall  # noqa: E731


def _save(pid: int, page: str, studio: Path, text: str, number: int) -> Cost:
    """Save another slogan, wait as a browser does until there is something new, and load it."""
    said = f"第{number}次修改"
    with urllib.request.urlopen(f"{page.partition('/studios/')[0]}/_preview/events", timeout=600) as events:  # noqa: S310 (as below)
        _version(events)
        used, begun = _processor(pid), time.monotonic()
        studio.write_text(re.sub(r"slogan: .*\n", "", text) + f"slogan: {said}\n", encoding="utf-8")
        _version(events)
    if said not in _read(page):
        raise AssertionError(page)
    cost = _since(begun, pid, used)
    time.sleep(5)  # until records have been compared with one another
    return cost


def _version(events: IO[bytes]) -> str:
    """Of the site, as soon as the server tells the next one."""
    return next(line.decode() for line in events if line.startswith(b"data:"))


def _since(begun: float, pid: int, used: float) -> Cost:
    return Cost(time.monotonic() - begun, _processor(pid) - used, held(pid), most_held(pid))


def _read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=600) as answer:  # noqa: S310 (our own server)
        return str(answer.read().decode())


def _processor(pid: int) -> float:
    facts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")
