"""Quantities that both languages can express: values, not digits. 90亿 is 9 billion, 5.54万 is 55,400.

No library serves: those tried read 3.2万亿 wrong, turn 一心一意 into 1心1意, or take half a million for 1,500,000.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from zhengming.tmx.quantity import chinese, english
from zhengming.tmx.quantity.compare import Discrepancy, discrepancies
from zhengming.tmx.quantity.formula import formulas
from zhengming.tmx.quantity.model import Kind, Quantity
from zhengming.tmx.quantity.rough import rough_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Discrepancy", "Kind", "Quantity", "discrepancies", "quantities"]

_GRAMMARS: dict[str, Callable[[str], list[Quantity]]] = {"zh": chinese.quantities, "en": english.quantities}


@lru_cache(maxsize=4)  # several checks ask for those of one pair in turn
def quantities(text: str, language: str) -> list[Quantity] | None:
    """Return the quantities of a text in the order of place, or None for a language without a grammar."""
    grammar = _GRAMMARS.get(language)
    if grammar is None:
        return None
    found = grammar(text)
    others = [*rough_quantities(text, language), *formulas(text)]
    return sorted([*found, *others], key=attrgetter("span")) if others else found
