"""XLIFF 2.0 to 2.2: segments, states, what is not to be translated, places, and rules with their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.language import parse
from zhengming.termbase.position import Position, Span
from zhengming.tmx.formats import Wanted
from zhengming.tmx.model import State

if TYPE_CHECKING:
    from collections.abc import Callable

SOURCE = "<source>出口管制</source>"
TARGET = "<target>export controls</target>"


def segment(target: str = TARGET, inside: str = "", source: str = SOURCE) -> str:
    return f"<segment{inside}>{source}{target}</segment>"


def unit(*parts: str, inside: str = ' id="u1"') -> str:
    return f"<unit{inside}>{''.join(parts or (segment(),))}</unit>"


def coded(source: str, target: str = "") -> str:
    """Return a unit with these contents of source and target."""
    return unit(segment(f"<target>{target}</target>" if target else "", source=f"<source>{source}</source>"))


def test_a_unit(read_xliff: Callable, xliff_2: Callable) -> None:
    reading = read_xliff(xliff_2(unit(), attributes=' original="/docs/notice.md"'))
    (found,) = reading.units
    source, target = found.variants
    assert (source.language, target.language) == ("zh-CN", "en")
    assert reading.texts == [("出口管制", "export controls")]
    assert (found.name, found.number, found.position) == (
        "notice.md/u1",
        1,
        Position(3, 1, reading.content.index(b"<un")),
    )
    assert (found.state, found.is_locked, found.notes, reading.issues) == (None, False, (), [])


def test_segments_have_their_own_states_and_an_ignorable_is_none(read_xliff: Callable, xliff_2: Callable) -> None:
    written = unit(
        segment(inside=' id="s1" state="reviewed"'),
        "<ignorable><source> </source><target> </target></ignorable>",
        segment(inside=' state="final" subState="my:done"'),
        segment("", ' state="initial"'),
    )
    reading = read_xliff(xliff_2(written))
    assert [(found.name, found.state) for found in reading.units] == [
        ("f1/u1/s1", State.REVIEWED),
        ("f1/u1/2", State.FINAL),
        ("f1/u1/3", State.DRAFT),
    ]
    assert len({found.position for found in reading.units}) == 1
    assert reading.issues == []


def test_without_a_target_it_is_a_draft(read_xliff: Callable, xliff_2: Callable) -> None:
    reading = read_xliff(xliff_2(unit(segment("")), root=' srcLang="zh-CN"'), Wanted(target_language=parse("en-GB")))
    assert reading.texts == [("出口管制", "")]
    assert reading.units[0].state is State.DRAFT
    assert reading.units[0].variants[1].language == "en-GB"


def test_no_translation_wanted(read_xliff: Callable, xliff_2: Callable) -> None:
    inner = f'<group id="g2" translate="yes">{unit()}</group>'
    second = unit(inside=' id="u2"')
    group = f'<group id="g1" translate="no">{second}{inner}</group>'
    reading = read_xliff(xliff_2(group, unit(inside=' id="u3" translate="no"'), unit(inside=' id="u4"')))
    assert [found.is_locked for found in reading.units] == [True, False, True, False]
    whole = read_xliff(xliff_2(unit(), attributes=' translate="no"'))
    assert [found.is_locked for found in whole.units] == [True]


def test_inline_codes(read_xliff: Callable, xliff_2: Callable) -> None:
    target = (
        '<pc id="1">rare <mrk id="m1" type="term">earths</mrk></pc><sc id="2"/>and<ec startRef="2"/>'
        '<ph id="3"/><cp hex="0003"/><mrk id="m2" translate="no">Nd<ph id="4"/></mrk><sm id="m3"/>!<em startRef="m3"/>'
    )
    reading = read_xliff(xliff_2(coded("x", target)))
    found = reading.units[0].variants[1].segment
    assert found.text == "rare earthsand\x03!"
    assert [(code.element, code.offset, code.content, code.closes) for code in found.codes] == [
        ("pc", 0, "", False),
        ("mrk", 5, "", False),
        ("mrk", 11, "", True),
        ("pc", 11, "", True),
        ("sc", 11, "", False),
        ("ec", 14, "", False),
        ("ph", 14, "", False),
        ("mrk", 15, 'Nd<ph id="4"/>', False),
        ("sm", 15, "", False),
        ("em", 16, "", False),
    ]
    place = found.locate(Span(14, 15))
    assert reading.content[place.start.byte : place.end.byte] == b'<cp hex="0003"/>'
    assert reading.issues == []


def test_places_past_a_tag_over_two_lines(read_xliff: Callable, xliff_2: Callable) -> None:
    reading = read_xliff(xliff_2(unit(segment('<target\n  xml:lang="en">export &amp; controls</target>'))))
    place = reading.units[0].variants[1].segment.locate(Span(9, 17))
    assert f"{place.start}-{place.end}" == "4:30-4:38"
    assert reading.content[place.start.byte : place.end.byte] == b"controls"


def test_modules_are_no_translation(read_xliff: Callable, xliff_2: Callable) -> None:
    match = '<mtc:matches><mtc:match ref="#s"><source>限制</source><target>limits</target></mtc:match></mtc:matches>'
    terms = "<gls:glossary><gls:glossEntry><gls:term>镓</gls:term></gls:glossEntry></gls:glossary>"
    reading = read_xliff(xliff_2(unit(match, terms, segment())))
    assert reading.texts == [("出口管制", "export controls")]
    assert reading.issues == []


def test_notes_of_a_unit_are_those_of_its_segments(read_xliff: Callable, xliff_2: Callable) -> None:
    notes = '<notes><note id="n1">zhengming: ignore T002: quotes the notice</note></notes>'
    reading = read_xliff(xliff_2("<notes><note>of the file</note></notes>", unit(notes, segment(), segment())))
    assert [[note.text for note in found.notes] for found in reading.units] == [
        ["zhengming: ignore T002: quotes the notice"]
    ] * 2
    assert reading.issues == []


@pytest.mark.parametrize(
    ("written", "rules"),
    [
        (unit(inside=""), ["attribute-missing"]),
        (unit(inside=' id="a b"'), ["id-malformed"]),
        (unit() + unit(), ["id-duplicate"]),
        (f"<group>{unit()}</group>", ["attribute-missing"]),
        ('<group id="g"/>', []),
        (unit(segment(inside=' state="done"')), ["attribute-value"]),
        (unit(segment(inside=' subState="my:x"')), ["state-missing"]),
        (unit(segment(inside=' state="final" subState="x"')), ["attribute-value"]),
        (unit(segment(inside=' translate="no"')), ["attribute-unknown"]),
        (unit(segment(inside=' id="s"'), segment(inside=' id="s"')), ["id-duplicate"]),
        (unit(segment(source="")), ["source-missing"]),
        (unit(segment(TARGET * 2)), ["element-misplaced"]),
        (unit("<ignorable><source> </source></ignorable>"), ["element-missing"]),
        (unit(segment('<target xml:lang="fr">x</target>')), ["language-differs"]),
        (unit(segment(), inside=' id="u1" xml:lang="ja"'), ["language-differs", "language-differs"]),
        (unit(segment('<target xml:space="preserve">x</target>')), ["space-differs"]),
        (unit(segment('<target order="2">x</target>'), segment("<target>y</target>")), ["order-duplicate"]),
        (unit("<notes></notes>", segment()), ["element-missing"]),
        (unit(segment(), "<notes><note>late</note></notes>"), ["element-misplaced"]),
        (unit("<originalData/>", segment()), ["element-missing"]),
        (unit(segment(TARGET + "<my:thing/>")), ["element-unknown"]),
        (coded('<cp hex="00a0"/>'), ["character-number"]),
        (coded('<cp hex="d800"/><cp hex="-1"/>'), ["character-number", "character-number"]),
    ],
)
def test_rules(read_xliff: Callable, xliff_2: Callable, written: str, rules: list[str]) -> None:
    reading = read_xliff(xliff_2(written))
    assert [issue.message.partition(":")[0] for issue in reading.issues] == rules
    assert reading.stopped is None


def test_a_file_without_its_language_or_content(read_xliff: Callable, xliff_2: Callable) -> None:
    assert read_xliff(xliff_2(unit(), root=' srcLang="zh"')).faults == ["3:45: minor language-missing"]
    assert read_xliff('<xliff version="2.0" srcLang="zh"/>').faults == ["1:36: major element-missing"]
    assert read_xliff(xliff_2()).faults == ["4:1: major element-missing"]
