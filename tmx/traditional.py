"""Whether text that calls itself just `zh` is Traditional: a bare tag is read as Simplified, and would deceive."""

from __future__ import annotations

__all__ = ["ScriptCount"]

#: Frequent characters that only one of the two scripts writes.
_TRADITIONAL = frozenset(
    "這個們說時國對來會為過還後與從開關經電見長問門間題無產業東車書學習應該發現實體機進運動點線將稅貿議號當種樣頭萬億"
)
_SIMPLIFIED = frozenset(
    "这个们说时国对来会为过还与从开关经电见长问门间题无产业东车书学习应该发现实体机进运动点线将税贸议号当种样头万亿"
)
_ENOUGH = 40


class ScriptCount:
    """Counts telling characters until there are enough to be sure."""

    __slots__ = ("_simplified", "_traditional")

    def __init__(self) -> None:
        self._traditional = 0
        self._simplified = 0

    def add(self, text: str) -> None:
        """Look at a text that might be either."""
        characters = set(text)
        self._traditional += len(characters & _TRADITIONAL)
        self._simplified += len(characters & _SIMPLIFIED)

    @property
    def is_enough(self) -> bool:
        """Whether further text would not change the answer."""
        return self._traditional + self._simplified >= _ENOUGH

    @property
    def is_traditional(self) -> bool:
        """Whether most of the telling characters so far are Traditional."""
        return self._traditional > self._simplified
