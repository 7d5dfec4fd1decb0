"""One cell, changed by two people."""

from __future__ import annotations

import pytest

from zhengming.termbase.concept import AdministrativeStatus
from zhengming.termbase.formats.columns import Column
from zhengming.termbase.formats.sheet import cell
from zhengming.termbase.language import Tag
from zhengming.termbase.merge.cells import merged_cell
from zhengming.termbase.merge.sequence import Three

PREFERRED, ADMITTED, _ = (Column(Tag("en"), status) for status in AdministrativeStatus)


def of(base: str, ours: str, theirs: str, column: Column | None = ADMITTED) -> str | None:
    found = merged_cell(Three(base, ours, theirs).each(lambda value: cell(value, ",")), column, ",")
    return None if found is None else found.value


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "expected"),
    [
        ("permit", "permit | pass", "permit | licence", "permit | pass | licence"),
        ("permit | pass", "permit", "pass", ""),
        ("permit | pass", "pass", "permit | pass | licence", "pass | licence"),
        ("", "permit | pass", "pass | licence", "permit | pass | licence"),
        ("permit", "permits", "permit | pass", "permits | pass"),
        ("permit", "permits", "permits | pass", "permits | pass"),
    ],
)
def test_lists_of_terms_take_both_sides_changes(base: str, ours: str, theirs: str, expected: str) -> None:
    assert of(base, ours, theirs) == expected


def test_two_replacements_of_one_term_are_to_be_decided() -> None:
    assert of("permit", "permits", "permission") is None
    assert of("permit", "permit {GB}", "permit {US}") is None
    assert of("permit", "permit {GB}", "") is None


def test_one_new_term_with_two_sets_of_labels_is_to_be_decided() -> None:
    assert of("", "permit {GB}", "permit") is None


def test_which_term_is_preferred_only_one_side_may_have_changed() -> None:
    assert of("license", "licence", "licensing", PREFERRED) is None
    assert of("license", "licence | license", "license | permit", PREFERRED) == "licence | license | permit"
    assert of("license | permit", "license", "permit | license", PREFERRED) is None
    assert of("license", "", "license | permit", PREFERRED) is None


def test_a_text_is_no_list() -> None:
    assert of("a", "a | b", "a | c", None) is None
    assert of("a", "a", "b", None) == "b"
    assert of("a", "b", "b", None) == "b"


def test_how_a_cell_is_written_is_what_one_side_has_made_of_it() -> None:
    plain, quoted = cell("permit", ","), cell("permit", ",")._replace(written='"permit"')
    assert merged_cell(Three(plain, plain, quoted), None, ",") is quoted
    assert merged_cell(Three(plain, quoted, plain), None, ",") is quoted
