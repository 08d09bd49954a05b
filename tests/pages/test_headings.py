"""Headings of hand-written pages: their lines break between words, also across tags; ids, code and entities stay."""

import pytest

from laomo.pages.handwritten.headings import with_breaks


@pytest.mark.parametrize(
    ("heading", "broken"),
    [
        ('<h2 id="a">先进操作法</h2>', '<h2 id="a">先进<wbr>操作法</h2>'),
        ("<h1><em>先进</em>操作法</h1>", "<h1><em>先进</em><wbr>操作法</h1>"),
        ("<h1>工<em>作</em>室</h1>", "<h1>工<em>作</em>室</h1>"),
        ("<h3><code>studio.yml</code>的每一项</h3>", "<h3><code>studio.yml</code><wbr>的<wbr>每一项</h3>"),
        ("<h3>填写 <code>2024.yml</code></h3>", "<h3>填写 <code>2024.yml</code></h3>"),
        ("<h3>用 7 秒</h3>", '<h3>用 <span class="kept">7 秒</span></h3>'),
        ("<h3>甲 &amp; 乙</h3>", "<h3>甲 &amp; 乙</h3>"),
        ('<h2>方法<a href="#b" title="链接">&para;</a></h2>', '<h2>方法<a href="#b" title="链接">¶</a></h2>'),
        ("<h2>Nothing Chinese &para;</h2>", "<h2>Nothing Chinese &para;</h2>"),
        ("<h2>先<wbr>进操作法</h2>", "<h2>先<wbr>进操作法</h2>"),
        ("<p>先进操作法</p>", "<p>先进操作法</p>"),
    ],
)
def test_headings(heading: str, broken: str) -> None:
    assert with_breaks(f"<p>甲</p>\n{heading}\n{heading}") == f"<p>甲</p>\n{broken}\n{broken}"
