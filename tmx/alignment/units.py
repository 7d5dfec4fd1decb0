"""Translation units of what has been aligned, each with its score."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.tmx.alignment.sentence import joined
from zhengming.tmx.model import Note, Property, State, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhengming.termbase.formats.target import Languages
    from zhengming.tmx.alignment.bead import Bead
    from zhengming.tmx.alignment.sentence import Sentence
    from zhengming.tmx.model import Header

__all__ = ["SCORE", "noted", "units"]

#: The property that holds the score in TMX; other formats hold it in a note.
SCORE = "x-zhengming-score"


def units(
    beads: Iterable[Bead],
    sources: Sequence[Sentence],
    targets: Sequence[Sentence],
    languages: Languages,
    header: Header,
) -> Iterator[TranslationUnit]:
    """Yield a unit for each pair; its name depends on its texts alone, so that aligning again gives the same names."""
    names: Counter[str] = Counter()
    for number, bead in enumerate((bead for bead in beads if bead.is_pair), 1):
        segments = joined(sources[slice(*bead.sources)]), joined(targets[slice(*bead.targets)])
        digest = hashlib.blake2b("\0".join(segment.text for segment in segments).encode(), digest_size=4).hexdigest()
        names[digest] += 1
        score = f"{bead.score:.2f}"
        yield TranslationUnit(
            tuple(
                TranslationUnitVariant(str(language), segment)
                for language, segment in zip(languages, segments, strict=True)
            ),
            header,
            attributes={"tuid": digest if names[digest] == 1 else f"{digest}-{names[digest]}"},
            properties=(Property(SCORE, score),),
            number=number,
            state=State.TRANSLATED,
        )


def noted(unit: TranslationUnit) -> TranslationUnit:
    """Return the unit for a format without properties: with its score in a note."""
    scores = (kept.text for kept in unit.properties if kept.type == SCORE)
    return replace(unit, properties=(), notes=(*unit.notes, *(Note(f"score {score}") for score in scores)))
