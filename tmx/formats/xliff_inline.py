"""The content of source and target in XLIFF: TMX's lexer with what only XLIFF has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.formats.inline import Code, Flow, Lexer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zhengming.tmx.model import Origin, Segment

__all__ = ["XliffLexer"]

_HIGHEST_BMP_OF_TEXT = 0xFFFD
_HIGHEST = 0x10FFFF


class XliffLexer(Lexer):
    """Reads one source or target.

    Unless it is to be read as one, each `mrk mtype="seg"` goes into `segments`, as a segment of its own.
    """

    def __init__(self, origin: Origin, entities: Mapping[str, str], prefix: str, *, is_one: bool = False) -> None:
        super().__init__(origin, entities, prefix)
        self._is_one = is_one
        #: segments by their mid, in their order
        self.segments: list[tuple[str, Segment]] = []
        #: what is no character's number in a cp
        self.bad_numbers: list[str] = []

    def begin(self, element: str, attributes: tuple[tuple[str, str], ...], start: int, end: int) -> None:
        """Open an element that stands in text; the tag is written between the two offsets."""
        values = dict(attributes)
        if element == "cp":
            self.flow.add_written(self._character(values.get("hex", "")), start, end)
            self.open.append(("cp", self.flow, None))
        elif element != "mrk":
            super().begin(element, attributes, start, end)
        elif values.get("mtype") == "seg" and not self._is_one:
            self.open.append(("seg", self.flow, None))
            is_empty = self.origin.raw[end - 2] == "/"
            self.flow = Flow(start if is_empty else end, attributes=attributes)
        elif values.get("translate") == "no" or values.get("mtype") == "protected":
            self.open.append(("protected", self.flow, None))
            self.code = Code(element, attributes)
        else:
            super().begin(element, attributes, start, end)

    def end(self, kind: str, flow: Flow, code: Code | None, token: str) -> None:
        """Close what is open: its kind, and the flow and code in which it opened."""
        if kind == "seg":
            mid = next((value for name, value in self.flow.attributes if name == "mid"), "")
            self.segments.append((mid, self.flow.segment(self.origin)))
            self.flow = flow
        elif kind == "protected":
            super().end("code", flow, code, token)
            if flow.codes[-1].is_border:  # there was nothing in it
                super().end("mrk", flow, code, token)
        elif kind != "cp":
            super().end(kind, flow, code, token)

    def _character(self, number: str) -> str:
        """Return the character that XML itself cannot hold."""
        try:
            value = int(number, 16)
        except ValueError:
            value = -1
        if not 0 <= value <= _HIGHEST or not number.isalnum() or _is_surrogate(value):
            self.bad_numbers.append(number)
            return ""
        if _is_text(value):
            self.bad_numbers.append(number)
        return chr(value)


def _is_surrogate(value: int) -> bool:
    return 0xD800 <= value <= 0xDFFF  # noqa: PLR2004  Unicode's own borders


def _is_text(value: int) -> bool:
    """Return whether XML can hold that character, so that no cp is needed."""
    return value in {9, 10, 13} or 0x20 <= value <= _HIGHEST_BMP_OF_TEXT or value > 0xFFFF  # noqa: PLR2004
