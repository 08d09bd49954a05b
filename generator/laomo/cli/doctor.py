"""The command doctor: what this machine has, what it lacks, what that costs, and how to mend it."""

import sys
from pathlib import Path

import click

from laomo.cli import options
from laomo.problems.messages import Language, fill
from laomo.tools.doctor import Diagnosis, examine

_MARKS = {"fine": ("✓", "green"), "missing": ("–", "yellow"), "wrong": ("✗", "red")}
_FINE: dict[str, tuple[str, str]] = {
    "program": ("Laomo {version}，Python {python}", "Laomo {version}, Python {python}"),
    "libraries": ("程序用的部件", "libraries"),
    "font": ("中文字体：{value}", "Chinese font: {value}"),
    "heic": ("能读苹果手机的 HEIC 照片", "HEIC pictures"),
    "git": ("git {value}", "git {value}"),
    "repository": ("这个文件夹由 git 管理", "this folder is a git repository"),
    "rsync": ("rsync", "rsync"),
    "ssh": ("ssh", "ssh"),
    "address": ("网址：{value}", "address: {value}"),
    "writable": ("文件夹可以写：{folder}", "the folder can be written: {folder}"),
    "disk": ("磁盘还空着 {size}", "{size} of free disk"),
    "clock": ("电脑的时钟：{value}", "clock: {value}"),
    "vendor": ("vendor 里的程序就是这一版", "vendor/ holds this version"),
    "scripts": ("ci 里的脚本能运行", "the scripts in ci/ can be run"),
}
_OTHERWISE: dict[str, tuple[str, str]] = {
    "libraries": (
        "程序用的 {count} 个部件和 requirements.txt 写的版本不同（要的是 {names}），做出的网站可能和别人的不一样。请重新安装：bash ci/prepare",
        "{count} libraries differ from requirements.txt (which asks for {names}), so your site may differ from that of others; install again: bash ci/prepare",
    ),
    "font": (
        "没有中文字体：分享到微信时没有卡片图，别的照常。请装上（Debian、Ubuntu）：sudo apt-get install fontconfig fonts-noto-cjk",
        "no Chinese font: shared links have no card picture; Debian, Ubuntu: sudo apt-get install fontconfig fonts-noto-cjk",
    ),
    "heic": (
        "没有装读 HEIC 照片的部件：苹果手机的 HEIC 照片要先转成 jpg。请装上：{python} -m pip install pillow-heif",
        "no HEIC extra: such pictures must be converted to jpg first; install it: {python} -m pip install pillow-heif",
    ),
    "git": (
        "没有 git（记下每次改动、让几个人一起改的程序）：laomo changes、laomo ownership 用不了。请装上（Debian、Ubuntu）：sudo apt-get install git",
        "no git: laomo changes and laomo ownership do not work; Debian, Ubuntu: sudo apt-get install git",
    ),
    "old-git": (
        "git {value} 太旧，审核提交要 {oldest} 或更新的。请换一个：sudo apt-get install git，还是旧的就换新一些的系统",
        "git {value} is too old: reviews need {oldest} or later; sudo apt-get install git, or a newer system",
    ),
    "repository": (
        "这个文件夹还没有用 git 管理（git 记下每次改动）：一个人用不要紧；几个人一起改的，请先运行 git init",
        "this folder is no git repository: start one with git init before several people work on it",
    ),
    "unsafe-repository": (
        "git 不肯读这个文件夹，因为它是另一个用户的。信得过的，请运行：git config --global --add safe.directory '{folder}'",
        "git refuses this folder, because another user owns it; if you trust it: git config --global --add safe.directory '{folder}'",
    ),
    "rsync": (
        "没有 rsync（往服务器传文件的程序）：不能发布到服务器，放到本机的文件夹照常。请装上（Debian、Ubuntu）：sudo apt-get install rsync",
        "no rsync: publishing to a server does not work; Debian, Ubuntu: sudo apt-get install rsync",
    ),
    "ssh": (
        "没有 ssh（登录服务器的程序）：不能发布到服务器，放到本机的文件夹照常。请装上（Debian、Ubuntu）：sudo apt-get install openssh-client",
        "no ssh: publishing to a server does not work; Debian, Ubuntu: sudo apt-get install openssh-client",
    ),
    "address": (
        "没有写网址：没有分享卡片、二维码、网站地图和订阅。请在 mkdocs.yml 里写一行 site_url: https://网站的网址/",
        "no address: no share cards, QR codes, sitemap or feeds; write site_url: https://… in mkdocs.yml",
    ),
    "writable": (
        "{folder} 不能写，网站生成不了。请换到自己的文件夹，或请管理员改好它的权限（chown、chmod）",
        "{folder} cannot be written, so no site can be built; use a folder of your own, or have its permissions changed",
    ),
    "disk": (
        "磁盘只空着 {size}，生成网站可能写到一半。请先腾出 1 GB 以上",
        "only {size} of free disk; make room for 1 GB or more",
    ),
    "clock": (
        "电脑的时钟是 {value}，比有的档案的修改时间还早：网页上的日期会不对。请把时钟调准",
        "the clock says {value}, which is before some records were changed; set it right",
    ),
    "vendor": (
        "vendor 里的程序不是现在运行的 {version} 版，别人装上的和您的不同。请换上：laomo upgrade",
        "vendor/ does not hold version {version}, which runs here; renew it: laomo upgrade",
    ),
    "crlf-scripts": (
        "ci 里的脚本是 Windows 的换行（CRLF），一运行就出错：{names}。请运行 git config core.autocrlf input，再运行 laomo upgrade --scripts 换成原样，一起提交",
        "the scripts in ci/ have Windows line endings (CRLF) and cannot run: {names}; run git config core.autocrlf input, then laomo upgrade --scripts, and commit them",
    ),
    "plain-scripts": (
        "ci 里的脚本没有“可以运行”的标记：{names}。前面写上 bash 就能运行，如 bash ci/prepare；要补上标记：chmod +x ci/*",
        "the scripts in ci/ are not marked as executable: {names}; run them with bash, as in bash ci/prepare, or: chmod +x ci/*",
    ),
}


@click.command()
@options.anywhere
@click.pass_obj
def doctor(language: Language, root: Path) -> None:
    """看看这台电脑和这个文件夹缺什么：有什么、没有什么、没有它少了什么、怎样补上。"""
    findings = list(examine(root))
    for finding in findings:
        mark, colour = _MARKS[finding.state]
        click.echo(f"{click.style(mark, fg=colour)} {_sentence(finding, language)}")
    if any(finding.state == "wrong" for finding in findings):
        sys.exit(1)


def _sentence(finding: Diagnosis, language: Language) -> str:
    chinese, english = (_FINE if finding.state == "fine" else _OTHERWISE)[finding.code]
    return fill(chinese if language == "zh" else english, finding.facts, language)
