"""What is remembered of each unit of a memory while it is read: numbers only, for there may be millions."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Position
from zhengming.tmx.memory import identity
from zhengming.tmx.memory.cleaning.lengths import Lengths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["Fault", "Ledger", "direction_of"]


class Fault(NamedTuple):
    """Why a unit had better go: the kind, what is to be said of it, and the number of the unit that stays instead."""

    kind: str
    message: str
    instead: int = 0


class Ledger:
    """Units by their number, from 1, and pairs in the order of reading."""

    def __init__(self) -> None:
        self._lines, self._columns = array("L", [0]), array("L", [0])
        self.starts = array("q", [-1])
        self.dates = array("q", [0])
        self.exact, self.near = array("Q", [0]), array("Q", [0])
        #: how many variants a unit has besides that of its source
        self.others = array("H", [0])
        self.pair_units, self.pair_sources, self.pair_targets = array("L"), array("Q"), array("Q")
        self._directions: list[str] = []
        self._pair_directions = array("H")
        self.lengths: defaultdict[str, tuple[Lengths, array[int]]] = defaultdict(lambda: (Lengths(), array("L")))
        self.faults: dict[int, dict[str, Fault]] = {}

    def __len__(self) -> int:
        return len(self.starts) - 1

    def add(self, unit: TranslationUnit) -> None:
        """Take note of the next unit."""
        place = unit.position or Position(0, 0)
        self._lines.append(place.line)
        self._columns.append(place.column)
        self.starts.append(-1 if place.byte is None else place.byte)
        self.dates.append(identity.changed(unit))
        self.exact.append(identity.exact(unit))
        self.near.append(identity.near(unit))
        self.others.append(max(len(unit.variants) - 1, 0))

    def add_pair(self, pair: Pair) -> None:
        """Take note of a pair of the unit added last; of texts inside codes nothing is kept."""
        if pair.target is not pair.target_variant.segment:
            return
        direction = direction_of(pair)
        if pair.source.text.strip() and pair.target.text.strip():
            if direction not in self._directions:
                self._directions.append(direction)
            self.pair_units.append(len(self))
            self._pair_directions.append(self._directions.index(direction))
            self.pair_sources.append(identity.of_source(pair))
            self.pair_targets.append(identity.of_target(pair))
            lengths, units = self.lengths[direction]
            lengths.add(pair.source.text, pair.target.text)
            units.append(len(self))

    def accuse(self, number: int, direction: str, fault: Fault) -> None:
        """Write down a fault of a unit in one direction; the first that is found there counts."""
        self.faults.setdefault(number, {}).setdefault(direction, fault)

    def accuse_pair(self, index: int, fault: Fault) -> None:
        """Write down a fault of the unit and direction of a pair."""
        self.accuse(self.pair_units[index], self._directions[self._pair_directions[index]], fault)

    def is_accused(self, index: int) -> bool:
        """Return whether the unit of a pair is wrong in the direction of the pair, or altogether."""
        number, found = self.pair_units[index], self.faults.get(self.pair_units[index], {})
        return self._directions[self._pair_directions[index]] in found or self.is_condemned(number)

    def is_condemned(self, number: int) -> bool:
        """Return whether the unit is wrong in every language it has besides that of its source."""
        found = self.faults.get(number, {})
        return "" in found or (bool(found) and len(found) >= self.others[number])

    def condemned(self) -> Iterator[tuple[int, Fault]]:
        """Yield the units that had better go, by number, each with its first fault."""
        for number, found in sorted(self.faults.items()):
            if self.is_condemned(number):
                yield number, next(iter(found.values()))

    def stays(self, fault: Fault) -> int:
        """Return the number of the unit that stays in the end instead of one with that fault; 0 for none.

        What stays instead of one may have gone for another.
        """
        number = fault.instead
        while number and self.is_condemned(number):
            number = next(iter(self.faults[number].values())).instead
        return number

    def position(self, number: int) -> Position:
        """Return where that unit begins."""
        start = self.starts[number]
        return Position(self._lines[number], self._columns[number], None if start < 0 else start)


def direction_of(pair: Pair) -> str:
    """Return from what into what a pair is."""
    return f"{pair.source_language}→{pair.target_language}"
