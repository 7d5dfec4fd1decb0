"""Figures of memories: how many units, in which languages, by whom, since when, and how many of them are twins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.termbase.language import parse
from zhengming.tmx.memory import identity
from zhengming.tmx.memory.volume import NOTHING, Volume, volume
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.model import TranslationUnit, TranslationUnitVariant

__all__ = ["Figures", "figures"]


@dataclass(slots=True)
class Figures:
    """What is counted of a file, or of several."""

    path: str
    units: int = 0
    volumes: dict[str, Volume] = field(default_factory=dict[str, Volume])
    """By the language as files spell it."""
    duplicates: int = 0
    """Units that say what an earlier one says."""
    near_duplicates: int = 0
    """Units that nearly do, and are no duplicates."""
    divided_sources: int = 0
    """Source segments that have more than one target."""
    divided_units: int = 0
    """Units that have such a source."""
    empty: int = 0
    """Variants without a text."""
    first: int = 0
    last: int = 0
    """When the first and the last unit with a date was changed, as YYYYMMDDhhmmss; 0 if none has one."""
    users: Counter[str] = field(default_factory=Counter[str])
    tools: Counter[str] = field(default_factory=Counter[str])
    states: Counter[str] = field(default_factory=Counter[str])
    locked: int = 0
    properties: Counter[str] = field(default_factory=Counter[str])

    def take(self, unit: TranslationUnit) -> None:
        """Count what a unit is in itself."""
        self.units += 1
        self.locked += unit.is_locked
        self.states[unit.state.value if unit.state is not None else ""] += 1
        for variant in unit.variants:
            tag = parse(variant.language) if variant.language else None
            name = str(tag) if tag is not None and tag.is_standard else variant.language
            has_text = bool(variant.segment.text.strip())
            self.empty += not has_text
            self.volumes[name] = self.volumes.get(name, NOTHING).plus(
                volume(variant.segment.text) if has_text else NOTHING
            )
        date = identity.changed(unit)
        if date:
            self.first = min(self.first or date, date)
            self.last = max(self.last, date)
        holders: Sequence[TranslationUnit | TranslationUnitVariant] = (unit, *unit.variants)
        users = (one.attributes.get("changeid") or one.attributes.get("creationid", "") for one in holders)
        self.users.update(filter(None, users))
        self.tools[_tool(unit)] += 1
        self.properties.update({kept.type for holder in holders for kept in holder.properties})

    def absorb(self, other: Figures) -> None:
        """Count what has been counted of another file, but for twins, which two files may share."""
        self.units += other.units
        self.locked += other.locked
        self.empty += other.empty
        for name, one in other.volumes.items():
            self.volumes[name] = self.volumes.get(name, NOTHING).plus(one)
        if other.first:
            self.first = min(self.first or other.first, other.first)
            self.last = max(self.last, other.last)
        for own, counts in (
            (self.users, other.users),
            (self.tools, other.tools),
            (self.states, other.states),
            (self.properties, other.properties),
        ):
            own.update(counts)


def figures(documents: Iterable[Document], report: Callable[[Issue], None]) -> Iterator[Figures]:
    """Yield the figures of each file and, behind several, those of all with the path ""."""
    whole, twins_of_all = Figures(""), _Twins()
    files = 0
    for document in documents:
        found, twins = Figures(document.path), _Twins()
        files += 1
        languages = document.wanted.source_language, document.wanted.target_language
        for pair in pairs(_noted(document.read(report), found, (twins, twins_of_all)), *languages, _ignore):
            if pair.target is pair.target_variant.segment and pair.source.text.strip() and pair.target.text.strip():
                source, target = identity.of_source(pair), identity.of_target(pair)
                twins.add_pair(source, target)
                twins_of_all.add_pair(source, target)
        twins.tell(found)
        whole.absorb(found)
        yield found
    if files > 1:
        twins_of_all.tell(whole)
        yield whole


def _noted(units: Iterable[TranslationUnit], found: Figures, twins: Sequence[_Twins]) -> Iterator[TranslationUnit]:
    for unit in units:
        found.take(unit)
        exact, near = identity.exact(unit), identity.near(unit)
        for kept in twins:
            kept.add(exact, near)
        yield unit


class _Twins:
    """Counts units that say the same, and sources that are rendered in more than one way."""

    def __init__(self) -> None:
        self._exact: set[int] = set()
        self._near: set[int] = set()
        self._exact_twins = self._near_twins = 0
        self._targets: dict[int, int] = {}
        self._uses: Counter[int] = Counter()
        self._divided: set[int] = set()

    def add(self, exact: int, near: int) -> None:
        if exact in self._exact:
            self._exact_twins += 1
        elif near in self._near:
            self._near_twins += 1
        self._exact.add(exact)
        self._near.add(near)

    def add_pair(self, source: int, target: int) -> None:
        self._uses[source] += 1
        if self._targets.setdefault(source, target) != target:
            self._divided.add(source)

    def tell(self, found: Figures) -> None:
        found.duplicates, found.near_duplicates = self._exact_twins, self._near_twins
        found.divided_sources = len(self._divided)
        found.divided_units = sum(self._uses[source] for source in self._divided)


def _tool(unit: TranslationUnit) -> str:
    """Return what has made a unit: what it says itself, else what the file says."""
    return unit.attributes.get("creationtool") or unit.header.attributes.get("creationtool", "")


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, which `check` tells."""
