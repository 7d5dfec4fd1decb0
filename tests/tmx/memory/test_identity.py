"""When two units say the same."""

from __future__ import annotations

import pytest

from zhengming.tmx.memory import identity
from zhengming.tmx.model import Header, InlineCode, Property, Segment, TranslationUnit, TranslationUnitVariant

HEADER = Header({"srclang": "zh-CN"})


def unit(
    zh: str = "镝", en: str = "dysprosium", tags: tuple[str, str] = ("zh-CN", "en"), **more: object
) -> TranslationUnit:
    variants = tuple(TranslationUnitVariant(tag, Segment(text)) for tag, text in zip(tags, (zh, en), strict=True))
    return TranslationUnit(variants, HEADER, **more)


def test_dates_and_names_do_not_belong_to_what_is_said() -> None:
    dated = unit(attributes={"tuid": "7", "changedate": "20250101T000000Z"})
    assert identity.exact(dated) == identity.exact(unit())
    assert identity.rest(dated) != identity.rest(unit())


def test_a_tag_spelled_otherwise_is_the_same_language() -> None:
    assert identity.exact(unit(tags=("zh_CN", "EN"))) == identity.exact(unit())
    assert identity.exact(unit(tags=("zh-TW", "en"))) != identity.exact(unit())


def test_texts_and_languages_do_not_run_into_each_other() -> None:
    assert identity.exact(unit("ab", "c")) != identity.exact(unit("a", "bc"))


@pytest.mark.parametrize("kind", ["x-context-pre", "prev", "next-en-fr", "x-po-context", "ID", "x-Context"])
def test_a_context_sets_units_apart(kind: str) -> None:
    within = unit(properties=(Property(kind, "第三章"),))
    assert identity.exact(within) != identity.exact(unit())
    assert identity.said(within) == identity.said(unit())


@pytest.mark.parametrize("kind", ["client", "project", "file", "x-idea", "nextel"])
def test_other_properties_do_not(kind: str) -> None:
    assert identity.exact(unit(properties=(Property(kind, "甲"),))) == identity.exact(unit())


def test_codes_count_and_their_places() -> None:
    codes = [
        (),
        (InlineCode("ph", 0, (), "{0}"),),
        (InlineCode("ph", 1, (), "{0}"),),
        (InlineCode("ph", 1, (), "{1}"),),
    ]
    exact, near = set(), set()
    for some in codes:
        one = unit()
        one.variants[0].segment.codes = some
        exact.add(identity.exact(one))
        near.add(identity.near(one))
    assert (len(exact), len(near)) == (4, 4)


def test_near_is_case_width_space_and_one_stop() -> None:
    assert identity.near(unit("ＨＳ编码。", "HS  Code.")) == identity.near(unit("HS编码", "hs code"))
    assert identity.near(unit("编码？")) != identity.near(unit("编码"))
    assert identity.near(unit("。", ".")) != identity.near(unit("，", ","))


@pytest.mark.parametrize(
    ("of_unit", "of_variant", "expected"),
    [
        ("20240105T080000Z", "", 20240105080000),
        ("", "20240105T080000Z", 20240105080000),
        ("20240105T080000Z", "20250105", 20250105000000),
        ("2024-01-05 08:00", "yesterday", 20240105080000),
        ("", "", 0),
    ],
)
def test_when_a_unit_was_changed(of_unit: str, of_variant: str, expected: int) -> None:
    one = unit(attributes={"creationdate": of_unit})
    one.variants[1].attributes = {"changedate": of_variant}
    assert identity.changed(one) == expected
