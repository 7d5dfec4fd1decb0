"""zhengming term: look up, add, compare, merge, import, export and check the terms of a project."""

from __future__ import annotations

import click

from zhengming.cli.lazy import LazyGroup

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


@click.group("term", cls=LazyGroup, listed=COMMANDS, package=__name__, modules=_MODULES)
def command() -> None:
    """Look up, add, compare, merge, import, export and check the terms of a project."""
