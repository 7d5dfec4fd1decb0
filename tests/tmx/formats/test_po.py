"""What a PO file says: units, states, plural forms, notes; polib reads the same."""

from __future__ import annotations

import io

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.termbase.issue import Issue
from zhengming.termbase.language import parse
from zhengming.tmx.choice import FINISHED
from zhengming.tmx.formats.format import NOTHING_KNOWN, Wanted
from zhengming.tmx.formats.po import read
from zhengming.tmx.model import Note, Property, State, TranslationUnit
from zhengming.tmx.pair import pairs
from zhengming.tmx.unit_ignores import unit_ignores

HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: digest\n"
"Language: en\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"

"""


def units_of(
    text: str, path: str = "po/en.po", wanted: Wanted = NOTHING_KNOWN, faults: list[Issue] | None = None
) -> list[TranslationUnit]:
    issues: list[Issue] = [] if faults is None else faults
    units = list(read(io.BytesIO(text.encode()), path, issues.append, wanted))
    assert faults is not None or issues == []
    return units


def shown(unit: TranslationUnit) -> str:
    source, target = (variant.segment.text for variant in unit.variants)
    return f"{unit.name}: {source} → {target}" + ("" if unit.state is State.TRANSLATED else " (draft)")


def test_messages_are_units() -> None:
    units = units_of(
        HEADER + 'msgid "稀土"\nmsgstr "rare earths"\n\n#, fuzzy\nmsgid "锑锭"\nmsgstr "antimony"\n\n'
        'msgid "镓"\nmsgstr ""\n\n#~ msgid "旧"\n#~ msgstr "old"\n\nmsgctxt "菜单 一"\nmsgid "出口"\nmsgstr "Export"\n'
    )
    assert list(map(shown, units)) == [
        "#1: 稀土 → rare earths",
        "#2: 锑锭 → antimony (draft)",
        "#3: 镓 →  (draft)",
        "菜单 一#4: 出口 → Export",
    ]
    assert [FINISHED.includes(unit) for unit in units] == [True, False, False, True]
    assert str(units[0].location) == "po/en.po:8:1"
    assert str(units[0].variants[1].segment.position(0)) == "9:9"
    assert [variant.language for variant in units[0].variants] == ["zh-Hans", "en"]


PLURAL = 'msgid "%d 项"\nmsgid_plural "%d 项（多）"\n'


@pytest.mark.parametrize(
    ("forms", "translations", "expected"),
    [
        ("nplurals=2; plural=(n != 1);", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        ("nplurals=2; plural=n>1", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        ("nplurals=2; plural=n==1;", 2, ["#1[0]: %d 项（多） → 0", "#1[1]: %d 项 → 1"]),
        ("nplurals=1; plural=0;", 1, ["#1[0]: %d 项（多） → 0"]),
        ("", 1, ["#1[0]: %d 项（多） → 0"]),
        ("", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        ("nplurals=2; plural=EXPRESSION;", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        ("nplurals=2; plural=n!=!n;", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        ("nplurals=2; plural=n/0;", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
        (f"nplurals=2; plural={'(' * 900};", 2, ["#1[0]: %d 项 → 0", "#1[1]: %d 项（多） → 1"]),
    ],
)
def test_each_plural_form_goes_with_the_source_that_it_renders(
    forms: str, translations: int, expected: list[str]
) -> None:
    text = HEADER.replace("nplurals=2; plural=(n != 1);", forms) + PLURAL
    text += "".join(f'msgstr[{index}] "{index}"\n' for index in range(translations))
    units = units_of(text)
    assert list(map(shown, units)) == expected
    assert len({unit.context for unit in units}) == len(units)


def test_what_translators_and_programmers_wrote() -> None:
    (unit,) = units_of(
        HEADER + "# zhengming: ignore T002: quotes the US notice\n#\n#  见第61号公告\n#. button\n#: a.c:12 b.c:3\n"
        '#, c-format, fuzzy\n#, no-wrap\n#| msgid "旧"\nmsgctxt "menu"\nmsgid "出口"\nmsgstr "Export"\n'
    )
    assert unit.notes == (Note("zhengming: ignore T002: quotes the US notice"), Note("见第61号公告"))
    assert [ignore.text for ignore in unit_ignores(unit, unit.variants)] == ["T002: quotes the US notice"]
    assert unit.properties == (
        Property("x-po-context", "menu"),
        Property("x-po-extracted-comment", "button"),
        Property("x-po-reference", "a.c:12 b.c:3"),
        Property("x-po-flags", "c-format, no-wrap"),
    )
    assert unit.state is State.DRAFT


def test_the_header_is_kept() -> None:
    (unit,) = units_of(f'# Digest of trade news\n{HEADER}msgid "稀土"\nmsgstr "rare earths"\n')
    assert unit.header.notes == (Note("Digest of trade news"),)
    assert unit.header.source_language == "zh-Hans"
    assert unit.header.properties[:2] == (
        Property("x-po-header-Project-Id-Version", "digest"),
        Property("x-po-header-Language", "en"),
    )


def test_a_long_context_is_shown_in_part() -> None:
    (unit,) = units_of(f'{HEADER}msgctxt "{"上下文" * 30}"\nmsgid "稀土"\nmsgstr "rare earths"\n')
    assert unit.name == ("上下文" * 13) + "…#1"


def test_a_file_may_be_written_the_other_way_round() -> None:
    text = HEADER.replace("Language: en", "Language: zh_CN") + 'msgid "rare earths"\nmsgstr "稀土"\n'
    wanted = Wanted(parse("zh-Hans"), parse("en"))
    units = units_of(text, "zh_CN.po", wanted)
    assert [variant.language for variant in units[0].variants] == ["en", "zh-CN"]
    (pair,) = pairs(units, wanted.source_language, wanted.target_language, list[Issue]().append)
    assert (pair.source.text, pair.target.text) == ("稀土", "rare earths")


def test_translations_in_no_known_language_are_told() -> None:
    faults: list[Issue] = []
    units_of('msgid "xx"\nmsgstr "rare earths"\n', "messages.po", faults=faults)
    assert [f"{issue.location} {issue.check.code} {issue.severity} {issue.message}" for issue in faults] == [
        (
            "messages.po:1:1 F002 major nothing says what language the translations are in; "
            "write “Language: zh_CN\\n” into the header, or set target-language"
        )
    ]


def test_a_template_is_in_no_language_and_no_fault() -> None:
    assert list(map(shown, units_of('msgid "稀土"\nmsgstr ""\n', "messages.pot"))) == ["#1: 稀土 →  (draft)"]


def test_messages_before_a_fault_are_read() -> None:
    found: list[TranslationUnit] = []
    text = HEADER + 'msgid "稀土"\nmsgstr "rare earths"\n\nmsgid "锑"\nmsgstr "antimony\n'
    with pytest.raises(UnreadableFile, match=r"en.po:12:8: a text without its closing quote"):
        found.extend(read(io.BytesIO(text.encode()), "en.po", list[Issue]().append))
    assert list(map(shown, found)) == ["#1: 稀土 → rare earths"]


def test_polib_cuts_an_unterminated_text_short() -> None:
    # The reason why this file is not read by polib; if it fails, polib has become better.
    text = HEADER + 'msgid "锑"\nmsgstr "antimony\n'
    assert polib.pofile(text)[0].msgstr == "antimon"


def test_an_empty_file_has_no_units() -> None:
    assert units_of("") == []
    assert units_of("# nothing yet\n") == []


# polib writes, both read.

TEXTS = st.text('abc 稀土é𠮷"\\\n\t%d', max_size=90)
WORDS = st.text("ab稀土 ", min_size=1, max_size=8)


@st.composite
def entries(draw: st.DrawFn) -> polib.POEntry:
    entry = polib.POEntry(
        msgid=draw(TEXTS.filter(bool)),
        msgctxt=draw(st.none() | TEXTS),
        comment=draw(st.just("") | WORDS),
        tcomment=draw(st.just("") | WORDS),
        occurrences=draw(st.just([]) | st.just([("a.c", "12"), ("b.c", "3")])),
        flags=draw(st.sampled_from([[], ["fuzzy"], ["c-format"], ["c-format", "fuzzy"]])),
    )
    if draw(st.booleans()):
        entry.msgid_plural = draw(TEXTS.filter(bool))
        entry.msgstr_plural = {0: draw(TEXTS), 1: draw(TEXTS)}
    else:
        entry.msgstr = draw(TEXTS)
    return entry


@settings(deadline=None)
@given(st.lists(entries(), max_size=4), st.sampled_from([20, 78, 0]), st.booleans())
def test_what_polib_writes_is_read_as_polib_reads_it(written: list[polib.POEntry], width: int, is_dos: bool) -> None:  # noqa: FBT001
    file = polib.POFile(wrapwidth=width)
    file.metadata = {"Language": "zh_CN", "Content-Type": "text/plain; charset=UTF-8"}
    file.extend(written)
    text = str(file)
    units = units_of(text.replace("\n", "\r\n") if is_dos else text)
    expected = [
        (source, target, "fuzzy" in entry.flags or not target)
        for entry in polib.pofile(text)
        for source, target in (
            [(entry.msgid, entry.msgstr_plural[0]), (entry.msgid_plural, entry.msgstr_plural[1])]
            if entry.msgid_plural
            else [(entry.msgid, entry.msgstr)]
        )
    ]
    assert [(*(v.segment.text for v in unit.variants), unit.state is State.DRAFT) for unit in units] == expected


DAMAGE = st.sampled_from([b'"', b"\\", b"\n", b"\r", b"msgid ", b"msgstr[1] ", b"#~ ", b"\xff", b"\0", b"\\x", b"!=!"])


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 9), DAMAGE), max_size=4))
def test_a_damaged_file_is_read_or_refused_with_a_place(damage: list[tuple[int, int, bytes]]) -> None:
    content = (
        f'{HEADER}{PLURAL}msgstr[0] "a\\303\\251"\nmsgstr[1] "b"\n\n# c\nmsgctxt "d"\nmsgid "稀"\n"土"\nmsgstr ""\n'
    )
    written = content.encode()
    for at, length, piece in damage:
        written = written[:at] + piece + written[at + length :]
    faults: list[UnreadableFile] = []
    units: list[TranslationUnit] = []
    try:
        units += read(io.BytesIO(written), "en.po", list[Issue]().append)
    except UnreadableFile as error:
        faults.append(error)
    assert all(fault.location.start is not None for fault in faults)
    assert all(unit.position is not None for unit in units)
