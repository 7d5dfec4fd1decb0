"""zhengming tm stats: what is in a memory."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.report.page import Page

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.tmx.memory.figures import Figures

__all__ = ["command"]

_SCHEMA = "zhengming/tm-stats/1"
_MOST_NAMES = 5
_MONTH, _YEAR, _DAY = slice(4, 6), slice(4), slice(6, 8)


@click.command("stats")
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--output-format", "form", type=click.Choice(["text", "json"]), default="text", help="How to show it.  [text]"
)
@click.pass_context
def command(ctx: click.Context, /, paths: tuple[Path, ...], *, form: str) -> int:
    """Tell what is in memories and other files of translations, per file and in all.

    Units and languages with their segments, words and characters; duplicates; sources with more than one target; the
    first and last change; who has made the units, with which tools; states and properties. Exit status: 0 done, 2 a
    file that could not be read.
    """
    from zhengming.cli.commands.tm.inputs import Faults, documents  # noqa: PLC0415  `stats --help` needs none of it
    from zhengming.cli.progress import progress  # noqa: PLC0415
    from zhengming.tmx.memory.figures import figures  # noqa: PLC0415

    options: Options = ctx.obj
    files = documents(paths, options.settings())
    faults = Faults()
    with progress(files):
        found = list(figures(files, faults))
    faults.end()
    page = Page.on(sys.stdout, has_colour=ctx.color, is_quiet=options.is_quiet)
    if form == "json":
        whole = {"schema": _SCHEMA, "files": [_record(one) for one in found if one.path], "total": _record(found[-1])}
        page.write(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")
    else:
        page.write("\n".join(line for one in found for line in _lines(one, len(files))))
    return 2 if any(one.is_unreadable for one in files) else 0


def _lines(found: Figures, files: int) -> Iterator[str]:
    from zhengming.cli.commands.tm.columns import columns  # noqa: PLC0415
    from zhengming.cli.report.cells import shown  # noqa: PLC0415
    from zhengming.cli.report.summary import counted  # noqa: PLC0415

    locked = f", {found.locked:,} locked" if found.locked else ""
    yield f"{shown(found.path) or f'All {files:,} files'}: {counted(found.units, 'unit')}{locked}"
    yield from columns(
        ("  language", "segments", "words", "characters"),
        [(f"  {name or '(none)'}", *volume) for name, volume in found.volumes.items()],
    )
    facts = {
        "without text": counted(found.empty, "segment") if found.empty else "",
        "duplicates": f"{counted(found.duplicates, 'unit')}; {found.near_duplicates:,} nearly",
        "several targets": f"{counted(found.divided_sources, 'source')}, {counted(found.divided_units, 'unit')}",
        "changed": f"{_day(found.first)} to {_day(found.last)}" if found.first else "",
        "users": _names(found.users),
        "tools": _names(found.tools),
        "states": _names(found.states),
        "properties": _names(found.properties),
    }
    yield from (f"  {name:<17}{shown(fact)}" for name, fact in facts.items() if fact)
    yield ""


def _names(counts: Counter[str]) -> str:
    """Return the most frequent names with their counts; what has no name is left out."""
    named = [(name, count) for name, count in counts.most_common() if name]
    listed = ", ".join(f"{name} {count:,}" for name, count in named[:_MOST_NAMES])
    return f"{listed}, and {len(named) - _MOST_NAMES:,} more" if len(named) > _MOST_NAMES else listed


def _day(date: int) -> str:
    digits = f"{date:014}"
    return f"{digits[_YEAR]}-{digits[_MONTH]}-{digits[_DAY]}"


def _record(found: Figures) -> dict[str, Any]:
    counts = {
        name: dict(counter.most_common())
        for name, counter in (
            ("users", found.users),
            ("tools", found.tools),
            ("states", found.states),
            ("properties", found.properties),
        )
    }
    return {
        "path": found.path or None,
        "units": found.units,
        "languages": {name: volume._asdict() for name, volume in found.volumes.items()},
        "empty_segments": found.empty,
        "duplicates": found.duplicates,
        "near_duplicates": found.near_duplicates,
        "divided_sources": found.divided_sources,
        "divided_units": found.divided_units,
        "first_change": _day(found.first) if found.first else None,
        "last_change": _day(found.last) if found.last else None,
        "locked": found.locked,
        **counts,
    }
