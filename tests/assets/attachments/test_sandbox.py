"""The process that reads attachments runs nothing of the folder in which a command was given."""

from pathlib import Path

import pytest

from laomo.assets.attachments import sandbox


def test_modules_of_the_folder_at_hand_are_not_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contribution that somebody has checked out may hold a `json.py`."""
    for name in ("json", "importlib", "laomo", "csv", "pikepdf"):
        (tmp_path / f"{name}.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    (reading,) = sandbox.read([("csv", "名称,数量\n".encode())])
    assert reading.findings == ()
    assert not (tmp_path / "ran").exists()
