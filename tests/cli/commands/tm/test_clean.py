"""A memory cleaned from the command line: nothing unasked, nothing but whole units, nothing lost."""

from __future__ import annotations

import csv
import json
import signal
from typing import TYPE_CHECKING

import pytest

from .conftest import HEAD, TAIL

if TYPE_CHECKING:
    from .conftest import Killed, Memory, Run, UnitOf


@pytest.fixture
def units(unit_of: UnitOf) -> list[str]:
    return [
        unit_of("氧化镝", "dysprosium oxide", tuid="u1"),
        unit_of("对镝实施出口管制", "export restrictions on dysprosium", tuid="u2"),
        unit_of("关税", "tariff", tuid="u3"),
        unit_of("氧化镝", "dysprosium oxide", tuid="u4"),
    ]


def test_unasked_nothing_is_written_and_everything_is_listed(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    outcome = run("tm", "clean", "news.tmx")
    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        "news.tmx:4:3: T002 出口管制: “export restrictions” is deprecated; use “export control”: 对镝实施出口管制 →…",
        "news.tmx:6:3: duplicate the same as line 3: 氧化镝 → dysprosium oxide",
    ]
    assert outcome.err.splitlines() == [
        "1 T002 · 1 duplicate",
        "2 of 4 units would be taken out; nothing is written without -o OUT or --write",
    ]
    assert path.read_bytes() == before
    assert run("tm", "clean", "news.tmx", "--dry-run").out == outcome.out


def test_what_is_kept_is_kept_to_the_byte(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    outcome = run("tm", "clean", "news.tmx", "-o", "clean.tmx", "--removed", "gone.tmx", "--ignore", "T002")
    assert outcome.err.splitlines()[-1] == "1 of 4 units taken out"
    assert (path.parent / "clean.tmx").read_bytes() == f"{HEAD}{''.join(units[:3])}{TAIL}".encode()
    assert (path.parent / "gone.tmx").read_bytes() == f"{HEAD}{units[3]}{TAIL}".encode()
    assert path.read_bytes() == before


def test_the_file_itself_is_written_where_that_is_asked_for(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    assert run("tm", "clean", "news.tmx", "--write", "--select", "duplicate").status == 0
    assert path.read_bytes() == f"{HEAD}{''.join(units[:3])}{TAIL}".encode()


def test_a_memory_without_a_fault_is_left_alone(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", units[0])
    before = path.stat()
    assert run("tm", "clean", "news.tmx", "--write").err == "0 of 1 unit taken out\n"
    assert path.stat() == before
    assert run("tm", "clean", "news.tmx", "-o", "copy.tmx").status == 0
    assert (path.parent / "copy.tmx").read_bytes() == path.read_bytes()


def test_the_removals_as_a_table(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    run("tm", "clean", "news.tmx", "--report", "gone.csv", "--select", "duplicate")
    with (path.parent / "gone.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.DictReader(stream)) == [
            {
                "path": "news.tmx",
                "line": "6",
                "column": "3",
                "unit": "u4",
                "kind": "duplicate",
                "reason": "the same as line 3",
                "source": "氧化镝",
                "target": "dysprosium oxide",
                "instead_path": "news.tmx",
                "instead_line": "3",
            }
        ]


def test_a_cell_that_looks_like_a_formula_is_none(run: Run, memory: Memory, unit_of: UnitOf) -> None:
    path = memory("news.tmx", unit_of("=1+1", "=HYPERLINK(1)"), unit_of("=1+1", "=HYPERLINK(1)"))
    run("tm", "clean", "news.tmx", "--report", "gone.csv")
    assert ",'=1+1,'=HYPERLINK(1)," in (path.parent / "gone.csv").read_text(encoding="utf-8-sig")


def test_the_removals_for_a_program(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    run("tm", "clean", "news.tmx", "--report", "gone.jsonl")
    lines = [json.loads(line) for line in (path.parent / "gone.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(line["line"], line["kind"], line["instead_line"]) for line in lines] == [
        (4, "T002", None),
        (6, "duplicate", 3),
    ]


def test_an_ignore_of_the_project_or_of_the_unit_lets_it_stay(run: Run, memory: Memory, unit_of: UnitOf) -> None:
    bad = ("对镝实施出口管制", "export restrictions on dysprosium")
    own = '<prop type="x-zhengming-ignore">T002: quotes the notice</prop>'
    path = memory("news.tmx", unit_of(*bad), unit_of(bad[0] + "。", bad[1] + ".", own))
    assert run("tm", "clean", "news.tmx", "--select", "T002").out.startswith("news.tmx:3:3: T002 ")
    (path.parent / ".zhengming").mkdir()
    ignore = '[[ignore]]\ncode = "T002"\nfiles = ["news.tmx"]\nreason = "quotes"\n'
    (path.parent / ".zhengming" / "ignore.toml").write_text(ignore, encoding="utf-8")
    assert run("tm", "clean", "news.tmx", "--select", "T002").out == ""
    assert run("--isolated", "tm", "clean", "news.tmx", "--select", "T002").out.startswith("news.tmx:3:3: T002 ")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_other_encodings(encoding: str, run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units, encoding=encoding)
    text = path.read_bytes().decode(encoding)
    path.write_bytes(text.replace('"UTF-8"', f'"{encoding[:6].rstrip("-s").upper()}"').encode(encoding))
    run("tm", "clean", "news.tmx", "--write", "--select", "duplicate")
    assert path.read_bytes().decode(encoding).partition("<body>")[2] == f"{''.join(units[:3])}{TAIL}"


def test_a_file_that_cannot_be_read_to_its_end_stays_whole(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    path.write_bytes(cut := path.read_bytes()[:-20])
    outcome = run("tm", "clean", "news.tmx", "--write")
    assert outcome.status == 2
    assert "news.tmx:6:114: F001 " in outcome.err
    assert "nothing is taken out of it" in outcome.err
    assert path.read_bytes() == cut


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("-o", "b.tmx", "--write"), "-o writes another file"),
        (("--dry-run", "--write"), "--dry-run writes nothing"),
        (("--removed", "gone.tmx"), "say where the rest goes"),
        (("-o", "b.tmx", "--removed", "b.tmx"), "two of the files named are one"),
        (("-o", "news.tmx"), "two of the files named are one"),
        (("-o", "glossary.csv"), "glossary.csv exists, and nothing is overwritten"),
        (("-o", "none/b.tmx"), "none is no folder that may be written to"),
        (("--report", "gone.txt"), "no report has that suffix; known are .csv, .jsonl"),
        (("--select", "duplicat"), "unknown kind of fault “duplicat”; did you mean “duplicate”?"),
        (("--select", "C003"), "C003 does not say which unit is wrong"),
    ],
)
def test_what_makes_no_sense_is_said(
    arguments: tuple[str, ...], problem: str, run: Run, memory: Memory, units: list[str]
) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    outcome = run("tm", "clean", "news.tmx", *arguments)
    assert outcome.status == 2
    assert problem in outcome.err
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == ["glossary.csv", "news.tmx"]


def test_only_a_tmx_is_cleaned(run: Run, memory: Memory) -> None:
    path = memory("news.tmx").with_suffix(".po")
    path.write_text('msgid "a"\nmsgstr "b"\n', encoding="utf-8")
    outcome = run("tm", "clean", "news.po")
    assert outcome.status == 2
    assert "clean takes a TMX; for other formats there is zhengming convert news.po news.tmx" in outcome.err


def test_killed_while_it_writes_it_has_lost_nothing(killed: Killed, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    assert killed("tm", "clean", str(path), "--write") == -signal.SIGKILL
    assert path.read_bytes() == before
    killed("tm", "clean", str(path), "-o", str(path.with_name("clean.tmx")))
    assert sorted(found.name for found in path.parent.glob("*.tmx")) == ["news.tmx"]


def test_interrupted_while_it_writes_it_leaves_nothing_behind(killed: Killed, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    assert killed("tm", "clean", str(path), "--write", by=signal.SIGINT) == 130
    assert path.read_bytes() == before
    assert sorted(found.name for found in path.parent.iterdir()) == ["glossary.csv", "news.tmx"]
