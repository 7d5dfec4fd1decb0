"""Dictionary forms in languages other than Chinese."""

from __future__ import annotations

from zhengming.termbase.text.lemma import lemma_sets


def test_english_goes_by_rule() -> None:
    assert "export" in lemma_sets("exports", "en")


def test_other_languages_go_by_dictionary() -> None:
    assert "exportation" in lemma_sets("exportations", "fr")
    assert "lista" in lemma_sets("listas", "es")


def test_a_language_without_a_dictionary_has_words_as_they_are() -> None:
    assert lemma_sets("kaluwa", "xx") == {"kaluwa"}
