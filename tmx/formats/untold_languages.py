"""The languages of files that name them as gettext and Qt do (zh_CN, sr@latin), in part, or not at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.check import Severity
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location, Position
from zhengming.termbase.text.script import HAN
from zhengming.tmx.faults import UNKNOWN_LANGUAGE
from zhengming.tmx.traditional import ScriptCount

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from zhengming.termbase.language import Tag
    from zhengming.tmx.formats.format import Wanted

__all__ = ["ENOUGH", "Told", "languages_of", "report_untold", "tag_of"]

#: So many texts tell in what script a file is written.
ENOUGH = 50
_LOCALE = re.compile(r"([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)(?:\.[\w-]+)?(?:@(\w+))?")
_NO_LANGUAGE = frozenset({"", "C", "POSIX"})
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "hans": "Hans", "hant": "Hant", "arabic": "Arab"}
_CODE = r"([a-z]{2}(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}))?(?:@[a-z]+)?)"
_NAME = re.compile(rf"(?:.*[-_.])?{_CODE}\.\w+")
_FOLDER = re.compile(_CODE)
_LETTERS = re.compile(r"[^\W\d_]")
#: Letters of one language, and the share of all from which a text is in it. Japanese goes first: it has Han as well.
_TELLING = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7a3]"), 0.2),
    ("zh", re.compile(f"[{HAN}]"), 0.2),
)


class Told(NamedTuple):
    """What a file says of its languages, as it spells them; "" where it does not."""

    source: str
    target: str


def tag_of(locale: str) -> str:
    """Return the BCP 47 tag for a locale's name; the name itself if no tag can be made of it, "" for C and POSIX."""
    name = locale.strip()
    match = _LOCALE.fullmatch(name)
    tag = parse(match[1]) if match else None
    if name in _NO_LANGUAGE or match is None or tag is None:
        return "" if name in _NO_LANGUAGE else name
    script = _SCRIPTS.get((match[2] or "").lower())
    return str(tag._replace(script=script)) if script else match[1].replace("_", "-")


def languages_of(told: Told, path: str, wanted: Wanted, sources: Iterable[str], targets: Iterable[str]) -> Told:
    """Return the tags of source and target, "" for one that cannot be known.

    What the file says goes first, then its name, then what is wanted of it, and last what its texts are written in.
    Sources that nothing tells of are English, unless the target is.
    """
    target = tag_of(told.target) or _in_path(path) or str(wanted.target_language or "") or _written(targets)
    spoken = parse(target) if target else None
    usual = "" if spoken is not None and spoken.language == "en" else "en"
    source = tag_of(told.source) or _other(spoken, wanted) or _written(sources) or usual
    return Told(source, target)


def report_untold(languages: Told, path: str, remedy: str, report: Callable[[Issue], None]) -> None:
    """Report what is not known, for such texts are not checked. `remedy` is what to write into the file."""
    location = Location(path, Position(1, 1, 0))
    if not languages.target:
        problem = f"nothing says what language the translations are in; {remedy} or set target-language"
        report(Issue(check=UNKNOWN_LANGUAGE, severity=Severity.MAJOR, message=problem, location=location))
    elif not languages.source:
        problem = "nothing says what language the source texts are in; set source-language"
        report(Issue(check=UNKNOWN_LANGUAGE, severity=Severity.MINOR, message=problem, location=location))


def _in_path(path: str) -> str:
    """Return the tag in a file's name (zh_CN.po, app.zh-CN.po, app_zh_CN.ts), else in its folder's (zh_CN/LC_MESSAGES).

    Two-letter codes only: among longer ones there are too many words.
    """
    *folders, name = path.replace("\\", "/").split("/")
    if folders and folders[-1] == "LC_MESSAGES":
        folders.pop()
    for match in (_NAME.fullmatch(name), _FOLDER.fullmatch(folders[-1]) if folders else None):
        if match and parse(match[1].partition("@")[0]):
            return tag_of(match[1])
    return ""


def _other(target: Tag | None, wanted: Wanted) -> str:
    """Return that of the languages wanted which the target is not in: a file may be written the other way round."""
    for tag in (wanted.source_language, wanted.target_language):
        if tag is not None and (target is None or tag[:2] != target[:2]):
            return str(tag)
    return ""


def _written(texts: Iterable[str]) -> str:
    """Return the language that the script of the texts tells, or ""."""
    whole = " ".join(texts)
    letters = len(_LETTERS.findall(whole))
    language = next((name for name, own, share in _TELLING if len(own.findall(whole)) > share * letters), "")
    if language != "zh":
        return language
    script = ScriptCount()
    script.add(whole)
    return "zh-Hant" if script.is_traditional else "zh-Hans"
