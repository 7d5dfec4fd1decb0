"""Microsoft's phrase dictionary: a sheet of two columns named for their languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.microsoft import TARGET
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

Sheet = Callable[[bytes], list[list[object]]]


def test_each_source_is_there_once(concepts: Termbase, sheet: Sheet) -> None:
    written = TARGET.write(concepts, Languages(Tag("zh", "Hans"), Tag("en", "", "GB")), Losses())
    assert sheet(written) == [
        ["zh-Hans", "en"],
        ["出口管制", "export control"],
        ["出口管控", "export control"],
        ["稀土", "rare earths"],
    ]
