"""zhengming term import: take over concepts from a termbase of any make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli import termbases
from zhengming.cli.adding import save, write
from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.commands.term.rejection import conflicting, rejected_table, unwritable
from zhengming.cli.commands.term.rows import aligned
from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.additions import additions, numbered
from zhengming.termbase.concept import Standing, Termbase
from zhengming.termbase.formats.source import Sides, Wanted
from zhengming.termbase.formats.sources import source_of
from zhengming.termbase.formats.table_reader import demand_languages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Gathered, Rejected

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
@click.option(
    "--headers/--no-headers", "has_headers", default=None, help="Whether the first row names the columns.  [its words]"
)
@click.option("--sheet", metavar="NAME", help="Of a spreadsheet, this sheet.  [the first with terms]")
@click.option("--prefix", help="Letters of the new ids, instead of their field's.")
@click.option("--encoding", metavar="NAME", help="The file's encoding, if it is not Unicode: gb18030, big5.")
@click.option("--dry-run", is_flag=True, help="Write nothing, whatever -o says.")
@click.pass_obj
def command(options: Options, /, **given: Any) -> int:  # noqa: ANN401
    """Take over concepts from a termbase of any make.

    Read are TBX of all versions, MultiTerm XML, memoQ's CSV, glossaries of OmegaT, UTX, PO, spreadsheets (XLSX) and
    tables (CSV, TSV). Columns are judged by their names: zh-CN, Chinese, 中文, English, Source, Target, Notes, 备注 …;
    without names, by the script of their cells. WHAT a column (its name or number) holds is a language (zh-Hans,
    en:admitted, en:deprecated) or one of id, definition, note and the like. Rows of one term become one concept. New
    concepts are proposed unless the file says that they are approved, and what the termbase has stays as it is: rows
    that contradict it go to FILE.rejected.csv. Without -o nothing is written.
    """
    path, out = given["file"], given["out"]
    if out is not None:
        termbases.demand_table(out)
    settings = options.settings()
    found = _read(path, settings, given)
    termbase = _termbase(out, settings)
    sorted_out = list(additions(found.concepts, termbase))
    rejected = [*found.rejected, *unwritable(found), *conflicting(sorted_out, found)]
    rejected.sort(key=lambda one: one.row.location.start or (0, 0))
    refused = {id(one.concept) for one in rejected}
    new = [one.concept for one in sorted_out if one.known is None and id(one.concept) not in refused]
    known = sum(one.known is not None for one in sorted_out)
    for line in _outcome(found, len(new), known, rejected):
        click.echo(line)
    if out is None or given["dry_run"]:
        click.echo("Nothing was written; -o FILE adds the concepts to that termbase.")
        return 0
    if new:
        write(out, list(numbered(new, termbase, given["prefix"])))
    if rejected:
        beside = path.with_name(f"{path.name}.rejected.csv")
        save(beside, rejected_table(found, rejected).encode())
        click.echo(f"{counted(len(rejected), found.kind)} to mend: {beside}")
    click.echo(f"{counted(len(new), 'concept')} added to {out}; check them with: zhengming term lint {out}")
    return 0


def _read(path: Path, settings: Settings, given: dict[str, Any]) -> Gathered:
    """Read the file and show what it is taken for."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{path} could not be read: {error.strerror}") from error
    sides = Sides(
        given["source_language"] or settings.source_language, given["target_language"] or settings.target_language
    )
    wanted = Wanted(
        sides=sides,
        mapping=given["mapping"],
        has_headers=given["has_headers"],
        sheet=given["sheet"],
        encoding=given["encoding"],
    )
    source = source_of(str(path), data)
    click.echo(f"{path}: {source.name}")
    found = source.read(data, str(path), wanted)
    for line in _mapping(found):
        click.echo(line)
    demand_languages(found, str(path))
    return found


def _mapping(found: Gathered) -> Iterator[str]:
    rows = [
        (str(index + 1), shown(name.strip()) or "-", _meaning(found.roles.get(index)))
        for index, name in enumerate(found.headers)
    ]
    yield from (f"  {line}" for line in aligned(rows)) if rows else ()


def _meaning(role: Role | None) -> str:
    if role is None:
        return "not taken"
    return role if isinstance(role, str) else f"{role.language} {role.status.value}"


def _termbase(out: Path | None, settings: Settings) -> Termbase:
    """Return what the concepts are compared with: the termbase they are to go into, else the project's own."""
    paths = [out] if out is not None else termbases.termbase_paths(settings, must_exist=False)
    existing = [path for path in paths if path.exists() and path.stat().st_size]
    return termbases.read_all(existing, lambda _: None, termbases.sides(settings))


def _outcome(found: Gathered, new: int, known: int, rejected: list[Rejected]) -> Iterator[str]:
    proposed = sum(concept.status is Standing.PROPOSED for concept in found.concepts)
    rows = sum(map(len, found.rows)) + len(found.rejected)
    counts = f"{counted(rows, 'row')}: " if found.is_table else ""
    yield f"{counts}{counted(len(found.concepts), 'concept')}, {proposed:,} proposed"
    yield f"{new:,} new, {known:,} known already, {counted(len(rejected), found.kind)} rejected"
    yield from _first(f"{one.row.place}: {shown(one.reason)}" for one in rejected)
    if found.faults:
        yield f"{counted(len(found.faults), 'fault')} in what was read:"
        yield from _first(f"{fault.location.start}: {shown(fault.problem)}" for fault in found.faults)


def _first(lines: Iterator[str]) -> Iterator[str]:
    """Yield the first of the lines, and how many more there are."""
    listed = list(lines)
    yield from (f"  {line}" for line in listed[:_LISTED])
    if len(listed) > _LISTED:
        yield f"  and {len(listed) - _LISTED:,} more"
