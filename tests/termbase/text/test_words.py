"""Words of a language that writes spaces."""

from __future__ import annotations

from zhengming.termbase.text.words import tokens


def test_words_with_their_places() -> None:
    text = "beijing's export controls, 99.9% pure"
    found = list(tokens(text))
    assert [token.text for token in found] == ["beijing", "export", "controls", "99", "9", "pure"]
    assert all(text[token.start : token.end] == token.text for token in found)


def test_an_apostrophe_inside_a_word_belongs_to_it() -> None:
    assert [token.text for token in tokens("l'exportation o'clock")] == ["l'exportation", "o'clock"]
