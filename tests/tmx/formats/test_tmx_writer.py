"""What is written is read again as it was; and in the form for exchange every tool finds what it looks for."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.formats.tmx import read
from zhengming.tmx.formats.tmx_writer import write, write_as_read
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Note,
    Property,
    Segment,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)

if TYPE_CHECKING:
    from collections.abc import Callable

# What XML can hold; without \r alone, for which no text of a translation has a use, but with it in references.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=12) | (
    st.sampled_from(["对<稀土>", "A & B", "]]>", '"quoted"', "a\nb\tc\rd", "𨧀", " 出口 ", "&amp;", ""])
)
NAMES = st.sampled_from(["creationid", "x-one", "o-tmf", "t5:n"])
ATTRIBUTES = st.dictionaries(NAMES, TEXT, max_size=2)
PAIRS = ATTRIBUTES.map(lambda attributes: tuple(attributes.items()))


@st.composite
def segments(draw: st.DrawFn, depth: int = 1) -> Segment:
    pieces = draw(st.lists(TEXT, min_size=1, max_size=4))
    codes: list[InlineCode] = []
    offset = 0
    for piece in pieces[:-1]:
        offset += len(piece)
        codes.extend(draw(codes_at(offset, depth)))
    return Segment("".join(pieces), tuple(codes))


@st.composite
def codes_at(draw: st.DrawFn, offset: int, depth: int) -> tuple[InlineCode, ...]:
    attributes, content = draw(PAIRS), draw(TEXT)
    element = draw(st.sampled_from(["bpt", "ept", "it", "ph", "ut", "hi", "tei:term"]))
    if element in {"hi", "tei:term"}:
        return (InlineCode(element, offset, attributes), InlineCode(element, offset, closes=True))
    subflows: tuple[Subflow, ...] = ()
    if depth and draw(st.booleans()):
        at = draw(st.integers(0, len(content)))
        subflows = (Subflow(at, draw(segments(depth - 1)), draw(PAIRS)),)
    return (InlineCode(element, offset, attributes, content, subflows=subflows),)


PROPERTIES = st.lists(st.builds(Property, TEXT, TEXT, PAIRS), max_size=2).map(tuple)
NOTES = st.lists(st.builds(Note, TEXT, PAIRS), max_size=2).map(tuple)
OTHERS = st.lists(st.sampled_from(["<!-- seen -->", '<x:y a="1">b</x:y>', "<?go on?>"]), max_size=2).map(tuple)


@st.composite
def variants(draw: st.DrawFn) -> TranslationUnitVariant:
    language = draw(st.sampled_from(["zh-CN", "en", "FR-ca"]))
    attributes = {"xml:lang": language, **draw(ATTRIBUTES)}
    return TranslationUnitVariant(language, draw(segments()), attributes, draw(PROPERTIES), draw(NOTES), draw(OTHERS))


@st.composite
def memories(draw: st.DrawFn) -> list[TranslationUnit]:
    attributes = {**draw(ATTRIBUTES), "srclang": "zh-CN"}
    header = Header(attributes, {"version": "1.4", "a": draw(TEXT)}, draw(PROPERTIES), draw(NOTES), draw(OTHERS))
    unit = st.builds(
        TranslationUnit,
        st.lists(variants(), min_size=1, max_size=3).map(tuple),
        st.just(header),
        ATTRIBUTES,
        PROPERTIES,
        NOTES,
        OTHERS,
        OTHERS,
    )
    return draw(st.lists(unit, min_size=1, max_size=3))


def written_and_read(units: list[TranslationUnit]) -> list[TranslationUnit]:
    stream = io.BytesIO()
    write_as_read(units, stream)
    return list(read(io.BytesIO(stream.getvalue()), "memory.tmx", lambda _: None))


@given(memories())
def test_what_is_written_is_read_again(units: list[TranslationUnit]) -> None:
    assert written_and_read(units) == units


@given(memories())
def test_the_form_for_exchange_reads_the_same_when_written_again(units: list[TranslationUnit]) -> None:
    once, twice = io.BytesIO(), io.BytesIO()
    write(units, once)
    write(read(io.BytesIO(once.getvalue()), "memory.tmx", lambda _: None), twice)
    assert once.getvalue() == twice.getvalue()


def test_the_form_for_exchange(read_bytes: Callable) -> None:
    unit = (
        '<tu tuid="n61" srclang="ZH_cn"><tuv lang="ZH_cn"><seg> 对<ph x="7">{0}</ph>稀土 </seg></tuv>'
        '<tuv lang="EN-us"><seg>rare <ph x="7">{0}</ph>earths</seg></tuv></tu>'
    )
    content = f'<tmx xmlns="http://www.lisa.org/tmx14"><header srclang="zh"/><body>{unit}</body></tmx>'
    stream = io.BytesIO()
    write(read_bytes(content.encode()).units, stream)
    assert stream.getvalue().decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<tmx version="1.4">\n'
        '  <header creationtool="unknown" creationtoolversion="unknown" segtype="sentence" o-tmf="unknown"'
        ' adminlang="en" srclang="zh-CN" datatype="unknown"/>\n'
        "  <body>\n"
        '    <tu tuid="n61">\n'
        '      <tuv xml:lang="zh-CN">\n'
        '        <seg>对<ph x="1">{0}</ph>稀土</seg>\n'
        "      </tuv>\n"
        '      <tuv xml:lang="en-US">\n'
        '        <seg>rare <ph x="1">{0}</ph>earths</seg>\n'
        "      </tuv>\n"
        "    </tu>\n"
        "  </body>\n"
        "</tmx>\n"
    )


def test_units_of_another_file_keep_their_source_language() -> None:
    def unit(source: str) -> TranslationUnit:
        chinese, english = Segment("出口"), Segment("exports")
        return TranslationUnit(
            (TranslationUnitVariant("zh-TW", chinese), TranslationUnitVariant("en", english)),
            Header({"srclang": source}),
        )

    stream = io.BytesIO()
    write([unit("zh-TW"), unit("en")], stream)
    first, second = read(io.BytesIO(stream.getvalue()), "memory.tmx", lambda _: None)
    assert (first.source_language, second.source_language) == ("zh-TW", "en")
    assert [variant.language for variant in first.variants] == ["zh-TW", "en"]


def test_no_units_are_a_file_all_the_same(read_bytes: Callable) -> None:
    stream = io.BytesIO()
    write([], stream)
    reading = read_bytes(stream.getvalue())
    assert (reading.units, reading.issues, reading.stopped) == ([], [], None)


def test_comments_in_a_segment_are_kept() -> None:
    segment = Segment("出口", comments=(InlineCode("#comment", 1, (), "<!-- sic -->"),))
    units = [TranslationUnit((TranslationUnitVariant("zh", segment, {"xml:lang": "zh"}),), Header())]
    assert written_and_read(units)[0].variants[0].segment == segment


def test_units_made_by_hand_need_no_attributes() -> None:
    chinese, english = (
        TranslationUnitVariant("zh-CN", Segment("出口")),
        TranslationUnitVariant("en", Segment("exports")),
    )
    stream = io.BytesIO()
    units = [TranslationUnit((chinese, english), Header({"srclang": language})) for language in ("zh-CN", "en")]
    write_as_read(units, stream)
    first, second = read(io.BytesIO(stream.getvalue()), "memory.tmx", lambda _: None)
    assert [variant.language for variant in first.variants] == ["zh-CN", "en"]
    assert (first.source_language, second.source_language) == ("zh-CN", "en")
