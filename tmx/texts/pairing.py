"""Two texts side by side: which block is the translation of which, where their structure leaves no doubt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.tmx.texts.block import Block

__all__ = ["Gap", "paired"]

_DEEPEST = 6


class Gap(NamedTuple):
    """Blocks of one text against others of the other, as many as may be, of which nobody knows which is which."""

    sources: tuple[Block, ...]
    targets: tuple[Block, ...]


def paired(sources: Sequence[Block], targets: Sequence[Block]) -> Iterator[tuple[Block, Block] | Gap]:
    """Yield pairs of blocks and, where there are none, what is left over.

    Texts of the same kinds in the same order are paired one to one. Else headings of one level are anchors, if both
    have as many; between them the same is tried again, with the headings below. Nothing else is guessed.
    """
    return _paired(tuple(sources), tuple(targets), 1)


def _paired(sources: tuple[Block, ...], targets: tuple[Block, ...], level: int) -> Iterator[tuple[Block, Block] | Gap]:
    if _kinds(sources) == _kinds(targets):
        yield from zip(sources, targets, strict=True)
        return
    for anchor in range(level, _DEEPEST + 1):
        ones, others = _sections(sources, anchor), _sections(targets, anchor)
        if len(ones) == len(others) > 1:
            for number, (one, other) in enumerate(zip(ones, others, strict=True)):
                if number:
                    yield one[0], other[0]
                has_heading = bool(number)
                yield from _paired(one[has_heading:], other[has_heading:], anchor + 1)
            return
    yield Gap(sources, targets)


def _kinds(blocks: tuple[Block, ...]) -> list[str]:
    return [block.kind for block in blocks]


def _sections(blocks: tuple[Block, ...], level: int) -> list[tuple[Block, ...]]:
    """Return what stands before the first heading of that level, then each with what follows it."""
    starts = [index for index, block in enumerate(blocks) if block.level == level]
    borders = [0, *starts, len(blocks)]
    return [blocks[start:end] for start, end in pairwise(borders)]
