"""The form of TMX that the most tools take (what OmegaT, Okapi and the Maxprograms tools match by)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zhengming.termbase.language import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from zhengming.tmx.model import Header, InlineCode, Segment, TranslationUnit, TranslationUnitVariant

__all__ = ["exchange_header", "exchange_tag", "exchange_unit"]

_REQUIRED = {
    "creationtool": "unknown",
    "creationtoolversion": "unknown",
    "segtype": "sentence",
    "o-tmf": "unknown",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "unknown",
}
#: Tools compare tags as strings, and know Chinese by region.
_CHINESE_REGION = {"Hans": "CN", "Hant": "TW"}


def exchange_tag(written: str) -> str:
    """Return a language tag as other tools expect it: zh-CN, en-US; what is no tag comes back as it is."""
    tag = parse(written) if written and written != "*all*" else None
    if tag is None:
        return written
    if tag.language == "zh":
        return f"zh-{tag.region or _CHINESE_REGION.get(tag.script, 'CN')}"
    return str(tag)


def exchange_header(header: Header) -> Header:
    """Return the header with all that TMX requires, and without a namespace on its root."""
    attributes = {**_REQUIRED, **header.attributes}
    attributes["srclang"] = exchange_tag(attributes["srclang"])
    prefixes = {name: value for name, value in header.root.items() if name.startswith("xmlns:")}
    return replace(header, attributes=attributes, root={"version": "1.4", **prefixes})


def exchange_unit(unit: TranslationUnit, header: Header) -> TranslationUnit:
    """Return the unit as it is written under that header."""
    attributes = {name: value for name, value in unit.attributes.items() if name != "srclang"}
    source = exchange_tag(unit.source_language)
    if source and source != header.source_language:
        attributes["srclang"] = source
    numbers = _numbers(unit)
    variants = tuple(_variant(variant, numbers) for variant in unit.variants)
    return replace(unit, attributes=attributes, variants=variants, header=header)


def _variant(variant: TranslationUnitVariant, numbers: Mapping[str, str]) -> TranslationUnitVariant:
    language = exchange_tag(variant.language)
    rest = {name: value for name, value in variant.attributes.items() if name not in {"lang", "xml:lang"}}
    attributes = {"xml:lang": language, **rest} if language else rest
    return replace(variant, language=language, attributes=attributes, segment=_trimmed(variant.segment, numbers))


def _numbers(unit: TranslationUnit) -> dict[str, str]:
    """Return the unit's x values, numbered from 1 in the order in which they come."""
    numbers: dict[str, str] = {}
    for variant in unit.variants:
        for value in _ties(variant.segment):
            numbers.setdefault(value, str(len(numbers) + 1))
    return numbers


def _ties(segment: Segment) -> Iterator[str]:
    for code in segment.codes:
        value = code.attribute("x")
        if value is not None:
            yield value
        for subflow in code.subflows:
            yield from _ties(subflow.segment)


def _trimmed(segment: Segment, numbers: Mapping[str, str]) -> Segment:
    """Return the segment without space around it."""
    text = segment.text.strip()
    cut = len(segment.text) - len(segment.text.lstrip()) if text else 0
    return replace(
        segment,
        text=text,
        codes=tuple(_renumbered(_moved(code, cut, len(text)), numbers) for code in segment.codes),
        comments=tuple(_moved(comment, cut, len(text)) for comment in segment.comments),
        origin=None,
    )


def _moved(code: InlineCode, cut: int, length: int) -> InlineCode:
    return code._replace(offset=min(max(code.offset - cut, 0), length))


def _renumbered(code: InlineCode, numbers: Mapping[str, str]) -> InlineCode:
    attributes = tuple((name, numbers[value] if name == "x" else value) for name, value in code.attributes)
    subflows = tuple(subflow._replace(segment=_with_numbers(subflow.segment, numbers)) for subflow in code.subflows)
    return code._replace(attributes=attributes, subflows=subflows)


def _with_numbers(segment: Segment, numbers: Mapping[str, str]) -> Segment:
    return replace(segment, codes=tuple(_renumbered(code, numbers) for code in segment.codes))
