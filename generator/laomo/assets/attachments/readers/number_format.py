"""What a spreadsheet shows of a number: its format may print digits of its own. Source: ECMA-376 part 1, 18.8.31."""

import re

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].|([0#?])|([^"\\])')
_LONGEST = 200
"""Characters of a format that are looked at."""


def prints_digits(code: str) -> bool:
    """Whether a format shows digits beside those of the number, or fills it up with zeros."""
    plain = re.sub(r"\.[0#?]+", "", code)
    plain = re.sub(r"[0#?,]+", lambda found: "0" if found[0].count("0") < 3 else "1", plain)
    return bool(re.search(r"[1-9]|\"[^\"]*\d", plain))


def shown(digits: str, code: str) -> str:
    """The digits of a whole number as a format shows them."""
    tokens = list(_TOKEN.finditer(re.sub(r"\.[0#?]+", "", code[:_LONGEST].partition(";")[0])))
    places = sum(bool(token[3]) for token in tokens)
    waiting = list(digits.rjust(places, "0"))
    first = len(waiting) - places
    made = ""
    for token in tokens:
        if token[3]:
            made += "".join(waiting[: first + 1])
            del waiting[: first + 1]
            first = 0
        else:
            made += token[1] or token[2] or token[4] or ""
    return made
