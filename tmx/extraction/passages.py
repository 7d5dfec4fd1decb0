"""The texts that candidates are taken from: of one language, or of one pair of languages with their translations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.drift.corpus import Side
from zhengming.tmx.drift.sentences import sentence_pairs
from zhengming.tmx.drift.words import spans
from zhengming.tmx.extraction.words import can_cut, cutter, key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location
    from zhengming.tmx.model import Segment
    from zhengming.tmx.pair import Pair

__all__ = ["Passages", "Translation", "written"]

#: Words that a hyphen joins are one, though each is counted.
_BEFORE, _AFTER = re.compile(r"(?<![^\W_])(?:[A-Za-z]+[-‐‑])+$"), re.compile(r"(?:[-‐‑][A-Za-z]+)+(?![^\W_])")
_REACH = 32
#: So many units tell how a phrase is written.
_SAMPLE = 60


class Translation:
    """The same units in both languages, as renderings are located in them; the targets as they are written."""

    def __init__(self, source: str, target: str) -> None:
        self.source, self.target = (Side(language, cutter(language)) for language in (source, target))
        self.texts: list[str] = []

    def add(self, source: list[str], target: str) -> None:
        """Take the next unit, the source in words."""
        self.source.add_words(source)
        self.target.add(target)
        self.texts.append(target)


class Passages:
    """Sentences of pairs, or paragraphs of texts, each counted once in a file, with their places."""

    def __init__(self, source: Tag, target: Tag | None = None) -> None:
        self.source_language, self.target_language = source, target
        self.side = Side(source.language, cutter(source.language), key)
        """The words of the source as candidates are made of them."""
        self.texts: list[str] = []
        self.translation = (
            Translation(source.language, target.language) if target is not None and can_cut(target.language) else None
        )
        self._places: list[Location] = []
        self._known: set[int] = set()

    def add(self, pair: Pair) -> None:
        """Take the next pair; one that is repeated in a file would be its own witness."""
        if self._is_known(pair.unit.header.path, pair.source.text, pair.target.text):
            return
        languages = pair.source_language.language, pair.target_language.language
        for one, other in sentence_pairs(pair.source.text, pair.target.text, languages):
            words = self._take(pair.source, one)
            if self.translation is not None:
                self.translation.add(words, pair.target.text[slice(*other)])

    def add_text(self, path: str, segment: Segment) -> None:
        """Take the next paragraph of a text without a translation; there may be pairs as well."""
        if not self._is_known(path, segment.text):
            self._take(segment, Span(0, len(segment.text)))
            if self.translation is not None:
                self.translation.add([], "")  # so that a unit has one number on both sides

    def _is_known(self, *content: str) -> bool:
        digest = hash(content)
        is_known = digest in self._known
        self._known.add(digest)
        return is_known

    def _take(self, segment: Segment, span: Span) -> list[str]:
        text = segment.text[slice(*span)]
        words = self.side.cut(text)
        self.texts.append(text)
        self.side.add_words(words)
        first = span.start + len(text) - len(text.lstrip())
        self._places.append(segment.locate(Span(first, first)))
        return words

    def place(self, unit: int) -> Location:
        """Return where a sentence or paragraph begins."""
        return self._places[unit]

    def target(self, unit: int) -> str:
        """Return the translation of a unit, "" if it has none."""
        return self.translation.texts[unit] if self.translation is not None else ""

    def forms(self, phrase: str, units: list[int]) -> Iterator[str]:
        """Yield how a phrase is written, at each place in these units."""
        return written(phrase, self.side, self.texts, units)


def written(phrase: str, side: Side, texts: list[str], units: list[int]) -> Iterator[str]:
    """Yield how a phrase is written in these units; of many, in some of them."""
    for unit in units[:: len(units) // _SAMPLE + 1]:
        numbers, text = side.units[unit], texts[unit]
        at = numbers.find(phrase)
        places = spans(text, side.cut) if at >= 0 else []
        while at >= 0:
            yield _whole(text, places[at].start, places[at + len(phrase) - 1].end)
            at = numbers.find(phrase, at + len(phrase))


def _whole(text: str, start: int, end: int) -> str:
    """Return a stretch of a text with all of the words that it begins and ends in: on-site, over-the-counter."""
    before, after = _BEFORE.search(text[max(0, start - _REACH) : start]), _AFTER.match(text[end : end + _REACH])
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")
