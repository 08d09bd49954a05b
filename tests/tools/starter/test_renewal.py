"""What an upgrade leaves alone: a folder that no `laomo init` has made."""

from pathlib import Path

from laomo.tools import starter


def test_a_folder_that_init_has_not_made_is_left_alone(tmp_path: Path) -> None:
    assert starter.renew_program(tmp_path) is False
    for text in ("click==8\n", "# laomo==1\nxlaomo==1\n"):
        (tmp_path / "requirements.txt").write_text(text, encoding="utf-8")
        assert starter.renew_program(tmp_path) is False
    assert [path.name for path in tmp_path.iterdir()] == ["requirements.txt"]
