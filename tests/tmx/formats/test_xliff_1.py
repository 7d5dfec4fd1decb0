"""XLIFF 1.0 to 1.2 and what Trados, memoQ and Phrase make of it: units, languages, states, locks, places."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.language import parse
from zhengming.termbase.position import Position, Span
from zhengming.tmx.formats import Wanted, format_of
from zhengming.tmx.model import InlineCode, State

if TYPE_CHECKING:
    from collections.abc import Callable

SDL = ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"'


def unit(target: str = "<target>export controls</target>", inside: str = ' id="7"', source: str = "出口管制") -> str:
    return f"<trans-unit{inside}><source>{source}</source>{target}</trans-unit>"


@pytest.mark.parametrize("name", ["a.xlf", "a.XLIFF", "a.docx.sdlxliff", "a.mqxliff", "a.mxliff"])
def test_known_by_its_suffix(name: str) -> None:
    assert format_of(name).name == "xliff"


def test_a_unit(read_xliff: Callable, xliff_1: Callable) -> None:
    reading = read_xliff(xliff_1(unit()))
    (found,) = reading.units
    source, target = found.variants
    assert (source.language, source.segment.text) == ("zh-CN", "出口管制")
    assert (target.language, target.segment.text) == ("en-US", "export controls")
    assert (found.name, found.number, found.position) == (
        "notice.docx/7",
        1,
        Position(3, 1, reading.content.index(b"<tr")),
    )
    assert (found.state, found.is_locked, found.notes, reading.issues) == (None, False, (), [])


def test_every_place_is_exact(read_xliff: Callable, xliff_1: Callable) -> None:
    written = unit('<target\n xml:lang="en-US">the &lt;new&gt;\r\nexport <g id="1">controls</g></target>')
    reading = read_xliff(xliff_1(written))
    segment = reading.units[0].variants[1].segment
    assert segment.text == "the <new>\nexport controls"
    location = segment.locate(Span(10, 25))
    assert f"{location.start}-{location.end}" == "5:1-5:26"
    assert reading.content[location.start.byte : location.end.byte] == b'export <g id="1">controls'
    assert segment.position(4) == Position(4, 23, reading.content.index(b"&lt;"))


def test_places_in_utf_16(read_xliff: Callable, xliff_1: Callable) -> None:
    content = f"\ufeff{xliff_1(unit())}".encode("utf-16-le")
    reading = read_xliff(content)
    location = reading.units[0].variants[0].segment.locate(Span(2, 4))
    assert f"{location.start}-{location.end}" == "3:30-3:32"
    assert content[location.start.byte : location.end.byte].decode("utf-16-le") == "管制"


def test_inline_codes(read_xliff: Callable, xliff_1: Callable) -> None:
    target = (
        '<target><g id="1">rare <mrk mtype="term">earths</mrk></g><x id="2"/>'
        '<bpt id="3">&lt;b></bpt>export<ept id="3">&lt;/b></ept>'
        '<ph id="4">note: <sub>see the law</sub></ph><mrk mtype="protected">NdFeB</mrk></target>'
    )
    segment = read_xliff(xliff_1(unit(target))).units[0].variants[1].segment
    assert segment.text == "rare earthsexport"
    assert [(code.element, code.offset, code.content, code.closes) for code in segment.codes] == [
        ("g", 0, "", False),
        ("mrk", 5, "", False),
        ("mrk", 11, "", True),
        ("g", 11, "", True),
        ("x", 11, "", False),
        ("bpt", 11, "<b>", False),
        ("ept", 17, "</b>", False),
        ("ph", 17, "note: ", False),
        ("mrk", 17, "NdFeB", False),
    ]
    assert [each.text for each in segment.subflows] == ["see the law"]


def test_a_segmented_unit(read_xliff: Callable, xliff_1: Callable) -> None:
    written = (
        '<trans-unit id="7"><source>先锑。后镓。</source><seg-source>'
        '<g id="1"><mrk mtype="seg" mid="1">先锑。</mrk><mrk mtype="seg" mid="2">后镓。</mrk></g></seg-source>'
        '<target><g id="1"><mrk mtype="seg" mid="2">Then <x id="5"/>gallium.</mrk> '
        '<mrk mtype="seg" mid="1">First antimony.</mrk></g></target></trans-unit>'
    )
    reading = read_xliff(xliff_1(written))
    assert reading.texts == [("先锑。", "First antimony."), ("后镓。", "Then gallium.")]
    assert [found.name for found in reading.units] == ["notice.docx/7/1", "notice.docx/7/2"]
    assert {found.position for found in reading.units} == {Position(3, 1, reading.content.index(b"<trans"))}
    second = reading.units[1].variants[1].segment
    assert second.codes == (InlineCode("x", 5, (("id", "5"),)),)
    place = second.locate(Span(5, 12))
    assert reading.content[place.start.byte : place.end.byte] == b"gallium"
    assert reading.issues == []


def test_segments_without_a_partner(read_xliff: Callable, xliff_1: Callable) -> None:
    written = (
        '<trans-unit id="7"><source><mrk mtype="seg" mid="1">先锑。</mrk><mrk mtype="seg" mid="2">后镓。</mrk></source>'
        '<target><mrk mtype="seg" mid="1">First antimony.</mrk><mrk mtype="seg" mid="3">Tin.</mrk></target>'
        "</trans-unit>"
    )
    reading = read_xliff(xliff_1(written))
    assert reading.texts == [("先锑。", "First antimony."), ("后镓。", "")]
    assert [found.state for found in reading.units] == [None, State.DRAFT]
    assert [issue.message for issue in reading.issues] == [
        "segment-unpaired: the target has no segment “2”, the source has",
        "segment-unpaired: the source has no segment “3”, the target has",
    ]


def test_a_target_that_is_not_cut_into_segments(read_xliff: Callable, xliff_1: Callable) -> None:
    written = (
        '<trans-unit id="7"><source>先锑。后镓。</source><seg-source><mrk mtype="seg" mid="1">先锑。</mrk>'
        '<mrk mtype="seg" mid="2">后镓。</mrk></seg-source><target>First antimony, then gallium.</target></trans-unit>'
    )
    assert read_xliff(xliff_1(written)).texts == [("先锑。后镓。", "First antimony, then gallium.")]


def test_what_is_no_translation(read_xliff: Callable, xliff_1: Callable) -> None:
    other = (
        "<alt-trans><source>出口限制</source><target>export restrictions</target></alt-trans>"
        "<x:extra><source>秘</source></x:extra>"
    )
    picture = f'<bin-unit id="b" mime-type="image/png"><bin-source/>{unit()}</bin-unit>'
    reading = read_xliff(xliff_1(unit("<target>export controls</target>" + other), picture))
    assert reading.texts == [("出口管制", "export controls")] * 2


def test_a_unit_without_target_is_a_draft(read_xliff: Callable, xliff_1: Callable) -> None:
    reading = read_xliff(xliff_1(unit(""), unit("<target/>"), unit('<target state="final"/>')))
    assert reading.texts == [("出口管制", "")] * 3
    assert [found.state for found in reading.units] == [State.DRAFT, State.DRAFT, State.FINAL]
    missing = reading.units[0].variants[1].segment
    assert missing.locate(Span(0, 0)).start == reading.units[0].variants[0].segment.locate(Span(3, 4)).end


@pytest.mark.parametrize(
    ("written", "state"),
    [
        (unit('<target state="new">x</target>'), State.DRAFT),
        (unit('<target state="needs-review-translation">x</target>'), State.TRANSLATED),
        (unit('<target state="translated">x</target>'), State.TRANSLATED),
        (unit('<target state="signed-off">x</target>'), State.REVIEWED),
        (unit('<target state="x-mine">x</target>'), None),
        (unit('<target state-qualifier="mt-suggestion">x</target>'), State.DRAFT),
        (unit('<target state-qualifier="exact-match">x</target>'), State.TRANSLATED),
        (unit('<target state="translated" state-qualifier="rejected-grammar">x</target>'), State.DRAFT),
        (unit("<target>x</target>", ' id="1" approved="yes"'), State.FINAL),
        (unit("<target>x</target>", ' id="1" approved="no"'), None),
    ],
)
def test_states(read_xliff: Callable, xliff_1: Callable, written: str, state: State | None) -> None:
    reading = read_xliff(xliff_1(written))
    assert reading.units[0].state is state
    assert reading.issues == []


def test_no_translation_wanted(read_xliff: Callable, xliff_1: Callable) -> None:
    second, third = unit(inside=' id="2" translate="yes"'), unit(inside=' id="3"')
    group = f'<group translate="no">{unit()}<group>{second}{third}</group></group>'
    reading = read_xliff(xliff_1(group, unit(inside=' id="4" translate="no"'), unit(inside=' id="5"')))
    assert [found.is_locked for found in reading.units] == [True, False, True, True, False]


@pytest.mark.parametrize(
    ("definition", "state", "is_locked"),
    [
        ("", State.DRAFT, False),
        (' conf="Draft"', State.DRAFT, False),
        (' conf="Translated" locked="true"', State.TRANSLATED, True),
        (' conf="RejectedTranslation"', State.TRANSLATED, False),
        (' conf="ApprovedTranslation" locked="false"', State.REVIEWED, False),
        (' conf="ApprovedSignOff"', State.FINAL, False),
    ],
)
@pytest.mark.parametrize("prefix", ["sdl", "trados"])
def test_trados(  # noqa: PLR0913
    read_xliff: Callable, xliff_1: Callable, definition: str, state: State, *, is_locked: bool, prefix: str
) -> None:
    written = (
        '<trans-unit id="4f2c"><source>出口管制</source>'
        '<seg-source><mrk mtype="seg" mid="12">出口管制</mrk></seg-source>'
        '<target><mrk mtype="seg" mid="12">export controls</mrk></target>'
        f'<{prefix}:seg-defs><{prefix}:seg id="12"{definition}>'
        f'<{prefix}:value key="k">v</{prefix}:value></{prefix}:seg>'
        f"</{prefix}:seg-defs></trans-unit>"
    )
    reading = read_xliff(xliff_1(written, root=SDL.replace("sdl=", f"{prefix}=")))
    (found,) = reading.units
    assert (found.name, found.state, found.is_locked) == ("notice.docx/12", state, is_locked)


@pytest.mark.parametrize(
    ("marks", "state", "is_locked"),
    [
        ('mq:status="NotStarted"', State.DRAFT, False),
        ('mq:status="PartiallyEdited" mq:locked="locked"', State.DRAFT, True),
        ('mq:status="ManuallyConfirmed"', State.TRANSLATED, False),
        ('mq:status="ManuallyConfirmed" mq:reviewer1committimestamp="0001-01-01T00:00:00Z"', State.TRANSLATED, False),
        ('mq:status="ManuallyConfirmed" mq:reviewer1committimestamp="2024-08-15T09:00:00Z"', State.REVIEWED, False),
        ('mq:status="ManuallyConfirmed" mq:reviewer2committimestamp="2024-08-15T09:00:00Z"', State.FINAL, False),
        ('m:confirmed="1" m:locked="true"', State.TRANSLATED, True),
        ('m:confirmed="0" m:locked="false"', State.DRAFT, False),
    ],
)
def test_memoq_and_phrase(
    read_xliff: Callable, xliff_1: Callable, marks: str, state: State, *, is_locked: bool
) -> None:
    (found,) = read_xliff(xliff_1(unit(inside=f' id="7" {marks}'))).units  # the prefixes are not even declared
    assert (found.state, found.is_locked) == (state, is_locked)


def test_notes_are_the_units(read_xliff: Callable, xliff_1: Callable) -> None:
    note = '<note from="editor">zhengming: ignore T002: quotes the US notice</note>'
    (found,) = read_xliff(xliff_1(unit(f"<target>export restrictions</target>{note}"))).units
    assert [(each.text, each.attributes) for each in found.notes] == [
        ("zhengming: ignore T002: quotes the US notice", (("from", "editor"),))
    ]


def test_languages_that_the_file_does_not_give(read_xliff: Callable, xliff_1: Callable) -> None:
    def languages(content: str, wanted: Wanted) -> list[str]:
        return [variant.language for variant in read_xliff(content, wanted).units[0].variants]

    wanted = Wanted(parse("zh-TW"), parse("fr"))
    bare = xliff_1(unit(), attributes="").replace(' source-language="zh-CN"', "")
    assert languages(bare, Wanted()) == ["", ""]
    assert languages(bare, wanted) == ["zh-Hant-TW", "fr"]
    assert languages(xliff_1(unit()), wanted) == ["zh-CN", "en-US"]
    assert languages(xliff_1(unit('<target xml:lang="en-GB">x</target>'), attributes=""), wanted) == ["zh-CN", "en-GB"]


def test_several_files_in_one(read_xliff: Callable) -> None:
    def file(name: str, language: str) -> str:
        languages = f'source-language="zh-CN" target-language="{language}"'
        return f'<file original="{name}" {languages} datatype="x"><body>{unit()}</body></file>'

    reading = read_xliff(f'<xliff version="1.2">{file("a.txt", "en")}{file("b/c.txt", "fr")}</xliff>')
    assert [(found.name, found.variants[1].language) for found in reading.units] == [
        ("a.txt/7", "en"),
        ("c.txt/7", "fr"),
    ]
    assert reading.issues == []


def test_a_prefix_for_xliff_itself(read_xliff: Callable, xliff_1: Callable) -> None:
    written = xliff_1(unit('<target><g id="1">export</g><mrk mtype="term">s</mrk></target>'))
    written = written.replace("</", "</x:").replace(" xmlns=", " xmlns:x=")
    for name in ("xliff", "file", "header", "body", "trans-unit", "source", "target", "g", "mrk"):
        written = written.replace(f"<{name}", f"<x:{name}")
    reading = read_xliff(written)
    assert reading.texts == [("出口管制", "exports")]
    assert [code.element for code in reading.units[0].variants[1].segment.codes] == ["g", "g", "mrk", "mrk"]


@pytest.mark.parametrize(
    ("written", "faults"),
    [
        (unit(inside=""), ["3:1: major attribute-missing"]),
        (unit() + unit(), ["3:86: minor id-duplicate"]),
        (unit('<target state="done">x</target>'), ["3:41: major attribute-value"]),
        (unit(inside=' id="1" approved="maybe"'), ["3:1: major attribute-value"]),
        ('<trans-unit id="1"><target>x</target></trans-unit>', ["3:1: major source-missing"]),
        (unit("<target>x</target><target>y</target>"), ["3:59: major element-misplaced"]),
        (unit('<target><bpt id="1"/>x</target>'), ["3:41: major bpt-unpaired"]),
        (unit('<target><ex id="2" rid="1"/>x</target>'), ["3:41: major ex-unpaired"]),
        (unit('<target><bx id="1" rid="9"/>x<ex id="2" rid="9"/></target>'), []),
        (unit('<target><it id="1">b</it>x</target>'), ["3:41: major attribute-value"]),
        (f"<source>x</source>{unit()}", ["3:1: major element-misplaced"]),
    ],
)
def test_faults(read_xliff: Callable, xliff_1: Callable, written: str, faults: list[str]) -> None:
    reading = read_xliff(xliff_1(written))
    assert reading.faults == faults
    assert all(issue.check.code == "F004" for issue in reading.issues)


@pytest.mark.parametrize(
    ("root", "faults"),
    [
        ('version="1.2"', []),
        ('version="1.3"', ["1:1: major version-unknown"]),
        ("", ["1:1: major attribute-missing"]),
        ('version="3.0" srcLang="zh"', ["1:1: major version-unknown"]),
    ],
)
def test_versions(read_xliff: Callable, root: str, faults: list[str]) -> None:
    of_two = '<file id="f"><unit id="1"><segment><source>x</source></segment></unit></file>'
    of_one = '<file original="a" source-language="zh" datatype="x"><body/></file>'
    assert read_xliff(f"<xliff {root}>{of_two if 'srcLang' in root else of_one}</xliff>").faults == faults
