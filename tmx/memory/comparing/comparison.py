"""Two memories compared: units added, removed and changed.

A unit of the one is that of the other which has its tuid; failing that, which says the same; failing that, which has
its source text; failing that, whose source text is like it and that has no other partner. So a memory that has been
exported with new tuids, in another order, differs in nothing.
"""

from __future__ import annotations

from array import array
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import parse
from zhengming.tmx.memory.comparing.index import Index, source_text
from zhengming.tmx.memory.similarity import Likeness, Passage
from zhengming.tmx.pair import source_variant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.model import TranslationUnit

__all__ = ["Change", "Comparison", "Kind", "compare"]

#: What is less alike is another segment.
_LEAST_ALIKE = 60
#: Where more than so many units are left on both sides, nobody reads which of them may be one.
_MOST_LIKENED = 1_000_000
#: What stands before the first unit.
_BEGINNING = -1


class Kind(Enum):
    """What has happened to a unit; the value is its sign."""

    ADDED = "+"
    REMOVED = "-"
    CHANGED = "~"


class Change(NamedTuple):
    """A unit before and after; one of them is None if it was added or removed."""

    before: TranslationUnit | None
    after: TranslationUnit | None

    @property
    def kind(self) -> Kind:
        """What has happened."""
        if self.before is None:
            return Kind.ADDED
        return Kind.REMOVED if self.after is None else Kind.CHANGED

    @property
    def unit(self) -> TranslationUnit:
        """The unit after the change, else before it."""
        found = self.after or self.before
        assert found is not None  # noqa: S101  one of them is there
        return found


class Comparison(NamedTuple):
    """The changes in the order of the later memory, each removal where the unit stood; and how much is the same."""

    changes: tuple[Change, ...]
    same: int
    in_passing: int
    """Units that say the same, and whose notes, properties, dates or names differ."""


def compare(old: Document, new: Document, report: Callable[[Issue], None]) -> Comparison:
    """Return what has changed. `report` is told the faults of the files; if one cannot be read, it says so itself."""
    before = Index(old.read(report), old.wanted.source_language)
    after = Index(new.read(report), new.wanted.source_language)
    partners = _partners(before, after)
    taken = {partner for partner in partners if partner >= 0}
    changed = [
        number
        for number, partner in enumerate(partners)
        if partner < 0 or before.contents[partner] != after.contents[number]
    ]
    gone = [number for number in range(len(before)) if number not in taken]
    olds = _units(old, {*gone, *(partners[number] for number in changed if partners[number] >= 0)})
    news = _units(new, set(changed))
    _liken(partners, [n for n in changed if partners[n] < 0], gone, news, olds)
    same = len(after) - len(changed)
    in_passing = sum(
        before.rests[partner] != after.rests[number]
        for number, partner in enumerate(partners)
        if partner >= 0 and before.contents[partner] == after.contents[number]
    )
    return Comparison(tuple(_in_order(partners, changed, news, olds, len(before))), same, in_passing)


def _partners(before: Index, after: Index) -> array[int]:
    """Return for each later unit the earlier one that it is; -1 for none."""
    partners = array("q", [-1]) * len(after)
    free = set(range(len(before)))
    for ones, others in (
        (before.names, after.names),
        (before.contents, after.contents),
        (before.sources, after.sources),
    ):
        known: dict[int, int] = {}
        for number in sorted(free, reverse=True):
            if ones[number]:
                known[ones[number]] = number
        for number, digest in enumerate(others):
            if partners[number] < 0 and digest and (partner := known.pop(digest, -1)) >= 0:
                partners[number] = partner
                free.discard(partner)
    return partners


def _liken(
    partners: array[int],
    added: list[int],
    gone: list[int],
    news: dict[int, TranslationUnit],
    olds: dict[int, TranslationUnit],
) -> None:
    """Give those added the units gone whose sources are the likest."""
    if len(added) * len(gone) > _MOST_LIKENED:
        return
    free = {number: source for number in gone if (source := _passage(olds[number])) is not None}
    found: list[tuple[int, int, int]] = []
    for number in added:
        source = _passage(news[number])
        if source is not None:
            likeness = Likeness(source)
            alike = (
                (likeness.of(other), number, one) for one, other in free.items() if other.language == source.language
            )
            found += (one for one in alike if one[0] >= _LEAST_ALIKE)
    for _, number, one in sorted(found, key=lambda entry: (-entry[0], entry[1], entry[2])):
        if partners[number] < 0 and one in free:
            partners[number] = one
            del free[one]


def _passage(unit: TranslationUnit) -> Passage | None:
    found = source_variant(unit, None)
    if found is None:
        tag = parse(unit.variants[0].language) if unit.variants and unit.variants[0].language else None
        return Passage(source_text(unit, None), tag.language) if tag is not None else None
    return Passage(found[0].segment.text, found[1].language, found[0].segment.codes)


def _in_order(
    partners: array[int],
    changed: list[int],
    news: dict[int, TranslationUnit],
    olds: dict[int, TranslationUnit],
    earlier: int,
) -> Iterator[Change]:
    """Yield the changes; a unit gone stands behind the unit that stood before it."""
    places = {partner: number for number, partner in enumerate(partners) if partner >= 0}
    following: dict[int, list[int]] = {}
    before = _BEGINNING
    for number in range(earlier):
        if number in places:
            before = places[number]
        else:
            following.setdefault(before, []).append(number)
    differing = set(changed)
    for number in range(_BEGINNING, len(partners)):
        if number in differing:
            partner = partners[number]
            yield Change(olds[partner] if partner >= 0 else None, news[number])
        for gone in following.get(number, ()):
            yield Change(olds[gone], None)


def _units(document: Document, wanted: set[int]) -> dict[int, TranslationUnit]:
    """Read a memory once more, for the units of those numbers."""
    units = enumerate(document.read(_ignore)) if wanted else ()
    return {number: unit for number, unit in units if number in wanted}


def _ignore(issue: Issue) -> None:
    """Take a fault that was told in the first reading."""
