"""Each remedy changes what is said of one pair of texts at least: with it first, without it second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.remedy import EVERY_REMEDY, Remedy

if TYPE_CHECKING:
    from collections.abc import Callable

GLOSSARY = """\
id,subject_field,zh-Hans,en,part_of_speech,status,check,source
C1,control,出口管制,export control,noun,approved,strict,Export Control Law
C2,control,实体清单,Entity List,noun,approved,strict,EAR
C3,control,不可靠实体清单,Unreliable Entity List,noun,approved,strict,MOFCOM Order No. 4 of 2020
C4,control,实施出口管制,place under control,verb,approved,soft,EAR
C5,materials,银,silver,noun,approved,strict,USGS
C6,trade,国有,state-owned,adjective,approved,strict,Company Law
C7,trade,反倾销,anti-dumping,noun,approved,strict,WTO
C8,trade,关税,tariff,noun,approved,strict,WTO
C9,magnets,磁体制造,magnet making,noun,approved,strict,USGS
C10,finance,证券,securities,noun,approved,strict,Securities Law
C11,finance,储备基金,Reserve Fund,noun,approved,strict,statute
C12,trade,世贸组织,WTO,noun,approved,strict,WTO
C13,control,许可证,licence,noun,approved,strict,Export Control Law
C14,trade,许可证,permit,noun,approved,strict,Mineral Resources Law
C15,trade,第三国转口,transshipment through third countries,noun,approved,strict,USTR
C16,control,最终用户,end user,noun,approved,strict,Export Control Law
C17,control,最终用途,end use,noun,approved,strict,Export Control Law
C18,trade,财务报表附注,notes to the financial statements,noun,approved,strict,accounting standard
C19,trade,信息技术,IT,noun,approved,strict,WTO
C20,trade,出口退税,export tax rebate,noun,approved,strict,tax law
C21,trade,出口税,export tax,noun,approved,strict,tax law
"""

Example = tuple[tuple[tuple[str, str], ...], str, str]

#: Pairs of texts, what is said of the last with the remedy, and what without it.
EXAMPLES: dict[Remedy, Example] = {
    Remedy.LONGEST_MATCH: (
        (("不可靠实体清单", "the Unreliable Entity List"),),
        "",
        "T001 major 实体清单: expected “Entity List”, found none of them",
    ),
    Remedy.SCRIPTS: (
        (("列入實體清單", "put on a list"),),
        "T001 major 實體清單: expected “Entity List”, found none of them",
        "",
    ),
    Remedy.INFLECTION: (
        (("Tariffs rose.", "税费上涨。"),),
        "T001 major Tariffs: expected “关税”, found none of them",
        "",
    ),
    Remedy.SPELLING: (
        (("antidumping duties", "倾销税"),),
        "T001 major antidumping: expected “反倾销”, found none of them",
        "",
    ),
    Remedy.CASE: (
        (("It is said that prices rose.", "据说价格上涨。"),),
        "",
        "T001 major It: expected “信息技术”, found none of them",
    ),
    Remedy.HIDING_WORDS: (
        (("银行上调利率", "Banks raised their rates."),),
        "",
        "T001 major 银: expected “silver”, found none of them",
    ),
    Remedy.QUALIFIED: (
        (("a non-tariff barrier", "非贸易壁垒"),),
        "",
        "T001 major tariff: expected “关税”, found none of them",
    ),
    Remedy.FREE_PHRASES: (
        (("对镝实施出口管制", "limits on dysprosium"),),
        "T001 major 出口管制: expected “export control”, found none of them",
        "T001 neutral 实施出口管制: expected “place under control”, found none of them",
    ),
    Remedy.BORDER_COST: (
        (("中国有大量稀土", "China has a lot of rare earths."),),
        "",
        "T001 major 国有: expected “state-owned”, found none of them",
    ),
    Remedy.NAMESAKES: (
        (("许可证", "a licence"),),
        "",
        "T001 major 许可证: expected “permit”, found none of them",
    ),
    Remedy.CLAIMED_WORDS: (
        (("实体清单和不可靠实体清单", "the Unreliable Entity List"),),
        "T001 major 实体清单: expected “Entity List”, found none of them",
        "",
    ),
    Remedy.LONGER_NAMES: (
        (("实体清单", "the Unreliable Entity List"),),
        "T001 major 实体清单: expected “Entity List”, found “Unreliable Entity List”, which is 不可靠实体清单 (C3)",
        "",
    ),
    Remedy.KIN: (
        (("最终用户", "the end use"),),
        "T001 major 最终用户: expected “end user”, found “end use”, which is 最终用途 (C17)",
        "T001 major 最终用户: expected “end user”, found none of them",
    ),
    Remedy.WORD_ORDER: (
        (("出口管制", "control of exports"),),
        "",
        "T001 major 出口管制: expected “export control”, found none of them",
    ),
    Remedy.PARTED: (
        (("notes to the financial statements", "财务报表的附注"),),
        "",
        "T001 major notes to the financial statements: expected “财务报表附注”, found none of them",
    ),
    Remedy.LOST_SPACES: (
        (("出口管制", "exportcont rol"),),
        "",
        "T001 major 出口管制: expected “export control”, found none of them",
    ),
    Remedy.VERBS: (
        (("第三国转口", "transshipped through third countries"),),
        "",
        "T001 major 第三国转口: expected “transshipment through third countries”, found none of them",
    ),
    Remedy.INITIALS: (
        (("出口退税", "the ETR"),),
        "",
        "T001 major 出口退税: expected “export tax rebate”, found none of them",
    ),
    Remedy.SHORT_NAMES: (
        (("储备基金", "the Reserve Fund"), ("储备基金去年盈利。", "Last year the Fund had a profit.")),
        "T001 minor 储备基金: expected “Reserve Fund”, found none of them",
        "T001 major 储备基金: expected “Reserve Fund”, found none of them",
    ),
    Remedy.AGENTS: (
        (("磁体制造商", "those who make magnets"),),
        "T001 minor 磁体制造: expected “magnet making”, found none of them",
        "T001 major 磁体制造: expected “magnet making”, found none of them",
    ),
    Remedy.LONE_SINGULARS: (
        (("security", "安全"),),
        "T001 minor security: expected “证券”, found none of them",
        "T001 major security: expected “证券”, found none of them",
    ),
    Remedy.SHARED_WORDS: (
        (("出口退税和出口税", "the export tax rebate"),),
        "T001 minor 出口税: expected “export tax”, found none of them",
        "T001 major 出口税: expected “export tax”, found none of them",
    ),
}


def test_each_remedy_has_an_example() -> None:
    assert list(EXAMPLES) == list(Remedy)


@pytest.mark.parametrize("remedy", Remedy, ids=lambda remedy: remedy.name)
def test_without_the_remedy_something_else_is_said(remedy: Remedy, review_of: Callable[..., list[str]]) -> None:
    pairs, expected, without = EXAMPLES[remedy]
    languages = ("zh-CN", "en") if pairs[0][0] > "z" else ("en", "zh-CN")
    said = {
        name: " ".join(review_of(*pairs, select="T001", glossary=GLOSSARY, languages=languages, remedies=remedies))
        for name, remedies in (("with", EVERY_REMEDY), ("without", EVERY_REMEDY - {remedy}))
    }
    assert said == {"with": expected, "without": without}
