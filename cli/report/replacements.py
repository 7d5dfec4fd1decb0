"""What has been replaced, or would be: a line for each replacement, or the texts before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.cli.report.cells import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.report.page import Page
    from zhengming.termbase.issue import Issue, Passage

__all__ = ["changes_listed", "units_compared"]


def changes_listed(issues: Iterable[Issue], page: Page) -> Iterator[str]:
    """Yield a line for each replacement in a file."""
    arrow = "->" if page.is_ascii else "→"
    for issue in _once(issues):
        place = page.styled(shown(str(issue.location), page.encoding), bold=True)
        new = issue.edit.replacement if issue.edit else ""
        old, new = (shown(text, page.encoding) for text in (issue.found or "", new))
        yield f"{place}: {issue.check.code} “{old}” {arrow} “{new}”"


def units_compared(issues: Iterable[Issue], page: Page) -> Iterator[str]:
    """Yield the texts of a file as they are and as they are to be, each with its place."""
    replaced = _once(issues)
    if replaced:
        yield page.styled(f"--- {shown(replaced[0].location.path, page.encoding)}", bold=True)
    for passage, same in _by_text(replaced):
        start = same[0].location.start
        place = f"@@ {start.line if start else ''} unit {passage.unit}"
        yield page.styled(shown(place, page.encoding), fg="cyan")
        yield page.styled(f"- {shown(passage.target, page.encoding)}", fg="red")
        yield page.styled(f"+ {shown(_after(passage.target, same), page.encoding)}", fg="green")


def _once(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues with one for each place: two source languages of a unit may want the same replacement."""
    by_place: dict[object, Issue] = {}
    for issue in issues:
        by_place.setdefault(issue.location.start, issue)
    return list(by_place.values())


def _by_text(issues: Iterable[Issue]) -> Iterator[tuple[Passage, list[Issue]]]:
    """Yield the issues of each text together. They come in the order of the file."""
    same: list[Issue] = []
    for issue in issues:
        if same and same[0].passage and not _is_of_one_text(same[-1], issue):
            yield same[0].passage, same
            same = []
        same.append(issue)
    if same and same[0].passage:
        yield same[0].passage, same


def _is_of_one_text(before: Issue, issue: Issue) -> bool:
    """Return whether the two are of one text. Units may be called alike and read alike, but in one the places rise."""
    one, other = before.passage, issue.passage
    if not (one and other and before.target_span and issue.target_span):
        return False
    is_alike = (one.unit, one.target_language, one.target) == (other.unit, other.target_language, other.target)
    return is_alike and before.target_span.end <= issue.target_span.start


def _after(text: str, issues: list[Issue]) -> str:
    # The last first: an edit must not move the places of those before it.
    for issue in reversed(issues):
        if issue.edit is not None:
            start, end = issue.edit.span
            text = text[:start] + issue.edit.replacement + text[end:]
    return text
