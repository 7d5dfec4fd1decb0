"""memoQ's CSV: ten columns for the entry, then for each language a definition and its terms, the column repeated.

How memoQ codes a forbidden term is not published, so a deprecated one stands in the entry's note, marked ✗.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zhengming.termbase.formats.allowed import by_language, one_line, remark, warned
from zhengming.termbase.formats.locales import plain_name
from zhengming.termbase.formats.losses import unheld
from zhengming.termbase.formats.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]

_ENTRY = (
    "Entry_ID Entry_Subject Entry_Domain Entry_ClientID Entry_ProjectID Entry_Created Entry_Creator"
    " Entry_LastModified Entry_Modifier Entry_Note"
).split()
_HOLDS = frozenset(
    {"terms in other languages", "deprecated terms", "deprecated source terms", "subject fields"}
    | {"definitions", "notes"}
)


def _name(language: Tag) -> str:
    """Return the language as memoQ's columns name it: Chinese_PRC, English_United_States."""
    return plain_name(language).replace("(", "").replace(")", "").replace(" ", "_").replace("-", "_")


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    listed: list[tuple[Concept, dict[str, list[str]]]] = []
    widths: dict[str, int] = {}
    for concept in concepts:
        unheld(concept, languages, lost, _HOLDS)
        found = {name: [one_line(term.text) for term in terms] for name, terms in by_language(concept, _name).items()}
        if not found:
            lost["concepts without a term that may be used"] += 1
            continue
        listed.append((warned(concept), found))
        for name, terms in found.items():
            widths[name] = max(widths.get(name, 0), len(terms))
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(
        [*_ENTRY, *(column for name, width in widths.items() for column in (f"{name}_Def", *[name] * width))]
    )
    writer.writerows(_row(number, *entry, widths) for number, entry in enumerate(listed, start=1))
    return out.getvalue().encode()


def _row(number: int, concept: Concept, found: dict[str, list[str]], widths: dict[str, int]) -> Iterator[str]:
    """Yield the cells. Who made an entry and when is not known here, and the number is memoQ's own."""
    yield str(number)
    yield one_line(concept.subject_field)
    yield from [""] * 7
    yield remark(concept.note, concept.id)
    definition = one_line(concept.definition)
    for name, width in widths.items():
        terms = found.get(name, [])
        yield definition if terms else ""
        definition = "" if terms else definition  # once, with the first language that the entry has
        yield from (*terms, *[""] * (width - len(terms)))


TARGET = Target("memoq", _write, (".csv",))
