"""Lengths that stand out among others."""

from __future__ import annotations

from zhengming.tmx.memory.cleaning.lengths import Lengths

SOURCE = "第{}批稀土产品的出口许可证由商务部统一发放并抄送海关"
TARGET = "the export licences for lot {} of rare-earth products are issued by the ministry, copied to customs"


def outliers(*pairs: tuple[str, str], usual: int = 150) -> list[int]:
    lengths = Lengths()
    for number in range(usual):
        lengths.add(SOURCE.format(number), TARGET.format("x" * (number % 7)))
    first = [lengths.add(*pair) for pair in pairs]
    return [one.pair - first[0] for one in lengths.outliers()] if first else [one.pair for one in lengths.outliers()]


def test_the_usual_has_no_outliers() -> None:
    assert outliers() == []


def test_far_too_short_and_far_too_long() -> None:
    assert outliers((SOURCE, "see above"), (SOURCE, TARGET), (SOURCE, TARGET * 3)) == [0, 2]


def test_short_texts_may_be_anything() -> None:
    assert outliers(("镝", "dysprosium (the rare-earth element)"), ("见上", "x")) == []


def test_names_left_in_latin_letters_are_no_length() -> None:
    name = "(Bureau of Industry and Security, Department of Commerce)"
    assert outliers((f"商务部工业与安全局{name}", f"the Bureau {name}")) == []


def test_few_pairs_tell_nothing() -> None:
    assert outliers((SOURCE, "see above"), usual=50) == []


def test_an_empty_side_is_another_fault() -> None:
    assert outliers((SOURCE, ""), ("", TARGET)) == []
