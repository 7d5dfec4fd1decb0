"""What is told of an alignment: the pairs that are doubtful, what has no counterpart, and a line that sums it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.cells import excerpt, shown
from zhengming.cli.report.summary import counted
from zhengming.tmx.quantity import discrepancies, quantities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zhengming.cli.aligning.texts import Texts
    from zhengming.cli.report.page import Page
    from zhengming.tmx.alignment.bead import Bead
    from zhengming.tmx.alignment.sentence import Sentence
    from zhengming.tmx.model import TranslationUnit

__all__ = ["bead_lines", "listing", "summary"]


def listing(beads: Sequence[Bead], texts: Texts, threshold: float, page: Page) -> Iterator[str]:
    """Yield the beads of a lower score than the threshold, and the sentences that are in no pair."""
    for bead in beads:
        if not bead.is_pair or bead.score < threshold:
            yield from bead_lines(bead, texts, page)


def bead_lines(bead: Bead, texts: Texts, page: Page) -> Iterator[str]:
    """Yield where a bead stands, its score, and its sentences."""
    sides = texts.sources[slice(*bead.sources)], texts.targets[slice(*bead.targets)]
    places = " | ".join(str(side[0].location._replace(end=None)) for side in sides if side)
    verdict = f"{bead.score:.2f}" if bead.is_pair else "no counterpart"
    yield page.styled(shown(f"{places}  {verdict}", page.encoding), bold=True)
    for side, language in zip(sides, texts.languages, strict=True):
        yield from _sentence_lines(side, language.language, page)


def _sentence_lines(side: Sequence[Sentence], language: str, page: Page) -> Iterator[str]:
    for number, sentence in enumerate(side, 1):
        label = f"{language if number == 1 else '':2} {number if len(side) > 1 else ''}".rstrip()
        width = page.width - len(label) - 3
        yield f"  {label} {excerpt(sentence.segment.text, None, width, page.encoding).text}"


def summary(beads: Sequence[Bead], units: Sequence[TranslationUnit], texts: Texts, threshold: float) -> str:
    """Return the line that sums an alignment up."""
    low = sum(bead.is_pair and bead.score < threshold for bead in beads)
    parts = [counted(len(units), "pair"), f"{low:,} below {threshold:.2f}{' (listed)' if low else ''}"]
    agreeing = _agreeing(units, texts)
    if agreeing is not None:
        parts.append(f"numbers agree in {agreeing:,} of {len(units):,}")
    held = [bead for bead in beads if not bead.is_pair]
    lone = [sum(bead.shape[side] for bead in held) for side in (0, 1)]
    if any(lone):
        sides = (f"{lone[side]:,} of {len(texts[side + 1]):,} in the {name}" for side, name in enumerate(_NAMES))
        parts.append(f"sentences without a counterpart: {', '.join(sides)} (listed)")
    return "; ".join(parts)


_NAMES = ("source", "target")


def _agreeing(units: Sequence[TranslationUnit], texts: Texts) -> int | None:
    """Return in how many pairs the numbers agree; None where those of a language are not known."""
    agreeing = 0
    for unit in units:
        found = [
            quantities(variant.segment.text, language.language)
            for variant, language in zip(unit.variants, texts.languages, strict=True)
        ]
        if found[0] is None or found[1] is None:
            return None
        agreeing += not discrepancies(found[0], found[1])
    return agreeing
