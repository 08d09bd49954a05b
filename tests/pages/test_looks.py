"""Every industry that has a tint and every kind of achievement that has an icon is one that records know, and the theme has the icon."""

from laomo.pages import looks, theme
from laomo.records.models import vocabulary


def test_every_industry_has_a_tint() -> None:
    assert {*looks.INDUSTRIES} == vocabulary.INDUSTRIES.keys()
    assert len(looks.INDUSTRIES) == len(vocabulary.INDUSTRIES)
    assert {looks.industry_tint(industry) for industry in vocabulary.INDUSTRIES} == set(range(6))
    assert looks.industry_tint("海洋观测") == looks.tint("海洋观测")


def test_the_theme_has_every_icon() -> None:
    assert vocabulary.RESULT_KINDS.keys() - looks.RESULT_ICONS.keys() == {"其他"}
    for name in [*map(looks.result_icon, vocabulary.RESULT_KINDS), looks.STUDIO_ICON]:
        assert theme.icon(name).startswith("<svg")
