"""OmegaT's glossary: a line of source, target and comment, with tabs between and no quoting.

OmegaT offers every target it reads, so a deprecated term is never one: it stands in the comment, marked ✗. Of several
lines with one source the first counts for most: the preferred term's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import allowed, crossed_out, forbidden, one_line, remark, unvetted
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]

#: OmegaT takes a file without it for the platform's own encoding, unless it is named .utf8.
_FIRST_LINE = "# -*- coding: utf-8 -*-\n"
_HOLDS = frozenset({"definitions", "notes", "deprecated terms"})


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    lines: dict[tuple[str, str], tuple[str, str, str]] = {}
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        for line in _lines(concept, languages, lost):
            if lines.setdefault(line[:2], line) is not line:
                lost["lines that another concept has too"] += 1
    ordered = sorted(lines.values(), key=lambda line: line[0])  # stable: the preferred term stays first
    return (_FIRST_LINE + "".join("\t".join(line).rstrip("\t") + "\n" for line in ordered)).encode()


def _lines(concept: Concept, languages: Languages, lost: Losses) -> Iterator[tuple[str, str, str]]:
    sources, targets = (allowed(concept, language) for language in languages)
    if not sources or not targets:
        lost["concepts without a term in both languages"] += 1
        return
    for source in sources:
        text = one_line(source.text)
        if not text or text.startswith("#"):
            lost.refuse(concept, text, "OmegaT takes a line that begins with # for a comment")
            continue
        comment = _comment(concept, languages.target)
        for target in targets:
            yield text, one_line(target.text), comment
            comment = ""  # once is enough for a reader who sees all lines of the source together


def _comment(concept: Concept, language: Tag) -> str:
    wrong = crossed_out(forbidden(concept, language))
    return remark(wrong, unvetted(concept), concept.definition, concept.note, concept.id)


TARGET = Target("omegat", _write, (".utf8", ".txt", ".tab"))
