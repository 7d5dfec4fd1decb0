"""Units that say the same, and units that say the same otherwise: which of them stays."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.memory.cleaning import kinds
from zhengming.tmx.memory.cleaning.ledger import Fault

if TYPE_CHECKING:
    from array import array
    from collections.abc import Iterator

    from zhengming.tmx.memory.cleaning.ledger import Ledger

__all__ = ["Kept", "accuse_duplicates", "accuse_other_targets"]


class Kept(Enum):
    """Which of several targets of one source stays."""

    NEWEST = "newest"
    FREQUENT = "frequent"


class _Use(NamedTuple):
    """How a target is used: when last, how often, and by which pair last."""

    date: int
    uses: int
    pair: int


def accuse_duplicates(ledger: Ledger, kind: str) -> None:
    """Of units that say the same all go but the newest; of equally old ones the first stays."""
    digests, what = (ledger.exact, "the same as") if kind == kinds.DUPLICATE else (ledger.near, "nearly the same as")
    for numbers in _groups(ledger, digests):
        stays = max(numbers, key=lambda number: (ledger.dates[number], -number))
        for number in numbers:
            if number != stays:
                ledger.accuse(number, "", Fault(kind, what, stays))


def _groups(ledger: Ledger, digests: array[int]) -> Iterator[list[int]]:
    """Yield the numbers of units of one digest, where there are several without a fault."""
    first: dict[int, int] = {}
    several: defaultdict[int, list[int]] = defaultdict(list)
    for number in range(1, len(digests)):
        if not ledger.is_condemned(number) and (other := first.setdefault(digests[number], number)) != number:
            several[other].append(number)
    for number, others in several.items():
        yield [number, *others]


def accuse_other_targets(ledger: Ledger, kept: Kept) -> None:
    """Of units with one source and several targets those go that do not have the target that stays.

    The newest target stays, or the most frequent; each decides where the other does not, and last the later unit.
    """
    for indices in _torn(ledger):
        uses: dict[int, _Use] = {}
        for index in indices:
            date, count, _ = uses.get(ledger.pair_targets[index], _Use(0, 0, 0))
            date = max(date, ledger.dates[ledger.pair_units[index]])
            uses[ledger.pair_targets[index]] = _Use(date, count + 1, index)
        if len(uses) < 2:  # noqa: PLR2004  what was left of them agrees
            continue
        stays, use = max(uses.items(), key=lambda item: _rank(item[1], kept))
        for index in indices:
            target = ledger.pair_targets[index]
            if target != stays:
                fault = Fault(kinds.OTHER_TARGET, _why(uses[target], use, kept), ledger.pair_units[use.pair])
                ledger.accuse_pair(index, fault)


def _torn(ledger: Ledger) -> Iterator[list[int]]:
    """Yield the pairs, by their index, of each source that has more than one target."""
    targets: dict[int, int] = {}
    torn: dict[int, list[int]] = {}
    for source, target in zip(ledger.pair_sources, ledger.pair_targets, strict=True):
        if targets.setdefault(source, target) != target:
            torn.setdefault(source, [])
    for index, source in enumerate(ledger.pair_sources if torn else ()):
        if source in torn and not ledger.is_accused(index):
            torn[source].append(index)
    yield from torn.values()


def _rank(use: _Use, kept: Kept) -> tuple[int, int, int]:
    return use if kept is Kept.NEWEST else (use.uses, use.date, use.pair)


def _why(loser: _Use, winner: _Use, kept: Kept) -> str:
    """Say what the target that stays has over this one."""
    is_newer, is_commoner = winner.date > loser.date, winner.uses > loser.uses
    if is_newer and (kept is Kept.NEWEST or not is_commoner):
        return "the same source has a newer target in"
    if is_commoner:
        return f"the same source has another target x{winner.uses}, the last in"
    return "the same source has another target, further down, in"
