"""Sentences about workbooks of the upper union's year: decisions, targets, notices, grants and reports."""

MESSAGES = {
    "ledger-two-heads": (
        "同一份文件的第一行已经写了别的内容，这一行没有采用",
        "请删去这一格，或改成一样的：日期、标题、文号每份文件只在第一行写一次",
        "the first row of the same document says something else; the row was not imported",
        "date, title and number are written once for each document: empty this cell, or make both the same",
    ),
    "ledger-id-of-other": (
        "编号 {studio} 是“{filed}”，名称写的却是“{name}”，这一行没有采用",
        "请核对是哪一家；写了名称的，可以把编号删去",
        "the id {studio} is that of “{filed}”, but the name is “{name}”; the row was not imported",
        "check which studio is meant; with a name, the id may be left out",
    ),
    "ledger-which-studio": (
        "“{name}”可能是{candidates:quoted}，这一行没有采用",
        "请写全名称，或在“工作室编号”里写明是哪一家",
        "“{name}” may be {candidates:quoted}; the row was not imported",
        "write the whole name, or the id of the studio in “工作室编号”",
    ),
    "ledger-which-union": (
        "“{name}”可能是{candidates:quoted}，没有采用",
        "请写全称，或写工会的编号",
        "“{name}” may be {candidates:quoted}; it was not imported",
        "write the whole name, or the id of the union",
    ),
    "ledger-union-unknown": (
        "工会名录里没有“{name}”，没有采用",
        "请核对名称；新的工会先加进名录（laomo new union，许多家用 laomo new unions）",
        "there is no union “{name}” in unions.yml; it was not imported",
        "check the name, or add the union first (laomo new union, or laomo new unions for many)",
    ),
    "ledger-no-union-names": (
        "找不到工会名称这一列",
        "请在第一行写上列名：工会名称、上级工会，有的写类别、简称",
        "there is no column with the names of unions",
        "write the headings “工会名称” and “上级工会” in the first row",
    ),
    "ledger-union-listed": (
        "“{name}”在 {first} 已经有一行，这一行没有采用",
        "请删去一行；是两家的，写全称",
        "“{name}” already has a row, {first}; the row was not imported",
        "delete one of them; for two unions, write their whole names",
    ),
    "ledger-union-kind": (
        "看不出“{name}”是哪一类工会，没有采用",
        "请在“类别”里写明，应为{choices}之一",
        "the kind of “{name}” cannot be seen from its name; it was not imported",
        "write it in the column “类别”, one of {choices:quoted}",
    ),
    "ledger-union-id": (
        "编号 {value} 已经有别的工会用了，没有采用",
        "请换一个，或空着由程序拟定",
        "the id {value} is taken; the union was not imported",
        "choose another one, or leave the cell empty",
    ),
    "ledger-no-parent": (
        "没有写上级工会，没有采用",
        "请在“上级工会”里写名称；整份名单归同一家的，加 --parent 和它的名称",
        "the union above is not stated; the union was not imported",
        "write its name in “上级工会”, or give --parent for the whole list",
    ),
    "ledger-no-outcome": (
        "结果写的是“{value:没有写|{value}}”，这一行没有采用",
        "应为{choices}之一",
        "the result is {value:not given|“{value}”}; the row was not imported",
        "use one of {choices:quoted}",
    ),
    "ledger-studio-ended": (
        "“{name}”已经{ended}（{date:日期不详|{date}}，见 {path}），这一行没有采用",
        "请核对是不是写错了工作室；{ended}写错了的，先改那一份",
        "“{name}” has ended: {ended} ({date:no date|{date}}, see {path}); the row was not imported",
        "check whether another studio is meant; if the record is wrong, correct it first",
    ),
    "ledger-no-document": (
        "档案里没有编号是 {name} 的“{result}”，没有采用",
        "请照导出的写，新的一份留空：文件编号由程序填写",
        "there is no document {name} of the kind “{result}”; it was not imported",
        "these numbers are filled in by the program: leave them as exported, and empty for a new document",
    ),
    "ledger-which-document": (
        "标题与 {path} 相同，日期写的却是“{date:date}”，分不清是不是同一份，没有登记",
        "请核对日期；确实是另一份的，写明它的文号",
        "{path} has the same title, but another date than “{date:date}”: this may or may not be that document; it was not recorded",
        "check the date; if it is another document, write its number",
    ),
    "ledger-other-year": (
        "工作簿是 {year} 年度的，这里的日期是 {value:date}，没有采用",
        "请核对是不是用了往年的工作簿：是的，请改用当年的；确实是 {year} 年的，请改日期",
        "the workbook is that of {year}, but the date is {value:date}; it was not imported",
        "use the workbook of the right year, or correct the date",
    ),
    "ledger-not-accepted": (
        "“{name}”没有验收达标的决定，补助没有采用",
        "请先在“验收达标”里登记，或核对是不是写错了工作室：先验收，后补助",
        "“{name}” has no decision of acceptance; the grant was not imported",
        "the acceptance comes first: enter it in “验收达标”, or check the studio",
    ),
    "ledger-union-twice": (
        "“{name}”在 {first} 已经有一行，整张表都没有采用",
        "请合并成一行；是两家的，写全称或编号",
        "“{name}” already has a row, {first}; the table was not imported",
        "merge the two rows; for two unions, write their whole names or ids",
    ),
    "ledger-duplicate-notice": (
        "与 {first} 写的是同一份文件或同一件事，这一行没有采用",
        "请合并成一行；不是同一件的，写明各自的标题和日期",
        "this is the same notice or event as {first}; the row was not imported",
        "merge the two rows; if they are two, give each its title and date",
    ),
    "ledger-studio-twice": (
        "“{name}”写了两次，这一行没有采用",
        "请删去一个",
        "“{name}” is named twice; the row was not imported",
        "delete one of them",
    ),
    "ledger-late-report": (
        "{year} 年度的年报，报送日期却是 {value:date}，没有采用",
        "请核对是不是用了往年的工作簿；年度写错了的，请改年度",
        "the report is that of {year}, but it came on {value:date}; it was not imported",
        "check whether this is the workbook of another year, or correct the year",
    ),
}
