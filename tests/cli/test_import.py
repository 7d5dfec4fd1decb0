"""zhengming term import, of other files than tables with names; and termbases of other formats in use."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.usefixtures("project")

GLOSSARY = Path("glossary.csv")


def entry(number: int, chinese: str, english: str, note: str = "") -> str:
    sections = "".join(
        f'<langSet xml:lang="{language}"><tig><term>{text}</term>{status}</tig></langSet>\n'
        for language, text, status in (("zh-CN", chinese, ""), ("en", english, note))
    )
    return f'<termEntry id="c{number}">\n{sections}</termEntry>\n'


def tbx(*entries: str) -> Path:
    Path("client.tbx").write_text(
        f"<martif>\n<text><body>\n{''.join(entries)}</body></text></martif>\n", encoding="utf-8"
    )
    return Path("client.tbx")


DEPRECATED = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'


def test_import_of_tbx_lists_what_contradicts_the_termbase(run: Run) -> None:
    tbx(
        entry(1, "许可证", "licence"),
        entry(2, "出口管制", "export restraint"),
        entry(3, "氧化锑", "antimony oxide"),
        entry(4, "稀土|矿", "rare earth ore"),
    )
    before = GLOSSARY.read_text(encoding="utf-8")
    status, out, _ = run("term", "import", "client.tbx", "-o", "glossary.csv")
    assert status == 0
    assert out.startswith("client.tbx: TBX\n4 concepts, 4 proposed\n1 new, 1 known already, 2 concepts rejected\n")
    assert "  line 7: EC001 calls 出口管制 “export control”" in out
    assert "  line 15: “稀土|矿”: a table takes | and braces for its own signs\n" in out
    after = GLOSSARY.read_text(encoding="utf-8")
    assert [line for line in after.splitlines() if line not in before.splitlines()] == [
        line for line in after.splitlines() if "licence" in line
    ]
    with Path("client.tbx.rejected.csv").open(encoding="utf-8", newline="") as stream:
        rejected = list(csv.DictReader(stream))
    assert [(row["id"], row["en"]) for row in rejected] == [("c2", "export restraint"), ("c4", "rare earth ore")]
    assert rejected[0]["reason"].startswith("EC001 calls")


def test_what_was_rejected_can_be_mended_and_imported(run: Run) -> None:
    tbx(entry(2, "出口管制", "export restraint"))
    run("term", "import", "client.tbx", "-o", "glossary.csv")
    path = Path("client.tbx.rejected.csv")
    path.write_text(path.read_text(encoding="utf-8").replace("出口管制", "出口约束"), encoding="utf-8")
    assert "1 new" in run("term", "import", str(path))[1]


def test_faults_of_what_is_taken_are_told(run: Run) -> None:
    tbx(entry(1, "许可证", "licence", '<termNote type="usageStatus">so-so</termNote>'))
    out = run("term", "import", "client.tbx")[1]
    assert "1 fault in what was read:\n  5:49: “so-so” is no status that is known" in out


def test_import_of_broken_xml_says_where(run: Run) -> None:
    Path("client.tbx").write_text("<martif>\n<text></martif>\n", encoding="utf-8")
    assert run("term", "import", "client.tbx", "-o", "glossary.csv") == (
        2,
        "client.tbx: TBX\n",
        "zhengming: client.tbx:2:9: mismatched tag; correct the XML here\n",
    )


def test_import_shows_what_columns_without_names_are_taken_for(run: Run) -> None:
    Path("list.txt").write_text("许可证,licence,a paper\n矿,ore,\n", encoding="utf-8")
    assert run("term", "import", "list.txt")[1].startswith(
        "list.txt: table\n  1  -  zh-Hans preferred\n  2  -  en preferred\n  3  -  note\n2 rows: 2 concepts"
    )
    out = run("term", "import", "list.txt", "--map", "3=definition", "--map", "2=en-GB")[1]
    assert "  2  -  en-GB preferred\n  3  -  definition\n" in out
    assert "1 row:" in run("term", "import", "list.txt", "--headers", "--map", "1=zh", "--map", "2=en")[1]


def test_concepts_go_into_tables_only(run: Run) -> None:
    tbx(entry(1, "许可证", "licence"))
    before = Path("client.tbx").read_bytes()
    status, _, err = run("term", "import", "client.tbx", "-o", "client.tbx")
    assert (status, "are written into a .csv or .tsv table" in err) == (2, True)
    Path("zhengming.toml").write_text('termbase = ["client.tbx"]\n', encoding="utf-8")
    status, _, err = run("term", "add", "矿", "ore")
    assert (status, "are written into a .csv or .tsv table" in err) == (2, True)
    assert Path("client.tbx").read_bytes() == before


def test_a_tbx_is_a_termbase_to_check_against(run: Run) -> None:
    tbx(entry(1, "出口管制", "export restraint"), entry(2, "出口管制", "export control", DEPRECATED))
    out = run("check", "--termbase", "client.tbx", "--output-format", "concise")[1]
    assert "export restraint" in out
    tbx(entry(1, "出口管制", "export control"), entry(1, "许可证", "licence"))
    status, out, _ = run("term", "lint", "client.tbx", "--output-format", "concise")
    assert status == 1
    assert [line[:20] for line in out.splitlines() if "G001" in line] == ["client.tbx:7:1: G001"]


def test_a_glossary_without_languages_has_those_of_the_settings(run: Run) -> None:
    Path("g.utf8").write_text("稀土永磁体\trare-earth magnet\n", encoding="utf-8")
    settings = 'termbase = ["g.utf8"]\nsource-language = "zh-Hans"\ntarget-language = "en-GB"\n'
    Path("zhengming.toml").write_text(settings, encoding="utf-8")
    assert run("term", "lookup", "稀土永磁体")[1].startswith("g:line-1  稀土永磁体  rare-earth magnet  approved")
