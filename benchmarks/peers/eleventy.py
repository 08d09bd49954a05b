"""Eleventy, installed from npm with the lockfile beside this file.

The lockfile contains hashes but no URLs. To renew it, run `npm install --package-lock-only --omit-lockfile-registry-resolved` and
remove the `funding` entries.
"""

import json
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from peers.peer import Missing, Page, Peer, Shell

HERE = Path(__file__).parent
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


def eleventy(folder: Path) -> Peer:
    """Eleventy in its own folder; it is installed again if the lockfile has changed. Raises Missing if it cannot be installed."""
    for program in ("node", "npm"):
        if shutil.which(program) is None:
            raise Missing(f"it needs {program}, which is not here (apt-get install nodejs npm)")
    package, lock = folder / "node_modules/@11ty/eleventy", HERE / "package-lock.json"
    installed_lock = folder / lock.name
    if not package.is_dir() or installed_lock.read_bytes() != lock.read_bytes():
        folder.mkdir(parents=True, exist_ok=True)
        for file in ("package.json", lock.name):
            shutil.copyfile(HERE / file, folder / file)
        try:
            subprocess.run(_INSTALL, cwd=folder, check=True, timeout=300)
        except subprocess.SubprocessError as error:
            raise Missing(f"it cannot be installed ({error})") from error
    version = json.loads((package / "package.json").read_text(encoding="utf-8"))["version"]
    command = ("node", package / "cmd.cjs", "--quiet", "--config=eleventy.config.cjs")
    return Peer("Eleventy", version, command, _write)


def _write(pages: Iterable[Page], shell: Shell, folder: Path) -> None:
    layouts = folder / "layouts"
    layouts.mkdir(parents=True)
    shutil.copyfile(HERE / "eleventy.config.cjs", folder / "eleventy.config.cjs")
    shutil.copyfile(HERE / "layout.11ty.cjs", layouts / "layout.11ty.cjs")
    (layouts / "shell.json").write_text(json.dumps(astuple(shell), ensure_ascii=False), encoding="utf-8")
    for page in pages:
        file = folder / "content" / page.address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{page.front}\n---\n{page.body}", encoding="utf-8")
