"""Paragraphs are compared sentence by sentence where both sides have as many."""

from __future__ import annotations

from zhengming.tmx.drift.sentences import sentence_pairs


def parts(source: str, target: str) -> list[tuple[str, str]]:
    return [(source[slice(*one)], target[slice(*other)]) for one, other in sentence_pairs(source, target, ("zh", "en"))]


def test_sentences_go_together_in_their_order() -> None:
    assert parts("转子退磁。磁钢分开存放。", "Rotors are demagnetised. Magnets are stored apart.") == [
        ("转子退磁。", "Rotors are demagnetised."),
        ("磁钢分开存放。", "Magnets are stored apart."),
    ]


def test_two_sentences_for_one_leave_the_paragraph_whole() -> None:
    source, target = "转子退磁，磁钢分开存放。", "Rotors are demagnetised. Magnets are stored apart."
    assert parts(source, target) == [(source, target)]


def test_an_abbreviation_ends_no_sentence() -> None:
    source, target = "第61号公告。自即日起施行。", "Announcement No. 61 of 2025. It takes effect today."
    assert len(parts(source, target)) == 2


def test_clauses_that_semicolons_part_go_together_too() -> None:
    source, target = "转子退磁；磁钢分开存放。", "Rotors are demagnetised; Magnets are stored apart."
    assert parts(source, target) == [
        ("转子退磁；", "Rotors are demagnetised; "),
        ("磁钢分开存放。", "Magnets are stored apart."),
    ]
