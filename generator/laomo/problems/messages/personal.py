"""Sentences about what only a word or a form makes personal, by the place where it was found.

The sentences about identity, mobile and card numbers and mail stand with those about the places themselves.
"""

_KINDS = {
    "landline": (
        "座机号码",
        "a landline number",
        "要公布的办公电话，写在工会的座机（landline）或主办单位的热线（hotline）里",
        "publish an office's number in `landline` of its union or in `hotline` of the host",
    ),
    "passport": ("护照号", "a passport number", "", ""),
    "permit": ("通行证或居留证号", "the number of a travel or residence permit", "", ""),
    "plate": ("车牌号", "a number plate", "", ""),
    "chat": ("微信号或 QQ 号", "a WeChat or QQ id", "", ""),
    "home": (
        "住址",
        "a home address",
        "办公地址写到楼为止",
        "give an office's address without the room",
    ),
}
"""Kind → its name in Chinese and English, and what may be published instead."""
_NEVER_WAIVED = frozenset({"passport", "permit"})
_COMMITTED = (
    "已经提交过的，请马上告诉管理员，由管理员清理旧记录",
    "if it was committed, ask an administrator to clean the history",
)
_PLACES = {
    "": (
        "这里有一个{name}（{{masked}}）",
        "请删去",
        "确实不是的，在上一行写明，如“# 复核 2025-06-30：已核对，不是个人信息”",
        "there is {name} here ({{masked}})",
        "delete it",
        "if it is not one, say so on the line above, such as `# 复核 2025-06-30: checked, not personal`",
    ),
    "-in-picture": (
        "图片文件附带的拍摄信息里有一个{name}（{{masked}}）",
        "请用看图软件另存一份不带拍摄信息的图片",
        "",
        "there is {name} in the picture's metadata ({{masked}})",
        "save the picture again without metadata",
        "",
    ),
    "-in-attachment": (
        "附件{{place:named}}有一个{name}（{{masked}}）",
        "请在原文件里删去，重新导出",
        "确实不是的，或者是工会办公的，在链接它的网页开头两行 --- 之间写明，如“# 复核 2025-06-30：renwu-2013.pdf，已核对，不是个人信息”",
        "there is {name} {{place:named}} of the attachment ({{masked}})",
        "delete it in the original and export it again",
        "if it is not one, or is an office's, say so between the lines --- at the top of the page that links to it, such as `# 复核 2025-06-30: annex-2013.pdf, checked, not personal`",
    ),
    "-in-list": (
        "格子里有一个{name}（{{masked}}），这一格没有采用",
        "请从表里删去",
        "联系方式写在“仅供内部”那张表里",
        "the cell contains {name} ({{masked}}) and was not read",
        "delete it from the list",
        "put contact data in the sheet “仅供内部”",
    ),
    "-in-form": (
        "这里有一个{name}（{{masked}}）",
        "请填表人在表单里删去它，再保存一次、重新发来",
        "",
        "the field contains {name} ({{masked}})",
        "delete it in the form, save the form, and send it again",
        "",
    ),
}
"""Place → found, remedy and what to do if it is no such number, in Chinese and in English."""


def _sentences(kind: str, place: str) -> tuple[str, str, str, str]:
    chinese, english, instead, publish = (_KINDS | _ELSEWHERE)[kind]
    found, remedy, waiver, found_english, remedy_english, waiver_english = _PLACES[place]
    strict = kind in _NEVER_WAIVED
    last = (
        ("",) * 2
        if place == "-in-form" or (place == "-in-list" and strict)
        else _COMMITTED
        if strict
        else (waiver, waiver_english)
    )
    usual = (instead, publish) if place in ("", "-in-attachment") else ("", "")
    return (
        found.format(name=chinese),
        "；".join(filter(None, (remedy, usual[0], last[0]))),
        found_english.format(name=english),
        "; ".join(filter(None, (remedy_english, usual[1], last[1]))),
    )


_ELSEWHERE = {
    "identity": ("身份证号", "an identity card number", "", ""),
    "mobile": ("手机号", "a mobile number", "", ""),
    "card": ("像银行卡号的数", "a number that looks like a bank card number", "", ""),
    "mail": ("电子邮箱", "an email address", "", ""),
}
"""Kinds whose other sentences stand elsewhere."""
MESSAGES = {
    f"personal-{kind}{place}": _sentences(kind, place)
    for place in _PLACES
    for kind in (_KINDS | _ELSEWHERE if place == "-in-form" else _KINDS)
}
