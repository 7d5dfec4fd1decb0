"""The examples on the pages of the checks are run as they stand.

A fenced block is a small file, and carets under a line of it mark every issue that stands, counted in display cells:
a Han character is two wide. A block without carets has no issue. The kinds of block:

- `zh-en`, `en-zh`: sentences with their translations, each line a language tag and a segment as TMX writes it; an
  empty line ends a unit
- `tmx`, `xlf`: a whole file
- `csv`: on the pages of the G checks a termbase to be checked; elsewhere the termbase for the blocks after it
- `toml`, `jsonl`: an ignore.toml, a baseline.jsonl for the next block of sentences
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from zhengming.cli.registry import all_checks
from zhengming.cli.suppression import baseline, ignore, suppress
from zhengming.cli.suppression.decisions import Decisions
from zhengming.termbase.checks import CHECKS
from zhengming.termbase.formats import table
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

PAGES = Path(__file__).parents[2] / "docs" / "checks"
TODAY = date(2026, 1, 15)
NO_TERMS = "id,zh-Hans,en\n"
FILES = frozenset({"tmx", "xlf"})
CARETS = re.compile(r"[ ^]*\^[ ^]*")


class Mark(NamedTuple):
    """What is marked: a line of a block, and from which cell to which."""

    file: str
    line: int
    start: int
    end: int


class Block(NamedTuple):
    """A fenced block without its carets, and what they mark. `context` holds the blocks that bear on it."""

    place: str
    kind: str
    lines: tuple[str, ...]
    marks: frozenset[Mark]
    context: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        return "".join(f"{line}\n" for line in self.lines)


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page."""
    lines = iter(enumerate(page.read_text(encoding="utf-8").split("\n"), 1))
    for number, line in lines:
        if line.startswith("```"):
            kept: list[str] = []
            marks: set[Mark] = set()
            for _, inner in lines:
                if inner == "```":
                    break
                if CARETS.fullmatch(inner):
                    marks.update(Mark(line[3:], len(kept), *run.span()) for run in re.finditer(r"\^+", inner))
                else:
                    kept.append(inner)
            yield Block(f"{page.name}:{number}", line[3:], tuple(kept), frozenset(marks))


def examples() -> Iterator[Block]:
    """Yield the blocks that are to be run, each with those it depends on."""
    for page in sorted(PAGES.glob("*.md")):
        context: dict[str, Block] = {}
        for block in blocks(page):
            if block.kind in {"zh-en", "en-zh", *FILES} or page.name[0] == "G":
                yield block._replace(context=tuple(context.values()))
                context = {kind: kept for kind, kept in context.items() if kind == "csv"}
            else:
                context[block.kind] = block


@pytest.mark.parametrize("block", list(examples()), ids=lambda block: block.place)
def test_an_example_has_the_issues_that_its_carets_mark(block: Block, tmp_path: Path) -> None:
    issues = list(issues_of(block, tmp_path))
    expected = block.marks.union(*(kept.marks for kept in block.context))
    assert {marked(issue, block) for issue in issues} == expected, [str(issue.message) for issue in issues]
    assert {issue.check.code for issue in issues} <= {block.place[:4]}


def issues_of(block: Block, folder: Path) -> Iterator[Issue]:
    """Yield the issues of the block that nothing lets stand."""
    codes = set(all_checks())
    context = {kept.kind: kept for kept in block.context}
    if block.kind == "csv":
        yield from faults(block.text)
        return
    decisions = Decisions(folder=Path.cwd(), baseline="jsonl")
    if "toml" in context:
        decisions = Decisions(folder=Path.cwd(), ignores=ignore.parsed(context["toml"].text, "toml"))
    if "jsonl" in context:
        (folder / "baseline.jsonl").write_text(context["jsonl"].text, encoding="utf-8")
        entries = baseline.read(folder / "baseline.jsonl", "jsonl")
        decisions = Decisions(folder=Path.cwd(), entries=entries, baseline="jsonl")
    terms = context["csv"].text if "csv" in context else NO_TERMS
    is_file = block.kind in FILES
    text = block.text if is_file else "".join(line for line, _ in tmx_lines(block.lines))
    document = Document(f"{block.kind}.{block.kind if is_file else 'tmx'}", content=text.encode())
    found = list(review([document], termbase_of(terms), codes))
    outcome = suppress(found, decisions, document.ignores, codes=codes, is_whole=True, today=TODAY)
    yield from (issue for issue in outcome.issues if issue.suppressed is None)
    yield from outcome.remarks


def faults(text: str) -> Iterator[Issue]:
    found: list[Issue] = []
    termbase = table.read(text.encode(), "csv", found.append)
    yield from found
    for check in CHECKS:
        yield from check.examine(termbase)


def termbase_of(text: str) -> Termbase:
    problems: list[Issue] = []
    termbase = table.read(text.encode(), "terms", problems.append)
    assert problems == []
    return termbase


def tmx_lines(lines: Iterable[str]) -> Iterator[tuple[str, int]]:
    """Yield a line of TMX for each line, and how much further right its segment stands in it."""
    listed = list(lines)
    source = listed[0].partition(" ")[0]
    before = (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        f'adminlang="en" srclang="{source}" datatype="plaintext"/><body><tu>'
    )
    for number, line in enumerate(listed):
        tag, _, segment = line.partition(" ")
        opening = f'<tuv xml:lang="{tag}"><seg>' if tag else "</tu><tu>"
        closing = "</seg></tuv>" if tag else ""
        start = before if number == 0 else ""
        end = "</tu></body></tmx>" if number == len(listed) - 1 else ""
        yield f"{start}{opening}{segment}{closing}{end}\n", len(start + opening) - len(tag) - 1


def marked(issue: Issue, block: Block) -> Mark:
    """Return where the issue's carets stand; one caret where an issue has a place but no extent."""
    path, start, end, _ = issue.location
    assert start is not None
    kind = Path(path).stem
    lines = next(kept.lines for kept in (block, *block.context) if kept.kind == kind)
    line = lines[start.line - 1]
    shift = list(tmx_lines(lines))[start.line - 1][1] if kind in {"zh-en", "en-zh"} else 0
    first = cells(line[: start.column - 1 - shift])
    last = cells(line[: end.column - 1 - shift]) if end is not None and end.line == start.line else first
    return Mark(kind, start.line, first, max(last, first + 1))


def cells(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
