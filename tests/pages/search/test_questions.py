"""Relevance: questions drawn from the records are answered by what the records say, in real Chromium."""

import gzip
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from laomo.pages.search import index
from laomo.registry.registry import Registry
from tests.pages.search.conftest import Site, ask
from tests.pages.search.questions import KINDS, Question, draw

LEAST = {"typo_by_sound": 0.95, "typo_by_shape": 0.95, "fragment": 0.95}
"""Of running text only the pairs are known: now and then all pairs of a phrase stand in a text that does not hold it."""


def measured(page: Page, site: Site, questions: list[Question]) -> tuple[dict[str, float], float, list[str]]:
    """Recall in the first ten by kind, share of right first hits, and what went wrong."""
    recalls: dict[str, list[float]] = defaultdict(list)
    firsts, wrong = 0, []
    for question, hits in zip(questions, ask(page, site, [each.text for each in questions]), strict=True):
        recall = len(question.answers & set(hits)) / question.wanted
        recalls[question.kind].append(recall)
        first = bool(hits) and hits[0] in question.answers | question.also
        firsts += first
        if recall < 1 or not first:
            wrong.append(f"{question.kind} {question.text!r}: {sorted(question.answers)[:3]} not in {hits[:3]}")
    return {kind: sum(some) / len(some) for kind, some in recalls.items()}, firsts / len(questions), wrong


@pytest.mark.parametrize(("size", "each", "seed"), [("city", 15, 7), ("city", 15, 20260101), ("province", 11, 11)])
def test_what_the_records_say_is_found(
    reader: Callable[[Site], Page], request: pytest.FixtureRequest, size: str, each: int, seed: int
) -> None:
    site: Site = request.getfixturevalue(size)
    questions = draw(site.registry, seed, each)
    assert len({question.kind for question in questions}) == len(KINDS)
    assert len(questions) >= 150
    recall, first, wrong = measured(reader(site), site, questions)
    print(size, seed, len(questions), {kind: round(value, 3) for kind, value in recall.items()}, round(first, 3))  # noqa: T201
    told = "\n".join(wrong)
    for kind, value in recall.items():
        assert value >= LEAST.get(kind, 1.0), f"{kind}: {value:.3f}\n{told}"
    assert first >= 0.97, f"{first:.3f}\n{told}"


@pytest.mark.parametrize("common", ["创新", "工作室", "制度"])
def test_what_nearly_everything_says_hinders_nothing(
    reader: Callable[[Site], Page], province: Site, common: str
) -> None:
    page, studio = reader(province), province.registry.active_studios[9]
    alone, together = ask(page, province, [common, f"{studio.record.leaders[0].name} {common}"])
    assert len(alone) == 10
    assert together[0].startswith(studio.url)


def test_an_index_too_long_for_one_list_answers_alike(
    reader: Callable[[Site], Page],
    province: Site,
    open_site: Callable[[Path, Registry], Site],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Of a nation's files `index.js` names tables only; here of a province's, since nobody waits for a nation's."""
    monkeypatch.setattr(index, "NAMED", 100)
    monkeypatch.setattr(index, "TABLE", 20)
    root = Path(shutil.copytree(province.folder, tmp_path / "site"))
    shutil.rmtree(root / "search")
    (root / "search").mkdir()
    shutil.copyfile(province.folder / "search/index.html", root / "search/index.html")
    for output in index.outputs(province.registry, (), {}):
        (root / output.path).write_bytes(output.data)
    nation = open_site(root, province.registry)
    texts = [question.text for question in draw(province.registry, 5, 3)]
    assert ask(reader(nation), nation, texts) == ask(reader(province), province, texts)
    assert len([name for name in nation.sent if name.startswith("/search/tp")]) > 5
    assert len(gzip.compress((root / "search/index.js").read_bytes())) < len(
        gzip.compress((province.folder / "search/index.js").read_bytes())
    )
