"""The phrase dictionary of Microsoft's Custom Translator: XLSX whose first row says the languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.equivalents import equivalents
from zhengming.termbase.formats.target import Target
from zhengming.termbase.formats.workbook import workbook

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengming.termbase.concept import Concept
    from zhengming.termbase.formats.losses import Losses
    from zhengming.termbase.formats.target import Languages
    from zhengming.termbase.language import Tag

__all__ = ["TARGET"]


def _code(language: Tag) -> str:
    return "-".join(filter(None, (language.language, language.script)))


def _write(concepts: Iterable[Concept], languages: Languages, lost: Losses) -> bytes:
    rows = [one[:2] for one in equivalents(concepts, languages, lost)]
    return workbook([[_code(language) for language in languages], *rows], lost)


TARGET = Target("microsoft", _write, (".xlsx",), is_text=False)
