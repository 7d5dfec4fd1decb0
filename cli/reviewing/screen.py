"""What the terminal shows of a card."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import zip_longest
from typing import TYPE_CHECKING

from zhengming.cli.report.cells import cells, excerpt, shown, wrapped
from zhengming.cli.report.full import lines_of
from zhengming.cli.report.group import Group
from zhengming.cli.report.signs import signs_for
from zhengming.cli.report.summary import counted
from zhengming.cli.reviewing.choices import GENERAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhengming.cli.report.page import Page
    from zhengming.cli.reviewing.cards import Card
    from zhengming.tmx.survey import Context, Use

__all__ = ["HELP", "card_lines", "concordance", "key_lines"]

_MOST_ISSUES = 3
_MOST_FORMS = 4
_MOST_CONTEXTS = 12
HELP = (
    "f  write the proposed words in all places shown; no other byte changes",
    "a  admit: the termbase allows these words too; of mixed renderings, both are let stand",
    "d  deprecate: the termbase names these words as wrong for the concept",
    "o  another concept is meant here: this place is let stand",
    "i  ignore, with a reason: written into .zhengming/ignore.toml",
    "c  concordance: how the concept is rendered elsewhere",
    "e  edit the target text",
    "p  decide place by place",
    "s  skip: the next run asks again        u  undo the last decision",
    "q  quit: what is decided is written     ?  this help",
)


def card_lines(card: Card, number: int, total: int, page: Page) -> Iterator[str]:
    """Yield the card: number, issues with their texts, and how its concept is rendered."""
    yield ""
    yield page.styled(f"[{number}/{total}]", bold=True)
    yield from lines_of(Group(card.issues[:_MOST_ISSUES]), page)
    if len(card.issues) > _MOST_ISSUES:
        files = counted(len({issue.location.path for issue in card.issues}), "file")
        yield f"  and {counted(len(card.issues) - _MOST_ISSUES, 'more place')}; in all {len(card.issues)} in {files}"
    if card.is_mixed and card.use:
        yield from wrapped(_renderings(card.use, page), page.width)


def key_lines(offered: Mapping[str, str], page: Page, *, can_undo: bool) -> Iterator[str]:
    """Yield the keys, as many to a line as fit."""
    general = {key: label for key, label in GENERAL.items() if can_undo or key != "u"}
    line = ""
    for label in (shown(label, page.encoding) for label in (*offered.values(), *general.values())):
        if line and cells(line) + 2 + cells(label) > page.width:
            yield line
            line = ""
        line = f"{line}  {label}" if line else label
    yield line


def concordance(use: Use, page: Page) -> Iterator[str]:
    """Yield how the concept is rendered, each form with some of its places, in turn, so that none is crowded out."""
    yield from wrapped(_renderings(use, page), page.width)
    signs = signs_for(page)
    for context in _in_turn(use):
        yield page.styled(shown(str(context.location), page.encoding), dim=True)
        for text, span, sign in (
            (context.source, context.source_span, signs.source),
            (context.target, context.target_span, signs.target),
        ):
            part = excerpt(text, span, page.width - 2, page.encoding, signs.dots)
            yield f"  {part.text}"
            if span is not None:
                yield f"  {' ' * part.start}{sign * part.width}"
    left = sum(use.counts.values()) - _MOST_CONTEXTS
    if left > 0:
        yield f"and {counted(left, 'more place')}: zhengming report -o report.html"


def _in_turn(use: Use) -> list[Context]:
    by_form: dict[str, list[Context]] = defaultdict(list)
    for context in use.contexts:
        by_form[context.rendering].append(context)
    rounds = zip_longest(*by_form.values())
    return [context for turn in rounds for context in turn if context is not None][:_MOST_CONTEXTS]


def _renderings(use: Use, page: Page) -> str:
    """Return the renderings, the most usual first, each as it is mostly written and with how many files have it."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    files: dict[str, set[str]] = defaultdict(set)
    for context in use.contexts:
        words = context.target[slice(*context.target_span)] if context.target_span else "(nothing found)"
        written[context.rendering][words] += 1
        files[context.rendering].add(context.location.path)
    parts: list[str] = []
    for form, count in use.counts.most_common(_MOST_FORMS):
        ((words, _),) = written[form].most_common(1)
        parts.append(f"{words} x{count:,} ({counted(len(files[form]), 'file')})")
    if len(use.counts) > _MOST_FORMS:
        parts.append(signs_for(page).dots)
    return shown(" | ".join(parts), page.encoding)
