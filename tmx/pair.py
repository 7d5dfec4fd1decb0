"""Pair: the source and target that a check looks at; and which of a unit's variants make one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import agree, parse
from zhengming.tmx.faults import UNKNOWN_LANGUAGE
from zhengming.tmx.traditional import ScriptCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location
    from zhengming.tmx.model import Segment, TranslationUnit, TranslationUnitVariant

__all__ = ["Pair", "pairs", "source_variant"]

_BARE_CHINESE = frozenset({"zh", "zho", "chi", "cmn"})
_MOST_PLANS = 1000


class Pair(NamedTuple):
    """A source and a target segment of one unit: whole variants, or two sub-flows of them."""

    unit: TranslationUnit
    source_variant: TranslationUnitVariant
    target_variant: TranslationUnitVariant
    source_language: Tag
    target_language: Tag
    source: Segment
    target: Segment

    @property
    def name(self) -> str:
        """The unit's tuid, else `#` and its number."""
        return self.unit.name


class _Match(NamedTuple):
    """Which variants of a unit make a pair."""

    source: int
    target: int
    source_language: Tag
    target_language: Tag


def pairs(
    units: Iterable[TranslationUnit],
    source_language: Tag | None,
    target_language: Tag | None,
    report: Callable[[Issue], None],
) -> Iterator[Pair]:
    """Yield the pairs of one file's units: in the languages asked for, else from each unit's own source language.

    What is wrong with language tags goes to `report`, each tag once.
    """
    languages = _Languages(report)
    plans: dict[tuple[str | int | None, ...], list[_Match]] = {}
    for unit in units:
        variants = unit.variants
        marked = _marked_source(variants)
        key = (unit.source_language, marked, *[variant.language for variant in variants])
        matches = plans.get(key)
        if matches is None:
            if len(plans) > _MOST_PLANS:  # a file of strange tags must not fill the memory
                plans.clear()
            tags = [parse(variant.language) if variant.language else None for variant in variants]
            matches = list(_matches(tags, unit.source_language, marked, source_language, target_language))
            plans[key] = matches
            languages.judge(unit, is_paired=bool(matches))
        languages.look_at(unit)
        for match in matches:
            source, target = variants[match.source], variants[match.target]
            one, other = source.segment, target.segment
            yield Pair(unit, source, target, match.source_language, match.target_language, one, other)
            if one.codes and other.codes:
                yield from _subflow_pairs(unit, source, target, match)
    languages.end()


def source_variant(unit: TranslationUnit, wanted: Tag | None) -> tuple[TranslationUnitVariant, Tag] | None:
    """Return the variant that is the source and its language, though there be no target; None if that is not known."""
    tags = [parse(variant.language) if variant.language else None for variant in unit.variants]
    for index in _sources(tags, unit.source_language, _marked_source(unit.variants), wanted):
        tag = tags[index]
        if tag is not None:
            return unit.variants[index], tag
    return None


def _subflow_pairs(
    unit: TranslationUnit, source: TranslationUnitVariant, target: TranslationUnitVariant, match: _Match
) -> Iterator[Pair]:
    """Yield the sub-flows in their order, if both sides have as many."""
    ones, others = source.segment.subflows, target.segment.subflows
    if len(ones) == len(others):
        for one, other in zip(ones, others, strict=True):
            yield Pair(unit, source, target, match.source_language, match.target_language, one, other)


def _marked_source(variants: Sequence[TranslationUnitVariant]) -> int | None:
    """Return the variant that Déjà Vu marks as the source."""
    for index, variant in enumerate(variants):
        for kind in variant.properties:
            if kind.type == "x-issource" and kind.text.strip().lower() == "true":
                return index
    return None


def _matches(
    tags: list[Tag | None], declared: str, marked: int | None, source: Tag | None, target: Tag | None
) -> Iterator[_Match]:
    targets = None if target is None else _best(target, tags)
    sources = _sources(tags, declared, marked, source)
    if source is None and targets is not None and set(sources) <= set(targets):
        # The file was written the other way round.
        sources = [index for index in range(len(tags)) if index not in targets]
    for index in sources:
        spoken = tags[index]
        for other, tag in enumerate(tags):
            if spoken is None or tag is None or other == index:
                continue
            if tag[:3] != spoken[:3] if targets is None else other in targets:
                yield _Match(index, other, spoken, tag)


def _sources(tags: list[Tag | None], declared: str, marked: int | None, wanted: Tag | None) -> list[int]:
    if wanted is not None:
        return _best(wanted, tags)
    if marked is not None:
        return [marked]
    if declared in {"", "*all*"}:
        return [0] if tags else []
    tag = parse(declared)
    if tag is None:
        return []
    return _best(tag, tags) or _best(tag._replace(region=""), tags)


def _best(wanted: Tag, tags: list[Tag | None]) -> list[int]:
    """Return the variants in exactly that language, else those that may serve for it."""
    exact = [index for index, tag in enumerate(tags) if tag is not None and tag[:3] == wanted[:3]]
    return exact or [index for index, tag in enumerate(tags) if tag is not None and agree(wanted, tag)]


class _Languages:
    """Judges the language tags of one file."""

    def __init__(self, report: Callable[[Issue], None]) -> None:
        self._report = report
        self._said: set[tuple[str, Severity]] = set()
        self._script: ScriptCount | None = ScriptCount()
        self._bare: tuple[str, Location] | None = None

    def judge(self, unit: TranslationUnit, *, is_paired: bool) -> None:
        for variant in unit.variants:
            self._judge(variant.language, unit.location._replace(start=variant.position), is_paired=is_paired)
        if unit.source_language != "*all*":
            self._judge(unit.source_language, unit.location, is_paired=is_paired)

    def look_at(self, unit: TranslationUnit) -> None:
        """Take note of text whose tag leaves the script open."""
        script = self._script
        for variant in unit.variants if script is not None else ():
            if script is not None and variant.language.lower() in _BARE_CHINESE:
                script.add(variant.segment.text)
                if self._bare is None and script.is_traditional:
                    self._bare = (variant.language, unit.location._replace(start=variant.position))
        if script is not None and script.is_enough:
            self.end()

    def end(self) -> None:
        """Say what the text says, once."""
        if self._script is not None and self._bare is not None and self._script.is_traditional:
            tag, location = self._bare
            problem = f"“{tag}” is read as Simplified, but the text is Traditional; write zh-Hant"
            self._say(location, Severity.MINOR, problem)
        self._script = None

    def _judge(self, written: str, location: Location, *, is_paired: bool) -> None:
        tag = parse(written) if written else None
        if not written or (tag is not None and tag.is_standard):
            return
        severity = Severity.MAJOR if tag is None and not is_paired else Severity.MINOR
        if (written, severity) in self._said:
            return
        self._said.add((written, severity))
        if tag is not None:
            self._say(location, severity, f"“{written}” is not BCP 47; write {_better(written, tag)}")
        else:
            self._say(location, severity, f"“{written}” is no known language; write a BCP 47 tag such as zh-CN")

    def _say(self, location: Location, severity: Severity, message: str) -> None:
        self._report(Issue(check=UNKNOWN_LANGUAGE, severity=severity, message=message, location=location))


def _better(written: str, tag: Tag) -> str:
    """Return the tag spelled right, and otherwise left as its author had it."""
    hyphened = written.replace("_", "-")
    same = parse(hyphened)
    return hyphened if same is not None and same.is_standard else str(tag)
