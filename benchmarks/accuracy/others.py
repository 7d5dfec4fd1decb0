"""How others decide that a term is not translated as the termbase wants, stated anew to be measured beside us.

Written from what their documentation and sources say they do; no line of theirs is here. What is left out: markup,
plurals of messages, and the settings that are off unless one turns them on. All see the same concepts: those that are
approved and to be checked.

- **naive**: the source term is a substring, no allowed target term is; Latin terms stand as whole words.
- **longest match**: the same, but a term within a longer one asks for nothing.
- **Weblate**, check "does not follow glossary": each source term that stands in the text, whole words where the
  language has spaces, wants one of its translations in any case; forbidden ones may not stand.
- **Okapi CheckMate**, terms as strings: one term a language for each concept, letters as they are, the longest first;
  what matched is struck out; each occurrence in the source wants one in the target, or is reported.
- **OmegaT**, terminology issues: words stemmed, all words of a term anywhere in the text; terms in the script of a
  language without spaces as strings, but in a target only if the source language is without spaces too.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import snowballstemmer

from zhengming.termbase.concept import Enforcement, Standing
from zhengming.termbase.text.script import is_unspaced_language

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.concept import Concept, Termbase
    from zhengming.termbase.language import Tag

__all__ = ["OTHERS", "Entry", "Miss", "entries", "misses"]


class Entry(NamedTuple):
    """What a concept is called in two languages."""

    concept: Concept
    sources: tuple[str, ...]
    allowed: tuple[str, ...]
    deprecated: tuple[str, ...]


class Miss(NamedTuple):
    """A term of the source without its rendering; `found` is a forbidden one that stands instead."""

    entry: Entry
    term: str
    found: str | None = None


class _Texts(NamedTuple):
    """A pair of texts and whether their languages write spaces."""

    source: str
    target: str
    source_has_spaces: bool
    target_has_spaces: bool


def entries(termbase: Termbase, source: Tag, target: Tag) -> list[Entry]:
    """Return the concepts that have terms in both languages."""
    found: list[Entry] = []
    for concept in termbase:
        if concept.status is not Standing.APPROVED or concept.check is Enforcement.OFF:
            continue
        sources = tuple(t.text for t in concept.terms if t.is_allowed and t.language.language == source.language)
        targets = [t for t in concept.terms if t.language.language == target.language]
        allowed = tuple(t.text for t in targets if t.is_allowed)
        if sources and allowed:
            found.append(Entry(concept, sources, allowed, tuple(t.text for t in targets if not t.is_allowed)))
    return found


def misses(name: str, source: tuple[str, Tag], target: tuple[str, Tag], listed: list[Entry]) -> Iterator[Miss]:
    """Yield what the algorithm of that name reports of a pair of texts."""
    spaced = [not is_unspaced_language(tag.language) for _, tag in (source, target)]
    return OTHERS[name](_Texts(source[0], target[0], *spaced), listed)


@lru_cache(maxsize=65536)
def _pattern(term: str) -> re.Pattern[str]:
    """Return the term as whole words, if it is written in Latin letters."""
    edge = r"(?<![A-Za-z0-9]){}(?![A-Za-z0-9])" if term.isascii() else "{}"
    return re.compile(edge.format(re.escape(term.lower())))


def _stands(term: str, text: str) -> bool:
    return term.lower() in text and _pattern(term).search(text) is not None


def _naive(texts: _Texts, listed: list[Entry]) -> Iterator[Miss]:
    source = texts.source.lower()
    present = [(e, t) for e in listed for t in [next((t for t in e.sources if _stands(t, source)), None)] if t]
    yield from _unanswered(present, texts.target.lower())


def _longest(texts: _Texts, listed: list[Entry]) -> Iterator[Miss]:
    source = texts.source.lower()
    present = [(e, t) for e in listed for t in e.sources if _stands(t, source)]
    spans = {t: [m.span() for m in _pattern(t).finditer(source)] for _, t in present}
    free = {
        term
        for term, own in spans.items()
        if any(
            not any(
                start <= one and two <= end and end - start > two - one
                for others in spans.values()
                for start, end in others
            )
            for one, two in own
        )
    }
    kept = {e.concept.id: (e, t) for e, t in reversed(present) if t in free}
    yield from _unanswered(reversed(kept.values()), texts.target.lower())


def _unanswered(present: Iterable[tuple[Entry, str]], target: str) -> Iterator[Miss]:
    for entry, term in present:
        wrong = next((bad for bad in entry.deprecated if _stands(bad, target)), None)
        if wrong is not None:
            yield Miss(entry, term, wrong)
        elif not any(_stands(good, target) for good in entry.allowed):
            yield Miss(entry, term)


def _weblate(texts: _Texts, listed: list[Entry]) -> Iterator[Miss]:
    source, target = texts.source.lower(), texts.target
    by_source: dict[str, list[Entry]] = {}
    for entry in listed:
        for term in entry.sources:
            if term.lower() in source and _is_word(term.lower(), source, has_spaces=texts.source_has_spaces):
                by_source.setdefault(term, []).append(entry)
    for term, named in by_source.items():
        for wrong in (bad for entry in named for bad in entry.deprecated):
            if _is_word(wrong, target, has_spaces=texts.target_has_spaces):
                yield Miss(named[0], term, wrong)
        if not any(_is_word(g, target, has_spaces=texts.target_has_spaces) for e in named for g in e.allowed):
            yield Miss(named[0], term)


def _is_word(term: str, text: str, *, has_spaces: bool) -> bool:
    edge = r"\b" if has_spaces else ""
    return re.search(f"{edge}{re.escape(term)}{edge}", text, re.IGNORECASE) is not None


def _okapi(texts: _Texts, listed: list[Entry]) -> Iterator[Miss]:
    left = list(_struck_out(texts.target, [(entry, entry.allowed[0]) for entry in listed]))
    for entry in _struck_out(texts.source, [(entry, entry.sources[0]) for entry in listed]):
        if entry in left:
            left.remove(entry)
        else:
            yield Miss(entry, entry.sources[0])


def _struck_out(text: str, terms: list[tuple[Entry, str]]) -> Iterator[Entry]:
    """Yield an entry for each place where its term stands, the longest terms first, and strike the place out."""
    for entry, term in sorted(terms, key=lambda named: -len(named[1])):
        at = text.find(term)
        while at >= 0 and not (_is_cased(text[at - 1 : at]) or _is_cased(text[at + len(term) :][:1])):
            yield entry
            text = f"{text[:at]}{'`' * len(term)}{text[at + len(term) :]}"
            at = text.find(term)


def _is_cased(character: str) -> bool:
    """Return whether a character is a letter of a script with capitals, or a digit: what a word may go on with."""
    return character.isdecimal() or character.isupper() or character.islower()


def _omegat(texts: _Texts, listed: list[Entry]) -> Iterator[Miss]:
    source, target = _stems(texts.source, texts.source_has_spaces), _stems(texts.target, texts.target_has_spaces)
    as_string = not texts.source_has_spaces
    for entry in listed:
        term = next((t for t in entry.sources if _is_among(t, source, texts.source, as_string=as_string)), None)
        if term and not any(_is_among(g, target, texts.target, as_string=as_string) for g in entry.allowed):
            yield Miss(entry, term)


def _is_among(term: str, words: frozenset[str], text: str, *, as_string: bool) -> bool:
    if as_string and not term.isascii() and term in text:
        return True
    wanted = _stems(term, term.isascii())
    return bool(wanted) and wanted <= words


_stemmer = snowballstemmer.stemmer("porter")


@lru_cache(maxsize=65536)
def _stems(text: str, has_spaces: bool) -> frozenset[str]:  # noqa: FBT001  a cache wants it so
    """Return the words of a text, stemmed; of a text without spaces its pairs of characters, as its tokenizer does."""
    lowered = text.lower()
    found = {_stemmer.stemWord(word) for word in re.findall(r"[a-z]+|\d+", lowered)}
    if not has_spaces:
        runs = re.findall(r"[^\W\d_a-z]+", lowered)
        found.update(run[at : at + 2] for run in runs for at in range(max(1, len(run) - 1)))
    return frozenset(found)


OTHERS: dict[str, Callable[[_Texts, list[Entry]], Iterator[Miss]]] = {
    "naive": _naive,
    "longest match": _longest,
    "Weblate": _weblate,
    "Okapi CheckMate": _okapi,
    "OmegaT": _omegat,
}
