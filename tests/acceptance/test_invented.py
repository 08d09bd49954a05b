"""Nothing invented is said of a real place or body, and whatever is invented is marked: the sample here, and what `laomo demo` makes."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import pytest
from openpyxl import load_workbook

from laomo import checks
from laomo.tools import demo
from tests.acceptance.real_names import found_in
from tests.conftest import ROOT, some
from tests.registry.joined import joined

UNMARKED = ("site.yml", "unions.yml")
"""Records without a mark of their own; the site's says so on every page."""
STORED = [*(ROOT / "studios").rglob("*.yml"), *(ROOT / "content/stories").rglob("*.md")]
Texts = Mapping[PurePosixPath, str]


@pytest.fixture(scope="module", params=["stored", "made"])
def texts(request: pytest.FixtureRequest) -> Texts:
    """Every invented text by its path below the site's folder."""
    if request.param == "stored":
        found = {PurePosixPath(file.relative_to(ROOT)): file.read_text(encoding="utf-8") for file in some(STORED)}
    else:
        found = {path: data.decode() for path, data in demo.generate(100, 2013) if path.suffix in (".yml", ".md")}
    return dict(some(found.items()))


def test_nothing_invented_bears_the_name_of_a_real_place_or_body(texts: Texts) -> None:
    assert {path: names for path, text in texts.items() if (names := found_in(text))} == {}


def test_every_invented_record_is_marked(texts: Texts) -> None:
    records = [path for path in texts if path.parts[0] == "studios" and path.name not in UNMARKED]
    assert len(records) > 300
    assert [path for path in records if not re.search(r"^ *sample: 是$", texts[path], re.MULTILINE)] == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("厦门某某公司", ["厦门"]),
        ("思明区总工会、湖里区", ["思明区", "湖里区"]),
        ("思明总工会和同安县", ["同安县", "思明总工会"]),
        ("福建省人民政府，北京市", ["北京", "福建"]),
        ("甘南州、延边大学", ["延边", "甘南"]),
        ("中华全国总工会", ["全国总工会"]),
        ("中国机械工业联合会、交通运输部", ["中国机械工业联合会", "交通运输部"]),
        ("云屿市屿西区总工会、东澜省教育厅", []),
        ("按北京时间；三级以上海风；白银、日照、资源合作；合同安全；同安了新机", []),
    ],
)
def test_which_names_are_real(text: str, names: list[str]) -> None:
    assert found_in(text) == names


@pytest.mark.parametrize(
    ("name", "items"), [("xiamen-2013", [7]), ("henan-2015", [3, 6])], ids=["xiamen-2013", "henan-2015"]
)
def test_the_standards_of_the_document_stand_on_its_page_as_records(name: str, items: list[int]) -> None:
    """A site that is compared with them can take them from there; the sample has standards of its own."""
    page = (ROOT / f"content/policies/{name}.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"存为`studios/standards/([\w-]+)\.yml`[^\n]*\n\n```yaml\n(.*?)^```$", page, re.MULTILINE | re.DOTALL
    )
    assert len(blocks) == page.count("```yaml") == len(items)
    for (stem, block), count in zip(blocks, items, strict=True):
        registry = joined({f"standards/{stem}": block})
        assert [(stem, len(record.items), record.sample) for stem, record in registry.standards] == [
            (stem, count, False)
        ]
        assert checks.run(registry) == []
    assert not list((ROOT / "studios/standards").glob(f"{name}*"))


def test_the_table_of_the_document_stands_on_its_page_and_in_its_data_file() -> None:
    """厦工办〔2013〕6号 附件: fifteen unions in its order, and its own totals."""
    folder = ROOT / "content/policies"
    row = re.compile(
        r"^\| (?:\d+ )?\| (?:\*\*)?([^|*]+)(?:\*\*)? \| (?:\*\*)?(\d+)(?:\*\*)? \| (?:\*\*)?(\d+)", re.MULTILINE
    )
    told = row.findall((folder / "xiamen-2013.md").read_text(encoding="utf-8"))
    sheet = load_workbook(folder / "xiamen-2013-targets.xlsx").active
    assert sheet is not None
    assert [tuple(map(str, row)) for row in sheet.iter_rows(min_row=3, values_only=True)] == told
    assert (len(told), told[-1]) == (16, ("合计", "100", "66"))
    assert [sum(int(row[at]) for row in told[:-1]) for at in (1, 2)] == [100, 66]
