"""The configuration of the CMS: what Sveltia's own schema asks for, and where the records lie; and how records are written."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.command import laomo
from tests.conftest import ROOT, SMALL
from tests.tools.cms.conftest import MakeCms

from laomo.tools.cms import config, host
from laomo.tools.cms.host import HostOptions
from laomo.tools.spreadsheets import Archive

AT_GITHUB = ("--host", "github", "--repo", "union/site")


def settings(text: str) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load(text, yaml.CSafeLoader)
    return loaded


@cache
def of_small(kind: host.Kind = "github", *years: str) -> dict[str, Any]:
    """The configuration of the small site at a host; not to be changed."""
    known = Archive.read(SMALL / "studios", also=frozenset(config.KINDS))
    said = HostOptions(kind, repository="union/site", app_id="7")
    return settings(config.text(config.config(known, host.host("", said), years)))


def fields(made: dict[str, Any]) -> list[dict[str, Any]]:
    """Every field of every record, at any depth."""

    def below(field: dict[str, Any]) -> list[dict[str, Any]]:
        inner = [*field.get("fields", ()), *([field["field"]] if "field" in field else ())]
        return [field, *(each for one in inner for each in below(one))]

    drawn = [
        one
        for each in made["collections"]
        for one in (each.get("fields") or [f for g in each["files"] for f in g["fields"]])
    ]
    return [each for one in drawn for each in below(one)]


@pytest.mark.usefixtures("form_libraries")
def test_the_configuration_is_what_sveltia_asks_for(npm_packages: Path, tmp_path: Path) -> None:
    """For each host, by the JSON Schema of the release that is vendored."""
    made = [tmp_path / f"{kind}.json" for kind in host.KINDS]
    for number, (kind, file) in enumerate(zip(host.KINDS, made, strict=True)):
        whole = of_small(kind)
        drawn = whole["collections"][: 1 if number else None]  # records are drawn alike for each host
        file.write_text(json.dumps({**whole, "collections": drawn}), encoding="utf-8")
    schema = ROOT / "theme/forms/libraries/sveltia-cms.schema.json"
    script = """
      const Ajv = require("ajv"), fs = require("fs"), [schema, ...files] = process.argv.slice(1).map((each) => JSON.parse(fs.readFileSync(each)));
      const check = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(schema);
      for (const each of files) if (!check(each)) throw new Error(JSON.stringify(check.errors.slice(-3)));
      files[0].collections[0].create = "no";
      if (check(files[0])) throw new Error("what is wrong was not found");
    """
    command = ["node", "--eval", script, schema, *made]
    subprocess.run(command, cwd=npm_packages.parent, check=True, timeout=120)


def test_nobody_makes_an_address_and_no_field_states_anything() -> None:
    folders = [each for each in of_small()["collections"] if "folder" in each]
    assert {(each["delete"], each["duplicate"]) for each in folders} == {(False, False)}
    assert [each["name"] for each in folders if each["create"]] == ["events", "inspections"], "which have a day"
    drawn = fields(of_small())
    assert {each["default"] for each in drawn if "default" in each} == {"item-{{uuid_shorter}}"}
    assert {each["widget"] for each in drawn} == {"string", "text", "select", "list", "object", "image", "hidden"}
    assert all(each["readonly"] for each in drawn if each["name"] == "id" and each["widget"] != "hidden")


def test_each_union_and_each_year_is_a_collection() -> None:
    collections = of_small("github", "2024")["collections"]
    shown = {each["name"]: each["label"] for each in collections}
    assert list(shown.items()) == [
        ("union-city", "示例市总工会"),
        ("union-north", "北区工会"),
        ("union-south", "南区工会"),
        ("year-2024", "2024年"),
        ("year-2013", "2013年"),
        ("decisions", "决定"),
        ("notices", "公示与通知"),
        ("events", "宣传展示"),
        ("inspections", "检查与互查"),
        ("targets", "任务分解表"),
        ("whole-site", "全站"),
    ]
    years = {each["name"]: each["files"] for each in collections if each["name"].startswith("year-")}
    assert [(each["label"], each["file"]) for each in years["year-2024"]] == [
        ("江一舟岸桥劳模创新工作室", "studios/north/crane/2024.yml"),
        ("北区焊接技能大师工作室", "studios/north/weld/2024.yml"),
        ("顾三春护理巾帼创新工作室", "studios/south/nurse/2024.yml"),
    ]


@pytest.mark.parametrize(
    ("origin", "said", "backend"),
    [
        ("https://github.com/union/site.git", {}, "github https://github.com union/site"),
        ("git@github.com:union/site.git", {}, "github https://github.com union/site"),
        ("ssh://git@gitlab.example.org:2222/a/b/site", {}, "gitlab https://gitlab.example.org a/b/site"),
        (
            "https://user:secret@gitea.example.org:3000/union/site",
            {},
            "gitea https://gitea.example.org:3000 union/site",
        ),
        ("https://codeberg.org/union/site", {}, "gitea https://codeberg.org union/site"),
        ("git@code.example.org:union/site.git", {"kind": "gitea"}, "gitea https://code.example.org union/site"),
        ("", {"kind": "gitlab", "repository": "union/site"}, "gitlab https://gitlab.com union/site"),
        ("", {"server": "https://gitea.example.org/", "repository": "u/s"}, "gitea https://gitea.example.org u/s"),
    ],
)
def test_the_host_is_told_by_the_address_of_the_repository(origin: str, said: dict[str, Any], backend: str) -> None:
    found = host.host(origin, HostOptions(**said))
    assert f"{found.kind} {found.server} {found.repository}" == backend


@pytest.mark.parametrize(
    ("origin", "said", "code"),
    [
        ("git@code.example.org:union/site.git", {}, "cms-no-host"),
        ("https://gitee.com/union/site.git", {}, "cms-no-host"),
        ("/srv/git/site.git", {}, "cms-no-host"),
        ("", {}, "cms-no-host"),
        ("", {"kind": "gitlab"}, "cms-no-repository"),
    ],
)
def test_a_host_that_cannot_be_told_is_asked_for(origin: str, said: dict[str, Any], code: str) -> None:
    with pytest.raises(host.UnknownHost) as unknown:
        host.host(origin, HostOptions(**said))
    assert unknown.value.code == code


def test_the_host_is_read_from_git_and_a_save_waits_for_review_where_it_can(site: Path, make_cms: MakeCms) -> None:
    subprocess.run(["git", "init", "--quiet", site], check=True)
    subprocess.run(["git", "remote", "add", "origin", "git@gitlab.com:union/site.git"], cwd=site, check=True)
    folder = make_cms(site, "--app-id", "f00d", "--branch", "填报")
    made = settings((folder / "config.yml").read_text("utf-8"))
    assert made["publish_mode"] == "editorial_workflow"
    assert {name: made["backend"][name] for name in ("name", "repo", "branch", "api_root", "auth_type", "app_id")} == {
        "name": "gitlab",
        "repo": "union/site",
        "branch": "填报",
        "api_root": "https://gitlab.com/api/v4",
        "auth_type": "pkce",
        "app_id": "f00d",
    }
    assert "branch" not in of_small()["backend"]
    page = (folder / "index.html").read_text("utf-8")
    assert "connect-src 'self' data: blob: https://gitlab.com;" in page
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--cms",), "看不出档案放在哪个代码平台上"),
        (("--cms", "--host", "github"), "看不出资料库的名字"),
        (("--cms", "--server", "git.example.org"), "--server 应为网址"),
        (("--cms", *AT_GITHUB, "--studio", "weld"), "不用写 --studio"),
        (AT_GITHUB, "请加上 --cms"),
    ],
)
def test_what_is_missing_is_named(site: Path, tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    refused = laomo("forms", tmp_path / "out", *options, "--root", site)
    assert refused.returncode == 2
    assert said in refused.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("inside", ["content/admin", "site/admin", ".", "studios"])
def test_the_cms_is_not_published_with_the_site(site: Path, inside: str) -> None:
    refused = laomo("forms", site / inside, "--cms", *AT_GITHUB, "--root", site)
    assert refused.returncode == 2
    assert "请写一个单独的文件夹" in refused.stderr
    assert not list(site.rglob("index.html"))


CHANGES = [
    ("a: 1 # one\n\n# two\nb: [x, y]\n", {"b": ["x", "z"]}, "a: 1 # one\n\n# two\nb: [x, z]\n"),
    ("a: '007'\nb: 1.50\n", {"b": "2013-06"}, "a: '007'\nb: 2013-06\n"),
    ("b: 2\na: 1\n", {"c": "", "d": None, "e": [], "f": {"g": ""}}, "b: 2\na: 1\n"),
    ("a: 1\nb:\n", {"a": "否"}, "a: 否\nb:\n"),
    ("a: 1\n", {"b": "null", "c": "~", "d": "x: y # z"}, 'a: 1\nb: "null"\nc: "~"\nd: "x: y # z"\n'),
    ("a: |\n  一\n\n  二\n", {"a": "一\n\n三"}, "a: |\n  一\n\n  三\n"),
    ("a: |\n  一\n\n  二\n", {"a": "一"}, "a: 一\n"),
    ("a:\n  - {n: 1} # first\n  # last\n  - {n: 2}\n", {"a": [{"n": "2"}]}, "a:\n  # last\n  - {n: 2}\n"),
    ("a:   1\nb: 2   # x\nc: 3\nd: 4    # y\n", {"c": "5"}, "a:   1\nb: 2   # x\nc: 5\nd: 4    # y\n"),
    ("a:\n- x   # y\n- z\nb: 1\n", {"b": "2"}, "a:\n- x   # y\n- z\nb: 2\n"),
    ("a:\n    b: 1\n    c: 2\nd: 3\n", {"d": "4"}, "a:\n    b: 1\n    c: 2\nd: 4\n"),
    ("# 说明\n# name: 名称\n", {"a": "1"}, "# 说明\n# name: 名称\n\na: 1\n"),
]
"""A record's text, what is changed, and the text that is saved."""


def test_records_are_written_as_they_were_read_but_for_what_was_changed(site: Path, make_cms: MakeCms) -> None:
    """A fourth of the records of the sample; and those of the small one with another text in every place: hard ones for YAML."""
    folder = make_cms(site, *AT_GITHUB)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")  # so that node takes it as browsers do
    small, sample = (sorted(map(str, (root / "studios").rglob("*.yml"))) for root in (site, ROOT))
    texts = ["- x: y", "007", "2013-06", "是", "no", "一\n\n二: #", "'\"", "“a”", "a #b", "&a *b", "{a: [b]}", "null"]
    done = subprocess.run(
        ["node", Path(__file__).with_name("format.mjs"), folder / "format.js"],
        input=json.dumps({"same": sample[::4], "edited": small, "texts": texts, "changes": CHANGES}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
