"""What tests stand on: a small site of three studios, real Chromium, and the sample city built once."""

import fcntl
import functools
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path, PurePosixPath
from typing import TypeVar

import hypothesis
import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from laomo import generate, pipeline
from laomo.assets.pictures import image
from laomo.project import Project
from laomo.publish import offline
from tests.browser import firefox

pytest.register_assert_rewrite("tests.browser.engines")
pytest_plugins = ["tests.memory", "tests.order", "tests.reports", "tests.security.table"]

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("untimed")

# A day of its own for the whole run: 今日推荐 changes at midnight, and two builds that are compared must not.
os.environ.setdefault("SOURCE_DATE_EPOCH", "1767240000")

T = TypeVar("T")
ROOT = Path(__file__).parents[1]
SMALL = Path(__file__).parent / "sites" / "small"
CHROMIUM = ("chromium-headless-shell", "chromium", "chromium-browser")
"""Its programs; the first is Debian's build of the same sources that draws no window for each reader: a third of the work."""
CHROMIUM_FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

Edit = Callable[..., Path]
Once = Callable[[str, Callable[[Path], object]], Path]
"""A folder's name and what fills it → the folder."""


def some(walked: Iterable[T]) -> list[T]:
    """All of it, which must not be nothing: whatever is said of each of none holds. `tests/test_tests.py` asks for it."""
    items = list(walked)
    assert items
    return items


@pytest.fixture(scope="session")
def drawn(once: Once) -> Path:
    """The small site's pictures in all widths, which take a third of a build: drawn once for all copies of it."""
    return once("drawn", lambda folder: image.make(SMALL / "studios/north/crane/photos/cover.png", folder))


@pytest.fixture
def site(drawn: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small site, to be changed at will. It remembers its pictures, and nothing else."""
    root = Path(shutil.copytree(SMALL, tmp_path / "small"))
    shutil.copytree(drawn, Project(root).pictures)
    return root


@pytest.fixture
def built(_built_small: Path, tmp_path: Path) -> Path:
    """A fresh copy of the small site that has been built, with its site and its memories."""
    return Path(shutil.copytree(_built_small, tmp_path / "built"))


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Once:
    """Makes a folder of that name by whichever test process comes first; the others wait, and only read it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / name).exists():
                making = shared / f"{name}.half"  # of a process that failed: the next one fails itself, and says why
                shutil.rmtree(making, ignore_errors=True)
                making.mkdir()
                make(making)
                making.rename(shared / name)
        return shared / name

    return folder


def _build_small(root: Path) -> None:
    shutil.copytree(SMALL, root, dirs_exist_ok=True)
    pipeline.build(Project(root), root / "site")


@pytest.fixture(scope="session")
def _built_small(once: Once) -> Path:
    """The small site, built once for all tests: only to be read."""
    return once("small", _build_small)


def _build_city(folder: Path) -> None:
    root = folder / "city"
    root.mkdir()
    shutil.copy(ROOT / "mkdocs.yml", root)
    for each in ("content", "studios"):
        shutil.copytree(ROOT / each, root / each)
    (root / "theme").symlink_to(ROOT / "theme")
    pipeline.build(Project(root), root / "site", without_server=folder / "edition")


@pytest.fixture(scope="session")
def _built_city(once: Once) -> Path:
    return once("built", _build_city)


@pytest.fixture(scope="session")
def city_root(_built_city: Path) -> Path:
    """The sample city with its site, built once for all tests: only to be read."""
    return _built_city / "city"


@pytest.fixture(scope="session")
def city_edition(_built_city: Path) -> Path:
    """The offline edition that was built with the sample city's site: only to be read."""
    return _built_city / "edition"


@pytest.fixture(scope="session")
def city_site(city_root: Path) -> Path:
    """The site of the sample city."""
    return city_root / "site"


@pytest.fixture(scope="session")
def offline_city(city_site: Path, once: Once) -> Path:
    """The sample city's site, made to open without a server: only to be read."""

    def make(folder: Path) -> None:
        shutil.copytree(city_site, folder, dirs_exist_ok=True)
        offline.adapt(folder)

    return once("展馆 100%", make)


@pytest.fixture
def own_city(city_root: Path, tmp_path: Path) -> Path:
    """The sample city in a folder of this test, to be built and changed at will."""
    return Path(shutil.copytree(city_root, tmp_path / "city", symlinks=True))


@pytest.fixture(scope="session")
def _playwright() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def dist(once: Once) -> Path:
    """The folder of what is released, wheel and sdist, built once for all tests."""
    build = [sys.executable, "-m", "hatchling", "build", "--directory"]
    return once("dist", lambda folder: subprocess.run([*build, folder], cwd=ROOT, check=True, capture_output=True))


@pytest.fixture(scope="session")
def browser(_playwright: Playwright) -> Iterator[Browser]:
    """Real Chromium, without its windows where it is installed so; a missing one is named with the command that installs it."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.fail("没有 Chromium：apt-get install chromium fonts-noto-cjk（或 make test 代为安装）")
    chromium = _playwright.chromium.launch(executable_path=program, args=CHROMIUM_FLAGS)
    yield chromium
    chromium.close()


@pytest.fixture(scope="session")
def firefox_browser(_playwright: Playwright, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Real Firefox, of the system, with what Playwright can do with one of those: all but media features."""
    if firefox.program() is None:
        pytest.fail("没有 Firefox：apt-get install firefox-esr（或 make test 代为安装）")
    program = firefox.starter(tmp_path_factory.mktemp("firefox"))
    started = _playwright.firefox.launch(channel="moz-firefox", executable_path=program)
    yield started
    started.close()


@pytest.fixture(scope="session")
def npm_packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`tests/node_modules`, installed once by its lock, whichever test process comes first."""
    packages = ROOT / "tests" / "node_modules"
    with (tmp_path_factory.getbasetemp().parent / "npm.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (packages / "happy-dom").is_dir():
            if shutil.which("npm") is None:
                pytest.fail("没有 npm：apt-get install nodejs npm（测试用，网站本身不用）")
            command = ["npm", "ci", "--no-audit", "--no-fund", "--silent"]
            subprocess.run(command, cwd=packages.parent, check=True, timeout=300)
    return packages


@pytest.fixture(scope="session")
def form_libraries(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`theme/forms/libraries` of the form and the CMS, made once by their lock, whichever test process comes first."""
    folder = ROOT / "theme" / "forms" / "libraries"
    with (tmp_path_factory.getbasetemp().parent / "forms.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "cms" / "LICENSES.txt").is_file():
            if shutil.which("npm") is None:
                pytest.fail("没有 npm：apt-get install nodejs npm（测试用，网站本身不用）")
            subprocess.run(["make", "forms"], cwd=ROOT, check=True, timeout=300, capture_output=True)
    return folder


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Says nothing, and lets readers keep scripts and styles for a while, as web servers do."""

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=600")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """A folder served on this machine, by its address."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serves folders on this machine; gives each its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serving(folder))


def hears_interrupts() -> None:
    """Run in a child before it starts: a test run in the background inherits ignored interrupts, a clerk's terminal does not."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes, but the list of files that each published edition carries."""
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != ".laomo")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def source_tree(site: Path) -> dict[str, bytes]:
    """Every file of a site but what builds have made and remember."""
    return {name: data for name, data in tree(site).items() if not name.startswith(".build/")}


def edit(file: Path, old: str, new: str) -> None:
    """Replace a piece of text that must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{old!r} not in {file}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def generated(site: Path, wanted: Callable[[PurePosixPath], bool]) -> dict[PurePosixPath, bytes]:
    """What sound records make, as it lies before MkDocs takes it: the wanted files, in the order in which they were made."""
    project = Project(site)
    checked = generate.check(project)
    assert checked.sound, checked.problems
    assert checked.registry
    made = (PurePosixPath(each.path) for each in generate.generate(project, checked.registry))
    placed = [path for path in made if wanted(path)]
    return {path: (project.pages / path).read_bytes() for path in placed}
