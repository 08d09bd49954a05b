"""Sentences about what clerks send from the form: a zip that is not taken, and a field that cannot be taken as it stands."""

_SEND_AGAIN = (
    "请填表人打开表单，再按一次“保存”，把新存的压缩包原样发来",
    "save the form again, and send the new file as it is",
)

MESSAGES = {
    "form-zip-unreadable": (
        "这个压缩包打不开，可能没有传完整",
        _SEND_AGAIN[0],
        "the zip cannot be opened; it may be incomplete",
        _SEND_AGAIN[1],
    ),
    "form-zip-no-form": (
        "这个压缩包不是填报表存下来的",
        "请填表人在填报表里按“保存”，把存下来的压缩包原样发来；要导入表格，请用 .xlsx 文件",
        "the zip was not saved by the form",
        "save the form and send that file as it is; to import a list, use an .xlsx file",
    ),
    "form-zip-damaged": (
        "压缩包里的内容被改过，或者坏了",
        _SEND_AGAIN[0],
        "the contents of the zip are damaged or were changed",
        _SEND_AGAIN[1],
    ),
    "form-zip-version": (
        "这份填报表是另一个版本的（{version}，本馆用 {ours}）",
        "请用 laomo forms 重新做一份填报表发给填表人，由填表人在新表里打开这个压缩包再存一次",
        "the zip has another format (“{version}”; this version reads “{ours}”)",
        "make a new form with laomo forms, and let the sender open this zip in it and save it again",
    ),
    "form-zip-newer": (
        "这份填报表是更新的程序做的（{version}，本馆用 {ours}）",
        "请联系管理员先更新本馆的程序（laomo upgrade），再导入这个压缩包；填表人没有填错，不用重填",
        "the zip was saved by a newer form (“{version}”; this version reads “{ours}”)",
        "ask an administrator to upgrade this site's program first, then import the same file; nobody needs to fill in anything again",
    ),
    "form-zip-encrypted": (
        "压缩包加了密码，打不开",
        "请填表人不加密码，把填报表存下来的压缩包原样发来",
        "the zip is encrypted and cannot be opened",
        "send it without a password",
    ),
    "form-zip-link": (
        "压缩包里的“{name}”是指向别处的链接，可能不安全，没有打开",
        "请不要导入，先向填表人问清楚；填报表存下来的压缩包里没有链接",
        "“{name}” in the zip is a symbolic link; nothing was unpacked",
        "do not import it, and ask the sender: the form never saves links",
    ),
    "form-zip-name": (
        "压缩包里有奇怪的文件名“{name}”，可能不安全，没有打开",
        "请不要导入，先向填表人问清楚；填报表存下来的文件名不会这样",
        "the zip contains the unsafe file name “{name}”; nothing was unpacked",
        "do not import it, and ask the sender: the form never saves such names",
    ),
    "form-zip-nested": (
        "压缩包里又有一个压缩包或文件“{name}”，没有打开",
        "请填表人把填报表存下来的压缩包原样发来，不要再打包；一次导入一份",
        "the zip contains another archive or document, “{name}”; nothing was unpacked",
        "send the form's own zip as it is, one at a time",
    ),
    "form-zip-unexpected": (
        "压缩包里有不认识的文件“{name}”，没有打开",
        "请填表人把填报表存下来的压缩包原样发来，不要解开重新打包",
        "the zip contains an unexpected file, “{name}”; nothing was unpacked",
        "send the form's own zip as it is, without packing it again",
    ),
    "form-zip-duplicate": (
        "压缩包里“{name}”有两份，没有打开",
        _SEND_AGAIN[0],
        "the zip contains “{name}” twice; nothing was unpacked",
        _SEND_AGAIN[1],
    ),
    "form-zip-too-many": (
        "压缩包里有 {count} 个文件或档案，多于 {limit} 个，没有打开",
        "请填表人分成几次填报，每次少放几张照片",
        "the zip holds {count} files or records, more than {limit}; nothing was unpacked",
        "save fewer pictures at a time",
    ),
    "form-zip-too-large": (
        "压缩包大得不正常，没有打开",
        "请填表人少放几张照片，分成几次填报；单张照片不超过 10 MB",
        "the zip is far too large and was not unpacked",
        "save fewer pictures at a time; none may exceed 10 MB",
    ),
    "form-not-made": (
        "设置要在网站上放填报表，可是程序里缺少填报表要用的部件",
        "请联系管理员先运行 make forms（要装好 npm），再生成一次；用安装包装的程序不用这一步；您的档案没有错",
        "the settings ask for the form on the site, but the form's libraries are missing from this checkout",
        "ask an administrator to run make forms (it needs npm) and to build again; an installed package has the libraries; nothing is wrong with your records",
    ),
    "form-unknown-studio": (
        "没有叫“{value}”的工作室",
        "请核对名称，写得和牌匾一样；是新工作室的，先填“工作室档案”",
        "there is no studio called “{value}”",
        "write the name as it is on the plaque; for a new studio, fill in its profile first",
    ),
    "form-many-studios": (
        "有几家工作室都叫“{value}”，分不清是哪一家",
        "请用 laomo forms --studio 编号 把那一家的档案做成压缩包，让填表人在表单里打开",
        "several studios are called “{value}”",
        "hand out the studio's records with laomo forms --studio, and open them in the form",
    ),
    "form-no-union": (
        "新的工作室没有写归哪个工会",
        "请填表人在表单最前面选“主管工会”；也可以在导入时加 --union 和工会编号",
        "the new studio names no union",
        "choose the union at the top of the form, or add --union to the import",
    ),
    "form-no-year": (
        "没有写是哪一年的，不知道该放到哪里",
        "请填表人在表单里写明四位数的年份或日期，如 2024",
        "the year is missing, so the record has no place",
        "give the year or the date in the form, with four digits for the year",
    ),
    "form-conflict": (
        "表单打开以后，网站的档案（{path}）里这一项也改过，两边不一样，没有改",
        "请用 laomo forms --studio 编号（决定、公示等用 --record 文件）取一份新的档案，让填表人在表单里打开，再改一次",
        "the field was also changed in {path} after the form was opened; it was not changed",
        "hand out the records again with laomo forms --studio (or --record), open them in the form, and make the change there",
    ),
    "form-broken-record": (
        "网站里的 {path} 现在有错误，读不了，没有导入",
        "请先运行 laomo check，照提示改好那份档案，再导入一次；填表人没有填错",
        "{path} cannot be read, so nothing was imported",
        "run laomo check, correct that record, and import again; the form itself may be right",
    ),
    "form-link": (
        "{path} 是指向别处的链接，不是文件本身，没有往里写",
        "请联系管理员把它换成平常的文件夹或文件；您的档案没有错，填的也没有错",
        "{path} is a symbolic link and was not written",
        "ask an administrator to replace it with a regular folder or file; nothing is wrong with your records",
    ),
    "form-edit-by-hand": (
        "{path} 里有手写的备注或特别的写法，程序去改会丢掉；要改的是{what}，没有改",
        "请打开这个文件，自己动手改这几项",
        "changing {path} would lose a comment or a special notation; {what:quoted} was not changed",
        "make these changes in the file by hand",
    ),
    "form-character": (
        "文字里有一个看不见的字符（{character}）",
        "请在表单里把这一项删去，重新打一遍，再保存",
        "the text contains an invisible character ({character})",
        "type the field again in the form, and save it",
    ),
    "form-other-picture": (
        "工作室里已经有一张叫“{value}”的图片，和这一张不同，没有换",
        "请在表单里重新选这张照片，它会另起名字",
        "the studio already has another picture called “{value}”; it was not replaced",
        "choose the picture in the form again: it will get another name",
    ),
}
