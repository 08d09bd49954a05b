"""The closed word lists: each Chinese label as unions write it, with its slug for URLs.

Sources: innovation kinds from 厦工办〔2013〕6号 二·1 (twelve) and 一 (科技创新); studio types from 河南省总工会 2015-02-06 二;
benefit kinds from the same document 三·二 and 厦工办〔2013〕6号 二·2. `studios/vocabulary.yml` may add industries.
"""

CATEGORIES = {
    "劳模": "model-worker",
    "工匠": "craftsman",
    "劳模和工匠人才": "model-worker-and-craftsman",
    "技能人才": "skilled-worker",
    "职工": "worker",
    "技能大师": "skill-master",
    "巾帼": "women",
    "传统工艺": "traditional-craft",
    "其他": "other",
}

STUDIO_TYPES = {"培训服务": "training", "技术攻关": "tackling", "技能传授": "teaching", "综合": "comprehensive"}

INNOVATION_KINDS = {
    "技术攻关": "technical-breakthrough",
    "技术改造": "technical-renovation",
    "技术协作": "technical-cooperation",
    "技术创新": "technical-innovation",
    "产品创新": "product-innovation",
    "管理创新": "management-innovation",
    "服务创新": "service-innovation",
    "经营创新": "operations-innovation",
    "业务创新": "business-innovation",
    "难点攻关": "bottleneck-breakthrough",
    "科学研究": "scientific-research",
    "发明创造": "invention",
    "科技创新": "science-and-technology",
}

RESULT_KINDS = {
    "发明专利": "invention-patent",
    "实用新型专利": "utility-model",
    "外观设计专利": "design-patent",
    "软件著作权": "software-copyright",
    "标准": "standard",
    "工法": "construction-method",
    "先进操作法": "work-method",
    "QC成果": "quality-circle",
    "论文": "paper",
    "技术革新": "technical-improvement",
    "五小成果": "five-small",
    "新产品": "new-product",
    "管理成果": "management",
    "获奖": "award",
    "其他": "other",
}

BENEFIT_KINDS = {
    "效率": "efficiency",
    "工艺": "process",
    "质量": "quality",
    "节能减排": "energy-saving",
    "安全": "safety",
    "成本": "cost",
    "增收": "revenue",
    "服务": "service",
}

PROBLEM_AREAS = {
    "技术开发": "technology",
    "产品研发": "product",
    "工艺改造": "process",
    "安全生产": "safety",
    "管理体制": "management",
    "其他": "other",
}

LEVELS = {
    "全国": "national",
    "行业": "industry",
    "省级": "province",
    "市级": "city",
    "区级": "district",
    "企业级": "enterprise",
}
"""Highest level first; this order is the rank."""

INDUSTRIES = {
    "装备制造": "equipment",
    "电子信息": "electronics",
    "电力能源": "energy",
    "化工材料": "chemicals",
    "建筑工程": "construction",
    "港口航运": "port",
    "交通运输": "transport",
    "邮政快递": "postal",
    "商贸服务": "commerce",
    "金融服务": "finance",
    "食品加工": "food",
    "轻工纺织": "light-industry",
    "医疗卫生": "health",
    "教育": "education",
    "科研技术服务": "research",
    "软件信息": "software",
    "文化体育": "culture",
    "园林环卫": "landscaping",
    "公用事业": "utilities",
    "公共服务": "public-service",
    "农业渔业": "agriculture",
    "酒店旅游": "hospitality",
}

HOST_PLACES = {"办公室": "office", "实验室": "laboratory", "工作室": "studio", "车间": "workshop", "现场": "field"}

LEADER_ROLES = {"领衔人": "leader", "共同领衔人": "co-leader", "带头人": "head"}
LEADER_KINDS = {"劳动模范": "model-worker", "技能人才": "skilled-worker", "工匠": "craftsman"}
STUDIO_STATES = {"正常": "active", "暂停": "paused", "撤销": "closed", "合并": "merged", "迁出": "moved"}
PROJECT_STATES = {"计划": "planned", "在研": "running", "完成": "done", "终止": "stopped"}
ADOPTIONS = {
    "新技术": "new-technology",
    "引进消化吸收": "absorbed-technology",
    "新材料": "new-material",
    "发明成果": "applied-invention",
}
"""What from elsewhere is put to use (河南省总工会 2015-02-06 三·二)."""
PROJECT_SOURCES = {"一线发现": "shop-floor", "上级下达": "assigned", "合理化建议": "suggestion", "揭榜": "open-call"}
PATENT_STATES = {"申请": "filed", "受理": "accepted", "授权": "granted", "登记": "registered", "失效": "lapsed"}
"""A patent is granted (授权), the copyright of software is registered (登记)."""
DIRECTIONS = {"越低越好": "lower", "越高越好": "higher"}
PERIODS = {"年度": "year", "累计": "cumulative", "年均": "per-year", "自应用以来": "since", "时点": "point"}
PROMOTION_SCOPES = {
    "班组": "team",
    "本单位": "unit",
    "本系统": "system",
    "本地": "local",
    "行业": "industry",
    "全国": "national",
}
AUDIENCES = {"本单位": "unit", "社会": "public"}
HONOUR_STATES = {"有效": "valid", "撤销": "revoked"}
DISCLOSURES = {
    "可公开": "public",
    "专利已申请": "patent-filed",
    "已通过保密审查": "secrecy-reviewed",
    "不公开": "withheld",
}
DECISION_RESULTS = {
    "达标": "qualified",
    "命名": "named",
    "示范": "demonstration",
    "复核合格": "reconfirmed",
    "表彰": "commended",
    "限期整改": "rectification",
    "摘牌": "delisted",
    "撤销": "revoked",
    "受理申报": "applied",
    "评选入围": "shortlisted",
}
STEPS_BEFORE_A_TITLE = ("受理申报", "评选入围")
"""Results on the way to a title: they say nothing of what a studio holds, and settle nothing (厦工办〔2013〕6号 四·2 申报、评选)."""
COMMENDATION_GROUNDS = {
    "组织健全": "organisation",
    "活动正常": "activity",
    "制度完善": "rules",
    "创新成果显著": "results",
}
"""What a union commends studios for (厦工办〔2013〕6号 四·4)."""
RELATIONS = {
    "上级工作室": "sub_studio_of",
    "孵化工作室": "incubated_by",
    "前身": "successor_of",
    "牵头工作室": "member_of",
    "下设工作室": "parent_of",
    "孵化出的工作室": "incubator_of",
    "后续工作室": "predecessor_of",
    "成员工作室": "lead_of",
}
"""The relation of another studio to this one."""
_BACK = {
    "上级工作室": "下设工作室",
    "孵化工作室": "孵化出的工作室",
    "前身": "后续工作室",
    "牵头工作室": "成员工作室",
}
RELATIONS_BACK = {**_BACK, **{back: kind for kind, back in _BACK.items()}}
"""The same relation seen from the other studio."""
LINK_KINDS = {"视频": "video", "全景": "panorama"}
ALLIANCE_KINDS = {"区域": "region", "行业": "industry", "企业": "enterprise"}
EVENT_KINDS = {
    "事迹报告": "report",
    "成果展示": "exhibition",
    "技术交流": "exchange",
    "带头人培训": "training",
    "媒体报道": "press",
}
"""How studios are made known (河南省总工会 2015-02-06 五·一), and the trainings for their leaders (五·二)."""
PRESS = "媒体报道"
INSPECTION_KINDS = {"检查": "inspection", "互查": "mutual-inspection"}
"""厦工办〔2013〕6号 四·4."""
NOTICE_KINDS = {"公示": "publicity", "通知": "announcement"}
STORY_THEMES = {"奉献": "dedication", "创新责任": "responsibility", "奋发向上": "aspiration"}
"""爱岗敬业的奉献精神、勇于创新的时代责任感、奋发向上的先进思想 (河南省总工会 2015-02-06 三·三)."""
HONOUR_MARKS = {
    "劳动模范": ("劳动模范", "劳模", "先进工作者"),
    "五一劳动奖章": ("五一劳动奖章",),
    "五一劳动奖状": ("五一劳动奖状",),
    "工人先锋号": ("工人先锋号",),
    "工匠": ("工匠",),
    "技术能手": ("技术能手", "技能能手", "首席技师", "技能大师"),
    "巾帼荣誉": ("巾帼", "三八", "五一巾帼"),
    "竞赛与集体荣誉": ("竞赛", "比武", "先进集体", "优胜"),
}
"""The kinds on the wall of honours, each with the words that identify it in a name. The first match counts."""
HONOUR_KINDS = {
    "劳动模范": "model-worker",
    "五一劳动奖章": "may-day-medal",
    "五一劳动奖状": "may-day-certificate",
    "工人先锋号": "worker-pioneer",
    "工匠": "craftsman",
    "技术能手": "technical-expert",
    "巾帼荣誉": "women",
    "竞赛与集体荣誉": "contest",
    "其他荣誉": "other",
}
UNION_KINDS = {
    "省总工会": "province",
    "市总工会": "city",
    "县总工会": "county",
    "区总工会": "district",
    "系统（区域）工委": "industry-committee",
    "产业工会": "industry-union",
    "直属工会": "direct",
    "基层工会": "grassroots",
}
FORMER_UNION_KINDS = {"区工会": "区总工会", "产业工委": "系统（区域）工委"}
"""What earlier records call two of them: still accepted, and read as the word of today."""
SKILL_GRADES = {
    "首席技师": "chief-technician",
    "特级技师": "special-technician",
    "高级技师": "senior-technician",
    "技师": "technician",
    "高级工": "senior-worker",
    "中级工": "intermediate-worker",
    "初级工": "junior-worker",
    "学徒工": "apprentice-worker",
}
AGE_BANDS = {"35岁及以下": "up-to-35", "36至45岁": "36-45", "46至55岁": "46-55", "56岁及以上": "from-56"}
EDUCATIONS = {"研究生": "postgraduate", "本科": "bachelor", "大专": "college", "中专高中及以下": "secondary"}
FUNDING_SOURCES = {
    "单位行政拨款": "unit",
    "工会经费": "union",
    "上级工会补助": "subsidy",
    "项目经费": "project",
    "其他": "other",
}
STANDARD_CHECKS = {
    "projects-in-year": "当年攻关项目的数目",
    "achievements-in-year": "当年公开成果的数目",
    "recognised-achievements-in-year": "当年得到认可或认定的成果数目",
    "awards-in-year": "当年的奖项和集体荣誉数目",
    "goals-in-year": "当年写明目标或计划的项目数目，上年写的下年计划也算",
    "trainings-in-year": "当年培训的场次",
    "leader-honour": "领衔人的有效荣誉",
    "fields-present": "档案里写了这些项",
    "plaque": "挂牌时间",
    "frontline-member": "团队里的一线职工人数",
    "manual": "由工会核定，程序不判断",
}
"""The checks that a standard may use: the name in the standard's file, and its meaning."""
KIND_NOTES = {"五小成果": "五小：小发明、小革新、小改造、小设计、小建议。"}
"""What readers may not know of a kind of result, in one line for its page."""
MODEL_WORKER_SPIRIT = ("爱岗敬业", "争创一流", "艰苦奋斗", "勇于创新", "淡泊名利", "甘于奉献")
SPIRIT_SOURCE = "习近平2020年11月24日在全国劳动模范和先进工作者表彰大会上的讲话"
"""Where the 24 characters of 劳模精神 are named."""
TERMS: dict[str, tuple[str, tuple[str, ...]]] = {
    "家": ("工作室的量词：全市100家工作室，其中66家达标。", ("间", "所")),
    "劳动模范": (
        "由区县级以上的政府或工会授予；企业评的，按企业级荣誉填写。写在职称、技能等级前面：劳动模范、高级技师。",
        (),
    ),
    "验收、命名、复核": ("按这个次序：先考核验收，合格的为达标；再命名；命名以后复核。示范另行评选。", ()),
    "登记": ("软件著作权用“登记”；“授权”只用于专利。", ("软件著作权授权",)),
    "经济效益": ("有金额才写，照原文写，注明时段和依据。", ()),
    "应用成效": ("没有金额的写应用成效，如效率、质量、安全、节能减排。", ("安全效益", "工艺效益")),
    "五小": ("小发明、小革新、小改造、小设计、小建议。各地的说法略有不同，以本地文件为准。", ()),
    "成果认定": ("成果得到有关方面的认可或认定：写认定单位、级别和年份，有奖项的写奖项。", ("认可认定",)),
    "有材料": ("对照标准时，档案里有相应的材料；没有材料的不列，不等于没有做到。是否达标，由工会认定。", ("有据",)),
    "名师带徒": ("师徒结对。人数写几名徒弟，成效写晋级、获奖、出师的人次。", ("拜师学艺",)),
    "区总工会": ("区一级的地方工会。文件上写作“区工会”的，在工会名录里照录。", ()),
    "系统（区域）工委": ("市总工会在一个系统、产业或区域设立的工作委员会。", ("产业工委",)),
    "相关工作室与联盟": ("工作室网页上的一栏：所属联盟，有关系的和相近的工作室。", ("往来",)),
    "今日推荐": ("首页每天推荐一家工作室。", ("今日一室",)),
    "分类浏览": ("按地区、行业、类别、级别等查看名录。", ("换个角度看",)),
    "填报指南": ("给工会干部和填报人的说明。", ("给发布者的话",)),
}
"""The terms of the pages as unions write them: each with its use, and the words that are not written for it."""
