"""XML as it is written: indented, escaped, in the encoding that the target wants."""

from __future__ import annotations

import codecs

from zhengming.termbase.formats.xml_writer import UNWRITABLE, added, new, serialized


def test_a_child_is_of_its_parents_namespace() -> None:
    root = new("tbx", "urn:iso:std:iso:30042:ed-2", style="dca")
    added(root, "note", "A & B", type="x")
    assert serialized(root, "UTF-8").decode() == (
        "<?xml version='1.0' encoding='UTF-8'?>\n"
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca">\n'
        '  <note type="x">A &amp; B</note>\n'
        "</tbx>\n"
    )


def test_utf_16_has_a_byte_order_mark_and_a_doctype_its_place() -> None:
    data = serialized(new("mtf"), "UTF-16", "<!DOCTYPE mtf>")
    assert data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    assert data.decode("utf-16") == "<?xml version='1.0' encoding='UTF-16'?>\n<!DOCTYPE mtf>\n<mtf/>\n"


def test_what_xml_cannot_hold() -> None:
    assert UNWRITABLE.sub("", "稀\x00\x0b\ufffe\ud800土\t\n") == "稀土\t\n"
