"""Passages: sentences with their places, each once in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.language import parse
from zhengming.tmx.document import Document
from zhengming.tmx.extraction import Passages
from zhengming.tmx.model import Segment

if TYPE_CHECKING:
    from pathlib import Path

    from tests.tmx.extraction.conftest import Make


def test_paragraphs_are_taken_sentence_by_sentence(make: Make) -> None:
    passages = make([("转子退磁。磁钢存放。", "Rotors are demagnetised. Magnets are stored.")])
    assert passages.texts == ["转子退磁。", "磁钢存放。"]
    assert [passages.target(unit).strip() for unit in (0, 1)] == ["Rotors are demagnetised.", "Magnets are stored."]


def test_a_pair_counts_once_in_a_file(make: Make) -> None:
    assert make([("转子退磁。", "Rotors are demagnetised.")] * 3).texts == ["转子退磁。"]


def test_another_translation_of_it_counts_too(make: Make) -> None:
    assert (
        len(make([("转子退磁。", "Rotors are demagnetised."), ("转子退磁。", "The rotors lose their field.")]).texts)
        == 2
    )


def test_of_a_target_whose_words_cannot_be_told_apart_nothing_is_kept(make: Make) -> None:
    passages = make([("转子退磁。", "โรเตอร์")], target="th")
    assert passages.translation is None
    assert passages.target(0) == ""


def test_a_text_beside_pairs_has_no_translation(make: Make) -> None:
    passages = make([("转子退磁。", "Rotors are demagnetised.")])
    passages.add_text("b.txt", Segment("转子冷却。"))
    assert [passages.target(unit) for unit in (0, 1)] == ["Rotors are demagnetised.", ""]


def test_words_that_a_hyphen_joins_are_shown_whole(make: Make) -> None:
    passages = make([("An on-site examination.", "x"), ("The end-user-statement", "y")], "en", "zh")
    examination, user = passages.side.numbered("site examination"), passages.side.numbered("user")
    assert list(passages.forms(examination, [0])) == ["on-site examination"]
    assert list(passages.forms(user, [1])) == ["end-user-statement"]


def test_the_place_is_that_of_the_sentence_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("zh,en\n“转子退磁。 磁钢存放。”,“Rotors are demagnetised. Magnets are stored.”\n", encoding="utf-8")
    zh, en = parse("zh"), parse("en")
    assert zh is not None
    passages = Passages(zh, en)
    for pair in Document(str(path)).pairs(lambda _: None):
        passages.add(pair)
    assert [str(passages.place(unit)).removeprefix(str(tmp_path)) for unit in (0, 1)] == ["/a.csv:2:1", "/a.csv:2:8"]
