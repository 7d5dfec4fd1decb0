"""Candidates of the workshop: its terms, in the order of their weight, with their renderings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.tmx.extraction import candidates
from zhengming.tmx.model import Segment

if TYPE_CHECKING:
    import pytest

    from tests.tmx.extraction.conftest import Make


def test_the_terms_of_the_workshop_come_first(make: Make) -> None:
    found = candidates(make(), 3)
    assert [one.text for one in found] == ["拆解车间", "布袋除尘器", "加热炉"]
    assert [one.rendering and one.rendering[:3] for one in found] == [
        ("dismantling workshop", 5, 5),
        ("bag filters", 3, 3),
        ("heating furnace", 4, 4),
    ]


def test_so_they_do_in_the_other_direction(make: Make, workshop: list[tuple[str, str]]) -> None:
    found = candidates(make([(en, zh) for zh, en in workshop], "en", "zh-Hans"), 3)
    assert {one.text: one.rendering and one.rendering.text for one in found} == {
        "dismantling workshop": "拆解车间",
        "heating furnace": "加热炉",
        "bag filters": "布袋除尘器",
    }


def test_chinese_alone_tells_them_too(make: Make) -> None:
    found = candidates(make(target=""), 3)
    assert [one.text for one in found] == ["拆解车间", "布袋除尘器", "加热炉"]
    assert [one.rendering for one in found] == [None, None, None]


def test_traditional_and_simplified_are_one_term(make: Make) -> None:
    pairs = [("氧化銻受管制。", "a"), ("氧化锑价格上涨。", "b"), ("企业出口氧化锑。", "c")]
    (found, *_) = candidates(make(pairs, target=""), 1)
    assert (found.text, found.times, found.variants) == ("氧化锑", 3, (("氧化銻", 1),))


def test_solid_and_hyphenated_spellings_are_one_term(make: Make) -> None:
    texts = ["The antidumping duty rose.", "An anti-dumping duty applies.", "Every anti-dumping duty expires."]
    texts += ["Each antidumping duty is reviewed.", "No anti dumping duty was paid."]
    found = candidates(make([(text, "") for text in texts], "en", ""), 10)
    assert len([one for one in found if one.text.replace("-", "").replace(" ", "") == "antidumpingduty"]) == 1
    (one,) = (one for one in found if "duty" in one.text and "dumping" in one.text)
    assert one.times == 5
    assert {form.text for form in one.variants} <= {"antidumping duty", "anti dumping duty", "anti-dumping duty"}


def test_a_part_that_is_always_written_with_the_rest_is_no_other_term(make: Make) -> None:
    texts = [f"{word} SARS-CoV {other}." for word, other in [("The", "spreads"), ("A", "binds"), ("Some", "mutates")]]
    assert [one.text for one in candidates(make([(text, "") for text in texts], "en", ""), 5)] == ["SARS-CoV"]


def test_abbreviations_are_terms_and_headings_are_not(make: Make) -> None:
    texts = [
        "REPORT ON SUPPLY",
        "The HKEX opened.",
        "The HKEX closed.",
        "A report on supply.",
        "Supply fell.",
        "No HKEX.",
    ]
    assert [one.text for one in candidates(make([(text, "") for text in texts], "en", ""), 5)] == ["HKEX"]


def test_names_in_latin_letters_are_no_chinese_terms(make: Make) -> None:
    texts = ["由ABC生产。", "向ABC采购。", "在ABC工作。"]
    assert candidates(make([(text, "") for text in texts], target=""), 5) == []


def test_what_is_not_wanted_makes_room_for_others(make: Make) -> None:
    found = candidates(make(), 2, lambda text: text != "拆解车间")
    assert [one.text for one in found] == ["布袋除尘器", "加热炉"]


def test_what_is_left_when_much_is_known_is_rendered_as_well(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengming.tmx.extraction.ranking._RENDERED", 1)
    monkeypatch.setattr("zhengming.tmx.extraction.ranking._RENDERED_AT_LEAST", 1)
    (found,) = candidates(make(), 1, lambda text: text != "拆解车间")
    assert found.rendering is not None
    assert found.rendering.text == "bag filters"


def test_a_candidate_knows_where_it_stands(make: Make) -> None:
    (found, *_) = candidates(make(), 1)
    assert (found.times, found.units, found.files) == (5, 5, 1)
    assert found.examples[0] == ("拆解车间昼夜运转。", "The dismantling workshop runs day and night.")
    assert len(found.places) == 5


def test_a_term_of_a_text_is_rendered_as_the_memory_does(make: Make, workshop: list[tuple[str, str]]) -> None:
    passages = make(workshop)
    for text in ("拆解车间停产。", "关闭拆解车间。"):
        passages.add_text("news.zh.txt", Segment(text))
    (found, *_) = candidates(passages, 1)
    assert (found.text, found.times, found.files) == ("拆解车间", 7, 1)
    assert found.rendering is not None
    assert found.rendering[:3] == ("dismantling workshop", 5, 5)


def test_a_term_that_is_only_in_the_text_has_no_rendering(make: Make) -> None:
    passages = make()
    for text in ("抛光粉涨价。", "抛光粉出口。", "生产抛光粉。", "采购抛光粉。"):
        passages.add_text("news.zh.txt", Segment(text))
    rendered = {one.text: one.rendering for one in candidates(passages, 20)}
    assert rendered["抛光粉"] is None


def test_german_is_counted_by_its_dictionary_forms(make: Make) -> None:
    texts = ["Die Seltenen Erden sind knapp.", "Exporte Seltener Erden sinken.", "China liefert Seltene Erden."]
    found = candidates(make([(text, "") for text in texts], "de", ""), 5)
    assert any("Seltene" in one.text and one.times == 3 for one in found)


def test_of_nothing_there_are_none(make: Make) -> None:
    assert candidates(make([("。", "."), ("12", "12")]), 5) == []
