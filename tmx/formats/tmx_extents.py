"""From where to where in a TMX its units are written, so that they can be cut out and the rest stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengming.tmx.formats.xml_stream import XmlStream

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from typing import BinaryIO

__all__ = ["Cut", "Extent", "copy_extents", "copy_outside", "extents", "of_file"]

_BLANKS = " \t\r\n"
_BLOCK = 1 << 16
_LONGEST_TAG = 1 << 12


class Extent(NamedTuple):
    """A stretch of a file in bytes; that of a unit begins with the space before its `tag`."""

    start: int
    end: int
    tag: int = -1


class Cut(NamedTuple):
    """A file taken apart: `head` is what stands before the first unit, `tail` what follows the last one."""

    head: Extent
    units: tuple[Extent, ...]
    tail: Extent


def extents(stream: BinaryIO, path: str, starts: Container[int]) -> Iterator[Extent]:
    """Yield where the units are that begin at those bytes, without the space before, in the order of the file.

    `starts` are places of units that a reader has yielded. Raise UnreadableFile as it does.
    """
    finder = _Finder(XmlStream(stream, path), starts)
    for _ in finder.xml.parse():
        yield from finder.drained()


class _Finder:
    """What expat calls as elements open and close."""

    def __init__(self, xml: XmlStream, starts: Container[int]) -> None:
        self.xml = xml
        self._starts = starts
        self._ready: list[Extent] = []
        self._depth = 0
        self._within = 0  # how deep the unit is that we are in; 0 outside
        self._start = 0
        xml.parser.StartElementHandler = self._open
        xml.parser.EndElementHandler = self._close

    def drained(self) -> list[Extent]:
        ready, self._ready = self._ready, []
        return ready

    def _open(self, name: str, _attributes: dict[str, str]) -> None:
        self._depth += 1
        if not self._within and (name == "tu" or name.endswith(":tu")):
            start = self.xml.byte(self.xml.parser.CurrentByteIndex)
            if start in self._starts:
                self._start, self._within = start, self._depth

    def _close(self, name: str) -> None:
        if self._depth == self._within:
            self._within = 0
            self._ready.append(Extent(self._start, self.xml.byte(self._end(name)), self._start))
        self._depth -= 1

    def _end(self, name: str) -> int:
        """Return where the element ends that expat has just closed, after its end tag if it has one."""
        index = self.xml.parser.CurrentByteIndex
        tag = self.xml.cut(index, index + len(name) + _LONGEST_TAG)
        opening = f"</{name}".encode()
        if not tag.startswith(opening) or tag[len(opening) : len(opening) + 1] not in b"> \t\r\n":
            return index  # <tu/> has none, and expat stands behind it
        end = tag.find(b">")
        if end < 0:
            self.xml.refuse(f"the end tag of {name} is longer than {_LONGEST_TAG:,} bytes")
        return index + end + 1


def of_file(stream: BinaryIO, path: str, starts: Container[int]) -> Cut:
    """Return a file taken apart at the units that begin at those bytes. The stream is one that can be sought."""
    stream.seek(0)
    found = XmlStream(stream, path).text
    blanks = tuple(character.encode(found.encoding) for character in _BLANKS)
    stream.seek(0)
    tags = list(extents(stream, path, starts))
    size = stream.seek(0, 2)
    units: list[Extent] = []
    done = len(found.mark)
    for start, end, tag in tags:
        units.append(Extent(_before_blanks(stream, start, done, blanks), end, tag))
        done = end
    first = units[0].start if units else size
    return Cut(Extent(0, first), tuple(units), Extent(done if units else size, size))


def copy_extents(stream: BinaryIO, wanted: Iterable[Extent], out: BinaryIO) -> None:
    """Copy those stretches, one behind the other."""
    for start, end, _ in wanted:
        stream.seek(start)
        left = end - start
        while left > 0 and (block := stream.read(min(left, _BLOCK))):
            out.write(block)
            left -= len(block)


def copy_outside(stream: BinaryIO, unwanted: Sequence[Extent], out: BinaryIO) -> None:
    """Copy all but those stretches, which stand in the order of the file."""
    size = stream.seek(0, 2)
    ends = [0, *(extent.end for extent in unwanted)]
    starts = [*(extent.start for extent in unwanted), size]
    copy_extents(stream, map(Extent, ends, starts), out)


def _before_blanks(stream: BinaryIO, start: int, floor: int, blanks: tuple[bytes, ...]) -> int:
    """Return where the white space begins that ends at `start`; it does not reach below `floor`."""
    width = len(blanks[0])
    while start > floor:
        size = min(_LONGEST_TAG, start - floor)
        stream.seek(start - size)
        block = stream.read(size)
        kept = len(block)
        while kept and block[kept - width : kept] in blanks:
            kept -= width
        start -= size - kept
        if kept:
            break
    return start
