"""XML of termbases, as hostile as it comes."""

from __future__ import annotations

import re

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.formats.xml_elements import Element, elements, root_name

NAMES = frozenset({"termEntry"})


def read(data: bytes) -> list[Element]:
    return list(elements(data, "g.tbx", NAMES))


def test_an_entry_has_its_text_its_place_and_no_prefixes() -> None:
    data = '<martif>\n <m:termEntry x:id="c1">\n  <term>稀土 &amp;\n <hi>矿</hi></term></m:termEntry></martif>'
    root, entry = read(data.encode())
    assert (root.name, root.content) == ("martif", [])
    assert (entry.name, entry.attributes, str(entry.location)) == ("termEntry", {"id": "c1"}, "g.tbx:2:2")
    assert entry.text == "稀土 & 矿"


def test_native_codes_are_no_text() -> None:
    _, entry = read(b"<martif><termEntry>rare <ph>\\b</ph>earth</termEntry></martif>")
    assert entry.text == "rare earth"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030", "big5"]
)
def test_encodings_are_declared_or_marked(encoding: str) -> None:
    name = encoding if encoding in {"gb18030", "big5"} else "utf-8"
    name = "UTF-16" if "16" in encoding else name
    text = f'<?xml version="1.0" encoding="{name}"?>\n<martif><termEntry>管制</termEntry></martif>'
    assert root_name(text.encode(encoding)) == "martif"
    assert [entry.text for entry in read(text.encode(encoding))] == ["", "管制"]


def test_gb2312_often_is_more() -> None:
    data = '<?xml version="1.0" encoding="gb2312"?><martif><termEntry>鎦</termEntry></martif>'.encode("gb18030")
    assert read(data)[1].text == "鎦"


LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "1:1: no element found"),
        (b"<martif><termEntry>", "1:20: no element found"),
        (b"<martif>\n<termEntry></term></martif>", "2:14: mismatched tag"),
        (b"<martif>\n &nbsp;</martif>", "2:2: undefined entity"),
        (b'<!DOCTYPE martif SYSTEM "x.dtd">\n<martif>&nbsp;</martif>', "2:9: entity “&nbsp;” is declared nowhere"),
        (b'<!DOCTYPE m [<!ENTITY x SYSTEM "file:///etc/passwd">]><m>&x;</m>', "external entity “&x;”"),
        (b'<!DOCTYPE m [<!ENTITY % x SYSTEM "http://127.0.0.1/x">%x;]><m/>', "parameter entity “%x;”"),
        (f'<!DOCTYPE m [<!ENTITY a0 "ha">{LAUGHS}]><m>&a11;</m>'.encode(), "amplification"),
        (b"<m>" * 300, "nested more than 256 deep"),
        ("<m><termEntry>管制</termEntry></m>".encode("gb18030"), "1:15: the bytes B9 are not UTF-8"),
        (b'<?xml version="1.0" encoding="klingon"?><m/>', "encoding klingon, which is none"),
        (b'<?xml version="1.0" encoding="base64"?><m/>', "no encoding of texts"),
        (b'<?xml version="1.0" encoding="utf-16"?><m/>', "but is not in it"),
        (b"<m><termEntry>\x00</termEntry></m>", "1:15: not well-formed"),
        (b"<m><termEntry>" + b"x" * 10_000_001 + b"</termEntry></m>", "more than 10 MB of text"),
    ],
)
def test_what_is_broken_or_hostile_is_refused_with_its_place(data: bytes, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=re.escape(problem)):
        read(data)


def test_entities_of_plain_text_are_read() -> None:
    data = b'<!DOCTYPE m [<!ENTITY mofcom "Ministry">]><m><termEntry>&mofcom;</termEntry></m>'
    assert read(data)[1].text == "Ministry"


def test_what_comes_before_a_fault_is_there() -> None:
    parts = elements(b"<m><termEntry>one</termEntry><termEntry></m>", "g.tbx", NAMES)
    assert [next(parts).name, next(parts).text] == ["m", "one"]
    with pytest.raises(UnreadableFile):
        next(parts)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<?xml version='1.0'?><!-- <tbx> --><!DOCTYPE martif SYSTEM 'x'>\n<martif a='b'>", "martif"),
        (b"<TBX dialect='TBX-Min'>", "TBX"),
        (b"zh,en\n<tbx>", ""),
        (b"\xff\xfe", ""),
    ],
)
def test_the_root_tells_formats_apart(data: bytes, name: str) -> None:
    assert root_name(data) == name
