"""Hand-written stories: each with the picture of what it tells of and the way there; all of them, unless the site has a page
of its own for that; and by theme (河南省总工会 2015-02-06 三·三), as their front matter says.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from markupsafe import Markup

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.pages.handwritten.stories import Story
from laomo.records.models import Photo, vocabulary
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output
from laomo.text.collation import slug


def emit(context: Context) -> Iterator[Output]:
    themes: dict[str, list[Story]] = {}
    for story in context.stories:
        for theme in story.themes:
            themes.setdefault(theme, []).append(story)
    order = [*vocabulary.STORY_THEMES, *sorted(themes.keys() - vocabulary.STORY_THEMES)]
    groups = [
        (theme, f"stories/themes/{vocabulary.STORY_THEMES.get(theme) or slug(theme)}/", themes[theme])
        for theme in order
        if theme in themes
    ]
    for story in context.stories:
        yield _page(context, story)
    if context.stories and not context.exists("stories/"):
        yield context.page(
            "stories.md",
            "stories/",
            trail=breadcrumbs.to(breadcrumbs.STORIES),
            linked=context.about(json_ld.listing, [(story.title, story.url) for story in context.stories]),
            stories=[(story, *_shown(story)) for story in context.stories],
            groups=groups,
        )
    trail = breadcrumbs.to(breadcrumbs.STORIES, ("按主题读故事", "stories/themes/"))
    if groups:
        yield context.page(
            "themes.md", "stories/themes/", trail=trail, heading="按主题读故事", shown=groups, groups=groups
        )
    for group in groups:
        own = breadcrumbs.to(breadcrumbs.STORIES, (f"主题：{group[0]}", group[1]))
        yield context.page("themes.md", group[1], trail=own, heading=f"主题：{group[0]}", shown=[group], groups=groups)


def _page(context: Context, story: Story) -> Output:
    """The story's Markdown with what surrounds it, in the place of the hand-written file: so its own links lead where they led."""
    front, heading, text = _parts(story.page)
    studio, photo = _shown(story)
    page = context.page(
        "story.md",
        story.url,
        trail=breadcrumbs.to(breadcrumbs.STORIES, (story.title, story.url)),
        linked=context.about(json_ld.article, story.title, story.url, story.description),
        story=story,
        studio=studio,
        photo=photo or next(iter(studio.record.photos if studio else ()), None),
        front=front,
        heading=heading,
        text=text,
    )
    return replace(page, path=PurePosixPath(f"{story.url.rstrip('/')}.md"))


def _parts(page: str) -> tuple[Markup, Markup, Markup]:
    """Front matter, first heading and text of a hand-written page. They are Markdown already, as their author means it."""
    front, mark, rest = page.removeprefix("---\n").partition("\n---\n")
    found = re.match(r"\s*(# [^\n]*)\n", rest)
    text = rest[found.end() :] if found else rest
    return Markup(f"---\n{front}{mark}"), Markup(found[1] if found else ""), Markup(text)  # noqa: S704 (the union's own page)


def _shown(story: Story) -> tuple[Studio | None, Photo | None]:
    """The studio that a story tells of, and the picture beside it: of the achievement, or else of the studio."""
    if isinstance(story.about, Achievement):
        return story.about.studio, next(iter(story.about.record.photos), None)
    return story.about, None
