"""What platforms and package indexes read of this repository, by their own schemas."""

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from importlib.metadata import PackageMetadata, PathDistribution
from pathlib import Path

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from mkdocs.utils import get_themes

from laomo import __version__, pipeline
from laomo.pages import theme
from laomo.project import Project
from laomo.publish import finishing
from laomo.publish.audit import audit
from tests.conftest import ROOT, some, tree

SCHEMAS = {
    ".github/workflows/test.yml": "github-workflows",
    ".github/workflows/release.yml": "github-workflows",
    ".github/ISSUE_TEMPLATE/fault.yml": "github-issue-forms",
    ".github/ISSUE_TEMPLATE/wish.yml": "github-issue-forms",
    ".github/ISSUE_TEMPLATE/config.yml": "github-issue-config",
    "action.yml": "github-actions",
    "renovate.json": "renovate",
    "CITATION.cff": "citation-file-format",
}


def valid(schema: str, file: Path) -> bool:
    arguments = [
        "--builtin-schema",
        f"vendor.{schema}",
        "--force-filetype",
        "json" if file.suffix == ".json" else "yaml",
    ]
    return CliRunner().invoke(check_jsonschema, [*arguments, str(file)]).exit_code == 0


@pytest.mark.parametrize("name", SCHEMAS)
def test_files_are_what_their_platforms_schema_asks_for(name: str, tmp_path: Path) -> None:
    assert valid(SCHEMAS[name], ROOT / name)
    text = (ROOT / name).read_text(encoding="utf-8")
    wrong = tmp_path / Path(name).name
    misspelt = re.sub(
        r"(?m)^(\W*)(steps|type|using|blank_issues_enabled|title)\b",
        r"\1un\2",
        text.replace('Dashboard": true', 'Dashboard": 7'),
    )
    wrong.write_text(misspelt, "utf-8")
    assert wrong.read_text("utf-8") != text
    assert not valid(SCHEMAS[name], wrong)


def test_the_component_for_gitlab_runs_what_a_site_has(tmp_path: Path) -> None:
    spec, _, jobs = (ROOT / "templates/laomo/template.yml").read_text(encoding="utf-8").partition("---\n")
    filled = tmp_path / "filled.yml"
    inputs = dict(re.findall(r"(?m)^    (\w+):\n      default: (.+)$", spec))
    filled.write_text(re.sub(r"\$\[\[ inputs\.(\w+) \]\]", lambda found: inputs[found[1]], jobs), encoding="utf-8")
    assert "inputs" not in filled.read_text(encoding="utf-8")
    assert valid("gitlab-ci", filled)
    starter = ROOT / "generator/laomo/tools/starter/files"
    for script in some(re.findall(r"bash (\S+)", jobs)):
        assert (starter / script).is_file()


def test_the_tests_of_a_release_run_on_every_python_that_the_metadata_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [
        each.rpartition(" ")[2]
        for each in project["classifiers"]
        if each.startswith("Programming Language :: Python :: 3.")
    ]
    release = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    assert named == ["3.11", "3.12", "3.13", "3.14"]
    assert f"python: {named}".replace("'", '"') in release
    assert f"version: {__version__}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_no_action_is_named_by_a_tag_that_can_move() -> None:
    for file in (*(ROOT / ".github/workflows").iterdir(), ROOT / "action.yml"):
        uses = re.findall(r"uses: (\S+)(.*)", file.read_text(encoding="utf-8"))
        assert uses, file
        for action, comment in uses:
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), comment


def test_workflows_may_only_read_but_for_the_job_that_publishes() -> None:
    for file in some((ROOT / ".github/workflows").iterdir()):
        text = file.read_text(encoding="utf-8")
        flow = yaml.safe_load(text)
        assert flow["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in text
        assert "secrets." not in text
        assert not re.search(r"run:.*\$\{\{", text), "values of a change must come by the environment"
        assert [name for name, job in flow["jobs"].items() if "permissions" in job] == (
            ["publish"] if file.stem == "release" else []
        )


def test_the_container_copies_what_the_package_is_made_of() -> None:
    text = (ROOT / "Containerfile").read_text(encoding="utf-8")
    copied = [name for line in re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", text) for name in line.split()]
    assert copied
    assert all((ROOT / name).exists() for name in copied)
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    assert all(f"!{name}\n" in allowed for name in copied)
    packages = {"generator", "theme", "pyproject.toml", "README.md", "LICENSE"}
    assert packages <= set(copied)


def test_wheel_and_sdist_are_typed_complete_and_the_same(dist: Path, tmp_path: Path) -> None:
    (wheel,), (sdist,) = dist.glob("*.whl"), dist.glob("*.tar.gz")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert "laomo/py.typed" in names
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    again = ["hatchling", "build", "--target", "wheel", "--directory", tmp_path / "again"]
    subprocess.run([sys.executable, "-m", *again], cwd=unpacked, check=True, capture_output=True)
    (other,) = (tmp_path / "again").glob("*.whl")
    assert other.read_bytes() == wheel.read_bytes(), "what installs from the sdist is what installs from the wheel"


def test_the_metadata_say_where_everything_is(dist: Path, tmp_path: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, tmp_path], check=True)
    (folder,) = tmp_path.glob("*.dist-info")
    metadata: PackageMetadata = PathDistribution(folder).metadata
    labels = {each.partition(",")[0] for each in metadata.get_all("Project-URL") or []}
    assert labels == {"Homepage", "Documentation", "Repository", "Issues", "Changelog"}
    assert metadata["License-Expression"] == "Apache-2.0"
    assert metadata["Requires-Python"] == ">=3.11"
    assert "劳模" in metadata["Keywords"]


def test_the_theme_is_found_by_its_entry_point(
    dist: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`theme: laomo` is Material with our folder and our defaults. The metadata are the wheel's, the theme is the checkout's."""
    (wheel,) = dist.glob("*.whl")
    monkeypatch.syspath_prepend(wheel)
    get_themes.cache_clear()
    settings = yaml.safe_load((site / "mkdocs.yml").read_text(encoding="utf-8"))
    defaults = yaml.safe_load((theme.folder() / "overrides/mkdocs_theme.yml").read_text(encoding="utf-8"))
    material = {"name": defaults.pop("extends"), **defaults}
    for name, chosen in {"ours": "laomo", "material": material}.items():
        (site / "mkdocs.yml").write_text(yaml.safe_dump({**settings, "theme": chosen}), encoding="utf-8")
        pipeline.build(Project(site), tmp_path / name)
    get_themes.cache_clear()
    assert tree(tmp_path / "ours") == tree(tmp_path / "material")


def test_the_theme_of_a_wheel_dresses_pages_that_know_no_records(dist: Path, tmp_path: Path) -> None:
    """Without the plugin: no search, no open data, and no link that leads nowhere."""
    (wheel,) = dist.glob("*.whl")
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, tmp_path / "installed"], check=True)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# 一页\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 一册\ntheme: laomo\nplugins: []\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "installed"), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    run = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    page = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    linked = re.findall(r'href="assets/stylesheets/(\d\d-[^"]+)"', page)
    assert linked == sorted(path.name for path in (theme.folder() / "overrides/assets/stylesheets").iterdir())
    assert "search/" not in page
    finishing.in_place(tmp_path / "site", None)
    assert audit(tmp_path / "site", tmp_path / "cache") == []
    assert len(list((tmp_path / "site/assets/stylesheets").glob("[0-9l]*.css"))) == 1
