"""The recurring phrases of a language: what may be a term."""

from __future__ import annotations

from array import array
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.drift.corpus import Phrase, Side

__all__ = ["is_term", "recurring"]

_LONGEST = 5
_SLOTS = 1 << 22
_MOST_COUNTED = 255
_SHORTEST_HAN = 3
#: What may join the parts of a term.
_JOINING = frozenset("及 和 与 相关 of and for in related".split())
#: Verbs and adverbs of any text: what begins with one is a   of speech.
_TURNS = frozenset(
    "achiev announc assist becom begin     carry caus clos closely conduct consider continu decid declin "
    "decreas enhanc ensur establish expect fac fost fully furth further gain get giv help highly improv increas "
    "introduc invit issu keep lead launch maintain mak meet mad mak       participat play promot propos "
    "provid publish pursu rais reach receiv   reduc reflect remain   requir respond       se seek "
    "  start strengthen   tak took turn   widely work".split()
) | frozenset(
    "采取 参与 持续 达 达到 大致 反映 改善 公布 鼓励 广泛 积极 继续 加强 加快 减少 进行 进一步 开始 落实 密切 确保 取得 上升 设立 "
    "实施 提高 提供 提升 推出 推动 推广 维持 下跌 下降 协助 宣布 影响 有效 增加 增强 增进 支持 致力 逐步 促进 保持 发表 显示 成为 "
    "发挥 欢迎 举办 举行 参加 希望 表示 认为 指出 强调 坚持 努力 完成 建立 制定".split()
)  # fmt: skip


def recurring(side: Side, least: int) -> dict[Phrase, array[int]]:
    """Return the phrases of one to five words that stand in `least` units or more, with these units.

    Longer phrases are looked for only where both their shorter parts recur; a table of small counters, in which
    phrases may share a place, first rules out nearly all that stand too rarely.
    """
    found: dict[Phrase, array[int]] = {}
    frequent: set[Phrase] = set()
    for length in range(1, _LONGEST + 1):
        counters = bytearray(_SLOTS)
        for unit in side.units:
            for phrase in _grams(unit, length, frequent):
                slot = hash(phrase) % _SLOTS
                counters[slot] += counters[slot] < _MOST_COUNTED
        units: defaultdict[Phrase, array[int]] = defaultdict(_numbers)
        for number, unit in enumerate(side.units):
            for phrase in _grams(unit, length, frequent):
                if counters[hash(phrase) % _SLOTS] >= least:
                    units[phrase].append(number)
        frequent = {phrase for phrase, where in units.items() if len(where) >= least}
        found |= {p: units[p] for p in frequent if side.is_content(p[0]) and side.is_content(p[-1])}
    return {phrase: found[phrase] for phrase in sorted(found)}


def is_term(phrase: Phrase, side: Side) -> bool:
    """Return whether a phrase may name something: two English words and more, three Han characters and more."""
    words = [side.words[number] for number in phrase]
    if any(word in _TURNS for word in (words[0], words[-1])):
        return False
    if not all(side.is_content(number) or word in _JOINING for number, word in zip(phrase, words, strict=True)):
        return False
    if words[0].isascii():
        return len(side.content(phrase)) > 1
    return sum(map(len, words)) >= _SHORTEST_HAN


def _numbers() -> array[int]:
    return array("I")


def _grams(unit: array[int], length: int, frequent: set[Phrase]) -> set[Phrase]:
    """Return the phrases of so many words in a unit whose parts are frequent."""
    return set(_runs(unit, length, frequent))


def _runs(unit: array[int], length: int, frequent: set[Phrase]) -> Iterator[Phrase]:
    listed = unit.tolist()
    if length == 1:
        yield from ((number,) for number in listed if number)
        return
    was_frequent = False
    for at in range(len(listed) - length + 2):
        part = tuple(listed[at : at + length - 1])
        is_frequent = part in frequent
        if is_frequent and was_frequent:
            yield (listed[at - 1], *part)
        was_frequent = is_frequent
