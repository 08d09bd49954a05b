"""After any edits in any order, taken back or not, an incremental build equals a fresh one, byte for byte.

Once all edits are made, in the order of `LAOMO_SEED`; then a state machine makes some of them
and takes some back. `LAOMO_EXAMPLES=20` tries as many other orders; hypothesis then shortens one that fails.
"""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as some_of
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from laomo import pipeline
from laomo.project import Project
from tests.conftest import ROOT, tree

SEED = int(os.environ.get("LAOMO_SEED", "20260101"))
EXAMPLES = int(os.environ.get("LAOMO_EXAMPLES", "0"))
STEPS = 12


class Union:
    """Edits a site at random and always leaves valid records."""

    def __init__(self, site: Path, chance: random.Random) -> None:
        self.site, self.chance, self.count = site, chance, 0
        self.copies: list[Path] = []
        self.edits: list[Callable[[], object]] = [
            self.say_something_else,
            self.tell_an_achievement,
            self.forget_an_achievement,
            self.found_a_studio,
            self.found_a_studio,
            self.move_a_studio,
            self.close_a_studio,
            self.revoke_or_restore_a_title,
            self.withdraw_or_publish_a_leader,
            self.write_on_a_page,
            self.change_a_standard,
            self.change_the_site,
            self.change_the_theme,
            self.change_a_picture,
            self.rename_a_union,
            self.rename_a_studio,
            self.relate_studios_or_not,
            self.share_an_achievement_or_not,
            self.decide_in_other_words,
            self.found_an_alliance,
            self.say_as_much_at_the_same_time,
        ]

    def word(self) -> str:
        return "".join(self.chance.choices("稳准快省巧新实精勤专", k=4))

    def put(self, file: str | Path, pattern: str, new: str) -> None:
        path = self.site / file
        text, found = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1)
        assert found, f"{pattern} not in {file}"
        path.write_text(text, encoding="utf-8")

    def flip(self, file: str | Path, one: str, other: str) -> None:
        text = (self.site / file).read_text(encoding="utf-8")
        self.put(file, re.escape(one if one in text else other), other if one in text else one)

    def profile(self) -> Path:
        return self.chance.choice(sorted(self.site.glob("studios/*/*/studio.yml")))

    def say_something_else(self) -> None:
        file = self.profile()
        text = re.sub(r"slogan: .*\n", "", file.read_text(encoding="utf-8"))
        file.write_text(f"{text.rstrip()}\nslogan: {self.word()}\n", encoding="utf-8")

    def say_as_much_at_the_same_time(self) -> None:
        """Another text of the same size under the same time, as `cp -p` leaves it and a coarse clock too."""
        file = self.site / "studios/north/crane/studio.yml"
        times = file.stat()
        text = file.read_text(encoding="utf-8")
        assert "slogan: " in text
        file.write_text(
            re.sub(r"slogan: .*", lambda found: f"slogan: {self.word() * 9}"[: len(found[0])], text), encoding="utf-8"
        )
        os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))

    def tell_an_achievement(self) -> None:
        item = f"  - {{id: told, title: {self.word()}法, kind: 先进操作法, disclosure: 可公开, story: {self.word()}}}\n"
        self.forget_an_achievement()
        self.put("studios/north/crane/2013.yml", r"achievements:\n", f"achievements:\n{item}")

    def forget_an_achievement(self) -> None:
        file = self.site / "studios/north/crane/2013.yml"
        file.write_text(re.sub(r"  - {id: told.*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")

    def found_a_studio(self) -> None:
        self.count += 1
        copy = self.site / f"studios/{self.chance.choice(['north', 'south'])}/new-{self.count}"
        shutil.copytree(self.site / "studios/south/nurse", copy)
        name = f"{self.word()}{self.count}"
        self.put(copy.relative_to(self.site) / "studio.yml", "name: .*", f"name: {name}劳模创新工作室")
        self.put(copy.relative_to(self.site) / "studio.yml", "leaders: .*", f"leaders: [{{name: 甲{self.word()[:2]}}}]")
        self.copies.append(copy)

    def move_a_studio(self) -> None:
        if self.copies:
            old = self.copies.pop(self.chance.randrange(len(self.copies)))
            self.copies.append(old.rename(self.site / "studios/south" / f"moved-{self.count}-{old.name}"))

    def close_a_studio(self) -> None:
        if self.copies:
            shutil.rmtree(self.copies.pop(self.chance.randrange(len(self.copies))))

    def revoke_or_restore_a_title(self) -> None:
        self.flip("studios/decisions/2013-01.yml", "result: 达标", "result: 撤销")

    def withdraw_or_publish_a_leader(self) -> None:
        self.flip("studios/north/weld/studio.yml", "kind: 技能人才}", "kind: 技能人才, withdrawn: 2024-05-01}")

    def write_on_a_page(self) -> None:
        self.put("content/about/index.md", r"\Z", f"\n{self.word()}。\n")

    def change_a_standard(self) -> None:
        self.put("studios/standards/six.yml", "label: 有(风气|.{4}), text", f"label: 有{self.word()}, text")

    def change_the_site(self) -> None:
        self.put("studios/site.yml", "sample_banner: .*", f"sample_banner: 演示数据{self.word()}")

    def change_the_theme(self) -> None:
        self.flip("mkdocs.yml", "features: [content.action.edit]", "features: [content.action.edit, navigation.top]")

    def change_a_picture(self) -> None:
        pictures = sorted(ROOT.glob("studios/*/*/photos/cover.webp"))
        shutil.copy(self.chance.choice(pictures), self.site / "studios/north/crane/photos/cover.png")

    def rename_a_union(self) -> None:
        self.put("studios/unions.yml", r"id: south, name: [^,]+", f"id: south, name: {self.word()}区工会")

    def rename_a_studio(self) -> None:
        self.put("studios/south/nurse/studio.yml", "name: .*", f"name: {self.word()}护理巾帼创新工作室")

    def relate_studios_or_not(self) -> None:
        with_it = "category: 巾帼\nrelations: [{kind: 牵头工作室, studio: crane}]\n"
        self.flip("studios/south/nurse/studio.yml", with_it, "category: 巾帼\n")

    def share_an_achievement_or_not(self) -> None:
        with_it = "id: brake-check\n    shared_with: [weld]\n"
        self.flip("studios/north/crane/2013.yml", with_it, "id: brake-check\n")

    def decide_in_other_words(self) -> None:
        self.put("studios/decisions/2013-01.yml", "title: .*", f"title: 关于{self.word()}的通知")

    def found_an_alliance(self) -> None:
        told = f"alliances: [{{id: both, kind: 行业, name: {self.word()}联盟, lead: crane, members: [nurse]}}]\n"
        (self.site / "studios/alliances.yml").write_text(told, encoding="utf-8")


def build(site: Path) -> dict[str, bytes]:
    pipeline.build(Project(site), site / "site")
    return tree(site / "site")


def copied(site: Path, place: Path) -> Path:
    """The sources of a site in another place, with their times."""
    return Path(shutil.copytree(site, place, ignore=shutil.ignore_patterns(".build", "site")))


def differences(site: Path, place: Path) -> list[str]:
    """The published files that an incremental build makes otherwise than a fresh one, in `place`."""
    ours, theirs = build(site), build(copied(site, place))
    shutil.rmtree(place)
    return [path for path in {**ours, **theirs} if ours.get(path) != theirs.get(path)]


EDITS = sorted(each.__name__ for each in Union(Path(), random.Random()).edits)


class Edits(RuleBasedStateMachine):
    """A site that is edited, taken back and built, in any order."""

    built: Path
    """The small site, built: each example begins with a copy of it."""
    folder: Path
    """Where the copies lie."""

    def __init__(self) -> None:
        super().__init__()
        self.clerk = Union(Path(shutil.copytree(self.built, self.folder / "site")), random.Random())
        self.before: list[tuple[Path, list[Path]]] = []

    @rule(
        edits=some_of.lists(some_of.sampled_from(EDITS), min_size=1, max_size=4, unique=True), chance=some_of.randoms()
    )
    def edit(self, edits: list[str], chance: random.Random) -> None:
        self.before.append((copied(self.clerk.site, self.folder / f"before-{len(self.before)}"), self.clerk.copies[:]))
        self.clerk.chance = chance
        for each in edits:
            getattr(self.clerk, each)()
        self.same_as_fresh()

    @precondition(lambda self: self.before)
    @rule()
    def take_back(self) -> None:
        """Restore what was there before an edit, with the times that the files had then."""
        saved, self.clerk.copies = self.before.pop()
        for each in saved.iterdir():
            place = self.clerk.site / each.name
            shutil.rmtree(place) if place.is_dir() else place.unlink()
        shutil.copytree(saved, self.clerk.site, dirs_exist_ok=True)
        shutil.rmtree(saved)
        self.same_as_fresh()

    def same_as_fresh(self) -> None:
        assert differences(self.clerk.site, self.folder / "fresh") == []

    def teardown(self) -> None:
        shutil.rmtree(self.folder)
        self.folder.mkdir()


def test_whatever_is_edited_the_result_equals_a_fresh_build(built: Path, tmp_path: Path) -> None:
    clerk = Union(built, random.Random(SEED))
    clerk.chance.shuffle(clerk.edits)
    done = []
    for step in range(STEPS):
        for edit in clerk.edits[step::STEPS]:
            edit()
            done.append(edit.__name__)
        if step % 3 < 2 and step + 1 < STEPS:
            build(built)  # what it remembers then is what the next one begins with
        else:
            assert differences(built, tmp_path / "fresh") == [], done


def test_edits_in_any_order_that_are_taken_back_or_not_give_what_a_fresh_build_gives(
    built: Path, tmp_path: Path
) -> None:
    Edits.built, Edits.folder = built, tmp_path / "edits"
    Edits.folder.mkdir()
    how = settings(
        max_examples=EXAMPLES or 2,
        stateful_step_count=10 if EXAMPLES else 3,
        derandomize=not EXAMPLES,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(Edits, settings=how)
