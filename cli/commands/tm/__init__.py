"""zhengming tm: what was translated before: import, search, count, clean, merge, split and export memories."""

from __future__ import annotations

import click

from zhengming.cli.lazy import LazyGroup

__all__ = ["COMMANDS", "command"]

#: Name and one line of help; each is a module of this package with a `command`, imported when it is called.
COMMANDS: dict[str, str] = {
    "clean": "Take out of a memory what had better not be found in it.",
    "concordance": "Show where a term stands in the memory, and what it was rendered as.",
    "diff": "Show what has changed between two memories, unit by unit.",
    "export": "Write what the memory holds into a file.",
    "import": "Take files of translations into the memory.",
    "leverage": "Count what is known, what repeats itself and what is new.",
    "merge": "Make one memory of several files of translations.",
    "search": "Find what was said before for a text, or one like it.",
    "split": "Part a memory into several, to the byte.",
    "stats": "Tell what is in files of translations: languages, sizes, duplicates, users.",
}
#: A module cannot be named for a keyword.
_MODULES = {"import": "take_in"}


@click.group("tm", cls=LazyGroup, listed=COMMANDS, package=__name__, modules=_MODULES)
def command() -> None:
    """Import, search, count, clean, merge, split and export translation memories."""
