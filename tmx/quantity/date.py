"""Dates in figures, the year first: 2025-04-04, 2025/4/4, 2025.06.30."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.quantity.model import Kind, Quantity

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

__all__ = ["DATE", "dated"]

#: For a verbose pattern. 2025-04-4 has the form of a CAS number and is left to the codes.
DATE = r"""(?<!\d)(?<!\d\.)(?!\d{4}-\d\d-\d\b)
    (?P<dated>(?:19|20)\d\d)(?P<mark>[-./])(?P<of_year>0?[1-9]|1[0-2])(?P=mark)(?P<day>0?[1-9]|[12]\d|3[01])(?!\.?\d)"""


def dated(match: re.Match[str]) -> Iterator[Quantity]:
    """Yield the year, the month and the day of a match of `DATE`."""
    for name, kind in (("dated", Kind.NUMBER), ("of_year", Kind.MONTH), ("day", Kind.NUMBER)):
        yield Quantity((Fraction(int(match[name])),), kind, Span(*match.span(name)))
