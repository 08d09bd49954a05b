"""Publishing to a web server: a real sshd on this machine, a real rsync, and every way in which it can fail.

Where the connection breaks, a script replaces ssh and runs the server's part here, so that it can break after any byte.
"""

import getpass
import os
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from laomo.cli import laomo
from laomo.publish import releases
from laomo.system.files import write_atomic
from tests.conftest import hears_interrupts, tree
from tests.security.table import Score

LAOMO = Path(sys.executable).with_name("laomo")
SSHD = shutil.which("sshd") or "/usr/sbin/sshd"
USER = getpass.getuser()


@dataclass(frozen=True)
class Server:
    """An sshd, and the command that connects to it."""

    ssh: str
    port: int


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    place = tmp_path_factory.mktemp("sshd")
    for name in ("host", "clerk", "stranger"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", place / name], check=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "ListenAddress": "127.0.0.1",
        "Port": port,
        "HostKey": place / "host",
        "AuthorizedKeysFile": place / "clerk.pub",
        "PidFile": "none",
        "StrictModes": "no",
        "UsePAM": "no",
        "PasswordAuthentication": "no",
        "PermitRootLogin": "yes",
    }
    (place / "config").write_text("".join(f"{name} {told}\n" for name, told in settings.items()), encoding="utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with subprocess.Popen([SSHD, "-D", "-e", "-f", place / "config"], stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr
        assert "listening" in running.stderr.readline()
        known = f"-o UserKnownHostsFile={place / 'known'} -o StrictHostKeyChecking=accept-new -o BatchMode=yes"
        yield Server(f"ssh -F none -o LogLevel=ERROR {known} -i {place / 'clerk'} -p {port}", port)
        running.terminate()


HERE = 'while [ "$1" != example.org ]; do shift; done; shift; exec sh -c "$*"'
"""Like ssh: drop the options and the host name, and let a shell run the rest."""


def line(tmp_path: Path, rsync: str = "{here}", change: str = "{here}") -> str:
    """A connection to a server example.org, which is this machine. It can break while rsync runs, or during the switch."""
    here = tmp_path / "here"
    here.write_text(f"#!/bin/sh\n{HERE}\n", encoding="utf-8")
    program = tmp_path / "line"
    body = f'case "$*" in *--server*) {rsync} ;; *"-- switch "*) {change} ;; *) {{here}} ;; esac\n'
    program.write_text("#!/bin/sh\n" + body.replace("{here}", f'"{here}" "$@"'), encoding="utf-8")
    for each in (here, program):
        each.chmod(0o755)
    return shlex.quote(str(program))


def publish(place: Path, ssh: str, *more: str | Path, user: str = "example.org") -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(laomo, ["--lang", "zh", "publish", f"{user}:{place}", "--ssh", ssh, *map(str, more)])


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A site: one page, and unchanging files that are too large to be sent at once."""
    site = tmp_path / "site"
    (site / "图 片").mkdir(parents=True)
    (site / "图 片/大.bin").write_bytes(os.urandom(400_000))
    (site / "index.html").write_text("1", encoding="utf-8")
    return site


def change(site: Path) -> None:
    """Replace a file, as a build does, because releases on this disk share files by hard links."""
    write_atomic(site / "图 片/大.bin", os.urandom(400_000))
    write_atomic(site / "index.html", b"2")


def test_over_ssh_releases_follow_one_another_and_can_be_gone_back_to(
    server: Server, made: Path, tmp_path: Path
) -> None:
    place, user = tmp_path / "网站 'www'", f"{USER}@127.0.0.1"
    for number in (1, 2, 3):
        write_atomic(made / "index.html", str(number).encode())
        run = publish(place, server.ssh, "--site", made, user=user)
        assert run.exit_code == 0, run.stderr
        assert f"第 {number:04d} 版" in run.stdout
        assert (place / "current").readlink() == Path(f"releases/{number:04d}")
        assert tree(place / "current") == tree(made)
    assert "第 0002 版" in publish(place, server.ssh, "--rollback", user=user).stdout
    assert (place / "current/index.html").read_bytes() == b"2"
    assert sorted(path.name for path in (place / "releases").iterdir()) == ["0001", "0002"]


def test_few_releases_are_kept_and_what_they_share_only_once(made: Path, tmp_path: Path) -> None:
    place, ssh = tmp_path / "www", line(tmp_path)
    for number in range(1, 8):
        write_atomic(made / "index.html", str(number).encode())
        if number % 2:
            assert publish(place, ssh, "--site", made).exit_code == 0
        else:
            releases.release(made, place)  # published on the server itself
        assert (place / "current").readlink().name == f"{number:04d}"
    assert sorted(path.name for path in (place / "releases").iterdir()) == ["0003", "0004", "0005", "0006", "0007"]
    large = [place / "releases" / each / "图 片/大.bin" for each in ("0006", "0007")]
    assert large[0].samefile(large[1]), "what the server has is not sent again"
    assert (place / "current/index.html").stat().st_mode & 0o777 == 0o644
    for number in (6, 5, 4, 3):
        assert f"第 {number:04d} 版" in publish(place, ssh, "--rollback").stdout
    run = publish(place, ssh, "--rollback")
    assert run.exit_code == 2
    assert "没有更早的版本" in run.stderr
    assert (place / "current/index.html").read_bytes() == b"3"
    assert "没有更早的版本" in publish(tmp_path / "nothing", ssh, "--rollback").stderr
    assert "没有生成好的网站" in publish(place, ssh, "--site", tmp_path / "nothing").stderr


def cut_before(folder: Path, step: int) -> str:
    """Programs for the server. The `step`th call of one of them kills the calling shell."""
    folder.mkdir(exist_ok=True)
    (folder / "steps").write_text("0", encoding="utf-8")
    for name in ("ln", "mv", "rm", "sync"):
        count = f"step=$(($(cat {folder}/steps) + 1)); echo $step >{folder}/steps"
        kill = f"[ $step = {step} ] && kill -9 $PPID && exit 1"
        (folder / name).write_text(f'#!/bin/sh\n{count}\n{kill}\nexec {shutil.which(name)} "$@"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    return f"PATH={folder}:$PATH"


def test_a_server_that_stops_at_any_step_of_the_change_over_has_the_old_or_the_new_site(
    made: Path, tmp_path: Path, score: Score
) -> None:
    place, harmed, step = tmp_path / "www", 0, 0
    releases.release(made, place)
    finished = False
    while not finished:
        step += 1
        old = tree(place / "current")
        write_atomic(made / "index.html", str(step).encode())
        ssh = line(tmp_path, change=f"{cut_before(tmp_path / 'tools', step)} {{here}}")
        run = publish(place, ssh, "--site", made)
        finished = run.exit_code == 0 and int((tmp_path / "tools/steps").read_text(encoding="utf-8")) < step
        harmed += tree(place / "current") not in (old, tree(made))
    score("change-overs cut on the server", step, harmed)
    assert (harmed, step > 5) == (0, True)
    assert tree(place / "current") == tree(made)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("host", "连不上"),
        ("port", "Connection refused"),
        ("key", "Permission denied"),
        ("folder", "写不进"),
        ("program", "没有找到 no-such-ssh"),
    ],
)
def test_what_is_wrong_is_said_and_readers_see_the_old_site(
    server: Server, made: Path, tmp_path: Path, wrong: str, said: str
) -> None:
    releases.release(made, tmp_path / "www")
    before = tree(tmp_path / "www")
    change(made)
    place = Path("/dev/null/www") if wrong == "folder" else tmp_path / "www"
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # no server listens there
        ssh = {
            "host": f"{server.ssh} -o HostName=nobody.invalid",
            "port": server.ssh.replace(f"-p {server.port}", f"-p {closed.getsockname()[1]}"),
            "key": server.ssh.replace("/clerk ", "/stranger "),
            "program": "no-such-ssh",
        }
        run = publish(place, ssh.get(wrong, server.ssh), "--site", made, user=f"{USER}@127.0.0.1")
    assert run.exit_code == 1, run.stderr
    assert said in run.stderr
    assert tree(tmp_path / "www") == before


def test_a_line_cut_after_any_byte_leaves_the_old_site(made: Path, tmp_path: Path, score: Score) -> None:
    place = tmp_path / "www"
    releases.release(made, place)
    before = tree(place)
    change(made)
    cuts, harmed = (0, 1, 200, 5_000, 300_000), 0
    for count in cuts:
        run = publish(place, line(tmp_path, rsync=f"stdbuf -o0 head -c {count} | {{here}}"), "--site", made)
        assert run.exit_code == 1
        assert "读者看到的网站保持原样" in run.stderr
        harmed += tree(place) != before
    score("lines cut while a site was sent", len(cuts), harmed)
    assert harmed == 0
    assert publish(place, line(tmp_path), "--site", made).exit_code == 0, "the next needs no help"
    assert tree(place / "current") == tree(made)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_one_interrupted_in_the_middle_leaves_the_old_site(made: Path, tmp_path: Path, number: signal.Signals) -> None:
    place, reached = tmp_path / "www", tmp_path / "reached"
    releases.release(made, place)
    before = tree(place / "current")
    change(made)
    slow = line(tmp_path, rsync=f"{{ stdbuf -o0 head -c 200000; touch {reached}; sleep 30; }} | {{here}}")
    command = [LAOMO, "--lang", "zh", "publish", f"example.org:{place}", "--ssh", slow, "--site", made]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True, preexec_fn=hears_interrupts
    ) as run:
        while not reached.exists():
            assert run.poll() is None
            time.sleep(0.02)
        os.killpg(run.pid, number)
        _, said = run.communicate(timeout=30)
    assert run.returncode in (130, -number)
    assert "Traceback" not in said
    assert tree(place / "current") == before
    assert publish(place, line(tmp_path), "--site", made).exit_code == 0
    assert tree(place / "current") == tree(made)
    assert sorted(path.name for path in (place / "releases").iterdir()) == ["0001", "0002"]


@pytest.mark.parametrize("cut", ["{here} >/dev/null; exit 255", "cat >/dev/null; exit 255"])
def test_a_line_lost_at_the_change_over_is_said_to_be_uncertain(made: Path, tmp_path: Path, cut: str) -> None:
    releases.release(made, tmp_path / "www")
    old = tree(made)
    change(made)
    run = publish(tmp_path / "www", line(tmp_path, change=cut), "--site", made)
    assert run.exit_code == 1
    assert "完整的旧版或新版" in run.stderr
    assert tree(tmp_path / "www/current") == (tree(made) if "{here}" in cut else old)


def test_of_two_at_once_the_newer_wins_and_the_other_says_so(made: Path, tmp_path: Path) -> None:
    place = tmp_path / "www"
    newer = Path(shutil.copytree(made, tmp_path / "newer"))
    change(newer)
    overtaken = shlex.join([str(LAOMO), "publish", f"example.org:{place}", "--ssh", str(tmp_path / "here")])
    first = publish(place, line(tmp_path, change=f"{overtaken} --site {newer} >&2; {{here}}"), "--site", made)
    assert first.exit_code == 1
    assert "has gone" in first.stderr
    assert tree(place / "current") == tree(newer)


@pytest.mark.parametrize("name", ["-oProxyCommand=touch x:www", "a b:www", "$(id):www", "C:\\www", "./a:b"])
def test_a_name_that_is_no_server_is_a_folder(
    made: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing that ssh or a shell would misinterpret is passed to them."""
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(laomo, ["publish", "--site", str(made), "--", name])
    assert run.exit_code == 0, run.stderr
    assert (tmp_path / name / "current/index.html").is_file()
    assert not (tmp_path / "x").exists()
