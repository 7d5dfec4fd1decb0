"""Words are replaced in the bytes of a PO file; all else, the lines of a text among it, stays."""

from __future__ import annotations

import codecs
import io
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.position import Location, Position, Span
from zhengming.tmx.fix import Change, fix
from zhengming.tmx.formats.po import read
from zhengming.tmx.formats.po_rewriting import PoRewriter

if TYPE_CHECKING:
    from pathlib import Path

    from zhengming.tmx.model import Segment

MSGFMT = shutil.which("msgfmt")


def file_of(*written: str, charset: str = "UTF-8", mark: bytes = b"") -> bytes:
    """Return a file of messages whose translations are written so, quotes and all; its lines end as DOS's do."""
    head = (
        f'msgid ""\r\nmsgstr "Language: en\\nContent-Type: text/plain; charset=X\\n"\r\n"X-Generator: {charset}\\n"\r\n'
    )
    head = head.replace("charset=X", f"charset={charset}")
    messages = "".join(f'\r\n#:  a.c\r\nmsgid "a{index}"\r\nmsgstr {text}\r\n' for index, text in enumerate(written))
    return mark + (head + messages).encode(charset)


def segments_of(content: bytes) -> list[Segment]:
    return [unit.variants[1].segment for unit in read(io.BytesIO(content), "en.po", list[object]().append)]


def change_of(segment: Segment, found: str, replacement: str) -> Change:
    start = segment.text.index(found)
    return Change(segment.locate(Span(start, start + len(found))), found, replacement)


def fixed(content: bytes, found: str, replacement: str) -> bytes | str | None:
    """Replace the words in the one translation of a file; return its new bytes or why there are none."""
    (segment,) = segments_of(content)
    new, (problem,) = fix(content, [change_of(segment, found, replacement)], PoRewriter)
    assert problem is None or new == content
    return problem or new


@pytest.mark.parametrize(
    ("written", "found", "replacement", "expected"),
    [
        ('"the export restriction"', "export restriction", "export control", '"the export control"'),
        (r'"the \"ban\" on Sb"', "ban", "control", r'"the \"control\" on Sb"'),
        (r'"the \"ban\" on Sb"', '"ban"', "control", '"the control on Sb"'),
        ('"the ban"', "ban", '"R\\D"', r'"the \"R\\D\""'),
        (r'"\122\x45\n"', "RE", "rare earths", r'"rare earths\n"'),
        ('""\n"a ban\\n"\n"on Sb"', "ban", "control", '""\n"a control\\n"\n"on Sb"'),
        ('"export "\n"restrictions on"', "export restrictions", "export controls", '"export "\n"controls on"'),
        ('"export "\n"restrictions on"', "export restrictions", "control of ores", '"control "\n"of ores on"'),
        ('"export "\n"restrictions on"', "export restrictions", "controls", '"controls"\n" on"'),
        ('"export"\n " restrictions"', "export restrictions", "export controls", '"export"\n " controls"'),
        ('"the two "\n"use "\r\n"item"', "two use item", "dual-use item", '"the dual-use "\n"item"\r\n""'),
        ('"出口"\n"限制"', "出口限制", "出口管制", '"出口"\n"管制"'),
        ('"出口"\n"限制"', "出口限制", "管制", '""\n"管制"'),
        ('"a ban " "on Sb"', "ban on", "control of", '"a control " "of Sb"'),
    ],
)
def test_words_and_the_lines_they_stand_in(written: str, found: str, replacement: str, expected: str) -> None:
    assert fixed(file_of(written), found, replacement) == file_of(expected)


@pytest.mark.parametrize(("charset", "mark"), [("UTF-8", codecs.BOM_UTF8), ("GB18030", b""), ("Big5", b"")])
def test_encoding_mark_and_line_ends_stay(charset: str, mark: bytes) -> None:
    before = file_of('"功能 ban\\n"', charset=charset, mark=mark)
    after = fixed(before, "ban", "功能")
    assert after == file_of('"功能 功能\\n"', charset=charset, mark=mark)


@pytest.mark.parametrize(
    ("charset", "replacement", "problem"),
    [
        ("ISO-8859-1", "锑锑—a", "the file is ISO8859-1, which has no “锑—”"),
        ("gb2312", "釔", "the file is GB2312, which has no “釔”"),
        ("UTF-8", "a\tb", "the replacement holds a character that no text may hold"),
        ("UTF-8", "\ud800", "the replacement holds a character that no text may hold"),
    ],
)
def test_what_cannot_be_written(charset: str, replacement: str, problem: str) -> None:
    assert fixed(file_of('"a ban"', charset=charset), "ban", replacement) == problem


def test_words_with_a_line_end_between_them_are_left() -> None:
    assert fixed(file_of('"export\\n"\n"ban"'), "export\nban", "export control") == "a line ends inside it"


def test_words_that_stand_elsewhere_are_not_looked_for() -> None:
    before, after = file_of('"the export ban"'), file_of('"every export ban"')
    change = change_of(segments_of(before)[0], "export ban", "export control")
    assert fix(after, [change], PoRewriter) == (after, ("the file has other words in its place",))
    multibyte = file_of('"锑"')
    inside = multibyte.index("锑".encode()) + 1
    place = Location("en.po", Position(1, 1, inside), Position(1, 2, inside + 2))
    assert fix(multibyte, [Change(place, "锑", "x")], PoRewriter)[1] == ("the file has other words in its place",)


PIECES = st.one_of(
    st.text("abc 锑é", max_size=6), st.sampled_from([r"\n", r"\"", r"\\", r"\t", '"\n"', '" "', '"\r\n\t"', r"\141"])
)
CHANGES = st.tuples(st.integers(0, 2), st.floats(0, 1), st.integers(1, 8), st.text('ab "\\锑é', min_size=1, max_size=9))


@settings(deadline=None, max_examples=200)
@given(
    written=st.lists(st.lists(PIECES, min_size=1, max_size=8).map("".join), min_size=3, max_size=3),
    wanted=st.lists(CHANGES, min_size=1, max_size=6),
    charset=st.sampled_from(["UTF-8", "GB18030"]),
)
def test_the_bytes_outside_the_words_are_those_of_before(
    written: list[str], wanted: list[tuple[int, float, int, str]], charset: str
) -> None:
    content = file_of(*(f'"{text}"' for text in written), charset=charset)
    before = segments_of(content)
    spans: list[tuple[int, Span, str]] = []
    for number, part, length, replacement in wanted:
        if text := before[number].text:
            start = min(int(part * len(text)), len(text) - 1)
            spans.append((number, Span(start, min(start + length, len(text))), replacement))
    changes = [Change(before[n].locate(s), before[n].text[slice(*s)], new) for n, s, new in spans]
    new, problems = fix(content, changes, PoRewriter)
    made = sorted({spans[index] for index, problem in enumerate(problems) if problem is None})

    texts = [segment.text for segment in before]
    for number, span, replacement in reversed(made):
        texts[number] = texts[number][: span.start] + replacement + texts[number][span.end :]
    after = segments_of(new)
    assert [segment.text for segment in after] == texts
    if not any(unknown in text for text in written for unknown in ('" "', r"\141")):
        assert [entry.msgstr for entry in polib.pofile(new.decode(charset).replace("\r\n", "\n"))] == texts
    assert len(new.splitlines()) == len(content.splitlines())

    places = [before[number].locate(span) for number, span, _ in made]
    starts = [*(byte(place.start) for place in places), len(content)]
    ends = [0, *(byte(place.end) for place in places)]
    outside = [content[end:start] for end, start in zip(ends, starts, strict=True)]
    assert re.fullmatch(b"(.*?)".join(map(re.escape, outside)), new, re.DOTALL)
    assert fix(new, [], PoRewriter) == (new, ())


def byte(position: Position | None) -> int:
    assert position is not None
    assert position.byte is not None
    return position.byte


@pytest.mark.skipif(MSGFMT is None, reason="msgfmt is not installed")
def test_msgfmt_takes_what_was_fixed(tmp_path: Path) -> None:
    content = fixed(file_of('"a \\"ban "\n"of\\n"\n"Sb"'), "ban of", 'R\\D "control" of')
    assert isinstance(content, bytes)
    (tmp_path / "en.po").write_bytes(content)
    done = subprocess.run(
        [MSGFMT or "", "-c", "-o", str(tmp_path / "en.mo"), str(tmp_path / "en.po")], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert polib.mofile(str(tmp_path / "en.mo")).find("a0").msgstr == 'a "R\\D "control" of\nSb'
