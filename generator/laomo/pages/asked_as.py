"""What people ask when a page of the site is the answer: 怎么申报 is answered by the standards, 联系电话 by the list of unions.

Question words (怎么, 哪里, 请问) are left out here: `questions.js` takes them off what was typed.
"""

from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_STANDARDS = """申报 申请 申办 创建 评选 申报条件 申报标准 申报流程 申报材料 申报办法 申请条件 申请流程 创建条件 创建流程 创建工作室 申报工作室 申请工作室
    成立工作室 申请成立工作室 申请创建工作室 创办工作室 建工作室 建立工作室 办工作室 评选条件 评选标准 评选办法 命名条件 命名标准 达标条件 达标标准 验收标准 验收条件 考核标准 条件 标准 要求 命名 验收 达标"""
_UNIONS = """联系电话 电话 电话号码 联系方式 联系人 联系 联系我们 联系工会 工会电话 工会地址 座机 热线 咨询 咨询电话 投诉 反映问题 举报 找工会 工会 归谁管 主管工会"""

ALSO: Final[dict[str, tuple[str, ...]]] = {
    "studios/": _words(
        "工作室名录 全部工作室 所有工作室 工作室名单 名录 名单 劳模工作室 创新工作室 工作室有哪些 哪些工作室"
    ),
    "achievements/": _words("成果 全部成果 创新成果名录 成果名录 成果展示"),
    "people/": _words("人物 劳模名单 劳模 全部领衔人 领衔人名单 领军人物 带头人"),
    "unions/": _words(_UNIONS),
    "notices/": _words(
        "公示 公告 通知 通知公告 公示公告 最新公示 公示名单 公示期 公示结果 异议 有异议 最新通知 新闻 动态"
    ),
    "decisions/": _words(
        "文件 红头文件 命名文件 命名决定 命名名单 验收文件 复核 复核结果 决定 批文 文号 摘牌 撤销 取消 被撤销 摘牌名单 撤销名单"
    ),
    "standards/": (*_words(_STANDARDS), *(f"工作室{word}" for word in _words(_STANDARDS))),
    "policies/": _words("政策 政策文件 依据 规定 补助 补贴 经费 资金 扶持 奖励 奖金 待遇 补助标准 补助多少 经费补助"),
    "statistics/": _words("数据 统计数据 数量 总数 有多少 多少家 多少家工作室 有多少家工作室 有多少工作室 进度"),
    "statistics/achievements/": _words("效益 经济效益 成果统计 效益统计 专利统计"),
    "statistics/people/": _words("人数 队伍 培训人次 徒弟人数"),
    "data/": _words("data open 下载 数据下载 下载数据 导出 接口 csv json excel 数据接口 版权 转载"),
    "about/": _words("关于 关于我们 本网站 网站介绍 本馆 展馆 主办单位 谁办的"),
    "about/studios/": _words(
        "劳模创新工作室 工作室 劳模工作室 什么是工作室 劳模创新工作室是什么 工作室是什么 创新工作室是什么 作用 意义"
    ),
    "stories/": _words("故事 事迹 先进事迹 劳模事迹 人物故事 采访"),
    "spirit/": _words("劳模精神 工匠精神 劳动精神 精神"),
    "honours/": _words("光荣榜 红榜 荣誉墙 荣誉榜 奖项 获奖 荣誉称号 表彰 评优 奖章"),
    "alliances/": _words("联盟 合作 联合攻关 联盟名单"),
    "achievements/borrowable/": _words(
        "可推广 可以推广 成果推广 推广 可以借用 借用 可以借鉴 借鉴 成果可以借用 成果可以借鉴 成果可以推广"
    ),
    "achievements/rights/": _words("知识产权归 知识产权归属 专利归 专利归属 归属 著作权归"),
    "achievements/suggestions/": _words("建议 职工建议 提建议 金点子 职工提建议 职工提了建议"),
    "data/changes/": _words("变化 新变化 最近变化 新增 更新"),
    "achievements/projects/": ("一线的难题，谁来攻",),
    "help/access/": _words("无障碍 读屏 字号 大字 放大 看不清 听不见 盲人"),
    "help/privacy/": _words("隐私 个人信息 公开 保密"),
    "help/withdraw/": _words("撤下 撤下个人 删除信息 删除我的信息 不想公开 撤销称号"),
    "help/": _words("填报 填报说明 报送 怎样填报 填表 上报"),
    "en/": _words("english home foreigners about introduction contact"),
    "en/studios/": _words("studios list directory studio"),
    "en/terms/": _words("terms glossary meaning"),
}
"""Address of a page → the questions it answers, without question words."""
