"""Notes to the person at the terminal: on standard error, beside the issues and never among them."""

from __future__ import annotations

import click

from zhengming.cli.report.cells import shown

__all__ = ["note"]


def note(text: str) -> None:
    """Say something that is no issue; what would move the cursor is shown escaped."""
    click.echo(f"zhengming: {shown(text)}", err=True)
