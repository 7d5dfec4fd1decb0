"""What makes a file valid XLIFF, as far as it is read: attributes, values and names; for codes see xliff_codes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.check import Severity
from zhengming.tmx.faults import NOT_VALID_XLIFF
from zhengming.tmx.formats.judge import Judge
from zhengming.tmx.formats.xliff_states import QUALIFIERS, STATES_1, STATES_2

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.position import Location

__all__ = ["NMTOKEN", "Rules"]

NMTOKEN = re.compile(r"[\w.:\-\u00b7]+")
#: what no tool needs to read the texts
_COSMETIC = frozenset({"original", "datatype"})
_EITHER = frozenset({"yes", "no"})
_VERSIONS = frozenset("1.0 1.1 1.2 2.0 2.1 2.2".split())
#: attributes that an element must have; “trans-unit” and “unit” tell XLIFF 1 from 2
_REQUIRED = {
    "xliff 1": ("version",),
    "file 1": ("original", "source-language", "datatype"),
    "trans-unit": ("id",),
    "xliff 2": ("version", "srcLang"),
    "file 2": ("id",),
    "group 2": ("id",),
    "unit": ("id",),
}
_VALUES = {
    "trans-unit": {"translate": _EITHER, "approved": _EITHER},
    "group 1": {"translate": _EITHER},
    "target 1": {"state": frozenset(STATES_1), "state-qualifier": frozenset(QUALIFIERS)},
    "file 2": {"translate": _EITHER, "canResegment": _EITHER},
    "group 2": {"translate": _EITHER, "canResegment": _EITHER},
    "unit": {"translate": _EITHER, "canResegment": _EITHER},
    "segment": {"state": frozenset(STATES_2), "canResegment": _EITHER},
}
#: where others than these are not allowed; modules have prefixes, and some may stand here
_ALLOWED = {
    "segment": frozenset({"id", "canResegment", "state", "subState"}),
    "ignorable": frozenset({"id"}),
    "source 2": frozenset({"xml:lang", "xml:space"}),
    "target 2": frozenset({"xml:lang", "xml:space", "order"}),
}
_KNOWN_PREFIXES = frozenset({"xml", "xmlns", "fs", "its", "itsm", "slr", "mda", "mtc", "ctr", "res", "val", "pgs"})
_MOST_IDS = 1_000_000


class Rules(Judge):
    """Judges one XLIFF, as it is read."""

    def __init__(self, report: Callable[[Issue], None]) -> None:
        super().__init__(NOT_VALID_XLIFF, report)
        #: hashes of ids, by what they must differ in
        self._ids: dict[str, set[int]] = {}

    def element(self, name: str, attributes: Mapping[str, str], where: Callable[[], Location]) -> None:
        """Judge the attributes of an element."""
        shown = name.partition(" ")[0]
        for key in _REQUIRED.get(name, ()):
            if not attributes.get(key):
                severity = Severity.MINOR if key in _COSMETIC else Severity.MAJOR
                self.fault("attribute-missing", where(), f"{shown} has no {key}; add it", severity)
        for key, known in _VALUES.get(name, {}).items():
            value = attributes.get(key)
            if value is not None and value not in known and not (name == "target 1" and value.startswith("x-")):
                listed = ", ".join(sorted(known))
                self.fault("attribute-value", where(), f"{key} of {shown} is “{value}”; XLIFF knows {listed}")
        allowed = _ALLOWED.get(name)
        if allowed is not None and not allowed.issuperset(attributes):
            for key in sorted(attributes.keys() - allowed):
                if key.partition(":")[0] not in _KNOWN_PREFIXES or ":" not in key:
                    self.fault("attribute-unknown", where(), f"XLIFF has no {key} in {shown}")
        if name == "segment" and "subState" in attributes:
            self._sub_state(attributes, where)

    def version(self, version: str, where: Callable[[], Location]) -> None:
        """Judge the version that the root element names."""
        if version and version not in _VERSIONS:
            known = ", ".join(sorted(_VERSIONS))
            self.fault("version-unknown", where(), f"version “{version}” is none of {known}")

    def id(self, kind: str, attributes: Mapping[str, str], where: Callable[[], Location], *, is_strict: bool) -> None:
        """Judge an id, which no other of its kind may have until `forget`; XLIFF 1 is less strict about it."""
        value = attributes.get("id")
        if not value:
            return
        if is_strict and not NMTOKEN.fullmatch(value):
            self.fault("id-malformed", where(), f"id “{value}” is no name token; use letters, digits and .-_")
        known = self._ids.setdefault(kind, set())
        name = hash(value)
        if name in known:
            severity = Severity.MAJOR if is_strict else Severity.MINOR
            self.fault("id-duplicate", where(), f"a second {kind} with id “{value}”", severity)
        elif len(known) < _MOST_IDS:
            known.add(name)

    def knows(self, kind: str, value: str) -> bool:
        """Return whether something of that kind has that id."""
        known = self._ids.get(kind, set())
        return hash(value) in known or len(known) >= _MOST_IDS

    def forget(self, *kinds: str) -> None:
        """Begin anew with the ids of these kinds."""
        for kind in kinds:
            self._ids.pop(kind, None)

    def language(self, written: str, wanted: str, name: str, attribute: str, location: Location) -> None:
        """Judge the language of a source or target against the one that the file gives."""
        if written and wanted and written.lower() != wanted.lower():
            self.fault("language-differs", location, f"{name} is in {written}; {attribute} is {wanted}")

    def _sub_state(self, attributes: Mapping[str, str], where: Callable[[], Location]) -> None:
        if "state" not in attributes:
            self.fault("state-missing", where(), "subState without state; add state")
        if ":" not in attributes["subState"]:
            problem = f"subState is “{attributes['subState']}”; it wants a prefix, as in my:value"
            self.fault("attribute-value", where(), problem)
