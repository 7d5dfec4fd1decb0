"""OmegaT's glossary: what a translator sees there, and what never becomes a suggestion."""

from __future__ import annotations

from collections.abc import Callable

from zhengming.termbase.concept import Termbase
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.omegat import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

HANS, HANT, EN = Tag("zh", "Hans"), Tag("zh", "Hant"), Tag("en")
HEADER = "id,subject_field,zh-Hans,zh-Hans:admitted,zh-Hant-TW,en,en:admitted,en:deprecated,part_of_speech,status,check,definition,note,source,confidence\n"  # noqa: E501

Reader = Callable[[str], Termbase]


HANS_EN = Languages(HANS, EN)


def lines(termbase: Termbase, languages: Languages = HANS_EN) -> list[str]:
    first, *rest = TARGET.write(termbase, languages, Losses()).decode().splitlines()
    assert first == "# -*- coding: utf-8 -*-"
    return rest


def test_the_preferred_term_comes_first_with_all_there_is_to_know(termbase_of: Reader) -> None:
    terms = "出口管制,,,export control,control of exports,export restriction | export ban"
    row = f"EC001,,{terms},,,,Licensing.,Not a ban.,,\n"
    assert lines(termbase_of(HEADER + row)) == [
        "出口管制\texport control\t✗ export restriction; ✗ export ban · Licensing. · Not a ban. · EC001",
        "出口管制\tcontrol of exports",
    ]


def test_a_deprecated_term_is_never_a_line(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + "EC001,,出口管制,,,export control,,export restriction,,,,,,,\n"))
    assert [line.split("\t")[1] for line in found] == ["export control"]


def test_one_that_is_right_elsewhere_is_not_crossed_out(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + "MG033,,牌号,,,grade,,brand {soft} | trade mark,,,,,,,\n"))
    assert found == ["牌号\tgrade\t✗ trade mark · MG033"]


def test_chinese_synonyms_lead_to_the_same_terms(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + "RE001,,稀土,稀土元素,稀土,rare earths,,,,,,,,,\n"))
    assert found == ["稀土\trare earths\tRE001", "稀土元素\trare earths\tRE001"]


def test_lines_are_sorted_and_one_source_keeps_its_concepts_apart(termbase_of: Reader) -> None:
    rows = "BT001,,负极,,,anode,,,,,,,,,\nAA001,,稀土,,,rare earths,,,,,,,,,\nCH001,,负极,,,cathode,,,,,,,,,\n"
    assert lines(termbase_of(HEADER + rows)) == [
        "稀土\trare earths\tAA001",
        "负极\tanode\tBT001",
        "负极\tcathode\tCH001",
    ]


def test_a_proposed_concept_says_so(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + "MG001,,磁材,,,magnet material,,,,proposed,,,,,\n"))
    assert found == ["磁材\tmagnet material\tproposed · MG001"]


def test_no_cell_breaks_the_line(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + 'RE001,,稀土,,,rare earths,,,,,,"one\n\ttwo",,,\n'))
    assert found == ["稀土\trare earths\tone two · RE001"]


def test_quotation_marks_are_letters(termbase_of: Reader) -> None:
    found = lines(termbase_of(HEADER + 'RE001,,"""稀土""",,,rare earths,,,,,,,,,\n'))
    assert found == ['"稀土"\trare earths\tRE001']


def test_the_other_way_round_and_in_the_other_script(termbase_of: Reader) -> None:
    termbase = termbase_of(HEADER + "EC010,,最终用户,,最終用戶,end user,,,,,,,,,\n")
    assert lines(termbase, Languages(EN, HANS)) == ["end user\t最终用户\tEC010"]
    assert lines(termbase, Languages(HANT, EN)) == ["最終用戶\tend user\tEC010"]


def test_what_has_no_place_is_counted(termbase_of: Reader) -> None:
    rows = (
        "EC001,control,出口管制,,,export control {GB},,,noun,approved,soft,,,Export Control Law,attested-official\n"
        "EC002,,#标签,,,tag,,,,,,,,,\n"
        "EC003,,某词,,,,,word,,,,,,,\n"
        "EC004,,出口管制,,出口管制,export control,,,,,,,,,\n"
    )
    lost: Losses = Losses()
    TARGET.write(termbase_of(HEADER + rows), Languages(HANS, EN), lost)
    assert {kind: count for kind, count in lost.items() if count} == {
        "check policies": 1,
        "concepts without a term in both languages": 1,
        "confidences": 1,
        "labels": 1,
        "lines that another concept has too": 1,
        "parts of speech": 1,
        "sources": 1,
        "subject fields": 1,
        "terms in other languages": 1,
    }
    assert lost.refused == ["EC002 “#标签”: OmegaT takes a line that begins with # for a comment"]


def test_columns_of_the_project_s_own_and_wrong_source_terms_are_counted(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    text = "id,zh-Hans,zh-Hans:deprecated,en,Owner\nRE005,轻稀土,庆熙土,light rare earths,Li Wei\n"
    TARGET.write(termbase_of(text), Languages(HANS, EN), lost)
    assert (lost["cells of other columns"], lost["deprecated source terms"]) == (1, 1)
