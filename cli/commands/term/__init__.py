"""zhengming term: look up, add, compare, merge, import, export and check the terms of a project."""

from __future__ import annotations

import importlib

import click

__all__ = ["COMMANDS", "command"]

#: Name and one line of help; each is a module of this package with a `command`, imported when it is called.
COMMANDS = {
    "add": "Add a concept to the termbase.",
    "diff": "Show what has changed, and what it does to the files.",
    "export": "Write the termbase for another tool.",
    "import": "Take over concepts from a table of any make.",
    "lint": "Report what is wrong with a termbase.",
    "lookup": "Find concepts by any of their terms.",
    "merge": "Merge two versions of a termbase, concept by concept.",
}
#: A module cannot be named for a keyword.
_MODULES = {"import": "take_over"}


class _Lazy(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"{__name__}.{_MODULES.get(cmd_name, cmd_name)}")
        found = module.command
        assert isinstance(found, click.Command)  # noqa: S101  for the type checker
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group("term", cls=_Lazy)
def command() -> None:
    """Look up, add, compare, merge, import, export and check the terms of a project."""
