"""The index as files: the same bytes for the same records, small changes stay small, nothing withheld is in it."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from laomo.pages.handwritten import articles
from laomo.pages.search import index, name_readings, tokens
from laomo.project import Project
from tests.conftest import ROOT, edit
from tests.pages.search.conftest import Site, checked


def made(root: Path) -> dict[str, bytes]:
    return {
        str(output.path): output.data
        for output in index.outputs(checked(root), articles.read(root / "content", Project(root).published_pages()))
    }


def said(files: dict[str, bytes]) -> str:
    return "".join(data.decode() for name, data in sorted(files.items()) if "sounds" not in name)


def fingerprint(root: Path) -> str:
    return hashlib.sha256(repr(sorted(made(root).items())).encode()).hexdigest()


def test_the_same_records_make_the_same_bytes_whatever_the_order_of_sets() -> None:
    program = "from tests.pages.search.test_index import fingerprint, ROOT; print(fingerprint(ROOT))"
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    path = os.pathsep.join(map(str, (ROOT, ROOT / "generator")))
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == fingerprint(ROOT)


def test_one_word_more_changes_few_files(site: Path) -> None:
    before = made(site)
    edit(site / "studios/north/weld/studio.yml", "region: ", "slogan: 把焊缝交给时间\nregion: ")
    after = made(site)
    fresh = {name for name in after if before.get(name) != after[name]}
    assert any(name.startswith("search/s0-") for name in fresh)
    assert not any(name.startswith("search/f-") for name in fresh)


@pytest.fixture(scope="module")
def of_province(province: Site) -> dict[str, bytes]:
    """As it was written to disk when the site was made."""
    return {f"search/{file.name}": file.read_bytes() for file in province.search.glob("*.js")}


def test_one_changed_text_changes_few_of_many_shards(province: Site, of_province: dict[str, bytes]) -> None:
    studio = province.registry.active_studios[7]
    kept = studio.record
    try:
        studio.record = kept.model_copy(update={"slogan": "把鼍龙画在墙上"})
        after = {str(output.path) for output in index.outputs(province.registry, ())}
    finally:
        studio.record = kept
    assert len(set(of_province) - after) < len(of_province) / 8


def test_one_achievement_more_leaves_most_shards_alone(province: Site, of_province: dict[str, bytes]) -> None:
    studio, before = province.registry.active_studios[7], set(of_province)
    kept = studio.achievements
    record = kept[0].record.model_copy(update={"id": "2099-99", "title": "鼍龙画墙工法"})
    try:
        studio.achievements = (replace(kept[0], record=record), *kept)
        after = {str(output.path) for output in index.outputs(province.registry, ())}
    finally:
        studio.achievements = kept
    assert after != before
    assert len(before - after) < len(before) / 4


def test_no_pair_is_listed_that_too_many_hold(province: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is in nearly everything is not listed, in a province by its share, in a nation by its number."""
    monkeypatch.setattr(index, "STOP", replace(index.STOP, studios=48, documents=96))
    monkeypatch.setattr(index, "CHUNK", (0, 0))
    made = {str(output.path): output.data for output in index.outputs(province.registry, ())}
    pairs = [len(data) for data in made.values() if re.search("\"'[一-龥]{2}`", data.decode())]
    assert len(pairs) > 10_000
    assert max(pairs) < 200, "770 without a limit"


@pytest.mark.parametrize(
    ("file", "old", "new", "secret"),
    [
        ("north/weld/studio.yml", "region: ", "status: 撤销\nslogan: 鼍鼍鼍\nregion: ", "鼍"),
        ("north/crane/2013.yml", "disclosure: 可公开", "disclosure: 不公开\n    problem: 鼍鼍鼍", "鼍"),
        (
            "north/crane/2013.yml",
            "achievements:",
            "report: {inspection: 鼍鼍鼍, submitted: 2013-12-01}\nachievements:",
            "鼍",
        ),
    ],
    ids=["studio that ended", "withheld achievement", "internal report"],
)
def test_nothing_withheld_is_in_it(site: Path, file: str, old: str, new: str, secret: str) -> None:
    edit(site / "studios" / file, old, new)
    assert secret not in said(made(site))


def test_a_revoked_honour_is_not_in_it(site: Path) -> None:
    edit(
        site / "studios/north/weld/studio.yml",
        "region: ",
        "honours: [{name: 鼍鼍奖, level: 市级, year: 2012, status: 撤销}, {name: 魑魑奖, level: 市级, year: 2012}]\nregion: ",
    )
    words = said(made(site))
    assert "魑" in words
    assert "鼍" not in words


def test_a_page_may_stay_out_of_it(site: Path) -> None:
    page = site / "content/about/index.md"
    page.write_text("---\ntitle: 鼍鼍\nsearch:\n  exclude: true\n---\n\n# 鼍鼍\n", encoding="utf-8")
    assert "鼍" not in said(made(site))
    page.write_text("# 鼍鼍\n\n**魑**魅 <script>罔两罔两</script>\n", encoding="utf-8")
    words = said(made(site))
    assert "魑魅" in words
    assert "罔两" not in words


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单雄", "shanxiong danxiong sx"),
        ("解晓东", "xiexiaodong jiexiaodong xxd xiaodong"),
        ("仇明", "qiuming chouming qm"),
        ("曾志", "zengzhi cengzhi ~zenzi"),
        ("区向明", "ouxiangming quxiangming oxm"),
        ("盖春华", "gechunhua gaichunhua"),
        ("查良", "zhaliang chaliang ~zanian"),
        ("尉迟恭", "yuchigong ycg"),
        ("尉健", "yujian weijian"),
        ("任之", "renzhi rz"),
        ("朴顺", "piaoshun pushun"),
        ("翟天", "zhaitian ditian"),
        ("吕丽", "lvli ~nuni"),
        ("令狐冲", "linghuchong lhc"),
    ],
)
def test_a_name_is_found_under_every_reading(name: str, typed: str) -> None:
    assert set(typed.split()) <= name_readings.name_tokens(name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("罗海平", {"罗海", "海平"}),
        ("买买提·吐逊", {"买买", "买提", "提吐", "吐逊"}),
        ("ＰＬＣ控制", {"plc", "控制"}),
        ("“零停电”作业", {"零停", "停电", "电作", "作业"}),
        ("S7-1200 型", {"s71200", "型"}),
        ("🚢，。！", set()),
    ],
)
def test_text_is_cut_into_pairs_and_words(text: str, expected: set[str]) -> None:
    assert tokens.tokens(text) == expected


def test_a_patent_number_is_found_with_and_without_its_letters() -> None:
    assert {"zl2013101234567", "2013101234567"} <= tokens.number_tokens("ZL 2013 1 0123456.7")


def test_a_province_makes_a_small_index(of_province: dict[str, bytes], gzipped: Callable[[bytes], int]) -> None:
    sizes = {name: gzipped(data) for name, data in of_province.items()}
    assert sum(sizes.values()) < 836_000, (
        "of which a reader loads what is asked for; the words are there twice, by their beginnings and all together (49 kB)"
    )
    assert max(size for name, size in sizes.items() if re.search(r"/[psa]\d", name)) < 8_500
