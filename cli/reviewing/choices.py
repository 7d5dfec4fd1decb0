"""Which keys a card offers, and what each does there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.checks.deprecated_term import DEPRECATED_TERM
from zhengming.tmx.checks.missing_term import MISSING_TERM

if TYPE_CHECKING:
    from zhengming.cli.reviewing.cards import Card

__all__ = ["GENERAL", "choices"]

GENERAL = {"s": "[s]kip", "u": "[u]ndo", "q": "[q]uit", "?": "[?]"}
_OF_TERMS = (DEPRECATED_TERM, MISSING_TERM)


def choices(card: Card, *, is_own: bool) -> dict[str, str]:
    """Return the keys with their labels; `is_own`: the concept stands in the project's termbase, so can be amended."""
    found = f" “{card.first.found}”" if card.first.found else ""
    count = len(card.changes)
    offered = {
        "f": f"[f]ix {count}" if count else "",
        "a": "[a]dmit both" if card.is_mixed else f"[a]dmit{found or ' …'}" if _is_of_term(card, is_own=is_own) else "",
        "d": f"[d]eprecate{found or ' …'}" if _can_deprecate(card, is_own=is_own) else "",
        "o": "[o]ther concept here" if card.concept and not (card.is_mixed and count > 1) else "",
        "i": "[i]gnore (reason)",
        "c": "[c]oncordance" if card.use else "",
        "e": "[e]dit" if is_one_text(card) else "",
        "p": "[p]lace by place" if len(card.fingerprints) > 1 else "",
    }
    return {key: label for key, label in offered.items() if label}


def is_one_text(card: Card) -> bool:
    """Return whether one new text can take the place of the target in all places."""
    passages = [issue.passage for issue in card.issues]
    has_places = all(passage is not None and passage.locate is not None for passage in passages)
    return has_places and not (card.is_mixed and len(card.changes) > 1) and len({t for _, t in card.texts}) == 1


def _is_of_term(card: Card, *, is_own: bool) -> bool:
    return is_own and card.first.check in _OF_TERMS


def _can_deprecate(card: Card, *, is_own: bool) -> bool:
    return is_own and (card.is_mixed or card.first.check is MISSING_TERM)
