from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.memory.intake import Intake
from zhengming.tmx.memory.masking import mask

if TYPE_CHECKING:
    from zhengming.tmx.memory.store import Store
    from zhengming.tmx.model import TranslationUnit

    from .conftest import TakeIn

CORPORA = Path(__file__).parents[3].parent / "shared" / "corpora" / "tmx"
CONTROL = ("对稀土实施出口管制。", "Export controls on rare earths were imposed.")
ENTITY = ("公司被列入实体清单。", "The company was put on the Entity List.")


def said(store: Store, text: str, language: str = "zh") -> list[str]:
    """Return the targets of the units that say just that."""
    form = store.form(mask(text, language).form, language)
    return [] if form is None else [found.unit.variants[1].segment.text for found in store.found(form)]


def test_what_was_taken_in_is_found_by_its_form(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", [CONTROL, ENTITY])
    assert said(store, "對稀土實施出口管制。") == [CONTROL[1]]
    assert said(store, "对稀土实施进口管制。") == []


def test_a_unit_knows_its_file_and_its_neighbours(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", [CONTROL, ENTITY])
    form = store.form(mask(ENTITY[0], "zh").form, "zh")
    assert form is not None
    (found,) = store.found(form)
    before, behind = store.neighbours(found)
    assert (found.unit.header.path, found.unit.number) == ("news.tmx", 2)
    assert before is not None
    assert before.variants[0].segment.text == CONTROL[0]
    assert behind is None


def test_files_are_listed_with_what_they_hold(store: Store, take_in: TakeIn) -> None:
    take_in("b.tmx", [CONTROL])
    take_in("a.tmx", [CONTROL, ENTITY])
    assert [(file.path, file.units, file.is_whole) for file in store.files()] == [
        ("a.tmx", 2, True),
        ("b.tmx", 1, True),
    ]


def test_a_sample_is_taken_from_everywhere(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", [(f"第{number}条", f"Article {number}") for number in range(100)])
    numbers = [unit.number for unit in store.sample(10)]
    assert len(numbers) <= 10
    assert numbers[-1] - numbers[0] > 50


def units_of(path: Path) -> list[TranslationUnit]:
    units: list[TranslationUnit] = []
    try:
        with path.open("rb") as stream:
            for unit in read(stream, str(path), lambda _: None):
                units.append(unit)  # noqa: PERF402  what comes before a fault counts
    except UnreadableFile:
        pass
    return units


@pytest.mark.skipif(not CORPORA.is_dir(), reason="the corpora are not beside the repository (../shared/corpora)")
def test_every_tmx_of_the_corpora_comes_out_as_it_went_in(store: Store) -> None:
    read_units: dict[str, list[TranslationUnit]] = {}
    for path in sorted(CORPORA.rglob("*.tmx")):
        units = units_of(path)
        intake = Intake(store.database, str(path), b"1")
        for _ in intake.add(units):
            pass
        intake.finish()
        read_units[str(path)] = units
    assert sum(map(len, read_units.values())) > 10_000
    for file in store.files():
        kept = list(store.units([file]))
        assert kept == read_units[file.path], file.path
        assert [unit.number for unit in kept] == [unit.number for unit in read_units[file.path]]
        assert [unit.location.start and unit.location.start.line for unit in kept] == [
            unit.location.start and unit.location.start.line for unit in read_units[file.path]
        ]
