"""Every format that a termbase can be exported to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats import omegat, table, tbx, tbx_v2
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGETS"]


def _csv(concepts: Iterable[Concept], _languages: Languages, _lost: Counter[str]) -> bytes:
    return table.write(concepts).encode()


def _tsv(concepts: Iterable[Concept], _languages: Languages, _lost: Counter[str]) -> bytes:
    return table.write(concepts, "\t").encode()


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (omegat.TARGET, tbx.TARGET, tbx_v2.TARGET, Target("csv", _csv), Target("tsv", _tsv))
}
