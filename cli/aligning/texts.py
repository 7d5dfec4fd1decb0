"""The two texts of an alignment, read into sentences, in the languages that options, file names or settings say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.position import Location
from zhengming.tmx.alignment.sentence import sentences_of
from zhengming.tmx.texts import language_of_text, text_format_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zhengming.termbase.language import Tag
    from zhengming.tmx.alignment.sentence import Sentence
    from zhengming.tmx.wanted import Wanted

__all__ = ["Texts", "read"]


class Texts(NamedTuple):
    """Two texts side by side."""

    languages: Languages
    sources: Sequence[Sentence]
    targets: Sequence[Sentence]


def read(source: str, target: str, sides: Mapping[str, Tag | None], wanted: Wanted) -> Texts:
    """Return the sentences of both; `sides` are the options. Raise UnreadableFile, UnknownFormat."""
    languages = Languages(
        sides["source_language"] or language_of_text(source, wanted.source_language, "source"),
        sides["target_language"] or language_of_text(target, wanted.target_language, "target"),
    )
    if languages.source[:3] == languages.target[:3]:
        problem = f"both texts are said to be in {languages.target}; give --source-language or --target-language"
        raise UnreadableFile(Location(target), problem)
    return Texts(languages, _sentences(source, languages.source), _sentences(target, languages.target))


def _sentences(path: str, language: Tag) -> Sequence[Sentence]:
    kind = text_format_of(path)
    with Path(path).open("rb") as stream:
        found = list(sentences_of(kind.blocks(stream, path), language.language))
    if not found:
        raise UnreadableFile(Location(path), "there is no text in it; nothing can be aligned")
    return found
