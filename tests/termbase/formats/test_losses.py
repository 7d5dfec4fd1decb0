"""What is counted, what is named, and what is refused as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.losses import Losses, bounded, unheld
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_what_a_target_holds_is_not_counted(concepts: Termbase) -> None:
    [first, *_] = concepts
    lost = Losses()
    unheld(first, ZH_EN, lost, {"definitions", "notes"})
    assert {kind: count for kind, count in lost.items() if count} == {
        "deprecated source terms": 1,
        "deprecated terms": 1,
        "deprecated terms that are right elsewhere": 1,
        "labels": 1,
        "parts of speech": 1,
        "sources": 1,
        "subject fields": 1,
    }


def test_what_would_be_rejected_is_named(concepts: Termbase) -> None:
    [first, *_] = concepts
    lost = Losses()
    lost.refuse(first, "出口管制", "too long")
    assert lost.refused == ["EC001 “出口管制”: too long"]
    assert not lost


def test_a_file_may_be_as_large_as_the_target_takes() -> None:
    assert bounded(b"1234", 4, "it") == b"1234"
    with pytest.raises(InvalidSettings, match="it takes 3 bytes, this would be 4; export the concepts of one text"):
        bounded(b"1234", 3, "it")
