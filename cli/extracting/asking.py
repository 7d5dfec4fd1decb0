"""Candidate by candidate, a key each: which are to be proposed, and by what rendering."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from zhengming.cli.extracting.rows import Row, lines
from zhengming.cli.report.cells import excerpt

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.cli.reviewing.keys import Keys
    from zhengming.tmx.extraction import Candidate

__all__ = ["chosen"]

_LONGEST = 110
_QUESTION = "[p]ropose  [e]dit the rendering  [s]kip  [q]uit"


def chosen(candidates: Sequence[Candidate], keys: Keys) -> Iterator[Candidate]:
    """Yield those candidates that are to be proposed, as they are to be; stop where nobody answers any more."""
    for number, candidate in enumerate(candidates, 1):
        _show(candidate, number, len(candidates))
        answer = _answer(keys)
        if answer == "q":
            return
        if answer == "e":
            candidate = _edited(candidate, keys)  # noqa: PLW2901  what is proposed is the edited one
        if answer != "s":
            yield candidate


def _show(candidate: Candidate, number: int, of: int) -> None:
    click.echo(f"\n[{number}/{of}]")
    for line in lines([Row(candidate)]):
        click.echo(line)
    for example in candidate.examples[:1]:
        for text in filter(None, example):
            click.echo(f"  {excerpt(' '.join(text.split()), None, _LONGEST).text}")
    click.echo(f"  {candidate.places[0]}")


def _answer(keys: Keys) -> str:
    """Return p, e, s or q; the end of input is q."""
    click.echo(_QUESTION)
    try:
        while (answer := keys.key().lower()) not in {"p", "e", "s", "q"}:
            click.echo(f"“{answer}” is none of these: {_QUESTION}")
    except EOFError:
        return "q"
    return answer


def _edited(candidate: Candidate, keys: Keys) -> Candidate:
    """Return the candidate with the rendering that somebody types; an empty line leaves it."""
    from zhengming.tmx.extraction import Rendering  # noqa: PLC0415

    rendering = candidate.rendering
    typed = keys.line("rendering: ", rendering.text if rendering else "").strip()
    if not typed or (rendering is not None and typed == rendering.text):
        return candidate
    return candidate._replace(rendering=Rendering(typed, 0, rendering.of if rendering else 0))
