"""TBX-Basic, version 2 (martif): what OmegaT and the translate toolkit can read."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from zhengming.termbase.concept import Termbase
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.formats.tbx_v2 import TARGET
from zhengming.termbase.language import Tag

if TYPE_CHECKING:
    from pathlib import Path

Reader = Callable[[str], Termbase]

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))
ROWS = """\
id,subject_field,zh-Hans,zh-Hant,zh-Hant-TW,zh-Hant-HK,en,en:deprecated,part_of_speech,definition,source
EC001,trade,出口管制,,,,export control,export restraint,noun,Licensing of the export of listed items.,MOFCOM
EC010,trade,最终用户,最終用戶,最終使用者,最終用戶,end user,,noun,,
WD001,,,,,,,tombarthite,noun,,
"""


def parsed(data: bytes) -> Any:  # noqa: ANN401  lxml carries no types
    return pytest.importorskip("lxml.etree").fromstring(data)


def test_chinese_has_a_region_in_place_of_its_script(termbase_of: Reader) -> None:
    root = parsed(TARGET.write(termbase_of(ROWS), ZH_EN, Losses()))
    languages = [
        [section.get("{http://www.w3.org/XML/1998/namespace}lang") for section in entry.iter("langSet")]
        for entry in root.iter("termEntry")
    ]
    assert languages == [["zh-CN", "en"], ["zh-CN", "zh-TW", "zh-HK", "en"]]


def test_a_region_of_two_columns_is_one_section(termbase_of: Reader) -> None:
    root = parsed(TARGET.write(termbase_of(ROWS), ZH_EN, Losses()))
    assert [term.text for term in root.iterfind(".//langSet[2]/tig/term")][-2:] == ["最終用戶", "最終使用者"]


def test_a_reader_that_takes_the_first_term_never_meets_a_wrong_one(termbase_of: Reader) -> None:
    lost: Losses = Losses()
    root = parsed(TARGET.write(termbase_of(ROWS), ZH_EN, lost))
    assert all("deprecated" not in section[0].findtext("termNote[last()]") for section in root.iter("langSet"))
    assert lost["deprecated terms of a language that has no other term"] == 1
    assert lost["concepts without a term"] == 1


def test_the_file_is_valid(termbase_of: Reader, corpora: Path) -> None:
    etree = pytest.importorskip("lxml.etree")
    schema = etree.DTD(corpora / "schemas" / "tbx" / "TBXcoreStructV02.dtd")
    data = TARGET.write(termbase_of(ROWS), ZH_EN, Losses())
    assert schema.validate(etree.fromstring(data)), schema.error_log
    assert not schema.validate(etree.fromstring(data.replace(b"termEntry", b"conceptEntry")))


def test_it_says_what_the_golden_file_says(termbase_of: Reader, corpora: Path) -> None:
    row = "c-export-control,trade,出口管制,,,,export control,export restraint,noun,,\n"
    ours = parsed(TARGET.write(termbase_of(ROWS.splitlines()[0] + "\n" + row), ZH_EN, Losses()))
    golden = parsed((corpora / "examples" / "v2_basic.tbx").read_bytes())

    def terms(root: Any) -> list[tuple[str, str]]:  # noqa: ANN401
        return [
            (tig.findtext("term"), tig.findtext("termNote[@type='administrativeStatus']")) for tig in root.iter("tig")
        ]

    assert terms(ours) == terms(golden)
    assert ours.getroottree().docinfo.doctype == golden.getroottree().docinfo.doctype
    assert ours.findtext(".//encodingDesc/p") == golden.findtext(".//encodingDesc/p")
    assert [entry.get("id") for entry in ours.iter("termEntry")] == ["c-export-control"]
