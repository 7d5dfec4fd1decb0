"""Each rule of TMX that a file can break, with the place where it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ATTRIBUTES = (
    'creationtool="hand" creationtoolversion="1" segtype="sentence" o-tmf="none" adminlang="en" srclang="zh-CN"'
    ' datatype="plaintext"'
)
ZH = '<tuv xml:lang="zh-CN"><seg>出口</seg></tuv>'
EN = '<tuv xml:lang="en-US"><seg>exports</seg></tuv>'


def test_a_good_file_has_no_fault(read_bytes: Callable, file_of: Callable) -> None:
    unit = (
        '<tu tuid="1" creationdate="20261009T080000Z" changedate="20261009T080000Z" segtype="sentence">'
        f'<note xml:lang="en">seen</note><prop type="x-client">MOFCOM</prop>{ZH}{EN}</tu>'
    )
    reading = read_bytes(file_of(unit).encode())
    assert (reading.issues, reading.stopped) == ([], None)


@pytest.mark.parametrize(
    ("unit", "fault"),
    [
        (f"<tu>{ZH}<tuv><seg>exports</seg></tuv></tu>", "4:46: major language-missing"),
        (f"<tu>{EN}{EN}</tu>", "4:1: major source-missing"),
        (f'<tu srclang="ja">{ZH}{EN}</tu>', "4:1: major source-missing"),
        (f"<tu>{EN}<tuv xml:lang='zh-SG'><seg>出口</seg></tuv></tu>", "4:1: minor srclang-region"),
        (f"<tu>{ZH}</tu>", "4:1: minor tuv-single"),
        (f"<tu>{ZH}{EN}{EN}</tu>", "4:92: minor language-twice"),
        (f'<tu srclang="EN-us">{ZH}{EN}</tu>', "4:1: minor srclang-differs"),
        (f"<tu>{ZH}<tuv xml:lang='en'></tuv></tu>", "4:46: major element-missing"),
        (f"<tu>{ZH}<tuv xml:lang='en'><seg>a</seg><seg>b</seg></tuv></tu>", "4:77: major element-misplaced"),
        (f"<tu>{ZH}{EN}<prop type='x'>y</prop></tu>", "4:92: major element-misplaced"),
        (f"<tu><tuv xml:lang='zh-CN'><seg>a</seg><note>b</note></tuv>{EN}</tu>", "4:39: major element-misplaced"),
        (f"<tu>{ZH}{EN}<header/></tu>", "4:92: major element-misplaced"),
        (f"<tu>{ZH}{EN}<status>final</status></tu>", "4:92: major element-unknown"),
        (f"<tu>{ZH} stray {EN}</tu>", "4:47: major text-misplaced"),
        (f"<tu><prop>y</prop>{ZH}{EN}</tu>", "4:5: major attribute-missing"),
        (f"<tu id='1'>{ZH}{EN}</tu>", "4:1: major attribute-unknown"),
        (f"<tu segtype='clause'>{ZH}{EN}</tu>", "4:1: major attribute-value"),
        (f"<tu tuid='a b'>{ZH}{EN}</tu>", "4:1: minor tuid-space"),
        (f"<tu changedate='2026-10-09T08:00:00Z'>{ZH}{EN}</tu>", "4:1: minor date"),
        (f"<tu>{ZH}<tuv xml:lang='en'><seg> exports</seg></tuv></tu>", "4:65: minor seg-space"),
        (f"<tu>{ZH}<tuv lang='en'><seg>exports</seg></tuv></tu>", "4:46: major attribute-missing"),
    ],
)
def test_units(read_bytes: Callable, file_of: Callable, unit: str, fault: str) -> None:
    reading = read_bytes(file_of(unit).encode())
    assert fault in reading.faults
    assert len(reading.units) == 1
    assert {issue.check.code for issue in reading.issues} == {"F003"}


@pytest.mark.parametrize(
    ("codes", "rule"),
    [
        ('<bpt i="1">a</bpt>', "major bpt-unpaired"),
        ('<ept i="1">a</ept>', "major ept-unpaired"),
        ('<ept i="1">a</ept><bpt i="1">b</bpt>', "major ept-unpaired"),
        ('<bpt i="1">a</bpt><ept i="1">b</ept><bpt i="1">a</bpt><ept i="1">b</ept>', "major bpt-duplicate"),
        ('<bpt i="one">a</bpt><ept i="one">b</ept>', "major i-not-numeric"),
        ('<ph x="a">a</ph>', "major x-not-numeric"),
        ("<bpt>a</bpt><ept i='1'>b</ept>", "major attribute-missing"),
        ('<it pos="middle">a</it>', "major attribute-value"),
        ("<b>a</b>", "major element-unknown"),
        ('<ph name="a"/>', "major attribute-unknown"),
        ("<ut>a</ut>", "minor ut-used"),
        ('<ph x="1"/><ph x="1"/>', "minor x-duplicate"),
        ('<ph x="0"/>', "minor x-from-zero"),
        ('<ph><sub><bpt i="1">a</bpt></sub></ph>', "major bpt-unpaired"),
    ],
)
def test_inline_codes(read_bytes: Callable, file_of: Callable, unit_of: Callable, codes: str, rule: str) -> None:
    reading = read_bytes(file_of(unit_of(f"出口{codes}管制")).encode())
    assert f"4:27: {rule}" in reading.faults


def test_overlapping_codes_are_legal(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    codes = '<bpt i="1">a</bpt>出<bpt i="2">b</bpt>口<ept i="1">a</ept>管<ept i="2">b</ept>制'
    assert read_bytes(file_of(unit_of(codes)).encode()).issues == []


@pytest.mark.parametrize(
    ("root", "fault"),
    [
        ('version="1.4b"', "1:1: minor version-1.4b"),
        ('version="2.0"', "1:1: major version-unknown"),
        ("", "1:1: major attribute-missing"),
        ('version="1.4" xmlns="http://www.lisa.org/tmx14"', "1:1: minor namespace"),
        ('version="1.4" xmlns:a="urn:a"', "1:1: major attribute-unknown"),
        ('version="1.1"', "4:5: major attribute-unknown"),
    ],
)
def test_roots(read_bytes: Callable, file_of: Callable, unit_of: Callable, root: str, fault: str) -> None:
    reading = read_bytes(file_of(unit_of("出口"), root=root).encode())
    assert fault in reading.faults
    assert reading.units[0].variants[1].language == "en-US"


@pytest.mark.parametrize(
    ("header", "fault"),
    [
        ("<header/>", "2:1: major attribute-missing"),
        ("", "3:1: major element-missing"),
        (f"<header {ATTRIBUTES}/><header {ATTRIBUTES}/>", "2:138: major element-misplaced"),
        (f"<header {ATTRIBUTES} changedate='yesterday'/>", "2:1: minor date"),
        (
            f'<header {ATTRIBUTES}><ude name="a"><map unicode="#xE8F0" code="#x80"/></ude></header>',
            "2:137: major ude-without-base",
        ),
        (f'<header {ATTRIBUTES}><ude name="a" base="b"></ude></header>', "2:137: major element-missing"),
        (f'<header {ATTRIBUTES}><ude name="a"><map ent="x"/></ude></header>', "2:137: major attribute-missing"),
    ],
)
def test_headers(read_bytes: Callable, file_of: Callable, unit_of: Callable, header: str, fault: str) -> None:
    reading = read_bytes(file_of(unit_of("出口"), header=header).encode())
    assert fault in reading.faults
    assert len(reading.units) == 1


def test_wide_text_without_a_mark(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    reading = read_bytes(file_of(unit_of("出口")).encode("utf-16-le"))
    assert reading.faults == ["1:1: minor utf-16-mark"]


def test_what_a_tool_does_throughout_is_said_once(read_bytes: Callable, file_of: Callable, unit_of: Callable) -> None:
    units = [unit_of("出口<ut>a</ut>", inside=' changedate="today" srclang="en-US"') for _ in range(3)]
    assert read_bytes(file_of(*units).encode()).faults == [
        "4:1: minor date",
        "4:62: minor ut-used",
        "4:1: minor srclang-differs",
    ]


def test_no_body(read_bytes: Callable) -> None:
    assert read_bytes(f"<tmx version='1.4'><header {ATTRIBUTES}/></tmx>".encode()).faults == [
        "1:157: major element-missing"
    ]


def test_a_source_language_is_matched_in_any_case_and_spelling(read_bytes: Callable, file_of: Callable) -> None:
    unit = "<tu><tuv xml:lang='ZH_cn'><seg>出口</seg></tuv><tuv xml:lang='en'><seg>exports</seg></tuv></tu>"
    assert read_bytes(file_of(unit).encode()).issues == []


def test_no_source_language_is_missed_in_a_file_of_all_languages(read_bytes: Callable, file_of: Callable) -> None:
    header = f"<header {ATTRIBUTES.replace('zh-CN', '*all*')}/>"
    assert read_bytes(file_of(f"<tu>{EN}{ZH}</tu>", header=header).encode()).issues == []


def test_every_message_says_its_rule_first(read_bytes: Callable, file_of: Callable) -> None:
    (issue, *_) = read_bytes(file_of(f"<tu tuid='a b'>{ZH}{EN}</tu>").encode()).issues
    assert issue.message == "tuid-space: tuid “a b” has white space in it; remove it"
