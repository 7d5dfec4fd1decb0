"""The forms of a termbase in one language, as an automaton wants them; kept between runs, for they take a while."""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.remedy import EVERY_REMEDY, Remedy
from zhengming.termbase.text.convert import stamp as fold_stamp
from zhengming.termbase.text.dictionary import stamp
from zhengming.termbase.text.normal import folding
from zhengming.termbase.text.store import kept

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zhengming.termbase.concept import Concept, Term

__all__ = ["Row", "compiled", "wants_case"]

#: So few terms are compiled sooner than they are looked up.
_FEW = 300

#: A form, the terms it may be (as indexes of the terms compiled), and whether any of them wants its letters as written.
#: A form of no term is a word that hides one: it shadows what lies inside it.
Row = tuple[str, tuple[int, ...], bool]


def compiled(
    named: Sequence[tuple[Concept, Term]], language: str, remedies: Collection[Remedy] = EVERY_REMEDY
) -> list[Row]:
    """Return every form of the terms, which are all of that language (primary subtag)."""
    if len(named) < _FEW:
        return _rows(named, language, remedies)
    ingredients = [(c.id, c.part_of_speech, t.text, t.is_allowed, sorted(t.labels)) for c, t in named]
    recipe = (language, ingredients, sorted(remedies), _code(), stamp(), fold_stamp(), sys.version_info[:2])
    name = hashlib.blake2b(repr(recipe).encode(), digest_size=16).hexdigest()
    rows: list[Row] = marshal.loads(  # noqa: S302  the user's own cache
        kept(f"forms-{name}", lambda: marshal.dumps(_rows(named, language, remedies)))
    )
    return rows


def _code() -> list[tuple[str, int, int]]:
    """Return what changes when the code that makes forms does."""
    folder = Path(__file__).parent
    files = (*sorted((folder / "text").glob("*.py")), Path(__file__))
    return [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in files]


def _rows(named: Sequence[tuple[Concept, Term]], language: str, remedies: Collection[Remedy]) -> list[Row]:
    fold = folding(remedies)
    from zhengming.termbase.text.borders import hiding_words  # noqa: PLC0415  of most termbases the forms are kept
    from zhengming.termbase.text.forms import surface_forms  # noqa: PLC0415

    by_form: dict[str, dict[tuple[str, str], int]] = defaultdict(dict)
    wanting_case: set[str] = set()
    for index in sorted(range(len(named)), key=lambda index: _rank(named[index][1])):
        concept, term = named[index]
        forms = surface_forms(term.text, language, concept.part_of_speech, remedies)
        # MOD and MoD are two, 氧化锑 and 氧化銻 one.
        letters = term.text if Remedy.CASE in remedies and wants_case(term) else ""
        if letters:
            wanting_case |= forms
        for form in forms:
            by_form[form].setdefault((concept.id, letters), index)
    if language == "zh" and Remedy.HIDING_WORDS in remedies:
        for word in hiding_words(by_form):
            by_form.setdefault(fold(word), {})
    return [(form, tuple(indexes.values()), form in wanting_case) for form, indexes in by_form.items()]


def _rank(term: Term) -> tuple[bool, bool]:
    """Order the terms of a concept that share a form: the one that allows more stands for the others."""
    return not term.is_allowed, "case" in term.labels


def wants_case(term: Term) -> bool:
    """Return whether the term is an abbreviation or symbol: labelled so, or with capitals inside a word."""
    return "case" in term.labels or any(one.isalpha() and other.isupper() for one, other in pairwise(term.text))
