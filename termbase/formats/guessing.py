"""What the columns of a table hold whose first row does not say it: judged by the script that the cells are in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.formats.columns import Column
from zhengming.termbase.formats.headers import is_header, is_language_header
from zhengming.termbase.language import Tag, parse
from zhengming.termbase.text.convert import is_foreign
from zhengming.termbase.text.script import is_han

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zhengming.termbase.formats.headers import Role
    from zhengming.termbase.formats.source import Sides

__all__ = ["guessed", "has_headers", "script_of"]

#: Rows that are looked at.
_SAMPLE = 200
_ID = re.compile(r"[A-Za-z]{1,6}-?\d+")
#: Scripts as the names of characters begin, with the language that is meant unless the caller has said another.
_LANGUAGES = {
    "HAN": "zh", "KANA": "ja", "HANGUL": "ko", "LATIN": "en", "CYRILLIC": "ru", "ARABIC": "ar", "GREEK": "el",
    "THAI": "th", "HEBREW": "he", "DEVANAGARI": "hi",
}  # fmt: skip
#: The same scripts as ISO 15924 calls them.
_SCRIPTS = {
    "Hans": "HAN", "Hant": "HAN", "Hani": "HAN", "Jpan": "KANA", "Kore": "HANGUL", "Latn": "LATIN",
    "Cyrl": "CYRILLIC", "Arab": "ARABIC", "Grek": "GREEK", "Thai": "THAI", "Hebr": "HEBREW", "Deva": "DEVANAGARI",
}  # fmt: skip
_KANA = frozenset({"HIRAGANA", "KATAKANA"})


def has_headers(rows: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row names the columns.

    It does if it names two languages; it does not if each cell is of the same script as those below, unless it has
    words that people write above columns and no script to tell it by.
    """
    if not rows:
        return True
    first, *others = rows[:_SAMPLE]
    if sum(map(is_language_header, first)) > 1:
        return True
    scripts = [_script(column) for column in _columns(others or [first])]
    is_alike = all(not cell or _script([cell]) in {script, ""} for cell, script in zip(first, scripts, strict=False))
    has_contrast = len(set(filter(None, scripts))) > 1
    return not (is_alike and (has_contrast or not any(map(is_header, first))))


def guessed(rows: Sequence[Sequence[str]], sides: Sides) -> dict[int, Role]:
    """Return what each column holds: terms, the first column of a language; ids; a note, its second."""
    free = [tag for tag in sides if tag is not None]
    found: dict[int, Role] = {}
    taken: set[str] = set()
    for index, cells in enumerate(map(list, _columns(rows[:_SAMPLE]))):
        script = _script(cells)
        if _are_ids(cells) and "id" not in found.values():
            found[index] = "id"
        elif script and (tag := _language(script, free, cells, taken)):
            found[index] = Column(tag, AdministrativeStatus.PREFERRED)
            taken.add(tag.language)
        elif script and "note" not in found.values():
            found[index] = "note"
    return found


def _columns(rows: Sequence[Sequence[str]]) -> Iterable[list[str]]:
    width = max(map(len, rows), default=0)
    return ([row[index].strip() for row in rows if index < len(row) and row[index].strip()] for index in range(width))


def _are_ids(cells: list[str]) -> bool:
    return len(cells) > 1 and len(set(cells)) == len(cells) and all(map(_ID.fullmatch, cells))


def _language(script: str, free: list[Tag], cells: list[str], taken: set[str]) -> Tag | None:
    """Return the next language that is written so: one that the caller has named, else the likeliest."""
    for tag in free:
        if _writes(tag) == script or (tag.language == "ja" and script == "HAN"):
            free.remove(tag)
            return tag
    language = _LANGUAGES.get(script, "")
    if language in taken or not language:
        return None
    if language != "zh":
        return parse(language)
    text = "".join(cells)
    is_traditional = _foreign(text, "Hans") > _foreign(text, "Hant")
    return Tag("zh", "Hant" if is_traditional else "Hans")


def _foreign(text: str, script: str) -> int:
    return sum(is_foreign(character, script) for character in text)


def _writes(tag: Tag) -> str:
    if tag.script in _SCRIPTS:
        return _SCRIPTS[tag.script]
    import langcodes  # noqa: PLC0415  the import is not free

    return _SCRIPTS.get(langcodes.Language.make(tag.language).maximize().script or "", "")


def _script(cells: Iterable[str]) -> str:
    """Return the script that most of the cells are in; Han and kana are as strong as they stand among Latin letters."""
    votes = Counter(filter(None, map(script_of, cells)))
    if votes["KANA"]:
        votes["KANA"] += votes.pop("HAN", 0)
    return votes.most_common(1)[0][0] if votes else ""


def script_of(text: str) -> str:
    """Return the script of a text, as the names of its characters begin; "" if there are no letters."""
    found = Counter(map(_script_of_letter, filter(str.isalpha, text[:1_000])))
    for strong in ("KANA", "HANGUL", "HAN"):
        if found[strong]:
            return strong
    return found.most_common(1)[0][0] if found else ""


def _script_of_letter(letter: str) -> str:
    if is_han(letter):
        return "HAN"
    name = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    return "KANA" if name in _KANA else name
