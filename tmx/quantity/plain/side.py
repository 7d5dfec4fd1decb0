"""What one text of a pair plainly says in numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from zhengming.tmx.quantity.measure import measured
from zhengming.tmx.quantity.unit import UNITS

if TYPE_CHECKING:
    import re

    from zhengming.tmx.quantity.unit import Unit

__all__ = ["BASES", "BASIS", "ONE", "Side", "is_range", "size", "take_unit"]

#: Values are counted in millionths: whole numbers are compared sooner than fractions.
ONE = 10**6
#: A comparison with the year before, or with the period before.
BASIS = "basis"
BASES = {"yearly": 1, "periodic": 2}
_DECIMALS = 6
_MOST_CHARACTERS = 24
_LONGEST_RANGE = 9
_ANY = Fraction(1)
_YUAN, _RENMINBI = UNITS["元"], UNITS["人民币"]

_Key: TypeAlias = tuple[str, int]


class Side(NamedTuple):
    """Kinds and values that want an answer, those that may be one, and the units that a value is measured in."""

    firm: set[_Key]
    said: set[_Key]
    units: dict[int, list[tuple[Unit, ...]]]
    #: values in words, of which nobody has looked at the unit
    spoken: set[int]
    #: values in digits, each as often as it stands
    digits: list[int]

    def say(self, kind: str, value: int, *, is_firm: bool = True) -> None:
        """Take a number; one that is not firm may answer another and asks for nothing."""
        self.said.add((kind, value))
        if is_firm:
            self.firm.add((kind, value))


def size(written: str, scale: int) -> int | None:
    """Return the value of digits in millionths; None for what is too long or too fine."""
    if len(written) > _MOST_CHARACTERS:
        return None
    whole, _, decimals = written.replace(",", "").partition(".")
    if not decimals:
        return int(whole) * scale * ONE
    return None if len(decimals) > _DECIMALS else int(whole + decimals) * scale * 10 ** (_DECIMALS - len(decimals))


def take_unit(side: Side, value: int, folded: str, start: int, end: int) -> None:
    """Note the unit of the number at that place, if it has one."""
    measure = measured(_ANY, folded, start, end)
    if measure:
        # 元 alone may be the yuan only or any dollar; what agrees with the yuan agrees either way.
        side.units.setdefault(value, []).append(_RENMINBI if measure.units == _YUAN else measure.units)


def is_range(folded: str, end: int, start: int, between: re.Pattern[str]) -> bool:
    """Return whether the text from `end` to `start` may make a range of the numbers at its ends."""
    return start - end < _LONGEST_RANGE and between.fullmatch(folded, end, start) is not None
