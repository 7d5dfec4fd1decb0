"""tm search: what was said before for a text or one like it, the best first, and what today's termbase says to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity
from zhengming.tmx.memory.fuzzy import Fuzzy
from zhengming.tmx.memory.similarity import CONTEXT, EXACT, Likeness, Passage
from zhengming.tmx.memory.transfer import transferred
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.memory.store import Found, Store
    from zhengming.tmx.model import InlineCode, TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["Hit", "Searcher", "Wish"]

#: Hits that break the termbase give way to so many more that may not.
_SPARE = 10


class Wish(NamedTuple):
    """What is looked for: a text, and the texts before and behind it, as far as they are known."""

    text: str
    codes: tuple[InlineCode, ...] = ()
    previous: str | None = None
    next: str | None = None


@dataclass(slots=True)
class Hit:
    """A pair of the memory: its score, how often it says just that, and what is wrong with it."""

    score: int
    pair: Pair
    count: int = 1
    issues: tuple[Issue, ...] = ()
    target: str = field(default="")
    """The pair's target, with the numbers of the text looked for where that is certain."""

    @property
    def is_transferred(self) -> bool:
        """Whether the target has had its numbers changed."""
        return self.target != self.pair.target.text

    @property
    def breaks_termbase(self) -> bool:
        """Whether the pair has an issue that would fail a check: it comes behind those that have none."""
        return any(issue.severity >= Severity.MAJOR for issue in self.issues)


class Searcher:
    """Looks texts up in one memory, from one language into another or, without one, into all."""

    def __init__(
        self, store: Store, source: Tag, target: Tag | None, judge: Callable[[Pair], tuple[Issue, ...]]
    ) -> None:
        self._store = store
        self._source, self._target = source, target
        self._judge = judge
        self._fuzzy = Fuzzy(store.database, source.language)

    def hits(self, wish: Wish, *, top: int, least: int) -> list[Hit]:
        """Return the best hits; those that break the termbase come last, others with an issue behind their equals."""
        likeness = Likeness(Passage(wish.text, self._source.language, wish.codes))
        hits: dict[tuple[str, str, str], Hit] = {}
        for like in self._fuzzy.most_like(likeness, top + _SPARE, least):
            for found in self._store.found(like.form):
                for pair in self._pairs(found):
                    self._take(hits, likeness, wish, found, pair)
        listed = [hit for hit in hits.values() if hit.score >= least]
        for hit in listed:
            hit.issues = self._judge(hit.pair)
        listed.sort(key=lambda hit: (hit.breaks_termbase, -hit.score, bool(hit.issues), -hit.count))
        for hit in listed[:top]:
            hit.target = self._target_of(hit, wish)
        return listed[:top]

    def _pairs(self, found: Found) -> Iterator[Pair]:
        variant = found.unit.variants[found.ordinal]
        for pair in pairs((found.unit,), self._source, self._target, _ignore):
            if pair.source_variant is variant and pair.source is variant.segment and pair.target.text.strip():
                yield pair

    def _take(
        self, hits: dict[tuple[str, str, str], Hit], likeness: Likeness, wish: Wish, found: Found, pair: Pair
    ) -> None:
        source = pair.source
        score = likeness.of(Passage(source.text, self._source.language, source.codes))
        if score == EXACT and self._is_in_context(found, wish):
            score = CONTEXT
        key = source.text, str(pair.target_language), pair.target.text
        known = hits.get(key)
        if known is None:
            hits[key] = Hit(score, pair, target=pair.target.text)
            return
        known.count += 1
        if score > known.score:
            known.score, known.pair = score, pair

    def _is_in_context(self, found: Found, wish: Wish) -> bool:
        """Return whether the neighbours that are known are those of the unit, one of them at the least."""
        wanted = wish.previous, wish.next
        if wanted == (None, None):
            return False
        there = (self._text(unit) for unit in self._store.neighbours(found))
        return all(text is None or text == other for text, other in zip(wanted, there, strict=True))

    def _text(self, unit: TranslationUnit | None) -> str | None:
        if unit is None:
            return None
        return next((pair.source.text for pair in pairs((unit,), self._source, self._target, _ignore)), None)

    def _target_of(self, hit: Hit, wish: Wish) -> str:
        pair = hit.pair
        if pair.source.text == wish.text:
            return pair.target.text
        languages = pair.source_language.language, pair.target_language.language
        return transferred(pair.source.text, wish.text, pair.target.text, *languages) or pair.target.text


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, which `check` tells."""
