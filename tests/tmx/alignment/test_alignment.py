"""Whole texts: what belongs together is found, and what belongs to nothing is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Term, Termbase
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import parse
from zhengming.termbase.position import Location
from zhengming.tmx.alignment import align
from zhengming.tmx.alignment.sentence import Sentence
from zhengming.tmx.model import Segment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengming.tmx.alignment.bead import Bead

    from .conftest import MakeSentences

CHINESE, ENGLISH, GERMAN = (parse(tag) for tag in ("zh-Hans", "en", "de"))
assert CHINESE
assert ENGLISH
assert GERMAN
EMPTY = Termbase(())
ZH = (
    "商务部公告2025年第61号",
    "为维护国家安全和利益，商务部决定对稀土相关物项实施出口管制。",
    "第一条 出口氧化镝应当申请许可证。",
    "申请人应当说明最终用户和最终用途。",
    "2024年中国出口稀土5.54万吨，同比增长6%。",
    "美国和日本是主要进口国。",
    "第二条 含有0.1%以上中国稀土的永磁体适用本公告。",
    "企业可以向海关申请退税。",
    "第三条 本公告自2025年12月1日起施行。",
)
EN = (
    "MOFCOM Announcement No. 61 of 2025",
    "To safeguard national security and interests, MOFCOM has decided to control exports of rare-earth items.",
    "Article 1 Exports of dysprosium oxide require a licence.",
    "Applicants shall state the end user and the end use.",
    "In 2024 China exported 55,400 tonnes of rare earths, up 6% year on year.",
    "The United States and Japan are the main importers.",
    "Article 2 This announcement applies to permanent magnets with more than 0.1% of Chinese rare earths.",
    "Enterprises may apply to customs for tax rebates.",
    "Article 3 This announcement takes effect on 1 December 2025.",
)


def shapes(beads: Sequence[Bead]) -> list[tuple[str, str]]:
    return [
        ("".join(str(at) for at in range(*bead.sources)), "".join(str(at) for at in range(*bead.targets)))
        for bead in beads
    ]


def aligned(said: MakeSentences, sources: Sequence[str], targets: Sequence[str]) -> list[tuple[str, str]]:
    sides = said(*sources, opening=""), said(*targets, opening="")
    return shapes(align(*sides, Languages(CHINESE, ENGLISH), EMPTY))


def test_a_faithful_translation_goes_sentence_by_sentence(said: MakeSentences) -> None:
    assert aligned(said, ZH, EN) == [(str(at), str(at)) for at in range(9)]


def test_two_sentences_rendered_by_one(said: MakeSentences) -> None:
    joined = (*EN[:2], f"{EN[2][:-1]}, and applicants shall state the end user and the end use.", *EN[4:])
    assert aligned(said, ZH, joined)[2:4] == [("23", "2"), ("4", "3")]


def test_one_sentence_rendered_by_two(said: MakeSentences) -> None:
    source = (*ZH[:4], ZH[4][:-1] + "，美国和日本是主要进口国。", *ZH[6:])
    assert aligned(said, source, EN)[3:6] == [("3", "3"), ("4", "45"), ("5", "6")]


def test_sentences_left_out_and_put_in(said: MakeSentences) -> None:
    assert aligned(said, ZH, (*EN[:5], *EN[6:])) == [
        *((str(at), str(at)) for at in range(5)),
        ("5", ""),
        ("6", "5"),
        ("7", "6"),
        ("8", "7"),
    ]
    assert ("", "7") in aligned(said, (*ZH[:7], ZH[8]), EN)


def test_a_missing_chapter_moves_nothing_else(said: MakeSentences) -> None:
    sources = [
        text.replace("氧化镝", f"物项{number}").replace("第", f"（{number}）第") for number in range(30) for text in ZH
    ]
    targets = [
        text.replace("dysprosium oxide", f"item {number}").replace("Art", f"({number}) Art")
        for number in (*range(8), *range(20, 30))
        for text in EN
    ]
    found = align(said(*sources), said(*targets), Languages(CHINESE, ENGLISH), EMPTY)
    pairs = {(bead.sources.start, bead.targets.start) for bead in found if bead.shape == (1, 1)}
    right = {(at, at if at < 72 else at - 108) for at in (*range(72), *range(180, 270))}
    assert len(pairs & right) >= 0.97 * len(right)


def test_headings_go_with_headings(said: MakeSentences) -> None:
    sources = [*said("范围", opening="heading 2"), *said("甲乙丙丁", "戊己庚辛"), *said("附则", opening="heading 2")]
    targets = [*said("Scope", opening="heading 2"), *said("Some words of it"), *said("Final", opening="heading 2")]
    found = shapes(align(sources, targets, Languages(CHINESE, ENGLISH), EMPTY))
    assert found[0] == ("0", "0")
    assert found[-1] == ("3", "2")


def test_a_termbase_tells_short_texts_apart(said: MakeSentences) -> None:
    def concept(name: str, zh: str, en: str) -> Concept:
        preferred = AdministrativeStatus.PREFERRED
        terms = Term(zh, CHINESE, preferred), Term(en, ENGLISH, preferred)
        return Concept(id=name, terms=terms, location=Location("g.csv"))

    termbase = Termbase((concept("A1", "抛光粉", "polishing powder"), concept("A2", "磁材", "magnet material")))
    sources, targets = said("抛光粉甲乙", "磁材甲乙丙"), said("Magnet material it is", opening="paragraph")
    found = align(sources, targets, Languages(CHINESE, ENGLISH), termbase)
    assert shapes(found) == [("0", ""), ("1", "0")]


def test_other_languages_than_these_two(said: MakeSentences) -> None:
    german = (
        "Bekanntmachung Nr. 61",
        "Die USA kauften 2024 viel Dysprosium.",
        "Japan kaufte nichts.",
        "Sie gilt ab 2025.",
    )
    english = ("Announcement No. 61", "In 2024 the USA bought a lot of Dysprosium.", "It applies from 2025.")
    found = align(said(*german), said(*english), Languages(GERMAN, ENGLISH), EMPTY)
    assert shapes(found) == [("0", "0"), ("1", "1"), ("2", ""), ("3", "2")]


def test_scores_are_probabilities_and_a_doubtful_pair_has_a_low_one(said: MakeSentences) -> None:
    sources, targets = [*ZH[:4], "天气很好。", *ZH[4:]], [*EN[:4], "Nothing of the sort was ever agreed upon.", *EN[4:]]
    found = align(said(*sources), said(*targets), Languages(CHINESE, ENGLISH), EMPTY)
    assert all(0 <= bead.score <= 1 for bead in found)
    assert min(found, key=lambda bead: bead.score).sources.start in {3, 4, 5}
    assert found[0].score > 0.9


@pytest.mark.parametrize(("sources", "targets"), [((), EN), (ZH, ()), ((), ())])
def test_a_text_beside_none(sources: Sequence[str], targets: Sequence[str], said: MakeSentences) -> None:
    found = aligned(said, sources, targets)
    assert found == [*((str(at), "") for at in range(len(sources))), *(("", str(at)) for at in range(len(targets)))]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([*ZH, "", "。", "x"]), max_size=25),
    st.lists(st.sampled_from([*EN, "", ".", "x"]), max_size=25),
)
def test_every_sentence_is_in_one_bead_in_order(sources: list[str], targets: list[str]) -> None:
    sides = [[Sentence(Segment(text), Location("a.md"), "") for text in texts] for texts in (sources, targets)]
    found = align(*sides, Languages(CHINESE, ENGLISH), EMPTY)
    assert [at for bead in found for at in range(*bead.sources)] == list(range(len(sources)))
    assert [at for bead in found for at in range(*bead.targets)] == list(range(len(targets)))
    assert all(0 <= bead.score <= 1 for bead in found)
