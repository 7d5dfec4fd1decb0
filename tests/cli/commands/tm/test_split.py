"""One memory parted into several: every unit in one of them, to the byte."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

import pytest

from .conftest import HEAD, TAIL

if TYPE_CHECKING:
    from .conftest import Killed, Memory, Run, UnitOf


@pytest.fixture
def units(unit_of: UnitOf) -> list[str]:
    return [
        unit_of(
            "氧化镝", "dysprosium oxide", '<prop type="file">po\\镝/news.docx</prop>', changedate="20240105T080000Z"
        ),
        unit_of("关税", "tariff", '<prop type="client">甲/乙</prop>', changedate="20250630T080000Z"),
        unit_of("重稀土", "terres rares lourdes", languages=("zh-CN", "fr"), changedate="20240305T080000Z"),
        unit_of("镝", "dysprosium"),
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--by", "size", "--size", "3"), {"news.001.tmx": (0, 1, 2), "news.002.tmx": (3,)}),
        (("--by", "language"), {"news.zh-CN_en-US.tmx": (0, 1, 3), "news.zh-CN_fr.tmx": (2,)}),
        (("--by", "date"), {"news.2024.tmx": (0, 2), "news.2025.tmx": (1,), "news.other.tmx": (3,)}),
        (
            ("--by", "date", "--months"),
            {"news.2024-01.tmx": (0,), "news.2025-06.tmx": (1,), "news.2024-03.tmx": (2,), "news.other.tmx": (3,)},
        ),
        (("--by", "file"), {"news.news.docx.tmx": (0,), "news.other.tmx": (1, 2, 3)}),
        (("--by", "property", "--property", "client"), {"news.other.tmx": (0, 2, 3), "news.甲_乙.tmx": (1,)}),
    ],
)
def test_every_unit_goes_into_one_part(
    arguments: tuple[str, ...], expected: dict[str, tuple[int, ...]], run: Run, memory: Memory, units: list[str]
) -> None:
    path = memory("news.tmx", *units)
    outcome = run("tm", "split", "news.tmx", *arguments, "-o", "parts")
    assert outcome.status == 0
    found = {part.name: part.read_bytes().decode() for part in (path.parent / "parts").iterdir()}
    assert found == {name: f"{HEAD}{''.join(units[n] for n in numbers)}{TAIL}" for name, numbers in expected.items()}
    assert outcome.out.splitlines() == [
        f"parts/{name}: {len(numbers)} unit{'s' if len(numbers) > 1 else ''}" for name, numbers in expected.items()
    ]


def test_names_that_differ_in_what_files_cannot_be_called_stay_apart(run: Run, memory: Memory, unit_of: UnitOf) -> None:
    inside = '<prop type="client">{}</prop>'
    path = memory("news.tmx", *(unit_of("镝", "dysprosium", inside.format(name)) for name in ("../a", "A", "b/../..")))
    run("tm", "split", "news.tmx", "--by", "property", "--property", "client", "-o", "parts")
    names = sorted(part.name for part in (path.parent / "parts").iterdir())
    assert names == ["news.A-2.tmx", "news.a.tmx", "news.b.tmx"]


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (("--by", "property", "-o", "parts"), "which property? Name its type with --property"),
        (("--by", "date", "--size", "3", "-o", "parts"), "--size is for --by size"),
        (("--by", "date", "-o", "full"), "full is not empty, and nothing is overwritten"),
        (("--by", "date", "-o", "glossary.csv"), "glossary.csv is a file"),
        (("--by", "date", "-o", "no/parts"), "no is no folder"),
    ],
)
def test_what_makes_no_sense_is_said(
    arguments: tuple[str, ...], problem: str, run: Run, memory: Memory, units: list[str]
) -> None:
    path = memory("news.tmx", *units)
    (path.parent / "full").mkdir()
    (path.parent / "full" / "kept.txt").touch()
    outcome = run("tm", "split", "news.tmx", *arguments)
    assert outcome.status == 2
    assert problem in outcome.err
    assert not (path.parent / "parts").exists()


def test_a_file_that_cannot_be_read_to_its_end_is_not_parted(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    path.write_bytes(path.read_bytes()[:-20])
    outcome = run("tm", "split", "news.tmx", "--by", "size", "-o", "parts")
    assert outcome.status == 2
    assert "so it is not parted" in outcome.err
    assert not (path.parent / "parts").exists()


def test_an_empty_folder_is_filled(run: Run, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    (path.parent / "parts").mkdir()
    assert run("tm", "split", "news.tmx", "--by", "size", "-o", "parts").status == 0
    assert [part.read_bytes() for part in (path.parent / "parts").iterdir()] == [path.read_bytes()]


def test_killed_while_it_writes_there_are_no_parts(killed: Killed, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    before = path.read_bytes()
    killed("tm", "split", str(path), "--by", "size", "--size", "1", "-o", str(path.parent / "parts"))
    assert not (path.parent / "parts").exists()
    assert path.read_bytes() == before


def test_interrupted_while_it_writes_it_leaves_nothing_behind(killed: Killed, memory: Memory, units: list[str]) -> None:
    path = memory("news.tmx", *units)
    arguments = ("tm", "split", str(path), "--by", "size", "--size", "1", "-o", str(path.parent / "parts"))
    assert killed(*arguments, by=signal.SIGINT) == 130
    assert sorted(found.name for found in path.parent.iterdir()) == ["glossary.csv", "news.tmx"]
