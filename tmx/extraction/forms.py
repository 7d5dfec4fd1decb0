"""In which of its forms a term is entered, and which others there are."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.text.inflect import singular
from zhengming.termbase.text.normal import fold
from zhengming.tmx.extraction.candidate import Form

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["entered"]

#: A singular that is rarer than this among its forms is chance: financial statements.
_LEAST_SINGULAR = 0.2
#: So is a name in small letters: Exchange Fund.
_LEAST_SMALL = 0.25
_MOST_VARIANTS = 5


def entered(written: Iterable[str], language: str) -> tuple[str, tuple[Form, ...]]:
    """Return the form to be entered and the others, most frequent first; forms that differ by case alone are one.

    Nouns are entered in the singular, if they are met in it; words as they stand within a sentence.
    """
    counts = Counter(" ".join(form.split()) for form in written)
    by_name: dict[str, Counter[str]] = {}
    for form, count in counts.items():
        by_name.setdefault(form.lower(), Counter())[form] += count
    names = {name: forms.total() for name, forms in by_name.items()}
    ordered = sorted(names, key=lambda name: (-names[name], name))
    chosen = ordered[0]
    if language == "en":
        least = _LEAST_SINGULAR * sum(names.values())
        chosen = next((name for name in ordered if _is_singular(name) and names[name] >= least), chosen)
    others = tuple(Form(_usual(by_name[name]), names[name]) for name in ordered if name != chosen)
    return _usual(by_name[chosen]), others[:_MOST_VARIANTS]


def _is_singular(name: str) -> bool:
    last = fold(name).split()[-1]
    return singular(last) == last


def _usual(forms: Counter[str]) -> str:
    """Return the form with the fewest capitals, unless it is rare among them: a heading capitalises any word."""
    least = _LEAST_SMALL * forms.total()
    return min(forms, key=lambda form: (forms[form] < least, sum(map(str.isupper, form)), -forms[form], form))
