"""Language tags as real files carry them."""

from __future__ import annotations

import pytest

from zhengming.termbase.language import agree, parse


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans-CN"),
        ("ZH-CN", "zh-Hans-CN"),
        ("zh_CN", "zh-Hans-CN"),
        ("zh-SG", "zh-Hans-SG"),
        ("zh-Hans", "zh-Hans"),
        ("zh-Hans-CN", "zh-Hans-CN"),
        ("cmn", "zh-Hans"),
        ("chi", "zh-Hans"),
        ("zho", "zh-Hans"),
        ("ZHO-CN", "zh-Hans-CN"),
        ("zh-TW", "zh-Hant-TW"),
        ("zh-HK", "zh-Hant-HK"),
        ("zh-MO", "zh-Hant-MO"),
        ("zh-Hant", "zh-Hant"),
        ("CHS", "zh-Hans"),
        ("CHT", "zh-Hant"),
        ("zh-CHT", "zh-Hant"),
        ("zh-CHS", "zh-Hans"),
        ("x-zh", "zh-Hans"),
        ("yue", "yue"),
        (" en-us ", "en-US"),
        ("EN", "en"),
        ("eng", "en"),
        ("es-419", "es-419"),
        ("iw", "he"),
    ],
)
def test_a_tag_is_read_however_it_is_spelled(written: str, tag: str) -> None:
    assert str(parse(written)) == tag


@pytest.mark.parametrize(
    "written", ["", "xx", "und", "Chinese", "klingonisch", "zz-invalid-tag-x", "???", "de-Deutschland"]
)
def test_what_is_no_language_is_none(written: str) -> None:
    assert parse(written) is None


@pytest.mark.parametrize("written", ["zh_CN", "ZHO-CN", "CHS", "zho", "eng"])
def test_spellings_outside_bcp_47_are_known_as_such(written: str) -> None:
    tag = parse(written)
    assert tag is not None
    assert not tag.is_standard


@pytest.mark.parametrize("written", ["zh-CN", "zh-Hant", "EN-us", "cmn", "yue", "es-419"])
def test_case_is_no_matter(written: str) -> None:
    tag = parse(written)
    assert tag is not None
    assert tag.is_standard


@pytest.mark.parametrize(
    ("wanted", "found", "may_serve"),
    [
        ("zh-Hans", "zh-CN", True),
        ("zh-Hans", "zh-TW", False),
        ("zh-TW", "zh-Hant", True),  # what names no region contradicts none
        ("zh-Hant", "zh-TW", True),
        ("en", "en-GB", True),
        ("en-GB", "en-US", False),
        ("en", "de", False),
        ("sr", "sr-Latn", True),
    ],
)
def test_what_may_serve_for_what(wanted: str, found: str, *, may_serve: bool) -> None:
    one, other = parse(wanted), parse(found)
    assert one is not None
    assert other is not None
    assert agree(one, other) is may_serve
