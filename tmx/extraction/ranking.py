"""From passages to candidates, the likeliest first."""

from __future__ import annotations

import re
from collections import Counter
from heapq import nlargest
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.normal import fold
from zhengming.tmx.drift.rendering import Renderings
from zhengming.tmx.extraction.candidate import Candidate, Example, Form, Rendering
from zhengming.tmx.extraction.edges import can_be_term, can_stand_alone
from zhengming.tmx.extraction.forms import entered
from zhengming.tmx.extraction.passages import written
from zhengming.tmx.extraction.phrases import recurring, surroundings
from zhengming.tmx.extraction.termhood import Factors, c_values, log_ratio
from zhengming.tmx.extraction.words import key

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.tmx.drift.corpus import Side
    from zhengming.tmx.extraction.passages import Passages, Translation

__all__ = ["candidates"]

#: What stands twice in a short text recurs; in one of more words than this that is chance.
_LEAST, _LEAST_OF_MANY, _MANY = 2, 3, 20_000
#: So many times as many phrases as are asked for are looked at closely, and so many at least.
_CLOSELY, _CLOSELY_AT_LEAST = 20, 1000
#: Of so many times as many, and so many at least, the rendering is located.
_RENDERED, _RENDERED_AT_LEAST = 3, 100
_MOST_PLACES, _MOST_EXAMPLES = 5, 2
_ABBREVIATION = re.compile(r"\b\w*[A-Z]\w*[A-Z]s?\b")


class _Phrase(NamedTuple):
    """A candidate before anybody has looked how it is written."""

    phrase: str
    times: int
    units: list[int]
    factors: Factors
    rendering: str = ""


def candidates(passages: Passages, top: int, is_wanted: Callable[[str], bool] = lambda _: True) -> list[Candidate]:
    """Return the `top` likeliest candidates whose text is wanted; spellings of one name are one candidate."""
    found: dict[str, Candidate] = {}
    for phrase in _ranked(passages, top, is_wanted):
        candidate = _written(phrase, passages)
        name = _solid(candidate.text, passages.side)
        if name in found:
            found[name] = _merged(found[name], candidate)
        elif len(found) == top:
            break
        elif is_wanted(candidate.text):
            found[name] = candidate
    return list(found.values())


def _solid(text: str, side: Side) -> str:
    """Return what is equal for the spellings of a name: apart, with a hyphen and solid."""
    return "".join(key(word, side.language) for word in side.cut(text))


def _merged(candidate: Candidate, other: Candidate) -> Candidate:
    """Return the candidate with another spelling of it; a part that is always written with the rest is none."""
    forms = {fold(form.text) for form in (Form(candidate.text, 0), *candidate.variants)}
    if fold(other.text) in forms:
        return candidate
    spelling = Form(other.text, other.times)
    return candidate._replace(times=candidate.times + other.times, variants=(*candidate.variants, spelling))


def _ranked(passages: Passages, top: int, is_wanted: Callable[[str], bool]) -> list[_Phrase]:
    """Return the phrases, the likeliest first; of pairs, no more than are likely to be looked at."""
    phrases = sorted(_phrases(passages, top), key=_order)
    if passages.translation is None:
        return phrases
    wanted = (phrase for phrase in phrases if is_wanted(next(passages.forms(phrase.phrase, phrase.units))))
    likely = list(islice(wanted, max(_RENDERED * top, _RENDERED_AT_LEAST)))
    return sorted(_rendered(likely, passages, passages.translation), key=_order)


def _order(phrase: _Phrase) -> tuple[float, str]:
    return -phrase.factors.score, phrase.phrase


def _phrases(passages: Passages, top: int) -> list[_Phrase]:
    """Return what recurs and may be a term, by what the source alone tells."""
    side = passages.side
    side.count()
    size = sum(map(len, side.units))
    judge = _Judge(side, _abbreviations(passages))
    counts = recurring(side, _LEAST if size <= _MANY else _LEAST_OF_MANY, judge.is_term)
    values = c_values(counts, side)
    ratios = {phrase: judge.log_ratio(phrase, count, size) for phrase, count in counts.items()}

    def promise(phrase: str) -> tuple[float, str]:
        single = judge.is_single(phrase)
        return Factors(values[phrase], 1.0, ratios[phrase], is_single_word=single).score, phrase

    likely = set(nlargest(max(_CLOSELY * top, _CLOSELY_AT_LEAST), counts, key=promise))
    found: list[_Phrase] = []
    for phrase, around in surroundings(side, likely).items():
        factors = Factors(
            values[phrase], min(around.before, around.after), ratios[phrase], is_single_word=judge.is_single(phrase)
        )
        if factors.score > 0:
            found.append(_Phrase(phrase, counts[phrase], around.units, factors))
    return found


class _Judge:
    """Judges phrases by the words that their numbers stand for."""

    def __init__(self, side: Side, abbreviations: frozenset[str]) -> None:
        self._side = side
        self._knows_frequencies = side.language == "zh"
        self._abbreviations = abbreviations

    def is_term(self, phrase: str) -> bool:
        words = self._words(phrase)
        if self._knows_frequencies and all(map(str.isascii, words)):
            return False  # Latin letters within Chinese: a name of the other language
        return can_be_term(words, self._is_term_alone)

    def _is_term_alone(self, word: str) -> bool:
        return word in self._abbreviations or can_stand_alone(word)

    def is_single(self, phrase: str) -> bool:
        return len(phrase) == 1 and self._words(phrase)[0] not in self._abbreviations

    def log_ratio(self, phrase: str, count: int, size: int) -> float | None:
        return log_ratio(self._words(phrase), count, size) if self._knows_frequencies else None

    def _words(self, phrase: str) -> list[str]:
        return [self._side.word(number) for number in phrase]


def _abbreviations(passages: Passages) -> frozenset[str]:
    """Return the words, folded, that are mostly written with capitals inside; headings are all capitals."""
    texts = (text for text in passages.texts if not text.isupper())
    counts = Counter(map(fold, chain.from_iterable(map(_ABBREVIATION.findall, texts))))
    side = passages.side
    return frozenset(word for word, count in counts.items() if 2 * count >= side.frequency[side.number(word)])


def _rendered(phrases: list[_Phrase], passages: Passages, translation: Translation) -> list[_Phrase]:
    """Return the phrases with what stands for them in the target."""
    source, target = translation.source, translation.target
    source.count()
    target.count()
    renderings = Renderings(source, target)
    found: list[_Phrase] = []
    for phrase in phrases:
        units = _translated(phrase, target)
        if not units:
            found.append(phrase)
            continue
        form = next(passages.forms(phrase.phrase, units))
        rendering = renderings.usual(source.numbered(form), units)
        here = sum(rendering in target.units[unit] for unit in units) if rendering else 0
        everywhere = max(target.count_of(rendering), here) if rendering else 0
        association = 2 * here / (len(units) + everywhere)
        found.append(phrase._replace(factors=phrase.factors._replace(association=association), rendering=rendering))
    return found


def _translated(phrase: _Phrase, target: Side) -> list[int]:
    """Return those units of a phrase that have a translation."""
    return [unit for unit in phrase.units if target.units[unit]]


def _written(phrase: _Phrase, passages: Passages) -> Candidate:
    """Return the candidate as it stands in the texts."""
    text, variants = entered(passages.forms(phrase.phrase, phrase.units), passages.source_language.language)
    places = [passages.place(unit) for unit in phrase.units]
    rendering = None
    if phrase.rendering and passages.translation is not None:
        rendering = _rendering(phrase, passages.translation)
    return Candidate(
        text,
        phrase.times,
        len(phrase.units),
        len({place.path for place in places}),
        tuple(places[:_MOST_PLACES]),
        phrase.factors,
        variants,
        rendering,
        tuple(Example(passages.texts[unit], passages.target(unit)) for unit in phrase.units[:_MOST_EXAMPLES]),
    )


def _rendering(phrase: _Phrase, translation: Translation) -> Rendering:
    target = translation.target
    units = _translated(phrase, target)
    uses = [unit for unit in units if phrase.rendering in target.units[unit]]
    text, variants = entered(written(phrase.rendering, target, translation.texts, uses), target.language)
    return Rendering(text, len(uses), len(units), variants)
