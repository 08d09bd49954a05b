"""The sample site by Zensical: how far its pages say and link the same as those of MkDocs.

python -m benchmarks.zensical PROGRAM: `PROGRAM` is the `zensical` command of an environment of its own. Writes results/zensical.md.
A report for the day when Material for MkDocs is no longer kept; it decides nothing.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin

from lxml import html

ROOT = Path(__file__).parents[1]
RESULT = ROOT / "benchmarks/results/zensical.md"
_SHOWN = 10


def main() -> None:
    program = sys.argv[1]
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    with tempfile.TemporaryDirectory() as folder:
        ours, theirs = built(Path(folder)), Path(folder, "zensical/site")
        subprocess.run([program, "build"], cwd=theirs.parent, check=True)
        RESULT.write_text(report(version, ours, theirs), encoding="utf-8")
    print(RESULT.read_text(encoding="utf-8"))


def built(folder: Path) -> Path:
    """Build the repository's site with MkDocs, and lay out beside it what Zensical gets: the same Markdown, without our theme."""
    for name in ("content", "studios", "mkdocs.yml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    (folder / "theme").symlink_to(ROOT / "theme")
    subprocess.run([sys.executable, "-m", "laomo", "build", "--root", folder], check=True)
    docs = shutil.copytree(folder / "content", folder / "zensical/docs")
    shutil.copytree(folder / ".build/pages", docs, dirs_exist_ok=True)
    settings = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (docs.parent / "mkdocs.yml").write_text(
        re.sub(r"(?m)^(docs_dir|site_dir|  custom_dir):.*\n", "", settings), encoding="utf-8"
    )
    return folder / "site"


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
    return (
        f"# The sample site by Zensical {version}\n\n{len(pages):,} pages; what stands in their `article`, and where its links lead.\n\n"
        f"| | pages | for example |\n|---|---|---|\n{rows}\nLinks that only one of the two has, most often first:\n\n{often or 'none'}"
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
