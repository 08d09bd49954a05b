"""The bridge to Firefox changes what an older Firefox says, and nothing of what a newer one does."""

import json
from typing import Any

import pytest

from tests.browser import firefox

UNKNOWN = {"type": "error", "id": 4, "error": "unknown command"}
STARTED = {"type": "event", "method": "browsingContext.downloadWillBegin", "params": {"url": "blob:null/1"}}
MESSAGES: dict[str, tuple[dict[str, Any], dict[str, Any] | None]] = {
    "a look that it cannot emulate": (
        {**UNKNOWN, "message": "emulation.setMediaFeaturesOverride"},
        {"type": "success", "id": 4, "result": {}},
    ),
    "another command that it does not know": ({**UNKNOWN, "message": "storage.getKeys"}, None),
    "another error": ({"type": "error", "id": 5, "error": "no such node", "message": "emulation."}, None),
    "a download without a name": (
        STARTED,
        {**STARTED, "params": {"url": "blob:null/1", "download": "blob:null/1"}},
    ),
    "a download with a name": ({**STARTED, "params": {"url": "blob:null/1", "download": "7"}}, None),
    "an answer": ({"type": "success", "id": 6, "result": {"value": "emulation."}}, None),
}


@pytest.mark.parametrize("case", MESSAGES)
def test_what_firefox_says(case: str) -> None:
    said, wanted = MESSAGES[case]
    assert json.loads(firefox.adapted(json.dumps(said))) == (wanted or said)
