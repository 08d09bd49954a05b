"""How long the import of a long list takes: `python -m benchmarks.long_list 20000`, from the root of the repository."""

import shutil
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook

from laomo.tools import spreadsheets

SITE = Path(__file__).parents[1] / "tests" / "sites" / "small"
HEADER = ["序号", "工作室名称", "领衔人", "所在单位", "所在区", "成立时间"]


def main(rows: int) -> None:
    """Write a list of invented studios, plan its import, and print the seconds of both."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(shutil.copytree(SITE, Path(folder) / "site"))
        book = Workbook(write_only=True)
        page = book.create_sheet("名单")
        page.append(HEADER)
        for number in range(rows):
            person = f"杨{chr(0x4E00 + number % 9000)}帆"
            page.append([number, f"第{number}号焊接劳模创新工作室", person, f"示例{number}厂", "北区", "2013年6月"])
        book.save(Path(folder) / "名单.xlsx")
        start = time.perf_counter()
        plan = spreadsheets.plan(Path(folder) / "名单.xlsx", spreadsheets.Archive.read(root / "studios"), "north")
        planned = time.perf_counter()
        plan.write(root / "studios")
        print(
            f"{rows:,} rows: planned and checked in {planned - start:.1f} s, written in {time.perf_counter() - planned:.1f} s"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
