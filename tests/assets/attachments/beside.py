"""A small site with files beside a notice, each linked from it."""

import html
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from laomo import generate
from laomo.assets.attachments import publication
from laomo.problems import formats
from laomo.problems.problem import Problem
from laomo.project import Project
from tests.conftest import generated

FOLDER = "notes"


def lay(site: Path, files: Mapping[str, bytes], head: str = "", folder: str = FOLDER) -> None:
    """Put files beside a page that links each of them."""
    below = site / "content" / folder
    shutil.rmtree(below, ignore_errors=True)
    below.mkdir(parents=True)
    for name, data in files.items():
        (below / name).write_bytes(data)
    links = "".join(f"- [附件 {n}]({name})\n" for n, name in enumerate(files, 1))
    (below / "index.md").write_text(f"---\ntitle: 通知\n{head}---\n\n# 通知\n\n{links}", encoding="utf-8")
    settings = site / "mkdocs.yml"
    if f"{folder}/index.md" not in settings.read_text(encoding="utf-8"):
        settings.write_text(settings.read_text(encoding="utf-8") + f"  - 通知: {folder}/index.md\n", encoding="utf-8")


def problems(site: Path, files: Mapping[str, bytes], head: str = "") -> dict[str, list[Problem]]:
    """What `laomo check` finds in each file laid beside a page."""
    lay(site, files, head)
    found: dict[str, list[Problem]] = {name: [] for name in files}
    for problem in generate.check(Project(site)).problems:
        if problem.path.startswith(f"content/{FOLDER}/"):
            found[problem.path.removeprefix(f"content/{FOLDER}/")].append(problem)
    return found


def codes(found: Mapping[str, list[Problem]]) -> dict[str, set[str]]:
    return {name: {problem.code for problem in each} for name, each in found.items()}


def said(found: Mapping[str, list[Problem]]) -> str:
    """All that any kind of report says."""
    every = [problem for each in found.values() for problem in each]
    return "".join(shape(every, language) for shape in formats.FORMATS.values() for language in ("zh", "en"))


def published(site: Path) -> dict[str, bytes]:
    """The files beside the notice, as they go to a site whose records are sound. (`test_every_way_to_the_site_gives_the_same_bytes` builds it.)"""
    project = Project(site)
    checked = generate.check(project)
    assert checked.sound, checked.problems
    outputs = publication.publish(project.root / "content", project.attachments)
    return {output.path.name: output.data for output in outputs if output.path.parts[0] == FOLDER}


def written(site: Path) -> dict[str, bytes]:
    """The same as it lies on disk, with all pages that records make."""
    made = generated(site, lambda path: path.parts[0] == FOLDER and path.suffix != ".md")
    return {path.name: data for path, data in made.items()}


def words(page: bytes) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", page.decode()))
