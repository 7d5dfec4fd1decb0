"""Writer: a format that translations can be written in, and what it has no place for."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, BinaryIO

from zhengming.tmx.formats.xml_writing import unwritable
from zhengming.tmx.model import InlineCode
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import Segment, TranslationUnit
    from zhengming.tmx.pair import Pair

__all__ = ["Writer", "balanced", "bilingual", "count_lost", "count_unwritable", "interleaved", "narrowed", "paired"]

#: What the attributes of units and variants say that every format says in its own way.
_COMMON = frozenset({"tuid", "srclang", "xml:lang", "lang"})
_NO_NAME = re.compile(r"[^\w.-]")


@dataclass(frozen=True, slots=True)
class Writer:
    """One kind of file. `write` counts in the last argument, by kind, what the format cannot hold."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Iterable[TranslationUnit], Languages, BinaryIO, Counter[str]], None]


def bilingual(units: Iterable[TranslationUnit], languages: Languages, lost: Counter[str]) -> Iterator[Pair]:
    """Yield each unit's source and target for a format that holds one of each."""
    for unit in units:
        found = [pair for pair in pairs((unit,), *languages, _ignore) if pair.source is pair.source_variant.segment]
        lost["units without text in both languages"] += not found
        if found:
            lost["further languages"] += len(unit.variants) - 2
            yield found[0]


def narrowed(units: Iterable[TranslationUnit], languages: Languages, lost: Counter[str]) -> Iterator[TranslationUnit]:
    """Yield the units with these two languages only."""
    for pair in bilingual(units, languages, lost):
        yield replace(pair.unit, variants=(pair.source_variant, pair.target_variant))


def count_lost(pair: Pair, held: Collection[str], lost: Counter[str]) -> None:
    """Count what a unit has and a format does not hold: all that is not among `held`."""
    unit, variants = pair.unit, (pair.source_variant, pair.target_variant)
    owners = (unit, *variants)
    codes = [code for variant in variants for code in variant.segment.codes if not code.closes]
    has = {
        "notes": sum(len(owner.notes) for owner in owners),
        "properties": sum(len(owner.properties) for owner in owners),
        "states": unit.state is not None,
        "locks": unit.is_locked,
        "unit names": bool(unit.tuid),
        "inline codes": len(codes),
        "texts inside inline codes": sum(len(code.subflows) for code in codes),
        "dates, users and other attributes": sum(len(owner.attributes.keys() - _COMMON) for owner in owners),
        "comments and unknown XML": sum(
            (*(len(owner.others) for owner in owners), *(len(variant.segment.comments) for variant in variants))
        ),
    }
    for kind, count in has.items():
        if kind not in held:
            lost[kind] += count


def count_unwritable(pair: Pair, lost: Counter[str]) -> None:
    """Count what XML has no character for."""
    lost["control characters (now U+FFFD)"] += unwritable(pair.source.text) + unwritable(pair.target.text)


def balanced(segment: Segment) -> tuple[InlineCode, ...]:
    """Return a segment's codes in their order, the borders in pairs, for what XML nests must be closed.

    A closing border without its opening is left out, one that stays open is closed at the end.
    """
    codes: list[InlineCode] = []
    within: list[InlineCode] = []
    for code in sorted(segment.codes, key=lambda code: code.offset):
        if not code.closes:
            codes.append(code)
            if code.is_border:
                within.append(code)
        elif within:
            codes.append(_closing(within.pop(), code.offset))
    return (*codes, *(_closing(code, len(segment.text)) for code in reversed(within)))


def _closing(opening: InlineCode, offset: int) -> InlineCode:
    return InlineCode(opening.element, offset, closes=True)


def interleaved(segment: Segment) -> Iterator[tuple[str, InlineCode | None, str]]:
    """Yield a segment's texts and balanced codes in their order: a text, the code behind it, that code's name.

    A name tells the same code in source and target by the number that ties them, else by its place among its kind.
    """
    done = 0
    names: Counter[str] = Counter()
    for code in balanced(segment):
        text, done = segment.text[done : code.offset], code.offset
        name = ""
        if not code.closes:
            tie = code.attribute("x") or code.attribute("i") or code.attribute("id")
            names[code.element] += 1
            name = _NO_NAME.sub("_", f"{code.element}-{tie or names[code.element]}")
            names[name] += 1
            name = name if names[name] == 1 else f"{name}.{names[name]}"
        yield text, code, name
    yield segment.text[done:], None, ""


def paired(segment: Segment) -> frozenset[str]:
    """Return the numbers that tie one bpt to one ept; without its one fellow, either is an isolated code."""
    began, ended = (
        Counter(code.attribute("i") for code in segment.codes if code.element == element) for element in ("bpt", "ept")
    )
    return frozenset(number for number in began if number is not None and began[number] == ended[number] == 1)


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, which the reading has told."""
