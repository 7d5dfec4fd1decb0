"""The command: a click group that imports a subcommand only when it is called."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["COMMANDS", "main"]

#: Name, module and one line of help; the line is here so that `--help` imports none of the modules.
COMMANDS = {
    "check": "Report where translations break the termbase or contradict each other.",
}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"zhengming.cli.commands.{cmd_name}").command
        assert isinstance(command, click.Command)  # noqa: S101  for the type checker
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "folder", metavar="DIR", type=click.Path(exists=True, file_okay=False), help="Work in DIR.")
@click.option("--config", metavar="FILE", type=click.Path(), help="Use these settings, not the nearest zhengming.toml.")
@click.option("--isolated", is_flag=True, help="Read no settings file, baseline or ignores.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="When to colour output.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but issues.")
@click.option("-v", "--verbose", is_flag=True, help="Say more of what is done.")
@click.version_option(package_name="zhengming")
@click.pass_context
def group(ctx: click.Context, folder: str | None, **options: object) -> None:
    """Zhengming (正名): call one thing by one vetted name, in every file."""
    if folder is not None:
        os.chdir(folder)
    ctx.obj = options


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; leave with 0, 1 (issues), 2 (could not be done) or 130 (interrupted)."""
    try:
        status = group.main(arguments, prog_name="zhengming", standalone_mode=False)
    except click.exceptions.Abort:
        sys.exit(130)
    except click.ClickException as error:
        error.show()
        sys.exit(2)
    except ZhengmingError as error:
        click.echo(f"zhengming: {error}", err=True)
        sys.exit(2)
    sys.exit(status if isinstance(status, int) else 0)
