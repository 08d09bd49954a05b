"""Those who lead the studios, in the order of their names' pinyin: never ranked."""

from collections.abc import Iterator

from pypinyin import Style, lazy_pinyin

from laomo.emit.context import Context
from laomo.models import Leader
from laomo.studio import Studio
from laomo.write import Output


def emit(context: Context) -> Iterator[Output]:
    yield from context.pages("people.md", "people", sorted(context.registry.people, key=_by_pinyin))


def _by_pinyin(person: tuple[Leader, Studio]) -> tuple[list[str], str]:
    leader, studio = person
    return lazy_pinyin(leader.name, style=Style.TONE3), studio.id
