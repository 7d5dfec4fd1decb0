"""Texts in one language, read side by side with their translation: one module a kind of text."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from zhengming.termbase.errors import UnknownFormat, UnreadableFile
from zhengming.termbase.issue import Issue, Related
from zhengming.termbase.position import Location
from zhengming.tmx.faults import UNALIGNED_TEXTS
from zhengming.tmx.model import Header, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.texts import docx, markdown, plain, webpage
from zhengming.tmx.texts.languages import language_of
from zhengming.tmx.texts.pairing import Gap, paired

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zhengming.termbase.language import Tag
    from zhengming.termbase.position import Position
    from zhengming.tmx.formats.format import Wanted
    from zhengming.tmx.texts.block import Block, TextFormat

__all__ = ["TEXTS", "language_of_text", "text_format_of", "units"]

TEXTS: tuple[TextFormat, ...] = (plain.FORMAT, markdown.FORMAT, docx.FORMAT, webpage.FORMAT)


def text_format_of(path: str) -> TextFormat:
    """Return the kind of text that the path's suffix claims, in whatever case. Raise UnknownFormat if none does."""
    for known in TEXTS:
        if path.lower().endswith(known.suffixes):
            return known
    suffixes = ", ".join(suffix for known in TEXTS for suffix in known.suffixes)
    raise UnknownFormat(f"{path}: no text that can be read beside another; known are {suffixes}")


def units(
    source: tuple[BinaryIO, str], target: tuple[BinaryIO, str], report: Callable[[Issue], None], wanted: Wanted
) -> Iterator[TranslationUnit]:
    """Yield a unit for each two blocks that belong together; what is left over is reported, once.

    Each text is given with its path. Raise UnreadableFile where one of them cannot be read, or has no language.
    """
    languages = (
        language_of_text(source[1], wanted.source_language, "source"),
        language_of_text(target[1], wanted.target_language, "target"),
    )
    blocks = [list(text_format_of(path).blocks(stream, path)) for stream, path in (source, target)]
    header = Header({"srclang": str(languages[0])}, path=target[1])
    gaps: list[Gap] = []
    number = 0
    for pair in paired(*blocks):
        if isinstance(pair, Gap):
            gaps.append(pair)
            continue
        number += 1
        variants = tuple(
            TranslationUnitVariant(str(language), block.segment, position=_place(block))
            for language, block in zip(languages, pair, strict=True)
        )
        yield TranslationUnit(variants, header, number=number, position=_place(pair[1]))
    if gaps:
        report(_unaligned(gaps, blocks, (source[1], target[1])))


def language_of_text(path: str, wanted: Tag | None, side: str) -> Tag:
    """Return the language that the name says, else the one wanted. Raise UnreadableFile if there is neither."""
    language = language_of(path) or wanted
    if language is None:
        raise UnreadableFile(Location(path), f"its name does not say its language (news.zh.md); give --{side}-language")
    return language


def _place(block: Block) -> Position | None:
    return block.segment.position(0)


def _unaligned(gaps: Sequence[Gap], blocks: Sequence[Sequence[Block]], paths: tuple[str, str]) -> Issue:
    """Return the one issue that says what was not compared, and where."""
    first = gaps[0]
    unread = sum(len(gap.targets) for gap in gaps)
    counts = f"{len(first.sources)} against {len(first.targets)} paragraphs"
    message = f"{counts} from here on; not checked: {unread} of {len(blocks[1])} paragraphs; align the two texts first"
    places = [_start(gap.targets, blocks[1], paths[1]) for gap in gaps]
    others = [
        Related(place, f"{len(gap.sources)} against {len(gap.targets)} paragraphs")
        for gap, place in zip(gaps[1:], places[1:], strict=True)
    ]
    beside = Related(_start(first.sources, blocks[0], paths[0]), "here in the source")
    return Issue(
        check=UNALIGNED_TEXTS,
        severity=UNALIGNED_TEXTS.severity,
        message=message,
        location=places[0],
        related=(beside, *others),
    )


def _start(within: Sequence[Block], whole: Sequence[Block], path: str) -> Location:
    """Return where these blocks begin; if there are none, where the text does."""
    block = next(iter(within or whole), None)
    origin = block.segment.origin if block else None
    return Location(path, origin.position(0), part=origin.part) if origin else Location(path)
