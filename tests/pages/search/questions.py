"""Questions drawn from the records, with the answers that the records themselves give. No ranking was tuned on a seed."""

import random
from collections.abc import Callable
from dataclasses import dataclass

from laomo.registry.registry import Registry
from tests.pages.search import about_people, about_work
from tests.pages.search.records import Answers, Records


@dataclass(frozen=True)
class Question:
    """What a visitor types, and the addresses of all that answers it."""

    kind: str
    text: str
    answers: frozenset[str]
    also: frozenset[str] = frozenset()
    """What else may rightly stand first: the records cannot tell who was meant by a slip."""

    @property
    def wanted(self) -> int:
        """How many answers the first ten hits can hold."""
        return min(len(self.answers), 10)


KINDS: tuple[Callable[[Records], Answers], ...] = (
    about_people.exact_leader,
    about_people.part_of_a_name,
    about_work.part_of_a_studio,
    about_work.part_of_a_company,
    about_work.term,
    about_work.fragment,
    about_work.latin_and_digits,
    about_work.patent_number,
    about_people.pinyin,
    about_people.initials,
    about_people.typo_by_sound,
    about_people.typo_by_shape,
    about_work.several_terms,
    about_work.facet_and_term,
    about_work.part_of_a_title,
)
MANY = {about_work.term, about_work.latin_and_digits}
MOST_ANSWERS = 5
"""More answers than that and a question tells little about the ranking; but terms have many."""


def draw(registry: Registry, seed: int, each: int) -> list[Question]:
    """So many questions of every kind, all different."""
    records = Records(registry, random.Random(seed))
    found: dict[str, Question] = {}
    for kind in KINDS:
        wanted = each
        for _ in range(each * 12):
            text, answers, *also = kind(records)
            few = kind in MANY or len(answers) <= MOST_ANSWERS
            if text and text not in found and answers and few:
                found[text] = Question(kind.__name__, text, answers, *also)
                wanted -= 1
                if not wanted:
                    break
    return list(found.values())
