"""Where paragraphs begin: headings answer headings, and the first sentence of a paragraph the first of another.

How strictly, the texts themselves tell: one may have its paragraphs where the other has each sentence on a line.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from zhengming.tmx.alignment.bead import Bead

__all__ = ["agreement"]

#: What is believed before any pair is known: that equals go together so much oftener than by chance, and others less.
_LIKE, _UNLIKE = 2.0, 0.5
#: This belief weighs as much as so many pairs.
_BELIEF = 10.0
_MOST = 3.0


def agreement(found: Iterable[Bead], sources: Sequence[str], targets: Sequence[str]) -> Callable[[str, str], float]:
    """Return what tells how much likelier two sentences go together for what they begin: as a logarithm."""
    pairs = Counter((sources[bead.sources.start], targets[bead.targets.start]) for bead in found if bead.is_pair)
    ones, others = Counter(sources), Counter(targets)
    total = pairs.total() + _BELIEF

    @lru_cache(maxsize=1024)
    def weight(one: str, other: str) -> float:
        chance = ones[one] / len(sources) * others[other] / len(targets)
        believed = min(chance * (_LIKE if one == other else _UNLIKE), 1.0)
        share = (pairs[one, other] + _BELIEF * believed) / total
        return max(-_MOST, min(_MOST, math.log(share / chance)))

    return weight
