"""Google's glossary: two columns, no header, a limit in characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.google import TARGET
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_there_is_no_header(concepts: Termbase) -> None:
    assert TARGET.write(concepts, ZH_EN, Losses()).decode().splitlines()[0] == "出口管制,export control"


def test_a_comma_is_quoted(termbase_of: Callable[[str], Termbase]) -> None:
    termbase = termbase_of('id,zh-Hans,en\nA1,钐钴磁体,"magnet, samarium-cobalt"\n')
    assert TARGET.write(termbase, ZH_EN, Losses()).decode() == '钐钴磁体,"magnet, samarium-cobalt"\n'


def test_it_may_have_ten_million_characters(termbase_of: Callable[[str], Termbase]) -> None:
    rows = "".join(f"A{number},词{number},{'x' * 500_000}\n" for number in range(20))
    with pytest.raises(InvalidSettings, match="a Google glossary takes 10,000,000 characters"):
        TARGET.write(termbase_of("id,zh-Hans,en\n" + rows), ZH_EN, Losses())
