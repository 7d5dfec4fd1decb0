"""Three versions of a memory made one."""

from __future__ import annotations

import codecs
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnreadableFile
from zhengming.tmx.formats.tmx import read
from zhengming.tmx.merging import CONFLICT, Merged, merged

HEAD = '<?xml version="1.0"?>\r\n<tmx version="1.4"><header srclang="zh-CN" segtype="sentence"/><body>'
TAIL = "\r\n</body></tmx>\r\n"


def unit(source: str, target: str, tuid: str = "") -> str:
    name = f' tuid="{tuid}"' if tuid else ""
    variants = "".join(
        f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in (("zh-CN", source), ("en", target))
    )
    return f"\r\n  <tu{name}>{variants}</tu>"


def file(*units: str) -> bytes:
    return f"{HEAD}{''.join(units)}{TAIL}".encode()


A, B, C = unit("稀土", "rare earths"), unit("氧化锑", "antimony oxide", "7"), unit("关税", "tariff")
BASE = file(A, B, C)


def merge(ours: bytes, theirs: bytes, base: bytes = BASE) -> Merged:
    return merged(base, ours, theirs, "news.tmx")


def test_both_sides_add_at_the_same_place() -> None:
    mine, their = unit("镝", "dysprosium"), unit("铽", "terbium")
    assert merge(file(A, B, C, mine), file(A, B, C, their)) == (file(A, B, C, their, mine), ())


def test_each_side_changes_another_unit() -> None:
    mine, their = unit("稀土", "rare-earth elements"), unit("氧化锑", "oxide of antimony", "7")
    assert merge(file(mine, B, C), file(A, their, C)) == (file(mine, their, C), ())


def test_what_one_side_deletes_is_gone() -> None:
    assert merge(file(A, C), BASE).content == merge(BASE, file(A, C)).content == file(A, C)


def test_a_unit_changed_on_both_sides_stands_twice() -> None:
    mine, their = unit("氧化锑", "antimony oxides", "7"), unit("氧化锑", "oxide of antimony", "7")
    result = merge(file(A, mine, C), file(A, their, C))
    marked = their.replace('<tu tuid="7">', f'<tu tuid="7"><prop type="{CONFLICT}">theirs</prop>')
    assert result == (file(A, mine, marked, C), ("7",))


def test_deleted_here_and_changed_there_is_for_people() -> None:
    their = unit("氧化锑", "oxide of antimony", "7")
    result = merge(file(A, C), file(A, their, C))
    assert result.conflicts == ("7",)
    assert CONFLICT.encode() in result.content


def test_encoding_and_mark_are_ours() -> None:
    mine = codecs.BOM_UTF16_LE + file(A, B, C).decode().encode("utf-16-le")
    result = merge(mine, file(A, B, C, unit("镝", "dysprosium")))
    assert result.content.startswith(codecs.BOM_UTF16_LE)
    assert len(list(read(io.BytesIO(result.content), "", lambda _: None))) == 4


def test_a_file_that_cannot_be_read_is_not_merged() -> None:
    with pytest.raises(UnreadableFile):
        merge(BASE, BASE[:-20])


UNITS = st.lists(
    st.tuples(st.sampled_from("稀土 氧化锑 关税 镝 铽".split()), st.sampled_from("a b c".split())),
    max_size=5,
    unique_by=lambda pair: pair[0],
).map(lambda pairs: file(*(unit(*pair) for pair in pairs)))


def units_of(content: bytes) -> list[list[str]]:
    return sorted([v.segment.text for v in one.variants] for one in read(io.BytesIO(content), "", lambda _: None))


@given(UNITS, UNITS)
def test_what_one_side_left_alone_is_as_the_other_has_it(base: bytes, other: bytes) -> None:
    assert merge(other, base, base) == (other, ())
    assert units_of(merge(base, other, base).content) == units_of(other)


@given(UNITS, UNITS)
def test_the_same_change_on_both_sides_is_no_conflict(base: bytes, other: bytes) -> None:
    assert merge(other, other, base) == (other, ())


@given(UNITS, UNITS, UNITS)
def test_the_result_can_be_read(base: bytes, ours: bytes, theirs: bytes) -> None:
    result = merge(ours, theirs, base)
    units = list(read(io.BytesIO(result.content), "", lambda _: None))
    marked = [u for u in units if any(kept.type == CONFLICT for kept in u.properties)]
    assert len(marked) <= len(result.conflicts)
