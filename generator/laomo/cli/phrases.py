"""The messages that commands print, in Chinese and in English."""

from laomo.problems.messages import Language, fill
from laomo.problems.problem import Fact

_LINES: dict[str, tuple[str, str]] = {
    "checked": ("检查了 {files} 份档案，{problems} 个问题。", "{files} records checked, {problems} problems."),
    "read-on": (
        "看不懂哪一条，照它末尾方括号里的代号到网站的帮助里查，如 {place}",
        "To read more about a problem, look up the code at its end in the site's help, such as {place}",
    ),
    "building": ("正在生成网站…", "Building the site …"),
    "built": (
        "网站已生成：{pages} 页，其中 {changed} 页有变化，用时 {seconds} 秒。打开看看：{out}",
        "Built {pages} pages ({changed} changed) in {seconds} s. Open {out}",
    ),
    "finished": (
        "网站已做完：{pages} 个网页。打开看看：{out}",
        "Finished {pages} HTML files. Open {out}",
    ),
    "serving": (
        "正在预览：{url} 。改了档案，浏览器里的网页随即更新；按 Ctrl+C 结束。",
        "Preview at {url} . Saved records appear in the browser at once; press Ctrl+C to stop.",
    ),
    "no-address-to-serve": (
        "不能在 {address} 预览：地址写得不对，或者别的程序占着它（{reason}）。换一个，如 --address 127.0.0.1:8001。",
        "Cannot serve at {address}: {reason}. Try another, such as --address 127.0.0.1:8001.",
    ),
    "offline": (
        "离线版已放好：{out}。整个文件夹一起拷贝；打开方法写在里面的“打开方法.txt”。",
        "The offline edition is in {out}. Copy the whole folder; start with index.html.",
    ),
    "not-built": (
        "有 {problems} 个问题，网站没有生成；{out} 保持原样。",
        "{problems} problems: the site was not built, and {out} was not changed.",
    ),
    "gather-taken": (
        "{house}：收下 {studios} 个工作室（新 {added} 个，去掉 {gone} 个），数据截至 {as_of:date}。",
        "{house}: {studios} studios taken ({added} new, {gone} gone), as of {as_of:date}.",
    ),
    "gather-unchanged": (
        "{house}：没有变化，数据截至 {as_of:date}。",
        "{house}: unchanged, as of {as_of:date}.",
    ),
    "gather-kept": (
        "{house}：没有收，沿用上一次的，数据截至 {as_of:date}。",
        "{house}: not taken; the last edition stays, as of {as_of:date}.",
    ),
    "gather-nothing": ("{house}：没有收，这里也还没有它的档案。", "{house}: not taken, and nothing of it is here yet."),
    "gather-withdrawn": (
        "撤回：改了 {changed} 份档案，整个去掉 {gone} 个工作室。请马上运行 laomo build 并发布。",
        "Withdrawn: {changed} profiles changed, {gone} studios removed. Run laomo build and publish at once.",
    ),
    "gather-withdrawn-papers": (
        "另去掉 {count} 份写着他们的活动和公示。",
        "{count} events and notices that named them are removed, too.",
    ),
    "gather-titles": (
        "从{site}接来 {count} 份决定，写进 studios/above.yml。",
        "{count} decisions from {site} are in studios/above.yml.",
    ),
    "gather-titles-same": ("{site}的 {count} 份决定没有变化。", "The {count} decisions of {site} are unchanged."),
    "gather-no-houses": (
        "{file} 里还没有写要从哪里收；照帮助“成员馆”那一页写好，再来运行",
        "{file} does not say where to gather from yet",
    ),
    "gather-unknown-house": ("houses.yml 里没有编号为“{house}”的馆", "houses.yml lists no house “{house}”"),
    "gather-busy": ("网站正在生成，等它做完再收。", "A build is running; gather when it has ended."),
    "published": ("已发布第 {number} 版，读者看到的是 {place}。", "Published release {number} at {place}."),
    "rolled-back": ("已退回第 {number} 版，读者看到的是 {place}。", "Rolled back to release {number} at {place}."),
    "no-site": ("{place} 里没有生成好的网站；请先运行 laomo build", "no built site in {place}; run laomo build first"),
    "no-earlier-release": ("{place} 里没有更早的版本可以退回", "no earlier release in {place}"),
    "releases-purged": (
        "已删除旧版 {numbers}：那以后有人撤回了，不能再退回去。",
        "Deleted the old releases {numbers}: someone has withdrawn consent since then, so they cannot be restored.",
    ),
    "place-taken": (
        "{place} 里已经有别的程序的 releases 文件夹；请换一个文件夹",
        "{place} already has a folder releases that belongs to another program; choose another folder",
    ),
    "place-unclear": (
        "看不出“{place}”是服务器还是本机的文件夹，什么也没有做。服务器上的，请写成“{host}:文件夹”；本机的，请写成“./{place}”",
        "“{place}” may be a server or a folder of this machine; nothing was done. Write {host}:FOLDER for one on the server, or ./{place} for a local one",
    ),
    "place-address": (
        "“{place}”是网址，不能往网址发布，什么也没有做。服务器上的，请写成“{host}:文件夹”；本机的，请写文件夹，如 ./www",
        "“{place}” is an address, and nothing can be published to one. Write {host}:FOLDER for one on a server, or a local folder such as ./www",
    ),
    "server-folder": (
        "位置“{folder}”写不进服务器的设置；请写完整的文件夹，以 / 开头，不带引号、反斜杠、花括号、$ 和 %",
        "the folder “{folder}” cannot be written into the settings; give an absolute one without quotes, backslashes, braces, $ or %",
    ),
    "server-name": (
        "“{name}”不是域名（网站的名字）；请写成 www.example.org，或 www.example.org:8080",
        "“{name}” is no host name; write www.example.org, or www.example.org:8080",
    ),
    "server-moved": (
        "旧网址表第 {line} 行没有两个网址；请写成“旧网址,新网址”，网址以 / 或 https:// 开头",
        "line {line} of the old addresses has no two addresses; write OLD,NEW, each beginning with / or https://",
    ),
    "place-bucket": (
        "“{place}”不是对象存储的位置；请写成“s3://桶/文件夹”，桶的名字是小写字母、数字和短横线",
        "“{place}” names no bucket; write s3://bucket/folder, with the bucket in lower-case letters, digits and hyphens",
    ),
    "bucket-taken": (
        "{place} 里已经有别的文件，没有动；请换一个空的文件夹",
        "{place} already has other files and was not changed; choose an empty folder",
    ),
    "no-boto3": (
        "发布到对象存储（云上存文件的地方）要用 boto3，没有装：请管理员运行 pip install 'laomo[s3]'。什么也没有发布。",
        "Publishing to a store needs boto3: run pip install 'laomo[s3]'. Nothing was published.",
    ),
    "no-credentials": (
        "没有找到 {place} 的密钥；请管理员设好 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY，或写在 ~/.aws/credentials 里。什么也没有发布。",
        "No credentials for {place}: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write ~/.aws/credentials. Nothing was published.",
    ),
    "not-stored": (
        "没有发布完 {place}（{reason}）；读者看到的每一页都是完整的，请排除原因再来一次，没有换完的会接着换。",
        "{place} was not published completely ({reason}). Every page that readers see is whole; publish again, and the rest follows.",
    ),
    "visits-ending": (
        "不知道 {file} 要写成什么；文件名请以 .xlsx 或 .csv 结尾",
        "{file} should end in .xlsx or .csv",
    ),
    "visits-failed": (
        "{file} 读不了或写不了（{reason:named}）；请换一个位置再试，或联系管理员",
        "{file} cannot be read or written ({reason:named}); try another place",
    ),
    "visits-counted": (
        "看了 {lines} 行日志：浏览 {counted} 次；程序（搜索引擎等）的 {robots} 次没有算，{unreadable} 行读不懂。",
        "{lines} lines read: {counted} page views; {robots} by robots were left out, {unreadable} lines could not be read.",
    ),
    "visits-written": ("写好了 {file}。", "Wrote {file}."),
    "visits-damaged": (
        "{file} 不完整，只数了读得出的部分；请重新取一份。",
        "{file} is damaged; only its readable part was counted. Fetch it again.",
    ),
    "publishing-already": (
        "另一个程序正在往 {place} 发布，等它结束再试。",
        "Another process is publishing to {place}; try again when it has finished.",
    ),
    "disk": (
        "{place:|{place}：}{reason:named}。怎样处理，laomo doctor 会说；处理好再运行一次，已有的档案没有动。",
        "{place:|{place}: }{reason:named}. laomo doctor says how to mend that; then run the command again. No record was changed.",
    ),
    "not-published": (
        "写不进 {place}（{reason:named}）；读者看到的网站保持原样。请联系管理员看看磁盘和权限，再发布一次。",
        "{place} could not be written ({reason:named}); the published site was not changed. Check the disk and its permissions, and publish again.",
    ),
    "not-reached": (
        "连不上 {host}（{reason}）；读者看到的网站保持原样。请看看网络通不通，再发布一次；还不行的，请联系管理员。",
        "Cannot connect to {host} ({reason}); the published site was not changed. Check the network, and publish again.",
    ),
    "not-told": (
        "换上网站的时候和 {host} 断了（{reason}）；读者看到的是完整的旧版或新版，请打开看看，没有换上就再来一次。",
        "The connection to {host} was lost while the site was being switched ({reason}); readers see either the old or the new site, complete. Check which one, and publish again if necessary.",
    ),
    "no-program": (
        "没有找到 {program}；发布到服务器要用 ssh 和 rsync，请管理员装上（Debian、Ubuntu：apt-get install rsync openssh-client）。",
        "{program} was not found; publishing to a server needs ssh and rsync (Debian, Ubuntu: apt-get install rsync openssh-client).",
    ),
    "demo": ("做好了演示站：{files} 个文件，在 {folder}。", "Wrote a demonstration site of {files} files to {folder}."),
    "not-empty": (
        "{folder} 不是空文件夹，没有动；请换一个还没有的文件夹",
        "{folder} is not empty and was not changed; name a folder that does not exist yet",
    ),
    "report-title": (
        "{year}年度报告情况（内部，请勿公开；数据截至{as_of:date}）",
        "Annual reports of {year} (internal, not for publication; data as of {as_of:date})",
    ),
    "report-union": (
        "{union}：应报 {expected} 家，已报 {reported} 家",
        "“{union}”: {expected} due, {reported} reported",
    ),
    "report-missing": ("没有 {year} 年度档案", "no annual record for {year}"),
    "report-unsubmitted": ("有档案，没有报送日期", "record exists, but has no date of submission"),
    "report-stale": ("超过两年没有更新", "not updated for more than two years"),
    "report-last": ("最近一份是 {last} 年", "the last one is for {last}"),
    "report-never": ("还没有年度档案", "none so far"),
    "report-rectifying": (
        "限期整改，还没有复核的决定",
        "ordered to make improvements, without a decision that confirms them",
    ),
    "report-gaps": ("{standard}（{since}年）没有见到材料的条目", "“{standard}” ({since}): items without evidence"),
    "report-group": ("{heading}（{count}）", "{heading} ({count})"),
    "report-studio": ("{name}（{path}）{note:|：{note}}", "“{name}” ({path}){note:|: {note}}"),
    "report-ordered": ("{date:date}{number:|，{number}}", "{date:date}{number:|, “{number}”}"),
    "report-items": ("{items}", "{items:quoted}"),
    "report-nothing": ("没有要催的事项。", "Nothing is outstanding."),
    "report-unpaid": ("补助还没有发", "subsidies not paid"),
    "report-granted": (
        "{amount:|{amount}，}{title}{number:|，{number}}",
        "{amount:|{amount}, }“{title}”{number:|, “{number}”}",
    ),
    "report-advised": ("检查以后要办的", "to be done after an inspection"),
    "report-advice": (
        "{title}{date:|（{date:date}）}：{advice}；{followed:还没有登记据此作出的决定|据此作出：{followed}}",
        "“{title}”{date:| ({date:date})}: {advice}; {followed:no decision follows so far|decided: {followed:quoted}}",
    ),
    "report-written": (
        "写好了 {file}：{year} 年度要催办的，一样一张表，另有证据矩阵和证据清单。只供工会内部使用，请勿公开。",
        "Wrote {file}: what is outstanding for {year}, a sheet for each kind, and the evidence for each standard. It is internal.",
    ),
    "report-problems": (
        "另有 {problems} 个问题，读不了的档案没有算进来；请先运行 laomo check。",
        "There are also {problems} problems; records that cannot be read are not counted. Run laomo check first.",
    ),
    "schemas": (
        "{folder} 里有 {files} 份 JSON Schema，更新了 {changed} 份。",
        "{files} JSON Schemas in {folder}, {changed} updated.",
    ),
    "no-site-here": (
        "这里没有展馆的档案：{folder} 里没有 studios 文件夹。请先用 cd 走到展馆的文件夹，或者加上 --root 文件夹；还没有展馆的，先运行 laomo init",
        "no site here: {folder} has no folder studios; change to the folder of the site, use --root, or create a site with laomo init",
    ),
    "needed": ("没有写 {option}：{label}", "{option} is needed ({label})"),
    "unknown-union-here": (
        "unions.yml 里没有“{union}”；有的是：{unions:pairs}",
        "there is no union “{union}” in unions.yml; it has: {unions:pairs}",
    ),
    "which-union-here": (
        "“{union}”可能是 {unions:pairs}；请写全称，或写编号",
        "“{union}” may be {unions:pairs}; give the whole name, or the id",
    ),
    "unknown-studio-here": (
        "没有编号是“{studio}”的工作室；编号是它的文件夹的名字，如 port-crane",
        "there is no studio with the id “{studio}”; the id is the name of its folder, such as port-crane",
    ),
    "unknown-record-here": (
        "没有“{record}”这份决定、公示与通知、宣传展示、检查、任务分解表或联盟名录；请写它在 studios 里的文件名，如 notices/2025-01.yml",
        "there is no such decision, notice, event, inspection, table of targets or list of alliances: “{record}”; name its file below studios/",
    ),
    "initialised": (
        "新网站在 {folder}：{files} 个文件。先看 README.md，再运行 laomo new studio。",
        "The new site is in {folder}: {files} files. Read README.md first, then run laomo new studio.",
    ),
    "init-owners": (
        (
            "studios/owners.yml 里还没有账号：一个人用不要紧；要在代码平台上请几家工会一起改的，先在 stewards 里写上管理员的账号，"
            "由管理员直接放进正式档案，以后的提交才能通过检查。"
        ),
        (
            "studios/owners.yml names no account yet. Alone you need none; before several unions work on a platform, name the administrators "
            "under stewards and put the file into the main branch yourself, or no change will pass the review."
        ),
    ),
    "init-drafts": (
        "drafts 里有创建标准和政策网页的草稿，不会登出来；自己发过文件、要采用的，照 drafts/README.md 做。",
        "drafts/ holds drafts of standards and policy pages, which are not part of the site; drafts/README.md says how to take them over.",
    ),
    "ask-site-name": ("网站名称", "Name of the site"),
    "ask-place": ("地区（如 云屿市）", "Place"),
    "ask-first-union": ("主办的工会（全称）", "Union that runs the site (full name)"),
    "up-to-date": (
        "档案格式是 {format}，这个版本用的也是 {format}，档案不用改；{schemas}",
        "The records use format {format}, the format of this version: nothing to migrate; {schemas}",
    ),
    "program-renewed": (
        "vendor 里的程序和 requirements.txt 已换成 {version} 版，请一起提交。",
        "vendor/ and requirements.txt now hold version {version}; commit both.",
    ),
    "pages-renewed": (
        "帮助和草稿里没有改过的，换成了这个版本的：{count} 个文件。",
        "Help pages and drafts that nobody had changed were renewed: {count} files.",
    ),
    "pages-own": (
        "这些帮助和草稿自己改过，没有动：{names}。",
        "These help pages and drafts were changed here and left alone: {names}.",
    ),
    "scripts-differ": (
        "这些脚本和这个版本的不同，没有动：{names}。自己没有改过的，可以运行 laomo upgrade --scripts 换成新的。",
        "These scripts differ from those of this version and were left alone: {names}. If you have not changed them, laomo upgrade --scripts renews them.",
    ),
    "scripts-renewed": ("换成了这个版本的：{names}。", "Renewed: {names}."),
    "no-build-backend": (
        "{folder} 里的程序打不成安装包，新网站的 vendor 里就没有程序可装。请先运行 make site，或用安装包（.whl）装好 Laomo 再来",
        "the program in {folder} could not be packed for the site's vendor/; run make site first, or install Laomo from a wheel",
    ),
    "program-changed": (
        "程序的文件 {path} 和装上的时候不一样，不能放进网站给别人装；请重新安装 Laomo 再来",
        "the program's file {path} is not as it was installed, and will not be passed on; install Laomo again",
    ),
    "no-program-files": (
        "找不到程序自己的文件清单，不能放进网站给别人装；请用安装包（.whl）重新安装 Laomo",
        "the list of the program's own files is missing; install Laomo again from a wheel",
    ),
    "format-newer": (
        "档案格式是 {format}，这个版本只认得 {ours}；请先升级 Laomo。什么也没有改。",
        "The records use format {format}, but this version knows only {ours}; upgrade Laomo first. Nothing was changed.",
    ),
    "owned": ("“{author}”的改动都在自己能改的范围里。", "All changes are within what “{author}” may change."),
    "not-owned": (
        "有 {problems} 个问题，这次提交不能合并；请照上面的话改好，再提交一次。",
        "{problems} problems: this change must not be merged. Correct them and submit it again.",
    ),
    "no-commit": (
        "资料库里找不到“{name}”；请核对写在 --base、--head 后面的名字，如 origin/main",
        "there is no commit “{name}” in the repository; check the names after --base and --head, such as origin/main",
    ),
    "no-git": (
        "没有装 git（记下每次改动的程序），看不了提交；请装上（Debian、Ubuntu）：sudo apt-get install git",
        "git is not installed, so no change can be looked at; Debian, Ubuntu: sudo apt-get install git",
    ),
    "no-repository": (
        "{folder} 不是资料库（git 没有管着它），看不了提交；请先用 cd 走到资料库的文件夹，或者加上 --root 文件夹",
        "{folder} is no git repository; change to the folder of the repository, or use --root",
    ),
    "unsafe-repository": (
        "git 不肯读 {folder}，因为它是另一个用户的；信得过的，请运行 git config --global --add safe.directory '{folder}' 再试一次",
        "git refuses {folder}, because another user owns it; if you trust it, run git config --global --add safe.directory '{folder}' and try again",
    ),
    "shallow-repository": (
        (
            "这份资料库只取了最近几次提交（浅克隆），找不到“{name}”或两边分开的地方；请先运行 git fetch --unshallow，"
            '流水线里写 GIT_DEPTH: "0"（GitLab）或 fetch-depth: 0（GitHub）'
        ),
        (
            "the repository is a shallow clone, which lacks “{name}” or where the two sides parted; run git fetch --unshallow first, "
            'or in a pipeline set GIT_DEPTH: "0" (GitLab) or fetch-depth: 0 (GitHub)'
        ),
    ),
    "unrelated-commits": (
        "这次提交和正式档案没有共同的来历，看不出改了什么；请从正式档案的资料库克隆一份，在它上面改",
        "the two commits have no common past, so nobody can say what was changed; clone the repository and make the change there",
    ),
    "code-owners": ("写好了 {path}。", "Wrote {path}."),
    "bad-year": ("“{year}”不是年份；应为四位数字，如 2025", "“{year}” is not a year; write four digits, such as 2025"),
    "bad-id": (
        "编号“{id}”不能用；应为小写英文字母、数字和短横线，如 port-crane",
        "the id “{id}” cannot be used; write lower-case letters, digits and hyphens, such as port-crane",
    ),
    "exists": (
        "{path} 已经有了，没有改动它；请打开它接着填，或换一个编号",
        "{path} already exists and was not changed; open it to go on, or choose another id",
    ),
    "created": ("写好了 {path}。打开它，照里面的说明接着填。", "Wrote {path}. Open it and fill in the rest."),
    "union-added": ("在 {path} 里加上了“{name}”，编号 {id}。", "Added “{name}” to {path} with the id {id}."),
    "union-not-added": (
        "不动别的就加不进 {path}；请自己在文件末尾加上这几行：\n{text}",
        "Nothing can be added to {path} without changing other lines; add these lines at the end of the file yourself:\n{text}",
    ),
    "not-created": (
        "照这样写有 {problems} 个问题，没有写下任何文件；请照上面的话改好，再运行一次。",
        "{problems} problems: no file was written. Correct them and run the command again.",
    ),
    "site-problems": (
        "请先运行 laomo check，改好 site.yml 和 unions.yml 里的问题。",
        "Run laomo check, and correct the problems in site.yml and unions.yml first.",
    ),
    "ask-union": ("主管工会（编号或名称）", "Union (id or name)"),
    "ask-union-name": ("工会名称", "Name of the union"),
    "ask-union-kind": ("类别", "Kind"),
    "ask-parent": ("上级工会（编号，没有就直接回车）", "Parent union (id, or press Enter for none)"),
    "ask-name": ("工作室名称（与牌匾一致）", "Name of the studio, as on its plaque"),
    "ask-category": ("类别（文件里没有写就直接回车）", "Category (or press Enter if none is stated)"),
    "ask-leader": ("领衔人姓名（文件里没有写就直接回车）", "Name of the leader (or press Enter if none is stated)"),
    "ask-unit": ("所在单位", "Employer"),
    "ask-region": (
        "地区（写到区县，不知道就直接回车）",
        "Region (down to the district, or press Enter if unknown)",
    ),
    "union-listed": ("{name}，编号 {id}，{kind}，上级 {parent}", "{name}, id {id}, {kind}, below {parent}"),
    "unions-added": (
        "工会名录里加上了 {new} 家；{known} 家已经有了，{errors} 家没有加。",
        "Added {new} unions; {known} were there already, {errors} were not added.",
    ),
    "unions-planned": (
        "会加上 {new} 家；{known} 家已经有了，{errors} 家不会加。这是试读，一个字也没有写。",
        "{new} unions would be added; {known} are there already, {errors} would not be added. Nothing was written.",
    ),
    "ask-result": ("结果", "Result"),
    "ask-title": ("标题（照文件原文）", "Title, as the document has it"),
    "ask-table-title": ("表名（照文件原文）", "Title of the table, as the document has it"),
    "ask-date": ("作出决定的日期（如 2026-04-26）", "Date of the decision, such as 2026-04-26"),
    "ask-doc-no": ("文号（照文件原文，没有就直接回车）", "Document number (or press Enter for none)"),
    "ask-bodies": ("作出决定的单位（几个用顿号隔开）", "Bodies that decided"),
    "ask-level": ("级别", "Level"),
    "ask-designation": ("称号全称（与牌匾一致，没有就直接回车）", "Title given (or press Enter for none)"),
    "ask-studios": ("工作室（几家用顿号隔开）", "Studios, with 、 between them"),
    "ask-support": (
        "每家的补助（如 2万元，没有就直接回车）",
        "Grant for each, as the decision words it (or press Enter for none)",
    ),
    "ask-granted": ("补助日期（还没有发就直接回车）", "Date of the grant (or press Enter if it is not paid yet)"),
    "ask-notice-kind": ("类别", "Kind"),
    "ask-notice-date": ("发布日期", "Date of publication"),
    "ask-issuer": ("发文单位", "Issuing body"),
    "ask-start": ("公示的第一天", "First day of the notice"),
    "ask-end": ("公示的最后一天", "Last day of the notice"),
    "ask-objection": ("异议办法（向谁、怎样反映；不写电话）", "How to object, without telephone numbers"),
    "ask-handled-by": (
        "受理工会（它的座机会印出来，没有就直接回车）",
        "Union that takes objections (or press Enter for none)",
    ),
    "ask-body": ("正文", "Text"),
    "ask-notice-studios": ("涉及的工作室（几家用顿号隔开，没有就直接回车）", "Studios (or press Enter for none)"),
    "ask-event-kind": ("类别", "Kind"),
    "ask-event-date": (
        "日期（如 2026-04-26；报道写刊出的日期）",
        "Date, such as 2026-04-26; of the press, that of publication",
    ),
    "ask-end-date": ("结束日期（一天的直接回车）", "Last day (or press Enter if it was one day)"),
    "ask-event-place": ("地点（没有就直接回车）", "Place (or press Enter for none)"),
    "ask-organiser": ("主办或刊出单位（没有就直接回车）", "Organiser or publisher (or press Enter for none)"),
    "ask-address": ("网址，以 https:// 开头（没有就直接回车）", "Web address (or press Enter for none)"),
    "ask-summary": ("一句话说讲了什么（没有就直接回车）", "What it was about, in a sentence (or press Enter for none)"),
    "ask-event-union": ("组织的工会（没有就直接回车）", "Union that organised it (or press Enter for none)"),
    "ask-inspection-kind": ("类别", "Kind"),
    "ask-inspection-date": ("开始日期（如 2026-11-03）", "First day, such as 2026-11-03"),
    "ask-inspection-bodies": (
        "检查单位（几个用顿号隔开，没有就直接回车）",
        "Bodies that inspected (or press Enter for none)",
    ),
    "ask-finding": (
        "检查情况（各家都一样的才写，没有就直接回车；不公开）",
        "What was found (only if the same of all; not published)",
    ),
    "ask-advice": (
        "处理意见（各家都一样的才写，没有就直接回车；不公开）",
        "What is to be done (not published; or press Enter for none)",
    ),
    "ask-target-rows": (
        "各工会的任务（创建/达标），如 思明区 8/4、湖里区 7/4",
        "Targets of the unions (created/qualified), each as: name of the union 8/4",
    ),
    "ask-total": (
        "表上的合计，如 15/8（没有就直接回车）",
        "Totals of the table, such as 15/8 (or press Enter for none)",
    ),
    "ask-id": ("编号（成为网址的一部分，定了不再改）", "Id (part of the address, never changes)"),
    "ask-studio": ("工作室编号（文件夹名）", "Id of the studio (its folder)"),
    "ask-year": ("哪一年", "Year"),
    "ask-project": ("一个攻关项目的名称（没有就直接回车）", "Title of a project (or press Enter for none)"),
    "tidied": ("整理了 {path}", "Tidied {path}"),
    "untidy": ("{path} 还没有整理", "{path} is not tidy"),
    "tidied-count": ("看了 {files} 份档案，整理了 {changed} 份。", "{files} records read, {changed} tidied."),
    "untidy-count": (
        "看了 {files} 份档案，{changed} 份还没有整理（laomo fmt 会整理）。",
        "{files} records read, {changed} are not tidy (laomo fmt tidies them).",
    ),
    "ledger-template-year": (
        "写好了 {year} 年的《年度工作》：{file}。填好后运行 laomo import {file}，先加 --dry-run 看会改什么。",
        "Wrote the workbook of the year {year}: {file}. When it is filled in, run laomo import {file}, first with --dry-run.",
    ),
    "ledger-template-union": (
        "写好了 {year} 年的台账：{file}，{studios} 家工作室的名称和编号都已填好。",
        "Wrote the ledger of {year}: {file}, with the names and ids of {studios} studios.",
    ),
    "ledger-template": ("写好了空模板：{file}。", "Wrote an empty template: {file}."),
    "ledger-exported": (
        "写好了台账：{studios} 家工作室，{rows} 行，在 {file}。",
        "Wrote {rows} rows of {studios} studios to {file}.",
    ),
    "ledger-exists": (
        "{file} 已经有了，没有动它；请换一个文件名，或先把它移走",
        "{file} already exists and was not changed; choose another name, or move it away first",
    ),
    "ledger-unknown-union": (
        "工会名录里没有“{union}”；请写 unions.yml 里的名称或编号",
        "there is no union “{union}” in unions.yml; give a name or an id from it",
    ),
    "ledger-new": ("新建 {path} {name}", "new {path} {name}"),
    "ledger-picture": ("放进 {path} 图片，取自表格旁边的 {source}", "add {path}, from {source} beside the list"),
    "ledger-new-studio": (
        "新建 {path} {name}，网址是 {address}，以后不变",
        "new {path} {name}, with the permanent address {address}",
    ),
    "ledger-change": ("修改 {path} {changes}", "change {path} {changes}"),
    "ledger-difference": ("{what}：“{before}”→“{after}”", "{what}: “{before}” → “{after}”"),
    "ledger-planned": (
        "读了 {rows} 行：将新建 {new} 份档案、修改 {changed} 份；{errors} 处要改，{warnings} 处请核对。这是试读，一个字也没有写。",
        "{rows} rows read: {new} records would be created, {changed} changed; {errors} errors, {warnings} warnings. This was a dry run: nothing was written.",
    ),
    "ledger-imported": (
        "读了 {rows} 行：新建 {new} 份档案，修改 {changed} 份；{errors} 处要改，{warnings} 处请核对。",
        "{rows} rows read: {new} records created, {changed} changed; {errors} errors, {warnings} warnings.",
    ),
    "ledger-others": ("（同类的另有 {count} 格，也照此办理）", " ({count} more cells were treated in the same way)"),
    "ledger-dependent": (
        "另有 {count} 行说的是上面没有采用的工作室，也没有采用（{sheets}）；改好那些工作室，再导入一次就会读。",
        "{count} more rows belong to studios that were not imported ({sheets}); they are read when those studios are corrected.",
    ),
    "ledger-next-correct": (
        "下一步：照上面的格子在表里改好，存盘，再导入一次；已经采用的不会重复。",
        "Next: correct these cells in the list, save it, and import it again; what was imported is not duplicated.",
    ),
    "ledger-next-write": (
        "下一步：没有要改的了；去掉 --dry-run 再运行一次，就写入档案。",
        "Next: nothing has to be corrected; run it again without --dry-run to write the records.",
    ),
    "ledger-next-look": (
        "下一步：运行 laomo serve 看一看网页，再提交。",
        "Next: look at the pages with laomo serve, and commit the records.",
    ),
    "forms-made": (
        "填报表做好了：{file}。把这个文件用微信或邮件发给填表人，双击就能填；填好发回来的压缩包，用 laomo import 读。",
        "The form is in {file}. Send that file to those who fill it in; read what they send back with laomo import.",
    ),
    "forms-studio": (
        "档案做成了压缩包：{file}。一起发给填表人，让他在填报表里打开。",
        "The studio's records are in {file}. Send it too; it is opened in the form.",
    ),
    "forms-not-made": (
        "程序里缺少填报表要用的部件，没有做。请联系管理员先运行 make forms（要装好 npm），再来一次；用安装包装的程序不用这一步",
        "the form's libraries are missing from this checkout; run make forms (it needs npm) and try again; an installed package has them",
    ),
    "cms-made": (
        "在线填报的网页做好了，在 {folder} 里；档案在 {server}/{repository}。请把整个文件夹放到单独的网址上（不要和展馆同一个网址），要用 https。",
        "The CMS is in {folder}, for {server}/{repository}. Serve the folder over https at an address of its own, not that of the site.",
    ),
    "cms-reviewed": (
        "填好存下的，会成为一份等人审核的改动（合并请求），审过才并进正式档案。",
        "What is saved becomes a pull or merge request, for somebody to review.",
    ),
    "cms-direct": (
        "填好存下的，直接写进正式档案（主分支），没有人先审。要先审再并的，请加上 --branch，另写一个分支（档案的另一份）的名字，如 --branch tianbao。",
        "What is saved is committed to the branch at once. To have it reviewed first, name another branch with --branch, such as --branch drafts.",
    ),
    "cms-left-out": (
        "这几种不在网页里，请改文件：谁可以改什么、本地词表、创建标准。新的工会、工作室先用 laomo new 建好；增加了工作室，请再运行一次这个命令。",
        "Not in the CMS, edit these as files: owners, vocabulary, standards. Begin unions and studios with laomo new; run this command again after a new studio.",
    ),
    "cms-no-host": (
        "看不出档案放在哪个代码平台上。请写明 --host（github、gitlab 或 gitea）、--repo，自己架设的还要写 --server",
        "it cannot be told where the records lie; give --host (github, gitlab or gitea) and --repo, and --server for a host of your own",
    ),
    "cms-no-repository": (
        "看不出资料库的名字。请写明 --repo，如 --repo shizonggonghui/zhanguan",
        "the repository cannot be told; give --repo, such as --repo owner/name",
    ),
    "cms-address": (
        "{option} 应为网址，只写到域名，如 https://git.example.org",
        "{option} must be an address without a path, such as https://git.example.org",
    ),
    "cms-inside": (
        "{folder} 里有展馆的文件，或者会跟着展馆一起发布。请写一个单独的文件夹",
        "{folder} holds files of the site, or would be published with it; name a folder of its own",
    ),
    "cms-no-studio": (
        "--cms 里本来就有各家工作室和工会的档案，不用写 --studio、--record",
        "--cms shows all records; leave out --studio and --record",
    ),
    "cms-needed": (
        "这些选项是给在线填报的网页用的，请加上 --cms",
        "these options are for the CMS; add --cms",
    ),
    "forms-picture": ("放进 {path} 图片", "add {path}"),
    "forms-refused": (
        "填报表里有 {errors} 处要改，一个字也没有写。请把上面的话发给填表人，在表单里打开这个压缩包改好，再发来。",
        "{errors} errors in the form: nothing was written. Send the lines above to the clerk, who can open this zip in the form and correct it.",
    ),
    "forms-planned": (
        "将新建 {new} 份档案、修改 {changed} 份，放进 {pictures} 张图片。这是试读，一个字也没有写。",
        "{new} records would be created, {changed} changed, {pictures} pictures added. This was a dry run: nothing was written.",
    ),
    "forms-imported": (
        "新建 {new} 份档案，修改 {changed} 份，放进 {pictures} 张图片。",
        "{new} records created, {changed} changed, {pictures} pictures added.",
    ),
    "ledger-next-nothing": (
        "表里的内容档案里都有了，没有要写的。",
        "The records already say all that the list says.",
    ),
    "interrupted": ("已中断，网站保持原样。", "Interrupted; the site was not changed."),
    "our-fault": (
        "这是程序的错，您的档案没有错。请把上面的文字连同版本号 {version} 发给管理员，由管理员报告给程序的维护者。",
        "This is a bug in the program, not a fault of the records. Please report the text above with the version {version}.",
    ),
}


def line(code: str, language: Language, **facts: Fact) -> str:
    """The message with this code, with its facts filled in. Raises KeyError for an unknown code."""
    return fill(_LINES[code][0 if language == "zh" else 1], facts, language)
