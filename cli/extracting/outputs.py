"""Where the list of candidates goes: to standard output or into a file, as text, JSON or a table."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from zhengming.cli.adding import save
from zhengming.cli.extracting.rows import COLUMNS, lines, record, row
from zhengming.cli.suggestion import did_you_mean
from zhengming.tmx.formats.bitext_writer import FORMULA_SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengming.cli.extracting.rows import Row

__all__ = ["OUTPUTS", "Output", "parsed", "write"]

_SCHEMA = "zhengming/extract/1"
_WIDTHS = {"source": 24, "rendering": 36, "source_variants": 24, "rendering_variants": 36, "places": 36}
_WIDTHS |= {"example_source": 60, "example_target": 60}
_USUAL_WIDTH = 10
#: Those that are no text for a terminal.
_BINARY = frozenset({"xlsx"})


def _text(rows: Sequence[Row], about: dict[str, Any]) -> bytes:  # noqa: ARG001  one shape for all
    return "".join(f"{line}\n" for line in lines(rows)).encode()


def _json(rows: Sequence[Row], about: dict[str, Any]) -> bytes:
    content = {"schema": _SCHEMA, **about, "candidates": [record(one) for one in rows]}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def _csv(rows: Sequence[Row], about: dict[str, Any]) -> bytes:  # noqa: ARG001
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in rows:
        writer.writerow(f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell for cell in row(one))
    return ("\ufeff" + stream.getvalue()).encode()


def _xlsx(rows: Sequence[Row], about: dict[str, Any]) -> bytes:  # noqa: ARG001
    from zhengming.cli.report.xlsx import LONGEST, new_book  # noqa: PLC0415  an extra

    stream = io.BytesIO()
    book = new_book(stream)
    sheet = book.add_worksheet("candidates")
    heading, plain = book.add_format({"bold": True, "bottom": 1}), book.add_format({"text_wrap": True, "valign": "top"})
    for index, name in enumerate(COLUMNS):
        sheet.set_column(index, index, _WIDTHS.get(name, _USUAL_WIDTH))
        sheet.write_string(0, index, name, heading)
    for number, one in enumerate(rows, 1):
        for index, (value, cell) in enumerate(zip(record(one).values(), row(one), strict=True)):
            if isinstance(value, (int, float)):
                sheet.write_number(number, index, value, plain)
            else:  # as text, whatever it looks like
                sheet.write_string(number, index, cell[:LONGEST], plain)
    sheet.freeze_panes(1, 0)
    book.close()
    return stream.getvalue()


OUTPUTS: dict[str, Callable[[Sequence[Row], dict[str, Any]], bytes]] = {
    "text": _text,
    "json": _json,
    "csv": _csv,
    "xlsx": _xlsx,
}


class Output(NamedTuple):
    """A shape, and the file it goes to; None is standard output."""

    name: str
    path: Path | None = None


def parsed(ctx: click.Context, parameter: click.Parameter, value: str) -> Output:  # noqa: ARG001
    """Return the output that the value NAME or NAME=FILE asks for. Raise UsageError for one that is none."""
    name, _, file = value.partition("=")
    if name not in OUTPUTS:
        raise click.UsageError(f"unknown output format “{name}”{did_you_mean(name, OUTPUTS)}")
    if name in _BINARY and not file and sys.stdout.isatty():
        raise click.UsageError(f"{name} is no text for a terminal; name a file: {name}=candidates.{name}")
    return Output(name, Path(file) if file else None)


def write(output: Output, rows: Sequence[Row], about: dict[str, Any]) -> None:
    """Write the candidates; `about` tells of the texts they are from. A file is whole or not there at all."""
    content = OUTPUTS[output.name](rows, about)
    if output.path is not None:
        save(output.path, content)
    elif output.name in _BINARY:
        click.echo(content, nl=False)
    else:
        click.echo(content.decode(), nl=False)
