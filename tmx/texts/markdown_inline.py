"""What stands in a line of Markdown: text, and what is none: code, addresses, HTML, marks of emphasis and links."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from zhengming.tmx.texts.block import SegmentBuilder
from zhengming.tmx.texts.line_ends import joint

if TYPE_CHECKING:
    from zhengming.tmx.formats.text_lines import Line
    from zhengming.tmx.model import Segment

__all__ = ["segment_of"]

#: One of these begins at a character that may be more than itself. Code and addresses are to stand in the translation
#: as well; of links, images and emphasis only the text counts, for languages emphasise differently.
_TOKEN = re.compile(
    r"""
      (?P<break>(?:\\|(?<![ \t])[ \t]*)(?:\r\n|\r|\n)[ \t]*)
    | \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<code>(?<!`)(?P<ticks>`+)(?!`)[^`](?:[^`]|(?!(?P=ticks)(?!`))`)*?(?<!`)(?P=ticks)(?!`))
    | (?P<address><(?:https?|mailto|ftp):[^<>\s]*>|https?://[^\s<>()（），。；、“”]+)
    | (?P<html></?[A-Za-z][\w-]*(?:\s[^<>]*)?/?>|<!--.*?-->)
    | (?P<entity>&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)
    | (?P<note>\[\^[^\]\s]+\])
    | (?P<bracket>!?\[(?=[^\[\]]*\]\(|[^\[\]]*\]\[)|(?<=\[)!\[)
    | (?P<target>\](?:\((?:[^()\\\n]|\\.|\([^()\n]*\))*\)|\[[^\[\]\n]*\]))
    | (?P<emphasis>\*+|~~|(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w))
    """,
    re.VERBOSE,
)


def segment_of(lines: list[tuple[Line, int]], column: int = 0, *, path: str, encoding: str) -> Segment:
    """Return the segment of a block, given its lines and at which column of each its text begins, from 0.

    `column` is where in the file's line the first one begins, if it is cut out of it.
    """
    first, start = lines[0]
    written = "".join(line.text for line, _ in lines)
    raw = written[start:].rstrip()
    skipped: dict[int, int] = {}
    offset = len(first.text) - start
    for line, margin in lines[1:]:
        skipped[offset] = offset + margin
        offset += len(line.text)
    builder = SegmentBuilder(raw)
    done = 0
    for match in _TOKEN.finditer(raw):
        if match.start() < done:
            continue
        builder.add(done, match.start())
        done = _add(builder, match, raw, skipped)
    builder.add(done, len(raw))
    byte = first.byte + len(first.text[:start].encode(encoding))
    return builder.segment(path, encoding, first.number, column + start + 1, byte)


def _add(builder: SegmentBuilder, match: re.Match[str], raw: str, skipped: dict[int, int]) -> int:
    """Add what was met and return where it ends."""
    start, end = match.span()
    kind = match.lastgroup
    if match["break"] is not None:
        # The marks of a block quote before the next line are no text.
        end = max(end, skipped.get(start + len(match["break"].rstrip(" \t")), end))
        builder.add_as(joint(builder.last, raw[end : end + 1]), start, end)
    elif match["escaped"] is not None:
        builder.add_as(match["escaped"], start, end)
    elif match["entity"] is not None:
        builder.add_as(html.unescape(match["entity"]), start, end)
    elif match["emphasis"] is not None and _is_lone(raw, start, end):
        builder.add(start, end)
    elif kind not in {"bracket", "target", "emphasis", "html"}:
        builder.add_code(match.group())
    return end


def _is_lone(raw: str, start: int, end: int) -> bool:
    """Return whether a sign stands between blanks, as in 3 * 4, and so is itself."""
    return raw[start - 1 : start].strip() == "" and raw[end : end + 1].strip() == ""
