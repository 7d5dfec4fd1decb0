"""Every format that a termbase can be exported to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats import (
    amazon,
    crowdin,
    deepl,
    google,
    llm,
    matecat,
    memoq,
    microsoft,
    multiterm,
    omegat,
    phrase,
    table,
    tbx,
    tbx_v2,
    trados,
    utx,
    weblate,
    xlsx,
)
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGETS"]


def _csv(concepts: Iterable[Concept], _languages: Languages, _lost: Losses) -> bytes:
    return table.write(concepts).encode()


def _tsv(concepts: Iterable[Concept], _languages: Languages, _lost: Losses) -> bytes:
    return table.write(concepts, "\t").encode()


TARGETS: dict[str, Target] = {
    target.name: target
    for target in (
        omegat.TARGET,
        memoq.TARGET,
        trados.TARGET,
        multiterm.TARGET,
        phrase.TARGET,
        matecat.TARGET,
        crowdin.TARGET,
        weblate.TARGET,
        deepl.TARGET,
        google.TARGET,
        amazon.TARGET,
        microsoft.TARGET,
        llm.TARGET,
        utx.TARGET,
        tbx.TARGET,
        tbx_v2.TARGET,
        xlsx.TARGET,
        Target("csv", _csv, (".csv",)),
        Target("tsv", _tsv, (".tsv", ".txt")),
    )
}
