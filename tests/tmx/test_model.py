from __future__ import annotations

from zhengming.termbase.position import Location, Position, Span
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Origin,
    Run,
    Segment,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)

# 对稀土&amp;锑<ph/>实施
WRITTEN = Origin(
    "trade.tmx",
    "utf-8",
    line=7,
    column=15,
    byte=200,
    raw="对稀土&amp;锑<ph/>实施",
    runs=(Run(0, 0), Run(3, 3, plain=False), Run(4, 8), Run(5, 14)),
)
SEGMENT = Segment("对稀土&锑实施", (InlineCode("ph", 5),), (), WRITTEN)


def test_the_place_of_words() -> None:
    assert SEGMENT.locate(Span(1, 3)) == Location("trade.tmx", Position(7, 16, 203), Position(7, 18, 209))


def test_a_reference_is_one_character() -> None:
    assert SEGMENT.locate(Span(3, 4)) == Location("trade.tmx", Position(7, 18, 209), Position(7, 23, 214))


def test_a_code_before_or_behind_the_words_is_outside() -> None:
    assert SEGMENT.locate(Span(4, 5)).end == Position(7, 24, 217)
    assert SEGMENT.locate(Span(5, 7)).start == Position(7, 29, 222)


def test_a_code_between_the_words_is_inside() -> None:
    assert SEGMENT.locate(Span(4, 7)) == Location("trade.tmx", Position(7, 23, 214), Position(7, 31, 228))


def test_an_empty_span_is_a_place() -> None:
    location = SEGMENT.locate(Span(1, 1))
    assert location.start == location.end == SEGMENT.position(1) == Position(7, 16, 203)


def test_lines_end_in_three_ways() -> None:
    origin = Origin(
        "trade.tmx", "utf-16-le", 7, 15, 100, "出\n口\r管\r\n制", (Run(0, 0), Run(5, 5, plain=False), Run(6, 7))
    )
    segment = Segment("出\n口\n管\n制", (), (), origin)
    places = [segment.position(at) for at in (0, 2, 4, 6)]
    assert places == [Position(7, 15, 100), Position(8, 1, 104), Position(9, 1, 108), Position(10, 1, 114)]


def test_text_without_runs_stands_as_it_reads() -> None:
    segment = Segment("export controls", (), (), Origin("trade.tmx", "utf-8", 3, 9, None, "export controls"))
    assert segment.locate(Span(7, 15)) == Location("trade.tmx", Position(3, 16), Position(3, 24))


def test_a_segment_from_nowhere_has_no_place() -> None:
    assert Segment("出口").locate(Span(0, 2)) == Location("")
    assert Segment("出口").position(0) is None


def test_equality_is_of_what_is_said() -> None:
    assert Segment("对稀土&锑实施", (InlineCode("ph", 5),)) == SEGMENT
    assert Segment("对稀土&锑实施") != SEGMENT


def test_subflows_of_all_codes() -> None:
    first, second = Segment("见公告"), Segment("见附件")
    codes = (InlineCode("ph", 2, subflows=(Subflow(0, first),)), InlineCode("ph", 4, subflows=(Subflow(0, second),)))
    assert Segment("出口管制", codes).subflows == (first, second)


def test_attributes_of_codes() -> None:
    code = InlineCode("bpt", 0, (("i", "1"), ("x", "2")))
    assert (code.attribute("x"), code.attribute("type")) == ("2", None)
    assert not code.is_border
    assert InlineCode("hi", 0).is_border


def test_the_name_and_source_language_of_a_unit() -> None:
    variant = TranslationUnitVariant("zh-CN", Segment("出口"))
    header = Header({"srclang": "zh-CN"}, path="trade.tmx")
    unnamed = TranslationUnit((variant,), header, number=3, position=Position(9, 5, 300))
    named = TranslationUnit((variant,), header, {"tuid": "n61", "srclang": "en"})
    assert (unnamed.name, unnamed.tuid, unnamed.source_language) == ("#3", None, "zh-CN")
    assert (named.name, named.tuid, named.source_language) == ("n61", "n61", "en")
    assert str(unnamed.location) == "trade.tmx:9:5"


def test_in_a_file_that_is_no_text_a_place_is_named_as_its_own_program_does() -> None:
    origin = Origin("news.xlsx", "utf-8", 7, 2, None, "rare earths", part="Sheet1!B7")
    place = Segment("rare earths", origin=origin).locate(Span(5, 11))
    assert str(place) == "news.xlsx:Sheet1!B7"
    assert (place.start, place.end) == (Position(7, 2), Position(7, 2))
