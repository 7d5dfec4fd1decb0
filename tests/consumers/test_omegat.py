"""OmegaT itself, run on our files: it translates with our memory and offers the terms of our glossary."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from zhengming.termbase.formats import omegat as target
from zhengming.termbase.formats import table, tbx_v2
from zhengming.termbase.formats.losses import Losses
from zhengming.termbase.formats.target import Languages
from zhengming.termbase.language import Tag
from zhengming.tmx.formats import tmx, tmx_writer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.consumers.conftest import OmegaT

ZH_EN = Languages(Tag("zh", "Hans"), Tag("en"))
MEMORY = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.1"><header creationtool="Editor" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="zh_CN" datatype="plaintext"/><body>
<tu><tuv lang="zh_CN"><seg>商务部对稀土相关物项实施出口管制。</seg></tuv>
<tuv lang="en_US"><seg>The Ministry of Commerce has imposed export controls on rare-earth items.</seg></tuv></tu>
<tu><tuv lang="zh_CN"><seg>许可证“长期”有效 &amp; 可续期。</seg></tuv>
<tuv lang="en_US"><seg>The license is valid “long-term” &amp; renewable.</seg></tuv></tu>
</body></tmx>
"""
GLOSSARY = """\
id,zh-Hans,zh-Hans:admitted,en,en:admitted,en:deprecated,definition
EC001,出口管制,出口管控,export control,control of exports,export ban | exit control,Licensing of listed exports.
RE001,稀土,,rare earths,"""


def test_it_translates_with_our_memory(omegat: OmegaT, omegat_project: Path) -> None:
    out = io.BytesIO()
    tmx_writer.write(tmx.FORMAT.read(io.BytesIO(MEMORY.encode()), "memory.tmx", lambda _: None), out)
    (omegat_project / "tm" / "auto" / "memory.tmx").write_bytes(out.getvalue())
    source = "商务部对稀土相关物项实施出口管制。\n\n许可证“长期”有效 & 可续期。\n\n镝和铽另行公告。\n"
    (omegat_project / "source" / "announcement.txt").write_text(source, encoding="utf-8")
    omegat.translate(omegat_project)
    assert (omegat_project / "target" / "announcement.txt").read_text(encoding="utf-8") == (
        "The Ministry of Commerce has imposed export controls on rare-earth items.\n"
        "\n"
        "The license is valid “long-term” & renewable.\n"
        "\n"
        "镝和铽另行公告。\n"  # not in the memory
    )


def test_without_our_memory_nothing_is_translated(omegat: OmegaT, omegat_project: Path) -> None:
    (omegat_project / "source" / "announcement.txt").write_text("许可证长期有效。\n", encoding="utf-8")
    omegat.translate(omegat_project)
    assert (omegat_project / "target" / "announcement.txt").read_text(encoding="utf-8") == "许可证长期有效。\n"


def test_it_offers_the_terms_of_our_glossary_and_no_wrong_one(omegat: OmegaT, tmp_path: Path) -> None:
    termbase = table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)
    path = tmp_path / "zhengming.utf8"
    path.write_bytes(target.TARGET.write(termbase, ZH_EN, Losses()))
    comment = "✗ export ban; ✗ exit control · Licensing of listed exports. · EC001"
    assert omegat.glossary(path) == [
        ("出口管制", "export control", comment),
        ("出口管制", "control of exports", ""),
        ("出口管控", "export control", comment),
        ("出口管控", "control of exports", ""),
        ("稀土", "rare earths", "RE001"),
    ]


def test_every_suffix_that_we_suggest_is_read_as_utf_8(omegat: OmegaT, tmp_path: Path) -> None:
    termbase = table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)
    for suffix in target.TARGET.suffixes:
        path = tmp_path / f"zhengming{suffix}"
        path.write_bytes(target.TARGET.write(termbase, ZH_EN, Losses()))
        assert omegat.glossary(path)[1][:2] == ("出口管制", "control of exports"), suffix


def test_it_reads_our_tbx_but_not_the_status_of_a_term(omegat: OmegaT, tmp_path: Path) -> None:
    """Why docs/export.md sends its users to the glossary, and why the preferred term must come first."""
    termbase = table.read(GLOSSARY.encode(), "glossary.csv", lambda _: None)
    path = tmp_path / "zhengming.tbx"
    path.write_bytes(tbx_v2.TARGET.write(termbase, ZH_EN, Losses()))
    entries = [(entry[0], entry[1]) for entry in omegat.glossary(path)]
    assert entries[0] == ("出口管制", "export control")
    assert ("出口管制", "export ban") in entries
