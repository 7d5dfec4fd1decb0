from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.tmx.memory import intake as module
from zhengming.tmx.memory.intake import Intake, is_known
from zhengming.tmx.memory.masking import mask

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengming.tmx.memory.store import Store
    from zhengming.tmx.model import TranslationUnit

    from .conftest import TakeIn

CONTROL = ("对稀土实施出口管制。", "Export controls on rare earths were imposed.")
ENTITY = ("公司被列入实体清单。", "The company was put on the Entity List.")
CUSTOMS = ("海关公布了数据。", "Customs published the figures.")


def texts(store: Store) -> list[tuple[int, str]]:
    return [(unit.number, unit.variants[0].segment.text) for unit in store.units(store.files())]


def test_what_is_the_same_stays_what_is_new_comes_what_is_gone_goes(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", [CONTROL, ENTITY])
    outcome = take_in("news.tmx", [CUSTOMS, CONTROL])
    assert outcome == (1, 1, 1)
    assert texts(store) == [(1, CUSTOMS[0]), (2, CONTROL[0])]
    gone = store.form(mask(ENTITY[0], "zh").form, "zh")
    assert gone is not None
    assert list(store.found(gone)) == []


def test_a_changed_target_is_a_changed_unit(take_in: TakeIn) -> None:
    take_in("news.tmx", [CONTROL])
    assert take_in("news.tmx", [(CONTROL[0], "Rare earths are under export control.")]) == (1, 0, 1)


def test_a_unit_said_twice_is_kept_twice(store: Store, take_in: TakeIn) -> None:
    take_in("news.tmx", [CONTROL, CONTROL])
    assert take_in("news.tmx", [CONTROL, CONTROL, CONTROL]) == (1, 2, 0)
    assert len(texts(store)) == 3


def test_one_file_is_none_of_anothers_business(store: Store, take_in: TakeIn) -> None:
    take_in("a.tmx", [CONTROL])
    take_in("b.tmx", [CONTROL])
    take_in("a.tmx", [ENTITY])
    assert [text for _, text in texts(store)] == [ENTITY[0], CONTROL[0]]


def broken_off(units: list[TranslationUnit], after: int) -> Iterator[TranslationUnit]:
    yield from units[:after]
    raise KeyboardInterrupt


def test_an_import_that_is_broken_off_goes_on_where_it_was(
    store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 10)
    take_in("news.tmx", [(f"旧的第{number}条。", f"Old article {number}.") for number in range(7)])
    take_in("other.tmx", [(f"第{number}条，共35条。", f"Article {number} of 35.") for number in range(35)])
    units = [unit for file in store.files() if file.path == "other.tmx" for unit in store.units([file])]
    with pytest.raises(KeyboardInterrupt):
        list(Intake(store.database, "news.tmx", b"new").add(broken_off(units, 25)))
    (broken,) = [file for file in store.files() if file.path == "news.tmx"]
    assert (broken.units, broken.is_whole) == (7 + 20, False)  # two batches, and nothing lost of what was there
    assert not is_known(store.database, "news.tmx", b"new")

    again = Intake(store.database, "news.tmx", b"new")
    assert list(again.add(units)) == [10, 20, 30, 35]
    assert again.finish() == (15, 0, 7)
    assert is_known(store.database, "news.tmx", b"new")
    assert [unit.number for file in store.files() if file.path == "news.tmx" for unit in store.units([file])] == list(
        range(1, 36)
    )


def test_a_file_that_has_changed_meanwhile_is_read_from_the_first(
    store: Store, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_BATCH", 1)
    take_in("other.tmx", [CONTROL, ENTITY, CUSTOMS])
    units = list(store.units(store.files()))
    with pytest.raises(KeyboardInterrupt):
        list(Intake(store.database, "news.tmx", b"1").add(broken_off(units, 2)))
    other = Intake(store.database, "news.tmx", b"2")
    list(other.add(units[1:]))
    assert other.finish() == (1, 1, 1)


@pytest.mark.parametrize("text", ["半个代理对\ud800。", "空字符\0。", "\x07响铃", "𠮷野家的稀土"])
def test_whatever_a_text_holds_can_be_kept(store: Store, take_in: TakeIn, text: str) -> None:
    take_in("odd.csv", [(text, "odd\ud800\0")])
    assert texts(store) == [(1, text)]
    form = store.form(mask(text, "zh").form, "zh")
    assert form is not None
    assert [found.unit.variants[1].segment.text for found in store.found(form)] == ["odd\ud800\0"]
