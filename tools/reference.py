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


SETTINGS = {
    "termbase": "Termbases, from the folder of the settings; the first takes additions. [glossary.csv, if it is there]",
    "source-language": "From which language, where a file does not say it or has several. [as each file declares]",
    "target-language": "Into which language. [all that a file has]",
    "files": "Patterns of the files to check in a folder; the only way for tables and Qt TS. [every known suffix]",
    "exclude": "Patterns of files to leave out, even if they are named.",
    "states": "How far a unit must be to be checked: draft, translated, reviewed, final. [all but draft]",
    "locked": "`skip` or `check` what the translator may not change. [skip]",
    "csv": "`source` and `target`: headers or letters of the columns of a bilingual table. [told by the headers]",
    "pairs": 'Texts side by side, as pairs of patterns: `[["{name}.zh.md", "{name}.en.md"]]`.',
    "select": "Checks to run: codes, letters, names, `default` or `all`. [default]",
    "extend-select": "Checks to run besides, such as the opt-in ones.",
    "ignore": "Checks to leave out.",
    "fail-on": "From which severity on a check fails: neutral, minor, major, critical or never. [major]",
    "approvers": "E-mail addresses of those who may approve concepts, as git knows them. [everybody]",
    "severity": "A table of codes and the severity that their issues are to have.",
    "override": "Tables with `files`, and what holds for them: `ignore`, `severity`. Of several the last wins.",
    "english": "`spelling`: en-GB, en-US or any, held by T005. [any]",
}


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
    parts.append("| key | |\n|---|---|")
    parts += [f"| `{name}` | {_cell(SETTINGS[name])} |" for name in settings_files.KEYS]
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
