"""The forms of a term that the automaton looks for, in folded text."""

from __future__ import annotations

import pytest

from zhengming.termbase.text.forms import surface_forms
from zhengming.termbase.text.normal import fold


@pytest.mark.parametrize(
    ("term", "part_of_speech", "form"),
    [
        ("export control", "noun", "export controls"),
        ("rare earths", "noun", "rare earth"),
        ("dual-use item", "noun", "dual use items"),
        ("certificate of origin", "noun", "certificates of origin"),
        ("licence", "noun", "licenses"),
        ("aluminium sulphide", "noun", "aluminum sulfides"),
        ("anti-dumping duty", "noun", "antidumping duties"),
        ("antidumping duty", "noun", "anti dumping duty"),
        ("re-export", "verb", "reexported"),
        ("circumvent controls", "verb", "circumvented controls"),
        ("research and development", "noun", "research & development"),
        ("per cent", "noun", "percent"),
        ("cross-border e-commerce", "noun", "cross border e commerce"),
        ("Entity List (BIS)", "noun", "entity list"),
        ("Entity List (BIS)", "noun", "bis"),
        ("“Entity List”", "noun", "entity list"),
        ("CO2", "noun", "co2"),
    ],
)
def test_english_terms_vary(term: str, part_of_speech: str, form: str) -> None:
    assert fold(form) in surface_forms(term, "en", part_of_speech)


@pytest.mark.parametrize(
    ("term", "part_of_speech", "form"),
    [
        ("export control", "noun", "exporting control"),
        ("export control", "noun", "exports control"),
        ("control", "noun", "controlled"),
        ("regulation", "noun", "re gulation"),
        ("consignment", "noun", "co nsignment"),
        ("underground", "noun", "unde rground"),
        ("subway", "noun", "sub way"),  # what is left would be too short
    ],
)
def test_but_not_into_other_words(term: str, part_of_speech: str, form: str) -> None:
    assert form not in surface_forms(term, "en", part_of_speech)


@pytest.mark.parametrize(
    ("term", "form"),
    [
        ("R&D投入", "r&d 投入"),
        ("R&D 投入", "r&d投入"),
        ("稀土 永磁", "稀土永磁"),
        ("《出口管制法》", "出口管制法"),
        ("实体清单（BIS）", "实体清单"),
        ("氧化銻", "氧化锑"),
        ("中国", "中国"),
    ],
)
def test_chinese_terms_vary_in_spaces_and_brackets_only(term: str, form: str) -> None:
    assert form in surface_forms(term, "zh", "noun")


def test_other_languages_are_taken_as_they_are() -> None:
    assert surface_forms("contrôle  des exportations", "fr", "noun") == {"controle des exportations"}


@pytest.mark.parametrize("text", ["", "《》", "“”"])
def test_brackets_around_nothing_are_no_term(text: str) -> None:
    assert surface_forms(text, "zh", "noun") == set()


def test_a_single_letter_in_brackets_is_no_alias() -> None:
    assert "b" not in surface_forms("vitamin (B)", "en", "noun")
