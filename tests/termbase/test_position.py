"""Places in texts and files."""

from __future__ import annotations

from zhengming.termbase.position import Location, Position, Span


def test_spans_are_half_open() -> None:
    assert Span(0, 4).covers(Span(2, 4))
    assert not Span(0, 4).covers(Span(2, 5))
    assert Span(0, 4).meets(Span(3, 6))
    assert not Span(0, 4).meets(Span(4, 6))


def test_a_place_is_written_as_editors_read_it() -> None:
    assert str(Location("tmx/digest.tmx", Position(118, 59, 4711))) == "tmx/digest.tmx:118:59"
    assert str(Location("tmx/digest.tmx")) == "tmx/digest.tmx"
