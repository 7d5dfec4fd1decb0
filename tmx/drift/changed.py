"""Places where a target phrase stands with one of its words changed."""

from __future__ import annotations

from os.path import commonprefix
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.drift.corpus import BREAK

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Phrase, Side

__all__ = ["Changed", "changed", "is_cut_from", "stands_loosely"]

_BETWEEN = 2
_SHORTEST_HAN = 3


class Changed(NamedTuple):
    """A phrase in the place of another: where it begins in its unit, its new words, and those that are kept."""

    start: int
    phrase: Phrase
    new: Phrase
    kept: Phrase


def stands_loosely(phrase: Phrase, unit: array[int], target: Side) -> bool:
    """Return whether the words of a phrase stand near one another, turned round or parted."""
    wanted, size = set(target.content(phrase)), len(phrase) + _BETWEEN
    for at, number in enumerate(unit):
        if number in wanted:
            window = unit[at : at + size].tolist()
            near = window[: window.index(BREAK)] if BREAK in window else window
            if wanted <= set(near):
                return True
    return False


def changed(phrase: Phrase, unit: array[int], target: Side) -> Iterator[Changed]:
    """Yield where the phrase stands in a unit with one word changed; one that is shorter or longer is the same."""
    if target.words[phrase[0]].isascii():
        yield from _changed_words(phrase, unit, target)
    else:
        yield from _changed_characters(phrase, unit, target)


def _changed_words(phrase: Phrase, unit: array[int], target: Side) -> Iterator[Changed]:
    size = len(phrase)
    if len(target.content(phrase)) < 2:  # noqa: PLR2004  nothing would be left of it
        return
    for start in range(len(unit) - size + 1):
        window = tuple(unit[start : start + size])
        differing = [at for at in range(size) if window[at] != phrase[at]]
        if len(differing) == 1:
            new, old = window[differing[0]], phrase[differing[0]]
            words = target.words[new], target.words[old]
            if target.is_content(new) and target.is_content(old) and not is_cut_from(*words):
                kept = tuple(number for number in target.content(window) if number != new)
                yield Changed(start, window, (new,), kept)


def _changed_characters(phrase: Phrase, unit: array[int], target: Side) -> Iterator[Changed]:
    """Compare characters: a changed word may be cut otherwise (政府|债券, 政府|债|票)."""
    text = "".join(target.words[number] for number in phrase)
    if len(text) < _SHORTEST_HAN:
        return
    best: dict[int, tuple[int, Changed]] = {}
    for start, number in enumerate(unit):
        if target.is_content(number):
            for common, first, found in _alike(text, start, unit, target):
                if first not in best or common > best[first][0]:
                    best[first] = common, found
    yield from (found for _, found in best.values())


def _alike(text: str, start: int, unit: array[int], target: Side) -> Iterator[tuple[int, int, Changed]]:
    """Yield stretches from `start` that have half of the text and more, with how much and the first changed word."""
    joined, end = "", start
    while end < len(unit) and unit[end] != BREAK and len(joined) <= len(text):
        joined += target.words[unit[end]]
        end += 1
        before, after = _common(text, joined)
        old, new = text[before : len(text) - after], joined[before : len(joined) - after]
        if abs(len(joined) - len(text)) > 1 or before + after < max(2, len(text) / 2) or is_cut_from(old, new):
            continue
        window = tuple(unit[start:end])
        fresh = _covering(window, before, before + len(new), target)
        words = tuple(window[at] for at in fresh)
        if target.is_content(window[-1]) and target.content(words):
            kept = (number for at, number in enumerate(window) if at not in fresh)
            found = Changed(start, window, words, tuple(target.content(kept)))
            yield 2 * (before + after) - abs(len(joined) - len(text)), start + fresh[0], found


def _common(one: str, other: str) -> tuple[int, int]:
    """Return how many characters two texts have in common at the beginning, and at the end of the rest."""
    before = len(commonprefix([one, other]))
    after = len(commonprefix([one[before:][::-1], other[before:][::-1]]))
    return before, after


def _covering(window: Phrase, start: int, end: int, target: Side) -> list[int]:
    """Return which words of a window have characters between `start` and `end`."""
    found: list[int] = []
    at = 0
    for index, number in enumerate(window):
        size = len(target.words[number])
        if at < end and at + size > start:
            found.append(index)
        at += size
    return found


def is_cut_from(one: str, other: str) -> bool:
    """Return whether one of two words is the other cut short: 央行 and 中央银行, one that is empty and any."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(character in rest for character in short)
