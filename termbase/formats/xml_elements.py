"""XML termbases, entry by entry: expat tells what is well-formed and where it is, and no other file is ever read."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.encodings import SUPERSETS, marked

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Element", "elements", "root_name"]

_WIDE = ("utf-16-le", "utf-16-be")
_DECLARATION = re.compile(rb"""<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_ROOT = re.compile(r"<(?:[^\s<>/!?:]+:)?([^\s<>/!?:]+)[\s/>]")
_UNTOLD = re.compile(r"<\?.*?\?>|<!--.*?-->", re.DOTALL)
#: Elements of TBX whose content is somebody's code and no text.
_CODES = frozenset("bpt ept it ph ut".split())
_DEEPEST = 256
_LONGEST_TEXT = 10_000_000
_CHUNK = 1 << 16


@dataclass(slots=True)
class Element:
    """An element with all that is in it. Names are without prefixes, for many files declare none of theirs."""

    name: str
    attributes: dict[str, str]
    path: str
    line: int
    column: int
    content: list[str | Element] = field(default_factory=list["str | Element"])

    @property
    def location(self) -> Location:
        """Where it begins in its file."""
        return Location(self.path, Position(self.line, self.column))

    @property
    def children(self) -> Iterator[Element]:
        """The elements directly within."""
        return (part for part in self.content if isinstance(part, Element))

    @property
    def text(self) -> str:
        """What is to be read in it, elements within included, each run of white space as one space."""
        return " ".join("".join(_pieces(self)).split())


def _pieces(element: Element) -> Iterator[str]:
    for part in element.content:
        if isinstance(part, str):
            yield part
        elif part.name not in _CODES:
            yield from _pieces(part)


def root_name(data: bytes) -> str:
    """Return the name of the element that a file begins with, or "" if it is no XML."""
    mark = marked(data)
    encoding = mark[1] if mark else next((wide for wide in _WIDE if data.startswith("<".encode(wide))), "latin-1")
    text = _UNTOLD.sub("", data[:16_384].decode(encoding, "ignore")).lstrip("\ufeff\xef\xbb\xbf \t\r\n")
    if not text.startswith("<"):
        return ""
    found = _ROOT.search(text)
    return found[1] if found else ""


def elements(data: bytes, path: str, names: frozenset[str]) -> Iterator[Element]:
    """Yield the file's root, without its content, and then each element of one of these names, as soon as it ends.

    Raise UnreadableFile, after the elements before it, where the file is broken.
    """
    return _Reading(path, names).of(_as_utf8(data, path))


class _Reading:
    def __init__(self, path: str, names: frozenset[str]) -> None:
        self._path = path
        self._names = names
        self._depth = 0
        self._open: list[Element] = []
        self._length = 0
        self._done: list[Element] = []
        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.EntityDeclHandler = self._declare
        parser.SkippedEntityHandler = self._skipped

    def of(self, data: bytes) -> Iterator[Element]:
        problem: UnreadableFile | None = None
        for start in range(0, len(data) + 1, _CHUNK):
            chunk = data[start : start + _CHUNK]
            try:
                self._parser.Parse(chunk, start + _CHUNK > len(data))
            except expat.ExpatError as error:
                problem = self._broken(error)
            done, self._done = self._done, []
            yield from done
            if problem is not None:
                raise problem

    def _location(self) -> Location:
        parser = self._parser
        return Location(self._path, Position(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1))

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._refuse(f"elements nested more than {_DEEPEST} deep")
        if self._depth > 1 and not self._open and _local(name) not in self._names:
            return
        plain = {_local(key): value for key, value in attributes.items()} if attributes else attributes
        line, column = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        element = Element(_local(name), plain, self._path, line, column)
        if self._depth == 1:
            self._done.append(element)
            return
        if self._open:
            self._open[-1].content.append(element)
        else:
            self._length = 0
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._open:
            element = self._open.pop()
            if not self._open:
                self._done.append(element)

    def _text(self, text: str) -> None:
        if self._open:
            self._length += len(text)
            if self._length > _LONGEST_TEXT:
                self._refuse("an entry of more than 10 MB of text")
            self._open[-1].content.append(text)

    def _declare(  # expat calls it so
        self,
        name: str,
        is_parameter: bool,  # noqa: FBT001
        value: str | None,
        _base: str | None,
        _system: str | None,
        _public: str | None,
        _notation: str | None,
    ) -> None:
        if is_parameter:
            self._refuse(f"parameter entity “%{name};”; declarations are not read from entities")
        if value is None:
            self._refuse(f"external entity “&{name};”; no other file is read")

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  expat calls it so
        if not is_parameter:
            self._refuse(f"entity “&{name};” is declared nowhere; write the character itself")

    def _refuse(self, problem: str) -> NoReturn:
        raise UnreadableFile(self._location(), problem)

    def _broken(self, error: expat.ExpatError) -> UnreadableFile:
        position = Position(error.lineno, error.offset + 1)
        return UnreadableFile(Location(self._path, position), f"{expat.ErrorString(error.code)}; correct the XML here")


@lru_cache(maxsize=1024)
def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _as_utf8(data: bytes, path: str) -> bytes:
    """Return the file in UTF-8: the byte-order mark decides, then the declaration; nothing is guessed."""
    if (mark := marked(data)) is not None:
        return _transcoded(data, *mark, path)
    for encoding in _WIDE:
        if data.startswith("<".encode(encoding)):
            return _transcoded(data, b"", encoding, path)
    declaration = _DECLARATION.match(data[:1024].lstrip())
    declared = declaration[1].decode() if declaration else "utf-8"
    place = Location(path, Position(1, 1))
    try:
        name = codecs.lookup(declared).name
    except LookupError as error:
        raise UnreadableFile(place, f"declares the encoding {declared}, which is none; save it as UTF-8") from error
    if name.startswith(("utf-16", "utf-32")):
        raise UnreadableFile(place, f"declares the encoding {declared}, but is not in it; correct the declaration")
    return _transcoded(data, b"", SUPERSETS.get(name, name), path)


def _transcoded(data: bytes, mark: bytes, encoding: str, path: str) -> bytes:
    try:
        text = data[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[len(mark) : len(mark) + error.start].decode(encoding, "replace")
        position = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
        bad = error.object[error.start : error.end].hex(" ").upper()
        problem = f"the bytes {bad} are not {encoding.upper()}; save the file as UTF-8, or declare its encoding"
        raise UnreadableFile(Location(path, position), problem) from error
    except (LookupError, ValueError) as error:  # a codec of other things than text: base64, idna
        raise UnreadableFile(Location(path, Position(1, 1)), f"{encoding} is no encoding of texts") from error
    return text.encode("utf-8", "surrogatepass")
