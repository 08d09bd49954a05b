"""The program that a site carries: the same for everybody, from a fresh clone, in an empty environment."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.cli.command import laomo
from tests.conftest import ROOT, some, tree
from tests.tools.review.gitsite import git

from laomo.tools import starter

ABOUT = ["--name=示例市工匠展馆", "--place=示例市", "--union=示例市总工会"]
LOCKED = re.compile(r"^([\w.-]+)==([^\s\\]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def begun(wheel_program: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that the wheel's `laomo init` has made."""
    folder = tmp_path_factory.mktemp("begun") / "site"
    environment = empty_environment(folder.parent / "home")
    subprocess.run([wheel_program, "init", folder, *ABOUT], check=True, capture_output=True, env=environment)
    return folder


def empty_environment(home: Path) -> dict[str, str]:
    """What a runner has: programs of the system, and the settings of pip that say where its index is."""
    told = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
    told["PIP_COMPILE"] = "no"  # compiles what is run, and not the rest of forty libraries
    home.mkdir(exist_ok=True)
    return {"PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", **told}


def test_a_fresh_clone_installs_builds_publishes_and_leaves_nothing_to_commit(begun: Path, tmp_path: Path) -> None:
    """The commands of the platforms' build jobs (see `test_ci`), with the real index, for an admin who has Python and git only."""
    for command in (["init", "--quiet", "--initial-branch=main"], ["add", "--all"]):
        git(begun, *command)
    git(begun, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "--quiet", "-m", "开馆")
    folder = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", begun, folder)
    environment = {**empty_environment(tmp_path / "home"), "PYTHON": os.path.realpath(sys.executable)}

    def run(*command: str, **more: str) -> str:
        done = subprocess.run(
            command, cwd=folder, env={**environment, **more}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run("bash", "ci/prepare")
    run("bash", "ci/publish", PUBLISH_TO=str(tmp_path / "web"))
    run("bash", "ci/publish")
    assert "示例市工匠展馆" in (tmp_path / "web/current/index.html").read_text(encoding="utf-8")
    git(folder, "add", "--all")
    assert git(folder, "status", "--porcelain") == ""
    said = run(".venv/bin/python", "-m", "laomo", "doctor")
    assert "✓ vendor 里的程序就是这一版" in said, "packing the installed program again makes the same wheel"
    assert "✓ 程序用的部件" in said


def test_what_vendor_holds_is_what_requirements_ask_for(begun: Path) -> None:
    (wheel,) = (begun / "vendor").iterdir()
    requirements = (begun / "requirements.txt").read_text(encoding="utf-8")
    version = wheel.name.split("-")[1]
    assert f"laomo=={version} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n" in requirements
    assert "http" not in requirements
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {"laomo/cli/__init__.py", "laomo/theme/overrides/main.html"} <= names
    assert not [name for name in names if name.endswith(".pyc") or "/.build/" in name]


def test_the_lock_holds_what_the_program_needs_in_the_versions_of_the_tests() -> None:
    ours = dict(LOCKED.findall((ROOT / "requirements.txt").read_text(encoding="utf-8")))
    sites = dict(LOCKED.findall((ROOT / "generator/laomo/tools/starter/locked.txt").read_text(encoding="utf-8")))
    needed = re.findall(r'^  "([\w-]+)[=<>]', (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    dependencies = needed[: needed.index("strokes") + 1]
    assert len(dependencies) >= 20
    assert [name for name in [*dependencies, "pillow-heif"] if name not in sites] == []
    assert {name: version for name, version in some(sites.items()) if ours.get(name, version) != version} == {}


def test_upgrade_renews_the_program_and_names_scripts_that_differ(tmp_path: Path) -> None:
    laomo("init", tmp_path / "site", *ABOUT)
    fresh = of_git(tmp_path / "site")
    (wheel,) = (tmp_path / "site/vendor").iterdir()
    wheel.rename(wheel.with_name("laomo-0.0.9-py3-none-any.whl"))
    (tmp_path / "site/requirements.txt").write_text("laomo==0.0.9\n", encoding="utf-8")
    (tmp_path / "site/ci/publish").write_text("#!/bin/sh\n", encoding="utf-8")
    (tmp_path / "site/ci/prepare").unlink()
    run = laomo("upgrade", "--root", tmp_path / "site")
    assert run.returncode == 0, run.stderr
    assert "ci/prepare、ci/publish" in run.stdout
    now = of_git(tmp_path / "site")
    assert {name for name in fresh if fresh[name] != now.get(name)} == {"ci/publish", "ci/prepare"}
    assert laomo("upgrade", "--scripts", "--root", tmp_path / "site").returncode == 0
    assert of_git(tmp_path / "site") == fresh
    assert os.access(tmp_path / "site/ci/prepare", os.X_OK)


def of_git(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in tree(folder).items() if not name.startswith(".build/")}


def test_upgrade_leaves_the_requirements_of_others_alone(site: Path) -> None:
    (site / "requirements.txt").write_text("click==8\n", encoding="utf-8")
    assert laomo("upgrade", "--root", site).returncode == 0
    assert (site / "requirements.txt").read_text(encoding="utf-8") == "click==8\n"
    assert not (site / starter.VENDOR).exists()


def test_a_program_that_somebody_has_changed_is_not_passed_on(wheel_program: Path, tmp_path: Path) -> None:
    (module,) = wheel_program.parents[1].glob("lib/python*/site-packages/laomo/cli/records.py")
    before = module.read_bytes()
    try:
        module.write_bytes(before + b"\n# changed\n")
        run = subprocess.run(
            [wheel_program, "init", tmp_path / "site", *ABOUT],
            capture_output=True,
            text=True,
            check=False,
            env=empty_environment(tmp_path / "home"),
        )
    finally:
        module.write_bytes(before)
    assert run.returncode == 1
    assert "laomo/cli/records.py" in run.stdout + run.stderr
    assert not (tmp_path / "site").exists()
