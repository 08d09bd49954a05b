"""The hostile site, built once."""

import shutil
from pathlib import PurePosixPath

import pytest

from laomo import generate
from laomo.problems.errors import BuildFailed
from laomo.problems.problem import Problem
from laomo.project import Project
from laomo.publish import audit
from laomo.records.loader import load
from laomo.registry.registry import Registry
from laomo.render import incremental
from tests.conftest import ROOT, SMALL
from tests.security.hostile import Hostile
from tests.security.planting import plant


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    """A site whose records hold the whole collection, built past the checks that would have refused most of it."""
    root = tmp_path_factory.mktemp("hostile")
    shutil.copytree(SMALL / "content", root / "content")
    shutil.copytree(SMALL / "studios", root / "studios")
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:\n")[0]
    (root / "mkdocs.yml").write_text(f"{settings}\nnav:\n  - index.md\n  - studios/index.md\n", encoding="utf-8")
    (root / "theme").symlink_to(ROOT / "theme")
    project = Project(root)
    drawing = project.studios / "north/crane/photos/cover.png"

    def picture(path: PurePosixPath) -> None:
        (project.studios / path).parent.mkdir(parents=True)
        shutil.copy(drawing, project.studios / path)

    loaded, fields = plant(load(project.studios), picture)
    registry = Registry.of(loaded)
    assert registry
    problems: tuple[Problem, ...] = ()
    try:
        incremental.render(project, registry, generate.generate(project, registry))
    except BuildFailed as faulty:
        problems = faulty.problems
    return Hostile(project.html, fields, (*problems, *audit.audit(project.html, project.cache_folder)))
