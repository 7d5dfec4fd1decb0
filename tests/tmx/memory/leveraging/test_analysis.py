"""An analysis of files against memories, and against themselves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zhengming.tmx.choice import EVERY_UNIT
from zhengming.tmx.document import Document
from zhengming.tmx.memory.leveraging.analysis import Analysis, analyse, total

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

Memory = Callable[..., bytes]
Unit = Callable[..., str]


def analysed(content: bytes, *memories: bytes) -> Analysis:
    faults: list[Issue] = []
    files = [Document("job.tmx", choice=EVERY_UNIT, content=content)]
    past = [Document(f"past-{n}.tmx", choice=EVERY_UNIT, content=memory) for n, memory in enumerate(memories)]
    (found,) = analyse(files, past, faults.append)
    return found


def segments(found: Analysis) -> dict[str, int]:
    return {row.name: volume.segments for row, volume in found.volumes.items()}


def test_context_is_both_neighbours(unit_of: Unit, memory_of: Memory) -> None:
    a, b, c, d = (unit_of(zh, en) for zh, en in (("氧化镝", "1"), ("关税", "2"), ("实体清单", "3"), ("配额", "4")))
    assert segments(analysed(memory_of(a, b, c), memory_of(a, b, c))) == {"context": 3}
    assert segments(analysed(memory_of(a, b, c), memory_of(a, b, d, c))) == {"context": 1, "exact": 2}


def test_context_is_what_the_format_says(memory_of: Memory) -> None:
    def po(context: str, before: str) -> bytes:
        head = 'msgid ""\nmsgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"\n\n'
        return f'{head}msgid "{before}"\nmsgstr "x"\n\nmsgctxt "{context}"\nmsgid "打开"\nmsgstr "Open"\n'.encode()

    def found(one: bytes, other: bytes) -> dict[str, int]:
        job = Document("en.po", choice=EVERY_UNIT, content=one)
        past = Document("past/en.po", choice=EVERY_UNIT, content=other)
        return segments(next(analyse([job], [past], lambda _: None)))

    assert found(po("阀门", "关税"), po("阀门", "配额")) == {"new": 1, "context": 1}
    assert found(po("阀门", "关税"), po("文件", "配额")) == {"new": 1, "exact": 1}
    assert memory_of() != b""


def test_a_memory_serves_in_either_direction(unit_of: Unit, memory_of: Memory) -> None:
    job = memory_of(unit_of("氧化镝", "")).replace(b'"zh-CN"', b'"fr"').replace(b'"en-US"', b'"de"')
    job = job.replace("氧化镝".encode(), b"dysprosium oxide").replace(b'"fr"', b'"en"')
    assert segments(analysed(job, memory_of(unit_of("氧化镝", "dysprosium oxide")))) == {"context": 1}


def test_what_a_memory_has_not_translated_it_does_not_know(unit_of: Unit, memory_of: Memory) -> None:
    assert segments(analysed(memory_of(unit_of("氧化镝", "")), memory_of(unit_of("氧化镝", " ")))) == {"new": 1}


def test_a_repetition_is_one_from_the_second_time_on(unit_of: Unit, memory_of: Memory) -> None:
    a, b = unit_of("氧化镝", "1"), unit_of("关税", "2")
    assert segments(analysed(memory_of(a, a, b, a), memory_of(b, a, b))) == {"exact": 2, "repetition": 2}


def test_but_in_its_place_it_is_known_as_often_as_it_stands_there(unit_of: Unit, memory_of: Memory) -> None:
    a, b = unit_of("氧化镝", "1"), unit_of("关税", "2")
    text = memory_of(a, b, a, b, a)
    assert segments(analysed(text, text)) == {"context": 5}


def test_a_source_in_no_known_language_is_not_counted(unit_of: Unit, memory_of: Memory) -> None:
    content = memory_of(unit_of("氧化镝", "1")).replace(b'xml:lang="zh-CN"', b'xml:lang="x-none-1"')
    assert segments(analysed(content)) == {}


def test_a_memory_may_hold_one_text_with_several_codes(memory_of: Memory) -> None:
    unit = "<tu><tuv xml:lang='zh-CN'><seg>见<ph>{}</ph>号公告</seg></tuv><tuv xml:lang='en'><seg>x</seg></tuv></tu>"
    past = memory_of(unit.format("a"), unit.format("b"), unit.format("a"))
    assert segments(analysed(memory_of(unit.format("b")), past)) == {"exact": 1}
    assert segments(analysed(memory_of(unit.format("c")), past)) == {"memory-95-99": 1}


def test_segments_of_one_text_and_other_codes_are_nearly_the_same(memory_of: Memory) -> None:
    unit = "<tu><tuv xml:lang='zh-CN'><seg>见<ph>{}</ph>号公告</seg></tuv><tuv xml:lang='en'><seg>x</seg></tuv></tu>"
    found = analysed(memory_of(unit.format("a"), unit.format("b"), unit.format("a")))
    assert segments(found) == {"new": 1, "internal-95-99": 1, "repetition": 1}


def test_the_rows_add_up(unit_of: Unit, memory_of: Memory) -> None:
    units = [unit_of(zh, "x") for zh in ("氧化镝", "氧化铽", "氧化镝", "关税", "对氧化镝加征关税")]
    found = analysed(memory_of(*units))
    assert found.whole.segments == sum(segments(found).values()) == 5
    assert found.whole.characters == 3 * 3 + 2 + 8
    assert total([found, found]) == {row: volume.plus(volume) for row, volume in found.volumes.items()}
