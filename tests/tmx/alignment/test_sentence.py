"""Sentences of blocks: their text, codes and places; and several of them as one."""

from __future__ import annotations

import io

from zhengming.tmx.alignment.sentence import joined, sentences_of
from zhengming.tmx.texts import markdown, webpage

NOTICE = "# 公告\n\n出口`HS 2846`须有许可证。自即日起施行`v2`。\n完。\n"


def test_a_block_falls_into_sentences_each_with_its_place_and_codes() -> None:
    found = list(sentences_of(markdown.blocks(io.BytesIO(NOTICE.encode()), "a.zh.md"), "zh"))
    assert [(one.segment.text, str(one.location), one.opening) for one in found] == [
        ("公告", "a.zh.md:1:3", "heading 1"),
        ("出口须有许可证。", "a.zh.md:3:1", "paragraph"),
        ("自即日起施行。", "a.zh.md:3:18", ""),
        ("完。", "a.zh.md:4:1", ""),
    ]
    assert [[(code.offset, code.content) for code in one.segment.codes] for one in found] == [
        [],
        [(2, "`HS 2846`")],
        [(6, "`v2`")],
        [],
    ]


def test_a_code_between_two_sentences_goes_with_the_second_and_one_at_the_end_with_the_last() -> None:
    text = "Exports stop. `HS 2846` Items are listed. See `x`"
    found = list(sentences_of(markdown.blocks(io.BytesIO(text.encode()), "a.en.md"), "en"))
    assert [one.segment.text for one in found] == ["Exports stop.", "Items are listed.", "See"]
    assert [[(code.offset, code.content) for code in one.segment.codes] for one in found] == [
        [],
        [(0, "`HS 2846`")],
        [(3, "`x`")],
    ]


def test_sentences_are_joined_as_their_script_joins_them() -> None:
    chinese = list(sentences_of(markdown.blocks(io.BytesIO(NOTICE.encode()), "a.zh.md"), "zh"))[1:3]
    both = joined(chinese)
    assert both.text == "出口须有许可证。自即日起施行。"
    assert [code.offset for code in both.codes] == [2, 14]
    page = io.BytesIO(b"<p>Exports need a licence.<p>It takes effect today.")
    assert joined(list(sentences_of(webpage.blocks(page, "a.en.html"), "en"))).text == (
        "Exports need a licence. It takes effect today."
    )
