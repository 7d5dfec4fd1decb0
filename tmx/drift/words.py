"""The words of a text, as drift counts them: with places, and with a key that is equal for forms of one word."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from zhengming.termbase.text.frequency import cost
from zhengming.termbase.text.lemma import lemma_sets
from zhengming.termbase.text.normal import fold
from zhengming.termbase.text.script import HAN
from zhengming.termbase.text.words import tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["LANGUAGES", "Word", "is_content", "lemma", "stem", "words"]

#: The languages whose words can be told apart here, and whose empty words are known.
LANGUAGES = frozenset({"en", "zh"})
_LONGEST = 5
_RUNS = re.compile(rf"[{HAN}]+|[^\W\d_{HAN}]+")
_GLUE = re.compile(r"(?:'s)?'? *")
_SUFFIXES = (
    "ational isation ization ation ition ement ment ional ion ory ory ive ivity ity ical ally al ly ing ed er or "
    "ance ence ancy ency ant ent ful ness ise ize ic ous able ible ship ism ist y e i s"
).split()
_SHORTEST_STEM = 4
#: Words that name nothing: a phrase neither begins nor ends with one, and a change of one is no other rendering.
_EMPTY = frozenset(
    (
        "a an the this that these those it its they their them he she his her we our us you your i my who whose which "
        "what where when while whether if then than as so such same other others another each every any all both some "
        "many much more most few less least several various certain respective relevant related own also only just "
        "still even well very too not no nor or and but of in on at by for from to into onto upon with within without "
        "under over between among amid about around through throughout during before after since until against "
        "towards toward across along per via up down out off be is are was were been being am do does did done have "
        "has had having will would shall should can could may might must need there here one two three four five six "
        "seven eight nine ten first second third last next new including include included namely etc eg ie e.g i.e "
        "year month quarter week day half end early late time period january february march april may june july "
        "august september october november december percent cent per us hk mr mrs ms dr "
    ).split()
) | frozenset(
    (
        "的 之 了 在 是 和 与 及 或 以及 以 于 由 为 为了 对 对于 将 把 被 向 从 自 至 到 按 按照 根据 就 并 并且 而 而且 也 亦 都 均 "
        "等 其 其他 其它 该 该等 此 这 这些 那 那些 有 有关 相关 没有 无 不 未 已 已经 正 会 可 可以 能 能够 应 须 必须 需 需要 "
        "个 项 名 种 家 次 位 份 条 些 一 二 三 四 五 六 七 八 九 十 两 一个 一些 多 少 更 最 较 很 非常 各 各个 各项 每 所 者 "
        "年 月 日 季 年内 年底 本年 去年 年初 期间 期 后 前 中 内 外 上 下 间 时 当 当时 同时 我们 他们 我 你 您 他 她 它 本 "
        "自己 作 作为 以来 之间 之后 之前 因 因为 所以 如 如果 例如 包括 其中 及其 但 但是 则 若 虽然 使 令 让 通过 透过 经 "
        "百分之 个月 年度 第 第一 第二 第三 上半年 下半年 季度 新 大 小 高 低 着 过 地 得 出 入 来 去 起 行 若干 部分"
    ).split()
)  # fmt: skip


class Word(NamedTuple):
    """A word and its place; `key` is empty for what parts phrases: a number, a comma."""

    key: str
    start: int
    end: int


def words(text: str, language: str) -> list[Word]:
    """Return the words of a text, folded, with a keyless one between those that no phrase may join."""
    folded = fold(text)
    found = _cut(folded) if language == "zh" else ((t.text, t.start, t.end) for t in tokens(folded))
    result: list[Word] = []
    last = 0
    for key, start, end in found:
        if not key.isalpha():
            key = ""  # noqa: PLW2901
        if (result and not _GLUE.fullmatch(folded, last, start)) and result[-1].key:
            result.append(Word("", last, last))
        if key or (result and result[-1].key):
            result.append(Word(key, start, end))
        last = end
    return result


def is_content(key: str) -> bool:
    """Return whether a word names something."""
    return bool(key) and key not in _EMPTY and (len(key) > 1 or not key.isascii())


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return one key for the forms of a folded word: banks and bank, stored and store."""
    if not word.isascii() or word in _EMPTY:
        return word
    return min(lemma_sets(word, "en"), key=lambda form: (len(form), form)).removesuffix("e")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return one key for words of one root: supervision, supervisory, supervises."""
    if not word.isascii() or word in _EMPTY:
        return word
    root = lemma(word)
    while suffix := next((s for s in _SUFFIXES if root.endswith(s) and len(root) - len(s) >= _SHORTEST_STEM), ""):
        root = root.removesuffix(suffix)
    return root


def _cut(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yield the words of a Chinese text: the cheapest segmentation by jieba's frequencies, and the Latin between."""
    for run in _RUNS.finditer(folded):
        start = run.start()
        if run.group()[0] < "\u2e80":
            yield run.group(), start, run.end()
            continue
        for word in _segmented(run.group()):
            yield word, start, start + len(word)
            start += len(word)


def _segmented(run: str) -> list[str]:
    size = len(run)
    best = [0.0] + [math.inf] * size
    back = [0] * (size + 1)
    for start in range(size):
        base = best[start]
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            total = base + cost(run[start:end])
            if total < best[end]:
                best[end], back[end] = total, start
    result: list[str] = []
    while size:
        result.append(run[back[size] : size])
        size = back[size]
    return result[::-1]
