"""Distances in flex boxes for browsers that know `gap` in grids only: Chrome before 84, Safari before 14.1.

No condition of CSS asks for it. What came with the same versions is asked for in its place: the value `revert` (Chrome 84), the property
`translate` (Safari 14.1, where the system's font names tell that it is Safari). Margins between the children stand in for the gap.
"""

import re
from typing import Final

OLDER: Final = "(not (color:revert)) or ((font:-apple-system-body) and (not (translate:none)))"
"""True in browsers that do not know `gap` in flex boxes, and in no other."""
_RULE = re.compile(r"(?<![^{}@;])([^{}@;]+)\{([^{}]*)\}")
_GAP = re.compile(r"(?:^|;)gap:((?:[^;()\s]|\((?:[^()]|\([^()]*\))*\))+)(?:\s+([^;]+))?")
_FLEX = re.compile(r"(?:^|;)display:(?:inline-)?flex(?:;|$)")


def with_margins(css: str) -> str:
    """A minified stylesheet in which each rule of a flex box with a `gap` is followed by one for older browsers."""
    return _RULE.sub(lambda rule: rule[0] + _margins(rule[1], rule[2]), css)


def _margins(selectors: str, declarations: str) -> str:
    gap = _GAP.search(declarations)
    if not gap or not _FLEX.search(declarations) or ":has(" in selectors:
        return ""
    rows, columns = gap[1], gap[2] or gap[1]
    if "flex-wrap:wrap" in declarations:
        return _rule(selectors, "*", f"margin-right:{columns}!important;margin-bottom:{rows}!important")
    if "flex-direction:column" in declarations:
        return _rule(selectors, "*+*", f"margin-top:{rows}!important")
    return _rule(selectors, "*+*", f"margin-left:{columns}!important")


def _rule(selectors: str, children: str, margins: str) -> str:
    each = ",".join(f"{selector}>{children}" for selector in selectors.split(","))
    return f"@supports {OLDER}{{{each}{{{margins}}}}}"
