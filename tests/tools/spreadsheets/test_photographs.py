"""Pictures beside a workbook go into their studios with the first import."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PIL import Image
from tests.cli.command import laomo
from tests.conftest import tree

STUDIO = {
    "工作室名称": "示例电焊劳模创新工作室",
    "主管工会": "北区工会",
    "领衔人": "示例丁",
    "所在单位": "示例船厂",
    "地区": "北区",
}
ROW = {"工作室名称": STUDIO["工作室名称"], "文件名": "IMG_0001.JPG", "图说": "焊接", "替代文字": "一名焊工在焊接"}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    folder = tmp_path / "mail"
    folder.mkdir()
    book = openpyxl.Workbook()
    for sheet, row in (("工作室", STUDIO), ("图片", ROW)):
        page = book.create_sheet(sheet)
        page.append(list(row))
        page.append(list(row.values()))
    book.remove(book.worksheets[0])
    book.save(folder / "台账.xlsx")
    return folder / "台账.xlsx"


def photo(folder: Path, name: str = "IMG_0001.JPG", colour: str = "#a12a1e") -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (600, 400), colour).save(folder / name, "JPEG")
    return (folder / name).read_bytes()


@pytest.mark.parametrize("where", [".", "照片", "photos", "材料/示例电焊劳模创新工作室"])
def test_a_picture_beside_the_workbook_goes_in_with_the_studio(site: Path, workbook: Path, where: str) -> None:
    taken = photo(workbook.parent / where)
    before = tree(site / "studios")
    dry = laomo("import", "--dry-run", workbook, "--root", site)
    assert f"取自表格旁边的 {Path(where, 'IMG_0001.JPG').as_posix()}" in dry.stdout, dry.stdout + dry.stderr
    assert tree(site / "studios") == before
    run = laomo("import", workbook, "--root", site)
    assert run.returncode == 0, run.stdout + run.stderr
    (file,) = (site / "studios").glob("*/*/photos/IMG_0001.JPG")
    assert file.read_bytes() == taken
    assert "file: IMG_0001.JPG" in (file.parent.parent / "studio.yml").read_text(encoding="utf-8")
    assert laomo("check", "--root", site).returncode == 0


def missing(_: Path) -> str:
    return "ledger-no-picture"


def two_of_a_name(folder: Path) -> str:
    photo(folder / "甲")
    photo(folder / "乙", colour="#00a12a")
    return "ledger-many-pictures"


def too_deep(folder: Path) -> str:
    photo(folder / "一/二/三")
    return "ledger-no-picture"


def hidden(folder: Path) -> str:
    photo(folder / ".trash")
    return "ledger-no-picture"


def cut_off(folder: Path) -> str:
    whole = photo(folder / "照片")
    (folder / "照片/IMG_0001.JPG").write_bytes(whole[: len(whole) // 2])
    return "damaged-picture"


def a_link(folder: Path) -> str:
    photo(folder.parent / "elsewhere")
    (folder / "IMG_0001.JPG").symlink_to(folder.parent / "elsewhere/IMG_0001.JPG")
    return "ledger-no-picture"


def with_a_number(folder: Path) -> str:
    exif = Image.Exif()
    exif[0x010E] = "13800138000"
    (folder / "照片").mkdir()
    Image.new("RGB", (60, 40)).save(folder / "照片/IMG_0001.JPG", "JPEG", exif=exif.tobytes())
    return "personal-mobile-in-picture"


@pytest.mark.parametrize("lay", [missing, two_of_a_name, too_deep, hidden, cut_off, a_link, with_a_number])
def test_a_picture_that_cannot_be_taken_is_named_at_its_cell(
    site: Path, workbook: Path, lay: Callable[[Path], str]
) -> None:
    code = lay(workbook.parent)
    run = laomo("import", workbook, "--root", site)
    (line,) = [line for line in run.stdout.splitlines() if f"［{code}］" in line]
    assert line.startswith("图片!"), line
    assert not list((site / "studios").glob("*/*/photos/IMG_0001.JPG"))
    assert laomo("check", "--root", site).returncode == 0
