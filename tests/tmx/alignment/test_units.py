"""Units of beads: names that last, scores, languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Span
from zhengming.tmx.alignment.bead import Bead
from zhengming.tmx.alignment.units import noted, units
from zhengming.tmx.model import Header

if TYPE_CHECKING:
    from .conftest import MakeSentences

LANGUAGES = Languages(Tag("zh", "Hans"), Tag("en"))
HEADER = Header({"srclang": "zh-Hans"})


def test_a_unit_for_each_pair_and_none_for_what_is_alone(said: MakeSentences) -> None:
    sources, targets = said("锑锭。", "稀土。", "附件略。"), said("Antimony ingots.", "Rare earths.")
    beads = [
        Bead(Span(0, 1), Span(0, 1), 0.987),
        Bead(Span(1, 2), Span(1, 2), 0.4),
        Bead(Span(2, 3), Span(2, 2), 0.9),
    ]
    one, other = units(beads, sources, targets, LANGUAGES, HEADER)
    assert [variant.segment.text for variant in one.variants] == ["锑锭。", "Antimony ingots."]
    assert [variant.language for variant in one.variants] == ["zh-Hans", "en"]
    assert [(kept.type, kept.text) for kept in (*one.properties, *other.properties)] == [
        ("x-zhengming-score", "0.99"),
        ("x-zhengming-score", "0.40"),
    ]


def test_a_name_depends_on_the_texts_alone_and_is_given_once(said: MakeSentences) -> None:
    sources, targets = said("锑锭。", "锑锭。"), said("Antimony ingots.", "Antimony ingots.")
    beads = [Bead(Span(at, at + 1), Span(at, at + 1), 1.0) for at in range(2)]
    first, second = (unit.tuid for unit in units(beads, sources, targets, LANGUAGES, HEADER))
    assert second == f"{first}-2"
    (alone,) = units(beads[1:], sources, targets, LANGUAGES, HEADER)
    assert alone.tuid == first


def test_formats_without_properties_have_the_score_in_a_note(said: MakeSentences) -> None:
    (unit,) = units([Bead(Span(0, 1), Span(0, 1), 0.5)], said("锑"), said("antimony"), LANGUAGES, HEADER)
    assert [note.text for note in noted(unit).notes] == ["score 0.50"]
    assert noted(unit).properties == ()
