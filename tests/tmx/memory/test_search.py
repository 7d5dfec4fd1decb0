from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats import table
from zhengming.termbase.language import Tag
from zhengming.tmx.memory.judging import Judge
from zhengming.tmx.memory.search import Hit, Searcher, Wish
from zhengming.tmx.model import Header, InlineCode, Segment, TranslationUnit, TranslationUnitVariant

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase
    from zhengming.tmx.memory.store import Store

    from .conftest import TakeIn

ZH, EN = Tag("zh", "Hans"), Tag("en")
GLOSSARY = """\
id,zh-Hans,en,en:deprecated,part_of_speech,status,check,source
C1,出口管制,export control,export restriction,noun,approved,strict,Export Control Law
C2,磁材,magnet material,,noun,proposed,strict,general knowledge
"""


@pytest.fixture
def termbase() -> Termbase:
    return table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)


def searcher(store: Store, termbase: Termbase, source: Tag = ZH, target: Tag | None = EN) -> Searcher:
    return Searcher(store, source, target, Judge(termbase, {"T001", "T002"}).issues)


def shown(hits: list[Hit]) -> list[tuple[int, str]]:
    return [(hit.score, hit.target) for hit in hits]


def test_the_same_text_comes_first_then_what_is_like_it(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in(
        "news.tmx", [("海关公布了数据。", "Customs published the data."), ("海关公布了数字。", "Customs gave figures.")]
    )
    hits = searcher(store, termbase).hits(Wish("海关公布了数字。"), top=5, least=70)
    assert shown(hits) == [(100, "Customs gave figures."), (86, "Customs published the data.")]
    assert str(hits[0].pair.unit.location) == "news.tmx"


def test_a_memory_serves_both_ways(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("news.tmx", [("海关公布了数据。", "Customs published the data.")])
    hits = searcher(store, termbase, EN, None).hits(Wish("Customs published data."), top=5, least=70)
    assert shown(hits) == [(76, "海关公布了数据。")]


def test_between_the_same_neighbours_a_match_is_101(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("a.tmx", [("第一条", "Article 1"), ("定义", "Definitions"), ("第二条", "Article 2")])
    take_in("b.tmx", [("附件", "Annex"), ("定义", "Terms defined"), ("第三条", "Article 3")])
    search = searcher(store, termbase)
    assert shown(search.hits(Wish("定义", previous="附件", next="第三条"), top=5, least=70)) == [
        (101, "Terms defined"),
        (100, "Definitions"),
    ]
    assert {score for score, _ in shown(search.hits(Wish("定义"), top=5, least=70))} == {100}
    assert shown(search.hits(Wish("定义", previous="第一条"), top=1, least=70)) == [(101, "Definitions")]
    assert shown(search.hits(Wish("定义", previous="附件", next="第二条"), top=1, least=70))[0][0] == 100


def test_numbers_are_put_into_the_proposal(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("news.tmx", [("出口增长3%。", "Exports rose 3 percent.")])
    (hit,) = searcher(store, termbase).hits(Wish("出口增长5%。"), top=5, least=70)
    assert (hit.score, hit.target, hit.is_transferred) == (99, "Exports rose 5 percent.", True)
    assert hit.pair.target.text == "Exports rose 3 percent."


def test_what_breaks_the_termbase_is_marked_and_comes_last(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    wrong, right = "Export restrictions on gallium.", "Export controls on germanium."
    take_in("news.tmx", [("对镓实施出口管制。", wrong), ("对锗实施出口管制。", right)])
    hits = searcher(store, termbase).hits(Wish("对镓实施出口管制。"), top=5, least=70)
    assert shown(hits) == [(88, right), (100, wrong)]
    assert [(issue.check.code, issue.concept) for issue in hits[1].issues] == [("T002", "C1")]
    assert hits[0].issues == ()


def test_a_lighter_issue_decides_between_equals_only(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("news.tmx", [("磁材出口增长。", "Exports of magnets rose."), ("磁材出口增长！", "Magnet material rose!")])
    hits = searcher(store, termbase).hits(Wish("磁材出口增长。"), top=5, least=70)
    assert [hit.score for hit in hits] == [100, 92]
    assert [issue.check.code for issue in hits[0].issues] == ["T001"]


def test_a_pair_that_was_said_often_is_one_hit(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("a.tmx", [("定义", "Definitions")] * 3)
    take_in("b.tmx", [("定义", "Definitions")])
    (hit,) = searcher(store, termbase).hits(Wish("定义"), top=5, least=70)
    assert hit.count == 4


def test_no_more_than_wanted_and_nothing_below_the_least(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("a.tmx", [(f"出口{one}产品的规定", f"Rules {one}") for one in "甲乙丙丁戊己庚辛"])
    search = searcher(store, termbase)
    assert len(search.hits(Wish("出口壬产品的规定"), top=3, least=70)) == 3
    assert search.hits(Wish("出口壬产品的规定"), top=3, least=90) == []
    assert search.hits(Wish(""), top=3, least=70) == []


def test_a_unit_without_the_language_asked_for_is_no_hit(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    take_in("a.tmx", [("定义", "Definitions"), ("附件", "")])
    assert searcher(store, termbase, ZH, Tag("de")).hits(Wish("定义"), top=3, least=70) == []
    assert searcher(store, termbase).hits(Wish("附件"), top=3, least=70) == []


def test_other_inline_codes_cost_a_point(store: Store, take_in: TakeIn, termbase: Termbase) -> None:
    bold = (InlineCode("bpt", 0, (("i", "1"),), "<b>"), InlineCode("ept", 2, (("i", "1"),), "</b>"))
    variants = (
        TranslationUnitVariant("zh", Segment("定义", bold)),
        TranslationUnitVariant("en", Segment("Definitions")),
    )
    take_in("a.tmx", [TranslationUnit(variants, Header({"srclang": "zh"}), number=1)])
    search = searcher(store, termbase)
    assert shown(search.hits(Wish("定义"), top=3, least=70)) == [(99, "Definitions")]
    assert shown(search.hits(Wish("定义", bold), top=3, least=70)) == [(100, "Definitions")]
