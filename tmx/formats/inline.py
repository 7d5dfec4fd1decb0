"""The content of a seg: text, inline codes and sub-flows, and where each character is written.

What comes here is well-formed, for expat has read it before; so this lexer need not judge.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.tmx.model import NATIVE_CODES, InlineCode, Origin, Run, Segment, Subflow

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Code", "Flow", "Lexer", "attributes_of", "plain_text", "resolved", "segment_of", "without_entities"]

_MARK = re.compile(
    r"""&[^;]*; | \r\n? | <!\[CDATA\[.*?\]\]> | <!--.*?--> | <\?.*?\?> | <(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"</?([^\s/>]+)")
_ATTRIBUTE = re.compile(r"""([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_REFERENCE = re.compile(r"&([^;]*);")
_LINE_END = re.compile(r"\r\n?")
_BLANK = re.compile(r"\r\n|[\r\n\t]")
_PREDEFINED = {"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": '"'}
_CDATA = len("<![CDATA["), len("]]>")
_LONGEST_COMMON_TAG = 200
_new = tuple.__new__


class Flow:
    """A text in the making: a segment's or a sub-flow's."""

    __slots__ = ("attributes", "codes", "comments", "length", "offset", "pieces", "runs")

    def __init__(self, at: int, offset: int = 0, attributes: tuple[tuple[str, str], ...] = ()) -> None:
        self.pieces: list[str] = []
        self.length = 0
        self.runs = [Run(0, at)]
        self.codes: list[InlineCode] = []
        self.comments: list[InlineCode] = []
        self.offset = offset
        self.attributes = attributes

    def add(self, text: str, at: int) -> None:
        """Take text that is written as it reads."""
        last = self.runs[-1]
        if last[1] != at or last[0] != self.length:
            self.runs.append(_new(Run, (self.length, at, True)))
        self.pieces.append(text)
        self.length += len(text)

    def add_written(self, text: str, start: int, end: int) -> None:
        """Take text that is written otherwise, from `start` to `end`."""
        if text:
            self.runs.append(_new(Run, (self.length, start, False)))
            self.pieces.append(text)
            self.length += len(text)
            self.runs.append(_new(Run, (self.length, end, True)))

    def segment(self, origin: Origin) -> Segment:
        """Return what has been taken."""
        return Segment(
            "".join(self.pieces),
            tuple(self.codes),
            tuple(self.comments),
            origin._replace(runs=tuple(self.runs)),
        )


class Code:
    """A native code in the making; what stands in it is code, sub-flows apart."""

    __slots__ = ("attributes", "element", "length", "pieces", "subflows")

    def __init__(self, element: str, attributes: tuple[tuple[str, str], ...]) -> None:
        self.element = element
        self.attributes = attributes
        self.pieces: list[str] = []
        self.length = 0
        self.subflows: list[Subflow] = []

    def add(self, text: str) -> None:
        """Take native code."""
        self.pieces.append(text)
        self.length += len(text)


class Lexer:
    """Reads one seg, of TMX; for other kinds of XML, a subclass knows the elements that are more than borders.

    `open` holds, for each open tag, what closes with it.
    """

    def __init__(self, origin: Origin, entities: Mapping[str, str], prefix: str) -> None:
        self.origin = origin
        self._entities = entities
        self._prefix = prefix
        self.flow = Flow(0)
        self.code: Code | None = None
        self.open: list[tuple[str, Flow, Code | None]] = []

    def segment(self) -> Segment:
        """Return what `origin.raw` says."""
        raw = self.origin.raw
        done = 0
        for match in _MARK.finditer(raw):
            start, end = match.span()
            if start > done:
                self._plain(raw[done:start], done)
            self._take(match[0], start, end)
            done = end
        if done < len(raw):
            self._plain(raw[done:], done)
        return self.flow.segment(self.origin)

    def _take(self, token: str, start: int, end: int) -> None:
        kind = token[0]
        if kind == "&":
            self._text(_character(token[1:-1], self._entities), start, end)
        elif kind == "\r":
            self._text("\n", start, end)
        elif token[1] == "/":
            self._end(token)
        elif token.startswith("<![CDATA["):
            self._character_data(token[_CDATA[0] : -_CDATA[1]], start + _CDATA[0])
        elif token[1] not in "!?":
            self._start(token, start, end)
        elif self.code is None:
            self.flow.comments.append(InlineCode("#comment", self.flow.length, (), token))

    def _plain(self, text: str, at: int) -> None:
        if self.code is None:
            self.flow.add(text, at)
        else:
            self.code.add(text)

    def _text(self, text: str, start: int, end: int) -> None:
        if self.code is not None:
            self.code.add(text)
        else:
            self.flow.add_written(text, start, end)

    def _character_data(self, text: str, at: int) -> None:
        done = 0
        for match in _LINE_END.finditer(text):
            self._plain(text[done : match.start()], at + done)
            self._text("\n", at + match.start(), at + match.end())
            done = match.end()
        self._plain(text[done:], at + done)

    def _start(self, token: str, start: int, end: int) -> None:
        is_common = len(token) < _LONGEST_COMMON_TAG and not self._entities
        name, attributes = _tag(token) if is_common else _read_tag(token, self._entities)
        element = name.removeprefix(self._prefix)
        flow, code = self.flow, self.code
        if code is not None and element == "sub":
            self.open.append(("sub", flow, code))
            self.flow, self.code = Flow(end, code.length, attributes), None
            if token.endswith("/>"):
                self.flow.runs = [Run(0, start)]
        elif code is not None:  # markup that was not escaped: native code all the same
            code.add(token)
            if not token.endswith("/>"):
                self.open.append(("", flow, code))
            return
        else:
            self.begin(element, attributes, start, end)
        if token.endswith("/>"):
            self._end(token)

    def begin(self, element: str, attributes: tuple[tuple[str, str], ...], _start: int, _end: int) -> None:
        """Open an element that stands in text; the tag is written between the two offsets."""
        flow = self.flow
        if element in NATIVE_CODES:
            self.open.append(("code", flow, None))
            self.code = Code(element, attributes)
        else:
            self.open.append((element, flow, None))
            flow.codes.append(InlineCode(element, flow.length, attributes))

    def _end(self, token: str) -> None:
        self.end(*self.open.pop(), token)

    def end(self, kind: str, flow: Flow, code: Code | None, token: str) -> None:
        """Close what is open: its kind, and the flow and code in which it opened."""
        if kind == "sub" and code is not None:
            segment = self.flow.segment(self.origin)
            code.subflows.append(Subflow(self.flow.offset, segment, self.flow.attributes))
            self.flow, self.code = flow, code
        elif kind == "code" and self.code is not None:
            done, self.code = self.code, None
            content = "".join(done.pieces)
            flow.codes.append(
                InlineCode(done.element, flow.length, done.attributes, content, subflows=tuple(done.subflows))
            )
        elif code is not None:
            code.add(token)
        else:
            flow.codes.append(InlineCode(kind, flow.length, closes=True))


def _read_tag(token: str, entities: Mapping[str, str]) -> tuple[str, tuple[tuple[str, str], ...]]:
    match = _NAME.match(token)
    return match[1] if match else "", attributes_of(token, entities)


@lru_cache(maxsize=4096)
def _tag(token: str) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return name and attributes of a start tag: most of a file's are the same few."""
    return _read_tag(token, {})


def segment_of(origin: Origin, entities: Mapping[str, str], prefix: str = "") -> Segment:
    """Return what the XML in `origin.raw` says; `prefix` is that of TMX's own elements, with its colon."""
    return Lexer(origin, entities, prefix).segment()


def plain_text(raw: str, entities: Mapping[str, str]) -> str:
    """Return the text of an element that holds nothing but text, without the markup that may have got in."""
    pieces: list[str] = []
    done = 0
    for match in _MARK.finditer(raw):
        token = match[0]
        pieces.append(raw[done : match.start()])
        done = match.end()
        if token[0] == "&":
            pieces.append(_character(token[1:-1], entities))
        elif token[0] == "\r":
            pieces.append("\n")
        elif token.startswith("<![CDATA["):
            pieces.append(_LINE_END.sub("\n", token[_CDATA[0] : -_CDATA[1]]))
    pieces.append(raw[done:])
    return "".join(pieces)


def attributes_of(tag: str, entities: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the attributes of a start tag in their order, their values as XML normalises them."""
    if "=" not in tag:
        return ()
    found: list[tuple[str, str]] = []
    for name, double, single in _ATTRIBUTE.findall(tag):
        value = _BLANK.sub(" ", double or single)
        found.append((name, resolved(value, entities) if "&" in value else value))
    return tuple(found)


def resolved(text: str, entities: Mapping[str, str]) -> str:
    """Return the text with its references replaced; `entities` are the file's own, themselves resolved."""
    return _REFERENCE.sub(lambda match: _character(match[1], entities), text)


def _character(name: str, entities: Mapping[str, str]) -> str:
    if name.startswith("#"):
        return chr(int(f"0{name[1:]}", 16) if name[1] == "x" else int(name[1:]))
    return _PREDEFINED.get(name) or entities.get(name, "")


def without_entities(markup: str, entities: Mapping[str, str]) -> str:
    """Return XML that stands without the file's own entities."""
    if not entities:
        return markup

    def written(match: re.Match[str]) -> str:
        value = entities.get(match[1])
        return match[0] if value is None or match[1] in _PREDEFINED else html.escape(value, quote=False)

    return _REFERENCE.sub(written, markup)
