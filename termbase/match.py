"""Matcher: where the terms of a termbase stand in a text of one language.

Texts and terms are compared in folded form (termbase.text.normal). Unspaced languages and English go through one
Aho-Corasick automaton over all surface forms (termbase.text.forms); other languages through lemmas.
"""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import ahocorasick_rs

from zhengming.termbase.compiled import compiled, wants_case
from zhengming.termbase.position import Span
from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import folding
from zhengming.termbase.text.script import is_unspaced_language, is_word_character
from zhengming.termbase.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Collection, Container, Iterable, Iterator

    from zhengming.termbase.compiled import Row
    from zhengming.termbase.concept import Concept, Term

__all__ = ["Found", "Matcher", "Occurrence"]

#: Before a title these make another one of it: a deputy governor is no governor.
_RANKS = frozenset({"deputy", "vice", "assistant", "acting", "former"})
#: Written with a hyphen, these turn a word into another: "non-tariff" does not speak of a tariff.
_NEGATING = frozenset({"anti", "counter", "de", "ex", "mis", "non", "pre", "quasi", "re", "un"})


#: How far before a term such words are looked for.
_BEFORE = 16
#: The shortest of them, with what parts it from the term.
_SHORTEST_BEFORE = 2
#: Shorter abbreviations are words when written small: IT, AIs, US.
_WORDLIKE = 4
#: Where the scripts without spaces begin, near enough: before it, a word has borders.
_CJK = "\u2e80"


class Occurrence(NamedTuple):
    """A term that stands in a text: where, and in what form."""

    concept: Concept
    term: Term
    span: Span
    form: str


_Named: TypeAlias = "tuple[tuple[Concept, Term], ...]"
_Place: TypeAlias = "tuple[int, int, _Named]"
#: Its length, negative, for the longest come first; where it begins and ends; what it may be.
_Candidate: TypeAlias = "tuple[int, int, int, _Named]"
_SIZE_AND_PLACE = itemgetter(0, 1)


class Found:
    """What a matcher found: the longest occurrences, which overlap only where concepts share a name, and others.

    Those covered lie inside a longer occurrence or cross one (关税 in 海关税则, when 海关 and 税则 are taken). Many are
    found and few looked at, so they become occurrences only on demand.
    """

    __slots__ = ("_taken", "_text", "chosen", "covered_places")

    def __init__(self, text: str = "", candidates: Iterable[_Candidate] = ()) -> None:
        self._text = text
        self._taken: list[Occurrence] | None = None
        self.chosen: list[_Place] = []
        """Where what is taken stands, and what it may be."""
        self.covered_places: list[_Place] = []
        hiding: list[tuple[int, int]] = []
        chosen: dict[int, _Place] = {}
        starts: list[int] = []
        for _, start, end, named in sorted(candidates, key=_SIZE_AND_PLACE):
            if not named:
                hiding.append((start, end))
                continue
            at = bisect(starts, start)  # what is chosen does not overlap, so only its neighbours can be in the way
            if (at and chosen[starts[at - 1]][1] > start) or (at < len(starts) and starts[at] < end):
                self.covered_places.append((start, end, named))
            else:
                starts.insert(at, start)
                chosen[start] = (start, end, named)
        for start in starts:
            is_hidden = hiding and _is_hidden(chosen[start], hiding, chosen.values())
            (self.covered_places if is_hidden else self.chosen).append(chosen[start])

    @property
    def taken(self) -> list[Occurrence]:
        """The longest occurrences, in order of place."""
        if self._taken is None:
            self._taken = [occurrence for place in self.chosen for occurrence in self._occurrences(*place)]
        return self._taken

    def _occurrences(self, start: int, end: int, named: _Named) -> Iterator[Occurrence]:
        span, form = Span(start, end), self._text[start:end]
        return (Occurrence(concept, term, span, form) for concept, term in named)

    @property
    def covered(self) -> list[Occurrence]:
        """Occurrences that overlap a longer one."""
        return [occurrence for place in self.covered_places for occurrence in self._occurrences(*place)]

    def has_covered_within(self, start: int, end: int) -> bool:
        """Return whether anything stands there that a longer occurrence overlaps."""
        return any(start <= first and last <= end for first, last, _ in self.covered_places)

    def of(self, concepts: Container[str]) -> Iterator[Occurrence]:
        """Yield the occurrences of these concepts (by id), taken or covered."""
        yield from (occurrence for occurrence in self.taken if occurrence.concept.id in concepts)
        for start, end, named in self.covered_places:
            chosen = tuple(pair for pair in named if pair[0].id in concepts)
            if chosen:
                yield from self._occurrences(start, end, chosen)


def _is_hidden(term: _Place, hiding: list[tuple[int, int]], chosen: Collection[_Place]) -> bool:
    """Return whether a longer word covers the term, and is no chance meeting itself: 海关税 in 海关|税则."""
    start, end, _ = term
    return any(
        not any(a < first < b or a < last < b for a, b, _ in chosen)
        for first, last in hiding
        if first <= start and end <= last and last - first > end - start
    )


class _Entry(NamedTuple):
    """A form in the automaton: what it may name. Without concepts it only shadows what lies inside it."""

    named: _Named
    wants_case: bool
    #: whether it begins, or ends, with a letter or figure that may have no other beside it
    opens: bool
    closes: bool


class Matcher:
    """The terms of one language, compiled once."""

    def __init__(self, concepts: Iterable[Concept], language: str, remedies: Collection[Remedy] = EVERY_REMEDY) -> None:
        self.language = language
        self._remedies = remedies
        self._fold = folding(remedies)
        self._takes_longest = Remedy.LONGEST_MATCH in remedies
        self._minds_qualifiers = Remedy.QUALIFIED in remedies
        self._named: list[tuple[Concept, Term]] = []
        self._rows: list[Row] = []
        self._entries: list[_Entry | None] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._by_lemma: dict[str, list[tuple[tuple[frozenset[str], ...], Concept, Term]]] = defaultdict(list)
        named = [(c, t) for c in concepts for t in c.terms if t.language.language == language]
        if language == "en" or is_unspaced_language(language):
            self._compile(named)
        else:
            self._compile_lemmas(named)

    def _compile(self, named: list[tuple[Concept, Term]]) -> None:
        if named:
            self._named, self._rows = named, compiled(named, self.language, self._remedies)
            self._entries = [None] * len(self._rows)
            self._automaton = ahocorasick_rs.AhoCorasick([form for form, _, _ in self._rows])

    def _compile_lemmas(self, named: list[tuple[Concept, Term]]) -> None:
        for concept, term in named:
            keys = tuple(lemma_sets(token.text, self.language) for token in tokens(term.text, self.language))
            for lemma in keys[0] if keys else ():
                self._by_lemma[lemma].append((keys, concept, term))

    def find(self, text: str, *, exact_case: bool = True) -> Found:
        """Return where terms stand in `text`, allowed and deprecated ones alike.

        With `exact_case` names written with capitals inside (WTO, NdFeB) are found as written only: right for a
        source, while a target that writes "Wto" has the term, if badly. The label `case` always holds.
        """
        folded = self._fold(text)
        if self._automaton is not None:
            candidates = self._scan(text, folded, exact_case=exact_case)
        elif self._by_lemma:
            candidates = self._compare(text, exact_case=exact_case)
        else:
            candidates = []
        return Found(text, candidates) if self._takes_longest else _all_found(text, candidates)

    def _scan(self, text: str, folded: str, *, exact_case: bool) -> list[_Candidate]:
        assert self._automaton is not None  # noqa: S101  for the type checker
        candidates: list[_Candidate] = []
        entries, padded = self._entries, f" {folded} "
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            named, wants_case, opens, closes = entries[index] or self._entry(index)
            # Most of what is found in a spaced language ends here, so nothing is called for it.
            if closes and (after := padded[end + 1]).isalnum() and after < _CJK:
                continue
            if opens:
                if (before := padded[start]).isalnum() and before < _CJK:
                    continue
                if start > _SHORTEST_BEFORE and self._minds_qualifiers and _is_qualified(text, folded, start):
                    continue
            if wants_case:
                form = text[start:end]
                agreeing = {c.id: (c, t) for c, t in reversed(named) if _case_agrees(form, t, exact=exact_case)}
                if not agreeing and named:
                    continue
                named = tuple(reversed(agreeing.values()))
            candidates.append((start - end, start, end, named))
        return candidates

    def _entry(self, index: int) -> _Entry:
        """Make the entry of a form when it is first met: of twenty thousand forms, a file has some hundred."""
        form, indexes, wants_case = self._rows[index]
        borders = is_word_character(form[0]), is_word_character(form[-1])
        self._entries[index] = entry = _Entry(tuple(self._named[at] for at in indexes), wants_case, *borders)
        return entry

    def _compare(self, text: str, *, exact_case: bool) -> list[_Candidate]:
        words = list(tokens(text, self.language))
        keys = [lemma_sets(word.text, self.language) for word in words]
        candidates: dict[tuple[int, int], dict[str, tuple[Concept, Term]]] = defaultdict(dict)
        for first, key in enumerate(keys):
            for wanted, concept, term in (entry for lemma in key for entry in self._by_lemma.get(lemma, ())):
                last = first + len(wanted) - 1
                if last < len(keys) and all(map(frozenset.intersection, wanted, keys[first : last + 1])):
                    start, end = words[first].start, words[last].end
                    if _case_agrees(text[start:end], term, exact=exact_case):
                        candidates[start, end].setdefault(concept.id, (concept, term))
        return [(start - end, start, end, tuple(named.values())) for (start, end), named in candidates.items()]


def _all_found(text: str, candidates: Iterable[_Candidate]) -> Found:
    """Return all occurrences as if none overlapped another."""
    found = Found(text)
    found.chosen = [(start, end, named) for _, start, end, named in sorted(candidates, key=_SIZE_AND_PLACE)]
    return found


def _is_qualified(text: str, folded: str, start: int) -> bool:
    """Return whether the word before a Latin form makes something else of it: deputy governor, non-tariff."""
    before = folded[max(0, start - _BEFORE) : start].split(" ")[-2:-1]
    return bool(before) and (before[0] in _RANKS or (text[start - 1] in "-‐‑" and before[0] in _NEGATING))


def _case_agrees(form: str, term: Term, *, exact: bool) -> bool:
    """Return whether the letters of `form` are as the term wants them.

    An abbreviation or symbol (label `case`, or capitals inside a word) wants each letter as it is written.
    """
    if not wants_case(term) or not ("case" in term.labels or exact or len(term.text) < _WORDLIKE):
        return True
    words, found = term.text.split(), form.split()
    if len(words) != len(found):  # joined, parted or an alias: nothing to hold the letters against
        return True
    # Of a name in several words only the abbreviation is sure of its letters: GB standards, Rare earth elements (REEs).
    return all(
        _is_same_case(one, other)
        for one, other in zip(found, words, strict=True)
        if len(words) == 1 or sum(map(str.isupper, other)) > 1
    )


def _is_same_case(form: str, wanted: str) -> bool:
    """Return whether the letters of a word are as wanted, as far as both go."""
    return all(one == other or one.lower() != other.lower() for one, other in zip(form, wanted, strict=False))


def _in_order(occurrence: Occurrence) -> Span:
    return occurrence.span
