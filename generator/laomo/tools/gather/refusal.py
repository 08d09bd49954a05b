"""Why a house, or a file of it, is not taken."""

from laomo.problems.errors import CodedError


class HouseRefused(CodedError):
    """A house's edition, or one of its files, may not be taken: house-…"""
