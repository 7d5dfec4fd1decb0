"""Columns of a table: what their names say, and how a cell holds several terms."""

from __future__ import annotations

import pytest

from zhengming.termbase.concept import AdministrativeStatus, Term
from zhengming.termbase.formats.columns import Column, cell_of, column, nearest, terms_in
from zhengming.termbase.language import Tag

EN = Tag("en")
PREFERRED, ADMITTED, DEPRECATED = AdministrativeStatus


def words(cell: str, status: AdministrativeStatus = PREFERRED) -> list[str]:
    """Return each term of an English cell with status and labels, or what is wrong with it."""
    found = terms_in(cell, Column(EN, status))
    return [
        f"{f.text} {f.status.value} {','.join(sorted(f.labels))}".rstrip() if isinstance(f, Term) else f"! {f}"
        for f in found
    ]


@pytest.mark.parametrize(
    ("header", "language", "status"),
    [
        ("zh-Hans", "zh-Hans", PREFERRED),
        ("zh-CN", "zh-Hans-CN", PREFERRED),
        ("en:admitted", "en", ADMITTED),
        ("zh_TW", "zh-Hant-TW", PREFERRED),
        ("es-419", "es-419", PREFERRED),
        ("yue", "yue", PREFERRED),
        ("nan-Hant-TW", "nan-Hant-TW", PREFERRED),
        ("kab:admitted", "kab", ADMITTED),
        ("zh-Hant-TW:deprecated", "zh-Hant-TW", DEPRECATED),
    ],
)
def test_a_column_of_terms_is_named_for_its_language(header: str, language: str, status: AdministrativeStatus) -> None:
    found = column(header)
    assert found is not None
    assert (str(found.language), found.status) == (language, status)


@pytest.mark.parametrize(
    "header",
    [
        "id",
        "note",
        "source",
        "en:wrong",
        "Owner",
        "",
        "en:preferred",
        "en:",
        "No",
        "IT",
        "key",
        "enn",
        "no-show",
        "to-date",
        "eng:admitted",
    ],
)
def test_other_columns_hold_no_terms(header: str) -> None:
    assert column(header) is None


def test_the_first_of_several_is_preferred() -> None:
    assert words("export control | export controls | control of exports") == [
        "export control preferred",
        "export controls admitted",
        "control of exports admitted",
    ]


def test_all_of_a_deprecated_cell_are_deprecated() -> None:
    assert words("export ban | embargo", DEPRECATED) == ["export ban deprecated", "embargo deprecated"]


def test_labels_stand_in_braces_at_the_end() -> None:
    assert words("licence {GB} | REO {case, GB}") == ["licence preferred GB", "REO admitted GB,case"]
    assert words("licence {}") == ["licence preferred"]


@pytest.mark.parametrize("value", ["lic{GB}ence", "licence {GB", "licence GB}", "{GB} {case}"])
def test_braces_elsewhere_are_a_slip(value: str) -> None:
    [problem] = words(value)
    assert problem.startswith("! “")
    assert "braces hold labels at the end of a term" in problem


def test_a_term_of_a_hundred_thousand_spaces_takes_no_time() -> None:
    assert words(f"rare{' ' * 100_000}earths}}")[0].startswith("! “")
    assert words(f"rare{' ' * 100_000}earths") == ["rare earths preferred"]


def test_an_empty_value_is_a_slip() -> None:
    assert words("a | | b") == ["a preferred", "! an empty value beside a “|”; leave the bar out", "b admitted"]
    assert words("{case}") == ["! an empty value beside a “|”; leave the bar out"]


def test_white_space_inside_a_term_is_one_space() -> None:
    assert words(" rare \n earths ") == ["rare earths preferred"]


def test_a_cell_is_written_as_it_is_read() -> None:
    cell = "licence {GB} | REO {GB, case} | rare earths"
    assert cell_of(found for found in terms_in(cell, Column(EN, DEPRECATED)) if isinstance(found, Term)) == cell


def test_a_slip_has_a_nearest_known_name() -> None:
    assert nearest("definiton", ["id", "definition", "note"]) == "definition"
    assert nearest("Owner", ["id", "definition", "note"]) is None
