"""What is given out: complete, the same bytes each time, valid by its own schema, harmless in Excel, and nothing internal."""

import csv
import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html
from playwright.sync_api import Browser
from pydantic import ValidationError

from laomo import pipeline
from laomo.pages import open_data_formats, open_data_models, open_data_rows
from laomo.project import Project
from tests.conftest import SMALL, edit, some, tree

ADDRESS = "https://showcase.example.org/"
COLLECTIONS = ("studios", "achievements", "people", "designations", "targets", "years", "decisions", "unions")
INTERNAL = ("内部检查意见一二三", "未公开的办法", "施退之", "已撤销的荣誉称号", "计划之外的明年")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with an address, a formula, and things that must stay inside."""
    site = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("data") / "small"))
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    edit(site / "studios/site.yml", "footer:", "licence: 示例许可\nfooter:")
    studio = site / "studios/north/crane/studio.yml"
    edit(studio, "slogan: 吊得稳，放得准", "slogan: '=HYPERLINK(\"https://x\")'")
    edit(studio, "units: [", "  - name: 施退之\n    withdrawn: 2020-01-01\nunits: [")
    edit(studio, "photos:", "honours: [{name: 已撤销的荣誉称号, level: 市级, year: 2012, status: 撤销}]\nphotos:")
    year = site / "studios/north/crane/2013.yml"
    edit(
        year,
        "sample: 是",
        "sample: 是\nplan_next: 计划之外的明年\nreport: {submitted: 2013-12-20, inspection: 内部检查意见一二三}",
    )
    pipeline.build(Project(site), site / "site")
    return site / "site"


def rows(file: Path) -> list[dict[str, str]]:
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "Excel knows UTF-8 by its mark"
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read(file: Path) -> Any:
    return json.loads(file.read_text("utf-8"))


def test_every_collection_is_there_twice_with_the_same_things(built: Path) -> None:
    for name in COLLECTIONS:
        found = read(built / f"data/{name}.json")
        assert (found["as_of"], found["licence"], found["version"]) == ("2025-12-31", "示例许可", 1)
        assert len(found[name]) == len(rows(built / f"data/{name}.csv")) > 0, name
    assert [row["工作室名称"] for row in rows(built / "data/studios.csv")] == [
        studio["name"] for studio in read(built / "data/studios.json")["studios"]
    ]


def test_figures_are_given_as_printed(built: Path) -> None:
    achievement = next(a for a in read(built / "data/achievements.json")["achievements"] if a["id"] == "anti-sway")
    assert achievement["benefits"] == [{"kind": "效率", "amount": "800余万元", "period": "累计"}]
    assert achievement["measures"][0] == {"indicator": "单箱作业时间", "before": "2.8", "after": "2.1", "unit": "分钟"}
    assert "story" not in achievement
    table = rows(built / "data/achievements.csv")
    assert "单箱作业时间：2.8→2.1（分钟）" in {row["前后对比"] for row in table}


def test_the_figures_of_a_year_are_those_of_its_report(built: Path) -> None:
    found = next(
        row for row in read(built / "data/years.json")["years"] if (row["studio"], row["year"]) == ("crane", 2013)
    )
    assert found == {
        "studio": "crane",
        "sample": True,
        "year": 2013,
        "page": f"{ADDRESS}studios/crane/2013/",
        "projects": 1,
        "achievements": 2,
        "exchanges": 0,
        "assistance": 0,
        "apprentices": 4,
        "suggestions_proposed": 20,
        "suggestions_adopted": 12,
        "suggestions_implemented": 10,
        "benefits": [{"kind": "效率", "amount": "800余万元", "period": "累计"}],
    }, "a training without a number is no nought"


@pytest.mark.parametrize(("numbers", "total"), [((), None), ((2, 3), 5), ((2, None), None), ((0,), 0)])
def test_a_total_needs_every_number(numbers: tuple[int | None, ...], total: int | None) -> None:
    assert open_data_rows.total(numbers) == total


def test_one_file_a_studio_at_its_stable_address(built: Path) -> None:
    found = read(built / "data/studios/crane.json")
    assert found["studio"]["page"] == f"{ADDRESS}studios/crane/"
    assert {item["id"] for item in found["achievements"]} == {"anti-sway", "brake-check"}
    assert found["designations"][0]["result"] == "达标"


def test_no_cell_is_a_formula(built: Path) -> None:
    crane = next(row for row in rows(built / "data/studios.csv") if row["编号"] == "crane")
    assert crane["一句话介绍"] == '\'=HYPERLINK("https://x")'
    for file in some((built / "data").glob("*.csv")):
        for row in rows(file):
            assert not [cell for cell in row.values() if cell.startswith(tuple("=+-@\t\r＝＋－＠"))], file


@pytest.mark.parametrize("start", list("=+-@\t\r＝＋－＠"))
def test_whatever_starts_a_formula_is_marked(start: str) -> None:
    made = open_data_formats.as_csv(
        open_data_models.OpenDataUnion, [open_data_models.OpenDataUnion(id="a", name=f"{start}1+1")]
    ).decode("utf-8-sig")
    assert next(csv.reader(io.StringIO(made.split("\r\n", 1)[1], newline="")))[1] == f"'{start}1+1"


@pytest.mark.parametrize("secret", INTERNAL)
def test_nothing_internal_or_withdrawn_leaves(built: Path, secret: str) -> None:
    records = b"".join(path.read_bytes() for path in (built.parent / "studios").rglob("*.yml")).decode()
    assert secret in records, "planted"
    for name, data in some(tree(built).items()):
        if name.startswith("data/") or name.endswith((".xml", "/card/index.html", "/sheet/index.html", "badge.svg")):
            assert secret not in html_text(data), name


def html_text(data: bytes) -> str:
    """The bytes as text, entities of any page undone."""
    text = data.decode("utf-8")
    return text + str(html.fromstring(f"<p>{text.partition('?>')[2] or text}</p>").text_content())


def test_the_schema_describes_the_files(built: Path) -> None:
    schema = read(built / "data/schema-1.json")
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert schema["$defs"]["Studio"]["properties"]["name"]["title"] == "工作室名称"
    for file in some(sorted((built / "data").rglob("*.json"))):
        if file.name != "schema-1.json":
            open_data_models.Catalogue.model_validate(read(file))
            assert set(read(file)) <= set(schema["properties"])
    with pytest.raises(ValidationError):
        open_data_models.Catalogue.model_validate({"site": "x", "as_of": "2025", "studios": [{"secret": 1}]})


def test_the_page_leads_to_every_file_and_names_every_field(built: Path) -> None:
    page = html.parse(str(built / "data/index.html"))
    links = set(page.xpath("//article//a/@href"))
    assert links >= {f"{name}.{kind}" for name in COLLECTIONS for kind in ("csv", "json")} | {"schema-1.json"}
    shown = page.xpath("string(//article)")
    for field in some(open_data_models.OpenDataStudio.model_fields.values()):
        assert str(field.title) in shown
    assert "示例许可" in shown
    assert "数据截至2025年12月31日" in shown


def test_the_same_records_make_the_same_bytes(built: Path, tmp_path: Path) -> None:
    project = Project(built.parent)
    project.forget()
    pipeline.build(project, tmp_path / "again")
    assert tree(tmp_path / "again/data") == tree(built / "data")


def test_a_card_and_a_badge_stand_on_another_site(
    built: Path, tmp_path: Path, browser: Browser, serve: Callable[[Path], str]
) -> None:
    sheet = html.parse(str(built / "studios/crane/sheet/index.html"))
    card, badge = (str(area.text).replace(ADDRESS, serve(built)) for area in sheet.xpath("//textarea"))
    (tmp_path / "index.html").write_text(f"<!doctype html><meta charset=utf-8>{card}{badge}", encoding="utf-8")
    for scheme in ("light", "dark"):
        page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
        sent: list[str] = []
        page.on("request", lambda request: sent.append(request.url))  # noqa: B023 (one page a turn)
        page.goto(serve(tmp_path), wait_until="networkidle")
        frame = page.frames[1]
        assert frame.locator("h1").inner_text().replace("\n", "") == "江一舟岸桥劳模创新工作室"
        assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight"), "no scroll bar"
        assert frame.evaluate("document.scripts.length") == 0
        assert page.locator("img").evaluate("image => image.naturalWidth > 100")
        assert len(sent) <= 6, "page, card, its stylesheet, badge"
        page.close()


def test_a_badge_is_inert(site: Path) -> None:
    edit(site / "mkdocs.yml", "docs_dir:", f"site_url: {ADDRESS}\ndocs_dir:")
    edit(site / "studios/north/crane/studio.yml", "name: 江一舟岸桥", "name: 江一舟“岸桥”+")
    pipeline.build(Project(site), site / "site")
    badge = etree.fromstring((site / "site/studios/crane/badge.svg").read_bytes())
    assert badge.findtext("{http://www.w3.org/2000/svg}title") == "创新工作室：江一舟“岸桥”+劳模创新工作室"
