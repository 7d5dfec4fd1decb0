"""C004: how many planted inconsistencies are found, and what is said of text as it stands.

    python -m benchmarks.accuracy.drift [--read 50]

In each corpus recurring phrases are looked for whose translation never changes, by plain counting of strings and
not by the checker's means; then, in one unit of each, one word of the translation is replaced by a synonym. A plant
is found if an issue underlines the new word. With --read the first issues on the corpora as they are come with their
texts, for a person to judge.

The first corpus is made from the glossary. The others are read where they stand, in ../shared, and left out where
that folder is not.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.accuracy.corpora import corpora, document
from zhengming.termbase.concept import Termbase
from zhengming.termbase.text.frequency import cost
from zhengming.termbase.text.normal import fold
from zhengming.tmx.review import review

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.accuracy.corpora import Corpus, Text
    from zhengming.termbase.issue import Issue

#: Words that translators put for one another.
_SYNONYMS = {
    "en": "material substance | oxide compound | metal element | permanent lasting | product article | system scheme | "
    "systems schemes | control restriction | controls curbs | powder dust | alloy mixture | ore mineral | "
    "license permit | measure step | measures steps | management administration | equipment apparatus | market trade | "
    "markets exchanges | tariff levy | industry sector | security safety | rate level | production manufacture | "
    "company firm | regulation rule | committee panel | disease sickness | diseases sicknesses | patients sufferers | "
    "testing examination | tests examinations | treatment cure | drugs remedies | virus germ | cells bodies | "
    "risk danger | study inquiry | health wellness | policy strategy | banks lenders | fund pool | financial fiscal | "
    "loan credit | loans credits | growth expansion | supervisory oversight | authority agency | pure unmixed | "
    "battery accumulator | furnace kiln | waste refuse | special particular | quota allotment | plan blueprint | "
    "service offering | services offerings | payment remittance | reserve stockpile | infrastructure facilities | "
    "protection defence | response reaction | transmission spread | distancing separation | factors causes",
    "zh": "设备 器材 | 系统 制度 | 管理 经营 | 监管 监察 | 措施 办法 | 疾病 毛病 | 患者 病人 | 治疗 医治 | "
    "症状 迹象 | 检测 化验 | 感染 传染 | 药物 药品 | 研究 调查 | 风险 危险 | 市场 商场 | 政策 方针 | "
    "贷款 借款 | 增长 扩张 | 机构 单位 | 工具 用具 | 设置 安排 | 文件 档案 | 图像 影像 | 颜色 色彩 | "
    "窗口 视窗 | 模式 方式 | 路径 途径 | 选择 挑选 | 数据 资料 | 项目 工程 | 疫苗 药剂 | 反应 回应 | "
    "防护 保护 | 隔离 分开 | 传播 扩散 | 金融 财务 | 危機 困境 | 系統 制度 | 監管 監察 | 風險 危險 | "
    "基建 建設 | 負債 債務 | 資產 財產 | 儲備 積蓄 | 計劃 方案 | 服務 業務 | 市場 商場 | 債券 股票 | "
    "貸款 借款 | 指引 指示 | 審查 檢查 | 清单 目录 | 许可 批准 | 材料 原料 | 产品 商品 | 管制 限制",
}
#: With these a phrase is no term.
_NO_TERMS = frozenset(
    (
        "from rose shall with that this have been were will their these more than into also which such other some "
        "不能 保持 香港 進行 进行 以及 维持 維持"
    ).split()
)
_LOOSE = frozenset("的及其和與与在是了並并或")
_FEWEST, _SHARE = 5, 0.6
#: What costs more is in no dictionary.
_RARE_WORD = 18
#: A word planted everywhere would be a usual one.
_MOST_OF_ONE = 3


class Plant(NamedTuple):
    """A changed word: the number of the unit, and where in the target the word stands."""

    unit: int
    start: int
    end: int
    old: str
    new: str


def planted(corpus: Corpus) -> tuple[list[Text], list[Plant]]:
    """Return the texts with one word changed here and there, and where."""
    texts = list(corpus.texts)
    plants: list[Plant] = []
    taken: set[int] = set()
    used: Counter[str] = Counter()
    language = corpus.languages[1].partition("-")[0]
    pairs = [pair.split() for pair in _SYNONYMS[language].split("|")]
    for phrase, old, new, units in _constant(corpus, {old: new.replace("-", " ") for old, new in pairs}):
        free = (unit for unit in units[len(units) // 2 :] if unit not in taken)
        unit = next((unit for unit in free if texts[unit][1].lower().count(old) == 1), None)
        if unit is not None and used[new] < _MOST_OF_ONE:
            used[new] += 1
            source, target = texts[unit]
            start = target.index(phrase) + phrase.index(old)
            texts[unit] = source, target[:start] + new + target[start + len(old) :]
            plants.append(Plant(unit, start, start + len(new), phrase, phrase.replace(old, new)))
            taken.update(units)
    return texts, plants


def _constant(corpus: Corpus, synonyms: dict[str, str]) -> Iterator[tuple[str, str, str, list[int]]]:
    """Yield target phrases with a word to be changed that go with a source phrase, each always with the other."""
    sources, targets = (_phrases(corpus, side, None if not side else synonyms) for side in (0, 1))
    with_units: defaultdict[int, set[str]] = defaultdict(set)
    for phrase, units in sources.items():
        for unit in units:
            with_units[unit].add(phrase)
    for phrase in sorted(targets):
        units = targets[phrase]
        near = Counter(other for unit in units for other in with_units[unit])
        if any(count >= _SHARE * len(units) and len(sources[other]) * _SHARE <= count for other, count in near.items()):
            old = next(word for word in synonyms if word in phrase)
            yield phrase, old, synonyms[old], sorted(units)


def _phrases(corpus: Corpus, side: int, synonyms: dict[str, str] | None) -> dict[str, set[int]]:
    """Return phrases of two words, or four characters, with their units; with `synonyms` those that hold one."""
    is_chinese = corpus.languages[side].startswith("zh")
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, text in enumerate(text[side] for text in corpus.texts):
        if is_chinese:
            pieces: Sequence[str] = [text[at : at + 4] for at in range(len(text) - 3)]
        else:
            words = text.lower().split()
            pieces = [" ".join(words[at : at + 2]) for at in range(len(words) - 1)]
        for piece in pieces:
            parts = {piece[:2], piece[2:]} if is_chinese else set(piece.split())
            if parts & _NO_TERMS or not all(map(_is_word, parts)):
                continue
            if (synonyms is None or parts & set(synonyms)) and piece in text:
                found[piece].add(number)
    return {piece: units for piece, units in found.items() if len(units) >= _FEWEST}


def _is_word(part: str) -> bool:
    """Return whether a part is a word that may name something: 管局 of 金管局 is none."""
    if not part.isalpha() or _LOOSE & set(part):
        return False
    return len(part) > 3 if part.isascii() else cost(fold(part)) < _RARE_WORD  # noqa: PLR2004


def issues(corpus: Corpus, texts: list[Text]) -> list[Issue]:
    """Return what the command says of the texts, without a termbase."""
    file = document("corpus.tmx", corpus.languages, texts)
    return list(review([file], Termbase(()), ["C004"]))


def is_found(plant: Plant, target: str, said: list[Issue]) -> bool:
    """Return whether an issue on that text underlines the new word."""
    spans = [issue.target_span for issue in said if issue.passage is not None and issue.passage.target == target]
    return any(span is not None and span.start < plant.end and plant.start < span.end for span in spans)


class Figures(NamedTuple):
    """What was measured on one corpus."""

    corpus: str
    units: int
    planted: int
    found: int
    plain: int


def figures(corpus: Corpus) -> Figures:
    """Measure on one corpus."""
    texts, plants = planted(corpus)
    said = issues(corpus, texts)
    hits = sum(is_found(plant, texts[plant.unit][1], said) for plant in plants)
    return Figures(corpus.name, len(texts), len(plants), hits, len(issues(corpus, corpus.texts)))


def main() -> None:
    """Show the plants that are missed and the first issues on texts as they are, to be read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--read", type=int, default=0, metavar="N", help="show the first N issues of each corpus")
    parser.add_argument("--missed", action="store_true", help="show the plants that were missed")
    options = parser.parse_args()
    for corpus in corpora():
        print(*figures(corpus), sep="  ")
        if options.missed:
            texts, plants = planted(corpus)
            said = issues(corpus, texts)
            for plant in plants:
                if not is_found(plant, texts[plant.unit][1], said):
                    print(f"missed: {plant.old} > {plant.new}: {texts[plant.unit]}")
        for issue in issues(corpus, corpus.texts)[: options.read]:
            assert issue.passage is not None  # noqa: S101  for the type checker: it is an issue of a pair
            print(f"{issue.severity} {issue.message}\n  {issue.passage.source}\n  {issue.passage.target}")


if __name__ == "__main__":
    main()
