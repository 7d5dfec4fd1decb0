"""Comments as our exports write them."""

from __future__ import annotations

import pytest

from zhengming.termbase.formats.comments import Comment, unpacked


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        ("", Comment()),
        ("issued by MOFCOM", Comment(note="issued by MOFCOM")),
        ("✗ export ban", Comment(("export ban",))),
        (
            "✗ a; b; ✗ c · proposed · one · two · EC001",
            Comment(("a; b", "c"), is_proposed=True, note="one · two", id="EC001"),
        ),
        ("proposed · EC001", Comment(is_proposed=True, id="EC001")),
        ("see EC001", Comment(note="see EC001")),
    ],
)
def test_parts(text: str, comment: Comment) -> None:
    assert unpacked(text, has_id=True) == comment


def test_an_id_only_where_one_may_be() -> None:
    assert unpacked("note · A4", has_id=False) == Comment(note="note · A4")
