"""zhengming extract: what a text calls things that the termbase does not know, and what the memory renders it by."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.extracting.outputs import OUTPUTS, parsed, write
from zhengming.cli.notes import note

if TYPE_CHECKING:
    from zhengming.cli.extracting.gathering import Gathered
    from zhengming.cli.extracting.rows import Row
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Termbase
    from zhengming.tmx.extraction import Candidate, Passages

__all__ = ["command"]

_MOST_NOTES = 3


@click.command("extract")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--top", metavar="N", type=click.IntRange(1), default=30, help="List N candidates.  [30]")
@click.option("--new", "is_new", is_flag=True, help="Leave out what the termbase has.")
@click.option("--propose", "is_proposing", is_flag=True, help="Ask of each new one whether to add it to the termbase.")
@click.option("--yes", "-y", "is_agreed", is_flag=True, help="With --propose: add all that are listed, and ask nobody.")
@click.option("--field", "subject_field", metavar="NAME", default="", help="With --propose: their subject field.")
@click.option(
    "--output-format",
    "output",
    metavar="NAME[=FILE]",
    default="text",
    callback=parsed,
    help=f"{', '.join(OUTPUTS)}; into a FILE, if one is named.  [text]",
)
@language_options
@click.pass_obj
def command(options: Options, /, paths: tuple[Path, ...], **given: Any) -> int:  # noqa: ANN401
    """List the terms that texts use, the likeliest first, with the rendering that the translations give them.

    PATHS are translations in any format, folders of them, or texts in one language (plain, Markdown, DOCX); a text
    beside translations from its language is rendered by what those say. “31/33” means: of 33 units that hold the term
    and are translated, 31 have that rendering. What the termbase knows is listed with its id. With --propose new ones
    are written into the first termbase of the settings, as rows that are proposed and tell where the term was seen;
    without it nothing is written. Exit status: 0, or 2 for a file that could not be read.
    """
    if given["is_agreed"] and not given["is_proposing"]:
        raise click.UsageError("--yes agrees to what --propose would ask; say both.")
    from zhengming.cli.extracting.gathering import gather  # noqa: PLC0415  `extract --help` needs none of it

    settings = _overridden(options.settings(), given)
    gathered = gather(paths, settings, note)
    _tell(gathered)
    passages = gathered.largest()
    if passages is None:
        note("nothing to extract from: no text was read")
        return 2 if gathered.has_unreadable else 0
    termbase = _termbase(settings)
    rows = _rows(passages, termbase, given)
    write(given["output"], rows, _about(passages, gathered))
    if not options.is_quiet:
        note(_summary(rows, passages, gathered))
    if given["is_proposing"]:
        _propose([row.candidate for row in rows], passages, settings, given)
    return 2 if gathered.has_unreadable else 0


def _overridden(settings: Settings, given: dict[str, Any]) -> Settings:
    return replace(
        settings,
        source_language=given["source_language"] or settings.source_language,
        target_language=given["target_language"] or settings.target_language,
    )


def _termbase(settings: Settings) -> Termbase:
    """Return what is known: the project's termbases, else the glossary that is installed."""
    from zhengming.cli import termbases  # noqa: PLC0415

    paths = termbases.termbase_paths(settings)
    if not paths:
        note(
            f"no termbase: {settings.folder / settings.termbase[0]} does not exist; known is the glossary of zhengming"
        )
    # What is wrong with it, `term lint` says.
    return termbases.kept_apart(
        termbases.read_all(paths or [termbases.starter()], lambda _: None, termbases.sides(settings))
    )


def _rows(passages: Passages, termbase: Termbase, given: dict[str, Any]) -> list[Row]:
    from zhengming.cli.extracting.known import Known  # noqa: PLC0415
    from zhengming.cli.extracting.rows import Row  # noqa: PLC0415
    from zhengming.tmx.extraction import candidates  # noqa: PLC0415

    known = Known(termbase, passages.source_language.language)
    if given["is_new"] or given["is_proposing"]:
        return [Row(one) for one in candidates(passages, given["top"], lambda text: known.concept(text) is None)]
    return [Row(one, known.concept(one.text)) for one in candidates(passages, given["top"])]


def _about(passages: Passages, gathered: Gathered) -> dict[str, Any]:
    target = passages.target_language
    return {
        "source_language": str(passages.source_language),
        "target_language": target and str(target),
        "files": gathered.files,
        "units": len(passages.texts),
    }


def _summary(rows: list[Row], passages: Passages, gathered: Gathered) -> str:
    from zhengming.cli.report.summary import counted  # noqa: PLC0415

    new = sum(row.concept is None for row in rows)
    target = passages.target_language
    languages = f"{passages.source_language}{f' → {target}' if target else ''}"
    read = f"{counted(len(passages.texts), 'passage')} in {counted(gathered.files, 'file')}, {languages}"
    return f"{counted(len(rows), 'candidate')}, {new:,} new, of {read}"


def _tell(gathered: Gathered) -> None:
    from zhengming.cli.extracting.gathering import faults_told  # noqa: PLC0415

    told = faults_told(gathered.faults)
    for line in told[:_MOST_NOTES]:
        note(line)
    if len(told) > _MOST_NOTES:
        note(f"{len(told) - _MOST_NOTES:,} more faults of the files; zhengming check lists them")
    if others := gathered.left_out():
        note(f"left out, in other languages: {', '.join(others)} passages; --source-language chooses")


def _propose(listed: list[Candidate], passages: Passages, settings: Settings, given: dict[str, Any]) -> None:
    from zhengming.cli.adding import languages_of, taking, write  # noqa: PLC0415
    from zhengming.cli.extracting.asking import chosen  # noqa: PLC0415
    from zhengming.cli.extracting.proposing import proposals, sides  # noqa: PLC0415
    from zhengming.cli.report.summary import counted  # noqa: PLC0415
    from zhengming.cli.reviewing.keys import here  # noqa: PLC0415

    path, termbase = taking(settings)
    tags = sides(passages, languages_of(termbase, settings))
    wanted = listed if given["is_agreed"] else list(chosen(listed, here()))
    field = given["subject_field"]
    concepts = list(proposals(wanted, tags, termbase, path, subject_field=field, refuse=note))
    if concepts:
        write(path, concepts)
        ids = concepts[0].id if len(concepts) == 1 else f"{concepts[0].id} to {concepts[-1].id}"
        click.echo(f"{counted(len(concepts), 'proposal')} written to {path}: {ids}; check with: zhengming term lint")
    else:
        click.echo("Nothing was written.")
