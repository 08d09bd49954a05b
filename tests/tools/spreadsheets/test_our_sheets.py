"""The sheets of our workbook, as clerks see them: every heading with its choices and its width; and what each cell holds of a record."""

import pytest

from laomo.tools.spreadsheets import sheets
from laomo.tools.spreadsheets.columns import CellRejected
from laomo.tools.spreadsheets.sheets import NAMING, SHEETS

# fmt: off
HEADINGS = {
    "工作室": """
工作室编号|114|
工作室名称|*128|
主管工会|*114|
类别|128|劳模、工匠、劳模和工匠人才、技能人才、职工、技能大师、巾帼、传统工艺、其他
领衔人·姓名|18|
所在单位|*28|
地区|118|
领衔人·角色|28|领衔人、共同领衔人、带头人
领衔人·人才类别|28|劳动模范、技能人才、工匠
领衔人·任职起|18|
领衔人·任职止|18|
领衔人·工种职务|18|
领衔人·技能等级|28|首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工
领衔人·职称|18|
领衔人·专长|18|
领衔人·一线职工|18|是、否
领衔人·兼任领衔|28|
领衔人·人物简介|48|
领衔人·肖像·文件名|28|
领衔人·肖像·替代文字|28|
领衔人·肖像·本人同意日期|28|
领衔人·撤回公开日期|28|
曾用名|18|
功能类型|18|培训服务、技术攻关、技能传授、综合
创新方向|28|技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新
行业|118|
共建工会|28|
成立时间|118|
挂牌时间|118|
状态|118|正常、暂停、撤销、合并、迁出
终止时间|118|
并入|118|
迁往|118|
参与完成|28|
一句话介绍|118|
一句原话·原话|118|
一句原话·说话人|118|
一句原话·场合|118|
简介|148|
定位|148|
工作法|148|
场地设施·依托场所|118|办公室、实验室、工作室、车间、现场
场地设施·场地面积|118|
场地设施·主要设备|18|
工作制度·制度名称|18|
工作制度·制定年份|18|
台账|118|有、无
工作经费·经费来源|18|单位行政拨款、工会经费、上级工会补助、项目经费、其他
工作经费·年度经费|118|
创新团队·团队人数|118|
创新团队·一线职工人数|118|
创新团队·女职工人数|118|
创新团队·技能等级结构|28|首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工、其他
创新团队·年龄结构|28|35岁及以下、36至45岁、46至55岁、56岁及以上
创新团队·等级与年龄梯次·技能等级|28|首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工、其他
创新团队·等级与年龄梯次·年龄段|28|35岁及以下、36至45岁、46至55岁、56岁及以上
创新团队·等级与年龄梯次·人数|18|
创新团队·学历结构|18|研究生、本科、大专、中专高中及以下
联系座机|118|
更新日期|118|
示例|118|是、否
导出记号|h16|
""",
    "成果": """
工作室编号|114|
工作室名称|*128|
年度|*114|
项次|114|
编号|118|
成果名称|*128|
成果类别|*128|发明专利、实用新型专利、外观设计专利、软件著作权、标准、工法、先进操作法、QC成果、论文、技术革新、五小成果、新产品、管理成果、获奖、其他
公开意见|*128|可公开、专利已申请、已通过保密审查、不公开
创新方向|28|技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新
用上的新东西|28|新技术、引进消化吸收、新材料、发明成果
问题|148|
办法|148|
效果|148|
前后对比·指标|18|
前后对比·改进前|18|
前后对比·改进后|18|
前后对比·单位|18|
前后对比·一句话|28|
前后对比·方向|28|越低越好、越高越好
经济效益·效益类别|28|效率、工艺、质量、节能减排、安全、成本、增收、服务
经济效益·数额|18|
经济效益·时段|28|年度、累计、年均、自应用以来、时点
经济效益·截至|28|
经济效益·依据|28|
经济效益·说明|18|
社会效益|118|
成果认定·认定单位|18|
成果认定·级别|28|全国、行业、省级、市级、区级、企业级
成果认定·认定年份|18|
成果认定·奖项等次|18|
成果认定·文号|18|
知识产权·状态|118|申请、受理、授权、登记、失效
知识产权·专利号或登记号|118|
知识产权·日期|118|
知识产权·权利人|118|
推广应用·应用单位|18|
推广应用·范围|28|班组、本单位、本系统、本地、行业、全国
推广应用·年份|18|
推广应用·数量|18|
故事|148|
共同完成|28|
导出记号|h16|
""",
    "项目": """
工作室编号|114|
工作室名称|*128|
年度|*114|
项次|114|
项目名称|*128|
问题|118|
问题领域|118|技术开发、产品研发、工艺改造、安全生产、管理体制、其他
创新方向|28|技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新
目标|118|
计划安排|118|
开始时间|118|
完成时间|118|
进度|118|计划、在研、完成、终止
课题来源|118|一线发现、上级下达、合理化建议、揭榜
合作单位|18|
形成成果|18|
导出记号|h16|
""",
    "带徒": """
工作室编号|114|
工作室名称|*128|
年度|*114|
带徒人数|*128|
带徒成效·成效|28|
带徒成效·人数|18|
带徒成效·原等级|28|首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工
带徒成效·新等级|28|首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工
带徒考评|118|
带徒激励|118|
师徒结对·师傅|18|
师徒结对·徒弟|18|
师徒结对·同意公开日期|18|
师徒结对·结对时间|28|
师徒结对·成效|18|
导出记号|h16|
""",
    "培训": """
工作室编号|114|
工作室名称|*128|
年度|*114|
项次|114|
主题|*128|
时间|118|
场次|118|
人次|118|
对象|118|本单位、社会
导出记号|h16|
""",
    "合理化建议": """
工作室编号|114|
工作室名称|*128|
年度|*114|
提出|118|
采纳|118|
实施|118|
效益|118|
导出记号|h16|
""",
    "荣誉": """
工作室编号|114|
工作室名称|*128|
荣誉类别|*114|个人荣誉、集体荣誉、年度荣誉
获得者|114|
年度|114|
项次|114|
荣誉名称|*128|
级别|*118|全国、行业、省级、市级、区级、企业级
年份|*128|
授予单位|118|
文号|118|
状态|118|有效、撤销
导出记号|h16|
""",
    "年度小结": """
工作室编号|114|
工作室名称|*128|
年度|*114|
年度小结|148|
成员晋级人数|118|
下年计划|148|
导出记号|h16|
""",
    "交流协作": """
工作室编号|114|
工作室名称|*128|
年度|*114|
活动类别|*114|技术交流、技术协作、带头人培训
项次|114|
主题|*128|
时间|118|
对方单位|118|
说明|118|
导出记号|h16|
""",
    "图片": """
工作室编号|114|
工作室名称|*128|
年度|114|
成果编号|114|
项次|114|
文件名|*128|
图说|*128|
替代文字|*128|
拍摄时间|118|
来源|118|
导出记号|h16|
""",
    "视频与全景": """
工作室编号|114|
工作室名称|*128|
项次|114|
标题|*128|
类型|*118|视频、全景
网址|*128|
来源|118|
导出记号|h16|
""",
    "工作室关系": """
工作室编号|114|
工作室名称|*128|
项次|114|
关系|*128|上级工作室、孵化工作室、前身、牵头工作室、下设工作室、孵化出的工作室、后续工作室、成员工作室
对方工作室编号|*128|
起始时间|118|
导出记号|h16|
""",
}
"""Title, needed (*), one value (1), hidden (h), width; choices."""
COLUMNS = {
    "工作室": """
类别|category|text|one||选一项：劳模、工匠、劳模和工匠人才、技能人才、职工、技能大师、巾帼、传统工艺、其他。
领衔人·姓名|leaders.name|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
所在单位|units|text|words||必填。…几项用顿号隔开。
地区|region|text|one||…
领衔人·角色|leaders.role|text|one|lines|可填：领衔人、共同领衔人、带头人。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·人才类别|leaders.kind|text|one|lines|…可填：劳动模范、技能人才、工匠。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·任职起|leaders.start|date|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·任职止|leaders.end|date|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·工种职务|leaders.job|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·技能等级|leaders.skill_grade|text|one|lines|可填：首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·职称|leaders.title|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·专长|leaders.specialities|text|words|lines|几项用顿号隔开。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·一线职工|leaders.frontline|yes-no|one|lines|…可填：是、否。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·兼任领衔|leaders.also_leads|text|words|lines|…几项用顿号隔开。几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·人物简介|leaders.bio|text|one|lines long|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·肖像·文件名|leaders.portrait.file|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·肖像·替代文字|leaders.portrait.alt|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·肖像·本人同意日期|leaders.portrait.consent|date|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
领衔人·撤回公开日期|leaders.withdrawn|date|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
曾用名|former_names|text|words||几项用顿号隔开。
功能类型|types|text|words||可填：培训服务、技术攻关、技能传授、综合。几项用顿号隔开。
创新方向|kinds|text|words||可填：技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新。几项用顿号隔开。
行业|industry|text|one||
共建工会|co_unions|text|words||…几项用顿号隔开。
成立时间|founded|date|one||…
挂牌时间|plaque|date|one||如 2013、2013-06 或 2013-06-01。
状态|status|text|one||选一项：正常、暂停、撤销、合并、迁出。
终止时间|ended_on|date|one||…
并入|merged_into|text|one||…
迁往|moved_to|text|one||…
参与完成|took_part_in|text|words||…几项用顿号隔开。
一句话介绍|slogan|text|one||…
一句原话·原话|quote.text|text|one||…
一句原话·说话人|quote.speaker|text|one||
一句原话·场合|quote.occasion|text|one||…
简介|intro|text|one| long|…
定位|positioning|text|one| long|
工作法|methods|text|one| long|
场地设施·依托场所|place.host|text|one||选一项：办公室、实验室、工作室、车间、现场。
场地设施·场地面积|place.area|amount|one||…
场地设施·主要设备|place.equipment|text|words||几项用顿号隔开。
工作制度·制度名称|rules.name|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
工作制度·制定年份|rules.year|year|one|lines|四位数字，如 2024。几项时每项占一行（Alt+回车），各列的行次对齐。
台账|ledger|yes-no|one||…选一项：有、无。
工作经费·经费来源|funding.sources|text|words||可填：单位行政拨款、工会经费、上级工会补助、项目经费、其他。几项用顿号隔开。
工作经费·年度经费|funding.amount|amount|one||…
创新团队·团队人数|team.total|number|one||…
创新团队·一线职工人数|team.frontline|number|one||只写数字，如 12。
创新团队·女职工人数|team.female|number|one||只写数字，如 12。
创新团队·技能等级结构|team.by_grade|number|counts||可填：首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工、其他。写法如“技师3、高级工2”。
创新团队·年龄结构|team.by_age|number|counts||可填：35岁及以下、36至45岁、46至55岁、56岁及以上。写法如“36至45岁3、46至55岁2”。
创新团队·等级与年龄梯次·技能等级|team.by_grade_and_age.grade|text|one|lines|可填：首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工、其他。几项时每项占一行（Alt+回车），各列的行次对齐。
创新团队·等级与年龄梯次·年龄段|team.by_grade_and_age.age|text|one|lines|可填：35岁及以下、36至45岁、46至55岁、56岁及以上。几项时每项占一行（Alt+回车），各列的行次对齐。
创新团队·等级与年龄梯次·人数|team.by_grade_and_age.count|number|one|lines|只写数字，如 12。几项时每项占一行（Alt+回车），各列的行次对齐。
创新团队·学历结构|team.by_education|number|counts||可填：研究生、本科、大专、中专高中及以下。写法如“本科3、大专2”。
联系座机|landline|text|one||…
更新日期|updated|date|one||…
示例|sample|yes-no|one||…选一项：是、否。
""",
    "成果": """
编号|id|text|one||必填。…
成果名称|title|text|one||必填。
成果类别|kind|text|one||必填。…选一项：发明专利、实用新型专利、外观设计专利、软件著作权、标准、工法、先进操作法、QC成果、论文、技术革新、五小成果、新产品、管理成果、获奖、其他。
公开意见|disclosure|text|one||必填。…选一项：可公开、专利已申请、已通过保密审查、不公开。
创新方向|innovation|text|words||可填：技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新。几项用顿号隔开。
用上的新东西|adopted|text|words||…可填：新技术、引进消化吸收、新材料、发明成果。几项用顿号隔开。
问题|problem|text|one| long|
办法|solution|text|one| long|
效果|effect|text|one| long|
前后对比·指标|measures.indicator|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
前后对比·改进前|measures.before|amount|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
前后对比·改进后|measures.after|amount|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
前后对比·单位|measures.unit|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
前后对比·一句话|measures.says|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
前后对比·方向|measures.direction|text|one|lines|…可填：越低越好、越高越好。几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·效益类别|benefits.kind|text|one|lines|可填：效率、工艺、质量、节能减排、安全、成本、增收、服务。几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·数额|benefits.amount|amount|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·时段|benefits.period|text|one|lines|可填：年度、累计、年均、自应用以来、时点。几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·截至|benefits.as_of|date|one|lines|如 2013、2013-06 或 2013-06-01。几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·依据|benefits.source|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
经济效益·说明|benefits.note|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
社会效益|social_benefit|text|one||
成果认定·认定单位|recognised_by.body|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
成果认定·级别|recognised_by.level|text|one|lines|可填：全国、行业、省级、市级、区级、企业级。几项时每项占一行（Alt+回车），各列的行次对齐。
成果认定·认定年份|recognised_by.year|year|one|lines|四位数字，如 2024。几项时每项占一行（Alt+回车），各列的行次对齐。
成果认定·奖项等次|recognised_by.award|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
成果认定·文号|recognised_by.doc_no|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
知识产权·状态|ip.state|text|one||选一项：申请、受理、授权、登记、失效。
知识产权·专利号或登记号|ip.number|text|one||
知识产权·日期|ip.date|date|one||如 2013、2013-06 或 2013-06-01。
知识产权·权利人|ip.owner|text|one||
推广应用·应用单位|promotion.place|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
推广应用·范围|promotion.scope|text|one|lines|可填：班组、本单位、本系统、本地、行业、全国。几项时每项占一行（Alt+回车），各列的行次对齐。
推广应用·年份|promotion.year|year|one|lines|四位数字，如 2024。几项时每项占一行（Alt+回车），各列的行次对齐。
推广应用·数量|promotion.count|amount|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
故事|story|text|one| long|…
共同完成|shared_with|text|words||…几项用顿号隔开。
""",
    "项目": """
项目名称|title|text|one||必填。
问题|problem|text|one||…
问题领域|area|text|one||选一项：技术开发、产品研发、工艺改造、安全生产、管理体制、其他。
创新方向|kinds|text|words||可填：技术攻关、技术改造、技术协作、技术创新、产品创新、管理创新、服务创新、经营创新、业务创新、难点攻关、科学研究、发明创造、科技创新。几项用顿号隔开。
目标|goal|text|one||
计划安排|plan|text|one||
开始时间|start|date|one||如 2013、2013-06 或 2013-06-01。
完成时间|end|date|one||如 2013、2013-06 或 2013-06-01。
进度|status|text|one||选一项：计划、在研、完成、终止。
课题来源|source|text|one||选一项：一线发现、上级下达、合理化建议、揭榜。
合作单位|partners|text|words||几项用顿号隔开。
形成成果|results|text|words||…几项用顿号隔开。
""",
    "带徒": """
带徒人数|apprentices|number|one||必填。只写数字，如 12。
带徒成效·成效|outcomes.kind|text|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
带徒成效·人数|outcomes.count|number|one|lines|只写数字，如 12。几项时每项占一行（Alt+回车），各列的行次对齐。
带徒成效·原等级|outcomes.before|text|one|lines|…可填：首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工。几项时每项占一行（Alt+回车），各列的行次对齐。
带徒成效·新等级|outcomes.after|text|one|lines|…可填：首席技师、特级技师、高级技师、技师、高级工、中级工、初级工、学徒工。几项时每项占一行（Alt+回车），各列的行次对齐。
带徒考评|assessment|text|one||…
带徒激励|incentive|text|one||…
师徒结对·师傅|pairs.mentor|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
师徒结对·徒弟|pairs.apprentice|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
师徒结对·同意公开日期|pairs.consent|date|one|lines|…几项时每项占一行（Alt+回车），各列的行次对齐。
师徒结对·结对时间|pairs.start|date|one|lines|如 2013、2013-06 或 2013-06-01。几项时每项占一行（Alt+回车），各列的行次对齐。
师徒结对·成效|pairs.outcome|text|one|lines|几项时每项占一行（Alt+回车），各列的行次对齐。
""",
    "培训": """
主题|topic|text|one||必填。
时间|date|date|one||如 2013、2013-06 或 2013-06-01。
场次|sessions|number|one||…
人次|attendances|number|one||只写数字，如 12。
对象|audience|text|one||选一项：本单位、社会。
""",
    "合理化建议": """
提出|proposed|number|one||…
采纳|adopted|number|one||只写数字，如 12。
实施|implemented|number|one||只写数字，如 12。
效益|benefit|amount|one||数字加单位，如“约15万元”。
""",
    "荣誉": """
荣誉名称|name|text|one||必填。…
级别|level|text|one||必填。…选一项：全国、行业、省级、市级、区级、企业级。
年份|year|year|one||必填。…
授予单位|body|text|one||
文号|doc_no|text|one||…
状态|status|text|one||…选一项：有效、撤销。
""",
    "年度小结": """
年度小结|summary|text|one| long|…
成员晋级人数|members_promoted|number|one||只写数字，如 12。
下年计划|plan_next|text|one| long|
""",
    "交流协作": """
主题|topic|text|one||必填。
时间|date|date|one||如 2013、2013-06 或 2013-06-01。
对方单位|partner|text|one||
说明|note|text|one||
""",
    "图片": """
文件名|file|text|one||必填。…
图说|caption|text|one||必填。…
替代文字|alt|text|one||必填。…
拍摄时间|date|date|one||如 2013、2013-06 或 2013-06-01。
来源|source|text|one||…
""",
    "视频与全景": """
标题|title|text|one||必填。
类型|kind|text|one||必填。选一项：视频、全景。
网址|address|text|one||必填。…
来源|provider|text|one||…
""",
    "工作室关系": """
关系|kind|text|one||必填。…选一项：上级工作室、孵化工作室、前身、牵头工作室、下设工作室、孵化出的工作室、后续工作室、成员工作室。
对方工作室编号|studio|text|one||必填。
起始时间|since|date|one||如 2013、2013-06 或 2013-06-01。
""",
    "命名": """
命名文件标题|title|text|one||必填。
命名称号|designation|text|one||…
命名级别|level|text|one||必填。选一项：全国、行业、省级、市级、区级、企业级。
命名单位|bodies|text|words||必填。几项用顿号隔开。
命名时间|date|date|one||必填。如 2013、2013-06 或 2013-06-01。
命名文号|doc_no|text|one||
命名批次|batch|text|one||
""",
}
"""Header, path, kind, shape, and whether a cell has a line for each part and may be long; the help around the description of the field."""
PLACES = {
    "工作室": ("", False, (), ("工作室名称", "主管工会")),
    "成果": ("achievements", True, ("id", "title"), ("工作室名称", "年度")),
    "项目": ("projects", True, ("title",), ("工作室名称", "年度")),
    "带徒": ("mentoring", False, (), ("工作室名称", "年度")),
    "培训": ("trainings", True, ("topic", "date"), ("工作室名称", "年度")),
    "合理化建议": ("suggestions", False, (), ("工作室名称", "年度")),
    "荣誉": ("honours", True, ("name", "year"), ("工作室名称", "荣誉类别")),
    "年度小结": ("", False, (), ("工作室名称", "年度")),
    "交流协作": ("exchanges", True, ("topic", "date"), ("工作室名称", "年度", "活动类别")),
    "图片": ("photos", True, ("file",), ("工作室名称",)),
    "视频与全景": ("links", True, ("address",), ("工作室名称",)),
    "工作室关系": ("relations", True, ("studio", "kind"), ("工作室名称",)),
}
"""The field of a file, whether it is a list, the fields by which an item is known, the keys that a row needs."""
# fmt: on


def test_the_headings_of_a_sheet() -> None:
    for sheet in SHEETS:
        shown = [
            f"{each.title}|{'*' * each.required}{'1' * each.single}{'h' * each.hidden}{each.width}|{'、'.join(each.choices)}"
            for each in sheet.headings
        ]
        assert shown == HEADINGS[sheet.title].strip().split("\n")
        assert (sheet.field, sheet.many, sheet.names, sheet.needed) == PLACES[sheet.title]


def test_the_fields_of_a_sheet() -> None:
    for sheet in [*SHEETS, NAMING]:
        shown = [
            f"{each.header}|{'.'.join(each.path)}|{each.kind}|{each.shape}|{'lines' * each.lines}{' long' * each.long}|{each.help.replace(each.info.description or '∅', '…')}"
            for each in sheet.columns
        ]
        assert shown == COLUMNS[sheet.title].strip().split("\n")


def test_the_sheets_and_those_that_are_never_read() -> None:
    assert [sheet.title for sheet in SHEETS] == [*HEADINGS]
    assert frozenset({"仅供内部", "选项"}) == sheets.IGNORED_SHEETS
    page = sheets.private_page()
    assert [(each.title, each.width, each.hidden) for each in page.headings] == [
        ("内部备注（不会导入）", 40, False),
        ("联系人", 18, False),
        ("联系电话", 18, False),
        ("经办人", 18, False),
        ("记录", 18, False),
    ]
    assert (page.title, page.rows) == ("仅供内部", ())
    assert "程序从不读这一页" in page.headings[0].help
    assert sheets.ACTIVITIES == {"技术交流": "exchanges", "技术协作": "assistance", "带头人培训": "leader_trainings"}


FIELDS = {column.header: column for sheet in (*SHEETS, NAMING) for column in sheet.columns}
TEAM = FIELDS["创新团队·技能等级结构"]
JOB = FIELDS["领衔人·工种职务"]


def test_what_a_cell_shows_of_a_record() -> None:
    for header, record, text in [
        ("一句话介绍", {}, ""),
        ("一句话介绍", {"slogan": "一"}, "一"),
        (
            "领衔人·工种职务",
            {"leaders": [{"name": "甲", "job": "钳\n工"}, {"name": "乙"}, {"name": "丙", "job": "焊工"}]},
            "钳¶工\n\n焊工",
        ),
        ("领衔人·工种职务", {"leaders": [{"name": "甲", "job": "钳工"}, {"name": "乙"}]}, "钳工"),
        ("领衔人·工种职务", {"leaders": [{"name": "甲"}, {"name": "乙"}]}, ""),
        ("领衔人·工种职务", {"leaders": "甲"}, ""),
        ("领衔人·工种职务", {"leaders": ["甲", {"job": "焊工"}]}, "焊工"),
        ("场地设施·场地面积", {"place": {"area": "9平方米"}}, "9平方米"),
        ("场地设施·场地面积", {"place": "x"}, ""),
        ("所在单位", {"units": ["甲厂", "乙厂"]}, "甲厂、乙厂"),
        ("所在单位", {"units": ["甲、乙厂", "丙厂"]}, "甲、乙厂\n丙厂"),
        ("所在单位", {"units": ["甲；乙厂", "丙厂"]}, "甲；乙厂\n丙厂"),
        ("所在单位", {"units": ["甲;乙厂", "丙厂"]}, "甲;乙厂\n丙厂"),
        ("创新团队·技能等级结构", {"team": {"by_grade": {"高级工": "3", "技师": "2"}}}, "高级工3、技师2"),
    ]:
        assert FIELDS[header].read(record) == text


def test_what_a_cell_makes_of_a_record() -> None:
    for header, record, text, after in [
        ("一句话介绍", {"name": "甲", "updated": "2024"}, "一", {"name": "甲", "slogan": "一", "updated": "2024"}),
        ("一句话介绍", {"slogan": "一", "name": "甲"}, "二", {"slogan": "二", "name": "甲"}),
        ("一句话介绍", {"slogan": "一", "name": "甲"}, "", {"name": "甲"}),
        ("类别", {"updated": "2024", "x": "1"}, "劳模", {"category": "劳模", "updated": "2024", "x": "1"}),
        ("场地设施·场地面积", {}, "9平方米", {"place": {"area": "9平方米"}}),
        ("场地设施·场地面积", {"place": {"host": "甲", "area": "9平方米"}}, "", {"place": {"host": "甲"}}),
        ("场地设施·场地面积", {"place": {"area": "9平方米"}}, "", {}),
        ("场地设施·场地面积", {"place": "x"}, "9平方米", {"place": {"area": "9平方米"}}),
        ("所在单位", {}, " 甲厂 、乙厂；丙厂;丁厂、", {"units": ["甲厂", "乙厂", "丙厂", "丁厂"]}),
        ("所在单位", {}, "甲、乙厂\n丙厂", {"units": ["甲、乙厂", "丙厂"]}),
        (
            "创新团队·技能等级结构",
            {},
            "高级工3、技师 2人、高级技师：1名",
            {"team": {"by_grade": {"高级工": "3", "技师": "2", "高级技师": "1"}}},
        ),
        (
            "创新团队·技能等级结构",
            {},
            "高级工、3人、甲工2",
            {"team": {"by_grade": {"高级工": "?", "3人": "?", "甲工2": "?"}}},
        ),
        (
            "领衔人·工种职务",
            {"leaders": [{"name": "甲"}, {"name": "乙", "job": "焊工"}]},
            "钳¶工",
            {"leaders": [{"name": "甲", "job": "钳\n工\n"}, {"name": "乙"}]},
        ),
        ("领衔人·工种职务", {"leaders": [{"name": "甲"}]}, "\n焊工", {"leaders": [{"name": "甲"}, {"job": "焊工"}]}),
    ]:
        made = FIELDS[header].put(record, text)
        assert (made, [*made]) == (after, [*after])


def test_a_cell_never_takes_leaders_away() -> None:
    two = {"leaders": [{"name": "甲"}, {"name": "乙"}]}
    with pytest.raises(CellRejected) as rejected:
        FIELDS["领衔人·姓名"].put(two, "甲")
    assert rejected.value.code == "ledger-fewer-lines"
    assert FIELDS["领衔人·姓名"].put(two, "丙\n丁") == {"leaders": [{"name": "丙"}, {"name": "丁"}]}
    assert JOB.put(two, "焊工") == {"leaders": [{"name": "甲", "job": "焊工"}, {"name": "乙"}]}


def test_what_is_wrong_with_a_cell() -> None:
    for header, text, codes in [
        ("领衔人·技能等级", "技师\n甲级\n乙级", ["unknown-word"]),
        ("领衔人·技能等级", "技师\n\n高级技师", []),
        ("领衔人·人物简介", "甲¶乙", []),
        ("成立时间", "2013-13", ["date-impossible"]),
        ("成立时间", "2013-12", []),
        ("成立时间", " ", []),
    ]:
        assert [(each.path, each.code) for each in FIELDS[header].problems(text, "表!A2")] == [
            ("表!A2", code) for code in codes
        ]
