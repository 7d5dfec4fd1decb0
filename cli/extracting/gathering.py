"""From paths to passages: translations, and texts that stand alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zhengming.cli.beside import side_by_side
from zhengming.cli.files import find
from zhengming.cli.progress import progress
from zhengming.termbase.check import Severity
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import Tag, parse
from zhengming.termbase.text.script import is_han
from zhengming.tmx.document import Document, Text
from zhengming.tmx.extraction import Passages, can_cut
from zhengming.tmx.texts import TEXTS, text_format_of
from zhengming.tmx.texts.languages import language_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from zhengming.cli.settings import Settings

__all__ = ["Gathered", "faults_told", "gather"]

_SUFFIXES = tuple(suffix for known in TEXTS for suffix in known.suffixes)
_KANA = range(0x3041, 0x30FF)
#: So much of a text must be Han for it to be Chinese, if nobody says what it is.
_MOSTLY = 0.3


@dataclass(slots=True)
class Gathered:
    """The passages of each language and what was read for them."""

    by_languages: dict[tuple[str, str], Passages] = field(default_factory=dict[tuple[str, str], Passages])
    files: int = 0
    has_unreadable: bool = False
    faults: list[Issue] = field(default_factory=list[Issue])

    def largest(self) -> Passages | None:
        """Return the passages with most units; of the others `left_out` tells."""
        return max(self.by_languages.values(), key=lambda passages: len(passages.texts), default=None)

    def left_out(self) -> list[str]:
        """Return from what into what the other passages are, and how many units they have."""
        largest = self.largest()
        return [
            f"{passages.source_language}{f' → {passages.target_language}' if passages.target_language else ''}"
            f" ({len(passages.texts):,})"
            for passages in self.by_languages.values()
            if passages is not largest
        ]


def gather(paths: Sequence[Path], settings: Settings, note: Callable[[str], None]) -> Gathered:
    """Read the files; `note` is told of those that cannot be read.

    Raise ZhengmingError for a path of no known format, or a text whose language nobody tells.
    """
    texts = [path for path in paths if _stands_alone(path, settings)]
    others = [path for path in paths if path not in texts]
    gathered = Gathered()
    if others or not texts:
        _translations(others, settings, gathered, note)
    for path in dict.fromkeys(texts):
        _text(path, settings, gathered, note)
    return gathered


def _stands_alone(path: Path, settings: Settings) -> bool:
    """Return whether that is a text in one language which the settings put beside no other."""
    return path.suffix.lower() in _SUFFIXES and not path.is_dir() and side_by_side(path, settings) is None


def _translations(paths: Iterable[Path], settings: Settings, gathered: Gathered, note: Callable[[str], None]) -> None:
    files = find(paths, settings, note)
    for path in files.tables:
        note(f"{path} is left out: a termbase holds no text")
    documents = [Document(str(path), settings.wanted, settings.choice) for path in files.documents]
    for both in files.pairs:
        beside = Text(str(both.source))
        documents.append(Document(str(both.target), settings.wanted, settings.choice, source=beside))
    with progress(documents):
        for document in documents:
            for pair in document.pairs(gathered.faults.append):
                source, target = pair.source_language, pair.target_language
                if can_cut(source.language):
                    _passages(gathered, source, target).add(pair)
            gathered.has_unreadable |= document.is_unreadable
    uncut = {source for document in documents for source, _ in document.languages if not can_cut(source)}
    for language in sorted(uncut):
        note(f"words of {language} cannot be told apart here; its texts are left out")
    gathered.files += len(documents)


def _passages(gathered: Gathered, source: Tag, target: Tag | None) -> Passages:
    key = source.language, target.language if target is not None else ""
    known = gathered.by_languages.get(key)
    if known is None:
        known = gathered.by_languages[key] = Passages(source, target)
    return known


def _text(path: Path, settings: Settings, gathered: Gathered, note: Callable[[str], None]) -> None:
    """Take a text; where translations from its language have been read, it is counted with them."""
    gathered.files += 1
    try:
        with path.open("rb") as stream:
            segments = [block.segment for block in text_format_of(str(path)).blocks(stream, str(path))]
    except (OSError, UnreadableFile) as error:
        note(str(error) if isinstance(error, UnreadableFile) else f"{path}: {error.strerror}")
        gathered.has_unreadable = True
        return
    language = language_of(str(path)) or settings.source_language or _spoken("".join(s.text for s in segments))
    if language is None:
        raise InvalidSettings(f"{path}: its name does not say its language (news.en.md); give --source-language")
    if not can_cut(language.language):
        raise InvalidSettings(f"{path}: words of {language} cannot be told apart here")
    beside = Counter({key: len(p.texts) for key, p in gathered.by_languages.items() if key[0] == language.language})
    known = beside.most_common(1)
    passages = gathered.by_languages[known[0][0]] if known else _passages(gathered, language, None)
    for segment in segments:
        passages.add_text(str(path), segment)


def _spoken(text: str) -> Tag | None:
    """Return the language of a text in Han characters, None for others: Latin letters are everybody's."""
    letters = [character for character in text if character.isalpha()]
    if sum(map(is_han, letters)) <= _MOSTLY * len(letters):
        return None
    return parse("ja" if any(ord(letter) in _KANA for letter in letters) else "zh")


def faults_told(faults: Iterable[Issue]) -> list[str]:
    """Return the faults of files for which something may be missing."""
    return [
        f"{fault.location}: {fault.check.code} {fault.message}" for fault in faults if fault.severity >= Severity.MAJOR
    ]
