"""review: what comes out, in which order, and what stops."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zhengming.termbase.formats import table
from zhengming.termbase.issue import Issue
from zhengming.tmx.document import Document
from zhengming.tmx.review import review

Review = Callable[..., list[str]]
Issues = Callable[..., list[Issue]]


def test_only_the_checks_asked_for(review_of: Review) -> None:
    assert review_of(("出口管制", ""), select="T001") == []
    assert [line[:4] for line in review_of(("出口管制", ""), select="A001 T001")] == ["A001"]


def test_places_are_those_of_the_file(issues_of: Issues) -> None:
    (issue,) = issues_of(("稀土", "rare earths"), ("对镝实施出口管制。", "export restrictions"))
    line = '<tu tuid="u2"><tuv xml:lang="zh-CN"><seg>对镝实施出口管制。</seg></tuv><tuv xml:lang="en"><seg>'
    assert str(issue.location) == f"news.tmx:3:{len(line) + 1}"
    assert issue.location.end is not None
    assert issue.location.end.column == len(line) + 1 + len("export restrictions")


def test_same_source_different_targets(issues_of: Issues) -> None:
    pairs = [("价格上涨。", "Prices rose."), ("价格上涨。", "prices rose"), ("价格上涨。", "Costs climbed.")]
    (issue,) = issues_of(*pairs, select="C001")
    assert issue.message == "same source, different targets: elsewhere “Prices rose.” x2"
    assert issue.found == "Costs climbed."
    assert [related.text for related in issue.related] == ["Prices rose.", "prices rose"]


def test_renderings_are_compared_over_all_files(issues_of: Issues) -> None:
    pairs = [("规避", "circumvent"), ("最终用户", "end-users"), ("最终用户", "end user")]
    assert issues_of(*pairs, select="C003") == []  # hyphen and number are no other rendering
    glossary = "id,zh-Hans,en,en:admitted\nM1,磁铁,magnet,permanent magnet\n"
    pairs = [("磁铁", "magnets"), ("磁铁", "a magnet"), ("磁铁", "permanent magnets")]
    (issue,) = issues_of(*pairs, select="C003", glossary=glossary)
    assert issue.message == "磁铁 is rendered 2 ways: “permanent magnets” x1, elsewhere “magnets” x2"


def test_soft_concepts_and_abbreviations_may_vary(issues_of: Issues) -> None:
    glossary = (
        "id,zh-Hans,en,en:admitted,check\nM1,稀土元素,rare-earth element,REE {case},\nM2,规避,evade,circumvent,soft\n"
    )
    pairs = [("稀土元素", "rare-earth elements"), ("稀土元素", "REEs"), ("规避", "evade"), ("规避", "circumvent")]
    assert issues_of(*pairs, select="C003", glossary=glossary) == []


@pytest.mark.parametrize(
    ("pair", "codes"),
    [
        (("出口", "  "), ["A001"]),
        (("出口 10", "出口 10"), ["A002"]),
        (("稀土价格大涨", "Prices of 稀土 soared"), ["L002"]),
        (("稀土价格大涨", "Prices of rare earths (稀土) soared"), []),
        (("MP Materials", "MP Materials"), []),
    ],
)
def test_texts_that_were_not_translated(issues_of: Issues, pair: tuple[str, str], codes: list[str]) -> None:
    glossary = "id,zh-Hans,en\nX,镓,gallium\n"
    issues = issues_of(pair, select="A001 A002 L002", glossary=glossary)
    assert [issue.check.code for issue in issues] == codes


def test_english_left_in_chinese(issues_of: Issues) -> None:
    pair = ("Items that contain trace amounts of it", "物项that contain trace amounts of它")
    (issue,) = issues_of(pair, select="L002", languages=("en", "zh-CN"))
    assert issue.found == "that contain trace amounts of"


def test_scripts_mixed_in_one_text(issues_of: Issues) -> None:
    (issue,) = issues_of(("Prices", "价格與關稅"), select="L003", languages=("en", "zh-CN"))
    assert issue.message == "Traditional in Simplified text: 與關稅; write 与关税"
    (issue,) = issues_of(("Prices", "價格与關稅"), select="L003", languages=("en", "zh-TW"))
    assert issue.message == "Simplified in Traditional text: 与; write 與"


def test_a_broken_file_is_an_issue_and_what_precedes_it_is_read() -> None:
    text = (
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        'adminlang="en" srclang="zh" datatype="plaintext"/><body>\n'
        '<tu><tuv xml:lang="zh"><seg>稀土</seg></tuv><tuv xml:lang="en"><seg>x</seg></tuv></tu>\n<tu></body>'
    )
    from zhengming.termbase.concept import Termbase  # noqa: PLC0415

    document = Document("broken.tmx", content=text.encode())
    issues = list(review([document], Termbase(()), ["F001"]))
    assert [issue.check.code for issue in issues] == ["F001"]
    assert str(issues[0].location).startswith("broken.tmx:3:")
    assert document.is_unreadable
    assert document.units == 1


def test_a_missing_file_is_an_issue() -> None:
    from zhengming.termbase.concept import Termbase  # noqa: PLC0415

    (issue,) = review([Document("nowhere.tmx")], Termbase(()), ["F001"])
    assert issue.message == "No such file or directory"


def of_text(path: str, *pairs: tuple[str, str]) -> Document:
    units = "".join(
        f'<tu><tuv xml:lang="zh-CN"><seg>{zh}</seg></tuv><tuv xml:lang="en"><seg>{en}</seg></tuv></tu>\n'
        for zh, en in pairs
    )
    header = '<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" '
    start = f'<tmx version="1.4">{header}srclang="zh-CN" datatype="plaintext"/><body>\n'
    return Document(path, content=f"{start}{units}</body></tmx>".encode())


CONTROL = table.read("id,zh-Hans,en,source\nC1,出口管制,export control,own\n".encode(), "glossary.csv", pytest.fail)
RIGHT, WRONG = ("中国实施出口管制。", "China applies export controls."), ("商务部解除出口管制。", "They were lifted.")


def test_a_missing_term_names_where_the_same_file_has_it() -> None:
    (issue,) = review([of_text("a.tmx", RIGHT, WRONG)], CONTROL, ["T001"])
    assert [related.text for related in issue.related] == ["export controls", "C1 出口管制"]
    assert issue.related[0].location.start is not None
    assert issue.related[0].location.start.line == 2


def test_what_another_file_has_is_not_named() -> None:
    (issue,) = review([of_text("a.tmx", RIGHT), of_text("b.tmx", WRONG)], CONTROL, ["T001"])
    assert [related.text for related in issue.related] == ["C1 出口管制"]


def test_a_second_reading_changes_nothing_of_the_first() -> None:
    document = of_text("a.tmx", RIGHT, WRONG)
    assert len(list(document.pairs(pytest.fail))) == 2
    next(document.pairs_again())
    assert document.units == 2
    assert document.languages == {("zh", "en")}


def test_one_source_in_two_contexts_may_have_two_targets() -> None:
    from zhengming.termbase.concept import Termbase  # noqa: PLC0415

    messages = [("", "Open"), ('msgctxt "valve"\n', "Open"), ('msgctxt "menu"\n', "Open file"), ("", "Opened")]
    text = 'msgid ""\nmsgstr "Language: en\\n"\n\n' + "".join(
        f'{context}msgid "打开"\nmsgstr "{target}"\n\n' for context, target in messages
    )
    plural = 'msgid "%d 项"\nmsgid_plural "%d 项"\nmsgstr[0] "%d item"\nmsgstr[1] "%d items"\n'
    issues = review([Document("en.po", content=(text + plural).encode())], Termbase(()), ["C001"])
    assert [(str(issue.location), issue.found) for issue in issues] == [("en.po:5:9", "Open")]
