"""A line for each check that found something, and what it found most."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from zhengming.cli.report.cells import cells, excerpt
from zhengming.cli.report.signs import signs_for
from zhengming.cli.report.summary import counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.check import Check
    from zhengming.termbase.issue import Issue

__all__ = ["write"]

_MOST_EXAMPLES = 3
_LONGEST_EXAMPLE = 40
_REASONS = {"ignore": "ignored", "baseline": "in the baseline"}


def write(result: Result, page: Page) -> None:
    """Write the table, most issues first."""
    by_check: dict[Check, list[Issue]] = defaultdict(list)
    for issue in result.issues:
        by_check[issue.check].append(issue)
    rows = [_row(check, issues, page) for check, issues in by_check.items()]
    rows.sort(key=lambda row: (-int(row[0].replace(",", "")), row[1]))
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        number, *texts = row
        padded = (text + " " * (width - cells(text)) for text, width in zip(texts, widths[1:], strict=True))
        line = f"{number:>{widths[0] + 2}}  {'  '.join(padded)}"
        page.write(line.rstrip() + "\n")


def _row(check: Check, issues: list[Issue], page: Page) -> tuple[str, ...]:
    standing = [issue for issue in issues if issue.suppressed is None]
    files = len({issue.location.path for issue in standing})
    said = [*_suppressed(issues), ", ".join(_examples(standing, page))]
    return f"{len(standing):,}", check.code, check.name, counted(files, "file"), "; ".join(filter(None, said))


def _suppressed(issues: Iterable[Issue]) -> Iterator[str]:
    counts = Counter(issue.suppressed for issue in issues if issue.suppressed is not None)
    yield from (f"{counts[kind]:,} {words}" for kind, words in _REASONS.items() if counts[kind])


def _examples(issues: Iterable[Issue], page: Page) -> Iterator[str]:
    """Yield what is found most: the term, and what stands for it where that is known."""
    arrow = "->" if page.is_ascii else "→"
    seen = Counter((issue.term or "", issue.found or "") for issue in issues)
    for (term, found), _ in seen.most_common(_MOST_EXAMPLES):
        parts = [
            excerpt(text, None, _LONGEST_EXAMPLE, page.encoding, signs_for(page).dots).text
            for text in (term, found)
            if text
        ]
        if parts:
            yield f" {arrow} ".join(parts)
