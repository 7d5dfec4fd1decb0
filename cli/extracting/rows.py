"""Candidates as rows: on a screen, in a table, in JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from zhengming.cli.report.cells import cells, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zhengming.termbase.concept import Concept
    from zhengming.tmx.extraction import Candidate, Form

__all__ = ["COLUMNS", "Row", "lines", "record", "row"]

_HEADINGS = ("score", "occ.", "files", "source", "rendered (aligned)", "termbase")
_NUMBERS = 3
COLUMNS = (
    "score",
    "count",
    "units",
    "files",
    "source",
    "source_variants",
    "rendering",
    "rendered",
    "of",
    "rendering_variants",
    "concept",
    "c_value",
    "entropy",
    "log_ratio",
    "association",
    "places",
    "example_source",
    "example_target",
)


class Row(NamedTuple):
    """A candidate, and the concept that has it already."""

    candidate: Candidate
    concept: Concept | None = None


def lines(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a screen: a heading, then each candidate; numbers stand to the right. Of none, none."""
    if not rows:
        return
    table = [_HEADINGS, *(_screen(one) for one in rows)]
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    for line in table:
        padded = [
            " " * (width - cells(cell)) + cell if index < _NUMBERS else cell + " " * (width - cells(cell))
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ]
        yield "  ".join(padded).rstrip()


def _screen(one: Row) -> tuple[str, ...]:
    candidate, rendering = one.candidate, one.candidate.rendering
    return (
        f"{candidate.score:.1f}",
        f"{candidate.times:,}",
        f"{candidate.files:,}",
        shown(candidate.text),
        f"{shown(rendering.text)} {rendering.units}/{rendering.of}" if rendering else "-",
        one.concept.id if one.concept else "-",
    )


def row(one: Row) -> tuple[str, ...]:
    """Return the cells of a table."""
    return tuple(_cell(value) for value in record(one).values())


def _cell(value: Any) -> str:  # noqa: ANN401  what JSON has
    if isinstance(value, list):
        return " | ".join(map(_cell, value))
    if isinstance(value, dict):
        return f"{value['text']} x{value['count']}"
    return "" if value is None else str(value)


def record(one: Row) -> dict[str, Any]:
    """Return what is known of a candidate, by the names of the columns."""
    candidate, rendering, factors = one.candidate, one.candidate.rendering, one.candidate.factors
    example = candidate.examples[0]
    values = (
        round(candidate.score, 2),
        candidate.times,
        candidate.units,
        candidate.files,
        candidate.text,
        _forms(candidate.variants),
        rendering and rendering.text,
        rendering and rendering.units,
        rendering and rendering.of,
        _forms(rendering.variants if rendering else ()),
        one.concept and one.concept.id,
        round(factors.c_value, 2),
        round(factors.entropy, 2),
        factors.log_ratio and round(factors.log_ratio, 2),
        factors.association and round(factors.association, 2),
        list(map(str, candidate.places)),
        example.source,
        example.target or None,
    )
    return dict(zip(COLUMNS, values, strict=True))


def _forms(forms: Iterable[Form]) -> list[dict[str, Any]]:
    return [{"text": form.text, "count": form.times} for form in forms]
