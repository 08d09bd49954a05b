"""An urgent withdrawal that is killed: the next one finishes it, and in between there is the old house or the new one."""

import os
import shutil
import sys
from pathlib import Path

from tests.cli.command import laomo
from tests.conftest import some
from tests.tools.gather.province import make_gathered, publish, tree

CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.link", "shutil.rmtree"}
"""What Python tells of itself before it changes a folder (sys.addaudithook)."""


def killed_at(change: int, *arguments: str | Path) -> bool:
    """Run the command in a process of its own, which ends like one that is killed before its n-th change of a folder. Whether it came so far."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    left = change

    def count(event: str, _: tuple[object, ...]) -> None:
        nonlocal left
        left -= event in CHANGES
        if left < 0:
            os._exit(9)

    sys.addaudithook(count)
    laomo(*arguments)
    os._exit(0)


def test_an_urgent_gather_that_is_killed_before_any_change_is_finished_by_the_next(tmp_path: Path) -> None:
    """One of two leaders goes, who is also somebody's mentor; another studio goes as a whole, which others refer to; papers go with both."""
    make_gathered(tmp_path)
    weld = tmp_path / "east/studios/north/weld/studio.yml"
    weld.write_text(f"{weld.read_text('utf-8')}relations: [{{studio: nurse, kind: 上级工作室}}]\n", "utf-8")
    nurse, crane = (tmp_path / f"east/studios/{each}/studio.yml" for each in ("south/nurse", "north/crane"))
    leader = "    job: 岸桥司机\n"
    crane.write_text(
        crane.read_text("utf-8")
        .replace("江一舟岸桥", "岸桥")
        .replace("units: [北港码头]\n", "  - {name: 田四}\nunits: [北港码头]\n"),
        "utf-8",
    )
    publish(tmp_path / "east")
    assert "east：收下 3 个工作室" in laomo("gather", "--root", tmp_path / "province").stdout
    crane.write_text(crane.read_text("utf-8").replace(leader, f"{leader}    withdrawn: 2026-01-05\n"), "utf-8")
    nurse.write_text(
        nurse.read_text("utf-8")
        .replace("顾三春护理", "护理")
        .replace("{name: 顾三春", "{name: 顾三春, withdrawn: 2026-01-05"),
        "utf-8",
    )
    publish(tmp_path / "east")
    before = tree(tmp_path / "province/studios")
    done = Path(shutil.copytree(tmp_path / "province", tmp_path / "done"))
    said = laomo("gather", "--urgent", "--root", done).stdout
    assert "改了 1 份档案，整个去掉 1 个工作室" in said, said
    after = tree(done / "studios")
    changes, trial = 0, tmp_path / "trial"
    for change in range(1_000):
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(tmp_path / "province", trial)
        if not killed_at(change, "gather", "--urgent", "--root", trial):
            break
        changes += 1
        assert tree(trial / "studios") in (before, after), change
        assert laomo("gather", "--urgent", "--root", trial).returncode == 0
        assert tree(trial / "studios") == after, change
        left = {path for path, data in tree(trial / ".build/houses").items() if "顾三春".encode() in data}
        assert left == set()
    assert changes > 10
    assert "east/east-nurse/studio.yml" in some(before.keys() - after.keys())
