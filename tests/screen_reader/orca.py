"""Firefox and Orca on a screen that nobody sees, with Debian's packages: what Orca says when a page has opened."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.browser import firefox, webkit

PACKAGES = {
    "orca": "orca",
    "dbus-run-session": "dbus",
    "openbox": "openbox",
    "Xvfb": "xvfb",
    "localedef": "locales",
    "gsettings": "libglib2.0-bin",
}
"""Program → the package that has it; Firefox apart."""
BUS = "/usr/libexec/at-spi-bus-launcher"
PATIENCE = 120
"""Seconds that a page may take to be read."""
BEGIN, END = "> all", "< all"
"""As in `written_speech.py`, which runs in Orca's Python and cannot be imported here."""
WINDOW = (1300, 900)
PREFERENCES = {
    "intl.accept_languages": '"zh-CN,zh"',
    "accessibility.force_disabled": "-1",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.aboutwelcome.enabled": "false",
    "browser.preonboarding.enabled": "false",
    "browser.startup.homepage_override.mstone": '"ignore"',
    "browser.newtabpage.enabled": "false",
    "browser.newtab.preload": "false",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "toolkit.startup.max_resumed_crashes": "-1",
}


def missing() -> list[str]:
    """The packages that are not installed."""
    packages = [package for program, package in PACKAGES.items() if not shutil.which(program)]
    return [
        *packages,
        *([] if Path(BUS).exists() else ["at-spi2-core"]),
        *([] if firefox.program() else ["firefox-esr"]),
    ]


def spoken(address: str, folder: Path) -> list[str]:
    """What Orca says of a page in one go, line by line. `folder` is new and of this run alone.

    Raises TimeoutError if it does not come to an end.
    """
    said = folder / "spoken.txt"
    said.touch()
    with _session(folder, said) as environment, ExitStack() as stack:
        profile = folder / "profile"
        profile.mkdir()
        lines = [f'user_pref("{name}", {value});\n' for name, value in PREFERENCES.items()]
        (profile / "user.js").write_text("".join(lines), encoding="utf-8")
        size = ["--width", str(WINDOW[0]), "--height", str(WINDOW[1])]
        _start(stack, [str(firefox.program()), "--no-remote", "--profile", str(profile), *size, address], environment)
        _wait(said, END)
    lines = said.read_text(encoding="utf-8").splitlines()
    return [line for line in lines[lines.index(BEGIN) + 1 : lines.index(END)] if not line.startswith("!")]


@contextmanager
def _session(folder: Path, said: Path) -> Iterator[dict[str, str]]:
    """A screen, a bus, a window manager and Orca in Chinese; the environment of what is started beside them."""
    home, locale, run = (folder / name for name in ("home", "locale", "run"))
    (home / ".local/share/orca").mkdir(parents=True)
    locale.mkdir()
    run.mkdir(mode=0o700)
    shutil.copy(Path(__file__).with_name("written_speech.py"), home / ".local/share/orca/orca-customizations.py")
    subprocess.run(["localedef", "-i", "zh_CN", "-f", "UTF-8", locale / "zh_CN.UTF-8"], check=True)
    with ExitStack() as stack:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(home),
            "LANG": "zh_CN.UTF-8",
            "LOCPATH": str(locale),
            "XDG_RUNTIME_DIR": str(run),
            "DISPLAY": webkit.screen(stack),
            "GNOME_ACCESSIBILITY": "1",
            "SPOKEN": str(said),
        }
        environment["DBUS_SESSION_BUS_ADDRESS"] = _bus(stack, environment)
        _start(stack, [BUS, "--launch-immediately"], environment)
        wanted = ["gsettings", "set", "org.gnome.desktop.interface", "toolkit-accessibility", "true"]
        subprocess.run(wanted, env=environment, check=True, stderr=subprocess.DEVNULL)
        _start(stack, ["openbox"], environment)
        _start(stack, ["orca", "--user-prefs", str(home / ".local/share/orca")], environment)
        _wait(said, "!")  # its greeting
        yield environment


def _wait(said: Path, start: str) -> None:
    """Until a line that starts so is said."""
    end = time.monotonic() + PATIENCE
    while not any(line.startswith(start) for line in said.read_text(encoding="utf-8").splitlines()):
        if time.monotonic() > end:
            raise TimeoutError(said.read_text(encoding="utf-8")[-500:])
        time.sleep(0.2)


def _bus(stack: ExitStack, environment: dict[str, str]) -> str:
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    process = _start(stack, command, environment, stdout=subprocess.PIPE)
    assert process.stdout
    return str(process.stdout.readline(), "ascii").strip()


def _start(
    stack: ExitStack, command: list[str], environment: dict[str, str], stdout: int = subprocess.DEVNULL
) -> subprocess.Popen[bytes]:
    """A process that ends with the stack, and all that it has started with it."""
    process = subprocess.Popen(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    stack.callback(process.wait)
    stack.callback(lambda: os.killpg(process.pid, signal.SIGKILL))
    return process
