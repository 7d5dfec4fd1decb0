"""When two units say the same: digests, for a memory may hold millions of them."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

from zhengming.termbase.language import parse
from zhengming.termbase.text.normal import fold_characters
from zhengming.tmx.checks.divergence import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.tmx.model import Segment, TranslationUnit, TranslationUnitVariant
    from zhengming.tmx.pair import Pair

__all__ = ["changed", "context", "digest", "exact", "near", "of_source", "of_target", "of_text", "rest", "said"]

#: Properties by which tools tell units of the same text apart: Trados, memoQ, OmegaT, Phrase, gettext.
_CONTEXT = re.compile(r"(?:x-)?(?:po-)?(?:context.*|prev(?:ious)?\b.*|next\b.*|id|key|path)", re.IGNORECASE)
#: Three stops are no stop: in a program they say that a window opens.
_STOP = re.compile(r"(?<![.。])\s?[.。]$")
_LANGUAGE = frozenset({"lang", "xml:lang"})
_DIGITS = re.compile(r"\D")
_DATE_DIGITS = 14


def exact(unit: TranslationUnit) -> int:
    """Return the digest of all that a unit says: in each language the text with its codes, and the context."""
    return digest(
        _parts(unit, ((variant.language, variant.segment.text, variant.segment) for variant in unit.variants))
    )


def near(unit: TranslationUnit) -> int:
    """Return the digest that units share which differ in case, width, spacing, kinds of dash and a last stop only."""
    return digest(
        _parts(unit, ((variant.language, _nearly(variant.segment.text), variant.segment) for variant in unit.variants))
    )


def _nearly(text: str) -> str:
    return _STOP.sub("", " ".join(fold_characters(text).split())) or text


def said(unit: TranslationUnit) -> int:
    """Return the digest of the texts of a unit with their codes, whatever its context."""
    return digest(_parts(unit, ((v.language, v.segment.text, v.segment) for v in unit.variants))[1:])


def rest(unit: TranslationUnit) -> int:
    """Return the digest of all else that a unit has: names, dates, users, notes, properties, state."""
    holders: tuple[TranslationUnit | TranslationUnitVariant, ...] = (unit, *unit.variants)
    state = unit.state.value if unit.state is not None else ""
    kept = ([item for item in sorted(h.attributes.items()) if item[0] not in _LANGUAGE] for h in holders)
    written = [repr((a, h.properties, h.notes, h.others)) for a, h in zip(kept, holders, strict=True)]
    return digest([unit.context, state, str(unit.is_locked), *written])


def of_text(text: str, unit: TranslationUnit) -> int:
    """Return the digest of a text in the context of a unit."""
    return digest((text, context(unit)))


def of_source(pair: Pair) -> int:
    """Return the digest that pairs share which C001 takes for one source."""
    return digest((*key(pair, pair.source), context(pair.unit)))


def of_target(pair: Pair) -> int:
    """Return the digest that pairs share which C001 takes for one target."""
    return digest((plain(pair.target.text),))


def context(unit: TranslationUnit) -> str:
    """Return what sets a unit apart from others of the same text, as the format or a tool has written it down."""
    holders: tuple[TranslationUnit | TranslationUnitVariant, ...] = (unit, *unit.variants)
    kept = [f"{p.type}={p.text}" for holder in holders for p in holder.properties if _CONTEXT.fullmatch(p.type)]
    return "\0".join([unit.context, *kept])


def changed(unit: TranslationUnit) -> int:
    """Return when a unit or one of its variants was last changed, as the number YYYYMMDDhhmmss; 0 if nothing says."""
    holders: tuple[TranslationUnit | TranslationUnitVariant, ...] = (unit, *unit.variants)
    written = (one.attributes.get("changedate") or one.attributes.get("creationdate", "") for one in holders)
    return max(map(_date, written))


def _date(written: str) -> int:
    digits = _DIGITS.sub("", written)[:_DATE_DIGITS]
    return int(digits.ljust(_DATE_DIGITS, "0")) if digits.isascii() and digits else 0


def _parts(unit: TranslationUnit, said: Iterable[tuple[str, str, Segment]]) -> list[str]:
    """Return what makes up a unit, whatever the order of its languages and however their tags are spelled."""
    variants = sorted((str(parse(written) or written), text, _codes(segment)) for written, text, segment in said)
    return [context(unit), *("\x01".join(variant) for variant in variants)]


def _codes(segment: Segment) -> str:
    """Return the codes of a segment, each with its place among the words."""
    if not segment.codes:
        return ""
    words = [len(_nearly(segment.text[: code.offset])) for code in segment.codes]
    return repr(
        [(at, code.element, code.attributes, code.content) for at, code in zip(words, segment.codes, strict=True)]
    )


def digest(parts: Iterable[str]) -> int:
    """Return 64 bits that texts share which are the same, on every machine and in every run."""
    written = "\0".join(parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(written, digest_size=8).digest(), "big")
