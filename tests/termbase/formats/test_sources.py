"""Which format a file is, and a termbase from any of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.errors import UnknownFormat, ZhengmingError
from zhengming.termbase.formats.source import Wanted
from zhengming.termbase.formats.sources import LISTED, read, source_of

if TYPE_CHECKING:
    from zhengming.termbase.issue import Issue

TBX = (
    '<martif><text><body><termEntry{id}><langSet xml:lang="zh-CN"><tig><term>稀土</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>rare earths</term></tig></langSet></termEntry></body></text></martif>'
)


SOURCES = tuple(listed.load() for listed in LISTED)


@pytest.mark.parametrize(
    ("name", "data", "source"),
    [
        ("g.xml", "<mtf/>".encode("utf-16"), "MultiTerm XML"),
        ("g.xml", TBX.encode(), "TBX"),
        ("g.TBX", TBX.encode(), "TBX"),
        ("g.tbx", b"not XML", "TBX"),
        ("g.txt", b"#UTX 1.11; zh-CN/en;\n", "UTX"),
        ("g.po", b"", "PO glossary"),
        ("g.xlsx", b"PK", "XLSX"),
        ("g.csv", b"", "table"),
    ],
)
def test_a_file_is_known_by_its_name_and_beginning(name: str, data: bytes, source: str) -> None:
    assert source_of(name, data).name == source


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("g.sdltb", "as MultiTerm XML"),
        ("g.xls", r"save it as \.xlsx"),
        ("g.xml", r"is one of \.tbx"),
        ("g", "is one of"),
    ],
)
def test_one_that_is_not_read_is_told_with_the_remedy(name: str, remedy: str) -> None:
    with pytest.raises(UnknownFormat, match=rf"^{name}: no termbase that can be read; .*{remedy}"):
        source_of(name, b"<other/>")


def test_a_named_termbase_is_approved_and_has_ids() -> None:
    issues: list[Issue] = []
    [concept] = read(TBX.replace("{id}", "").encode(), "terms.tbx", issues.append)
    assert (concept.id, concept.status.value, issues) == ("terms:line-1", "approved", [])


def test_what_is_wrong_in_it_is_an_issue_with_its_place() -> None:
    issues: list[Issue] = []
    read(TBX.replace("{id}", "").replace("zh-CN", "??").encode(), "terms.tbx", issues.append)
    assert [f"{issue.location} {issue.check.code}" for issue in issues] == ["terms.tbx:1:32 G005"]


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.name)
@given(data=st.binary(max_size=300) | st.text("<>/=\"';,\t\n# abémtfx稀|{}\x00", max_size=300).map(str.encode))
def test_no_bytes_are_more_than_an_error_of_ours(source: object, data: bytes) -> None:
    assert source in SOURCES
    for known in SOURCES:
        if known is source:
            try:
                known.read(data, f"g{known.suffixes[0]}", Wanted())
            except ZhengmingError as error:
                assert str(error).startswith(f"g{known.suffixes[0]}")  # noqa: PT017  the place comes first


@given(cut=st.integers(0, 400), at=st.integers(0, 400), byte=st.integers(0, 255))
def test_a_damaged_tbx_is_read_or_refused(cut: int, at: int, byte: int) -> None:
    data = bytearray(TBX.replace("{id}", ' id="c1"').encode())
    if at < len(data):
        data[at] = byte
    try:
        read(bytes(data[: len(data) - cut]), "g.tbx", lambda _: None)
    except ZhengmingError as error:
        assert str(error).startswith("g.tbx")  # noqa: PT017


def test_every_source_has_a_row_in_the_docs() -> None:
    page = (Path(__file__).parents[3] / "docs" / "termbase.md").read_text(encoding="utf-8")
    section = page.partition("## What can be read")[2]
    missing = [source.name for source in SOURCES if f"| {source.name} |" not in section]
    assert missing == []
