"""Which candidates the termbase has already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.match import Matcher
from zhengming.termbase.position import Span

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept, Termbase

__all__ = ["Known"]


class Known:
    """The terms of a termbase in one language (primary subtag)."""

    def __init__(self, termbase: Termbase, language: str) -> None:
        self._matcher = Matcher(termbase, language)

    def concept(self, text: str) -> Concept | None:
        """Return the concept that a text names as a whole, in whatever form, or None."""
        whole = Span(0, len(text))
        found = (o.concept for o in self._matcher.find(text, exact_case=False).taken if o.span == whole)
        return next(found, None)
