"""Steps of a person through an alignment; whatever they are, no sentence is lost but those dropped."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.position import Span
from zhengming.tmx.alignment.bead import Bead
from zhengming.tmx.alignment.draft import Draft

SURE, LOW, LONE = (
    Bead(Span(0, 1), Span(0, 1), 0.99),
    Bead(Span(1, 3), Span(1, 2), 0.4),
    Bead(Span(3, 4), Span(2, 2), 0.9),
)
DRAFT = Draft((SURE, LOW, LONE), 0.6)


def test_low_pairs_and_lone_sentences_are_asked_about() -> None:
    assert DRAFT.bead == LOW
    assert DRAFT.number_open == 2
    assert DRAFT.accepted().bead == LONE
    assert DRAFT.passed().passed().bead is None
    assert DRAFT.passed().kept == DRAFT.beads


def test_what_is_accepted_is_certain() -> None:
    assert DRAFT.accepted().kept[1] == LOW._replace(score=1.0)


def test_what_is_dropped_is_not_kept() -> None:
    assert DRAFT.without().kept == (SURE, LONE)
    assert DRAFT.without().number_open == 1


def test_merged_with_the_next_it_is_asked_about_again() -> None:
    merged = DRAFT.merged()
    assert merged.bead == Bead(Span(1, 4), Span(1, 2), 0.0)
    assert not merged.can_merge
    assert DRAFT.can_merge


def test_split_both_parts_are_asked_about() -> None:
    split = DRAFT.split(1, 1)
    assert split.bead == Bead(Span(1, 2), Span(1, 2), 0.0)
    assert split.accepted().bead == Bead(Span(2, 3), Span(2, 2), 0.0)
    assert split.number_open == 3


@given(st.lists(st.sampled_from(["accepted", "merged", "passed", "split"]), max_size=8))
def test_all_sentences_stay_in_order(steps: list[str]) -> None:
    draft = DRAFT
    for step in steps:
        if draft.bead is None:
            break
        if step == "split":
            draft = draft.split(1, 0) if draft.bead.shape.sources > 1 else draft.passed()
        elif step != "merged" or draft.can_merge:
            draft = getattr(draft, step)()
    assert [at for bead in draft.kept for at in range(*bead.sources)] == [0, 1, 2, 3]
    assert [at for bead in draft.kept for at in range(*bead.targets)] == [0, 1]
