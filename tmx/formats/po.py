"""PO and POT, the message catalogues of GNU gettext: msgid is the source, msgstr the target.

Of a message with plural forms each form is a unit of its own. What the model has no word for is kept in properties.
"""

from __future__ import annotations

import gettext
import re
from itertools import islice
from typing import TYPE_CHECKING

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.format import NOTHING_KNOWN, Format
from zhengming.tmx.formats.po_entries import entries
from zhengming.tmx.formats.po_lexer import tokens
from zhengming.tmx.formats.po_rewriting import PoRewriter
from zhengming.tmx.formats.po_text import segment_of
from zhengming.tmx.formats.untold_languages import ENOUGH, Told, languages_of, report_untold
from zhengming.tmx.model import Header, Note, Property, State, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import BinaryIO

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.formats.po_entries import Entry
    from zhengming.tmx.formats.po_text import Text

__all__ = ["FORMAT", "Kept", "read"]


class Kept:
    """Names of the properties that hold what only PO knows."""

    HEADER = "x-po-header-"
    CONTEXT = "x-po-context"
    EXTRACTED = "x-po-extracted-comment"
    REFERENCE = "x-po-reference"
    FLAGS = "x-po-flags"
    PLURAL = "x-po-plural-form"


#: Of the header's fields, those that may name the languages.
_TARGET_FIELDS = ("Language", "X-Language", "X-Crowdin-Language")
_SOURCE_FIELDS = ("X-Source-Language", "X-Poedit-SourceLanguage")
_REMEDY = "write “Language: zh_CN\\n” into the header,"
_PLURAL = re.compile(r"plural\s*=\s*([^;]+)")
_LONGEST_CONTEXT = 40
_FUZZY = "fuzzy"


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted | None = None
) -> Iterator[TranslationUnit]:
    """Yield the units; raise UnreadableFile, after those before it, where the file cannot be read on."""
    charset, found = tokens(stream, path)
    reader = _Reader(path, charset.codec, report)
    parsed = entries(found, path)
    first: list[Entry] = []
    failure: UnreadableFile | None = None
    try:
        for entry in islice(parsed, ENOUGH):
            first.append(entry)  # noqa: PERF402  those before a failure are kept
    except UnreadableFile as error:
        failure = error
    reader.begin(first, wanted or NOTHING_KNOWN)
    for entry in first:
        yield from reader.units(entry)
    if failure is not None:
        raise failure
    for entry in parsed:
        yield from reader.units(entry)


FORMAT = Format(name="po", suffixes=(".po", ".pot"), read=read, rewriter=PoRewriter)


class _Reader:
    """Makes units of one file's entries."""

    def __init__(self, path: str, codec: str, report: Callable[[Issue], None]) -> None:
        self._path = path
        self._codec = codec
        self._report = report
        self._header = Header(path=path)
        self._languages = Told("", "")
        self._singular = 0
        self._number = 0

    def begin(self, first: Sequence[Entry], wanted: Wanted) -> None:
        """Learn from the first entries, the header among them, what holds for all."""
        header = first[0] if first and _is_header(first[0]) else None
        fields = _fields(self._text(header.translations[0])) if header else {}
        told = Told(*(_first(fields, names) for names in (_SOURCE_FIELDS, _TARGET_FIELDS)))
        messages = [entry for entry in first if entry is not header]
        sources = [self._text(entry.texts["msgid"]) for entry in messages]
        targets = [self._text(text) for entry in messages for text in entry.translations]
        self._languages = languages_of(told, self._path, wanted, sources, targets)
        if any(targets):  # a template is in no language yet
            report_untold(self._languages, self._path, _REMEDY, self._report)
        self._singular = _singular_form(fields.get("Plural-Forms", ""))
        self._header = Header(
            {"srclang": self._languages.source},
            properties=tuple(Property(Kept.HEADER + name, value) for name, value in fields.items()),
            notes=tuple(_notes(header.comments)) if header else (),
            path=self._path,
        )

    def units(self, entry: Entry) -> Iterator[TranslationUnit]:
        """Yield the units of an entry: none for a header, else one for each translation."""
        if _is_header(entry):
            return
        self._number += 1
        source = self._variant(self._languages.source, entry.texts["msgid"])
        plural = entry.texts.get("msgid_plural")
        other = self._variant(self._languages.source, plural) if plural else source
        context = self._text(entry.texts["msgctxt"]) if "msgctxt" in entry.texts else None
        flags = _flags(entry.comments) if entry.comments else []
        properties = tuple(_properties(entry.comments, context, flags)) if entry.comments or context else ()
        notes = tuple(_notes(entry.comments)) if entry.comments else ()
        is_only = len(entry.translations) == 1
        for index, text in enumerate(entry.translations):
            target = self._variant(self._languages.target, text)
            is_singular = index == self._singular and not is_only
            name = _name(context, self._number, None if plural is None else index)
            yield TranslationUnit(
                (source if is_singular else other, target),
                self._header,
                {"tuid": name} if name else {},
                properties if plural is None else (*properties, Property(Kept.PLURAL, str(index))),
                notes,
                number=self._number,
                position=entry.position,
                context=_context(context, index, len(entry.translations)),
                state=State.TRANSLATED if target.segment.text and _FUZZY not in flags else State.DRAFT,
            )

    def _variant(self, language: str, text: Text) -> TranslationUnitVariant:
        segment = segment_of(text, self._path, self._codec, self._report)
        return TranslationUnitVariant(language, segment, position=text.position)

    def _text(self, text: Text) -> str:
        return segment_of(text, self._path, self._codec, _ignore).text


def _is_header(entry: Entry) -> bool:
    return "msgctxt" not in entry.texts and not any(entry.texts["msgid"].pieces)


def _fields(header: str) -> dict[str, str]:
    """Return the fields of a header: “Language: zh_CN”, a line each."""
    lines = (line.partition(":") for line in header.splitlines())
    return {name.strip(): value.strip() for name, colon, value in lines if colon}


def _first(fields: dict[str, str], names: Iterable[str]) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _singular_form(plural_forms: str) -> int:
    """Return the index of the form that serves for one of a thing: the first, unless the header computes another."""
    match = _PLURAL.search(plural_forms)
    try:
        return gettext.c2py(match[1])(1) if match else 0
    except (ValueError, ArithmeticError, SyntaxError):  # no formula, or one that has no value for 1
        return 0


def _name(context: str | None, number: int, index: int | None) -> str | None:
    """Return what a translator finds the unit by; None where its number says it all."""
    if context is None and index is None:
        return None
    words = " ".join((context or "").split())
    shown = words if len(words) <= _LONGEST_CONTEXT else f"{words[: _LONGEST_CONTEXT - 1]}…"
    return f"{shown}#{number}" + ("" if index is None else f"[{index}]")


def _context(context: str | None, index: int, forms: int) -> str:
    """Return what the same words may be rendered otherwise for: the context that is named, and the plural form."""
    return "\0".join([context or "", *([str(index)] if forms > 1 else [])])


def _comments(comments: Iterable[str], mark: str) -> list[str]:
    """Return the comments of one kind: “#.” extracted, “#:” references, “#,” flags."""
    return [comment[2:].strip() for comment in comments if comment[1:2] == mark]


def _flags(comments: Iterable[str]) -> list[str]:
    lines = [*_comments(comments, ","), *_comments(comments, "=")]
    return [flag.strip() for line in lines for flag in line.split(",") if flag.strip()]


def _notes(comments: Iterable[str]) -> Iterator[Note]:
    """Yield what the translators wrote, a line each, for one line of several may be an ignore."""
    for comment in comments:
        if comment[1:2] not in {".", ":", ",", "=", "|", "~"} and comment[1:].strip():
            yield Note(comment[1:].strip())


def _properties(comments: Iterable[str], context: str | None, flags: Iterable[str]) -> Iterator[Property]:
    if context is not None:
        yield Property(Kept.CONTEXT, context)
    for kind, mark in ((Kept.EXTRACTED, "."), (Kept.REFERENCE, ":")):
        for line in _comments(comments, mark):
            yield Property(kind, line)
    if kept := ", ".join(flag for flag in flags if flag != _FUZZY):
        yield Property(Kept.FLAGS, kept)


def _ignore(issue: Issue) -> None:
    """Take a fault that is reported when its unit is made."""
