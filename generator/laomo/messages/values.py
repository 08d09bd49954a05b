"""Sentences about single values: what was typed and what it should have been."""

MESSAGES = {
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
    "address-malformed": (
        "{field}写的是“{value}”，不是能用的网址",
        "应为以 https:// 开头的完整网址，带域名，不带账号和端口，如 https://video.example.org/gongzuoshi",
        "{field} is “{value}”, no usable address",
        "write a whole address with https and a host name, without account or port",
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
}
