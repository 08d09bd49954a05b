"""The parts of a new site that need no installed program: its wheel packed from a list, its scripts and what differs, its mkdocs.yml."""

import csv
import hashlib
import io
import os
import zipfile
from datetime import date
from importlib import metadata
from pathlib import Path, PurePosixPath

import pytest
from tests.conftest import ROOT

from laomo.records import layout
from laomo.records.yaml import reader
from laomo.tools import starter
from laomo.tools.demo.data import STARTER
from laomo.tools.starter import wheel
from laomo.tools.starter.wheel import NoWheel

OURS = ["laomo/__init__.py", "laomo/a.py", "laomo-1.2.dist-info/METADATA", "laomo-1.2.dist-info/WHEEL"]
LEFT_OUT = [
    *("../bin/laomo", "laomo/__pycache__/a.cpython-313.pyc"),
    *(f"laomo-1.2.dist-info/{name}" for name in ("INSTALLER", "REQUESTED", "RECORD", "direct_url.json")),
]


def installed(folder: Path, *, changed: str = "", without: str = "") -> metadata.Distribution:
    """A program as an installer leaves it in a folder."""
    about = folder / "packages/laomo-1.2.dist-info"
    about.mkdir(parents=True)
    rows = []
    for name in (*OURS, *LEFT_OUT):
        file = folder / "packages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        data = b"Wheel-Version: 1.0\nTag: py3-none-any\nTag: other\n" if name.endswith("/WHEEL") else name.encode()
        file.write_bytes(data + b"x" if name == changed else data)
        if name != without:
            rows.append((name, f"sha256={wheel._hash(data, 'sha256')}" if name in OURS else "", ""))
    with (about / "RECORD").open("w", encoding="utf-8", newline="") as record:
        csv.writer(record).writerows(rows)
    return metadata.PathDistribution(about)


def test_an_installed_program_is_packed_from_its_list(tmp_path: Path) -> None:
    made = wheel._packed(installed(tmp_path))
    assert made.name == "laomo-1.2-py3-none-any.whl"
    assert made.digest == hashlib.sha256(made.data).hexdigest()
    with zipfile.ZipFile(io.BytesIO(made.data)) as archive:
        assert archive.namelist() == [*OURS[:2], *OURS[2:3], "laomo-1.2.dist-info/RECORD", OURS[3]]
        assert {(each.date_time, each.compress_type, each.external_attr) for each in archive.infolist()} == {
            ((2020, 2, 2, 0, 0, 0), zipfile.ZIP_DEFLATED, 0o644 << 16)
        }
        assert archive.read("laomo/a.py") == b"laomo/a.py"
        listed = archive.read("laomo-1.2.dist-info/RECORD").decode()
    empty = "47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU"
    assert wheel._hash(b"", "sha256") == empty
    rows = [f"{name},sha256={wheel._hash((tmp_path / 'packages' / name).read_bytes(), 'sha256')},{(tmp_path / 'packages' / name).stat().st_size}\n" for name in (*OURS[2:], *OURS[:2])]  # fmt: skip
    assert listed == "".join([*rows, "laomo-1.2.dist-info/RECORD,,\n"])
    assert wheel._packed(installed(tmp_path / "again")) == made, "the same program is the same wheel"


def test_a_program_that_is_not_as_it_was_installed_is_not_packed(tmp_path: Path) -> None:
    with pytest.raises(NoWheel) as refused:
        wheel._packed(installed(tmp_path, changed="laomo/a.py"))
    assert (refused.value.code, dict(refused.value.facts)) == ("program-changed", {"path": "laomo/a.py"})
    with pytest.raises(NoWheel) as refused:
        wheel._packed(installed(tmp_path / "other", without=OURS[3]))
    assert (refused.value.code, dict(refused.value.facts)) == ("no-program-files", {})
    (tmp_path / "empty-1.dist-info").mkdir()
    with pytest.raises(NoWheel, match="no-program-files"):
        wheel._packed(metadata.PathDistribution(tmp_path / "empty-1.dist-info"))


def test_a_checkout_that_cannot_be_built_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoWheel) as refused:
        wheel._built(tmp_path)
    assert (refused.value.code, dict(refused.value.facts)) == ("no-build-backend", {"folder": str(tmp_path)})


SCRIPTS = [
    *(".gitattributes", ".github/workflows/audit.yml", ".github/workflows/publish.yml", ".github/workflows/review.yml"),
    *(
        ".gitignore",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        "ci/audit",
        "ci/prepare",
        "ci/publish",
        "ci/review",
    ),
]


def test_scripts_that_are_missing_or_differ_are_renewed_and_nothing_else(tmp_path: Path) -> None:
    ours = Path(starter.__file__).parent / "files"
    assert list(map(str, starter.outdated_scripts(tmp_path))) == SCRIPTS
    assert starter.outdated_scripts(tmp_path)[PurePosixPath("ci/audit")] == (ours / "ci/audit").read_bytes()
    starter.renew_scripts(tmp_path)
    made = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert made == SCRIPTS
    assert [name for name in SCRIPTS if os.access(tmp_path / name, os.X_OK)] == SCRIPTS[-4:]
    assert [(tmp_path / name).read_bytes() == (ours / name).read_bytes() for name in SCRIPTS] == [True] * 11
    assert starter.outdated_scripts(tmp_path) == {}
    (tmp_path / "ci/audit").write_text("own", "utf-8")
    (tmp_path / ".gitignore").unlink()
    (tmp_path / "README.md").write_text("own", "utf-8")
    assert list(map(str, starter.outdated_scripts(tmp_path))) == [".gitignore", "ci/audit"]


def test_the_settings_of_a_new_site_are_those_of_the_sample_but_for_its_own() -> None:
    sample = (STARTER / "mkdocs.yml").read_text("utf-8").splitlines()
    made = starter._configuration("甲: 馆").decode()
    assert made.endswith("\n")
    lines = made.splitlines()
    assert "site_name: '甲: 馆'" in lines or 'site_name: "甲: 馆"' in lines
    own = {"  custom_dir: theme/overrides", "  - 关于:", "      - 填报指南: help/index.md"}
    moved = {"  - 关于本馆: about/index.md", "  - 开放数据: data/index.md"}
    kept = [line for line in lines if line not in own and not line.startswith("site_name: ")]
    shared = [line for line in sample if not line.startswith("site_name: ") and "targets/" not in line]
    expected = ["  /help/*" if line == "  /help/checks/*" else line for line in shared]
    assert kept == [f"    {line}" if line in moved else line for line in expected]
    assert own < {*lines}
    assert lines[lines.index("  custom_dir: theme/overrides") - 1] == "  name: material"
    assert (lines.count("  custom_dir: theme/overrides"), lines.count("  name: material")) == (1, 1)
    assert [line for line in sample if "targets/" in line] != []


SITE = starter.NewSite("示例市展馆", "示例市", "示例市总工会", "市总工会", date(2026, 1, 2))


def test_every_file_of_a_new_site_and_which_of_them_run() -> None:
    """The wheel of the running program is made once in a process."""
    made = list(starter.files(SITE))
    ((vendored, packed), (requirements, text)) = starter.program()
    version, digest = vendored.name.split("-")[1], hashlib.sha256(packed).hexdigest()
    assert (vendored.parts[0], vendored.suffix, str(requirements)) == ("vendor", ".whl", "requirements.txt")
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {"laomo/__init__.py", "laomo/theme/overrides/main.html"} <= {*archive.namelist()}
    locked = (Path(starter.__file__).parent / "locked.txt").read_text("utf-8")
    assert text.decode() == (
        "# laomo init、laomo upgrade 写的，不要手改。程序在 vendor/ 里，别的库从索引安装，版本和内容都已锁定。\n"
        f"--find-links vendor\nlaomo=={version} --hash=sha256:{digest}\n{locked}"
    )
    copied = [
        *SCRIPTS,
        *(".vscode/extensions.json", ".vscode/settings.json", "README.md", "content/about/index.md"),
        "theme/overrides/assets/stylesheets/91-union.css",
        "drafts/README.md",
        *(f"drafts/content/policies/{name}.md" for name in ("index", "seven", "six")),
        *(f"drafts/studios/standards/{name}.yml" for name in ("demonstration", "seven", "six")),
    ]
    guide = sorted(path for path in (ROOT / "content/help").rglob("*") if path.is_file())
    assert len(guide) > 20
    assert [str(path) for path, _, _ in made] == [
        *sorted(copied),
        *(path.relative_to(ROOT).as_posix() for path in guide),
        *(str(vendored), "requirements.txt", "mkdocs.yml", "studios/site.yml", "studios/unions.yml", "studios/owners.yml"),
        *(f"schemas/{name}.json" for name in layout.KINDS),
    ]  # fmt: skip
    assert [str(path) for path, _, runs in made if runs] == SCRIPTS[-4:]
    texts = {str(path): data for path, data, _ in made}
    assert "示例市展馆" in texts["README.md"].decode()
    assert "{name}" not in texts["README.md"].decode()
    assert texts["mkdocs.yml"] == starter._configuration("示例市展馆")
    site, _ = reader.read(texts["studios/site.yml"], "")
    assert {name: site[name] for name in ("name", "place", "as_of")} == {"name": "示例市展馆", "place": "示例市", "as_of": "2026-01-02"}  # fmt: skip
    assert reader.read(texts["studios/unions.yml"], "")[0] == {"unions": [{"id": "shili", "name": "示例市总工会", "kind": "市总工会"}]}  # fmt: skip


def test_a_program_is_renewed_once_and_others_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "requirements.txt").write_text("# x\nlaomo==0.0.1\n", "utf-8")
    (tmp_path / "vendor").mkdir()
    for name in ("laomo-0.0.1-py3-none-any.whl", "other-1.whl", "laomo-note.txt"):
        (tmp_path / "vendor" / name).write_bytes(b"x")
    assert starter.renew_program(tmp_path) is True
    ((vendored, packed), (_, text)) = starter.program()
    there = {path.name: path.read_bytes() for path in (tmp_path / "vendor").iterdir()}
    assert there == {vendored.name: packed, "other-1.whl": b"x", "laomo-note.txt": b"x"}
    assert (tmp_path / "requirements.txt").read_bytes() == text
    assert starter.renew_program(tmp_path) is False
    (tmp_path / "vendor/laomo-9-py3-none-any.whl").write_bytes(b"x")
    assert starter.renew_program(tmp_path) is True
    assert sorted(path.name for path in (tmp_path / "vendor").iterdir()) == sorted(there)
    (tmp_path / vendored).write_bytes(b"other")
    assert starter.renew_program(tmp_path) is True
    assert (tmp_path / vendored).read_bytes() == packed


def test_a_site_is_written_with_its_rights(tmp_path: Path) -> None:
    made = {str(path): data for path, data, _ in starter.files(SITE)}
    assert starter.write(tmp_path, SITE) == len(made)
    there = {path.relative_to(tmp_path).as_posix(): path for path in tmp_path.rglob("*") if path.is_file()}
    assert {name: path.read_bytes() for name, path in there.items()} == made
    assert sorted(name for name, path in there.items() if path.stat().st_mode & 0o111) == SCRIPTS[-4:]
    assert {oct((tmp_path / name).stat().st_mode & 0o777) for name in SCRIPTS[-4:]} == {"0o755"}
