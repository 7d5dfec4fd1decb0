"""What is listed of a format before it is imported is what it says of itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.formats import sources
from zhengming.tmx import formats, texts

if TYPE_CHECKING:
    from zhengming.termbase.later import Later

EVERYTHING: list[Later[Any]] = [*formats.LISTED, *texts.LISTED, *sources.LISTED]


@pytest.mark.parametrize("listed", EVERYTHING, ids=lambda listed: f"{listed.module}.{listed.name}")
def test_suffixes_are_those_of_the_format(listed: Later[Any]) -> None:
    assert listed.load().suffixes == listed.suffixes
    assert listed.load() is listed.load()


@pytest.mark.parametrize("listed", formats.LISTED, ids=lambda listed: listed.module)
def test_a_format_is_unmistakable_if_it_looks_at_no_file_to_claim_it(listed: Later[formats.Format]) -> None:
    assert listed.is_unmistakable == (listed.load().claims is None)


@pytest.mark.parametrize(
    ("name", "begins"),
    [("tbx_reader", b"<?xml version='1.0'?><martif/>"), ("memoq_reader", b'"Entry_ID";"Entry_Subject"\n')],
)
def test_what_a_source_claims_bears_its_sign(name: str, begins: bytes) -> None:
    [listed] = [one for one in sources.LISTED if one.module.endswith(name)]
    assert listed.load().claims(listed.suffixes[0], begins)
    assert listed.sign.lower() in begins.lower()
    assert sources.source_of(f"terms{listed.suffixes[0]}", begins) is listed.load()
