"""The changes between two memories, as a screen and as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from zhengming.cli.report.cells import shown
from zhengming.cli.report.summary import counted
from zhengming.termbase.language import parse
from zhengming.tmx.memory.comparing.comparison import Kind
from zhengming.tmx.memory.comparing.marking import stretches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.report.page import Page
    from zhengming.tmx.memory.comparing.comparison import Change, Comparison
    from zhengming.tmx.model import InlineCode, Segment, TranslationUnit

__all__ = ["document", "lines", "summary"]

_SCHEMA = "zhengming/tm-diff/1"
_COLOURS = {Kind.ADDED: "green", Kind.REMOVED: "red", Kind.CHANGED: "yellow"}


def lines(found: Comparison, page: Page) -> Iterator[str]:
    """Yield a block for each change: its place, and each language with what was taken out and put in."""
    for change in found.changes:
        sign = page.styled(change.kind.value, fg=_COLOURS[change.kind])
        was = f" (was {change.before.location})" if change.before is not None and change.after is not None else ""
        yield f"{sign} {shown(str(change.unit.location))}: unit {shown(change.unit.name)}{shown(was)}"
        for language, before, after in _segments(change):
            yield f"  {shown(language)}  {_marked(before, after, change.kind, page)}"


def _segments(change: Change) -> Iterator[tuple[str, str | None, str | None]]:
    """Yield each language with its text before and after, None where it has none; those of the later unit first."""
    before, after = _texts(change.before), _texts(change.after)
    for language in dict.fromkeys((*after, *before)):
        yield language, before.get(language), after.get(language)


def _texts(unit: TranslationUnit | None) -> dict[str, str]:
    if unit is None:
        return {}
    texts: dict[str, str] = {}
    for variant in unit.variants:
        tag = parse(variant.language) if variant.language else None
        language = str(tag or variant.language)
        while language in texts:  # a unit may have two segments of one language
            language += "+"
        texts[language] = _with_codes(variant.segment)
    return texts


def _with_codes(segment: Segment) -> str:
    """Return the text with its codes in their places, so that one of them changed is seen."""
    pieces: list[str] = []
    done = 0
    for code in sorted(segment.codes, key=lambda code: code.offset):
        pieces += segment.text[done : code.offset], _code(code)
        done = code.offset
    return "".join([*pieces, segment.text[done:]])


def _code(code: InlineCode) -> str:
    if code.closes:
        return f"</{code.element}>"
    return code.content or f"<{code.element}>"


def _marked(before: str | None, after: str | None, kind: Kind, page: Page) -> str:
    if kind is not Kind.CHANGED or before == after:
        return shown((after if after is not None else before) or "")
    pieces: list[str] = []
    for stretch in stretches(before or "", after or ""):
        if stretch.is_same:
            pieces.append(shown(stretch.after))
            continue
        if stretch.before:
            pieces.append(page.styled(f"[-{shown(stretch.before)}-]", fg="red"))
        if stretch.after:
            pieces.append(page.styled(f"{{+{shown(stretch.after)}+}}", fg="green"))
    return "".join(pieces)


def summary(found: Comparison) -> str:
    """Return how many units differ, and how."""
    kinds = Counter(change.kind for change in found.changes)
    parts = ", ".join(f"{kinds[kind]:,} {kind.name.lower()}" for kind in Kind if kinds[kind])
    passing = f"; {found.in_passing:,} of the others in notes, properties or dates only" if found.in_passing else ""
    if not found.changes:
        return f"No unit differs in what it says; {counted(found.same, 'unit')} compared{passing}"
    differing = counted(len(found.changes), "unit differs", "units differ")
    return f"{differing}: {parts}; {found.same:,} the same{passing}"


def document(found: Comparison, names: tuple[str, str]) -> str:
    """Return the changes as a JSON document."""
    whole = {
        "schema": _SCHEMA,
        "before": names[0],
        "after": names[1],
        "same": found.same,
        "metadata_only": found.in_passing,
        "changes": [_record(change) for change in found.changes],
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _record(change: Change) -> dict[str, Any]:
    return {
        "kind": change.kind.name.lower(),
        "before": _place(change.before),
        "after": _place(change.after),
        "segments": [
            {
                "language": language,
                "before": before,
                "after": after,
                "edits": [one._asdict() for one in stretches(before, after) if not one.is_same]
                if before is not None and after is not None
                else None,
            }
            for language, before, after in _segments(change)
        ],
    }


def _place(unit: TranslationUnit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    start = unit.location.start
    line, column = (start.line, start.column) if start is not None else (None, None)
    return {"path": unit.location.path, "line": line, "column": column, "unit": unit.name}
