"""What a candidate may begin and end with, and what may stand within it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zhengming.termbase.text.frequency import part_of_speech
from zhengming.termbase.text.inflect import american, singular
from zhengming.termbase.text.irregular import VERBS as IRREGULAR
from zhengming.tmx.drift.empty import EMPTY, VERBS
from zhengming.tmx.drift.words import is_verb
from zhengming.tmx.extraction.everyday import EVERYDAY

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["can_be_term", "can_end", "can_stand_alone", "can_stand_inside"]

#: Parts of speech that name nothing: adverbs, prepositions, conjunctions, pronouns, numerals, particles …
_NAMELESS = frozenset("cdefhmopqrtuyz")
#: What the dictionary calls adverb, numeral or place and what begins names nevertheless: 最终用户, 长期贷款, 上游企业.
_ATTRIBUTIVE = frozenset(
    "长期 短期 中期 永久 最终 相互 快速 特别 特定 共同 单边 多边 真实 高度 三方 "
    "内部 外部 上游 中游 下游 未来 本地 本港".split()
)
_NUMERALS = frozenset("一二三四五六七八九十百千万亿几第半两数多")
_MEASURES = frozenset("届 轮 批 宗 笔 架 台 辆 艘 吨 克 元 倍 成 间 号 期 页 张 只 天".split())
_FIRST, _LAST = frozenset({"end"}), frozenset("者人")
#: Single characters that join names or belong to one.
_INNER = frozenset("及 和 与 或 大 中 小 新 高 低 内 外 前 后 上 下 人 者 本".split())
_JOINING = frozenset("of and for in".split())
#: An adjective, participle or adverb: alone it is no term.
_ATTRIBUTE = re.compile(r"(?:al|ive|ous|able|ible|ful|less|ly|ed|ing|ary|ory|ic|ent|ant|ern)$")
_SHORTEST = 4
#: In American spelling too, or “programmes” would be none of them.
_ALONE_NOTHING = EVERYDAY | set(map(american, EVERYDAY)) | EMPTY | VERBS
#: A name does not end with one of these: Hong Kong's monetary and financial system.
_NO_HEAD = re.compile(
    r"(?:(?:at|ct|gn|ti|gi|ng)ional|[nt]cial|[cdghlnst]ical|etary|tory|eous|ious|rous|less|eful|[nrs]ible|[dkltv]able|omic|istic|mestic)$"
)
#: What laws and reports do, and titles of people; 管制 and 烧结 are verbs as well, but terms.
_NO_NAMES = frozenset(
    "应当 不得 用于 列入 适用 属于 具有 位于 有所 加以 予以 给予 签署 发布 印发 施行 生效 规定 依照 依据 违反 录得 "
    "下调 上调 调高 调低 巩固 毗邻 载于 设于 有助 先生 女士 小姐 博士".split()
)
#: Past forms of irregular verbs: said, rose, found.
_PAST = frozenset(
    form for verb, forms in IRREGULAR.items() for form in forms if form != verb and not form.endswith("ing")
) - {"bound", "ground"}
#: Verbs that are nouns as well: an annual report, end use.
_NOUNS_TOO = frozenset("report reports use uses work works issue issues set sets result results".split())


def can_end(word: str, *, is_first: bool) -> bool:
    """Return whether a candidate may begin (`is_first`) or end with that word."""
    if len(word) == 1:
        is_nameless = word in EMPTY or word in _MEASURES
        return not word.isascii() and (not is_nameless or (word in _LAST and not is_first))
    if (word in EMPTY and not (is_first and word in _FIRST)) or _is_verb(word):
        return False
    if word.isascii():
        return not word.endswith("ly") and (is_first or not _NO_HEAD.search(word))
    kind = part_of_speech(word)
    if kind in _NAMELESS:
        is_named = is_first and word in _ATTRIBUTIVE
        return is_named or (kind in "mq" and _NUMERALS.isdisjoint(word))  # 美元, 港元
    return True


def can_stand_inside(word: str) -> bool:
    """Return whether that word may stand within a candidate."""
    return not _is_verb(word) and (word not in EMPTY or word in _INNER or word in _JOINING)


def _is_verb(word: str) -> bool:
    return (is_verb(word) and word not in _NOUNS_TOO) or word in _NO_NAMES or word in _PAST


def can_stand_alone(word: str) -> bool:
    """Return whether a single word of a spaced language may be a term, for all that its form tells."""
    names = {word, singular(word), american(singular(word))}
    return len(word) >= _SHORTEST and names.isdisjoint(_ALONE_NOTHING) and not _ATTRIBUTE.search(word)


def can_be_term(words: list[str], is_single_term: Callable[[str], bool]) -> bool:
    """Return whether these words may name something; `is_single_term` judges a word of a spaced language alone."""
    if not (can_end(words[0], is_first=True) and can_end(words[-1], is_first=False)):
        return False
    if len(words) == 1:
        return len(words[0]) > 1 if words[0] >= "\u2e80" else is_single_term(words[0])
    return all(map(can_stand_inside, words[1:-1]))
