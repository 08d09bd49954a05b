"""The sample site by Zensical, with our theme and none of our hooks: how far its pages say and link the same as those of MkDocs.

python -m benchmarks.zensical PROGRAM: `PROGRAM` is the `zensical` command of an environment of its own. Writes results/zensical.md.
A report for the day when Material for MkDocs is no longer kept; it decides nothing. What `laomo finish` finds wrong with the pages is
in it too.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

from laomo import generate
from laomo.project import Project
from laomo.publish import audit, finishing
from laomo.render.mkdocs_site import MkDocsSite
from laomo.render.plugin import Prepared

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "benchmarks/results/zensical.md"
_SHOWN = 10


def main() -> None:
    program = sys.argv[1]
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = built(Path(folder)), Path(folder, "zensical/site")
        subprocess.run([program, "build"], cwd=theirs.parent, check=True)
        finishing.in_place(theirs, Project(Path(folder)).address)
        RESULT.write_text(report(version, ours, theirs), encoding="utf-8")
    print(RESULT.read_text(encoding="utf-8"))


def built(folder: Path) -> Path:
    """Build the repository's site with MkDocs, and lay out beside it what Zensical gets: the same Markdown, our theme, and the facts that
    the plugin gives the theme."""
    for name in ("content", "studios", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / "theme").symlink_to(ROOT / "theme")
    subprocess.run([sys.executable, "-m", "laomo", "build", "--root", folder], check=True)
    docs = shutil.copytree(folder / "content", folder / "zensical/docs")
    shutil.copytree(folder / ".build/pages", docs, dirs_exist_ok=True)
    settings = re.sub(r"(?m)^(docs_dir|site_dir):.*\n", "", (folder / "mkdocs.yml").read_text(encoding="utf-8"))
    settings = settings.replace("custom_dir: theme", "custom_dir: ../theme").replace(
        "plugins:\n  - laomo\n", "plugins: []\n"
    )
    (docs.parent / "mkdocs.yml").write_text(f"{settings}\nextra: {json.dumps(facts(folder))}\n", encoding="utf-8")
    return folder / "site"


def facts(folder: Path) -> dict[str, object]:
    """What the theme says of the site on every page."""
    project = Project(folder)
    registry = generate.check(project).registry
    if registry is None:
        raise SystemExit("records that cannot be read")
    outputs = generate.generate(project, registry)
    extra = MkDocsSite.of(project, Prepared(registry, outputs)).config.extra
    return {name: extra[name] for name in ("site", "address", "domain", "scope")}


def report(version: str, ours: Path, theirs: Path) -> str:
    pages = sorted(file.relative_to(ours).as_posix() for file in ours.rglob("index.html"))
    found: dict[str, list[str]] = {"missing": [], "other text": [], "other links": [], "the same": []}
    lost: Counter[str] = Counter()
    for page in pages:
        other = theirs / page
        if not other.is_file():
            found["missing"].append(page)
            continue
        (words, links), (other_words, other_links) = of_page(ours / page, page), of_page(other, page)
        if words != other_words:
            found["other text"].append(page)
        if links != other_links:
            found["other links"].append(page)
            lost.update((links - other_links) | (other_links - links))
        if words == other_words and links == other_links:
            found["the same"].append(page)
    rows = "".join(f"| {kind} | {len(each):,} | {', '.join(each[:_SHOWN])} |\n" for kind, each in found.items())
    often = "".join(f"* `{link}`: {count:,} pages\n" for link, count in lost.most_common(_SHOWN))
    with tempfile.TemporaryDirectory() as cache:
        found_by_audit = Counter(problem.code for problem in audit.audit(theirs, Path(cache)))
    audited = "".join(f"* {code}: {count:,}\n" for code, count in found_by_audit.items())
    return (
        f"# The sample site by Zensical {version}, with our theme\n\n{len(pages):,} pages; what stands in their `article`, and where its links lead.\n\n"
        f"| | pages | for example |\n|---|---|---|\n{rows}\nLinks that only one of the two has, most often first:\n\n{often or 'none'}\n"
        f"What the audit finds in the finished pages:\n\n{audited or 'nothing'}"
    )


def of_page(file: Path, page: str) -> tuple[str, frozenset[str]]:
    """The text of a page without spaces, and the addresses of its links."""
    (article, *_) = html.fromstring(file.read_bytes()).xpath("//article") or [html.fromstring("<p>")]
    for each in article.xpath(".//script | .//style | .//a[contains(@class, 'headerlink')]"):
        each.drop_tree()
    links = (urljoin(f"/{page.removesuffix('index.html')}", each) for each in article.xpath(".//a/@href"))
    return "".join(article.text_content().split()), frozenset(links)


if __name__ == "__main__":
    main()
