"""Qt Linguist's TS, read in a stream. Of a message with plural forms or variants of length each is a unit of its own.

TypeScript shares the suffix: FORMAT claims those files only that begin as a TS does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.entities import LONGEST_TEXT
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format
from zhengming.tmx.formats.inline import plain_text, segment_of
from zhengming.tmx.formats.untold_languages import ENOUGH, Told, languages_of, report_untold
from zhengming.tmx.formats.xml_rewriting import XmlRewriter
from zhengming.tmx.formats.xml_stream import XmlStream
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Note,
    Origin,
    Property,
    Segment,
    State,
    TranslationUnit,
    TranslationUnitVariant,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats.format import Wanted

__all__ = ["FORMAT", "read"]

_DEEPEST = 64
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+TS\b|<TS[\s>])", re.DOTALL
)
_TAG_END = re.compile(rb"""(?:[^>"']|"[^"]*"|'[^']*')*>""")
#: The elements whose text is looked at, and where they stand; a translation holds either text or forms.
_PARENTS = {
    "name": ("context",),
    "source": ("message",),
    "translation": ("message",),
    "numerusform": ("translation",),
    "lengthvariant": ("translation", "numerusform"),
    "comment": ("message",),
    "extracomment": ("message",),
    "translatorcomment": ("message",),
}
_GONE = frozenset({"vanished", "obsolete"})
_REMEDY = 'write language="zh_CN" into the tag TS,'


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted | None = None
) -> Iterator[TranslationUnit]:
    """Yield the units; raise UnreadableFile, after those before it, where the file cannot be read on."""
    return _Reader(stream, path, report, wanted or NOTHING_KNOWN).units()


def claims(head: bytes) -> bool:
    """Return whether a file that begins so is a TS, and not TypeScript."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    return _HEAD.match(head.decode("utf-16", "ignore").encode() if wide else head) is not None


FORMAT = Format(name="qt-ts", suffixes=(".ts",), read=read, rewriter=XmlRewriter, claims=claims)


class _Message:
    """One message in the making."""

    __slots__ = ("context", "kind", "name", "number", "position", "remarks", "source", "targets")

    def __init__(self, name: str, context: str, number: int, position: Position) -> None:
        self.name = name
        self.context = context
        self.number = number
        self.position = position
        self.source = Segment("")
        #: the type of its translation: unfinished, vanished, obsolete, or "" for a finished one
        self.kind = "unfinished"
        self.targets: list[Segment] = []
        self.remarks: list[tuple[str, str]] = []


class _Reader:
    """Reads one file once: what expat calls as elements open and close."""

    def __init__(self, stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted) -> None:
        self._xml = XmlStream(stream, path)
        self._path = path
        self._report = report
        self._wanted = wanted
        self._open: list[str] = []
        self._told = Told("", "")
        self._outermost = ("", Position(1, 1, 0))
        self._context = ""
        self._number = 0
        self._message: _Message | None = None
        self._ready: list[_Message] = []
        self._header: Header | None = None
        self._languages = Told("", "")
        # Where the innermost element began whose text is looked at, and whether there is another one in it.
        self._start = 0
        self._place = Position(1, 1, 0)
        self._is_innermost = False

    def units(self) -> Iterator[TranslationUnit]:
        parser = self._xml.parser
        parser.StartElementHandler, parser.EndElementHandler = self._begin, self._end
        failure: UnreadableFile | None = None
        try:
            for _ in self._xml.parse():
                if self._header is not None or len(self._ready) >= ENOUGH:
                    yield from self._drained()
        except UnreadableFile as error:
            is_begun = bool(self._outermost[0])
            failure = error if is_begun else UnreadableFile(error.location, f"no Qt TS: {error.problem}")
        yield from self._drained()
        if failure is not None:
            raise failure
        name, place = self._outermost
        if name != "TS":
            problem = f"no Qt TS: the root element is “{name}”, not “TS”"
            raise UnreadableFile(Location(self._path, place), problem)

    def _drained(self) -> Iterator[TranslationUnit]:
        ready, self._ready = self._ready, []
        if self._header is None:
            self._begin_units(ready)
        for message in ready:
            yield from self._units_of(message)

    def _begin_units(self, first: list[_Message]) -> None:
        """Learn the languages, for which some texts may be needed."""
        sources = [message.source.text for message in first]
        targets = [target.text for message in first for target in message.targets]
        self._languages = languages_of(self._told, self._path, self._wanted, sources, targets)
        if any(targets):
            report_untold(self._languages, self._path, _REMEDY, self._report)
        self._header = Header({"srclang": self._languages.source}, path=self._path)

    # What expat calls.

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        parent = self._open[-1] if self._open else ""
        self._open.append(name)
        if len(self._open) > _DEEPEST:
            self._xml.refuse(f"elements stand more than {_DEEPEST} deep in each other")
        if not parent:
            self._outermost = name, self._xml.position()
            self._told = Told(attributes.get("sourcelanguage", ""), attributes.get("language", ""))
        elif name == "context":
            self._context = ""
        elif name == "message" and parent in {"context", "TS"}:
            self._number += 1
            name = attributes.get("id") or f"{self._context}#{self._number}"
            self._message = _Message(name, self._context, self._number, self._xml.position())
        elif parent in _PARENTS.get(name, ()):
            self._start = self._xml.parser.CurrentByteIndex
            self._place = self._xml.position()
            self._is_innermost = True
            if self._xml.needed is None:
                self._xml.needed = self._start
            if name == "translation" and self._message is not None:
                self._message.kind = attributes.get("type", "")

    def _end(self, name: str) -> None:
        self._open.pop()
        parent = self._open[-1] if self._open else ""
        message = self._message
        if name == "message" and message is not None and parent in {"context", "TS"}:
            if message.kind not in _GONE:
                self._ready.append(message)
            self._message = None
        elif self._is_innermost and parent in _PARENTS.get(name, ()):
            self._is_innermost = False
            self._take(name, message)
        if name in _PARENTS and parent in {"context", "message"}:
            self._xml.needed = None

    def _take(self, name: str, message: _Message | None) -> None:
        """Take the text of an element that ends here."""
        if name == "name":
            self._context = plain_text(self._content().raw, self._xml.entities)
        elif message is None:
            return
        elif name == "source":
            message.source = self._segment()
        elif name in {"translation", "numerusform", "lengthvariant"}:
            message.targets.append(self._segment())
        else:
            message.remarks.append((name, plain_text(self._content().raw, self._xml.entities)))

    def _segment(self) -> Segment:
        segment = segment_of(self._content(), self._xml.entities)
        # A byte that XML has no character for is to a translator what a placeholder is.
        segment.codes = tuple(_placeholder(code) for code in segment.codes if not code.closes)
        return segment

    def _content(self) -> Origin:
        """Return what stands between the tags of the element that ends here, and where."""
        encoding = self._xml.text.encoding
        raw = self._xml.cut(self._start, self._xml.parser.CurrentByteIndex)
        if len(raw) > LONGEST_TEXT:
            self._xml.refuse("one text is longer than 10 MB")
        tag = _TAG_END.match(raw)
        written = raw[: tag.end() if tag else len(raw)].decode()
        before = Origin(self._path, encoding, *self._place, written)
        at = 0 if written.endswith("/>") else len(written)
        content = raw[len(written.encode()) :].decode()
        return Origin(self._path, encoding, *before.position(at), content)

    def _units_of(self, message: _Message) -> Iterator[TranslationUnit]:
        header = self._header or Header(path=self._path)
        source = TranslationUnitVariant(self._languages.source, message.source, position=_place_of(message.source))
        place = Origin(self._path, self._xml.text.encoding, *message.position, "")
        targets = message.targets or [Segment("", origin=place)]
        for index, target in enumerate(targets):
            number = f"[{index}]" if len(targets) > 1 else ""
            comment = "\n".join(text for kind, text in message.remarks if kind == "comment")
            yield TranslationUnit(
                (source, TranslationUnitVariant(self._languages.target, target, position=_place_of(target))),
                header,
                {"tuid": message.name + number},
                tuple(_properties(message)),
                tuple(_notes(message)),
                number=message.number,
                position=message.position,
                state=State.DRAFT if message.kind == "unfinished" else State.TRANSLATED,
                context="\0".join([comment, *([number] if number else [])]),
            )


def _placeholder(code: InlineCode) -> InlineCode:
    return InlineCode("ph", code.offset, code.attributes, code.attribute("value") or f"<{code.element}>")


def _place_of(segment: Segment) -> Position | None:
    return segment.position(0)


def _properties(message: _Message) -> Iterator[Property]:
    if message.context:
        yield Property("x-qt-context", message.context)
    for kind, text in message.remarks:
        if kind == "comment":
            yield Property("x-qt-comment", text)


def _notes(message: _Message) -> Iterator[Note]:
    """Yield what people wrote to each other, a line each, for one line of several may be an ignore."""
    for kind, text in message.remarks:
        if kind != "comment":
            yield from (Note(line.strip()) for line in text.splitlines() if line.strip())
