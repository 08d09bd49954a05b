"""Names and cells of names, row by row: what is one person, what is two, what is doubted and why."""

import pytest

from laomo.text import people_cell, person_names, spaced_names, surnames

DOUBTS: list[tuple[str, str | None]] = [
    ("待定", "no-name"),
    ("空缺", "no-name"),
    ("暂无", "no-name"),
    ("同上", "no-name"),
    ("不详", "no-name"),
    ("未定", "no-name"),
    ("待补", "no-name"),
    ("暂缺", "no-name"),
    ("保密", "no-name"),
    ("无名", "no-name"),
    ("没有", "no-name"),
    ("未知", "no-name"),
    ("待聘", "no-name"),
    ("见附件", "no-name"),
    ("", "no-name"),
    ("·", "no-name"),
    ("张3", "digits"),
    ("张三２", "digits"),
    ("张③", "digits"),
    ("张⅓", "digits"),
    ("张Ⅳ", "punctuation"),
    ("张*三", "punctuation"),
    ("张=三", "punctuation"),
    ("张(三)", "punctuation"),
    ("张、三", "punctuation"),
    ("张👍", "punctuation"),
    ("张", "single"),
    ("王︀", "single"),
    ("张 明", "two-people"),
    ("A", "single"),
    ("é", "single"),
    ("王工程师", "title-beside"),
    ("教授", "title-beside"),
    ("工程师张", "title-beside"),
    ("张教授级", None),
    ("劳模张三", "title-beside"),
    ("张三等", "and-others"),
    ("张等", None),
    ("等", "single"),
    ("示例公司", "unit-name"),
    ("公司张", None),
    ("电焊班组", "unit-name"),
    ("某某厂", None),
    ("张三厂", None),
    ("某某市厂", "unit-name"),
    ("张三部", None),
    ("张某某部", "unit-name"),
    ("甲乙丙有限", "unit-name"),
    ("甲乙丙全体", "unit-name"),
    ("甲乙公司", "unit-name"),
    ("甲乙集团", "unit-name"),
    ("甲乙工作室", "unit-name"),
    ("甲乙工会", "unit-name"),
    ("甲乙委员会", "unit-name"),
    ("甲乙中心", "unit-name"),
    ("甲乙医院", "unit-name"),
    ("甲乙学校", "unit-name"),
    ("甲乙车间", "unit-name"),
    ("甲乙班组", "unit-name"),
    ("甲乙小组", "unit-name"),
    ("甲乙团队", "unit-name"),
    ("甲乙部门", "unit-name"),
    ("甲乙单位", "unit-name"),
    ("甲乙有限", "unit-name"),
    ("甲乙全体", "unit-name"),
    ("甲乙丙厂", "unit-name"),
    ("甲乙丙局", "unit-name"),
    ("甲乙丙站", "unit-name"),
    ("甲乙丙所", "unit-name"),
    ("甲乙丙院", "unit-name"),
    ("甲乙丙部", "unit-name"),
    ("甲乙丙科", "unit-name"),
    ("张三李四", None),
    ("陈静和林涛", "two-people"),
    ("陈静与林涛", "two-people"),
    ("陈静及林涛", "two-people"),
    ("陈静及林", None),
    ("王建国李四", "two-people"),
    ("王四李建国", "two-people"),
    ("王建国李建华", "two-people"),
    ("诸葛孔明王五", None),
    ("阿卜杜热合曼", None),
    ("买买提王五", None),
    ("甲乙丙丁戊己庚", None),
    ("张三李四王五陈", None),
    ("张张张张张张张张张张张张张张张张张张张张张张张张", None),
    ("张张张张张张张张张张张张张张张张张张张张张张张张张", "too-long-name"),
    ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", None),
    ("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "too-long-name"),
    ("张 三 李", "two-people"),
    ("张三 李四", "two-people"),
    ("O’Neil", None),
    ("Jean-Luc", None),
    ("J. R. Smith", None),
    ("张‐三", None),
    ("名‑字", None),
]
FULL = [
    ("张三", True),
    ("张三丰", True),
    ("欧阳", False),
    ("欧阳娜", True),
    ("欧阳建国", True),
    ("欧阳建国平", False),
    ("张", False),
    ("张三丰四", False),
    ("买买提·艾力", True),
    ("买·艾力", False),
    ("Smith", False),
    ("甲乙", False),
    ("尉迟恭", True),
    ("单于", False),
    ("单", False),
    ("某某", False),
    ("张a", False),
    ("尤三", True),
    ("王󠄀明", True),
    ("", False),
    ("·", False),
]
SPELLINGS = [
    ("王\u3000明", "王明", "王明"),
    (" 王明 ", "王明", "王明"),
    ("王\u200b明", "王明", "王明"),
    ("买买提 ‧ 艾力", "买买提·艾力", "买买提艾力"),
    ("买买提。艾力", "买买提·艾力", "买买提艾力"),
    ("买买提..艾力", "买买提·艾力", "买买提艾力"),
    ("O'Neil", "O’Neil", "oneil"),
    ("O`Neil", "O’Neil", "oneil"),
    ("O´Neil", "O’Neil", "óneil"),
    ("OʼNeil", "O’Neil", "oneil"),
    ("O＇Neil", "O’Neil", "oneil"),
    ("John  Smith", "John Smith", "johnsmith"),
    ("John · Smith", "John·Smith", "johnsmith"),
    ("J. Smith", "J. Smith", "jsmith"),
    ("王󠄀 明", "王󠄀明", "王明"),
    ("王 Smith", "王 Smith", "王smith"),
    ("Smith 王", "Smith 王", "smith王"),
    ("a·b", "a·b", "ab"),
    ("１Ａ", "１Ａ", "1a"),
    ("张·", "张·", "张"),
    ("·张", "·张", "张"),
    ("3'4", "3'4", "34"),
    ("a' b", "a' b", "ab"),
]
PLACES = [
    ("张三", "见张三丰", 1, "见张三丰"),
    ("张三", "见张 三", 1, "见张 三"),
    ("张三", "张 三丰", 0, "丰"),
    ("张三", "见张·三", 1, "见张·三"),
    ("张三", "张\n三", -1, "张\n三"),
    ("买买提·艾力", "买买提艾力y", 0, "y"),
    ("买买提艾力", "x买买提·艾力y", 1, "x买买提·艾力y"),
    ("张三", "李四", -1, "李四"),
    ("张三", "张  三", 0, ""),
    ("张三", "张   三", -1, "张   三"),
    ("a.b", "axb", -1, "axb"),
    ("张三", "张。三", -1, "张。三"),
    ("张三", "张..三", -1, "张..三"),
]
SPACED = [
    ("王 明", ["王明"], "王明"),
    ("陈静 林涛", ["陈静", "林涛"], "陈静 林涛"),
    ("欧阳 建国", ["欧阳建国"], "欧阳建国"),
    ("买买提 艾力", ["买买提艾力"], "买买提艾力"),
    ("王 小 明", ["王小明"], "王小明"),
    ("王 小明", ["王小明"], "王小明"),
    ("王小 明", ["王小明"], "王小明"),
    ("张三  李四", ["张三", "李四"], "张三 李四"),
    ("张三\u3000李四", ["张三", "李四"], "张三 李四"),
    ("张三\t李四", ["张三", "李四"], "张三 李四"),
    ("张三 李四 王五", ["张三", "李四", "王五"], "张三 李四 王五"),
    ("张 三 李 四", [], "张 三 李 四"),
    ("张 三丰 李", [], "张 三丰 李"),
    ("张三和李四", ["张三", "李四"], "张三和李四"),
    ("张三与李四及王五", ["张三", "李四", "王五"], "张三与李四及王五"),
    ("张三暨李四", ["张三", "李四"], "张三暨李四"),
    ("张三和李四四四", ["张三和李四四四"], "张三和李四四四"),
    ("和某某", ["和某某"], "和某某"),
    ("王和平", ["王和平"], "王和平"),
    ("John Smith", ["John Smith"], "John Smith"),
    ("John Smith 张三", [], "John Smith 张三"),
    ("艾力 买买提 江", [], "艾力 买买提 江"),
    ("阿不都 热依木", ["阿不都热依木"], "阿不都热依木"),
    ("张三 甲", ["张三甲"], "张三甲"),
    ("欧阳 建国平", [], "欧阳 建国平"),
    ("尉迟 恭 王", [], "尉迟 恭 王"),
    ("", [], ""),
    ("张三和", ["张三"], "张三和"),
    ("王小明 李", ["王小明李"], "王小明李"),
    ("才让 扎西", ["才让扎西"], "才让扎西"),
    ("买买提 ·艾力", ["买买提·艾力"], "买买提·艾力"),
    ("王  明", ["王明"], "王明"),
    ("张三 和平", ["张三", "和平"], "张三 和平"),
    ("张三 李四四四", [], "张三 李四四四"),
    ("某某 某某", ["某某某某"], "某某某某"),
    ("甲某 乙", ["甲某乙"], "甲某乙"),
    ("欧阳  建国", ["欧阳建国"], "欧阳建国"),
    ("陈静  林", ["陈静林"], "陈静林"),
    ("王 明  李 强", ["王明", "李强"], "王 明 李 强"),
    ("张 三 四 五", [], "张 三 四 五"),
    ("甲乙 丙丁 戊己", ["甲乙丙丁戊己"], "甲乙丙丁戊己"),
]
CELLS: list[tuple[str, list[str], list[str], str | None]] = [
    ("张三\n李四", ["张三", "李四"], [], None),
    ("原：王辉", [], ["原：王辉"], "no-name"),
    ("成员：李四", [], ["成员：李四"], "no-name"),
    ("骨干：李四", [], ["骨干：李四"], "no-name"),
    ("组员：李四", [], ["组员：李四"], "no-name"),
    ("队员：李四", [], ["队员：李四"], "no-name"),
    ("学员：李四", [], ["学员：李四"], "no-name"),
    ("参与人：李四", [], ["参与人：李四"], "no-name"),
    ("联系人：李四", [], ["联系人：李四"], "no-name"),
    ("联络员：李四", [], ["联络员：李四"], "no-name"),
    ("填表人：李四", [], ["填表人：李四"], "no-name"),
    ("推荐人：李四", [], ["推荐人：李四"], "no-name"),
    ("指导：李四", [], ["指导：李四"], "no-name"),
    ("徒弟：李四；王健", [], ["徒弟：李四；王健"], "no-name"),
    ("历任：王辉", [], ["历任：王辉"], "no-name"),
    ("曾任：王辉", [], ["曾任：王辉"], "no-name"),
    ("已故：王辉", [], ["已故：王辉"], "no-name"),
    ("原任：王辉", [], ["原任：王辉"], "no-name"),
    ("原领衔人：王辉；王健", [], ["原领衔人：王辉；王健"], "no-name"),
    ("已卸任：王辉", [], ["已卸任：王辉"], "no-name"),
    ("前：王辉，现：王健", ["王健"], ["前：王辉"], None),
    ("原领衔人王辉现领衔人李敏", ["李敏"], ["原：王辉"], None),
    ("原任王辉、现任李敏", ["李敏"], ["原：王辉"], None),
    ("原王辉现为李敏", ["李敏"], ["原：王辉"], None),
    ("原王辉；现由李敏", ["李敏"], ["原：王辉"], None),
    ("王辉（前任）", [], ["王辉（前任）"], "no-name"),
    ("王辉（已故），李敏", ["李敏"], ["王辉（已故）"], None),
    ("王辉【原】李敏", ["李敏"], ["王辉【原】"], None),
    ("王辉〔曾任〕", [], ["王辉〔曾任〕"], "no-name"),
    ("王辉[前]李敏", ["李敏"], ["王辉[前]"], None),
    ("王辉<原>李敏", ["李敏"], ["王辉<原>"], None),
    ("王辉《原》李敏", ["李敏"], ["王辉《原》"], None),
    ("王辉［原］李敏", ["李敏"], ["王辉［原］"], None),
    ("王辉＜原＞李敏", ["李敏"], ["王辉＜原＞"], None),
    ("王辉(已退休)", ["王辉"], ["已退休"], None),
    ("王辉（现任领衔人）", ["王辉"], [], None),
    ("王辉（今）", ["王辉"], [], None),
    ("王健（领衔人）", ["王健"], [], None),
    ("王健（共同领衔人）李四", ["王健", "李四"], [], None),
    ("带头人：王健", ["王健"], [], None),
    ("领衔人:王健、李四(共同领衔人)", ["王健", "李四"], [], None),
    ("Smith, John", [], [], "two-people"),
    ("Smith, John A", ["Smith", "John A"], [], None),
    ("王健等人", ["王健"], ["等人"], None),
    ("王健等3位", ["王健"], ["等3位"], None),
    ("王健等多人", ["王健"], ["等多人"], None),
    ("王健等同志", ["王健"], ["等同志"], None),
    ("王健等十名", ["王健"], ["等十名"], None),
    ("王健等2人", ["王健"], ["等2人"], None),
    ("王等", ["王等"], [], None),
    ("王健、李四等5人", ["王健", "李四"], ["等5人"], None),
    ("王健；汉族", ["王健"], ["汉族"], None),
    ("王健，满族", ["王健"], ["满族"], None),
    ("王健 中共党员", ["王健"], ["中共党员"], None),
    ("王健，党员", ["王健"], ["党员"], None),
    ("王健，1970", ["王健"], ["1970"], None),
    ("王健，1970年", ["王健"], ["1970年"], None),
    ("王健，1970.5", ["王健"], ["1970.5"], None),
    ("王健，70岁", ["王健"], ["70岁"], None),
    ("王健，退休", ["王健"], ["退休"], None),
    ("王健，已退休", ["王健"], ["已退休"], None),
    ("王健，在职", ["王健"], ["在职"], None),
    ("王健，兼", ["王健"], ["兼"], None),
    ("王健，已故", ["王健"], ["已故"], None),
    ("王健 全国劳模", ["王健"], ["全国劳模"], None),
    ("王健 市级劳模", ["王健"], ["市级劳模"], None),
    ("王健 高级工程师 李四", ["王健", "李四"], ["高级工程师"], None),
    ("李工程师", ["李工程师"], [], "title-beside"),
    ("王教授", ["王教授"], [], "title-beside"),
    ("省劳动模范王健", ["王健"], ["省劳动模范"], None),
    ("优秀党员王健", ["王健"], ["优秀党员"], None),
    ("王健（", ["王健（"], [], "punctuation"),
    ("王健）", ["王健）"], [], "punctuation"),
    ("（王健）", [], ["王健"], "no-name"),
    ("（女）王健", ["王健"], ["女"], None),
    ("王健 （女）", ["王健"], ["女"], None),
    ("王健★", ["王健"], ["★"], None),
    ("#王健†", ["王健"], ["#", "†"], None),
    ("1王健", ["1王健"], [], "digits"),
    ("1)王健2)李四", ["王健2)李四"], [], "digits"),
    ("⒈王健⒉李四", ["王健", "李四"], [], None),
    ("㈠王健", ["㈠王健"], [], "digits"),
    ("1.王健 2.李四 3.陈五", ["王健", "李四", "陈五"], [], None),
    ("(一)王健(二)李四", ["王健", "李四"], [], None),
    ("1.5 王健", [], [], "two-people"),
    ("王健&李四", ["王健", "李四"], [], None),
    ("王健＆李四", ["王健", "李四"], [], None),
    ("王健＋李四", ["王健", "李四"], [], None),
    ("王健+李四", ["王健", "李四"], [], None),
    ("王健｜李四", ["王健", "李四"], [], None),
    ("王健|李四", ["王健", "李四"], [], None),
    ("王健／李四", ["王健", "李四"], [], None),
    ("王健 与 李四", ["王健", "李四"], [], None),
    ("王健 及 李四", ["王健", "李四"], [], None),
    ("王健以及李四", ["王健", "李四"], [], None),
    ("王\n明", ["王明"], [], None),
    ("欧阳\n娜", ["欧阳娜"], [], None),
    ("买买提·\n艾力", ["买买提·艾力"], [], None),
    ("买买提\n·艾力", ["买买提·艾力"], [], None),
    ("王健\n李四\n陈五", ["王健", "李四", "陈五"], [], None),
    ("王\n明、李四", ["王", "明", "李四"], [], "single"),
    ("领衔人：", [], [], None),
    ("：王健", ["：王健"], [], "punctuation"),
    ("王健：", [], ["王健"], "no-name"),
    ("王健。", ["王健"], [], None),
    ("王健 .", ["王健"], [], None),
    ("王健\ue000", ["王健"], [], None),
    ("王健/李四/王健", ["王健", "李四"], [], None),
    ("王健、王 健", ["王健"], [], None),
    ("无", ["无"], [], "single"),
    ("王健 男 汉族 1970年生", ["王健"], ["男", "汉族", "1970年生"], None),
    ("张王李赵", ["张王李赵"], [], None),
    ("总经理王健", ["王健"], ["总经理"], None),
    ("王健厂长", ["王健"], ["厂长"], None),
    ("王健高级工程师 李四", [], [], "two-people"),
    ("大国工匠：王健", ["王健"], ["大国工匠"], None),
    ("主持人：王健 李四", ["王健", "李四"], [], None),
    ("领衔人 王健", ["王健"], [], None),
    ("王健领衔人", ["王健"], [], None),
    ("领衔劳模王健、带头人李四", ["王健", "李四"], [], None),
    ("现任：王健", ["王健"], [], None),
    (
        "张三甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲",
        [
            "张三甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲"
        ],
        [],
        "too-long-name",
    ),
    (
        "张三甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲",
        [],
        [],
        "too-long-name",
    ),
    ("张 三 李 四", [], [], "two-people"),
    ("两人：王健、李四", ["王健", "李四"], ["两人"], None),
]
ROLES = [
    ("王健（领衔人）", ["领衔人"]),
    ("王健（共同领衔人）李四", ["共同领衔人", None]),
    ("带头人：王健", ["带头人"]),
    ("领衔人:王健、李四(共同领衔人)", ["领衔人", "共同领衔人"]),
]
BY_LINE = [
    ("王健\n李四", ["王健", "李四"], [], None),
    ("王健\n李四\n陈五", ["王健", "李四", "陈五"], [], None),
    ("王\n明", ["王", "明"], [], "single"),
    ("欧阳 建国\n李四", ["欧阳建国", "李四"], [], None),
    ("买买提·\n艾力", ["买买提·", "艾力"], [], None),
    ("\n王健\n", ["王健"], [], None),
    ("王健、李四\n陈五", ["王健、李四", "陈五"], [], "punctuation"),
    ("王健（女）\n李四", ["王健（女）", "李四"], [], "punctuation"),
    ("\n\n王健\n\n李四\n", ["王健", "李四"], [], None),
    ("王健", ["王健"], [], None),
]


@pytest.mark.parametrize(("name", "reason"), DOUBTS)
def test_what_does_not_look_like_a_name(name: str, reason: str | None) -> None:
    assert person_names.doubt(name) == reason


@pytest.mark.parametrize(("name", "full"), FULL)
def test_what_is_certainly_a_whole_name(name: str, full: bool) -> None:
    assert person_names.is_full(name) is full


@pytest.mark.parametrize(("typed", "recorded", "compared"), SPELLINGS)
def test_how_a_name_is_recorded_and_compared(typed: str, recorded: str, compared: str) -> None:
    assert person_names.tidy(typed) == recorded
    assert person_names.key(typed) == compared


@pytest.mark.parametrize(
    "sign", ["\u00ad", "\u034f", "\u061c", "\u180e", "\u200b", "\u200e", "\u202a", "\u2060", "\u2066", "\ufeff"]
)
def test_signs_that_cannot_be_seen_are_no_part_of_a_name(sign: str) -> None:
    assert person_names.tidy(f"王{sign}明") == "王明"
    assert person_names.key(f"王{sign}明") == "王明"


@pytest.mark.parametrize(("name", "text", "place", "behind"), PLACES)
def test_where_a_name_stands(name: str, text: str, place: int, behind: str) -> None:
    assert person_names.place_in(name, text) == place
    assert person_names.stands_in(name, text) is (place >= 0)
    assert person_names.after(name, text) == behind


@pytest.mark.parametrize(("text", "names", "one"), SPACED)
def test_spaces_in_and_between_names(text: str, names: list[str], one: str) -> None:
    assert spaced_names.split(text) == names
    assert spaced_names.one(text) == one


@pytest.mark.parametrize(("text", "names", "remarks", "doubt"), CELLS, ids=[row[0][:12] for row in CELLS])
def test_what_a_cell_says_of_people(text: str, names: list[str], remarks: list[str], doubt: str | None) -> None:
    cell = people_cell.read(text)
    assert (cell.names, cell.remarks, cell.doubt) == (names, remarks, doubt)
    roles = dict(ROLES).get(text, [None] * len(names))
    assert [person.role for person in cell.people] == roles


@pytest.mark.parametrize(("text", "names", "remarks", "doubt"), BY_LINE)
def test_a_cell_of_our_own_has_a_name_in_each_line(
    text: str, names: list[str], remarks: list[str], doubt: str | None
) -> None:
    cell = people_cell.read(text, by_line=True)
    assert (cell.names, cell.remarks, cell.doubt) == (names, remarks, doubt)


# fmt: off
TITLES = [
    *("共同领衔人", "领衔人", "领衔劳模", "领办人", "领军人物", "领军人", "领头人", "带头人", "牵头人", "主持人", "负责人", "主要负责人", "创办人", "创建人"),
    *("劳动模范", "劳模", "先进工作者", "大国工匠", "工匠", "技术能手", "技能大师", "五一劳动奖章获得者", "五一劳动奖章", "三八红旗手", "青年岗位能手"),
    *("享受国务院特殊津贴", "党员", "工会主席", "教授级高级工程师", "教授级高工", "正高级工程师", "高级工程师", "助理工程师", "工程师", "正高级", "副高级"),
    *("高级技师", "特级技师", "首席技师", "高级技工", "高级工", "中级工", "技师", "高工", "首席专家", "专家", "院士", "博士", "硕士", "研究员", "教授"),
    *("副教授", "讲师", "教师", "老师", "师傅", "主任医师", "医师", "医生", "护士长", "护士", "总经理", "副总经理", "经理", "董事长", "主席", "书记"),
    *("主任", "副主任", "厂长", "班长", "组长", "队长", "科长", "处长", "部长", "局长", "院长", "校长", "所长", "站长", "总监", "总工程师", "总工"),
    *("同志", "先生", "女士", "小姐", "同学"),
]
# fmt: on


@pytest.mark.parametrize("title", TITLES)
def test_every_title_is_set_aside(title: str) -> None:
    aside = [] if title in TITLES[:14] else [title]
    for text in (f"王健{title}", f"王健 {title}", f"{title}王健", f"{title} 王健"):
        cell = people_cell.read(text)
        assert (cell.names, cell.remarks, cell.doubt) == (["王健"], aside, None), text
    assert person_names.doubt(title) == "title-beside"
    assert person_names.doubt(f"王{title}") == "title-beside"


SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤"
"""The hundred surnames of the Ministry of Public Security (2020)."""
RARER = "尤施戚喻柏水窦章云葛奚郎鲁昌苗凤花俞柳鲍费廉岑滕殷毕邬安常乐时皮卞齐康伍元卜平和穆湛祁狄米贝明臧计伏成谈茅庞纪舒屈项祝阮蓝闵席季麻强路娄危童颜梅盛刁骆樊凌霍虞支柯管房裘解应宗丁宣郁单杭洪包诸左吉钮翁荀惠曲家封储靳松井富乌焦牧谷车侯蓬全班仰秋仲伊宫宁仇栾甘厉祖符景詹束幸司韶郜黎蓟薄印宿怀蒲鄂索咸籍赖卓蔺屠蒙池乔阴苍双闻莘党翟谭劳姬申冉桑桂濮牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连茹习艾鱼容古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧沃利蔚越隆师巩聂晁勾敖融冷辛阚那简饶空曾沙丰关蒯相查后荆红游竺权盖益桓公区"
COMPOUND = [
    "尉迟",
    "欧阳",
    "司马",
    "上官",
    "诸葛",
    "万俟",
    "长孙",
    "单于",
    "令狐",
    "澹台",
    "皇甫",
    "公孙",
    "慕容",
    "夏侯",
    "东方",
    "司徒",
    "司空",
    "宇文",
    "端木",
    "南宫",
    "西门",
    "百里",
    "呼延",
    "轩辕",
    "闻人",
    "鲜于",
    "宰父",
    "亓官",
]


def test_every_common_surname_begins_a_name() -> None:
    assert [name for name in SURNAMES + RARER if not person_names.is_full(f"{name}某某")] == []
    assert [name for name in SURNAMES if name not in surnames.COMMON] == []
    assert len(surnames.COMMON) == len(set(SURNAMES))
    assert [sign for sign in "的是在了个我你他们这上下不很第某" if person_names.is_full(f"{sign}某某")] == []


@pytest.mark.parametrize("surname", COMPOUND)
def test_every_compound_surname(surname: str) -> None:
    assert surnames.is_compound(surname)
    assert surnames.split(f"{surname}某") == (surname, "某")
    assert surnames.split(surname) == (surname[0], surname[1])
    assert not surnames.is_compound(f"{surname}某")
    assert person_names.is_full(f"{surname}某某")
    assert not person_names.is_full(surname)


def test_there_are_no_other_compound_surnames() -> None:
    assert sorted(name for name in surnames.READINGS if len(name) > 1) == sorted(COMPOUND)


@pytest.mark.parametrize(
    "name",
    [
        "买买提艾力",
        "阿卜杜热合曼",
        "古丽努尔",
        "吐逊江",
        "扎西多吉",
        "卓玛才让",
        "次仁旺堆",
        "格桑尼玛",
        "迪丽热巴",
        "帕尔哈提",
        "玉素甫",
        "克里木",
    ],
)
def test_transliterated_names(name: str) -> None:
    assert person_names.is_transliterated(name)
    assert not person_names.is_transliterated(f"{name}甲")
    assert person_names.doubt(name) is None


@pytest.mark.parametrize("start", "①⒈⑴")
def test_every_sign_that_numbers_people(start: str) -> None:
    for number in range(20):
        sign = chr(ord(start) + number)
        cell = people_cell.read(f"①王健{sign}李四")
        assert (cell.names, cell.remarks, cell.doubt) == (["王健", "李四"], [], None), sign


@pytest.mark.parametrize("pair", ["（）", "()", "[]", "【】", "〔〕", "［］", "<>", "＜＞", "《》"])
def test_every_kind_of_brackets(pair: str) -> None:
    cell = people_cell.read(f"王健{pair[0]}女{pair[1]}李四{pair[0]}男{pair[1]}")
    assert (cell.names, cell.remarks) == (["王健", "李四"], ["女", "男"])
