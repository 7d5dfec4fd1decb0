"""How much text there is, as translators count it.

Characters are all but white space. Words are what white space parts, if there is a letter or digit in them; where a
text is written without spaces, each Chinese character or kana is one, as word
processors count. A text in Thai or Lao is told by its characters only, for its words have no borders.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from zhengming.termbase.text.script import HAN

__all__ = ["NOTHING", "Volume", "volume"]

#: Hangul is not among them: Korean parts its words.
_SINGLE = re.compile(rf"[{HAN}\u3041-\u3096\u30a1-\u30fa\u30fc\u31f0-\u31ff]")
#: What stands between spaces, if there is a letter or digit in it.
_WORD = re.compile(r"(?:[^\w\s]|_)*[^\W_]\S*")


class Volume(NamedTuple):
    """How many segments, words and characters."""

    segments: int
    words: int
    characters: int

    def plus(self, other: Volume) -> Volume:
        """Return both together."""
        return Volume(*(one + another for one, another in zip(self, other, strict=True)))


NOTHING = Volume(0, 0, 0)


def volume(text: str) -> Volume:
    """Return how much one segment is."""
    characters = len("".join(text.split()))
    rest, single = (text, 0) if text.isascii() else _SINGLE.subn(" ", text)
    return Volume(1, single + len(_WORD.findall(rest)), characters)
