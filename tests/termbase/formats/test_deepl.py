"""DeepL's glossary: what DeepL would reject is left out and named, and its own validator takes the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from zhengming.termbase.concept import Termbase
from zhengming.termbase.errors import InvalidSettings
from zhengming.termbase.formats.deepl import TARGET
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag

Reader = Callable[[str], Termbase]

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))


def test_each_source_leads_to_the_preferred_term(concepts: Termbase) -> None:
    lost = Losses()
    written = TARGET.write(concepts, ZH_EN, lost).decode()
    assert written == "出口管制\texport control\n出口管控\texport control\n稀土\trare earths\n"
    assert lost["second target terms"] == 1
    assert (lost["deprecated terms"], lost["deprecated source terms"]) == (1, 1)
    assert lost["deprecated terms that are right elsewhere"] == 1


def test_a_source_that_another_concept_has_is_named(concepts: Termbase) -> None:
    lost = Losses()
    TARGET.write(concepts, ZH_EN, lost)
    assert lost.refused == ["EC900 “出口管制”: EC001 has it already, as “export control”"]


def test_a_text_may_have_1024_bytes(termbase_of: Reader) -> None:
    lost = Losses()
    most = "锑" * 341  # 1,023 bytes
    written = TARGET.write(termbase_of(f"id,zh-Hans,en\nA1,{most},antimony\nA2,{most}锑,antimony\n"), ZH_EN, lost)
    assert written.decode() == f"{most}\tantimony\n"
    assert lost.refused == ["A2 “锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑锑…”: 1,026 bytes; DeepL takes 1,024"]


def test_control_characters_are_refused_and_line_ends_are_spaces(termbase_of: Reader) -> None:
    lost = Losses()
    rows = 'id,zh-Hans,en\nA1,氧\u0007化锑,antimony oxide\nA2,"氧化\u2028钕",neodymium oxide\n'
    assert TARGET.write(termbase_of(rows), ZH_EN, lost).decode() == "氧化 钕\tneodymium oxide\n"
    assert lost.refused == ["A1 “氧\u0007化锑”: DeepL takes no control characters"]


def test_a_text_of_spaces_is_refused(termbase_of: Reader) -> None:
    lost = Losses()
    [concept] = termbase_of("id,zh-Hans,en\nA1,锑,antimony\n")
    blank = replace(concept, terms=(concept.terms[0], replace(concept.terms[1], text="\u2028")))
    assert TARGET.write([blank], ZH_EN, lost) == b""
    assert lost.refused == ["A1 “锑”: DeepL takes no empty text"]


def test_a_glossary_may_have_10_mebibytes(termbase_of: Reader) -> None:
    rows = "".join(f"A{number},{number:0330d},{'x' * 1000}\n" for number in range(8_000))
    with pytest.raises(InvalidSettings, match="a DeepL glossary takes 10,485,760 bytes, this would be 10,6"):
        TARGET.write(termbase_of("id,zh-Hans,en\n" + rows), ZH_EN, Losses())


def test_deepl_s_own_validator_takes_it(concepts: Termbase) -> None:
    util = pytest.importorskip("deepl.util", reason="needs deepl (extra “test”)")
    written = TARGET.write(concepts, ZH_EN, Losses()).decode()
    assert util.convert_tsv_to_dict(written) == {
        "出口管制": "export control",
        "出口管控": "export control",
        "稀土": "rare earths",
    }
    with pytest.raises(ValueError, match="duplicates source term"):
        util.convert_tsv_to_dict(written * 2)
