"""Tables of texts: what each column is, exact places, fixes that change the words alone."""

from __future__ import annotations

import codecs
import csv
import io
import resource
import sys
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.language import parse
from zhengming.termbase.position import Span
from zhengming.tmx.fix import Change, fix
from zhengming.tmx.formats import table
from zhengming.tmx.formats.format import NOTHING_KNOWN, Wanted
from zhengming.tmx.formats.table_rewriting import TableRewriter
from zhengming.tmx.model import Note, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import TranslationUnit

CHINESE, ENGLISH = parse("zh"), parse("en")
SIDES = Wanted(CHINESE, ENGLISH)


def units_of(
    text: str | bytes, wanted: Wanted = NOTHING_KNOWN, issues: list[Issue] | None = None
) -> list[TranslationUnit]:
    content = text.encode() if isinstance(text, str) else text
    return list(table.read(io.BytesIO(content), "news.csv", (issues if issues is not None else []).append, wanted))


def texts_of(text: str | bytes, wanted: Wanted = NOTHING_KNOWN) -> list[tuple[str, ...]]:
    return [tuple(variant.segment.text for variant in unit.variants) for unit in units_of(text, wanted)]


def languages_of(text: str, wanted: Wanted = NOTHING_KNOWN) -> list[str]:
    return [variant.language for variant in units_of(text, wanted)[0].variants]


@pytest.mark.parametrize(
    ("header", "languages"),
    [
        ("zh,en", ["zh-Hans", "en"]),
        ("en-GB;zh-TW", ["en-GB", "zh-Hant-TW"]),
        ("Chinese\tEnglish", ["zh-Hans", "en"]),
        ("序号,中文,英文", ["zh-Hans", "en"]),
    ],
)
def test_columns_named_for_languages(header: str, languages: list[str]) -> None:
    width = len(header.replace(";", ",").replace("\t", ",").split(","))
    separator = next(sign for sign in ";\t," if sign in header)
    assert languages_of(f"{header}\n" + separator.join(["稀土"] * width) + "\n") == languages


@pytest.mark.parametrize("header", ["原文,译文", "Source,Target", "source text,translation"])
def test_columns_named_for_the_sides_take_the_languages_that_were_said(header: str) -> None:
    assert languages_of(f"{header}\n稀土,rare earths\n", SIDES) == ["zh-Hans", "en"]
    with pytest.raises(UnreadableFile, match=r"^news\.csv:1:1: column “.*” does not say its language; give --source"):
        units_of(f"{header}\n稀土,rare earths\n")


def test_settings_name_columns_by_header_or_letter() -> None:
    text = "序号,甲,乙\n1,稀土,rare earths\n"
    for source, target in (("甲", "乙"), ("B", "C"), ("b", "乙")):
        found = texts_of(text, SIDES._replace(source=source, target=target))
        assert found[-1] == ("稀土", "rare earths")


def test_without_a_header_the_first_row_is_a_unit() -> None:
    wanted = SIDES._replace(source="A", target="B")
    assert texts_of("稀土,rare earths\n锑,antimony\n", wanted) == [("稀土", "rare earths"), ("锑", "antimony")]
    assert texts_of("zh,en\n稀土,rare earths\n", wanted) == [("稀土", "rare earths")]


@pytest.mark.parametrize(
    ("wanted", "problem"),
    [
        (
            SIDES._replace(source="甲", target="丙"),
            r"there is no column “丙”, which \[csv\] target names; the last one is B",
        ),
        (SIDES._replace(source="Z", target="A"), r"there is no column “Z”"),
        (SIDES._replace(source="甲"), r"\[csv\] names one column and not the other; set target too"),
        (Wanted(), "the first row names no two languages"),
    ],
)
def test_columns_that_cannot_be_told_are_an_error_that_says_what_to_do(wanted: Wanted, problem: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^news\.csv:1:1: {problem}"):
        units_of("甲,乙\n稀土,rare earths\n", wanted)


def test_an_empty_file_has_no_columns() -> None:
    with pytest.raises(UnreadableFile, match=r"^news\.csv: the first row names no two languages"):
        units_of("")


def test_id_state_lock_and_notes() -> None:
    unit, other = units_of(
        "id,zh,en,状态,锁定,备注,Comment\nA7,稀土,rare earths,草稿,x,见公告,\n,锑,antimony,Signed-off,,,\n"
    )
    assert (unit.name, unit.state, unit.is_locked, unit.notes) == ("A7", State.DRAFT, True, (Note("见公告"),))
    assert (other.name, other.state, other.is_locked, other.notes) == ("#2", State.FINAL, False, ())


def test_empty_rows_are_no_units_and_short_ones_lack_a_translation() -> None:
    assert texts_of("zh,en\n\n,\n稀土\n锑,antimony") == [("稀土", ""), ("锑", "antimony")]
    missing = units_of("zh,en\n稀土\n")[0].variants[1].segment
    assert str(missing.locate(Span(0, 0))) == "news.csv:2:3"


def test_a_row_with_a_comma_too_many_is_left_out_and_told() -> None:
    issues: list[Issue] = []
    units = units_of("zh,en\n稀土,rare earths, and more\n锑,antimony,\n", issues=issues)
    assert len(units) == 1
    told = [f"{issue.location}: {issue.severity} {issue.message}" for issue in issues]
    assert told == [
        "news.csv:2:16: major 3 cells in a table of 2 columns; row left out; quote cells that hold a separator"
    ]


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_byte_order_marks_tell_the_encoding(mark: bytes) -> None:
    encoding = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}.get(mark, "utf-8")
    content = mark + "zh,en\r\n氧化锑,antimony oxide\r\n".encode(encoding)
    assert texts_of(content) == [("氧化锑", "antimony oxide")]
    start = units_of(content)[0].variants[1].segment.locate(Span(9, 14)).start
    assert start is not None
    assert content[start.byte :].decode(encoding) == "oxide\r\n"


def test_places_past_quotes_and_lines_in_a_cell() -> None:
    unit = units_of('zh,en\n"对""稀土""\r\n出口管制",export controls\n')[0]
    chinese, english = (variant.segment for variant in unit.variants)
    assert chinese.text == '对"稀土"\n出口管制'
    assert str(chinese.locate(Span(2, 4))) == "news.csv:2:5"
    assert str(chinese.locate(Span(6, 10))) == "news.csv:3:1"
    assert str(english.locate(Span(0, 6))) == "news.csv:3:7"


WORDS = st.text(st.sampled_from('稀土a ",;x\n'), max_size=8)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=4)


@given(
    ROWS,
    st.sampled_from(",;\t"),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["rare earth", 'a "b"', "x, y; z", "=1"]),
)
def test_a_fix_changes_the_words_and_no_other_byte(
    found: list[tuple[str, str, str]], delimiter: str, line_end: str, replacement: str
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator=line_end)
    writer.writerow(["zh", "en"])
    writer.writerows((f"{before}稀土", f"{before}two-use{behind}") for before, behind, _ in found)
    content = out.getvalue().encode()
    read = partial(table.read, delimiter=delimiter)
    segments = [unit.variants[1].segment for unit in read(io.BytesIO(content), "news.csv", print)]
    changes = []
    for segment in segments:
        at = segment.text.index("two-use")
        changes.append(Change(segment.locate(Span(at, at + 7)), "two-use", replacement))
    fixed = fix(content, changes, partial(TableRewriter, delimiter=delimiter))
    parts = content.split(b"two-use")
    rest = fixed.content
    again = [unit.variants[1].segment.text for unit in read(io.BytesIO(rest), "news.csv", print)]
    for segment, new, problem in zip(segments, again, fixed.problems, strict=True):
        assert new == (segment.text if problem else segment.text.replace("two-use", replacement, 1))
    for part in parts:
        assert rest.startswith(part)
        rest = rest[len(part) :]
        rest = next((rest[len(word) :] for word in written_as(replacement) if rest.startswith(word)), rest)
    assert rest == b""


def written_as(replacement: str) -> Iterator[bytes]:
    yield b"two-use"
    yield replacement.replace('"', '""').encode()
    yield replacement.encode()


@pytest.mark.parametrize(
    ("cell", "replacement", "expected"),
    [
        ("two-use items", "dual-use", "dual-use items"),
        ('"two-use"', 'so-called "dual-use"', '"so-called ""dual-use"""'),
        ("two-use items", "dual, use", "the replacement holds a quote or separator, and the cell is not in quotes"),
        ("two-use items", "=dual", "the cell would begin as a formula does"),
        ("a two-use item", "-dual", "a -dual item"),
        ("two-use items", "dual\nuse", "the replacement is no plain text"),
        ("other words", "dual-use", "the file has other words in its place"),
    ],
)
def test_how_a_replacement_is_written_in_a_cell(cell: str, replacement: str, expected: str) -> None:
    content = f"zh,en\n两用,{cell}\n".encode()
    first = content.find(b"two-use") if b"two-use" in content else content.index(b"other")
    new = TableRewriter(content).rewritten(first, first + 7, "two-use", replacement)
    if isinstance(new, str):
        assert new == expected
    else:
        assert (content[:first] + new + content[first + 7 :]).decode() == f"zh,en\n两用,{expected}\n"


def test_words_that_a_line_end_parts_are_left() -> None:
    content = 'zh,en\n两用,"two\nuse"\n'.encode()
    first = content.index(b"two")
    assert TableRewriter(content).rewritten(first, first + 7, "two use", "dual use") == "a line ends inside it"


class Endless(io.RawIOBase):
    """Rows made as they are asked for, so that nothing but the reader can fill the memory."""

    def __init__(self, count: int) -> None:
        self._rows = (f"{n},商务部宣布对稀土实施出口管制。,MOFCOM announced controls.\n".encode() for n in range(count))
        self._left = b"id,zh,en\n"

    def read(self, size: int = -1) -> bytes:
        while len(self._left) < size and (row := next(self._rows, b"")):
            self._left += row
        given, self._left = self._left[:size], self._left[size:]
        return given


@pytest.mark.skipif(sys.platform == "win32", reason="the size of a process is asked for as POSIX does")
def test_a_large_table_is_read_in_little_memory() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(1 for _ in table.read(cast("BinaryIO", Endless(50_000)), "large.csv", print))
    assert count == 50_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000  # kilobytes


@pytest.mark.parametrize(
    ("head", "is_claimed"),
    [(b"zh,en\n", True), (b"\xef\xbb\xbfid;zh;en:deprecated\n", False), (b"id,zh,en,definition\n", False), (b"", True)],
)
def test_a_table_of_concepts_is_not_claimed(head: bytes, is_claimed: bool) -> None:  # noqa: FBT001
    assert table.CSV.claims is not None
    assert table.CSV.claims(head) is is_claimed
