"""XLIFF 1.0 to 2.2, read in a stream: the root element says which."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location
from zhengming.tmx.formats.format import NOTHING_KNOWN
from zhengming.tmx.formats.xliff_1 import Xliff1
from zhengming.tmx.formats.xliff_2 import Xliff2
from zhengming.tmx.formats.xliff_file import XliffFile
from zhengming.tmx.formats.xml_stream import XmlStream
from zhengming.tmx.formats.xml_walk import XmlWalk, contradiction

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.formats.xml_walk import Attributes
    from zhengming.tmx.model import TranslationUnit

__all__ = ["read"]

_OWN = re.compile(r"urn:oasis:names:tc:xliff:document:[\d.]+")
_ELEMENTS = frozenset("xliff file body group trans-unit unit segment ignorable source target".split())


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted = NOTHING_KNOWN
) -> Iterator[TranslationUnit]:
    """Yield the units; raise UnreadableFile, after those before it, where the file cannot be read on."""
    return _Reader(stream, path, report, wanted).units()


class _Reader:
    """Reads one file once."""

    def __init__(self, stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted) -> None:
        self._xml = XmlStream(stream, path)
        self._report = report
        self._walk = XmlWalk(self._xml, self._unexpected, _OWN.fullmatch)
        self._file = XliffFile(self._xml, self._walk, report, wanted)
        self._dialect: Xliff1 | Xliff2 | None = None

    def units(self) -> Iterator[TranslationUnit]:
        fault = contradiction(self._xml)
        if fault:
            self._report(fault)
        try:
            for _ in self._xml.parse():
                yield from self._drained()
        except UnreadableFile:
            yield from self._drained()
            raise

    def _drained(self) -> list[TranslationUnit]:
        ready, self._file.ready = self._file.ready, []
        return ready

    def _unexpected(self, name: str, attributes: Attributes) -> None:
        if self._dialect is None:
            self._open_root(name, attributes)
            return
        element = name.removeprefix(self._file.prefix)
        level = self._walk.level.name
        if element in _ELEMENTS and ("xmlns" not in attributes or _OWN.fullmatch(attributes["xmlns"])):
            self._file.rules.fault("element-misplaced", self._xml.location(), f"{element} may not stand in {level}")
        else:
            self._dialect.pass_over(name)
        self._walk.skip()

    def _open_root(self, name: str, attributes: Attributes) -> None:
        prefix, _, local = name.rpartition(":")
        space = attributes.get(f"xmlns:{prefix}" if prefix else "xmlns", "")
        if local != "xliff" or (space and not _OWN.fullmatch(space)):
            problem = f"no XLIFF: the root element is “{name}”"
            raise UnreadableFile(
                Location(self._xml.path, self._xml.position()), f"{problem} of {space}" if space else problem
            )
        self._file.prefix = f"{prefix}:" if prefix else ""
        version = attributes.get("version", "")
        self._file.rules.version(version, self._xml.location)
        is_second = version.startswith("2") or (not version.startswith("1") and "srcLang" in attributes)
        self._file.rules.element("xliff 2" if is_second else "xliff 1", attributes, self._xml.location)
        self._dialect = Xliff2(self._file, attributes) if is_second else Xliff1(self._file, attributes)
        self._walk.enter(self._dialect.level)
