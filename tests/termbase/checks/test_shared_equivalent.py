"""G003 shared-equivalent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.checks.shared_equivalent import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable


def test_two_chinese_terms_with_one_english_one(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, "id,zh-Hans,en\nMG033,牌号,grade\nMP044,品位,grade\n")
    message = "“grade” is preferred for 品位 and for 牌号 (MG033) alike; a reader cannot tell them apart"
    assert issues == [f"3: neutral {message}"]


def test_two_english_terms_with_one_chinese_one(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, "id,zh-Hans,en\nBT001,负极,anode\nCH001,负极,cathode\n")
    message = "“负极” is preferred for cathode and for anode (BT001) alike; a reader cannot tell them apart"
    assert issues == [f"3: neutral {message}"]


def test_each_further_one_is_told_once(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, "id,zh-Hans,en\nX1,边角料,scrap\nX2,碎料,scrap\nX3,废料,Scrap\n")
    assert [issue[:10] for issue in issues] == ["3: neutral", "4: neutral"]


def test_one_concept_entered_twice_is_for_g001(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,en\nX1,出口商,exporter\nX2,出口商,exporter\n") == []


def test_an_admitted_term_may_be_shared(examined: Callable[..., list[str]]) -> None:
    rows = "EC001,出口管制清单,export control list,control list\nEC002,管控名单,control list,\n"
    assert examined(CHECK, f"id,zh-Hans,en,en:admitted\n{rows}") == []


def test_a_word_list_in_one_language_shares_nothing(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,en\nX1,稀土,rare earths\nX2,,rare earths\n") == []


def test_without_a_common_language_there_is_nothing_to_compare(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,en,fr\nX1,稀土,rare earths,\nX2,,rare earths,terres rares\n") == []
