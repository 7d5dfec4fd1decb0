"""zhengming textconv: a bilingual file as text, for `git diff` to compare."""

from __future__ import annotations

from pathlib import Path

import click

from zhengming.cli.report.cells import shown

__all__ = ["command"]


@click.command("textconv")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(file: Path) -> int:
    """Print each unit of FILE as two lines, source and target, below its name.

    Git calls this for `git diff` where `zhengming git-setup` has told it to. A file that cannot be read is printed as
    far as it can be, with the fault behind.
    """
    from zhengming.tmx.choice import EVERY_UNIT  # noqa: PLC0415  `textconv --help` needs none of it
    from zhengming.tmx.document import Document  # noqa: PLC0415
    from zhengming.tmx.formats import NOTHING_KNOWN  # noqa: PLC0415

    faults: list[str] = []
    document = Document(str(file), NOTHING_KNOWN, EVERY_UNIT)
    for pair in document.pairs(lambda issue: faults.append(f"{issue.check.code} {issue.message}")):
        languages = str(pair.source_language), str(pair.target_language)
        width = max(map(len, languages))
        click.echo(f"@ {shown(pair.name)}")
        for language, segment in zip(languages, (pair.source, pair.target), strict=True):
            click.echo(f"{language:<{width}} {shown(' '.join(segment.text.split()))}")
    if document.is_unreadable:
        click.echo(faults[-1])
    return 0
