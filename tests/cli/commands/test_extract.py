"""zhengming extract: the screen, the tables, the proposals, and what is said of files that are none."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zhengming.cli.reviewing import keys

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

PROGRAM = (sys.executable, "-c", "from zhengming.cli.main import main; main()")
HEADER = "id,subject_field,zh-Hans,en,en:deprecated,status,check,note,source\n"
ROW = "MA001,magnets,加热炉,heating furnace,,approved,strict,,house style\n"
PAIRS = [
    ("拆解车间昼夜运转。", "The dismantling workshop runs day and night."),
    ("工人在拆解车间取出转子。", "Workers take the rotors out in the dismantling workshop."),
    ("电机先送到拆解车间。", "Motors first go to the dismantling workshop."),
    ("两座拆解车间共用一条传送带。", "The two dismantling workshops share a conveyor belt."),
    ("转子在加热炉中退磁。", "The rotors are demagnetised in a heating furnace."),
    ("加热炉每季度检修一次。", "The heating furnace is overhauled every quarter."),
    ("新的加热炉明年投产。", "A new heating furnace will start up next year."),
    ("铜线卖给附近的冶炼厂。", "Copper wire is sold to a smelter nearby."),
    ("破碎在氮气中进行。", "Crushing takes place under nitrogen."),
    ("样品送实验室分析。", "Samples are sent to the laboratory for analysis."),
]
LISTED = """\
score  occ.  files  source    rendered (aligned)        termbase
  5.4     4      1  拆解车间  dismantling workshop 4/4  -
  4.5     3      1  加热炉    heating furnace 3/3       MA001
"""


def memory(name: str, pairs: list[tuple[str, str]], languages: tuple[str, str] = ("zh-CN", "en")) -> None:
    one, other = languages
    units = "".join(
        f'<tu><tuv xml:lang="{one}"><seg>{source}</seg></tuv><tuv xml:lang="{other}"><seg>{target}</seg></tuv></tu>\n'
        for source, target in pairs
    )
    Path(name).write_text(
        '<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" '
        f'adminlang="en" srclang="{languages[0]}" datatype="plaintext"/><body>\n{units}</body></tmx>',
        encoding="utf-8",
    )


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    memory("workshop.tmx", PAIRS)
    Path("glossary.csv").write_text(HEADER + ROW, encoding="utf-8")


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def answering(*lines: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))

    return answering


def glossary() -> list[dict[str, str]]:
    with Path("glossary.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


# what is listed


def test_the_screen(run: Run) -> None:
    status, out, err = run("extract", "workshop.tmx", "--top", "2")
    assert (status, out) == (0, LISTED)
    assert err == "zhengming: 2 candidates, 1 new, of 10 passages in 1 file, zh-Hans-CN → en\n"


def test_a_folder_stands_for_its_files(run: Run) -> None:
    assert run("-q", "extract", ".", "--top", "2")[:2] == (0, LISTED)


def test_known_terms_are_left_out_on_demand(run: Run) -> None:
    out = run("extract", "workshop.tmx", "--new")[1]
    assert "拆解车间" in out
    assert "加热炉" not in out


def test_a_known_term_is_known_in_any_script_and_inflection(run: Run) -> None:
    memory("en.tmx", [(en, zh) for zh, en in PAIRS], ("en", "zh-HK"))
    lines = run("extract", "en.tmx")[1].splitlines()
    assert [line.split()[-1] for line in lines if "heating furnace" in line] == ["MA001"]


def test_json_has_all_that_is_known(run: Run) -> None:
    found = json.loads(run("extract", "workshop.tmx", "--top", "1", "--output-format", "json")[1])
    (candidate,) = found.pop("candidates")
    assert found == {
        "schema": "zhengming/extract/1",
        "source_language": "zh-Hans-CN",
        "target_language": "en",
        "files": 1,
        "units": 10,
    }
    assert candidate.pop("score") == pytest.approx(5.4, abs=0.1)
    assert candidate["source"] == "拆解车间"
    assert candidate["rendering_variants"] == [{"text": "dismantling workshops", "count": 1}]
    assert (candidate["rendered"], candidate["of"], candidate["concept"]) == (4, 4, None)
    assert candidate["places"][0].startswith("workshop.tmx:2:")
    assert candidate["example_target"] == "The dismantling workshop runs day and night."


def test_csv_and_xlsx_have_a_row_for_each(run: Run) -> None:
    calamine = pytest.importorskip("python_calamine")
    assert run("extract", "workshop.tmx", "--top", "2", "--output-format", "csv=out.csv")[:2] == (0, "")
    assert run("extract", "workshop.tmx", "--top", "2", "--output-format", "xlsx=out.xlsx")[:2] == (0, "")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [(row["source"], row["rendering"], row["rendered"], row["concept"]) for row in table] == [
        ("拆解车间", "dismantling workshop", "4", ""),
        ("加热炉", "heating furnace", "3", "MA001"),
    ]
    rows = calamine.CalamineWorkbook.from_path("out.xlsx").get_sheet_by_index(0).to_python()
    assert rows[0] == list(table[0])
    assert rows[1][rows[0].index("count")] == 4


def test_a_cell_that_would_be_a_formula_is_text(run: Run) -> None:
    memory(
        "formula.tmx", [(f"=拆解车间{end}", f"=dismantling workshop {number}") for number, end in enumerate("甲乙丙")]
    )
    run("extract", "formula.tmx", "--output-format", "csv=out.csv")
    with Path("out.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert {row["example_source"][0] for row in csv.DictReader(stream)} == {"'"}


def test_a_workbook_goes_through_a_pipe_and_to_no_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xlsxwriter")
    command = [*PROGRAM, "-q", "extract", "workshop.tmx", "--output-format", "xlsx"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert zipfile.is_zipfile(io.BytesIO(done.stdout))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    status, _, err = run("extract", "workshop.tmx", "--output-format", "xlsx")
    assert status == 2
    assert "xlsx is no text for a terminal; name a file: xlsx=candidates.xlsx" in err


def test_a_format_that_is_none(run: Run) -> None:
    status, _, err = run("extract", "workshop.tmx", "--output-format", "jsn")
    assert status == 2
    assert "unknown output format “jsn”; did you mean “json”?" in err


def test_a_list_that_cannot_be_written(run: Run) -> None:
    status, _, err = run("extract", "workshop.tmx", "--output-format", "csv=absent/out.csv")
    assert (status, err) == (2, "zhengming: absent/out.csv could not be written: No such file or directory\n")


# what is read


def test_a_chinese_text_alone(run: Run) -> None:
    Path("news.md").write_text("# 拆解车间\n\n新的拆解车间投产。\n\n- 扩建拆解车间\n- 关闭加热炉\n", encoding="utf-8")
    status, out, err = run("extract", "news.md", "--top", "1")
    assert (status, err) == (0, "zhengming: 1 candidate, 1 new, of 4 passages in 1 file, zh-Hans\n")
    assert out.splitlines()[1].split() == ["5.0", "3", "1", "拆解车间", "-", "-"]


def test_a_text_beside_a_memory_is_rendered_by_it(run: Run) -> None:
    Path("news.zh.txt").write_text("拆解车间停产。\n\n关闭拆解车间。\n", encoding="utf-8")
    out = run("extract", "news.zh.txt", "workshop.tmx", "--top", "1")[1]
    assert out.splitlines()[1].split()[1:] == ["6", "2", "拆解车间", "dismantling", "workshop", "4/4", "-"]


def test_texts_side_by_side_are_translations(run: Run) -> None:
    Path("zhengming.toml").write_text('pairs = [["{name}.zh.md", "{name}.en.md"]]\n', encoding="utf-8")
    for language, side in (("zh", 0), ("en", 1)):
        Path(f"news.{language}.md").write_text("\n\n".join(pair[side] for pair in PAIRS), encoding="utf-8")
    assert run("-q", "extract", "news.zh.md", "--top", "2")[:2] == (0, LISTED)


def test_a_latin_text_must_say_its_language(run: Run) -> None:
    Path("news.txt").write_text("Sintered magnets rust.\n\nThe sintered magnet is coated.\n", encoding="utf-8")
    status, _, err = run("extract", "news.txt")
    assert (status, err) == (
        2,
        "zhengming: news.txt: its name does not say its language (news.en.md); give --source-language\n",
    )
    assert "sintered magnet" in run("extract", "news.txt", "--source-language", "en")[1].lower()


def test_japanese_is_told_by_its_kana(run: Run) -> None:
    Path("news.txt").write_text("輸出管理を強化。\n\n政府は輸出管理を発表。\n\n企業の輸出管理。\n", encoding="utf-8")
    out, err = run("extract", "news.txt", "--top", "1")[1:]
    assert "輸出管理" in out
    assert err.endswith(", ja\n")


def test_words_of_thai_cannot_be_told_apart(run: Run) -> None:
    Path("news.th.txt").write_text("แร่หายาก\n", encoding="utf-8")
    status, _, err = run("extract", "news.th.txt")
    assert (status, err) == (2, "zhengming: news.th.txt: words of th cannot be told apart here\n")


def test_thai_units_are_left_out(run: Run) -> None:
    memory("thai.tmx", [("แร่หายาก", "rare earths")], ("th", "en"))
    status, out, err = run("extract", "thai.tmx")
    assert (status, out) == (0, "")
    assert "words of th cannot be told apart here; its texts are left out" in err


def test_of_two_pairs_of_languages_the_larger_is_taken(run: Run) -> None:
    memory("de.tmx", [("Die Erde ist selten.", "The earth is rare.")], ("de", "en"))
    status, out, err = run("extract", "workshop.tmx", "de.tmx", "--top", "2")
    assert (status, out) == (0, LISTED)
    assert "left out, in other languages: de → en (1) passages; --source-language chooses" in err
    assert "de → en" in run("extract", "workshop.tmx", "de.tmx", "--source-language", "de")[2].splitlines()[-1]


def test_a_termbase_holds_no_text(run: Run) -> None:
    status, out, err = run("extract", "glossary.csv")
    assert (status, out) == (0, "")
    assert err.startswith("zhengming: glossary.csv is left out: a termbase holds no text\n")


def test_a_broken_file_is_told_with_its_place_and_the_others_are_read(run: Run) -> None:
    Path("broken.tmx").write_text("<tmx", encoding="utf-8")
    status, out, err = run("extract", "broken.tmx", "workshop.tmx", "--top", "2")
    assert (status, out) == (2, LISTED)
    assert "broken.tmx:1:1: F001" in err


def test_a_broken_text_too(run: Run) -> None:
    Path("broken.zh.docx").write_bytes(b"PK no archive")
    status, out, err = run("extract", "broken.zh.docx", "workshop.tmx", "--top", "2")
    assert (status, out) == (2, LISTED)
    assert "broken.zh.docx" in err


def test_without_a_termbase_the_installed_glossary_is_known(run: Run) -> None:
    Path("glossary.csv").unlink()
    memory("rare.tmx", [(f"{one}稀土永磁体{other}。", "x") for one, other in ("买出", "卖回", "存入")])
    out, err = run("extract", "rare.tmx")[1:]
    assert "glossary.csv does not exist; known is the glossary of zhengming" in err
    assert "MG005" in out


# what is proposed


def test_nothing_is_written_unasked(run: Run) -> None:
    before = Path("glossary.csv").read_bytes()
    run("extract", "workshop.tmx")
    assert Path("glossary.csv").read_bytes() == before


def test_all_that_is_listed_is_proposed_if_nobody_is_to_be_asked(run: Run) -> None:
    status, out, _ = run("extract", "workshop.tmx", "--top", "1", "--propose", "--yes", "--field", "magnets")
    assert status == 0
    assert out.splitlines()[-1] == "1 proposal written to glossary.csv: MA002; check with: zhengming term lint"
    assert glossary()[1] == {
        "id": "MA002",
        "subject_field": "magnets",
        "zh-Hans": "拆解车间",
        "en": "dismantling workshop",
        "en:deprecated": "",
        "status": "proposed",
        "check": "strict",
        "note": "",
        "source": "workshop.tmx:2 x4, rendered so in 4 of 4 units",
    }
    assert run("term", "lint", "glossary.csv")[0] == 0


def test_what_is_proposed_is_known_the_next_time(run: Run) -> None:
    run("extract", "workshop.tmx", "--top", "1", "--propose", "--yes")
    assert run("extract", "workshop.tmx", "--top", "2")[1].splitlines()[1].endswith("TB001")


def test_each_is_asked_about(run: Run, answers: Callable[..., None]) -> None:
    memory("more.tmx", PAIRS + [(f"{one}抛光粉{other}。", f"Polishing powder {number}.") for number, (one, other) in
                                enumerate(["买出", "卖回", "存入", "运到"])])  # fmt: skip
    answers("x", "s", "e", "polishing agent", "q")
    status, out, _ = run("extract", "more.tmx", "--propose")
    assert status == 0
    assert "“x” is none of these: [p]ropose" in out
    assert [(row["zh-Hans"], row["en"], row["source"]) for row in glossary()[1:]] == [
        ("抛光粉", "polishing agent", "more.tmx:12 x4")
    ]


def test_an_empty_line_leaves_the_rendering(run: Run, answers: Callable[..., None]) -> None:
    answers("e", "", "q")
    run("extract", "workshop.tmx", "--propose")
    assert [row["en"] for row in glossary()] == ["heating furnace", "dismantling workshop"]


def test_where_nobody_answers_nothing_is_written(run: Run, answers: Callable[..., None]) -> None:
    answers()
    assert run("extract", "workshop.tmx", "--propose")[1].endswith("Nothing was written.\n")
    assert len(glossary()) == 1


def test_a_term_goes_into_the_column_of_its_language_in_its_script(run: Run) -> None:
    memory("hk.tmx", [(zh.replace("车间", "車間"), en) for zh, en in PAIRS], ("zh-HK", "en"))
    run("extract", "hk.tmx", "--top", "1", "--propose", "--yes")
    assert glossary()[1]["zh-Hans"] == "拆解车间"


def test_what_contradicts_the_termbase_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengming.cli.extracting.known.Known.concept", lambda *_: None)
    row = "TB009,,拆解车间,dismantling plant,,approved,strict,,\n"
    Path("glossary.csv").write_text(HEADER + row, encoding="utf-8")
    out, err = run("extract", "workshop.tmx", "--top", "1", "--propose", "--yes")[1:]
    assert "TB009 calls 拆解车间 “dismantling plant”, not “dismantling workshop”" in err
    assert out.endswith("Nothing was written.\n")


def test_a_termbase_is_begun_where_there_is_none(run: Run) -> None:
    Path("glossary.csv").unlink()
    run("extract", "workshop.tmx", "--top", "1", "--propose", "--yes")
    assert [(row["zh-Hans"], row["en"], row["status"]) for row in glossary()] == [
        ("拆解车间", "dismantling workshop", "proposed")
    ]


def test_a_termbase_without_the_column_says_so(run: Run) -> None:
    Path("glossary.csv").write_text("id,zh-Hans,en\n", encoding="utf-8")
    status, _, err = run("extract", "workshop.tmx", "--top", "1", "--propose", "--yes")
    assert status == 2
    assert "glossary.csv: no column “status” for “proposed”; add one to the first line" in err
    assert Path("glossary.csv").read_text(encoding="utf-8") == "id,zh-Hans,en\n"


def test_several_proposals_are_named_from_the_first_to_the_last(run: Run) -> None:
    Path("glossary.csv").write_text(HEADER, encoding="utf-8")
    out = run("extract", "workshop.tmx", "--top", "2", "--propose", "--yes")[1]
    assert "2 proposals written to glossary.csv: TB001 to TB002" in out


def test_a_term_that_is_nowhere_rendered_is_proposed_alone(run: Run) -> None:
    Path("news.zh.txt").write_text("拆解车间停产。\n\n关闭拆解车间。\n", encoding="utf-8")
    run("extract", "news.zh.txt", "--top", "1", "--propose", "--yes")
    assert [(row["zh-Hans"], row["en"], row["source"]) for row in glossary()[1:]] == [
        ("拆解车间", "", "news.zh.txt:1 x2")
    ]


def test_yes_alone_agrees_to_nothing(run: Run) -> None:
    status, _, err = run("extract", "workshop.tmx", "--yes")
    assert status == 2
    assert "--yes agrees to what --propose would ask; say both." in err


def test_ctrl_c_while_asking_writes_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(keys.Lines):
        def key(self) -> str:
            raise KeyboardInterrupt

    monkeypatch.setattr(keys, "here", Gone)
    assert run("extract", "workshop.tmx", "--propose")[0] == 130
    assert len(glossary()) == 1
