"""The likest of the segments met so far, among hundreds of thousands, without comparing with each of them.

Segments are found by what they share: pairs of characters where words are not parted, else stems of words. The rarest
go first, for they tell the most; those segments are compared that share the most for their length. What is found so is
the likest in nearly every case; a test compares with the search through all.
"""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING

from zhengming.termbase.text.script import is_unspaced_language
from zhengming.tmx.memory.masking import mask
from zhengming.tmx.memory.similarity import Likeness, Passage, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.tmx.memory.masking import Masked

__all__ = ["LEAST", "Nearest"]

#: What is less alike is new.
LEAST = 50
#: So many places where a feature stands are looked at, the rarest features first.
_MOST_PLACES = 4_000
#: So many segments are compared.
_MOST_COMPARED = 15
#: Of segments that differ in numbers and case only, so many are kept: any is as good as another.
_MOST_ALIKE = 4
#: What shares less is hardly half alike: a change of one character takes two pairs away, one of a word one stem.
_LEAST_SHARED_PAIRS, _LEAST_SHARED_STEMS = 0.15, 0.35
#: Forms of so few characters are found by these as well.
_SHORT = 12


class Nearest:
    """Segments of one language (primary subtag)."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._is_unspaced = is_unspaced_language(language)
        self._numbers: dict[str, int] = {}
        self._forms: list[str] = []
        self._sizes: list[int] = []
        self._alike: list[list[tuple[Passage, Masked]]] = []
        self._places: dict[str, list[int]] = {}

    def add(self, passage: Passage, masked: Masked | None = None) -> None:
        """Take one more segment."""
        masked = masked or mask(passage.text, self._language)
        number = self._numbers.setdefault(masked.form, len(self._forms))
        if number < len(self._forms):
            if len(self._alike[number]) < _MOST_ALIKE:
                self._alike[number].append((passage, masked))
            return
        features = self._features(masked.form)
        self._forms.append(masked.form)
        self._sizes.append(len(features))
        self._alike.append([(passage, masked)])
        for feature in features:
            self._places.setdefault(feature, []).append(number)

    def best(self, passage: Passage, masked: Masked | None = None) -> int:
        """Return the score of the likest segment; 0 if it is below LEAST."""
        masked = masked or mask(passage.text, self._language)
        number = self._numbers.get(masked.form)
        likeness = Likeness(passage, masked)
        if number is not None:
            return max(likeness.of(other, known) for other, known in self._alike[number])
        best, least = 0, float(LEAST)
        for candidate in self._candidates(masked.form):
            alike = likeness.of_form(self._forms[candidate], least)
            if alike >= least:
                least = alike
                best = max(best, *(likeness.of(other, known) for other, known in self._alike[candidate]))
        return best if best >= LEAST else 0

    def _features(self, form: str) -> set[str]:
        """Return what a form is found by."""
        if not self._is_unspaced:
            return {stem(word, self._language) for word in form.split(" ")}
        pairs = set(map("".join, pairwise(form)))
        return pairs if len(form) > _SHORT else pairs | set(form)

    def _candidates(self, form: str) -> Iterable[int]:
        """Return the segments that share the most with a form for their length, the likeliest first."""
        features = self._features(form)
        found = sorted(filter(None, map(self._places.get, features)), key=len)
        shared: Counter[int] = Counter()
        left, unseen = _MOST_PLACES, len(found)
        for places in found:
            if left <= 0:
                break
            unseen -= 1
            # Of a feature that is everywhere the latest places do: a text repeats what it has just said.
            shared.update(places if len(places) <= left else places[-left:])
            left -= len(places)
        size, sizes = len(features), self._sizes
        # What has not been looked at may be shared as well.
        least = size * (_LEAST_SHARED_PAIRS if self._is_unspaced else _LEAST_SHARED_STEMS) - unseen
        scored = [(count / max(size, sizes[number]), number) for number, count in shared.items() if count >= least]
        return [number for _, number in nlargest(_MOST_COMPARED, scored)]
