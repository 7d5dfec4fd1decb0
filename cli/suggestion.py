"""What somebody who wrote an unknown name probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean"]


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return the end of an error's sentence: the nearest known name, else all of them."""
    from zhengming.termbase.formats.columns import nearest  # noqa: PLC0415  wanted where something is wrong only

    names = list(known)
    guess = nearest(name, names)
    return f"; did you mean “{guess}”?" if guess else f"; known: {', '.join(names)}"
