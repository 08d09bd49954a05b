"""The CMS in real Chromium: signed in at hosts over a real git repository, and on a folder of the computer; what it saves is checked."""

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import ExifTags, Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.cli.command import laomo
from tests.tools.cms.conftest import MakeCms
from tests.tools.cms.git_host import REPOSITORY, TOKEN, GitHost, serving
from tests.tools.cms.gitea import Gitea
from tests.tools.cms.gitlab import GitLab

WELD = "studios/north/weld/studio.yml"
CRANE = "studios/north/crane/2013.yml"
PROFILE = """\
# 二〇一二年的老工作室
name: "北区焊接技能大师工作室"
sample: 是
category: 技能大师
leaders:
  - name: 方二铁
    kind: 技能人才
  - {name: 沈三铜, withdrawn: 2024-05}
units: [北区重工] # 第一个是挂牌单位
region: 北区

founded: '2012'
former_names:
  - "007号工作室" # 对内的叫法
"""
FROM_A_FOLDER = """async (files) => {
  const root = await navigator.storage.getDirectory();
  for (const [path, text] of Object.entries(files)) {
    let folder = root;
    const parts = path.split("/"), name = parts.pop();
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const writing = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await writing.write(text);
    await writing.close();
  }
  window.showDirectoryPicker = async () => root;
}"""
"""Gives the page a real folder of the browser's own in place of the one that a person would choose: no program can choose one."""
READ = """async (path) => {
  let folder = await navigator.storage.getDirectory();
  const parts = path.split("/"), name = parts.pop();
  for (const part of parts) folder = await folder.getDirectoryHandle(part);
  return (await (await folder.getFileHandle(name)).getFile()).text();
}"""


@pytest.fixture
def host(site: Path, request: pytest.FixtureRequest) -> Iterator[GitHost]:
    (site / WELD).write_text(PROFILE, encoding="utf-8")
    with (site / CRANE).open("a", encoding="utf-8") as year:
        year.write("report: {submitted: 2013-12-20} # 管理员的项目，网页里没有\n")
    (site / "studios/owners.yml").write_text("unions: {north: [clerk]}\n", encoding="utf-8")
    with serving(request.param(site)) as served:
        yield served


@pytest.fixture
def cms(host: GitHost, make_cms: MakeCms, serve: Callable[[Path], str]) -> str:
    """The address of the CMS of the repository."""
    options = ("--server", host.address, "--repo", REPOSITORY, "--year", "2025")
    return serve(make_cms(host.folder, "--host", "gitlab" if isinstance(host, GitLab) else "gitea", *options))


@pytest.fixture
def page(browser: Browser, host: GitHost, cms: str) -> Iterator[Page]:
    """Whatever is asked of any other host, or complained of, fails the test."""
    asked: list[str] = []
    complaints: list[str] = []
    context: BrowserContext = browser.new_context(locale="ja-JP", viewport={"width": 1200, "height": 1600})
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    context.on("weberror", lambda error: complaints.append(str(error.error)))
    opened = context.new_page()
    opened.goto(cms)
    yield opened
    context.close()
    allowed = (cms, f"{host.address}/api/", "blob:", "data:")
    assert [each for each in asked if not each.startswith(allowed)] == []
    assert complaints == []


def field(page: Page, key: str) -> Locator:
    """A field by its path; those far down are drawn only when they are scrolled to."""
    found = page.locator(f'section.field[data-key-path="{key}"]').first
    page.mouse.move(600, 500)
    for _ in range(100):
        if found.count():
            break
        page.mouse.wheel(0, 500)
        page.wait_for_timeout(30)
    found.scroll_into_view_if_needed()
    return found


def write(page: Page, key: str, text: str) -> None:
    field(page, key).locator("input:not([type=file]), textarea").first.fill(text)


def choose(page: Page, key: str, word: str) -> None:
    field(page, key).get_by_role("combobox").click()
    page.get_by_role("option", name=word, exact=True).click()


def add(page: Page, key: str) -> None:
    """Add an item to a list."""
    field(page, key).get_by_role("button", name=re.compile("添加")).first.click()


def open_entry(page: Page, cms: str, place: str) -> None:
    page.goto(f"{cms}#/collections/{place}")
    page.locator("section.field").first.wait_for()


def save(page: Page) -> None:
    page.get_by_role("button", name="保存", exact=True).click()
    expect(page).not_to_have_url(re.compile("/entries/|/new$"), timeout=20_000)  # back at the list


def sign_in(page: Page) -> None:
    page.get_by_role("button", name="使用访问令牌登录").click()
    page.get_by_role("textbox").fill(TOKEN)
    page.get_by_role("button", name="登录", exact=True).click()
    page.get_by_text("北区工会").first.wait_for()


at = functools.partial(pytest.mark.parametrize, "host", indirect=True)


@at([Gitea])
def test_what_is_saved_is_a_commit_of_what_was_changed(page: Page, cms: str, host: GitHost, tmp_path: Path) -> None:
    sign_in(page)
    open_entry(page, cms, "union-north/entries/weld/studio")
    write(page, "region", "东区")
    write(page, "slogan", "火花: 有温度")
    add(page, "leaders")
    write(page, "leaders.2.name", "何四银")
    save(page)
    changed = PROFILE.replace("region: 北区", "region: 东区")
    changed = changed.replace("founded: '2012'\n", "founded: '2012'\nslogan: \"火花: 有温度\"\n")
    changed = changed.replace("2024-05}\n", "2024-05}\n  - name: 何四银\n")
    profile = host.folder / WELD
    assert profile.read_text(encoding="utf-8") == changed

    picture, notes = tmp_path / "IMG 微信图片 1.jpg", Image.Exif()
    notes[ExifTags.Base.Make] = "a telephone"
    Image.new("RGB", (2400, 1200), "navy").save(picture, exif=notes)
    open_entry(page, cms, "year-2025/entries/weld")
    write(page, "summary", "第一段。\n\n第二段。")
    add(page, "achievements")
    write(page, "achievements.0.title", "新焊枪")
    choose(page, "achievements.0.kind", "五小成果")
    choose(page, "achievements.0.disclosure", "可公开")
    add(page, "achievements.0.photos")
    field(page, "achievements.0.photos.0.file").locator("input[type=file]").first.set_input_files(picture)
    write(page, "achievements.0.photos.0.caption", "新焊枪")
    write(page, "achievements.0.photos.0.alt", "一把焊枪")
    save(page)
    year = (host.folder / "studios/north/weld/2025.yml").read_text(encoding="utf-8")
    assert re.sub("item-[0-9a-f]{8}", "item-…", year) == (
        "summary: |\n  第一段。\n\n  第二段。\n"
        "achievements:\n  - id: item-…\n    title: 新焊枪\n    kind: 五小成果\n    disclosure: 可公开\n"
        "    photos:\n      - file: img-1.webp\n        caption: 新焊枪\n        alt: 一把焊枪\n"
    )
    with Image.open(host.folder / "studios/north/weld/photos/img-1.webp") as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("WEBP", (2000, 1000), {})

    messages = host.git("log", "--format=%s").splitlines()
    assert messages == ["新建：2025年 weld +1", "修改：北区工会 weld", "first"]
    assert laomo("check", "--root", host.folder).returncode == 0


@at([GitLab])
def test_where_it_can_a_save_is_a_merge_request_for_the_reviewer(page: Page, cms: str, host: GitHost) -> None:
    assert isinstance(host, GitLab)
    sign_in(page)
    open_entry(page, cms, "union-north/entries/weld/studio")
    write(page, "region", "东区")
    page.get_by_role("button", name="保存", exact=True).click()
    page.get_by_role("button", name="提交审核", exact=True).click()
    page.get_by_text("审核中", exact=True).wait_for()  # back at the list
    request = host.merge_requests[0]
    assert (request["title"], request["labels"]) == ("修改：北区工会 weld", ["sveltia-cms/pending_review"])
    branch = request["source_branch"]
    changes = [line for line in host.git("diff", "-U0", "main", branch).splitlines() if line[0] in "+-"]
    assert changes == [f"--- a/{WELD}", f"+++ b/{WELD}", "-region: 北区", "+region: 东区"]

    for author, found in ("clerk", 0), ("stranger", 1):
        judged = laomo("ownership", "--base", "main", "--head", branch, "--author", author, "--root", host.folder)
        assert judged.returncode == found
    host.git("merge", "--quiet", branch)
    assert laomo("check", "--root", host.folder).returncode == 0


@at([GitHost])
def test_a_folder_of_the_computer_is_edited_without_signing_in(page: Page, cms: str, host: GitHost) -> None:
    records = host.folder.rglob("studios/**/*.yml")
    texts = {path.relative_to(host.folder).as_posix(): path.read_text(encoding="utf-8") for path in records}
    page.evaluate(FROM_A_FOLDER, {**texts, ".git/HEAD": "ref: refs/heads/main\n"})
    page.get_by_role("button", name="使用本地仓库").click()
    page.get_by_text("北区工会").first.wait_for()
    open_entry(page, cms, "year-2013/entries/crane")
    field(page, "achievements").get_by_role("button", name="移除").nth(1).click()
    save(page)
    saved = page.evaluate(READ, CRANE)
    removed = "  - id: brake-check\n    title: 制动器点检卡\n    kind: 五小成果\n    disclosure: 可公开\n"
    assert saved == texts[CRANE].replace(removed, "") != texts[CRANE]
    (host.folder / CRANE).write_text(saved, encoding="utf-8")
    (host.folder / "studios/events").mkdir()
    for title, date, wanted in (
        ("劳模事迹报告会", "2025-04-28", "2025-0428"),
        ("成果展", "2025-04-28", "2025-0428-1"),
        ("技术交流", "2025年5月", None),
    ):
        page.goto(f"{cms}#/collections/events/new")
        write(page, "title", title)
        choose(page, "kind", "事迹报告")
        write(page, "date", date)
        save(page)
        name = wanted or page.get_by_text(f"{title}（").first.inner_text()[len(title) + 1 : -1]
        made = page.evaluate(READ, f"studios/events/{name}.yml")
        assert made == f"title: {title}\nkind: 事迹报告\ndate: {date}\n"
        (host.folder / f"studios/events/{name}.yml").write_text(made, encoding="utf-8")
    assert laomo("check", "--root", host.folder).returncode == 0
