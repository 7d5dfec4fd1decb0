"""XLIFF 1.2 is valid, and holds texts, codes, states, locks and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from zhengming.tmx.formats.xliff_1_writer import WRITER
from zhengming.tmx.model import Header, InlineCode, Note, Property, Segment, State, TranslationUnit
from zhengming.tmx.model import TranslationUnitVariant as Variant

if TYPE_CHECKING:
    from collections.abc import Callable

NS = "{urn:oasis:names:tc:xliff:document:1.2}"


def unit_of(source: Segment, target: Segment, **more: object) -> TranslationUnit:
    header = Header({"srclang": "zh-CN"}, path="a.tmx")
    return TranslationUnit((Variant("zh-CN", source), Variant("en", target)), header, **more)  # type: ignore[arg-type]


def test_a_file(written_by: Callable) -> None:
    codes = (
        InlineCode("bpt", 2, (("i", "1"), ("x", "4"), ("type", "bold")), "<b>"),
        InlineCode("ept", 4, (("i", "1"),), "</b>"),
        InlineCode("ut", 4, (), "\\n"),
    )
    content, lost = written_by(
        WRITER,
        [
            unit_of(Segment("实施出口管制", codes), Segment("export control & licence"), state=State.REVIEWED),
            unit_of(
                Segment("锑"),
                Segment(""),
                attributes={"tuid": "u1", "creationdate": "20250404T000000Z"},
                state=State.DRAFT,
                is_locked=True,
                notes=(Note("见公告"),),
                properties=(Property("client", "a"),),
            ),
        ],
    )
    assert content.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n'
        '<file original="a.tmx" source-language="zh-CN" target-language="en" datatype="plaintext"'
        ' xml:space="preserve">\n<body>\n'
        '<trans-unit id="1">\n'
        '<source>实施<bpt id="bpt-4" ctype="x-bold" rid="1">&lt;b&gt;</bpt>出口<ept id="ept-1" rid="1">&lt;/b&gt;</ept>'
        '<ph id="ut-1">\\n</ph>管制</source>\n'
        '<target state="signed-off">export control &amp; licence</target>\n</trans-unit>\n'
        '<trans-unit id="2" resname="u1" translate="no">\n<source>锑</source>\n'
        '<target state="needs-translation"></target>\n<note>见公告</note>\n</trans-unit>\n'
        "</body>\n</file>\n</xliff>\n"
    )
    assert lost == {"properties": 1, "dates, users and other attributes": 1}


@settings(deadline=None, max_examples=50)
@given(data=st.data())
@pytest.mark.parametrize("kind", ["strict", "transitional"])
def test_what_is_written_is_valid_and_holds_the_texts(
    some_units: st.SearchStrategy, written_by: Callable, schema_of: Callable, kind: str, data: st.DataObject
) -> None:
    schema = schema_of(f"openxliff/catalog/xliff/xliff-core-1.2-{kind}.xsd")
    units = data.draw(some_units)
    content, lost = written_by(WRITER, units)
    root = etree.fromstring(content)
    schema.assertValid(root)
    read = [
        [text_of(unit.find(f"{NS}{side}")) for side in ("source", "target")] for unit in root.iter(f"{NS}trans-unit")
    ]
    texts = [[variant.segment.text for variant in unit.variants] for unit in units]
    controls = sum(character < " " and character not in "\t\n" for row in texts for text in row for character in text)
    assert lost.get("control characters (now U+FFFD)", 0) == controls
    assert read == [[text.translate(CONTROLS) for text in row] for row in texts]
    assert [unit.get("translate") == "no" for unit in root.iter(f"{NS}trans-unit")] == [u.is_locked for u in units]
    notes = [sum(len(owner.notes) for owner in (unit, *unit.variants)) for unit in units]
    assert [len(unit.findall(f"{NS}note")) for unit in root.iter(f"{NS}trans-unit")] == notes


CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), "\ufffd")


def text_of(element: etree._Element) -> str:
    """Return the text of a source or target, without that of its native codes."""
    pieces = [element.text or ""]
    for child in element:
        if child.tag == f"{NS}g":
            pieces.append(text_of(child))
        pieces.append(child.tail or "")
    return "".join(pieces)
