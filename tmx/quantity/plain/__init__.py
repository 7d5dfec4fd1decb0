"""Pairs in Chinese and English whose numbers plainly agree, told without the grammars.

Nearly all pairs have the same numbers on both sides, written in the few ways that are read here, and reading them by
the grammars takes ten times as long. All that is ever said here is that there is nothing to say: what this does not
know (a bound, a range, a code, 半, "twofold") is left to the grammars, and a test holds it to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.quantity.plain import chinese, english
from zhengming.tmx.quantity.plain.side import BASIS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.quantity.plain.side import Side
    from zhengming.tmx.quantity.unit import Unit

__all__ = ["plainly_agree"]

_READERS = {"zh": chinese.plain_side, "en": english.plain_side}


def plainly_agree(source: str, target: str, source_language: str, target_language: str) -> bool:
    """Return whether the number checks have nothing to say of the pair; False means that they must look."""
    if {source_language, target_language} != _READERS.keys():
        return False
    one = _READERS[source_language](source)
    other = None if one is None else _READERS[target_language](target)
    if one is None or other is None:
        return False
    if len(one.digits) == len(other.digits) and sorted(one.digits) != sorted(other.digits):
        return False  # (1) and (2) on one side, (2) twice on the other
    lacking, beyond = one.firm - other.said, other.firm - one.said
    if lacking and beyond:
        return False
    # A month, or what a change is compared with, may be left out.
    return all(kind in {"month", BASIS} for kind, _ in lacking or beyond) and _is_measured_alike(one, other)


def _is_measured_alike(one: Side, other: Side) -> bool:
    """Return whether whatever both sides measure is in a unit that the other side may mean too."""
    for value in one.units.keys() | other.units.keys():
        if value in one.spoken or value in other.spoken:
            return False
        ones, others = one.units.get(value, ()), other.units.get(value, ())
        if ones and others and not (_agree(ones, others) and _agree(others, ones)):
            return False
    return True


def _agree(ones: Sequence[tuple[Unit, ...]], others: Sequence[tuple[Unit, ...]]) -> bool:
    """Return whether each of these measures may be in a unit of one of the others."""
    return all(any(unit in units for unit in one for units in others) for one in ones)
