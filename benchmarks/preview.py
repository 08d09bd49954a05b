"""Times of the preview: from its start to the first page, and from saving a record to the updated page."""

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
    """The cost from the command to the first page. Appends the median cost from saving a profile to its updated page to `saved`.

    `until` is the deadline on the monotonic clock; raises Late when it has passed.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command: list[str | Path] = [program, "serve", "--root", root, "--address", address]
    page, original = f"http://{address}/studios/{studio.parent.name}/", studio.read_text(encoding="utf-8")
    start_time = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        end = threading.Timer(until - start_time, process.kill)
        end.start()
        try:
            if process.stdout:
                process.stdout.readline()
            _read(page)
            start = _since(start_time, process.pid, 0)
            saves = sorted((_save(process.pid, page, studio, original, number) for number in range(SAVES)), key=_wall)
        except (OSError, http.client.HTTPException) as error:
            raise (Late if time.monotonic() > until else error) from error
        finally:
            end.cancel()
            studio.write_text(original, encoding="utf-8")
            process.send_signal(signal.SIGINT)
    saved.append(saves[SAVES // 2])
    return start


_wall: Callable[[Cost], float] = lambda cost: cost.wall  # noqa: E731


def _save(pid: int, page: str, studio: Path, text: str, number: int) -> Cost:
    """Save a new slogan, wait for the server's event as a browser does, and load the page."""
    slogan = f"第{number}次修改"
    with urllib.request.urlopen(f"{page.partition('/studios/')[0]}/_preview/events", timeout=600) as events:  # noqa: S310 (as below)
        _version(events)
        used, start_time = _processor(pid), time.monotonic()
        studio.write_text(re.sub(r"slogan: .*\n", "", text) + f"slogan: {slogan}\n", encoding="utf-8")
        _version(events)
    if slogan not in _read(page):
        raise AssertionError(page)
    cost = _since(start_time, pid, used)
    time.sleep(5)  # the preview then runs the checks across records, which must not overlap with the next save
    return cost


def _version(events: IO[bytes]) -> str:
    """Wait for the server's next event, which contains the site's version."""
    return next(line.decode() for line in events if line.startswith(b"data:"))


def _since(start_time: float, pid: int, used: float) -> Cost:
    return Cost(time.monotonic() - start_time, _processor(pid) - used, held(pid), most_held(pid))


def _read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=600) as answer:  # noqa: S310 (our own server)
        return str(answer.read().decode())


def _processor(pid: int) -> float:
    facts = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(facts[11]) + int(facts[12])) / os.sysconf("SC_CLK_TCK")
