"""G001 duplicate-concept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.checks.duplicate_concept import CHECK

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase


def test_an_id_is_given_once(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, "id,zh-Hans,en\nEC001,出口管制,export control\nEC001,出口限制,export restriction\n")
    assert issues == ["3: major EC001 is the id of 出口管制 already; give 出口限制 an id of its own"]


def test_the_first_of_three_with_one_id_is_named_to_both_others(termbase_of: Callable[[str], Termbase]) -> None:
    rows = "EC001,出口管制,export control\nEC001,出口限制,export restriction\nEC001,出口禁令,export ban\n"
    issues = list(CHECK.examine(termbase_of(f"id,zh-Hans,en\n{rows}")))
    assert [issue.related[0].text for issue in issues] == ["EC001 出口管制", "EC001 出口管制"]
    assert [str(issue.related[0].location) for issue in issues] == ["glossary.csv:2:1", "glossary.csv:2:1"]


def test_a_pair_entered_twice_is_one_concept(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, "id,zh-Hans,en\nEC001,出口管制,export control\nEC044,出口管制,export control\n")
    message = "出口管制 is EC001 already: both are called “出口管制” and “export control”; make one concept of the two"
    assert issues == [f"3: major {message}"]


def test_an_admitted_term_makes_twins_too(examined: Callable[..., list[str]]) -> None:
    rows = "AG003,商务部,Ministry of Commerce,MOFCOM\nAG017,商务部,MOFCOM,\n"
    assert len(examined(CHECK, f"id,zh-Hans,en,en:admitted\n{rows}")) == 1


def test_traditional_script_and_capitals_hide_no_twin(examined: Callable[..., list[str]]) -> None:
    rows = "CP009,氧化锑,,antimony oxide\nCP044,,氧化銻,Antimony Oxide\n"
    assert len(examined(CHECK, f"id,zh-Hans,zh-Hant-TW,en\n{rows}")) == 1


def test_one_chinese_word_for_two_things_is_none(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,en\nBT001,负极,anode\nCH001,负极,cathode\n") == []


def test_a_noun_and_a_verb_are_two_concepts(examined: Callable[..., list[str]]) -> None:
    rows = "TR001,出口,export,noun\nTR002,出口,export,verb\n"
    assert examined(CHECK, f"id,zh-Hans,en,part_of_speech\n{rows}") == []


def test_a_wrong_term_is_shared_by_many(examined: Callable[..., list[str]]) -> None:
    rows = "EC001,出口管制,export control,export management\nEC002,出口管理,export administration,export control\n"
    assert examined(CHECK, f"id,zh-Hans,en,en:deprecated\n{rows}") == []


def test_a_concept_is_not_its_own_twin(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,zh-Hans,zh-Hant-TW,zh-Hant-HK,en\nRE001,稀土,稀土,稀土,rare earths\n") == []
