from __future__ import annotations

from zhengming.termbase.formats import table
from zhengming.termbase.language import Tag
from zhengming.tmx.memory.judging import Judge
from zhengming.tmx.model import Header, Segment, TranslationUnit, TranslationUnitVariant
from zhengming.tmx.pair import Pair

GLOSSARY = """\
id,zh-Hans,en,en:deprecated,part_of_speech,status,check,source
C1,出口管制,export control,export restriction,noun,approved,strict,Export Control Law
"""
TERMBASE = table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)


def judged(zh: str, en: str, *codes: str) -> list[str]:
    source, target = TranslationUnitVariant("zh", Segment(zh)), TranslationUnitVariant("en", Segment(en))
    unit = TranslationUnit((source, target), Header())
    pair = Pair(unit, source, target, Tag("zh", "Hans"), Tag("en"), source.segment, target.segment)
    judge = Judge(TERMBASE, codes)
    assert judge.issues(pair) == judge.issues(pair)  # nothing is carried over from one pair to the next
    return [issue.check.code for issue in judge.issues(pair)]


def test_a_pair_is_judged_by_the_checks_asked_for() -> None:
    assert judged("实施出口管制。", "Export restrictions apply.", "T001", "T002") == ["T002"]
    assert judged("实施出口管制。", "Export restrictions apply.", "T001") == []
    assert judged("实施出口管制。", "Export controls apply.", "T001", "T002") == []


def test_checks_that_compare_pairs_have_nothing_to_say() -> None:
    assert judged("增长3%。", "Up 5 percent.", "C001", "N001", "N003") == ["N003"]
