"""OmegaT's glossaries become concepts, our own ones the concepts that they were."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhengming.termbase.concept import AdministrativeStatus, Concept, Standing, Term
from zhengming.termbase.errors import InvalidSettings, UnreadableFile
from zhengming.termbase.formats import omegat_reader
from zhengming.termbase.formats.source import Gathered, Sides, Wanted
from zhengming.termbase.formats.sources import source_of
from zhengming.termbase.formats.statuses import one_preferred
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.targets import TARGETS
from zhengming.termbase.language import Tag
from zhengming.termbase.position import Location

ZH, EN = Tag("zh", "Hans"), Tag("en")


def read(text: str, sides: Sides = Sides()) -> Gathered:  # noqa: B008  a constant
    return omegat_reader.read(text.encode(), "glossary.utf8", Wanted(sides=sides))


def shown(concept: Concept) -> list[str]:
    return [f"{term.language} {term.text} {term.status.value}" for term in concept.terms]


def test_lines_of_one_source_are_one_concept() -> None:
    found = read(
        "# -*- coding: utf-8 -*-\n许可证\tlicense\tissued by MOFCOM\tunseen\n许可证\tpermit\n稀土\trare earths\n"
    )
    assert [shown(concept) for concept in found.concepts] == [
        ["zh-Hans 许可证 preferred", "en license preferred", "en permit admitted"],
        ["zh-Hans 稀土 preferred", "en rare earths preferred"],
    ]
    assert found.concepts[0].note == "issued by MOFCOM"
    assert str(found.concepts[1].location) == "glossary.utf8:4:1"


def test_a_comment_of_ours_is_taken_apart() -> None:
    [concept] = read(
        "出口管制\texport control\t✗ export ban; ✗ export limit · proposed · see EAR · 2025 · EC001\n"
    ).concepts
    assert shown(concept)[2:] == ["en export ban deprecated", "en export limit deprecated"]
    assert (concept.id, concept.note, concept.status) == ("EC001", "see EAR · 2025", Standing.PROPOSED)


def test_what_a_cross_belongs_to_must_be_certain() -> None:
    [concept] = read("出口管制\texport control\t✗ 管控\n").concepts
    assert shown(concept)[2:] == ["zh-Hans 管控 deprecated"]
    german = Sides(Tag("de"), EN)
    [concept] = read("Ausfuhr\texport\t✗ outcarry\n", german).concepts
    assert len(concept.terms) == 2
    assert concept.note == "✗ outcarry"


def test_quotes_are_letters() -> None:
    assert shown(read('“稀土”\t"rare earths"\n').concepts[0])[1] == 'en "rare earths" preferred'


def test_languages_that_nothing_tells_must_be_said() -> None:
    with pytest.raises(InvalidSettings, match="say which with --source-language"):
        read("Ausfuhr\texport\n")


def test_an_encoding_of_its_own() -> None:
    data = "# -*- coding: gb18030 -*-\n稀土\trare earths\n".encode("gb18030")
    assert omegat_reader.read(data, "g.txt", Wanted()).concepts[0].terms[0].text == "稀土"
    with pytest.raises(UnreadableFile, match=r"g.utf8:1:2: not UTF-8 text; .*--encoding gb18030"):
        omegat_reader.read("稀土\trare earths\n".encode("gb18030"), "g.utf8", Wanted())


@pytest.mark.parametrize(
    ("name", "text", "source"),
    [
        ("g.utf8", "稀土\trare earths\n", "OmegaT glossary"),
        ("g.txt", "稀土\trare earths\n矿\tore\n", "OmegaT glossary"),
        ("g.tab", "# comment\n稀土\trare earths\n", "OmegaT glossary"),
        ("g.txt", "zh-CN\ten\n稀土\trare earths\n", "table"),
        ("g.txt", "Source\tTarget\n稀土\trare earths\n", "table"),
        ("g.tsv", "稀土\trare earths\n", "table"),
        ("g.txt", "稀土;rare earths\n", "table"),
    ],
)
def test_glossaries_and_tables_are_told_apart(name: str, text: str, source: str) -> None:
    assert source_of(name, text.encode()).name == source


words = st.text("abcdefg xyz", min_size=1, max_size=10).map(str.split).map(" ".join).filter(bool)
hanzi = st.text("稀土管制出口许可证", min_size=1, max_size=5)


@given(
    chinese=st.lists(hanzi, min_size=1, max_size=3, unique=True),
    english=st.lists(words, min_size=1, max_size=3, unique=True),
    wrong=st.lists(words, max_size=2, unique=True),
    standing=st.sampled_from(Standing),
    note=words | st.just(""),
)
def test_what_is_exported_is_read_again(
    chinese: list[str], english: list[str], wrong: list[str], standing: Standing, note: str
) -> None:
    kinds = AdministrativeStatus
    terms = [Term(text, ZH, kinds.PREFERRED) for text in chinese]
    terms += [Term(text, EN, kinds.PREFERRED) for text in english]
    terms += [Term(text, EN, kinds.DEPRECATED) for text in wrong if text not in english]
    concept = Concept(id="EC001", terms=tuple(one_preferred(terms)), location=Location(""), status=standing, note=note)
    data = TARGETS["omegat"].write([concept], Languages(ZH, EN), Counter())
    [again] = omegat_reader.read(data, "g.utf8", Wanted(unsaid=Standing.APPROVED)).concepts
    assert {(t.text, t.is_allowed) for t in again.terms} == {(t.text, t.is_allowed) for t in concept.terms}
    assert (again.id, again.status, again.note) == ("EC001", standing, note)
