"""What makes a file valid TMX: the DTDs 1.1 to 1.4 as tables, and the rules that only the specification's prose has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.termbase.language import agree, parse
from zhengming.tmx.faults import NOT_VALID_TMX
from zhengming.tmx.formats.judge import Judge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Location
    from zhengming.tmx.model import InlineCode, Segment, TranslationUnit

__all__ = ["Rules"]

_VERSIONS = ("1.1", "1.2", "1.3", "1.4")
_OFTEN = (
    "o-encoding datatype usagecount lastusagedate creationtool creationtoolversion"
    " creationdate creationid changedate changeid o-tmf"
)
#: element: attributes it must have, attributes it may have
_ATTRIBUTES = {
    "tmx": ("version", ""),
    "header": (
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype",
        "o-encoding creationdate creationid changedate changeid",
    ),
    "body": ("", ""),
    "note": ("", "o-encoding xml:lang lang"),
    "prop": ("type", "o-encoding xml:lang lang"),
    "ude": ("name", "base"),
    "map": ("unicode", "code ent subst"),
    "tu": ("", f"{_OFTEN} tuid segtype srclang"),
    "tuv": ("", f"{_OFTEN} xml:lang lang"),
    "seg": ("", ""),
    "bpt": ("i", "x type"),
    "ept": ("i", ""),
    "it": ("pos", "x type"),
    "ph": ("", "x assoc type"),
    "hi": ("", "x type"),
    "sub": ("", "datatype type"),
    "ut": ("", "x"),
}
_REQUIRED = {name: frozenset(required.split()) for name, (required, _) in _ATTRIBUTES.items()}
_ALLOWED = {name: frozenset(f"{required} {more}".split()) for name, (required, more) in _ATTRIBUTES.items()}
_VALUES = {
    "segtype": frozenset({"block", "paragraph", "sentence", "phrase"}),
    "pos": frozenset({"begin", "end"}),
}
_CODES = frozenset({"bpt", "ept", "it", "ph", "hi", "ut"})
_JUDGED = frozenset({"creationdate", "changedate", "lastusagedate", "tuid", *_VALUES})
_DATE = re.compile(r"\d{8}T\d{6}Z")
_NUMBER = re.compile(r"\d+")
_MOST_REMEMBERED = 4096
_LISA = re.compile(r"https?://www\.lisa\.org/tmx14/?")


class Rules(Judge):
    """Judges one TMX, as it is read."""

    def __init__(self, report: Callable[[Issue], None]) -> None:
        super().__init__(NOT_VALID_TMX, report)
        self._version = "1.4"
        #: an element and its attributes, if they are right: those whose values are to be judged
        self._judged: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._good_codes: set[tuple[str, tuple[tuple[str, str], ...]]] = set()
        self._faults = 0
        #: what is wrong with the languages of a unit, by its srclang, its header's and its variants' languages
        self._verdicts: dict[tuple[str, ...], tuple[tuple[int, str, Severity, str], ...]] = {}

    def fault(self, rule: str, location: Location, problem: str, severity: Severity = Severity.MAJOR) -> None:
        """Report that the rule of that name is broken."""
        self._faults += 1
        super().fault(rule, location, problem, severity)

    def root(self, attributes: Mapping[str, str], where: Callable[[], Location]) -> None:
        """Judge the root element, and take its version for the rest of the file."""
        version = attributes.get("version", "")
        if version in _VERSIONS:
            self._version = version
        elif version == "1.4b":
            self.fault("version-1.4b", where(), "the DTD knows only 1.4; write version=“1.4”", Severity.MINOR)
        elif version:
            self.fault("version-unknown", where(), f"version “{version}” is none of {', '.join(_VERSIONS)}")
        spaces = {name for name, value in attributes.items() if name.startswith("xmlns") and _LISA.fullmatch(value)}
        if spaces:
            self.fault("namespace", where(), "TMX on its own has no namespace; remove xmlns", Severity.MINOR)
        self.element("tmx", {name: value for name, value in attributes.items() if name not in spaces}, where)

    def element(self, name: str, attributes: Mapping[str, str], where: Callable[[], Location]) -> None:
        """Judge the attributes of an element."""
        key = (name, *attributes)
        judged = self._judged.get(key)
        if judged is None:
            judged = self._names(name, attributes, where)
        for attribute in judged:
            value = attributes[attribute]
            if attribute == "tuid":
                self._tuid(value, where)
            elif attribute in _VALUES:
                self._value(name, attribute, value, where)
            elif not _DATE.fullmatch(value):
                problem = f"{attribute} is “{value}”; TMX wants YYYYMMDDThhmmssZ"
                self.trait("date", f"{name} {attribute}", where(), problem)

    def _tuid(self, tuid: str, where: Callable[[], Location]) -> None:
        if not tuid.isprintable() or " " in tuid:
            self.fault("tuid-space", where(), f"tuid “{tuid}” has white space in it; remove it", Severity.MINOR)

    def _value(self, name: str, attribute: str, value: str, where: Callable[[], Location]) -> None:
        if value not in _VALUES[attribute]:
            known = ", ".join(sorted(_VALUES[attribute]))
            self.fault("attribute-value", where(), f"{attribute} of {name} is “{value}”; TMX knows {known}")

    def user_encoding(self, base: str | None, maps: Sequence[Mapping[str, str]], location: Location) -> None:
        """Judge a ude and its maps."""
        for attributes in maps:
            self.element("map", attributes, lambda: location)
        if not maps:
            self.fault("element-missing", location, "ude has no map")
        if base is None and any("code" in attributes for attributes in maps):
            self.fault("ude-without-base", location, "a map with code needs the base of its ude; add base")

    def space(self, location: Location) -> None:
        """Report white space at the border of a segment."""
        self.fault("seg-space", location, "white space at the border of seg; remove it", Severity.MINOR)

    def codes(self, segment: Segment, location: Location) -> None:
        """Judge a segment's codes, and those of its sub-flows."""
        pairing = _Pairing()
        for code in segment.codes:
            if code.closes:
                continue
            attributes = dict(code.attributes)
            if (code.element, code.attributes) not in self._good_codes:
                self._code(code, attributes, location)
            for rule, severity, problem in pairing.add(code.element, attributes) if attributes else ():
                self.fault(rule, location, problem, severity)
            for subflow in code.subflows:
                self.element("sub", dict(subflow.attributes), lambda: location)
                self.codes(subflow.segment, location)
        for i in pairing.open:
            self.fault("bpt-unpaired", location, f"bpt i=“{i}” has no ept after it; close it or write it as it")

    def unit(self, unit: TranslationUnit) -> None:
        """Judge a unit's languages."""
        variants = unit.variants
        key = (unit.attributes.get("srclang", ""), unit.header.source_language, *[v.language for v in variants])
        verdict = self._verdicts.get(key)
        if verdict is None:
            if len(self._verdicts) > _MOST_REMEMBERED:  # a file of strange tags must not fill the memory
                self._verdicts.clear()
            verdict = self._verdicts[key] = tuple(_languages(key[0], key[1], list(key[2:])))
        for index, rule, severity, problem in verdict:
            location = unit.location
            if index >= 0:
                location = location._replace(start=variants[index].position)
            if rule == "srclang-differs":
                self.trait(rule, key[0], location, problem)
            else:
                self.fault(rule, location, problem, severity)

    def _names(self, name: str, attributes: Mapping[str, str], where: Callable[[], Location]) -> tuple[str, ...]:
        """Judge which attributes there are; return those whose values are to be judged too."""
        missing = _REQUIRED[name] - attributes.keys()
        unknown = attributes.keys() - _ALLOWED[name]
        if self._version in {"1.1", "1.2"}:
            unknown |= attributes.keys() & {"xml:lang"}
        elif name == "tuv" and "lang" in attributes:
            missing |= {"xml:lang"} - attributes.keys()
        for key in sorted(missing):
            self.fault("attribute-missing", where(), f"{name} has no {key}; add it")
        for key in sorted(unknown):
            self.fault("attribute-unknown", where(), f"TMX {self._version} has no {key} in {name}")
        judged = tuple(key for key in attributes if key in _JUDGED)
        if not missing and not unknown:
            self._judged[name, *attributes] = judged
        return judged

    def _code(self, code: InlineCode, attributes: Mapping[str, str], location: Location) -> None:
        """Judge a code by itself; one that is right is not judged again."""
        faults = self._faults
        if code.element not in _CODES:
            self.fault("element-unknown", location, f"TMX has no {code.element} in seg")
            return
        self.element(code.element, attributes, lambda: location)
        self._numbers(code.element, attributes, location)
        if code.element == "ut":
            self.trait("ut-used", "", location, "ut is deprecated since TMX 1.4; use bpt, ept, it or ph")
        if faults == self._faults and len(self._good_codes) < _MOST_REMEMBERED:
            self._good_codes.add((code.element, code.attributes))

    def _numbers(self, element: str, attributes: Mapping[str, str], location: Location) -> None:
        for key in ("i", "x"):
            value = attributes.get(key)
            if value is not None and not _NUMBER.fullmatch(value):
                self.fault(f"{key}-not-numeric", location, f"{key} of {element} is “{value}”; write a number")
            elif key == "x" and value == "0":
                self.trait("x-from-zero", "", location, "x counts from 0; some tools count from 1 and refuse it")


class _Pairing:
    """Ties the codes of one segment by their i and x."""

    def __init__(self) -> None:
        #: the i of each bpt that still waits for its ept
        self.open: dict[str, None] = {}
        self._begun: set[str] = set()
        self._ties: set[tuple[str, str]] = set()

    def add(self, element: str, attributes: Mapping[str, str]) -> Iterator[tuple[str, Severity, str]]:
        """Yield what is wrong with the next code: rule, severity, problem."""
        i, x = attributes.get("i", ""), attributes.get("x")
        if element == "bpt":
            if i in self._begun:
                yield "bpt-duplicate", Severity.MAJOR, f"two bpt with i=“{i}” in one seg; number them apart"
            self._begun.add(i)
            self.open[i] = None
        elif element == "ept":
            if i not in self.open:
                yield "ept-unpaired", Severity.MAJOR, f"ept i=“{i}” has no bpt before it; open it or write it as it"
            self.open.pop(i, None)
        if x is not None:
            if (element, x) in self._ties:
                yield "x-duplicate", Severity.MINOR, f"two {element} with x=“{x}” in one seg; number them apart"
            self._ties.add((element, x))


def _languages(own: str, header: str, languages: list[str]) -> Iterator[tuple[int, str, Severity, str]]:
    """Yield what is wrong with a unit's languages: the variant (-1 for the unit), rule, severity, problem."""
    for index, language in enumerate(languages):
        if not language:
            yield index, "language-missing", Severity.MAJOR, "tuv without language; add xml:lang"
        elif language.lower() in [other.lower() for other in languages[:index]]:
            yield index, "language-twice", Severity.MINOR, f"a second variant in {language}"
    if len(languages) == 1:
        yield -1, "tuv-single", Severity.MINOR, "a unit with one variant translates nothing"
    if own and own.lower() != header.lower():
        yield -1, "srclang-differs", Severity.MINOR, f"srclang is {own} here and {header or 'missing'} in the header"
    source = own or header
    if not languages or not source or source == "*all*":
        return
    if source.lower() in [language.lower() for language in languages]:
        return
    wanted, found = parse(source), [parse(language) for language in languages]
    if wanted is not None and any(tag is not None and _same(wanted, tag) for tag in found):
        return
    if wanted is not None and any(tag is not None and _is_near(wanted, tag) for tag in found):
        yield -1, "srclang-region", Severity.MINOR, f"srclang is {source}; the unit has it only with another region"
        return
    yield -1, "source-missing", Severity.MAJOR, f"no variant in the source language, {source}"


def _same(wanted: Tag, found: Tag) -> bool:
    return wanted[:3] == found[:3]


def _is_near(wanted: Tag, found: Tag) -> bool:
    return agree(wanted._replace(region=""), found)
