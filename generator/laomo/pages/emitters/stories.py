"""Hand-written stories: a page for each, with a picture of its subject and a link to it; a list, unless the site has a
hand-written one; and lists by the themes of their front matter (河南省总工会 2015-02-06 三·三).
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from markupsafe import Markup

from laomo.pages import breadcrumbs, json_ld
from laomo.pages.context import Context
from laomo.pages.handwritten.stories import Story
from laomo.pages.templates import SAMPLE_MARK
from laomo.records.models import Photo, vocabulary
from laomo.registry.studio import Achievement, Studio
from laomo.system.output import Output
from laomo.text.collation import slug

_SHOWN_LINE = re.compile(r"""^((?:title|description): *(?![ >|]).*?)(["']?) *$""", re.MULTILINE)
"""The line of a front matter that holds the title or the description, and the quotation mark at its end."""


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
            stories=[(story, *_subject(story)) for story in context.stories],
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
    """The story with its picture and links. It replaces the hand-written file at the same path, so that relative links still work."""
    front, heading, text = _parts(story.page)
    studio, photo = _subject(story)
    sample = studio.record.sample if studio else context.registry.demonstration
    page = context.page(
        "story.md",
        story.url,
        trail=breadcrumbs.to(breadcrumbs.STORIES, (story.title, story.url)),
        linked=context.about(json_ld.article, story.title, story.url, story.description, sample=sample),
        story=story,
        studio=studio,
        photo=photo or next(iter(studio.record.photos if studio else ()), None),
        front=_marked(front) if sample else front,
        heading=heading,
        text=text,
    )
    return replace(page, path=PurePosixPath(f"{story.url.rstrip('/')}.md"))


def _parts(page: str) -> tuple[Markup, Markup, Markup]:
    """Front matter, first heading and text of a hand-written page. They are not escaped, because they are Markdown."""
    front, mark, rest = page.removeprefix("---\n").partition("\n---\n")
    found = re.match(r"\s*(# [^\n]*)\n", rest)
    text = rest[found.end() :] if found else rest
    return Markup(f"---\n{front}{mark}"), Markup(found[1] if found else ""), Markup(text)  # noqa: S704 (the union's own page)


def _marked(front: Markup) -> Markup:
    """The front matter of an invented story: its title and its description, each on one line, say that it is a sample."""
    return Markup(_SHOWN_LINE.sub(rf"\1{SAMPLE_MARK}\2", front))  # noqa: S704 (the union's own page)


def _subject(story: Story) -> tuple[Studio | None, Photo | None]:
    """The studio that a story is about, and the first photo of the achievement it is about; None for what does not apply."""
    if isinstance(story.about, Achievement):
        return story.about.studio, next(iter(story.about.record.photos), None)
    return story.about, None
