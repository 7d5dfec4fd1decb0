"""Write docs/reference.md from the program itself: commands with their options, checks, settings, exit status."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from zhengming.cli import settings as settings_files
from zhengming.cli.explanation import gist
from zhengming.cli.main import COMMANDS, group
from zhengming.cli.registry import all_checks
from zhengming.termbase.formats.columns import ATTRIBUTES

FILE = Path(__file__).parent.parent / "docs" / "reference.md"
INTRODUCTION = """\
# Reference

Written by `tools/reference.py` from the program itself; a test holds the two together.

Exit status, of every command: 0 done, and nothing grave found; 1 issues of the severity `fail-on` or above, or what
the command's own text says; 2 a file that could not be read or written, or a mistake in settings or options; 130
interrupted.
"""


def reference() -> str:
    """Return the page."""
    context = click.Context(group, info_name="zhengming")
    parts = [INTRODUCTION, "## Before the command\n", *_options(group, context)]
    for name in COMMANDS:
        command = group.get_command(context, name)
        assert command is not None  # noqa: S101  it is listed
        parts += _command(command, click.Context(command, info_name=name, parent=context))
    parts += ["## Checks\n", "| code | name | severity | finds |\n|---|---|---|---|"]
    for code, check in all_checks().items():
        weight = f"{check.severity}, opt-in" if check.opt_in else str(check.severity)
        parts.append(f"| [{code}](checks/{check.page}) | {check.name} | {weight} | {_cell(gist(check))} |")
    parts += ["\n## Settings\n", "Keys of `zhengming.toml`, or of `[tool.zhengming]` in `pyproject.toml`:\n"]
    parts.append(" · ".join(f"`{name}`" for name in settings_files.KEYS))
    parts += ["\n## Columns of the termbase\n"]
    named = ", ".join(f"`{name}`" for name in ATTRIBUTES)
    parts.append(
        f"{named}; for each language its tag (`zh-Hans`), with `:admitted` or `:deprecated` behind it for the terms of "
        "that status. [termbase.md](termbase.md) tells what they mean."
    )
    return "\n".join(parts) + "\n"


def _command(command: click.Command, context: click.Context) -> list[str]:
    heading = f"\n## {context.command_path}\n"
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    text = [heading, f"    {usage}\n", *(f"{part}\n" for part in _paragraphs(command.help or ""))]
    text += _options(command, context)
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None  # noqa: S101  it is listed
            text += _command(inner, click.Context(inner, info_name=name, parent=context))
    return text


def _paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in text.split("\n\n")]


def _options(command: click.Command, context: click.Context) -> list[str]:
    records = [
        option.get_help_record(context)
        for option in command.params
        if isinstance(option, click.Option) and not option.hidden and option.name != "help"
    ]
    rows = [f"| `{record[0]}` | {_cell(record[1])} |" for record in records if record]
    return ["| option | |\n|---|---|", *rows] if rows else []


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    if "--print" in sys.argv:
        print(end=reference())
    else:
        FILE.write_text(reference(), encoding="utf-8")
