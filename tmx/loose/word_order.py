"""Terms of spaced languages with other words between theirs, or in another order: "control of exports"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span

if TYPE_CHECKING:
    from zhengming.termbase.text.words import Token

__all__ = ["SMALL", "reordered"]

#: Foreign words that may stand inside a term: "monetary and financial systems" has two.
_GAP = 3
_TURNING = frozenset({"of", "for", "on", "over", "in", "to", "by", "from", "against", "at"})
_ARTICLES = frozenset({"the", "a", "an"})
#: Words that hold others together and say little of their own.
SMALL = _TURNING | _ARTICLES | {"and"}
_FEWEST_SHUFFLED = 3
_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_SENTENCE_END = re.compile(r"\.(?!\d)|[;:!?。；：！？]")


def reordered(wanted: list[frozenset[str]], words: list[Token], keys: list[frozenset[str]], target: str) -> Span | None:
    """Return where the wanted words (lemma sets) stand in the target, of which `words` and their `keys` are given."""
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
            stretch = slice(first, last + 1)
            if not _SENTENCE_END.search(target, *span) and not _cuts_a_compound(
                wanted, words[stretch], keys[stretch], target
            ):
                return span
    return None


def _cuts_a_compound(wanted: list[frozenset[str]], words: list[Token], keys: list[frozenset[str]], text: str) -> bool:
    """Return whether a foreign word hangs on a wanted one by a hyphen: "third-world countries", no third countries."""
    foreign = [not any(want & key for want in wanted) for key in keys]
    return any(
        is_foreign != is_next_foreign and text[word.end : after.start] in _HYPHENS
        for (word, is_foreign), (after, is_next_foreign) in itertools.pairwise(zip(words, foreign, strict=True))
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
    """Return whether a word between is a number or joins numbers: notes 2.5 and 40.1 to the accounts."""
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
    """Return where three content words or more end that stand together in any order: "minimum statutory requirement".

    Only small words may come between: "development of the bond market in Hong Kong".
    """
    missing = [key for key in wanted if not key & SMALL]
    if len(missing) < _FEWEST_SHUFFLED or keys[first] & SMALL:
        return None
    for at in range(first, min(first + 2 * len(wanted), len(keys))):
        matched = next((key for key in missing if key & keys[at]), None)
        if matched is not None:
            missing.remove(matched)
            if not missing:
                return at
        elif not keys[at] & SMALL:
            return None
    return None


def _turned_back(wanted: list[frozenset[str]]) -> list[frozenset[str]]:
    """Return the words of "X Y" for a term "Y of X", or none for another."""
    at = next((index for index, key in enumerate(wanted) if key & _TURNING), 0)
    behind = [key for key in wanted[at + 1 :] if not key & _ARTICLES]
    return [*behind, *wanted[:at]] if at and behind else []
