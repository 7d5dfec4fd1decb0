"""Where the sentences of a text end, by the marks of Chinese and of Latin script alike.

Rules of our own: the splitters on offer know one of the two families of marks, or come with a model to download.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.position import Span
from zhengming.termbase.text.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["sentences"]

_CLOSERS = "”’」』）)》〉】］\\]\"'»"
_OPENERS = "“‘「『（(《〈【［\\[\"'«–—-"
#: A run of marks that may end a sentence, with the quotes and brackets that close behind it; or the end of a line.
_MARK = re.compile(
    rf"(?P<wide>(?:[。！？｡]|(?<=[{HAN}])[．.](?=\s|$|[{HAN}])|[!?](?=[{_CLOSERS}]*[{HAN}]))[。！？!?｡]*(?:…+)?)(?P<closed>[{_CLOSERS}]*)"
    rf"|(?P<narrow>[.!?…]+[{_CLOSERS}]*)(?=\s)|\s*[\n\v\f\u2028\u2029]\s*"
)
#: Behind a question that somebody asks, or in a title, the sentence goes on: “可以出口吗？”他问。
_GOES_ON = re.compile(rf"\s*(?:[，、；：,;:）)》」』]|[的之与和]|[{HAN}]{{0,6}}[问说道喊][，。：道]?)")
_IN_A_TITLE = re.compile("[》〉]")
_IN_BRACKETS = re.compile("[）)】］\\]]")
_NEXT = re.compile(rf"\s+[{_OPENERS}]*")
_WORD = re.compile(r"[^\s(\[“‘\"«—–]+$")
_LABEL = re.compile(
    r"\s*[(\[（]?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3})[)\]）]?\.", re.ASCII
)
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_INITIAL = re.compile(r"[^\W\d_]\.")
#: Before a name or a number these end no sentence.
_TITLES = frozenset(
    "mr mrs ms mx dr prof st messrs hon rev gen gov sen rep lt col capt maj sgt adm amb pres mt ft vs v e.g i.e cf viz "
    "approx ca esp incl excl dipl ing hr fr herr sr sra mme mlle m z.b d.h u.a bzw vgl ggf".split()
)
#: Before a number these do not either; before anything else they are words: "It said no."
_COUNTED = frozenset(
    "no nos nr art arts sec secs sect ch chs chap fig figs eq eqs para paras par p pp vol vols ed eds pt pts reg regs "
    "cl tab ref refs app ann annex item abs ziff bd s n num núm "
    "jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
#: These may end a sentence: whether they do, the next word tells.
_SHORTENED = frozenset("inc ltd co corp llc plc bros dept dist univ assn al etc est ave blvd rd jr a.m p.m".split())
#: Words that are capital because a sentence begins, and seldom for another reason.
_STARTERS = frozenset(
    "a an and any after all also although as at because before both but by despite during each even every first for "
    "from further given however he her here his how i if in instead it its last later many meanwhile more moreover "
    "most nevertheless no none nor not now of on once one only or other our over rather second several she since so "
    "some such that the their then there therefore these they this those though through thus to under unless until "
    "we what when where whereas whether which while who why with without yet you your".split()
)
#: Where a number with a full stop is an ordinal: am 9. Oktober.
_ORDINAL_LANGUAGES = frozenset("de da no nb nn fi cs sk pl hu sl hr sr bs et lv is".split())
_ORDINAL = re.compile(r"\d{1,2}\.")
_NUMERAL = re.compile(r"\d|[IVXLC]+\b")
_WORD_NEXT = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def sentences(text: str, language: str) -> list[Span]:
    """Return the sentences without the space around them; together they hold every other character of the text."""
    found: list[Span] = []
    start = 0
    for end in (*_ends(text, language), len(text)):
        piece = text[start:end]
        inner = piece.strip()
        if inner:
            first = start + len(piece) - len(piece.lstrip())
            found.append(Span(first, first + len(inner)))
        start = end
    return found


def _ends(text: str, language: str) -> Iterator[int]:
    start = 0
    for mark in _MARK.finditer(text):
        if mark["wide"]:
            is_end = _ends_wide(mark, text)
        elif mark["narrow"]:
            is_end = _ends_narrow(mark, text, start, language)
        else:
            is_end = True
        if is_end:
            yield mark.end()
            start = mark.end()


def _ends_wide(mark: re.Match[str], text: str) -> bool:
    closed = mark["closed"]
    if _IN_A_TITLE.search(closed):
        return False
    is_question = mark["wide"][-1] not in "。．.｡"
    if closed and is_question:
        return not (_IN_BRACKETS.search(closed) or _GOES_ON.match(text, mark.end()))
    return not (closed and text[mark.end() : mark.end() + 1] in tuple("，、；：,;:的"))


def _ends_narrow(mark: re.Match[str], text: str, start: int, language: str) -> bool:
    behind = _NEXT.match(text, mark.end())
    assert behind is not None  # noqa: S101  for the type checker: white space follows
    following = text[behind.end() : behind.end() + 24]
    if not following or following[0].islower():
        return not following
    if mark["narrow"][0] != "." or mark["narrow"].startswith(".."):
        return True
    if _LABEL.fullmatch(text, start, mark.start() + 1):
        return False
    word = _WORD.search(text, max(start, mark.start() - 24), mark.start())
    return word is None or _may_end(word[0], following, language)


def _may_end(word: str, following: str, language: str) -> bool:
    """Return whether a full stop behind `word` ends the sentence, though it may belong to the word."""
    lower = word.lower()
    if lower in _TITLES:
        return False
    if lower in _COUNTED and _NUMERAL.match(following):
        return False
    if language in _ORDINAL_LANGUAGES and _ORDINAL.fullmatch(f"{word}."):
        return False
    if lower in _SHORTENED or _DOTTED.fullmatch(f"{word}.") or _INITIAL.fullmatch(f"{word}."):
        following_word = _WORD_NEXT.match(following)
        return following_word is None or following_word[0].lower() in _STARTERS
    return True
