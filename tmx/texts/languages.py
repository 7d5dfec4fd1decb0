"""The language of a text, by the name of its file: news.zh.md, README_zh-CN.txt, docs/en/news.md."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from zhengming.termbase.language import is_registered, parse

if TYPE_CHECKING:
    from zhengming.termbase.language import Tag

__all__ = ["language_of"]

_AT_THE_END = re.compile(r"(?:^|[._-])([A-Za-z]{2}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?)$")


def language_of(path: str) -> Tag | None:
    """Return the language that the name ends in, else that of the nearest folder called for one, or None."""
    pure = PurePath(path)
    stems = [pure.stem, *(parent.name for parent in pure.parents)]
    for depth, stem in enumerate(stems):
        match = _AT_THE_END.search(stem) if depth == 0 else _AT_THE_END.fullmatch(stem)
        tag = parse(match[1]) if match else None
        if tag is not None and is_registered(tag):
            return tag
    return None
