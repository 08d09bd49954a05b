"""Margins in place of gaps, for browsers that know gaps in grids only."""

import pytest

from laomo.pages import flex_gaps

CASES = {
    "a row": (".a{display:flex;gap:.5rem}", ".a>*+*{margin-left:.5rem!important}"),
    "two distances": (".a{display:flex;gap:0 var(--l-3)}", ".a>*+*{margin-left:var(--l-3)!important}"),
    "a column": (".a{display:flex;flex-direction:column;gap:1px}", ".a>*+*{margin-top:1px!important}"),
    "wrapped": (
        ".a{display:inline-flex;flex-wrap:wrap;gap:1px 2px}",
        ".a>*{margin-right:2px!important;margin-bottom:1px!important}",
    ),
    "a computed distance": (".a{display:flex;gap:calc(1px + (2px)) 3px}", ".a>*+*{margin-left:3px!important}"),
    "two boxes": (".a,.b .c{display:flex;gap:1px}", ".a>*+*,.b .c>*+*{margin-left:1px!important}"),
    "in a condition": ("@media (min-width:9em){.a{display:flex;gap:1px}}", ".a>*+*{margin-left:1px!important}"),
    "a grid": (".a{display:grid;gap:1px}", ""),
    "no gap": (".a{display:flex;margin:1px}", ""),
    "a selector that older browsers do not know either": (".a:has(b){display:flex;gap:1px}", ""),
}


@pytest.mark.parametrize("case", CASES)
def test_margins_follow_the_rule(case: str) -> None:
    css, margins = CASES[case]
    added = f"@supports {flex_gaps.OLDER}{{{margins}}}" if margins else ""
    end = len(css) - css.endswith("}}")
    assert flex_gaps.with_margins(css) == css[:end] + added + css[end:]
