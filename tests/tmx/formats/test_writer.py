"""What every writer does: one source and one target, what is lost counted, codes in their order."""

from __future__ import annotations

from collections import Counter

from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag
from zhengming.tmx.formats.writer import bilingual, count_lost, interleaved, narrowed, paired
from zhengming.tmx.model import Header, InlineCode, Note, Property, Segment, State, Subflow, TranslationUnit
from zhengming.tmx.model import TranslationUnitVariant as Variant

LANGUAGES = Languages(Tag("zh", "Hans"), Tag("en"))
FOOTNOTE = InlineCode("ph", 0, (), "{}", subflows=(Subflow(1, Segment("注")),))


def unit_of(**texts: str) -> TranslationUnit:
    variants = tuple(Variant(language.replace("_", "-"), Segment(text)) for language, text in texts.items())
    return TranslationUnit(variants, Header({"srclang": "zh-CN"}))


def test_a_unit_gives_one_pair_and_the_rest_is_counted() -> None:
    lost: Counter[str] = Counter()
    units = [unit_of(zh_CN="出口", en="Export", de="Ausfuhr"), unit_of(zh_TW="出口", en="Export"), unit_of(en="Ore")]
    assert [(pair.source.text, pair.target.text) for pair in bilingual(units, LANGUAGES, lost)] == [("出口", "Export")]
    assert lost == {"further languages": 1, "units without text in both languages": 2}


def test_texts_inside_codes_make_no_pair_of_their_own() -> None:
    variants = (Variant("zh-CN", Segment("出口", (FOOTNOTE,))), Variant("en", Segment("Export", (FOOTNOTE,))))
    (pair,) = bilingual([TranslationUnit(variants, Header({"srclang": "zh-CN"}))], LANGUAGES, Counter())
    assert pair.source.text == "出口"


def test_a_file_the_other_way_round_is_turned() -> None:
    (unit,) = narrowed([unit_of(en="Export", fr="exportation", zh_CN="出口")], LANGUAGES, Counter())
    assert [variant.language for variant in unit.variants] == ["zh-CN", "en"]


def test_what_a_format_does_not_hold_is_counted_by_kind() -> None:
    unit = TranslationUnit(
        (
            Variant("zh-CN", Segment("出口", (FOOTNOTE, InlineCode("hi", 0), InlineCode("hi", 1, closes=True)))),
            Variant("en", Segment("Export"), {"xml:lang": "en", "creationid": "a"}, (Property("a", "b"),)),
        ),
        Header({"srclang": "zh-CN"}),
        {"tuid": "u1", "creationdate": "20250404T000000Z"},
        notes=(Note("a"),),
        others=("<x/>",),
        state=State.FINAL,
        is_locked=True,
    )
    (pair,) = bilingual([unit], LANGUAGES, Counter())
    lost: Counter[str] = Counter()
    count_lost(pair, {"notes"}, lost)
    assert lost == {
        "properties": 1,
        "states": 1,
        "locks": 1,
        "unit names": 1,
        "inline codes": 2,
        "texts inside inline codes": 1,
        "dates, users and other attributes": 2,
        "comments and unknown XML": 1,
    }


def test_codes_stand_between_the_texts_and_borders_in_pairs() -> None:
    codes = (
        InlineCode("ph", 1, (("x", "7"),)),
        InlineCode("hi", 0, closes=True),
        InlineCode("hi", 1),
        InlineCode("ph", 2),
        InlineCode("ph", 2, (("x", "7"),)),
    )
    written = [
        part
        for text, code, name in interleaved(Segment("出口管", codes))
        for part in (text, "" if code is None else f"</{code.element}>" if code.closes else f"<{name}>")
    ]
    assert [*filter(None, written)] == ["出", "<ph-7>", "<hi-1>", "口", "<ph-2>", "<ph-7.2>", "管", "</hi>"]


def test_a_beginning_and_its_end_are_tied_by_a_number() -> None:
    codes = [InlineCode("bpt", 0, (("i", "1"),)), InlineCode("ept", 0, (("i", "2"),)), InlineCode("ept", 0)]
    assert paired(Segment("a", tuple(codes))) == frozenset()
    tied = (*codes, InlineCode("ept", 1, (("i", "1"),)))
    assert paired(Segment("a", tied)) == {"1"}
    assert paired(Segment("a", (codes[0], *tied))) == frozenset()
