"""The entries of a PO file: what belongs together, and what the grammar of GNU gettext forbids."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Location, Position
from zhengming.tmx.formats.po_lexer import COMMENT, STRING
from zhengming.tmx.formats.po_text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zhengming.tmx.formats.po_lexer import Token

__all__ = ["Entry", "entries"]

_PLURAL = "msgstr[n]"
_NO_MESSAGE = "no message"
#: What must stand directly before each keyword; what begins a message may follow a whole one.
_BEFORE = {
    "msgctxt": (_NO_MESSAGE,),
    "msgid": (_NO_MESSAGE, "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    _PLURAL: ("msgid_plural", _PLURAL),
}
_AFTER = {
    _NO_MESSAGE: "msgid",
    "msgctxt": "msgid",
    "msgid": "msgstr",
    "msgid_plural": "msgstr[0]",
    "msgstr": "msgid",
    _PLURAL: "msgid",
}
_START = Position(1, 1, 0)
_WHOLE = ("msgstr", _PLURAL, _NO_MESSAGE)


@dataclass(slots=True)
class Entry:
    """A message and its translations: one, or one for each plural form. Comments are as written, with their “#”."""

    position: Position = _START
    comments: list[str] = field(default_factory=list[str])
    texts: dict[str, Text] = field(default_factory=dict[str, Text])
    translations: list[Text] = field(default_factory=list[Text])


def entries(tokens: Iterable[Token], path: str) -> Iterator[Entry]:
    """Yield the entries that are not obsolete. Raise UnreadableFile, after those before it, where grammar is broken."""
    parser = _Parser(path)
    for token in tokens:
        if token.kind == STRING:
            parser.take_string(token)
            continue
        parser.demand_text()
        if parser.is_whole and not parser.goes_on_with(token):
            yield parser.finished()
        if token.kind == COMMENT:
            parser.demand_whole()
            parser.take_comment(token.written)
        else:
            parser.take_keyword(token)
    parser.demand_text()
    parser.demand_whole()
    if parser.is_whole:
        yield parser.finished()


class _Parser:
    """One entry in the making, and the keyword that came last."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._entry = Entry()
        self._last = _NO_MESSAGE
        self._keyword: Token | None = None
        self._text: Text | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the message has all its parts."""
        return self._last in {"msgstr", _PLURAL}

    def goes_on_with(self, token: Token) -> bool:
        """Whether a message that has all its parts gets one more plural form."""
        return self._last == _PLURAL and token.kind == "msgstr" and token.form is not None

    def finished(self) -> Entry:
        entry, self._entry = self._entry, Entry()
        self._last = _NO_MESSAGE
        return entry

    def take_comment(self, written: str) -> None:
        if written.startswith("#~"):  # what comments there were are those of an obsolete message
            self._entry.comments.clear()
        else:
            self._entry.comments.append(written)
        self._keyword = self._text = None

    def take_keyword(self, token: Token) -> None:
        entry = self._entry
        kind = token.kind if token.form is None else _PLURAL if token.kind == "msgstr" else f"{token.kind}[n]"
        if kind == "domain":
            self.demand_whole()
        else:
            if self._last not in _BEFORE.get(kind, ()):
                self._refuse(token.position, f"{kind} where {_AFTER[self._last]} belongs")
            if self._last == _NO_MESSAGE:
                entry.position = token.position
            if token.form is not None and token.form != len(entry.translations):
                self._refuse(token.position, f"msgstr[{token.form}] where msgstr[{len(entry.translations)}] belongs")
            self._last = kind
        self._keyword, self._text = token, None

    def take_string(self, token: Token) -> None:
        if self._text is not None:
            self._text.add(token, self._path)
        elif self._keyword is None:
            self._refuse(token.position, "a text without a keyword before it")
        else:
            self._text = Text(token)
            if self._keyword.kind == "msgstr":
                self._entry.translations.append(self._text)
            elif self._keyword.kind != "domain":
                self._entry.texts[self._keyword.kind] = self._text

    def demand_text(self) -> None:
        """Refuse a keyword with nothing behind it."""
        if self._keyword is not None and self._text is None:
            self._refuse(self._keyword.position, f'{self._keyword.kind} without a text; write {self._keyword.kind} ""')

    def demand_whole(self) -> None:
        """Refuse a message that ends before its translation."""
        if self._last not in _WHOLE:
            problem = f'the message ends before its {_AFTER[self._last]}; add {_AFTER[self._last]} ""'
            self._refuse(self._entry.position, problem)

    def _refuse(self, position: Position, problem: str) -> None:
        raise UnreadableFile(Location(self._path, position), problem)
