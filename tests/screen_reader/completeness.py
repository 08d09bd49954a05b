"""Is all of a page's text spoken, in order, and nothing twice?"""

import re
from collections.abc import Iterable, Sequence

FAR = 400
"""Characters within which the next piece of text is looked for: what Orca says of its own lies between two pieces."""
OF_ORCA = re.compile(
    r"链接|已经访问的连接|(切换)?按钮|标题水平\d?|描述术语|描述值|图像|图表|题目|复选框|单选钮|组合框|输入|搜索|状态栏|面板|表格?|行|列"
    r"|有?\d+个项目的(描述)?列表|\d+个数值|\d+行\d+列的表格?|嵌套(等级)?\d+级?|正在离开.{1,12}。|(主|互补)内容|(页面)?导航|区域|信息框|可点击对象|已(展开|收起)|[未已]?(勾选|选中|按下)"
    r"|高亮(开始|结束)|变为|表单|块引用|文章|进度条|百分之\d+|空白|列表|必填项?|有弹出菜单|多行|[\W\d]*"
)
"""Its own words in Chinese for kinds of things and their states."""


def not_said(expected: Iterable[str], spoken: Sequence[str]) -> list[str]:
    """The pieces of `expected` that are not spoken in their place; `spoken` in lines."""
    return _matched(expected, [_bare(line) for line in spoken])[0]


def said_beside(expected: Iterable[str], spoken: Sequence[str], names: Iterable[str]) -> list[str]:
    """What Orca says that stands nowhere, or says a second time.

    `names` are names of parts of the page (of a form's field, of a figure), which Orca says as it enters them, beside their text.
    """
    lines = [_bare(line) for line in spoken]
    matched, known, start, found = _matched(expected, lines)[1], {_bare(name) for name in names}, 0, []
    for line in lines:
        rest = "".join(letter for n, letter in enumerate(line, start) if not matched[n])
        start += len(line)
        if rest not in known and not OF_ORCA.fullmatch(rest):
            found.append(rest)
    return found


def stands_elsewhere(hidden: str, spoken: Sequence[str]) -> bool:
    """Whether every word of a text that is hidden from screen readers is spoken somewhere."""
    text = "".join(map(_bare, spoken))
    return all(word in text for word in re.findall(r"\w+", hidden))


def _matched(expected: Iterable[str], lines: Sequence[str]) -> tuple[list[str], bytearray]:
    """What is not in its place, and for each letter of the lines whether it is a letter of the text."""
    text, at, missed = "".join(lines), 0, []
    matched = bytearray(len(text))
    for piece in expected:
        wanted = _bare(piece)
        place = text.find(wanted, at, at + FAR + len(wanted))
        if place < 0:
            missed.append(piece.strip())
        else:
            at = place + len(wanted)
            matched[place:at] = b"\1" * len(wanted)
    return missed, matched


def _bare(text: str) -> str:
    return re.sub(r"[\s\u200b\u00ad]+", "", text)
