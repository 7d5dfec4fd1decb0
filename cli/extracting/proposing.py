"""From candidates to proposed concepts: what is known of each, in the columns of the termbase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.additions import additions, numbered
from zhengming.termbase.concept import AdministrativeStatus, Concept, Standing, Term
from zhengming.termbase.position import Location
from zhengming.termbase.text.convert import convert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag
    from zhengming.tmx.extraction import Candidate, Passages

__all__ = ["proposals", "sides"]


def sides(passages: Passages, languages: Languages) -> tuple[Tag, Tag | None]:
    """Return the termbase's tags for the languages of the passages: one that has no column of its own takes its own."""
    spoken = {tag.language: tag for tag in (languages.target, languages.source)}
    source, target = passages.source_language, passages.target_language
    return spoken.get(source.language, source), target and spoken.get(target.language, target)


def proposals(  # noqa: PLR0913  what a row holds
    candidates: Iterable[Candidate],
    tags: tuple[Tag, Tag | None],
    termbase: Termbase,
    path: Path,
    *,
    subject_field: str,
    refuse: Callable[[str], None],
) -> Iterator[Concept]:
    """Yield a numbered concept for each candidate; `refuse` is told of those that contradict the termbase."""
    concepts = (_concept(candidate, tags, path, subject_field) for candidate in candidates)
    new: list[Concept] = []
    for addition in additions(concepts, termbase):
        if addition.conflict:
            refuse(addition.conflict)
        elif addition.known is None:
            new.append(addition.concept)
    yield from numbered(new, termbase, None)


def _concept(candidate: Candidate, tags: tuple[Tag, Tag | None], path: Path, subject_field: str) -> Concept:
    source, target = tags
    terms = [_term(candidate.text, source)]
    if candidate.rendering is not None and target is not None:
        terms.append(_term(candidate.rendering.text, target))
    return Concept(
        id="",
        terms=tuple(terms),
        location=Location(str(path)),
        subject_field=subject_field,
        status=Standing.PROPOSED,
        source=_evidence(candidate),
    )


def _term(text: str, tag: Tag) -> Term:
    return Term(convert(text, tag), tag, AdministrativeStatus.PREFERRED)


def _evidence(candidate: Candidate) -> str:
    """Return where the term was seen first, and how often it is met and so rendered."""
    first = candidate.places[0]
    place = first.path if first.start is None else f"{first.path}:{first.part or first.start.line}"
    files = f" in {candidate.files:,} files" if candidate.files > 1 else ""
    rendered = ""
    if candidate.rendering is not None and candidate.rendering.units:  # else somebody has typed it
        rendered = f", rendered so in {candidate.rendering.units:,} of {candidate.rendering.of:,} units"
    return f"{place} x{candidate.times:,}{files}{rendered}"
