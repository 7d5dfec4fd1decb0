from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zhengming.tmx.memory.record import header_of, header_record, record, unit_of
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Note,
    Property,
    Segment,
    State,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)

HEADER = Header({"srclang": "zh-CN"}, {"version": "1.4"})
TEXT = st.text(max_size=6)
PAIRS = st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple)
CODES = st.builds(
    InlineCode, st.sampled_from(["ph", "bpt", "hi"]), st.integers(0, 5), PAIRS, TEXT, st.booleans(), st.just(())
)
FLOWS = st.builds(Subflow, st.integers(0, 5), st.builds(Segment, TEXT, st.lists(CODES, max_size=1).map(tuple)), PAIRS)
NESTED = st.builds(
    InlineCode, st.just("ph"), st.integers(0, 5), PAIRS, TEXT, st.booleans(), st.lists(FLOWS, max_size=2).map(tuple)
)
SEGMENTS = st.builds(Segment, TEXT, st.lists(NESTED, max_size=2).map(tuple), st.lists(CODES, max_size=1).map(tuple))
ATTRIBUTES = st.dictionaries(TEXT, TEXT, max_size=2)
PROPERTIES = st.lists(st.builds(Property, TEXT, TEXT, PAIRS), max_size=2).map(tuple)
NOTES = st.lists(st.builds(Note, TEXT, PAIRS), max_size=2).map(tuple)
OTHERS = st.lists(TEXT, max_size=2).map(tuple)
VARIANTS = st.builds(TranslationUnitVariant, TEXT, SEGMENTS, ATTRIBUTES, PROPERTIES, NOTES, OTHERS)
UNITS = st.builds(
    TranslationUnit,
    st.lists(VARIANTS, max_size=3).map(tuple),
    st.just(HEADER),
    ATTRIBUTES,
    PROPERTIES,
    NOTES,
    OTHERS,
    OTHERS,
    st.just(0),
    st.none(),
    st.none() | st.sampled_from(State),
    st.booleans(),
    TEXT,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)  # units have many parts
@given(UNITS)
def test_a_unit_comes_back_as_it_was(unit: TranslationUnit) -> None:
    assert unit_of(record(unit), HEADER, 3, 0) == unit


@settings(deadline=None)
@given(st.builds(Header, ATTRIBUTES, ATTRIBUTES, PROPERTIES, NOTES, OTHERS))
def test_a_header_comes_back_as_it_was(header: Header) -> None:
    assert header_of(header_record(header), "news.tmx") == header


def test_a_plain_unit_takes_little_room() -> None:
    variants = (TranslationUnitVariant("zh-CN", Segment("稀土")), TranslationUnitVariant("en", Segment("rare earths")))
    assert record(TranslationUnit(variants, HEADER)) == '[[["zh-CN","稀土"],["en","rare earths"]]]'


def test_number_and_line_are_those_of_the_file() -> None:
    unit = unit_of("[]", Header(path="news.tmx"), 3, 17)
    assert (unit.number, str(unit.location)) == (3, "news.tmx:17:1")
