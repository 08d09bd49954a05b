"""Relevance: questions drawn from the records are answered by what the records say, by the site's own scripts."""

import gzip
import statistics
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest
from benchmarks.search.natural import lines

from laomo.pages.emitters.scripts import bundle
from laomo.pages.search import index
from tests.conftest import some
from tests.pages.search.answers import ask
from tests.pages.search.conftest import Site
from tests.pages.search.questions import KINDS, Question, draw

LEAST = {"typo_by_sound": 0.95, "typo_by_shape": 0.95, "fragment": 0.95}
"""Of running text only the pairs are known: now and then all pairs of a phrase stand in a text that does not hold it."""


def measured(site: Site, questions: list[Question]) -> tuple[dict[str, float], float, list[str]]:
    """Recall in the first ten by kind, share of right first hits, and what went wrong."""
    recalls: dict[str, list[float]] = defaultdict(list)
    firsts, wrong = 0, []
    for question, answer in zip(questions, ask(site.search, [each.text for each in questions]), strict=True):
        hits = answer.urls
        recall = len(question.answers & set(hits)) / question.wanted
        recalls[question.kind].append(recall)
        first = bool(hits) and hits[0] in question.answers | question.also
        firsts += first
        if recall < 1 or not first:
            wrong.append(f"{question.kind} {question.text!r}: {sorted(question.answers)[:3]} not in {hits[:3]}")
    return {kind: sum(some) / len(some) for kind, some in recalls.items()}, firsts / len(questions), wrong


@pytest.mark.parametrize(("size", "each", "seed"), [("city", 15, 7), ("city", 15, 20260101), ("province", 11, 11)])
def test_what_the_records_say_is_found(request: pytest.FixtureRequest, size: str, each: int, seed: int) -> None:
    site: Site = request.getfixturevalue(size)
    questions = draw(site.registry, seed, each)
    assert len({question.kind for question in questions}) == len(KINDS)
    assert len(questions) >= 150
    recall, first, wrong = measured(site, questions)
    print(size, seed, len(questions), {kind: round(value, 3) for kind, value in recall.items()}, round(first, 3))  # noqa: T201
    told = "\n".join(wrong)
    for kind, value in some(recall.items()):
        assert value >= LEAST.get(kind, 1.0), f"{kind}: {value:.3f}\n{told}"
    assert first >= 0.97, f"{first:.3f}\n{told}"


FOR_WORK = {"trade", "problem", "purpose"}
FOR_READERS = {"help/access/", "help/terms/", "help/privacy/", "help/search/"}
ASKED = {
    "老是漏投": ("studios/yan-tao-sanitation/", ""),  # what was not put in, and no leak
    "轴承烧了": ("studios/ke-qiaozhen-cigarette-packaging/", ""),  # the bearing, before what only lacks oil
    # a rare word of a title says more
    "花蛤坏了": ("studios/luo-yonggen-hotel-cooking/2023/", "没有同时含“坏”“花蛤”的，以下不含“坏”。"),
    "皮带断了": ("studios/", "没有同时说到“皮带”“断”的，以下只说到其中一样，或意思相近。"),
    "女的开公交": ("studios/city-bus/", "没有同时说到“女的”“公交”的，以下只说到其中一样，或意思相近。"),
    "水泵漏水": ("studios/", ""),  # both, in other words
    "汽修学徒": ("studios/auto-teaching/", ""),
    "我市的焊工": ("studios/welding/", ""),
    "市总工会经费": ("statistics/funding/", ""),
    "最近的公示": ("notices/", ""),
    "罗海平的故事": ("stories/anti-sway/", ""),
    "罗海平的工作室还有效吗": ("studios/port-crane/", "没有完全包含“罗海平的工作室还有效”的，下面是最接近的。"),
    "巾帼工作室有哪些": ("studios/postal/", ""),
    "women workers": ("studios/postal/", ""),
    "stuck in the lift": ("studios/jiang-youxiang-elevator/", ""),
    "漏油咋办": ("studios/bridge/adjustable-jig/", ""),
    "隔三岔五漏水": ("studios/xu-shaosheng-water-supply/", ""),  # no 岔, which is a mistake
    "muju": ("studios/chen-jun-mold-making/", "没有“muju”，下面是读音相近的。"),  # by itself 模 is read mo
    "dian ti": ("studios/jiang-youxiang-elevator/", "没有“dianti”，下面是读音相近的。"),  # nobody called Dian
}
"""What is asked → how the first hit begins, and what is said of all."""


def test_the_first_hit_and_what_is_said_of_all(city: Site) -> None:
    answers = dict(zip(ASKED, ask(city.search, list(ASKED)), strict=True))
    wrong = {
        text: (answers[text].urls[:1], answers[text].notes)
        for text, (first, note) in some(ASKED.items())
        if not "".join(answers[text].urls[:1]).startswith(first) or "".join(answers[text].notes) != note
    }
    assert wrong == {}


def test_one_character_does_not_answer_for_a_run_of_which_nothing_is_known(city: Site) -> None:
    """Black is told of by many, and none of them tells of the old tower."""
    told, alone = ask(city.search, ["古塔顶上那块黑", "发黑"])
    assert (told.urls, bool(alone.urls)) == ([], True)


def test_help_for_publishers_stands_behind_what_the_public_asks(city: Site) -> None:
    """Pages of help that are for readers may come first: 字太小看不清."""
    asked = [each.text for each in lines() if not each.reported and each.kind in FOR_WORK and "{" not in each.text]
    for text, answer in some(zip(asked, ask(city.search, asked), strict=True)):
        kinds = [url.startswith("help/") and url not in FOR_READERS for url in answer.urls]
        assert kinds == sorted(kinds), (text, answer.urls)


@pytest.mark.parametrize("common", ["创新", "工作室", "制度"])
def test_what_nearly_everything_says_hinders_nothing(province: Site, common: str) -> None:
    studio = province.registry.active_studios[9]
    alone, together = ask(province.search, [common, f"{studio.record.leaders[0].name} {common}"])
    assert len(alone.urls) == 10
    assert together.urls[0].startswith(studio.url)


def test_an_index_too_long_for_one_list_answers_alike(
    province: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a nation's files `index.js` names tables only; here of a province's, since nobody waits for a nation's."""
    monkeypatch.setattr(index, "NAMED", 100)
    monkeypatch.setattr(index, "TABLE", 20)
    for output in index.outputs(province.registry, ()):
        (tmp_path / output.path.name).write_bytes(output.data)
    texts = [question.text for question in draw(province.registry, 5, 3)]
    nation, whole = ask(tmp_path, texts), ask(province.search, texts)
    assert [(answer.urls, answer.notes) for answer in nation] == [(answer.urls, answer.notes) for answer in whole]
    assert len({name for answer in nation for name in answer.files if name.startswith("tp")}) > 5
    assert len(gzip.compress((tmp_path / "index.js").read_bytes())) < len(
        gzip.compress((province.search / "index.js").read_bytes())
    )


@pytest.mark.parametrize(("size", "limit"), [("city", 31_000), ("province", 45_000)])
def test_a_first_result_costs_few_bytes(
    request: pytest.FixtureRequest, gzipped: Callable[[bytes], int], size: str, limit: int
) -> None:
    site: Site = request.getfixturevalue(size)
    scripts = sum(gzipped(bundle(name).encode()) for name in ("site", "search-page"))
    costs = {}
    texts = [question.text for question in draw(site.registry, 31, 1)]
    for text, answer in some(zip(texts, ask(site.search, texts), strict=True)):
        assert answer.urls, text
        late = [name for name in answer.files if name.startswith("../")]
        costs[text] = scripts + sum(
            gzipped(bundle("search/meaning").encode() if name in late else (site.search / name).read_bytes())
            for name in answer.files
        )
    assert max(costs.values()) <= 2.7 * limit, costs  # what only sounds like a word needs all words and all sounds
    assert statistics.median(costs.values()) <= limit, costs
