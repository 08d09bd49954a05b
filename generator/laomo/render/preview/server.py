"""The live preview: a page is made when a browser asks for it, so that a saved record shows at once, however many studios
there are.
"""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Lock, Thread, Timer
from typing import Any
from urllib.parse import unquote, urlsplit

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.preview.answers import Handler
from laomo.render.preview.listener import Listener, Site
from laomo.render.preview.reload import Reloads, with_script
from laomo.render.preview.site import Current

log = logging.getLogger(__name__)

_MEANT = frozenset({"created", "modified", "deleted", "moved"})
"""Events that somebody meant; that a file was opened or read is none of ours."""

_SETTLED = 0.05
"""Seconds without another event after which a save is over: an editor that saves by several steps takes less."""
_MEANWHILE = 0.8
"""Seconds in which browsers have the page before records are compared with one another."""
_TICK = 0.2
"""Seconds after which an interrupt is noticed."""

Report = Callable[[tuple[Problem, ...]], None]


class Preview:
    """Serves a site as its records say now. `report` is given the problems of the records whenever they change, `ready` the
    address as soon as there is something at it.
    """

    def __init__(self, project: Project, host: str, port: int, report: Report, ready: Callable[[str], None]) -> None:
        """Read the records. Raises BuildFailed when there is no site to begin with."""
        self._current, self._report, self._ready = Current(project), report, ready
        self._host, self._port = host, port
        self._places = (*self._current.folders, project.root / "mkdocs.yml")
        path = unquote(urlsplit(project.address or "/").path)
        self._reloads = Reloads()
        self._site = Site(f"{path.rstrip('/')}/", self._made, self._reloads)
        self._making, self._saved = Lock(), Event()
        self._changed: deque[Path] = deque()
        self._judging = Timer(0, lambda: None)

    def run(self) -> None:
        """Serve until interrupted. Raises OSError when the address is none, or taken."""
        with Listener(self._host, self._port, self._site, Handler) as listener:
            observer = self._watched()
            self._report(self._current.problems)
            self._judge_later()
            Thread(target=listener.serve_forever, args=(_TICK,), daemon=True).start()
            try:
                self._ready(listener.url)
                self._renew_when_saved()
            except KeyboardInterrupt:
                pass
            finally:
                observer.stop()
                listener.shutdown()
                self._reloads.close()

    def _made(self, name: str) -> bytes | None:
        with self._making:
            data, warnings = self._current.file(name)
            version = self._reloads.version
        if warnings:
            self._report(tuple(warnings))
        return with_script(data, version) if data is not None and name.endswith(".html") else data

    def _watched(self) -> Any:
        try:
            return self._watch(Observer())
        except OSError:  # more folders than the system watches for one user
            return self._watch(PollingObserver(timeout=1))

    def _watch(self, observer: Any) -> Any:
        handler = _Meant(self._heed)
        for place in self._places:
            observer.schedule(handler, str(place), recursive=place.is_dir())
        observer.start()
        return observer

    def _heed(self, paths: Iterable[str]) -> None:
        self._changed.extend(map(Path, paths))
        self._saved.set()

    def _renew_when_saved(self) -> None:
        while True:
            while not self._saved.wait(_TICK):
                pass
            while self._saved.wait(_SETTLED):
                self._saved.clear()
            try:
                self._renew()
            except Exception:
                log.exception("The preview stays as it was.")

    def _renew(self) -> None:
        """Read what was saved; how records agree with one another is looked at while readers see it already."""
        before = self._current.problems
        changed = {self._changed.popleft() for _ in range(len(self._changed))}
        with self._making:
            self._current.renew(changed)
            self._reloads.announce()
        if self._current.problems != before:
            self._report(self._current.problems)
        self._judge_later()

    def _judge_later(self) -> None:
        self._judging.cancel()  # somebody has saved again
        self._judging = Timer(_MEANWHILE, self._judge)
        self._judging.daemon = True
        self._judging.start()

    def _judge(self) -> None:
        before, after = self._current.problems, self._current.judge()
        if after != before:
            self._report(after)
            self._reloads.announce()


class _Meant(FileSystemEventHandler):
    """Tells of files that somebody changed, by their paths."""

    def __init__(self, tell: Callable[[Iterable[str]], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _MEANT and not event.is_directory:
            self._tell(os.fsdecode(path) for path in (event.src_path, event.dest_path) if path)
