"""Surnames: which characters are one, and which are read differently as one; in one table for sorting, search and romanised names."""

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

COMMON = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付"
    "傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤"
)
"""The hundred surnames that four out of five people have (Ministry of Public Security, 2020)."""
_RARER = frozenset(
    "尤施戚喻柏水窦章云葛奚郎鲁昌苗凤花俞柳酆鲍费廉岑滕殷毕邬安常乐时皮卞齐康伍元卜平和穆湛祁狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路"
    "娄危童颜梅盛刁骆樊凌霍虞支柯昝管经房裘缪干解应宗宣贲郁单杭洪包诸左吉钮嵇邢滑裴荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井富巫乌焦巴弓牧隗山谷"
    "宓蓬全郗班仰秋仲伊宫宁仇栾暴甘斜厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴郁胥能苍双闻莘党翟劳逄姬申扶堵冉宰郦雍郤璩"
    "桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容古易慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融"
    "冷訾辛阚那简饶空毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公区仉督岳帅缑亢况有琴商牟佘佴伯赏墨哈谯年爱阳佟言福冼禤谌员甯俸揭涂兰代邸洛"
    "仝由信原晋税植雒迟覃郇旰储楚矫初由侍迮脱苟仵官展鹿陵衣门柘库车麦朴刀岩尧苑"
)
"""Others of the 百家姓 and of lists of names today."""


def begins(text: str) -> bool:
    """Whether a text can begin with a surname."""
    return text[:1] in COMMON or text[:1] in _RARER or text[:2] in READINGS or text[:1] in READINGS


def is_compound(text: str) -> bool:
    """Whether a text is a surname of two characters, and nothing else."""
    return len(text) == 2 and text in READINGS


def split(name: str) -> tuple[str, str]:
    """Surname and given name: 欧阳示例 → 欧阳, 示例. A compound surname is recognised only if another character follows."""
    length = 2 if len(name) > 2 and name[:2] in READINGS else 1
    return name[:length], name[length:]
