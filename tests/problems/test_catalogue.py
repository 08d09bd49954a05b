"""Every sentence of the catalogue in both languages: Chinese that a clerk understands, English without a Chinese character but in what it quotes."""

import re
import string
from collections.abc import Iterator

import pytest

from laomo.problems.messages import MESSAGES, Language, fill, remedy, sentence
from laomo.problems.messages.terms import TERMS
from laomo.problems.problem import Fact
from laomo.text import personal_data
from tests.conftest import some

NAMED: dict[str, Fact] = {"date": "2013-06-01", "pairs": ("〈甲〉", "12 MB", "〈乙〉", "8 MB"), ",": 1_234_567}
"""Values of facts by the way they are said; 〈…〉 marks a name or a value."""
QUOTED = re.compile(r"“[^“”]*”|`[^`]*`|\"[^\"]*\"|〈[^〉]*〉")
ENGLISH = re.compile(r"[ -~“”…–×]*")
ONE_LANGUAGE = {
    ("missing", "help"): "the help of a field is written in Chinese only",
    ("ending-untold", "field"): "English names the key instead",
    ("ending-unmeant", "field"): "English names the key instead",
}
"""Facts that only one language uses, and why."""


def used(template: str) -> Iterator[tuple[str, str]]:
    """Every fact of a template, with the way that it is said; of optional parts too."""
    for _, name, spec, _ in string.Formatter().parse(template):
        if name:
            yield name, spec or ""
            yield from used(spec or "")


def facts_of(code: str, *, named: Fact, given: bool) -> dict[str, Fact]:
    """Facts for all templates of a code; unless `given`, those of optional parts are empty."""
    facts: dict[str, Fact] = {}
    optional = {name for template in MESSAGES[code] for name, spec in used(template) if "|" in spec}
    for template in MESSAGES[code]:
        for name, spec in used(template):
            if name in optional and not given:
                facts[name] = ()
            elif spec == "named":
                facts[name] = named
            elif spec in NAMED or name not in facts:
                facts[name] = NAMED.get(spec, f"〈{name}〉")
    return facts


NAMING = [
    code for code, templates in MESSAGES.items() if any(spec == "named" for each in templates for _, spec in used(each))
]


@pytest.mark.parametrize("named", [("标题", "key"), ("key",), "某项", *TERMS])
@pytest.mark.parametrize("given", [True, False])
def test_english_is_english_but_for_names_and_values(named: Fact, *, given: bool) -> None:
    for code in NAMING if named in TERMS else MESSAGES:
        facts = {"at": 7, "sheet": "表", "value": "值", "size": "12 MB", "limit": 40}
        facts |= facts_of(code, named=named, given=given)
        for part in (sentence, remedy):
            said = part(code, facts, "en")
            assert ENGLISH.fullmatch(QUOTED.sub("", said)), (code, said)
            assert part(code, facts, "zh")


def test_a_fact_serves_both_languages() -> None:
    for code, templates in MESSAGES.items():
        chinese, english = (
            {name for each in half for name, _ in used(each)} for half in (templates[:2], templates[2:])
        )
        for name in chinese ^ english:
            assert (code, name) in ONE_LANGUAGE, (code, name)


def test_terms_use_the_same_facts_in_both_languages() -> None:
    for code, words in TERMS.items():
        chinese, english = (set(used(each)) for each in words)
        assert chinese == english, code


@pytest.mark.parametrize(
    ("template", "value", "chinese", "english"),
    [
        ("{x}", ("甲", "乙"), "甲、乙", "甲, 乙"),
        ("{x:quoted}", ("甲", "乙"), "“甲”、“乙”", "“甲”, “乙”"),
        ("{x:,}", 1_234_567, "1,234,567", "1,234,567"),
        ("{x}", 1_234, "1234", "1234"),
        ("{x:date}", "2013-06-01", "2013年6月1日", "2013-06-01"),
        ("{x:date}", "2013", "2013年", "2013"),
        ("{x:date}", 2013, "2013", "2013"),
        ("{x:pairs}", ("a.jpg", "2 MB", "b.jpg", "1 MB"), "a.jpg（2 MB）、b.jpg（1 MB）", "a.jpg (2 MB), b.jpg (1 MB)"),
        ("{x:named}", ("名称", "name"), "“名称”（name）", "“名称” (name)"),
        ("{x:named}", ("name",), "“name”", "“name”"),
        ("{x:named}", "师承", "师承", "“师承”"),
        ("{x:named}", "macro", "会自己运行的小程序（宏）", "a macro"),
        ("a{x:|, {x}}", "b", "a, b", "a, b"),
        ("a{x:|, {x}}", "", "a", "a"),
        ("{x:none|“{x}”}", (), "none", "none"),
        ("{x:none|“{x}”}", "a|b {y}", "“a|b {y}”", "“a|b {y}”"),
    ],
)
def test_ways_of_saying_a_fact(template: str, value: Fact, chinese: str, english: str) -> None:
    languages: tuple[Language, ...] = ("zh", "en")
    assert [fill(template, {"x": value}, language) for language in languages] == [chinese, english]


VERBS = """
按 把 补 不能 不要 不再 不早于 不晚于 不加 不带引号 不超过 不多于 不少于 采用 拆 成为 重 传 存 打 导 登 等于 调 断 对照 放 分 改 给 更 关 合并 核对 换 缩 加 减
检查 建 将 接 解 进 看 靠 另起 留 唯一 写 填 选 删 取 去 让 认定 上传 设 是 说 提 添 统一 推荐 先 相等 相同 一致 移 引用 用 与 运行 在 找 照 直接 只 至少 注明 装
准备 组织 两者 全站
"""
"""Words that begin what to do, and not what should stand there: none may follow 应为."""
NOT_THE_CLERK = """
busy empty-owners executable form-link form-not-made format-newer link-in-build lost-process merge-conflict no-address no-card-font no-dask no-owners
no-scheduler not-rendered not-written pages-by-themselves special-file target-busy target-source target-taken unfit-machine unreadable-file
"""
"""Problems of the settings, the program, the disk or other people's work: whoever wrote the records did nothing wrong."""
HELPED = frozenset(NOT_THE_CLERK.split()) - {"busy", "target-busy", "target-source", "target-taken"}
"""Those of them that a clerk cannot mend."""
EXPLAINED = {
    "(?<![a-z])git(?![a-z])": "管理员用的命令|像指向别处的链接",
    "子模块": "像指向别处的链接",
    "UTF-?(8|16)": "“另存为”",
    "GBK": "“另存为”",
    "编码": "“另存为”|另存为",
    "mkdocs.yml": "请联系管理员",
    "pip install": "管理员",
    "make forms": "管理员",
    "扩展": "小程序",
    "宏": "程序",
    "Dask|dask": "管理员",
    "--scheduler": "管理员",
    "脚本|词表": "vocabulary.yml",
    "all_of|any_of": "每一项都要有.*有一项就行",
    r"OLE|ActiveX|XFA|JavaScript": "程序|对象|表单",
}
"""Words of programs, and what must stand in the same message, because it says what they mean or who deals with them."""
NEVER = re.compile(
    "YAML|分支|合并冲突|冲突标记|锚点|别名|映射|标量|字段|缩进|制表符|注释|元数据|附注|套接字|管道|进程|线程|渲染|环境变量|源代码|程序库|前置元|正则|编译"
    "|参数|调度器|软链接|符号链接|仓库|字符串|解析|序列化|键值|布尔|异常|stdout|HEAD|commit|front matter"
)
"""Words of programs that no message to a clerk needs."""
WRONG_PUNCTUATION = re.compile(r"[。；，、：]$|[\u3400-\u9fff”）][,;:!?](?![ -~])|[\u3400-\u9fff][.](?!\w)|\.\.\.")
BREAKS = {
    "应为把内容照写一遍": "应为 before a verb",
    "应为补上一行": "应为 before a verb",
    "应为不超过 3 项": "应为 before a verb",
    "删去它": "no 请",
    "": "no 请",
    "请在 YAML 里加引号": "YAML",
    "请用 git 提交": "(?<![a-z])git(?![a-z])",
    "请存成 UTF-8": "UTF-?(8|16)",
    "请删去它。": "punctuation",
    "请删去它,再检查": "punctuation",
}


def rules_broken(found: str, mend: str) -> list[str]:
    """Which rules for the words of a Chinese message it breaks."""
    broken: list[str] = []
    if not mend.startswith(("请", "应为")):
        broken.append("no 请")
    if re.search(f"应为({'|'.join(VERBS.split())})", found + mend):
        broken.append("应为 before a verb")
    broken += NEVER.findall(found + mend)
    broken += [
        word
        for word, meant in EXPLAINED.items()
        if re.search(word, found + mend) and not re.search(meant, found + mend)
    ]
    if WRONG_PUNCTUATION.search(found) or WRONG_PUNCTUATION.search(mend):
        broken.append("punctuation")
    return broken


@pytest.mark.parametrize("code", MESSAGES)
def test_a_clerk_is_told_in_plain_words_what_to_do(code: str) -> None:
    for given in (True, False):
        facts = facts_of(code, named="某项", given=given)
        found, mend = sentence(code, facts, "zh"), remedy(code, facts, "zh")
        assert rules_broken(found, mend) == [], (found, mend)
    if code in NOT_THE_CLERK.split():
        assert "您的档案没有错" in mend
        assert "nothing is wrong with your records" in MESSAGES[code][3]
    if code in HELPED:
        assert "请联系管理员" in mend


@pytest.mark.parametrize(("mend", "rule"), BREAKS.items())
def test_a_remedy_that_breaks_a_rule_is_found(mend: str, rule: str) -> None:
    assert rule in rules_broken("这里写错了", mend)


def test_every_waiver_that_a_message_gives_as_an_example_counts() -> None:
    examples = [
        each for code in MESSAGES for part in (1, 3) for each in re.findall("# 复核[^”`]*", MESSAGES[code][part])
    ]
    assert [each for each in some(examples) if personal_data.waiver(each) is None] == []
