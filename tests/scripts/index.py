"""What the tests in node read: the pages of the small site, the form for clerks, and beside them indexes of other records, with what the generator collected.

`city` is the index as a city has it; `chunks` has many small chunks; `nation` tables instead of lists and pairs too common to be listed (`NATION`);
`old` the list of an earlier edition; `names` other names of studios; `large` long numbers and many values; `nothing` no document.
"""

import json
import re
import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from laomo import generate
from laomo.pages import theme
from laomo.pages.search import collect, facet_columns, index, postings, tokens
from laomo.pages.search.documents import Document
from laomo.pages.search.postings import Stop
from laomo.project import Project
from laomo.registry.registry import Registry
from laomo.tools.forms import handing_out
from tests.conftest import SMALL
from tests.scripts import records
from tests.tools.forms import zips

LARGE = (0, 61, 123, 124, 186, 248, 373, 2048, 3784, 5521, 50_000, 99_000)
"""Numbers whose distances are the least and the most that one, two and three signs can hold."""

MANY = 1200
"""Studios of that large index: more than a facet's plain characters, and more than a thousand ranks."""

NATION = {"NAMED": 1, "TABLE": 3, "CHUNK": (250, 500), "STOP": Stop(share=0.3, least=30, studios=20, documents=40)}

NAMES = ("张三劳模工作室", "纺纱技能人才工作室", "织布工匠工作室", "印染职工技术创新工作室", "纺织", "纺织")

_CMS = """const told = [localStorage.getItem("sveltia-cms.prefs")];
export default { told, registerCustomFormat: (...how) => void told.push(how), init: () => void told.push("started") };
"""


def lay(site: Path, folder: Path) -> None:
    """Lay what the tests in node read: the pages of a built small site, the form, and beside them the indexes of these records."""
    shutil.copytree(site, folder / "site")
    shutil.copy(theme.folder() / "offline/assets/javascripts/kiosk.js", folder / "site/assets/javascripts")
    (folder / "form.html").write_bytes(handing_out.form(zips.known(SMALL)))
    _lay_cms(theme.folder() / "forms", folder / "cms")
    records.write(Path(shutil.copytree(SMALL, folder / "records")))
    write_index(folder / "records", folder)


def _lay_cms(forms: Path, folder: Path) -> None:
    """Lay our modules of the CMS and the YAML library. In place of the CMS itself, which needs a browser, stands what remembers what it is told."""
    shutil.copytree(forms / "cms", folder)
    shutil.copytree(forms / "libraries/cms/yaml", folder / "yaml")
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "sveltia/npm").mkdir(parents=True)
    (folder / "sveltia/npm/index.js").write_text(_CMS, encoding="utf-8")


def write_index(root: Path, to: Path) -> None:
    """Both indexes, and `truth.json`: what each document holds, as the generator collected it."""
    checked = generate.check(Project(root))
    assert checked.sound, checked.problems
    assert checked.registry
    for name, settings in {"city": {}, "chunks": {"CHUNK": NATION["CHUNK"]}, "nation": NATION}.items():
        (to / name / "search").mkdir(parents=True)
        with pytest.MonkeyPatch.context() as patched:
            for setting, value in settings.items():
                patched.setattr(index, setting, value)
            for output in index.outputs(checked.registry, records.ARTICLES):
                (to / name / output.path).write_bytes(output.data)
    _write_old(to / "city/search", to / "old/search")
    _write_names(to / "city/search", to / "names/search")
    (to / "large/search").mkdir(parents=True)
    _write_large(to / "large/search")
    (to / "truth.json").write_text(json.dumps(_truth(checked.registry), ensure_ascii=False), encoding="utf-8")


def _write_old(now: Path, folder: Path) -> None:
    """The list of the files of an earlier edition; of those only one is there still, as on a server where the site was published anew."""
    folder.mkdir(parents=True)
    text = (now / "index.js").read_text(encoding="utf-8")
    (folder / "index.js").write_text(re.sub(r'("u":\[)"\w+"', r'\1"aaaaa"', text), encoding="utf-8")
    (sounds,) = now.glob("sounds-*")
    shutil.copy(sounds, folder)


def _write_names(city: Path, folder: Path) -> None:
    """A city's index in which some studios of a loom are called otherwise, two of them by their trade alone."""
    shutil.copytree(city, folder)
    names = iter(NAMES)
    for cards in sorted(folder.glob("s[0-9]-*.js")):
        text = cards.read_text(encoding="utf-8")
        renamed = re.sub(r'[^"]+纺织创新工作室', lambda found: next(names, found[0]), text)
        cards.write_text(renamed, encoding="utf-8")


def _write_large(folder: Path) -> None:
    """A chunk of a nation's postings: numbers of one, two and three signs, and no studio of that number on this machine."""
    collected = postings.Postings()
    documents = iter(LARGE)
    wanted = next(documents)
    for number in range(LARGE[-1] + 1):
        found = None
        if number == wanted:
            found, wanted = Document([], {"远"}, {"近": 1 + number % 255}), next(documents, 0)
        collected.add([found])
    lines, _ = collected.lines(1, postings.Stop(share=1, least=0, studios=0, documents=10**6))
    (folder / "p0-aaaaa.js").write_text(
        f"laomoSearch('p0', {json.dumps(postings.chunk_text(lines))})", encoding="utf-8"
    )
    (folder.parent.parent / "nothing/search").mkdir(parents=True)
    (folder.parent.parent / "nothing/search/index.js").write_text("laomoSearch('index', {counts: [0, 0, 0, 0], p: []})")
    _write_many(folder)
    (folder / "index.js").write_text(
        f"laomoSearch('index', {{counts: [{MANY}, {2 * MANY}, 1, 1], p: [['远', 'aaaaa']], f: {{many: 'aaaaa'}}, o: {{back: ['aaaaa', 'bbbbb']}}}})",
        encoding="utf-8",
    )


def _write_many(folder: Path) -> None:
    """A facet in which each studio has a value of its own, and an order in which the last come first, achievements after studios."""
    characters = (chr(0x23 + number) for number in range(MANY + 1))
    values = "".join(each for each in characters if each != "\\")
    sets = [[], *([n] for n in range(MANY - 1))]
    column = ["各有", [f"第 {n}" for n in range(MANY - 1)], sets, values]
    (folder / "f-many-aaaaa.js").write_text(f"laomoSearch('f', {json.dumps(column)})", encoding="utf-8")
    ranks = facet_columns.ranks([[-n] for n in range(3 * MANY)])
    for number, some in enumerate((ranks[: 2 * MANY], ranks[2 * MANY :])):
        file = folder / f"o-back-{number}-{'ab'[number] * 5}.js"
        file.write_text(f"laomoSearch('o', {json.dumps(some)})", encoding="utf-8")


def _truth(registry: Registry) -> dict[str, Any]:
    studios = [studio.id for studio in collect.numbered(registry)]
    achievements = [item.record.id if item else None for item in collect.ranked(collect.numbered(registry))]
    return {
        "large": LARGE,
        "groups": [
            studios,
            achievements,
            [union.id for union in registry.unions],
            [each.url for each in records.ARTICLES],
        ],
        "tokens": dict(_tokens(registry)),
        "split": {text: sorted(tokens.tokens(text)) for text in _texts()},
    }


def _tokens(registry: Registry) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Token → the documents that hold it, each with its fields."""
    all_of = collect.collect(registry, records.ARTICLES)
    found: dict[str, list[tuple[int, int]]] = {}
    for number, document in enumerate(chain(all_of.studios, all_of.achievements, all_of.unions, all_of.pages)):
        if document:
            for token in document.text:
                found.setdefault(token, []).append((number, 128))
            for token, fields in document.words.items():
                found.setdefault(token, []).append((number, fields))
    return iter(sorted(found.items()))


def _texts() -> Iterator[str]:
    """What people may write, in every form that both sides must cut alike."""
    yield from (
        "罗海平",
        "ＰＬＣ控制",
        "“零停电”作业",
        "S7-1200 型",
        "🚢，。！",
        "〇号机",
        "厦工办〔2013〕6号",
        "㎡ ½ Ⅳ",
        "钱𱍐",
        "A股b2",
    )
    yield from (f"买买提{dot}艾力" for dot in "·•・‧⋅∙．.｡、-‐‑–—'’‘\"“” 　")
    yield from (
        "葛\U000e0100雲",
        "示例\ufe0f工具",
        "Ünal Çelik",
        "ǅ",
        "x_y",
        "岸\ud83d桥".encode("utf-8", "replace").decode(),
    )
