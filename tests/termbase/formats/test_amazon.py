"""Amazon Translate's terminology: the first row says the languages as Amazon calls them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.amazon import TARGET
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

HANS, HANT, EN, GB = Tag("zh", "Hans"), Tag("zh", "Hant"), Tag("en"), Tag("en", "", "GB")


@pytest.mark.parametrize(
    ("languages", "header"),
    [
        (Languages(HANS, EN), "zh,en"),
        (Languages(GB, HANT), "en,zh-TW"),
        (Languages(HANS, Tag("fr", "", "CA")), "zh,fr-CA"),
        (Languages(HANS, Tag("fr", "", "CH")), "zh,fr"),
    ],
)
def test_the_first_row_says_the_languages(concepts: Termbase, languages: Languages, header: str) -> None:
    assert TARGET.write(concepts, languages, Losses()).decode().splitlines()[0] == header


def test_the_source_comes_first(concepts: Termbase) -> None:
    rows = TARGET.write(concepts, Languages(EN, HANS), Losses()).decode().splitlines()
    assert rows[1:3] == ["export control,出口管制", "control of exports,出口管制"]


@pytest.mark.parametrize("name", ["export-control_2025", "a", "A-1_b"])
def test_a_name_that_amazon_takes(name: str) -> None:
    assert TARGET.file_name is not None
    assert TARGET.file_name.fullmatch(name)


@pytest.mark.parametrize("name", ["", "export control", "出口管制", "a__b", "_a", "a.b", "a" * 257])
def test_a_name_that_amazon_refuses(name: str) -> None:
    assert TARGET.file_name is not None
    assert not TARGET.file_name.fullmatch(name)


def test_it_may_have_10_mebibytes(termbase_of: Callable[[str], Termbase]) -> None:
    rows = "".join(f"A{number},词{number},{'x' * 600_000}\n" for number in range(18))
    with pytest.raises(InvalidSettings, match="Amazon Translate takes 10,485,760 bytes, this would be 10,8"):
        TARGET.write(termbase_of("id,zh-Hans,en\n" + rows), Languages(HANS, EN), Losses())
