"""Widths and excerpts: a caret stands under its character, whatever the scripts before it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zhengming.cli.report.cells import cells, excerpt, shown, wrapped
from zhengming.termbase.position import Span

#: Latin, Han (one beyond the BMP), a combining accent, fullwidth and ambiguous signs, controls, bidi.
MIXED = st.text(st.sampled_from("ab ，。出口管制𠮷e\u0301“”…１Ａ\n\x1b\u202e\u200d-"), max_size=80)


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("商务部：出口管制，纯度99.999%", 29),
        ("export control", 14),
        ("“出口管制”", 10),
        ("𠮷林", 4),
        ("Nai\u0308ve", 5),
        ("ＮｄＦｅＢ", 10),
        ("می\u200cخواهم", 7),
        ("", 0),
    ],
)
def test_a_han_character_takes_two_cells_a_combining_mark_none(text: str, width: int) -> None:
    assert cells(text) == width


def test_controls_and_bidi_marks_are_shown_not_obeyed() -> None:
    assert shown("出口\x1b[31m管制\u202eabc\n") == r"出口\x1b[31m管制\u202eabc\n"


def test_what_an_encoding_lacks_is_shown_escaped() -> None:
    assert shown("“出口管制” is licensed", "ascii") == r"\u201c\u51fa\u53e3\u7ba1\u5236\u201d is licensed"
    assert shown("出口管制", "gbk") == "出口管制"


def test_an_excerpt_keeps_the_words_in_question_and_whole_words_around_them() -> None:
    text = "The ministry said that it would go on applying export restrictions to dual-use items of all kinds."
    start = text.index("export")
    part = excerpt(text, Span(start, start + 19), 60)
    assert part.text == "…go on applying export restrictions to dual-use items…"
    assert part.text[part.start : part.start + part.width] == "export restrictions"


def test_a_text_without_words_in_question_loses_its_end() -> None:
    assert excerpt("商务部宣布对稀土实施出口管制。", None, 13).text == "商务部宣布对…"


def test_three_dots_where_there_is_no_ellipsis() -> None:
    assert excerpt("商务部宣布对稀土实施出口管制。", Span(10, 14), 20, dots="...").text == "...土实施出口管制。"


@given(MIXED, st.data(), st.integers(12, 100))
def test_an_excerpt_fits_and_its_span_begins_with_the_right_character(
    text: str, data: st.DataObject, room: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    part = excerpt(text, Span(start, end), room)
    assert cells(part.text) <= room
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in part.text)
    wanted = shown(text[start:end])
    assume(not wanted or cells(wanted[0]))  # a span that begins with a mark begins inside a letter
    standing = _at(part.text, part.start)
    assert wanted.startswith(standing[: len(wanted)]) or standing.startswith(wanted) or "…" in standing
    if cells(wanted) <= room - 2:
        assert part.width == cells(wanted)
        assert standing.startswith(wanted)


def _at(text: str, cell: int) -> str:
    """Return the text from that cell on: one character after another, as a terminal counts."""
    for index in range(len(text) + 1):
        if cells(text[:index]) == cell and cells(text[index : index + 1]):
            return text[index:]
    return ""


@given(MIXED, st.integers(10, 60), st.integers(0, 4))
def test_wrapping_loses_nothing_but_spaces(text: str, width: int, hanging: int) -> None:
    plain = shown(text)
    lines = list(wrapped(plain, width, hanging))
    assert "".join(lines).replace(" ", "") == plain.replace(" ", "")


@given(st.text(st.sampled_from("ab 出口管制"), max_size=80), st.integers(16, 60))
def test_lines_of_short_words_fit(text: str, width: int) -> None:
    words = " ".join(text[start : start + 8] for start in range(0, len(text), 8))
    assert all(cells(line) <= width for line in wrapped(words, width))


def test_a_line_breaks_at_spaces_and_between_han_characters_but_not_before_a_stop() -> None:
    assert list(wrapped("“Export restriction” is 出口限制，见总协定。", 32, 4)) == [
        "“Export restriction” is 出口限",
        "制，见总协定。",
    ]
