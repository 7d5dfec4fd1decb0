"""What of a text has been taken out and put in, in words; in Chinese and its like, in characters."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.script import HAN

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Stretch", "stretches"]

#: A word with its apostrophe or hyphen, a number whole, white space, or one sign.
_UNITS = re.compile(
    rf"[{HAN}\u3040-\u30ff]|\d+(?:[.,]\d+)*|[^\W\d_{HAN}\u3040-\u30ff]+(?:['’-][^\W\d_{HAN}\u3040-\u30ff]+)*|\s+|."
)
#: Longer texts are compared in a time that nobody waits for.
_MOST_UNITS = 4_000


class Stretch(NamedTuple):
    """A stretch of two texts: the same in both, or what the one has in place of the other's."""

    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether nothing has changed here."""
        return self.before == self.after


def stretches(before: str, after: str) -> Iterator[Stretch]:
    """Yield the stretches of two texts from their beginning to their end."""
    ones, others = _UNITS.findall(before), _UNITS.findall(after)
    if max(len(ones), len(others)) > _MOST_UNITS or not ones or not others:
        yield Stretch(before, after)
        return
    for tag, start, end, other_start, other_end in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        one, other = "".join(ones[start:end]), "".join(others[other_start:other_end])
        yield Stretch(one, one if tag == "equal" else other)
