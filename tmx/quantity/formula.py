"""Chemical formulas, which are the same in every language: Nd₂Fe₁₄B, Nd2Fe14B."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.tmx.quantity.model import Kind, Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["formulas"]

_ELEMENTS = (
    "He|Li|Be|Ne|Na|Mg|Al|Si|Cl|Ar|Ca|Sc|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Ga|Ge|As|Se|Br|Kr|Rb|Sr|Zr|Nb|Mo|Tc|Ru|Rh|Pd|Ag|Cd|"
    "In|Sn|Sb|Te|Xe|Cs|Ba|La|Ce|Pr|Nd|Pm|Sm|Eu|Gd|Tb|Dy|Ho|Er|Tm|Yb|Lu|Hf|Ta|Re|Os|Ir|Pt|Au|Hg|Tl|Pb|Bi|Po|At|Rn|Fr|"
    "Ra|Ac|Th|Pa|Np|Pu|Am|Cm|H|B|C|N|O|F|P|S|K|V|Y|I|W|U"
)
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_FORMULA = re.compile(rf"(?<![A-Za-z\d])(?:(?:{_ELEMENTS})[\d₀-₉]{{0,3}}){{2,8}}(?![A-Za-z\d])")
_COUNTED = re.compile(r"[A-Za-z][\d₀-₉]")


def formulas(text: str) -> Iterator[Quantity]:
    """Yield the formulas of two elements or more that count one of them, subscripts as figures."""
    for match in _FORMULA.finditer(text):
        if _COUNTED.search(match.group()):
            yield Quantity((), Kind.FORMULA, Span(*match.span()), code=match.group().translate(_SUBSCRIPTS))
