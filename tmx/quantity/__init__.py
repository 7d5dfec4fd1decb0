"""Quantities that both languages can express: values, not digits. 90亿 is 9 billion, 5.54万 is 55,400.

No library serves: those tried read 3.2万亿 wrong, turn 一心一意 into 1心1意, or take half a million for 1,500,000.
"""

from __future__ import annotations

from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from zhengming.tmx.placeholders import masked
from zhengming.tmx.quantity import chinese, english
from zhengming.tmx.quantity.compare import Discrepancy, discrepancies
from zhengming.tmx.quantity.formula import formulas
from zhengming.tmx.quantity.model import Kind, Quantity
from zhengming.tmx.quantity.rough import named_periods, rough_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.position import Span

__all__ = ["Discrepancy", "Kind", "Quantity", "discrepancies", "quantities"]

_GRAMMARS: dict[str, Callable[[str], list[Quantity]]] = {"zh": chinese.quantities, "en": english.quantities}


@lru_cache(maxsize=4)  # several checks ask for those of one pair in turn
def quantities(text: str, language: str) -> list[Quantity] | None:
    """Return the quantities of a text in the order of place, or None for a language without a grammar."""
    grammar = _GRAMMARS.get(language)
    if grammar is None:
        return None
    text = masked(text)
    found = grammar(text)
    others = rough_quantities(text, language)
    if any(_touches_a_letter(quantity.span, text) for quantity in found):
        others += [*named_periods(text), *formulas(text)]
    return sorted([*found, *others], key=attrgetter("span")) if others else found


def _touches_a_letter(span: Span, text: str) -> bool:
    """Return whether the number may be a part of Q3, 1H or Nd2Fe14B."""
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return (before.isalpha() and before.isascii()) or (after.isalpha() and after.isascii())
