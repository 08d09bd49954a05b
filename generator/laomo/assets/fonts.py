"""The Chinese fonts of this machine that share cards could be drawn with. Nothing is opened here."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from laomo.system.files import stamp

FONT_VARIABLE = "LAOMO_CARD_FONT"
"""Environment variable with the path of the font file to use. If it is empty, no cards are made."""
_KNOWN = (
    "/System/Library/Fonts/Supplemental/Songti.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "C:/Windows/Fonts/msyhbd.ttc",
    "C:/Windows/Fonts/simhei.ttf",
)


@dataclass(frozen=True, slots=True)
class Font:
    """A font file and the index of one of its faces."""

    file: Path
    face: int = 0

    @property
    def stamp(self) -> str:
        """Identifies the font by name, face and stamp, without reading the whole file."""
        return f"{self.file.name} {self.face} {stamp(self.file)}"


def candidates() -> Iterator[Font]:
    """The font in `LAOMO_CARD_FONT` if that is set, else Fontconfig's best match and those that other systems bring along."""
    named = os.environ.get(FONT_VARIABLE)
    if named is not None:
        yield Font(Path(named))
        return
    if matched := _matched():
        yield matched
    yield from (Font(Path(path)) for path in _KNOWN)


@cache
def _matched() -> Font | None:
    """Fontconfig's best match for a bold Chinese serif; None without one.

    Fontconfig always returns some font, so the languages of the font are checked too.
    """
    program = shutil.which("fc-match")
    if not program:
        return None
    command = [program, "-f", "%{file}\n%{index}\n%{lang}", "serif:lang=zh-cn:bold"]
    lines = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout.split("\n")  # noqa: S603
    if len(lines) < 3 or "zh-cn" not in lines[2].split("|"):
        return None
    return Font(Path(lines[0]), int(lines[1]))
