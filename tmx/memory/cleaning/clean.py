"""Clean: which units of a memory had better go, each with the reason. Nothing is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.language import parse
from zhengming.termbase.position import Location
from zhengming.tmx.memory.cleaning import kinds
from zhengming.tmx.memory.cleaning.language import other_language, other_script
from zhengming.tmx.memory.cleaning.ledger import Fault, Ledger, direction_of
from zhengming.tmx.memory.cleaning.removal import removal_of
from zhengming.tmx.memory.cleaning.twins import Kept, accuse_duplicates, accuse_other_targets
from zhengming.tmx.pair import pairs
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.document import Document
    from zhengming.tmx.memory.cleaning.removal import Removal
    from zhengming.tmx.model import TranslationUnit
    from zhengming.tmx.pair import Pair
    from zhengming.tmx.render import Reading

__all__ = ["Cleaning", "clean"]

_BARE_CHINESE = frozenset({"zh", "zho", "chi", "cmn"})


class Cleaning(NamedTuple):
    """The removals in the order of the file, and how many units it has."""

    removals: tuple[Removal, ...]
    units: int
    partly: int
    """Units that are wrong in one of their languages and right in another; they stay."""
    borders: frozenset[int] = frozenset()
    """The bytes at which the first and the last unit of the file begin."""


def clean(  # noqa: PLR0913  what is read, what is looked for, and what decides
    document: Document,
    termbase: Termbase,
    chosen: Collection[str],
    report: Callable[[Issue], None],
    *,
    kept: Kept = Kept.NEWEST,
    is_let_through: Callable[[Issue], bool] = lambda _: False,
) -> Cleaning:
    """Return which units had better go for one of the kinds of fault chosen (see cleaning.kinds).

    What a unit is wrong in itself for goes first; of those that are left, twins go. `report` is told the faults of the
    file; if it cannot be read to its end, document.is_unreadable says so.
    """
    ledger = Ledger()
    _read(document, ledger, chosen, report)
    _check(document, termbase, ledger, {code for code in chosen if code in kinds.SELECTABLE}, is_let_through)
    if kinds.LENGTH_OUTLIER in chosen:
        _accuse_outliers(ledger)
    # Before the duplicates go, for how often a target is used is told by them.
    if kinds.OTHER_TARGET in chosen:
        accuse_other_targets(ledger, kept)
    for kind in (kinds.DUPLICATE, kinds.NEAR_DUPLICATE):
        if kind in chosen:
            accuse_duplicates(ledger, kind)
    removals = tuple(_removals(document, ledger))
    borders = frozenset((ledger.starts[1], ledger.starts[-1])) if len(ledger) else frozenset[int]()
    return Cleaning(removals, len(ledger), len(ledger.faults) - len(removals), borders)


def _read(document: Document, ledger: Ledger, chosen: Collection[str], report: Callable[[Issue], None]) -> None:
    """Read the memory once, and write down what can be said of a unit without the checks."""

    def noted(units: Iterable[TranslationUnit]) -> Iterator[TranslationUnit]:
        for unit in units:
            ledger.add(unit)
            for direction, fault in _of_unit(unit):
                if fault.kind in chosen:
                    ledger.accuse(len(ledger), direction, fault)
            yield unit

    languages = document.wanted.source_language, document.wanted.target_language
    for pair in pairs(noted(document.read(report)), *languages, _ignore):
        for fault in _of_pair(pair):
            if fault.kind in chosen:
                ledger.accuse(len(ledger), direction_of(pair), fault)
        ledger.add_pair(pair)


def _of_unit(unit: TranslationUnit) -> Iterator[tuple[str, Fault]]:
    """Yield the faults of a unit that keep it from making pairs, each with the language that has it; "" for all."""
    for variant in unit.variants:
        if parse(variant.language or "") is None:
            problem = f"“{variant.language}” is no known language" if variant.language else "a language is not named"
            yield f"→{variant.language}", Fault(kinds.UNKNOWN_TAG, problem)
    texts = [variant for variant in unit.variants if variant.segment.text.strip()]
    if not texts:
        yield "", Fault(kinds.INCOMPLETE, "no text at all")
    elif len(unit.variants) < 2:  # noqa: PLR2004  one language
        yield "", Fault(kinds.INCOMPLETE, f"no language but {unit.variants[0].language}")
    elif _lacks_source(unit):
        yield "", Fault(kinds.INCOMPLETE, "no text in the source")


def _lacks_source(unit: TranslationUnit) -> bool:
    """Return whether the unit has variants in its source language, and none of them has a text."""
    source = parse(unit.source_language) if unit.source_language not in {"", "*all*"} else None
    tags = [parse(variant.language or "") for variant in unit.variants]
    sources = [
        variant
        for variant, tag in zip(unit.variants, tags, strict=True)
        if tag is not None and source is not None and tag.language == source.language
    ]
    return bool(sources) and not any(variant.segment.text.strip() for variant in sources)


def _of_pair(pair: Pair) -> Iterator[Fault]:
    if pair.source.text.strip() == pair.target.text.strip():
        return  # A002
    sides = (
        ("source", pair.source.text, pair.source_language, pair.source_variant.language),
        ("target", pair.target.text, pair.target_language, pair.target_variant.language),
    )
    for side, text, tag, written in sides:
        if other := other_language(text, tag):
            yield Fault(kinds.WRONG_LANGUAGE, f"the {side} ({written}) is written in {other}")
        elif written.lower() not in _BARE_CHINESE and (other := other_script(text, tag)):
            yield Fault(kinds.WRONG_SCRIPT, f"the {side} ({written}) is written in {other} characters")


def _check(
    document: Document, termbase: Termbase, ledger: Ledger, codes: set[str], is_let_through: Callable[[Issue], bool]
) -> None:
    """Let the checks look at each pair, and write down what they find, unless it weighs less than it usually does."""
    codes = codes - {kinds.OTHER_TARGET, kinds.UNKNOWN_TAG}
    if not codes or document.is_unreadable:
        return
    looked_at: list[Pair] = []

    def observe(reading: Reading) -> None:
        looked_at[:] = [reading.pair]

    for issue in review([document], termbase, codes, observe):
        pair = looked_at[0]
        if issue.severity >= issue.check.severity and not is_let_through(issue):
            ledger.accuse(pair.unit.number, direction_of(pair), Fault(issue.check.code, issue.message))


def _accuse_outliers(ledger: Ledger) -> None:
    for direction, (lengths, units) in ledger.lengths.items():
        for pair, times, deviations in lengths.outliers():
            how = f"{times:.1f} times longer" if times > 1 else f"{1 / times:.1f} times shorter"
            message = f"the target is {how} than those of such sources are here ({abs(deviations):.0f} deviations)"
            ledger.accuse(units[pair], direction, Fault(kinds.LENGTH_OUTLIER, message))


def _removals(document: Document, ledger: Ledger) -> Iterator[Removal]:
    """Read the memory once more for what the units say that are to go."""
    condemned = dict(ledger.condemned())
    for unit in document.read(_ignore) if condemned else ():
        if (fault := condemned.get(unit.number)) is not None:
            stays = ledger.stays(fault)
            yield removal_of(unit, fault, Location(document.path, ledger.position(stays)) if stays else None)


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, of which a kind tells, or of a file that was told in the first reading."""
