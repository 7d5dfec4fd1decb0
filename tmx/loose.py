"""An allowed term whose words stand in the target with others between them, or turned round.

Never as a free bag of words: "metal" somewhere in the sentence would then satisfy 金属 anywhere (it costs six
points of the one-word errors, and finds nothing that order and nearness would not).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.match import Occurrence
from zhengming.termbase.position import Span
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language
from zhengming.termbase.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.language import Tag
    from zhengming.termbase.text.words import Token

__all__ = ["find_loosely", "names_in_short"]

#: Foreign words that may stand inside a term: "monetary and financial systems" has two.
_GAP = 3
_TURNING = frozenset({"of", "for", "on", "over", "in", "to", "by", "from", "against", "at"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Small words that abbreviations pass over or keep, as they please.
_UNNAMED = frozenset({"a", "and", "by", "for", "in", "of", "on", "the", "to"})
_SMALL = _TURNING | _UNNAMED
_FEWEST_SHUFFLED = 3
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_SENTENCE_END = re.compile(r"\.(?!\d)|[;:!?。；：！？]")
_SHORTEST = 4
_GAPS = 2
_STRETCH = 6
_STOP = re.compile(r"[。;:!?；：！？\n]")


def find_loosely(concept: Concept, target: str, language: Tag) -> Iterator[Occurrence]:
    """Yield at most one occurrence for each allowed term of the concept that stands loosely in the target."""
    folded = fold(target)
    unspaced = is_unspaced_language(language.language)
    words = [] if unspaced else list(tokens(folded))
    keys = [lemma_sets(word.text, language.language) for word in words]
    for term in concept.allowed(language):
        if "case" in term.labels:
            continue
        span = _unspaced(fold(term.text), folded) if unspaced else _spaced(term, words, keys, target, language.language)
        span = span or _squashed(fold(term.text), folded) or _initials(term, words, target)
        if span is not None:
            yield Occurrence(concept, term, span, target[span.start : span.end])


def _spaced(term: Term, words: list[Token], keys: list[frozenset[str]], target: str, language: str) -> Span | None:
    wanted = [lemma_sets(word.text, language) for word in tokens(fold(term.text))]
    if not wanted:
        return None
    turned_back = _turned_back(wanted)
    for first in range(len(words)):
        last = _in_order(wanted, keys, first)
        if last is None:
            last = _turned(wanted, keys, words, first)
        if last is None and turned_back:
            last = _in_order(turned_back, keys, first)
        if last is None:
            last = _shuffled(wanted, keys, first)
        if last is not None:
            span = Span(words[first].start, words[last].end)
            if not _SENTENCE_END.search(target, *span) and not _cuts_a_compound(wanted, words, keys, first, last, target):
                return span
    return None


def _cuts_a_compound(  # noqa: PLR0913  the five describe one match
    wanted: list[frozenset[str]], words: list[Token], keys: list[frozenset[str]], first: int, last: int, target: str
) -> bool:
    """Return whether a foreign word inside hangs on a wanted one by a hyphen: "third-world countries" is no third country."""
    foreign = {at for at in range(first, last + 1) if not any(want & keys[at] for want in wanted)}
    return any(
        target[words[at].end : words[at + 1].start] in _HYPHENS and (at in foreign) != (at + 1 in foreign)
        for at in range(first, last)
    )


def _in_order(wanted: list[frozenset[str]], keys: list[frozenset[str]], first: int) -> int | None:
    """Return where the wanted words end if they stand from `first` on in their order, few others between."""
    if not wanted[0] & keys[first]:
        return None
    at, foreign = first, 0
    for want in wanted[1:]:
        at += 1
        while at < len(keys) and not want & keys[at]:
            at, foreign = at + 1, foreign + (not _counts_nothing(keys[at]))
            if foreign > _GAP:
                return None
        if at >= len(keys):
            return None
    return at


def _counts_nothing(key: frozenset[str]) -> bool:
    """Return whether a word between is a number, or the "and" of a list of numbers: notes 2.5 and 40.1 to the accounts."""
    return any(word.isdigit() or word in {"and", "the"} for word in key)


def _turned(wanted: list[frozenset[str]], keys: list[frozenset[str]], words: list[Token], first: int) -> int | None:
    """Return where "Y of X" ends for the term "X Y" if it begins at `first`."""
    if len(wanted) < 2 or not wanted[-1] & keys[first]:  # noqa: PLR2004  one word cannot be turned round
        return None
    between = first + 1
    while between < len(words) and _counts_nothing(keys[between]):
        between += 1
    if between >= len(words) or words[between].text not in _TURNING:
        return None
    for start in range(between + 1, min(between + 2 + _GAP, len(keys))):
        last = _in_order(wanted[:-1], keys, start)
        if last is not None:
            return last
    return None


def _shuffled(wanted: list[frozenset[str]], keys: list[frozenset[str]], first: int) -> int | None:
    """Return where three content words or more end that stand together in any order: a minimum statutory requirement.

    Only small words may come between: "development of the bond market in Hong Kong" for "Hong Kong bond market development".
    """
    missing = [key for key in wanted if not key & _SMALL]
    if len(missing) < _FEWEST_SHUFFLED or keys[first] & _SMALL:
        return None
    for at in range(first, min(first + 2 * len(wanted), len(keys))):
        matched = next((key for key in missing if key & keys[at]), None)
        if matched is not None:
            missing.remove(matched)
            if not missing:
                return at
        elif not keys[at] & _SMALL:
            return None
    return None


def _turned_back(wanted: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return the words of "X Y" for a term "Y of X", or none for another."""
    at = next((index for index, key in enumerate(wanted) if key & _TURNING), 0)
    behind = [key for key in wanted[at + 1 :] if not key & _ARTICLES]
    return [*behind, *wanted[:at]] if at and behind else []


def _unspaced(wanted: str, folded: str) -> Span | None:
    """Find a Chinese term that 的, a space or a short stretch of other words has come into.

    Up to two gaps, each between parts of two characters or more, and no punctuation but brackets, quotes and 、 in them.
    """
    wanted = wanted.replace("的", "").replace(" ", "")
    if len(wanted) < _SHORTEST or not wanted[0].isalnum():
        return None
    return _stretched(wanted, folded, _GAPS)


def _stretched(wanted: str, folded: str, gaps: int) -> Span | None:
    cuts = range(len(wanted) - 2, 1, -1) if gaps else ()
    for cut in cuts:
        head, tail = wanted[:cut], wanted[cut:]
        start = folded.find(head)
        while start >= 0:
            after = start + cut
            rest = folded[after : after + _STRETCH + len(tail)]
            stop = _STOP.search(rest)
            rest = rest[: stop.start()] if stop else rest
            at = rest.find(tail)
            if at >= 0:
                return Span(start, after + at + len(tail))
            found = _stretched(tail, rest, gaps - 1) if len(tail) >= _SHORTEST else None
            if found is not None:
                return Span(start, after + found.end)
            start = folded.find(head, start + 1)
    return None


def _squashed(wanted: str, folded: str) -> Span | None:
    """Find a term in text whose spaces were lost or multiplied, as line breaks and extraction from PDF leave it."""
    wanted = wanted.replace(" ", "")
    if len(wanted) < _SHORTEST or (wanted.isascii() and len(wanted) < _SHORTEST * 2):
        return None
    places = [place for place, character in enumerate(folded) if not character.isspace()]
    at = "".join(folded[place] for place in places).find(wanted)
    return None if at < 0 else Span(places[at], places[at + len(wanted) - 1] + 1)


def _initials(term: Term, words: list[Token], target: str) -> Span | None:
    """Find the first letters of a term in capitals, alone or before its last words: LTV ratio, IT security, HKMA."""
    full = [word.text for word in tokens(fold(term.text))]
    wordings = (full, [word for word in full if word not in _UNNAMED])
    shorts = {("".join(w[0] for w in words[:cut]), tuple(words[cut:])) for words in wordings for cut in range(2, len(words) + 1)}
    for index, word in enumerate(words):
        written = target[word.start : word.end]
        if len(written) < 2 or not written[:-1].isupper():  # noqa: PLR2004  one capital is a beginning of anything
            continue
        for letters, rest in shorts:
            following = tuple(later.text for later in words[index + 1 : index + 1 + len(rest)])
            if word.text in {letters, letters + "s"} and all(map(_same_word, rest, following)) and len(rest) == len(following):
                return Span(word.start, words[index + len(rest)].end)
    return None


def _same_word(one: str, other: str) -> bool:
    return bool(lemma_sets(one, "en") & lemma_sets(other, "en"))


def names_in_short(concept: Concept, target: str, language: Tag) -> bool:
    """Return whether the target says "the Fund" for the Exchange Fund: the last word of a name, with the article."""
    if language.language != "en":
        return False
    names = (term.text.split() for term in concept.allowed(language) if "case" not in term.labels)
    heads = {words[-1] for words in names if len(words) > 1 and all(w[0].isupper() or w in _UNNAMED for w in words)}
    return any(re.search(rf"\b[Tt]he {re.escape(head)}\b(?! [A-Z])", target) for head in heads)
