"""The columns of tables that were not made for zhengming."""

from __future__ import annotations

import pytest

from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.headers import roles
from zhengming.termbase.formats.source import Sides
from zhengming.termbase.language import Tag

SIDES = Sides(Tag("zh", "Hans"), Tag("en"))


def held(headers: str, sides: Sides = SIDES, **given: str) -> dict[str, str]:
    names = headers.split(",")
    found = roles(names, given, sides)
    return {
        names[index]: role if isinstance(role, str) else f"{role.language}:{role.status.value}"
        for index, role in found.items()
    }


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh-CN", "zh-Hans-CN"),
        ("zh_cn", "zh-Hans-CN"),
        ("ZH", "zh-Hans"),
        ("CHT", "zh-Hant"),
        ("zho", "zh-Hans"),
        ("Chinese", "zh-Hans"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Traditional Chinese", "zh-Hant"),
        ("繁體中文", "zh-Hant"),
        ("中文", "zh-Hans"),
        ("中文术语", "zh-Hans"),
        ("EN term", "en"),
        ("English_US", "en-US"),
        ("英文名称", "en"),
        ("English (United Kingdom)", "en-GB"),
        ("日本語", "ja"),
        ("Français", "fr"),
        ("en-US 2", "en-US"),
    ],
)
def test_languages_go_by_many_names(header: str, language: str) -> None:
    assert held(header) == {header: f"{language}:preferred"}


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("en:admitted", "en:admitted"),
        ("English synonyms", "en:admitted"),
        ("英语同义词", "en:admitted"),
        ("en:deprecated", "en:deprecated"),
        ("Forbidden English", "en:deprecated"),
        ("中文禁用", "zh-Hans:deprecated"),
    ],
)
def test_synonyms_and_forbidden_terms(header: str, role: str) -> None:
    assert held(header) == {header: role}


@pytest.mark.parametrize(
    ("header", "attribute"),
    [
        ("ID", "id"),
        ("Entry_ID", "id"),
        ("Concept ID", "id"),
        ("Domain", "subject_field"),
        ("领域", "subject_field"),
        ("POS", "part_of_speech"),
        ("Definition", "definition"),
        ("备注", "note"),
        ("Comments", "note"),
        ("来源", "source"),
        ("Forbidden", "forbidden"),
        ("Status", "status"),
    ],
)
def test_attributes_go_by_many_names(header: str, attribute: str) -> None:
    assert held(header) == {header: attribute}


@pytest.mark.parametrize("header", ["Owner", "No", "序号", "#", "", "Tag", "Key", "Row", "Is it a language?"])
def test_what_cannot_be_told_is_not_taken(header: str) -> None:
    # "no", "tag" and "key" are language codes too (Norwegian, Tagoi, Kupia), and nobody means those.
    assert held(header) == {}


def test_source_and_target_are_what_the_caller_says() -> None:
    assert held("Source,Target,Notes") == {"Source": "zh-Hans:preferred", "Target": "en:preferred", "Notes": "note"}
    assert held("Term,Translation") == {"Term": "zh-Hans:preferred", "Translation": "en:preferred"}
    assert held("术语,译文") == {"术语": "zh-Hans:preferred", "译文": "en:preferred"}


def test_without_that_nobody_knows() -> None:
    assert held("Source,Target,Note", Sides()) == {"Note": "note"}


def test_beside_named_languages_source_is_where_a_pair_was_seen() -> None:
    assert held("Chinese,English,Source") == {
        "Chinese": "zh-Hans:preferred",
        "English": "en:preferred",
        "Source": "source",
    }


def test_our_own_columns_mean_themselves() -> None:
    headers = "id,subject_field,zh-Hans,en:admitted,part_of_speech,status,check,definition,note,source,confidence"
    assert list(held(headers)) == headers.split(",")


def test_a_person_knows_better() -> None:
    assert held("Word,Wort,Note", **{"Word": "en", "2": "de:admitted", "Note": "definition"}) == {
        "Word": "en:preferred",
        "Wort": "de:admitted",
        "Note": "definition",
    }


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"Wrd": "en"}, "--map: no column “Wrd”; did you mean “Word”?"),
        ({"3": "en"}, "--map: no column “3”; there are Word, Wort"),
        ({"0": "en"}, "--map: no column “0”; there are Word, Wort"),
        ({"Word": "klingonisch"}, "--map: “klingonisch” is nothing that a column can hold; write a language"),
        ({"Word": "en:bad"}, "--map: “en:bad” is nothing that a column can hold; write a language"),
    ],
)
def test_a_slip_in_the_mapping_is_named(given: dict[str, str], message: str) -> None:
    with pytest.raises(InvalidSettings) as caught:
        roles(["Word", "Wort"], given, SIDES)
    assert str(caught.value).startswith(message)
