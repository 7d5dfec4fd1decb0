"""What is written as PO is read again as it was, and gettext takes it."""

from __future__ import annotations

import io
import shutil
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.tmx.formats.po import read
from zhengming.tmx.formats.po_writer import WRITER
from zhengming.tmx.model import Header, Note, Property, Segment, State, TranslationUnit
from zhengming.tmx.model import TranslationUnitVariant as Variant

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from zhengming.termbase.issue import Issue

MSGFMT = shutil.which("msgfmt")


def unit_of(source: str, target: str, number: int = 1, **more: object) -> TranslationUnit:
    variants = (Variant("zh-CN", Segment(source)), Variant("en-GB", Segment(target)))
    return TranslationUnit(variants, Header({"srclang": "zh-CN"}), number=number, **more)  # type: ignore[arg-type]


def units_of(content: bytes) -> list[TranslationUnit]:
    faults: list[Issue] = []
    units = list(read(io.BytesIO(content), "en.po", faults.append))
    assert faults == []
    return units


def test_a_file(written_by: Callable) -> None:
    content, lost = written_by(
        WRITER,
        [
            unit_of("出口", "Export", 1, attributes={"tuid": "u1"}, state=State.FINAL, notes=(Note("a\nb"),)),
            unit_of("出口", "export", 2, state=State.DRAFT),
            unit_of("出口", "exports", 3, properties=(Property("x-po-context", "menu"), Property("client", "a"))),
            unit_of("", "nothing", 4),
            unit_of("锑", "", 5, state=State.DRAFT, is_locked=True),
        ],
    )
    header, body = content.decode().split("\n\n", 1)
    assert '"Language: en_GB\\n"' in header
    assert '"X-Source-Language: zh_CN\\n"' in header
    assert body == (
        '# a\n# b\nmsgid "出口"\nmsgstr "Export"\n\n'
        '#, fuzzy\nmsgctxt "#2"\nmsgid "出口"\nmsgstr "export"\n\n'
        'msgctxt "menu"\nmsgid "出口"\nmsgstr "exports"\n\n'
        'msgid "锑"\nmsgstr ""\n\n'
    )
    assert lost == {
        "properties": 1,
        "locks": 1,
        "states beyond “translated”": 1,
        "unit names": 1,
        "units without a source text": 1,
    }


ONCE = r"""# 商务新闻
msgid ""
msgstr ""
"Project-Id-Version: digest 1\n"
"Language: en\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"X-Source-Language: zh_CN\n"

# 见公告
#. button
#: a.c:12 b.c
#, fuzzy, c-format
msgctxt "menu"
msgid "%d 项出口\n"
msgstr "%d exports\n"

"""


def test_what_po_said_it_says_again(written_by: Callable) -> None:
    content, lost = written_by(WRITER, units_of(ONCE.encode()))
    again, lost_again = written_by(WRITER, units_of(content))
    assert units_of(again) == units_of(content) == units_of(ONCE.encode())
    assert lost == lost_again == {}


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_texts_and_states_are_read_as_they_were(
    some_units: st.SearchStrategy, written_by: Callable, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    units = data.draw(some_units)
    content, _ = written_by(WRITER, units)
    expected = [
        (*(variant.segment.text for variant in unit.variants), unit.state is State.DRAFT or not text)
        for unit in units
        if unit.variants[0].segment.text
        for text in [unit.variants[1].segment.text]
    ]
    read_again = [
        (*(variant.segment.text for variant in unit.variants), unit.state is State.DRAFT) for unit in units_of(content)
    ]
    assert read_again == expected
    path = (
        tmp_path_factory.mktemp("po") / "en.po"
    )  # polib takes U+001E for a line end in a string, in a file it does not
    path.write_bytes(content)
    keys = [(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(path))]
    assert len(keys) == len(set(keys)) == len(expected)


def test_nothing_in_a_note_or_property_becomes_a_message(written_by: Callable) -> None:
    evil = 'a\r\nmsgid "x"\x85msgstr "y"\u2028"z'
    kinds = ("context", "extracted-comment", "reference", "flags", "header-X", "header-\nmsgid")
    properties = tuple(Property(f"x-po-{kind}", evil) for kind in kinds)
    unit = unit_of("出口", "exports", notes=(Note(evil),), properties=properties)
    unit.header.properties, unit.header.notes = properties, (Note(evil), Note(", fuzzy"))
    (read_again,) = units_of(written_by(WRITER, [unit])[0])
    assert [variant.segment.text for variant in read_again.variants] == ["出口", "exports"]
    assert read_again.state is State.TRANSLATED
    assert read_again.notes == (Note("a"), Note('msgid "x"'), Note('msgstr "y"'), Note('"z'))


def test_a_long_note_stays_in_one_line(written_by: Callable) -> None:
    note = Note(f"zhengming: ignore T002: {'the notice is quoted word for word ' * 5}".strip())
    assert units_of(written_by(WRITER, [unit_of("出口", "exports", notes=(note,))])[0])[0].notes == (note,)


@pytest.mark.skipif(MSGFMT is None, reason="msgfmt is not installed")
def test_msgfmt_takes_it(written_by: Callable, tmp_path: Path) -> None:
    units = [unit_of("出口", "Export", 1), unit_of("出口", 'the "R\\D"\texports', 2), unit_of("锑\n", "Sb\n", 3)]
    (tmp_path / "en.po").write_bytes(written_by(WRITER, units)[0])
    command = [MSGFMT or "", "--check-format", "--check-domain", "-o", "en.mo", "en.po"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert len(polib.mofile(str(tmp_path / "en.mo"))) == 3
