"""From which language into which units are written, where nobody has said so."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from zhengming.termbase.errors import ZhengmingError
from zhengming.termbase.formats.target import Languages
from zhengming.tmx.pair import pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.termbase.language import Tag
    from zhengming.tmx.model import TranslationUnit

__all__ = ["with_languages"]


def with_languages(
    units: Iterator[TranslationUnit], source: Tag | None, target: Tag | None, name: str
) -> tuple[Languages, Iterator[TranslationUnit]]:
    """Return the languages of the first unit that has those asked for, and all units."""
    held: list[TranslationUnit] = []
    for unit in units:
        held.append(unit)
        for pair in pairs((unit,), source, target, _ignore):
            return Languages(pair.source_language, pair.target_language), chain(held, units)
    raise ZhengmingError(
        f"{name}: no unit with text in two languages; name them with --source-language and --target-language"
    )


def _ignore(issue: Issue) -> None:
    """Take a fault of language tags, which `check` tells."""
