"""What the records add up to: pure functions from the registry to figures (domain notes §8 and §7 rule 4).

Each figure says how many studios supplied it. Nothing here ranks people or studios, and nothing is guessed: a number that
is not known is left out of the figure and shows in its coverage.
"""

from laomo.registry.statistics import achievements, benefits, people, studios
from laomo.registry.statistics.figures import Count, Coverage, Figure, Share

__all__ = ["Count", "Coverage", "Figure", "Share", "achievements", "benefits", "people", "studios"]
