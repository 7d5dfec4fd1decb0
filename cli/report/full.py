"""The report for people: every issue with its two texts, the words in question underlined in both."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.cli.report.cells import cells, excerpt, shown, wrapped
from zhengming.cli.report.group import grouped, is_fixable, remark
from zhengming.cli.report.signs import SEVERITY_COLOURS, signs_for
from zhengming.cli.report.summary import counted, summary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.cli.report.group import Group
    from zhengming.cli.report.page import Page
    from zhengming.cli.result import Result
    from zhengming.termbase.issue import Issue, Passage
    from zhengming.termbase.position import Span

__all__ = ["lines_of", "write"]

#: The issues of a group past this many get a line each: who has seen five of a kind knows the sixth.
_MOST_EXCERPTS = 5
_MOST_RELATED = 3
_MOST_EXPECTED = 5
_INDENT = 2


def write(result: Result, page: Page) -> None:
    """Write the issues in groups of a kind, then the summary."""
    listed = page.listed(result.standing)
    for group in grouped(listed):
        page.write("\n".join(lines_of(group, page)) + "\n\n")
    if not page.is_quiet:
        for line in summary(result, listed):
            page.write("\n".join(wrapped(line, page.width)) + "\n")


def lines_of(group: Group, page: Page) -> Iterator[str]:
    """Yield what the report shows of a group: headlines, places, texts, notes."""
    width = max(map(_gutter, group.issues[:_MOST_EXCERPTS]))
    number = 0
    for line, issues in group.runs:
        yield from _headline(line, issues, page)
        for issue in issues:
            number += 1
            yield _place(issue, page, width, with_found=number > _MOST_EXCERPTS)
            if issue.passage is not None and number <= _MOST_EXCERPTS:
                yield from _texts(issue, issue.passage, page, width)
    yield from _related(group, page, width)
    yield from _notes(group, page, width)


def _headline(line: str, issues: list[Issue], page: Page) -> Iterator[str]:
    first = issues[0]
    fixable = " [*]" if any(map(is_fixable, issues)) else ""
    label = f"{first.check.code} {first.severity} {first.check.name}{fixable}"
    places = f"  ({len(issues)} places)" if len(issues) > 1 else ""
    first_line, *more = wrapped(f"{label}  {shown(line, page.encoding)}{places}", page.width, 2 * _INDENT)
    # The label may be styled only after the wrapping has measured it.
    yield (
        page.styled(first_line[: len(label)], fg=SEVERITY_COLOURS[first.severity], bold=True) + first_line[len(label) :]
    )
    yield from (" " * 2 * _INDENT + piece for piece in more)


def _gutter(issue: Issue) -> int:
    return max((cells(label) for label in _labels(issue.passage)), default=_INDENT) if issue.passage else _INDENT


def _labels(passage: Passage) -> tuple[str, str]:
    """Return what to call the two languages: no more of the tags than tells them apart."""
    source, target = passage.source_language, passage.target_language
    short = source.partition("-")[0], target.partition("-")[0]
    return (source, target) if short[0] == short[1] else short


def _place(issue: Issue, page: Page, width: int, *, with_found: bool) -> str:
    unit = f"  unit {shown(issue.passage.unit, page.encoding)}" if issue.passage and issue.passage.unit else ""
    found = f"  “{shown(issue.found, page.encoding)}”" if with_found and issue.found else ""
    place = page.styled(shown(str(issue.location), page.encoding), bold=True)
    return f"{' ' * width}{signs_for(page).place} {place}{unit}{found}"


def _texts(issue: Issue, passage: Passage, page: Page, width: int) -> Iterator[str]:
    signs = signs_for(page)
    source, target = (label.rjust(width) for label in _labels(passage))
    yield from _text(source, passage.source, issue.source_span, _Mark(signs.source, "blue", issue.concept or ""), page)
    mark = _Mark(signs.target, SEVERITY_COLOURS[issue.severity], shown(remark(issue), page.encoding))
    yield from _text(target, passage.target, issue.target_span, mark, page)


class _Mark(NamedTuple):
    """How a span is underlined, and what is said beside the line."""

    sign: str
    colour: str
    remark: str


def _text(label: str, text: str, span: Span | None, mark: _Mark, page: Page) -> Iterator[str]:
    signs = signs_for(page)
    room = page.width - len(label) - len(signs.bar) - 1
    part = excerpt(text, span, room, page.encoding, signs.dots)
    yield page.styled(label + signs.bar, dim=True) + f" {part.text}".rstrip()
    if span is None or not part.width:
        return
    gutter = page.styled(" " * len(label) + signs.bar, dim=True)
    line = page.styled(mark.sign * part.width, fg=mark.colour, bold=True)
    size = cells(mark.remark) + _INDENT if mark.remark else 0
    if part.start + part.width + size <= room:
        yield f"{gutter} {' ' * part.start}{line}" + (f"{' ' * _INDENT}{mark.remark}" if mark.remark else "")
    elif size <= part.start:
        yield f"{gutter} {' ' * (part.start - size)}{mark.remark}{' ' * _INDENT}{line}"
    else:
        yield f"{gutter} {' ' * part.start}{line}"
        yield from (f"{gutter} {piece}" for piece in wrapped(mark.remark, room))


def _related(group: Group, page: Page, width: int) -> Iterator[str]:
    related = list(dict.fromkeys(related for issue in group.issues for related in issue.related))
    others = [one for one in related if not group.names_concept(one)]
    for one in others[:_MOST_RELATED]:
        place = shown(str(one.location), page.encoding)
        start = f"{' ' * width}{signs_for(page).related} {place}"
        room = max(page.width - cells(start) - 2 * _INDENT, 2 * _INDENT)
        part = excerpt(one.text, None, room, page.encoding, signs_for(page).dots)
        yield f"{start}  {part.text}" if group.issues[0].passage is None else f"{start}  “{part.text}”"
    if len(others) > _MOST_RELATED:
        yield f"{' ' * width}  and {counted(len(others) - _MOST_RELATED, 'more place')}"


def _notes(group: Group, page: Page, width: int) -> Iterator[str]:
    first = group.issues[0]
    notes = [("why", first.why or "")] if first.why else []
    if len(first.expected) > 1 and first.edit is None:
        forms = ", ".join(f"“{form}”" for form in first.expected[:_MOST_EXPECTED])
        notes.append(("use", forms + (", …" if len(first.expected) > _MOST_EXPECTED else "")))
    if group.fix:
        notes.append(("fix", group.fix))
    for name, text in notes:
        start = f"{' ' * width}= {name}: "
        first_line, *more = wrapped(shown(text, page.encoding), page.width - len(start))
        yield start + first_line
        yield from (" " * len(start) + line for line in more)
