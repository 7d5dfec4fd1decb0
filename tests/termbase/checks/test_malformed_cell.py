"""G005 malformed-cell: what a cell may not hold even if it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.checks.malformed_cell import CHECK
from zhengming.termbase.concept import Termbase
from zhengming.termbase.formats import table

if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = "id,zh-Hans,en,en:admitted,en:deprecated,note\n"


def test_an_invisible_character_is_named_by_its_number(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}EC001,出口\u200b管制,export control,,,\n")
    assert issues == ["2: major zh-Hans: an invisible character (U+200B) in “出口管制”; delete it"]


def test_prose_is_looked_at_too(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}EC001,出口管制,export control,,,not\x07 “limits”\n")
    assert issues == ["2: major note: an invisible character (U+0007) in “not “limits””; delete it"]


def test_a_note_may_have_lines(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f'{HEADER}EC001,出口管制,export control,,,"one\ntwo\tthree"\n') == []


def test_persian_keeps_its_joiners(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, "id,fa,en\nX1,می\u200cخواهم,I want\n") == []


def test_an_ideographic_space_is_no_fault(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}EC001,出口管制,export control,,,见\u3000注\n") == []


def test_a_term_is_listed_once(examined: Callable[..., list[str]]) -> None:
    issues = examined(CHECK, f"{HEADER}EC001,出口管制,export control,controls | export control,,\n")
    assert issues == ["2: minor en: “export control” is listed 2 times; once is enough"]


def test_other_spellings_may_stand_beside_it(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}EC010,最终用户,end user,end-user | End User,,\n") == []


def test_the_first_row_out_of_order_is_named_with_the_one_before(termbase_of: Callable[[str], Termbase]) -> None:
    rows = "EC001,甲,a,,,\nEC010,乙,b,,,\nEC004,丙,c,,,\nEC002,丁,d,,,\n"
    [issue] = CHECK.examine(termbase_of(HEADER + rows))
    remedy = "sort the rows by id, so that changes are easy to compare"
    assert issue.message == f"EC004 stands after EC010; {remedy}"
    assert str(issue.location) == "glossary.csv:4:1"
    assert str(issue.related[0].location) == "glossary.csv:3:1"


def test_numbers_sort_by_value(examined: Callable[..., list[str]]) -> None:
    assert examined(CHECK, f"{HEADER}C2,甲,a,,,\nC10,乙,b,,,\nD1,丙,c,,,\n") == []


def test_each_file_has_its_own_order() -> None:
    files = {"magnets.csv": "MG001,磁体,magnet,,,\n", "control.csv": "EC001,出口管制,export control,,,\n"}
    parts = [table.read((HEADER + row).encode(), path, lambda _: None) for path, row in files.items()]
    assert list(CHECK.examine(Termbase.joined(parts))) == []
