"""Pairs in which every term is plainly rendered: the short way finds what the long way finds."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.concept import Enforcement
from zhengming.termbase.formats import table
from zhengming.termbase.language import Tag
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair
from zhengming.tmx.render import Reader, Rendering

ROOT = Path(__file__).parent.parent.parent
TERMBASE = table.read((ROOT / "glossary.csv").read_bytes(), "glossary.csv", lambda _: None)
#: Concepts whose names lie in each other, stand for two, are soft or off; and some of every kind.
NESTED = "稀土 永磁 出口 清单 商务部 海关 氧化 金属".split()
CONCEPTS = [
    concept
    for number, concept in enumerate(TERMBASE)
    if number % 9 == 0
    or concept.check is not Enforcement.STRICT
    or any(part in term.text for term in concept.terms for part in NESTED)
]
READER = Reader(TERMBASE)
TAGS = [Tag("zh", "Hans"), Tag("zh", "Hant", "TW"), Tag("en")]


def read(pairs: list[tuple[str, str]], source: Tag, target: Tag, *, is_long: bool) -> list[list[Rendering]]:
    """Return the renderings of each pair; the long way if asked."""
    READER.begin()
    found: list[list[Rendering]] = []
    for one, other in pairs:
        variants = TranslationUnitVariant("", Segment(one)), TranslationUnitVariant("", Segment(other))
        pair = Pair(
            TranslationUnit(variants, Header()), *variants, source, target, variants[0].segment, variants[1].segment
        )
        if is_long:
            with patch("zhengming.tmx.render.plainly_rendered", lambda *_: None):
                found.append(READER.read(pair).renderings)
        else:
            found.append(READER.read(pair).renderings)
    return found


@st.composite
def translations(draw: st.DrawFn) -> tuple[str, str]:
    """Return a text in Chinese and one in English with some of the terms that it asks for, and others."""
    chosen = draw(st.lists(st.sampled_from(CONCEPTS), min_size=1, max_size=4))
    texts: list[str] = []
    for language, fillers in (("zh", ["，", "和", "商", "对", "的", ""]), ("en", [" and ", ", ", " ", "-", " of "])):
        parts: list[str] = []
        for concept in chosen if draw(st.booleans()) else draw(st.permutations(chosen)):
            terms = [term.text for term in concept.terms if term.language.language == language]
            parts += [draw(st.sampled_from(terms))] if terms and draw(st.integers(0, 9)) else []
            parts.append(draw(st.sampled_from(fillers)))
        texts.append("".join(parts))
    return texts[0], texts[1]


@given(st.lists(translations(), min_size=1, max_size=3), st.sampled_from(TAGS[:2]), st.booleans())
@settings(max_examples=150, deadline=None)
def test_the_short_way_finds_what_the_long_way_finds(
    pairs: list[tuple[str, str]],
    chinese: Tag,
    is_from_english: bool,  # noqa: FBT001  hypothesis passes it so
) -> None:
    languages = (TAGS[2], chinese) if is_from_english else (chinese, TAGS[2])
    turned = [(en, zh) for zh, en in pairs] if is_from_english else pairs
    assert read(turned, *languages, is_long=False) == read(turned, *languages, is_long=True)


def test_ordinary_pairs_go_the_short_way() -> None:
    pair = ("出口商采购氧化镝和钕铁硼。", "Exporters bought dysprosium oxide and NdFeB.")
    with patch.object(Reader, "_weighed") as long_way:
        [renderings] = read([pair], TAGS[0], TAGS[2], is_long=False)
    long_way.assert_not_called()
    assert [rendering.allowed[0].form for rendering in renderings] == ["Exporters", "dysprosium oxide", "NdFeB"]
