"""What has been replaced, or would be: a line for each replacement, or the texts before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli.report.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.report.page import Page
    from zhengming.termbase.issue import Edit, Issue, Passage

__all__ = ["changes_listed", "units_compared"]


class _Replacement(NamedTuple):
    issue: Issue
    passage: Passage
    edit: Edit


def changes_listed(issues: Iterable[Issue], page: Page) -> Iterator[str]:
    """Yield a line for each replacement in a file."""
    arrow = "->" if page.is_ascii else "→"
    for issue, _, edit in _replacements(issues):
        place = page.styled(shown(str(issue.location), page.encoding), bold=True)
        old, new = shown(issue.found or "", page.encoding), shown(edit.replacement, page.encoding)
        yield f"{place}: {issue.check.code} “{old}” {arrow} “{new}”"


def units_compared(issues: Iterable[Issue], page: Page) -> Iterator[str]:
    """Yield the texts of a file as they are and as they are to be, each with its place."""
    for number, same in enumerate(_by_text(_replacements(issues))):
        first, passage, _ = same[0]
        if number == 0:
            yield page.styled(f"--- {shown(first.location.path, page.encoding)}", bold=True)
        line = first.location.start.line if first.location.start else ""
        yield page.styled(f"@@ {line} unit {shown(passage.unit or '', page.encoding)}", fg="cyan")
        yield page.styled(f"- {shown(passage.target, page.encoding)}", fg="red")
        yield page.styled(f"+ {shown(_after(same), page.encoding)}", fg="green")


def _replacements(issues: Iterable[Issue]) -> list[_Replacement]:
    """Return one replacement for each place: two variants of the source may ask for the same."""
    by_place: dict[object, _Replacement] = {}
    for issue in issues:
        if issue.edit is not None and issue.passage is not None:
            by_place.setdefault(issue.location.start, _Replacement(issue, issue.passage, issue.edit))
    return list(by_place.values())


def _by_text(replacements: Iterable[_Replacement]) -> Iterator[list[_Replacement]]:
    """Yield the replacements in each text together. They come in the order of the file."""
    same: list[_Replacement] = []
    for replacement in replacements:
        if same and not _is_of_one_text(same[-1], replacement):
            yield same
            same = []
        same.append(replacement)
    if same:
        yield same


def _is_of_one_text(before: _Replacement, after: _Replacement) -> bool:
    """Return whether the two are in one text. Units may be called alike and read alike, but in one the places rise."""
    one, other = before.passage, after.passage
    is_alike = (one.unit, one.target_language, one.target) == (other.unit, other.target_language, other.target)
    return is_alike and before.edit.span.end <= after.edit.span.start


def _after(replacements: list[_Replacement]) -> str:
    text = replacements[0].passage.target
    # The last first: an edit must not move the places of those before it.
    for _, _, edit in reversed(replacements):
        text = text[: edit.span.start] + edit.replacement + text[edit.span.end :]
    return text
