"""What an upgrade leaves alone: a folder that no `laomo init` has made, and pages that the site has changed itself."""

import zipfile
from pathlib import Path, PurePosixPath

from laomo.tools import starter
from laomo.tools.starter.renewal import Renewal


def test_a_folder_that_init_has_not_made_is_left_alone(tmp_path: Path) -> None:
    assert starter.renew_program(tmp_path) is False
    for text in ("click==8\n", "# laomo==1\nxlaomo==1\n"):
        (tmp_path / "requirements.txt").write_text(text, encoding="utf-8")
        assert starter.renew_program(tmp_path) is False
    assert [path.name for path in tmp_path.iterdir()] == ["requirements.txt"]


PAGES = {
    # page: what the earlier version wrote, what is there, what this version has
    "content/help/a.md": ("old", "old", "new"),
    "content/help/own.md": ("old", "own", "new"),
    "content/help/same.md": ("old", "new", "new"),
    "content/help/deleted.md": ("old", None, "new"),
    "drafts/added.md": (None, None, "new"),
}


def test_pages_that_nobody_has_changed_are_renewed(tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    ours = []
    with zipfile.ZipFile(tmp_path / "vendor/laomo-0.0.1-py3-none-any.whl", "w") as archive:
        for name, (before, there, now) in PAGES.items():
            if before:
                archive.writestr(f"laomo/tools/starter/files/{name}", before)
            for folder, text in (("", there), ("ours", now)):
                if text:
                    file = tmp_path / folder / name
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_text(text, "utf-8")
            ours.append((PurePosixPath(name), tmp_path / "ours" / name))
    renewal = Renewal.of(tmp_path, ours, "vendor")
    assert {str(path): data for path, data in renewal.new.items()} == {
        "content/help/a.md": b"new",
        "drafts/added.md": b"new",
    }
    assert [str(path) for path in renewal.own] == ["content/help/own.md"]
    renewal.write(tmp_path)
    assert Renewal.of(tmp_path, ours, "vendor").new == {}


def test_without_a_readable_wheel_only_missing_pages_are_added(tmp_path: Path) -> None:
    (tmp_path / "vendor").mkdir()
    (tmp_path / "ours.md").write_text("new", "utf-8")
    (tmp_path / "there.md").write_text("old", "utf-8")
    ours = [(PurePosixPath(name), tmp_path / "ours.md") for name in ("there.md", "missing.md")]
    for wheels in ((), ("laomo-1.whl",), ("laomo-1.whl", "laomo-2.whl")):
        for name in wheels:
            (tmp_path / "vendor" / name).write_bytes(b"x")
        renewal = Renewal.of(tmp_path, ours, "vendor")
        assert ([str(path) for path in renewal.new], [str(path) for path in renewal.own]) == (
            ["missing.md"],
            ["there.md"],
        )


def test_which_files_of_a_site_are_its_pages(tmp_path: Path) -> None:
    new = starter.outdated_pages(tmp_path).new
    assert {path.parts[0] for path in new} == {"content", "drafts"}
    assert {path.parts[1] for path in new if path.parts[0] == "content"} == {"help"}
    assert PurePosixPath("drafts/README.md") in new
