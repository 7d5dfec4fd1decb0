"""Which kinds of fault a memory is cleaned of: words as for checks, and those of memories alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.registry import codes_of
from zhengming.cli.suggestion import did_you_mean
from zhengming.termbase.errors import InvalidSettings
from zhengming.tmx.memory.cleaning.kinds import DEFAULT, OWN, SELECTABLE

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["chosen_kinds"]

_ALL = "all"
_DEFAULT = "default"


def chosen_kinds(select: Iterable[str], extend: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the kinds selected (the usual ones if none are) and extended, less those ignored.

    Raise InvalidSettings for a word that stands for none.
    """
    selected = _kinds(select) or DEFAULT
    return frozenset((selected | _kinds(extend)) - _kinds(ignore))


def _kinds(given: Iterable[str]) -> frozenset[str]:
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    return frozenset(kind for word in words for kind in _kinds_of(word))


def _kinds_of(word: str) -> frozenset[str]:
    if word == _ALL:
        return frozenset({*OWN, *SELECTABLE})
    if word == _DEFAULT:
        return DEFAULT
    if word in OWN:
        return frozenset({word})
    try:
        found = codes_of(word)
    except InvalidSettings:
        names = [*OWN, *SELECTABLE, *(check.name for check in SELECTABLE.values())]
        raise InvalidSettings(f"unknown kind of fault “{word}”{did_you_mean(word, names)}") from None
    kinds = frozenset(found & SELECTABLE.keys())
    if not kinds:
        raise InvalidSettings(f"{word} does not say which unit is wrong, so no memory is cleaned of it")
    return kinds
