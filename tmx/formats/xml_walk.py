"""A walk through the elements of an XML file: those that are read as they come, and those read whole at their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.issue import Issue
from zhengming.termbase.position import Location, Position
from zhengming.tmx.faults import MALFORMED_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zhengming.tmx.formats.xml_stream import XmlStream

__all__ = ["DEEPEST", "Attributes", "Level", "XmlWalk", "contradiction"]

DEEPEST = 256

Attributes = dict[str, str]


class Level:
    """An element whose children are read as they come: what each opens, by its name, and what is done at the end."""

    __slots__ = ("close", "name", "openers")

    def __init__(self, name: str, close: Callable[[], None]) -> None:
        self.name = name
        self.close = close
        self.openers: Mapping[str, Callable[[Attributes], None]] = {}


class XmlWalk:
    """Where in one file expat stands.

    What opens an element must `enter` a level or `read_whole`. An element that the level does not expect, or that
    stands in a namespace of its own, goes to `unexpected`, which must do so too.
    """

    def __init__(
        self, xml: XmlStream, unexpected: Callable[[str, Attributes], None], is_own: Callable[[str], object]
    ) -> None:
        self._xml = xml
        self._unexpected = unexpected
        self._is_own = is_own
        self._levels = [Level("", _nothing)]
        self._depth = 0
        # How deep the element is that is read whole, where it began and what is to be done at its end.
        self._whole = 0
        self._finish: Callable[[], None] = _nothing
        self.start = 0
        self.place = Position(1, 1, 0)
        xml.parser.StartElementHandler, xml.parser.EndElementHandler = self._open, self._close

    @property
    def level(self) -> Level:
        """The innermost element that is read as it comes."""
        return self._levels[-1]

    def is_within(self, level: Level) -> bool:
        """Return whether that element is open."""
        return level in self._levels

    def enter(self, level: Level) -> None:
        """Read the element that has just opened as it comes."""
        self._levels.append(level)

    def read_whole(self, finish: Callable[[], None]) -> None:
        """Call `finish` at the end of the element that has just opened, with what stands in it still at hand."""
        xml = self._xml
        self._whole = self._depth
        self._finish = finish
        self.place = xml.position()
        self.start = xml.needed = xml.parser.CurrentByteIndex

    def skip(self, _attributes: Attributes | None = None) -> None:
        """Pass over the element that has just opened."""
        self._whole = self._depth
        self._finish = _nothing

    def _open(self, name: str, attributes: Attributes) -> None:
        depth = self._depth = self._depth + 1
        if depth > DEEPEST:
            self._xml.refuse(f"elements stand more than {DEEPEST} deep in each other")
        if self._whole:
            return
        opener = self._levels[-1].openers.get(name)
        if opener is None or ("xmlns" in attributes and not self._is_own(attributes["xmlns"])):
            self._unexpected(name, attributes)
        else:
            opener(attributes)

    def _close(self, _name: str) -> None:
        depth = self._depth
        self._depth = depth - 1
        if not self._whole:
            self._levels.pop().close()
        elif depth == self._whole:
            self._whole = 0
            self._finish()
            self._xml.needed = None


def _nothing() -> None:
    """Take the end of an element that asks for nothing."""


def contradiction(xml: XmlStream) -> Issue | None:
    """Return the fault of a file that calls itself by another encoding than it is in."""
    text = xml.text
    if not text.contradiction:
        return None
    return Issue(
        check=MALFORMED_FILE,
        severity=MALFORMED_FILE.severity,
        message=f"the file says that it is {text.contradiction}, but it is {text.encoding.upper()}; correct it",
        location=Location(xml.path, Position(1, 1, len(text.mark))),
    )
