"""The right term in the inflection and capitalisation of the wrong one, so that a fix reads as if written so."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.inflect import noun_forms, plural
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import is_unspaced_language

if TYPE_CHECKING:
    from zhengming.termbase.match import Occurrence

__all__ = ["Replacement", "replacement"]


class Replacement(NamedTuple):
    """What to write; `is_certain` if number, case and article are sure to be right."""

    text: str
    is_certain: bool


def replacement(wrong: Occurrence, right: str, text: str) -> Replacement:
    """Return what to write in place of `wrong`, which stands in `text`."""
    if is_unspaced_language(wrong.term.language.language):
        return Replacement(right, is_certain=True)
    if fold(wrong.form) == fold(wrong.term.text):
        new, certain = right, True
    elif (plural := _plural(right)) and fold(wrong.form) in _plurals(fold(wrong.term.text)):
        new, certain = plural, True
    else:
        new, certain = right, False
    if wrong.form[:1].isupper() and not wrong.term.text[:1].isupper():
        new = new[:1].upper() + new[1:]
    if wrong.form.isupper() and len(wrong.form) > 1 and not wrong.term.text.isupper():
        new = new.upper()
    certain = certain and (wrong.term.text.islower() or wrong.form == wrong.term.text)
    return Replacement(new, certain and not _article_turns(text[: wrong.span.start], wrong.form, new))


def _plural(term: str) -> str | None:
    head, _, last = term.rpartition(" ")
    if {"a", "an"} & set(head.split()):
        return None  # "through a third country": the article would have to go
    many = plural(last) if last.islower() else None
    return many and f"{head} {many}".strip()


def _plurals(term: str) -> set[str]:
    head, _, last = term.rpartition(" ")
    return {f"{head} {form}".strip() for form in noun_forms(last)}


def _article_turns(before: str, old: str, new: str) -> bool:
    """Return whether "a" before the old words would have to become "an" before the new, or the reverse."""
    words = before.split()
    is_vowel = [form[:1].lower() in "aeiou" for form in (old, new)]
    return bool(words) and words[-1].lower() in {"a", "an"} and is_vowel[0] != is_vowel[1]
