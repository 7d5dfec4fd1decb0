"""XLIFF 2.1 is valid, and holds texts, codes, states, locks and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from zhengming.tmx.formats.xliff_2_writer import WRITER
from zhengming.tmx.model import Header, InlineCode, Note, Segment, State, TranslationUnit
from zhengming.tmx.model import TranslationUnitVariant as Variant

if TYPE_CHECKING:
    from collections.abc import Callable

NS = "{urn:oasis:names:tc:xliff:document:2.0}"
STATES = {State.DRAFT: "initial", None: "translated"}


def test_a_file(written_by: Callable) -> None:
    header = Header({"srclang": "zh-CN"}, path="a.tmx", notes=(Note("digest"),))
    bold = [InlineCode("bpt", 0, (("i", "1"), ("type", "bold")), "<b>"), InlineCode("ept", 2, (("i", "1"),), "</b>")]
    end = InlineCode("it", 2, (("pos", "end"), ("x", "3")), "</b>")
    content, lost = written_by(
        WRITER,
        [
            TranslationUnit(
                (
                    Variant("zh-CN", Segment("稀土出口", tuple(bold))),
                    Variant("en", Segment("exports", (end,)), notes=(Note("noun"),)),
                ),
                header,
                {"tuid": "u1"},
                state=State.FINAL,
                is_locked=True,
            )
        ],
    )
    assert content.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="zh-CN" trgLang="en">\n'
        '<file id="f1" original="a.tmx" xml:space="preserve">\n<notes><note>digest</note></notes>\n'
        '<unit id="1" name="u1" translate="no">\n<notes>\n<note appliesTo="target">noun</note>\n</notes>\n'
        '<originalData><data id="d1">&lt;b&gt;</data><data id="d2">&lt;/b&gt;</data></originalData>\n'
        '<segment state="final">\n'
        '<source><sc id="bpt-1" dataRef="d1"/>稀土<ec startRef="bpt-1" dataRef="d2"/>出口</source>\n'
        '<target>ex<ec id="it-3" isolated="yes" dataRef="d2"/>ports</target>\n</segment>\n</unit>\n</file>\n</xliff>\n'
    )
    assert lost == {"types of inline codes": 1}


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_what_is_written_is_valid_and_holds_the_texts(
    some_units: st.SearchStrategy, written_by: Callable, schema_of: Callable, data: st.DataObject
) -> None:
    schema = schema_of("xliff-21/schemas/xliff_core_2.0.xsd")
    units = data.draw(some_units)
    root = etree.fromstring(written_by(WRITER, units)[0])
    schema.assertValid(root)
    for element, unit in zip(root.iter(f"{NS}unit"), units, strict=True):
        source, target = (variant.segment for variant in unit.variants)
        segment = element.find(f"{NS}segment")
        assert text_of(segment.find(f"{NS}source")) == source.text.translate(CONTROLS)
        written = segment.find(f"{NS}target")
        assert (text_of(written) if written is not None else "") == target.text.translate(CONTROLS)
        expected = STATES.get(unit.state) or unit.state.value
        assert segment.get("state") == ("initial" if written is None else expected)
        ids = [code.get("id") for code in segment.find(f"{NS}source").iter() if code.get("id")]
        assert len(ids) == len(set(ids))
        data_ids = {kept.get("id") for kept in element.iter(f"{NS}data")}
        assert {code.get("dataRef") for code in segment.iter() if code.get("dataRef")} == data_ids


CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), "\ufffd")


def text_of(element: etree._Element) -> str:
    return "".join(element.itertext())
