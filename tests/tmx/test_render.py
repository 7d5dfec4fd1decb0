"""What counts as a rendering of a term, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Review = Callable[..., list[str]]

EXPECTED = "T001 major 出口管制: expected “export control”, found none of them"


@pytest.mark.parametrize(
    "english",
    [
        "China imposed export controls on dysprosium.",
        "EXPORT CONTROLS ON DYSPROSIUM",
        "The export-control regime covers dysprosium.",
        "The export\u00a0controls cover dysprosium.",
        "Control of exports of dysprosium took effect.",
        "The controls on exports took effect.",
        "Export and technology controls took effect.",
        "The export\ncontrols took effect.",
    ],
)
def test_a_term_may_be_inflected_hyphenated_turned_round_or_parted(review_of: Review, english: str) -> None:
    assert review_of(("对镝实施出口管制。", english)) == []


@pytest.mark.parametrize(
    "english",
    [
        "China limits exports of dysprosium.",
        "China controls prices. Exports fell.",  # two sentences are no term
        "China controls exporters of dysprosium.",  # an exporter is no export
    ],
)
def test_a_paraphrase_is_not_the_vetted_term(review_of: Review, english: str) -> None:
    assert review_of(("对镝实施出口管制。", english)) == [EXPECTED]


def test_a_deprecated_term_is_named_and_replaced(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(("对镝实施出口管制。", "China announced Export restrictions on dysprosium."))
    assert issue.check.code == "T002"
    assert issue.found == "Export restrictions"
    assert issue.edit is not None
    assert (issue.edit.replacement, issue.edit.safe) == ("Export controls", True)
    assert issue.target_span == (16, 35)


def test_a_deprecated_term_never_met_in_print_is_minor(review_of: Review) -> None:
    assert review_of(("对镝实施出口管制。", "China announced exit controls on dysprosium.")) == [
        "T002 minor 出口管制: “exit controls” is deprecated; use “export control”"
    ]


def test_a_deprecated_term_beside_enough_allowed_ones_speaks_of_something_else(review_of: Review) -> None:
    english = "China imposed export controls, the first such export restrictions this year."
    assert review_of(("对镝实施出口管制。", english)) == []


def test_a_short_term_in_a_longer_word_is_no_occurrence(review_of: Review) -> None:
    assert review_of(("中国有大量稀土。", "China has plenty of rare earths.")) == []


def test_the_same_characters_as_a_word_are_one(review_of: Review) -> None:
    assert review_of(("国有企业开采稀土。", "Big companies mine rare earths.")) == [
        "T001 major 国有: expected “state-owned”, found none of them"
    ]


def test_traditional_source_matches_a_simplified_term(review_of: Review) -> None:
    assert review_of(("氧化銻價格上漲。", "Bananas rose."), languages=("zh-TW", "en")) == [
        "T001 major 氧化銻: expected “antimony oxide”, found none of them"
    ]


def test_a_longer_name_that_says_more_is_another_list(review_of: Review) -> None:
    assert review_of(("该公司被列入实体清单。", "The company is on the Unreliable Entity List.")) == [
        "T001 major 实体清单: expected “Entity List”, found “Unreliable Entity List”, which is 不可靠实体清单 (C3)"
    ]


def test_both_lists_want_both_names(review_of: Review) -> None:
    source = "实体清单和不可靠实体清单"
    assert review_of((source, "the Entity List and the Unreliable Entity List")) == []
    assert len(review_of((source, "the Unreliable Entity List"))) == 1


def test_the_term_of_a_kindred_concept_is_a_wrong_term(review_of: Review) -> None:
    source = "氧化锑未经许可不得出口,企业应停止发运氧化锑。"
    english = "Antimony oxide needs a licence; companies should stop shipping antimony trioxide."
    assert review_of((source, english)) == [
        "T001 major 氧化锑: expected “antimony oxide”, found “antimony trioxide”, which is 三氧化二锑 (C5)"
    ]


def test_a_word_hyphenated_to_another_is_another(review_of: Review) -> None:
    assert review_of(("经第三国转口", "transshipment through third countries")) == []
    assert len(review_of(("经第三国转口", "transshipment through third-world countries"))) == 1


def test_an_abbreviation_wants_its_capitals(review_of: Review) -> None:
    assert review_of(("稀土出口", "exports of REEs")) == []
    assert len(review_of(("稀土出口", "exports of reefs, not of ree"))) == 1


def test_soft_concepts_are_notes_and_proposed_ones_minor(review_of: Review) -> None:
    assert review_of(("规避", "avoid")) == ["T001 neutral 规避: expected “circumvent”, found none of them"]
    assert review_of(("磁材", "stuff")) == ["T001 minor 磁材: expected “magnet material”, found none of them"]


def test_a_term_that_is_right_elsewhere_is_a_note_only_beside_an_allowed_one(review_of: Review) -> None:
    glossary = (
        "id,zh-Hans,en,en:deprecated,status,check,source\n"
        "B1,正极材料,cathode material,anode material {soft},approved,strict,IEC 60050-482\n"
    )
    assert review_of(("正极材料涨价", "Anode materials cost more."), glossary=glossary) == [
        "T002 minor 正极材料: “Anode materials” is deprecated; use “cathode material”"
    ]
    both = "Cathode materials cost more: anode materials too."
    assert review_of(("正极材料涨价，正极材料紧缺", both), glossary=glossary) == [
        "T002 neutral 正极材料: “anode materials” is deprecated; use “cathode material”"
    ]


def test_what_stands_untranslated_is_said_so(review_of: Review) -> None:
    assert review_of(("氧化锑涨价", "Prices of 氧化锑 rose")) == [
        "T003 major 氧化锑 is left untranslated; use “antimony oxide”"
    ]


def test_a_name_that_is_the_same_in_both_languages_is_protected(review_of: Review) -> None:
    assert review_of(("NdFeB涨价", "NdFeB prices rose")) == []
    assert review_of(("NdFeB涨价", "NIB prices rose")) == [
        "T004 major NdFeB is the same in both languages: expected “NdFeB” as written"
    ]


def test_a_word_banned_in_one_language_is_banned_whatever_the_source(review_of: Review) -> None:
    assert review_of(("金属", "tombarthite metals")) == [
        "T006 major “tombarthite” is not to be used; use “rare earths”"
    ]


@pytest.mark.parametrize(
    ("chinese", "is_right"),
    [
        ("中国实施出口管制。", True),
        ("中国实施出口的管制。", True),
        ("中国實施出口管制。", True),
        ("中国限制出口。", False),
    ],
)
def test_english_to_chinese(review_of: Review, chinese: str, *, is_right: bool) -> None:
    found = review_of(("China imposed export controls.", chinese), languages=("en", "zh-CN"))
    assert (found == []) is is_right


def test_a_term_in_the_other_script_is_corrected(issues_of: Callable[..., list[Issue]]) -> None:
    (issue,) = issues_of(("Antimony oxide prices rose.", "氧化銻的价格上涨。"), languages=("en", "zh-CN"))
    assert (issue.check.code, issue.found, issue.expected) == ("T001", "氧化銻", ("氧化锑",))


def test_expected_terms_come_in_the_script_and_region_of_the_target(issues_of: Callable[..., list[Issue]]) -> None:
    taiwan = issues_of(("Antimony oxide for an end-user", "貨物"), languages=("en", "zh-TW"))
    assert [issue.expected for issue in taiwan] == [("氧化銻",), ("最終用戶", "最終用戶")] or [
        issue.expected[0] for issue in taiwan
    ] == ["氧化銻", "最終用戶"]


def test_any_spaced_language_is_matched_by_lemma(review_of: Review) -> None:
    glossary = "id,de,en\nD1,Ausfuhrkontrolle,export control\n"
    pair = ("Die neuen Ausfuhrkontrollen gelten.", "The new export controls apply.")
    assert review_of(pair, languages=("de", "en"), glossary=glossary) == []
    assert len(review_of((pair[0], "The new rules apply."), languages=("de", "en"), glossary=glossary)) == 1


def test_any_unspaced_language_is_matched_in_running_text(review_of: Review) -> None:
    glossary = "id,ja,en\nJ1,輸出管理,export control\n"
    assert (
        len(review_of(("輸出管理が強化された", "The rules got tighter"), languages=("ja", "en"), glossary=glossary))
        == 1
    )


SHIELDED = """\
id,zh-Hans,en,check
A,关税,tariff,
B,关税区,customs territory,off
C,实施管制,impose controls,soft
D,管制,controls,strict
"""


def test_a_concept_that_is_off_hides_what_lies_inside_it(review_of: Review) -> None:
    assert review_of(("进入关税区", "enter the territory"), glossary=SHIELDED) == []
    assert len(review_of(("关税", "levy"), glossary=SHIELDED)) == 1


def test_a_strict_term_in_a_freely_rendered_phrase_still_wants_its_name(review_of: Review) -> None:
    assert review_of(("实施管制", "introduce controls"), glossary=SHIELDED) == []
    assert review_of(("实施管制", "introduce curbs"), glossary=SHIELDED) == [
        "T001 major 管制: expected “controls”, found none of them"
    ]


def test_who_does_a_thing_is_not_the_thing(review_of: Review) -> None:
    assert review_of(("出口管制者", "controllers")) == [
        "T001 minor 出口管制: expected “export control”, found none of them"
    ]


def test_a_target_that_is_the_source_again_is_not_picked_apart(review_of: Review) -> None:
    assert review_of(("氧化锑", "氧化锑")) == []


def test_a_term_inside_a_word_is_not_left_untranslated(review_of: Review) -> None:
    glossary = "id,en,de\nT1,tin,Zinn\n"
    found = review_of(("tin exports", "Martin exportiert"), languages=("en", "de"), glossary=glossary)
    assert found == ["T001 major tin: expected “Zinn”, found none of them"]


def test_chinese_in_another_script_stops_nothing(review_of: Review) -> None:
    assert review_of(("export controls", "国 chukou"), languages=("en", "zh-Latn"), select="T001 L003") == [
        "T001 major export controls: expected “出口管制”, found none of them"
    ]


def test_korean_particles_cling_to_terms(review_of: Review) -> None:
    glossary = "id,ko,en\nK1,희토류,rare earths\n"
    assert review_of(("rare earths", "희토류를"), languages=("en", "ko"), glossary=glossary) == []
    assert len(review_of(("rare earths", "하통령"), languages=("en", "ko"), glossary=glossary)) == 1


def test_only_the_abbreviation_in_a_name_is_sure_of_its_letters(review_of: Review) -> None:
    glossary = "id,zh-Hans,en\nG1,国标,GB standard {case}\n"
    assert review_of(("国标", "the GB Standards"), glossary=glossary) == []
    assert len(review_of(("国标", "the gb standards"), glossary=glossary)) == 1


def test_a_code_ends_where_its_digits_end(review_of: Review) -> None:
    glossary = "id,zh-Hans,en\nN1,钕铁硼N3,NdFeB N3\n"
    assert review_of(("钕铁硼N35", "grade 35"), glossary=glossary) == []
