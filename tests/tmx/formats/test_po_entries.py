"""What the grammar of PO forbids has its place, and the messages before it are read."""

from __future__ import annotations

import io

import pytest

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.po_entries import Entry, entries
from zhengming.tmx.formats.po_lexer import tokens

GOOD = '#. first\nmsgid "稀土"\nmsgstr "rare earths"\n'


def read(text: str) -> list[Entry]:
    return list(entries(tokens(io.BytesIO(text.encode()), "zh.po")[1], "zh.po"))


def test_parts_and_comments_go_with_their_message() -> None:
    one, other = read(f'{GOOD}# 见公告\n#| msgid "旧"\nmsgctxt "b"\nmsgid "c"\nmsgid_plural "d"\nmsgstr[0] ""\n"e"\n')
    assert (one.comments, list(one.texts), str(one.position)) == (["#. first"], ["msgid"], "2:1")
    assert other.comments == ["# 见公告", '#| msgid "旧"']
    assert (list(other.texts), str(other.position)) == (["msgctxt", "msgid", "msgid_plural"], "6:1")
    assert other.translations[0].strings == [(0, 0), (3, 4)]


def test_an_obsolete_message_is_passed_over_with_its_comments() -> None:
    assert len(read(f'# gone\n#~ msgid "旧"\n#~ msgstr "old\n{GOOD}')) == 1
    assert read(f'# gone\n#~ msgid "旧"\n{GOOD}')[0].comments == ["#. first"]


def test_a_domain_begins_nothing() -> None:
    assert len(read(f'{GOOD}domain "x"\n{GOOD}')) == 2


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ('msgstr "b"\n', "4:1: msgstr where msgid belongs"),
        ('msgid "a"\nmsgid "b"\nmsgstr ""\n', "5:1: msgid where msgstr belongs"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "6:1: msgstr where msgid belongs"),
        ('msgid "a"\nmsgstr[0] "b"\n', "5:1: msgstr[n] where msgstr belongs"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', "6:1: msgstr where msgstr[0] belongs"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', "6:1: msgstr[1] where msgstr[0] belongs"),
        ('msgid[0] "a"\nmsgstr "c"\n', "4:1: msgid[n] where msgid belongs"),
        ('msgctxt "a"\nmsgstr "c"\n', "5:1: msgstr where msgid belongs"),
        ('# b\n"a"\n', "5:1: a text without a keyword before it"),
        ('msgid "a"\nmsgstr\n\nmsgid "b"\n', '5:1: msgstr without a text; write msgstr ""'),
        ("msgid", '4:1: msgid without a text; write msgid ""'),
        ('msgid "a"\n# b\nmsgstr "c"\n', '4:1: the message ends before its msgstr; add msgstr ""'),
        ('msgid "a"\n', '4:1: the message ends before its msgstr; add msgstr ""'),
        ('msgid "a"\nmsgid_plural "b"\n', '4:1: the message ends before its msgstr[0]; add msgstr[0] ""'),
        ('msgctxt "a"\ndomain "b"\n', '4:1: the message ends before its msgid; add msgid ""'),
    ],
)
def test_what_stands_where_it_may_not(written: str, problem: str) -> None:
    found: list[Entry] = []
    with pytest.raises(UnreadableFile) as caught:
        found.extend(entries(tokens(io.BytesIO((GOOD + written).encode()), "zh.po")[1], "zh.po"))
    assert str(caught.value) == f"zh.po:{problem}"
    assert len(found) == 1 + (problem.startswith("6:1: msgstr where msgid"))


def test_a_text_of_many_lines_is_not_endless() -> None:
    with pytest.raises(UnreadableFile, match=r"zh.po:3:1: one text is longer than 10 MB"):
        read('msgid ""\n' + ('"' + "a" * 6_000_000 + '"\n') * 2)
