"""Whether a text is written in the language and the script that its tag says, as far as its letters tell."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from zhengming.termbase.text.convert import foreign_characters

if TYPE_CHECKING:
    from zhengming.termbase.language import Tag

__all__ = ["other_language", "other_script"]

#: The scripts of ISO 15924 as Unicode names their letters; of others nothing is said.
_LETTERS = {
    "Latn": ("LATIN",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Kore": ("HANGUL", "CJK"),
    "Cyrl": ("CYRILLIC",),
    "Grek": ("GREEK",),
    "Arab": ("ARABIC",),
    "Hebr": ("HEBREW",),
    "Thai": ("THAI",),
    "Deva": ("DEVANAGARI",),
}
_NAMES = {
    "CJK": "Chinese characters",
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "HANGUL": "Hangul",
    "LATIN": "Latin letters",
}
#: Languages that are written in more than one script, whatever is likely.
_OF_TWO_SCRIPTS = frozenset("az bs kk ku ky mn ms pa sr tk uz".split())
#: Kana and Hangul are in no Chinese text but for a name.
_OF_NEIGHBOURS = frozenset({"HIRAGANA", "KATAKANA", "HANGUL"})
_FOREIGN_SHARE = 0.2
#: A Latin name or code may be all there is of a Chinese target; words in lower case are language.
_LATIN_WORDS = re.compile(r"(?<![A-Za-z])(?:[a-z]{2,}[ ,]+){2,}[a-z]{2,}(?![A-Za-z])")
_FEWEST_LETTERS = 2
#: A Chinese character says as much as so many letters.
_LETTERS_OF_A_CHARACTER = 3
_OWN_SHARE = 0.5
_FEWEST_TELLING = 2
_OTHER_SCRIPT = {"Hans": "Hant", "Hant": "Hans"}
_SCRIPT_NAMES = {"Hans": "Simplified", "Hant": "Traditional"}

#: Words that texts of some length are full of, and that the other languages here do not have.
_FUNCTION_WORDS = {
    "en": "the of and to that for with are this by from which was has it not or".split(),
    "fr": "les des une est dans pour qui sur avec aux cette sont du ces être ou".split(),
    "de": "der das und ist nicht ein eine den von mit für auf dem werden zum sich".split(),
    "es": "el los las una y con del más su está como al sus también o pero".split(),
    "it": "il gli che è della sono dei nel alla di questo delle degli anche con per".split(),
    "pt": "os uma com não em ao são mais dos das pelo pela você também seu sua".split(),
    "nl": "het een van dat voor met zijn niet aan worden wordt bij deze ook naar te".split(),
}
_LANGUAGES = {
    "en": "English",
    "fr": "French",
    "de": "German",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "nl": "Dutch",
}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_FUNCTION_WORDS, _FEWEST_DISTINCT = 5, 3


def other_language(text: str, tag: Tag) -> str:
    """Return what a text is written in if it cannot be in the language of the tag, else ""."""
    counts = Counter(map(_script_of, filter(str.isalpha, text)))
    letters = counts.total()
    expected = _expected(tag)
    if not expected or letters < _FEWEST_LETTERS:
        return ""
    neighbour = next((name for name in sorted(_OF_NEIGHBOURS.difference(expected)) if counts[name]), "")
    if neighbour and counts[neighbour] >= max(_FEWEST_LETTERS, letters * _FOREIGN_SHARE):
        return _NAMES[neighbour]
    counts["CJK"] *= _LETTERS_OF_A_CHARACTER
    own = sum(counts[name] for name in expected)
    script = max(counts, key=lambda name: counts[name] if name not in expected else 0)
    if own >= counts.total() * _OWN_SHARE:
        return _other_latin(text, tag.language) if expected == _LETTERS["Latn"] else ""
    if counts[script] <= own or (script == "LATIN" and not _LATIN_WORDS.search(text)):
        return ""
    return _NAMES.get(script, script.title())


def other_script(text: str, tag: Tag) -> str:
    """Return “Traditional” for a text that is tagged Simplified and is not, or the reverse, else ""."""
    other = _OTHER_SCRIPT.get(tag.script)
    if other is None or tag.language != "zh":
        return ""
    foreign, own = foreign_characters(tag.script), foreign_characters(other)
    strangers = sum(character in foreign for character in text)
    if strangers < _FEWEST_TELLING or strangers <= sum(character in own for character in text):
        return ""
    return _SCRIPT_NAMES[other]


@lru_cache(maxsize=1 << 16)
def _script_of(letter: str) -> str:
    """Return the first word of a letter's name: LATIN, CJK or CYRILLIC."""
    name = unicodedata.name(letter, "")
    return name.removeprefix("FULLWIDTH ").removeprefix("HALFWIDTH ").partition(" ")[0]


@lru_cache(maxsize=256)
def _expected(tag: Tag) -> tuple[str, ...]:
    """Return what the texts of a language are written in; nothing if that is not known."""
    script = tag.script
    if not script and tag.language not in _OF_TWO_SCRIPTS:
        import langcodes  # noqa: PLC0415  the likely scripts of all languages; few commands want them

        script = langcodes.Language.make(tag.language, territory=tag.region or None).maximize().script or ""
    return _LETTERS.get(script, ())


def _other_latin(text: str, language: str) -> str:
    """Return the language of whose small words a text is full, if it has not one of its own."""
    own = _FUNCTION_WORDS.get(language)
    if own is None:
        return ""
    words = Counter(_WORD.findall(text.lower()))
    found = {name: [word for word in listed if words[word]] for name, listed in _FUNCTION_WORDS.items()}
    other = max(found, key=lambda name: len(found[name]))
    uses = sum(words[word] for word in found[other])
    is_full = uses >= _FEWEST_FUNCTION_WORDS and len(found[other]) >= _FEWEST_DISTINCT
    return _LANGUAGES[other] if is_full and len(found[language]) <= 1 and other != language else ""
