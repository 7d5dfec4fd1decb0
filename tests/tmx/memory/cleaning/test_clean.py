"""What is taken out of a memory, and what stays instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from zhengming.termbase.formats import table
from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.memory.cleaning import kinds
from zhengming.tmx.memory.cleaning.clean import Cleaning, clean
from zhengming.tmx.memory.cleaning.twins import Kept

if TYPE_CHECKING:
    from zhengming.termbase.concept import Termbase
    from zhengming.termbase.issue import Issue

GLOSSARY = """\
id,subject_field,zh-Hans,en,en:deprecated,status,check,source
EC001,control,出口管制,export control,export restriction,approved,strict,Export Control Law
"""

Clean = Callable[..., Cleaning]


@pytest.fixture
def clean_of(memory_of: Callable[..., bytes]) -> Clean:
    """Clean a memory of these units, with a glossary of one concept."""

    def cleaned(
        *units: str,
        select: str = "",
        content: bytes = b"",
        kept: str = "newest",
        glossary: str = GLOSSARY,
        **options: object,
    ) -> Cleaning:
        document = Document("memory.tmx", choice=EVERY_UNIT, content=content or memory_of(*units))
        faults: list[Issue] = []
        termbase: Termbase = table.read(glossary.encode(), "glossary.csv", faults.append)
        chosen = set(select.split()) or kinds.DEFAULT
        found = clean(document, termbase, chosen, faults.append, kept=Kept(kept), **options)
        assert not document.is_unreadable
        return found

    return cleaned


def told(found: Cleaning) -> list[str]:
    """Return each removal in a line: the unit's line, kind and reason, and the line of what stays."""
    return [
        f"{r.location.start.line if r.location.start else 0}: {r.kind} {r.message}"
        + (f" {r.instead.start.line}" if r.instead and r.instead.start else "")
        for r in found.removals
    ]


def test_of_two_that_say_the_same_the_newer_stays(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    old, new = (unit_of("氧化镝", "dysprosium oxide", changed=f"202{n}0301T000000Z") for n in (3, 5))
    assert told(clean_of(old, unit_of("关税", "tariff"), new)) == ["3: duplicate the same as 5"]
    assert told(clean_of(new, unit_of("关税", "tariff"), old)) == ["5: duplicate the same as 3"]


def test_of_equally_old_ones_the_first_stays(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    same = unit_of("氧化镝", "dysprosium oxide")
    assert told(clean_of(same, same, same)) == ["4: duplicate the same as 3", "5: duplicate the same as 3"]


def test_codes_belong_to_what_is_said(clean_of: Clean, memory_of: Callable[..., bytes]) -> None:
    bold = '<bpt i="1">&lt;b></bpt>镝<ept i="1">&lt;/b></ept>'
    unit = "<tu><tuv xml:lang='zh-CN'><seg>{}</seg></tuv><tuv xml:lang='en'><seg>{}</seg></tuv></tu>"
    units = [unit.format("镝", "dysprosium"), unit.format(bold, bold.replace("镝", "dysprosium"))]
    assert told(clean_of(content=memory_of(*units), select="duplicate near-duplicate")) == []


def test_a_context_that_a_tool_has_written_sets_units_apart(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    before = '<prop type="x-context-pre">{}</prop>'
    units = [unit_of("打开", "Open", inside=before.format(text)) for text in ("文件", "阀门")]
    assert told(clean_of(*units)) == []


def test_near_duplicates_differ_in_case_width_spacing_or_a_last_stop(
    clean_of: Clean, unit_of: Callable[..., str]
) -> None:
    units = [unit_of("稀土出口。", "Rare earth exports."), unit_of("稀土出口 ", "rare  earth exports")]
    assert told(clean_of(*units)) == ["4: near-duplicate nearly the same as 3"]
    for other in (unit_of("稀土出口？", "Rare earth exports?"), unit_of("稀土出口...", "Rare earth exports...")):
        assert told(clean_of(units[0], other)) == []


def test_what_is_no_word_at_all_is_compared_as_it_stands(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    assert told(clean_of(unit_of("。", "."), unit_of("——", "-"))) == []


def test_of_several_targets_the_newest_stays(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    old = unit_of("重稀土", "heavy rare earth", changed="20230301T000000Z")
    new = unit_of("重稀土", "heavy rare earths", changed="20250301T000000Z")
    assert told(clean_of(new, old, old, select="C001")) == [
        "4: C001 the same source has a newer target in 3",
        "5: C001 the same source has a newer target in 3",
    ]


def test_or_the_most_frequent_if_that_is_asked_for(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    old = unit_of("重稀土", "heavy rare earth", changed="20230301T000000Z")
    new = unit_of("重稀土", "heavy rare earths", changed="20250301T000000Z")
    found = clean_of(new, old, old, select="C001", kept="frequent")
    assert told(found) == ["3: C001 the same source has another target x2, the last in 5"]


def test_without_dates_the_more_frequent_stays_and_of_equals_the_later(
    clean_of: Clean, unit_of: Callable[..., str]
) -> None:
    one, other = unit_of("重稀土", "heavy rare earth"), unit_of("重稀土", "heavy rare earths")
    assert told(clean_of(one, one, other, select="C001")) == [
        "5: C001 the same source has another target x2, the last in 4"
    ]
    assert told(clean_of(one, other, select="C001")) == [
        "3: C001 the same source has another target, further down, in 4"
    ]


def test_what_stays_is_what_is_left_in_the_end(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    one, other = unit_of("重稀土", "heavy rare earth"), unit_of("重稀土", "heavy rare earths")
    assert told(clean_of(one, other, other)) == [
        "3: C001 the same source has another target x2, the last in 4",
        "5: duplicate the same as 4",
    ]


def test_a_unit_with_a_fault_stays_instead_of_none(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    good = unit_of("对镝实施出口管制", "export controls on dysprosium", changed="20200101T000000Z")
    bad = unit_of("对镝实施出口管制", "export restrictions on dysprosium", changed="20250101T000000Z")
    found = clean_of(good, bad)
    assert [(r.kind, r.target) for r in found.removals] == [("T002", "export restrictions on dysprosium")]
    assert "出口管制" in found.removals[0].message


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("出口管制", "", "A001"),
        ("", "export control", "incomplete no text in the source"),
        (" ", "", "incomplete no text at all"),
        ("对镝实施出口管制", "对镝实施出口管制", "A002"),
        (
            "对镝实施出口管制",
            "对铽实施进口管制措施",
            "wrong-language the target (en-US) is written in Chinese characters",
        ),
        ("ジスプロシウムの輸出", "exports of dysprosium", "wrong-language the source (zh-CN) is written in kana"),
        ("exports of rare earths", "出口管制", "wrong-language the source (zh-CN) is written in Latin letters"),
        (
            "對鏑實施出口管制",
            "export control on dysprosium",
            "wrong-script the source (zh-CN) is written in Traditional",
        ),
        ("出口量", "export volume Ã©", "L004"),
        ("第%d项", "item %s", "M002"),
    ],
)
def test_each_kind_is_found(zh: str, en: str, expected: str, clean_of: Clean, unit_of: Callable[..., str]) -> None:
    lines = told(clean_of(unit_of("关税", "tariff"), unit_of(zh, en)))
    assert len(lines) == 1
    assert lines[0].startswith(f"4: {expected}")


def test_broken_codes(clean_of: Clean, memory_of: Callable[..., bytes]) -> None:
    unit = (
        "\n<tu><tuv xml:lang='zh-CN'><seg>见<ph>{0}</ph>号公告</seg></tuv>"
        "<tuv xml:lang='en'><seg>see the announcement</seg></tuv></tu>"
    )
    assert told(clean_of(content=memory_of(unit))) == ["3: M001 the target lacks {0}"]


@pytest.mark.parametrize("language", ["zh-XQQ-1", ""])
def test_a_language_that_is_none(language: str, clean_of: Clean, memory_of: Callable[..., bytes]) -> None:
    unit = f"\n<tu><tuv xml:lang='zh-CN'><seg>镝</seg></tuv><tuv xml:lang='{language}'><seg>dysprosium</seg></tuv></tu>"
    assert [r.kind for r in clean_of(content=memory_of(unit)).removals] == ["F002"]


def test_a_unit_of_one_language(clean_of: Clean, memory_of: Callable[..., bytes]) -> None:
    unit = "\n<tu><tuv xml:lang='zh-CN'><seg>镝</seg></tuv></tu>"
    assert told(clean_of(content=memory_of(unit))) == ["3: incomplete no language but zh-CN"]


def test_a_unit_that_is_right_in_one_language_stays(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    found = clean_of(unit_of("对镝实施出口管制", "", fr="contrôle des exportations de dysprosium"))
    assert found.removals == ()
    assert found.partly == 1
    both = clean_of(unit_of("对镝实施出口管制", "", fr=""))
    assert [r.kind for r in both.removals] == ["A001"]


def test_a_length_that_stands_out_among_the_others(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    elements = "镧铈镨钕钐铕钆铽镝钬铒铥镱镥钪钇"
    usual = [
        unit_of(
            f"第{n}批{element}产品的出口许可证由商务部发放" + "，并抄送海关" * (n % 3),
            f"the export licences for lot {n} of {element}, of this year, are issued by the Ministry of Commerce"
            + ", with a copy to customs" * (n % 3),
        )
        for n in range(8)
        for element in elements
    ]
    short = unit_of("镝产品的出口许可证由商务部发放，有效期为六个月，并抄送海关和地方主管部门备案", "see above")
    found = clean_of(*usual, short, select="length-outlier")
    assert [(r.kind, r.target) for r in found.removals] == [("length-outlier", "see above")]
    assert "times shorter than those of such sources are here" in found.removals[0].message
    assert clean_of(*usual[:50], short, select="length-outlier").removals == ()


def test_a_name_may_be_longer_than_the_chinese_around_it(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    en = "b'Bat SARS-like coronavirus WIV1' is a strain"
    assert told(clean_of(unit_of("蝙蝠 SARS 样冠状病毒 WIV1 (Bat SARS-like coronavirus WIV1) 是一种毒株", en))) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Les exportations de terres rares sont soumises à une licence dans les pays qui ont signé"),
        ("fr", "The export of rare earths is subject to a licence that is issued by the ministry for this"),
    ],
)
def test_another_language_in_the_same_letters(
    language: str, text: str, clean_of: Clean, memory_of: Callable[..., bytes]
) -> None:
    unit = (
        "\n<tu><tuv xml:lang='zh-CN'><seg>稀土出口须经签署国的主管部门许可方可进行</seg></tuv>"
        f"<tuv xml:lang='{language}'><seg>{text}</seg></tuv></tu>"
    )
    assert [r.kind for r in clean_of(content=memory_of(unit)).removals] == ["wrong-language"]
    right = "en" if language == "fr" else "fr"
    assert clean_of(content=memory_of(unit.replace(f"'{language}'", f"'{right}'"))).removals == ()


def test_a_decision_lets_a_unit_stay(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    bad = unit_of("对镝实施出口管制", "export restrictions on dysprosium")
    assert clean_of(bad, is_let_through=lambda issue: issue.check.code == "T002").removals == ()


def test_what_is_said_of_codes_of_one_language_is_not_lost_in_another_order(
    clean_of: Clean, memory_of: Callable[..., bytes]
) -> None:
    zh, en = ("<tuv xml:lang='zh-CN'><seg>镝</seg></tuv>", "<tuv xml:lang='en'><seg>dysprosium</seg></tuv>")
    found = clean_of(content=memory_of(f"\n<tu>{zh}{en}</tu>", f"\n<tu>{en}{zh}</tu>"))
    assert told(found) == ["4: duplicate the same as 3"]


def test_what_is_wrong_in_one_language_does_not_stay_for_another(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    bad = unit_of("对镝实施出口管制", "export restrictions on dysprosium", changed="20250101T000000Z", fr="contrôle")
    good = unit_of("对镝实施出口管制", "export controls on dysprosium", changed="20240101T000000Z")
    found = clean_of(bad, good)
    assert found.removals == ()
    assert found.partly == 1


def test_a_concept_that_is_only_proposed_is_no_reason(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    bad = unit_of("对镝实施出口管制", "export restrictions on dysprosium")
    assert [r.kind for r in clean_of(bad, glossary=GLOSSARY).removals] == ["T002"]
    assert clean_of(bad, glossary=GLOSSARY.replace("approved", "proposed")).removals == ()


def test_a_language_without_a_name_is_wrong_for_itself_alone(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    unit = unit_of("镝", "dysprosium", fr="dysprosium").replace('xml:lang="fr"', 'xml:lang=""')
    found = clean_of(unit)
    assert (found.removals, found.partly) == ((), 1)


def test_texts_inside_codes_belong_to_their_unit(clean_of: Clean, memory_of: Callable[..., bytes]) -> None:
    note = "<ph>[<sub>{}</sub>]</ph>"
    unit = "\n<tu><tuv xml:lang='zh-CN'><seg>镝{}</seg></tuv><tuv xml:lang='en'><seg>dysprosium{}</seg></tuv></tu>"
    right = unit.format(note.format("见公告"), note.format("see the notice"))
    wrong = unit.format(note.format("见公告"), note.format("见本公告"))
    found = clean_of(content=memory_of(right, wrong), select="wrong-language C001")
    assert [(r.unit, r.kind) for r in found.removals] == [("#2", "wrong-language")]


def test_what_is_not_looked_for_is_not_found(clean_of: Clean, unit_of: Callable[..., str]) -> None:
    units = [unit_of("镝", ""), unit_of("对镝实施出口管制", "对铽实施出口管制")]
    assert told(clean_of(*units, unit_of("", "x"), select="duplicate")) == []
