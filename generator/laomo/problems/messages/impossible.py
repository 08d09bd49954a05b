"""Sentences about dates, numbers and documents that cannot all be true.

Most of them only ask for a second look: what is usual elsewhere may be right here, and the sentence then says that it can stay.
"""

MESSAGES = {
    "before-founding": (
        "{field:named} {value:date} 早于工作室的成立时间 {founded:date}",
        "请核对两个时间；工作室成立得更早的，改正 studio.yml 里的成立时间，如 founded: 2012-05；确实在成立以前的，可以不改",
        "{field:named}, {value:date}, is before the studio was founded, {founded:date}",
        "check both dates; if the studio is older, correct the date in studio.yml, such as founded: 2012-05; keep it if it really was before",
    ),
    "after-ending": (
        "{field:named} {value:date} 晚于工作室的终止时间 {ended:date}",
        "请核对两个时间；终止得更晚的，改正 studio.yml 里的终止时间，如 ended_on: 2019-09",
        "{field:named}, {value:date}, is after the studio ended, {ended:date}",
        "check both dates; if the studio ended later, correct the date in studio.yml, such as ended_on: 2019-09",
    ),
    "outside-year": (
        "{field:named}写的是 {value:date}，这份是 {year} 年的年度档案",
        "请核对时间；没有写错的，移到那一年的年度档案里，文件名就是年份，如 2013.yml",
        "{field:named} is {value:date}, but this is the record of {year}",
        "check the date; if it is right, move the entry to the record of its year, which has the year as its name, such as 2013.yml",
    ),
    "report-too-early": (
        "报送日期 {value:date} 早于 {year} 年年底，这一年还没有过完",
        "请核对报送日期，如 2013-12-20；没有写错的，请在年末补上后来的内容",
        "the report was handed in on {value:date}, before the end of {year}",
        "check the date, such as 2013-12-20; if it is right, add what happened later at the end of the year",
    ),
    "project-ahead": (
        "项目的进度是“{status}”，{field:named} {value:date} 还没有到（现在是 {present:date}）",
        "请核对进度和时间；还没有开始的写“计划”，还没有完成的写“在研”",
        "the project is “{status}”, but {field:named}, {value:date}, has not come yet (it is {present:date})",
        "check the status and the date; write “计划” if it has not begun, and “在研” if it is not finished",
    ),
    "patent-number-year": (
        "号码“{value}”里的年份是 {year}，不会有这样的号码",
        "请对照证书；1985年至2003年9月申请的专利是九位号，如 ZL97101765.4，以后的是十三位号，如 ZL201710601862.3",
        "the number “{value}” has the year {year}, which no such number can have",
        "compare it with the certificate; patents applied for from 1985 to September 2003 have numbers such as ZL97101765.4, later ones such as ZL201710601862.3",
    ),
    "patent-date-year": (
        "号码“{value}”是 {year} 年的，状态“{state}”的日期却是 {date:date}",
        "请对照证书：申请的日期与号码里的年份相同，授权、登记不早于那一年；分案申请、国际申请确实这样的，可以不改",
        "the number “{value}” is of {year}, but the date of its state “{state}” is {date:date}",
        "compare them with the certificate: the application is of the year in the number, and the grant is not earlier; keep it for a divisional or an international application",
    ),
    "patent-before-project": (
        "知识产权的时间 {date:date} 早于项目“{title}”的开始时间 {start:date}",
        "请核对两个时间；立项以前就有的，从这个项目的形成成果（results）里去掉它的编号",
        "the date of the intellectual property, {date:date}, is before its project “{title}” began, {start:date}",
        "check both dates; if it is older than the project, remove its id from the project's results",
    ),
    "measure-unchanged": (
        "指标“{value}”改进前和改进后都是 {amount}",
        "请核对两个数；确实没有变化的，写进效果（effect），不写进前后对比",
        "the figure “{value}” is {amount:quoted} before and after",
        "check both numbers; if nothing changed, write it in effect and not in measures",
    ),
    "share-over-100": (
        "指标“{value}”写的是 {amount}%，超过了 100%",
        "请核对数字和单位：合格率、占比这样的指标不超过 100",
        "the figure “{value}” is {amount}%, more than 100%",
        "check the number and the unit: a share of a whole is at most 100",
    ),
    "negative-amount": (
        "{field:named}写的是“{value}”，是负数",
        "应为正数，如“5万元”；减少了多少，在说明（note）里写清楚",
        "{field:named} is “{value}”, a negative number",
        "write a positive number, such as “5万元”; say in note what became less",
    ),
    "pairs-over-apprentices": (
        "师徒结对写了 {pairs} 名徒弟，带徒人数却是 {apprentices}",
        "请核对两个数：结对的徒弟都算在带徒人数（apprentices）里",
        "the pairs name {pairs} apprentices, but their number is stated as {apprentices}",
        "check both numbers: everybody in a pair counts as an apprentice",
    ),
    "own-apprentice": (
        "“{value}”既是师傅，又是自己的徒弟",
        "请核对两个姓名；是同名的两个人的，可以不改",
        "“{value}” is named as mentor and as apprentice of one pair",
        "check both names; keep them if these are two people of the same name",
    ),
    "qualified-over-created": (
        "达标的任务 {qualified} 多于创建的任务 {created}",
        "请对照文件，核对两个数：先创建，后达标",
        "the goal is {qualified} qualified studios, but only {created} studios",
        "check both numbers against the document: a studio is set up before it qualifies",
    ),
    "listed-twice": (
        "工作室“{value}”在这份文件里写了两遍",
        "请对照文件：应是另一家工作室的，改正编号；不是的，删去一处",
        "the studio “{value}” is listed twice in this document",
        "compare it with the document: correct the id if another studio is meant, else delete one entry",
    ),
    "review-before-title": (
        "“{studio}”在 {date:date} {result}，{titled:date} 才{title}",
        "请对照文件，核对两份决定的日期：先有称号，后有复核和摘牌",
        "“{studio}” has the decision “{result}” on {date:date}, before its first title (“{title}”, {titled:date})",
        "check the dates of both decisions against the documents: a title comes first",
    ),
    "decided-before-notice-end": (
        "工作室“{studio}”的公示到 {end:date} 为止，{other} 里的决定却是 {date:date} 作出的",
        "请对照文件，核对公示和决定的日期：公示期满以后再作决定",
        "the notice on the studio “{studio}” is open until {end:date}, but the decision in {other} was made on {date:date}",
        "check both dates against the documents: the decision follows the end of the notice",
    ),
    "notice-short": (
        "公示期只有 {days} 个工作日",
        "请核对起止日期；公示一般不少于 {usual} 个工作日，本地文件另有规定的，可以不改",
        "the notice is open for {days} working days only",
        "check its dates; notices are usually open for at least {usual} working days; keep them if a local document says otherwise",
    ),
    "duplicate-doc-no": (
        "文号“{value}”也写在 {other}，两处的{field:named}却不同",
        "请核对文号；是同一份文件的，两处的发文单位、日期和标题应当写得一样",
        "the document number “{value}” is also used in {other}, where {field:named} differs",
        "check the number; if it is the same document, issuing body, date and title should be the same in both places",
    ),
    "doc-no-year": (
        "文号“{value}”里的年份是 {year}，这里写的时间却是 {dated} 年",
        "请对照文件，核对文号和年份；文件上确实这样写的，可以不改",
        "the document number “{value}” is of {year}, but the date here is of {dated}",
        "check the number and the year against the document; keep them if the document really has them",
    ),
    "model-worker-of-enterprise": (
        "“{value}”的授予单位是“{body}”",
        "请对照证书：劳动模范由区县级以上的政府或工会授予；企业评的照证书写，如“先进工作者”“标兵”，级别写“企业级”",
        "“{value}” was awarded by “{body}”",
        "compare it with the certificate: a model worker is made by a government or a union of a district or above; give the enterprise's own title and the level “企业级”",
    ),
    "honour-too-early": (
        "现任领衔人的“{value}”是 {year} 年的，距今已有 {years} 年",
        "请核对年份；已经不再领衔的，补上任职止，如 end: 2013-06",
        "a present leader's “{value}” is of {year}, {years} years ago",
        "check the year; if this person no longer leads the studio, add the end of the term, such as end: 2013-06",
    ),
    "fewer-than-sessions": (
        "培训 {sessions} 场，人次只有 {attendances}",
        "请核对两个数：人次是各场人数相加，不少于场次（sessions）",
        "{sessions} sessions were held, but only {attendances} attendances are counted",
        "check both numbers: attendances are the people at all sessions together",
    ),
    "merged-into-ended": (
        "并入的“{value}”在 {ended:date} 已经终止，早于这次合并的 {merged:date}",
        "请核对并入的编号和两个终止时间；后来又并到别处的，写最后的一家",
        "the studio merged into, “{value}”, ended on {ended:date}, before this merger on {merged:date}",
        "check the id and both dates; if it was merged again, name the studio that exists today",
    ),
    "predecessor-younger": (
        "关系写的是“{value}”，前身 {older:date} 才成立，晚于后续工作室的 {younger:date}",
        "请核对关系和两家的成立时间，如 founded: 2012-05；前身已经并入的，在它的档案里写上并入（merged_into）",
        "of the two studios of the relation “{value}”, the predecessor was founded on {older:date}, after its successor on {younger:date}",
        "check the relation and both founding dates, such as founded: 2012-05; if the predecessor was merged into it, say so with merged_into",
    ),
    "more-than-awarded": (
        "{year} 年{level}工人先锋号的授予总数是 {total}，档案里得到的工作室却有 {studios} 家",
        "请对照文件核对总数；总数没有错的，核对各工作室荣誉的年份和级别",
        "{total} awards (“{level}”) of {year} are stated, but {studios} studios have one",
        "check the total against the document, then the years and levels of the studios' honours",
    ),
}
