"""The search index alone: `python search_build.py SITE FOLDER` writes the index of a site that has been built.

Writes the seconds for making and writing the index, without reading the records, to `FOLDER/seconds.json` (`wall`, `processor`).
"""

import json
import sys
import time
from pathlib import Path

from laomo import generate
from laomo.assets.pictures import gallery
from laomo.pages.emitters import search
from laomo.pages.search import index
from laomo.project import Project
from laomo.system.output import OutputWriter


def main() -> None:
    project, folder = Project(Path(sys.argv[1])), Path(sys.argv[2])
    registry = generate.read(project)[1]
    if registry is None:
        raise SystemExit("records that cannot be joined")
    pictures, _ = gallery.publish(registry, project.studios, project.pictures)
    pages = search.indexed_pages(generate.context(project, registry, pictures))
    wall, processor = time.monotonic(), time.process_time()
    for output in index.outputs(registry, pages):
        OutputWriter(folder)(output)
    took = {"wall": time.monotonic() - wall, "processor": time.process_time() - processor}
    (folder / "seconds.json").write_text(json.dumps(took), encoding="utf-8")


if __name__ == "__main__":
    main()
