"""Records and pages that are not what they seem: links out of the tree, and files that no reader expects."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest

from laomo import generate
from laomo.assets.pictures import image
from laomo.project import Project
from laomo.records.loader import load
from tests.conftest import ROOT, SMALL
from tests.security.table import Score


def test_mutated_records_raise_nothing(score: Score, say: Callable[[str], None]) -> None:
    """A short walk; `make fuzz` takes a long one."""
    command = [sys.executable, "-m", "tests.security.fuzzing", "5"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    told = re.match(r"(\d+) inputs, (\d+) exceptions", run.stdout)
    assert told, f"crashed: {run.returncode} {run.stderr}"
    score("mutated records", int(told[1]), int(told[2]))
    say(f"inputs fuzzed {int(told[1]):,}, uncaught exceptions {told[2]}")
    assert (int(told[2]), run.returncode) == (0, 0)
    assert int(told[1]) > 100


DEADLY = """
import os, signal, sys
from pathlib import Path
from tests.security.fuzzing import fuzz
deadly = Path(sys.argv[1]).read_bytes()
desk = fuzz(0.5, lambda data: os.kill(os.getpid(), signal.SIGSEGV) if data == deadly else None, Path(sys.argv[2]))
print(desk.tried.value, desk.failures.value)
"""


def test_an_input_that_ends_the_process_is_kept_and_the_walk_goes_on(tmp_path: Path) -> None:
    deadly = SMALL / "studios/south/nurse/studio.yml"
    command = [sys.executable, "-c", DEADLY, deadly, tmp_path]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
    attempts, failures = map(int, run.stdout.split())
    assert attempts > len(list(SMALL.rglob("*.yml")))
    assert failures > 0
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [deadly.read_bytes()]


@pytest.mark.parametrize(
    "place",
    [
        "content/about/secret.png",
        "content/about/secret.md",
        "content/secret",
        "studios/north/crane/2014.yml",
        "studios/north/crane/photos/secret.png",
        "studios/north/secret",
    ],
)
@pytest.mark.parametrize("target", ["file", "folder", "nowhere", "itself"])
def test_a_link_is_never_followed(site: Path, tmp_path: Path, place: str, target: str, score: Score) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out/secret").write_text("token 13800138000", encoding="utf-8")
    leads = {
        "file": tmp_path / "out/secret",
        "folder": tmp_path / "out",
        "nowhere": tmp_path / "no",
        "itself": site / place,
    }
    (site / place).symlink_to(leads[target])
    problems = generate.check(Project(site)).problems
    score("links out of the tree", 1, int(all(problem.code != "symlink" for problem in problems)))
    assert [(problem.path, problem.code) for problem in problems] == [(place, "symlink")]


@pytest.mark.parametrize("name", ["x.svg", "x.pdf", "x.html", "x.js", "x.exe", "x.gif", "x.png.exe", "x.yaml", "x.md"])
def test_a_file_that_could_do_something_is_none_of_a_studio(site: Path, name: str, score: Score) -> None:
    """Drawings and documents run scripts, and no reader expects them: they are refused by their names, unopened."""
    places = [f"studios/north/crane/{folder}{name}" for folder in ("", "photos/")]
    for place in places:
        (site / place).write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", encoding="utf-8")
    problems = generate.check(Project(site)).problems
    found = [problem.path for problem in problems if problem.code == "unexpected-file"]
    score("files that could do something", 2, 2 - len(found))
    assert found == sorted(places)


SWAPPING = """
import os, sys
plain, link, place = sys.argv[1:]
print("swapping", flush=True)
while os.getppid() != 1:
    for source in (plain, link):
        os.link(source, place + ".beside", follow_symlinks=False)
        os.replace(place + ".beside", place)
"""


def test_a_link_put_there_after_the_look_is_not_followed_either(site: Path, tmp_path: Path, score: Score) -> None:
    """A record that is a plain file and a link by turns, while records are read over and over."""
    record = site / "studios/north/crane/2013.yml"
    secret, plain, link = tmp_path / "secret", tmp_path / "plain", tmp_path / "link"
    secret.write_text(record.read_text(encoding="utf-8").replace("这一年", "外面的一年"), encoding="utf-8")
    plain.write_bytes(record.read_bytes())
    link.symlink_to(secret)
    read = refused = followed = 0
    with subprocess.Popen([sys.executable, "-c", SWAPPING, plain, link, record], stdout=subprocess.PIPE) as swapping:
        assert swapping.stdout
        swapping.stdout.readline()
        for _ in range(300):
            loaded = load(site / "studios")
            found = loaded.records.get(PurePosixPath("north/crane/2013.yml"))
            refused += any(problem.code == "symlink" for problem in loaded.problems)
            read += found is not None
            followed += "外面的一年" in repr(found)
        swapping.kill()
    score("links put there while records are read", 300, followed)
    assert followed == 0
    assert min(read, refused) > 0


def test_a_picture_that_became_a_link_is_none(site: Path, tmp_path: Path) -> None:
    picture, link = site / "studios/north/crane/photos/cover.png", tmp_path / "link.png"
    link.symlink_to(picture)
    assert image.size(picture)
    for look in (image.size, lambda file: image.make(file, tmp_path)):
        with pytest.raises(image.PictureRejected):
            look(link)


@pytest.mark.parametrize(
    ("folder", "code"),
    [
        ("раураl", "folder-name"),  # Cyrillic letters that look Latin
        ("crane\n", "folder-name"),
        ("CRANE", "folder-name"),
        ("ｃrane", "folder-name"),
        ("cafe\u0301", "folder-name"),
        ("a" * 65, "folder-name"),
        ("-crane", "folder-name"),
        ("con", "reserved-name"),
        ("lpt1", "reserved-name"),
        ("assets", "reserved-name"),
        ("page-2", "reserved-name"),
    ],
)
def test_an_id_that_could_be_taken_for_another_is_none(site: Path, folder: str, code: str, score: Score) -> None:
    shutil.copytree(site / "studios/north/weld", site / "studios/north" / folder)
    codes = {problem.code for problem in generate.check(Project(site)).problems}
    score("ids that mislead", 1, int(code not in codes))
    assert code in codes
