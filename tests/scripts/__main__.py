"""Lays in a folder what `all.js` reads, to run some tests by hand, after `make forms`: python -m tests.scripts FOLDER."""

import shutil
import sys
from pathlib import Path

from laomo import pipeline
from laomo.project import Project
from tests.conftest import SMALL
from tests.scripts import index

folder = Path(sys.argv[1])
root = Path(shutil.copytree(SMALL, folder / "small"))
pipeline.build(Project(root), folder / "built")
index.lay(folder / "built", folder)
