from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.language import parse
from zhengming.termbase.position import Position
from zhengming.tmx.model import (
    Header,
    InlineCode,
    Property,
    Segment,
    Subflow,
    TranslationUnit,
    TranslationUnitVariant,
)
from zhengming.tmx.pair import pairs, source_variant

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

WORDS = {"zh": "出口管制", "en": "export control", "fr": "contrôle", "de": "Kontrolle", "ja": "輸出管理"}


def unit(languages: str, source: str = "zh-CN", own: str | None = None) -> TranslationUnit:
    variants = tuple(
        TranslationUnitVariant(language, Segment(WORDS.get(language[:2].lower(), "…")), position=Position(7, place))
        for place, language in enumerate(languages.split(), start=1)
    )
    header = Header({"srclang": source} if source else {}, path="trade.tmx")
    return TranslationUnit(variants, header, {"srclang": own} if own else {}, number=1, position=Position(6, 1))


def paired(*units: TranslationUnit, source: str = "", target: str = "") -> list[str]:
    found = pairs(units, parse(source) if source else None, parse(target) if target else None, lambda _: None)
    return [f"{pair.source_variant.language} > {pair.target_variant.language}" for pair in found]


def issues(*units: TranslationUnit, target: str = "") -> list[str]:
    found: list[Issue] = []
    list(pairs(units, None, parse(target) if target else None, found.append))
    assert {issue.check.code for issue in found} <= {"F002"}
    return [f"{issue.location}: {issue.severity} {issue.message}" for issue in found]


@pytest.mark.parametrize(
    ("languages", "source", "expected"),
    [
        ("zh-CN en-US", "zh-CN", ["zh-CN > en-US"]),
        ("en-US zh-CN", "zh-CN", ["zh-CN > en-US"]),
        ("EN-us ZH_cn", "zh-CN", ["ZH_cn > EN-us"]),
        ("zh en", "ZH-CN", ["zh > en"]),
        ("zho-CN en", "zh", ["zho-CN > en"]),
        ("CHS CHT en", "zh-Hans", ["CHS > CHT", "CHS > en"]),
        ("zh-TW en", "zh-CN", []),
        ("zh-CN en", "zh-TW", []),
        ("en fr de", "en", ["en > fr", "en > de"]),
        ("en-US en-GB ja", "en-us", ["en-US > en-GB", "en-US > ja"]),
        ("en-GB fr", "en-US", ["en-GB > fr"]),
        ("fr en zh", "*all*", ["fr > en", "fr > zh"]),
        ("fr en", "", ["fr > en"]),
        ("zh-CN", "zh-CN", []),
        ("", "zh-CN", []),
        ("zh-CN en en", "zh-CN", ["zh-CN > en", "zh-CN > en"]),
        ("zh-CN zh-CN en", "zh-CN", ["zh-CN > en", "zh-CN > en"]),
    ],
)
def test_the_source_is_what_the_file_says(languages: str, source: str, expected: list[str]) -> None:
    assert paired(unit(languages, source)) == expected


def test_a_units_own_source_language_counts_more_than_the_headers() -> None:
    assert paired(unit("zh-CN en-US", "zh-CN", own="EN-us")) == ["en-US > zh-CN"]


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        ("en zh-CN fr", "zh-Hans", "en", ["zh-CN > en"]),
        ("en zh-CN zh-TW", "en", "zh-Hant", ["en > zh-TW"]),
        ("en zh-CN zh-HK", "en", "zh-TW", []),
        ("en zh", "en", "zh-Hans", ["en > zh"]),
        ("en zh", "en", "zh-Hant", []),
        ("en en-GB zh", "en-GB", "zh", ["en-GB > zh"]),
        ("en-US en-GB zh", "en", "zh", ["en-US > zh", "en-GB > zh"]),
        ("fr zh-CN en", "fr", "", ["fr > zh-CN", "fr > en"]),
        ("fr zh-CN en", "", "en", ["zh-CN > en"]),
        ("en zh-CN", "", "zh-Hans", ["en > zh-CN"]),
        ("fr de", "zh", "en", []),
        ("en en", "en", "en", ["en > en", "en > en"]),
    ],
)
def test_languages_asked_for(languages: str, source: str, target: str, expected: list[str]) -> None:
    assert paired(unit(languages, "zh-CN"), source=source, target=target) == expected


def test_a_file_of_all_languages_yields_what_was_asked_for() -> None:
    assert paired(unit("fr en zh-CN", "*all*"), source="zh-Hans", target="en") == ["zh-CN > en"]
    assert paired(unit("en zh-CN", "*all*"), target="en") == ["zh-CN > en"]


def test_deja_vu_marks_the_source() -> None:
    marked = unit("zh-cn en-us", "zh-cn", own="en-us")
    for variant, is_source in zip(marked.variants, ("true", "false"), strict=True):
        variant.properties = (Property("x-issource", is_source),)
    assert paired(marked) == ["zh-cn > en-us"]
    assert paired(marked, source="en", target="zh") == ["en-us > zh-cn"]


def test_what_a_pair_holds() -> None:
    (pair,) = pairs([unit("ZH_cn EN-us")], None, None, lambda _: None)
    assert (pair.source.text, pair.target.text) == ("出口管制", "export control")
    assert (str(pair.source_language), str(pair.target_language)) == ("zh-Hans-CN", "en-US")
    assert pair.name == "#1"


def with_footnotes(text: str, *notes: str) -> Segment:
    return Segment(text, tuple(InlineCode("ph", 0, subflows=(Subflow(0, Segment(note)),)) for note in notes))


def test_subflows_pair_in_their_order() -> None:
    both = unit("zh-CN en")
    both.variants[0].segment = with_footnotes("出口", "见公告", "见附件")
    both.variants[1].segment = with_footnotes("exports", "see the notice", "see the annex")
    found = [(pair.source.text, pair.target.text) for pair in pairs([both], None, None, lambda _: None)]
    assert found == [("出口", "exports"), ("见公告", "see the notice"), ("见附件", "see the annex")]


def test_unequal_numbers_of_subflows_do_not_pair() -> None:
    both = unit("zh-CN en")
    both.variants[0].segment = with_footnotes("出口", "见公告", "见附件")
    both.variants[1].segment = with_footnotes("exports", "see the notice")
    assert paired(both) == ["zh-CN > en"]


def test_a_tag_that_is_not_bcp_47_is_said_once() -> None:
    assert issues(unit("zh_CN en"), unit("zh_CN en"), unit("zh_CN en fr")) == [
        "trade.tmx:7:1: minor “zh_CN” is not BCP 47; write zh-CN"
    ]


@pytest.mark.parametrize(
    ("tag", "better"), [("CHS", "zh-Hans"), ("ZHO-CN", "zh-Hans-CN"), ("zh_TW", "zh-TW"), ("CHT", "zh-Hant")]
)
def test_the_better_tag(tag: str, better: str) -> None:
    (said,) = issues(unit(f"en {tag}", "en"))
    assert said == f"trade.tmx:7:2: minor “{tag}” is not BCP 47; write {better}"


def test_an_unknown_language_is_grave_if_it_leaves_no_pair() -> None:
    problem = "“xx” is no known language; write a BCP 47 tag such as zh-CN"
    assert issues(unit("zh-CN xx"), unit("zh-CN xx")) == [f"trade.tmx:7:2: major {problem}"]
    assert issues(unit("zh-CN xx en")) == [f"trade.tmx:7:2: minor {problem}"]


def test_an_unknown_source_language() -> None:
    assert issues(unit("zh-CN en", "Chinese")) == [
        "trade.tmx:6:1: major “Chinese” is no known language; write a BCP 47 tag such as zh-CN"
    ]


def chinese(tag: str, text: str) -> TranslationUnit:
    made = unit(f"en {tag}", "en")
    made.variants[1].segment = Segment(text)
    return made


def test_a_bare_tag_on_traditional_text() -> None:
    said = issues(chinese("zh", "對稀土實施出口管制"), chinese("zh", "開發應用"), chinese("zh", "產業發展"))
    assert said == ["trade.tmx:7:2: minor “zh” is read as Simplified, but the text is Traditional; write zh-Hant"]


def test_a_bare_tag_on_much_traditional_text_is_said_once() -> None:
    many = [chinese("zh", "這個問題應該為國家產業發展與學習經驗開關電車") for _ in range(100)]
    assert len(issues(*many)) == 1


@pytest.mark.parametrize(
    ("tag", "text"),
    [("zh", "对稀土实施出口管制"), ("zh-CN", "對稀土實施出口管制"), ("zh-TW", "對稀土實施"), ("zh", "出口管制")],
)
def test_no_word_about_the_script(tag: str, text: str) -> None:
    assert issues(chinese(tag, text)) == []


def test_a_traditional_name_in_simplified_text_is_no_reason() -> None:
    assert issues(chinese("zh", "這"), *[chinese("zh", "这个问题应该为国家产业发展") for _ in range(9)]) == []


@pytest.mark.parametrize(
    ("languages", "source", "wanted", "expected"),
    [
        ("zh-CN", "zh-CN", "", "zh-CN"),
        ("en zh-CN", "zh-CN", "", "zh-CN"),
        ("en zh-CN", "*all*", "", "en"),
        ("en zh-CN", "zh-CN", "en", "en"),
        ("en zh-CN", "fr", "", None),
        ("en", "zh-CN", "zh", None),
    ],
)
def test_a_source_may_stand_alone(languages: str, source: str, wanted: str, expected: str | None) -> None:
    found = source_variant(unit(languages, source), parse(wanted) if wanted else None)
    assert (found and found[0].language) == expected
