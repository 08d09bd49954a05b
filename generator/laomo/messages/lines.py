"""The lines that the command itself prints, in Chinese and in English."""

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
    "report-rectifying": ("限期整改，还没有复核的决定", "told to put things right, not yet reconfirmed"),
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
