"""A built site → releases on a web server that is reached by ssh, in the same folder layout as `releases`.

There are three steps, and readers notice only the last: the server creates a folder, rsync fills it (files of the current
release are hard-linked, not sent again), and the link to the current release is replaced. `ssh.sh` runs on the server.
"""

import re
import secrets
import shlex
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laomo.problems.errors import CodedError
from laomo.publish.releases import KEPT, NoRelease, PlaceTaken, Released

SSH = "ssh -o LogLevel=ERROR -o ConnectTimeout=15 -o ServerAliveInterval=15"
"""The ssh command. It stops waiting for a server that does not answer."""
_SCRIPT = Path(__file__).with_suffix(".sh")
_LOST = 255
"""Exit code of ssh if ssh itself failed, not the remote command."""
_NONE = 3
"""Exit code of `ssh.sh` if there is no release to go back to."""
_TAKEN = 4
"""Exit code of `ssh.sh` if the folder has releases of something else."""
_BUSY = 5
"""Exit code of `ssh.sh` while another publication switches releases there."""


class PublishFailed(CodedError):
    """The site was not published, or it is unknown whether it was. `code` and `facts` make the message."""


@dataclass(frozen=True, slots=True)
class RemoteFolder:
    """A folder on a server: `name` is `user@host` or `host`, `ssh` the command that connects."""

    name: str
    folder: str
    ssh: str = SSH

    def __str__(self) -> str:
        return f"{self.name}:{self.folder}"


def place(target: str, ssh: str = SSH) -> RemoteFolder | None:
    """Parse `user@host:folder`; None for a folder of this machine, including one on a Windows drive such as `C:`."""
    found = re.fullmatch(r"((?:[\w.+]+@)?[A-Za-z0-9_][\w.-]+):(.+)", target, re.ASCII | re.DOTALL)
    return RemoteFolder(found[1], found[2].removeprefix("~/"), ssh) if found else None


def release(site: Path, target: RemoteFolder) -> Released:
    """Make the built site the server's current release, as `releases.release` does locally.

    Raises NoRelease without a site, PlaceTaken, PublishFailed.
    """
    if not (site / "index.html").is_file():
        raise NoRelease("no-site", place=str(site))
    name = f".new-{secrets.token_hex(4)}"
    current = _run(target, "receive", name)
    try:
        _send(site, target, name, current)
    except BaseException:
        with suppress(PublishFailed):
            _run(target, "discard", name)  # frees the space if the disk is full
        raise
    number, *purged = _run(target, "switch", name, str(KEPT)).split()
    return Released(number, tuple(purged))


def rollback(target: RemoteFolder) -> Released:
    """Make the server's release before the current one current again. Raises NoRelease, PublishFailed."""
    return Released(_run(target, "rollback"))


def _run(target: RemoteFolder, action: str, *arguments: str) -> str:
    """Run an action of `ssh.sh` on the server. Returns its standard output, stripped."""
    remote_command = shlex.join(("sh", "-s", "--", action, target.folder, *arguments))
    run = _run_command([*shlex.split(target.ssh), target.name, remote_command], _SCRIPT.read_bytes())
    if run.returncode == _LOST:
        code = "not-reached" if action in ("receive", "discard") else "not-told"
        raise PublishFailed(code, host=target.name, reason=_reason(run))
    if run.returncode == _NONE:
        raise NoRelease("no-earlier-release", place=str(target))
    if run.returncode == _TAKEN:
        raise PlaceTaken("place-taken", place=str(target))
    if run.returncode == _BUSY:
        raise PublishFailed("publishing-already", place=str(target))
    if run.returncode:
        raise PublishFailed("not-published", place=str(target), reason=_reason(run))
    return run.stdout.decode().strip()


def _send(site: Path, target: RemoteFolder, name: str, current: str) -> None:
    """Send the files by content only: modification times and permissions of this machine do not matter to readers."""
    command = ["rsync", "--recursive", "--checksum", "--chmod=D755,F644", "--protect-args", "--timeout=120"]
    command += [f"--link-dest=../{current}"] if current else []
    run = _run_command([*command, "-e", target.ssh, f"{site}/", f"{target}/releases/{name}/"])
    if run.returncode:
        raise PublishFailed("not-published", place=str(target), reason=_reason(run))


def _run_command(command: list[str], stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(command, input=stdin, capture_output=True, check=False)  # noqa: S603 (no shell, no option from outside)
    except FileNotFoundError as error:
        raise PublishFailed("no-program", program=command[0]) from error


def _reason(run: subprocess.CompletedProcess[bytes]) -> str:
    """The line of standard error with the reason: rsync writes it first, ssh and the shell last."""
    lines = [line for line in run.stderr.decode("utf-8", "replace").splitlines() if line.strip()]
    first = [line for line in lines if line.startswith("rsync: ")]
    return (first or lines[-1:] or [f"{run.args[0]} {run.returncode}"])[0]
