"""What may be offered, and how a comment warns of the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import by_language, forbidden, remark, warned
from zhengming.termbase.formats.locales import locale
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase


def test_taiwan_and_hong_kong_say_the_same_once(termbase_of: Callable[[str], Termbase]) -> None:
    [concept] = termbase_of(
        "id,zh-Hant:admitted,zh-Hant-TW,en,en:deprecated\nA1,最終用戶,最終使用者 | 最終用戶,end user,x\n"
    )
    found = {name: [term.text for term in terms] for name, terms in by_language(concept, locale).items()}
    assert found == {"zh-TW": ["最終使用者", "最終用戶"], "en-US": ["end user"]}


def test_a_warned_concept_has_no_wrong_terms_left(concepts: Termbase) -> None:
    [first, *_] = map(warned, concepts)
    assert all(term.is_allowed for term in first.terms)
    assert first.note == "✗ 出口管理; ✗ export ban · Not a ban."


def test_what_is_right_elsewhere_is_not_forbidden(concepts: Termbase) -> None:
    [first, *_] = concepts
    assert [term.text for term in forbidden(first, Tag("en"))] == ["export ban"]


def test_a_remark_is_one_line() -> None:
    assert remark("one\n\ttwo", "", " three ") == "one two · three"
