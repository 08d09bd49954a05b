"""The form in which two names are compared: what people type or leave out in a name does not count."""

import re
import unicodedata
from functools import cache

from laomo.text.person_names import DOTS

_UNCOMPARED = re.compile(
    rf"[\s“”\"'‘’《》\-—\u200b-\u200d\u2060\ufeff]|(?<!\d)[{re.escape(DOTS)}]|[{re.escape(DOTS)}](?!\d)"
)
"""What people type or leave out in a name; a point between digits counts."""


@cache
def same(name: str) -> str:
    """The form in which names are compared: without spaces, dots, quotation marks and dashes, in half width and lower case."""
    return _UNCOMPARED.sub("", unicodedata.normalize("NFKC", name)).casefold()
