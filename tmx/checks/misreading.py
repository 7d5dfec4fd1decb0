"""Bytes taken for another encoding's: “ as 鈥 or â€œ, 中国 as 涓浗 or ÖÐ¹ú. Only what is certain is told.

The characters are encoded as they were wrongly decoded and decoded as they were written. What comes out must be whole
and read like text; a lone character must be punctuation.
"""

from __future__ import annotations

import re
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.position import Span
from zhengming.termbase.text.script import HAN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from zhengming.termbase.language import Tag

__all__ = ["Misreading", "misreadings"]


class Misreading(NamedTuple):
    """Where the wrong characters stand, what they were meant to be, and what happened to them.

    Where that is not `whole`, "…" stands for what is lost.
    """

    span: Span
    meant: str
    cause: str
    is_whole: bool = True


_AS_GBK = "UTF-8 read as GBK"
_AS_LATIN = "UTF-8 read as Windows-1252"
_AS_LATIN_1 = "Windows-1252 read as Latin-1"
_GBK_AS_LATIN = "GBK read as Latin-1"
_LOST = "what is left of characters that were lost"
_GAP = "…"

#: What the first two bytes of a Chinese character or of its punctuation make in GBK: E280 is 鈥, EFBC 锛, E380 銆.
_GBK_LEADS = "".join(
    bytes([first, second]).decode("gbk", "ignore")
    for first, seconds in ((0xE2, (0x80,)), (0xE3, (0x80,)), (0xEF, (0xBC, 0xBD)))
    for second in seconds
) + "".join(bytes([one, two]).decode("gbk", "ignore") for one in range(0xE4, 0xEA) for two in range(0x80, 0xC0))
#: The bytes 80 to BF as Windows-1252 and Latin-1 read them.
_CONTINUED = "\u0080-\u00bf" + re.escape(bytes(range(0x80, 0xA0)).decode("cp1252", "ignore"))

_SUSPECT = re.compile(f"[{_GBK_LEADS}\ufffd\u0080-\u0084\u0086-\u009fÂÃâ-ïÀ-ÿ锟]")
#: So many characters are repaired at once; three of GBK are two of UTF-8.
_LONGEST = 300
_PROBE = 6
#: Real text rarely goes on like UTF-8 for three characters; what does is decoded as far as it goes.
_GBK_START = re.compile(f"(?=([{_GBK_LEADS}][^\x00-\x7f\ufffd]{{0,2}}))")
_GBK_RUN = re.compile(f"[^\x00-\x7f\ufffd]{{1,{_LONGEST}}}")
_LATIN_RUN = re.compile(f"[ÂÃâ-ï][{_CONTINUED}ÂÃâ-ï]{{1,{_LONGEST}}}")
#: A third byte that GBK could not hold has become a question mark.
_BROKEN = re.compile("(?:锟斤拷)+|\ufffd+|[鈥锛銆](?:[?\ufffd]|(?=[ \"']|$))|â€")
_CONTROL = re.compile("[\u0080-\u0084\u0086-\u009f]+")
_BYTES = re.compile("(?:[\u00a1-\u00fe]{2}){2,}")

_PUNCTUATION = frozenset("“”‘’–—…•·，。、；：！？（）《》「」『』【】％\u3000\ufeff")
_READABLE = re.compile(rf"[{HAN}\x20-\x7e{''.join(_PUNCTUATION)}\uff01-\uff5e\u00a0-\u00ff€™]+")
_HAN = re.compile(f"[{HAN}]")


def misreadings(text: str, language: Tag) -> Iterator[Misreading]:
    """Yield what was read in the wrong encoding, in the order of place."""
    if text.isascii() or not _SUSPECT.search(text):
        return
    found = [
        *_utf_8_as_gbk(text, language),
        *_utf_8_as_latin(text),
        *(_gbk_as_latin(text) if language.language == "zh" else ()),
        *_latin_as_latin(text),
        *_lost(text, language),
    ]
    yield from _joined(_apart(sorted(found, key=attrgetter("span.start"))))


def _of(run: re.Match[str], meant: str, cause: str) -> Misreading:
    return Misreading(Span(*run.span()), meant, cause, _GAP not in meant)


def _apart(found: Iterable[Misreading]) -> Iterator[Misreading]:
    """Yield those that do not begin within one before."""
    end = 0
    for one in found:
        if one.span.start >= end:
            end = one.span.end
            yield one


def _joined(found: Iterable[Misreading]) -> Iterator[Misreading]:
    """Yield as one what follows one another: in a text read wrongly, every third character is lost."""
    one: Misreading | None = None
    for other in found:
        if one is None or other.span.start - one.span.end > 1:
            if one is not None:
                yield one
            one = other
            continue
        is_apart = other.span.start > one.span.end
        meant = f"{one.meant}{_GAP if is_apart else ''}{other.meant}".replace(_GAP * 2, _GAP)
        cause = other.cause if one.cause is _LOST else one.cause
        is_whole = one.is_whole and other.is_whole and not is_apart
        one = Misreading(Span(one.span.start, other.span.end), meant, cause, is_whole)
    if one is not None:
        yield one


def _utf_8_as_gbk(text: str, language: Tag) -> Iterator[Misreading]:
    end = 0
    for start in _GBK_START.finditer(text):
        run = _GBK_RUN.match(text, start.start()) if start.start() >= end and _goes_on(start[1]) else None
        one = None if run is None else _repaired(run, _gbk_bytes, _AS_GBK)
        if one is not None and _is_sure_gbk(one, text, language):
            end = one.span.end
            yield one


def _utf_8_as_latin(text: str) -> Iterator[Misreading]:
    for run in _LATIN_RUN.finditer(text):
        one = _repaired(run, _latin_bytes, _AS_LATIN)
        if one is not None and _is_sure_latin(one, text):
            yield one


def _latin_as_latin(text: str) -> Iterator[Misreading]:
    for run in _CONTROL.finditer(text):
        meant = run.group().encode("latin-1").decode("cp1252", "replace")
        yield _of(run, meant.replace("\ufffd", _GAP), _AS_LATIN_1)


def _lost(text: str, language: Tag) -> Iterator[Misreading]:
    for run in _BROKEN.finditer(text):
        if run.group()[0] != "鈥" or language.script != "Hant":  # there it is holmium
            yield _of(run, _GAP, _LOST)


def _repaired(run: re.Match[str], encoded: Callable[[str], bytes], cause: str) -> Misreading | None:
    """Decode the run anew, as far as that goes; what breaks off within a character has lost something."""
    pieces = [encoded(character) for character in run.group()[:_PROBE]]
    readable = _READABLE.match(_decoded(b"".join(pieces)))
    if readable and readable.end() == len(_decoded(b"".join(pieces))):  # it goes on
        pieces += [encoded(character) for character in run.group()[_PROBE:]]
        readable = _READABLE.match(_decoded(b"".join(pieces)))
    if readable is None:
        return None
    meant, taken = readable.group(), len(readable.group().encode())
    count = size = 0
    while size < taken:
        size += len(pieces[count])
        count += 1
    span = Span(run.start(), run.start() + count)
    is_whole = size == taken
    return Misreading(span, meant.replace("\ufeff", "") + ("" if is_whole else _GAP), cause, is_whole)


def _decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        return data[: error.start].decode()


def _goes_on(start: str) -> bool:
    """Return whether these few characters begin like UTF-8; the last may be cut."""
    try:
        start.encode("gb18030").decode()
    except UnicodeDecodeError as error:
        return error.start > 0
    except UnicodeEncodeError:
        return False
    return True


def _gbk_bytes(character: str) -> bytes:
    return character.encode("gb18030", "replace")


def _latin_bytes(character: str) -> bytes:
    return character.encode("latin-1") if character < "\u0100" else character.encode("cp1252", "replace")


def _is_sure_gbk(one: Misreading, text: str, language: Tag) -> bool:
    meant, wrong = one.meant.removesuffix(_GAP), text[slice(*one.span)]
    is_rare = any(not _is_usual(character) for character in wrong)
    if language.script == "Hant":
        is_rare = one.is_whole  # rare in Simplified text are many characters of the Traditional script
    return is_rare and (len(_HAN.findall(meant)) > 1 or not _PUNCTUATION.isdisjoint(meant))


def _is_usual(character: str) -> bool:
    try:
        return len(character.encode("gb2312")) > 0
    except UnicodeEncodeError:
        return False


def _is_sure_latin(one: Misreading, text: str) -> bool:
    meant = one.meant
    before, wrong = text[: one.span.start][-1:], text[slice(*one.span)]
    if before.isupper() and not wrong[1:2].isalnum() and meant.isalpha():
        return False  # a word in capitals before a quotation mark or dash
    return len(_HAN.findall(meant)) != 1 or len(meant) > 1


def _gbk_as_latin(text: str) -> Iterator[Misreading]:
    for run in _BYTES.finditer(text):
        meant = run.group().encode("latin-1").decode("gb2312", "replace")
        letters = sum(map(str.isalpha, run.group()))
        if all(map(_HAN.match, meant)) and 2 * letters >= len(run.group()):
            yield _of(run, meant, _GBK_AS_LATIN)
