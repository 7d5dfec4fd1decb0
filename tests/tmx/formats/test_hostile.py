"""Files that are broken or meant to do harm: one line that says where, and what came before it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable


def doctype(declarations: str) -> str:
    return f'<?xml version="1.0"?>\n<!DOCTYPE tmx [{declarations}]>\n'


def test_units_before_the_break_are_read(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("出口"), unit_of("稀土 & 锑"), unit_of("进口")).encode())
    assert [unit.variants[0].segment.text for unit in reading.units] == ["出口"]
    assert reading.stopped == (
        "memory.tmx:6:35: not well-formed (invalid token); write “&amp;” for “&” and “&lt;” for “<”"
    )


def test_a_truncated_file(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    content = file_of(unit_of("出口"), unit_of("进口")).encode()
    reading = read_bytes(content[: content.index(b"\n</body>")])
    assert len(reading.units) == 2
    assert reading.stopped == "memory.tmx:7:60: the file ends before its last tag; it was cut off"


@pytest.mark.parametrize(
    ("content", "place"), [(b"", "1:1"), (b"\n\n", "3:1"), (b"\xef\xbb\xbf", "1:1"), (b"\xff\xfe", "1:1")]
)
def test_an_empty_file(read_bytes: Callable, content: bytes, place: str) -> None:
    assert read_bytes(content).stopped == f"memory.tmx:{place}: the file is empty"


@pytest.mark.parametrize(
    ("declarations", "text", "problem"),
    [
        ('<!ENTITY x SYSTEM "file:///etc/passwd">', "&x;", "external entity"),
        ('<!ENTITY x SYSTEM "http://example.org/x">', "出口", "external entity"),
        ('<!ENTITY % p SYSTEM "http://example.org/p.dtd"> %p;', "出口", "parameter entity"),
        ("<!ENTITY % p \"<!ENTITY x SYSTEM 'file:///etc/passwd'>\"> %p;", "&x;", "parameter entity"),
        ('<!ENTITY x "<ph>1</ph>">', "&x;", "holds markup"),
        ('<!ENTITY x "&x;">', "&x;", "grows beyond all measure"),
        ('<!ENTITY a "&b;"> <!ENTITY b "&a;">', "出口", "grows beyond all measure"),
    ],
)
def test_entities_that_are_refused(  # noqa: PLR0913, PLR0917
    read_bytes: Callable, file_of: Callable, unit_of: Callable, declarations: str, text: str, problem: str
) -> None:
    reading = read_bytes(file_of(unit_of(text), first=doctype(declarations)).encode())
    assert reading.units == []
    assert re.match(r"memory\.tmx:2:\d+: ", reading.stopped)
    assert problem in reading.stopped


def test_an_entity_bomb(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    levels = ['<!ENTITY a0 "lollollol">']
    levels += [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    reading = read_bytes(file_of(unit_of("&a11;"), first=doctype("".join(levels))).encode())
    assert "grows beyond all measure" in reading.stopped


def test_a_long_entity_used_often(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    declared = f'<!ENTITY a "{"稀" * 100_000}">'
    reading = read_bytes(file_of(unit_of("&a;" * 2000), first=doctype(declared)).encode())
    assert reading.units == []
    assert reading.stopped.startswith("memory.tmx:")


@pytest.mark.parametrize("name", ["nbsp", "para"])
def test_an_entity_of_a_dtd_that_is_not_read(
    read_bytes: Callable, file_of: Callable, unit_of: Callable, name: str
) -> None:
    first = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    reading = read_bytes(file_of(unit_of(f"出&{name};口"), first=first).encode())
    assert reading.stopped.startswith("memory.tmx:4:33: ")
    assert f"“&{name};” is declared nowhere" in reading.stopped


def test_an_undeclared_entity(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("出&nbsp;口")).encode())
    assert reading.stopped.startswith("memory.tmx:4:33: an entity that is declared nowhere")


def test_elements_too_deep(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    deep = "<hi>" * 300 + "出口" + "</hi>" * 300
    assert "deep in each other" in read_bytes(file_of(unit_of(deep)).encode()).stopped
    assert "deep in each other" in read_bytes(b"<a>" * 300 + b"</a>" * 300).stopped
    fine = "<hi>" * 200 + "出口" + "</hi>" * 200
    assert read_bytes(file_of(unit_of(fine)).encode()).units[0].variants[0].segment.text == "出口"


@pytest.mark.parametrize(
    "element",
    ["<seg>{}</seg>", "<prop type='x'>{}</prop>", "<seg>{}&amp;</seg>", "<!--{}-->", "<x a='{}'/>"],
)
def test_a_text_of_more_than_ten_megabytes(read_bytes: Callable, file_of: Callable, element: str) -> None:
    unit = f'<tu><tuv xml:lang="zh-CN">{element.format("a" * 10_100_000)}</tuv></tu>'
    reading = read_bytes(file_of(unit).encode())
    assert reading.units == []
    assert "10 MB" in reading.stopped


@pytest.mark.parametrize("bad", ["\0", "\x0b", "\x08", "\ufffe"])
def test_characters_that_xml_forbids(read_bytes: Callable, file_of: Callable, unit_of: Callable, bad: str) -> None:
    for codec in ("utf-8", "utf-16"):
        reading = read_bytes(file_of(unit_of(f"出{bad}口")).encode(codec))
        assert reading.stopped.startswith("memory.tmx:4:33: not well-formed")


@pytest.mark.parametrize(
    ("declared", "codec", "expected"),
    [
        ("utf-16", "utf-8", "memory.tmx:1:31: the file says that it is utf-16, but it is not"),
        ("utf-8", "gbk", "memory.tmx:5:32: the byte B3 is not utf-8; save the file as UTF-8"),
        ("gbk", "cp1252", "memory.tmx:5:35: the bytes E9 are not gbk; save the file as UTF-8"),
        ("klingon", "utf-8", "memory.tmx:1:31: the file says that it is klingon, no encoding is called so"),
        ("utf-7", "utf-8", "memory.tmx:1:31: the file says that it is utf-7, and that cannot be read here"),
    ],
)
def test_wrong_declarations(  # noqa: PLR0913, PLR0917
    read_bytes: Callable, file_of: Callable, unit_of: Callable, declared: str, codec: str, expected: str
) -> None:
    first = f'<?xml version="1.0" encoding="{declared}"?>\n'
    content = file_of(unit_of("café – " if codec == "cp1252" else "出口"), first=first).encode(codec)
    assert read_bytes(content).stopped.startswith(expected)


def test_nothing_declared_and_not_utf8(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("出口")).encode("gbk"))
    assert reading.stopped.startswith("memory.tmx:4:32: the byte B3 is not UTF-8, and nothing else is declared")


def test_a_mark_that_contradicts_the_declaration(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    first = '<?xml version="1.0" encoding="utf-8"?>'
    reading = read_bytes(file_of(unit_of("出口"), first=first).encode("utf-16"))
    (issue,) = reading.issues
    assert (issue.check.code, str(issue.severity), str(issue.location)) == ("F001", "critical", "memory.tmx:1:1")
    assert reading.units[0].variants[0].segment.text == "出口"


def test_another_kind_of_tmx(read_bytes: Callable) -> None:
    reading = read_bytes(b'<?xml version="1.0"?>\n<map version="1.10"><tileset/></map>')
    assert reading.stopped == "memory.tmx:2:1: no TMX: the root element is “map”, not “tmx”"


def test_an_incomplete_character_at_the_end(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    content = file_of(unit_of("出口")).encode("utf-16")
    reading = read_bytes(content[:-1])
    assert len(reading.units) == 1
    assert "utf-16" in reading.stopped


def test_an_element_of_more_than_forty_megabytes(read_bytes: Callable, file_of: Callable) -> None:
    comments = f"<!--{'a' * 1_000_000}-->" * 41
    unit = f'<tu><tuv xml:lang="zh-CN"><seg>{comments}</seg></tuv></tu>'
    assert "longer than 40 MB" in read_bytes(file_of(unit).encode()).stopped


@pytest.mark.parametrize(("declared", "codec"), [("utf8", "utf-8-sig"), ("ISO-10646-UCS-2", "utf-16")])
def test_other_names_of_an_encoding(
    read_bytes: Callable, file_of: Callable, unit_of: Callable, declared: str, codec: str
) -> None:
    first = f'<?xml version="1.0" encoding="{declared}"?>'
    assert read_bytes(file_of(unit_of("出口"), first=first).encode(codec)).issues == []
