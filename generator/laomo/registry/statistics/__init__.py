"""Statistics of the records: pure functions from the registry to figures (domain notes §8 and §7 rule 4).

Each figure says how many studios supplied it. Nothing here ranks people or studios, and nothing is guessed: an unknown
number is left out of the figure, and its coverage shows that.
"""

from laomo.registry.statistics import achievements, benefits, funding, people, studios
from laomo.registry.statistics.figures import Count, Coverage, Figure, Share

__all__ = ["Count", "Coverage", "Figure", "Share", "achievements", "benefits", "funding", "people", "studios"]
