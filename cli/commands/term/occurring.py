"""Which concepts a text speaks of: a prompt needs the terms of what is to be translated, not a thousand others."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from zhengming.termbase.concept import Enforcement
from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.table import decoded
from zhengming.termbase.match import Matcher
from zhengming.termbase.position import Location

if TYPE_CHECKING:
    from zhengming.termbase.concept import Concept
    from zhengming.termbase.language import Tag

__all__ = ["occurring", "read_text"]


def read_text(path: str) -> str:
    """Return what the file says, or standard input for “-”. Raise UnreadableFile."""
    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    except OSError as error:
        raise UnreadableFile(Location(path), f"{error.strerror}; name a text in UTF-8") from error
    return decoded(data, path)


def occurring(concepts: list[Concept], text: str, language: Tag) -> list[Concept]:
    """Return the concepts that a term of this language names in the text, of nested names the longest.

    A phrase that is not checked (`off`) hides nothing: in 实施出口管制 the term to get right is 出口管制.
    """
    matcher = Matcher(concepts, language.language)
    named: set[str] = set()
    for line in text.splitlines():
        found = matcher.find(line)
        open_ = [o.span for o in found.taken if o.concept.check is Enforcement.OFF]
        inside = (o for o in found.covered if any(s.start <= o.span.start and o.span.end <= s.end for s in open_))
        named.update(occurrence.concept.id for occurrence in (*found.taken, *inside))
    return [concept for concept in concepts if concept.id in named]
