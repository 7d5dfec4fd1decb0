"""Which units are looked at."""

from __future__ import annotations

from zhengming.tmx.choice import EVERY_UNIT, FINISHED, Choice
from zhengming.tmx.model import Header, State, TranslationUnit


def unit(state: State | None = None, *, is_locked: bool = False) -> TranslationUnit:
    return TranslationUnit((), Header(), state=state, is_locked=is_locked)


def test_a_unit_of_a_file_without_states_is_looked_at() -> None:
    assert FINISHED.includes(unit())


def test_drafts_and_what_is_locked_are_passed_over_unasked() -> None:
    assert not FINISHED.includes(unit(State.DRAFT))
    assert not FINISHED.includes(unit(State.FINAL, is_locked=True))
    assert FINISHED.includes(unit(State.TRANSLATED))
    assert EVERY_UNIT.includes(unit(State.DRAFT, is_locked=True))


def test_only_the_states_asked_for_are_looked_at() -> None:
    assert Choice(frozenset({State.DRAFT})).includes(unit(State.DRAFT))
    assert not Choice(frozenset({State.DRAFT})).includes(unit(State.FINAL))
