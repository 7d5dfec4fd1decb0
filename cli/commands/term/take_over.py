"""zhengming term import: take over concepts from a table of any make."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli import termbases
from zhengming.cli.atomic import write_bytes
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.term.rows import aligned
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.additions import additions, numbered
from zhengming.termbase.concept import Standing, Termbase
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats import table
from zhengming.termbase.formats.gathering import Rejected, gathered
from zhengming.termbase.formats.headers import Sides, roles
from zhengming.termbase.formats.insertion import inserted
from zhengming.termbase.ids import order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.additions import Addition
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.gathering import Gathered
    from zhengming.termbase.formats.headers import Role

__all__ = ["command"]

_LISTED = 10


def _pairs(ctx: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    parts = [value.rpartition("=") for value in values]
    for column, equals, meaning in parts:
        if not (column and equals and meaning):
            raise click.BadParameter("write COLUMN=WHAT, as in “Preferred=en”", ctx, parameter)
    return {column.strip(): meaning.strip() for column, _, meaning in parts}


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "-o", "out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Add to this termbase."
)
@language_options
@click.option("--map", "mapping", metavar="COLUMN=WHAT", multiple=True, callback=_pairs, help="What a column holds.")
@click.option("--prefix", help="Letters of the new ids, instead of their field's.")
@click.option("--encoding", metavar="NAME", help="The file's encoding, if it is not Unicode: gb18030, big5.")
@click.option("--dry-run", is_flag=True, help="Write nothing, whatever -o says.")
@click.pass_obj
def command(options: Options, /, **given: Any) -> int:  # noqa: ANN401
    """Take over concepts from a CSV or TSV table of any make.

    The columns are judged by their names: zh-CN, Chinese, 中文, English, Source, Target, Notes, 备注 and so on. WHAT a
    column holds is a language (zh-Hans, en:admitted, en:deprecated) or one of id, definition, note and the like. Rows
    of one term become one concept. New concepts are proposed, and what the termbase has stays as it is: rows that
    contradict it go to FILE.rejected.csv. Without -o nothing is written.
    """
    path: Path = given["file"]
    lines = list(table.rows(_text(path, given["encoding"]), str(path)))
    headers = lines[0][1] if lines else []
    settings = options.settings()
    sides = Sides(
        given["source_language"] or settings.source_language, given["target_language"] or settings.target_language
    )
    known = roles(headers, given["mapping"], sides)
    for line in _mapping(headers, known):
        click.echo(line)
    _demand_languages(known, path)
    found = gathered(lines[1:], known, len(headers), str(path))
    termbase = _termbase(given["out"], settings)
    sorted_out = list(additions(found.concepts, termbase))
    new = [one.concept for one in sorted_out if one.known is None and not one.conflict]
    rejected = sorted([*found.rejected, *_conflicting(sorted_out, found)])
    for line in _outcome(found, len(new), sum(one.known is not None for one in sorted_out), rejected):
        click.echo(line)
    if given["out"] is None or given["dry_run"]:
        click.echo("Nothing was written; -o FILE adds the concepts to that termbase.")
        return 0
    _save(given["out"], list(numbered(new, termbase, given["prefix"])))
    if rejected:
        _save_rejected(path, headers, rejected)
    click.echo(
        f"{counted(len(new), 'concept')} added to {given['out']}; check them with: zhengming term lint {given['out']}"
    )
    return 0


def _text(path: Path, encoding: str | None) -> str:
    try:
        data = path.read_bytes()
        return table.decoded(data, str(path)) if encoding is None else data.decode(encoding)
    except OSError as error:
        raise click.ClickException(f"{path} could not be read: {error.strerror}") from error
    except (UnicodeDecodeError, LookupError) as error:
        raise InvalidSettings(f"{path}: not {encoding} text: {error}") from error


def _mapping(headers: list[str], known: Mapping[int, Role]) -> Iterator[str]:
    rows = [
        (str(index + 1), shown(name.strip()) or "-", _meaning(known.get(index))) for index, name in enumerate(headers)
    ]
    yield from (f"  {line}" for line in aligned(rows)) if rows else ()


def _meaning(role: Role | None) -> str:
    if role is None:
        return "not taken"
    return role if isinstance(role, str) else f"{role.language} {role.status.value}"


def _demand_languages(known: Mapping[int, Role], path: Path) -> None:
    """Raise InvalidSettings unless there are columns of two languages."""
    spoken = {role.language.language for role in known.values() if not isinstance(role, str)}
    if len(spoken) < 2:  # noqa: PLR2004  a translation takes two
        remedy = "name them with --map “Column=zh-Hans”, or say what Source and Target are with --source-language"
        raise InvalidSettings(f"{path}:1:1: the columns of two languages are wanted; {remedy} and --target-language")


def _termbase(out: Path | None, settings: Settings) -> Termbase:
    """Return what the concepts are compared with: the termbase they are to go into, else the project's own."""
    paths = [out] if out is not None else termbases.termbase_paths(settings, must_exist=False)
    existing = [path for path in paths if path.exists() and path.stat().st_size]
    return termbases.read_all(existing, lambda _: None)


def _conflicting(sorted_out: Iterable[Addition], found: Gathered) -> Iterator[Rejected]:
    """Yield every row of the concepts that the termbase contradicts."""
    for one, lines in zip(sorted_out, found.lines, strict=True):
        if one.conflict:
            yield from (Rejected(line, found.rows[line], one.conflict) for line in lines)


def _outcome(found: Gathered, new: int, known: int, rejected: list[Rejected]) -> Iterator[str]:
    proposed = sum(concept.status is Standing.PROPOSED for concept in found.concepts)
    yield f"{counted(len(found.rows), 'row')}: {counted(len(found.concepts), 'concept')}, {proposed:,} proposed"
    yield f"{new:,} new, {known:,} known already, {counted(len(rejected), 'row')} rejected"
    for one in rejected[:_LISTED]:
        yield f"  line {one.line}: {shown(one.reason)}"
    if len(rejected) > _LISTED:
        yield f"  and {len(rejected) - _LISTED:,} more"


def _save(out: Path, concepts: list[Concept]) -> None:
    if concepts:
        data = out.read_bytes() if out.exists() else b""
        _write(out, inserted(data, str(out), concepts) if data else _new(out, concepts))


def _write(path: Path, data: bytes) -> None:
    try:
        write_bytes(path, data)
    except OSError as error:
        raise click.ClickException(f"{path} could not be written: {error.strerror}") from error


def _new(out: Path, concepts: list[Concept]) -> bytes:
    listed = sorted(concepts, key=lambda concept: order(concept.id))
    return table.write(listed, "\t" if out.suffix.lower() in {".tsv", ".txt"} else ",").encode()


def _save_rejected(path: Path, headers: list[str], rejected: list[Rejected]) -> None:
    """Write the rows that were not taken beside the file, with the reason in front, for somebody to mend."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("reason", *headers))
    writer.writerows((one.reason, *one.cells) for one in rejected)
    beside = path.with_name(f"{path.name}.rejected.csv")
    _write(beside, out.getvalue().encode())
    click.echo(f"{counted(len(rejected), 'row')} to mend: {beside}")
