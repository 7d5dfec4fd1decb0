"""Which format a name stands for; and TMX, which all others are written to."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.errors import UnknownFormat
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.formats.writers import WRITERS, writer_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengming.termbase.issue import Issue

CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32)), "\ufffd")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.TMX", "tmx"),
        ("a.xlf", "xliff-1.2"),
        ("a.xliff", "xliff-1.2"),
        ("po/en.po", "po"),
        ("a.csv", "csv"),
        ("a.tsv", "tsv"),
        ("a.xlsx", "xlsx"),
    ],
)
def test_a_suffix_names_a_writer(path: str, name: str) -> None:
    assert writer_of(path) is WRITERS[name]


def test_a_suffix_that_nothing_writes() -> None:
    with pytest.raises(UnknownFormat, match=r"^a.docx: nothing is known that writes this .*known are \.tmx, \.xlf"):
        writer_of("a.docx")


@settings(deadline=None, max_examples=50)
@given(data=st.data())
def test_tmx_is_read_again_as_it_was_less_states(
    some_units: st.SearchStrategy, written_by: Callable, data: st.DataObject
) -> None:
    units = data.draw(some_units)
    content, lost = written_by(WRITERS["tmx"], units)
    faults: list[Issue] = []
    again = list(read(io.BytesIO(content), "a.tmx", faults.append))
    texts = [[variant.segment.text.strip().translate(CONTROLS) for variant in unit.variants] for unit in units]
    assert [[variant.segment.text for variant in unit.variants] for unit in again] == texts
    assert [unit.tuid for unit in again] == [unit.tuid and unit.tuid.replace(" ", "_") for unit in units]
    assert [len(unit.notes) for unit in again] == [len(unit.notes) for unit in units]
    assert lost.get("states", 0) == sum(unit.state is not None for unit in units)
    assert lost.get("locks", 0) == sum(unit.is_locked for unit in units)
