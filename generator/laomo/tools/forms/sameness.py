"""Whether two values of records say the same, however they are spelled."""

from laomo.records.models.base import YES_NO
from laomo.records.yaml.reader import Tree


def same(one: Tree | None, other: Tree | None) -> bool:
    """Whether two values say the same: blanks at their ends and line breaks aside, 有 for 是, and nothing for what is empty."""
    if not one or not other:
        return not one and not other
    if isinstance(one, dict) and isinstance(other, dict):
        return all(same(one.get(key), other.get(key)) for key in one.keys() | other.keys())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split() or (one in YES_NO and other in YES_NO and YES_NO[one] == YES_NO[other])
    return False
