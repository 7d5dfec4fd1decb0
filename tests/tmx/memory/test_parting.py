"""Into which part a unit goes."""

from __future__ import annotations

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.position import Position
from zhengming.tmx.memory import parting
from zhengming.tmx.model import Header, Property, Segment, TranslationUnit, TranslationUnitVariant


def unit(*tags: str, srclang: str = "zh-CN", number: int = 1, **more: object) -> TranslationUnit:
    variants = tuple(TranslationUnitVariant(tag, Segment("镝")) for tag in tags or ("zh-CN", "en-US"))
    return TranslationUnit(
        variants, Header({"srclang": srclang}), number=number, position=Position(number, 1, number), **more
    )


def test_parts_keep_the_order_in_which_they_begin() -> None:
    units = [unit("zh-CN", "fr", number=1), unit(number=2), unit("zh-CN", "fr", number=3)]
    parts = parting.Parts(units, parting.by_language)
    assert {key: list(starts) for key, starts in parts.starts.items()} == {"zh-CN_fr": [1, 3], "zh-CN_en-US": [2]}
    assert len(parts) == 2


def test_units_without_a_place_are_not_lost_in_silence() -> None:
    lost = unit()
    lost.position = None
    with pytest.raises(UnreadableFile, match="the units have no places"):
        parting.Parts([lost], parting.by_language)


@pytest.mark.parametrize(("number", "expected"), [(1, "001"), (1000, "001"), (1001, "002"), (1_000_001, "1001")])
def test_by_size(number: int, expected: str) -> None:
    assert parting.by_size(1000)(unit(number=number)) == expected


def test_by_language_the_source_goes_first_and_spelling_makes_no_part() -> None:
    assert parting.by_language(unit("en_us", "ZH-CN")) == parting.by_language(unit("zh-Hans", "en-US")) == "zh-CN_en-US"
    assert parting.by_language(unit("", "en")) == "en_other"


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("x-document", "notice.docx", "notice.docx"),
        ("Txt::FileName", r"C:\2025\notice.docx", "notice.docx"),
        ("file", "po/zh/news.po", "news.po"),
        ("client", "notice.docx", "other"),
        ("file", "", "other"),
    ],
)
def test_by_file(kind: str, value: str, expected: str) -> None:
    assert parting.by_file(unit(properties=(Property(kind, value),))) == expected


def test_a_property_of_a_variant_counts_where_the_unit_has_none() -> None:
    one = unit()
    one.variants[1].properties = (Property("client", " 甲 "),)
    assert parting.by_property("client")(one) == "甲"


@pytest.mark.parametrize(("date", "year", "month"), [("20240305T080000Z", "2024", "2024-03"), ("", "other", "other")])
def test_by_date(date: str, year: str, month: str) -> None:
    one = unit(attributes={"changedate": date})
    assert parting.by_date(has_months=False)(one) == year
    assert parting.by_date(has_months=True)(one) == month
