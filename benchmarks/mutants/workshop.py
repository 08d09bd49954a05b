"""Runs tests in a copy of the checkout: each run is a fork of a process that has already loaded everything but the package itself."""

import contextlib
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = Path("generator/laomo")
_LENT = ("tests/node_modules", "theme/forms/libraries")
"""What the tests need and git does not hold: each file of it is linked into each copy, so that tests may install it anew there."""
_LOADED = (
    "pytest pydantic lxml.html jinja2 markdown openpyxl docx pypdf pikepdf PIL.Image pypinyin stdnum.iso7064 mkdocs.commands.build "
    "material hypothesis playwright.sync_api click.testing rich.console yaml pygal segno feedgenerator pathspec strokes rjsmin rcssmin brotli"
)
_PAUSE = 0.005
QUIET = (
    "-q",
    "-p",
    "no:cacheprovider",
    "--hypothesis-seed=0",
    "-W",
    "ignore:Module already imported:pytest.PytestAssertRewriteWarning",
)
"""Arguments of pytest in every run."""

Job = Callable[[], dict[str, Any]]


class TimedOut(Exception):
    """The tests took longer than they may."""


class Died(Exception):
    """The process of the tests ended without a result; the message is the end of what it printed."""


@dataclass(frozen=True)
class Copy:
    """A copy of the checkout in a folder of its own, and beside it what its runs leave behind."""

    root: Path
    scratch: Path

    @classmethod
    def of(cls, checkout: Path, folder: Path) -> "Copy":
        """Copy what git knows or would add, so that an uncommitted test counts too."""
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=checkout,
            capture_output=True,
            check=True,
        )
        copy = cls(folder / "checkout", folder / "scratch")
        copy.scratch.mkdir(parents=True)
        for name in filter(None, listed.stdout.decode().split("\0")):
            if (file := checkout / name).exists():
                (copy.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(file, copy.root / name, follow_symlinks=False)
        for name in _LENT:
            if (checkout / name).exists() and not (copy.root / name).exists():
                shutil.copytree(checkout / name, copy.root / name, copy_function=_linked, symlinks=True)
        return copy

    @contextlib.contextmanager
    def changed(self, file: str, content: bytes) -> Any:
        """Put other bytes into a file for a while. Its time changes too: else Python would take what it compiled before."""
        path = self.root / file
        before, times = path.read_bytes(), path.stat()
        path.write_bytes(content)
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns + 10**10))
        try:
            yield
        finally:
            path.write_bytes(before)
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    def environment(self) -> dict[str, str]:
        """What a process needs to run this copy's code and no other."""
        inside = Path(__file__).with_name("inside")
        paths = os.pathsep.join(map(str, (inside, self.root / "generator", self.root)))
        # tests in node end at the first that fails; what was compiled of one fault is as old and as long as the next
        return {"PYTHONPATH": paths, "LAOMO_FIRST": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # on another disk
        shutil.copy2(source, target)


def preload() -> None:
    """Load the foreign libraries, once for all runs."""
    for name in _LOADED.split():
        with contextlib.suppress(ImportError):
            importlib.import_module(name)


def run(copy: Copy, job: Job, seconds: float, environment: dict[str, str] | None = None) -> dict[str, Any]:
    """What `job` returns in a forked process that sees the copy's code. Raises TimedOut or Died; nothing of it runs on."""
    told, said = copy.scratch / "result.json", copy.scratch / "output.txt"
    told.unlink(missing_ok=True)
    shutil.rmtree(copy.scratch / "tmp", ignore_errors=True)
    (copy.scratch / "tmp").mkdir()
    child = os.fork()
    if child == 0:
        _inside(copy, job, told, said, environment or {})
    try:
        _wait(child, time.monotonic() + seconds)
    finally:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)
    if not told.exists():
        raise Died(said.read_text(encoding="utf-8", errors="replace")[-2000:])
    result: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
    return result


def _wait(child: int, until: float) -> None:
    """Raises TimedOut after that time, or if the process was stopped because it used up what it may of the processor."""
    while (ended := os.waitpid(child, os.WNOHANG)) == (0, 0):
        if time.monotonic() > until:
            raise TimedOut
        time.sleep(_PAUSE)
    if os.WIFSIGNALED(ended[1]) and os.WTERMSIG(ended[1]) == signal.SIGXCPU:
        raise TimedOut


def _inside(copy: Copy, job: Job, told: Path, said: Path, environment: dict[str, str]) -> None:
    """The forked process: never returns."""
    sys.dont_write_bytecode = True
    try:
        os.setsid()
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        for stream in (1, 2):
            os.dup2(out, stream)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(copy.root)
        os.environ.update(copy.environment() | {"TMPDIR": str(copy.scratch / "tmp")} | environment)
        _own_code_only(copy)
        result = json.dumps(job(), ensure_ascii=False)
        told.with_suffix(".half").write_text(result, encoding="utf-8")
        told.with_suffix(".half").rename(told)
    except BaseException:  # noqa: BLE001
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)


def _own_code_only(copy: Copy) -> None:
    """Imports find the code of the copy, none of the checkout that this process comes from."""
    here = Path(__file__).parents[2]
    others = (each for each in sys.path if each and Path(each) not in {here, here / "generator"})
    sys.path[:] = [str(copy.root / "generator"), str(copy.root), *others]
    for name in list(sys.modules):
        if name.partition(".")[0] in {"laomo", "tests"}:
            del sys.modules[name]
