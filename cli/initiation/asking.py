"""Proposals shown to a person, and written if agreed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zhengming.cli.atomic import write_bytes
from zhengming.cli.initiation.proposals import diff
from zhengming.cli.report.cells import excerpt
from zhengming.termbase.errors import ZhengmingError

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.cli.initiation.proposals import Proposal

__all__ = ["agreed", "write"]

_LONGEST = 110
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def agreed(proposal: Proposal, *, asks: bool) -> bool:
    """Show what would change; return whether it is to be. Nobody is asked unless `asks`."""
    click.echo()
    click.secho(proposal.question, bold=True)
    for line in diff(proposal):
        click.secho(excerpt(line, None, _LONGEST).text, fg=_COLOURS.get(line[:1]))
    return not asks or click.confirm("Write it?", default=True)


def write(path: Path, proposal: Proposal) -> None:
    """Write what was agreed. Raise ZhengmingError if the file is not as it was shown, or cannot be written."""
    try:
        if (path.read_bytes() if path.exists() else None) != proposal.before:
            raise ZhengmingError(f"{proposal.path}: changed by somebody meanwhile; nothing was written to it")
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, proposal.after)
    except OSError as error:
        raise ZhengmingError(f"{proposal.path}: {error.strerror}; nothing was written to it") from error
