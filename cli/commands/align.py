"""zhengming align: two texts, sentence by sentence, as a file of translations."""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zhengming.cli.commands.term.languages import language_options
from zhengming.cli.report.page import Page
from zhengming.cli.saving import demand_absent, tell_lost
from zhengming.cli.version import VERSION
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.cli.aligning.texts import Texts
    from zhengming.cli.options import Options
    from zhengming.cli.settings import Settings
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.alignment.bead import Bead
    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["command"]

_NOBODY = "nobody to ask here: standard input is no terminal; align without --review, and look at what is listed"
#: What a format has no place for, and nobody misses: the scores are in its notes, and no unit has another state.
_UNSAID = frozenset({"states", "properties"})


@click.command("align")
@click.argument("source", metavar="SOURCE", type=click.Path(exists=True, dir_okay=False))
@click.argument("target", metavar="TARGET", type=click.Path(exists=True, dir_okay=False))
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FILE",
    required=True,
    type=click.Path(dir_okay=False),
    help="Write the pairs here.",
)
@click.option(
    "--memory",
    metavar="FILE",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False),
    help="Learn from these translations what words become; may be given again.",
)
@click.option(
    "--termbase",
    metavar="FILE",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Know the terms of this termbase; may be given again.  [glossary.csv]",
)
@click.option(
    "--threshold",
    metavar="SCORE",
    type=click.FloatRange(0, 1),
    default=0.6,
    show_default=True,
    help="List the pairs whose score is lower.",
)
@click.option(
    "--review", "is_reviewed", is_flag=True, help="Go through these pairs, and what is left over, one key each."
)
@click.option("--force", is_flag=True, help="Write over a file that exists.")
@language_options
@click.pass_context
def command(ctx: click.Context, /, source: str, target: str, **given: Any) -> int:  # noqa: ANN401
    """Align the text TARGET with the text SOURCE that it translates, sentence by sentence.

    Both are plain text, Markdown, HTML or DOCX; the pairs are written as TMX, XLIFF, CSV or another format that
    `convert` writes, by the suffix of FILE, each with a score from 0 to 1: the probability that it is right. Pairs of
    a low score, and sentences without a counterpart, are listed. Languages are told by the names of the files
    (news.zh.md, news.en.md) or by options. Exit status: 0 written, 2 not.
    """
    from zhengming.cli.aligning import listing, texts  # noqa: PLC0415  `align --help` needs none of it
    from zhengming.tmx.alignment import align  # noqa: PLC0415
    from zhengming.tmx.formats.writers import writer_of  # noqa: PLC0415

    options: Options = ctx.obj
    out, threshold = given["out"], given["threshold"]
    writer_of(out)
    demand_absent(Path(out), force=given["force"])
    settings = _settings(options, given["termbase"])
    both = texts.read(source, target, given, settings.wanted)
    memory = _remembered(given["memory"], both, settings)
    beads: Sequence[Bead] = align(both.sources, both.targets, both.languages, _termbase(settings), memory)
    page = Page.on(sys.stdout, has_colour=ctx.color)
    if given["is_reviewed"]:
        beads = _reviewed(beads, both, threshold, page)
    written = _write(beads, both, out, source)
    if not options.is_quiet:
        page.write("".join(f"{line}\n" for line in listing.listing(beads, both, threshold, page)))
        page.write(f"{listing.summary(beads, written, both, threshold)}\n")
    return 0


def _settings(options: Options, termbase: tuple[Path, ...]) -> Settings:
    settings = options.settings()
    if not termbase:
        return settings
    return replace(
        settings, termbase=tuple(str(Path.cwd() / path) for path in termbase), termbase_named_by="--termbase"
    )


def _termbase(settings: Settings) -> Termbase:
    from zhengming.cli import termbases  # noqa: PLC0415

    # Its terms help here, and demand nothing: what is wrong with it is told where it is checked.
    paths = termbases.termbase_paths(settings) or (termbases.starter(),)
    return termbases.read_all(paths, lambda _: None, termbases.sides(settings))


def _remembered(paths: Sequence[str], both: Texts, settings: Settings) -> Iterator[Pair]:
    """Yield the pairs of the memories; one that cannot be read stops the work, for it was asked for."""
    from zhengming.tmx.document import Document  # noqa: PLC0415

    wanted = settings.wanted._replace(source_language=both.languages.source, target_language=both.languages.target)
    for path in paths:
        document = Document(path, wanted, settings.choice)
        faults: list[Issue] = []
        yield from document.pairs(faults.append)
        if document.is_unreadable:
            raise ZhengmingError(f"{faults[-1].location}: {faults[-1].message}")


def _reviewed(beads: Sequence[Bead], both: Texts, threshold: float, page: Page) -> Sequence[Bead]:
    from zhengming.cli.aligning.session import Session  # noqa: PLC0415
    from zhengming.cli.reviewing.keys import here  # noqa: PLC0415
    from zhengming.tmx.alignment.draft import Draft  # noqa: PLC0415

    if not sys.stdin.isatty() and os.environ.get("CI"):
        raise click.UsageError(_NOBODY)
    session = Session(Draft(tuple(beads), threshold), both, page, here())
    try:
        return session.run().kept
    except EOFError:
        raise click.UsageError(_NOBODY) from None


def _write(beads: Sequence[Bead], both: Texts, out: str, source: str) -> Sequence[TranslationUnit]:
    """Write the pairs, and return them."""
    from zhengming.cli.atomic import write_bytes  # noqa: PLC0415
    from zhengming.tmx.alignment.units import noted, units  # noqa: PLC0415
    from zhengming.tmx.formats.writers import writer_of  # noqa: PLC0415
    from zhengming.tmx.model import Header  # noqa: PLC0415

    writer = writer_of(out)
    attributes = {
        "creationtool": "zhengming align",
        "creationtoolversion": VERSION,
        "segtype": "sentence",
        "o-tmf": "zhengming",
        "adminlang": "en",
        "srclang": str(both.languages.source),
        "datatype": "plaintext",
    }
    made = list(units(beads, both.sources, both.targets, both.languages, Header(attributes, path=source)))
    stream = io.BytesIO()
    lost: Counter[str] = Counter()
    has_properties = writer.name == "tmx"
    writer.write(made if has_properties else map(noted, made), both.languages, stream, lost)
    try:
        write_bytes(Path(out), stream.getvalue())
    except OSError as error:
        raise ZhengmingError(f"{out} could not be written: {error.strerror}") from error
    tell_lost(writer.name, lost, _UNSAID)
    return made
