"""Tables on a screen."""

from __future__ import annotations

from zhengming.cli.commands.tm.columns import columns


def test_numbers_stand_under_each_other_whatever_the_script() -> None:
    assert list(columns(("语言", "n"), [("zh", 12), ("英文x", 1234)])) == [
        "语言       n",
        "zh        12",
        "英文x  1,234",
    ]


def test_what_would_move_the_cursor_is_shown() -> None:
    assert list(columns(("a\tb", ""), [])) == ["a\\tb"]
