"""Ignores that travel with a unit."""

from __future__ import annotations

from zhengming.termbase.issue import UnitIgnore
from zhengming.termbase.position import Location
from zhengming.tmx.model import Header, Note, Property, TranslationUnit
from zhengming.tmx.unit_ignores import unit_ignores


def unit(*notes: str, properties: tuple[Property, ...] = ()) -> TranslationUnit:
    return TranslationUnit((), Header(), properties=properties, notes=tuple(Note(text) for text in notes))


def test_a_property_says_it() -> None:
    one = unit(properties=(Property("x-zhengming-ignore", " T002: quotes the US notice "), Property("x-other", "T001")))
    assert unit_ignores(one, ()) == [UnitIgnore("T002: quotes the US notice", Location(""))]


def test_a_note_says_it_where_there_are_no_properties() -> None:
    one = unit("see the annex", "zhengming: ignore T002: quotes the US notice\n", "zhengming ignores this")
    assert unit_ignores(one, ()) == [UnitIgnore("T002: quotes the US notice", Location(""))]
