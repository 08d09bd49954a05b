"""Sentences about how a list is laid out: its sheets, its sections, and cells that hold two things."""

MESSAGES = {
    "ledger-skipped-sheet": (
        "这张表不是名单（像封面、说明或汇总），没有读",
        "请核对；名单在这张表里的，请写上“工作室名称”“所在单位”等列名",
        "the sheet is not a list (it looks like a cover or a summary) and was not read",
        "check it; if it holds a list, add headers such as “工作室名称” and “所在单位”",
    ),
    "ledger-no-names": (
        "这张表没有“工作室名称”一列，没有读",
        "请加上这一列，写明每个工作室的名称",
        "the sheet has no column “工作室名称” and was not read",
        "add this column with the name of each studio",
    ),
    "ledger-section-union": (
        "“{title}”对不上工会名录，下面的新工作室没有采用",
        "请写成工会名录里的名称或简称，或加一列“主管工会”，或导入时加 --union 和工会编号",
        "“{title}” is not a union in unions.yml; the new studios below were not imported",
        "write the name or the short name of a union, or add a column “主管工会”, or import with --union",
    ),
    "ledger-section-by-option": (
        "“{title}”对不上工会名录，下面的新工作室归导入时 --union 写明的“{union}”",
        "请核对；不对的，加一列“主管工会”",
        "“{title}” is not a union in unions.yml; the new studios below belong to “{union}”, as --union says",
        "check it; if it is wrong, add a column “主管工会”",
    ),
    "ledger-two-in-one": (
        "一格里写了两样，“{value}”读成了“{first}”和“{second}”",
        "请核对；不对的，分成两列写",
        "the cell holds two things: “{value}” was read as “{first}” and “{second}”",
        "check it; if it is wrong, write them in two columns",
    ),
    "ledger-not-two": (
        "“{value}”里分不出{fields}，整格当作“{first}”",
        "请分成两列写",
        "“{value}” cannot be divided into {fields:quoted}; the whole cell was read as “{first}”",
        "write them in two columns",
    ),
    "ledger-leader-in-name": (
        "没有写领衔人，按工作室名称写成“{name}”",
        "请核对；不对的，加一列“领衔人”写明",
        "no leader is given; “{name}” was taken from the name of the studio",
        "check it; if it is wrong, add a column “领衔人”",
    ),
    "ledger-needs": (
        "要写“{field}”，还得写{needed}，这一格没有采用",
        "请补上{needed}，或把这一格空着",
        "“{field}” also needs {needed:quoted}; the cell was not read",
        "fill in {needed:quoted}, or leave the cell empty",
    ),
    "ledger-copied-id": (
        "编号“{before}”与 {first} 相同，当作复制出来的新的一行，编号拟为“{after}”",
        "请核对；是同一家的，请合并成一行",
        "the id “{before}” is that of {first}; the row was read as a copy for something new, with the id “{after}”",
        "check it; if both are the same, merge the two rows",
    ),
    "ledger-rows-gone": (
        "档案里有 {count} 行，这张表里没有（{rows}{more:|…}），档案没有动",
        "请核对；不是有意删的，不必理会；真要删的，请在档案里删；整间不再展示的，请改“状态”",
        "{count} rows on record are not in this sheet ({rows:quoted}{more:| and others}); the records were not changed",
        "check it; if the rows were left out by chance, do nothing; to delete them, delete them in the records; to stop showing a studio, change its status",
    ),
    "ledger-row-held": (
        "这一行有地方要改，整行没有写入；改好以后再导入一次",
        "请改好这一行里列出的格子",
        "parts of the row must be corrected; nothing of it was written",
        "correct the cells of this row that are listed, and import again",
    ),
}
