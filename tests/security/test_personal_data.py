"""Every spelling of every personal number, planted wherever a contributor can write: each is caught. Look-alikes are not."""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from laomo import generate
from laomo.problems import formats
from laomo.project import Project
from laomo.system.git import Repository
from laomo.text import personal_data
from laomo.tools.review import ownership
from tests.conftest import some
from tests.security.table import Score
from tests.text.test_personal_data import CARD, CAUGHT, IDENTITY, MOBILE
from tests.tools.review.gitsite import Clone, git

STUDIO = "name: 示例第{n}工作室\ncategory: 劳模\nleaders: [{{name: 示例甲}}]\nunits: [示例厂{n}]\nregion: 北区\n{more}"
NUMBERS = [(text, code) for text, code in CAUGHT if code != "personal-mail"]
"""What is looked for where no person typed: a mail address may stand in a file name or in a picture's notes."""


def indented(text: str) -> str:
    return "\n".join(f"  {line}" for line in text.split("\n"))


def planted(site: Path) -> Iterator[tuple[str, str]]:
    """Path and code of what is to be found."""
    for n, (text, code) in enumerate(CAUGHT):
        comment = text.replace("\n", "\n# ")
        for place, more in (("value", f"intro: |\n{indented(text)}\n"), ("comment", f"# {comment}\n")):
            if place == "comment" and "\n" in text:
                continue  # a number over two comments is two words
            path = f"studios/north/{place}-{n}/studio.yml"
            (site / path).parent.mkdir()
            (site / path).write_text(STUDIO.format(n=f"{place}{n}", more=more), encoding="utf-8")
            yield path, code
        path = f"content/page-{n}.md"
        (site / path).write_text(f"---\ntitle: 页\n---\n# 页\n\n{text}\n", encoding="utf-8")
        yield path, code
    photos = site / "studios/north/drawn/photos"
    photos.mkdir(parents=True)
    named = []
    for n, (text, code) in enumerate(NUMBERS):
        exif = Image.Exif()
        exif[0x010E] = text.encode("utf-8")
        Image.new("RGB", (64, 48), (n, 0, 0)).save(photos / f"{n}.jpg", exif=exif)
        named.append(f"  - {{file: {n}.jpg, caption: 图, alt: 图}}\n")
        yield f"studios/north/drawn/photos/{n}.jpg", f"{code}-in-picture"
        if "\n" not in text:
            path = f"studios/north/drawn/photos/x-{text}.png"
            (site / path).write_bytes(b"")
            yield personal_data.masked(path), code
    more = f"photos:\n{''.join(named)}"
    (photos.parent / "studio.yml").write_text(STUDIO.format(n="drawn", more=more), encoding="utf-8")


def test_every_spelling_is_caught_in_every_place(site: Path, score: Score, say: Callable[[str], None]) -> None:
    wanted = list(planted(site))
    problems = generate.check(Project(site)).problems
    caught = {(problem.path, problem.code) for problem in problems}
    missed = [each for each in wanted if each not in caught]
    score("personal numbers planted", len(wanted), len(missed))
    say(f"personal numbers planted/caught {len(wanted)}/{len(wanted) - len(missed)}")
    assert missed == []
    for shape in formats.FORMATS.values():
        said = shape(problems, "zh")
        assert not [number for number in (IDENTITY, MOBILE, CARD, "someone") if number in said]


def test_every_spelling_is_caught_in_a_commit_and_what_it_took_back(site: Path, tmp_path: Path, score: Score) -> None:
    """The history keeps what the last version no longer says, and what a commit says of itself."""
    clone = Clone(site, tmp_path / "remote.git")
    clone.branch("work")
    path = "studios/north/weld/2014.yml"
    for text, _ in CAUGHT:
        clone.write(path, f"summary: |\n{indented(text)}\n")
        clone.commit()
    clone.write(path, "summary: 平常的一年\n")
    said = [clone.commit(f"x\n\n{text}") for text, _ in NUMBERS for _ in [clone.write(path, f"# {text[::-1]!r}\n")]]
    found = ownership.check(Repository(clone.folder), "main", "work", "north-clerk")
    in_texts = Counter(problem.code for problem in found if problem.path == path)
    wanted = Counter(code for _, code in CAUGHT)
    in_messages = {problem.path for problem in found} & {commit[:8] for commit in said}
    missed = sum((wanted - in_texts).values()) + len(said) - len(in_messages)
    score("personal numbers planted in the history", len(CAUGHT) + len(said), missed)
    assert missed == 0
    assert git(clone.folder, "status", "--porcelain") == ""


def look_alikes(chance: random.Random) -> Iterator[tuple[str, list[str]]]:
    """Class by class."""

    def digits(count: int) -> str:
        return "".join(chance.choices("0123456789", k=count))

    def day() -> str:
        return f"20{chance.randrange(30):02d}{chance.randrange(1, 13):02d}{chance.randrange(1, 29):02d}"

    def patent() -> str:
        return f"ZL20{chance.randrange(10, 26)}{chance.choice('123')}0{digits(6)}"

    yield "patent numbers", [f"{patent()}.{chance.choice('0123456789X')}" for _ in range(5000)]
    yield "patent numbers without their dot", [f"{patent()}{digits(1)}" for _ in range(5000)]
    yield (
        "credit codes",
        [f"9{chance.choice('123')}3502{digits(2)}MA{digits(5)}{chance.choice('XYKL')}{digits(2)}" for _ in range(5000)],
    )
    yield "order numbers", [f"{day()}{digits(6)}" for _ in range(5000)]
    yield "landlines of unions", [f"landline: 0592-5{digits(6)}" for _ in range(5000)]
    yield "18 digits by chance", [digits(18) for _ in range(100_000)]
    yield "16 to 19 digits by chance", [digits(chance.randrange(16, 20)) for _ in range(20_000)]


CEILINGS = {
    "18 digits by chance": ("personal-identity", 0.00005),
    "16 to 19 digits by chance": ("personal-card", 0.022),
}
"""Of safety notes A5: next to nothing for chance, nothing for all else."""


def test_look_alikes_are_mistaken_no_more_often_than_may_be(say: Callable[[str], None]) -> None:
    for name, texts in some(look_alikes(random.Random(2013))):
        found = Counter(fault.code for text in texts for fault in personal_data.find(text))
        code, ceiling = CEILINGS.get(name, ("", 0.0))
        mistaken = found[code] if code else found.total()
        say(f"false positives: {mistaken} of {len(texts):,} {name} (at most {int(ceiling * len(texts))})")
        assert mistaken <= ceiling * len(texts), name
