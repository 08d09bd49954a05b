"""The live preview: a page is made when a browser asks for it, so that a saved record shows at once, however many studios
there are. Serving and reloading are MkDocs' own; what is served is `current`.
"""

import logging
import time
from collections.abc import Callable, Iterable
from http import HTTPStatus
from threading import Lock, Thread
from typing import Any
from urllib.parse import quote, urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

from laomo.pages import theme
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.render.preview.site import Current

_MEANT = frozenset({"created", "modified", "deleted", "moved"})
"""Events that somebody meant; that a file was opened or read is none of ours."""

_MEANWHILE = 0.8
"""Seconds in which browsers have the page before records are compared with one another."""

Report = Callable[[tuple[Problem, ...]], None]


class Preview(LiveReloadServer):
    """Serves a site as its records say now. `report` is told the problems of the records whenever they change, `ready` the
    address as soon as there is something at it.
    """

    def __init__(self, project: Project, host: str, port: int, report: Report, ready: Callable[[str], None]) -> None:
        """Read the records. Raises BuildFailed when there is no site to begin with."""
        logging.getLogger("mkdocs.livereload").setLevel(logging.ERROR)
        self._current, self._report, self._ready = Current(project), report, ready
        self._making = Lock()
        path = urlsplit(project.address or "/").path
        super().__init__(self._renew, host, port, str(project.root), path)
        self.build_delay = 0.05  # an editor that saves by several steps takes less
        self.error_handler = self._error_page
        self._places = (project.studios, project.root / "content", project.root / "mkdocs.yml", theme.folder())

    def run(self) -> None:
        """Serve until interrupted."""
        try:
            self._watch(Observer())
        except OSError:  # more folders than the system watches for one user
            self._watch(PollingObserver(timeout=1))
        self._report(self._current.problems)
        Thread(target=self._judge, daemon=True).start()
        try:
            self.serve()  # type: ignore[no-untyped-call]  # MkDocs has no types here
        except KeyboardInterrupt:
            pass
        finally:
            self.shutdown()

    def server_activate(self) -> None:
        super().server_activate()
        self._ready(self.url)

    def _serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes] | None:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if path.startswith("/livereload/") or not path.startswith(self.mount_path):
            return super()._serve_request(environ, start_response)
        with self._epoch_cond:
            self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            epoch = self._visible_epoch
        name = path.removeprefix(self.mount_path)
        file = name if name and not name.endswith("/") else f"{name}index.html"
        data = self._made(file)
        if data is None and file == name and self._made(f"{name}/index.html"):
            start_response("302 Found", [("Location", quote(f"{path}/"))])
            return []
        if data is None:
            return None
        if file.endswith(".html"):
            data = self._inject_js_into_html(data, epoch)  # type: ignore[no-untyped-call]
        kind: str = self._guess_type(file)  # type: ignore[no-untyped-call]
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(data)))])
        return [data]

    def _made(self, name: str) -> bytes | None:
        with self._making:
            data, warnings = self._current.file(name)
        if warnings:
            self._report(tuple(warnings))
        return data

    def _error_page(self, code: int) -> bytes | None:
        return self._made("404.html") if code == HTTPStatus.NOT_FOUND else None

    def _watch(self, observer: Any) -> None:
        handler = _Meant(self._saved)
        for place in self._places:
            observer.schedule(handler, str(place), recursive=place.is_dir())
        observer.start()
        self.observer = observer

    def _saved(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _renew(self) -> None:
        """Read what was saved; how records agree with one another is looked at while readers see it already."""
        before = self._current.problems
        with self._making:
            self._current.renew()
        if self._current.problems != before:
            self._report(self._current.problems)
        Thread(target=self._judge, daemon=True).start()

    def _judge(self) -> None:
        epoch = self._wanted_epoch
        time.sleep(_MEANWHILE)
        if self._wanted_epoch != epoch:
            return  # somebody has saved again
        before, after = self._current.problems, self._current.judge()
        if after != before:
            self._report(after)
            with self._epoch_cond:
                self._wanted_epoch = self._visible_epoch = self._visible_epoch + 1
                self._epoch_cond.notify_all()


class _Meant(FileSystemEventHandler):
    """Tells of files that somebody changed."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _MEANT and not event.is_directory:
            self._tell()
