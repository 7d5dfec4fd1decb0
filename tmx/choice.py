"""Choice: which units of a file are looked at, by how far their translation has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.model import State

if TYPE_CHECKING:
    from zhengming.tmx.model import TranslationUnit

__all__ = ["EVERY_UNIT", "FINISHED", "Choice"]


class Choice(NamedTuple):
    """Which units are to be looked at, where a file says how far they are."""

    states: frozenset[State]
    has_locked: bool = False

    def includes(self, unit: TranslationUnit) -> bool:
        """Return whether that unit is one."""
        return (unit.state is None or unit.state in self.states) and (self.has_locked or not unit.is_locked)


#: what nobody has set otherwise: no drafts, and nothing that the translator may not change
FINISHED = Choice(frozenset(State) - {State.DRAFT})
EVERY_UNIT = Choice(frozenset(State), has_locked=True)
