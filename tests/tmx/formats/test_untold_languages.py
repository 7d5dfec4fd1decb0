"""Languages named as locales, told by a file's name, wanted by the settings, or seen in the texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.language import parse
from zhengming.tmx.formats.format import NOTHING_KNOWN, Wanted
from zhengming.tmx.formats.untold_languages import Told, languages_of, report_untold, tag_of

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

CHINESE = ("对稀土实施出口管制。", "无锡")


@pytest.mark.parametrize(
    ("locale", "tag"),
    [
        ("zh_CN", "zh-CN"),
        ("zh-Hant-TW", "zh-Hant-TW"),
        ("zh_CN.UTF-8", "zh-CN"),
        ("sr_RS@latin", "sr-Latn-RS"),
        ("ca@valencia", "ca"),
        (" en_GB ", "en-GB"),
        ("C", ""),
        ("POSIX", ""),
        ("", ""),
        ("klingonese", "klingonese"),
        ("Chinese (China)", "Chinese (China)"),
    ],
)
def test_locales(locale: str, tag: str) -> None:
    assert tag_of(locale) == tag


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("zh_CN.po", "zh-CN"),
        ("po/en.po", "en"),
        ("messages.zh-Hant.po", "zh-Hant"),
        ("app_zh_TW.ts", "zh-TW"),
        ("my-app-de.po", "de"),
        ("locale/zh_CN/LC_MESSAGES/django.po", "zh-CN"),
        ("locale\\ja\\LC_MESSAGES\\django.po", "ja"),
        ("fr/site.po", "fr"),
        ("po/messages.po", ""),
        ("sr@latin.po", "sr-Latn"),
        ("web.po", ""),
        ("xx.po", ""),
    ],
)
def test_the_name_of_a_file_tells_its_target(path: str, target: str) -> None:
    assert languages_of(Told("", ""), path, NOTHING_KNOWN, (), ()).target == target


def test_what_the_file_says_goes_before_its_name() -> None:
    told = Told("C", "zh_TW")
    assert languages_of(told, "zh_CN.po", NOTHING_KNOWN, CHINESE, ()) == ("zh-Hans", "zh-TW")
    assert languages_of(Told("de", ""), "zh_CN.po", NOTHING_KNOWN, (), ()) == ("de", "zh-CN")


@pytest.mark.parametrize(
    ("target", "wanted", "source"),
    [
        ("en", ("zh-Hans", "en"), "zh-Hans"),
        ("zh_CN", ("zh-Hans", "en"), "en"),
        ("zh_TW", ("zh-Hans", None), "zh-Hans"),
        ("zh_CN", ("zh-Hans", None), "en"),
        ("zh_CN", (None, "en-GB"), "en-GB"),
        ("zh_CN", (None, None), "en"),
        ("en_GB", (None, None), ""),
    ],
)
def test_the_source_is_what_is_wanted_and_not_the_target(
    target: str, wanted: tuple[str | None, str | None], source: str
) -> None:
    one, other = (tag and parse(tag) for tag in wanted)
    languages = languages_of(Told("", target), "a.po", Wanted(one or None, other or None), ("Export",), ())
    assert languages.source == source


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (CHINESE, "zh-Hans"),
        (("對稀土實施出口管制", "%s 個文件"), "zh-Hant"),
        (("ファイルを開く", "輸出管理"), "ja"),
        (("수출 통제",), "ko"),
        (("Export control of 稀土",), "en"),
        ((), "en"),
    ],
)
def test_the_script_of_the_sources_tells(texts: tuple[str, ...], language: str) -> None:
    assert languages_of(Told("", "de"), "a.po", NOTHING_KNOWN, texts, ()).source == language


def test_the_script_of_the_translations_tells_what_nothing_else_does() -> None:
    assert languages_of(Told("", ""), "a.po", NOTHING_KNOWN, ("Export",), CHINESE) == ("en", "zh-Hans")
    assert languages_of(Told("", ""), "a.po", NOTHING_KNOWN, ("Export",), ("Ausfuhr",)) == ("en", "")


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        (
            Told("en", ""),
            [
                (
                    "a.po:1:1: major nothing says what language the translations are in; write it down or set "
                    "target-language"
                )
            ],
        ),
        (
            Told("", "en"),
            ["a.po:1:1: minor nothing says what language the source texts are in; set source-language"],
        ),
        (Told("zh", "en"), []),
    ],
)
def test_what_is_not_known_is_told(languages: Told, said: list[str]) -> None:
    faults: list[Issue] = []
    report_untold(languages, "a.po", "write it down", faults.append)
    assert [f"{issue.location}: {issue.severity} {issue.message}" for issue in faults] == said
