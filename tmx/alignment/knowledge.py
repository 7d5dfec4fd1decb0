"""What is known of two languages before the texts are read: terms, everyday words, a memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.alignment.everyday import EVERYDAY
from zhengming.tmx.alignment.lexicon import Lesson

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Termbase
    from zhengming.tmx.alignment.evidence import Reader
    from zhengming.tmx.alignment.text import Text
    from zhengming.tmx.pair import Pair

__all__ = ["everyday_lessons", "remembered", "term_lessons"]

_EVERYDAY = ("zh", "en")
#: So many units of a memory are learnt from, those that speak of what the texts do.
_MOST_UNITS = 20_000
#: A unit is one of those if so many of its words, on either side, stand in the texts.
_FEWEST_WORDS = 1


def term_lessons(termbase: Termbase, source: Reader, target: Reader) -> Iterator[Lesson]:
    """Yield each concept's terms as a pair: the words of a term mean something in other compounds too."""
    for concept in termbase:
        terms = [term for term in concept.terms if term.is_allowed]
        ones = [term.text for term in terms if term.language.language == source.language][:1]
        others = [term.text for term in terms if term.language.language == target.language][:1]
        for one, other in zip(ones, others, strict=False):
            yield Lesson(sorted(source.tokens(one)), sorted(target.tokens(other)))


def everyday_lessons(source: Reader, target: Reader) -> Iterator[Lesson]:
    """Yield words that any text may have, if they are known of these languages."""
    readers = {reader.language: reader for reader in (source, target)}
    if set(readers) != set(_EVERYDAY):
        return
    chinese, english = (readers[language] for language in _EVERYDAY)
    for word, *renderings in EVERYDAY:
        for rendering in renderings:
            sides = sorted(chinese.words(word)), sorted(english.words(rendering))
            if all(sides):
                yield Lesson(*(sides if source is chinese else sides[::-1]))


def remembered(pairs: Iterable[Pair], readers: tuple[Reader, Reader], texts: tuple[Text, Text]) -> Iterator[Lesson]:
    """Yield the units of a memory that have words in common with the texts."""
    known = [text.places.keys() for text in texts]
    left = _MOST_UNITS
    for pair in pairs:
        sides = [reader.tokens(side.text) for reader, side in zip(readers, (pair.source, pair.target), strict=True)]
        if all(len(words & tokens) >= _FEWEST_WORDS for words, tokens in zip(known, sides, strict=True)):
            yield Lesson(sorted(sides[0]), sorted(sides[1]))
            left -= 1
            if not left:
                return
