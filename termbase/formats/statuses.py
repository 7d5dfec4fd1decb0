"""How tools say that a term is preferred, admitted or forbidden, and that a concept is vetted or not."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus, Standing, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.language import Tag

__all__ = ["administrative", "is_yes", "one_preferred", "settled", "standing"]

_TERMS = {
    AdministrativeStatus.PREFERRED: (
        "preferred standardized standardised regulated legal recommended proposed 首选 首選 推荐 推薦"
    ),
    AdministrativeStatus.ADMITTED: "admitted allowed acceptable nonstandard synonym 允许 允許 许用 許用",
    AdministrativeStatus.DEPRECATED: (
        "deprecated superseded notrecommended obsolete forbidden prohibited banned donotuse avoid unwort"
        " negative blacklisted 禁用 弃用 棄用 错误 錯誤"
    ),
}
_STATUS = {word: status for status, words in _TERMS.items() for word in words.split()}
_STANDINGS = {
    Standing.APPROVED: "approved final validated released 已批准 批准 已审核 已審核",
    Standing.PROPOSED: "proposed provisional new draft candidate pending unapproved 建议 建議 待审 待審 草稿",
}
_STANDING = {word: status for status, words in _STANDINGS.items() for word in words.split()}
_YES = frozenset("true yes y 1 x ✓ ✗ 是 forbidden 禁用".split())
_ENDING = re.compile(r"-admn-sts$")


def administrative(word: str) -> AdministrativeStatus | None:
    """Return the status of a term that a word of any tool stands for, or None."""
    return _STATUS.get(_plain(word))


def standing(word: str) -> Standing | None:
    """Return whether the word says that a concept is vetted, or that it is not; None if it says neither."""
    return _STANDING.get(_plain(word))


def is_yes(word: str) -> bool:
    """Return whether a cell says yes to the question that its column asks."""
    return word.strip().lower() in _YES


def _plain(word: str) -> str:
    letters = re.sub(r"[\s_-]+", "", _ENDING.sub("", word.strip().lower()))
    return letters.removesuffix("term")


def settled(terms: Iterable[tuple[Term, bool]]) -> tuple[Term, ...]:
    """Return the terms, each with whether its status is said; of the others a language's first is preferred.

    They are admitted where another term of their language is said to be preferred.
    """
    listed = list(terms)
    said = {term.language for term, is_said in listed if is_said and term.status is AdministrativeStatus.PREFERRED}
    found = (
        replace(term, status=AdministrativeStatus.ADMITTED) if not is_said and term.language in said else term
        for term, is_said in listed
    )
    return tuple(one_preferred(found))


def one_preferred(terms: Iterable[Term]) -> Iterator[Term]:
    """Yield each term once; of those preferred in one language the first stays so."""
    seen: set[tuple[Tag, str]] = set()
    preferred: set[Tag] = set()
    for term in terms:
        if (term.language, term.text) in seen:
            continue
        seen.add((term.language, term.text))
        if term.status is AdministrativeStatus.PREFERRED:
            if term.language in preferred:
                yield replace(term, status=AdministrativeStatus.ADMITTED)
                continue
            preferred.add(term.language)
        yield term
