"""Places where a target phrase stands with one of its words changed."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Side

__all__ = ["Changed", "changed", "is_named"]

#: So near its fellows the word that was changed may stand nevertheless: the same words turned round or parted.
_NEAR = 5
_LONGEST_ABBREVIATION = 2
#: Two words are forms of one if they begin alike for so many letters, and for so great a part of the shorter.
_SHORTEST_ROOT, _SAME = 4, 0.6
_NUMERALS = frozenset("万亿千百两二三四五六七八九十")


class Changed(NamedTuple):
    """A phrase in the place of another, and the one word that is new in it."""

    phrase: str
    old: str
    new: str


def is_named(phrase: str, text: str, target: Side) -> bool:
    """Return whether all words of a phrase stand near one another in a text, or its initials do."""
    wanted = set(target.content(phrase))
    size = len(phrase) + _NEAR
    at = text.find(min(wanted, key=lambda number: (target.frequency[number], number)))
    if at >= 0 and wanted <= set(text[max(0, at - size) : at + size]):
        return True
    initials = "".join(target.word(number)[0] for number in target.content(phrase))
    return any(short in text for short in map(target.number, (initials, f"{initials}s")) if short)


def changed(phrase: str, text: str, target: Side) -> Iterator[Changed]:
    """Yield where the phrase stands in a text with one content word changed; a short form of it is the same."""
    for at, old in enumerate(phrase):
        if not target.is_content(old):
            continue
        before, after = phrase[:at], phrase[at + 1 :]
        for place in _places(before, after, text):
            new = text[place]
            near = text[max(0, place - _NEAR) : place + _NEAR + 1]
            if target.is_content(new) and new not in phrase and old not in near:
                beside = target.word(new) + target.word(text[place + 1 : place + 2])  # 中央|银行 for 央行
                if _is_other(target.word(old), target.word(new)) and not _is_cut_from(target.word(old), beside):
                    beginning = before or _beginning(old, text[max(0, place - 1) : place], target)
                    yield Changed(beginning + new + after, old, new)


def _beginning(old: str, previous: str, target: Side) -> str:
    """Return the word before, if the old word begins with it: for 呼吸道|疾病 there is 呼吸|系统|疾病."""
    word = target.word(previous)
    return previous if word and not word.isascii() and target.word(old).startswith(word) else ""


def _places(before: str, after: str, text: str) -> Iterator[int]:
    """Yield where in a text one word stands between these two strings."""
    anchor = before or after
    at = text.find(anchor)
    while at >= 0:
        place = at + len(before) if before else at - 1
        if 0 <= place < len(text) and text.startswith(after, place + 1):
            yield place
        at = text.find(anchor, at + 1)


def _is_other(one: str, other: str) -> bool:
    """Return whether a word is another name: no form of the same word, no numeral, no single character."""
    if one.isascii() != other.isascii():
        return not _is_cut_from(one, other)
    if not one.isascii():
        is_comparable = (len(one) > 1) == (len(other) > 1)
        return is_comparable and not (_NUMERALS & set(one + other)) and not _is_cut_from(one, other)
    beginning = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    if beginning >= max(_SHORTEST_ROOT, _SAME * min(len(one), len(other))):
        return False  # distance and distant
    is_abbreviation = one[0] == other[0] and min(len(one), len(other)) <= _LONGEST_ABBREVIATION
    return not is_abbreviation and not _is_cut_from(one, other)


def _is_cut_from(one: str, other: str) -> bool:
    """Return whether one of two words is the other with characters left out: 央行 and 中央银行."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return all(character in rest for character in short)
