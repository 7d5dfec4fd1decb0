"""A fix in XLIFF changes the bytes of the words, and no others."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.position import Span
from zhengming.tmx.fix import Change, fix
from zhengming.tmx.formats import NOTHING_KNOWN, format_of
from zhengming.tmx.formats.xml_rewriting import XmlRewriter

if TYPE_CHECKING:
    from zhengming.tmx.fix import Fixed
    from zhengming.tmx.model import Segment

HEAD = (
    '<xliff\tversion="1.2"><file original="a" source-language="zh" target-language="en" datatype="x"><body>\r\n'
    "<trans-unit  id = 'u'><source>限制</source><seg-source><mrk mid='1' mtype='seg'>限制</mrk></seg-source>"
)
TAIL = "</trans-unit></body></file></xliff>\r\n"
ENCODINGS = [
    ("utf-8", "utf-8", b""),
    ("utf-8", "utf-8", codecs.BOM_UTF8),
    ("utf-16", "utf-16-le", codecs.BOM_UTF16_LE),
    ("utf-16", "utf-16-be", codecs.BOM_UTF16_BE),
    ("GB18030", "gb18030", b""),
]
WORDS = "export limits"
#: what may stand around words: text, entities, codes, a comment, CDATA, a character that XML cannot hold
AROUND = st.lists(
    st.sampled_from(
        [
            "锑, ",
            "the ",
            "&amp;",
            "&#x7A00;",
            "<x id='1'/>",
            "<g id='2'>a</g>",
            "<!-- no -->",
            "<![CDATA[a<b ]]>",
            "\r\n",
        ]
    ),
    max_size=6,
).map("".join)


def file_of(target: str, encoding: tuple[str, str, bytes] = ENCODINGS[0]) -> bytes:
    declared, codec, mark = encoding
    text = f'<?xml version="1.0" encoding="{declared}"?>\r\n{HEAD}<target>{target}</target>{TAIL}'
    return mark + text.encode(codec)


def segment_of(content: bytes) -> Segment:
    (unit,) = format_of("a.sdlxliff").read(io.BytesIO(content), "a.sdlxliff", lambda _: None, NOTHING_KNOWN)
    return unit.variants[1].segment


def fixed(content: bytes, replacement: str = "export controls") -> Fixed:
    segment = segment_of(content)
    start = segment.text.index(WORDS)
    change = Change(segment.locate(Span(start, start + len(WORDS))), WORDS, replacement)
    return fix(content, [change], XmlRewriter)


@pytest.mark.parametrize("encoding", ENCODINGS, ids=[f"{name} {mark.hex()}" for name, _, mark in ENCODINGS])
def test_in_every_encoding(encoding: tuple[str, str, bytes]) -> None:
    def written(words: str) -> bytes:
        return file_of(f"<mrk mtype='seg' mid='1'>A&amp;<g id='5'>{words}</g> for 锑</mrk>", encoding)

    assert fixed(written(WORDS)).content == written("export controls")
    assert fixed(written(WORDS), "R&D rules").content == written("R&amp;D rules")


def test_in_cdata_words_are_written_as_they_read() -> None:
    done = fixed(file_of(f"<![CDATA[<b>{WORDS}</b>]]>"), "R&D rules")
    assert done == (file_of("<![CDATA[<b>R&D rules</b>]]>"), (None,))


@pytest.mark.parametrize(
    "written", ["export <x id='1'/>limits", "<g id='1'>export</g> limits", "export<!-- ! --> limits"]
)
def test_words_with_a_code_inside_stay(written: str) -> None:
    content = file_of(written)
    assert fixed(content) == (content, ("an inline code or a comment stands inside it",))


@settings(max_examples=150, deadline=None)
@given(before=AROUND, after=AROUND, encoding=st.sampled_from(ENCODINGS), is_segmented=st.booleans())
def test_what_is_outside_the_words_stays(
    before: str, after: str, encoding: tuple[str, str, bytes], *, is_segmented: bool
) -> None:
    def written(words: str) -> bytes:
        target = f"{before}{words}{after}"
        return file_of(f"<mrk mtype='seg' mid='1'>{target}</mrk>" if is_segmented else target, encoding)

    content = written(WORDS)
    done = fixed(content)
    assert done == (written("export controls"), (None,))
    assert segment_of(done.content).text == segment_of(content).text.replace(WORDS, "export controls")
