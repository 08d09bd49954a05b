"""The `laomo` command: one module per topic. Only this room prints and ends the process.

Imports from all other rooms.

Exit codes: 0 no problems · 1 problems in records or pages · 2 wrong usage · 3 a bug in the program · 130 interrupted.
"""

import os
import sys
import traceback
from typing import NoReturn

import click

from laomo import __version__
from laomo.cli import click_chinese
from laomo.cli.lazy_group import Commands
from laomo.cli.phrases import line
from laomo.problems import formats
from laomo.problems.errors import BuildFailed
from laomo.problems.messages import Language
from laomo.system import disk


def _language() -> Language:
    """English if the system's locale is English, otherwise Chinese."""
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if locale.startswith("en") else "zh"


def _set_language(_: click.Context, __: click.Parameter, chosen: Language | None) -> Language:
    click_chinese.set_language(language := chosen or _language())
    return language


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "LAOMO"})
@click.version_option(__version__, prog_name="laomo", message="%(prog)s %(version)s", help="显示版本号。")
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), callback=_set_language, is_eager=True, help="消息的语言，默认随系统。"
)
@click.pass_context
def laomo(context: click.Context, lang: Language) -> None:
    """劳模创新工作室网上展馆：档案进，网站出。"""
    context.obj = lang
    if os.environ.get("NO_COLOR"):  # see no-color.org
        context.color = False


click_chinese.name_in_chinese(laomo)


def main() -> None:
    """Run the command. Every error ends the process with one of the exit codes above."""
    click_chinese.set_language(_language())
    try:
        laomo(standalone_mode=False, prog_name="laomo")
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BuildFailed as fault:
        click.echo(formats.as_text(fault.problems, _language()), nl=False)
        sys.exit(1)
    except (KeyboardInterrupt, click.Abort):
        click.echo(line("interrupted", _language()), err=True)
        sys.exit(130)
    except OSError as error:
        if not disk.is_of_disk(error):
            _report_fault()
        place = str(error.filename2 or error.filename or "")
        click.echo(line("disk", _language(), place=place, reason=disk.reason(error)), err=True)
        sys.exit(1)
    except Exception:  # noqa: BLE001 (any other error is a bug: report it as one)
        _report_fault()


def _report_fault() -> NoReturn:
    traceback.print_exc()
    click.echo(line("our-fault", _language(), version=__version__), err=True)
    sys.exit(3)
