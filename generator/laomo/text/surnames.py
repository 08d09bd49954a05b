"""Surnames whose reading differs from that of their characters, in one table for sorting, search and romanised names."""

_SINGLE = """
单 shan4 解 xie4 仇 qiu2 曾 zeng1 区 ou1 查 zha1 盖 ge3 华 hua4 葛 ge3 朴 piao2
翟 zhai2 缪 miao4 员 yun4 种 chong2 秘 bi4 繁 po2 折 she2 召 shao4 那 na1 燕 yan1
洗 xian3 过 guo1 哈 ha3 都 du1 句 gou1 干 gan1 祭 zhai4 相 xiang4 覃 qin2 任 ren2
乐 yue4 卜 bu3 隗 wei3 於 yu1 颉 xie2 郇 xun2 阚 kan4 尉 wei4 柏 bai3 黑 he4
牟 mu4 重 chong2 能 nai4 么 yao1 宁 ning4 薄 bo2
"""
"""Characters read differently as surnames (《现代汉语词典》 姓). pypinyin reads single characters as ordinary words."""
_COMPOUND = """
尉迟 yu4-chi2 欧阳 ou1-yang2 司马 si1-ma3 上官 shang4-guan1 诸葛 zhu1-ge3 万俟 mo4-qi2
长孙 zhang3-sun1 单于 chan2-yu2 令狐 ling2-hu2 澹台 tan2-tai2 皇甫 huang2-fu3 公孙 gong1-sun1
慕容 mu4-rong2 夏侯 xia4-hou2 东方 dong1-fang1 司徒 si1-tu2 司空 si1-kong1 宇文 yu3-wen2
端木 duan1-mu4 南宫 nan2-gong1 西门 xi1-men2 百里 bai3-li3 呼延 hu1-yan2 轩辕 xuan1-yuan2
闻人 wen2-ren2 鲜于 xian1-yu2 宰父 zai3-fu3 亓官 qi2-guan1
"""
"""Surnames of two characters."""


def _table(words: str) -> dict[str, tuple[str, ...]]:
    surnames, readings = words.split()[::2], words.split()[1::2]
    return {surname: tuple(reading.split("-")) for surname, reading in zip(surnames, readings, strict=True)}


READINGS = {**_table(_SINGLE), **_table(_COMPOUND)}
"""Surname → its syllables, each with its tone as a digit: 单 → shan4."""


def split(name: str) -> tuple[str, str]:
    """Surname and given name: 欧阳示例 → 欧阳, 示例. A compound surname is recognised only if another character follows."""
    length = 2 if len(name) > 2 and name[:2] in READINGS else 1
    return name[:length], name[length:]
