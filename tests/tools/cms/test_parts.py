"""The parts of the CMS's configuration, each exactly: hosts and their addresses, every kind of field, files of years, YAML."""

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from tests.conftest import some

from laomo.tools.cms import config, fields, host, page
from laomo.tools.cms.config import Shared
from laomo.tools.cms.host import Host, HostOptions
from laomo.tools.spreadsheets import Archive

MESSAGES = {
    "create": "新建：{{collection}} {{slug}}",
    "update": "修改：{{collection}} {{slug}}",
    "delete": "删除：{{collection}} {{slug}}",
    "uploadMedia": "放进：{{path}}",
    "deleteMedia": "删除：{{path}}",
}


def test_the_host_of_a_repository() -> None:
    for origin, said, found in [
        ("https://github.com/u/s.git", {}, Host("github", "https://github.com", "u/s")),
        ("https://github.com/u/s/", {}, Host("github", "https://github.com", "u/s")),
        ("http://gitlab.example.org:8080/a/b/s.git", {}, Host("gitlab", "http://gitlab.example.org:8080", "a/b/s")),
        ("https://gitlab.example.org:8443/a/s", {}, Host("gitlab", "https://gitlab.example.org:8443", "a/s")),
        ("ssh://git@gitlab.example.org:2222/a/s.git", {}, Host("gitlab", "https://gitlab.example.org", "a/s")),
        ("GitLab.example.org:a/s.git", {}, Host("gitlab", "https://gitlab.example.org", "a/s")),
        ("me@gitea.example.org:/a/s.git", {}, Host("gitea", "https://gitea.example.org", "a/s")),
        ("git@forgejo.example.org:a/s", {}, Host("gitea", "https://forgejo.example.org", "a/s")),
        ("git@codeberg.org:a/s", {}, Host("gitea", "https://codeberg.org", "a/s")),
        ("git@git.example.org:a/s", {"kind": "gitlab"}, Host("gitlab", "https://git.example.org", "a/s")),
        (
            "git@github.com:a/s",
            {"kind": "gitea", "server": "https://x.example"},
            Host("gitea", "https://x.example", "a/s"),
        ),
        ("git@github.com:a/s", {"repository": "b/t"}, Host("github", "https://github.com", "b/t")),
        ("", {"kind": "github", "repository": "a/s"}, Host("github", "https://github.com", "a/s")),
        ("", {"kind": "gitlab", "repository": "a/b/s"}, Host("gitlab", "https://gitlab.com", "a/b/s")),
        ("", {"kind": "gitea", "repository": "a/s"}, Host("gitea", "https://gitea.com", "a/s")),
        (
            "git@github.com:a/s",
            {"branch": "main", "app_id": "7", "sign_in": "https://in.example/"},
            Host("github", "https://github.com", "a/s", "main", "7", "https://in.example"),
        ),
    ]:
        assert host.host(origin, HostOptions(**said)) == found


def test_a_host_that_nobody_can_tell() -> None:
    for origin, said, code in [
        ("file:///srv/github/u/s.git", {}, "cms-no-host"),
        ("/srv/github/u/s.git", {}, "cms-no-host"),
        ("ftp://github.com/u/s", {}, "cms-no-host"),
        ("https:///u/s", {"repository": "a/s"}, "cms-no-host"),
        ("", {"kind": "github", "server": "github.com", "repository": "a/s"}, "cms-no-host"),
        ("", {"kind": "github", "server": "https://github.com/x", "repository": "a/s"}, "cms-no-host"),
        ("https://github.com/s", {}, "cms-no-repository"),
        ("https://github.com/a b/s", {}, "cms-no-repository"),
        ("https://github.com/", {}, "cms-no-repository"),
    ]:
        with pytest.raises(host.UnknownHost) as unknown:
            host.host(origin, HostOptions(**said))
        assert unknown.value.code == code


def test_what_the_cms_asks_of_a_host() -> None:
    for kind, server, api, asked in [
        ("github", "https://github.com", "https://api.github.com", ("https://api.github.com",)),
        ("github", "https://git.example", "https://git.example/api/v3", ("https://git.example",)),
        ("gitlab", "https://gitlab.com", "https://gitlab.com/api/v4", ("https://gitlab.com",)),
        ("gitea", "http://git.example:3000", "http://git.example:3000/api/v1", ("http://git.example:3000",)),
    ]:
        at = Host(kind, server, "u/s")
        assert (at.api, at.asked, at.reviewed) == (api, asked, kind != "gitea")


def test_how_people_sign_in() -> None:
    for at, said in [
        (Host("github", "https://github.com", "u/s"), {"auth_methods": ["token"]}),
        (Host("github", "https://github.com", "u/s", app_id="7"), {}),
        (Host("github", "https://github.com", "u/s", sign_in="https://in.example"), {"base_url": "https://in.example"}),
        (Host("gitlab", "https://gitlab.com", "u/s"), {"base_url": "https://gitlab.com", "auth_methods": ["token"]}),
        (
            Host("gitlab", "https://gitlab.com", "u/s", app_id="7"),
            {"base_url": "https://gitlab.com", "app_id": "7", "auth_type": "pkce"},
        ),
        (Host("gitlab", "https://gitlab.com", "u/s", sign_in="https://in.example"), {"base_url": "https://in.example"}),
        (Host("gitea", "https://gitea.com", "u/s", app_id="7"), {"base_url": "https://gitea.com", "app_id": "7"}),
        (
            Host("gitea", "https://gitea.com", "u/s", "main"),
            {"branch": "main", "base_url": "https://gitea.com", "auth_methods": ["token"]},
        ),
    ]:
        head = {"name": at.kind, "repo": "u/s", "api_root": at.api, "commit_messages": MESSAGES}
        assert at.backend() == {**head, **said}


# --- fields


def one(schema: dict[str, Any], name: str = "x", *, needed: bool = False) -> list[dict[str, Any]]:
    return fields.fields({"properties": {name: schema}, "required": [name] if needed else []})


HEAD = {"name": "x", "label": "甲", "required": False}
TEXT = {"type": "string", "title": "甲", "rule": {}}
LIST = {"widget": "list", "label_singular": "一项", "allow_duplicate": False}
ENDS = {"least": 0, "most": 0}
FIELDS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    (TEXT, {**HEAD, "widget": "string", "use_emoji_autocomplete": False}),
    ({**TEXT, "description": "说明"}, {**HEAD, "hint": "说明", "widget": "string", "use_emoji_autocomplete": False}),
    ({**TEXT, "format": "textarea"}, {**HEAD, "widget": "text", "use_emoji_autocomplete": False}),
    (
        {**TEXT, "rule": {"pattern": "a+", "message": "写 a", "maxLength": 9}},
        {**HEAD, "widget": "string", "use_emoji_autocomplete": False, "pattern": ["a+", "写 a"], "maxlength": 9},
    ),
    ({**TEXT, "format": "photo"}, {**HEAD, "widget": "image", "accept": "image/jpeg,image/png,image/webp", "choose_url": False}),
    (
        {**TEXT, "enum": ["", "a", "b"], "options": {"enum_titles": ["", "甲", "乙"]}},
        {**HEAD, "widget": "select", "options": [{"label": "甲", "value": "a"}, {"label": "乙", "value": "b"}], "dropdown_threshold": 0},
    ),
    ({**TEXT, "options": {"hidden": True}}, {"name": "x", "widget": "hidden"}),
    (
        {"type": "object", "title": "甲", "properties": {"y": TEXT}, "required": ["y"]},
        {**HEAD, "widget": "object", "collapsed": "auto", "fields": [{**HEAD, "name": "y", "required": True, "widget": "string", "use_emoji_autocomplete": False}]},
    ),
    (
        {"type": "array", "title": "甲", "rule": {"least": 1, "most": 3}, "format": "checkbox", "items": {"enum": ["a"], "options": {"enum_titles": ["甲"]}}},
        {**HEAD, "widget": "select", "multiple": True, "options": [{"label": "甲", "value": "a"}], "min": 1, "max": 3},
    ),
    (
        {"type": "array", "title": "甲", "rule": {"least": 0, "most": 3}, "items": {**TEXT, "title": "一项"}},
        {**HEAD, **LIST, "max": 3, "field": {"name": "item", "label": "一项", "widget": "string", "use_emoji_autocomplete": False}},
    ),
    (
        {"type": "array", "title": "甲", "rule": ENDS, "items": {"type": "object", "title": "一项", "properties": {"y": TEXT}, "required": []}},
        {**HEAD, **LIST, "collapsed": "auto", "fields": [{**HEAD, "name": "y", "widget": "string", "use_emoji_autocomplete": False}]},
    ),
    (
        {"type": "array", "title": "甲", "rule": ENDS, "items": {"type": "object", "title": "一项", "properties": {"y": TEXT, "id": TEXT}, "required": []}},
        {
            **HEAD,
            **LIST,
            "collapsed": "auto",
            "allow_add": False,
            "allow_remove": False,
            "fields": [
                {**HEAD, "name": "id", "readonly": True, "widget": "string", "use_emoji_autocomplete": False},
                {**HEAD, "name": "y", "widget": "string", "use_emoji_autocomplete": False},
            ],
        },
    ),
]  # fmt: skip


def test_every_kind_of_field() -> None:
    for schema, made in FIELDS:
        assert one(schema) == [made]
        assert one(schema, needed=True) == [{**made, "required": True} if "required" in made else made]


def test_an_id_comes_first_and_is_typed_by_nobody() -> None:
    schema = {"properties": {"x": TEXT, "id": TEXT}, "required": []}
    shown = [(each["name"], each.get("readonly")) for each in fields.fields(schema)]
    assert shown == [("id", True), ("x", None)]
    assert one({**TEXT, "options": {"hidden": True}}, "id") == [
        {"name": "id", "widget": "hidden", "default": "item-{{uuid_shorter}}"}
    ]
    assert one({"type": "object", "title": "甲", "options": {"hidden": True}}) == []
    assert one({"type": "array", "title": "甲", "options": {"hidden": True}}, "id") == []


NAMES = ("name", "title", "indicator", "caption", "studio", "place", "body", "union", "who", "award")


def test_the_field_that_names_an_item() -> None:
    for number in some(range(len(NAMES))):
        properties = dict.fromkeys(reversed(["y", *NAMES[number:]]), TEXT)
        items = {"type": "object", "title": "一项", "properties": properties, "required": []}
        (made,) = one({"type": "array", "title": "甲", "rule": ENDS, "items": items})
        assert made["summary"] == f"{{{{fields.{NAMES[number]}}}}}"


# --- the whole of it

AT = Host("gitlab", "https://gitlab.com", "u/s")


def known(**records: Any) -> Archive:
    trees = {PurePosixPath(path.replace("__", "/") + ".yml"): tree for path, tree in records.items()}
    return Archive(Path("nowhere"), trees)


HERE = {
    "unions": {"unions": [{"id": "north", "name": "北区工会"}, {"id": "south"}]},
    "site": {"name": "甲<馆"},
    "north__a__studio": {"name": "甲工作室"},
    "north__a__2012": {},
    "north__a__2013": {},
    "south__b__studio": {"name": "乙工作室", "ended_on": "2014"},
    "south__b__2012": {},
    "south__c__studio": {},
}


def test_everything_but_the_collections() -> None:
    made = config.config(known(**HERE), AT)
    del made["collections"]
    raster = {"format": "webp", "quality": 85, "width": 2_000, "height": 2_000}
    assert made == {
        "backend": AT.backend(),
        "publish_mode": "editorial_workflow",
        "app_title": "甲<馆填报",
        "show_preview_links": False,
        "editor": {"preview": False},
        "media_folder": "content/pictures",
        "media_libraries": {
            "default": {"config": {"slugify_filename": True, "transformations": {"raster_image": raster}}},
            "stock_assets": False,
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "output": {"omit_empty_optional_fields": True},
    }
    at_gitea = config.config(known(), Host("gitea", "https://gitea.com", "u/s"))
    assert (at_gitea["publish_mode"], at_gitea["app_title"]) == ("simple", "填报")


def heads(more: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The collections without their fields."""
    made = config.config(known(**HERE), AT, more)["collections"]
    for each in made:
        assert each.pop("fields", Shared("", [])).name in {
            "",
            "studio",
            "decision",
            "notice",
            "event",
            "inspection",
            "target",
        }
        for file in each.get("files", ()):
            assert file.pop("fields").name in {"year", "alliances", "unions", "site"}
    return made


FOLDER = {
    "extension": "yml",
    "format": "laomo",
    "create": False,
    "delete": False,
    "duplicate": False,
    "publish": False,
}
PROFILE = {"summary": "{{name}}", "path": "{{slug}}/studio", "identifier_field": "name", "media_folder": "photos", "public_folder": ""}  # fmt: skip
BEGUN = {
    "create": True,
    "slug": {
        "template": "{{date | date('YYYY') | default('{{year}}')}}-{{date | date('MMDD') | default('{{second}}')}}",
        "editable": False,
    },
}
RECORD = {"summary": "{{title}}（{{slug}}）", "icon": "description"}


def year(folder: str, name: str, number: str) -> dict[str, str]:
    return {
        "name": folder.rpartition("/")[2],
        "label": name,
        "file": f"studios/{folder}/{number}.yml",
        "media_folder": f"/studios/{folder}/photos",
        "public_folder": "",
    }


def test_every_collection() -> None:
    files = {"format": "laomo", "publish": False}
    a, b, c = ("north/a", "甲工作室"), ("south/b", "乙工作室"), ("south/c", "c")
    assert heads() == [
        {"name": "union-north", "label": "北区工会", "folder": "studios/north", **FOLDER, **PROFILE},
        {"name": "union-south", "label": "south", "folder": "studios/south", **FOLDER, **PROFILE},
        {"name": "year-2013", "label": "2013年", **files, "icon": "calendar_month", "files": [year(*each, "2013") for each in (a, c)]},
        {"name": "year-2012", "label": "2012年", **files, "icon": "calendar_month", "files": [year(*each, "2012") for each in (a, b)]},
        {"name": "decisions", "label": "决定", "folder": "studios/decisions", **FOLDER, **RECORD},
        {"name": "notices", "label": "公示与通知", "folder": "studios/notices", **FOLDER, **RECORD},
        {"name": "events", "label": "宣传展示", "folder": "studios/events", **FOLDER, **RECORD, **BEGUN},
        {"name": "inspections", "label": "检查与互查", "folder": "studios/inspections", **FOLDER, **RECORD, **BEGUN},
        {"name": "targets", "label": "任务分解表", "folder": "studios/targets", **FOLDER, **RECORD},
        {
            "name": "whole-site",
            "label": "全站",
            **files,
            "icon": "settings",
            "files": [
                {"name": "unions", "label": "工会名录", "file": "studios/unions.yml"},
                {"name": "site", "label": "站点", "file": "studios/site.yml"},
            ],
        },
    ]  # fmt: skip


def test_more_years_have_every_active_studio() -> None:
    shown = {
        each["name"]: [file["name"] for file in each["files"]]
        for each in heads(("2024", "2012"))
        if each["name"].startswith("year-")
    }
    assert shown == {"year-2024": ["a", "c"], "year-2013": ["a", "c"], "year-2012": ["a", "b", "c"]}
    assert list(shown) == ["year-2024", "year-2013", "year-2012"]


def test_the_configuration_as_yaml() -> None:
    shared = Shared("kind", [{"name": "甲", "fields": [{"x": 1}]}])
    made = {"a": "“甲” # 1", "b": [], "c": {}, "d": [1, "2", True], "e": {"f": None}, "g": shared, "h": [{"fields": shared, "i": [{"j": 1, "k": 2}]}]}  # fmt: skip
    text = config.text(made)
    assert text == (
        "# yaml-language-server: $schema=https://unpkg.com/@sveltia/cms/schema/sveltia-cms.json\n"
        'a: "“甲” # 1"\nb: []\nc: {}\nd:\n  - 1\n  - "2"\n  - true\ne:\n  f: null\n'
        'g: &kind\n  - name: "甲"\n    fields:\n      - x: 1\nh:\n  - fields: *kind\n    i:\n      - j: 1\n        k: 2\n'
    )
    assert yaml.load(text, yaml.CSafeLoader)["h"][0]["fields"] == [{"name": "甲", "fields": [{"x": 1}]}]


def test_what_the_page_may_load() -> None:
    asked = Host("github", "https://git.example", "u/s")
    assert page._policy(asked, "{}") == (
        "default-src 'none'",
        "script-src 'self' 'sha256-RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=' 'wasm-unsafe-eval'",
        "style-src 'self' 'unsafe-inline' blob:",
        "font-src 'self'",
        "img-src 'self' data: blob:",
        "worker-src 'self' blob:",
        "connect-src 'self' data: blob: https://git.example",
        "base-uri 'none'",
        "form-action 'none'",
    )
