"""The terms as text for the prompt of a language model: Markdown, a line for each concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import allowed, forbidden, one_line, remark, unvetted
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept, Term
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages

__all__ = ["TARGET"]

_HOLDS = frozenset({"definitions", "notes", "deprecated terms"})


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    lines = [line for concept in concepts for line in _lines(concept, languages, lost)]
    source, target = languages
    head = f"Terms, {source} → {target}. Write the term after the arrow; never one that is marked ✗."
    return "\n".join([head, "", *lines, ""]).encode()


def _lines(concept: Concept, languages: Languages, lost: Losses) -> Iterator[str]:
    unheld(concept, languages, lost, _HOLDS)
    sources, targets = (allowed(concept, language) for language in languages)
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    wrong = [f"✗ {one_line(term.text)}" for term in forbidden(concept, languages.target)]
    meaning = remark(unvetted(concept), concept.definition, concept.note)
    best, *others = map(_shown, targets)
    parts = [best, f"(or: {', '.join(others)})" if others else "", f"({', '.join(wrong)})" if wrong else ""]
    line = f"- {' / '.join(map(_shown, sources))} → {' '.join(filter(None, parts))}"
    yield f"{line}: {meaning}" if meaning else line


def _shown(term: Term) -> str:
    """Return the term with labels that tell where it is used: licence {GB}."""
    regions = sorted(label for label in term.labels if label.isupper())
    return f"{one_line(term.text)} {{{', '.join(regions)}}}" if regions else one_line(term.text)


TARGET = Target("llm", _write, (".md", ".txt"))
