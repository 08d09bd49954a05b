"""Every command with its options, and every message with its words: what is there, in which order, and what each takes."""

import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click
import pytest

from laomo.cli import init, laomo, options, phrases
from laomo.cli.change_lines import change_line
from laomo.cli.lazy_group import PLACES
from laomo.cli.prompts import Answers
from laomo.tools.spreadsheets import Change
from laomo.tools.spreadsheets.draft import Difference

# fmt: off
OPTIONS = {
    "laomo": ["--version:boolean:::flag", "--lang:zh|en:::"],
    "check": ["paths:path!::[路径]…:many", "--root:directory! no-file::文件夹:", "--strict:boolean:::flag", "--format:text|json|github|gitlab:text::"],
    "report": ["--root:directory! no-file::文件夹:", "--year:1949..2100::数字:", "--format:text|json:text::", "--union:text::文字:", "--xlsx:file no-dir::文件:"],
    "build": ["--root:directory! no-file::文件夹:", "--out:directory no-file::文件夹:", "--offline:directory no-file::文件夹:", "--forms:boolean:::flag", "--pages:file! no-dir::文件:", "--strict:boolean:::flag", "--compress:boolean:::flag", "--scheduler:text::地址:", "--clean:boolean:::flag"],
    "finish": ["rendered:directory! no-file::文件夹:required", "--root:directory! no-file::文件夹:", "--out:directory no-file::文件夹:", "--offline:directory no-file::文件夹:", "--compress:boolean:::flag"],
    "publish": ["place:text::位置:required", "--root:directory! no-file::文件夹:", "--site:directory no-file::文件夹:", "--rollback:boolean:::flag", "--endpoint:text::网址:", "--ssh:text:ssh -o LogLevel=ERROR -o ConnectTimeout=15 -o ServerAliveInterval=15:文字:"],
    "server": ["program:nginx|caddy|apache::程序:required", "place:text:/srv/laomo:[位置]:", "--root:directory! no-file::文件夹:", "--name:text::文字:", "--moved:file! no-dir::文件:"],
    "serve": ["--root:directory! no-file::文件夹:", "--address:text:127.0.0.1:8000:文字:default shown"],
    "demo": ["--studios:1..200000:100:数字:default shown", "--houses:1..1000::数字:", "--seed:integer:2013:数字:default shown", "folder:directory no-file::文件夹:required"],
    "new": [],
    "new decision": ["--root:directory! no-file::文件夹:", "--result:达标|命名|示范|复核合格|表彰|限期整改|摘牌|撤销|受理申报|评选入围:::", "--title:text::文字:", "--date:text::文字:", "--doc-no:text::文字:", "--bodies:text::文字:", "--level:全国|行业|省级|市级|区级|企业级:::", "--designation:text::文字:", "--studios:text::文字:", "--support:text::文字:", "--granted:text::文字:"],
    "new event": ["--root:directory! no-file::文件夹:", "--kind:事迹报告|成果展示|技术交流|带头人培训|媒体报道:::", "--title:text::文字:", "--date:text::文字:", "--end:text::文字:", "--place:text::文字:", "--organiser:text::文字:", "--address:text::文字:", "--summary:text::文字:", "--union:text::文字:", "--studios:text::文字:"],
    "new inspection": ["--root:directory! no-file::文件夹:", "--kind:检查|互查:::", "--title:text::文字:", "--date:text::文字:", "--end:text::文字:", "--bodies:text::文字:", "--studios:text::文字:", "--finding:text::文字:", "--advice:text::文字:"],
    "new notice": ["--root:directory! no-file::文件夹:", "--kind:公示|通知:::", "--title:text::文字:", "--date:text::文字:", "--issuer:text::文字:", "--doc-no:text::文字:", "--start:text::文字:", "--end:text::文字:", "--objection:text::文字:", "--union:text::文字:", "--body:text::文字:", "--studios:text::文字:"],
    "new studio": ["--root:directory! no-file::文件夹:", "--union:text::文字:", "--name:text::文字:", "--category:劳模|工匠|劳模和工匠人才|技能人才|职工|技能大师|巾帼|传统工艺|其他:::", "--leader:text::文字:", "--unit:text::文字:", "--region:text::文字:", "--id:text::文字:"],
    "new target": ["--root:directory! no-file::文件夹:", "--year:text::文字:", "--title:text::文字:", "--issuer:text::文字:", "--doc-no:text::文字:", "--rows:text::文字:", "--total:text::文字:"],
    "new union": ["--root:directory! no-file::文件夹:", "--name:text::文字:", "--kind:省总工会|市总工会|县总工会|区总工会|系统（区域）工委|产业工会|直属工会|基层工会|区工会|产业工委:::", "--parent:text::文字:", "--id:text::文字:"],
    "new unions": ["file:file! no-dir::文件:required", "--parent:text::文字:", "--dry-run:boolean:::flag", "--root:directory! no-file::文件夹:"],
    "new year": ["--root:directory! no-file::文件夹:", "studio:text::[工作室编号]:", "--year:text::文字:", "--project:text::文字:"],
    "fmt": ["--root:directory! no-file::文件夹:", "paths:path!::[路径]…:many", "--check:boolean:::flag"],
    "schema": ["--root:directory! no-file::文件夹:", "--out:directory no-file::文件夹:"],
    "init": ["--name:text::文字:", "--place:text::文字:", "--union:text::文字:", "--kind:省总工会|市总工会|县总工会|区总工会|系统（区域）工委|产业工会|直属工会|基层工会|区工会|产业工委:::", "folder:directory no-file::文件夹:required"],
    "doctor": ["--root:directory! no-file::文件夹:"],
    "upgrade": ["--scripts:boolean:::flag", "--root:directory! no-file::文件夹:"],
    "template": ["--xlsx:file no-dir::文件:", "--year:text::文字:", "--union:text::文字:", "--root:directory! no-file::文件夹:"],
    "import": ["file:file! no-dir::文件:required", "--union:text::文字:", "--dry-run:boolean:::flag", "--root:directory! no-file::文件夹:"],
    "export": ["--xlsx:file no-dir::文件:", "--year:text::文字:", "--union:text::文字:", "--root:directory! no-file::文件夹:"],
    "gather": ["houses:text::[馆编号]…:many", "--root:directory! no-file::文件夹:", "--urgent:boolean:::flag", "--from-above:boolean:::flag", "--scheduler:text::地址:"],
    "forms": ["folder:directory no-file::文件夹:required", "--studio:text::文字:multiple", "--record:text::文字:multiple", "--cms:boolean:::flag", "--host:github|gitlab|gitea:::", "--server:text::文字:", "--repo:text::文字:", "--branch:text::文字:", "--app-id:text::文字:", "--sign-in:text::文字:", "--year:1900..2999::数字:multiple", "--root:directory! no-file::文件夹:"],
    "visits": ["logs:file! no-dir::日志…:required many", "--root:directory! no-file::文件夹:", "--out:file no-dir::文件:"],
    "ownership": ["--root:directory! no-file::文件夹:", "--base:text::文字:", "--head:text:HEAD:文字:default shown", "--author:text::文字:", "--codeowners:boolean:::flag", "--format:text|json|github|gitlab:text::"],
    "changes": ["--root:directory! no-file::文件夹:", "--base:text::文字:required", "--head:text:HEAD:文字:default shown", "--address:text::文字:", "--pages:file no-dir::文件:", "--format:markdown|text:markdown::"],
}
"""Command → its options: names, type (! where it must exist), default, placeholder, and what else holds."""
CODES = """
checked read-on building built finished serving no-address-to-serve offline not-built gather-taken gather-unchanged gather-kept gather-nothing
gather-withdrawn gather-withdrawn-papers gather-titles gather-titles-same gather-no-houses gather-unknown-house gather-busy published rolled-back no-site no-earlier-release
releases-purged place-taken place-unclear place-address server-folder server-name server-moved place-bucket bucket-taken no-boto3 no-credentials
not-stored visits-ending visits-failed visits-counted visits-written visits-damaged publishing-already disk not-published not-reached not-told
no-program demo not-empty report-title report-union report-missing report-unsubmitted report-stale report-last report-never report-rectifying
report-gaps report-group report-studio report-ordered report-items report-nothing report-unpaid report-granted report-advised report-advice report-written report-problems schemas
no-site-here needed unknown-union-here which-union-here unknown-studio-here unknown-record-here initialised init-owners init-drafts ask-site-name ask-place ask-first-union
up-to-date program-renewed pages-renewed pages-own scripts-differ scripts-renewed no-build-backend program-changed no-program-files format-newer owned not-owned no-commit
no-git no-repository unsafe-repository shallow-repository unrelated-commits code-owners bad-year bad-id exists created union-added union-not-added
not-created site-problems ask-union ask-union-name ask-union-kind ask-parent ask-name ask-category ask-leader ask-unit ask-region union-listed
unions-added unions-planned ask-result ask-title ask-table-title ask-date ask-doc-no ask-bodies ask-level ask-designation ask-studios ask-support
ask-granted ask-notice-kind ask-notice-date ask-issuer ask-start ask-end ask-objection ask-handled-by ask-body ask-notice-studios
ask-event-kind ask-event-date ask-end-date ask-event-place ask-organiser ask-address ask-summary ask-event-union ask-inspection-kind
ask-inspection-date ask-inspection-bodies ask-finding ask-advice ask-target-rows
ask-total ask-id ask-studio ask-year ask-project tidied untidy tidied-count untidy-count ledger-template-year ledger-template-union ledger-template
ledger-exported ledger-exists ledger-unknown-union ledger-new ledger-picture ledger-new-studio ledger-change ledger-difference ledger-planned
ledger-imported ledger-others ledger-dependent ledger-next-correct ledger-next-write ledger-next-look forms-made forms-studio forms-not-made cms-made
cms-reviewed cms-direct cms-left-out cms-no-host cms-no-repository cms-address cms-inside cms-no-studio cms-needed forms-picture forms-refused
forms-planned forms-imported ledger-next-nothing interrupted our-fault
"""
# fmt: on


def commands(command: click.Command, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Each command with the words that call it, in the order of the help."""
    yield name or "laomo", command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for each in command.list_commands(context):
            if inner := command.get_command(context, each):
                yield from commands(inner, f"{name} {each}".strip())


def shown(parameter: click.Parameter) -> str:
    kind, default = parameter.type.name, parameter.default
    match parameter.type:
        case click.Choice(choices=choices):
            kind = "|".join(choices)
        case click.Path() as path:
            kind += f"{'!' * path.exists}{'' if path.file_okay else ' no-file'}{'' if path.dir_okay else ' no-dir'}"
        case click.IntRange(min=least, max=most):
            kind = f"{least}..{most}"
    marks = {
        "required": parameter.required,
        "flag": getattr(parameter, "is_flag", False),
        "many": parameter.nargs == -1,
        "multiple": parameter.multiple,
        "default shown": getattr(parameter, "show_default", False),
    }
    said = "" if default is None or "UNSET" in repr(default) else str(default)
    words = " ".join(mark for mark, holds in marks.items() if holds)
    return f"{'/'.join(parameter.opts)}:{kind}:{said}:{parameter.metavar or ''}:{words}"


def test_every_command_has_its_options() -> None:
    found = dict(commands(laomo))
    assert [*found] == [*OPTIONS]
    for name, command in found.items():
        assert [shown(each) for each in command.params] == OPTIONS[name], name
        assert command.help, name
        helps = [each.help for each in command.params if isinstance(each, click.Option)]
        assert all(text and text.endswith(("。", "？")) for text in helps), (name, helps)
    assert [name for name in found if " " not in name][1:] == [*PLACES]


def test_every_message_is_there() -> None:
    assert [*phrases._LINES] == CODES.split()


def test_a_message_says_the_same_in_both_languages() -> None:
    """The same facts; and each ends as a sentence, a question or a term does."""
    for code in CODES.split():
        names = [set(re.findall(r"\{(\w+)", text)) for text in phrases._LINES[code]]
        assert names[0] == names[-1], code
        facts = dict.fromkeys(names[0], "2024")
        chinese, english = (phrases.line(code, language, **facts) for language in ("zh", "en"))
        assert re.search(r"[\u4e00-\u9fff。；？！…）”’%\da-z-]$", chinese), chinese
        assert re.search(r"[a-z\d.;?!…)”’：:/%-]$", english), english
        assert not re.search(r"[\u4e00-\u9fff]", english), english
        assert len(chinese) > 1
        assert len(english) > 1


def test_the_kind_of_a_union_by_its_name() -> None:
    for union, kind in [
        ("福建省总工会", "省总工会"),
        ("示例市总工会", "市总工会"),
        ("示例县总工会", "县总工会"),
        ("思明区总工会", "区总工会"),
        ("思明区工会", "区总工会"),
        ("示例市港口产业工会", "产业工会"),
        ("某某机床厂工会", "基层工会"),
        ("区总工会联谊会", "基层工会"),
    ]:
        assert init._kind(union) == kind


def test_what_is_below_the_named_paths(tmp_path: Path) -> None:
    file, other = tmp_path / "a/b.yml", tmp_path / "c"
    assert [options.within(file, paths) for paths in ((), (file,), (tmp_path / "a",), (other, tmp_path), (other,), (tmp_path / "a/b",))] == [True, True, True, True, False, False]  # fmt: skip


def changed(*differences: tuple[str, str, str], new: bool = False, path: str = "north/weld/studio.yml") -> Change:
    return Change(PurePosixPath(path), b"", new, tuple(Difference(*each) for each in differences), "焊接工作室")


def test_a_change_in_one_line() -> None:
    for change, language, words in [
        (changed(new=True), "zh", "新建 studios/north/weld/studio.yml 焊接工作室，网址是 studios/weld/，以后不变"),
        (
            changed(new=True),
            "en",
            "new studios/north/weld/studio.yml 焊接工作室, with the permanent address studios/weld/",
        ),
        (changed(new=True, path="north/weld/2024.yml"), "zh", "新建 studios/north/weld/2024.yml 焊接工作室"),
        (
            changed(("地区", "", "北区"), ("简介", "a\n b", "一" * 31)),
            "zh",
            f"修改 studios/north/weld/studio.yml 地区：“”→“北区”；简介：“a b”→“{'一' * 29}…”",
        ),
        (
            changed(("地区", "", "北区"), ("简介", "13800138000", "一" * 30)),
            "en",
            f"change studios/north/weld/studio.yml 地区: “” → “北区”; 简介: “13*********” → “{'一' * 30}”",
        ),
    ]:
        assert change_line(change, language) == words


def test_answers_of_the_command_line() -> None:
    answers = Answers("zh", {"name": "甲", "kind": None, "id": None, "union": ""})
    assert answers.get("name", "ask-name", default="乙") == "甲"
    assert answers.get("union", "ask-union", default="乙") == ""
    assert Answers("zh", {"id": "port-crane2"}).get_id("x") == "port-crane2"
    for wrong in ("Port", "港", "-a", "a b", ""):
        with pytest.raises(click.UsageError) as refused:
            Answers("zh", {"id": wrong}).get_id("x")
        assert refused.value.message == f"编号“{wrong}”不能用；应为小写英文字母、数字和短横线，如 port-crane"
