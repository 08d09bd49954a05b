"""Sentences about addresses, standards and the built pages."""

MESSAGES = {
    "no-address": (
        "没有写网站的地址，展板上不印二维码，也不做订阅源、分享卡片和规范网址",
        "请在 mkdocs.yml 里写上 site_url，如 site_url: https://showcase.example.org/",
        "the site's address is not known: no QR codes, feeds, share cards or canonical addresses",
        "add site_url to mkdocs.yml, such as site_url: https://showcase.example.org/",
    ),
    "no-card-font": (
        "这台电脑上没有找到中文字体，分享链接时没有卡片图",
        "请装一种中文字体（Debian、Ubuntu：apt-get install fonts-noto-cjk），或用环境变量 {variable} 指明字体文件",
        "no Chinese font was found on this machine: shared links have no picture",
        "install one (Debian, Ubuntu: apt-get install fonts-noto-cjk), or name a font file in {variable}",
    ),
    "achievement-id-year": (
        "成果编号“{value}”与年度报告的网址相同",
        "应为看得出内容的编号，如 quick-clamp",
        "the achievement id “{value}” is the address of an annual report",
        "use an id that says what it is",
    ),
    "achievement-id-taken": (
        "成果编号“{value}”与每间工作室都有的网页同名",
        "应为看得出内容的编号，如 quick-clamp",
        "the achievement id “{value}” is the address of a page that every studio has",
        "use an id that says what it is",
    ),
    "unknown-path": (
        "标准要看“{value}”，档案里没有这一项，或它不公开",
        "应为 place.host、year.summary 这样的写法{suggestion}",
        "the standard asks for “{value}”, which no record has or publishes",
        "write a field such as place.host or year.summary{suggestion}",
    ),
    "check-parameter": (
        "核对方式“{kind}”用不着“{value}”",
        "应为{choices}",
        "the check “{kind}” takes no “{value}”",
        "use {choices}",
    ),
    "check-without-fields": (
        "没有写要看哪些项",
        "应为写上 all_of 或 any_of",
        "no fields to look at",
        "add all_of or any_of",
    ),
    "recommended-below-minimum": (
        "推荐数 {recommended} 小于最少数 {minimum}",
        "应为推荐不少于最少",
        "recommended {recommended} is below the minimum {minimum}",
        "use at least the minimum",
    ),
    "duplicate-item": (
        "条目编号“{value}”出现两次",
        "应为在一套标准内唯一",
        "the item id “{value}” stands twice",
        "use another id",
    ),
    "standard-period": (
        "施行止 {end} 早于施行起 {start}",
        "应为先起后止，请核对两个日期",
        "valid to {end}, before valid from {start}",
        "check both dates",
    ),
    "standards-overlap": (
        "施行时间与 {other} 重叠：同一发文单位的“{value}”在 {year} 年有两套",
        "应为旧标准写上施行止 valid_to，前后相接",
        "in force together with {other}: two of “{value}” by one issuer in {year}",
        "end the older standard with valid_to",
    ),
    "broken-link": (
        "网页里的链接“{target}”没有着落",
        "请改正链接，或补上缺少的网页",
        "the link “{target}” leads nowhere",
        "mend the link or add the page",
    ),
    "busy": (
        "这个文件夹里正在生成网站，两次生成会写同样的文件",
        "请等前一次做完再试",
        "another build is running in this folder",
        "wait for it to end and try again",
    ),
    "not-written": (
        "写不进去：{reason}；网站没有改动",
        "请看看磁盘是不是满了，这个位置是不是只能读",
        "cannot be written: {reason}; the site is as it was",
        "look whether the disk is full or read-only",
    ),
    "offline-taken": (
        "离线版不能放在这里：这里已经有别的东西，或者就是网站的文件夹",
        "请给一个还没有的文件夹，如 ../离线版；上次做好的离线版可以直接换新",
        "the offline edition cannot stand here: there are other things, or it is the site's own folder",
        "name a folder that does not exist yet; an older edition is replaced",
    ),
    "lost-process": (
        "有一个进程在半路上被系统终止了，多半是内存不够；网站没有改动",
        "请关掉别的程序再试一次",
        "a process was killed half-way, most likely for want of memory; the site is as it was",
        "close other programs and try again",
    ),
    "page-warning": (
        "{message}",
        "请改正这一页或 mkdocs.yml",
        "{message}",
        "mend the page or mkdocs.yml",
    ),
    "outside-request": (
        "网页会向别的网站取“{target}”",
        "应为把它放进本站，或删去",
        "the page would fetch “{target}” from another site",
        "keep it on this site or remove it",
    ),
}
