"""What the library of the command line says by itself, in Chinese: its own English sentence → ours.

It fills in `{…}` as it would in English; what stands for one and for several is the same in Chinese.
"""

USAGE = {
    "Usage:": "用法：",
    "Options": "选项",
    "Positional arguments": "参数",
    "Commands": "命令",
    "Show this message and exit.": "显示这份说明。",
    "default: {default}": "默认：{default}",
    "required": "必填",
    "(dynamic)": "（视情形而定）",
    "Error: {message}": "错误：{message}",
    "Error: invalid input": "错误：看不懂这样的输入",
    "Try '{command} {option}' for help.": "说明请看：{command} {option}",
    "Missing command.": "没有写要做什么，请从下面的命令里选一个。",
    "Missing argument": "还要写上",
    "Missing option": "还要写上选项",
    "No such command {name!r}.": "没有“{name}”这个命令。",
    "No such option {name!r}.": "没有“{name}”这个选项。",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Did you mean one of: {possibilities}?)": "是不是其中之一：{possibilities}？",
    "Got unexpected extra argument ({args})": "多写了：{args}。有空格的名称和路径请加引号。",
    "Option {name!r} requires an argument.": "选项“{name}”后面要写上内容。",
    "Option {name!r} does not take a value.": "选项“{name}”后面不写内容。",
    "Argument {name!r} takes {nargs} values.": "“{name}”要写 {nargs} 项。",
    "Takes {nargs} values but 1 was given.": "要写 {nargs} 项，只写了 1 项。",
    "Invalid value: {message}": "写得不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 写得不对：{message}",
    "{value!r} is not {choice}.": "“{value}”应为 {choice}。",
    "{value!r} is not one of {choices}.": "“{value}”应为其中之一：{choices}。",
    "Choose from:\n\t{choices}": "请从中选一个：{choices}",
    "{value!r} is not a valid {number_type}.": "“{value}”不是数字。",
    "{value} is not in the range {range}.": "{value} 不在范围 {range} 之内。",
    "{name} {filename!r} does not exist.": "没有找到“{filename}”。",
    "{name} {filename!r} is a file.": "“{filename}”是文件，应为文件夹。",
    "{name} {filename!r} is a directory.": "“{filename}”是文件夹，应为文件。",
    "{name} {filename!r} is not readable.": "没有权限读“{filename}”。",
    "{name} {filename!r} is not writable.": "没有权限写“{filename}”。",
    "Could not open file {filename!r}: {message}": "文件“{filename}”打不开：{message}",
    "unknown error": "原因不明",
}

STANDS_FOR = {
    "text": "文字",
    "file": "文件",
    "directory": "文件夹",
    "path": "路径",
    "integer": "数字",
    "integer range": "数字",
}
"""What is to be written behind an option, by the name of its type."""
OPTIONS, COMMAND = "[选项]", "命令 [选项]…"
"""The two of them in the line of usage."""
