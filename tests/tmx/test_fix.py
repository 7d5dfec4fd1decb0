"""A fix changes the bytes of the words, and no others."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.position import Location, Position, Span
from zhengming.tmx.fix import Change
from zhengming.tmx.fix import fix as fix_with
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.formats.xml_rewriting import XmlRewriter
from zhengming.tmx.model import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.fix import Fixed

HEAD = '<tmx version="1.4"><header srclang="zh-CN" segtype="sentence"/><body>\r\n'
#: What the file says it is, what its bytes are, and the mark it begins with.
ENCODINGS = [
    ("utf-8", "utf-8", b""),
    ("utf-8", "utf-8", codecs.BOM_UTF8),
    ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16", "utf-16-be", codecs.BOM_UTF16_BE),
    ("GB18030", "gb18030", b""),
    ("gb2312", "gb2312", b""),
    ("Big5", "big5", b""),
    ("windows-1252", "cp1252", b""),
    ("US-ASCII", "ascii", b""),
]


def fix(content: bytes, changes: Sequence[Change]) -> Fixed:
    return fix_with(content, changes, XmlRewriter)


def file_of(*written: str, encoding: tuple[str, str, bytes] = ENCODINGS[0]) -> bytes:
    declared, codec, mark = encoding
    units = "".join(f'<tu>\r\n<tuv  lang = "en"><seg>{seg}</seg></tuv></tu>\r\n' for seg in written)
    text = f'<?xml version="1.0" encoding="{declared}"?>\r\n{HEAD}{units}</body></tmx>'
    return mark + text.encode(codec, "xmlcharrefreplace")


def segments_of(content: bytes) -> list[Segment]:
    faults: list[Issue] = []
    return [variant.segment for unit in read(io.BytesIO(content), "a.tmx", faults.append) for variant in unit.variants]


def change_of(segment: Segment, found: str, replacement: str) -> Change:
    start = segment.text.index(found)
    return Change(segment.locate(Span(start, start + len(found))), found, replacement)


def fixed(content: bytes, found: str, replacement: str) -> bytes | str | None:
    """Replace the words in the one segment of a file; return its new bytes or why there are none."""
    (segment,) = segments_of(content)
    new, (problem,) = fix(content, [change_of(segment, found, replacement)])
    assert problem is None or new == content
    return problem or new


@pytest.mark.parametrize("encoding", ENCODINGS, ids=lambda e: f"{e[0]}-{len(e[2])}")
def test_only_the_bytes_of_the_words_differ(encoding: tuple[str, str, bytes]) -> None:
    before = file_of("&#38;<ph>{0}</ph> MOFCOM’s export restrictions — 锑", encoding=encoding)
    after = fixed(before, "export restrictions", "export controls")
    codec = encoding[1]
    assert after == before.replace("export restrictions".encode(codec), "export controls".encode(codec))
    assert after != before


@pytest.mark.parametrize(
    ("written", "found", "replacement", "expected"),
    [
        ("the export restriction", "export restriction", "R&D control", "the R&amp;D control"),
        ("R&amp;D ban on Sb", "R&D ban", "research ban", "research ban on Sb"),
        ("R&#x26;D ban on Sb", "D ban", "D control", "R&#x26;D control on Sb"),
        ("&#x7A00;土实施", "稀土", "<锑>", "&lt;锑&gt;实施"),
        ("<![CDATA[R&D ban]]> on Sb", "R&D ban", "R&D <control>", "<![CDATA[R&D <control>]]> on Sb"),
        ("<!-- <![CDATA[ -->a ban on Sb", "ban", "R&D", "<!-- <![CDATA[ -->a R&amp;D on Sb"),
        ("<![CDATA[ores]]> and a ban", "ban", "R&D", "<![CDATA[ores]]> and a R&amp;D"),
        ("<![CDATA[<]]><![CDATA[ban]]>", "ban", "R&D", "<![CDATA[<]]><![CDATA[R&D]]>"),
        ("<hi>export ban</hi> on Sb", "export ban", "export control", "<hi>export control</hi> on Sb"),
        ('a<ph>{<sub type="x">ban</sub>}</ph> ban', "ban", "control", 'a<ph>{<sub type="x">ban</sub>}</ph> control'),
    ],
)
def test_the_replacement_is_written_as_text_is_written_there(
    written: str, found: str, replacement: str, expected: str
) -> None:
    assert fixed(file_of(written), found, replacement) == file_of(expected)


@pytest.mark.parametrize(
    ("encoding", "expected"),
    [
        (("windows-1252", "cp1252", b""), "Nd–Fe–B é &#37332;"),
        (("US-ASCII", "ascii", b""), "Nd&#8211;Fe&#8211;B &#233; &#37332;"),
        (("Big5", "big5", b""), "Nd–Fe–B &#233; 釔"),
        (("gb2312", "gb2312", b""), "Nd&#8211;Fe&#8211;B é &#37332;"),
        (("GBK", "gbk", b""), "Nd–Fe–B é 釔"),
        (("GB18030", "gb18030", b""), "Nd–Fe–B é 釔"),
    ],
)
def test_what_the_encoding_lacks_becomes_a_reference(encoding: tuple[str, str, bytes], expected: str) -> None:
    after = fixed(file_of("the magnet", encoding=encoding), "magnet", "Nd–Fe–B é 釔")
    assert after == file_of(f"the {expected}", encoding=encoding)


@pytest.mark.parametrize(
    ("written", "found", "problem"),
    [
        ("export <ph>{0}</ph>restrictions", "export restrictions", "an inline code or a comment stands inside it"),
        ("export <!-- sic -->restrictions", "export restrictions", "an inline code or a comment stands inside it"),
        ("<![CDATA[export]]> restrictions", "export restrictions", "an inline code or a comment stands inside it"),
        ("export\r\nrestrictions", "export\nrestrictions", "a line ends inside it"),
        ("export&#10;restrictions", "export\nrestrictions", "a line ends inside it"),
    ],
)
def test_words_with_something_between_them_are_left(written: str, found: str, problem: str) -> None:
    assert fixed(file_of(written), found, "export controls") == problem


def test_an_entity_of_the_file_is_left() -> None:
    content = file_of("the &law; on Sb").replace(b"<tmx", b'<!DOCTYPE tmx [<!ENTITY law "export ban law">]><tmx')
    assert fixed(content, "export ban", "export control") == "it is written with an entity that the file declares"


@pytest.mark.parametrize("replacement", ["\x07", "a\nb", "\ud800"])
def test_what_xml_has_no_character_for_is_not_written(replacement: str) -> None:
    assert fixed(file_of("a ban"), "ban", replacement) == "with the replacement the file would not be XML"


@pytest.mark.parametrize(
    ("written", "replacement"),
    [("<![CDATA[a ban on Sb]]>", "]]>"), ("<![CDATA[ban]> on Sb]]>", "x]"), ("]ban> x", "]")],
)
def test_a_section_of_character_data_ends_where_it_did(written: str, replacement: str) -> None:
    assert fixed(file_of(written), "ban", replacement) == "with the replacement the file would not be XML"


def test_a_reference_is_not_written_where_it_would_be_read_as_it_stands() -> None:
    content = file_of("<![CDATA[a ban]]>", encoding=("US-ASCII", "ascii", b""))
    problem = "it stands in CDATA, where what the file's encoding lacks cannot be written"
    assert fixed(content, "ban", "ban—") == problem


def test_of_two_that_overlap_the_first_is_made() -> None:
    content = file_of("an export ban list of 2025", "the export ban list")
    one, other = segments_of(content)
    changes = [
        change_of(other, "export ban list", "control list"),
        change_of(one, "ban list", "control list"),
        change_of(one, "export ban", "export control"),
        change_of(one, "2025", "2024"),
    ]
    new, problems = fix(content, changes)
    assert new == file_of("an export control list of 2024", "the control list")
    assert problems == (None, "another replacement meets it; run the command once more", None, None)


def test_what_is_asked_for_twice_is_done_once() -> None:
    content = file_of("an export ban")
    (segment,) = segments_of(content)
    change = change_of(segment, "ban", "control")
    other = change._replace(replacement="curb")
    new, problems = fix(content, [change, other, change])
    assert new == file_of("an export control")
    assert problems == (None, "another replacement meets it; run the command once more", None)


def test_one_that_cannot_be_made_moves_none_behind_it() -> None:
    content = file_of("export\nban <![CDATA[of ores]]>")
    (segment,) = segments_of(content)
    refused = change_of(segment, "export\nban", "export control")
    new, problems = fix(content, [refused, refused, change_of(segment, "ores", "R&D")])
    assert new == file_of("export\nban <![CDATA[of R&D]]>")
    assert problems == ("a line ends inside it", "a line ends inside it", None)


def test_words_that_stand_elsewhere_are_not_looked_for() -> None:
    before, after = file_of("the export ban"), file_of("every export ban")
    change = change_of(segments_of(before)[0], "export ban", "export control")
    assert fix(after, [change]) == (after, ("the file has other words in its place",))
    multibyte = file_of("锑the export ban")[:-1]
    inside = Change(Location("a.tmx", Position(1, 1, before.index(b"the") + 1), Position(1, 2, len(before))), "x", "y")
    assert fix(multibyte, [inside]) == (multibyte, ("the file has other words in its place",))


def test_without_a_place_nothing_is_done() -> None:
    content = file_of("a ban")
    places = [Location("a.tmx"), Location("a.tmx", Position(4, 1), Position(4, 3))]
    new, problems = fix(content, [Change(place, "ban", "control") for place in places])
    assert new == content
    assert problems == ("its place in the file is not known",) * 2


def test_no_change_is_no_change() -> None:
    content = file_of("<![CDATA[ban]]>", encoding=ENCODINGS[3])
    assert fix(content, []) == (content, ())


# For any file and any set of fixes.

PIECES = st.one_of(
    st.text("abc ]“é锑𠮷—釔", max_size=6),
    st.sampled_from(
        ["&amp;", "&#x7A00;", "&#163;", "&lt;", "&gt;", "\r\n", "\n", "\r", "<!-- <![CDATA[ ]] -->", "<?a b?>"]
    ),
    st.sampled_from(["<ph>{0}&amp;</ph>", "<hi>", "</hi>", "<![CDATA[a & b]]>", "<![CDATA[]]>", "<![CDATA[<c>]]]>"]),
)
REPLACEMENTS = st.text("abc &<>]'\"éß锑𠮷—", min_size=1, max_size=5)


class Wanted(NamedTuple):
    """A change to be made: of which segment, from where to where (as parts of its length), and to what."""

    segment: int
    start: float
    end: float
    replacement: str

    def span(self, text: str) -> Span:
        first = min(int(self.start * len(text)), len(text) - 1)
        return Span(first, min(first + 1 + int(self.end * 8), len(text)))


WANTED = st.builds(Wanted, st.integers(0, 2), st.floats(0, 1), st.floats(0, 1), REPLACEMENTS)


def closed(pieces: list[str]) -> str:
    """Join the pieces so that what is opened is closed, and nothing else is."""
    depth, written = 0, ""
    for piece in pieces:
        depth += {"<hi>": 1, "</hi>": -1}.get(piece, 0)
        if depth < 0:
            depth = 0
        else:
            written += piece
    return (written + "</hi>" * depth).replace("]]&gt;", "").replace("]]>a", "]]> a")


@settings(deadline=None, max_examples=300)
@given(
    encoding=st.sampled_from(ENCODINGS),
    written=st.lists(st.lists(PIECES, min_size=1, max_size=8).map(closed), min_size=3, max_size=3),
    wanted=st.lists(WANTED, min_size=1, max_size=8),
)
def test_the_bytes_outside_the_words_are_those_of_before(
    encoding: tuple[str, str, bytes], written: list[str], wanted: list[Wanted]
) -> None:
    content = file_of(*written, encoding=encoding)
    before = segments_of(content)
    spans = [(w.segment, w.span(before[w.segment].text), w.replacement) for w in wanted if before[w.segment].text]
    changes = [Change(before[n].locate(s), before[n].text[slice(*s)], new) for n, s, new in spans]
    new, problems = fix(content, changes)
    made = sorted({spans[index] for index, problem in enumerate(problems) if problem is None})
    after = segments_of(new)

    texts = [segment.text for segment in before]
    for number, span, replacement in reversed(made):
        texts[number] = texts[number][: span.start] + replacement + texts[number][span.end :]
    assert [segment.text for segment in after] == texts
    assert [segment.codes for segment in map(bare, after)] == [segment.codes for segment in map(bare, before)]
    new.decode(encoding[1])

    shift = [0, 0, 0]
    outside: list[tuple[bytes, bytes]] = []
    done, done_after = 0, 0
    for number, span, replacement in made:
        start = span.start + shift[number]
        old_place, new_place = before[number].locate(span), after[number].locate(Span(start, start + len(replacement)))
        outside.append((content[done : byte(old_place.start)], new[done_after : byte(new_place.start)]))
        done, done_after = byte(old_place.end), byte(new_place.end)
        shift[number] += len(replacement) - (span.end - span.start)
    outside.append((content[done:], new[done_after:]))
    assert [one for one, _ in outside] == [other for _, other in outside]


def byte(position: Position | None) -> int:
    assert position is not None
    assert position.byte is not None
    return position.byte


def bare(segment: Segment) -> Segment:
    """Return the segment with its codes less their places, which words before them move."""
    return Segment(segment.text, tuple(code._replace(offset=0) for code in segment.codes))
