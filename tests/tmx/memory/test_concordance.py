from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.concept import Termbase
from zhengming.termbase.formats import table
from zhengming.termbase.language import Tag
from zhengming.tmx.memory import concordance as module
from zhengming.tmx.memory.concordance import Concordance, Question, concordance

if TYPE_CHECKING:
    import pytest

    from zhengming.tmx.memory.store import Store

    from .conftest import TakeIn

ZH, EN = Tag("zh", "Hans"), Tag("en")
GLOSSARY = """\
id,zh-Hans,en,en:deprecated,part_of_speech,status,check,source
C1,氧化锑,antimony oxide,oxide of stibium,noun,approved,strict,Announcement No. 33 of 2024
C2,三氧化二锑,antimony trioxide,,noun,approved,strict,Announcement No. 33 of 2024
C3,高纯氧化锑,high-purity antimony oxide,,noun,approved,strict,Announcement No. 33 of 2024
"""
TERMBASE = table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)
NEWS = [
    ("氧化锑出口增长。", "Exports of antimony oxide rose."),
    ("他們購買氧化銻。", "They buy antimony oxides."),
    ("氧化锑价格下跌。", "The oxide of stibium is cheaper."),
    ("氧化锑库存不多。", "Stocks are low."),
    ("高纯氧化锑受管制。", "High-purity antimony oxide is controlled."),
    ("抛光粉出口增长。", "Exports of polishing powder rose."),
    ("抛光粉价格下跌。", "Polishing powders are cheaper."),
    ("商务部公布了数据。", "The ministry published the data."),
]


def counted(found: Concordance) -> list[tuple[int, str, bool]]:
    return [(len(group.lines), group.text, group.is_wrong) for group in found.groups]


def test_a_term_of_the_termbase_is_grouped_by_what_the_checks_see(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", NEWS)
    found = concordance(store, Question("氧化銻", ZH, EN, TERMBASE.concepts[0]), TERMBASE)
    assert found.units == 5
    assert counted(found) == [
        (1, "antimony oxide", False),
        (1, "antimony oxides", False),
        (1, "oxide of stibium", True),
        (1, "", False),
        (1, "", False),
    ]
    assert [group.is_inside for group in found.groups] == [False] * 4 + [True]
    line = found.groups[0].lines[0]
    assert line.pair.source.text[slice(*line.span)] == "氧化锑"


def test_english_is_found_in_any_inflection(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", NEWS)
    found = concordance(store, Question("polishing powder", EN, ZH, None), TERMBASE)
    assert counted(found) == [(2, "抛光粉", False)]


def test_what_no_termbase_has_is_rendered_by_what_its_units_share(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", NEWS)
    found = concordance(store, Question("拋光粉", ZH, EN, None), Termbase(()))
    assert [(count, text.lower()) for count, text, _ in counted(found)] == [(2, "polishing powder")]


def test_a_single_character_is_found(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", NEWS)
    assert concordance(store, Question("锑", ZH, EN, None), Termbase(())).units == 5


def test_nothing_is_found_of_what_nobody_said(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", NEWS)
    assert concordance(store, Question("钨", ZH, EN, None), Termbase(())) == ([], 0, True)


def test_of_very_many_units_some_are_read(store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_READ", 3)
    take_in("news.tmx", NEWS)
    found = concordance(store, Question("锑", ZH, EN, None), Termbase(()))
    assert (found.units, found.is_whole) == (3, False)
