"""XLIFF that is broken or meant to do harm: one line that says where, after the units before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

UNIT = '<trans-unit id="{}"><source>镓</source><target>{}</target></trans-unit>'


@pytest.mark.parametrize(
    ("text", "stopped"),
    [
        ("a\x03b", "4:47: not well-formed (invalid token)"),
        ("R&D", "4:47: not well-formed (invalid token); write “&amp;” for “&” and “&lt;” for “<”"),
        ("&para;", "4:46: an entity that is declared nowhere; write the character itself"),
        ("<g id='1'>x", "4:59: mismatched tag"),
    ],
)
def test_units_before_the_break_are_read(read_xliff: Callable, xliff_1: Callable, text: str, stopped: str) -> None:
    reading = read_xliff(xliff_1(UNIT.format(1, "gallium"), UNIT.format(2, text), UNIT.format(3, "x")))
    assert reading.texts == [("镓", "gallium")]
    assert reading.stopped == f"memory.xlf:{stopped}"


def test_bytes_that_are_not_what_the_file_says(read_xliff: Callable, xliff_1: Callable) -> None:
    written = xliff_1(UNIT.format(1, "gallium"), UNIT.format(2, "déjà"))
    declared = f'<?xml version="1.0" encoding="utf-8"?>\n{written}'
    reading = read_xliff(declared.encode("gb18030"))
    assert reading.stopped == "memory.xlf:3:21: the byte D4 is not utf-8; save the file as UTF-8"
    of_units = f'<?xml version="1.0" encoding="gb2312"?>\n{written}'.encode("gb18030")
    assert read_xliff(of_units).texts == [("镓", "gallium"), ("镓", "déjà")]


def test_a_file_that_calls_itself_utf_16_and_is_not(read_xliff: Callable, xliff_1: Callable) -> None:
    content = b"\xef\xbb\xbf" + f'<?xml version="1.0" encoding="utf-16"?>\n{xliff_1(UNIT.format(1, "x"))}'.encode()
    reading = read_xliff(content)
    assert [(issue.check.code, issue.message) for issue in reading.issues] == [
        ("F001", "the file says that it is utf-16, but it is UTF-8; correct it")
    ]
    assert len(reading.units) == 1


def test_undeclared_prefixes_are_read_over(read_xliff: Callable, xliff_1: Callable) -> None:
    reading = read_xliff(xliff_1('<trans-unit id="1" ax:b="c"><ax:d/><source>镓</source></trans-unit>'))
    assert reading.texts == [("镓", "")]
    assert reading.stopped is None


@pytest.mark.parametrize(
    ("content", "stopped"),
    [
        ("", "1:1: the file is empty"),
        ("<tmx/>", "1:1: no XLIFF: the root element is “tmx”"),
        ('<xliff xmlns="urn:x"/>', "1:1: no XLIFF: the root element is “xliff” of urn:x"),
        ('<!DOCTYPE x [<!ENTITY a SYSTEM "f">]><xliff/>', "1:35: external entity “&a;”; no other file is read"),
    ],
)
def test_what_is_no_xliff(read_xliff: Callable, content: str, stopped: str) -> None:
    assert read_xliff(content).stopped == f"memory.xlf:{stopped}"


def test_a_tower_of_groups(read_xliff: Callable, xliff_1: Callable) -> None:
    tower = "<group>" * 300 + "</group>" * 300
    assert read_xliff(xliff_1(tower)).stopped.endswith("elements stand more than 256 deep in each other")
    codes = "<g id='1'>" * 300 + "</g>" * 300
    assert read_xliff(xliff_1(UNIT.format(1, codes))).stopped.endswith(
        "elements stand more than 256 deep in each other"
    )


def test_one_huge_segment(read_xliff: Callable, xliff_1: Callable) -> None:
    reading = read_xliff(xliff_1(UNIT.format(1, "x" * 10_000_001)))
    assert reading.stopped == "memory.xlf:3:10000047: one segment is longer than 10 MB"


def test_a_large_skeleton_is_not_kept(read_xliff: Callable, xliff_1: Callable) -> None:
    skeleton = "<header><skl><internal-file>" + "UEsDBBQ\n" * 6_000_000 + "</internal-file></skl></header>"
    content = xliff_1(UNIT.format(1, "gallium")).replace("<header/>", skeleton)
    assert read_xliff(content).texts == [("镓", "gallium")]
