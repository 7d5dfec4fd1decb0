"""Matcher: where the terms of a termbase stand in a text of one language.

Texts and terms are compared in folded form (termbase.text.normal). Unspaced languages and English go through one
Aho-Corasick automaton over all surface forms (termbase.text.forms); other languages through lemmas.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

import ahocorasick_rs

from zhengming.termbase.position import Span
from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language, is_word_character
from zhengming.termbase.text.words import hiding_words, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term

__all__ = ["Found", "Matcher", "Occurrence", "longest"]

#: Before a title these make another one of it: a deputy governor is no governor.
_RANKS = frozenset({"deputy", "vice", "assistant", "acting", "former"})
#: Written with a hyphen, these turn a word into another: "non-tariff" does not speak of a tariff.
_NEGATING = frozenset({"anti", "counter", "de", "ex", "mis", "non", "pre", "quasi", "re", "un"})


class Occurrence(NamedTuple):
    """A term that stands in a text: where, and in what form."""

    concept: Concept
    term: Term
    span: Span
    form: str


class Found(NamedTuple):
    """What a matcher found: the longest occurrences, which do not overlap but where concepts share a name, and others.

    `covered` lie inside a longer occurrence or cross one (关税 in 海关税则, when 海关 and 税则 are taken).
    """

    taken: list[Occurrence]
    covered: list[Occurrence]


_BEFORE = 16
_NOTHING = Found([], [])


class Matcher:
    """The terms of one language, compiled once."""

    def __init__(self, concepts: Iterable[Concept], language: str) -> None:
        self.language = language
        self._entries: list[list[tuple[Concept, Term]]] = []
        self._automaton: ahocorasick_rs.AhoCorasick | None = None
        self._by_lemma: dict[str, list[tuple[tuple[frozenset[str], ...], Concept, Term]]] = defaultdict(list)
        named = [(c, t) for c in concepts for t in c.terms if t.language.language == language]
        if language == "en" or is_unspaced_language(language):
            self._compile(named)
        else:
            self._compile_lemmas(named)

    def _compile(self, named: list[tuple[Concept, Term]]) -> None:
        by_form: dict[str, dict[str, tuple[Concept, Term]]] = defaultdict(dict)
        for concept, term in sorted(named, key=lambda pair: _rank(pair[1])):
            for form in surface_forms(term.text, self.language, concept.part_of_speech):
                by_form[form].setdefault(concept.id, (concept, term))
        if self.language == "zh":
            for word in hiding_words(by_form):
                by_form.setdefault(fold(word), {})  # entered without a concept, it shadows the term inside
        if by_form:
            self._entries = [list(entries.values()) for entries in by_form.values()]
            self._automaton = ahocorasick_rs.AhoCorasick(list(by_form))

    def _compile_lemmas(self, named: list[tuple[Concept, Term]]) -> None:
        for concept, term in named:
            keys = tuple(lemma_sets(token.text, self.language) for token in tokens(fold(term.text)))
            for lemma in keys[0] if keys else ():
                self._by_lemma[lemma].append((keys, concept, term))

    def find(self, text: str) -> Found:
        """Return where terms stand in `text`, allowed and deprecated ones alike."""
        folded = fold(text)
        if self._automaton is not None:
            candidates = list(self._scan(text, folded))
        elif self._by_lemma:
            candidates = list(self._compare(text, folded))
        else:
            return _NOTHING
        return longest(candidates) if candidates else _NOTHING

    def _scan(self, text: str, folded: str) -> Iterator[tuple[Span, list[Occurrence]]]:
        assert self._automaton is not None  # noqa: S101  for the type checker
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if not _is_bounded(text, folded, start, end):
                continue
            span, form, entries = Span(start, end), text[start:end], self._entries[index]
            if not entries:
                yield span, []
            elif readings := [Occurrence(c, t, span, form) for c, t in entries if _case_agrees(form, t)]:
                yield span, readings

    def _compare(self, text: str, folded: str) -> Iterator[tuple[Span, list[Occurrence]]]:
        words = list(tokens(folded))
        keys = [lemma_sets(word.text, self.language) for word in words]
        for first, key in enumerate(keys):
            for lemma in key:
                for wanted, concept, term in self._by_lemma.get(lemma, ()):
                    last = first + len(wanted) - 1
                    if last < len(keys) and all(map(frozenset.intersection, wanted, keys[first : last + 1])):
                        span = Span(words[first].start, words[last].end)
                        form = text[span.start : span.end]
                        if _case_agrees(form, term):
                            yield span, [Occurrence(concept, term, span, form)]


def _rank(term: Term) -> tuple[bool, bool]:
    """Order the terms of a concept that share a form: the one that allows more stands for the others."""
    return not term.is_allowed, "case" in term.labels


def _is_bounded(text: str, folded: str, start: int, end: int) -> bool:
    """Return whether a Latin form begins and ends where a word does; for other scripts the question is void."""
    if start and is_word_character(folded[start]):
        if is_word_character(folded[start - 1]):
            return False
        before = folded[max(0, start - _BEFORE) : start].split(" ")[-2:-1]
        if before and (before[0] in _RANKS or (text[start - 1] in "-‐‑" and before[0] in _NEGATING)):
            return False
    return not (end < len(folded) and is_word_character(folded[end]) and is_word_character(folded[end - 1]))


def _case_agrees(form: str, term: Term) -> bool:
    """Return whether the letters of `form` are as the term wants them.

    An abbreviation or symbol (label `case`, or capitals inside a word) wants each letter as it is written.
    """
    if "case" not in term.labels and not _has_inner_capital(term.text):
        return True
    pairs = zip(form, term.text, strict=False)
    return all(one == other or one.lower() != other.lower() for one, other in pairs)


def _has_inner_capital(text: str) -> bool:
    return any(one.isalpha() and other.isupper() for one, other in itertools.pairwise(text))


def longest(candidates: Iterable[tuple[Span, list[Occurrence]]]) -> Found:
    """Take the longest candidates first, the leftmost of equals; what they overlap is covered.

    A candidate without occurrences takes its place in the text and yields nothing.
    """
    by_span: dict[Span, list[Occurrence]] = {}
    for span, occurrences in candidates:
        by_span.setdefault(span, []).extend(occurrences)
    taken: list[Span] = []
    found = Found([], [])
    for span in sorted(by_span, key=lambda span: (span.start - span.end, span.start)):
        if any(span.meets(other) for other in taken):
            found.covered.extend(by_span[span])
        else:
            taken.append(span)
            found.taken.extend(by_span[span])
    found.taken.sort(key=lambda occurrence: occurrence.span)
    return found
