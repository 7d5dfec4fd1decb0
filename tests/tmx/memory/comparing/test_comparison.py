"""Two memories compared, whatever their order and names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.memory.comparing.comparison import Comparison, compare

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue
    from zhengming.tmx.model import TranslationUnit

Memory = Callable[..., bytes]
Unit = Callable[..., str]
WORDS = st.sampled_from(["氧化镝", "关税", "实体清单", "对镝实施出口管制", "对铽实施出口管制", ""])
TARGETS = st.sampled_from(["a", "b", ""])


def compared(old: bytes, new: bytes) -> Comparison:
    faults: list[Issue] = []
    documents = (
        Document(name, choice=EVERY_UNIT, content=content) for name, content in (("old.tmx", old), ("new.tmx", new))
    )
    return compare(*documents, faults.append)


def told(found: Comparison) -> list[str]:
    def text(unit: TranslationUnit | None) -> str:
        return "/".join(variant.segment.text for variant in unit.variants) if unit is not None else ""

    return [f"{c.kind.value} {text(c.before)} > {text(c.after)}" for c in found.changes]


def test_a_unit_that_has_a_name_is_known_by_it(unit_of: Unit, memory_of: Memory) -> None:
    old, new = unit_of("关税", "tariff"), unit_of("配额制度", "quota")
    named = [unit.replace("<tu>", '<tu tuid="7">') for unit in (old, new)]
    assert told(compared(memory_of(named[0]), memory_of(named[1]))) == ["~ 关税/tariff > 配额制度/quota"]
    assert told(compared(memory_of(old), memory_of(new))) == ["- 关税/tariff > ", "+  > 配额制度/quota"]


def test_new_names_and_another_order_change_nothing(unit_of: Unit, memory_of: Memory) -> None:
    units = [unit_of("关税", "tariff"), unit_of("镝", "dysprosium"), unit_of("关税", "duty")]
    old = [unit.replace("<tu>", f'<tu tuid="a{n}">') for n, unit in enumerate(units)]
    new = [unit.replace("<tu>", f'<tu tuid="b{n}">') for n, unit in enumerate(reversed(units))]
    found = compared(memory_of(*old), memory_of(*new))
    assert (found.changes, found.same, found.in_passing) == ((), 3, 3)


def test_a_source_that_has_been_reworded_is_one_change(unit_of: Unit, memory_of: Memory) -> None:
    old = memory_of(unit_of("对镝实施出口管制", "controls on dysprosium"), unit_of("关税", "tariff"))
    new = memory_of(unit_of("对镝、铽实施出口管制", "controls on dysprosium, terbium"), unit_of("关税", "tariff"))
    assert told(compared(old, new)) == [
        "~ 对镝实施出口管制/controls on dysprosium > 对镝、铽实施出口管制/controls on dysprosium, terbium"
    ]


def test_of_several_likely_partners_the_likest_is_taken(unit_of: Unit, memory_of: Memory) -> None:
    old = memory_of(unit_of("对氧化镝实施出口管制", "a"), unit_of("对氧化铽实施出口管制措施", "b"))
    new = memory_of(unit_of("对氧化铽实施出口管制的措施", "b"), unit_of("对氧化镝实施出口管制了", "a"))
    assert told(compared(old, new)) == [
        "~ 对氧化铽实施出口管制措施/b > 对氧化铽实施出口管制的措施/b",
        "~ 对氧化镝实施出口管制/a > 对氧化镝实施出口管制了/a",
    ]


def test_a_unit_gone_is_told_where_it_stood(unit_of: Unit, memory_of: Memory) -> None:
    a, b, c = unit_of("镝", "1"), unit_of("关税", "2"), unit_of("实体清单", "3")
    found = compared(memory_of(a, b, c), memory_of(a, c.replace(">3<", ">4<")))
    assert told(found) == ["- 关税/2 > ", "~ 实体清单/3 > 实体清单/4"]


def test_a_language_more_is_a_change(unit_of: Unit, memory_of: Memory) -> None:
    found = compared(memory_of(unit_of("镝", "dysprosium")), memory_of(unit_of("镝", "dysprosium", fr="dysprosium")))
    assert told(found) == ["~ 镝/dysprosium > 镝/dysprosium/dysprosium"]


def test_units_without_a_language_are_compared_by_what_they_say(unit_of: Unit, memory_of: Memory) -> None:
    def bare(*units: str) -> bytes:
        return memory_of(*units).replace(b' xml:lang="zh-CN"', b"").replace(b' xml:lang="en-US"', b"")

    old, new = bare(unit_of("对镝实施出口管制", "1")), bare(unit_of("对铽实施出口管制", "1"))
    assert compared(old, old).changes == ()
    assert told(compared(old, new)) == ["- 对镝实施出口管制/1 > ", "+  > 对铽实施出口管制/1"]
    assert told(compared(memory_of("<tu/>"), memory_of())) == ["-  > "]


def test_a_source_in_another_language_than_the_header_says(unit_of: Unit, memory_of: Memory) -> None:
    def german(*units: str) -> bytes:
        return memory_of(*units).replace(b'srclang="zh-CN"', b'srclang="de"')

    old, new = german(unit_of("对镝实施出口管制", "1")), german(unit_of("对铽实施出口管制", "2"))
    assert told(compared(old, new)) == ["~ 对镝实施出口管制/1 > 对铽实施出口管制/2"]


def test_of_two_memories_that_have_little_in_common_nothing_is_likened(unit_of: Unit, memory_of: Memory) -> None:
    def file(sign: str) -> bytes:
        return memory_of(*(unit_of(f"{chr(0x4E00 + n)}实施出口管制{sign}", f"{sign}{n}") for n in range(1_001)))

    found = compared(file("甲"), file("乙"))
    assert len(found.changes) == 2_002


@given(st.lists(st.tuples(WORDS, TARGETS), max_size=6), st.lists(st.tuples(WORDS, TARGETS), max_size=6))
def test_the_changes_lead_from_the_one_to_the_other(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    def file(pairs: list[tuple[str, str]]) -> bytes:
        units = (
            f"<tu><tuv xml:lang='zh'><seg>{zh}</seg></tuv><tuv xml:lang='en'><seg>{en}</seg></tuv></tu>"
            for zh, en in pairs
        )
        return f"<tmx version='1.4'><header srclang='zh'/><body>{''.join(units)}</body></tmx>".encode()

    found = compared(file(old), file(new))
    left = sorted(old)
    for change in found.changes:
        if change.before is not None:
            left.remove(tuple(variant.segment.text for variant in change.before.variants))  # type: ignore[arg-type]
    assert len(left) == found.same
    added = [tuple(variant.segment.text for variant in c.after.variants) for c in found.changes if c.after is not None]
    assert sorted([*left, *added]) == sorted(new)
    assert (found.changes == ()) == (sorted(old) == sorted(new))
