"""What is remembered of each unit of a memory that is compared with another: numbers only."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING

from zhengming.tmx.memory import identity
from zhengming.tmx.pair import source_variant

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.language import Tag
    from zhengming.tmx.model import TranslationUnit

__all__ = ["Index", "source_text"]


class Index:
    """Units by their number from 0: by which name and which source they are known, and what they say."""

    def __init__(self, units: Iterable[TranslationUnit], language: Tag | None) -> None:
        self.names, self.sources = array("Q"), array("Q")
        self.contents, self.rests = array("Q"), array("Q")
        names: Counter[int] = Counter()
        sources: Counter[int] = Counter()
        for unit in units:
            name, source = (
                identity.digest(("name", unit.tuid or "")),
                identity.of_text(source_text(unit, language), unit),
            )
            # Units of one name or one source are told apart by their order.
            self.names.append(identity.digest((str(name), str(names[name]))) if unit.tuid else 0)
            self.sources.append(identity.digest((str(source), str(sources[source]))))
            names[name] += 1
            sources[source] += 1
            self.contents.append(identity.said(unit))
            self.rests.append(identity.rest(unit))

    def __len__(self) -> int:
        return len(self.names)


def source_text(unit: TranslationUnit, language: Tag | None) -> str:
    """Return what a unit is a translation of, as far as it says."""
    found = source_variant(unit, language)
    if found is not None:
        return found[0].segment.text
    return unit.variants[0].segment.text if unit.variants else ""
