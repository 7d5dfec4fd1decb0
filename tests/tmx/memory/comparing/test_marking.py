"""What has been taken out of a text and put in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.memory.comparing.marking import stretches

TEXTS = st.lists(st.sampled_from(["对", "镝", "5.54", "万吨", "export", " ", "don't", "，", "rare-earth", "𨧀"])).map(
    "".join
)


def marked(before: str, after: str) -> str:
    return "".join(
        s.after if s.is_same else (f"[-{s.before}-]" if s.before else "") + (f"{{+{s.after}+}}" if s.after else "")
        for s in stretches(before, after)
    )


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("export restrictions on镝", "export controls on镝", "export [-restrictions-]{+controls+} on镝"),
        ("对镝实施出口限制", "对镝实施出口管制", "对镝实施出口[-限-]{+管+}制"),
        ("5.54万吨", "5.45万吨", "[-5.54-]{+5.45+}万吨"),
        ("rare-earth magnets", "rare earth magnets", "[-rare-earth-]{+rare earth+} magnets"),
        ("", "关税", "{+关税+}"),
        ("关税", "", "[-关税-]"),
    ],
)
def test_words_and_characters_are_marked_whole(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


@given(TEXTS, TEXTS)
def test_the_stretches_make_up_both_texts(before: str, after: str) -> None:
    found = list(stretches(before, after))
    assert "".join(s.before for s in found) == before
    assert "".join(s.after for s in found) == after


def test_a_text_beyond_all_measure_is_one_stretch() -> None:
    assert len(list(stretches("镝" * 5_000, "铽" + "镝" * 5_000))) == 1
