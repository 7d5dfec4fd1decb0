"""Survey: how each concept is rendered throughout, with some of the places: what a person decides by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.normal import fold

if TYPE_CHECKING:
    from zhengming.termbase.match import Occurrence
    from zhengming.termbase.position import Location, Span
    from zhengming.tmx.render import Reading, Rendering

__all__ = ["ABSENT", "Context", "Survey", "Use"]

#: The rendering of a concept for which nothing was found.
ABSENT = ""


class Context(NamedTuple):
    """A place where a concept is rendered. `target_span` is None where no rendering was found."""

    location: Location
    unit: str
    source_language: str
    target_language: str
    source: str
    target: str
    source_span: Span
    target_span: Span | None
    rendering: str
    occurrence: Occurrence | None = None
    """The term found, where it is one of the concept's."""


@dataclass(slots=True)
class Use:
    """How a concept is rendered in one target language: each form, folded, with its count and how it is mostly written.

    `status` says of a form how it stands in the termbase: "allowed", "deprecated", or "" for what was found besides.
    """

    counts: Counter[str] = field(default_factory=Counter[str])
    status: dict[str, str] = field(default_factory=dict[str, str])
    contexts: list[Context] = field(default_factory=list[Context])


class Survey:
    """Counts the renderings of each concept and target language; keeps `most` contexts of each, or of each form."""

    def __init__(self, most: int = 200, *, of_each_form: bool = False) -> None:
        self._of_each_form = of_each_form
        self._most = most
        self.uses: dict[tuple[str, str], Use] = {}

    def add(self, reading: Reading) -> None:
        """Take note of one pair."""
        for rendering in reading.renderings:
            key = rendering.concept.id, str(reading.pair.target_language)
            use = self.uses.setdefault(key, Use())
            for form, status, span, occurrence in _forms(rendering, reading.pair.target.text):
                name = fold(form)
                use.counts[name] += 1
                use.status.setdefault(name, status)
                if (use.counts[name] <= self._most) if self._of_each_form else (len(use.contexts) < self._most):
                    use.contexts.append(_context(rendering, reading, name, span)._replace(occurrence=occurrence))


def _forms(rendering: Rendering, target: str) -> list[tuple[str, str, Span | None, Occurrence | None]]:
    """Return what stands for the concept: as many as there are, or once that there is nothing."""
    found: list[tuple[str, str, Span | None, Occurrence | None]] = [
        (o.form, "allowed", o.span, o) for o in rendering.allowed
    ]
    lacking = max(len(rendering.occurrences) - len(found), 0)
    found += [(o.form, "deprecated", o.span, o) for o in rendering.deprecated[:lacking]]
    if not found:
        found = [(o.form, "", o.span, None) for o in rendering.others[:1]]
        found += [(target[slice(*span)], "", span, None) for span in rendering.untranslated[:1]]
    return found or [(ABSENT, "", None, None)]


def _context(rendering: Rendering, reading: Reading, name: str, span: Span | None) -> Context:
    pair = reading.pair
    place = pair.target.locate(span) if span is not None else pair.source.locate(rendering.occurrences[0].span)
    return Context(
        place,
        pair.name,
        str(pair.source_language),
        str(pair.target_language),
        pair.source.text,
        pair.target.text,
        rendering.occurrences[0].span,
        span,
        name,
    )
