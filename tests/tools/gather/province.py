"""Two member houses, as their own sites publish them, and an upper house that gathers from their folders."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from tests.cli.command import laomo
from tests.conftest import SMALL

from laomo import generate
from laomo.project import Project
from laomo.registry.registry import Registry

Facts = dict[str, Any]
UNIONS = """unions:
  - {id: province, name: 示例省总工会, kind: 省总工会}
  - {id: east, name: 东市总工会, kind: 市总工会, parent: province}
  - {id: west, name: 西市总工会, kind: 市总工会, parent: province}
"""


PAPERS = {
    "events/2025-01": """sample: 是
title: 岸桥上的报告会
kind: 事迹报告
date: 2025-05-01
organiser: 示例市总工会
summary: {name}讲怎样让吊具少晃一下。
studios: [crane, weld]
union: city
""",
    "events/2025-02": """sample: 是
title: 一篇讲焊接的报道
kind: 媒体报道
date: 2025-05-12
organiser: 示例日报
studios: [weld]
""",
    "notices/2025-01": """sample: 是
title: 关于拟命名工作室的公示
kind: 公示
date: 2025-04-01
issuer: 示例市总工会
start: 2025-04-01
end: 2025-04-30
objection: 公示期内可以当面反映。
body: 拟命名的工作室如下，听得见意见。
studios: [crane]
union: city
""",
}
"""Two events and a notice of a house."""


def registry_of(root: Path) -> Registry:
    """All that a house's records say, without an error among them."""
    checked = generate.check(Project(root))
    assert checked.sound, checked.problems
    assert checked.registry
    return checked.registry


def publish(root: Path) -> Path:
    """The folder with what a house gives, made anew from its records."""
    project = Project(root)
    generate.generate(project, registry_of(root))
    return project.pages


def make_house(root: Path, house: str, *, name: str = "江一舟", upward: str = "") -> Path:
    """A house of three studios with something to give. `name` is its first leader's."""
    shutil.copytree(SMALL, root)
    (root / "studios/upward.yml").write_text(f"id: {house}\n{upward}", "utf-8")
    (root / "mkdocs.yml").write_text(f"site_url: https://{house}.example.org/\n{(SMALL / 'mkdocs.yml').read_text()}")
    profile = root / "studios/north/crane/studio.yml"
    profile.write_text(profile.read_text("utf-8").replace("江一舟", name), "utf-8")
    if name != "江一舟":
        for file, old in (("north/weld", "北区"), ("south/nurse", "南区")):
            other = root / "studios" / file / "studio.yml"
            other.write_text(other.read_text("utf-8").replace(old, f"{name[0]}{old}"), "utf-8")
    for file, text in PAPERS.items():
        paper = root / f"studios/{file}.yml"
        paper.parent.mkdir(exist_ok=True)
        paper.write_text(text.format(name=name), "utf-8")
    publish(root)
    return root


def make_province(root: Path, east: str, west: str) -> Path:
    """An upper house with these sources, and no studio of its own."""
    shutil.copytree(SMALL, root, ignore=shutil.ignore_patterns("north", "south", "decisions", "targets"))
    (root / "studios/unions.yml").write_text(UNIONS, "utf-8")
    site = root / "studios/site.yml"
    site.write_text(site.read_text("utf-8").replace("featured: [crane]\n", ""), "utf-8")
    listed = f"houses:\n  - {{id: east, source: '{east}'}}\n  - {{id: west, source: '{west}'}}\n"
    (root / "studios/houses.yml").write_text(listed, "utf-8")
    return root


def make_gathered(folder: Path) -> None:
    """Two houses, and a province that has gathered both."""
    make_house(folder / "east", "east")
    make_house(folder / "west", "west", name="韦二水")
    make_province(folder / "province", "../east/.build/pages", "../west/.build/pages")
    done = laomo("gather", "--root", folder / "province")
    assert done.returncode == 0, done.stdout + done.stderr


def edit_edition(site: Path, change: Callable[[Facts], object]) -> None:
    """Change `edition.json` of a published folder."""
    file = site / "data/edition.json"
    facts = json.loads(file.read_text("utf-8"))
    change(facts)
    file.write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


def edit_paper(site: Path, name: str, change: Callable[[Facts], object]) -> None:
    """Change an event or a notice, and its digest in the edition with it."""
    file = site / f"data/house/{name}.json"
    facts = json.loads(file.read_text("utf-8"))
    change(facts)
    data = json.dumps(facts, ensure_ascii=False).encode()
    file.write_bytes(data)
    edit_edition(site, lambda facts: facts["papers"].update({f"data/house/{name}.json": sha256(data).hexdigest()}))


def edit_unit(site: Path, studio: str, change: Callable[[Facts], object]) -> None:
    """Change a unit, and its digest in the edition with it."""
    file = site / f"data/house/{studio}.json"
    facts = json.loads(file.read_text("utf-8"))
    change(facts)
    replace_unit(site, studio, json.dumps(facts, ensure_ascii=False).encode())


def replace_unit(site: Path, studio: str, data: bytes) -> None:
    """Put other bytes in a unit's place, and their digest into the edition."""
    (site / f"data/house/{studio}.json").write_bytes(data)
    digest = sha256(data).hexdigest()
    edit_edition(site, lambda facts: facts["files"].update({f"data/house/{studio}.json": digest}))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
