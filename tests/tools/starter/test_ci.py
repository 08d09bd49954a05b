"""The workflow that a new site carries, run here: a bare remote on disk, a platform's own steps word by word, real deploys."""

import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from lxml import html
from tests.cli.command import LAOMO, laomo
from tests.conftest import ROOT, edit, some, tree
from tests.security.fence import around
from tests.security.payloads import PAYLOADS
from tests.tools.review.gitsite import IDENTITY, Clone, git

STUDIO = "name: 示例焊接工匠创新工作室\ncategory: 工匠\nleaders:\n  - name: 示例甲\nunits: [示例船厂]\nregion: 示例区\n"
OWN = "studios/north/arc/studio.yml"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site as `laomo init` makes it, with one more union."""
    folder = tmp_path_factory.mktemp("begun") / "site"
    laomo("init", folder, "--name=小馆", "--place=示例市", "--union=示例市总工会")
    edit(
        folder / "studios/unions.yml",
        "  - id: shili\n",
        "  - {id: north, name: 北区工会, kind: 区工会}\n  - id: shili\n",
    )
    (folder / "studios/shili/nurse").mkdir(parents=True)
    (folder / "studios/shili/nurse/studio.yml").write_text(
        STUDIO.replace("焊接", "护理").replace("甲", "乙"), encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def _platform(begun: Path, tmp_path_factory: pytest.TempPathFactory) -> Clone:
    return Clone.begun(begun, tmp_path_factory.mktemp("platform"))


@pytest.fixture
def clone(_platform: Clone, tmp_path: Path) -> Clone:
    """That site on a platform on disk, and a branch for a change."""
    return _platform.copied(tmp_path)


def base(clone: Clone) -> Path:
    """Another checkout of the remote's main branch, as a runner has it."""
    folder = clone.remote.parent / "runner"
    git(clone.remote.parent, "clone", "--quiet", "--branch", "main", clone.remote, folder)
    installed(folder)
    return folder


def installed(folder: Path) -> None:
    (folder / ".venv/bin").mkdir(parents=True)
    (folder / ".venv/bin/laomo").symlink_to(LAOMO)


def bash(
    script: str, folder: Path, fence: str = "nothing", **variables: str | Path
) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        **{name: str(told) for name, told in variables.items()},
    }
    command = [*around(fence), "bash", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)


def workflow(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def github(clone: Clone, author: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    """The `run` steps of the review workflow, but for the one that installs from the network: the others get none."""
    git(clone.folder, "push", "--quiet", "--force", "origin", "work:refs/pull/7/head")
    folder = base(clone)
    event = {
        "github.event.pull_request.base.sha": git(folder, "rev-parse", "HEAD"),
        "github.event.pull_request.number": "7",
        "github.event.pull_request.user.login": author,
        "github.token": "none",
        "vars.REVIEW_WHOLE": "",
    }
    run = bash("true", folder)
    for step in workflow(folder / ".github/workflows/review.yml")["jobs"]["review"]["steps"]:
        if (
            "run" not in step
            or "ci/prepare" in step["run"]
            or (run.returncode and "always()" not in step.get("if", ""))
        ):
            continue
        told = {
            name: re.sub(r"\$\{\{ (.*?) \}\}", lambda m: event[m[1]], value)
            for name, value in step.get("env", {}).items()
        }
        step_run = bash(step["run"], folder, "network", GITHUB_STEP_SUMMARY=folder / "summary.md", **told)
        run = run if run.returncode else step_run
    return run, folder


def gitlab(clone: Clone, author: str) -> tuple[subprocess.CompletedProcess[str], Path]:
    git(clone.folder, "push", "--quiet", "--force", "origin", "work")
    folder = clone.remote.parent / "runner"
    git(clone.remote.parent, "clone", "--quiet", "--branch", "work", clone.remote, folder)
    job = workflow(folder / ".gitlab-ci.yml")["review"]
    script = "\n".join(line for line in job["script"] if line != "bash ci/prepare")
    told = {
        "CI_PROJECT_DIR": folder,
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
        "CI_COMMIT_SHA": git(folder, "rev-parse", "HEAD"),
        "GITLAB_USER_LOGIN": author,
        "CI_JOB_URL": "https://git.example.org/-/jobs/7",
        "LAOMO": LAOMO,
    }
    return bash(script, folder, "network", **job["variables"], **told), folder


@pytest.mark.parametrize("platform", [github, gitlab])
def test_a_good_change_is_checked_told_and_previewed(clone: Clone, platform: Any) -> None:
    clone.write(OWN, STUDIO)
    clone.commit()
    run, folder = platform(clone, "north-clerk")
    assert run.returncode == 0, run.stdout + run.stderr
    preview = (folder / "review/site/studios/arc/index.html").read_text(encoding="utf-8")
    assert (folder / "review/site/assets/javascripts/kiosk.js").is_file()
    assert (folder / "review/site/not-in-preview.html").is_file(), "the changed pages and what they link to"

    links = re.findall(r' href="(?!https:)([^"#]+)', preview)
    assert "../../index.html" in links
    assert [link for link in links if link.endswith("/")] == [], "a preview opens from a folder, without a server"
    assert "新的工作室（1）" in (folder / "review/changes.md").read_text(encoding="utf-8")
    if platform is github:
        assert (folder / "summary.md").read_text("utf-8") == (folder / "review/changes.md").read_text("utf-8")
    else:
        assert (folder / "review/problems.json").read_text(encoding="utf-8") == "[]\n"
        artifact = "https://git.example.org/-/jobs/7/artifacts/file/review/site/studios/arc/index.html"
        assert f"]({artifact})" in unescape((folder / "review/changes.md").read_text(encoding="utf-8"))


def _other_union(clone: Clone) -> str:
    clone.write("studios/south/arc/studio.yml", STUDIO)
    return "not-owner"


def _symlink(clone: Clone) -> str:
    clone.plant(("120000", clone.blob("/etc/passwd"), "studios/north/arc/2020.yml"))
    return "symlink"


def _number(clone: Clone) -> str:
    clone.write(OWN, STUDIO + f"intro: {IDENTITY}\n")
    return "personal-identity"


def _workflow(clone: Clone) -> str:
    clone.write(".github/workflows/review.yml", "on: push\n")
    clone.write(".gitlab-ci.yml", (clone.folder / ".gitlab-ci.yml").read_text(encoding="utf-8") + "\n# 改过\n")
    return "not-owner"


def _history(clone: Clone) -> str:
    clone.write(OWN, STUDIO + f"intro: {IDENTITY}\n")
    clone.commit()
    clone.write(OWN, STUDIO)
    return "personal-identity"


def _records(clone: Clone) -> str:
    """A program, a file from outside, the address of another union's studio, and what is merely wrong."""
    place = clone.remote.parent
    photo = f"photos: [{{file: ../../../../../../{place}/secret.png, caption: 图, alt: 图}}]\n"
    clone.write(OWN, STUDIO + f"intro: !!python/object/apply:os.system ['touch {place}/ran']\n")
    clone.write(OWN.replace("arc", "photo"), STUDIO + photo)
    clone.write(OWN.replace("arc", "nurse"), STUDIO)
    clone.write(OWN.replace("arc", "faulty"), STUDIO.replace("工匠\n", "大师\n", 1))
    return "tag file-name-malformed duplicate-studio unknown-word"


REFUSED = (_other_union, _symlink, _number, _workflow, _history, _records)
ATTACKS = [*((github, each) for each in REFUSED), (gitlab, _workflow)]


@pytest.mark.parametrize(("platform", "attack"), ATTACKS)
def test_a_hostile_change_is_refused_and_nothing_of_it_built(clone: Clone, platform: Any, attack: Any) -> None:
    codes = attack(clone).split()
    if attack is not _symlink:
        clone.commit()
    run, folder = platform(clone, "north-clerk")
    assert run.returncode == 1, run.stdout + run.stderr
    assert not [code for code in some(codes) if not re.search(rf"\b{code}\b", run.stdout)]
    assert IDENTITY not in run.stdout + run.stderr
    assert not (folder / "review/site").exists()
    assert not (clone.remote.parent / "ran").exists()


def test_hostile_text_is_shown_as_text_runs_nothing_and_brings_nothing_in(clone: Clone) -> None:
    """The rest of a stranger's change: what is allowed as text. The fence gives the whole review no network."""
    place = clone.remote.parent
    (place / "secret.md").write_text("what nobody may read", encoding="utf-8")
    texts = [each for each in PAYLOADS if not set("@\t\u2028\u202e\u2066") & set(each)]
    texts += [f'--8<-- "{place}/secret.md"', f"{{{{ cycler.__init__.__globals__.os.popen('touch {place}/ran') }}}}"]
    assert len(texts) > 60
    lines = "".join(f"  {line}\n" for text in texts for line in (*text.splitlines(), ""))
    clone.write(OWN, f"{STUDIO}relations: [{{kind: 前身, studio: nurse}}]\nintro: |\n{lines}")
    clone.commit()
    run, folder = github(clone, "north-clerk")
    assert run.returncode == 0, run.stdout + run.stderr
    site = folder / "review/site"
    page = html.fromstring((site / "studios/arc/index.html").read_bytes())
    shown = "".join(page.xpath("//main")[0].text_content().split())
    assert not [text for text in texts if "".join(text.split()) not in shown]
    assert not page.xpath("//@*[starts-with(name(), 'on')] | //script[contains(., 'FIRED')] | //*[@class='forged']")
    assert not [
        each for each in some(page.xpath("//@href | //@src")) if re.match(r"javascript|data:text|vbscript|.*evil", each)
    ]
    assert "FIRED" not in (site / "studios/nurse/index.html").read_text(encoding="utf-8")
    assert not [name for name, data in some(tree(site).items()) if b"what nobody may read" in data]
    assert not (place / "ran").exists()


def _link_for_results(clone: Clone, elsewhere: Path) -> None:
    (clone.folder / "review").symlink_to(elsewhere)


def _links_for_each_result(clone: Clone, elsewhere: Path) -> None:
    (clone.folder / "review").mkdir()
    for name in ("problems.json", "problems.txt", "changes.md", "site"):
        (clone.folder / "review" / name).symlink_to(elsewhere if name == "site" else elsewhere / "kept")


def _results_of_its_own(clone: Clone, _: Path) -> None:
    clone.write("review/problems.json", "[]\n")
    clone.write("review/changes.md", "读者看不到变化。\n")
    clone.write("review/site/index.html", "own")


def _folder_of_the_base(clone: Clone, elsewhere: Path) -> None:
    """Where an earlier workflow laid out the main branch."""
    (clone.folder / ".base").symlink_to(elsewhere)
    clone.write("base/ci/review", f"touch {elsewhere}/ran\n")


def _modules_and_programs(clone: Clone, elsewhere: Path) -> None:
    """What Python and the shell would take from the folder at hand."""
    for name in ("venv", "json", "runpy", "sitecustomize", "usercustomize", "subprocess", "pip", "laomo"):
        clone.write(f"{name}.py", f"open('{elsewhere}/ran', 'w')\n")
    for name in ("git", "python", ".venv/bin/laomo", ".venv/bin/pip", "ci/review", ".git~1/hooks/post-checkout"):
        clone.write(name, f"#!/bin/sh\ntouch {elsewhere}/ran\n")
        (clone.folder / name).chmod(0o755)


def _submodule(clone: Clone, elsewhere: Path) -> None:
    clone.write(
        ".gitmodules", f'[submodule "x"]\n\tpath = ci\n\turl = {elsewhere}\n\tupdate = !touch {elsewhere}/ran\n'
    )
    clone.write(".gitattributes", "* filter=own merge=own diff=own export-ignore\n")
    clone.write(".lfsconfig", f"[lfs]\n\turl = file://{elsewhere}\n")


def _whatever_might_be_taken_or_run(clone: Clone, elsewhere: Path) -> None:
    """At once what does not stand in each other's way."""
    for attack in (_results_of_its_own, _folder_of_the_base, _modules_and_programs, _submodule):
        attack(clone, elsewhere)


@pytest.fixture
def filters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of the machine by which git would run a program for files that attributes choose; the file that it would make."""
    settings, ran = tmp_path / "gitconfig", tmp_path / "ran"
    for name in ("lfs", "own"):
        for what in (
            f"filter.{name}.smudge",
            f"filter.{name}.process",
            f"merge.{name}.driver",
            f"diff.{name}.textconv",
        ):
            git(tmp_path, "config", "--file", settings, what, f"touch {ran}; cat")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    return ran


@pytest.mark.parametrize("attack", [_link_for_results, _links_for_each_result, _whatever_might_be_taken_or_run])
@pytest.mark.parametrize("platform", [github, gitlab])
def test_nothing_that_a_change_places_decides_where_results_go_or_what_runs(
    clone: Clone, filters: Path, platform: Any, attack: Any
) -> None:
    elsewhere = clone.remote.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "kept").write_text("kept", encoding="utf-8")
    attack(clone, elsewhere)
    git(clone.folder, "add", "--all", "--force")
    clone.commit()
    run, folder = platform(clone, "north-clerk")
    assert run.returncode == 1, run.stdout + run.stderr
    assert "not-owner" in run.stdout
    assert tree(elsewhere) == {"kept": b"kept"}
    assert not filters.exists()
    assert not (folder / "review").is_symlink()
    results = [*(folder / "review").iterdir()]
    assert [file.name for file in results] == ["problems.json" if platform is gitlab else "problems.txt"]
    assert "not-owner" in results[0].read_text(encoding="utf-8")


def test_results_are_never_written_through_a_link(clone: Clone) -> None:
    clone.write(OWN, STUDIO)
    clone.commit()
    clone.push("work")
    folder, elsewhere = base(clone), clone.remote.parent / "elsewhere"
    elsewhere.mkdir()
    (folder / "review").symlink_to(elsewhere)
    for out in ("review", "review/", str(folder / "review")):
        run = bash(f"ci/review main origin/work north-clerk {out}", folder)
        assert run.returncode == 2
        assert "是链接" in run.stderr
    assert list(elsewhere.iterdir()) == []


@pytest.fixture
def elsewhere_kept(clone: Clone) -> Clone:
    """A site whose main branch keeps pictures elsewhere (LFS)."""
    git(clone.folder, "switch", "--quiet", "main")
    clone.write(".gitattributes", "*.png filter=lfs diff=lfs merge=lfs -text\n*.yml merge=own\n")
    clone.commit()
    clone.push("main")
    clone.branch("work")
    clone.write(OWN, STUDIO)
    return clone


def test_a_pointer_is_no_picture(elsewhere_kept: Clone, filters: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 12\n"
    elsewhere_kept.write("studios/north/arc/photos/x.png", pointer)
    elsewhere_kept.commit()
    run, folder = github(elsewhere_kept, "chief")
    assert not filters.exists()
    assert "bad-picture" in run.stdout
    assert not (folder / "review/site").exists()


def test_a_changes_own_settings_scripts_and_attributes_are_not_followed_even_for_a_steward(
    elsewhere_kept: Clone, filters: Path
) -> None:
    """Nothing of it is run, and nothing left out."""
    clone = elsewhere_kept
    clone.write("own.py", "raise SystemExit(9)\n")
    edit(clone.folder / "mkdocs.yml", "plugins:\n", "hooks: [own.py]\nplugins:\n")
    clone.write("ci/review", "#!/bin/sh\nexit 9\n")
    clone.write("content/.gitattributes", "* export-ignore filter=own\n")
    clone.commit()
    run, folder = github(clone, "chief")
    assert run.returncode == 0, run.stdout + run.stderr
    assert not filters.exists()
    assert "bad-picture" not in run.stdout
    for page in ("studios/arc", "about"):
        assert (folder / f"review/site/{page}/index.html").is_file()
    assert "不是档案的文件被改动" in (folder / "review/changes.md").read_text(encoding="utf-8")


def test_a_conflict_with_the_main_branch_is_named(clone: Clone) -> None:
    clone.write(OWN, STUDIO)
    clone.commit()
    git(clone.folder, "switch", "--quiet", "main")
    clone.write(OWN, STUDIO.replace("焊接", "电工"))
    clone.commit()
    clone.push("main")
    git(clone.folder, "switch", "--quiet", "work")
    run, _ = github(clone, "north-clerk")
    assert run.returncode == 1
    assert "正式档案里也有别人改过" in run.stdout


def test_publishing_swaps_the_whole_site_over_a_remote_shell_and_a_failure_leaves_it(clone: Clone) -> None:
    folder, root = base(clone), clone.remote.parent / "web root"
    shell = clone.remote.parent / "shell"
    shell.write_text(
        '#!/bin/sh\n[ "$1" = -l ] && { who=$2@$3; shift 3; } || { who=$1; shift; }\n'
        '[ "$who" = clerk@web.example.org ] && exec sh -c "$*"\nexit 255\n',
        encoding="utf-8",
    )
    shell.chmod(0o755)
    told: dict[str, str | Path] = {"PUBLISH_TO": f"clerk@web.example.org:{root}", "LAOMO_PUBLISH_SSH": shell}
    run = bash("ci/publish", folder, **told)
    assert run.returncode == 0, run.stdout + run.stderr
    assert (root / "current/index.html.br").is_file()
    edit(folder / "studios/site.yml", "name: 小馆", "name: 小馆二")
    assert bash("ci/publish", folder, **{**told, "PUBLISH_TO": root}).returncode == 0  # as a folder of this machine
    assert (root / "current").readlink() == Path("releases/0002")
    assert "小馆二" in (root / "current/index.html").read_text(encoding="utf-8")
    served = tree(root)
    edit(folder / "studios/site.yml", "place: 示例市", "place: <b>")
    assert bash("ci/publish", folder, **told).returncode == 1
    assert (
        bash("ci/publish --built", folder, **{**told, "PUBLISH_TO": f"stranger@web.example.org:{root}"}).returncode == 1
    )
    assert tree(root) == served


@pytest.mark.parametrize(
    ("argument", "place", "runs"),
    [
        ("", "", ["build --out site"]),
        ("", "/srv/site", ["build --out site --compress", "publish /srv/site"]),
        ("", "s3://bucket/site", ["build --out site", "publish s3://bucket/site"]),
        ("--build", "clerk@web.example.org:/srv/site", ["build --out site --compress"]),
        ("--build", "", ["build --out site"]),
        ("--built", "/srv/site", ["publish /srv/site"]),
    ],
)
def test_compressed_copies_are_made_for_servers_only(
    tmp_path: Path, argument: str, place: str, runs: list[str]
) -> None:
    program = tmp_path / "program"
    program.write_text('#!/bin/sh\necho "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    script = ROOT / "generator/laomo/tools/starter/files/ci/publish"
    environment = {"PATH": os.environ["PATH"], "LAOMO": str(program), "PUBLISH_TO": place}
    run = subprocess.run(
        ["bash", script, *argument.split()], env=environment, capture_output=True, text=True, check=True
    )
    assert [line.partition(" --ssh")[0] for line in run.stdout.splitlines()] == runs


SCHEMAS = {".gitlab-ci.yml": "gitlab-ci", ".github/workflows/review.yml": "github-workflows"}
SCHEMAS |= {f".github/workflows/{name}.yml": "github-workflows" for name in ("publish", "audit")}


@pytest.mark.parametrize("name", SCHEMAS)
def test_workflows_are_what_their_platforms_schema_asks_for(begun: Path, tmp_path: Path, name: str) -> None:
    def valid(file: Path) -> bool:
        return (
            CliRunner().invoke(check_jsonschema, ["--builtin-schema", f"vendor.{SCHEMAS[name]}", str(file)]).exit_code
            == 0
        )

    assert valid(begun / name)
    text = (begun / name).read_text(encoding="utf-8")
    misspelt = tmp_path / "misspelt.yml"
    misspelt.write_text(text.replace("    steps:", "    stepps:").replace("  script:", "  scripts:"), encoding="utf-8")
    assert misspelt.read_text(encoding="utf-8") != text
    assert not valid(misspelt)


def test_the_report_of_vulnerabilities_stops_nothing(clone: Clone) -> None:
    folder = base(clone)
    (folder / ".venv/bin/python").symlink_to(sys.executable)
    run = bash("ci/audit", folder, PIP_NO_INDEX="1", PIP_FIND_LINKS="")
    assert (run.returncode, run.stdout) == (0, "没有查成：装不上 pip-audit。\n")
    assert workflow(folder / ".gitlab-ci.yml")["audit"]["allow_failure"] is True


def test_workflows_are_pinned_and_may_only_read(clone: Clone) -> None:
    for file in some(sorted((clone.folder / ".github/workflows").iterdir())):
        text = file.read_text(encoding="utf-8")
        uses = re.findall(r"uses: (\S+)(.*)", text)
        assert uses, file
        assert all(
            re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action) and re.fullmatch(r" # v[\d.]+", told)
            for action, told in uses
        )
        assert workflow(file)["permissions"] == {"contents": "read"}
        assert "pull_request_target" not in text
        assert re.findall(r"secrets\.\w+", text) == (["secrets.PUBLISH_KEY"] if file.name == "publish.yml" else [])
        for name, job in workflow(file)["jobs"].items():
            assert not any(
                "secrets." in str(step) and step["run"] != "bash ci/publish --built" for step in job["steps"]
            )
            assert (name == "deploy") == ("permissions" in job)
            assert not (
                name == "deploy" and any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])
            )
        assert not re.search(r"run:.*\$\{\{", text), "values of a change must come by the environment"
    for script in some((clone.folder / "ci").iterdir()):
        assert os.access(script, os.X_OK)


def test_every_job_installs_before_it_runs_a_script_and_none_needs_the_executable_bit(begun: Path) -> None:
    jobs = [
        job["steps"]
        for name in ("publish", "review", "audit")
        for job in workflow(begun / f".github/workflows/{name}.yml")["jobs"].values()
    ]
    runs = [[step["run"] for step in steps if "run" in step] for steps in jobs]
    runs += [job["script"] for job in workflow(begun / ".gitlab-ci.yml").values() if "script" in job]
    found = [[re.sub(r" \|.*", "", line) for line in each if "ci/" in line] for each in runs]
    assert [each[0] for each in found if each] == ["bash ci/prepare"] * 7
    assert all(line.startswith("bash ci/") for each in found for line in each)


def test_what_a_platform_knows_of_the_server_reaches_ssh_and_the_key_nobody_else(clone: Clone) -> None:
    folder, told = base(clone), clone.remote.parent / "told"
    programs = clone.remote.parent / "programs"
    programs.mkdir()
    for name in ("ssh", "rsync"):
        (programs / name).write_text(
            f'#!/bin/sh\nprintf "%s\\n" "$0 $*" >> {told}\nfor each; do [ -f "$each" ] && cat "$each" >> {told}; done\nexit 255\n',
            encoding="utf-8",
        )
        (programs / name).chmod(0o755)
    (folder / "site").mkdir()
    (folder / "site/index.html").touch()
    server: dict[str, str | Path] = {
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PUBLISH_TO": "clerk@web.example.org:/srv/site",
        "PUBLISH_PORT": "2222",
        "PUBLISH_KEY": "the key",
    }
    run = bash("bash ci/publish --built", folder, **server)
    assert run.returncode == 2
    assert "ssh-keyscan" in run.stderr
    assert not told.exists()
    run = bash("bash ci/publish --built", folder, **server, PUBLISH_HOSTS="the host")
    assert run.returncode == 1
    said = told.read_text(encoding="utf-8")
    for part in ("-p 2222", "StrictHostKeyChecking=yes", "clerk@web.example.org", "the key\n"):
        assert part in said
    assert "the key" not in run.stdout + run.stderr
