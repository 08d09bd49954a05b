"""One change with something of every kind: the whole list of each, and the whole summary."""

from collections.abc import Iterable
from html import unescape
from pathlib import Path

from tests.conftest import edit
from tests.tools.review.gitsite import Clone, git

from laomo.system.git import Repository
from laomo.tools.review import changes
from laomo.tools.review.changes import Changes
from laomo.tools.review.lines import ChangeLine

STUDIO = "name: {name}\ncategory: 工匠\nleaders: [{{name: {leader}}}]\nunits: [{name}厂]\nregion: 北区\n"
DECISION = "title: 决定{n}\nresult: {result}\nlevel: 市级\nbodies: [示例市总工会]\ndate: 2014-0{n}\nstudios: [{{studio: weld}}, {{studio: lost}}, {{studio: crane}}]\n"
WAIVER = "# 复核 2026-01-01：{}\nslogan: 设备 13800138000\n"


def written(lines: Iterable[ChangeLine]) -> list[str]:
    return [f"{line.name} | {line.note} | {line.url}" for line in lines]


def before(clone: Clone) -> None:
    for name, leader in (("old", "戊某某"), ("gone", "己某某"), ("fault", "庚某某"), ("mend", "辛某某")):
        clone.write(f"studios/north/{name}/studio.yml", STUDIO.format(name=f"{name}工作室", leader=leader))
    edit(clone.folder / "studios/north/mend/studio.yml", "category: 工匠", "category: 错")
    clone.write(
        "studios/north/mend/2013.yml", "achievements:\n  - {id: m, title: 原有成果, kind: 其他, disclosure: 可公开}\n"
    )
    clone.write("studios/north/fault/2014.yml", "summary: [\n")
    clone.write("studios/decisions/2014-01.yml", DECISION.format(n=1, result="命名"))
    clone.write(
        "studios/south/care/studio.yml",
        STUDIO.format(name="康复工作室", leader="壬某某") + WAIVER.format("旧的编号") + "status: 撤销\n",
    )
    clone.commit()
    git(clone.folder, "branch", "--force", "main", "work")
    clone.push("main")


def change(clone: Clone) -> None:
    folder = clone.folder / "studios"
    clone.write(
        "studios/north/new/studio.yml", STUDIO.format(name="新工作室", leader="癸某某") + WAIVER.format("新的编号")
    )
    clone.write(
        "studios/north/new/2015.yml", "achievements:\n  - {id: n, title: 新室成果, kind: 其他, disclosure: 可公开}\n"
    )
    clone.write(
        "studios/north/crane/2015.yml",
        "achievements:\n  - {id: o, title: 新成果, kind: 其他, disclosure: 可公开, story: 故事}\n  - {id: p, title: 不给人看, kind: 其他, disclosure: 不公开}\n",
    )
    edit(
        folder / "north/crane/2013.yml",
        "  - id: brake-check",
        "  - {id: more, title: 又一项, kind: 其他, disclosure: 可公开}\n  - id: brake-check",
    )
    edit(
        folder / "north/crane/studio.yml",
        "leaders:\n",
        "leaders:\n  - {name: 丁某某, withdrawn: 2020}\n  - {name: 丙某某, withdrawn: 2020}\n",
    )
    edit(folder / "north/weld/studio.yml", "region: ", "relations: [{kind: 前身, studio: nurse}]\nregion: ")
    edit(folder / "north/old/studio.yml", "region: ", "status: 迁出\nmoved_to: 邻市\nregion: ")
    edit(folder / "north/fault/studio.yml", "category: 工匠", "category: 错")
    clone.write("studios/north/fault/2014.yml", "summary: 改好了。\n")
    edit(folder / "north/mend/studio.yml", "category: 错", "category: 工匠")
    (folder / "north/gone/studio.yml").unlink()
    (folder / "south/care/studio.yml").write_text(STUDIO.format(name="康复工作室", leader="壬某某"), encoding="utf-8")
    for n, result in enumerate(("示范", "摘牌", "撤销", "限期整改", "表彰"), 2):
        clone.write(f"studios/decisions/2014-0{n}.yml", DECISION.format(n=n, result=result).replace("市级", "区级"))
    clone.write("mkdocs.yml", "site_name: 别的\n")
    clone.write("content/about/x.md", "# 页\n")
    clone.commit()


def compared(site: Path, tmp_path: Path) -> Changes:
    clone = Clone(site, tmp_path / "remote.git")
    clone.branch("work")
    before(clone)
    change(clone)
    git(clone.folder, "push", "--quiet", "--force", "origin", "work")
    found = changes.compare(Repository(clone.remote), "main", "work")
    assert found
    return found


def test_every_list_in_full(site: Path, tmp_path: Path) -> None:
    found = compared(site, tmp_path)
    lines = {
        name: written(getattr(found, name))
        for name in (
            "studios",
            "achievements",
            "years",
            "titles",
            "endings",
            "ended",
            "published",
            "unreadable",
        )
    }
    assert lines == {
        "studios": ["新工作室 | 北区工会 | studios/new/"],
        "achievements": [
            "新成果 | 江一舟岸桥劳模创新工作室 | studios/crane/o/",
            "又一项 | 江一舟岸桥劳模创新工作室 | studios/crane/2013/#achievement-more",
            "新室成果 | 新工作室 | studios/new/2015/#achievement-n",
        ],
        "years": ["江一舟岸桥劳模创新工作室 | 2015年 | studios/crane/2015/", "新工作室 | 2015年 | studios/new/2015/"],
        "titles": [
            "北区焊接技能大师工作室 | 表彰 | studios/weld/",
            "江一舟岸桥劳模创新工作室 | 表彰 | studios/crane/",
            "北区焊接技能大师工作室 | 示范 | studios/weld/",
            "江一舟岸桥劳模创新工作室 | 示范 | studios/crane/",
        ],
        "endings": [
            "北区焊接技能大师工作室 | 撤销 | studios/weld/",
            "江一舟岸桥劳模创新工作室 | 撤销 | studios/crane/",
            "北区焊接技能大师工作室 | 摘牌 | studios/weld/",
            "江一舟岸桥劳模创新工作室 | 摘牌 | studios/crane/",
        ],
        "ended": ["old工作室 | 北区工会 | studios/old/"],
        "published": ["康复工作室 | 重新展出 | studios/care/"],
        "unreadable": ["fault工作室 | 北区工会 | studios/fault/"],
    }
    assert [(each.page.name, each.by, each.what, each.agreed) for each in found.elsewhere] == [
        ("顾三春护理巾帼创新工作室", "北区焊接技能大师工作室", "后续工作室", False)
    ]
    assert [(each.path, each.line, each.reason) for each in found.waived] == [
        ("studios/north/new/studio.yml", 6, "新的编号")
    ]
    assert [(each.path, each.line, each.reason) for each in found.unwaived] == [
        ("studios/south/care/studio.yml", 6, "旧的编号")
    ]
    assert (found.withdrawn, found.gone, found.others, found.problems) == (
        2,
        ("gone工作室",),
        ("content/about/x.md", "mkdocs.yml"),
        1,
    )
    assert unescape(changes.markdown(found, None)).splitlines() == [
        "## 合并以后，读者会看到",
        "",
        "**请先看（10）**，大小差十倍以上的数、称号与荣誉、人员、不再显示的：",
        "",
        *(
            f"- 【称号与荣誉】决定{n}（决定） 新的决定{said}"
            for n, result in ((2, "示范"), (3, "摘牌"), (4, "撤销"), (6, "表彰"))
            for said in (
                f"：新写 标题 决定{n}；结果 {result}；级别 区级；作出决定的单位 示例市总工会；日期 2014年{n}月",
                "·工作室：新写 北区焊接技能大师工作室、lost、江一舟岸桥劳模创新工作室",
            )
        ),
        "- 【称号与荣誉】old工作室（基本情况） 状态：正常 → 迁出",
        "- 【称号与荣誉】康复工作室（基本情况） 状态：撤销 → 正常",
        "",
        "**新的工作室（1）**",
        "",
        "- 新工作室（北区工会）",
        "",
        "**新的创新成果（3）**",
        "",
        "- 新成果（江一舟岸桥劳模创新工作室）",
        "- 又一项（江一舟岸桥劳模创新工作室）",
        "- 新室成果（新工作室）",
        "",
        "**新的年度报告（2）**",
        "",
        "- 江一舟岸桥劳模创新工作室（2015年）",
        "- 新工作室（2015年）",
        "",
        "**新的称号（4）**",
        "",
        "- 北区焊接技能大师工作室（表彰）",
        "- 江一舟岸桥劳模创新工作室（表彰）",
        "- 北区焊接技能大师工作室（示范）",
        "- 江一舟岸桥劳模创新工作室（示范）",
        "",
        "**摘牌或撤销（4）**",
        "",
        "- 北区焊接技能大师工作室（撤销）",
        "- 江一舟岸桥劳模创新工作室（撤销）",
        "- 北区焊接技能大师工作室（摘牌）",
        "- 江一舟岸桥劳模创新工作室（摘牌）",
        "",
        "**不再展出的工作室（1）**",
        "",
        "- old工作室（北区工会）",
        "",
        "**其他改动**",
        "",
        "- 江一舟岸桥劳模创新工作室（2013年）",
        "    - 创新成果“又一项”：新写 编号 more；成果名称 又一项；成果类别 其他；公开意见 可公开",
        "- old工作室（基本情况）",
        "    - 迁往：新写 邻市",
        "- 北区焊接技能大师工作室（基本情况）",
        "    - 关系“顾三春护理巾帼创新工作室”：新写 关系 前身；对方工作室编号 顾三春护理巾帼创新工作室",
        "- 康复工作室（基本情况）",
        "    - 一句话介绍：删去，原来是 设备 13*********",
        "",
        "**请留意：写到别的工会、还没有征得同意的（1）**，合并以后只显示在自己的网页上，请那家工会也看过。",
        "",
        "- 顾三春护理巾帼创新工作室（南区工会）：“后续工作室”，写在北区焊接技能大师工作室的档案里",
        "",
        "**请留意：原来不公开、合并以后公开的（1）**",
        "",
        "- 康复工作室（重新展出）",
        "",
        "**请留意：新写或改过的复核（1）**，复核是写明某个像手机号、卡号的数可以留着，请对照原件看过。",
        "",
        "- studios/north/new/studio.yml 第 6 行：新的编号",
        "",
        "**请留意：删去或改掉的复核（1）**，复核是写明某个像手机号、卡号的数可以留着，请对照原件看过。",
        "",
        "- studios/south/care/studio.yml 第 6 行：旧的编号",
        "",
        "**有 2 位人员不再公开**：合并以后从每一页消失，这里不写姓名。",
        "",
        "**请留意：有 1 家工作室的档案有错误，读不了，改好以前看不出它们的变化。** fault工作室",
        "",
        "**请留意：有 1 家工作室的档案被删除。** 撤销或迁出的工作室应改写状态，不删文件，原来的网址才不会断。 gone工作室",
        "",
        "**请留意：有 2 个不是档案的文件被改动**（网页、外观或设置），请管理员看过。",
        "",
        "- content/about/x.md",
        "- mkdocs.yml",
        "",
        "**有 1 处档案读不懂**，没有算在上面；请提交的人照检查结果改好，改好以前不能合并。",
        "",
        "- studios/north/fault/studio.yml",
        "",
    ]
    linked = unescape(changes.markdown(found, "https://preview.example.org/7/"))
    assert [line for line in linked.splitlines() if line.startswith("- [新")] == [
        "- [新工作室](https://preview.example.org/7/studios/new/index.html)（北区工会）",
        "- [新成果](https://preview.example.org/7/studios/crane/o/index.html)（江一舟岸桥劳模创新工作室）",
        "- [新室成果](https://preview.example.org/7/studios/new/2015/index.html#achievement-n)（新工作室）",
        "- [新工作室](https://preview.example.org/7/studios/new/2015/index.html)（2015年）",
    ]


def test_thirty_of_a_kind_are_named_and_the_rest_is_counted() -> None:
    lines = tuple(ChangeLine(f"第{n}间", "北区工会", "x/") for n in range(31))
    nothing = dict.fromkeys(
        (
            "achievements",
            "years",
            "titles",
            "endings",
            "ended",
            "elsewhere",
            "published",
            "waived",
            "unwaived",
            "unreadable",
            *("fields", "broken", "gone", "others"),
        ),
        (),
    )
    counts = dict.fromkeys(("withdrawn", "problems"), 0)
    shown = {
        n: unescape(changes.markdown(Changes(studios=lines[:n], **nothing, **counts), None)).splitlines()
        for n in (30, 31)
    }  # type: ignore[arg-type]
    assert [line for line in shown[30] if line.startswith("- ")] == [f"- 第{n}间（北区工会）" for n in range(30)]
    assert [line for line in shown[31] if line.startswith("- ")] == [
        *(f"- 第{n}间（北区工会）" for n in range(30)),
        "- 还有 1 项",
    ]


def test_without_a_site_on_one_side_there_is_no_summary(site: Path, tmp_path: Path) -> None:
    clone = Clone(site, tmp_path / "remote.git")
    clone.branch("work")
    (clone.folder / "studios/site.yml").unlink()
    clone.commit()
    clone.push("work")
    repository = Repository(clone.remote)
    assert changes.compare(repository, "main", "work") is None
    assert changes.compare(repository, "work", "main") is not None, "what main has since it left work: nothing"
