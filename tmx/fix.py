"""Words replaced in the bytes of a file: what stands outside the words stays as it is, to the byte."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zhengming.termbase.position import Location
    from zhengming.tmx.formats.format import Rewriter

__all__ = ["Change", "Fixed", "fix"]

_NO_PLACE = "its place in the file is not known"
_OVERLAP = "another replacement meets it; run the command once more"


class Change(NamedTuple):
    """Words to be replaced: where they are written, how they read, and what to write instead."""

    location: Location
    found: str
    replacement: str


class Fixed(NamedTuple):
    """The new bytes and, for each change in the order given, why it was not made, or None."""

    content: bytes
    problems: tuple[str | None, ...]


def fix(content: bytes, changes: Sequence[Change], rewriter: Callable[[bytes], Rewriter]) -> Fixed:
    """Make the changes in the bytes of a file that has been read to its end without fault.

    Of changes that overlap, the first in the file is made; the same change may be asked for more than once. A change is
    made only if nothing but the words gets lost; how words are written in that kind of file is the rewriter's business.
    """
    file = rewriter(content)
    problems: list[str | None] = [None] * len(changes)
    pieces: list[bytes] = []
    done, last = 0, None
    for index in sorted(range(len(changes)), key=lambda index: _bytes(changes[index]) or (0, 0)):
        change = changes[index]
        place = _bytes(change)
        if place is None:
            problems[index] = _NO_PLACE
            continue
        if (place, change.replacement) == last:
            continue
        new = _OVERLAP if place[0] < done else file.rewritten(*place, change.found, change.replacement)
        if isinstance(new, str):
            problems[index] = new
            continue
        pieces += content[done : place[0]], new
        done, last = place[1], (place, change.replacement)
    return Fixed(b"".join([*pieces, content[done:]]), tuple(problems))


def _bytes(change: Change) -> tuple[int, int] | None:
    start, end = change.location.start, change.location.end
    if start is None or end is None or start.byte is None or end.byte is None:
        return None
    return start.byte, end.byte
