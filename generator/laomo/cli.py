"""The `laomo` command. The only module that prints and ends the process.

Exit codes: 0 clean · 1 problems in records or pages · 2 wrong usage · 3 a fault of ours · 130 interrupted.
"""

import logging
import os
import sys
import time
import traceback
from pathlib import Path

import click
from rich.console import Console

from laomo import __version__, diagnostics, pipeline
from laomo import report as reporting
from laomo.messages import Language, line

_root = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="网站所在的文件夹，默认当前文件夹。",
)
_strict = click.option("--strict", is_flag=True, help="提醒也算问题。")


def _language() -> Language:
    """English for those whose system speaks it; Chinese for clerks, by default."""
    spoken = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if spoken.startswith("en") else "zh"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "LAOMO"})
@click.version_option(__version__, prog_name="laomo")
@click.option("--lang", type=click.Choice(["zh", "en"]), default=None, help="消息的语言，默认随系统。")
@click.pass_context
def laomo(context: click.Context, lang: Language | None) -> None:
    """劳模创新工作室网上展馆：档案进，网站出。"""
    context.obj = lang or _language()


@laomo.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@_root
@_strict
@click.option("--format", "shape", type=click.Choice(list(diagnostics.FORMATS)), default="text", help="输出的样式。")
@click.pass_obj
def check(language: Language, paths: tuple[Path, ...], root: Path, strict: bool, shape: str) -> None:
    """检查全部档案，列出每一个问题和改法；给出路径时只列这些路径下的问题。"""
    checked = pipeline.check(pipeline.Project(root))
    problems = [problem for problem in checked.problems if _within(problem.path, paths, root)]
    click.echo(diagnostics.FORMATS[shape](problems, language), nl=False)
    if shape == "text":
        count = len(checked.loaded.records)
        click.echo(line("checked", language, files=f"{count:,}", problems=f"{len(problems):,}"), err=True)
    if any(strict or problem.severity == "error" for problem in problems):
        sys.exit(1)


def _within(problem: str, paths: tuple[Path, ...], root: Path) -> bool:
    place = (root / problem).absolute()
    return not paths or any(place.is_relative_to(path.absolute()) for path in paths)


@laomo.command()
@_root
@click.option("--year", type=click.IntRange(1949, 2100), default=None, help="哪一年，默认最近一个到了年末的年份。")
@click.option("--format", "shape", type=click.Choice(list(reporting.FORMATS)), default="text", help="输出的样式。")
@click.pass_obj
def report(language: Language, root: Path, year: int | None, shape: str) -> None:
    """列出没有年报、久未更新、缺少材料的工作室，供工会内部使用，不会出现在网站上。"""
    checked = pipeline.check(pipeline.Project(root))
    errors = [problem for problem in checked.problems if problem.severity == "error"]
    if checked.registry:
        click.echo(reporting.FORMATS[shape](reporting.report(checked.registry, year), language), nl=False)
    if errors:
        click.echo(line("report-problems", language, problems=f"{len(errors):,}"), err=True)
        sys.exit(1)


@laomo.command()
@_root
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="网站放到哪里，默认 site。")
@_strict
@click.option("--clean", is_flag=True, help="忘掉上次的结果，全部重做。")
@click.pass_obj
def build(language: Language, root: Path, out: Path | None, strict: bool, clean: bool) -> None:
    """生成、核对并发布整个网站；有问题时一个字也不改。"""
    from laomo import host  # noqa: PLC0415 (MkDocs takes half a second to import)

    project, out = pipeline.Project(root.absolute()), (out or root / "site").absolute()
    if clean:
        project.forget()
    start = time.monotonic()
    console = Console(stderr=True)
    try:
        with console.status(line("building", language)):
            rendered = pipeline.build(project, out, host.render, strict=strict)
    except pipeline.Faulty as faulty:
        click.echo(diagnostics.as_text(faulty.problems, language), nl=False)
        click.echo(line("not-built", language, problems=str(len(faulty.problems)), out=str(out)), err=True)
        sys.exit(1)
    click.echo(diagnostics.as_text(rendered.warnings, language), nl=False, err=True)
    seconds = f"{time.monotonic() - start:.1f}"
    facts = {"pages": f"{rendered.pages:,}", "changed": f"{len(rendered.changed):,}", "seconds": seconds}
    click.echo(line("built", language, **facts, out=str(out / "index.html")))


@laomo.command()
@_root
@click.option("--address", default=None, help="预览地址，默认 127.0.0.1:8000。")
def serve(root: Path, address: str | None) -> None:
    """边改边看：改了档案，浏览器里的网页随即更新；有问题的档案保留上一次的样子。"""
    from laomo import host  # noqa: PLC0415 (as above)

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    host.preview(root.absolute(), address)


@laomo.command()
@click.option("--studios", type=click.IntRange(1, 200_000), default=100, show_default=True, help="工作室的数目。")
@click.option("--seed", type=int, default=2013, show_default=True, help="同一个种子做出同样的档案。")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.pass_obj
def demo(language: Language, studios: int, seed: int, folder: Path) -> None:
    """做一个演示站：虚构的、标明示例的档案，要多大有多大。"""
    from laomo.demo import generate, write  # noqa: PLC0415 (its word lists are read on import)

    if folder.exists() and any(folder.iterdir()):
        raise click.UsageError(line("not-empty", language, folder=str(folder)))
    count = write(folder, generate(studios, seed))
    click.echo(line("demo", language, files=f"{count:,}", folder=str(folder)))


def main() -> None:
    """Run the command; whatever goes wrong ends in one of the exit codes."""
    try:
        laomo(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo(line("interrupted", _language()), err=True)
        sys.exit(130)
    except Exception:  # noqa: BLE001 (the last wall before the user)
        traceback.print_exc()
        click.echo(line("our-fault", _language(), version=__version__), err=True)
        sys.exit(3)
