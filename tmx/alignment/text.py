"""Text: the sentences of one document, with all that aligning looks at."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

__all__ = ["Text"]


@dataclass(frozen=True)
class Text:
    """One side. All sequences are as long as the text has sentences."""

    tokens: Sequence[Collection[str]]
    lengths: Sequence[int]
    openings: Sequence[str]
    """The kind of the block that a sentence begins, "" where it begins none."""

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """In which sentences each token stands."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, tokens in enumerate(self.tokens):
            for token in tokens:
                found[token].append(number)
        return dict(found)
