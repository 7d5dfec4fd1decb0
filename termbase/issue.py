"""Issue: a possible fault, with its place and its remedy (MQM: an error nobody has confirmed yet)."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.check import Check, Severity
    from zhengming.termbase.position import Location, Span

__all__ = ["Edit", "Issue", "Passage", "Related", "UnitIgnore"]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of some characters of the target text; `safe` if it can be made without a person's decision."""

    span: Span
    replacement: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that bears on an issue, with what is to be seen there."""

    location: Location
    text: str


class UnitIgnore(NamedTuple):
    """What a unit itself says is to be let through ("T002: quotes the US notice"), and where it says so."""

    text: str
    location: Location


@dataclass(frozen=True, slots=True)
class Passage:
    """The two texts an issue speaks of. Languages are BCP 47 tags."""

    unit: str | None
    source_language: str
    target_language: str
    source: str
    target: str
    ignores: tuple[UnitIgnore, ...] = ()
    locate: Callable[[Span], Location] | None = field(default=None, compare=False, repr=False)
    """Tells where a stretch of the target stands in its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One possible fault.

    `location` is the wrong rendering if it is known, else the source term, else the segment.
    `source_span` and `target_span` count code points in the passage's texts.
    """

    check: Check
    severity: Severity
    message: str
    location: Location
    passage: Passage | None = None
    source_span: Span | None = None
    target_span: Span | None = None
    concept: str | None = None
    term: str | None = None
    expected: tuple[str, ...] = ()
    found: str | None = None
    why: str | None = None
    edit: Edit | None = None
    related: tuple[Related, ...] = ()
    suppressed: str | None = None
    """Why the issue is not to be shown: "baseline" or "ignore"; None if it is."""

    @property
    def fingerprint(self) -> str:
        """A stable name of the issue: no path and no line go in, so renames and re-exports leave it alone."""
        texts = (self.passage.source, self.passage.target) if self.passage else (self.location.path, self.message)
        parts = (self.check.code, self.concept or self.term or "", *map(_normal, texts))
        return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _normal(text: str) -> str:
    """Fold what other tools change when they re-export a segment: white space and Unicode composition."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()
