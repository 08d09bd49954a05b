"""The commands by name. A command's module is imported when it is called, so a check does not wait for the Excel and Word readers."""

from importlib import import_module
from typing import Final

import click
from click.exceptions import NoSuchCommand

from laomo.cli import click_chinese

PLACES: Final = {
    "check": "check.check",
    "report": "site.report",
    "build": "build.build",
    "finish": "finish.finish",
    "publish": "publish.publish",
    "server": "server.server",
    "serve": "site.serve",
    "demo": "site.demo",
    "new": "records.new",
    "fmt": "records.fmt",
    "schema": "records.schema_command",
    "init": "init.init",
    "doctor": "doctor.doctor",
    "upgrade": "init.upgrade",
    "template": "spreadsheets.template",
    "import": "spreadsheets.import_",
    "export": "spreadsheets.export",
    "gather": "gather.gather",
    "forms": "forms.forms",
    "visits": "visits.visits",
    "ownership": "review.ownership_command",
    "changes": "review.changes_command",
}
"""Command → its module in this package and its function there, in the order of the help."""


class Commands(click.Group):
    """A group that imports commands on demand."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click passes it)
        return list(PLACES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (as above)
        if cmd_name not in PLACES:
            return None
        module, name = PLACES[cmd_name].split(".")
        command: click.Command = getattr(import_module(f"{__package__}.{module}"), name)
        click_chinese.name_in_chinese(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Suggest similar names for an unknown command; click itself knows only commands that are imported."""
        try:
            return super().resolve_command(ctx, args)
        except NoSuchCommand as unknown:
            raise NoSuchCommand(unknown.command_name, possibilities=PLACES, ctx=ctx) from None
