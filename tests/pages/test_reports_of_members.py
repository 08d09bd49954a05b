"""A studio gathered from a member's house has no annual reports here, so nothing but `Studio` decides where a report is linked to."""

import re
from pathlib import Path

from tests.conftest import ROOT, some

OF_REPORTS = {"registry/studio.py", "registry/urls.py", "pages/json_ld.py", "pages/emitters/annual_reports.py"}
"""They make the reports, or say where they are."""
OF_REVIEWS = {"tools/review/pages.py", "tools/review/changes.py"}
"""They name what changes in a union's own records."""
_WRITTEN = re.compile(r"studio_year\(|studios/%s/%d/")


def found(folder: str, pattern: str) -> set[str]:
    files = some(sorted((ROOT / folder).rglob(pattern)))
    return {
        path.relative_to(ROOT / folder).as_posix() for path in files if _WRITTEN.search(Path(path).read_text("utf-8"))
    }


def test_only_the_studio_says_where_a_report_is() -> None:
    assert found("generator/laomo", "*.py") == OF_REPORTS | OF_REVIEWS
    assert found("theme/templates", "*.md") == {"studio/reports.md"}
