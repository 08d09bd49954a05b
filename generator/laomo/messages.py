"""The one catalogue of sentences: for each code what was found and what would be right, in Chinese and in English.

Clerks read Chinese; developers may ask for English. `{…}` are the facts of the problem.
"""

from collections.abc import Mapping
from typing import Literal

Language = Literal["zh", "en"]

_SEVERITIES = {"error": {"zh": "错误", "en": "error"}, "warning": {"zh": "提醒", "en": "warning"}}

MESSAGES: dict[str, tuple[str, str, str, str]] = {
    # ── the file as text ────────────────────────────────────────────────────────────────────────────────────────────
    "encoding-gbk": (
        "文件不是 UTF-8 编码，这一行按 GBK 读作“{line}”",
        "请用编辑器“另存为”，编码选 UTF-8",
        "the file is not UTF-8; read as GBK this line says “{line}”",
        "save it again as UTF-8",
    ),
    "encoding-utf16": (
        "文件是 UTF-16（“Unicode”）编码",
        "请用编辑器“另存为”，编码选 UTF-8",
        "the file is UTF-16",
        "save it again as UTF-8",
    ),
    "encoding-unknown": (
        "文件不是 UTF-8 编码，也认不出是哪种编码",
        "请用编辑器打开，“另存为”UTF-8",
        "the file is not UTF-8",
        "save it again as UTF-8",
    ),
    "file-too-large": (
        "文件超过 {limit} 字节",
        "应为每年一个文件、每个文件几千字；图片放进 photos 文件夹",
        "the file is larger than {limit} bytes",
        "keep one file per year, and pictures in photos/",
    ),
    "several-documents": (
        "一个文件里用 --- 隔出了几份档案",
        "应为一个文件一份档案，请把后面的移到自己的文件里",
        "several documents in one file",
        "keep one record per file",
    ),
    "anchor": (
        "用了 YAML 的引用写法（& * <<）",
        "应为把内容照写一遍；以 & 或 * 开头的文字请加英文双引号",
        "an anchor, alias or merge key",
        "write the content out; quote text that starts with & or *",
    ),
    "tag": (
        "用了 YAML 的类型标记（{tag}）",
        "应为直接写内容；以 ! 开头的文字请加英文双引号",
        "a YAML tag ({tag})",
        "write the plain value; quote text that starts with !",
    ),
    "too-deep": (
        "层次超过 {limit} 层",
        "请检查缩进和括号是否写错",
        "more than {limit} levels deep",
        "check indentation and brackets",
    ),
    "too-many-nodes": (
        "条目超过 {limit} 个",
        "请把内容按年份分到几个文件里",
        "more than {limit} values",
        "split the content by year",
    ),
    "key-not-text": (
        "冒号前面不是简单的字段名",
        "应为一行“字段名: 内容”",
        "a key that is not plain text",
        "write “key: value”",
    ),
    "duplicate-key": (
        "“{key}”在同一处写了两次",
        "应为只写一次，请合并或删去一处",
        "“{key}” stands twice",
        "keep one of them",
    ),
    "forbidden-character": (
        "含有看不见的控制字符 {character}",
        "请删去它，把这几个字重新键入一遍",
        "an invisible control character {character}",
        "delete it and type the text again",
    ),
    "text-lost": (
        "“{lost}”会被当作注释丢掉",
        '应为给整个内容加英文双引号："{value}"',
        "“{lost}” is read as a comment and lost",
        'put the whole value in double quotes: "{value}"',
    ),
    "dash-without-space": (
        "“{value}”的短横线后面没有空格，没有成为列表的一项",
        "应为短横线、空格、内容",
        "“{value}” lacks a space after the dash",
        "write dash, space, value",
    ),
    "chinese-quotes": (
        "整个内容用中文引号括着，引号会印在网页上",
        "应为不加引号：{inner}",
        "the value is wrapped in Chinese quotes, which would be printed",
        "write it without quotes: {inner}",
    ),
    "full-width-comma": (
        "方括号里用了中文逗号或顿号，“{value}”成了一项",
        "应为用英文逗号加空格隔开，如 [甲, 乙]",
        "a full-width comma made one item of “{value}”",
        "separate items by a comma and a space",
    ),
    "not-a-mapping": (
        "整个文件不是“字段名: 内容”的形式",
        "应为每行一个字段，如 name: 工作室名称",
        "the file is not a mapping",
        "write one “key: value” per line",
    ),
    "merge-marker": (
        "留有 git 合并冲突的标记",
        "请在两种写法中留下对的一种，删去带 <<<<<<<、=======、>>>>>>> 的行",
        "a merge conflict marker is left",
        "keep one side and delete the marker lines",
    ),
    "tab": (
        "行首用了制表符（Tab）",
        "应为用空格缩进，每层两个空格",
        "a tab in the indentation",
        "indent with two spaces",
    ),
    "full-width-space": (
        "用了全角空格",
        "应为英文半角空格",
        "a full-width space",
        "use an ordinary space",
    ),
    "full-width-colon": (
        "“{key}”后面是中文冒号（：）",
        "应为英文冒号加一个空格：{key}: 内容",
        "a full-width colon after “{key}”",
        "use a colon and a space",
    ),
    "colon-without-space": (
        "“{line}”的冒号后面没有空格",
        "应为冒号、空格、内容",
        "no space after the colon in “{line}”",
        "write colon, space, value",
    ),
    "special-start": (
        "内容以 {sign} 开头，它在 YAML 里有特别的意思",
        "应为给整个内容加英文双引号",
        "the value starts with {sign}",
        "put the value in double quotes",
    ),
    "second-colon": (
        "“{line}”的内容里又有英文冒号加空格",
        "应为给整个内容加英文双引号，或改用中文冒号",
        "a second colon in “{line}”",
        "put the value in double quotes",
    ),
    "syntax": (
        "从“{line}”起读不下去了",
        "请检查这一行和上一行的缩进、引号和括号",
        "cannot be read from “{line}” on",
        "check indentation, quotes and brackets here and above",
    ),
    # ── what must never be published ────────────────────────────────────────────────────────────────────────────────
    "personal-identity": (
        "有一个身份证号（{masked}）",
        "请立即删去；已经提交过的，还要报告管理员清理旧记录",
        "an identity number ({masked})",
        "delete it, and have the history cleaned if it was committed",
    ),
    "personal-mobile": (
        "有一个手机号（{masked}）",
        "请删去；需要公布电话时，写工会的办公座机或 12351",
        "a mobile number ({masked})",
        "delete it; publish a union's landline instead",
    ),
    "personal-card": (
        "有一个像银行卡号的数（{masked}）",
        "请删去",
        "a number that looks like a bank card ({masked})",
        "delete it",
    ),
    "personal-mail": (
        "有一个电子邮箱（{masked}）",
        "请删去",
        "an e-mail address ({masked})",
        "delete it",
    ),
    # ── values ──────────────────────────────────────────────────────────────────────────────────────────────────────
    "missing": (
        "缺少{field}",
        "应为补上一行 {key}: …{help}",
        "{field} is missing",
        "add a line {key}: …",
    ),
    "unknown-field": (
        "没有“{key}”这个字段",
        "应为{suggestion}",
        "unknown field “{key}”",
        "use {suggestion}",
    ),
    "unknown-word": (
        "{field}写的是“{value}”",
        "应为{choices}之一",
        "{field} is “{value}”",
        "use one of {choices}",
    ),
    "date-malformed": (
        "{field}写的是“{value}”，不像日期",
        "应为 2013、2013-06 或 2013-06-01",
        "{field} is “{value}”, no date",
        "write 2013, 2013-06 or 2013-06-01",
    ),
    "date-impossible": (
        "{field}写的是“{value}”，历书上没有这一天",
        "请核对月份和日子",
        "{field} is “{value}”, which does not exist",
        "check month and day",
    ),
    "quantity-malformed": (
        "{field}写的是“{value}”，读不出数字",
        "应为数字加单位，如“800余万元”“近300次”“数亿元”",
        "{field} is “{value}”, no quantity",
        "write a number and a unit",
    ),
    "whole-number": (
        "{field}写的是“{value}”，不是整数",
        "应为只写阿拉伯数字，如 12",
        "{field} is “{value}”, not a whole number",
        "write digits only",
    ),
    "yes-no": (
        "{field}写的是“{value}”",
        "应为“是”或“否”（“有”或“无”）",
        "{field} is “{value}”",
        "write 是 or 否",
    ),
    "out-of-range": (
        "{field}写的是“{value}”，超出范围",
        "应为 {low} 到 {high}",
        "{field} is “{value}”, out of range",
        "use {low} to {high}",
    ),
    "too-long": (
        "{field}有 {length} 个字，太长了",
        "应为不超过 {limit} 个字",
        "{field} has {length} characters",
        "use at most {limit}",
    ),
    "slug-malformed": (
        "{field}写的是“{value}”",
        "应为小写英文字母、数字和短横线，如 port-crane，不超过 64 个字符",
        "{field} is “{value}”",
        "use lower-case letters, digits and hyphens",
    ),
    "file-name-malformed": (
        "{field}写的是“{value}”",
        "应为英文字母、数字组成的文件名，以 .jpg、.png 或 .webp 结尾",
        "{field} is “{value}”",
        "use a plain name that ends in .jpg, .png or .webp",
    ),
    "markup-character": (
        "{field}“{value}”里有 < > \" ' & \\ ` {{ }} [ ] 之类的符号",
        "应为只用文字和中文标点，如《》“”（）",
        "{field} “{value}” contains markup characters",
        "use text and Chinese punctuation only",
    ),
    "text-expected": (
        "{field}应是一段文字，现在是列表或分项",
        "应为写在冒号后面的一段文字",
        "{field} should be text",
        "write the text after the colon",
    ),
    "list-expected": (
        "{field}应是列表",
        "应为写成 [甲, 乙]，或每项一行、以短横线和空格开头",
        "{field} should be a list",
        "write [a, b] or one item per line",
    ),
    "items-expected": (
        "{field}应是列表，每项分行填写",
        "应为另起一行、缩进两格，写“- {first}: …”，其余各行与 {first} 对齐",
        "{field} should be a list of mappings",
        "write “- {first}: …” on the next line, indented",
    ),
    "mapping-expected": (
        "{field}应分项填写",
        "应为另起一行、缩进两格，每行一个“字段名: 内容”",
        "{field} should be a mapping",
        "write one “key: value” per line, indented",
    ),
    "empty": (
        "{field}是空的",
        "应为至少写一项",
        "{field} is empty",
        "write at least one item",
    ),
    "invalid": (
        "{field}写的是“{value}”，读不懂",
        "请对照《档案怎么写》改正",
        "{field} is “{value}”, not understood",
        "see the record format help",
    ),
    # ── files and folders ───────────────────────────────────────────────────────────────────────────────────────────
    "missing-file": (
        "没有这个文件",
        "应为建立它；可照《如何发布一间工作室》中的样子写",
        "the file does not exist",
        "create it",
    ),
    "unexpected-file": (
        "这里不该有这个文件",
        "应为 studio.yml、<年份>.yml，或 photos 文件夹里的图片",
        "a file that does not belong here",
        "use studio.yml, <year>.yml, or pictures in photos/",
    ),
    "symlink": (
        "是一个链接，不是文件",
        "应为把文件本身放进来",
        "a link, not a file",
        "put the file itself here",
    ),
    "folder-name": (
        "文件夹名“{name}”不能用作编号",
        "应为小写英文字母、数字和短横线，如 port-crane",
        "the folder name “{name}” cannot be an id",
        "use lower-case letters, digits and hyphens",
    ),
    "reserved-name": (
        "“{name}”是网站自己要用的名字",
        "请给工作室换一个编号",
        "“{name}” is reserved",
        "choose another id",
    ),
    "studio-without-profile": (
        "文件夹里没有 studio.yml",
        "应为先写好工作室档案 studio.yml，年度档案才能发布",
        "the folder has no studio.yml",
        "write the profile first",
    ),
    # ── records against each other ──────────────────────────────────────────────────────────────────────────────────
    "unknown-union": (
        "{field}写的是“{value}”，工会名录里没有",
        "应为 unions.yml 里的编号{suggestion}",
        "{field} is “{value}”, which unions.yml does not know",
        "use an id from unions.yml{suggestion}",
    ),
    "unknown-studio": (
        "{field}写的是“{value}”，没有这间工作室",
        "应为工作室文件夹的名字{suggestion}",
        "{field} is “{value}”, no such studio",
        "use the name of a studio folder{suggestion}",
    ),
    "unknown-result": (
        "项目的形成成果写的是“{value}”，这间工作室没有这个编号的成果",
        "应为成果的 id{suggestion}",
        "the project names result “{value}”, which this studio does not have",
        "use an achievement id{suggestion}",
    ),
    "unknown-industry": (
        "行业写的是“{value}”，词表里没有",
        "应为{choices}之一，或先在 vocabulary.yml 里增加",
        "the industry is “{value}”",
        "use one of {choices}, or add it to vocabulary.yml",
    ),
    "duplicate-studio": (
        "编号“{value}”与 {other} 相同",
        "应为全站唯一，请给文件夹换一个名字",
        "the id “{value}” is also used by {other}",
        "rename the folder",
    ),
    "duplicate-achievement": (
        "成果编号“{value}”与 {other} 相同",
        "应为在一间工作室内唯一",
        "the achievement id “{value}” also stands in {other}",
        "use another id",
    ),
    "duplicate-union": (
        "工会编号“{value}”出现两次",
        "应为唯一",
        "the union id “{value}” stands twice",
        "use another id",
    ),
    "duplicate-target": (
        "“{value}”在任务分解表里出现两次",
        "应为一个工会一行",
        "“{value}” has two rows",
        "keep one row per union",
    ),
    "target-total": (
        "{field}合计写的是 {stated}，各行相加是 {sum}",
        "应为两者相等，请核对文件",
        "the stated total of {field} is {stated}, the rows sum to {sum}",
        "make them agree",
    ),
    "plaque-before-founding": (
        "挂牌时间 {plaque} 早于成立时间 {founded}",
        "应为挂牌不早于成立，请核对两个日期",
        "plaque {plaque} before founding {founded}",
        "check both dates",
    ),
    "grant-before-decision": (
        "补助日期 {granted} 早于验收日期 {date}",
        "应为先验收、后补助",
        "grant {granted} before acceptance {date}",
        "check both dates",
    ),
    "future-date": (
        "{field}“{value}”晚于数据截至日期 {as_of}",
        "请核对年份，或更新 site.yml 里的数据截至日期",
        "{field} {value} is later than the data date {as_of}",
        "check the year or update as_of in site.yml",
    ),
    "team-parts": (
        "{field}各项相加是 {sum}，团队人数是 {total}",
        "应为两者相等",
        "{field} sums to {sum}, the team has {total}",
        "make them equal",
    ),
    "more-than-team": (
        "{field}是 {value}，多于团队人数 {total}",
        "应为不多于团队人数",
        "{field} is {value}, more than the team of {total}",
        "use at most the total",
    ),
    "suggestions-order": (
        "{later}（{more}）多于{earlier}（{less}）",
        "应为提出 ≥ 采纳 ≥ 实施",
        "{later} ({more}) exceeds {earlier} ({less})",
        "proposed ≥ adopted ≥ implemented",
    ),
    "outcomes-over-apprentices": (
        "“{value}”的人数 {count} 多于带徒人数 {apprentices}",
        "应为不多于带徒人数",
        "“{value}” counts {count}, more than {apprentices} apprentices",
        "use at most the number of apprentices",
    ),
    "end-before-start": (
        "{end} {ended} 早于{start} {begun}",
        "应为先{start}、后{end}，请核对两个日期",
        "{end} {ended} before {start} {begun}",
        "check both dates",
    ),
    "year-too-early": (
        "{field}写的是“{value}”，早于 {earliest} 年",
        "请核对年份",
        "{field} is {value}, before {earliest}",
        "check the year",
    ),
    "recognition-before-achievement": (
        "“{title}”是 {year} 年的成果，认定年份却是 {value}",
        "应为认定不早于成果；请核对年份，或把成果移到它所在的年度",
        "“{title}” is of {year} but was recognised in {value}",
        "check the year, or move the achievement to its own",
    ),
    "doc-no-brackets": (
        "文号“{value}”的括号不对",
        "应为六角括号：{right}",
        "the document number “{value}” has the wrong brackets",
        "write {right}",
    ),
    "doc-no-malformed": (
        "文号“{value}”不像文号",
        "应为发文字号加〔年份〕加序号，如“厦工〔2013〕6号”；文件上确是这样的，可不改",
        "“{value}” is no document number",
        "write it as in “厦工〔2013〕6号”",
    ),
    "duplicate-doc-no": (
        "文号“{value}”与 {other} 相同",
        "请核对文号；同一份文件应为一份档案",
        "the document number “{value}” also stands in {other}",
        "check it; one document is one record",
    ),
    "patent-number": (
        "专利号“{value}”不合格式",
        "应为 ZL、四位年份、一位类别、七位流水号、小数点、校验位，如 ZL201710601862.3；演示用“示例专利…”",
        "“{value}” is no patent number",
        "write it as in ZL201710601862.3",
    ),
    "patent-check-digit": (
        "专利号“{value}”的校验位算不出来",
        "请对照证书；前面的数字若没有错，应为 {right}",
        "the check digit of “{value}” is wrong",
        "compare the certificate; if the digits before are right, write {right}",
    ),
    "patent-kind": (
        "专利号“{value}”的类别位是 {digit}（{meant}），成果类别写的是“{kind}”",
        "应为两者一致，请对照证书",
        "the patent number “{value}” says {meant}, the record says {kind}",
        "make them agree",
    ),
    "duplicate-leader": (
        "“{value}”在 {other} 里也领衔“{studio}”",
        "请核对是不是同一间工作室；是的话应为一份档案，更名写进 former_names",
        "“{value}” also leads “{studio}” in {other}",
        "check whether the two are one studio",
    ),
    "duplicate-claim": (
        "成果“{value}”也写在 {other}（{studio}）",
        "请核对成果归谁；合作完成的，应为一间填报、另一间写进交流或推广",
        "the achievement “{value}” also stands in {other} ({studio})",
        "let one studio report it",
    ),
    "duplicate-patent": (
        "专利号“{value}”也写在 {other}（{studio}）",
        "请核对专利归谁，应为一间填报",
        "the patent “{value}” also stands in {other} ({studio})",
        "let one studio report it",
    ),
    "ending-untold": (
        "状态写了“{status}”，没有写{field}哪里",
        "应为补上一行 {key}: …",
        "the status is {status}, but {key} is missing",
        "add {key}",
    ),
    "ending-unmeant": (
        "写了{field}，状态却是“{now}”",
        "应为 status: {status}，或删去 {key}",
        "{key} is given, but the status is {now}",
        "set status to {status} or remove {key}",
    ),
    "tied-to-itself": (
        "{field}写的是工作室自己（{value}）",
        "应为另一间工作室的编号",
        "{field} names the studio itself ({value})",
        "name another studio",
    ),
    "duplicate-alliance": (
        "联盟编号“{value}”出现两次",
        "应为唯一",
        "the alliance id “{value}” stands twice",
        "use another id",
    ),
    "phone-in-notice": (
        "异议办法里写着号码",
        "应为只写怎样反映；电话用 union 写受理工会的编号，由 unions.yml 里的座机带出",
        "a number stands in the way to object",
        "name the union; its landline is printed",
    ),
    "notice-incomplete": (
        "公示没有写{field}",
        "应为补上一行 {key}: …",
        "the notice lacks {key}",
        "add {key}",
    ),
    "withdrawn-in-name": (
        "工作室名称里还有已撤回公开的“{name}”",
        "请与单位商定：牌匾已更名的改 name，并删去 former_names 里的旧名；仍挂旧牌的可暂留",
        "the studio's name still contains “{name}”, who has withdrawn",
        "rename the studio when its plaque changes",
    ),
    "withdrawn-in-text": (
        "这里还写着已撤回公开的“{name}”",
        "请改写这段文字，不写姓名；是同名的另一人，可不改",
        "“{name}”, who has withdrawn, is still named here",
        "rewrite the text without the name",
    ),
    "missing-picture": (
        "图片 photos/{value} 不在文件夹里",
        "应为把图片放进这间工作室的 photos 文件夹{suggestion}",
        "the picture photos/{value} is not there",
        "put it into the studio's photos folder{suggestion}",
    ),
    "bad-picture": (
        "图片 {value} 打不开，不是 jpg、png 或 webp",
        "请用看图软件另存为 jpg 或 png",
        "the picture {value} cannot be read",
        "save it again as jpg or png",
    ),
    "picture-too-large": (
        "图片 {value} 有 {size}",
        "应为不超过 {limit}，请缩小后再放进来",
        "the picture {value} has {size}",
        "make it at most {limit}",
    ),
    # ── addresses and standards ─────────────────────────────────────────────────────────────────────────────────────
    "achievement-id-year": (
        "成果编号“{value}”与年度报告的网址相同",
        "应为看得出内容的编号，如 quick-clamp",
        "the achievement id “{value}” is the address of an annual report",
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
    # ── the built site ──────────────────────────────────────────────────────────────────────────────────────────────
    "broken-link": (
        "网页里的链接“{target}”没有着落",
        "请改正链接，或补上缺少的网页",
        "the link “{target}” leads nowhere",
        "mend the link or add the page",
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


def sentence(code: str, facts: Mapping[str, str], language: Language) -> str:
    """What was found."""
    return MESSAGES[code][0 if language == "zh" else 2].format_map(facts)


def remedy(code: str, facts: Mapping[str, str], language: Language) -> str:
    """What would be right."""
    return MESSAGES[code][1 if language == "zh" else 3].format_map(facts)


def severity_word(severity: str, language: Language) -> str:
    """错误 or 提醒."""
    return _SEVERITIES[severity][language]


LINES: dict[str, tuple[str, str]] = {
    "checked": ("检查了 {files} 份档案，{problems} 个问题。", "{files} records checked, {problems} problems."),
    "building": ("正在生成网站…", "Building the site …"),
    "built": (
        "网站已生成：{pages} 页，其中 {changed} 页有变化，用时 {seconds} 秒。打开看看：{out}",
        "Built {pages} pages, {changed} of them changed, in {seconds} s. Open {out}",
    ),
    "not-built": (
        "有 {problems} 个问题，网站没有生成；{out} 保持原样。",
        "{problems} problems: nothing was built, {out} is as it was.",
    ),
    "demo": ("做好了演示站：{files} 个文件，在 {folder}。", "{files} files of a demonstration site in {folder}."),
    "not-empty": ("{folder} 不是空文件夹", "{folder} is not empty"),
    "report-title": (
        "{year}年度报告情况（内部，请勿公开；数据截至{as_of}）",
        "Annual reports of {year} (internal, not for publication; data as of {as_of})",
    ),
    "report-union": ("{union}：应报 {expected} 间，已报 {reported} 间", "{union}: {expected} due, {reported} reported"),
    "report-missing": ("没有 {year} 年度档案", "no record of {year}"),
    "report-unsubmitted": ("有档案，没有报送日期", "recorded, but not marked as submitted"),
    "report-stale": ("超过两年没有更新", "not updated for over two years"),
    "report-last": ("最近一份是 {last} 年", "last one is of {last}"),
    "report-never": ("还没有年度档案", "none so far"),
    "report-gaps": ("{standard}（{from}年）没有见到材料的条目", "{standard} ({from}): items without material"),
    "report-nothing": ("没有要催的事项。", "Nothing is outstanding."),
    "report-problems": (
        "另有 {problems} 个问题，读不了的档案没有算进来；请先运行 laomo check。",
        "{problems} problems besides; records that cannot be read are not counted. Run laomo check first.",
    ),
    "interrupted": ("已中断，网站保持原样。", "Interrupted; the site is as it was."),
    "our-fault": (
        "这是程序的错，不是档案的错。请把上面的文字连同版本号 {version} 报告给维护者。",
        "This is our fault, not your records'. Please report the text above with version {version}.",
    ),
}


def line(code: str, language: Language, **facts: str) -> str:
    """One line of the command's own."""
    return LINES[code][0 if language == "zh" else 1].format_map(facts)
