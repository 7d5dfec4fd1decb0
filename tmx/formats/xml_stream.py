"""XML in a stream: expat says what is well-formed and where it is, the bytes can be cut out as they were written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NoReturn
from xml.parsers import expat

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.encoding import EncodedText
from zhengming.tmx.formats.entities import resolved_entities, why_refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

__all__ = ["XmlStream"]

#: Bytes of UTF-8 that are kept for one element, and for one tag or comment.
_LONGEST_ELEMENT = 40_000_000
_LONGEST_TOKEN = 10_000_000
_INVALID_TOKEN = expat.errors.codes[expat.errors.XML_ERROR_INVALID_TOKEN]
_UNDEFINED_ENTITY = expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]
_NO_ELEMENTS = expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]

#: what a reference or tag begins with, and as much of its name as can be one
_BEGUN = re.compile(rb"(?:&[\w.#-]*|<)$")
_LONGEST_NAME = 100

_new = tuple.__new__


class XmlStream:
    """One file, read once. Offsets into it are in bytes of UTF-8, whatever the file is written in.

    Set the handlers of `parser` before `parse`; those of entities are taken. Everything is read without
    namespaces, for files with undeclared prefixes are many.
    """

    def __init__(self, stream: BinaryIO, path: str) -> None:
        self.text = EncodedText(stream, path)
        self.path = path
        #: the file's own entities, all of plain text
        self.entities: dict[str, str] = {}
        #: from here on the bytes are still needed; None if they are not
        self.needed: int | None = None
        self._is_blank = True
        self._held = b""
        self._base = 0
        # An offset in the text, and the place in the file that is the same.
        self._known = (0, len(self.text.mark))
        self._shift = len(self.text.mark)
        self._is_utf8 = self.text.encoding == "utf-8"
        self.parser = self._new_parser()

    def parse(self) -> Iterator[None]:
        """Read on, a stretch at a time. Raise UnreadableFile where the file cannot be read further."""
        for chunk in self.text.chunks():
            self._feed(chunk)
            yield
        self._parse(b"", final=True)
        yield

    def position(self) -> Position:
        """Return where what expat has just called us for begins."""
        parser = self.parser
        index = parser.CurrentByteIndex
        byte = index + self._shift if self._is_utf8 else self.byte(index)
        # As Position(...), but this is called for every unit, and a NamedTuple's own way takes three times as long.
        return _new(Position, (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, byte))

    def location(self) -> Location:
        """Return `position` with the path."""
        return Location(self.path, self.position())

    def refuse(self, problem: str) -> NoReturn:
        """Stop reading here."""
        raise UnreadableFile(self.location(), problem)

    def cut(self, start: int, end: int) -> bytes:
        """Return the bytes between two offsets, as UTF-8."""
        return self._held[start - self._base : end - self._base]

    def byte(self, index: int) -> int:
        """Return where in the file itself an offset lies. Offsets may be asked for in rising order only."""
        if self._is_utf8:
            return index + self._shift
        known, byte = self._known
        between = self.cut(known, index).decode("utf-8", "ignore")
        byte += len(between.encode(self.text.encoding, "ignore"))
        self._known = (index, byte)
        return byte

    def _feed(self, chunk: bytes) -> None:
        self._held += chunk
        self._is_blank = self._is_blank and not chunk.strip()
        self._parse(chunk, final=False)
        done = max(self.parser.CurrentByteIndex, 0)
        end = self._base + len(self._held)
        if end - done > _LONGEST_TOKEN:
            self.refuse("one tag, comment or declaration is longer than 10 MB")
        if self.needed is not None:
            if end - self.needed > _LONGEST_ELEMENT:
                self.refuse("one element is longer than 40 MB")
            done = min(done, self.needed)
        self._known = (done, self.byte(done)) if done >= self._known[0] else self._known
        done = min(done, self._known[0])
        self._held = self._held[done - self._base :]
        self._base = done

    def _parse(self, chunk: bytes, *, final: bool) -> None:
        try:
            self.parser.Parse(chunk, final)
        except expat.ExpatError as error:
            raise self._broken(error) from error

    def _new_parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate("utf-8")
        parser.EntityDeclHandler = self._declare
        parser.EndDoctypeDeclHandler = self._end_doctype
        parser.SkippedEntityHandler = self._skipped
        return parser

    def _broken(self, error: expat.ExpatError) -> UnreadableFile:
        index, column = max(self.parser.ErrorByteIndex, 0), error.offset + 1
        begun = _BEGUN.search(self.cut(max(index - _LONGEST_NAME, self._base), index))
        if error.code == _INVALID_TOKEN and begun:
            # Expat points to the first character that cannot be part of a reference or tag.
            index, column = index - len(begun[0]), column - len(begun[0].decode())
        location = Location(self.path, Position(error.lineno, column, self.byte(index)))
        return UnreadableFile(location, self._problem(error.code, index))

    def _problem(self, code: int, index: int) -> str:
        if code == _NO_ELEMENTS:
            return "the file is empty" if self._is_blank else "the file ends before its last tag; it was cut off"
        if code == _UNDEFINED_ENTITY:
            return "an entity that is declared nowhere; write the character itself"
        problem = expat.ErrorString(code) or "not well-formed"
        if code != _INVALID_TOKEN:
            return problem
        rest = self.cut(index, index + 8)
        if rest[:1] in {b"&", b"<"}:
            return f"{problem}; write “&amp;” for “&” and “&lt;” for “<”"
        try:
            rest.decode()
        except UnicodeDecodeError as undecodable:
            is_cut_off = undecodable.reason == "unexpected end of data"
            if undecodable.start == 0 and not is_cut_off:
                said = f"not {self.text.declared}" if self.text.declared else "not UTF-8, and nothing else is declared"
                return f"the byte {rest[0]:02X} is {said}; save the file as UTF-8"
        return problem

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
        refusal = why_refused(name, value, is_parameter=is_parameter)
        if refusal:
            self.refuse(refusal)
        self.entities.setdefault(name, value or "")

    def _end_doctype(self) -> None:
        try:
            self.entities = resolved_entities(self.entities)
        except ValueError as error:
            self.refuse(f"entity “&{error};” grows beyond all measure")

    def _skipped(self, name: str, is_parameter: bool) -> None:  # noqa: FBT001  expat calls it so
        if not is_parameter:
            self.refuse(f"entity “&{name};” is declared nowhere; write the character itself")
