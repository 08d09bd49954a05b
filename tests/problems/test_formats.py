"""What a terminal, an editor and a pipeline are given to read: no byte of a file name acts on them."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.command import process
from tests.conftest import some

HOSTILE = {
    "colours": "\x1b[31mred.yml",
    "title of the window": "\x1b]0;owned\x07.yml",
    "a line of its own": "one\n::error::two.yml",
    "back to the start": "one\rtwo.yml",
    "right to left": "one\u202etwo.yml",
    "no text at all": os.fsdecode(b"one\xfftwo.yml"),
}


@pytest.mark.parametrize("shape", ["text", "json", "github", "gitlab"])
def test_a_file_name_does_not_act_on_what_shows_it(site: Path, shape: str) -> None:
    for name in HOSTILE.values():
        (site / "studios" / name).write_text("x: y\n", encoding="utf-8")
    run = process("check", "--root", site, "--format", shape)
    assert (run.returncode, run.stderr.count("Traceback")) == (1, 0), run.stderr
    shown = json.loads(run.stdout) if shape in ("json", "gitlab") else run.stdout.splitlines()
    assert len(shown) == len(HOSTILE)
    assert [text for text in some(_texts(shown)) if not text.isprintable()] == []


def _texts(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [value] if isinstance(value, str) else []
