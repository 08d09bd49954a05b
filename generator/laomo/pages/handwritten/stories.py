"""Hand-written stories and their subjects, and checks of hand-written pages."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from laomo.pages.handwritten import front_matter
from laomo.problems.problem import Problem
from laomo.records.layout import shown
from laomo.registry.registry import Registry
from laomo.registry.studio import Achievement, Studio
from laomo.text.person_names import place_in


@dataclass(frozen=True, slots=True)
class Story:
    """A hand-written story, with the values of its front matter. `url` is relative to the site's root."""

    url: str
    title: str
    description: str
    themes: tuple[str, ...]
    page: str = field(repr=False)
    """The whole file: front matter and Markdown."""
    about: Studio | Achievement | None = None
    """The subject, whose picture the story shows and which it links to; None if the story has no subject."""


def stories(registry: Registry, content: Path, pages: Iterable[Path]) -> Iterator[Story]:
    """The stories of `content/stories/` among the published pages, ordered by file name.

    Pages without `themes` or with invalid front matter are skipped, and so are those behind a link, which the checks report.
    """
    folder = content / "stories"
    for file in () if folder.is_symlink() else pages:
        if file.parent != folder:
            continue
        page = file.read_bytes()
        facts = front_matter.split(page.decode(errors="replace"), file.name)[0]
        themes = facts.get("themes")
        if isinstance(themes, list):
            yield Story(
                f"stories/{file.stem}/",
                str(facts.get("title") or file.stem),
                str(facts.get("description") or ""),
                tuple(theme for theme in themes if isinstance(theme, str)),
                page.replace(b"\r\n", b"\n").decode(errors="replace"),
                _subject(registry, str(facts.get("about") or "")),
            )


def _subject(registry: Registry, about: str) -> Studio | Achievement | None:
    """The active studio with this id, or one of its achievements (`port-crane/anti-sway`); None if it does not exist."""
    studio_id, _, achievement_id = about.partition("/")
    studio = registry.studio_by_id.get(studio_id)
    if studio is None or studio.ended:
        return None
    found = (item for item in studio.achievements if item.record.id == achievement_id)
    return next(found, None) if achievement_id else studio


def unknown_subjects(registry: Registry, content: Path) -> Iterator[Problem]:
    """A problem for each story whose subject (`about`) is not a studio or an achievement on the site."""
    for file in front_matter.pages(content / "stories", "*.md"):
        page = file.read_bytes()
        about = front_matter.split(page.decode(errors="replace"), file.name)[0].get("about")
        if isinstance(about, str) and about and _subject(registry, about) is None:
            line = next((n for n, text in enumerate(page.splitlines(), 1) if text.startswith(b"about")), 1)
            place = f"content/stories/{file.name}"
            if faulty := registry.unreadable(about.partition("/")[0]):  # the subject may well be in it
                facts = {"value": about, "path": shown(faulty[0])}
                yield Problem(place, "subject-unreadable", (), facts, "warning", line, 1)
            else:
                yield Problem(place, "unknown-subject", (), {"value": about}, line=line, column=1)


def unfounded_facts(registry: Registry, content: Path) -> Iterator[Problem]:
    """A problem for each person, year or figure in a story's `facts` that the records of its studio do not have.

    A number must stand there whole: 11 is not found in 110 or 1.11. Stories without a subject or with unreadable records are skipped.
    """
    for file in front_matter.pages(content / "stories", "*.md"):
        page = file.read_text(encoding="utf-8", errors="replace")
        head = front_matter.split(page, file.name)[0]
        facts, subject = head.get("facts"), _subject(registry, str(head.get("about") or ""))
        studio = subject.studio if isinstance(subject, Achievement) else subject
        if not isinstance(facts, list) or studio is None or registry.unreadable(studio.id):
            continue
        line = next((n for n, text in enumerate(page.splitlines(), 1) if text.startswith("facts")), 1)
        recorded = _recorded(studio)
        for fact in facts:
            if isinstance(fact, str) and not re.search(rf"(?<![\d.]){re.escape(fact)}(?!\.?\d)", recorded):
                value = {"value": fact, "path": shown(studio.path)}
                yield Problem(f"content/stories/{file.name}", "story-fact-unfounded", (), value, line=line, column=1)


def _recorded(studio: Studio) -> str:
    """All that the records of a studio say, as one text; a figure before or after also with its unit (`11秒`)."""
    measures = (measure for item in studio.achievements for measure in item.record.measures)
    figures = (f"{value}{each.unit}" for each in measures for value in (each.before, each.after))
    records = (studio.record, *(year.record for year in studio.years))
    years = (str(year.year) for year in studio.years)
    return "\n".join((*(record.model_dump_json() for record in records), *years, *figures))


def withdrawn_names(names: Iterable[str], content: Path) -> Iterator[Problem]:
    """A warning for each line of a hand-written page with one of these names, of people who have withdrawn consent.

    Records remove such names by themselves, but a hand-written text must be changed by its author.
    """
    wanted = sorted(names)
    for file in front_matter.pages(content, "**/*.md") if wanted else ():
        for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
            for name in wanted:
                if (at := place_in(name, line)) >= 0:
                    path = f"content/{file.relative_to(content).as_posix()}"
                    yield Problem(path, "withdrawn-in-text", (), {"name": name}, "warning", number, at + 1)
