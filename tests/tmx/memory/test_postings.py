from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.tmx.memory.grams import Grams
from zhengming.tmx.memory.postings import Weights, build

ZH = Grams("zh")


def test_weights_know_where_a_weight_begins() -> None:
    weights = Weights.of([2, 2, 6, 6, 6, 10])
    assert [weights.first_of(weight) for weight in (0, 2, 3, 6, 7, 10, 11)] == [0, 0, 2, 2, 5, 5, 6]
    assert [weights.at(place) for place in range(6)] == [2, 2, 6, 6, 6, 10]


def test_without_forms_there_is_nothing() -> None:
    built = build([], ZH)
    assert (built.weights.size, built.weights.first_of(4), built.counts([1])) == (0, 0, {})


@settings(deadline=None)
@given(st.lists(st.text("稀土出口", min_size=1, max_size=4), max_size=200))
def test_a_gram_leads_to_the_forms_that_hold_it(forms: list[str]) -> None:
    built = build([(2, form) for form in forms], ZH)
    for gram in {gram for form in forms for gram in ZH.of(form)}:
        number = ZH.number(gram)
        (posting,) = built.read([number])
        expected = {place for place, form in enumerate(forms) if gram in ZH.of(form)}
        assert posting.held(None, len(forms)) == expected
        assert posting.held({0, 3}, len(forms)) == expected & {0, 3}
        assert built.counts([number]) == {number: len(expected)}


def test_common_grams_are_bits_and_rare_ones_lists() -> None:
    built = build([(2, "稀土")] * 500 + [(2, "镝")], ZH)
    common, rare = (next(built.read([number])) for number in (ZH.number(("稀", "土")), ZH.number(("镝", "\n"))))
    assert (common.number, len(common.data)) == (500, 63)
    assert (rare.number, list(rare.places)) == (1, [500])
