"""XLIFF 1.0 to 2.2, SDLXLIFF, MQXLIFF and MXLIFF; its reader is loaded when a file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.formats.format import NOTHING_KNOWN, Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import BinaryIO

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.formats.format import Rewriter, Wanted
    from zhengming.tmx.model import TranslationUnit

__all__ = ["FORMAT", "read"]


def read(
    stream: BinaryIO, path: str, report: Callable[[Issue], None], wanted: Wanted = NOTHING_KNOWN
) -> Iterator[TranslationUnit]:
    """Yield the units; raise UnreadableFile, after those before it, where the file cannot be read on."""
    from zhengming.tmx.formats import xliff_reader  # noqa: PLC0415  few runs read XLIFF

    return xliff_reader.read(stream, path, report, wanted)


def _rewriter(content: bytes) -> Rewriter:
    from zhengming.tmx.formats.xml_rewriting import XmlRewriter  # noqa: PLC0415  nor do they rewrite it

    return XmlRewriter(content)


FORMAT = Format(
    name="xliff",
    suffixes=(".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
    read=read,
    rewriter=_rewriter,
)
